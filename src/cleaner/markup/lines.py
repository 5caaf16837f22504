"""What becomes of the walk's lines before they are a document's: rows are joined, echoes go, broken text is mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import compress, groupby, pairwise

from cleaner.decode.repair import needs_repair, repairs
from cleaner.markup.blocks import NONE, Blocks, Lines, Mark
from cleaner.markup.grid import Grid
from cleaner.markup.tags import CELL, ROW, TABLE
from cleaner.plain.linked import is_linked, is_prose, without_targets

_BAR = " | "
_DATUM = 200  # characters; a longer cell is a column of the page rather than a datum
_INITIAL = re.compile(r"[\"'„“«‘¿¡(]?[^\W\d_]")
_WORDS = re.compile(r"(?<!['’])[^\W\d_]+")
_RUNNING = 40  # characters
_OFTEN = 200  # words of which a letter is one at least where it is a word by itself, such as `a` or `в`
_NOSCRIPT = 200  # characters of a noscript element; fewer are a plea to switch scripts on


def join_rows(lines: Lines, blocks: Blocks, *, bar: str = "|") -> Lines:
    """Make one line of each row whose cells hold one short line each; `bar` is written for a bar inside a cell."""
    joined, grid = Lines(), Grid(blocks, lines.blocks)
    for row, members in groupby(range(len(lines.texts)), key=lambda i: blocks.above(lines.blocks[i], ROW)):
        cells = list(members)
        if row == NONE or blocks.tag[row] == "table" or not _is_data(cells, lines, blocks, grid):
            for i in cells:
                joined.add(
                    lines.texts[i], lines.blocks[i], lines.names[i], lines.linked[i], lines.gaps[i], lines.marks[i]
                )
            continue
        before = joined.blocks[-1] if joined.blocks else row
        follows = blocks.tag[before] == "tr" and blocks.above(before, TABLE) == blocks.above(row, TABLE)
        parts = _cells(cells, lines, blocks, grid.row(row))
        joined.add(
            _row([" ".join([lines.texts[i].strip().replace("|", bar) for i in part]) for part in parts]),
            row,
            blocks.names[row],
            sum(lines.linked[i] for i in cells),
            0 if follows else lines.gaps[cells[0]],
            _side_by_side(parts, lines),
        )
    return joined


def _row(texts: Sequence[str]) -> str:
    """Write a row; an empty cell keeps its place.

    >>> _row(["", "Boats", "", "Crews"]), _row(["Boats", "4", ""])
    ('| Boats | | Crews', 'Boats | 4 |')
    """
    return " ".join(_BAR.join(texts).split()) if "" in texts else _BAR.join(texts)


def _cells(lines_of_row: list[int], lines: Lines, blocks: Blocks, cells: Sequence[int]) -> list[list[int]]:
    """The lines of each cell of a row."""
    own: dict[int, list[int]] = {}
    for i in lines_of_row:
        own.setdefault(blocks.above(lines.blocks[i], CELL), []).append(i)
    return [own.pop(cell, []) for cell in cells] + list(own.values())


def _side_by_side(parts: Sequence[Sequence[int]], lines: Lines) -> tuple[Mark, ...]:
    """Give the marks of a row's cells, each moved by the letters before it and by the bars."""
    moved: list[Mark] = []
    before = 0
    if not any(lines.marks[i] for part in parts for i in part):
        return ()
    for part in parts:
        for i in part:
            moved += [(start + before, end + before, sign, link) for start, end, sign, link in lines.marks[i]]
            before += sum(map(len, lines.texts[i].split()))
        before += 1
    return tuple(moved)


def _is_data(cells: list[int], lines: Lines, blocks: Blocks, grid: Grid) -> bool:
    """Whether the lines of a row are its data, a short one a cell.

    Lines that `br` parts in a cell are one in a table with heads. A row with a cell of the row above may have one line.
    """
    own = Counter([blocks.above(lines.blocks[i], CELL) for i in cells])
    row = blocks.above(lines.blocks[cells[0]], ROW)
    if len(own) < 2 and not (grid.is_held(row) and len(cells) == 1):
        return False
    broken = len(own) < len(cells)
    if broken and not (grid.has_heads(row) and all(blocks.tag[lines.blocks[i]] in CELL for i in cells)):
        return False
    return all(len(lines.texts[i]) <= _DATUM for i in cells)


def with_initials(lines: Lines, blocks: Blocks) -> Lines:
    """Put a drop cap that stands in a block of its own before its word: `T`, and below `he ferry runs`.

    Where the letter is a word by itself as well (`A ferry`), the page's other words say which of the two it is. Why not
    more: in a register or a quiz letters head lines, in their order, or lines that begin with them.
    """
    caps = [i for i, text in enumerate(lines.texts[:-1]) if len(text) < 3 and _is_initial(i, lines, blocks)]
    letters = [ord(lines.texts[i][-1]) for i in caps]
    if not caps or any(abs(one - other) == 1 for one, other in pairwise(letters)):
        return lines
    words = Counter(_WORDS.findall("\n".join(lines.texts).lower()))
    whole = lines.only(range(len(lines.texts)))
    for i in caps:
        cap, after = lines.texts[i], lines.texts[i + 1]
        letter, rest = cap[-1].lower(), _WORDS.findall(after)[0].lower()
        apart = (words[letter] - 1) * _OFTEN >= words.total() and words[rest] > words[letter + rest]
        whole.texts[i + 1] = f"{cap} {after}" if apart else cap + after
        whole.gaps[i + 1] = lines.gaps[i]
        moved = [(start + len(cap), end + len(cap), sign, link) for start, end, sign, link in lines.marks[i + 1]]
        whole.marks[i + 1] = tuple(moved)
    return whole.only(i for i in range(len(lines.texts)) if i not in set(caps))


def _is_initial(i: int, lines: Lines, blocks: Blocks) -> bool:
    """Whether a line is one capital, which the running text of the next line goes on."""
    text, after = lines.texts[i], lines.texts[i + 1]
    settings = blocks.setting[lines.blocks[i]], blocks.setting[lines.blocks[i + 1]]
    if any(setting.pre or setting.heading or setting.listed or setting.hidden for setting in settings):
        return False
    if _INITIAL.fullmatch(text) is None or len(after) < _RUNNING or not after[0].isalpha():
        return False
    return text[-1].isupper() and after[0].islower() and text[-1].lower() != after[0]


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


def without_links(texts: Sequence[str], pre: Sequence[int], code: Callable[[], Collection[str]]) -> tuple[str, ...]:
    """Read links that a page shows as Markdown writes them as what is seen of them.

    `pre` has the number of the `pre` around each line, 0 for none, and `code` gives what the page marks as code.
    Why not more: in code, and in a `pre` that holds no running text, the page means what it shows.
    """
    linked = [i for i, text in enumerate(texts) if is_linked(text) and without_targets(text) != " ".join(text.split())]
    if not linked:
        return tuple(texts)
    of_pre = {number: list(compress(texts, map(number.__eq__, pre))) for number in {pre[i] for i in linked} - {0}}
    listings = {number for number, inside in of_pre.items() if not is_prose(list(map(without_targets, inside)))}
    shown = [text for text in code() if is_linked(text)]
    seen = list(texts)
    for i in linked:
        if pre[i] not in listings and not any(part in texts[i] for part in shown):
            seen[i] = texts[i][: -len(texts[i].lstrip())] + without_targets(texts[i])
    return tuple(seen)
