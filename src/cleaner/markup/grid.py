"""The cells of each row of a page's tables, with those that go on from the row above or that hold nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.markup.blocks import NONE, Blocks
from cleaner.markup.tags import CELL, TABLE

_WIDEST = 64  # columns that cells of several are followed into; a page may claim a million


class Grid:
    """Where the cells of rows stand. Columns that are empty in every row only keep the others apart, and are left out.

    `NONE` stands for a place that a cell of several columns or rows takes.
    """

    def __init__(self, blocks: Blocks, filled: Iterable[int]) -> None:
        self._blocks = blocks
        self._rows: dict[int, list[int]] = {}
        self._held: set[int] = set()
        self._heads: set[int] = set()
        own: dict[int, list[int]] = {}  # of each row the cells
        for block, tag in enumerate(blocks.tag):
            if tag in CELL:
                own.setdefault(blocks.parent[block], []).append(block)
                if tag == "th":
                    self._heads.add(blocks.above(block, TABLE))
        tables: dict[int, list[int]] = {}
        for row in own:
            tables.setdefault(blocks.above(row, TABLE), []).append(row)
        self._filled: set[int] = set()  # every block with a line anywhere inside
        for block in filled:
            while block != NONE and block not in self._filled:
                self._filled.add(block)
                block = blocks.parent[block]
        for rows in tables.values():
            self._place(rows, own)

    def row(self, row: int) -> Sequence[int]:
        """The cells of a row."""
        return self._rows.get(row, ())

    def is_held(self, row: int) -> bool:
        """Whether a cell of a row above takes a place in this one."""
        return row in self._held

    def has_heads(self, row: int) -> bool:
        """Whether a row's table has cells that head others."""
        return self._blocks.above(row, TABLE) in self._heads

    def _place(self, rows: Sequence[int], own: dict[int, list[int]]) -> None:
        """Put the cells of a table's rows into columns."""
        spans = self._blocks.spans
        left: list[int] = []  # by column: in how many rows to come a cell of above takes it
        for row in rows:
            placed: list[int] = []
            cells = iter(own[row])
            cell = next(cells, NONE)
            while cell != NONE or any(left[len(placed) :]):
                at = len(placed)
                if at < len(left) and left[at]:
                    left[at] -= 1
                    self._held.add(row)
                    placed.append(NONE)
                    continue
                columns, more = spans.get(cell, (1, 1)) if at < _WIDEST else (1, 1)
                columns = max(1, min(columns, _WIDEST - at))
                left += [0] * (at + columns - len(left)) if more > 1 else []
                for column in range(at, at + columns) if more > 1 else ():
                    left[column] = more - 1
                placed += [cell, *[NONE] * (columns - 1)]
                cell = next(cells, NONE)
            self._rows[row] = placed
        self._without_blanks(rows)

    def _without_blanks(self, rows: Sequence[int]) -> None:
        """Leave out the columns that have no cell with a line."""
        filled = self._filled
        used = {at for row in rows for at, cell in enumerate(self._rows[row]) if cell in filled}
        for row in rows:
            kept = [cell for at, cell in enumerate(self._rows[row]) if at in used]
            while kept and kept[-1] not in filled:
                kept.pop()
            self._rows[row] = kept
