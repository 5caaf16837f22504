"""All fields together: text and HTML, where each comes from, and what must stay unknown."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import markup, plain
from cleaner.metadata import NAMES, Metadata, fields
from cleaner.model import LABELS, Decision, Document, Field, Head

BODY = (
    "The river rose by two metres on Monday after the storm, the mayor said, and the old bridge was closed to traffic."
)


def find(*rows: tuple[str, str], **options) -> Metadata:
    """Metadata of lines with labels."""
    document = plain.read("\n\n".join(line for _, line in rows))
    assert len(document) == len(rows)
    return fields(document, settle(document, [label for label, _ in rows]), **options)


def settle(document: Document, labels: list[str]) -> list[Decision]:
    return [Decision(i, label, label, 0.0, "", "", "") for i, label in enumerate(labels)]


def of_html(html: str, url: str | None = None, **options) -> Metadata:
    """Metadata of a page whose long lines are kept."""
    document = markup.read(html, url=url)
    return fields(
        document, settle(document, ["body" if len(t) > 80 else "navigation" for t in document.texts]), **options
    )


# Text


def test_nothing_is_invented():
    found = find(("body", BODY))
    assert dict(found) == {"language": found["language"]}
    assert found.flags == ()


def test_an_empty_document_has_no_metadata():
    assert dict(fields(plain.read(""), [])) == {}


def test_what_the_dropped_lines_of_a_text_say():
    found = find(
        ("navigation", "Home World Sport"),
        ("section", "Regions"),
        ("title", "River rises after the storm"),
        ("byline", "By Ana Cruz and Tom Weber"),
        ("date", "• 11 November, 2025"),
        ("date", "• 17:50"),
        ("lead", "Two metres in one night"),
        ("body", BODY),
        ("body", "The water will fall by Friday, the agency told Reuters."),
        ("caption", "The old bridge on Monday. Photo: L. Ode"),
        ("tags", "Tags: floods, bridges, weather"),
    )
    assert {name: found.value(name) for name in found} == {
        "title": "River rises after the storm",
        "authors": ("Ana Cruz", "Tom Weber"),
        "date_published": "2025-11-11T17:50:00",
        "date_published_raw": "11 November, 2025 17:50",
        "language": "en",
        "description": "Two metres in one night",
        "section": "Regions",
        "keywords": ("floods", "bridges", "weather"),
        "agencies": ("Reuters",),
        "captions": ("The old bridge on Monday. Photo: L. Ode",),
    }
    assert found["title"] == Field("River rises after the storm", "text", found["title"].confidence, line=5)
    assert found["date_published"].line == 9


def test_names_are_in_the_order_of_the_sidecar():
    found = find(("title", "River rises after the storm"), ("date", "10 July 2025"), ("body", BODY))
    assert list(found) == [name for name in NAMES if name in found]


@pytest.mark.parametrize(
    ("rows", "publisher"),
    [
        ([("source", "(Reuters)")], None),
        ([("promo", "Get a daily dose of the Harbour Sun by email")], None),
        ([("body", "A Message from the Harbour:")], None),
        ([("appeal", "Dear readers,")], None),
        ([("source", "Harbour.example"), ("source", "(Harbour.example)")], "Harbour.example"),
        ([("appeal", "A Message from The Harbour Times:")], "The Harbour Times"),
        ([("appeal", "Eine Nachricht von Hafenblatt")], "Hafenblatt"),
        ([("legal", "© 2025 Harbour Media. All rights reserved.")], "Harbour Media"),
        ([("legal", "Copyright 2019-2025 Hafenblatt, alle Rechte vorbehalten")], "Hafenblatt"),
    ],
)
def test_publisher_of_a_text(rows, publisher):
    assert find(*rows, ("body", BODY)).value("publisher") == publisher


def test_tags_without_commas_are_parted_by_what_the_article_says():
    found = find(("body", "Ana Cruz met Tom Weber at the bridge."), ("tags", "Ana Cruz Tom Weber floods"))
    assert found.value("keywords") == ("Ana Cruz", "Tom Weber", "floods")


def test_titles_in_other_languages():
    found = find(
        ("title", "River rises after the storm in the harbour"),
        ("body", BODY),
        ("alternate", "Вода в реке поднялась на два метра после бури"),
        ("alternate", "Der Fluss ist nach dem Sturm um zwei Meter gestiegen"),
        ("alternate", "The river has risen after the storm, says the mayor"),
    )
    assert found.value("alternates") == {
        "ru": "Вода в реке поднялась на два метра после бури",
        "de": "Der Fluss ist nach dem Sturm um zwei Meter gestiegen",
    }


def test_a_licence_below_the_article():
    found = find(("body", BODY), ("navigation", "This text is published under CC BY-SA 4.0."))
    assert found.value("license") == "CC BY-SA 4.0"


def test_given_values_stand():
    found = find(
        ("title", "River rises after the storm"), ("date", "10 July 2025"), ("body", BODY),
        given={"language": "cy", "title": "Afon yn codi", "date_published": None},
    )  # fmt: skip
    assert found["language"] == Field("cy", "given", 1.0)
    assert found.value("title") == "Afon yn codi"
    assert found.value("date_published") == "2025-07-10"


def test_metadata_reads_as_a_mapping():
    found = find(("body", BODY))
    assert found["language"].value == found.value("language") == "en"
    assert found.value("title") is None
    with pytest.raises(KeyError):
        found["title"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.flags = ("empty",)  # type: ignore[misc]


# HTML

HTML = """<html lang="en-GB"><head><title>River rises - Regions | Harbour Times</title>
<meta property="og:title" content="River rises | Harbour Times"><meta property="og:site_name" content="Harbour Times">
<meta name="description" content="Two metres &amp; more"><meta name="keywords" content="floods, bridges">
<link rel="canonical" href="/news/river"><link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "River rises",
 "author": [{"@id": "#ana"}, {"@type": "Person", "name": "Tom Weber, Reporter"}], "articleSection": "Regions",
 "datePublished": "2025-07-10T13:06:00+01:00", "dateModified": "2025-07-11T08:00:00Z",
 "publisher": {"@type": "Organization", "name": "Harbour Times"}},
 {"@id": "#ana", "@type": "Person", "name": "Ana Cruz"}]}
</script></head><body><h1>Harbour Times</h1><h1>River rises</h1><p>By Ana Cruz</p><p>%s</p></body></html>"""


_LD = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "River rises", '


def test_what_a_page_declares():
    found = of_html(HTML % BODY, url="https://www.harbour.example/news/river?ref=1", given=None)
    assert {name: found.value(name) for name in found} == {
        "canonical_url": "https://www.harbour.example/news/river",
        "site": "harbour.example",
        "publisher": "Harbour Times",
        "title": "River rises",
        "authors": ("Ana Cruz", "Tom Weber"),
        "date_published": "2025-07-10T13:06:00+01:00",
        "date_modified": "2025-07-11T08:00:00+00:00",
        "date_published_raw": "2025-07-10T13:06:00+01:00",
        "language": "en",
        "description": "Two metres & more",
        "section": "Regions",
        "keywords": ("floods", "bridges"),
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }
    assert (found["authors"].source, found["authors"].path) == ("json-ld", "json-ld/author")
    assert (found["title"].source, found["title"].path) == ("visible", "h1")
    assert found["language"].path == "html/@lang"


@pytest.mark.parametrize(
    ("declared", "name", "value"),
    [
        ('<link rel="canonical" href="http://localhost/news/river">', "canonical_url", None),
        ('<link rel="canonical" href="https://harbour.example/river#top">', "canonical_url", "https://harbour.example/river"),
        ('<link rel="canonical" href="https://harbour.example/#!/a">', "canonical_url", "https://harbour.example/#!/a"),
        ('<meta property="article:section" content="https://harbour.example/regions">', "section", None),
        ('<meta property="article:section" content="None">', "section", None),
        ('<meta property="article:section" content="Regions">', "section", "Regions"),
        ('<meta name="dc.publisher" content="https://harbour.example">', "publisher", None),
        ('<meta name="dc.publisher" content="Harbour Times">', "publisher", "Harbour Times"),
        (f'{_LD}"license": true}}</script>', "license", None),
        (f'{_LD}"license": {{"@id": "https://a.example/by"}}}}</script>', "license", "https://a.example/by"),
        (f'{_LD}"datePublished": {{"@value": "2025-07-10"}}}}</script>', "date_published", "2025-07-10"),
        (f'{_LD}"dateCreated": "2025-07-10"}}</script>', "date_published", "2025-07-10"),
        (f'{_LD}"uploadDate": "2025-07-10"}}</script>', "date_published", None),
    ],
)
def test_odd_ways_to_declare(declared, name, value):
    found = of_html(f"<html><head>{declared}</head><body><h1>River rises</h1><p>{BODY}</p></body></html>")
    assert found.value(name) == value


def test_a_page_that_declares_nothing_is_read_like_a_text():
    found = of_html(f"<h1>River rises after storm</h1><p>By Ana Cruz</p><p>10 July 2025</p><p>{BODY}</p>")
    assert found.value("title") == "River rises after storm"
    assert found.value("authors") == ("Ana Cruz",)
    assert (found["date_published"].value, found["date_published"].source) == ("2025-07-10", "visible")
    assert found["title"].line < found["authors"].line < found["date_published"].line


@pytest.mark.parametrize("crawled", [date(2025, 7, 9), date(1999, 1, 1)])
def test_no_date_after_the_crawl_is_believed(crawled):
    found = of_html(HTML % BODY, crawled=crawled)
    assert found.value("date_published") is None
    assert found.value("date_modified") is None


def test_the_day_of_the_crawl_is_believed():
    assert of_html(HTML % BODY, crawled=date(2025, 7, 10)).value("date_published") == "2025-07-10T13:06:00+01:00"


# Any input

_lines = st.lists(
    st.tuples(
        st.sampled_from(LABELS), st.text(max_size=80) | st.sampled_from(["By", "10/11/2025", "(AP)", "©", "a@b.c"])
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(_lines, st.text(max_size=30))
def test_no_text_breaks_it(rows, url):
    document = plain.read("\n".join(line for _, line in rows))
    labels = [label for label, _ in rows][: len(document)]
    found = fields(document, settle(document, labels), url=f"http://{url}")
    assert set(found) <= set(NAMES)
    assert all(0 <= entry.confidence <= 1 for entry in found.values())


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["@type", "@id", "name", "author", "headline", "datePublished", "publisher", "keywords", "inLanguage"]
    ), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.dictionaries(st.sampled_from(["@type", "author", "headline", "datePublished", "keywords", "license"]), _json)
    ),
    st.dictionaries(
        st.sampled_from(["og:title", "author", "date", "og:url", "og:locale"]), st.tuples(st.text(max_size=20))
    ),
    st.tuples(st.text(max_size=20)),
)
def test_no_page_breaks_it(json_ld, meta, texts):
    document = dataclasses.replace(
        plain.read(BODY), head=Head(meta=meta, json_ld=tuple(json_ld), times=texts, authors=texts, language=texts[0])
    )
    assert set(fields(document, settle(document, ["body"]))) <= set(NAMES)


def test_a_second_run_gives_the_same():
    assert of_html(HTML % BODY) == of_html(HTML % BODY)


def test_nothing_heavy_is_loaded_with_the_module():
    code = (
        "import sys, cleaner.metadata; print({'numpy', 'py3langid', 'ahocorasick_rs'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
