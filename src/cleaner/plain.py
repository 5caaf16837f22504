"""Plain text -> Document: what somebody's renderer or extractor left of a page.

Reading mends what a renderer broke before anything is judged. Three things are read back:

- a sentence that was broken at its links or at a margin (`broken`): what continues a line is one with it again;
- what stood apart and shares a line now: a wall of text, which is judged sentence by sentence, and blocks that were
  glued to each other;
- indentation, folded white space, mojibake and entities (`repair.repair`).

Spans always point into the decoded input, so whatever is read together or apart can be put back as it was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate, compress, count, islice, pairwise, repeat
from operator import add, and_
from typing import TypeVar

from cleaner import broken, leftover, linked, targets
from cleaner.decode import LINE_END
from cleaner.invisible import without
from cleaner.model import Document
from cleaner.repair import needs_repair, repair, repairs

Value = TypeVar("Value")
_Columns = tuple[list[str], list[tuple[int, int]], list[tuple[int, int]], list[int], list[int]]

SHORT = 80  # characters: the columns of a terminal, which verses, addresses and hard-wrapped lines keep to
MARKER = re.compile(r"(?:[-*+•·‣⁃▪▫■□◦●○►▶➤✓✔]|\d{1,3}[.)]|[A-Za-z][.)])\s+\S")  # of an item of a list

_OTHERS = 20  # of so many blocks of a body, one at most may be neither
_CODE = re.compile(r"^(?:[#$>|%:<│├└]|//|/\*|--|->)|[;{}]|[(),=\\]$|\w\(|=>|->|::|://|</| = ")

_WALL = 2_000  # characters in one physical line
_WALL_SHARE = 0.6  # of all characters of the document
_MOST = 100_000  # sentences of one wall; a line of more is no article, and each would take some 2 KiB of memory
_BLANKS = " \t\v\f\x1c\x1d\x1e\x1f\u2028\u2029\u3000"  # around mojibake, where U+0085 and U+00A0 are parts of letters
_SENTENCE_END = re.compile(r"(?:[.!?…।॥۔؟։።]['\"”’»)\]]*(?=\s+[^\sa-zа-я])|[。！？။។៕][」』”»]*)\s*")


def read(text: str, *, url: str | None = None) -> Document:
    r"""Read plain text into a document.

    Args:
        text: the decoded input, any line ends.
        url: where it came from, if known; kept as evidence for metadata.

    >>> page = read("Home | News\r\n\r\n  The bridge was closed on  Monday.\r\n")
    >>> page.texts
    ('Home | News', 'The bridge was closed on Monday.')
    >>> page.numbers, page.gaps, page.indents
    (((1, 1), (3, 3)), (0, 1), (0, 2))
    """
    columns, repaired = _lines(text)
    if any(end - start > _WALL for start, end in columns[1]):
        columns = _split(text, columns, _sentences(text, columns[1]))
    if glued := broken.is_glued(text) and not (len(columns[0]) > 1 and is_body_like(*columns)):
        columns = _split(text, columns, partial(broken.joints, text))
    has_links, has_marks = linked.has_links(text), leftover.may_have(text)
    columns = _join(_but_code(_broken(columns, links=has_links, marks=has_marks), text, columns[0]), *columns)
    if has_marks and leftover.are_left(columns[0], columns[3]):
        columns = _without_marks(text, columns)
    if has_links:
        columns = _join(_but_code(targets.runs(columns[0]), text, columns[0]), *columns)
    body_like = not glued and _is_laid_out(text, columns)
    if not body_like:  # in a body no link stands on a line of its own
        columns = _join(_but_code(broken.at_links(columns[0], columns[3]), text, columns[0]), *columns)
    if has_links:
        columns = (linked.seen(columns[0]), *columns[1:])
    texts, spans, numbers, gaps, indents = columns
    return Document(
        kind="text",
        source=text,
        text=text,
        texts=tuple(texts),
        spans=tuple(spans),
        numbers=tuple(numbers),
        gaps=tuple(gaps),
        indents=tuple(indents),
        repaired=repaired,
        url=url,
        notes=() if texts else ("empty",),
        body_like=body_like,
    )


def of_paragraphs(texts: Sequence[str], *, url: str | None = None, before: Document | None = None) -> Document | None:
    r"""Make the document that `read` makes of lines with a blank line between them; None if it would change any.

    This costs a fraction of reading, and most bodies are such lines. `before` is a document that was made so, of these
    lines and others; what was found of each line then need not be found again.

    >>> of_paragraphs(["Rain fell.", "It stopped."]) == read("Rain fell.\n\nIt stopped.")
    True
    >>> of_paragraphs(["Tom &amp; Jerry"]), of_paragraphs(["It  rained."])
    (None, None)
    """
    text = "\n\n".join(texts)
    if not texts or (before is None and _is_changed(texts, text)) or broken.is_glued(text):
        return None
    starts = list(accumulate([len(line) + 2 for line in texts], initial=0))[:-1]
    odd = range(1, 2 * len(texts), 2)
    numbers = before.numbers[: len(texts)] if before else tuple(zip(odd, odd, strict=True))
    return Document(
        kind="text",
        source=text,
        text=text,
        texts=tuple(texts),
        spans=tuple(zip(starts, map(add, starts, map(len, texts)), strict=True)),
        numbers=numbers,
        gaps=(0, *repeat(1, len(texts) - 1)),
        indents=(0,) * len(texts),
        url=url,
        body_like=True,
    )


def _is_changed(texts: Sequence[str], text: str) -> bool:
    """Whether reading changes one of some lines, or cuts it; `text` has blank lines between them."""
    flat = " ".join(texts)
    if not flat.isprintable() or "  " in f" {flat} ":  # no white space but the blank is printable
        return True
    return max(map(len, texts)) > _WALL or needs_repair(text) or linked.has_links(text) or leftover.may_have(text)


def is_wall(size: int, total: int) -> bool:
    """Whether a line of so many characters is a wall of text, where the whole document has so many."""
    return size > max(_WALL, _WALL_SHARE * total)


def cut(document: Document, line: int) -> Document:
    """Cut one line of a document in sentences, as those of a wall of text are, which share its number.

    >>> cut(read("The ferry runs. It is full."), 0).texts
    ('The ferry runs.', 'It is full.')
    """
    text, (start, end) = document.text, document.spans[line]
    pieces, spans = [], []
    for a, b in pairwise([start, *_ends(text, start, end), end]):
        parts = [" ".join(part.split()) for part in LINE_END.split(text[a:b])]
        if piece := _joined(list(filter(None, parts)) or [""]):
            pieces.append(linked.without_targets(piece))
            spans.append((b - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())))
    seen = document.texts[line]  # without marks that other lines explain, such as the numbers of links
    shown = [seen[a:b].strip() for a, b in pairwise([0, *_ends(seen, 0, len(seen)), len(seen)]) if seen[a:b].strip()]
    pieces = shown if len(shown) == len(pieces) else pieces
    more = len(spans)
    return replace(
        document,
        texts=_in_place(document.texts, line, pieces),
        spans=_in_place(document.spans, line, spans),
        numbers=_in_place(document.numbers, line, document.numbers[line : line + 1] * more),
        gaps=_in_place(document.gaps, line, [document.gaps[line], *[0] * (more - 1)]),
        indents=_in_place(document.indents, line, document.indents[line : line + 1] * more),
        dom=document.dom and document.dom.repeated(line, more),
    )


def _in_place(column: tuple[Value, ...], line: int, values: Sequence[Value]) -> tuple[Value, ...]:
    return (*column[:line], *values, *column[line + 1 :])


def _lines(text: str) -> tuple[_Columns, bool]:
    """Every line that is not blank, and whether mojibake was mended on one."""
    raws, starts = _physical(text)
    if text[:1] == "\ufeff":  # a byte order mark belongs to the file and to no line
        raws[0], starts[0] = raws[0][1:], 1
    inner = [raw.strip() for raw in raws]
    # No white space but the blank is printable.
    texts = [line if "  " not in line and line.isprintable() else " ".join(line.split()) for line in inner]
    repaired = False
    if needs_repair(text):
        for at, line in repairs(raws).items():
            if before := texts[at]:
                texts[at] = " ".join(line.split())
                inner[at] = raws[at].strip(_BLANKS)
                repaired = repaired or _is_other(before, texts[at])
    raws, inner = list(compress(raws, texts)), list(compress(inner, texts))
    numbers = list(compress(count(1), texts))
    indents = [0 if len(raw) == len(line) else raw.find(line[0]) for raw, line in zip(raws, inner, strict=True)]
    begins = list(map(add, compress(starts, texts), indents))
    columns = (
        list(filter(None, texts)),
        list(zip(begins, map(add, begins, map(len, inner)), strict=True)),
        list(zip(numbers, numbers, strict=True)),
        [number - before - 1 for before, number in pairwise([0, *numbers])],
        indents,
    )
    return columns, repaired


def is_body_like(
    texts: Sequence[str],
    spans: Sequence[tuple[int, int]],
    numbers: Sequence[tuple[int, int]],
    gaps: Sequence[int],
    indents: Sequence[int],
) -> bool:
    """Whether a text is laid out as the bodies that `assemble` makes, so that most likely it is one.

    One blank line stands between paragraphs, never two; lines that touch are items of a list, rows of a table, or
    short; only verse, lists in lists and code are indented or have doubled blanks. Few renderers of whole pages leave
    such a text. Of what extractors leave, those pass that separate paragraphs by a blank line.

    >>> is_body_like(["Rain fell.", "- tea", "- milk"], [(0, 10), (12, 17), (18, 24)], [], [0, 1, 0], [0, 0, 0])
    True
    >>> is_body_like(["Home", "Rain fell."], [(0, 4), (7, 17)], [], [0, 2], [0, 0])
    False
    """
    if not texts or max(gaps) > 1 or (len(texts) > 1 and 1 not in gaps[1:]):
        return False
    starts = [line for line, gap in enumerate(gaps) if gap or not line]
    blocks = pairwise([*starts, len(texts)])
    others = (True for first, last in blocks if not _is_block(texts, spans, indents, first, last))
    return not any(islice(others, len(starts) // _OTHERS, None))


def _is_laid_out(text: str, columns: _Columns) -> bool:
    """Whether a text is laid out as a body, in which characters that nobody sees take no room."""
    texts, spans, numbers, gaps, indents = columns
    if is_body_like(*columns):
        return True
    if max(gaps, default=2) > 1:
        return False
    lines = zip(texts, spans, strict=True)
    seen = [(a, a + len(without(text[a:b]))) if b - a > len(line) else (a, b) for line, (a, b) in lines]
    return seen != spans and is_body_like(texts, seen, numbers, gaps, indents)


def _is_block(
    texts: Sequence[str], spans: Sequence[tuple[int, int]], indents: Sequence[int], first: int, last: int
) -> bool:
    """Whether lines that touch could be a paragraph, a list, a table, verse or code of a body."""
    if last - first == 1 and not indents[first] and spans[first][1] - spans[first][0] == len(texts[first]):
        return True
    indented = any(indents[first:last])
    if indented or [end - start for start, end in spans[first:last]] != list(map(len, texts[first:last])):
        # Verse and lists in lists are indented against a line that is not.
        return (indented and not min(indents[first:last])) or _is_code(texts[first:last])
    begin = first if first else 1  # a heading may stand directly above its paragraph, see `again`
    return all(_tied(*two) for two in pairwise(texts[begin:last])) or _is_code(texts[first:last])


def _is_code(block: Sequence[str]) -> bool:
    """Whether every second line of a block, at least, has signs of code, of a shell or of a quoted message."""
    return 2 * sum(_CODE.search(text) is not None for text in block) >= len(block)


def _tied(one: str, other: str) -> bool:
    """Whether `assemble` would let two lines touch."""
    if len(one) <= SHORT and len(other) <= SHORT:
        return True
    return (" | " in one and " | " in other) or bool(MARKER.match(one) and MARKER.match(other))


def _is_other(before: str, after: str) -> bool:
    """Whether a line was mended, rather than only composed or freed of a byte order mark."""
    return before != after and unicodedata.normalize("NFC", before.lstrip("\ufeff").strip()) != after


def _physical(text: str) -> tuple[list[str], list[int]]:
    """Every physical line, and where its first character is; editors count lines the same way."""
    if "\r" not in text:
        lines = text.split("\n")
        return lines, list(accumulate([len(line) + 1 for line in lines], initial=0))
    ends = [(end.start(), end.end()) for end in LINE_END.finditer(text)]
    starts = [0, *(after for _, after in ends)]
    return [text[a:b] for a, b in zip(starts, (*(end for end, _ in ends), len(text)), strict=True)], starts


def _without_marks(text: str, columns: _Columns) -> _Columns:
    """Lines without the marks that a converter left; those that are nothing else are one line where they touch."""
    texts = columns[0]
    marks = leftover.alone(texts)
    inside = {line for first, last in linked.code(text, texts) for line in range(first, last)}
    seen = [line if at in inside else repair(leftover.without(line)) for at, line in enumerate(texts)]
    return _join(_but_code([*map(and_, marks, [False, *marks])], text, texts), seen, *columns[1:])


def _broken(columns: _Columns, *, links: bool, marks: bool) -> list[bool]:
    """For each line whether it continues the line before it, which was full, or a link that was broken."""
    texts, spans, _, gaps, indents = columns
    inside: frozenset[int] = frozenset()
    if links:
        inside = frozenset(compress(count(), targets.broken(texts, gaps)))
    if marks:
        inside = inside.union(compress(count(), leftover.broken(texts, gaps)))
    joined = broken.at_margin(texts, gaps, indents, spans, inside)
    return [one or line in inside for line, one in enumerate(joined)] if inside else joined


def _join(
    joined: Sequence[bool],
    texts: list[str],
    spans: list[tuple[int, int]],
    numbers: list[tuple[int, int]],
    gaps: list[int],
    indents: list[int],
) -> _Columns:
    """Put the lines that continue others to these."""
    if True not in joined:
        return texts, spans, numbers, gaps, indents
    blocks = list(pairwise([*(line for line, continues in enumerate(joined) if not continues), len(joined)]))
    return (
        [texts[a] if b - a == 1 else _joined(texts[a:b]) for a, b in blocks],
        [(spans[a][0], spans[b - 1][1]) for a, b in blocks],
        [(numbers[a][0], numbers[b - 1][1]) for a, b in blocks],
        [gaps[a] for a, _ in blocks],
        [indents[a] for a, _ in blocks],
    )


def _but_code(joined: list[bool], text: str, texts: Sequence[str]) -> list[bool]:
    """What continues the line before it, but for lines of code between fences."""
    for first, last in linked.code(text, texts) if True in joined else ():
        joined[first : last + 2] = [False] * len(joined[first : last + 2])
    return joined


def _joined(texts: list[str]) -> str:
    """Lines as one; mojibake may have been broken in two: "and" and a lone "Â", a no-break space, at a line's end."""
    text = texts[0] + "".join([broken.glue(before, text) + text for before, text in pairwise(texts)])
    return " ".join(repair(text).split()) if needs_repair(text) else text


def _append(out: _Columns, text: str, span: tuple[int, int], number: tuple[int, int], gap: int, indent: int) -> None:
    out[0].append(text)
    out[1].append(span)
    out[2].append(number)
    out[3].append(gap)
    out[4].append(indent)


def _sentences(text: str, spans: Sequence[tuple[int, int]]) -> Callable[[int, int], list[int]]:
    """Where to cut a line that is most of the document; a long paragraph among others stays whole."""
    total = sum(end - start for start, end in spans)

    def cuts(start: int, end: int) -> list[int]:
        return _ends(text, start, end) if is_wall(end - start, total) else []

    return cuts


def _ends(text: str, start: int, end: int) -> list[int]:
    """Where sentences end between two places; nowhere, if they are too many."""
    found = [sentence.end() for sentence in islice(_SENTENCE_END.finditer(text, start, end), _MOST + 1)]
    return found if len(found) < _MOST else []


def _split(source: str, columns: _Columns, cuts: Callable[[int, int], list[int]]) -> _Columns:
    """Cut lines in pieces that are judged one by one; they share the number of their line."""
    out: _Columns = ([], [], [], [], [])
    for text, (start, end), number, gap, indent in zip(*columns, strict=True):
        places = cuts(start, end)
        if not places:
            _append(out, text, (start, end), number, gap, indent)
            continue
        for a, b in pairwise([start, *places, end]):
            if raw := source[a:b].rstrip():
                _append(out, " ".join(repair(raw).split()), (a, a + len(raw)), number, gap, indent)
                gap = 0
    return out
