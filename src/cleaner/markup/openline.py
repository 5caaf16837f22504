"""The line that is open while a page is walked: its pieces, and what becomes of them at its end."""

from __future__ import annotations

import re
from string import whitespace
from typing import Any

from cleaner.markup import formula
from cleaner.markup.blocks import NONE, Blocks, Lines, Mark
from cleaner.markup.head import Attributes
from cleaner.markup.marks import BROKEN, SEAM, OpenMarks
from cleaner.markup.tags import TIGHT
from cleaner.once import compiled

_BLANKS = BROKEN + whitespace + "\xa0"
_CLOSING, _STROKES = (*",.;:!?)",), ("/", "⁄")
_BREAK = compiled(rf"\n?{BROKEN}\n?")
_SEAMS = compiled(f"(.?){SEAM}+(?=(.?))", re.DOTALL)


class OpenLine:
    """The line that is open.

    `parts` are its pieces of text, `around` the names around all of them, `linked` those inside links, `asides` hidden
    words met within the line, with their blocks, and `gap` the blank lines before it.
    """

    def __init__(self, lines: Lines, blocks: Blocks, marks: OpenMarks | None) -> None:
        self.parts: list[str] = []
        self.around = NONE
        self.linked: list[str] = []
        self.asides: list[tuple[str, int]] = []
        self.gap = 0
        self._tight = False  # whether the last line began an item
        self._blank = 0  # lines of code since the last one that hold nothing
        self._emptied = NONE  # the last block when one of these was an element without a block
        self._lines, self._blocks, self._marks = lines, blocks, marks

    def end(self, block: int) -> None:
        """Make a line of the open parts, if there is anything in them."""
        parts, linked = self.parts, 0
        raw = parts[0] if len(parts) == 1 else "".join(parts)
        if SEAM in raw:
            raw = _SEAMS.sub(_sewn, raw)
        names = self._blocks.names[block] if self.around == NONE else self.around
        marks = self._marks.of(parts) if self._marks is not None else ()
        if self._blocks.setting[block].pre:
            self._add_preformatted(raw, block, names)
        elif text := _folded(raw):
            if self.linked:
                linked = len(text) if len(parts) == 1 else self._letters_linked()
            self._add(text, block, names, linked, marks)
        parts.clear()
        self.around = NONE
        if self.linked:
            self.linked.clear()
        if self.asides:
            for text, aside in self.asides:
                if text not in raw:  # what is seen as well
                    self._add(text, aside, self._blocks.names[aside], 0)
            self.asides.clear()

    def leave_code(self, block: int) -> None:
        """Leave a block inside a `pre`; one that holds nothing is a line without text."""
        blocks = self._blocks
        is_last = block == len(blocks.tag) - 1 != self._emptied
        if is_last and block not in blocks.members and blocks.setting[blocks.parent[block]].pre:
            self._blank += 1

    def pass_empty(self) -> None:
        """Pass an element inside a `pre` that has nothing in it, and is a line without text."""
        self._blank += 1
        self._emptied = len(self._blocks.tag) - 1

    def add_formula(self, text: str, *, apart: bool = False) -> None:
        """Add a formula; one that is displayed stands apart in its sentence."""
        if text:
            self.parts += (" ",) if apart else ()
            if self._marks is not None:
                self._marks.raw(len(self.parts))
            self.parts += (text, " ") if apart else (text,)

    def add_picture(self, node: Any, attributes: Attributes) -> None:
        """Add what a picture stands for, or what parts the words around it."""
        parts = self.parts
        if attributes.get("alt") and (said := formula.of_picture(node, attributes, inside=bool(parts))):
            parts.append(said)
        elif parts:
            parts += (SEAM,) if parts[-1][-1:].isspace() else (" ", SEAM)

    def part_from_power(self, node: Any) -> None:
        """Keep a figure apart from a raised one: a power, a note without a link, or a part of a fraction."""
        parts, raised, following = self.parts, node.first_child, node.next
        if raised is None or raised.tag != "-text" or raised.next is not None or not parts[-1][-1:].isdigit():
            return
        if raised.text().strip()[:1].isdigit():
            fraction = following is not None and following.tag == "-text" and following.text().lstrip()[:1] in _STROKES
            parts.append(" " if fraction else "^")

    def _letters_linked(self) -> int:
        """Count the characters of the open line that are inside links."""
        return sum([len(" ".join(text.split())) for text in self.linked])

    def _add_preformatted(self, raw: str, block: int, names: int) -> None:
        """Add lines of code; blocks in one `pre` are lines of one program."""
        linked = min(1.0, self._letters_linked() / (len(raw) or 1))
        blocks, setting = self._lines.blocks, self._blocks.setting[block]
        goes_on = bool(blocks) and self._blocks.setting[blocks[-1]].pre == setting.pre
        if not raw.strip(_BLANKS):
            self._blank += raw.count(BROKEN) if block in self._blocks.members else 0
            return
        if goes_on:
            self.gap = self._blank or -1
        self._blank = 0
        if setting.loose:
            raw = _BREAK.sub("\n", raw).replace("\xa0", " ")
        for number, line in enumerate(raw.replace(BROKEN, "\n").split("\n")):
            if number:
                self.gap += 1
            if text := line.rstrip():
                self._add(text, block, names, round(linked * len(text)))

    def _add(self, text: str, block: int, names: int, linked: int, marks: tuple[Mark, ...] = ()) -> None:
        blocks, lines = self._blocks, self._lines
        gap = self.gap
        number = 0 if blocks.setting[block].pre else blocks.setting[block].list
        tight = number > 0 and (blocks.tag[block] in TIGHT or self._begins_item(block))
        if gap < 0 or not lines.texts:
            gap = 0
        elif gap and tight and self._tight:
            gap = int(blocks.setting[lines.blocks[-1]].list != number)
        self._tight = tight
        lines.add(text, block, names, linked, gap, marks)
        self.gap = -1  # the line end itself: one break more is no blank line yet
        if block not in blocks.members:
            blocks.count_line(block)

    def _begins_item(self, block: int) -> bool:
        """Whether a paragraph is the first thing in an item of a list."""
        blocks, item = self._blocks, self._blocks.parent[block]
        return blocks.tag[block] == "p" and blocks.tag[item] == "li" and item not in blocks.members


def _folded(text: str) -> str:
    """Fold white space; no other than the blank is printable."""
    text = text.strip()
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def _sewn(seam: re.Match[str]) -> str:
    r"""Give what stands before a seam, and a blank if two words touch there.

    >>> _SEAMS.sub(_sewn, "Monday\0Jane Mac\0donald T\0HE p.m.\0By")
    'Monday Jane Macdonald THE p.m. By'
    >>> _SEAMS.sub(_sewn, "The ferry \0, a \0boat")
    'The ferry, a boat'
    """
    before, after = seam[1], seam[2]
    if before == " " and after in _CLOSING:  # the blank stands for a picture
        return ""
    apart = after.isupper() and (before.islower() or before.isdigit() or before in ".!?…:;,)")
    return f"{before} " if apart or (before.isalpha() and before.islower() and after.isdigit()) else before
