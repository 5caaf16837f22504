"""What a file says of its article above the text, as site generators, clippers, readers and extractors write it.

    ---                                 Title: Old bridge closed
    title: "Old bridge closed"          URL Source: https://example.org/bridge
    author: Jane Example                Published Time: 2031-03-12
    ---                                 Markdown Content:

It is fenced (YAML with `---`, TOML with `+++`), or its first lines are fields in the form of a mail's header. Why not
more: a page that shows its title or author with a colon has no address there, and a rule above an article closes no
fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cleaner.model import Document

_FENCES: Mapping[str, str] = {"---": ":", "+++": "="}  # what parts a name from its value between them
_ENDS = frozenset(("---", "+++", "..."))
_NAME = re.compile(r"[\"']?([^\W\d][\w .-]{0,40}?)[\"']?\s?([:=])(?:\s+(.*))?$")
_ITEM = re.compile(r"-(?:\s+(.*))?$")
_SCALAR = re.compile(r"[|>][+-]?\d?$")  # of several lines, which follow
_LIST = re.compile(r"\[(.*)\]$")
_COMMA = re.compile(r",\s*")
_LAST = "markdown content"  # in the place of a fence
_LEAST = 2  # fields with known names

NAMES: Mapping[str, frozenset[str]] = {
    "title": frozenset(("title", "headline", "og title")),
    "authors": frozenset(("author", "authors", "byline", "creator", "by")),
    "canonical_url": frozenset(
        ("url", "url source", "source", "source url", "link", "permalink", "canonical", "canonical url", "original url")
    ),
    "publisher": frozenset(("sitename", "site name", "site", "publisher")),
    "date_published": frozenset(
        ("date", "published", "published time", "date published", "publish date", "published at", "pubdate",
         "publishdate", "published date", "datepublished", "publication date")
    ),
    "date_modified": frozenset(("modified", "updated", "lastmod", "date modified", "last modified", "updated at")),
    "description": frozenset(("description", "summary", "excerpt", "abstract")),
    "section": frozenset(("section", "category", "categories")),
    "keywords": frozenset(("tags", "keywords", "tag")),
    "license": frozenset(("license", "licence")),
}  # fmt: skip
"""Names of fields, by what they tell; an underline or hyphen in one is read as a blank."""

_TOLD = {name: told for told, names in NAMES.items() for name in names}
# That tell nothing of the article, but where the fields stand on lines of their own.
_OTHER = frozenset(("hostname", "id", "fingerprint", "language", "lang", "slug", "status", "image", "layout", "draft"))


@dataclass(slots=True)
class Told:
    """A field: its name as `NAMES` groups them, or as written; its values, and the line of its name."""

    name: str
    line: int
    values: list[str] = field(default_factory=list)


def length(document: Document) -> int:
    r"""How many lines of a document are front matter.

    >>> from cleaner.plain import read
    >>> length(read("---\ntitle: Old bridge\ndate: 2031-03-12\n---\nThe bridge is shut.\n"))
    4
    >>> length(read("Title: Old bridge\nURL: https://example.org/bridge\n\nThe bridge is shut.\n"))
    2
    >>> length(read("---\nThe bridge is shut.\n---\n")), length(read("Title: Mayor\nAuthor: Ada Finch\n"))
    (0, 0)
    """
    texts = document.texts
    if document.kind != "text" or not texts:
        return 0
    if texts[0] in _FENCES:
        return _fenced(document)
    count = 0
    for text in texts:
        name = _NAME.match(text)
        said = _plain(name[1]) if name and name[2] == ":" else ""
        if said == _LAST:
            return count + 1
        if said not in _TOLD and said not in _OTHER:
            break
        count += 1
    known = {told.name for told in _read(document, 0, count)}
    has_address = any("://" in text for text in texts[:count])
    return count if has_address and {"title", "canonical_url"} <= known else 0


def fields(document: Document) -> Iterator[Told]:
    r"""The fields of a document's front matter that have known names, in order.

    >>> from cleaner.plain import read
    >>> page = read("---\ntitle: 'Old bridge'\ntags:\n  - towns\n  - rivers\nid: 7\n---\nIt is shut.\n")
    >>> [(one.name, one.values) for one in fields(page)]
    [('title', ['Old bridge']), ('keywords', ['towns', 'rivers'])]
    """
    count = length(document)
    return (told for told in _read(document, 0, count) if told.name in NAMES)


def _fenced(document: Document) -> int:
    texts, indents = document.texts, document.indents
    sign = _FENCES[texts[0]]
    last = next((line for line in range(1, len(texts)) if texts[line] in _ENDS), 0)
    for line in range(1, last):
        name = _NAME.match(texts[line])
        if not indents[line] and not (name and name[2] == sign) and texts[line][0] not in "-#[]":
            return 0
    known = [told for told in _read(document, 1, last) if told.name in NAMES]
    return last + 1 if len(known) >= _LEAST else 0


def _read(document: Document, first: int, last: int) -> Iterator[Told]:
    """The fields on some lines, with what follows of them on lines of their own."""
    told: Told | None = None
    for line in range(first, last):
        text = document.texts[line]
        name = _NAME.match(text) if not document.indents[line] else None
        if name:
            if told:
                yield told
            said = _plain(name[1])
            told = Told(_TOLD.get(said, said), line, list(_values((name[3] or "").strip())))
        elif told and (item := _ITEM.match(text)):
            told.values += _values((item[1] or "").strip())
        elif told and document.indents[line]:
            told.values[-1:] = [" ".join([*told.values[-1:], _bare(text)])]
    if told:
        yield told


def _plain(name: str) -> str:
    return " ".join(re.split(r"[\s_-]+", name.lower()))


def _values(text: str) -> Iterator[str]:
    """A value as it is read: without quotation marks, and a list in its parts."""
    if _SCALAR.match(text):
        return
    listed = _LIST.match(text)
    yield from filter(None, map(_bare, _COMMA.split(listed[1]) if listed else [text]))


def _bare(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    return text.removeprefix("[[").removesuffix("]]").strip()
