"""What a line is called once it is known whether it stays."""

from __future__ import annotations

import numpy as np

from cleaner.characters import Bools, Ints
from cleaner.decide.ballot import ARE_RESIDUE, KEEPS, NAMES, ROW, Ballot
from cleaner.features import Page

_LOOK = 4  # lines; how far a label spreads within a dropped run


def labels(page: Page, ballot: Ballot, kept: Bools) -> tuple[str, ...]:
    """Name every line: by its votes, by the run it stands in, by its shape.

    Headlines and prose outside the article are other articles'; the rest leads somewhere.
    """
    shape = np.where(page.words >= 5, ROW["related"], ROW["navigation"])
    named = _named(ballot, kept)
    rows = np.where(named >= 0, named, np.where(kept, ROW["body"], _spread(named, kept, shape)))
    return tuple(map(NAMES.__getitem__, rows.tolist()))


def _named(ballot: Ballot, kept: Bools) -> Ints:
    """For each line the label that most speaks for among those that agree with its fate, the first of equals; or -1."""
    agree = (KEEPS.take(ballot.rows) == kept.take(ballot.lines)).nonzero()[0]
    weakest_first = agree[np.lexsort((-ballot.rows[agree], ballot.said[agree]))]
    named = np.full(len(kept), -1)
    named[ballot.lines[weakest_first]] = ballot.rows[weakest_first]
    return named


def _spread(named: Ints, kept: Bools, empty: Ints) -> Ints:
    """Residue labels carried down, then up, to unnamed lines of the same dropped run, at most `_LOOK` lines far.

    Args:
        named: each line's label, or -1.
        kept: whether each line stays.
        empty: what a line is labelled that no label reaches.
    """
    at = np.arange(len(kept))
    ends = kept | (named >= 0)
    carried = np.where(~kept & (named >= 0) & ARE_RESIDUE.take(named), named, -1)
    above = np.maximum.accumulate(np.where(ends, at, -1))
    below = np.minimum.accumulate(np.where(ends, at, len(kept))[::-1])[::-1]
    from_above = np.where((above >= 0) & (at - above <= _LOOK), carried.take(above), -1)
    from_below = np.where((below < len(kept)) & (below - at <= _LOOK), carried.take(below, mode="clip"), -1)
    return np.where(from_above >= 0, from_above, np.where(from_below >= 0, from_below, empty))
