"""Groups of lines, and words of a line for evidence: what every family of rules writes its finds with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from cleaner.characters import Bools

_BEGIN, _END = 40, 8  # characters


def quoted(text: str) -> str:
    """The line's words in quotation marks, for evidence; of a long one the first and the last, whole where they can be.

    >>> quoted("Read also: the mayor resigns over the bridge contract after all")
    '"Read also: the mayor resigns over the … all"'
    >>> quoted("路" * 60) == '"' + "路" * 40 + "…" + "路" * 8 + '"'
    True
    """
    if len(text) <= _BEGIN + _END:
        return f'"{text}"'
    begin, end = text[:_BEGIN], text[-_END:]
    if " " in begin and " " in end:
        return f'"{begin.rpartition(" ")[0].rstrip()} … {end.partition(" ")[2].lstrip()}"'
    return f'"{begin.rstrip()}…{end.lstrip()}"'


def marked(mask: Bools) -> list[int]:
    """The numbers of marked lines.

    >>> marked(np.array([True, False, True]))
    [0, 2]
    """
    numbers: list[int] = mask.nonzero()[0].tolist()
    return numbers


def stretches(mask: Bools, least: int) -> list[tuple[int, int]]:
    """First and last line of every run of marked lines that has at least so many.

    >>> stretches(np.array([True, True, False, True]), 2)
    [(0, 1)]
    """
    if np.count_nonzero(mask) < least:
        return []
    padded = np.zeros(len(mask) + 2, dtype=np.bool_)
    padded[1:-1] = mask
    edges = (padded[1:] != padded[:-1]).nonzero()[0]
    begins, ends = edges[::2], edges[1::2]
    long = ends - begins >= least
    return [(a, b - 1) for a, b in zip(begins[long].tolist(), ends[long].tolist(), strict=True)]


def runs(lines: Iterable[int], reach: int = 1) -> Iterator[list[int]]:
    """Ascending line numbers in groups whose neighbours are at most `reach` apart.

    >>> list(runs([1, 2, 3, 7, 9], reach=2))
    [[1, 2, 3], [7, 9]]
    """
    run: list[int] = []
    for line in lines:
        if run and line - run[-1] > reach:
            yield run
            run = []
        run.append(line)
    if run:
        yield run
