"""A line that is most of a text has the whole page on it, and is judged block by block and sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, islice, pairwise
from typing import TypeVar

from cleaner.decode import LINE_END
from cleaner.model import Document
from cleaner.plain import linked, seams
from cleaner.plain.layout import Lines, joined

Value = TypeVar("Value")

LONG = 2_000  # characters in one physical line
_SHARE = 0.6  # of all characters of the document
_MOST = 100_000  # sentences of one wall; a line of more is no article, and each would take some 2 KiB of memory
_BLOCKS = 8  # at least
_BLOCK = 450  # characters; on pages one seems to begin every hundred, in bodies every eight hundred
SENTENCE_END = re.compile(r"(?:[.!?…।॥۔؟։።]['\"”’»)\]]*(?=\s+[^\sa-zа-я])|[。！？။។៕][」』”»]*)\s*")


def is_wall(size: int, total: int) -> bool:
    """Whether a line of so many characters is a wall of text, where the whole document has so many."""
    return size > max(LONG, _SHARE * total)


def cut(document: Document, line: int, places: Sequence[int] = ()) -> Document:
    """Cut one line of a document at `places` of its text; else in sentences, as those of a wall of text are.

    The pieces share its number. Where what is read of the line differs from what was written, it is cut in sentences.

    >>> from cleaner.plain import read
    >>> cut(read("The ferry runs. It is full."), 0).texts
    ('The ferry runs.', 'It is full.')
    >>> cut(read("The  ferry runs. It is full."), 0, [10]).texts
    ('The ferry', 'runs. It is full.')
    """
    text, (start, end) = document.text, document.spans[line]
    pieces, spans = [], []
    seen = document.texts[line]  # without marks that other lines explain, such as the numbers of links
    ends = _written(seen, places, text, start, end)
    parts_of_seen = places if ends else _ends(seen, 0, len(seen))
    for a, b in pairwise([start, *(ends or _ends(text, start, end)), end]):
        parts = [" ".join(part.split()) for part in LINE_END.split(text[a:b])]
        if piece := joined(list(filter(None, parts)) or [""]):
            pieces.append(linked.without_targets(piece))
            spans.append((b - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())))
    shown = [seen[a:b].strip() for a, b in pairwise([0, *parts_of_seen, len(seen)]) if seen[a:b].strip()]
    pieces = shown if len(shown) == len(pieces) else pieces
    more = len(spans)
    return replace(
        document,
        texts=_in_place(document.texts, line, pieces),
        spans=_in_place(tuple(document.spans), line, spans),
        numbers=_in_place(tuple(document.numbers), line, [document.numbers[line]] * more),
        gaps=_in_place(document.gaps, line, [document.gaps[line], *[0] * (more - 1)]),
        indents=_in_place(document.indents, line, document.indents[line : line + 1] * more),
        dom=document.dom and document.dom.repeated(line, more),
    )


def _written(seen: str, places: Sequence[int], text: str, start: int, end: int) -> list[int]:
    """Where `places` of what is seen of a line are in the text; nowhere, if the line was written otherwise."""
    written = [at for at in range(start, end) if not text[at].isspace()] if places else []
    if "".join(seen.split()) != "".join(map(text.__getitem__, written)):
        return []
    letters = [0, *accumulate(not letter.isspace() for letter in seen)]
    before = [letters[min(place, len(seen))] for place in places]
    return [written[count] for count in before if 0 < count < len(written)]


def _in_place(column: tuple[Value, ...], line: int, values: Sequence[Value]) -> tuple[Value, ...]:
    return (*column[:line], *values, *column[line + 1 :])


def sentences(source: str, lines: Lines) -> Lines:
    """Lines of which one that is most of the document is cut; a long paragraph among others stays whole."""
    total = sum(end - start for start, end in lines.spans)

    def cuts(start: int, end: int) -> list[int]:
        return _ends(source, start, end) if is_wall(end - start, total) else []

    return lines.cut(source, cuts)


def _ends(text: str, start: int, end: int) -> list[int]:
    """Where sentences end between two places, and blocks where they are as many as on a page; nowhere, if too many."""
    found = [sentence.end() for sentence in islice(SENTENCE_END.finditer(text, start, end), _MOST + 1)]
    if len(found) < _MOST:
        blocks = seams.seams(text, start, end, found)
        if len(blocks) - len(found) >= max(_BLOCKS, (end - start) / _BLOCK):
            found = blocks
    return found if len(found) < _MOST else []
