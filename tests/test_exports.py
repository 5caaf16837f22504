"""Exports are read by those they are for: datatrove's reader, the documented form of Dolma, a JSON-LD processor."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pyld import jsonld

import cleaner
import newspage
from cleaner.formats.exports import EXPORTS
from cleaner.sidecar import rows

PAGE = cleaner.clean(newspage.HTML, url=newspage.URL)
TEXT = replace(cleaner.clean(newspage.TEXT), id="a/1")
STRANGE = replace(cleaner.clean("The river rose by two metres, the mayor said, and the bridge shut."), id="a\udc80")
PAGES = {"html": PAGE, "text": TEXT, "empty": cleaner.clean(""), "strange": STRANGE}
EXTRA = {"dump": 7, "title": "as it came", "source": "harbour-crawl", "added": "2025-07-09T00:00:00Z"}

# docs/data-format.md of the Dolma toolkit, whose reader takes these types and no others.
DOLMA = {
    "type": "object",
    "required": ["id", "text", "source"],
    "additionalProperties": False,
    "properties": {
        **{name: {"type": "string"} for name in ("id", "text", "source", "added", "created", "version")},
        "metadata": {"type": "object"},
    },
}

# Properties of https://schema.org/NewsArticle and of those it is a kind of, with the types of their values there.
TEXTS = {"type": "string", "minLength": 1}
DATES = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?$"}


def thing(kind: str, **properties: Any) -> dict[str, Any]:
    wanted = {"@type": {"const": kind}, **properties}
    return {"type": "object", "additionalProperties": False, "required": ["@type"], "properties": wanted}


ARTICLE = thing(
    "NewsArticle",
    **{"@context": {"const": "https://schema.org"}},
    **dict.fromkeys(("identifier", "headline", "description", "articleSection", "creditText", "inLanguage"), TEXTS),
    **{name: {**TEXTS, "pattern": "^https?://"} for name in ("url", "mainEntityOfPage")},
    articleBody={"type": "string"},
    author={"type": "array", "items": thing("Person", name=TEXTS)},
    dateModified=DATES,
    datePublished=DATES,
    image={"type": "array", "items": thing("ImageObject", caption=TEXTS)},
    isPartOf=thing("WebSite", name=TEXTS),
    keywords={"type": "array", "items": TEXTS},
    license=TEXTS,
    publisher=thing("Organization", name=TEXTS),
    wordCount={"type": "integer", "minimum": 0},
    workTranslation={"type": "array", "items": thing("NewsArticle", inLanguage=TEXTS, headline=TEXTS, url=TEXTS)},
)


def context(url: str, _: Any) -> dict[str, Any]:
    """Stand in for schema.org, whose own context gives its terms the same names."""
    assert url.rstrip("/") == "https://schema.org"
    document = {"@context": {"@vocab": "http://schema.org/", "url": {"@type": "@id"}}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": document}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_one_line_of_json(name, page):
    made = EXPORTS[name](PAGES[page], {"dump": 7})
    assert json.loads(rows.dumps(made)) == made
    assert EXPORTS[name](PAGES[page]) == EXPORTS[name](PAGES[page], {})


def test_jsonl_is_the_row():
    assert EXPORTS["jsonl"](PAGE, EXTRA) == rows.row(PAGE, EXTRA)


def test_datatrove_reads_its_export(tmp_path: Path):
    from datatrove.pipeline.readers import JsonlReader

    lines = [rows.dumps(EXPORTS["datatrove"](page, EXTRA)) for page in PAGES.values()]
    (tmp_path / "pages.jsonl").write_bytes(b"".join(lines))
    read = {document.id: document for document in JsonlReader(str(tmp_path), add_file_path=False).run()}
    assert len(read) == len(PAGES) - 1, "it passes over a document without text"
    found = read[PAGE.to_dict()["id"]]
    assert found.text == PAGE.text
    assert found.metadata["url"] == newspage.URL
    assert found.metadata["title"] == "Old bridge closed for a year"
    assert found.metadata["original_title"] == "as it came"
    assert found.metadata["dump"] == 7
    assert found.metadata["flags"] == list(PAGE.flags)
    assert read["a/1"].text == TEXT.text
    assert read["a\ufffd"].text == STRANGE.text


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("extra", [{}, EXTRA, {"source": 3, "added": None}], ids=["none", "all", "wrong"])
def test_dolma_takes_its_export(page, extra):
    made = EXPORTS["dolma"](PAGES[page], extra)
    assert [error.message for error in Draft202012Validator(DOLMA).iter_errors(made)] == []
    assert rows.well_formed(made) == made  # strict UTF-8
    assert ("added" in made) == (extra is EXTRA)


def test_dolma_names_the_source():
    made = EXPORTS["dolma"](PAGE, EXTRA)
    assert (made["source"], made["added"], made["created"]) == (
        "harbour-crawl",
        "2025-07-09T00:00:00Z",
        "2025-07-07T13:06:00+02:00",
    )
    assert not {"source", "added"} & made["metadata"].keys()
    assert EXPORTS["dolma"](PAGE)["source"] == "www.harbour.example"
    assert EXPORTS["dolma"](TEXT)["source"] == "web"
    assert EXPORTS["dolma"](TEXT, {"source": 3})["metadata"]["source"] == 3


@pytest.mark.parametrize("page", PAGES)
def test_json_ld_has_the_types_of_schema_org(page):
    made = EXPORTS["jsonld"](PAGES[page])
    assert [error.message for error in Draft202012Validator(ARTICLE).iter_errors(made)] == []


def test_a_processor_understands_the_json_ld():
    [found] = jsonld.expand(EXPORTS["jsonld"](PAGE), {"documentLoader": context})
    term = "http://schema.org/{}".format
    assert found["@type"] == [term("NewsArticle")]
    assert found[term("headline")] == [{"@value": "Old bridge closed for a year"}]
    assert found[term("author")] == [{"@type": [term("Person")], term("name"): [{"@value": "Ada Ström"}]}]
    assert found[term("publisher")][0]["@type"] == [term("Organization")]
    assert found[term("url")] == [{"@id": newspage.URL}]
    assert all(key == "@type" or key.startswith("http://schema.org/") for key in found)


def test_json_ld_tells_titles_of_translations_from_addresses():
    field = cleaner.model.Field({"sv": "Den gamla bron är stängd", "fi": "https://x.example/fi"}, "visible", 0.9)
    page = cleaner.clean(newspage.TEXT)
    page.__dict__["fields"] = {"alternates": field}  # as if it had been found
    assert EXPORTS["jsonld"](page)["workTranslation"] == [
        {"@type": "NewsArticle", "inLanguage": "fi", "url": "https://x.example/fi"},
        {"@type": "NewsArticle", "inLanguage": "sv", "headline": "Den gamla bron är stängd"},
    ]
