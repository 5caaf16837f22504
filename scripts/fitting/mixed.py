"""Pages that nobody published: the article of one in the surroundings of another.

There are few publishers, and a fit learns their surroundings by heart. Where articles and surroundings are mixed, it
has to go by what all of them share. With them held-out publishers of `news` gain 0.001 to 0.008 of F1, those of `web`
nothing; more of them, or counting them more, gained nothing over that.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from cleaner import plain
from fitting.pages import Sample

OFTEN = {"news": 3.0, "web": 0.6}
"""Articles put into the surroundings of a page; below 1 it is the chance of one."""
_LEAST = 3  # lines of an article
_HEAD = (3, 6, 9)  # lines above an article that go with it: its title, byline and date
_TAIL = (0, 2, 4)  # lines below it, likewise
_INSIDE = (0, 1, 3)  # interruptions of the one article that are put between the other's paragraphs
_GAP = 4  # blank lines between two, at most


class Row(NamedTuple):
    """A line as it stood: its text and layout, whether it is article, and its words."""

    text: str
    gap: int
    indent: int
    kept: bool
    words: float


def mixed(samples: Iterable[Sample]) -> Iterator[Sample]:
    """Mix the whole pages among samples of text, each with others of the same rendering; drawn by a fixed seed."""
    pages = defaultdict(list)
    for sample in samples:
        if sample.mode == "text" and np.count_nonzero(sample.kept) >= _LEAST:
            pages[sample.variant].append(sample)
    for page in (page for some in pages.values() for page in some):
        draw = random.Random(f"mix {page.variant} {page.id}")
        often = OFTEN[page.set]
        if often < 1 and draw.random() > often:
            continue
        for _ in range(max(1, int(often))):
            other = draw.choice(pages[page.variant])
            if other.id != page.id and (made := _mix(page, other, draw)):
                yield made


def _mix(page: Sample, other: Sample, draw: random.Random) -> Sample | None:
    around, inside = rows_of(page), rows_of(other)
    first, last = np.flatnonzero(page.kept)[[0, -1]]
    begin, end = np.flatnonzero(other.kept)[[0, -1]]
    head = draw.choice(_HEAD)
    article = inside[max(0, begin - head) : end + 1 + draw.choice(_TAIL)]
    breaks = [list(run) for kept, run in groupby(around[first : last + 1], key=lambda row: row.kept) if not kept]
    wanted = min(len(breaks), len(article) - 1, draw.choice(_INSIDE))
    for place in sorted(draw.sample(range(1, len(article)), wanted), reverse=True):
        article[place:place] = draw.choice(breaks)
    rows = [*around[: max(0, first - head)], *article, *around[last + 1 :]]
    return written(page, "mixed", f"{page.id} {other.id}", rows)


def rows_of(sample: Sample) -> list[Row]:
    """The lines of a page, to be put together in another way."""
    page = sample.document
    columns = zip(page.texts, page.gaps, page.indents, sample.kept.tolist(), sample.words.tolist(), strict=True)
    return [Row(*row) for row in columns]


def written(page: Sample, mode: str, name: str, rows: Sequence[Row]) -> Sample | None:
    """The rows written down and read as a page; None where reading joins lines that stood apart."""
    text = "".join("\n" * (min(row.gap, _GAP) + 1) + " " * row.indent + row.text for row in rows).lstrip("\n")
    document = plain.read(text)
    if document.texts != tuple(row.text for row in rows):
        return None
    return Sample(
        page.set, mode, page.variant, name, page.fold, document,
        np.array([row.kept for row in rows]), np.array([row.words for row in rows]),
        "\n".join(row.text for row in rows if row.kept), page.part,
    )  # fmt: skip
