"""The place that ends a byline is no author; who is named beside another is."""

from __future__ import annotations

import pytest

import cleaner

_REST = (
    "Traffic will be sent around by the northern road, which is narrow and has no pavement, residents said.",
    "The work costs four million and should end in May, the mayor told reporters after the meeting.",
)
_WITHIN = "The council in Vila Harle agreed on Monday to close the old bridge for six months for repairs."
_DATELINE = "VILA HARLE — The council agreed on Monday to close the old bridge over the river for six months."
_BESIDE = "The council and Vila Harle agreed on Monday to close the old bridge for six months for repairs."


def _authors(byline: str, lead: str, kind: str) -> list[str]:
    title, date = "Old bridge closes for half a year", "3 March 2024"
    page = "\n\n".join((title, byline, date, lead, *_REST))
    if kind == "html":
        body = "".join(f"<p>{text}</p>" for text in (lead, *_REST))
        page = (
            f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
            f"<p class=byline>{byline}</p><p>{date}</p>{body}</article></body></html>"
        )
    return cleaner.clean(page, kind=kind).to_dict().get("authors") or []


@pytest.mark.parametrize("lead", [_WITHIN, _DATELINE])
@pytest.mark.parametrize(
    ("byline", "kind"),
    [
        ("By Ana Souza, Vila Harle", "text"),
        ("By Ana Souza, Vila Harle", "html"),
        ("Ana Souza, Vila Harle", "text"),
    ],
)
def test_a_place_that_the_article_reports_from_is_no_author(byline: str, lead: str, kind: str) -> None:
    assert _authors(byline, lead, kind) == ["Ana Souza"]


@pytest.mark.parametrize("kind", ["text", "html"])
@pytest.mark.parametrize(
    ("byline", "lead", "named"),
    [
        ("By Ana Souza, Vila Harle", _BESIDE, ["Ana Souza", "Vila Harle"]),  # nothing says that it is a place
        ("By Ana Souza and Vila Harle", _WITHIN, ["Ana Souza", "Vila Harle"]),  # joined as people are
        ("By Ana Souza, Pedro Lima", _DATELINE, ["Ana Souza", "Pedro Lima"]),
        ("By Ana Souza, Pedro Lima, Vila Harle", _WITHIN, ["Ana Souza", "Pedro Lima"]),
        ("By Vila Harle", _WITHIN, ["Vila Harle"]),  # the only name stays
    ],
)
def test_another_author_is_no_place(byline: str, lead: str, named: list[str], kind: str) -> None:
    assert _authors(byline, lead, kind) == named
