"""One walk over a page's tree: the lines of text in their order, and what the elements around them are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from cleaner.markup import formula
from cleaner.markup.attributes import SPEAKING, heed, integer, is_only_spoken, is_sign, label, sorted_out
from cleaner.markup.blocks import NONE, Blocks, Lines, Names, Setting, Settings
from cleaner.markup.head import Attributes, Evidence
from cleaner.markup.listing import as_code, has_lines, is_gutter, may_be_code
from cleaner.markup.marks import BROKEN, SEAM, OpenMarks
from cleaner.markup.opened import SHADOW, embed_document, fill_slots
from cleaner.markup.openline import OpenLine
from cleaner.markup.quotes import add_marks
from cleaner.markup.tags import (
    ACTIONS,
    BLOCK,
    CELL,
    CUSTOM,
    FORMULA,
    FRAME,
    IGNORED,
    INLINE,
    LINK,
    MARKS,
    NOTED,
    PARAGRAPHS,
    PICTURE,
    QUOTED,
    READING,
    SHAPING,
    TEXT,
    TYPED,
)  # fmt: skip

_BODY: Any = LexborHTMLParser("text").body
_TEXT: int = _BODY.first_child.tag_id  # the number of what is a text and no element
_EMBEDDED = 256  # documents and shadow roots of a page, and no article has as many
_DEEP_NAMES = 64  # elements with names around one another; what stands deeper has the names of its ancestor


class Walk:
    """One walk over a page's tree.

    `marking` asks for the lines' marks; who wants the text alone does not pay for them.
    """

    def __init__(self, *, marking: bool = False) -> None:
        self.evidence = Evidence()
        self.lines, self.blocks, self.names = Lines(), Blocks(), Names()
        self._actions: dict[int, tuple[int, str]] = {}  # by tag number
        self._met: set[str] = set()
        self._embedded = 0  # documents and shadow roots
        self._settings = Settings()
        self._last: dict[int, tuple[int, int]] = {}  # the last item of each ordered list, and the step to the next
        self.notes: dict[str, str] = {}  # labels of the notes that the text refers to, by id
        self._marks = OpenMarks() if marking else None
        self._line = OpenLine(self.lines, self.blocks, self._marks)

    def run(self, root: Any) -> None:
        """Walk from the html element. The stack holds what surrounds the node: where it goes on after the node.

        This loop is most of what reading a page costs, so it is one function, and calls others for what is rare.
        """
        self.evidence.note("html", root.attributes)
        blocks, line, parts, marks = self.blocks, self._line, self._line.parts, self._marks
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
                        if line.around != names:
                            line.around = names if line.around == NONE else self.names.shared(names, line.around)
                        if link:
                            line.linked.append(text)
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
                    hidden, inner, child = False, names, node.first_child if action else None
                    if attributes:
                        raw = attributes.get("class")
                        if not SPEAKING.isdisjoint(attributes):
                            named, telling = sorted_out(tuple(attributes))
                            if named:
                                raw = " ".join([value for name in named if (value := attributes[name])])
                            if telling:
                                hidden = heed(self.evidence, tag, node, attributes, block=action == BLOCK)
                        if raw and tag != "body":
                            try:
                                inner = inside[names, raw]
                            except KeyError:
                                inner = self.names.add(names, raw, _DEEP_NAMES)
                            if action < BLOCK and not hidden and is_only_spoken(raw):
                                hidden = bool(parts) or node.next is not None
                        if child is None:
                            pass
                        elif action < BLOCK:
                            child = None if self._is_sign(action, node, attributes, block) else child
                        elif may_be_code(attributes.get("class"), attributes.get("style")):
                            tag, child = as_code(tag, node, attributes, inside=settings[block].pre > 0)
                    if hidden and parts and action < BLOCK:
                        self._set_aside(tag, node, block, inner)
                    else:
                        within, linked = block, link
                        if action == BLOCK or hidden:
                            if parts:
                                line.end(block)
                            line.gap = 1
                            if hidden or tag in SHAPING:
                                within = self._open(tag, node, block, inner, attributes, hidden)
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
                            if marks is not None and actions[number][1] in MARKS:
                                marks.begin(tag, attributes, len(parts))
                            node, block, names, link = child, within, inner, linked
                            continue
                        if action == BLOCK and settings[block].pre and not is_gutter(node, attributes):
                            line.pass_empty()
            following = node.next
            while following is None and stack:
                node, outer, names, link = stack.pop()
                if marks is not None and actions[node.tag_id][1] in MARKS:
                    marks.end(len(parts))
                if outer != block:
                    if parts:
                        line.end(block)
                    if settings[block].pre:
                        line.leave_code(block)
                    line.gap = 1
                    block = outer
                following = node.next
            node = following
        line.end(block)

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
        is a block. The reading of a character (`rt`) is text where the page puts it in brackets. What is typed is a
        block where it has lines. What is quoted gets its marks.
        """
        if action == QUOTED:
            add_marks(node)
            return INLINE
        if action == TYPED:
            return BLOCK if not self.blocks.setting[block].pre and has_lines(node) else INLINE
        if action == READING:
            before = node.prev
            return INLINE if before is not None and before.tag == "rp" else IGNORED
        sentence = self.blocks.tag[block] in PARAGRAPHS
        if action == CUSTOM:
            if node.tag == SHADOW:
                self._embed(fill_slots, node)
            return INLINE if sentence or self._line.parts else BLOCK
        return INLINE if sentence and self._line.parts else BLOCK

    def _is_sign(self, action: int, node: Any, attributes: Attributes, block: int) -> bool:
        """Whether an element is a sign and no text; most say at once that they are none.

        For Markdown, a reference to a note is written as one.
        """
        setting, is_link = self.blocks.setting[block], action == LINK
        if setting.pre and is_gutter(node, attributes):
            return True
        if not (setting.heading or is_link or "aria-hidden" in attributes):
            return False
        parts, marks = self._line.parts, self._marks
        open_end = is_link and parts and parts[-1][-1:] not in ("[", "(")
        if marks is not None and open_end and (name := label(node, attributes)):
            self._refer(name, attributes, marks)
            return True
        return is_sign(node, attributes, link=is_link, heading=setting.heading > 0)

    def _refer(self, name: str, attributes: Attributes, marks: OpenMarks) -> None:
        """Write the reference to a note as Markdown does."""
        self.notes[(attributes.get("href") or "").rpartition("#")[2]] = name
        marks.raw(len(self._line.parts))
        self._line.parts.append(f"[^{name}]")

    def _touch(self, tag: str, node: Any, block: int) -> None:
        """Mark the place where an inline element begins right after another one has ended."""
        if tag == "sup":
            self._line.part_from_power(node)
        before = node.prev
        if before is None or tag in ("sub", "sup") or self.blocks.setting[block].pre:
            return
        if TEXT != self._actions.get(before.tag_id, (TEXT, ""))[0] != IGNORED:
            self._line.parts.append(SEAM)

    def _open(self, tag: str, node: Any, outer: int, names: int, attributes: Attributes, hidden: bool) -> int:
        """Make the block of an element in which lines are read in another way than around it."""
        blocks = self.blocks
        if tag == "dialog" and "open" not in attributes:
            hidden = True
        block = blocks.add(tag, outer, self._settings.inside(blocks.setting[outer], tag, hidden), names)
        if tag == "li":
            if outer in self._last:
                last, step = self._last[outer]
                blocks.item[block] = number = integer(attributes.get("value"), last + step)
                self._last[outer] = number, step
        elif tag == "ol":
            step = -1 if "reversed" in attributes else 1
            first = 1 if step > 0 else sum(child.tag == "li" for child in node.iter())
            self._last[block] = integer(attributes.get("start"), first) - step, step
        elif tag in CELL and ("colspan" in attributes or "rowspan" in attributes):
            blocks.spans[block] = integer(attributes.get("colspan"), 1), integer(attributes.get("rowspan"), 1)
        return block

    def _embed(self, embed: Callable[[Any], None], node: Any) -> None:
        """Put what is shown at a node there, up to a bound: each costs time, and they may nest."""
        self._embedded += 1
        if self._embedded <= _EMBEDDED:
            embed(node)

    def _set_aside(self, tag: str, node: Any, block: int, names: int) -> None:
        """Keep hidden words out of the sentence that they stand in."""
        text = " ".join(node.text(separator=" ").split())
        if text:
            setting = self._settings.inside(self.blocks.setting[block], tag, True)
            self._line.asides.append((text, self.blocks.add(tag, block, setting, names)))

    def _meet(self, action: int, tag: str, node: Any, block: int) -> None:
        """Do what an element asks for that has no text inside."""
        line = self._line
        if action == NOTED:
            attributes = node.attributes
            self.evidence.note(tag, attributes, node.text)
            if tag == "script" and (tex := formula.of_script(node, attributes)):
                line.add_formula(tex)
        elif action == FORMULA:
            line.add_formula(formula.of_math(node), apart=node.attributes.get("display") == "block")
        elif action == FRAME:
            line.add_picture(node, {})
            self._embed(embed_document, node)
        elif action == PICTURE:
            line.add_picture(node, node.attributes if tag == "img" else {})
        elif (setting := self.blocks.setting[block]).pre:
            line.parts.append(BROKEN)
        elif setting.heading:
            line.parts.append(" ")
        else:
            if line.parts:
                line.end(block)
            line.gap = min(line.gap + 1, 1)
