"""Blocks that share a line: written with nothing between them, in one long line, or in one line of the whole page."""

from __future__ import annotations

from itertools import pairwise

import pytest

import cleaner
from cleaner import plain
from cleaner.plain.glued import LONG, cuts, joints

ARTICLE = (
    "The council voted on Monday to close the old bridge over the river, which engineers had called unsafe.",
    "Drivers will have to take the ferry, which runs every twenty minutes from six in the morning until midnight.",
    "The mayor said that repairs would cost nine million and that the bridge should open again in the spring.",
    "Schools on the island will begin half an hour later, because most of the teachers live on the other bank.",
    "The ferry company hired eleven people for the winter and bought a second boat from a town in the north.",
    "Nobody knows who will pay for it, since the region and the state each say that the other one owns the road.",
)
MENU = "Home News Politics Business Money Sport Football Tennis Rowing Culture Books Film Music Radio Travel Food Wine"


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("HomeNewsSport", ["Home", "News", "Sport"]),
        ("NEWSHomeSport", ["NEWS", "Home", "Sport"]),
        ("eveningCulture2031", ["evening", "Culture", "2031"]),
        ("(repairs)Bridge…Ferry", ["(repairs)", "Bridge…", "Ferry"]),
        ("heute„Fähren”Brücken", ["heute", "„Fähren”", "Brücken"]),
    ],
)
def test_blocks_begin_where_no_word_goes_on(word: str, pieces: list[str]) -> None:
    assert [word[a:b] for a, b in pairwise([0, *joints(word, 0, len(word)), len(word)])] == pieces


@pytest.mark.parametrize("word", ["YouTube", "McArdle", "PhDs", "mp3", "IPv6", "f(x)", "USA's", "9%"])
def test_a_name_is_whole(word: str) -> None:
    assert joints(word, 0, len(word)) == []


def test_a_long_line_is_cut_in_a_page_with_few_such_places() -> None:
    menu = "Home    Sport    Weather    Log in    "
    line = f"{menu}{' '.join(ARTICLE[:3])}Next weekThe ferry{' '.join(ARTICLE[3:])}    Imprint    Privacy"
    page = f"Example\n\n\n\n{line}"
    texts = plain.read(page).texts
    assert texts[1:5] == ("Home", "Sport", "Weather", "Log in")
    assert texts[-2:] == ("Imprint", "Privacy")


@pytest.mark.parametrize(
    "line",
    [
        " ".join(ARTICLE).replace("the bridge", "the WhatsApp-Gruppe"),  # a name that comes back
        " ".join(ARTICLE).replace("the ferry", "theFerry").replace("The mayor", "TheMayor"),  # two slips
        " ".join(ARTICLE[:2]) + "HomeNewsSport",  # no longer than a paragraph
    ],
)
def test_a_paragraph_is_not_cut(line: str) -> None:
    assert cuts(line, 0, len(line), everywhere=False) == []


def test_a_body_with_names_in_a_long_paragraph_is_left_as_it_is() -> None:
    names = " TypeScriptCompiler, JavaScriptEngine and PostgresDatabaseServer are the names of three boats."
    body = "\n\n".join([" ".join(ARTICLE) + names, *ARTICLE])
    assert len(body.split("\n")[0]) > LONG
    assert plain.read(body).texts == tuple(body.split("\n\n"))
    assert cleaner.clean(body, kind="text").text == body


def test_the_article_of_a_page_on_one_line_stands_without_its_menu() -> None:
    page = f"{MENU} {' '.join(3 * [*ARTICLE])} {MENU} Imprint Privacy Terms"
    body = cleaner.clean(page, kind="text").text
    assert all(sentence in body for sentence in ARTICLE)
    assert "Politics" not in body
    assert "Radio" not in body


def test_a_sentence_of_many_names_is_whole_on_a_page_of_one_line() -> None:
    names = "On the list stand Ada Finch, Ben Crane, Cleo Swift, Dan Heron, Eve Martin, Finn Rook and Gus Wren."
    texts = plain.read(f"{MENU} {' '.join(3 * [*ARTICLE])} {names} {' '.join(ARTICLE)} {MENU} Imprint").texts
    assert names in texts
    assert "Tennis" in texts


def test_blanks_part_blocks_where_no_blank_stands_between_words() -> None:
    sentence = "町は月曜日に古い橋を閉鎖することを決めた。住民は春まで渡し船を使うことになる。"
    page = f"トップ 速報 社会 経済 天気 {60 * sentence} 関連記事 船を買う 次の記事 渡し船の時刻表 会社案内 採用"
    texts = plain.read(page).texts
    assert texts[:5] == ("トップ", "速報", "社会", "経済", "天気")
    assert texts[-2:] == ("会社案内", "採用")


def test_one_place_that_comes_back_cuts_no_long_line() -> None:
    line = "The old ferry was closed.Nobody was seen near the river that night, the mayor of the old town said. " * 6
    assert joints(line, 0, len(line))
    assert cuts(line, 0, len(line), everywhere=False) == []
