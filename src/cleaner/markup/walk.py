"""One walk over a page's tree: the lines of text in their order, and what the elements around them are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from cleaner.head import Attributes, Evidence
from cleaner.markup.blocks import NONE, Blocks, Lines, Mark, Names, Setting
from cleaner.markup.marks import SEAM, OpenMarks
from cleaner.markup.tags import (
    ACTIONS,
    BLOCK,
    CUSTOM,
    HEADINGS,
    IGNORED,
    INLINE,
    LINK,
    LISTS,
    MARKS,
    NOTED,
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
_TELLING = frozenset("aria-hidden datetime fallback hidden itemprop placeholder rel style".split())
_BODY: Any = LexborHTMLParser("text").body
_TEXT: int = _BODY.first_child.tag_id  # the number of what is a text and no element
_STREAMED = re.compile(r"S:[0-9a-f]+")  # id of a part that React sends late, hidden, and puts in its place
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_SEAMS = re.compile(f"(.?){SEAM}+(?=(.?))", re.DOTALL)
_DEEP_NAMES = 64  # elements with names around one another; what stands deeper has the names of its ancestor


class Walk:
    """One walk over a page's tree.

    `parts` are the pieces of text of the line that is open, `around` the names around all of them, `linked` those
    inside links, `asides` hidden words met within the line, `gap` the blank lines before it. `marking` asks for the
    lines' marks; who wants the text alone does not pay for them.
    """

    def __init__(self, *, marking: bool = False) -> None:
        self.evidence = Evidence()
        self.lines, self.blocks, self.names = Lines(), Blocks(), Names()
        self._parts: list[str] = []
        self._around = NONE
        self._linked: list[str] = []
        self._asides: list[tuple[str, int]] = []
        self._gap = 0
        self._actions: dict[int, tuple[int, str]] = {}  # by tag number
        self._met: set[str] = set()
        self._settings: dict[tuple[Setting, str, bool], Setting] = {}
        self._last: dict[int, int] = {}  # the last item of each ordered list
        self._serial = 0
        self._marks = OpenMarks() if marking else None

    def run(self, root: Any) -> None:
        """Walk from the html element. The stack holds what surrounds the node: where it goes on after the node.

        This loop is most of what reading a page costs, so it is one function, and calls others for what is rare.
        """
        self.evidence.note("html", root.attributes)
        blocks, parts, marks = self.blocks, self._parts, self._marks
        actions, inside = self._actions, self.names.inside
        tags, parents, settings, namings = blocks.tag, blocks.parent, blocks.setting, blocks.names
        block, names, link = blocks.add("html", NONE, Setting(), 0), 0, False
        stack: list[tuple[Any, int, int, bool]] = []
        node = root.first_child
        while node is not None:
            number = node.tag_id
            if number == _TEXT:
                if parts or not node.is_empty_text_node:
                    text = node.text_content
                    if not text.isspace():
                        parts.append(text)
                        if self._around != names:
                            self._around = names if self._around == NONE else self.names.shared(names, self._around)
                        if link:
                            self._linked.append(text)
                    elif parts or settings[block].pre:
                        parts.append(text)
                elif settings[block].pre:
                    parts.append(node.text_content)
            else:
                try:
                    action, tag = actions[number]
                except KeyError:
                    action, tag = self._learn(node)
                if action > READING:
                    self._meet(action, tag, node, block)
                elif action:
                    if action > BLOCK:
                        action = self._resolve(action, node, block)
                    if parts and action < BLOCK:
                        self._touch(tag, node, block)
                    attributes = node.attributes
                    hidden, inner = False, names
                    if attributes:
                        raw = attributes.get("class")
                        if raw is None or len(attributes) > 1:
                            named, telling = _sorted_out(tuple(attributes))
                            if named:
                                raw = " ".join([value for name in named if (value := attributes[name])])
                            if telling:
                                hidden = self._heed(tag, node, attributes, block=action == BLOCK)
                        if raw and tag != "body":
                            try:
                                inner = inside[names, raw]
                            except KeyError:
                                inner = self.names.add(names, raw, _DEEP_NAMES)
                    if hidden and parts and action < BLOCK:
                        self._set_aside(tag, node, block, inner)
                    else:
                        child = node.first_child if action else None
                        within, linked = block, link
                        if action == BLOCK or hidden:
                            if parts:
                                self._end_line(block)
                            self._gap = 1
                            if hidden or tag in SHAPING:
                                within = self._open(tag, block, inner, attributes, hidden)
                            elif child is not None:
                                within = len(tags)
                                tags.append(tag)
                                parents.append(block)
                                settings.append(settings[block])
                                namings.append(inner)
                        elif action == LINK:
                            linked = link or "href" in attributes
                        if child is not None:
                            stack.append((node, block, names, link))
                            if marks is not None and tag in MARKS:
                                marks.begin(tag, attributes, len(parts))
                            node, block, names, link = child, within, inner, linked
                            continue
            following = node.next
            while following is None and stack:
                node, outer, names, link = stack.pop()
                if marks is not None and actions[node.tag_id][1] in MARKS:
                    marks.end(len(parts))
                if outer != block:
                    if parts:
                        self._end_line(block)
                    self._gap = 1
                    block = outer
                following = node.next
            node = following
        self._end_line(block)

    def letters(self) -> int:
        """Count the characters of all lines."""
        return sum(map(len, self.lines.texts))

    def met(self, tag: str) -> bool:
        """Whether the page has such an element."""
        return tag in self._met

    def _learn(self, node: Any) -> tuple[int, str]:
        """Find out what to do with nodes of a tag that the page has not had before."""
        tag = node.tag or "-comment"
        action = ACTIONS.get(tag)
        if action is None:
            action = INLINE if ":" in tag else CUSTOM
        self._actions[node.tag_id] = action, tag
        self._met.add(tag)
        return action, tag

    def _resolve(self, action: int, node: Any, block: int) -> int:
        """Find out how to read an element that is inline in some places only.

        An element that no standard knows, a button or a label is part of the sentence that it stands in; elsewhere it
        is a block. The reading of a character (`rt`) is text where the page puts it in brackets.
        """
        if action == READING:
            before = node.prev
            return INLINE if before is not None and before.tag == "rp" else IGNORED
        sentence = self.blocks.tag[block] in PARAGRAPHS
        if action == CUSTOM:
            return INLINE if sentence or self._parts else BLOCK
        return INLINE if sentence and self._parts else BLOCK

    def _touch(self, tag: str, node: Any, block: int) -> None:
        """Mark the place where an inline element begins right after another one has ended."""
        before = node.prev
        if before is None or tag in ("sub", "sup") or self.blocks.setting[block].pre:
            return
        if TEXT != self._actions.get(before.tag_id, (TEXT, ""))[0] != IGNORED:
            self._parts.append(SEAM)

    def _heed(self, tag: str, node: Any, attributes: Attributes, *, block: bool) -> bool:
        """Note what an element says of the page; whether it is hidden.

        `aria-hidden` hides a block only: inline, it marks a sign that is shown. That all of the body is hidden until
        scripts have run says nothing. What stands in for an AMP component until it has loaded, or if it cannot, is
        hidden as soon as it has.
        """
        if "datetime" in attributes or "itemprop" in attributes or "author" in (attributes.get("rel") or "").lower():
            self.evidence.note(tag, attributes, lambda: _spoken(node, attributes))
        if tag == "body":
            return False
        if "hidden" in attributes:
            return _STREAMED.fullmatch(attributes.get("id") or "") is None
        if block and attributes.get("aria-hidden") == "true":
            return True
        if "placeholder" in attributes or "fallback" in attributes:
            return str(node.parent.tag).startswith("amp-")
        style = attributes.get("style")
        return style is not None and _UNSEEN.search(style) is not None

    def _open(self, tag: str, outer: int, names: int, attributes: Attributes, hidden: bool) -> int:
        """Make the block of an element in which lines are read in another way than around it."""
        blocks = self.blocks
        if tag == "dialog" and "open" not in attributes:
            hidden = True
        setting = blocks.setting[outer]
        try:
            shaped = self._settings[setting, tag, hidden]
        except KeyError:
            shaped = self._shape(setting, tag, hidden)
        block = blocks.add(tag, outer, shaped, names)
        if tag == "li":
            if outer in self._last:
                blocks.item[block] = self._last[outer] = _number(attributes.get("value"), self._last[outer] + 1)
        elif tag == "ol" and "reversed" not in attributes:
            self._last[block] = _number(attributes.get("start"), 1) - 1
        return block

    def _shape(self, setting: Setting, tag: str, hidden: bool) -> Setting:
        """Give the setting inside an element; equal settings are one object."""
        known = self._settings.get((setting, tag, hidden))
        if known is not None:
            return known
        self._serial += 1
        shaped = Setting(
            heading=HEADINGS.get(tag, setting.heading),
            listed=setting.listed or tag == "li",
            hidden=setting.hidden or hidden,
            list=setting.list or (self._serial if tag in LISTS else 0),
            noscript=setting.noscript or (self._serial if tag == "noscript" else 0),
            pre=setting.pre or (self._serial if tag in PREFORMATTED else 0),
        )
        if self._serial not in (shaped.list, shaped.noscript, shaped.pre):  # no other element has its number
            self._settings[setting, tag, hidden] = shaped
        return shaped

    def _set_aside(self, tag: str, node: Any, block: int, names: int) -> None:
        """Keep hidden words out of the sentence that they stand in."""
        text = " ".join(node.text(separator=" ").split())
        if text:
            setting = self._shape(self.blocks.setting[block], tag, True)
            self._asides.append((text, self.blocks.add(tag, block, setting, names)))

    def _meet(self, action: int, tag: str, node: Any, block: int) -> None:
        """Do what an element asks for that has no text inside."""
        if action == NOTED:
            self.evidence.note(tag, node.attributes, node.text)
        elif action == PICTURE:
            if self._parts:
                self._parts.append(" ")
        elif (setting := self.blocks.setting[block]).pre:
            self._parts.append("\n")
        elif setting.heading:
            self._parts.append(" ")
        else:
            if self._parts:
                self._end_line(block)
            self._gap = min(self._gap + 1, 1)

    def _end_line(self, block: int) -> None:
        """Make a line of the open parts, if there is anything in them."""
        parts, linked = self._parts, 0
        raw = parts[0] if len(parts) == 1 else "".join(parts)
        if SEAM in raw:
            raw = _SEAMS.sub(_sewn, raw)
        names = self.blocks.names[block] if self._around == NONE else self._around
        marks = self._marks.of(parts) if self._marks is not None else ()
        if self.blocks.setting[block].pre:
            self._add_preformatted(raw, block, names)
        elif text := _folded(raw):
            if self._linked:
                linked = len(text) if len(parts) == 1 else self._letters_linked()
            self._add(text, block, names, linked, marks)
        parts.clear()
        self._around = NONE
        if self._linked:
            self._linked.clear()
        if self._asides:
            for text, aside in self._asides:
                self._add(text, aside, self.blocks.names[aside], 0)
            self._asides.clear()

    def _letters_linked(self) -> int:
        """Count the characters of the open line that are inside links."""
        return sum([len(" ".join(text.split())) for text in self._linked])

    def _add_preformatted(self, raw: str, block: int, names: int) -> None:
        linked = min(1.0, self._letters_linked() / (len(raw) or 1))
        blocks = self.lines.blocks
        if blocks and self.blocks.setting[blocks[-1]].pre == self.blocks.setting[block].pre:
            self._gap = -1  # blocks in one pre are lines of one program
        for number, line in enumerate(raw.split("\n")):
            if number:
                self._gap += 1
            if text := line.rstrip():
                self._add(text, block, names, round(linked * len(text)))

    def _add(self, text: str, block: int, names: int, linked: int, marks: tuple[Mark, ...] = ()) -> None:
        blocks, lines = self.blocks, self.lines
        gap = self._gap
        if gap < 0 or not lines.texts:
            gap = 0
        elif gap and blocks.tag[block] in TIGHT and (number := blocks.setting[block].list):
            before = lines.blocks[-1]
            gap = int(blocks.setting[before].list != number or blocks.tag[before] not in TIGHT)
        lines.texts.append(text)
        lines.blocks.append(block)
        lines.names.append(names)
        lines.linked.append(linked)
        lines.gaps.append(gap)
        lines.marks.append(marks)
        self._gap = -1  # the line end itself: one break more is no blank line yet
        if block not in blocks.members:
            blocks.count_line(block)


@lru_cache(maxsize=4096)
def _sorted_out(attributes: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Find out which of an element's attributes name it, if it is more than its class, and whether any says more."""
    named = () if _NAMES_BUT_CLASS.isdisjoint(attributes) else tuple([name for name in attributes if name in _NAMES])
    return named, not _TELLING.isdisjoint(attributes)


def _folded(text: str) -> str:
    """Fold white space; no other than the blank is printable."""
    text = text.strip()
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


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
