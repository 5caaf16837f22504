"""What the body of a page of HTML needs between its lines to be Markdown: CommonMark 0.31, GitHub's tables and notes.

Lines come with their inline marks, and with the frames that they stand in (see `markup.frames`): quotations, items of
lists, code, rows of tables, definitions, notes. What opens a frame is written before its first line, and what closes
it after its last; the frames that two lines share begin each of them.

- The page's `h1` is its title, so headings have two hashes or more.
- Code stands between fences that it cannot end, with its language where its classes name it.
- A table's first row heads it, since Markdown knows no table without; text between rows makes two tables of one.
- Lines that the page breaks (verses, addresses) end in a backslash, which no program strips as it strips blanks.
- Definitions and notes are written as most programs read them that go beyond CommonMark (`:   wall`, `[^1]: wall`).

Why not more: what Markdown has no sign for (captions, cells of several columns) is text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from cleaner.assemble.between import LINE
from cleaner.markup.frames import Frame
from cleaner.model import Document

_TICKS = re.compile("`+")
_BAR = re.compile(r"(?<!\\)\|")
_BULLET = re.compile(r"[•·‣⁃▪▫■□◦●○►▶➤]\s+")
_OPENER = re.compile(  # of a block that a text would begin, but for the backslash after the first group
    r"(\d{1,9})(?=[.)](?:\s|$)) | ()(?=\#{1,6}(?:\s|$) | [-+*](?:\s|$) | > | ~~~ | ``` | :\s | (?:[-*_=][ ]?){3,}$)",
    re.VERBOSE,
)
_DEFINED = frozenset({"dt", "dd"})


class Writer:
    """Writes the kept lines of a page, one after another.

    Afterwards `before` and `after` have what stands around each of the `texts`.
    """

    def __init__(
        self, document: Document, kept: Sequence[int], texts: Sequence[str], frames: Sequence[tuple[Frame, ...]]
    ) -> None:
        self.texts = list(texts)
        self.before, self.after = [""] * len(kept), [""] * len(kept)
        self._document, self._kept, self._frames = document, kept, frames
        self._open: tuple[Frame, ...] = ()
        self._begins: dict[Frame, str] = {}  # what lines in a frame begin with, after its first
        self._signs: dict[int, str] = {}  # of lists
        self._widths, self._fences = _measured(texts, frames)

    def run(self, levels: Sequence[int], glues: Sequence[str]) -> None:
        """Write all lines. `levels` are those of headings, 0 for other lines; `glues` separate the lines in a text."""
        for at, frames in enumerate(self._frames):
            shared = len(list(takewhile(_are_equal, zip(frames, self._open, strict=False))))
            if at:
                self._separate(at, shared, tight=glues[at] == LINE, headed=levels[at - 1] > 0)
            begun = self._prefix(frames[:shared])
            for depth in range(shared, len(frames)):
                begun = self._begin(frames[: depth + 1], begun)
            self.before[at] += begun
            self._write(at, levels[at], begins=shared < len(frames))
            self._open = frames
        if self._frames:
            self._close(len(self._frames) - 1, 0)

    @property
    def after_last(self) -> list[str]:
        """What stands after the line before each."""
        return ["", *self.after][: len(self.after)]

    def _prefix(self, frames: Sequence[Frame]) -> str:
        return "".join([self._begins[frame] for frame in frames])

    def _separate(self, at: int, shared: int, *, tight: bool, headed: bool) -> None:
        """End the line before one, with which it shares so many frames, and leave a blank line where one is due."""
        frames, begun = self._frames[at], self._prefix(self._frames[at][:shared])
        line, before = self._kept[at], self._kept[at - 1]
        tags = self._document.dom.tag if self._document.dom else ()
        same = frames == self._open
        blanks = 1
        if same and frames and frames[-1].shape in ("code", "row"):
            code = frames[-1].shape == "code" and line == before + 1
            blanks = self._document.gaps[line] if code else 0
        elif same:
            if tight and not headed:
                self.after[at - 1] += "\\"
            blanks = int(not tight)
        elif shared < len(frames):
            defined = frames[shared].shape == "definition" and tags[before] in _DEFINED
            listed = tight and self._goes_on(frames[shared], self._open[shared : shared + 1])
            blanks = int(not (defined or listed))
        self._close(at - 1, shared)
        self.before[at] = LINE + (begun.rstrip() + LINE) * blanks

    def _goes_on(self, frame: Frame, before: Sequence[Frame]) -> bool:
        """Whether an item may follow a line that it touches: in its list, or where no number tells it from a text."""
        return frame.shape == "item" and (frame.sign in ("", "1") or any(one.list == frame.list for one in before))

    def _close(self, at: int, shared: int) -> None:
        """Write what closes the frames of a line that the next one does not share."""
        if self._open[shared:] and self._open[-1].shape == "code":
            self.after[at] += LINE + self._prefix(self._open[:-1]) + self._fences[self._open[-1]]

    def _begin(self, frames: tuple[Frame, ...], begun: str) -> str:
        """Give what a line begins with that begins the last of some frames, where it is `begun` by the others."""
        frame, sign, inside = frames[-1], "", ""
        if frame.shape == "quote":
            sign = inside = "> "
        elif frame.shape == "item":
            sign = self._sign(frame, self._open[len(frames) - 1 : len(frames)])
            inside = " " * len(sign)
        elif frame.shape == "definition":
            sign, inside = ":   ", "    "
        elif frame.shape == "note":
            sign, inside = f"[^{frame.sign}]: ", "    "
        elif frame.shape == "code":
            sign = self._fences[frame] + frame.sign + LINE + self._prefix(frames[:-1])
        self._begins[frame] = inside
        return begun + sign

    def _sign(self, frame: Frame, before: Sequence[Frame]) -> str:
        """The marker of an item; of two lists that touch the second has another one, or they would be one list."""
        usual, other = (".", ")") if frame.sign else ("-", "*")
        if frame.list not in self._signs:
            last = [self._signs.get(one.list) for one in before if one.shape == "item"]
            self._signs[frame.list] = other if last == [usual] else usual
        return f"{frame.sign}{self._signs[frame.list]} "

    def _write(self, at: int, level: int, *, begins: bool) -> None:
        """Write a line as what it is: a row, a heading, code or text, where it `begins` a frame or goes on in it."""
        frames, text = self._frames[at], self.texts[at]
        frame = frames[-1] if frames else None
        if frame and frame.shape == "row":
            self.before[at] += "| "
            self.after[at] = " |"
            if begins:
                self.after[at] += " |" * (self._widths[frame] - _columns(text)) + LINE
                self.after[at] += self._prefix(frames) + "|" + " --- |" * self._widths[frame]
        elif level:
            self.before[at] += "#" * max(level, 2) + " "
        elif not frame or frame.shape != "code":
            if begins and frame and frame.sign:
                text = re.sub(rf"[\[(^↑\s]*{re.escape(frame.sign)}[\])]*[.):]*\s+(?=\S)", "", text, count=1)
            elif begins and frame and frame.shape == "item":
                text = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
            self.texts[at] = _OPENER.sub(r"\1\\", text, count=1) if _OPENER.match(text) else text


def _are_equal(two: tuple[Frame, Frame]) -> bool:
    return two[0] == two[1]


def _columns(text: str) -> int:
    return len(_BAR.findall(text)) + 1


def _measured(
    texts: Sequence[str], frames: Sequence[tuple[Frame, ...]]
) -> tuple[Mapping[Frame, int], Mapping[Frame, str]]:
    """The columns of each table, and the fence of each piece of code."""
    widths: dict[Frame, int] = {}
    fences: dict[Frame, str] = {}
    for text, around in zip(texts, frames, strict=True):
        if around and around[-1].shape == "row":
            widths[around[-1]] = max(_columns(text), widths.get(around[-1], 2))
        elif around and around[-1].shape == "code":
            longest = max(map(len, _TICKS.findall(text)), default=0)
            fences[around[-1]] = "`" * max(3, longest + 1, len(fences.get(around[-1], "")))
    return widths, fences
