"""Says in words why a line was kept or dropped, by the rule that spoke for it or, when none did, by its measures.

The additive table knows what each measure added to a line's score. The two or three that said most become a clause
each (see `clauses`); of a class or id the clause has the words that the page says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from cleaner import weights
from cleaner.characters import Columns, Floats
from cleaner.features import Page
from cleaner.model import Decision, Vote
from cleaner.reasons import clauses
from cleaner.rules import Votes, rules

RULE = "shape"
"""The id under which the fitted measures stand among the rules."""

_MOST = 3  # clauses
_QUOTE = 60  # characters of the line
_UNIT = np.float32(1000)  # a log-odd of the table
_MEASURES = 1 << 10  # more than there are
_TOGETHER = 1 << 13  # lines explained at once: each takes kilobytes until it is


class Reason(NamedTuple):
    """Why a line is what it is: a `Decision` without what only a report asks for."""

    line: int
    label: str
    score: float
    rule: str
    evidence: str

    @classmethod
    def of(cls, decision: Decision) -> Reason:
        """Give the reason of a decision."""
        return cls(decision.line, decision.label, decision.score, decision.rule, decision.evidence)


def ids() -> list[str]:
    """Every id that lines may be ignored or selected by: those of the rules, and the measures'."""
    return [*rules(), RULE]


def spoken(votes: Sequence[Vote], labels: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Rule and evidence of the strongest vote for each line's label, by line, where there is such a vote."""
    if isinstance(votes, Votes):
        found = [(rule.weight, rule.label, rule.id, finds) for rule, finds in votes.found]
    else:
        found = [(vote.weight, vote.label, vote.rule, [(vote.line, vote.because)]) for vote in votes]
    strongest: dict[int, tuple[str, str]] = {}
    for _, label, rule, finds in sorted(found, key=lambda one: (-one[0], *one[1:3])):
        for line, because in finds:
            if labels[line] == label and line not in strongest:
                strongest[line] = rule, because
    return strongest


def explain(
    page: Page, columns: Columns, first: Floats, lines: Sequence[int], kept: Sequence[bool]
) -> Iterator[str]:
    """The evidence for each of `lines`, of which no rule's vote says why it was kept or dropped.

    Args:
        page: the document.
        columns: its measures, the second ones too.
        first: the log-odds of each line's own verdict.
        lines: numbers of lines.
        kept: for each of these whether it stays.
    """
    for at in range(0, len(lines), _TOGETHER):
        yield from _explained(page, columns, first, lines[at : at + _TOGETHER], kept[at : at + _TOGETHER])


def _explained(
    page: Page, columns: Columns, first: Floats, lines: Sequence[int], kept: Sequence[bool]
) -> Iterator[str]:
    table, dom = weights.first(page.document.kind), page.document.dom
    chosen = np.asarray(lines)
    signs = np.where(kept, np.float32(1), np.float32(-1))
    # Shares are whole thousandths. With its measure's number behind it each is another number, and sorting takes least.
    shares = np.rint(table.shares(columns, chosen) * (signs[:, None] * _UNIT)).astype(np.int32)
    keys = shares * np.int32(_MEASURES) + np.arange(len(table.measures), dtype=np.int32)
    keys.sort(axis=1)
    strongest = keys[:, : -2 * _MOST - 1 : -1]
    which, speak = strongest % _MEASURES, (strongest >= _MEASURES).sum(axis=1)
    around, alone = columns["score_around_5"].take(chosen).tolist(), first.take(chosen).tolist()
    for at, (found, count) in enumerate(zip(which.tolist(), speak.tolist(), strict=True)):
        said = [f"the lines around it score {around[at]:+.1f}"] if (alone[at] > 0) != kept[at] else []
        for measure in found[:count]:
            name = table.measures[measure]
            value = float(np.float32(columns[name][lines[at]]))  # as the table sees it
            clause = clauses.of(name, value, dom.tokens[lines[at]] if dom else frozenset())
            if clause not in said:
                said.append(clause)
            if len(said) == _MOST:
                break
        text = page.texts[lines[at]]
        quote = text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"
        yield f'"{quote}": ' + ", ".join(said)
