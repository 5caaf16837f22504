"""One page's search for what is known of its article, in the order in which one field helps to find the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cleaner.decode import invisible
from cleaner.metadata import agencies, keywords, language, prefaced, text
from cleaner.metadata.authors import bylines, signatures
from cleaner.metadata.dates import published
from cleaner.metadata.names import key
from cleaner.metadata.page import DESCRIPTIONS, KEYWORDS, SECTIONS, Page, host_of
from cleaner.metadata.record import NAMES, Metadata
from cleaner.metadata.titles import slugs, title
from cleaner.model import Decision, Document, Field


def _seen(value: Any) -> Any:
    """A field's value without the characters that nobody sees, which a page may declare as well as show."""
    if isinstance(value, str):
        return invisible.without(value)
    if isinstance(value, tuple):
        return tuple(map(_seen, value))
    return {name: _seen(one) for name, one in value.items()} if isinstance(value, dict) else value


class Finder:
    """One page's search. Each method finds one field, or None, and may look at those found before."""

    def __init__(
        self,
        document: Document,
        decisions: Sequence[Decision],
        url: str | None,
        given: Mapping[str, object],
        crawled: date | None,
    ) -> None:
        self.view = text.View(document, decisions)
        self.page = Page(document, document.head, url) if document.head is not None else None
        self.url = url
        self.crawled = crawled.isoformat() if crawled else None
        self.found = {n: Field(v, "given", 1.0) for n, v in given.items() if n in NAMES and v not in (None, "", (), [])}
        if document.kind == "text":
            self.found = {**prefaced.known(document, self.crawled), **self.found}
        self.flags: list[str] = []
        self.headline: int | None = None  # index of the title's line
        self.pictured: tuple[list[str], int] | None = None  # captions, and the first one's line
        self.shown = "visible" if self.page else "text"  # the source of what stands on the page itself

    def run(self) -> Metadata:
        """Find every field that is not given; the order matters, as the notes beside say."""
        self._fill("canonical_url", self._canonical)
        self._fill("site", self._site)
        self._fill("publisher", self._publisher)
        self._fill("language", self._language)
        self.view = replace(self.view, language=self._tag())
        self._fill("title", self._title)
        self.headline = self._headline()
        self.pictured = text.captions(self.view, self.headline)
        self._dates()  # needs language and headline
        sure = "title" in self.found
        self._fill("authors", lambda: bylines.find(self.view, self.page, self.headline, self.url, sure=sure))
        self._fill("description", self._description)
        self._fill("section", self._section)
        self._fill("keywords", self._keywords)
        self._fill("agencies", self._agencies)  # needs authors
        self._fill("captions", self._captions)
        self._fill("alternates", self._alternates)  # needs language
        self._fill("license", self._license)
        found = {name: self.found[name] for name in NAMES if name in self.found}
        seen = {name: replace(known, value=_seen(known.value)) for name, known in found.items()}
        return Metadata(seen, tuple(self.flags))

    def _fill(self, name: str, finder: Callable[[], Field | None]) -> None:
        if name not in self.found and (result := finder()) is not None:
            self.found[name] = result

    def _text(self, value: object, confidence: float, index: int | None) -> Field:
        """A field read from a line."""
        return Field(value, self.shown, confidence, line=self.view.number(index))

    def _tag(self) -> str | None:
        """The language found or given."""
        found = self.found.get("language")
        return str(found.value) if found else None

    def _canonical(self) -> Field | None:
        if self.page is None or (address := self.page.canonical) is None:
            return None
        return Field(address, "meta", 0.9, path=self.page.canonical_path)

    def _site(self) -> Field | None:
        if host := host_of(self.url):
            return Field(host, "url", 0.95)
        canonical = self.found.get("canonical_url")
        host = host_of(str(canonical.value)) if canonical else None
        return Field(host, "meta", 0.9, path=canonical.path) if canonical and host else None

    def _publisher(self) -> Field | None:
        if self.page and self.page.publishers:
            path, name = self.page.publishers[0]
            return Field(name, path.split("/")[0], 0.9 if path.startswith("json-ld") else 0.8, path=path)
        found = text.publisher(self.view)
        return self._text(found[0], found[2], found[1]) if found else None

    def _language(self) -> Field | None:
        declared = [(path, language.primary(tag)) for path, tag in self.page.languages()] if self.page else []
        sample = self.view.text or "\n".join(self.view.document.texts)
        found = language.settle(sample, [(path, tag) for path, tag in declared if tag])
        if found is None:
            return None
        tag, sure, path = found
        first = next(iter(self.view.body), None)
        return Field(tag, "meta" if path else "text", sure, None if path else self.view.number(first), path)

    def _title(self) -> Field | None:
        slug = slugs.words(self.url)
        if self.page is None:
            from cleaner.metadata.titles import headline  # numpy and tables, which pages do without

            host = host_of(self.url)
            best = headline.of_text(self.view, slug, (host, host.rsplit(".", 1)[0]) if host else ())
            if best and best.confidence < headline.least(len(self.view.document)):
                self.headline = best.line  # not sure enough to be reported, but dates and authors stand around it
                return None
        else:
            names, news = self.page.names, self.page.news
            best = title.of_page(
                self.page.titles,
                self._headings(),
                names,
                news=news,
                slug=" ".join(slug),
                sections=self.page.sections,
                lines=self._head_lines(),
            )
        if best is None:
            return None
        self.headline = best.line
        return Field(best.text, best.source, best.confidence, self.view.number(best.line), best.path)

    def _headings(self) -> list[tuple[int, str]]:
        dom, texts = self.view.document.dom, self.view.document.texts
        if dom is None:
            return []
        return [(i, title.tidy(texts[i])) for i, level in enumerate(dom.heading) if level == 1 and not dom.hidden[i]]

    def _head_lines(self) -> list[tuple[int, str]]:
        """The visible lines down to the article's first."""
        dom, (first, last) = self.view.document.dom, self.view.span
        upto = first + 1 if last >= 0 else None
        texts = self.view.document.texts[:upto]
        return [(i, text) for i, text in enumerate(texts) if dom is None or not dom.hidden[i]]

    def _headline(self) -> int | None:
        """Index of the title's line: where it was found, else the last line above the article that says it."""
        if self.headline is not None or "title" not in self.found:
            return self.headline
        texts, wanted = self.view.document.texts, str(self.found["title"].value)
        first, last = self.view.span
        upto = min(first + 3, len(texts)) if last >= 0 else len(texts)
        for i in range(upto - 1, -1, -1):
            if abs(len(texts[i]) - len(wanted)) <= 12 and key(texts[i]) == key(wanted):
                return i
        return next((i for i, _ in self._headings()), None)

    def _dates(self) -> None:
        if "date_published" in self.found and "date_modified" in self.found:
            return
        found = published.find(
            self.view, self.page, self.headline, url=self.url, language=self._tag(), crawled=self.crawled
        )
        if "date_published" not in self.found:
            self._fill("date_published", lambda: found.published)
            self._fill("date_published_raw", lambda: found.raw)
            self.flags += ["date_ambiguous"] * found.ambiguous
        self._fill("date_modified", lambda: found.modified)

    def _description(self) -> Field | None:
        if self.page:
            for name, content in self.page.meta(*DESCRIPTIONS):
                return Field(title.tidy(content), "meta", 0.85, path=f"meta/{name}")
            for article in self.page.articles:
                if isinstance(words := article.get("description"), str) and words.strip():
                    return Field(title.tidy(words), "json-ld", 0.85, path="json-ld/description")
        lead = next(self.view.labelled("lead"), None)
        return self._text(lead[1], 0.8, lead[0]) if lead else None

    def _section(self) -> Field | None:
        if self.page and (listed := self.page.listed("articleSection", SECTIONS)):
            return Field(listed[1][0], listed[0].split("/")[0], 0.85, path=listed[0])
        line = next(self.view.labelled("section"), None)
        return self._text(line[1].strip(" /|>›»•"), 0.7, line[0]) if line else None

    def _keywords(self) -> Field | None:
        if self.page and (listed := self.page.listed("keywords", KEYWORDS)):
            return Field(tuple(listed[1]), listed[0].split("/")[0], 0.85, path=listed[0])
        found = keywords.of_lines(self.view)
        return self._text(tuple(found[0]), 0.6, found[1]) if found else None

    def _agencies(self) -> Field | None:
        """Wire services credited on a byline, source or caption line or on their own where bylines stand, cited in the
        body, or named as an author.
        """
        texts, names = self.view.document.texts, dict[str, int | None]()
        alone = [(i, texts[i]) for i in signatures.window(self.view, self.headline) if agencies.is_agency(texts[i])]
        pictured = [(self.pictured[1], line) for line in self.pictured[0]] if self.pictured else []
        signed = [(i, texts[i]) for i in self._lines_of("authors")]
        for i, line in [*self.view.labelled("byline", "source", "caption"), *signed, *alone, *pictured]:
            names |= dict.fromkeys(agencies.find(line, credit=True), i) | names
        for i in self.view.body:
            names |= dict.fromkeys(agencies.find(texts[i]), i) | names
        credited = self.found.get("authors")
        for author in credited.value if credited else ():
            if agencies.is_agency(author):
                names |= dict.fromkeys(agencies.find(author, credit=True), None) | names
        declared = bylines.declared_agencies(self.page) if self.page else {}
        if declared and not names:
            path = next(iter(declared.values()))
            return Field(tuple(declared), path.split("/")[0], 0.8, path=path)
        names = {**names, **{agency: None for agency in declared if agency not in names}}
        return self._text(tuple(names), 0.8, next(iter(names.values()))) if names else None

    def _lines_of(self, name: str) -> Iterator[int]:
        """Index of the line on which a field was found."""
        found, numbers = self.found.get(name), self.view.document.numbers
        if found and found.line is not None:
            yield from (i for i, (first, _) in enumerate(numbers) if first == found.line)

    def _captions(self) -> Field | None:
        return self._text(tuple(self.pictured[0]), 0.7, self.pictured[1]) if self.pictured else None

    def _alternates(self) -> Field | None:
        """Titles in other languages, by language."""
        found: dict[str, str] = {}
        where: int | None = None
        for i, line in self.view.labelled("alternate"):
            seen = language.detect(line)
            if seen and seen.tag != self._tag() and seen.tag not in found:
                found[seen.tag] = line
                where = i if where is None else where
        return self._text(found, 0.8, where) if found else None

    def _license(self) -> Field | None:
        if self.page and (named := self.page.license()):
            return Field(named[1], named[0].split("/")[0].replace("link", "meta"), 0.8, path=named[0])
        found = text.license_of(self.view)
        return self._text(found[0], 0.6, found[1]) if found else None
