"""How a page's prose is spread among what leads somewhere."""

import pytest

from articles import ISLAND as SENTENCES
from cleaner import markup
from cleaner.features import Page
from cleaner.genre import spread
from cleaner.model import Head

PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
FOLLOWED = f'{PARAGRAPHS}<p><a href="/n">Another boat for the island</a></p>'


def title(n: int) -> str:
    return f'<h2><a href="/boats/{n}">Quay number {n} opens on Monday</a></h2>'


def entries(count: int, text: str) -> str:
    return "".join(f"<div>{title(n)}{text}</div>" for n in range(count))


def measured(html: str) -> dict[str, float]:
    document = markup.read(f"<html><body><main>{html}</main></body></html>")
    assert document.dom is not None
    assert document.head is not None
    return spread.measure(Page(document), document.dom, document.head)


ARTICLE = measured(f"<h1>Two new boats for the island before May</h1>{PARAGRAPHS}<aside>{entries(4, '')}</aside>")
TEASERS = measured(f"<h1>Boats</h1>{entries(12, f'<p>{SENTENCES[0]}</p>')}")
GRID = measured(f"<h1>Boats</h1>{entries(12, '<p>$499.00</p><p>Red, blue, green</p>')}")


def test_an_articles_prose_stands_in_one_run_and_a_listings_in_many() -> None:
    for name in ("run", "title_run", "run_lines", "container_run", "free_run", "pairs", "heading_words"):
        assert ARTICLE[name] > TEASERS[name] >= GRID[name] or name == "heading_words", name
    assert ARTICLE["heading_words"] > TEASERS["heading_words"] == GRID["heading_words"] == 1.0
    assert TEASERS["free_runs"] > ARTICLE["free_runs"]
    assert (TEASERS["path_runs"], GRID["path_runs"]) == (1.0, 0.0)


def test_cards_without_a_sentence_divide_the_page_too() -> None:
    assert GRID["title_run"] == GRID["pairs"] == 0.0
    assert GRID["free_runs"] == pytest.approx(TEASERS["free_runs"], abs=0.2)
    assert GRID["free_run"] > 0


@pytest.mark.parametrize(
    ("html", "pairs"),
    [
        (PARAGRAPHS, True),
        (FOLLOWED, True),
        ("".join(f"<p>{sentence}</p>{title(n)}" for n, sentence in enumerate(SENTENCES)), False),
        ("".join(f"<section><p>{sentence}</p></section>" for sentence in SENTENCES), False),
    ],
    ids=["column", "column before a link", "a title between", "a container each"],
)
def test_pairs_stand_in_one_run_and_container(html: str, *, pairs: bool) -> None:
    assert (measured(html)["pairs"] > 0.8) is pairs


def test_what_is_hidden_neither_counts_nor_parts() -> None:
    hidden = "".join(f"<p hidden>{sentence}</p>" for sentence in SENTENCES)
    apart = "".join(f"<p>{sentence}</p><div hidden>{title(n)}</div>" for n, sentence in enumerate(SENTENCES))
    assert measured(f"<p>Boats</p>{hidden}")["title_run"] == 0.0
    assert measured(apart)["run_lines"] == measured(PARAGRAPHS)["run_lines"]


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        ("Boats | The Example Courier of the island", 6),
        ("Two new boats for the island - Courier", 6),
        ("Two new boats for the island", 6),
        ("Half-price boats", 2),
        ("新しい船が島に来る|海", 5),
        ("", None),
        (" ", None),
        (None, None),
    ],
)
def test_a_titles_longest_part_counts(declared: str | None, words: int | None) -> None:
    found = spread.title_words(Head(title=declared))
    assert found == -1.0 if words is None else round(2**found - 1) == words


def test_what_is_declared_for_sharing_comes_first() -> None:
    head = Head(title="Boats and more boats for all | Courier", meta={"og:title": ("Boats",)})
    assert spread.title_words(head) == 1.0


def test_many_blanks_and_bars_take_no_time() -> None:
    assert spread.title_words(Head(title=" " * 100_000 + "|" * 100_000 + "a")) == 1.0
