"""What becomes of the walk's lines before they are a document's: rows are joined, echoes go, broken text is mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from cleaner.markup.blocks import NONE, Blocks, Lines, Mark
from cleaner.markup.tags import CELL, ROW, TABLE
from cleaner.repair import needs_repair, repairs

_BAR = " | "
_DATUM = 200  # characters; a longer cell is a column of the page rather than a datum
_NOSCRIPT = 200  # characters of a noscript element; fewer are a plea to switch scripts on


def join_rows(lines: Lines, blocks: Blocks) -> Lines:
    """Make one line of each row whose cells hold one short line each."""
    joined = Lines()
    for row, members in groupby(range(len(lines.texts)), key=lambda i: blocks.above(lines.blocks[i], ROW)):
        cells = list(members)
        if row == NONE or blocks.tag[row] == "table" or len(cells) < 2 or not _is_data(cells, lines, blocks):
            for i in cells:
                joined.add(
                    lines.texts[i], lines.blocks[i], lines.names[i], lines.linked[i], lines.gaps[i], lines.marks[i]
                )
            continue
        before = joined.blocks[-1] if joined.blocks else row
        follows = blocks.tag[before] == "tr" and blocks.above(before, TABLE) == blocks.above(row, TABLE)
        joined.add(
            _BAR.join([lines.texts[i].strip() for i in cells]),
            row,
            blocks.names[row],
            sum(lines.linked[i] for i in cells),
            0 if follows else lines.gaps[cells[0]],
            _side_by_side([lines.texts[i] for i in cells], [lines.marks[i] for i in cells]),
        )
    return joined


def _side_by_side(texts: Sequence[str], marks: Sequence[tuple[Mark, ...]]) -> tuple[Mark, ...]:
    """Give the marks of a row's cells, each moved by the letters before it and by the bars."""
    moved: list[Mark] = []
    before = 0
    for text, own in zip(texts, marks, strict=True) if any(marks) else ():
        moved += [(start + before, end + before, sign, link) for start, end, sign, link in own]
        before += sum(map(len, text.split())) + 1
    return tuple(moved)


def _is_data(cells: list[int], lines: Lines, blocks: Blocks) -> bool:
    own = {blocks.above(lines.blocks[i], CELL) for i in cells}
    return len(own) == len(cells) and all(len(lines.texts[i]) <= _DATUM for i in cells)


def without_echoes(lines: Lines, blocks: Blocks) -> Lines:
    """Leave out what a noscript element says again, and what only asks to switch scripts on."""
    numbers = [blocks.setting[block].noscript for block in lines.blocks]
    if not any(numbers):
        return lines
    said = {text for text, number in zip(lines.texts, numbers, strict=True) if not number}
    own = Counter[int]()
    for text, number in zip(lines.texts, numbers, strict=True):
        if text not in said:
            own[number] += len(text)
    return lines.only(
        i
        for i, (text, number) in enumerate(zip(lines.texts, numbers, strict=True))
        if not number or (text not in said and own[number] >= _NOSCRIPT)
    )


def mended(lines: Lines, blocks: Blocks) -> Lines:
    """Mend what decoding or an editor broke, in the lines that need it."""
    if not needs_repair("\n".join(lines.texts)):
        return lines
    texts = lines.texts.copy()
    for i, better in repairs(texts).items():
        pre = blocks.setting[lines.blocks[i]].pre
        texts[i] = better.rstrip() if pre else " ".join(better.split())
    if texts == lines.texts:
        return lines
    whole = lines.only(i for i, text in enumerate(texts) if text)
    marks = [
        marks if text == old else () for text, old, marks in zip(texts, lines.texts, lines.marks, strict=True) if text
    ]
    whole.texts, whole.marks = [text for text in texts if text], marks
    return whole
