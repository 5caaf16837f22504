"""What ties a line to the article: chains of words, echoes, what stands between."""

import numpy as np
import pytest

from cleaner import plain
from cleaner.characters import Bools, Floats
from cleaner.features import Page
from cleaner.measures import ties

HEADLINE = "Council closes old bridge"
ARTICLE = (
    "The council closed the bridge over the river on Monday morning, said the mayor.",
    "Engineers found cracks in two pillars of the bridge when the river was low in summer.",
    "Home",
    "The pillars date from an earlier century, and the engineers had warned the mayor of cracks.",
    "Drivers have to take the ferry until the council has the money, said the mayor on Monday.",
)
OTHER = (
    "Bakers strike for higher wages",
    "Bakers across the country stopped their ovens at midnight to ask for higher wages!",
    "Their union called the strike after talks with employers about wages had failed!",
)
AGAIN = "Bakers strike for higher wages at last"
LINES = (HEADLINE, *ARTICLE, *OTHER, AGAIN)
MAIN = np.array([0 < at <= len(ARTICLE) for at in range(len(LINES))])
BODY = (1, 2, 4, 5)
ELSEWHERE = (7, 8)


def measured(lines: tuple[str, ...] = LINES, main: Bools = MAIN) -> dict[str, Floats]:
    page = Page(plain.read("\n".join(lines)))
    assert page.texts == lines
    first = np.arange(page.n) == 0
    score = np.where(first | (main & (page.words > 6)), 3.0, -3.0)
    return ties.second(page, score, main, page.words * (page.words < 2), first)


def test_another_article_has_more_of_what_this_one_has_not() -> None:
    said = measured()["words_outside_6"]
    assert said[list(BODY)].max() < said[list(ELSEWHERE)].min()


def test_a_chain_passes_over_a_menu_and_ends_with_the_article() -> None:
    page = Page(plain.read("\n".join(LINES)))
    below = page.topic.chains(page.words >= 7)
    assert below[2] == below[3] > 0  # "Home" breaks nothing
    assert below[5] < min(below[at] for at in (1, 2, 3, 4))
    assert below[7] > below[5]
    to_main = measured()["chain_to_main"]
    assert to_main[list(BODY)].min() > 0 > to_main[list(ELSEWHERE)].max()


def test_a_headline_and_its_teaser_echo_each_other() -> None:
    echo = measured()["echo"]
    assert echo[6] == pytest.approx(echo[9])
    assert echo[6] > 2
    assert echo[3] == 0


def test_length_is_compared_with_the_article() -> None:
    said = measured()["words_against_main"]
    assert abs(said[list(BODY)]).max() < 0.3
    assert said[3] < -2


@pytest.mark.parametrize("lines", [("One.",), ("",), ("Home", "News"), ("東京で地震がありました。", "東京で火事。")])
def test_little_gives_numbers_all_the_same(lines: tuple[str, ...]) -> None:
    page = Page(plain.read("\n".join(lines)))
    for main in (np.ones(page.n, dtype=np.bool_), np.arange(page.n) == 0):
        for score in (np.full(page.n, 2.0), np.full(page.n, -2.0)):
            columns = ties.second(page, score, main, np.zeros(page.n), ~main) if page.n else {}
            assert all(len(column) == page.n and np.isfinite(column).all() for column in columns.values())


def test_what_stands_between_a_line_and_the_article() -> None:
    columns = measured((*LINES[:6], "Home", *LINES[6:]), np.append(MAIN, False))
    assert columns["against_between"].tolist() == pytest.approx([0.0] * 7 + [np.log(2)] * 4)
    assert columns["to_named"][0] == 0 < columns["to_named"][1]


def test_words_of_other_articles_are_foreign() -> None:
    said = measured()["cohesion_foreign"]
    assert said[list(BODY)].max() < said[list(ELSEWHERE)].min()
