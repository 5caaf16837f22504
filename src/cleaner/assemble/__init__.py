"""Decisions -> body: the kept lines as a text of paragraphs.

What the body looks like, whatever the input was:

- Kept lines stand in their order, separated by a blank line; line ends are LF; the text is in Unicode normal form C and
  can be written as UTF-8. The title is metadata and not in it.
- Sentences that stood on one physical line (a wall of text, read sentence by sentence) stand on one line again; blocks
  that a renderer glued to each other are paragraphs where a stop shows that the first had ended.
- Two neighbours are separated by a single line end where they are *tied*: they touched in the input (no blank line and
  no removed line between them), neither is a heading or a lead, and one of these holds:
    - both are list items, by their marker or by the page's elements;
    - both are rows of a table, by a bar between their cells or by the page's elements; or lines of one `pre`;
    - both are short (verses, an address, rows of figures), *and* the layout means it: a `br` in HTML; in text, blank
      lines between the paragraphs of this document. Where every physical line is a paragraph, touching says nothing.
- A heading that comes first and would be taken for the title, read again, stands directly above what it heads.
- A text that is laid out as a body keeps the white space of its lines.
- Items of a list in HTML get a `- `, or their number in an ordered one, unless they bring their own marker; what
  follows in the same item is a paragraph. `pre` keeps its white space, and so do tied lines of text that are indented
  against each other, as code is.
- In Markdown a page of HTML has all marks (see `markdown`), a text those of its headings and code.

Reading the body again gives the same lines, and assembling these the same body: what was tied touches again, and has
the markers or the blank lines around it that tied it; what was not is a paragraph by its blank line.

Why not more: a dash is no marker (in half of Europe it opens direct speech), a text's indentation is not kept otherwise
(renderers indent whole pages).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, compress, count
from operator import add

from cleaner.assemble.between import LINE, PARAGRAPH, Beside, glues_between
from cleaner.config import Config
from cleaner.decode.invisible import put_back
from cleaner.decode.repair import repair
from cleaner.model import KEPT, Document, Dom
from cleaner.plain.layout import MARKER
from cleaner.plain.linked import is_linked, without_targets

_NUMBERS = 1_000  # items of a list; `MARKER` knows a number of three digits as one
_CODE = 4  # blanks before a line of code in Markdown
_HASHES = re.compile(r"#{1,6}\s")
_LIST = re.compile(r"(?<=/)(?:ul|ol|menu)(?![^/])")
_STEPS = {"ul": 2, "ol": 3, "menu": 2}  # blanks before the items of a list in such a list
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK = str.maketrans(dict.fromkeys("\v\f\u2028\u2029", " "))  # in code, and line ends to who reads it as text


@dataclass(frozen=True, slots=True)
class Body:
    """The body and where it is from: one entry a kept line, in order.

    `lines` are indices in the document; `starts` and `ends` tell where the text of each starts and ends in `text`
    (markers that were put before it are outside).
    """

    text: str
    lines: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    @property
    def pieces(self) -> Iterator[tuple[int, int, int]]:
        """Start, end and line of each."""
        return zip(self.starts, self.ends, self.lines, strict=True)


def kept_labels(config: Config) -> frozenset[str]:
    """Labels whose lines are in the body under this configuration.

    >>> sorted(kept_labels(Config(keep=("caption",))))
    ['body', 'caption', 'heading', 'lead']
    """
    return KEPT.union(config.keep)


def assemble(
    document: Document, labels: Sequence[str], config: Config, *, headed: bool = False, beside: Beside | None = None
) -> Body:
    r"""Put the kept lines together.

    `labels` has one entry a line, in order. Of the configuration `keep` adds labels to those that stay, `format` says
    what the body looks like, and `invisible` whether it has the characters that nobody sees. `headed` ties the first
    line to the second. `beside` is what other bodies of the document found.

    >>> from cleaner import plain
    >>> page = plain.read("Menu\nThe bridge was closed on Monday.\nIt opens in May.\n")
    >>> labels = ["navigation", "body", "body"]
    >>> assemble(page, labels, Config())
    Body(text='The bridge was closed on Monday.\n\nIt opens in May.', lines=(1, 2), starts=(0, 34), ends=(32, 50))
    """
    stay = kept_labels(config)
    kept = list(filter(document.texts.__getitem__, compress(count(), map(stay.__contains__, labels))))
    markdown = config.format == "markdown"
    glues = glues_between(document, kept, labels, Beside(document) if beside is None else beside)
    if headed:
        glues[1:2] = [LINE for _ in glues[1:2]]
    if markdown and document.dom is not None:
        return _as_markdown(document, document.dom, kept, labels, glues, config)
    texts = _texts(document, kept, markdown=markdown)
    if config.invisible == "keep":
        texts = _with_invisible(document, kept, texts, targets=markdown)
    markers = _markers(document, kept, labels, markdown=markdown)
    if document.dom is not None:
        _nest(document.dom, kept, markers, glues)
    if document.kind == "text" and kept:
        _keep_layout(document, kept, texts, markers, glues, code=_CODE if markdown else 0)
    body = _join(kept, texts, markers, glues)
    if not _is_sound(body.text):
        texts = list(map(_sound, texts))
        # Without a blank between them the last letter of a line and the first of the next could become one.
        body = _join(kept, texts, markers, glues[:1] + [glue or " " for glue in glues[1:]])
    return body


def _as_markdown(
    document: Document, dom: Dom, kept: Sequence[int], labels: Sequence[str], glues: Sequence[str], config: Config
) -> Body:
    """Put the kept lines of a page of HTML together as Markdown."""
    from cleaner import markup
    from cleaner.assemble.markdown import Writer

    marked = markup.marked(document)
    texts = [_preformatted(document, line) if dom.tag[line] == "pre" else marked.texts[line] for line in kept]
    if config.invisible == "keep":
        texts = _with_invisible(document, kept, texts, targets=True)
    texts = texts if _is_sound("\n".join(texts)) else list(map(_sound, texts))
    writer = Writer(document, kept, texts, [marked.frames[line] for line in kept])
    quoted = ["blockquote" in dom.path[line].split("/") for line in kept]
    heads = [labels[line] == "heading" and not quote for line, quote in zip(kept, quoted, strict=True)]
    writer.run([dom.heading[line] or 2 * head for line, head in zip(kept, heads, strict=True)], glues)
    body = _join(kept, writer.texts, writer.before, writer.after_last)
    return replace(body, text=body.text + "".join(writer.after[-1:]))


def _join(kept: Sequence[int], texts: Sequence[str], markers: Sequence[str], glues: Sequence[str]) -> Body:
    """Concatenate; before each line stand its glue and its marker."""
    between = list(map(add, glues, markers)) if any(markers) else glues
    parts = list(chain.from_iterable(zip(between, texts, strict=True)))
    ends = tuple(accumulate(map(len, parts)))
    return Body("".join(parts), tuple(kept), ends[::2], ends[1::2])


def _sound(text: str) -> str:
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text))


def _is_sound(text: str) -> bool:
    """Whether a text is in normal form C and can be written as UTF-8."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return unicodedata.is_normalized("NFC", text)


def is_assembled(document: Document) -> bool:
    r"""Whether a text that is laid out as a body is what `assemble` would make of it if every line stayed.

    >>> from cleaner import plain
    >>> is_assembled(plain.read("Rain fell.\n\nIt stopped.")), is_assembled(plain.read("Rain fell.\n\nIt  stopped."))
    (True, False)
    """
    if not document.body_like:
        return False
    glues = chain(("",), [PARAGRAPH if gap else LINE for gap in document.gaps[1:]])
    return "".join(chain.from_iterable(zip(glues, document.texts, strict=True))) == document.text


def _texts(document: Document, kept: Sequence[int], *, markdown: bool) -> list[str]:
    dom, texts = document.dom, document.texts
    if dom is None:
        if markdown and is_linked(document.text):
            texts = tuple([_with_targets(document, line) for line in range(len(texts))])
        return list(map(texts.__getitem__, kept))
    if "pre" not in dom.tag:
        return list(map(texts.__getitem__, kept))
    return [_preformatted(document, line) if dom.tag[line] == "pre" else texts[line] for line in kept]


def _with_invisible(document: Document, kept: Sequence[int], texts: Sequence[str], *, targets: bool) -> list[str]:
    """Put the characters that nobody sees back into lines that were judged without them."""
    if document.kind == "html":
        from cleaner import markup

        raws = markup.unmended(document)
    else:
        raws = tuple([document.source[start:end] for start, end in document.spans])
    first = raws[0].removeprefix("\ufeff") if raws else ""  # a byte order mark before a text is no part of it
    raws = (first, *raws[1:])
    whole = [repair(raws[line], unseen=True) for line in kept]
    shown = whole if targets or document.kind == "html" else map(without_targets, whole)
    return [put_back(text, raw) for text, raw in zip(texts, shown, strict=True)]


def _with_targets(document: Document, line: int) -> str:
    start, end = document.spans[line]
    raw = document.text[start:end]
    return " ".join(repair(raw).split()) if is_linked(raw) else document.texts[line]


def _preformatted(document: Document, line: int) -> str:
    start, end = document.spans[line]
    raw = document.text[start:end].replace("\r\n", LINE).replace("\r", LINE).translate(_BLANK).rstrip().strip(LINE)
    return raw if raw[:1].isspace() else " " * document.indents[line] + raw


def _keep_layout(
    document: Document, kept: Sequence[int], texts: list[str], markers: list[str], glues: Sequence[str], *, code: int
) -> None:
    """Leave the white space of tied lines that are indented against each other: in code and verse it means something.

    That all of them are indented says nothing, but after such lines; and for Markdown, which indents code by `code`
    blanks, unless the whole document is.
    """
    if document.body_like:
        if not is_assembled(document):
            _keep_white_space(document, kept, texts, markers)
        return
    indents = document.indents
    if not any(map(indents.__getitem__, kept)) or not (code or LINE in glues):
        return
    code = 0 if min(indents[line] for line in kept) else code
    starts = [at for at, glue in enumerate(glues) if glue != LINE]
    base, last = -1, -1  # what the lines of the layout before are indented by, and the line after it
    for start, end in zip(starts, [*starts[1:], len(kept)], strict=True):
        lines = kept[start:end]
        least = min(indents[line] for line in lines)
        if not (0 <= base < least and lines[0] == last):  # goes on after a blank line
            level = all(indents[line] == least for line in lines)
            base = least - code if 0 < code <= least else -1 if level else least
        last = lines[-1] + 1
        if base < 0:
            continue
        for at, line in enumerate(lines, start):
            first, final = document.spans[line]
            raw = document.text[first:final].strip()
            if " ".join(raw.split()) == texts[at] and raw.isprintable():
                texts[at] = raw
            markers[at] = " " * (indents[line] - base) + markers[at]
    markers[0] = markers[0].lstrip()  # a body begins with a letter


def _keep_white_space(document: Document, kept: Sequence[int], texts: list[str], markers: list[str]) -> None:
    """Leave the white space of a text that is laid out as a body: what is in it was meant to be."""
    text, spans, indents = document.text, document.spans, document.indents
    for at, line in enumerate(kept):
        first, final = spans[line]
        raw = text[first:final].strip()
        if raw != texts[at] == " ".join(raw.split()) and raw.replace("\t", "").isprintable():
            texts[at] = raw
        if at and indents[line]:
            indent = text[first - indents[line] : first]
            if indent.isspace() and LINE not in indent:
                markers[at] = indent + markers[at]


def _markers(document: Document, kept: Sequence[int], labels: Sequence[str], *, markdown: bool) -> list[str]:
    """Choose what is put before each line."""
    dom, texts = document.dom, document.texts
    if dom is None:
        if not markdown:
            return [""] * len(kept)
        return ["## " if labels[line] == "heading" and not _HASHES.match(texts[line]) else "" for line in kept]
    return list(map(_items(document).__getitem__, kept))


def _nest(dom: Dom, kept: Sequence[int], markers: list[str], glues: Sequence[str]) -> None:
    """Indent the items of lists in lists below the line that they belong to, as Markdown does."""
    if not any(markers):
        return
    above: list[tuple[int, int]] = []  # of the lists around a line: the elements, and what their items are indented by
    for at, line in enumerate(kept):
        lists = _LIST.findall(dom.path[line])
        above = above if glues[at] == LINE else []
        while above and above[-1][0] > len(lists):
            above.pop()
        if not above or above[-1][0] < len(lists):
            above.append((len(lists), above[-1][1] + _STEPS[lists[above[-1][0] - 1]] if above and above[-1][0] else 0))
        markers[at] = " " * above[-1][1] + markers[at]


def _items(document: Document) -> list[str]:
    """The marker of each line that begins an item of a list, unless it brings its own."""
    dom = document.dom
    if dom is None:
        return [""] * len(document)
    begins = dom.item or tuple(0 if listed else -1 for listed in dom.listed)
    return [
        "" if item < 0 or MARKER.match(text) else f"{item}. " if 0 < item < _NUMBERS else "- "
        for item, text in zip(begins, document.texts, strict=True)
    ]
