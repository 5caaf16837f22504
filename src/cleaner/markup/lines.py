"""What becomes of the walk's lines before they are a document's: rows are joined, echoes go, broken text is mended."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from cleaner.decode import needs_repair, repair
from cleaner.markup.blocks import Line, Mark, above
from cleaner.markup.tags import CELL, ROW, TABLE

_BAR = " | "
_DATUM = 200  # characters; a longer cell is a column of the page rather than a datum
_NOSCRIPT = 200  # characters of a noscript element; fewer are a plea to switch scripts on


def join_rows(lines: list[Line]) -> list[Line]:
    """Make one line of each row whose cells hold one short line each."""
    joined: list[Line] = []
    for row, members in groupby(lines, key=lambda line: above(line.block, ROW)):
        cells = list(members)
        if row is None or row.tag == "table" or len(cells) < 2 or not _is_data(cells):
            joined += cells
            continue
        before = joined[-1].block if joined else row
        gap = 0 if before.tag == "tr" and above(before, TABLE) is above(row, TABLE) else cells[0].gap
        linked = sum(cell.linked for cell in cells)
        joined.append(
            Line(_BAR.join([cell.text.strip() for cell in cells]), row, row.names, linked, gap, _side_by_side(cells))
        )
    return joined


def _side_by_side(cells: list[Line]) -> tuple[Mark, ...]:
    """Give the marks of a row's cells, each moved by the letters before it and by the bars."""
    if not any(cell.marks for cell in cells):
        return ()
    moved: list[Mark] = []
    before = 0
    for cell in cells:
        moved += [(start + before, end + before, sign, link) for start, end, sign, link in cell.marks]
        before += sum(map(len, cell.text.split())) + 1
    return tuple(moved)


def _is_data(cells: list[Line]) -> bool:
    own = {id(above(line.block, CELL)) for line in cells}
    return len(own) == len(cells) and all(len(line.text) <= _DATUM for line in cells)


def without_echoes(lines: list[Line]) -> list[Line]:
    """Leave out what a noscript element says again, and what only asks to switch scripts on."""
    said = {line.text for line in lines if not line.block.setting.noscript}
    own = Counter[int]()
    for line in lines:
        if line.text not in said:
            own[line.block.setting.noscript] += len(line.text)
    return [
        line
        for line in lines
        if not (number := line.block.setting.noscript) or (line.text not in said and own[number] >= _NOSCRIPT)
    ]


def mended(lines: list[Line]) -> list[Line]:
    """Mend what decoding or an editor broke, in the lines that need it."""
    texts = [line.text for line in lines]
    joined = "\n".join(texts)
    if not needs_repair(joined):
        return lines
    texts = unicodedata.normalize("NFC", joined).split("\n")  # all at once, as nothing composes with a line end
    broken = list(_broken(texts, 0, len(texts)))
    for i in broken:
        mended = repair(texts[i])
        texts[i] = mended.rstrip() if lines[i].block.setting.pre else " ".join(mended.split())
    if texts == [line.text for line in lines]:
        return lines
    pairs = zip(lines, texts, strict=True)
    return [line if line.text == text else replace(line, text=text, marks=()) for line, text in pairs if text]


def _broken(texts: list[str], start: int, end: int) -> Iterator[int]:
    """Halve a range until the texts are found that need repair."""
    if start == end or not needs_repair("\n".join(texts[start:end])):
        return
    if end - start == 1:
        yield start
        return
    middle = (start + end) // 2
    yield from _broken(texts, start, middle)
    yield from _broken(texts, middle, end)
