"""Pages whose articles are a few sentences: what a fit on long articles takes for menus and teasers.

On most development pages the article is the longest run of prose, and a fit relies on that. Where it is three sentences
between boxes whose teasers are as long, only what is said, and where, can tell them apart.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from cleaner.plain import walls
from fitting.mixed import Row, rows_of, written
from fitting.pages import Sample

OFTEN = {"news": 1.0, "web": 0.3}
"""The chance of a page to be shortened as well."""
_LINES = (1, 2, 3, 4, 6, 9)  # of the article that stay
_SENTENCES = (1, 1, 2, 3)  # of each paragraph
_AGAINST = 1.5  # to 1: what its article counts against all around it, as on a usual page


def shortened(samples: Iterable[Sample]) -> Iterator[Sample]:
    """Cut the articles of whole pages among samples of text; drawn by a fixed seed."""
    for sample in samples:
        if sample.mode != "text" or not sample.kept.any():
            continue
        draw = random.Random(f"short {sample.variant} {sample.id}")
        if draw.random() < OFTEN[sample.set] and (made := _short(sample, draw)):
            yield made


def weighed(size: NDArray[np.float64], kept: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Let the few lines of the article count as much as those of a whole one.

    By their words alone the fit would learn that next to nothing of a page is article, and lose more of it.
    """
    weighed = size.copy()
    weighed[kept] *= size[~kept].sum() / size[kept].sum() * _AGAINST
    return weighed


def _short(page: Sample, draw: random.Random) -> Sample | None:
    article = np.flatnonzero(page.kept)
    left = set(article[: draw.choice(_LINES)].tolist())
    last = max(left)
    some = draw.choice(_SENTENCES)
    rows = [
        _cut(row, some) if at in left else row
        for at, row in enumerate(rows_of(page))
        if at in left or (not row.kept and (at < last or at > article[-1]))
    ]
    if all(row.kept for row in rows):
        return None  # nothing stands around the article
    return written(page, "short", page.id, rows)


def _cut(row: Row, some: int) -> Row:
    """The first sentences of a paragraph."""
    ends = [end.end() for end in walls.SENTENCE_END.finditer(row.text)]
    if len(ends) < some:
        return row
    text = row.text[: ends[some - 1]].rstrip()
    return row._replace(text=text, words=row.words * len(text) / len(row.text))
