"""The nouns of the program: what is read, what is found in it, what is decided.

Everything here is frozen and imports nothing of ours, so any other module may speak of these things.

A `Document` is columnar: one tuple a property, one entry a line. A page has hundreds of lines and only few of them are
ever looked at one by one, so `Line` objects are made when somebody asks for them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any, Literal, get_args, overload

Kind = Literal["html", "text"]

KeptLabel = Literal["body", "heading", "lead"]
MetadataLabel = Literal["title", "byline", "date", "section", "tags", "source", "caption", "alternate"]
ResidueLabel = Literal["navigation", "related", "appeal", "promo", "ticker", "share", "comments", "legal", "advert"]
Label = Literal[KeptLabel, MetadataLabel, ResidueLabel]

Flag = Literal[
    "over_removed",
    "mostly_boilerplate",
    "consent_page",
    "paywall",
    "truncated",
    "empty",
    "non_article",
    "encoding_repaired",
    "date_ambiguous",
    "duplicate",
    "near_duplicate",
]

KEPT: frozenset[str] = frozenset(get_args(KeptLabel))
METADATA: frozenset[str] = frozenset(get_args(MetadataLabel))
RESIDUE: frozenset[str] = frozenset(get_args(ResidueLabel))
LABELS: tuple[str, ...] = get_args(KeptLabel) + get_args(MetadataLabel) + get_args(ResidueLabel)
FLAGS: tuple[str, ...] = get_args(Flag)


class CleanerError(Exception):
    """Something that the caller can mend; its text is a whole sentence that says how."""


class UnreadableInputError(CleanerError):
    """A document that cannot be read as text or HTML: binary, too large, wrongly declared."""


class ConfigError(CleanerError):
    """A configuration that names something unknown or of the wrong type."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes as text.

    `text` is the input exactly: `text.encode(encoding, "surrogateescape")` gives the bytes back. `raw` are these bytes
    (the UTF-8 form when the caller gave a `str`), `is_utf8` tells whether they are UTF-8 without a fault.
    """

    text: str
    encoding: str
    raw: bytes = field(repr=False)
    is_utf8: bool = False

    @property
    def sha256(self) -> str:
        """The hash of the bytes in hexadecimal; who wants the body alone does not pay for it."""
        return hashlib.sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document as a person would read it.

    `text` is repaired, in Unicode normal form C, with white space folded. `number` and `last` are the physical lines of
    the input that it stands on, counted from 1; they differ where a renderer broke a sentence into several lines, and
    several `Line`s share one number where a wall of text was split into sentences. `start` and `end` are characters of
    `Document.text`. `gap` is the number of blank lines before it, `indent` that of blanks before its first letter.

    What plain text cannot know is None: `path` (tag names from the root, `html/body/main/p`), `link_density` (share of
    the characters inside links, 0 to 1) and `tokens` (class, id and role words of the element and its ancestors).
    """

    index: int
    number: int
    last: int
    start: int
    end: int
    text: str
    gap: int
    indent: int
    path: str | None = None
    link_density: float | None = None
    tokens: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Pairs(Sequence[tuple[int, int]]):
    """Two columns of numbers read as one of pairs, which are made when asked for.

    A hundred thousand tuples that nobody looks at cost more to make, and to be passed by the garbage collector, than
    all else that is done for their lines.

    >>> Pairs([1, 5], [4, 9])[1], Pairs([1, 5], [4, 9]) == ((1, 4), (5, 9))
    ((5, 9), True)
    """

    first: Sequence[int]
    second: Sequence[int]

    def __len__(self) -> int:
        return len(self.first)

    @overload
    def __getitem__(self, at: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, at: slice) -> Pairs: ...
    def __getitem__(self, at: int | slice) -> tuple[int, int] | Pairs:
        if isinstance(at, slice):
            return Pairs(self.first[at], self.second[at])
        return self.first[at], self.second[at]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.first, self.second, strict=True)

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Pairs | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))


@dataclass(frozen=True, slots=True)
class Dom:
    """What the page's elements say of each line; one entry a line.

    `tag` is the nearest block element's name; `path` its tag names from the root; `tokens` the lower-case words of
    class, id, role and itemprop attributes of that element and its ancestors; `link_density` the share of characters
    inside links, 0 to 1; `heading` 1 to 6 for h1 to h6, else 0; `listed` whether it is in a list item; `group` numbers
    the nearest sectioning container, so that lines of one container share a number; `hidden` whether the page hides it;
    `item` the number of the list item that begins with this line, 0 in a list without numbers, -1 if none begins (no
    entries at all if the maker of the document did not care). `around` has an entry a group: the group around
    it, -1 for none (likewise).
    """

    tag: tuple[str, ...]
    path: tuple[str, ...]
    tokens: tuple[frozenset[str], ...]
    link_density: tuple[float, ...]
    heading: tuple[int, ...]
    listed: tuple[bool, ...]
    group: tuple[int, ...]
    hidden: tuple[bool, ...]
    item: tuple[int, ...] = ()
    around: tuple[int, ...] = ()

    def repeated(self, line: int, times: int) -> Dom:
        """What the elements say when a line has become so many; an item of a list begins with the first of them."""
        places = [*range(line), *[line] * times, *range(line + 1, len(self.tag))]
        names = [one.name for one in fields(self) if one.name != "around" and getattr(self, one.name)]
        columns = {name: tuple([getattr(self, name)[place] for place in places]) for name in names}
        if self.item:
            columns["item"] = (*columns["item"][: line + 1], *[-1] * (times - 1), *columns["item"][line + times :])
        return replace(self, **columns)


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself outside its visible text.

    `meta` maps lower-case meta names, properties and itemprops to their contents in order; `links` maps rel values to
    hrefs; `json_ld` holds the JSON-LD objects, flattened, parsed when first asked for; `title` is the title element;
    `times` the datetime attributes of time elements; `language` the html element's lang; `authors` the text of
    rel=author and itemprop=author elements.
    """

    title: str | None = None
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    json_ld: Sequence[Mapping[str, Any]] = ()
    times: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True)
class Document:
    """A page as a sequence of lines, with spans into `text`.

    `source` is the decoded input exactly. `text` is what the spans point into: the source itself for plain text, the
    rendered text for HTML. The columns `texts`, `spans`, `numbers`, `gaps` and `indents` have one entry a line (see
    `Line`); blank lines are no lines. `repaired` tells whether mojibake was mended. `dom` and `head` are None for text.
    `body_like` tells whether a text is laid out as bodies are (see `layout.is_body_like`), `links` whether it may
    have links in Markdown and the like (`linked.has_links`), `marks` whether marks of elements were left in it.
    """

    kind: Kind
    source: str
    text: str
    texts: tuple[str, ...]
    spans: Sequence[tuple[int, int]]
    numbers: Sequence[tuple[int, int]]
    gaps: tuple[int, ...]
    indents: tuple[int, ...]
    repaired: bool = False
    dom: Dom | None = None
    head: Head | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()  # flags that reading itself raises: truncated, empty, paywall
    body_like: bool = False
    links: bool = False
    marks: bool = False

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line as an object."""
        dom = self.dom
        return tuple(
            Line(
                index=i,
                number=self.numbers[i][0],
                last=self.numbers[i][1],
                start=self.spans[i][0],
                end=self.spans[i][1],
                text=self.texts[i],
                gap=self.gaps[i],
                indent=self.indents[i],
                path=dom.path[i] if dom else None,
                link_density=dom.link_density[i] if dom else None,
                tokens=dom.tokens[i] if dom else None,
            )
            for i in range(len(self.texts))
        )


@dataclass(frozen=True, slots=True)
class Vote:
    """What one rule says of one line: `weight` is the log-odds (natural logarithm) that it adds to `label`.

    `line` is the line's index in the document, `because` the evidence in words of the page.
    """

    line: int
    label: str
    rule: str
    weight: float
    because: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one line.

    `label` is settled over the sequence; `own` is the verdict that the line's votes alone would give, and `score` their
    log-odds of being kept. `rule` and `evidence` are the reason, readable by a person; `settled_by` names the rule or
    the neighbourhood that settled it.
    """

    line: int
    label: str
    own: str
    score: float
    rule: str
    evidence: str
    settled_by: str

    @property
    def kept(self) -> bool:
        """Whether the line is in the body."""
        return self.label in KEPT


@dataclass(frozen=True, slots=True)
class Field:
    """A metadata value, where it came from and how sure that is.

    `source` is one of json-ld, meta, visible, text, url, given; `confidence` is between 0 and 1; `line` is the physical
    line (text) and `path` the element or property (HTML) where it was found.
    """

    value: Any
    source: str
    confidence: float
    line: int | None = None
    path: str | None = None
