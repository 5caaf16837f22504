"""Arithmetic over the lines around each line: windows, distances, runs, the heaviest interval.

Everything takes all lines of a page at once. On a page of some hundred lines a call of numpy costs more than what it
computes, so many windows are asked for in one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cleaner.characters import Bools, Floats, Ints

FAR = 60.0
"""Lines; farther than this is simply far."""


@dataclass(frozen=True)
class Spans:
    """Which windows to add up: for each the row of numbers, and how many lines it reaches up and down.

    A reach of -1 leaves the line itself out.
    """

    row: Ints
    above: Ints
    below: Ints

    @classmethod
    def of(cls, *spans: tuple[int, int, int]) -> Spans:
        """Make them from triples of row, reach above and reach below."""
        row, above, below = np.array(spans, dtype=np.int64).T
        return cls(row, above, below)


class Windows:
    """Sums of rows of numbers over the lines around each line, from one running total.

    >>> lines = Windows([np.array([1.0, 2.0, 4.0, 8.0])], reach=2)
    >>> lines.sums(Spans.of((0, 1, 1), (0, 2, -1))).tolist()
    [[3.0, 7.0, 14.0, 12.0], [0.0, 1.0, 3.0, 6.0]]
    """

    def __init__(self, rows: Sequence[Floats | Bools], reach: int) -> None:
        """Add up the rows, for windows that reach at most so many lines up or down."""
        n = len(rows[0])
        self._reach = reach
        self._width = n + 2 * reach + 1
        # The total before each line; beyond the page's ends it stays what it is there.
        total = np.zeros((len(rows), self._width))
        for place, row in zip(total, rows, strict=True):
            place[reach + 1 : reach + 1 + n] = row
        np.add.accumulate(total, axis=1, out=total)
        # Row k begins at the k-th number: each window's end and its beginning are a row of n numbers each.
        self._at = np.ndarray((total.size - n + 1, n), np.float64, total, strides=(total.itemsize, total.itemsize))

    def sums(self, spans: Spans) -> Floats:
        """A row a window: its sum around each line."""
        begin = spans.row * self._width + self._reach
        sums: Floats = self._at[begin + spans.below + 1]
        sums -= self._at[begin - spans.above]
        return sums


def since(masks: Bools) -> Floats:
    """Lines since the last marked line, the line itself included; `FAR` where there is none so near.

    >>> since(np.array([False, True, False, False])).tolist()
    [60.0, 0.0, 1.0, 2.0]
    """
    at = np.arange(masks.shape[-1], dtype=np.float64)
    last = np.maximum.accumulate(np.where(masks, at, -FAR), axis=-1)
    return np.minimum(at - last, FAR)


def until(masks: Bools) -> Floats:
    """Lines until the next marked line, the line itself included."""
    return since(masks[..., ::-1])[..., ::-1]


def runs(mask: Bools) -> Ints:
    """A number for each unbroken run of equal marks, of at least one line.

    >>> runs(np.array([True, True, False, True])).tolist()
    [0, 0, 1, 2]
    """
    numbers: Ints = np.zeros(len(mask), dtype=np.int64)
    np.add.accumulate(mask[1:] != mask[:-1], out=numbers[1:])
    return numbers


def lengths(numbers: Ints) -> Ints:
    """How many lines each line's run has; `numbers` are those of `runs`.

    >>> lengths(np.array([0, 0, 1])).tolist()
    [2, 2, 1]
    """
    return np.bincount(numbers).take(numbers)


def neighbours(column: Floats | Bools, reach: int, empty: float = 0.0) -> dict[int, Floats]:
    """The column of the lines around each line: at 1 that of the next line, at -1 that of the line before, ...

    >>> near = neighbours(np.array([1.0, 2.0, 3.0]), 2, empty=9.0)
    >>> near[-1].tolist(), near[2].tolist()
    ([9.0, 1.0, 2.0], [3.0, 9.0, 9.0])
    """
    n = len(column)
    padded = np.full(n + 2 * reach, empty)
    padded[reach : reach + n] = column
    return {by: padded[reach + by : reach + by + n] for by in range(-reach, reach + 1)}


def median(column: Floats) -> float:
    """The median; `np.median` takes ten times as long for a column of some hundred lines.

    >>> median(np.array([3.0, 1.0, 2.0])), median(np.array([1.0, 4.0]))
    (2.0, 2.5)
    """
    column = np.sort(column)
    return float(column[(len(column) - 1) // 2] + column[len(column) // 2]) / 2


def best_interval(gain: Floats) -> tuple[int, int]:
    """The interval [first, last) with the greatest sum (Kadane's algorithm); empty where nothing is above 0.

    >>> best_interval(np.array([-1.0, 2.0, -1.0, 3.0, -5.0]))
    (1, 4)
    """
    total = np.zeros(len(gain) + 1)
    np.add.accumulate(gain, out=total[1:])
    lowest = np.minimum.accumulate(total)
    end = int(np.argmax(total - lowest))
    return int(np.argmin(total[: end + 1])), end
