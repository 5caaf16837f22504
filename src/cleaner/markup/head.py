r"""What a page says of itself outside its visible text: meta elements, links, JSON-LD, microdata.

`Evidence` is filled while the page is walked, one call an element, and gives a `model.Head`. JSON-LD is only stored
then: it is the costly part, and a page whose metadata nobody asks for never pays for it (`JsonLd`).

>>> head = Evidence()
>>> head.note("meta", {"property": "og:title", "content": "The bridge"})
>>> head.note("script", {"type": "application/ld+json"}, lambda: '{"@graph": [{"headline": "The bridge",}]}')
>>> head.head().meta["og:title"], head.head().json_ld[0]["headline"]
(('The bridge',), 'The bridge')
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any, overload

from cleaner.model import Head

Attributes = Mapping[str, str | None]
_Table = dict[str, dict[str, None]]  # values in order, each once

# Microdata that names the article; other itemprops (of products, recipes, breadcrumbs) are nobody's evidence here.
_ITEMPROPS = frozenset({
    "alternativeheadline", "articlesection", "author", "copyrightholder", "creator", "datecreated", "datemodified",
    "datepublished", "dateline", "description", "genre", "headline", "inlanguage", "isaccessibleforfree", "keywords",
    "license", "mainentityofpage", "publisher", "sourceorganization",
})  # fmt: skip
_AUTHOR = frozenset({"author", "creator"})
_META_NAMES = ("name", "property", "itemprop", "http-equiv")
_MOST_READS = 300
_LONGEST = 300  # characters; a longer "author" or "headline" is a whole block that was marked so

_COMMENT = re.compile(
    r"\A\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)+|(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?)+\s*\Z"
)
_STRING = r'"(?:[^"\\]++|\\.?)*+(?:"|\Z)'  # to the end where nothing closes it, or each quote would be tried
_STRING_OR_COMMA = re.compile(rf"({_STRING})|,(?=\s*[}}\]])", re.DOTALL)
_STRING_OR_COMMENT = re.compile(rf"({_STRING})|//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
# A string up to the quote that something of JSON follows; those before it are its own.
_QUOTING = re.compile(r'"((?:[^"\\]++|\\.?|"(?!\s*+(?:[:}\]]|,\s*+["{\[}\]]|$)))*+)(?:"|\Z)', re.DOTALL)
_BARE_QUOTE = re.compile(r'((?:[^"\\]++|\\.?)++)|"', re.DOTALL)
_BAD_ESCAPE = re.compile(r'\\(?:u(?![0-9A-Fa-f]{4})|(?!["\\/bfnrtu]))')
_BETWEEN = re.compile(r"[\s,;]*")


class JsonLd(Sequence[Mapping[str, Any]]):
    """The JSON-LD objects of a page, parsed when first asked for.

    Lists and `@graph` are flattened; objects inside an object (its author, its publisher) stay where they are. What
    cannot be parsed even after mending (see `parse`) is left out.

    >>> list(JsonLd(['[{"@type": "Person"}, {"@graph": [{"@type": "NewsArticle"}]}]', "not JSON"]))
    [{'@type': 'Person'}, {'@type': 'NewsArticle'}]
    """

    __slots__ = ("_objects", "scripts")

    def __init__(self, scripts: Sequence[str] = ()) -> None:
        self.scripts = tuple(scripts)
        self._objects: tuple[Mapping[str, Any], ...] | None = None

    def _parsed(self) -> tuple[Mapping[str, Any], ...]:
        if self._objects is None:
            self._objects = tuple(item for script in self.scripts for item in _flatten(parse(script)))
        return self._objects

    @overload
    def __getitem__(self, index: int) -> Mapping[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Mapping[str, Any], ...]: ...
    def __getitem__(self, index: int | slice) -> Mapping[str, Any] | tuple[Mapping[str, Any], ...]:
        return self._parsed()[index]

    def __len__(self) -> int:
        return len(self._parsed())

    def __eq__(self, other: object) -> bool:
        return self._parsed() == tuple(other) if isinstance(other, JsonLd | tuple | list) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # it holds dictionaries

    def __repr__(self) -> str:
        return f"JsonLd({list(self.scripts)!r})"


def parse(script: str) -> list[Any]:
    r"""Every JSON value in a script element, mended where only one reading is possible.

    Mended are: line ends and other control characters inside strings, comment and CDATA wrappers, a comma before a
    closing bracket, backslashes before letters that need none, entities instead of quotes, a stray `;` or `,` after
    the value, and several values in one element. Where that is not enough, comments go, and a quote inside a string
    that nothing of JSON follows is the string's own. Everything up to the first fault that is left is given back.

    Why not more: a missing bracket has several readings.

    >>> parse('<!-- {"a": "two\nlines", "b": [1, 2,],} -->')
    [{'a': 'two\nlines', 'b': [1, 2]}]
    >>> parse('{"a": "it\\\'s"}; {&quot;a&quot;: 1}')
    [{'a': "it's"}]
    >>> parse('{"a": "b" c", "d": 1} // the end'), parse('{"a": "b", "c')
    ([{'a': 'b" c', 'd': 1}], [])
    """
    wrapped = "<!" in script or "-->" in script or "]]>" in script  # few are, and to search takes longer than to parse
    text = (_COMMENT.sub("", script) if wrapped else script).strip().lstrip("\ufeff")
    values, end = _decode(text)
    if end == len(text):
        return values
    mended = unescape(text) if re.match(r"[\[{\s]*&(?:quot|#34|#x22);", text) else text
    mended = _STRING_OR_COMMA.sub(_mend, mended)
    again, _ = _decode(mended)
    again = again or _decode(_QUOTING.sub(_quote, mended))[0]  # a quote in a string may be of an address with its //
    if not again:
        mended = _STRING_OR_COMMA.sub(_mend, _STRING_OR_COMMENT.sub(r"\1", mended)).strip()
        again = _decode(mended)[0] or _decode(_QUOTING.sub(_quote, mended))[0]
    return again if len(again) >= len(values) else values


def _mend(match: re.Match[str]) -> str:
    return _BAD_ESCAPE.sub(lambda bad: bad[0][1:], match[1]) if match[1] else ""


def _quote(match: re.Match[str]) -> str:
    return '"' + _BARE_QUOTE.sub(lambda part: part[1] or '\\"', match[1]) + '"'


def _decode(text: str) -> tuple[list[Any], int]:
    """Read one value after the other, up to the first fault; and the position there."""
    decoder = json.JSONDecoder(strict=False)
    values = []
    at = 0
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):  # a number of 5,000 digits is a ValueError too
            break
        values.append(value)
        at = _end(_BETWEEN.match(text, at), at)
    return values, at


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise


def _flatten(values: list[Any]) -> Iterator[Mapping[str, Any]]:
    """Give the objects of lists and graphs, in their order."""
    stack = values[::-1]
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack += value[::-1]
        elif isinstance(value, dict):
            graph = value.get("@graph")
            if isinstance(graph, list | dict):
                stack += graph[::-1] if isinstance(graph, list) else [graph]
                value = {key: item for key, item in value.items() if key not in ("@graph", "@context")}
            if value:
                yield value


class Evidence:
    """Collects what elements say of the page, in the order in which they stand.

    `note` takes an element's name, its attributes, and a function that gives its text, called only where it is needed.
    """

    def __init__(self) -> None:
        self.title: str | None = None
        self.language: str | None = None
        self._meta: _Table = {}
        self._links: _Table = {}
        self._scripts: list[str] = []
        self._times: dict[str, None] = {}
        self._authors: dict[str, None] = {}
        self._reads = 0

    def note(self, tag: str, attributes: Attributes, text: Callable[[], str] = str) -> None:
        """Look at one element. Anything in it may be missing or empty."""
        if tag == "meta":
            self._note_meta(attributes)
        elif tag == "link":
            self._note_link(attributes)
        elif tag == "script":
            if "ld+json" in (attributes.get("type") or "").lower():
                self._scripts.append(text())
        elif tag == "title":
            self.title = self.title or _fold(text()) or None
        elif tag == "html":
            self.language = attributes.get("lang") or attributes.get("xml:lang")
        else:
            self._note_item(tag, attributes, text)

    def _note_meta(self, attributes: Attributes) -> None:
        content = _fold(attributes.get("content") or "")
        if content:
            for name in _META_NAMES:
                if key := attributes.get(name):
                    _add(self._meta, key, content)
                    if key == "script:ld+json":  # where a framework's template has no script element
                        self._scripts.append(content)

    def _note_link(self, attributes: Attributes) -> None:
        href = (attributes.get("href") or "").strip()
        for rel in (attributes.get("rel") or "").split():
            if href:
                _add(self._links, rel, href)
        if href and (prop := attributes.get("itemprop")):
            _add(self._meta, prop, href)

    def _note_item(self, tag: str, attributes: Attributes, text: Callable[[], str]) -> None:
        """Note a time element, a link to the author or the licence, or a microdata property."""
        moment = (attributes.get("datetime") or "").strip() if tag == "time" else ""
        if moment:
            self._times[moment] = None
        props = [p for p in (attributes.get("itemprop") or "").lower().split() if p in _ITEMPROPS]
        ties = (attributes.get("rel") or "").lower().split()
        by_author = "author" in ties
        if "license" in ties and (href := (attributes.get("href") or "").strip()):
            _add(self._links, "license", href)
        if not props and not by_author:
            return
        value = _fold(attributes.get("content") or moment or self._read(text))
        if not 0 < len(value) <= _LONGEST:
            return
        if by_author or not _AUTHOR.isdisjoint(props):
            self._authors[value] = None
        for prop in props:
            if prop not in _AUTHOR:
                _add(self._meta, prop, value)

    def _read(self, text: Callable[[], str]) -> str:
        """Read an element's words; not of each of thousands, which might stand in one another."""
        self._reads += 1
        return text() if self._reads <= _MOST_READS else ""

    def is_paywalled(self) -> bool:
        """Whether the page declares that its article is not free: schema.org's `isAccessibleForFree`, or its tier.

        The scripts are searched, not parsed: the declaration may stand at the article or at a part of it.
        """
        tiers = [*self._meta.get("article:content_tier", ()), *self._meta.get("isaccessibleforfree", ())]
        return any(tier.lower() in ("locked", "false", "no") for tier in tiers) or any(
            "isAccessibleForFree" in script and _NOT_FREE.search(script) for script in self._scripts
        )

    def head(self) -> Head:
        """Everything noted so far."""
        return Head(
            title=self.title,
            meta={key: tuple(values) for key, values in self._meta.items()},
            links={key: tuple(values) for key, values in self._links.items()},
            json_ld=JsonLd(self._scripts),
            times=tuple(self._times),
            authors=tuple(self._authors),
            language=self.language,
        )


_NOT_FREE = re.compile(r'"isAccessibleForFree"\s*:\s*"?(?:https?://schema\.org/)?(?:false|no)\b', re.IGNORECASE)


def _add(table: _Table, key: str, value: str) -> None:
    table.setdefault(key.strip().lower(), {})[value] = None


def _fold(text: str) -> str:
    return " ".join(text.split())
