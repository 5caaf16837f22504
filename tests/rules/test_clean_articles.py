"""Articles of many languages and genres lose no line, and the pages around some of them go.

In `clean.txt` an article begins with `=== genre.language` and its title; `# ` begins a heading, `* ` an item of a list,
`~ ` a byline, which may go. In `pages.txt` `- ` begins boilerplate and metadata, `= ` the title, which may stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby, product
from pathlib import Path

import pytest

import cleaner

HERE = Path(__file__).parent


def entries(name: str) -> dict[str, list[str]]:
    """The articles or pages of a file by name, as lines."""
    parts = (HERE / name).read_text(encoding="utf-8").split("=== ")[1:]
    return {head: lines for head, *lines in (part.rstrip("\n").split("\n") for part in parts)}


CLEAN, PAGES = entries("clean.txt"), entries("pages.txt")


def said(line: str) -> str:
    """What a line says without its mark."""
    return line[2:] if line[:2] in ("# ", "* ", "~ ", "- ", "= ") else line


def as_text(title: str, lines: list[str]) -> str:
    return "\n\n".join([title, *map(said, lines)]) + "\n"


def as_markdown(title: str, lines: list[str]) -> str:
    marks = {"# ": "## ", "* ": "- "}
    return "\n\n".join([f"# {title}", *(marks.get(line[:2], "") + said(line) for line in lines)]) + "\n"


def as_html(title: str, lines: list[str]) -> str:
    return f"<title>{escape(title)}</title><article><h1>{escape(title)}</h1>{''.join(_elements(lines))}</article>"


def _elements(lines: list[str]) -> Iterator[str]:
    for mark, group in groupby(lines, key=lambda line: line[:2] if line[:2] in ("# ", "* ", "~ ") else ""):
        element = {"# ": "h2", "* ": "li"}.get(mark, "p")
        inner = "".join(f"<{element}>{escape(said(line))}</{element}>" for line in group)
        yield f"<ul>{inner}</ul>" if mark == "* " else inner


FORMS = {"text": as_text, "markdown": as_markdown, "html": as_html}


@pytest.mark.parametrize(("name", "form"), list(product(CLEAN, FORMS)))
def test_a_clean_article_keeps_every_line(name: str, form: str) -> None:
    title, *lines = CLEAN[name]
    kept = " ".join(cleaner.clean(FORMS[form](title, lines)).text.split())
    assert [line for line in lines if line[:2] != "~ " and " ".join(said(line).split()) not in kept] == []


MYSTERIES = {
    name: pytest.mark.xfail(reason=reason, strict=True)
    for name, reason in {
        "is.inserts": "a caption that is a sentence, with its credit behind a slash",
        "ca.inserts": "a heading right below a list of related articles",
    }.items()
}


@pytest.mark.parametrize("language", [pytest.param(name, marks=MYSTERIES.get(name, ())) for name in PAGES])
def test_a_page_loses_its_boilerplate_and_no_paragraph(language: str) -> None:
    lines = PAGES[language]
    body = [line for line in lines if line[:2] not in ("- ", "= ")]
    kept = cleaner.clean("\n\n".join(map(said, lines)) + "\n", kind="text").text.split("\n")
    assert [line for line in body if line not in kept] == []
    assert [line for line in lines if line[:2] == "- " and said(line) in kept] == []


def test_there_are_many_languages_and_genres() -> None:
    genres, languages = zip(*(name.split(".") for name in CLEAN), strict=True)
    assert len(set(languages)) >= 40
    assert len(set(genres)) >= 25
