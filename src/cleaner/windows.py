"""Arithmetic over the lines around each line: windows, distances, runs, the heaviest interval.

Everything takes all lines of a page at once, along the last axis, so that several columns cost little more than one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

FAR = 60.0
"""Lines; farther than this is simply far."""


class Windows:
    """Sums of columns over the lines around each line, from one running total.

    >>> lines = Windows(np.array([1.0, 2.0, 4.0, 8.0]), reach=2)
    >>> lines.sums((1, 1), (2, -1)).tolist()
    [[3.0, 7.0, 14.0, 12.0], [0.0, 1.0, 3.0, 6.0]]
    """

    def __init__(self, columns: Floats, reach: int) -> None:
        """Add up the columns, one or a row each, for windows that reach at most so many lines up or down."""
        self._n = columns.shape[-1]
        self._reach = reach
        # The total before each line; beyond the page's ends it stays what it is there.
        self._total = np.zeros((*columns.shape[:-1], self._n + 2 * reach + 2))
        end = reach + 1 + self._n
        np.cumsum(columns, axis=-1, out=self._total[..., reach + 1 : end])
        self._total[..., end:] = self._total[..., end - 1 : end]

    def sums(self, *windows: tuple[int, int]) -> Floats:
        """A row a window: sums from so many lines above each line to so many below; -1 leaves the line itself out."""
        sums = np.empty((len(windows), *self._total.shape[:-1], self._n))
        for (before, after), row in zip(windows, sums, strict=True):
            begin, end = self._reach - before, self._reach + after + 1
            np.subtract(self._total[..., end : end + self._n], self._total[..., begin : begin + self._n], out=row)
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
    np.cumsum(mask[1:] != mask[:-1], out=numbers[1:])
    return numbers


def run_length(mask: Bools, numbers: Ints) -> Floats:
    """For marked lines the number of marked lines in their unbroken run, else 0; `numbers` are the mask's `runs`."""
    lengths: Floats = (np.bincount(numbers).take(numbers) * mask).astype(np.float64)
    return lengths


def shifted(column: Floats, by: int, empty: float = 0.0) -> Floats:
    """The column of the line `by` lines above (negative: below).

    >>> shifted(np.array([1.0, 2.0, 3.0]), 1).tolist(), shifted(np.array([1.0, 2.0, 3.0]), -2, 9.0).tolist()
    ([0.0, 1.0, 2.0], [3.0, 9.0, 9.0])
    """
    moved = np.full(len(column), empty)
    if by > 0:
        moved[by:] = column[:-by]
    else:
        moved[:by] = column[-by:]
    return moved


def best_interval(gain: Floats) -> tuple[int, int]:
    """The interval [first, last) with the greatest sum (Kadane's algorithm); empty where nothing is above 0.

    >>> best_interval(np.array([-1.0, 2.0, -1.0, 3.0, -5.0]))
    (1, 4)
    """
    total = np.concatenate(([0.0], np.cumsum(gain)))
    lowest = np.minimum.accumulate(total)
    end = int(np.argmax(total - lowest))
    return int(np.argmin(total[: end + 1])), end
