"""What a page's address says of its kind: an article's names its headline, a listing's a section.

Addresses are written by few programs, so their words are few and mostly English whatever the page's language. So are
the addresses that the page links to: a listing's entries often stand below it, and its next page has its own address
with a number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from itertools import islice, pairwise
from urllib.parse import unquote, urlsplit

from cleaner.model import Document

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_DAY = re.compile(r"(?:^|[/-])(?:19|20)\d\d[/-]?[01]\d(?:[/-]|[0-3]\d|$)")
_HEADLINE = 8  # words; an address with as many in one part names a headline
_LONGEST = 2_000  # characters
_MOST = 3_000  # links; a page of more is measured by these
_HREF = 'href="'  # in double quotes only: each search of a page for more costs a tenth of a millisecond
_FIRST = "/page"  # how the address of a home page's next page begins
_LONG_HOST = 150  # characters of an address up to its path
_PAGE = re.compile(
    r"(?:^|[/?&;])(?:page|paged|pagina|seite|pg)[=/-]?\d{1,5}(?![^/?&#.])|[?&;](?:p|start|offset|from)=\d"
)

FAMILIES: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "list": "topic topics tag tags category categories cat collection collections browse list lists search archive"
        " archives section sections index all latest trending rankings directory c kategorie kategorien thema themen"
        " rubrik rubrique rubriques categoria categorias categorie tema temas etiqueta etiquetas",
        "product": "product products p dp item items itm sku prod shop produkt produkte producto productos produit"
        " produits prodotto",
        "thread": "t thread threads forum forums community viewtopic showthread discussion discussions question"
        " questions answers comments talk board boards foro",
        "reference": "docs doc documentation api reference manual handbook guide guides library stable latest man"
        " tutorial tutorials help support",
        "article": "article articles blog blogs story stories news post posts opinion articulo artikel nachrichten"
        " noticias actualites",
    }.items()
}


def of(document: Document) -> str | None:
    """The address that the caller gave, else the one that the page declares as its own."""
    head = document.head
    declared = (*head.links.get("canonical", ()), *head.meta.get("og:url", ())) if head else ()
    return next((url for url in (document.url, *declared) if url and "//" in url), None)


def measure(url: str | None) -> dict[str, float]:
    """Measures of an address, all 0 without one but `address`, which tells whether there is one.

    `address_words` are the most words in a part of the path, up to eight; `address_depth` the parts; `address_number`
    the digits of the longest number; `address_dated` whether a month stands in it. Of each family, `address_<family>`
    tells whether one of its words is a part of the host or, by itself or beside others, of a part of the path but the
    last one, and `address_last_<family>` the same of the last part.

    >>> found = measure("https://www.example.org/topic/bridges/")
    >>> found["address_words"], found["address_list"], found["address_last_list"]
    (1.0, 1.0, 0.0)
    """
    try:
        parts = urlsplit((url or "")[:_LONGEST])
        host = (parts.hostname or "").split(".")[:-2]
    except ValueError:  # brackets that are no address
        return measure(None)
    path = [unquote(part).lower() for part in parts.path.split("/") if part]
    words = [_WORD.findall(part) for part in path]
    last = set(words[-1]) if words else set()
    before = {*host, *(word for part in words[:-1] for word in part)}
    return {
        "address": float(bool(url)),
        "address_words": float(min(max(map(len, words), default=0), _HEADLINE)),
        "address_last_words": float(min(len(last), _HEADLINE)),
        "address_depth": float(len(path)),
        "address_number": float(max(map(len, _DIGITS.findall(parts.path)), default=0)),
        "address_dated": float(_DAY.search(parts.path) is not None),
        **{f"address_{name}": float(not before.isdisjoint(family)) for name, family in FAMILIES.items()},
        **{f"address_last_{name}": float(not last.isdisjoint(family)) for name, family in FAMILIES.items()},
    }


def kin(url: str | None, source: str) -> dict[str, float]:
    """How many addresses a page links to that stand below its own, and how many are its own with a page's number.

    As natural logarithms of one more. Each address counts once, wherever in the source its `href` stands. What stands
    beside a page, and other sites, is not counted, nor what stands below a home page, as everything does. Of a page
    without an address only links that begin with `?` are its own; those are found in double quotes only.

    >>> links = '<a href="/news/boats">Boats</a> <a href=/news?page=2>2</a> <a href="https://example.org/about">Us</a>'
    >>> {name: round(value, 2) for name, value in kin("https://www.example.org/news/", links).items()}
    {'below': 0.69, 'paged': 0.69}
    """
    host, own = _place(url or "")
    rests = {"?" + _rest(after) for after in islice(_asking(source), _MOST)}
    if host:
        start = own or _FIRST
        for before, after in pairwise(source.split(start, _MOST)):
            if after[:1] in ("/", "?") and _leads(before[-_LONG_HOST:], host):
                rests.add(start[len(own) :] + _rest(after))
    below = sum(own != "" and rest[0] == "/" and rest[1:2] not in ("", "?") for rest in rests)
    return {"below": math.log1p(below), "paged": math.log1p(sum(_PAGE.search(rest) is not None for rest in rests))}


def _place(url: str) -> tuple[str, str]:
    """Give an address's host, without `www.`, and its path, without the slash at its end or the number of a page."""
    host, _, path = url[:_LONGEST].partition("//")[2].partition("/")
    path = "/" + re.split("[?#]", path, maxsplit=1)[0].rstrip("/")
    page = _PAGE.search(path)
    return host.lower().removeprefix("www."), (path[: page.start()] if page else path).rstrip("/")


def _asking(source: str) -> Iterator[str]:
    """What follows each link's address that begins with `?`, a sign that is rare and so found fast."""
    at = source.find("?")
    while at >= 0:
        if source.startswith(_HREF, max(0, at - len(_HREF))):
            yield source[at + 1 : at + 1 + _LONGEST].partition(_HREF + "?")[0]
        at = source.find("?", at + 1)


def _rest(after: str) -> str:
    """Give what is left of an address."""
    return re.split(r"""["'\s>#]""", after[:_LONGEST], maxsplit=1)[0]


def _leads(before: str, host: str) -> bool:
    """Whether a link to a site's own path begins here.

    >>> [_leads(before, "example.org") for before in ("<a href=", '<a href="//www.example.org', '<a href="/old')]
    [True, True, False]
    """
    _, href, lead = before.rpartition("href=")
    lead = lead.strip("\"' ")
    return href != "" and (not lead or ("//" in lead[:8] and lead.partition("//")[2].removeprefix("www.") == host))
