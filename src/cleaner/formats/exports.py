"""A cleaned document in the forms that other programs read, one function each: `EXPORTS` names them.

Each takes a `Cleaned` and the other columns of its record, and gives a dictionary as JSON holds it; `rows.dumps` writes
it as a line. Nothing here reads a clock: a date that neither the page nor the record names is left out.

What other programs read as strict UTF-8 holds U+FFFD where a document has a lone surrogate.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

from cleaner.cleaned import UNKNOWN, Cleaned
from cleaner.sidecar import rows


class Export(Protocol):
    """Makes a record of a document and the other columns of its input."""

    def __call__(self, cleaned: Cleaned, extra: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Give the record as JSON holds it."""


UNNAMED_SOURCE = "web"  # dolma wants a source for every document; of one without record or address only this is known


def jsonl(cleaned: Cleaned, extra: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Give the row with everything: text, sidecar and other columns; see `rows.row`."""
    return rows.row(cleaned, extra)


def datatrove(cleaned: Cleaned, extra: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Give `text`, `id` and flat `metadata`, as the `JsonlReader` of datatrove reads them.

    The metadata are the sidecar's fields, flags and digests with the other columns; removals and what restores the page
    stay with the row of `jsonl`, since every later step of a pipeline would carry them.

    >>> import cleaner
    >>> made = datatrove(cleaner.clean("The bridge was closed on Monday, the mayor said."), {"dump": "2025-07"})
    >>> sorted(made), made["metadata"]["dump"], made["metadata"]["removed_share"]
    (['id', 'metadata', 'text'], '2025-07', 0.0)
    """
    record = cleaned.to_dict()
    made = {"text": cleaned.text, "id": record["id"], "metadata": _metadata(record, extra or {})}
    return rows.well_formed(made)  # type: ignore[no-any-return]


def dolma(cleaned: Cleaned, extra: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Give a document of the Dolma toolkit: `id`, `text`, `source` and, where known, `added`, `created`, `version`.

    `source` and `added` are the record's own columns of these names. Without them the source is the page's host, and
    `added`, which would be the time of this run, is left out. `created` is the date of publication. The rest is
    `metadata`, the same as for `datatrove`.

    Source: docs/data-format.md of the toolkit.

    >>> import cleaner
    >>> page = cleaner.clean("The bridge was closed on Monday, the mayor said.", url="https://www.news.example/a")
    >>> made = dolma(page, {"added": "2025-07-08T00:00:00Z"})
    >>> made["source"], made["added"], "created" in made
    ('www.news.example', '2025-07-08T00:00:00Z', False)
    """
    record = cleaned.to_dict()
    extra = extra or {}
    own = {name: extra[name] for name in ("source", "added", "version") if isinstance(extra.get(name), str)}
    rest = {name: value for name, value in extra.items() if name not in own}
    made = {
        "id": record["id"],
        "text": cleaned.text,
        "source": _host(record) or UNNAMED_SOURCE,
        **own,
        "created": record["date_published"],
        "metadata": _metadata(record, rest),
    }
    return rows.well_formed(_known(made))  # type: ignore[no-any-return]


def jsonld(cleaned: Cleaned, extra: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Give a `NewsArticle` of schema.org as JSON-LD; the vocabulary has no place for other columns.

    What is not known is left out. Agencies are the article's `creditText`, captions those of its images, and the same
    article in other languages its `workTranslation`.

    Source: https://schema.org/NewsArticle.

    >>> import cleaner
    >>> made = jsonld(cleaner.clean("The bridge was closed on Monday, the mayor said."))
    >>> made["@type"], made["articleBody"]
    ('NewsArticle', 'The bridge was closed on Monday, the mayor said.')
    """
    known = cleaned.to_dict()
    made = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": known["id"],
        "headline": known["title"],
        "description": known["description"],
        "articleBody": cleaned.text,
        "articleSection": known["section"],
        "author": [_named("Person", name) for name in known["authors"]],
        "creditText": ", ".join(known["agencies"]),
        "dateModified": known["date_modified"],
        "datePublished": known["date_published"],
        "image": [{"@type": "ImageObject", "caption": caption} for caption in known["captions"]],
        "inLanguage": known["language"],
        "isPartOf": _named("WebSite", known["site"]),
        "keywords": known["keywords"],
        "license": known["license"],
        "mainEntityOfPage": known["canonical_url"],
        "publisher": _named("Organization", known["publisher"]),
        "url": known["url"] or known["canonical_url"],
        "wordCount": known["output"]["words"],
        "workTranslation": [_translation(language, value) for language, value in known["alternates"].items()],
    }
    return rows.well_formed(_known(made))  # type: ignore[no-any-return]


EXPORTS: Mapping[str, Export] = {"jsonl": jsonl, "datatrove": datatrove, "dolma": dolma, "jsonld": jsonld}
"""By the name that `cleaner clean --format` takes."""


def _metadata(record: Mapping[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields of a sidecar that are about the document, and the other columns under names of their own."""
    made = {
        **{name: record[name] for name in UNKNOWN},
        "source_path": record["source_path"],
        "flags": record["flags"],
        "removed_share": record["stats"]["removed_share"],
        "input_sha256": record["input"]["sha256"],
        "cleaner": record["cleaner"],
    }
    made.update((name, extra[old]) for old, name in rows.pass_through(extra, made).items())
    return made


def _host(record: Mapping[str, Any]) -> str | None:
    try:
        return urlsplit(record["url"] or record["canonical_url"] or "").hostname
    except ValueError:  # such as a bracket that is not closed
        return None


def _known(record: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is not known; the text stays even if it is empty."""
    return {name: value for name, value in record.items() if value or name in ("text", "articleBody", "wordCount")}


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": name} if name else None


def _translation(language: str, value: str) -> dict[str, str]:
    key = "url" if value.startswith(("https://", "http://")) else "headline"
    return {"@type": "NewsArticle", "inLanguage": language, key: value}
