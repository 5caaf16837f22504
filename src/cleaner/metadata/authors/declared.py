"""Whom a page declares as its authors: credits in JSON-LD, meta elements and microdata, best first, with where each
stands.

A page may describe other articles too, such as those that it recommends: only objects that are about this one count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cleaner.metadata import authors
from cleaner.metadata.jsonld import types
from cleaner.metadata.names import is_name
from cleaner.metadata.page import AUTHORS, Page
from cleaner.metadata.titles.title import tidy

_ADDRESS = re.compile(r"https?:|www\.|//|@")
_SITE = re.compile(r"\bwww\.|https?:")
_WRITTEN = re.compile(r"(?i)written|author|verfasst|écrit|escrito|geschreven|scritto|autor|автор|作者|執筆|글")
_NAMELESS = re.compile(r"\s*,")  # before an employer or a degree, where a template had no name
_READING_TIME = re.compile(r"\d{1,3}\s?[^\W\d_]{1,12}\.?")  # beside which templates set the author, in any language
# What content systems call the author; of a page's book, app or film somebody else is.
_NAMED_AUTHOR = re.compile(
    r"^(?!(?:book|video|music|image|photo|smartbanner|app|theme|template|web)\b).*(?:^|[-_.:#])authors?(?:_?name)?$"
)
_LONGEST = 100  # characters of an element that microdata or rel=author marks as an author's name


@dataclass(frozen=True, slots=True)
class Credit:
    """What one property says: where it stands, its words, and whether the page calls it an organisation's name."""

    path: str
    text: str
    organisation: bool = False

    @property
    def source(self) -> str:
        """The kind of evidence, as fields report it."""
        return self.path.split("/")[0].replace("microdata", "visible")

    @property
    def is_signed_by_a_site(self) -> bool:
        """Whether it holds a web address: so a site signs, and no author."""
        return _SITE.search(self.text) is not None


def credits(page: Page, most: int) -> Iterator[Credit]:
    """Give every credit for the page's article, best first.

    Args:
        page: the page.
        most: elements marked as authors that are believed; more are of other articles.
    """
    yield from (credit for credit in _everywhere(page, most) if not _NAMELESS.match(credit.text))


def _everywhere(page: Page, most: int) -> Iterator[Credit]:
    yield from _in_json_ld(page)
    for name, content in page.meta(*AUTHORS):
        if not _ADDRESS.match(content):
            inverted = name.startswith(("citation", "dc"))
            yield Credit(f"meta/{name}", _first_last(tidy(content)) if inverted else tidy(content))
    others = (name for name in page.head.meta if name not in AUTHORS and _NAMED_AUTHOR.search(name))
    yield from (Credit(f"meta/{name}", tidy(c)) for name, c in page.meta(*others) if not _ADDRESS.match(c))
    for number, other in (("1", "2"), ("2", "1")):
        read = any(_READING_TIME.fullmatch(c) for _, c in page.meta(f"twitter:data{other}"))
        for _, said in page.meta(f"twitter:data{number}"):
            if (read and is_name(said)) or any(_says_author(c) for _, c in page.meta(f"twitter:label{number}")):
                yield Credit("meta/twitter:data", tidy(said))
    if len(page.head.authors) <= most:
        yield from (Credit("microdata/author", a) for a in page.head.authors if len(a) < _LONGEST)


def _says_author(label: str) -> bool:
    return _WRITTEN.match(label) is not None or authors.is_cue(label)


def _in_json_ld(page: Page) -> Iterator[Credit]:
    """The credits of the objects about this article; of one that describes the page only if no other has any."""
    signed = [o for o in page.articles if any(page.text_of(o.get(p)) for p in ("author", "creator"))]
    works = [o for o in signed if "Page" not in types(o)] or signed
    own = [o for o in works if page.is_own(o)] if len(works) > 1 else works
    for o in own or works[:1]:
        for prop in ("author", "creator"):
            for item in page.resolve(o.get(prop)):
                group = isinstance(item, Mapping) and "Organization" in types(item) and "Person" not in types(item)
                yield from (Credit("json-ld/author", name, group) for name in page.text_of(item))


def _first_last(name: str) -> str:
    """A name as libraries invert it, turned round: `Weber, Tom` is Tom Weber."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first and len(name) < 60 else name
