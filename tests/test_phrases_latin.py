"""Pages in languages of Latin script: the article stays and the phrases around it go.

`fixtures/languages/<language>.txt` holds an invented page a language: `+` stands before a paragraph of the article,
`~` before one that begins as a phrase does, `-` before what goes, `=` before headline, byline, date, other headlines.
The article speaks of cookies, donations, letters to readers, closed comments and shared pictures, so its paragraphs are
the near misses of the phrases.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import cleaner
from cleaner.features import cues

PAGES = {
    path.stem: [(row[0], row[2:]) for row in path.read_text(encoding="utf-8").splitlines()]
    for path in sorted((Path(__file__).parent / "fixtures" / "languages").glob("*.txt"))
}
SOFT = {"letter"}  # asked only when an appeal was opened


def rows(language: str, marks: str) -> list[str]:
    return [text for mark, text in PAGES[language] if mark in marks]


def clean(lines: list[str]) -> cleaner.Cleaned:
    return cleaner.clean("\n\n".join(lines), kind="text")


def body(lines: list[str]) -> list[str]:
    return clean(lines).text.split("\n\n")


@cache
def page(language: str) -> cleaner.Cleaned:
    return clean([text for _, text in PAGES[language]])


def test_every_page_has_an_article_and_what_stands_around_it():
    assert len(PAGES) >= 20
    for language, lines in PAGES.items():
        assert {mark for mark, _ in lines} - {"~"} == {"+", "-", "="}, language
        assert len(rows(language, "+")) >= 4
        assert len(rows(language, "-")) >= 6


@pytest.mark.parametrize("language", PAGES)
def test_prose_about_these_things_holds_no_phrase(language):
    found = {family: [cue.text for cue in some] for family, some in cues.find(rows(language, "+")).items()}
    assert {family: texts for family, texts in found.items() if family not in SOFT} == {}


@pytest.mark.parametrize("language", PAGES)
def test_an_article_about_these_things_stays_whole(language):
    article = rows(language, "+~")
    assert body(article) == article


@pytest.mark.parametrize("language", PAGES)
def test_of_a_page_the_article_stays_and_the_boilerplate_goes(language):
    kept = page(language).text.split("\n\n")
    assert [text for text in rows(language, "+~") if text not in kept] == []
    assert [text for text in rows(language, "-") if text in kept] == []


@pytest.mark.parametrize("language", PAGES)
def test_the_boilerplate_is_known_by_its_phrases(language):
    named = [text for text in rows(language, "-") if "©" not in text]
    known = {cue.line for some in cues.find(named).values() for cue in some}
    assert [text for line, text in enumerate(named) if line not in known] == []


@pytest.mark.parametrize("language", PAGES)
def test_headline_byline_and_date_are_read(language):
    title, byline, date = rows(language, "=")[:3]
    found = page(language).metadata
    assert found["title"] == title
    (author,) = found["authors"]
    assert byline.endswith(author)
    assert "2031" in date
    assert (found["date_published"] or found["date_modified"])[:10] == "2031-07-07"
