"""What an address says of a page's kind, and what it does not."""

import math

import pytest

from cleaner import markup
from cleaner.genre import address


def said(url: str) -> set[str]:
    """The families that an address speaks of, those of its last part with `last_` before them."""
    found = address.measure(url)
    families = [*address.FAMILIES, *(f"last_{name}" for name in address.FAMILIES)]
    return {name for name in families if found[f"address_{name}"]}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.example.org/", set()),
        ("https://www.example.org/two-boats-sink-off-the-coast", set()),
        ("https://topic.org/boats", set()),  # a site's own name is no part of it
        ("https://www.example.org/topics-of-the-day/x", {"list"}),
        ("https://www.example.org/tag/boats/", {"list"}),
        ("https://www.example.org/boats/all", {"last_list"}),
        ("https://shop.example.org/p/123", {"product"}),
        ("https://forum.example.org/t/which-oil/17", {"thread"}),
        ("https://docs.example.org/stable/install.html", {"reference"}),
        ("https://www.example.org/news/2031/05/12/two-boats", {"article"}),
        ("https://www.example.org/news", {"last_article"}),
        ("https://www.example.org/%74ag/boats", {"list"}),
    ],
)
def test_families(url: str, expected: set[str]) -> None:
    assert said(url) == expected


@pytest.mark.parametrize(
    ("url", "words", "depth", "number", "dated"),
    [
        ("https://www.example.org", 0, 0, 0, 0),
        ("https://www.example.org/two-boats-sink-off-the-coast-near-the-old-harbour", 8, 1, 0, 0),
        ("https://www.example.org/a/b-c/12345?page=2", 2, 3, 5, 0),
        ("https://www.example.org/2031/05/12/boats.html", 2, 4, 4, 1),
        ("https://www.example.org/20310512-boats", 1, 1, 8, 1),
        ("https://www.example.org/boats-of-2031", 2, 1, 4, 0),
    ],
)
def test_shape(url: str, words: float, depth: float, number: float, dated: float) -> None:
    found = address.measure(url)
    shape = tuple(found[f"address_{name}"] for name in ("words", "depth", "number", "dated"))
    assert (found["address"], *shape) == (1, words, depth, number, dated)


@pytest.mark.parametrize("url", [None, "", "http://[broken/path"])
def test_no_address_says_nothing(url: str | None) -> None:
    assert set(address.measure(url).values()) == {0.0}


@pytest.mark.parametrize(
    ("head", "given", "expected"),
    [
        ("", None, None),
        ("", "https://a.example/x", "https://a.example/x"),
        ("<link rel=canonical href=https://b.example/y>", None, "https://b.example/y"),
        ("<link rel=canonical href=https://b.example/y>", "https://a.example/x", "https://a.example/x"),
        ("<link rel=canonical href=/y><meta property=og:url content=https://c.example/z>", None, "https://c.example/z"),
    ],
)
def test_the_given_address_before_the_declared_one(head: str, given: str | None, expected: str | None) -> None:
    assert address.of(markup.read(f"<html><head>{head}</head><body><p>Hello</p>", url=given)) == expected


NEWS = "https://www.example.org/news/"


@pytest.mark.parametrize(
    ("url", "link", "below", "paged"),
    [
        (NEWS, "/newsroom/boats", 0, 0),
        (NEWS, "/about", 0, 0),
        (NEWS, "/news/", 0, 0),
        (NEWS, "/news/#top", 0, 0),
        (NEWS, "/old/news/boats", 0, 0),
        (NEWS, "https://elsewhere.example.net/news/boats", 0, 0),
        (NEWS, "https://example.org/news/boats", 1, 0),
        (NEWS, "//www.example.org/news/boats", 1, 0),
        (NEWS, "/news/boats?page=about", 1, 0),
        (NEWS, "/news/page/2/", 1, 1),
        (NEWS, "/news?sort=new&amp;page=2", 0, 1),
        (NEWS + "page/3", "/news/page/4", 1, 1),
        (NEWS, "/news/page-turners-of-the-year", 1, 0),
        ("https://example.org", "/boats", 0, 0),
        ("https://example.org", "/page/2", 0, 1),
        ("https://example.org", "/pages/us", 0, 0),
        (None, "/page/2", 0, 0),
        ("news", "/news/boats", 0, 0),
    ],
)
@pytest.mark.parametrize("element", ['<a href="{}">x</a>', "<a href={}>x</a>", "<a class=b href='{}'>x</a>"])
def test_kin(url: str | None, link: str, below: int, paged: int, element: str) -> None:
    found = address.kin(url, "<p>" + element.format(link) * 2)
    assert [round(math.expm1(found[name])) for name in ("below", "paged")] == [below, paged]


@pytest.mark.parametrize("url", [NEWS, None])
@pytest.mark.parametrize(("link", "paged"), [("?page=2", 1), ("?start=20", 1), ("?sort=new", 0), ("?page=all", 0)])
def test_a_link_to_the_page_itself(url: str | None, link: str, paged: int) -> None:
    found = address.kin(url, f'<a href="{link}">x</a><a href="{link}#top">x</a>')
    assert [round(math.expm1(found[name])) for name in ("below", "paged")] == [0, paged]


def test_of_links_without_end_the_first_are_measured() -> None:
    links = "".join(f"<a href=/news/{n}>" for n in range(10_000))
    assert math.expm1(address.kin(NEWS, links)["below"]) == pytest.approx(address._MOST)
