"""Whole pages, with their metadata in unusual places, as the user of a sidecar sees them."""

from __future__ import annotations

import json

import pytest

from cleaner import clean
from cleaner.metadata import keywords

ARTICLE = (
    "<p>The river rose by two metres on Monday, and the old bridge was closed to traffic, the mayor said.</p>"
    "<p>Residents of the lower town were told to move their cars, and schools stay closed until Friday.</p>"
    "<p>Engineers hope to reopen the bridge before the weekend, once the water has fallen enough.</p>"
)
TEXT = ARTICLE.replace("<p>", "").replace("</p>", "\n\n")
URL = "https://www.harbour.example/news/river-rises"


def page(
    head: str = "", before: str = "", after: str = "", title: str = "River rises after storm"
) -> dict[str, object]:
    html = (
        f"<html lang=en><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{before}{ARTICLE}{after}</body>"
    )
    return clean(html, kind="html", url=URL).to_dict()


def declared(**properties: object) -> str:
    article = {"@type": "NewsArticle", "headline": "River rises after storm", **properties}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


def text(*blocks: str):
    return clean("\n\n".join(blocks), kind="text").to_dict()


# Addresses


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel=canonical href="mailto:a@harbour.example">', None),
        ('<link rel=canonical href="https://www.harbour.example/">', None),  # of a whole site
        ('<link rel=canonical href="/"><meta property="og:url" content="/news/river-rises/">', URL + "/"),
        ('<link rel=canonical href="/news/river-rises/">', URL + "/"),
        ('<link rel=canonical href="https://www.harbour.example/?p=12">', "https://www.harbour.example/?p=12"),
    ],
)
def test_an_article_s_own_address_is_not_the_front_page_s(head, address):
    assert page(head)["canonical_url"] == address


def test_where_the_address_was_found():
    found = page('<link rel=canonical href="/"><meta property="og:url" content="/news/river-rises/">')
    assert found["provenance"]["canonical_url"]["path"] == "meta/og:url"


# JSON-LD, microdata, Dublin Core


def test_what_a_page_s_object_is_about_is_the_article():
    nested = {
        "@type": "WebPage",
        "mainEntity": {"@type": "NewsArticle", "author": {"name": "Ana Cruz"}, "headline": "R"},
    }
    assert page(f'<script type="application/ld+json">{json.dumps(nested)}</script>')["authors"] == ["Ana Cruz"]
    nested["mainEntity"] = {"@type": "Product", "author": {"name": "Ana Cruz"}}
    assert page(f'<script type="application/ld+json">{json.dumps(nested)}</script>')["authors"] == []


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta name="DC.publisher" content="https://harbour.example">', "publisher", None),
        ('<meta name="DC.publisher" content="Harbour Times">', "publisher", "Harbour Times"),
        ('<meta name="DC.subject" content="river; bridge">', "keywords", ["river", "bridge"]),
        ('<meta itemprop="articleSection" content="Local">', "section", "Local"),
        ('<meta name="keywords" content="River, river, RIVER, flood">', "keywords", ["River", "flood"]),
        (declared(keywords=["river, bridge, flood", "storm"]), "keywords", ["river", "bridge", "flood", "storm"]),
        (declared(keywords=["Harbour, Upper", "storm"]), "keywords", ["Harbour, Upper", "storm"]),
    ],
)
def test_what_a_page_declares(head, field, value):
    assert page(head)[field] == value


@pytest.mark.parametrize("title", ["Untitled document", "Unbenanntes Dokument", "無題"])
def test_a_page_that_nobody_has_named_has_no_title(title):
    assert page(title=title)["title"] is None
    assert page('<meta property="og:title" content="River rises">', title=title)["title"] == "River rises"


# Moments


@pytest.mark.parametrize(
    ("published", "changed", "wanted"),
    [
        ("2025-07-10T08:00:00Z", "2025-07-09T08:00:00Z", ("2025-07-10T08:00:00+00:00", None)),  # before it was there
        ("2025-07-10T08:00:00Z", "2025-07-10T07:00:00Z", ("2025-07-10T08:00:00+00:00", "2025-07-10T07:00:00+00:00")),
        ("1752152760", "1752152760000", ("2025-07-10T13:06:00+00:00", "2025-07-10T13:06:00+00:00")),
        ("1999010112", "12345678901", (None, None)),
    ],
)
def test_moments_that_are_declared(published, changed, wanted):
    found = page(declared(datePublished=published, dateModified=changed))
    assert (found["date_published"], found["date_modified"]) == wanted


# Captions and agencies


@pytest.mark.parametrize(
    ("row", "captions"),
    [
        ("A photo of the bridge: it was shared by many.", []),
        ("The old bridge on Monday. Photo: Li Moss / AFP", ["The old bridge on Monday. Photo: Li Moss / AFP"]),
    ],
)
def test_what_ends_with_who_took_the_picture_is_a_caption(row, captions):
    found = text("River rises after storm", "By Ana Cruz", row, TEXT)
    assert found["captions"] == captions
    assert found["agencies"] == (["Agence France-Presse"] if captions else [])


def test_a_caption_by_its_element():
    figure = "<figure><img src=a.jpg><figcaption>The old bridge on Monday</figcaption></figure>"
    assert page(before=figure)["captions"] == ["The old bridge on Monday"]
    assert page(before="<p>The old bridge on Monday</p>")["captions"] == []


def test_a_source_below_the_article_is_no_caption():
    assert text("River rises", TEXT, "© dpa-infocom, dpa:250710-99-1/2", "Quelle: Harbour Times")["captions"] == []


def test_an_agency_beside_the_authors():
    assert page(before="<p>By Ana Cruz and Tom Weber (with AFP)</p>")["agencies"] == ["Agence France-Presse"]
    assert page(before="<p>By Ana Cruz and Tom Weber</p>")["agencies"] == []


# Keywords


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (("Tags: river, bridge",), ["river", "bridge"]),
        (("Tags:\nriver\nbridge\nComments\nLi Moss",), ["river", "bridge"]),
        (("Tags:\nriver\nbridge\nComments of the mayor",), ["river", "bridge", "Comments of the mayor"]),
        (("برچسب‌ها: رودخانه، پل",), ["رودخانه", "پل"]),
        (("الكلمات المفتاحية: النهر، الجسر",), ["النهر", "الجسر"]),
        (("แท็ก: แม่น้ำ, สะพาน",), ["แม่น้ำ", "สะพาน"]),
        (("टैग: नदी, पुल",), ["नदी", "पुल"]),
    ],
)
def test_keywords_end_where_the_tags_end(rows, wanted):
    assert text("River rises after storm", "By Ana Cruz\n9 May 2025", TEXT, *rows)["keywords"] == wanted


def test_a_keyword_keeps_its_colon():
    assert keywords._without_cue("Storm: the film") == "Storm: the film"


# Licences


@pytest.mark.parametrize(
    ("line", "licence"),
    [
        ("The mayor told of a Creative Commons of the town, and of the 4.0 metres to which the river rose.", None),
        (
            "Except where noted, the content is licensed under a Creative Commons Attribution 4.0 licence.",
            "Creative Commons Attribution 4.0",
        ),
    ],
)
def test_a_licence_in_the_last_lines(line, licence):
    assert page(after=f"<p>{line}</p>")["license"] == licence


CC = "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("head", "after", "licence"),
    [
        # Photographs have licences too: where links name several, none is the page's.
        ("", f'<p><a rel=license href="{CC}">terms</a> <a rel=license href="{CC.replace("by", "by-sa")}">!</a>', None),
        ("", f'<p><a href="{CC}">the terms</a>', None),
        ("", f'<p>Text: <a rel="license" href="{CC}">CC BY</a>', CC),
        ("", '<p>Text: <a rel="license" href="/terms">ours</a>', "https://www.harbour.example/terms"),
        (f'<link rel=license href="{CC}">', f'<p><a rel="license noopener" href="{CC}deed.en">CC BY</a>', CC),
    ],
)
def test_a_licence_that_the_page_links_to(head, after, licence):
    assert page(head, after=after)["license"] == licence
