"""The votes on a page's lines, counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cleaner.characters import Bools, Floats, Ints
from cleaner.model import KEPT, LABELS, METADATA, RESIDUE, Vote
from cleaner.once import cached_property
from cleaner.rules import Votes
from cleaner.rules.templates import OF_THE_SITE

CLEAR = 4.0  # log-odds of a clear vote, see rules/table.tsv
PROVEN = 6.0  # log-odds of a vote that is near proof
_STRONG = 8.0  # votes beyond this say no more: one rule that errs must not outweigh a page

NAMES = tuple(sorted(LABELS))
ROW = {label: row for row, label in enumerate(NAMES)}
"""The number of each label in alphabetical order."""
KEEPS = np.array([label in KEPT for label in NAMES])
ARE_RESIDUE = np.array([label in RESIDUE for label in NAMES])
_NAMES_METADATA = np.array([label in METADATA for label in NAMES])


@dataclass(frozen=True)
class Ballot:
    """The votes of a page, and their sums a line for and against keeping."""

    votes: Sequence[Vote]
    kept: Floats
    dropped: Floats
    metadata: Floats  # the part of `dropped` that names the line as metadata
    lines: Ints  # each vote's line
    rows: Ints  # the row of each vote's label, see `ROW`
    said: Floats  # for each vote, the sum of all votes for its label on its line

    @classmethod
    def of(cls, n: int, votes: Sequence[Vote]) -> Ballot:
        """Count the votes of a page of `n` lines."""
        lines, rows, weights, named = _columns(votes)
        keeps = KEEPS.take(rows)
        kept = np.bincount(lines, weights * keeps, minlength=n)
        dropped = np.bincount(lines, weights * ~keeps, minlength=n)
        metadata = np.bincount(lines, weights * _NAMES_METADATA.take(rows), minlength=n).astype(np.float64)
        places = rows * n + lines
        said = np.bincount(places, weights * named, minlength=1).astype(np.float64).take(places)
        return cls(votes, np.minimum(kept, _STRONG), np.minimum(dropped, _STRONG), metadata, lines, rows, said)

    @cached_property
    def net(self) -> Floats:
        """Log-odds of keeping that the votes add."""
        return self.kept - self.dropped

    @cached_property
    def named(self) -> Bools:
        """Lines that a clear vote names as title, byline, date and the like, or as the article's lead.

        What such a line looks like says nothing of where it belongs, and people who label bodies do not agree whether
        a title or a lead is one; so these lines are neither fitted nor asked again.
        """
        leads = (self.rows == ROW["lead"]) & (self.said >= CLEAR)
        named: Bools = (self.metadata >= CLEAR) | (np.bincount(self.lines[leads], minlength=len(self.kept)) > 0)
        return named

    @cached_property
    def residue(self) -> Bools:
        """Lines that a clear vote names as residue of the page around the article."""
        clear = ARE_RESIDUE.take(self.rows) & (self.said >= CLEAR)
        residue: Bools = np.bincount(self.lines[clear], minlength=len(self.kept)) > 0
        return residue

    @property
    def asides(self) -> Bools:
        """Lines that may be as long as a standfirst: clearly a picture's, or nearly proven to tell of the author."""
        told = (self.rows == ROW["byline"]) & (self.said >= PROVEN)
        told |= (self.rows == ROW["caption"]) & (self.said >= CLEAR)
        asides: Bools = np.bincount(self.lines[told], minlength=len(self.kept)) > 0
        return asides

    @cached_property
    def by_line(self) -> dict[int, list[Vote]]:
        """Votes by line, strongest first."""
        found: dict[int, list[Vote]] = defaultdict(list)
        for vote in sorted(self.votes, key=lambda v: (-v.weight, v.label, v.rule)):
            found[vote.line].append(vote)
        return found


def _columns(votes: Sequence[Vote]) -> tuple[Ints, Ints, Floats, Bools]:
    """For each vote its line, its label's row, its weight, and whether it says what the line is.

    Those of a template book (`OF_THE_SITE`) say only that the line goes.
    """
    if isinstance(votes, Votes):
        counts = [len(finds) for _, finds in votes.found]
        lines = np.array([line for _, finds in votes.found for line, _ in finds], dtype=np.int64)
        found = [rule for rule, _ in votes.found]
        rows = np.array([ROW[rule.label] for rule in found], dtype=np.int64).repeat(counts)
        weights = np.array([rule.weight for rule in found], dtype=np.float64).repeat(counts)
        named = np.array([rule.id not in OF_THE_SITE for rule in found], dtype=np.bool_).repeat(counts)
    else:
        lines = np.array([vote.line for vote in votes], dtype=np.int64)
        rows = np.array([ROW[vote.label] for vote in votes], dtype=np.int64)
        weights = np.array([vote.weight for vote in votes], dtype=np.float64)
        named = np.array([vote.rule not in OF_THE_SITE for vote in votes], dtype=np.bool_)
    return lines, rows, weights, named
