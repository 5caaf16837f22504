"""A page as lines with their labels, and the fields that a labelled line simply says: publisher, captions, licence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from cleaner.metadata import agencies, authors, dates, names
from cleaner.metadata.authors import places
from cleaner.model import KEPT, Decision, Document
from cleaner.once import kept

AFTER = 8  # lines below the article where a closing credit stands

_STANDFIRST = 2  # lines at most above the byline,
_LITTLE = 0.25  # share of the article's characters in them,
_APART = 2  # and lines between them and its first paragraph
_GAP = 12  # lines between two stretches of kept lines that are no longer one article
_OPENING = 3_000  # characters; what an article is about is said there
_CAPTION = 300  # characters of a caption that nothing marks
_CREDIT = 160  # characters; a byline or dateline is hardly longer

_AGENCY = "AFP|AP|dpa|DPA|EPA|Reuters|REUTERS|ANSA|EFE|TASS|Getty|Imago|imago|Shutterstock"
_PICTURE = re.compile(
    rf"""
      (?: ^ | [(\s\[—–-] )
      (?i: photo (?: graph )? | foto | bild | image | picture | getty | credit | imago | shutterstock | quelle | source
        | фото | 写真 | 사진 | © )
      \s? [:/©(—-]
    | (?i: \bgetty\simages\b )
    | / \s? (?: {_AGENCY} ) \b                # Name / AFP
    | ^ \[ [^\]]* \] $                        # an image's alternative text, as renderers put it
    | ^ ©
    """,
    re.VERBOSE,
)
_PICTURED = re.compile(
    r"(?:^|[.!?…)\]|•]\s*)(?:photo(?:graph)?|foto|bild|image|picture|фото|写真|사진)s?\s?(?:by|credit|von)?\s?[:：]\s?\S",
    re.IGNORECASE,
)
_CITED = r"(?:source|quelle|fuente|fonte|bron|kilde|källa|źródło|источник|джерело|出典|来源)\s?[:：]\s?"
SOURCE = re.compile(_CITED, re.IGNORECASE)
"""The word for where a text or a picture comes from."""

_OF_TEXT = re.compile(rf"\W*(?:©|\(c\)|{_CITED})", re.IGNORECASE)
"""What begins a line on where the text comes from."""
_MESSAGE = re.compile(
    r"""^\W* (?: a\s(?:message|note|word|letter)\sfrom | eine\s(?:nachricht|botschaft)\s(?:von|der)
      | un\smessage\s(?:de|du) | un\smensaje\sde | uma\smensagem\sd[eao] | un\smessaggio\s(?:di|da)
      | een\sbericht\svan | сообщение\sот
      | обращение\s(?:от|редакции)
      | повідомлення\sвід ) \s (?P<name> [^:.!?]{2,60} ) [:.!]? $""",
    re.VERBOSE | re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"""(?: © | \(c\) | \bcopyright\b ) [\s©]{0,3} (?: copyright | by\s )? \s?
      (?: (?:19|20)\d\d )? (?: \s?[-–—]\s? (?: (?:19|20)\d\d | present ) )? [,.]? \s? (?: by\s )?
      (?P<name> [^\W\d] [^|•·,.;:()©\d]{1,48} )""",
    re.VERBOSE | re.IGNORECASE,
)
_RIGHTS = re.compile(r"\s(?:all rights|alle rechte|tous droits|todos|reserved|inc$)", re.IGNORECASE)
_LICENSED = re.compile(
    r"(?:content|article|text|work|page|artikel|artículo|contenu|contenido|conteúdo|контент).{0,60}\b(?:licen[cs]|lizen|lisens)",
    re.IGNORECASE,
)
_CREATIVE_COMMONS = re.compile(
    r"\bcreative commons[\w\s/-]{0,60}?\b\d\.\d\b|\bCC[ -](?:BY(?:-(?:NC|SA|ND))*|0)(?:[ -]\d\.\d)?\b", re.IGNORECASE
)


@dataclass(frozen=True)
class View:
    """A document's lines with what was decided of each."""

    document: Document
    decisions: Sequence[Decision]
    language: str | None = None  # of the text, if known: some words mean other things in another one

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The label of each line; a column of them is taken as it is, so that nobody has to make `Decision` objects."""
        column = getattr(self.decisions, "labels", None)
        if isinstance(column, tuple) and len(column) == len(self.document):
            return column
        labels = ["navigation"] * len(self.document)
        for decision in self.decisions:
            if 0 <= decision.line < len(labels):
                labels[decision.line] = decision.label
        return tuple(labels)

    @cached_property
    def body(self) -> tuple[int, ...]:
        """Indices of the lines that are kept."""
        return tuple(i for i, label in enumerate(self.labels) if label in KEPT)

    @cached_property
    def stretches(self) -> tuple[tuple[int, int, int], ...]:
        """First line, last line and characters of each stretch of kept lines, in order."""
        found: list[tuple[int, int, int]] = []
        for i in self.body:
            size = len(self.document.texts[i])
            if found and i - found[-1][1] <= _GAP:
                first, _, load = found[-1]
                found[-1] = (first, i, load + size)
            else:
                found.append((i, i, size))
        return tuple(found)

    @cached_property
    def span(self) -> tuple[int, int]:
        """First and last line of the heaviest stretch of kept lines, which is the article; (0, -1) for none."""
        heaviest = max(self.stretches, key=lambda stretch: stretch[2], default=(0, -1, 0))
        return heaviest[0], heaviest[1]

    @cached_property
    def signed_span(self) -> tuple[int, int]:
        """The article from below its standfirst on, if other lines part it from the rest: a byline may be there."""
        first, last = self.span
        begin = self.body[bisect_left(self.body, first) :][: _STANDFIRST + 1]
        for above, below in pairwise(begin):
            if below - above > _APART and below <= last:
                said = sum(len(self.document.texts[i]) for i in begin if i <= above)
                load = sum(len(self.document.texts[i]) for i in self.body if first <= i <= last)
                return (below if said < _LITTLE * load else first), last
        return first, last

    @cached_property
    def text(self) -> str:
        """The kept lines as one string."""
        return "\n".join(self.document.texts[i] for i in self.body)

    @cached_property
    def opening(self) -> frozenset[str]:
        """The longer words of the article's beginning, lower case."""
        first, _ = self.span
        start = "\n".join(self.document.texts[i] for i in self.body if i >= first)[:_OPENING]
        return frozenset(w for w in re.findall(r"\w+", start.lower()) if len(w) > 3 or not w.isascii())

    @cached_property
    def _by_label(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, label in enumerate(self.labels):
            found.setdefault(label, []).append(i)
        return found

    def labelled(self, *labels: str) -> Iterator[tuple[int, str]]:
        """Index and text of each line with one of these labels, in order."""
        for i in sorted(i for label in labels for i in self._by_label.get(label, ())):
            yield i, self.document.texts[i]

    @kept
    def is_credit(self, i: int) -> bool:
        """Whether a line is a byline or a date, by label or by what it says."""
        brief = len(self.document.texts[i]) < _CREDIT
        labelled = self.labels[i] in {"byline", "date"}
        return labelled or (brief and (self.dated(i) is not None or bool(self.introduced(i))))

    @kept
    def dated(self, i: int) -> dates.When | None:
        """The first date on a line, its language unknown."""
        return dates.first(self.document.texts[i])

    @kept
    def introduced(self, i: int) -> tuple[str, ...]:
        """The authors whom a by-word introduces on a line."""
        text = self.document.texts[i]
        return tuple(places.without(self, text, authors.in_line(text, language=self.language)))

    def is_figure(self, i: int) -> bool:
        """Whether the page's markup calls a line the caption of a figure."""
        return self.document.dom is not None and "figcaption" in self.document.dom.path[i]

    def number(self, index: int | None) -> int | None:
        """The physical line of an index, from 1."""
        return None if index is None else self.document.numbers[index][0]

    def anchors(self, headline: int | None) -> list[int]:
        """Where an article begins: its title's line, if known, and its first line, if there is one."""
        first, last = self.span
        return [a for a in (headline, first if last >= 0 else None) if a is not None]

    def is_head(self, i: int, headline: int | None) -> bool:
        """Whether a line stands at the headline, above the article, where byline and date are, whatever its label."""
        first, last = self.span
        return headline is not None and -2 <= i - headline <= 6 and (last < 0 or i < first)


def is_picture(text: str) -> bool:
    """Whether a line is an image's credit, caption or alternative text.

    >>> is_picture("Photo: Ana Cruz"), is_picture("The bridge. HANDOUT / AFP"), is_picture("[bridge-1200]")
    (True, True, True)
    >>> is_picture("A photo of the bridge was shared"), is_picture("Photographers at work")
    (False, False)
    """
    return _PICTURE.search(text) is not None


def publisher(view: View) -> tuple[str, int, float] | None:
    """Who publishes the page, its line's index and how sure that is: a credit that is said twice, an appeal that is
    signed, or a copyright line names it.
    """
    credits: dict[str, list[tuple[int, str]]] = {}
    for i, line in view.labelled("source"):
        name = SOURCE.sub("", line.strip(" ()[]—–-©"), count=1)
        if 1 < len(name) <= 60 and not agencies.is_agency(name):
            credits.setdefault(names.key(name), []).append((i, name))
    for credited in credits.values():
        if len(credited) > 1:
            return credited[0][1], credited[0][0], 0.8
    for i, line in view.labelled("appeal", "promo"):
        if found := _MESSAGE.match(line):
            return found["name"].strip(' "“”«»'), i, 0.8
    for i, line in view.labelled("legal"):
        if found := _COPYRIGHT.search(line):
            name = _RIGHTS.split(found["name"])[0].strip()
            if len(name) > 2 and name[0].isupper():
                return name, i, 0.6
    return None


def captions(view: View, headline: int | None = None) -> tuple[list[str], int] | None:
    """The captions and image credits, each once, and the first one's index: what is labelled or marked up so, and
    about the article what ends with who took the picture.

    Below the article a copyright or a source is the text's.
    """
    texts, dom, (first, last) = view.document.texts, view.document.dom, view.span
    top = first if headline is None else min(first, headline)
    found: dict[str, int] = {}
    for i in sorted({*(i for i, _ in view.labelled("caption")), *range(top, last + 1)}):
        text = texts[i]
        if view.labels[i] == "caption":
            usable = i <= last or last < 0 or not _OF_TEXT.match(text)
        elif dom is not None and view.is_figure(i):
            usable = not dom.hidden[i]
        else:
            usable = len(text) <= _CAPTION and _PICTURED.search(text) is not None
        if usable:
            found.setdefault(text, i)
    return (list(found), next(iter(found.values()))) if found else None


def license_of(view: View) -> tuple[str, int] | None:
    """A Creative Commons licence that a legal or closing line names, and the line's index."""
    texts = view.document.texts
    _, last = view.span
    closing = ((i, texts[i]) for i in range(last + 1, min(len(texts), last + 1 + AFTER)) if view.labels[i] != "caption")
    kept = ((i, texts[i]) for i in range(max(0, last - 1), last + 1) if _LICENSED.search(texts[i][:_CAPTION]))
    for i, line in chain(view.labelled("legal", "source"), closing if last >= 0 else (), kept):
        if found := _CREATIVE_COMMONS.search(line):
            return found[0], i
    return None
