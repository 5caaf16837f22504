"""Rows of menus in a text whose blocks share a line: long stretches without a stop in which most words have a capital.

    Home News Business Sport Culture Log in Old bridge closed The council voted on Monday …

How many words have a capital in the sentences of a text differs by language, so each text is measured against its own.
Two states, row and prose, explain the words between two stops best (Viterbi's algorithm). Each entry of a row is a
block then, as most renderers of pages write it. Why not more: in a list of names that reads on, a comma stands before
the next; a stretch that is no longer than a sentence may be one; and without sentences there is no measure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import log

_SENTENCE = range(6, 31)  # words; fewer may be an entry, and of more a menu may be a part
_MEASURED = 50  # words of sentences, at least
_SHARE = 0.8  # of a row's words have a capital
_FEWEST, _MOST = 0.1, 0.7  # of a sentence's
_CHANGE = 8.0  # log-odds of a change between the states
_ROW = 12  # words


def entries(words: Sequence[str], small: Sequence[bool], capital: Sequence[bool], ends: Sequence[int]) -> Iterator[int]:
    """The words that begin an entry of a row, and the one after it.

    Args:
        words: without marks around them.
        small: whether each begins with a small letter.
        capital: whether each begins with a capital.
        ends: the words before which a sentence ends.

    >>> said = 9 * "the old bridge over the river was closed ".split()
    >>> words = [*said, *"Home News Sport Money Law Log in Books Film Radio Art Food Wine Gardens The".split(), *said]
    >>> small = [word.islower() for word in words]
    >>> found = entries(words, small, [not one for one in small], [8, 16, 24, 32, 40, 48, 56, 64])
    >>> [words[at] for at in found][-4:]
    ['Food', 'Wine', 'Gardens', 'The']
    """
    stretches = list(pairwise([0, *ends, len(words)]))
    sentences = [(first, last) for first, last in stretches if last - first in _SENTENCE]
    capitals, smalls = (sum(sum(column[first:last]) for first, last in sentences) for column in (capital, small))
    if capitals + smalls < _MEASURED or capitals > _MOST * (capitals + smalls):
        return
    usual = max(_FEWEST, capitals / (capitals + smalls))
    for_prose, for_row = log((1 - usual) / (1 - _SHARE)), log(_SHARE / usual)
    said = Counter(pairwise(words))
    for first, last in stretches:
        if last - first < _SENTENCE.stop:
            continue
        odds = [for_prose * small[at] - for_row * capital[at] for at in range(first, last)]
        for begin, end in _rows(odds):
            after = end = first + end
            while after < last and capital[after - 1] and said[words[after - 1], words[after]] > 1:
                after -= 1  # a name that the text says again, with which the prose begins
            yield from (at for at in range(first + begin + 1, min(after, last - 1) + 1) if capital[at])


def _rows(odds: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Where rows begin and end, up to the word with which the prose begins, from each word's log-odds for prose."""
    row = prose = 0.0
    changed = []
    for worth in odds:
        changed.append((row - _CHANGE > prose, prose - _CHANGE > row))
        row, prose = max(row, prose - _CHANGE) - worth, max(prose, row - _CHANGE) + worth
    is_row = row > prose
    states = []
    for change in reversed(changed):
        states.append(is_row)
        is_row ^= change[is_row]
    at = 0
    for is_row, run in groupby(reversed(states)):
        size = sum(1 for _ in run)
        if is_row and size >= _ROW:
            yield at, at + size - 1
        at += size
