"""One walk over a page's tree: the lines of text in their order, and what the elements around them are."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

from cleaner.head import Attributes, Evidence
from cleaner.markup.blocks import Block, Line, Mark, Names, Setting
from cleaner.markup.tags import (
    ACTIONS,
    BLOCK,
    CUSTOM,
    HEADINGS,
    HREF,
    IGNORED,
    INLINE,
    LINK,
    LISTS,
    MARKS,
    NOTED,
    NUMBERED,
    PARAGRAPHS,
    PICTURE,
    PREFORMATTED,
    READING,
    SHAPING,
    TEXT,
    TIGHT,
)  # fmt: skip

_NAMES = frozenset("aria-label class data-component data-testid id itemprop role".split())
_NAMES_BUT_CLASS = _NAMES - {"class"}
_TELLING = frozenset("aria-hidden datetime hidden itemprop rel style".split())
_STREAMED = re.compile(r"S:[0-9a-f]+")  # id of a part that React sends late, hidden, and puts in its place
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_SEAM = "\0"  # between two elements that touch; the parser leaves no such character in a text
_SEAMS = re.compile(f"(.?){_SEAM}+(?=(.?))", re.DOTALL)
_DEEP_NAMES = 64  # elements with names around one another; what stands deeper has the names of its ancestor


class Walk:
    """One walk over a page's tree.

    `parts` are the pieces of text of the line that is open, `names` those around all of them, `linked` their characters
    inside links, `asides` hidden words met within the line, `gap` the blank lines before it. `marking` asks for the
    lines' marks; who wants the text alone does not pay for them.
    """

    def __init__(self, *, marking: bool = False) -> None:
        self.evidence = Evidence()
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._names: Names | None = None
        self._linked = 0
        self._asides: list[tuple[str, Block]] = []
        self._gap = 0
        self._actions: dict[int, tuple[int, str]] = {}  # by tag number
        self._kinds: dict[tuple[str, ...], tuple[tuple[str, ...], bool]] = {}  # by the names of an element's attributes
        self._inner: dict[tuple[Names, str], Names] = {}
        self._settings: dict[tuple[Setting, str, bool], Setting] = {}
        self._items: dict[Block, int] = {}  # the last item of each ordered list
        self._serial = 0
        self._marks = _Marks() if marking else None

    def run(self, root: Any) -> None:
        """Walk from the html element. The stack holds what surrounds the node: where it goes on after the node."""
        self.evidence.note("html", root.attributes)
        names, link = Names(), False
        block = Block("html", None, Setting(), names)
        actions, parts, marks = self._actions, self._parts, self._marks
        stack: list[tuple[Any, Block, Names, bool]] = []
        node = root.first_child
        while node is not None:
            action, tag = actions.get(node.tag_id) or self._learn(node)
            if action == TEXT:
                text = node.text_content
                if not text.isspace():
                    parts.append(text)
                    if self._names is not names:
                        self._names = names if self._names is None else names.shared_with(self._names)
                    if link:
                        self._linked += len(" ".join(text.split()))
                elif parts or block.setting.pre:
                    parts.append(text)
            elif action > READING:
                self._meet(action, tag, node, block)
            elif action:
                inside = self._enter(action, tag, node, block, names, link)
                if inside is not None:
                    stack.append((node, block, names, link))
                    if marks is not None and tag in MARKS:
                        marks.begin(tag, node.attributes, len(parts))
                    node, block, names, link = inside
                    continue
            following = node.next
            while following is None and stack:
                node, outer, names, link = stack.pop()
                if marks is not None and actions[node.tag_id][1] in MARKS:
                    marks.end(len(parts))
                if outer is not block:
                    if parts:
                        self._end_line(block)
                    self._gap = 1
                    block = outer
                following = node.next
            node = following
        self._end_line(block)

    def letters(self) -> int:
        """Count the characters of all lines."""
        return sum(len(line.text) for line in self.lines)

    def met(self, tag: str) -> bool:
        """Whether the page has such an element."""
        return any(name == tag for _, name in self._actions.values())

    def _learn(self, node: Any) -> tuple[int, str]:
        """Find out what to do with nodes of a tag that the page has not had before."""
        tag = node.tag or "-comment"
        action = ACTIONS.get(tag)
        if action is None:
            action = INLINE if ":" in tag else CUSTOM
        self._actions[node.tag_id] = action, tag
        return action, tag

    def _learn_kinds(self, kinds: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        """Find out which of an element's attributes name it, beyond its class, and whether any says more."""
        named = () if _NAMES_BUT_CLASS.isdisjoint(kinds) else tuple([name for name in kinds if name in _NAMES])
        known = self._kinds[kinds] = named, not _TELLING.isdisjoint(kinds)
        return known

    def _enter(
        self, action: int, tag: str, node: Any, block: Block, names: Names, link: bool
    ) -> tuple[Any, Block, Names, bool] | None:
        """Begin an element: its first child and what surrounds that, or None where there is nothing to read."""
        attributes = node.attributes
        if action > BLOCK:
            action = self._resolve(action, node, block)
        if self._parts and action < BLOCK:
            self._touch(tag, node, block)
        hidden = False
        if attributes:
            raw = attributes.get("class")
            if raw is None or len(attributes) > 1:
                kinds = tuple(attributes)
                named, telling = self._kinds.get(kinds) or self._learn_kinds(kinds)
                if named:
                    raw = " ".join([value for name in named if (value := attributes[name])])
                if telling:
                    hidden = self._heed(tag, node, attributes, block=action == BLOCK)
            if raw and names.depth < _DEEP_NAMES and tag != "body":
                inner = self._inner.get((names, raw))
                if inner is None:
                    inner = self._inner[names, raw] = Names(raw, names)
                names = inner
        if hidden and self._parts and action < BLOCK:
            self._set_aside(tag, node, block, names)
            return None
        child = node.first_child if action else None
        if action == BLOCK or hidden:
            if self._parts:
                self._end_line(block)
            self._gap = 1
            if hidden or tag in SHAPING:
                block = self._open(tag, block, names, attributes, hidden)
            elif child is not None:
                block = Block(tag, block, block.setting, names)
        elif action == LINK and not link:
            link = "href" in attributes
        return None if child is None else (child, block, names, link)

    def _resolve(self, action: int, node: Any, block: Block) -> int:
        """Find out how to read an element that is inline in some places only.

        An element that no standard knows, a button or a label is part of the sentence that it stands in; elsewhere it
        is a block. The reading of a character (`rt`) is text where the page puts it in brackets.
        """
        if action == READING:
            before = node.prev
            return INLINE if before is not None and before.tag == "rp" else IGNORED
        sentence = block.tag in PARAGRAPHS
        if action == CUSTOM:
            return INLINE if sentence or self._parts else BLOCK
        return INLINE if sentence and self._parts else BLOCK

    def _touch(self, tag: str, node: Any, block: Block) -> None:
        """Mark the place where an inline element begins right after another one has ended."""
        before = node.prev
        if before is None or tag in ("sub", "sup") or block.setting.pre:
            return
        if TEXT != self._actions.get(before.tag_id, (TEXT, ""))[0] != IGNORED:
            self._parts.append(_SEAM)

    def _heed(self, tag: str, node: Any, attributes: Attributes, *, block: bool) -> bool:
        """Note what an element says of the page; whether it is hidden.

        `aria-hidden` hides a block only: inline, it marks a sign that is shown. That all of the body is hidden until
        scripts have run says nothing.
        """
        if "datetime" in attributes or "itemprop" in attributes or "author" in (attributes.get("rel") or "").lower():
            self.evidence.note(tag, attributes, lambda: _spoken(node, attributes))
        if tag == "body":
            return False
        if "hidden" in attributes:
            return _STREAMED.fullmatch(attributes.get("id") or "") is None
        if block and attributes.get("aria-hidden") == "true":
            return True
        return _UNSEEN.search(attributes.get("style") or "") is not None

    def _open(self, tag: str, outer: Block, names: Names, attributes: Attributes, hidden: bool) -> Block:
        """Make the block of an element in which lines are read in another way than around it."""
        hidden = hidden or (tag == "dialog" and "open" not in attributes)
        block = Block(tag, outer, self._shape(outer.setting, tag, hidden=hidden), names)
        if tag == "ol" and "reversed" not in attributes:
            self._items[block] = _number(attributes.get("start"), 1) - 1
        elif tag == "li" and outer in self._items:
            block.item = self._items[outer] = _number(attributes.get("value"), self._items[outer] + 1)
        return block

    def _shape(self, setting: Setting, tag: str, *, hidden: bool) -> Setting:
        """Give the setting inside an element; equal settings of one list are one object."""
        if tag in NUMBERED:
            self._serial += 1
        elif (known := self._settings.get((setting, tag, hidden))) is not None:
            return known
        known = self._settings[setting, tag, hidden] = Setting(
            heading=HEADINGS.get(tag, setting.heading),
            listed=setting.listed or tag == "li",
            hidden=setting.hidden or hidden,
            list=setting.list or (self._serial if tag in LISTS else 0),
            noscript=setting.noscript or (self._serial if tag == "noscript" else 0),
            pre=setting.pre or (self._serial if tag in PREFORMATTED else 0),
        )
        return known

    def _set_aside(self, tag: str, node: Any, block: Block, names: Names) -> None:
        """Keep hidden words out of the sentence that they stand in."""
        text = " ".join(node.text(separator=" ").split())
        if text:
            self._asides.append((text, Block(tag, block, self._shape(block.setting, tag, hidden=True), names)))

    def _meet(self, action: int, tag: str, node: Any, block: Block) -> None:
        """Do what an element asks for that has no text inside."""
        if action == NOTED:
            self.evidence.note(tag, node.attributes, node.text)
        elif action == PICTURE:
            if self._parts:
                self._parts.append(" ")
        elif block.setting.pre:
            self._parts.append("\n")
        elif block.setting.heading:
            self._parts.append(" ")
        else:
            if self._parts:
                self._end_line(block)
            self._gap = min(self._gap + 1, 1)

    def _end_line(self, block: Block) -> None:
        """Make a line of the open parts, if there is anything in them."""
        raw = "".join(self._parts)
        names = self._names or block.names
        if _SEAM in raw:
            raw = _SEAMS.sub(_sewn, raw)
        marks = self._marks.of(self._parts) if self._marks is not None else ()
        if block.setting.pre:
            self._add_preformatted(raw, block, names)
        elif text := " ".join(raw.split()):
            self._add(text, block, names, self._linked, marks)
        self._parts.clear()
        self._names = None
        self._linked = 0
        if self._asides:
            for text, aside in self._asides:
                self._add(text, aside, aside.names, 0)
            self._asides.clear()

    def _add_preformatted(self, raw: str, block: Block, names: Names) -> None:
        linked = min(1.0, self._linked / (len(raw) or 1))
        if self.lines and self.lines[-1].block.setting.pre == block.setting.pre:
            self._gap = -1  # blocks in one pre are lines of one program
        for number, line in enumerate(raw.split("\n")):
            if number:
                self._gap += 1
            if text := line.rstrip():
                self._add(text, block, names, round(linked * len(text)))

    def _add(self, text: str, block: Block, names: Names, linked: int, marks: tuple[Mark, ...] = ()) -> None:
        gap = max(self._gap, 0) if self.lines else 0
        if gap and block.setting.list and block.tag in TIGHT:
            before = self.lines[-1].block
            gap = int(before.setting.list != block.setting.list or before.tag not in TIGHT)
        self.lines.append(Line(text, block, names, linked, gap, marks))
        self._gap = -1  # the line end itself: one break more is no blank line yet
        if block.members < 0:
            block.members = 0
            while (above := block.parent) is not None:
                block = above
                if block.members >= 0:
                    block.members += 1
                    break
                block.members = 1


class _Marks:
    """Finds the marks of each line: `begin` and `end` are told of an element and how many parts the line has then."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str, str]] = []
        self._closed: list[tuple[int, int, str, str]] = []

    def begin(self, tag: str, attributes: Attributes, parts: int) -> None:
        """Open an element's mark; it closes at the element's end and at every line's."""
        self._open.append((parts, MARKS[tag], (attributes.get("href") or "").strip() if MARKS[tag] == HREF else ""))

    def end(self, parts: int) -> None:
        """Close the mark that was opened last."""
        start, sign, link = self._open.pop()
        self._closed.append((start, parts, sign, link))

    def of(self, parts: list[str]) -> tuple[Mark, ...]:
        """Give the marks of a line that ends, in letters that are no blanks; what is still open goes on in the next."""
        found = self._closed + [(start, len(parts), sign, link) for start, sign, link in reversed(self._open)]
        self._closed = []
        self._open = [(0, sign, link) for _, sign, link in self._open]
        if not found:
            return ()
        letters = [0, *accumulate(0 if part == _SEAM else sum(map(len, part.split())) for part in parts)]
        spans = [(letters[start], letters[min(end, len(parts))], sign, link) for start, end, sign, link in found]
        return tuple([span for span in spans if span[0] < span[1]])


def _number(value: str | None, otherwise: int) -> int:
    """Read an attribute of digits; of nine at most, as no list is longer.

    >>> _number("7", 1), _number("vii", 1), _number(None, 1)
    (7, 1, 1)
    """
    value = (value or "").strip()
    return int(value) if value.isdecimal() and len(value) < 10 else otherwise


def _sewn(seam: re.Match[str]) -> str:
    r"""Give what stands before a seam, and a blank if two words touch there.

    >>> _SEAMS.sub(_sewn, "Monday\0Jane Mac\0donald T\0HE p.m.\0By")
    'Monday Jane Macdonald THE p.m. By'
    """
    before, after = seam[1], seam[2]
    apart = after.isupper() and (before.islower() or before.isdigit() or before in ".!?…:;,)")
    return f"{before} " if apart or (before.isalpha() and before.islower() and after.isdigit()) else before


def _spoken(node: Any, attributes: Attributes) -> str:
    """Read an element's words: those of the `name` in it, if it is a described thing such as an author."""
    if "itemscope" in attributes and (name := node.css_first('[itemprop="name"]')) is not None:
        return str(name.attributes.get("content") or name.text(separator=" "))
    return str(node.text(separator=" "))
