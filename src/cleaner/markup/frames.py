"""What Markdown shows of the elements around each line: quotations, items, code, rows and definitions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cleaner.markup.blocks import NONE, Blocks, Lines, Names
from cleaner.markup.tags import CELL, LISTS, TABLE

Shape = Literal["quote", "item", "note", "code", "row", "definition"]

_LANGUAGE = re.compile(r"(?:^|\s)(?:lang(?:uage)?-|highlight-(?:source-)?|brush:\s*|sourceCode\s+)([\w+#-]+)")
_NO_LANGUAGE = frozenset("none plaintext text nohighlight source".split())


@dataclass(frozen=True, slots=True)
class Frame:
    """An element around a line that Markdown shows.

    `number` tells elements apart, and `list` the lists of items; `sign` is an item's number, a note's label, or the
    language of code.
    """

    shape: Shape
    number: int
    list: int = NONE
    sign: str = ""


class Frames:
    """Finds the frames of blocks, each once, from the outermost in."""

    def __init__(self, blocks: Blocks, names: Names, notes: Mapping[str, str]) -> None:
        self._blocks, self._names, self._notes = blocks, names, notes
        self._around: dict[int, tuple[Frame, ...]] = {NONE: ()}
        self._items: dict[int, int] = {}  # the last item of each list

    def of(self, lines: Lines) -> list[tuple[Frame, ...]]:
        """The frames of each line."""
        found: list[tuple[Frame, ...]] = []
        for block, names in zip(lines.blocks, lines.names, strict=True):
            frames = self._of_block(block)
            if self._blocks.setting[block].pre:
                frames = (*frames, Frame("code", self._blocks.setting[block].pre, sign=self._language(block, names)))
            elif self._is_row(block, frames, found[-1] if found else ()):
                frames = (*frames, Frame("row", self._blocks.above(block, TABLE)))
            found.append(frames)
        return found

    def _of_block(self, block: int) -> tuple[Frame, ...]:
        way = []
        while block not in self._around:
            way.append(block)
            block = self._blocks.parent[block]
        for inner in reversed(way):
            self._around[inner] = self._around[block] + self._own(inner)
            if self._blocks.tag[inner] in LISTS and self._blocks.tag[block] in LISTS and block in self._items:
                self._around[inner] = self._around[self._items[block]]  # a list beside items belongs to the last one
            elif self._blocks.tag[inner] == "li":
                self._items[block] = inner
            block = inner
        return self._around[block]

    def _own(self, block: int) -> tuple[Frame, ...]:
        """The frame that an element is."""
        tag, outer = self._blocks.tag[block], self._blocks.parent[block]
        if self._blocks.setting[block].pre:
            return ()  # a line of code, in whatever element
        if self._notes and (note := self._note(block)):
            return (Frame("note", block, sign=note),)
        if tag == "li":
            ordered = self._blocks.tag[outer] == "ol"
            return (Frame("item", block, outer, str(self._blocks.item.get(block, 1)) if ordered else ""),)
        shapes: dict[str, Shape] = {"blockquote": "quote", "dd": "definition"}
        return (Frame(shapes[tag], block),) if tag in shapes else ()

    def _note(self, block: int) -> str:
        """The label of a note that the text refers to, if this is the note."""
        names, outer = self._blocks.names[block], self._blocks.parent[block]
        if outer != NONE and names == self._blocks.names[outer]:
            return ""
        return next((self._notes[name] for name in self._names.raw[names].split() if name in self._notes), "")

    def _language(self, block: int, names: int) -> str:
        """The language that the classes of code name."""
        outermost = self._names.above[self._blocks.names[block]]
        while names not in (NONE, outermost):
            if (found := _LANGUAGE.search(self._names.raw[names])) and found[1] not in _NO_LANGUAGE:
                return found[1]
            names = self._names.above[names]
        return ""

    def _is_row(self, block: int, frames: tuple[Frame, ...], before: tuple[Frame, ...]) -> bool:
        """Whether a line is a row, or alone in a row below another of the same table."""
        if self._blocks.tag[block] == "tr":
            return True
        if self._blocks.tag[block] not in CELL or before[:-1] != frames or not before:
            return False
        return before[-1] == Frame("row", self._blocks.above(block, TABLE))
