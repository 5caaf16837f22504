"""Decisions -> body: the kept lines as a text of paragraphs.

What the body looks like, whatever the input was:

- Kept lines stand in their order, separated by a blank line; line ends are LF; the text is in Unicode normal form C and
  can be written as UTF-8. The title is metadata and not in it.
- Sentences that stood on one physical line (a wall of text, read sentence by sentence) stand on one line again.
- Two neighbours are separated by a single line end where they are *tied*: they touched in the input (no blank line and
  no removed line between them), neither is a heading or a lead, and one of these holds:
    - both are list items, by their marker or by the page's elements;
    - both are rows of a table, by a bar between their cells or by the page's elements; or lines of one `pre`;
    - both are short (verses, an address, rows of figures), *and* the layout means it: a `br` in HTML; in text, blank
      lines between the paragraphs of this document. Where every physical line is a paragraph, touching says nothing.
- Items of a list in HTML get a `- ` unless they bring their own marker. `pre` keeps its white space.

Reading the body again gives the same lines, and assembling these the same body: what was tied touches again, and has
the markers or the blank lines around it that tied it; what was not is a paragraph by its blank line.

Why not more: a dash is no marker (in half of Europe it opens direct speech), a text's indentation is not kept
(renderers indent whole pages), an ordered list gets no numbers back. In Markdown links and emphasis are not marked yet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from cleaner.config import Config
from cleaner.model import KEPT, Document

PARAGRAPH = "\n\n"
LINE = "\n"
_SHORT = 80  # characters: the columns of a terminal, which verses, addresses and hard-wrapped lines keep to

_MARKER = re.compile(r"(?:[-*+•·‣⁃▪▫■□◦●○►▶➤✓✔]|\d{1,3}[.)]|[A-Za-z][.)])\s+\S")
_SURROGATE = re.compile("[\ud800-\udfff]")

_ROWS = frozenset({"td", "th", "tr", "pre", "li", "dt", "dd"})  # elements whose neighbours of the same name are tied
_STANDALONE = frozenset({"heading", "lead", "title"})  # labels of lines that are never tied

Piece = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Body:
    """The body and where it is from.

    `pieces` has one entry a kept line, in order: where its text starts and ends in `text` (markers that were put before
    it are outside), and the line's index in the document.
    """

    text: str
    pieces: tuple[Piece, ...] = ()


def kept_labels(config: Config) -> frozenset[str]:
    """Labels whose lines are in the body under this configuration.

    >>> sorted(kept_labels(Config(keep=("caption",))))
    ['body', 'caption', 'heading', 'lead']
    """
    return KEPT.union(config.keep)


class _Kept(NamedTuple):
    line: int
    label: str


def assemble(document: Document, labels: Sequence[str], config: Config) -> Body:
    r"""Put the kept lines together.

    `labels` has one entry a line, in order. Of the configuration `keep` adds labels to those that stay, and `format`
    says what the body looks like.

    >>> from cleaner import plain
    >>> page = plain.read("Menu\nThe bridge was closed on Monday.\nIt opens in May.\n")
    >>> labels = ["navigation", "body", "body"]
    >>> assemble(page, labels, Config())
    Body(text='The bridge was closed on Monday.\n\nIt opens in May.', pieces=((0, 32, 1), (34, 50, 2)))
    """
    stay = kept_labels(config)
    kept = [_Kept(line, label) for line, label in enumerate(labels) if label in stay and document.texts[line]]
    texts = _texts(document, kept)
    markers = _markers(document, kept, markdown=config.format == "markdown")
    glues = _glues(document, kept)
    body = _join(kept, texts, markers, glues)
    if not _is_sound(body.text):
        texts = [unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text)) for text in texts]
        # Without a blank between them the last letter of a line and the first of the next could become one.
        body = _join(kept, texts, markers, glues[:1] + [glue or " " for glue in glues[1:]])
    return body


def _join(kept: Sequence[_Kept], texts: Sequence[str], markers: Sequence[str], glues: Sequence[str]) -> Body:
    """Concatenate; before each line stand its glue and its marker."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for item, text, marker, glue in zip(kept, texts, markers, glues, strict=True):
        start = at + len(glue) + len(marker)
        at = start + len(text)
        pieces.append((start, at, item.line))
        parts += (glue, marker, text)
    return Body("".join(parts), tuple(pieces))


def _is_sound(text: str) -> bool:
    """Whether a text is in normal form C and can be written as UTF-8."""
    return text.isascii() or (unicodedata.is_normalized("NFC", text) and not _SURROGATE.search(text))


def _texts(document: Document, kept: Sequence[_Kept]) -> list[str]:
    dom = document.dom
    if dom is None or "pre" not in dom.tag:
        return [document.texts[item.line] for item in kept]
    return [
        _preformatted(document, item.line) if dom.tag[item.line] == "pre" else document.texts[item.line]
        for item in kept
    ]


def _preformatted(document: Document, line: int) -> str:
    start, end = document.spans[line]
    raw = document.text[start:end].replace("\r\n", LINE).replace("\r", LINE).rstrip().strip(LINE)
    return raw if raw[:1].isspace() else " " * document.indents[line] + raw


def _markers(document: Document, kept: Sequence[_Kept], *, markdown: bool) -> list[str]:
    """Choose what is put before each line."""
    dom = document.dom
    if dom is None:
        return ["## " if markdown and item.label == "heading" else "" for item in kept]
    if not markdown:
        return ["- " if dom.listed[d.line] and not _MARKER.match(document.texts[d.line]) else "" for d in kept]
    markers = []
    for item in kept:
        line = item.line
        level = dom.heading[line] or 2 * (item.label == "heading")
        if level:
            marker = "#" * max(level, 2) + " "  # the page's h1 is its title
        elif dom.tag[line] == "pre":
            marker = "    "
        else:
            marker = "> " if "blockquote" in dom.path[line].split("/") else ""
            marker += "- " if dom.listed[line] and not _MARKER.match(document.texts[line]) else ""
        markers.append(marker)
    return markers


def _glues(document: Document, kept: Sequence[_Kept]) -> list[str]:
    """Choose what separates each line from the one before it."""
    glues = ["" for _ in kept[:1]]
    wanted: list[int] = []  # places where two short lines touch, decided by the layout of the document
    for one, other in pairwise(kept):
        i, j = one.line, other.line
        glue = PARAGRAPH
        if document.kind == "text" and document.numbers[i][1] == document.numbers[j][0]:
            glue = " " if document.text[document.spans[j][0] - 1].isspace() else ""
        elif _touch(document, one, other):
            if _alike(document, i, j):
                glue = LINE
            elif _is_short(document, i) and _is_short(document, j):
                wanted.append(len(glues))
        glues.append(glue)
    if wanted and (document.kind == "html" or _is_spaced(document, kept)):
        for place in wanted:
            glues[place] = LINE
    return glues


def _touch(document: Document, one: _Kept, other: _Kept) -> bool:
    """Whether two kept lines stand under each other, neither being a paragraph of its own kind."""
    return (
        other.line == one.line + 1
        and document.gaps[other.line] == 0
        and one.label not in _STANDALONE
        and other.label not in _STANDALONE
    )


def _alike(document: Document, i: int, j: int) -> bool:
    """Whether two lines are items of a list, rows of a table or lines of code."""
    dom = document.dom
    if dom is not None and ((dom.listed[i] and dom.listed[j]) or (dom.tag[i] == dom.tag[j] and dom.tag[i] in _ROWS)):
        return True
    first, second = document.texts[i], document.texts[j]
    if " | " in first and " | " in second:
        return True
    return _MARKER.match(first) is not None and _MARKER.match(second) is not None


def _is_short(document: Document, line: int) -> bool:
    return len(document.texts[line]) <= _SHORT


def _is_spaced(document: Document, kept: Sequence[_Kept]) -> bool:
    """Whether blank lines separate this document's paragraphs.

    The long lines tell, since they are the paragraphs; where there are none (a poem), one blank line is enough.
    """
    blank = touching = stanzas = 0
    for one, other in pairwise(kept):
        i, j = one.line, other.line
        if j != i + 1 or document.numbers[i][1] == document.numbers[j][0]:
            continue
        if document.gaps[j]:
            stanzas += 1
            blank += not (_is_short(document, i) and _is_short(document, j))
        elif _touch(document, one, other) and not _alike(document, i, j):
            touching += not (_is_short(document, i) and _is_short(document, j))
    return blank > touching if blank or touching else stanzas > 0
