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
from dataclasses import dataclass, replace
from functools import cached_property
from typing import overload

import numpy as np

from cleaner import measures, reasons, rules, weights
from cleaner.config import Config
from cleaner.features import Bools, Floats, Ints, Page
from cleaner.genre import ARTICLE, Judgement
from cleaner.model import KEPT, LABELS, METADATA, RESIDUE, Decision, Vote
from cleaner.rules import Votes
from cleaner.rules.templates import OF_THE_SITE

SWITCH = 0.1  # log-odds that a change between kept and dropped costs; chosen on held-out development pages
CLEAN = 0.85  # share of words; a document of which more is article, and where no rule finds residue, is left alone
DOUBT = 0.7  # log-odds for a line that by itself could well be article and that no rule speaks against; likewise
BRIEF = 50  # lines; a document of fewer has too little around a sentence to speak against it
RELUCTANCE = 2.0  # log-odds for such a document's sentences that no rule speaks against; chosen likewise, for recall
_STRONG = 8.0  # votes beyond this say no more: one rule that errs must not outweigh a page
SURE = -6.0  # log-odds; a line whose own verdict is lower is not asked again
_CLEAR = 4.0  # log-odds of a clear vote, see rules/table.tsv
_LOOK = 4  # lines; how far a label spreads within a dropped run


_NAMES = tuple(sorted(LABELS))
_ROW = {label: row for row, label in enumerate(_NAMES)}
_KEEPS = np.array([label in KEPT for label in _NAMES])
_ARE_RESIDUE = np.array([label in RESIDUE for label in _NAMES])
_NAMES_METADATA = np.array([label in METADATA for label in _NAMES])


@dataclass(frozen=True)
class Ballot:
    """The votes of a page, and their sums a line for and against keeping."""

    votes: Sequence[Vote]
    kept: Floats
    dropped: Floats
    metadata: Floats  # the part of `dropped` that names the line as metadata
    said: Floats  # for each label, in alphabetical order, what speaks for it on each line; -inf where nothing does

    @classmethod
    def of(cls, n: int, votes: Sequence[Vote]) -> Ballot:
        """Count the votes of a page of `n` lines."""
        lines, rows, weights, named = _columns(votes)
        places = rows * n + lines
        sums = np.bincount(places, weights, minlength=len(_NAMES) * n).reshape(len(_NAMES), n)
        says = (
            sums
            if named.all()
            else np.bincount(places, weights * named, minlength=len(_NAMES) * n).reshape(len(_NAMES), n)
        )
        said = np.full(len(_NAMES) * n, -np.inf)
        said[places] = 0.0
        kept, dropped = sums[_KEEPS].sum(axis=0), sums[~_KEEPS].sum(axis=0)
        metadata: Floats = sums[_NAMES_METADATA].sum(axis=0)
        said = said.reshape(len(_NAMES), n) + says
        return cls(votes, np.minimum(kept, _STRONG), np.minimum(dropped, _STRONG), metadata, said)

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


def _columns(votes: Sequence[Vote]) -> tuple[Ints, Ints, Floats, Bools]:
    """For each vote its line, its label's row, its weight, and whether it says what the line is.

    A book tells that a line goes, not what it is.
    """
    if isinstance(votes, Votes):
        counts = [len(finds) for _, finds in votes.found]
        lines = np.array([line for _, finds in votes.found for line, _ in finds], dtype=np.int64)
        found = [rule for rule, _ in votes.found]
        rows = np.repeat(np.array([_ROW[rule.label] for rule in found], dtype=np.int64), counts)
        weights = np.repeat(np.array([rule.weight for rule in found], dtype=np.float64), counts)
        named = np.repeat(np.array([rule.id not in OF_THE_SITE for rule in found], dtype=np.bool_), counts)
    else:
        lines = np.array([vote.line for vote in votes], dtype=np.int64)
        rows = np.array([_ROW[vote.label] for vote in votes], dtype=np.int64)
        weights = np.array([vote.weight for vote in votes], dtype=np.float64)
        named = np.array([vote.rule not in OF_THE_SITE for vote in votes], dtype=np.bool_)
    return lines, rows, weights, named


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
        by_line, scores = self.ballot.by_line, self.first.round(2).tolist()
        votes = [by_line.get(line, ()) for line in range(len(self.labels))]
        spoken = [
            next((vote for vote in of_line if vote.label == label), None)
            for of_line, label in zip(votes, self.labels, strict=True)
        ]
        silent = [line for line, vote in enumerate(spoken) if vote is None]
        stays = [self.labels[line] in KEPT for line in silent]
        shape = reasons.explain(self.page, self.columns, self.first, silent, stays)
        made = []
        for line, (label, vote) in enumerate(zip(self.labels, spoken, strict=True)):
            own = "body" if scores[line] > 0 else _own(votes[line])
            rule, evidence = (vote.rule, vote.because) if vote else (reasons.RULE, next(shape))
            agree = (own in KEPT) == (label in KEPT)
            settled_by = rule if agree else "neighbourhood"
            made.append(Decision(line, label, label if agree else own, scores[line], rule, evidence, settled_by))
        return tuple(made)


def _own(votes: Sequence[Vote]) -> str:
    return next((v.label for v in votes if v.label not in KEPT), "navigation")


def decide(page: Page, votes: Sequence[Vote], config: Config, genre: Judgement = ARTICLE) -> Decisions:
    """Weigh the votes of each line, then settle the sequence.

    Args:
        page: the document and its measures.
        votes: what the rules found, in any order.
        config: `threshold` is added to every line's log-odds of being kept.
        genre: what kind of page it is; of one that is no article the settled scores are corrected.
    """
    votes = genre.heard(votes)
    ballot = Ballot.of(page.n, votes)
    if not page.n:
        return Decisions(page, ballot, np.zeros(0), np.zeros(0), {}, ())
    kind = page.document.kind
    # The tables see the page as if the rules that they were fitted without had found nothing; the votes of these then
    # add to the lines that they name, and no other line's score changes with them.
    known = rules.fitted(votes)
    own = ballot if known is votes else Ballot.of(page.n, known)
    columns = measures.first(page, own.kept, own.dropped)
    alone = weights.first(kind).scores(columns)
    columns = columns | measures.second(page, alone + own.net)
    first = alone + ballot.net
    final, kept = verdict(page, weights.settled(kind), columns, first, ballot, config.threshold)
    if genre.genre != "article":
        fixed = ballot.named.copy()
        fixed[[vote.line for vote in ballot.votes if vote.rule in OF_THE_SITE]] = True
        final = np.where(fixed, final, genre.corrected(page, columns, first, final))
        corrected = settle(final)
        kept = corrected if corrected.any() else kept
    return Decisions(page, ballot, first, final, columns, _labels(page, ballot, kept))


def spare(decisions: Decisions) -> Decisions:
    """Leave a text alone that is laid out as a body and in which no rule finds clear residue: most likely it is one.

    So most bodies stay as they are when they are cleaned again. Lines that are metadata go, as
    from any page.
    """
    page, ballot = decisions.page, decisions.ballot
    if not page.document.body_like or page.template is not None:  # what recurs on its site, a book knows better
        return decisions
    kept = np.array([label in KEPT for label in decisions.labels])
    residue = ~kept & (np.where(_ARE_RESIDUE[:, None], ballot.said, -np.inf).max(axis=0) >= _CLEAR)
    if residue.any():
        return decisions
    named = np.array([label in METADATA for label in decisions.labels])
    spared = kept | ~named | (page.words >= 12)  # a long one is a standfirst, now that nothing stands above it
    return replace(decisions, labels=_labels(page, ballot, spared)) if (spared != kept).any() else decisions


def verdict(
    page: Page, forest: weights.Forest, columns: measures.Columns, first: Floats, ballot: Ballot, threshold: float = 0.0
) -> tuple[Floats, Bools]:
    """The settled score of each line, and whether it stays."""
    final = reconsider(forest, columns, first, ballot) + DOUBT * _unopposed(page, first, ballot) + threshold
    if page.n <= BRIEF:
        final += RELUCTANCE * _sentences(page, ballot, least=8)
    kept = settle(final)
    if not kept.any():
        kept = _sentences(page, ballot)
    elif not ballot.dropped.any() and page.words[kept].sum() >= CLEAN * page.words.sum():
        kept = np.ones_like(kept)
    return final, kept


def _sentences(page: Page, ballot: Ballot, least: int = 5) -> Bools:
    """Sentences of so many words that no rule speaks against: what stays of a page of which nothing would be left.

    A one-line document gives the measures nothing to compare with; losing it is worse than leaving a stray sentence.
    """
    sentences: Bools = (page.words >= least) & page.stopped & (ballot.dropped == 0)
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
    # Of the two states' scores only the difference matters; a change is worth it where that is more than its cost.
    lead = 0.0  # of kept over dropped
    leads: list[float] = []
    for gain in np.clip(score, -6, 6).tolist():
        leads.append(lead)
        lead = (SWITCH if lead > SWITCH else -SWITCH if lead < -SWITCH else lead) + gain
    state = lead > 0
    settled: list[bool] = []
    for lead in reversed(leads):
        settled.append(state)
        state = lead >= -SWITCH if state else lead > SWITCH
    return np.array(settled[::-1], dtype=np.bool_)


def _labels(page: Page, ballot: Ballot, kept: Bools) -> tuple[str, ...]:
    """Name every line: by its votes, by the run it stands in, by its shape."""
    agreeing = np.where(_KEEPS[:, None] == kept, ballot.said, -np.inf)
    row, is_named = agreeing.argmax(axis=0).tolist(), (agreeing.max(axis=0) > -np.inf).tolist()
    stays = kept.tolist()
    named = {line: _NAMES[row[line]] for line in range(page.n) if is_named[line]}
    spread = _spread(named, stays)
    return tuple(
        [
            named.get(line) or ("body" if stays[line] else spread.get(line) or _from_shape(page, line))
            for line in range(page.n)
        ]
    )


def _spread(named: dict[int, str], kept: list[bool]) -> dict[int, str]:
    """Residue labels carried down, then up, to unnamed lines of the same dropped run, at most `_LOOK` lines far."""
    found: dict[int, str] = {}
    lines = range(len(kept))
    for order in (lines, reversed(lines)):
        label, left = "", 0
        for line in order:
            if kept[line]:
                left = 0
            elif line in named:
                label = named[line]
                left = _LOOK if label in RESIDUE else 0
            elif left:
                found.setdefault(line, label)
                left -= 1
    return found


def _from_shape(page: Page, line: int) -> str:
    """Headlines and prose outside the article are other articles'; the rest leads somewhere."""
    return "related" if page.words[line] >= 5 else "navigation"
