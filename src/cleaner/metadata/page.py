"""What an HTML page says of itself outside its visible text: JSON-LD, meta elements, links, microdata.

Each function gives candidates in order of trust, each with the property it came from; choosing is done by the callers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from cleaner.decode.repair import repair
from cleaner.metadata import keywords
from cleaner.metadata.jsonld import addresses, are_one_title, name_of, plain_address, types
from cleaner.metadata.names import key
from cleaner.metadata.titles.title import tidy
from cleaner.model import Document, Head

_LONGEST = 5_000  # characters of a property that are read
_ADDRESS = 2_000  # characters; what is longer is no address to join on
_TITLE = 500  # characters; what is longer is no title
_MOST = 50  # values of a property that are read
_ARTICLE = re.compile(r"Article|Posting|Report|Review|Recipe|CreativeWork|Blog$|Analysis")
_NEWS = re.compile(r"News|Reportage|LiveBlog|Opinion")

_HOME = re.compile(r"(?:https?://[^/?#]*/?(?:#.*)?)?$", re.IGNORECASE)  # a front page, or no address
# In what the addresses of one licence differ.
_LICENSE_FORM = re.compile(r"^https?://(?:www\.)?|/(?:(?:deed|legalcode)(?:\.\w+)?)?/?$")
_PLACE = re.compile(r"#[^/!]*$")  # behind an address; scripts write addresses of their own there
_IS_ADDRESS = re.compile(r"https?:|//|www\.", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi\w*[-_.:]?(?:date|time)|(?:date|time)[-_.:]?publi|firstpubli")

# Meta names by trust, lower case. Those of the article come before those of the site.
TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
AUTHORS = (
    "citation_author", "parsely-author", "sailthru.author", "article:author_name", "article:author", "og:author", "byl",
    "dc.creator", "dc.creator.personalname", "dcterms.creator", "dc.contributor", "cxenseparse:author",
    "lp.article:author", "dable:author", "articleauthor", "article.author", "author",
)  # fmt: skip
PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "og:article:published_time", "parsely-pub-date",
    "sailthru.date", "citation_publication_date", "citation_online_date", "citation_date", "dcterms.issued",
    "dc.date.issued", "dc.date.created", "dcterms.created", "date.created", "date.available", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "published_date", "published-date", "date-pub", "ptime",
    "published", "article.published", "rnews:datepublished", "article:published",
)  # fmt: skip
DATED = ("dc.date", "dcterms.date", "gsa_date", "date")  # of publication or of the last change, nobody says
MODIFIED = (
    "article:modified_time", "og:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "date.modified", "last-modified", "lastmod", "updated", "article:modified", "date.updated",
)  # fmt: skip
SECTIONS = (
    "article:section", "og:article:section", "parsely-section", "section", "sailthru.section", "cxenseparse:section",
    "articlesection",
)  # fmt: skip
KEYWORDS = (
    "news_keywords", "article:tag", "og:article:tag", "parsely-tags", "sailthru.tags", "keywords",
    "citation_keywords", "dc.subject", "dcterms.subject",
)  # fmt: skip
DESCRIPTIONS = (
    "og:description", "description", "twitter:description", "dc.description", "dcterms.abstract",
    "sailthru.description",
)  # fmt: skip
SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name")
_PUBLISHERS = ("dc.publisher", "dcterms.publisher", "citation_publisher", "publisher")
_LICENSES = ("dcterms.license", "dc.rights.license", "citation_license", "cc:license", "rights", "dc.rights")


@dataclass(frozen=True)
class Page:
    """A page's own words on itself, ready to be asked."""

    document: Document
    head: Head
    url: str | None

    def meta(self, *names: str) -> Iterator[tuple[str, str]]:
        """Every filled meta element of these names: its name and content."""
        for name in names:
            for content in self.head.meta.get(name, ()):
                if isinstance(content, str) and content.strip():
                    yield name, content.strip()[:_LONGEST]

    @cached_property
    def objects(self) -> tuple[Mapping[str, Any], ...]:
        """JSON-LD objects, and what a page's object says that the page is about."""
        found = [o for o in self.head.json_ld if isinstance(o, Mapping)]
        mains = [o["mainEntity"] for o in found if "mainEntity" in o]
        listed = [main for one in mains for main in (one if isinstance(one, list) else [one])][:_MOST]
        return (*found, *(o for o in listed if isinstance(o, Mapping) and len(o) > 1 and o not in found))

    @cached_property
    def by_id(self) -> Mapping[str, Mapping[str, Any]]:
        """JSON-LD objects by their @id; of several the one that says most."""
        found: dict[str, Mapping[str, Any]] = {}
        for o in self.objects:
            at = o.get("@id")
            if isinstance(at, str) and len(o) > len(found.get(at, {})):
                found[at] = o
        return found

    @cached_property
    def articles(self) -> tuple[Mapping[str, Any], ...]:
        """JSON-LD objects that describe the article: those about it first, news before other works, then the page."""
        works = [o for o in self.objects if _is_work(o)]
        pages = [o for o in self.objects if "Page" in types(o) and not _is_work(o)]
        works.sort(key=lambda o: (not self.is_own(o), not _NEWS.search(types(o)), "headline" not in o))
        return (*works, *pages)

    def is_own(self, o: Mapping[str, Any]) -> bool:
        """Whether a JSON-LD object is about the page's article and no other: it has its address or its title."""
        mine = {plain_address(url) for url in (self.url, self.canonical) if url} - {""}
        if not mine.isdisjoint(map(plain_address, addresses(o))):
            return True
        headline = o.get("headline")
        said = key(tidy(headline[:_TITLE])) if isinstance(headline, str) else ""
        return bool(said) and any(are_one_title(said, title) for title in self._own_titles)

    @cached_property
    def _own_titles(self) -> frozenset[str]:
        """The keys of the titles that stand outside JSON-LD."""
        titles = [*(content for _, content in islice(self.meta(*TITLES), _MOST)), self.head.title or ""]
        return frozenset(key(tidy(title[:_LONGEST])) for title in titles)

    @cached_property
    def news(self) -> bool:
        """Whether the page calls itself a news article."""
        return "news_keywords" in self.head.meta or any(_NEWS.search(types(o)) for o in self.articles)

    def resolve(self, value: Any) -> Iterator[Any]:
        """The values of a JSON-LD property: lists and value objects taken apart, references followed."""
        if isinstance(value, list | tuple):
            for item in value[:_MOST]:
                yield from self.resolve(item)
        elif isinstance(value, Mapping) and (plain := value.get("@value", value.get("@list"))) is not None:
            yield from self.resolve(plain) if not isinstance(plain, Mapping) else ()
        elif isinstance(value, Mapping):
            at = value.get("@id")
            yield self.by_id.get(at, value) if isinstance(at, str) and not value.get("name") else value
        elif isinstance(value, str) and value.strip():
            yield value.strip()

    def text_of(self, value: Any) -> Iterator[str]:
        """The names of what a JSON-LD property refers to."""
        for item in self.resolve(value):
            for one in self.resolve(name_of(item)) if isinstance(item, Mapping) else (item,):
                if isinstance(one, str) and one.strip():
                    yield tidy(repair(one[:_LONGEST]))

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles that the page declares, by property."""
        found = {name: tidy(content) for name, content in reversed(list(self.meta(*TITLES)))}
        found = {name: found[name] for name in TITLES if name in found}
        for o in self.articles:
            headline = o.get("headline")
            if isinstance(headline, str) and headline.strip():
                found.setdefault("headline", tidy(headline[:_LONGEST]).strip('"'))
        if self.head.title and self.head.title.strip():
            found["title"] = tidy(self.head.title[:_LONGEST])
        return {path: text for path, text in found.items() if 0 < len(text) <= _TITLE}

    @cached_property
    def publishers(self) -> tuple[tuple[str, str], ...]:
        """Names of who publishes the page, with the property of each: JSON-LD's publisher, then the site's name."""
        found = [("json-ld/publisher", n) for o in self.articles for n in self.text_of(o.get("publisher"))]
        found += [(f"meta/{name}", tidy(content)) for name, content in self.meta(*SITES)]
        found += [(f"meta/{name}", tidy(content)) for name, content in self.meta(*_PUBLISHERS)]
        found += [("json-ld/WebSite", n) for o in self.objects if types(o) == "WebSite" for n in self.text_of(o)]
        found += [
            ("json-ld/Organization", n)
            for o in self.objects
            if "Organization" in types(o) and "url" in o
            for n in self.text_of(o)
        ]
        seen: dict[str, str] = {}
        for path, name in found:
            if 1 < len(name) <= 80 and not _IS_ADDRESS.match(name):
                seen.setdefault(name, path)
        return tuple((path, name) for name, path in seen.items())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name of the site and of its publisher, its host among them."""
        handles = [content.lstrip("@") for _, content in self.meta("twitter:site") if "/" not in content]
        host = host_of(self.canonical or self.url)
        return (*(name for _, name in self.publishers), *handles, *((host, host.rsplit(".", 1)[0]) if host else ()))

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The sections that the page says it belongs to; templates also sign with them."""
        found = self.listed("articleSection", SECTIONS)
        return tuple(found[1]) if found else ()

    @cached_property
    def canonical(self) -> str | None:
        """The address that the page names as its own."""
        candidates = [*self.head.links.get("canonical", ()), *(c for _, c in self.meta("og:url"))]
        addresses = [address for address in map(self._address, candidates) if address]
        own = [address for address in (*addresses, self.url or "") if not _HOME.match(address)]
        usable = [address for address in addresses if address in own] if own else addresses
        return usable[0] if usable else None  # an article is not the site's front page

    @property
    def canonical_path(self) -> str:
        """The property that names that address."""
        linked = map(self._address, self.head.links.get("canonical", ()))
        return "link/canonical" if self.canonical in linked else "meta/og:url"

    def _address(self, raw: str) -> str | None:
        """An address of the Web, made whole, without a place on the page; none of the machine that built it."""
        try:
            address = _PLACE.sub("", urljoin(self.url or "", raw.strip()))
            parts = urlsplit(address)
        except ValueError:
            return None
        usable = parts.scheme in {"http", "https"} and "." in parts.netloc and len(address) <= _ADDRESS
        return address if usable else None

    def dates(self, prop: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """What JSON-LD and meta elements give as a date, best first, each with its property."""
        for o in self.articles if prop else ():
            moment = o.get(prop)
            for value in self.resolve(str(moment) if type(moment) is int else moment):
                if isinstance(value, str):
                    yield f"json-ld/{prop}", value
        for name, content in self.meta(*names):
            yield f"meta/{name}", content
        if prop == "datePublished":
            others = [name for name in self.head.meta if name not in names and _PUBLISHED.search(name)]
            yield from ((f"meta/{name}", content) for name, content in self.meta(*others))
            made = (value for o in self.articles for value in self.resolve(o.get("dateCreated")))
            yield from (("json-ld/dateCreated", value) for value in made if isinstance(value, str))

    def license(self) -> tuple[str, str] | None:
        """The licence that the page names, by property and address or words; where links name several, none of them:
        photographs have licences too.
        """
        hrefs = [href.strip() for href in self.head.links.get("license", ()) if href.strip()]
        if len({_LICENSE_FORM.sub("", href.lower()) for href in hrefs}) == 1:
            return "link/license", urljoin(self.url or "", hrefs[0])
        for o in self.articles:
            for value in self.resolve(o.get("license")):
                named = value if isinstance(value, str) else value.get("url") or value.get("@id") or value.get("name")
                text = str(named or "")
                if text.strip():
                    return "json-ld/license", text.strip()
        for name, content in self.meta(*_LICENSES):
            if re.search(r"(?i)creative ?commons|\bcc[ -](?:by|0)|public domain", content):
                return f"meta/{name}", content
        return None

    def languages(self) -> Iterator[tuple[str, str]]:
        """Language tags that the page declares, each with its property."""
        if self.head.language:
            yield "html/@lang", self.head.language
        yield from (
            (f"meta/{n}", c.split(",")[0]) for n, c in self.meta("og:locale", "content-language", "dc.language")
        )
        for o in self.articles:
            for value in self.resolve(o.get("inLanguage")):
                if isinstance(value, str):
                    yield "json-ld/inLanguage", value

    def listed(self, prop: str, names: tuple[str, ...]) -> tuple[str, list[str]] | None:
        """The first list of words, such as keywords, that the page declares, taken apart at commas."""
        for o in self.articles:
            if items := keywords.of_list(list(self.text_of(o.get(prop)))):
                return f"json-ld/{prop}", items
        for name in names:
            if items := keywords.of_list([tidy(c) for _, c in self.meta(name)]):
                return f"meta/{name}", items
        return None


def _is_work(o: Mapping[str, Any]) -> bool:
    """Whether a JSON-LD object describes an article, rather than names one."""
    return _ARTICLE.search(types(o)) is not None and any(map(o.get, ("headline", "author", "datePublished")))


def host_of(url: str | None) -> str | None:
    """The host of an address without `www.`.

    >>> host_of("https://www.example.org:8080/a"), host_of("//x"), host_of(None), host_of("http://[")
    ('example.org', 'x', None, None)
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None
    except ValueError:
        return None
