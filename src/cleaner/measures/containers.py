"""What the page's containers say of a line once every line has a first score.

Around an article stand boxes: a list of headlines, a form, a biography, the comments. Whatever a site calls them, they
leave the container that holds most of the article, or are a container inside it whose lines do not look like the
article; and of a kind of line (one path, one set of tokens) mostly all are article or none. This is the page's tree
used as template-based extraction does (Kohlschütter 2010), with scores in the place of known templates.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cleaner.characters import Bools, Columns, Floats, Ints
from cleaner.features import Page
from cleaner.model import Dom

_MOST = (0.55, 0.8)  # of the article: what a container must hold at least, so that there is one innermost such


@dataclass(frozen=True, slots=True)
class Tree:
    """The containers of a page, numbered as they begin: all that is in one has the numbers up to its `last`.

    `around` is the container around each, -1 for none.

    >>> tree = Tree.of((-1, 0, 1, 0))
    >>> tree.last.tolist(), tree.inside(np.array([1.0, 2.0, 4.0, 8.0])).tolist()
    ([3, 2, 2, 3], [15.0, 6.0, 4.0, 8.0])
    >>> tree.way(2).nonzero()[0].tolist(), tree.levels(tree.way(2)).tolist()
    ([0, 1, 2], [1, 2, 3, 1])
    """

    around: Ints
    last: Ints

    @classmethod
    def of(cls, around: tuple[int, ...]) -> Tree:
        """Find where each container ends."""
        last = list(range(len(around)))
        for inner in range(len(around) - 1, 0, -1):
            outer = around[inner]
            if outer >= 0 and last[outer] < last[inner]:
                last[outer] = last[inner]
        return cls(np.array(around, dtype=np.int64), np.array(last, dtype=np.int64))

    @classmethod
    def on(cls, dom: Dom) -> Tree:
        """The containers of a page; those that nothing is said of have none around them."""
        return cls.of((*dom.around, *[-1] * (max(dom.group) + 1 - len(dom.around))))

    def inside(self, own: Floats) -> Floats:
        """What each container has with all that is in it, by what they have of their own."""
        total = np.zeros(len(own) + 1)
        np.add.accumulate(own, out=total[1:])
        sums: Floats = total[self.last + 1] - total[:-1]
        return sums

    def way(self, to: int) -> Bools:
        """Whether each container is this one or around it."""
        way: Bools = (np.arange(len(self.last)) <= to) & (self.last >= to)
        return way

    def levels(self, some: Bools) -> Ints:
        """How many of some containers each one is in, itself counted."""
        steps = np.zeros(len(some) + 1, dtype=np.int64)
        steps[:-1] += some
        np.subtract.at(steps, self.last[some] + 1, 1)
        levels: Ints = np.cumsum(steps[:-1])
        return levels


def second(page: Page, dom: Dom, score: Floats, size: Floats) -> Columns:
    """The page by its containers, and by its headings.

    `levels_outside_55%` counts the containers between a line and the innermost one that holds so much of the article;
    `box_…` are of what stands side by side around that one, `outer_links` of the container around the line's own.
    `kind_score` is of the lines of one path and one set of tokens, `section_…` of those from a heading to the next.

    Args:
        page: the page, of at least one line.
        dom: its elements.
        score: each line's first score, log-odds of being article.
        size: how much each line counts.
    """
    tree, groups = Tree.on(dom), page.companies["group"]
    mass = np.maximum(score, 0) * size
    linked = np.asarray(dom.link_density, dtype=np.float64) * page.chars
    inside = [
        tree.inside(np.bincount(groups, row, len(tree.last)).astype(np.float64)) for row in (mass, linked, page.chars)
    ]
    columns, boxes = _places(tree, groups, inside[0], max(float(mass.sum()), 1.0))
    links = inside[1] / np.maximum(inside[2], 1)
    columns["outer_links"] = links.take(np.maximum(tree.around, 0)).take(groups)
    columns["box_score"] = _mean(boxes, score * size, size).take(boxes)
    columns["box_lines"] = np.log1p(np.bincount(boxes)).take(boxes)
    pairs = page.companies["path"] * (page.n + 1) + page.companies["tokens"]
    kinds: Ints = np.unique(pairs, return_inverse=True)[1]
    columns["kind_score"] = _mean(kinds, score * size, size).take(kinds)
    sections = np.cumsum(np.asarray(dom.heading) > 0, dtype=np.int64)
    columns["section_links"] = _mean(sections, linked, page.chars).take(sections)
    columns["section_lines"] = np.log1p(np.bincount(sections)).take(sections)
    return columns


def _places(tree: Tree, groups: Ints, mass: Floats, total: float) -> tuple[Columns, Ints]:
    """How far outside the article's container each line stands, and the number of the box that it stands in.

    A box is what stands side by side on the way to the article's container: a container there with all that is in it,
    or the lines of its own that one on the way has. Below 0 is outside and above the article's container.
    """
    numbers = np.arange(len(mass))
    columns: Columns = {}
    boxes = groups
    for most in _MOST:
        holding = np.flatnonzero(mass >= most * total)
        main = int(holding[-1]) if len(holding) else 0
        way = tree.way(main)
        outside = (np.count_nonzero(way) - tree.levels(way)) * np.where(numbers < main, -1, 1)
        columns[f"levels_outside_{most:.0%}"] = outside.take(groups).astype(np.float64)
        if most == _MOST[0]:
            heads = way | (tree.around < 0) | way.take(tree.around, mode="clip")
            boxes = np.maximum.accumulate(np.where(heads, numbers, 0)).take(groups)
    return columns, boxes


def _mean(numbers: Ints, row: Floats, size: Floats) -> Floats:
    """The mean over the lines of each number, by the sizes that the row was multiplied with."""
    means: Floats = np.bincount(numbers, row) / np.maximum(np.bincount(numbers, size), 1)
    return means
