"""The columns that only HTML has."""

import pytest

from cleaner import markup
from cleaner.features import Page
from cleaner.measures import elements

STORY = "A storm closed the port on Monday, the harbour master said, and ferries stayed where they were. "


def columns(html: str) -> tuple[Page, elements.Columns]:
    page = Page(markup.read(html))
    assert page.document.dom is not None
    return page, elements.first(page, page.document.dom)


def test_tokens_and_paths_are_hints() -> None:
    page, found = columns(f"<nav><a href=/>Home</a></nav><article class=post-body><p>{STORY}</p></article>")
    assert page.texts[0] == "Home"
    assert found["inside_nav"].tolist() == [1, 0]
    assert found["inside_article"].tolist() == [0, 1]
    assert found["hint_content"].tolist() == [0, 2]
    assert found["link_density"].tolist() == [1, 0]
    assert found["tag"][1] > found["tag"][0]


def test_siblings_share_what_their_company_carries() -> None:
    page, found = columns(f"<div><p>{STORY}</p><p>{STORY}</p></div><ul><li>One</li></ul>")
    assert found["prose_of_path"].tolist() == [1, 1, 0]
    assert found["lines_of_path"][0] > found["lines_of_path"][2]
    assert elements.second(page, page.prose_words)["mass_of_path"].tolist() == [1, 1, 0]


@pytest.mark.parametrize(
    ("declared", "inside"),
    [
        (None, [0.5, 0.5]),
        ("Too short to be an article.", [0.5, 0.5]),
        (STORY * 3, [1, 0]),
        (STORY.upper().replace(",", " -") * 3, [1, 0]),
        (STORY.replace("closed", "shut") * 3, [0, 0]),  # begins alike
        ("\U0001f6a2 " + STORY * 3, [1, 0]),
    ],
)
def test_a_declared_body_marks_its_lines(declared: str | None, inside: list[float]) -> None:
    script = "" if declared is None else f'<script type="application/ld+json">{{"articleBody": "{declared}"}}</script>'
    _, found = columns(f"{script}<p>{STORY}</p><p>Another story altogether, about a bridge.</p>")
    assert found["declared_body"].tolist() == inside


def test_title_and_description_are_known_from_the_head() -> None:
    head = f'<meta property="og:title" content="Port closed - Example"><meta name=description content="{STORY[:60]}">'
    _, found = columns(f"{head}<h1>Port closed</h1><p>{STORY[:60]}</p><p>{STORY}</p>")
    assert found["declared_title"].tolist() == [1, 0, 0]
    assert found["declared_description"].tolist() == [0, 1, 0]
