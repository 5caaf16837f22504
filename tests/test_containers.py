"""Containers: where each ends, and what they say of a line."""

import numpy as np
import pytest

from cleaner import markup
from cleaner.characters import Floats
from cleaner.features import Page
from cleaner.measures import containers, elements
from handmade import page as handmade

PAGE = """<body class=site><nav><a href=/>Home</a><a href=/sport>Sport</a></nav>
<main class=story><p>The council closed the old bridge on Monday.</p>
<div class=teaser><p><a href=/ferry>The ferry that nobody wanted</a></p>
<p><a href=/toll>What the toll costs</a></p></div>
<p>It should open again in spring, the mayor said.</p></main>
<div class=card><p>Jane Example writes about roads.</p><p>She lives by the river.</p></div></body>"""
NAV, FIRST, TEASER, LAST, CARD = 0, 1, 2, 4, 5
SCORE = np.array([-4.0, 3, -1, -1, 3, 1, 1])


def measured(score: Floats = SCORE) -> containers.Columns:
    page = Page(markup.read(PAGE))
    assert page.document.dom
    assert page.n == len(SCORE)
    return containers.second(page, page.document.dom, score, np.ones(page.n))


@pytest.mark.parametrize("around", [(), (-1,), (-1, -1, -1), (-1, 0, 1, 2), (-1, 0, 0, -1, 3)])
def test_a_container_ends_with_the_last_inside_it(around: tuple[int, ...]) -> None:
    tree = containers.Tree.of(around)

    def inside(inner: int, outer: int) -> bool:
        return inner == outer or (inner >= 0 and inside(around[inner], outer))

    for outer in range(len(around)):
        every = [inner for inner in range(len(around)) if inside(inner, outer)]
        assert every == list(range(outer, int(tree.last[outer]) + 1))
        assert tree.way(outer).nonzero()[0].tolist() == [at for at in range(len(around)) if inside(outer, at)]


@pytest.mark.parametrize(("line", "levels"), [(NAV, -1), (FIRST, 0), (TEASER, 0), (LAST, 0), (CARD, 1)])
def test_levels_outside_the_article(line: int, levels: int) -> None:
    assert measured()["levels_outside_55%"][line] == levels


def test_a_box_inside_the_article_is_judged_as_a_whole() -> None:
    columns = measured()
    assert columns["box_score"][[FIRST, TEASER, LAST, CARD]].tolist() == [3, -1, 3, 1]
    assert columns["box_lines"][[FIRST, TEASER]].tolist() == pytest.approx(np.log1p([2, 2]).tolist())
    assert columns["kind_score"][[FIRST, TEASER, LAST]].tolist() == [3, -1, 3]


def test_nothing_said_of_containers_and_nothing_like_an_article() -> None:
    flat = Page(handmade(("div/p", "One.", 0), ("div/p", "Two.", 1)))
    assert flat.document.dom
    for score in (np.array([-3.0, -3.0]), np.array([3.0, -3.0])):
        columns = containers.second(flat, flat.document.dom, score, np.ones(2))
        assert not columns["levels_outside_55%"].any()
        assert all(np.isfinite(column).all() for column in columns.values())
    assert np.isfinite(measured(np.full(len(SCORE), -3.0))["box_score"]).all()


def test_tokens_count_beyond_those_of_the_article() -> None:
    page = Page(markup.read(PAGE))
    columns = elements.second(page, np.maximum(SCORE, 0) * 10 - (SCORE == 1) * 10)
    assert columns["beyond_related"][[FIRST, TEASER, CARD]].tolist() == [0, 1, 1]
    assert columns["beyond_content"][[FIRST, TEASER, CARD]].tolist() == [0, 0, -1]
    assert columns["tokens_odd"][[FIRST, TEASER]].tolist() == pytest.approx([0, np.log(2)])
    assert columns["tokens_missing"][[FIRST, CARD]].tolist() == [0, 1]
