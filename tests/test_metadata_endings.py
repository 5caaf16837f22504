"""Credits at an article's end, bylines in lists of other articles, and bylines that say more than the page declares."""

from __future__ import annotations

import dataclasses

import pytest

from cleaner import plain
from cleaner.metadata import fields, names
from cleaner.metadata.authors import closing, credits, signatures
from cleaner.metadata.text import View
from cleaner.model import Decision, Head

TITLE = "River rises after the storm"
BODY = (
    "The river rose by two metres on Monday after the storm, the mayor said, and the old bridge was closed to traffic."
)
MORE = ("related", "More on rivers")
HEAD, PARAGRAPH = ("title", TITLE), ("body", BODY)
ENTRY = ("related", "Harbour to be dredged next summer"), ("navigation", "By Li Moss")


def authors_of(*rows: tuple[str, str], **options) -> tuple[str, ...]:
    document = plain.read("\n".join(line for _, line in rows))
    assert len(document) == len(rows)
    decisions = [Decision(i, label, label, 0.0, "", "", "") for i, (label, _) in enumerate(rows)]
    return fields(document, decisions, **options).value("authors") or ()


@pytest.mark.parametrize(
    "line",
    [
        "It was seen by many. (Photo: Ana Cruz, Tom Weber)",
        "The rest agreed with the mayors (Ana Cruz, Tom Weber)",  # inside the sentence
        "Nobody was hurt. (Harbour Daily)",
        "Nobody was hurt. (see also pages 7 to 12, and the map)",
        "Nobody was hurt. (Edited by Ana Cruz and Tom Weber)",
        "He said that reporting by the press had been fair.",
    ],
)
def test_no_credit_at_the_end(line):
    assert closing.on_line(line) == []


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("(Reporting by Ana Cruz; Editing by Max Dahl)", ["Ana Cruz"]),
        ("Nobody was hurt. (Reporting by Ana Cruz in Bonn; Editing by Max Dahl)", ["Ana Cruz"]),
        (
            "(Reporting by Ana Cruz and Tom Weber in Buenos Aires, with additional reporting from the newsroom in the "
            "capital and by correspondents along the coast who asked not to be named; Editing by Max Dahl and Li Moss)",
            ["Ana Cruz", "Tom Weber"],
        ),
        ("Reporting by Ana Cruz; additional reporting by Tom Weber, Li Moss; editing by Max Dahl", ["Ana Cruz"]),
        ("Schools are closed. Reporting by Ana Cruz and Tom Weber; Writing by Jo Hill", ["Ana Cruz", "Tom Weber"]),
        ("Die Brücke ist zu. (Ana Cruz aus Bonn, Tom Weber, 10.7.2025)", ["Ana Cruz", "Tom Weber"]),
    ],
)
def test_credit_at_the_end(line, wanted):
    assert closing.on_line(line) == wanted


def test_a_credit_behind_the_last_sentence_is_the_article_s():
    row = ("body", BODY + " (Reporting by Ana Cruz in Bonn; Editing by Max Dahl)")
    assert authors_of(("title", TITLE), ("body", BODY), row) == ("Ana Cruz",)
    assert authors_of(("title", TITLE), row, ("body", BODY)) == ()  # the end of something that is quoted


def test_a_name_at_the_head_may_stand_in_the_last_line_s_credit():
    head = [("title", TITLE), ("navigation", "Ana Cruz"), ("navigation", "Tom Weber"), ("date", "10 July 2025")]
    signed = ("body", BODY + " (Ana Cruz, Tom Weber, 10.7.2025)")
    assert authors_of(*head, ("body", BODY), signed) == ("Ana Cruz", "Tom Weber")
    told = ("body", BODY + " Cruz agreed.")
    assert "Ana Cruz" not in authors_of(*head, told, ("body", BODY))


# Lists


@pytest.mark.parametrize(
    ("rows", "sure", "wanted"),
    [
        # An entry of a list that looks like the headline, with others above and below.
        (
            [*ENTRY, MORE, MORE, HEAD, ("byline", "By Ana Cruz"), MORE, ("navigation", "By Tom Weber"), PARAGRAPH],
            True,
            [],
        ),
        # An entry at the top of a list, where the headline is only a guess.
        ([HEAD, ("navigation", "By Ana Cruz"), MORE, ("navigation", "By Tom Weber"), MORE, MORE, PARAGRAPH], False, []),
        # A labelled byline below the article, between lines of other articles.
        (
            [HEAD, PARAGRAPH, MORE, MORE, ("byline", "By Ana Cruz"), ("navigation", "10 July 2025"), MORE, MORE],
            True,
            [],
        ),
        # The article's own byline, with a list above it, or below the article.
        ([*ENTRY, MORE, MORE, HEAD, ("byline", "By Ana Cruz"), PARAGRAPH], True, ["Ana Cruz"]),
        ([HEAD, ("byline", "By Ana Cruz"), PARAGRAPH, *ENTRY], True, ["Ana Cruz"]),
        ([HEAD, ("byline", "By Ana Cruz"), PARAGRAPH, *ENTRY], False, ["Ana Cruz"]),
    ],
)
def test_bylines_of_lists(rows, sure, wanted):
    document = plain.read("\n".join(line for _, line in rows))
    view = View(document, [Decision(i, label, label, 0.0, "", "", "") for i, (label, _) in enumerate(rows)])
    found = [names for names, _, _ in signatures.in_lines(view, rows.index(HEAD), sure=sure)]
    assert found[:1] == ([wanted] if wanted else [])


# Declared and shown


@pytest.mark.parametrize(
    ("byline", "wanted"),
    [
        ("By Ana Cruz", ("Ana Cruz",)),
        ("By Ana Cruz and AFP", ("Ana Cruz",)),
        ("By Tom Weber and Li Moss, with Ana Crus", ("Ana Cruz",)),
        ("By Ana Cruz and Tom Weber", ("Ana Cruz", "Tom Weber")),
        ("Ana Cruz, Tom Weber & Li Moss", ("Ana Cruz", "Tom Weber", "Li Moss")),
        ("Ana Cruz, Tom Weber and the mayor", ("Ana Cruz",)),
        ("By Dr. Ana Cruz, Tom Weber and Li Moss", ("Dr. Ana Cruz", "Tom Weber", "Li Moss")),
    ],
)
def test_a_byline_that_names_more_than_the_page_declares(byline, wanted):
    article = {"@type": "BlogPosting", "headline": TITLE, "author": {"name": "Ana Cruz"}}
    rows = [("title", TITLE), ("byline", byline), ("body", BODY), ("navigation", "Ana Cruz writes about rivers.")]
    assert _declared(rows, article) == wanted


def _declared(rows, article):
    document = plain.read("\n".join(line for _, line in rows))
    document = dataclasses.replace(document, head=Head(json_ld=(article,)))
    decisions = [Decision(i, label, label, 0.0, "", "", "") for i, (label, _) in enumerate(rows)]
    return fields(document, decisions).value("authors")


@pytest.mark.parametrize(
    ("text", "is_placeholder"),
    [
        ("View Morton", False),
        ("Show Postma", False),
        ("View more posts", True),
        ("See all articles", True),
        ("Read full bio", True),
    ],
)
def test_a_button_is_no_author(text, is_placeholder):
    assert credits.is_placeholder(text) == is_placeholder


@pytest.mark.parametrize(
    ("text", "is_placeholder"),
    [
        ("hhadmin", True),
        ("hh-admin2", True),
        ("Harbour_Admin", True),
        ("web_editor7", True),
        ("news_desk", True),
        ("river_girl", False),
        ("rivergirl42", False),
        ("Brad Min", False),
        ("Web Editor", False),
        ("Adminah Weir", False),
        ("ana_cruz", False),
    ],
)
def test_an_account_of_an_office_is_no_author(text, is_placeholder):
    assert credits.is_placeholder(text) == is_placeholder


@pytest.mark.parametrize(
    ("name", "host", "is_account"),
    [
        ("Mark T", "marketstoday.example", False),
        ("Harbour Dee", "harbournews.example", False),
        ("Harbour D", "rivernews.example", False),
        ("Harbour D", "harbournews.example", True),
        ("Harbour D", "harbour.example", True),
    ],
)
def test_an_office_s_account_by_the_host(name, host, is_account):
    assert names.is_site(name, [host]) == is_account


def test_a_time_that_has_gone_by_is_no_part_of_a_name():
    rows = [("title", TITLE), ("navigation", "Ana Cruz · 2 hours ago"), ("body", BODY)]
    assert authors_of(*rows) == ("Ana Cruz",)
    assert authors_of(rows[0], ("navigation", "Ana Cruz · rivers, bridges and more"), rows[2]) == ()
