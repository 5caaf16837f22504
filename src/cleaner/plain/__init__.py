"""Plain text -> Document: what somebody's renderer or extractor left of a page.

Reading mends what a renderer broke before anything is judged. What is read back:

- line ends that are written out (`lineends`);
- a sentence that was broken at all that is inline (`nodes`), at its links or at a margin (`broken`), or at the edge of
  a printed page (`paged`): what continues a line is one with it again, and so is a word that was cut at a hyphen
  (`hyphens`);
- what stood apart and shares a line now: a wall of text, which is judged sentence by sentence (`walls`), and blocks
  that were glued to each other (`glued`);
- links, of which the text is seen and not the target (`linked`, `targets`), and lines of which marks of elements were
  left (`leftover`);
- indentation, folded white space, mojibake and entities (`repair.repair`).

Spans always point into the decoded input, so whatever is read together or apart can be put back as it was.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, compress, count, pairwise, repeat
from operator import add

from cleaner.decode import LINE_END
from cleaner.decode.repair import needs_repair, repair, repairs
from cleaner.model import Document, Pairs
from cleaner.plain import broken, glued, leftover, lineends, linked, nodes, paged, targets, walls
from cleaner.plain.layout import Lines, is_laid_out

_BLANKS = " \t\v\f\x1c\x1d\x1e\x1f\u2028\u2029\u3000"  # around mojibake, where U+0085 and U+00A0 are parts of letters


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
    if lineends.are_bars(text):
        return _with_source(text, read(text.replace("|", "\n"), url=url))
    lines, repaired = _lines(text)
    lines = lineends.parted(text, lines)
    if any(end - start > walls.LONG for start, end in lines.spans):
        lines = walls.sentences(text, lines)
    has_links, has_marks = linked.has_links(text), leftover.may_have(text)
    lines, was_glued = glued.parted(text, lines, marks=has_marks)
    if nodes.are_apart(text):
        lines = nodes.with_initials(lines)
        lines = lines.joined(_but_code(nodes.parts(text, lines.texts, lines.spans), text, lines.texts))
    edges = paged.running(text, lines.texts, lines.spans)
    lines = lines.joined(_but_code(_broken(lines, edges, links=has_links, marks=has_marks), text, lines.texts))
    if has_marks := has_marks and leftover.are_left(lines.texts, lines.gaps):
        lines = _without_marks(text, lines)
        has_links = has_links or linked.has_links("\n".join(lines.texts))  # whose text the marks hid
    if has_links:
        lines = lines.joined(_but_code(targets.runs(lines.texts), text, lines.texts))
    body_like = not was_glued and is_laid_out(text, lines)
    if not body_like:  # in a body no link stands on a line of its own
        lines = lines.joined(_but_code(broken.at_links(lines.texts, lines.gaps), text, lines.texts))
    texts = linked.seen(lines.texts) if has_links else lines.texts
    return Document(
        kind="text",
        source=text,
        text=text,
        texts=tuple(texts),
        spans=tuple(lines.spans),
        numbers=tuple(lines.numbers),
        gaps=tuple(lines.gaps),
        indents=tuple(lines.indents),
        repaired=repaired,
        url=url,
        notes=() if texts else ("empty",),
        body_like=body_like,
        links=has_links,
        marks=has_marks,
    )


def _with_source(text: str, document: Document) -> Document:
    """A document of a text as long, in which line ends stand for bars: as one of the text that was given."""
    ends = [at for at, sign in enumerate(text) if sign == "\n"]
    rows = [(bisect(ends, start) + 1, bisect(ends, end - 1) + 1) for start, end in document.spans]
    return replace(document, source=text, text=text, numbers=tuple(rows))


def of_paragraphs(
    texts: Sequence[str], *, url: str | None = None, spans: Pairs | None = None, before: Document | None = None
) -> Document | None:
    r"""Make the document that `read` makes of lines with a blank line between them; None if it would change any.

    This costs a fraction of reading, and most bodies are such lines. `spans` are where they are then, if that is known.
    `before` is a document that was made so, of these lines and others; what was found of each line then need not be
    found again.

    >>> of_paragraphs(["Rain fell.", "It stopped."]) == read("Rain fell.\n\nIt stopped.")
    True
    >>> of_paragraphs(["Tom &amp; Jerry"]), of_paragraphs(["It  rained."])
    (None, None)
    """
    text = "\n\n".join(texts)
    if not texts or (before is None and _is_changed(texts, text)) or glued.is_glued(text):
        return None
    if spans is None:
        lengths = list(map(len, texts))
        starts = list(map(add, accumulate(lengths[:-1], initial=0), range(0, 2 * len(texts), 2)))
        spans = Pairs(starts, list(map(add, starts, lengths)))
    odd = range(1, 2 * len(texts), 2)
    return Document(
        kind="text",
        source=text,
        text=text,
        texts=tuple(texts),
        spans=spans,
        numbers=Pairs(odd, odd),
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
    if max(map(len, texts)) > walls.LONG or needs_repair(text):
        return True
    return linked.has_links(text) or leftover.may_have(text) or lineends.may_part(text)


def _lines(text: str) -> tuple[Lines, bool]:
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
    lines = Lines(
        list(filter(None, texts)),
        list(zip(begins, map(add, begins, map(len, inner)), strict=True)),
        list(zip(numbers, numbers, strict=True)),
        [number - before - 1 for before, number in pairwise([0, *numbers])],
        indents,
    )
    return lines, repaired


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


def _without_marks(source: str, lines: Lines) -> Lines:
    """Lines without the marks that a converter left; those that are nothing else count as blank."""
    texts = lines.texts
    marks = leftover.alone(texts)
    inside = {line for first, last in linked.code(source, texts) for line in range(first, last)}
    seen = [line if at in inside else repair(leftover.without(line)) for at, line in enumerate(texts)]
    return replace(lines, texts=seen).without([mark and at not in inside for at, mark in enumerate(marks)])


def _broken(lines: Lines, edges: Sequence[int], *, links: bool, marks: bool) -> list[bool]:
    """For each line whether it continues the line before it, which was full, or a link that was broken.

    What stands at the `edges` of printed pages goes on nowhere.
    """
    texts, gaps = lines.texts, lines.gaps
    inside: frozenset[int] = frozenset()
    if links:
        inside = frozenset(compress(count(), targets.broken(texts, gaps)))
    if marks:
        inside = inside.union(compress(count(), leftover.broken(texts, gaps)))
    continues = broken.at_margin(texts, gaps, lines.indents, lines.spans, inside)
    continues = [one or line in inside for line, one in enumerate(continues)] if inside else continues
    for line in edges:
        continues[line : line + 2] = [False] * len(continues[line : line + 2])
    return continues


def _but_code(joined: list[bool], text: str, texts: Sequence[str]) -> list[bool]:
    """What continues the line before it, but for lines of code between fences."""
    for first, last in linked.code(text, texts) if True in joined else ():
        joined[first : last + 2] = [False] * len(joined[first : last + 2])
    return joined
