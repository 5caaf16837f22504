"""What the walk finds: lines, and what they need to know of the elements around them."""

from __future__ import annotations

from dataclasses import dataclass

Mark = tuple[int, int, str, str]
"""A mark on a line: its first letter and the one after its last, counted without blanks, its sign, and its link."""


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What most blocks have from the block around them; `list`, `noscript`, `pre` number the outermost such element."""

    heading: int = 0
    listed: bool = False
    pre: int = 0
    hidden: bool = False
    list: int = 0
    noscript: int = 0


class Names:
    """Class, id and role of an element and of those around it: a node of a tree that equal elements share.

    `words` are found after the walk, for elements that have lines.
    """

    __slots__ = ("above", "depth", "raw", "words")

    def __init__(self, raw: str = "", above: Names | None = None) -> None:
        self.raw = raw
        self.above = above
        self.depth: int = 0 if above is None else above.depth + 1
        self.words: frozenset[str] | None = None

    def shared_with(self, other: Names) -> Names:
        """Find the names around both of two places."""
        one = self
        while one is not other:
            if one.depth >= other.depth and one.above is not None:
                one = one.above
            elif other.above is not None:
                other = other.above
        return one


class Block:
    """A block element, as far as its lines need it.

    `members` counts the blocks directly inside that have a line in them, or is -1 if no line is in the block at all.
    `item` is the number of an item of an ordered list. `path` and `group` are found after the walk, for blocks that
    have lines.
    """

    __slots__ = ("group", "item", "members", "names", "parent", "path", "setting", "tag")

    def __init__(self, tag: str, parent: Block | None, setting: Setting, names: Names) -> None:
        self.tag = tag
        self.parent = parent
        self.setting = setting
        self.names = names
        self.members = -1
        self.item = 0
        self.group = -1
        self.path = ""


@dataclass(slots=True, eq=False)
class Line:
    """A line as the walk finds it; `linked` is the number of its characters inside links.

    `marks` are found only where somebody asks for them.
    """

    text: str
    block: Block
    names: Names
    linked: int
    gap: int
    marks: tuple[Mark, ...] = ()


def above(block: Block | None, tags: frozenset[str]) -> Block | None:
    """Find the nearest element of some tags: the block itself, or one around it."""
    while block is not None and block.tag not in tags:
        block = block.parent
    return block
