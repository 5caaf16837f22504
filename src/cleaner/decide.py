"""Votes -> decisions: the line's own verdict, then the one that the sequence settles.

1. The line alone: what its measures say (`weights.first`) plus the rules' votes.
2. The line in the page: the measures once more with all first scores in hand (`weights.settled`), plus the votes again.
3. The sequence: changing between kept and dropped costs something, so that a doubtful line goes with its neighbours
   (Viterbi's algorithm over two states; Viterbi 1967).
4. A dropped line's label is what its votes say, else what the dropped run around it says, else its shape.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

import numpy as np

from cleaner import measures, reasons, weights
from cleaner.config import Config
from cleaner.features import Bools, Floats, Page
from cleaner.model import KEPT, METADATA, RESIDUE, Decision, Vote

SWITCH = 0.1  # log-odds that a change between kept and dropped costs; chosen on held-out development pages
CLEAN = 0.85  # share of words; a document of which more is article, and where no rule finds residue, is left alone
DOUBT = 0.7  # log-odds for a line that by itself could well be article and that no rule speaks against; likewise
_STRONG = 8.0  # votes beyond this say no more: one rule that errs must not outweigh a page
SURE = -6.0  # log-odds; a line whose own verdict is lower is not asked again
_CLEAR = 4.0  # log-odds of a clear vote, see rules/table.tsv
_LOOK = 4  # lines; how far a label spreads within a dropped run


@dataclass(frozen=True)
class Ballot:
    """The votes of a page, and their sums a line for and against keeping."""

    votes: tuple[Vote, ...]
    kept: Floats
    dropped: Floats
    metadata: Floats  # the part of `dropped` that names the line as metadata

    @classmethod
    def of(cls, n: int, votes: Sequence[Vote]) -> Ballot:
        """Count the votes of a page of `n` lines."""
        kept, dropped, metadata = np.zeros(n), np.zeros(n), np.zeros(n)
        for vote in votes:
            (kept if vote.label in KEPT else dropped)[vote.line] += vote.weight
            if vote.label in METADATA:
                metadata[vote.line] += vote.weight
        return cls(tuple(votes), np.minimum(kept, _STRONG), np.minimum(dropped, _STRONG), metadata)

    @property
    def net(self) -> Floats:
        """Log-odds of keeping that the votes add."""
        return self.kept - self.dropped

    @property
    def named(self) -> Bools:
        """Lines that a clear vote names as title, byline, date and the like.

        What such a line looks like says nothing of where it belongs, and people who label bodies do not agree whether
        a title is one; so these lines are neither fitted nor asked again.
        """
        named: Bools = self.metadata >= _CLEAR
        return named

    @cached_property
    def by_line(self) -> dict[int, list[Vote]]:
        """Votes by line, strongest first."""
        found: dict[int, list[Vote]] = defaultdict(list)
        for vote in sorted(self.votes, key=lambda v: (-v.weight, v.label, v.rule)):
            found[vote.line].append(vote)
        return found


@dataclass(frozen=True)
class Decisions(Sequence[Decision]):
    """What became of every line. `labels` are settled; `Decision` objects, with reasons, are made when asked for."""

    page: Page
    ballot: Ballot
    first: Floats
    final: Floats
    columns: measures.Columns
    labels: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.labels)

    @overload
    def __getitem__(self, line: int) -> Decision: ...
    @overload
    def __getitem__(self, line: slice) -> Sequence[Decision]: ...
    def __getitem__(self, line: int | slice) -> Decision | Sequence[Decision]:
        return self._all[line]

    def __iter__(self) -> Iterator[Decision]:
        return iter(self._all)

    @cached_property
    def _all(self) -> tuple[Decision, ...]:
        explain = reasons.Reasons(self.page, self.columns, self.first)
        made = []
        for line, label in enumerate(self.labels):
            votes = [v for v in self.ballot.by_line.get(line, ()) if v.label == label]
            kept = label in KEPT
            score = round(float(self.first[line]), 2)
            own = "body" if score > 0 else _own(self.ballot.by_line.get(line, ()))
            if votes:
                rule, evidence, settled_by = votes[0].rule, votes[0].because, votes[0].rule
            else:
                rule, evidence = explain(line, kept=kept)
                settled_by = rule
            if (own in KEPT) != kept:
                settled_by = "neighbourhood"
            made.append(
                Decision(line, label, label if (own in KEPT) == kept else own, score, rule, evidence, settled_by)
            )
        return tuple(made)


def _own(votes: Sequence[Vote]) -> str:
    return next((v.label for v in votes if v.label not in KEPT), "navigation")


def decide(page: Page, votes: Sequence[Vote], config: Config) -> Decisions:
    """Weigh the votes of each line, then settle the sequence.

    Args:
        page: the document and its measures.
        votes: what the rules found, in any order.
        config: `threshold` is added to every line's log-odds of being kept.
    """
    ballot = Ballot.of(page.n, votes)
    if not page.n:
        return Decisions(page, ballot, np.zeros(0), np.zeros(0), {}, ())
    kind = page.document.kind
    columns = measures.first(page, ballot.kept, ballot.dropped)
    first = weights.first(kind).scores(columns) + ballot.net
    columns = columns | measures.second(page, first)
    final, kept = verdict(page, weights.settled(kind), columns, first, ballot, config.threshold)
    return Decisions(page, ballot, first, final, columns, _labels(page, ballot, kept))


def verdict(
    page: Page, forest: weights.Forest, columns: measures.Columns, first: Floats, ballot: Ballot, threshold: float = 0.0
) -> tuple[Floats, Bools]:
    """The settled score of each line, and whether it stays."""
    final = reconsider(forest, columns, first, ballot) + DOUBT * _unopposed(page, first, ballot) + threshold
    kept = settle(final)
    if not kept.any():
        kept = _sentences(page, ballot)
    elif not ballot.dropped.any() and page.words[kept].sum() >= CLEAN * page.words.sum():
        kept = np.ones_like(kept)
    return final, kept


def _sentences(page: Page, ballot: Ballot) -> Bools:
    """What stays of a page of which nothing would be left: sentences that no rule speaks against.

    A one-line document gives the measures nothing to compare with; losing it is worse than leaving a stray sentence.
    """
    sentences: Bools = (page.words >= 5) & page.stopped & (ballot.dropped == 0)
    return sentences


def _unopposed(page: Page, first: Floats, ballot: Ballot) -> Bools:
    """Lines that only their surroundings speak against: long whole sentences, and what looks much like article."""
    sentence = (page.words >= 12) & page.stopped
    unopposed: Bools = (first > np.where(sentence, -1.0, 1.0)) & (ballot.dropped == 0)
    return unopposed


def reconsider(forest: weights.Forest, columns: measures.Columns, first: Floats, ballot: Ballot) -> Floats:
    """Score the lines once more in the light of all first scores; those beyond doubt keep their own verdict."""
    final = first.copy()
    doubtful = np.flatnonzero((first > SURE) & ~ballot.named)
    if len(doubtful):
        final[doubtful] = forest.scores(columns, doubtful) + ballot.net[doubtful]
    return final


def settle(score: Floats) -> Bools:
    """The likeliest sequence of kept and dropped, where a change costs `SWITCH`.

    >>> settle(np.array([2.0, -0.1, 3.0, -2.0, -2.0])).tolist()
    [True, True, True, False, False]
    """
    kept, dropped = 0.0, 0.0
    back: list[tuple[bool, bool]] = []
    for gain in (np.clip(score, -6, 6) / 2).tolist():
        stay_kept, stay_dropped = kept >= dropped - SWITCH, dropped >= kept - SWITCH
        back.append((stay_kept, stay_dropped))
        kept, dropped = (
            (kept if stay_kept else dropped - SWITCH) + gain,
            (dropped if stay_dropped else kept - SWITCH) - gain,
        )
    state = kept > dropped
    settled = np.zeros(len(score), dtype=np.bool_)
    for line in range(len(score) - 1, -1, -1):
        settled[line] = state
        stay_kept, stay_dropped = back[line]
        state = stay_kept if state else not stay_dropped
    return settled


def _labels(page: Page, ballot: Ballot, kept: Bools) -> tuple[str, ...]:
    """Name every line: by its votes, by the run it stands in, by its shape."""
    sums: dict[int, dict[str, float]] = {}
    for vote in ballot.votes:
        if (vote.label in KEPT) == bool(kept[vote.line]):
            of_line = sums.setdefault(vote.line, {})
            of_line[vote.label] = of_line.get(vote.label, 0.0) + vote.weight
    named = {line: max(sorted(labels), key=labels.__getitem__) for line, labels in sums.items()}
    spread = _spread(named, kept)
    return tuple(
        named.get(line) or ("body" if kept[line] else spread.get(line) or _from_shape(page, line))
        for line in range(page.n)
    )


def _spread(named: dict[int, str], kept: Bools) -> dict[int, str]:
    """Residue labels carried down, then up, to unnamed lines of the same dropped run, at most `_LOOK` lines far."""
    found: dict[int, str] = {}
    lines = range(len(kept))
    for order in (lines, reversed(lines)):
        label, left = "", 0
        for line in order:
            if kept[line]:
                label, left = "", 0
            elif line in named:
                label, left = (named[line], _LOOK) if named[line] in RESIDUE else ("", 0)
            elif left:
                found.setdefault(line, label)
                left -= 1
    return found


def _from_shape(page: Page, line: int) -> str:
    """Headlines and prose outside the article are other articles'; the rest leads somewhere."""
    return "related" if page.words[line] >= 5 else "navigation"
