"""What an address says of a page's kind, and what it does not."""

import pytest

from cleaner import address, markup


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
