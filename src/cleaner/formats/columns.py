"""Which columns of a record hold what, and what a record is once they are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from cleaner.model import CleanerError, Kind, UnreadableInputError

_SHOWN = 12  # names of columns in an error


class RecordError(UnreadableInputError):
    """A record that cannot be read as a document; `place` is where it stood, as far as it is known."""

    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A document that came from a file of many.

    `data` is the page, as text or as bytes that are still to be decoded. `kind` is None when the content must tell.
    `site` groups documents that share templates. `encoding` and `crawled` (`YYYY-MM-DD`) are what a crawler said of it.
    `extra` holds the columns that are none of these, and `place` says where it stood, such as `a.jsonl:17`.
    """

    data: str | bytes = field(repr=False)
    kind: Kind | None = None
    id: str | None = None
    url: str | None = None
    site: str | None = None
    encoding: str | None = None
    crawled: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, repr=False)
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The names of the columns that hold a document's parts.

    None stands for the usual name, which is the part's own; there a record may lack it. A name that is given must be in
    every record. Of `html` and `text` one is enough; `html` comes first unless it is empty, since it says more.
    """

    text: str | None = None
    html: str | None = None
    id: str | None = None
    url: str | None = None
    site: str | None = None

    def pick(self, row: Mapping[str, Any], kind: Kind | None = None) -> Record:
        """Find a document's parts in a row; what is none of them is `extra`.

        Raises RecordError for a part that is missing or of another type, and for an id that is a path upwards.

        >>> Columns(text="content").pick({"content": 3})
        Traceback (most recent call last):
        ...
        cleaner.formats.columns.RecordError: The column 'content' holds a number (int), not text.
        """
        for part in fields(self):
            name = getattr(self, part.name)
            if name is not None and row.get(name) is None and part.name not in ("text", "html"):
                raise RecordError(_missing({part.name: name}, row))
        column, natural = self._page(row)
        data = row[column]
        if not isinstance(data, str | bytes):
            raise RecordError(f"The column {column!r} holds {_name(data)}, not text.")
        taken = self.taken
        return Record(
            data=data,
            kind=kind or natural,
            id=_identity(self.id or "id", row.get(self.id or "id")),
            url=_string(self.url or "url", row.get(self.url or "url")),
            site=_string(self.site or "site", row.get(self.site or "site")),
            encoding=row.get(ENCODING),
            crawled=row.get(CRAWLED),
            extra={name: value for name, value in row.items() if name not in taken and name not in _HIDDEN},
        )

    @property
    def taken(self) -> frozenset[str]:
        """Names of the columns that hold what a result has fields of its own for; the others pass through."""
        page = (name for name, _ in self._pages)
        return frozenset({*page, self.id or "id", self.url or "url"})

    @property
    def _pages(self) -> list[tuple[str, Kind]]:
        """Names of the columns that may hold the page, with its kind; the first that does counts."""
        given: list[tuple[str | None, Kind]] = [(self.html, "html"), (self.text, "text")]
        found = [(name, kind) for name, kind in given if name is not None]
        return found or [("html", "html"), ("text", "text")]

    def _page(self, row: Mapping[str, Any]) -> tuple[str, Kind]:
        """Name the column that holds the page, and its kind; an empty one only where no other holds more."""
        there = [(name, kind) for name, kind in self._pages if row.get(name) is not None]
        if not there:
            raise RecordError(_missing({kind: name for name, kind in self._pages}, row))
        return next(((name, kind) for name, kind in there if row[name] not in ("", b"")), there[0])


USUAL = Columns()

_NAMES: Mapping[type, str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
}

# Columns of our own making, for what a WARC says of a page; no JSON or Parquet column is called so.
ENCODING = "\0encoding"
CRAWLED = "\0crawled"
_HIDDEN = frozenset({ENCODING, CRAWLED})


def require(module: str, extra: str) -> Any:
    """Import a package that an extra brings. Raises CleanerError that names the extra when it is missing.

    >>> require("json", "none").__name__
    'json'
    """
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError as error:
        raise CleanerError(
            f"Reading or writing this needs the package {module.partition('.')[0]!r}, which is not installed; "
            f"install it with: pip install 'boilerplate-cleaner[{extra}]'"
        ) from error


def _missing(parts: Mapping[str, str], row: Mapping[str, Any]) -> str:
    """Say which columns were looked for, the name of each part's, and by which options others are named."""
    there = [f"{column!r}{' (null)' * (row[column] is None)}" for column in row if column not in _HIDDEN]
    more = ", …" if len(there) > _SHOWN else ""
    return (
        f"The record has no value in the column {' or '.join(parts.values())}; "
        f"it has {', '.join(there[:_SHOWN]) or 'none'}{more}. "
        f"Name the right one with {' or '.join(f'--{part}-column' for part in parts)}."
    )


def _identity(name: str, value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise RecordError(f"The column {name!r} holds {_name(value)}, not an id: a text or a whole number.")
    identity = str(value)
    if not identity.strip():
        raise RecordError(f"The id in the column {name!r} is empty; give the record one, or leave the column out.")
    if not identity.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in identity):
        raise RecordError(f"The id {identity!r} holds half of a character (a lone surrogate); rename it.")
    if ".." in identity.replace("\\", "/").split("/") or "\0" in identity:
        raise RecordError(
            f"The id {identity!r} would lead out of a directory of results, since it has '..' for a part; rename it."
        )
    return identity


def _string(name: str, value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise RecordError(f"The column {name!r} holds {_name(value)}, not text.")
    return value or None


def _name(value: object) -> str:
    found = _NAMES.get(type(value))
    return f"{found} ({type(value).__name__})" if found else f"a value of the type {type(value).__name__}"
