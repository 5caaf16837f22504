from __future__ import annotations

import pytest
from cases import unfold

from articles import ARTICLES
from cleaner import plain
from cleaner.features import Page
from cleaner.rules.shapes import shapes


@pytest.mark.parametrize("language", ARTICLES)
def test_the_core_is_the_article_in_any_script(language):
    text, _ = unfold(f"Home\nTides\nBoats\n{{{language}}}\nTides\nBoats")
    assert shapes(Page(plain.read(text))).core == (3, 6)


@pytest.mark.parametrize("text", ["", "Home\nTides\nBoats", "\n\n"])
def test_a_page_without_running_text_has_no_core(text):
    page = Page(plain.read(text))
    assert shapes(page).core == (page.n, -1)
    assert not shapes(page).has_core


def test_comments_are_no_core_though_they_outweigh_the_article():
    said = "I crossed the bridge last week and saw all of the cracks with my own eyes, but nobody wanted to listen.\n"
    article = ARTICLES["en"].replace("\n", "\nTides\n")
    text = article + 13 * "\nBoats" + "\n3 Comments\n" + 5 * said
    assert shapes(Page(plain.read(text))).core == (0, 6)


def test_sentences_that_ask_do_not_lengthen_the_core():
    text, _ = unfold("{en}\nSign up for our newsletter, which comes every Tuesday, and never miss a story.")
    assert shapes(Page(plain.read(text))).core == (0, 3)


def test_shapes_are_made_once():
    page = Page(plain.read("Tides"))
    assert shapes(page) is shapes(page)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Home\nWorld\nOwls", 3),  # no sentence: nothing begins
        ("Does the ferry run?\nOrla Finch\nTides", 3),  # a brief question may be a headline
        ("We use cookies and similar tools to make our site work.\nTides", 2),  # furniture begins no article
        ("It rained.\nTides", 2),  # too brief
        ("Old bridge\n4 June 2021\nThe bridge was closed on Monday.\nThe ferry runs again.", 2),
        ("老桥关闭\n市议会周一关闭了老桥。", 1),
        ("It is closed to everybody now.\n" + ARTICLES["en"], 1),  # an article of paragraphs begins with its core
    ],
)
def test_where_an_article_begins(text, line):
    assert shapes(Page(plain.read(text))).opening == line
