"""What the walk finds: blocks, names and lines, each by its number.

A page may have a million of them, so they are columns, one list a property, rather than objects: that takes a third of
the memory and half the time, and the document that comes of them is columns too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cleaner.markup.tags import HEADINGS, LISTINGS, LISTS, PREFORMATTED

Mark = tuple[int, int, str, str]
"""A mark on a line: its first letter and the one after its last, counted without blanks, its sign, and its link."""

NONE = -1
"""The number of no block, of no names."""


@dataclass(slots=True, eq=False)
class Setting:
    """What most blocks have from the block around them; `list`, `noscript`, `pre` number the outermost such element.

    `loose` says of a `pre` that it is one for what it shows, and its markup may be laid out in any way.
    """

    heading: int = 0
    listed: bool = False
    pre: int = 0
    hidden: bool = False
    list: int = 0
    noscript: int = 0
    loose: bool = False


class Settings:
    """Makes the settings inside elements; equal settings are one object."""

    def __init__(self) -> None:
        self._known: dict[tuple[Setting, str, bool], Setting] = {}
        self._serial = 0

    def inside(self, setting: Setting, tag: str, hidden: bool) -> Setting:
        """Give the setting inside an element, by the one around it."""
        known = self._known.get((setting, tag, hidden))
        if known is not None:
            return known
        self._serial += 1
        shaped = Setting(
            heading=HEADINGS.get(tag, setting.heading),
            listed=setting.listed or tag == "li",
            hidden=setting.hidden or hidden,
            list=setting.list or (self._serial if tag in LISTS else 0),
            noscript=setting.noscript or (self._serial if tag == "noscript" else 0),
            pre=setting.pre or (self._serial if tag in PREFORMATTED or tag in LISTINGS else 0),
            loose=setting.loose or (tag in LISTINGS and not setting.pre),
        )
        if self._serial not in (shaped.list, shaped.noscript, shaped.pre):  # no other element has its number
            self._known[setting, tag, hidden] = shaped
        return shaped


@dataclass(slots=True, eq=False)
class Names:
    """Class, id and role of elements: nodes of a tree that equal elements share. Number 0 has no names.

    `raw` are the names as they stand, `above` is the number of the names around, `depth` how many there are. `inside`
    finds the number again.
    """

    raw: list[str] = field(default_factory=lambda: [""])
    above: list[int] = field(default_factory=lambda: [NONE])
    depth: list[int] = field(default_factory=lambda: [0])
    inside: dict[tuple[int, str], int] = field(default_factory=dict)

    def add(self, around: int, raw: str, deepest: int) -> int:
        """Give names inside others a number; those that stand deeper than `deepest` have the number of the others."""
        number = around
        if self.depth[around] < deepest:
            number = len(self.raw)
            self.raw.append(raw)
            self.above.append(around)
            self.depth.append(self.depth[around] + 1)
        self.inside[around, raw] = number
        return number

    def shared(self, one: int, other: int) -> int:
        """Find the names around both of two places."""
        while one != other:
            if self.depth[one] >= self.depth[other]:
                one = self.above[one]
            else:
                other = self.above[other]
        return one


@dataclass(slots=True, eq=False)
class Blocks:
    """The block elements of a page in their order, as far as their lines need them. Number 0 is the html element.

    `members` counts, for blocks with a line anywhere inside, the blocks directly inside that have one. `item` is the
    number of an item of an ordered list; `spans` has the columns and rows of a cell that takes several.
    """

    tag: list[str] = field(default_factory=list)
    parent: list[int] = field(default_factory=list)
    setting: list[Setting] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    members: dict[int, int] = field(default_factory=dict)
    item: dict[int, int] = field(default_factory=dict)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)

    def add(self, tag: str, parent: int, setting: Setting, names: int) -> int:
        """Add a block; its number."""
        number = len(self.tag)
        self.tag.append(tag)
        self.parent.append(parent)
        self.setting.append(setting)
        self.names.append(names)
        return number

    def count_line(self, block: int) -> None:
        """Count the first line of a block in the blocks around it."""
        members = self.members
        members[block] = 0
        while (block := self.parent[block]) != NONE:
            if block in members:
                members[block] += 1
                return
            members[block] = 1

    def above(self, block: int, tags: frozenset[str]) -> int:
        """Find the nearest element of some tags: the block itself, or one around it; or `NONE`."""
        while block != NONE and self.tag[block] not in tags:
            block = self.parent[block]
        return block


@dataclass(slots=True, eq=False)
class Lines:
    """The lines of a page in their order.

    `linked` is the number of a line's characters inside links. `marks` are found only where somebody asks for them.
    """

    texts: list[str] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    linked: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    marks: list[tuple[Mark, ...]] = field(default_factory=list)

    def add(self, text: str, block: int, names: int, linked: int, gap: int, marks: tuple[Mark, ...] = ()) -> None:
        """Add a line."""
        self.texts.append(text)
        self.blocks.append(block)
        self.names.append(names)
        self.linked.append(linked)
        self.gaps.append(gap)
        self.marks.append(marks)

    def only(self, numbers: Iterable[int]) -> Lines:
        """Leave out all other lines."""
        wanted = list(numbers)
        columns = (self.texts, self.blocks, self.names, self.linked, self.gaps, self.marks)
        return Lines(*([column[i] for i in wanted] for column in columns))  # type: ignore[arg-type]
