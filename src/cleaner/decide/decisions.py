"""What became of every line of a page, and why: its own verdict beside the settled one, with who settled it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, overload

from cleaner import reasons
from cleaner.characters import Columns, Floats
from cleaner.decide.ballot import CLEAR, Ballot
from cleaner.features import Page
from cleaner.model import KEPT, Decision, Vote
from cleaner.reasons import Reason


class Scores(NamedTuple):
    """What the measures say of every line: its own log-odds of being kept, the settled ones, and what they are of."""

    first: Floats
    final: Floats
    columns: Columns


@dataclass(frozen=True)
class Decisions(Sequence[Decision]):
    """What became of every line. `labels` are settled; `Decision` objects, with reasons, are made when asked for."""

    page: Page
    ballot: Ballot
    labels: tuple[str, ...]
    score: Callable[[], Scores]
    others: Mapping[int, Decision] = field(default_factory=dict)  # of lines that a later reading decided

    @cached_property
    def scores(self) -> Scores:
        """The scores of every line; those of a text that the rules alone show to be clean are worked out only now."""
        return self.score()

    def overruled(self, others: Mapping[int, Decision]) -> Decisions:
        """Put what a later reading said of some lines in the place of what was decided."""
        labels = list(self.labels)
        for line, decision in others.items():
            labels[line] = decision.label
        return replace(self, labels=tuple(labels), others={**self.others, **others})

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
        return tuple(self.on(range(len(self.labels))))

    def on(self, lines: Sequence[int]) -> Iterator[Decision]:
        """The decisions on some lines, each named once; their reasons are worked out for these alone."""
        net = self.ballot.net
        for line, label, score, rule, evidence in self.reasons(lines):
            told = label not in KEPT and rule != reasons.RULE and net[line] <= -CLEAR
            if told or (score > 0) == (label in KEPT):
                own, settled_by = label, rule
            else:
                own = "body" if score > 0 else _own(self.ballot.by_line.get(line, ()))
                settled_by = "neighbourhood"
            yield self.others.get(line) or Decision(line, label, own, score, rule, evidence, settled_by)

    def reasons(self, lines: Sequence[int]) -> list[Reason]:
        """Why some lines are what they are; it is worked out for these alone."""
        labels, others, (first, _, columns) = self.labels, self.others, self.scores
        scores = first.round(2).tolist()
        spoken = reasons.spoken(self.ballot.votes, labels)
        silent = [line for line in lines if line not in spoken]
        stays = [labels[line] in KEPT for line in silent]
        shape = reasons.explain(self.page, columns, first, silent, stays)
        found = [Reason(at, labels[at], scores[at], *(spoken.get(at) or (reasons.RULE, next(shape)))) for at in lines]
        return [Reason.of(others[one.line]) if one.line in others else one for one in found] if others else found


def _own(votes: Sequence[Vote]) -> str:
    return next((v.label for v in votes if v.label not in KEPT), "navigation")
