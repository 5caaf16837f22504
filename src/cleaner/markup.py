"""HTML -> Document: the blocks of text of a page in their order, and what its elements say of each.

The only door to selectolax, whose lexbor parser builds the tree that a browser would build. The tree is walked once,
node by node and without recursion, so time and memory grow with the page's length whatever it nests.

What a line is:

- A block element (paragraph, heading, list item, table cell, division) begins and ends a line. Inline elements join
  the line that they stand in, and no blank comes between them that the page does not have, but for one case: two
  elements that touch, where a small letter or a digit meets a capital (`<i>Monday</i><b>Jane</b>`), which only style
  sheets keep apart. `br` ends a line, except in a heading, where it is a blank.
- The cells of a table's row are one line, joined by " | ", if each cell holds one short line; otherwise the table lays
  out the page, and its cells hold ordinary lines.
- Each line of `pre` is a line with its white space kept; all others have white space folded.
- Buttons and labels are lines; options, scripts, styles, pictures and embedded documents are no text. `noscript` is
  text where the page does not say the same elsewhere, a `template` if it is shown or there is nothing else to read.
- What the page hides (`hidden`, `aria-hidden`, `display: none`) is read and marked: some pages hide the article until a
  script runs, so this is for rules to judge. Hidden words inside a sentence follow it as a line of their own.
- Text is mended as plain text is (`decode.repair`).

A line's `group` is its nearest container: an element that sections the page (`article`, `nav`, `ul`, `table`, …), or
any block with two or more blocks of text inside. So the paragraphs of an article share a group, the entries of a
menu share one, and each teaser that has a headline and a text is a group of its own.

>>> page = read("<title>T</title><h1>The bridge</h1><p>It was <b>clo</b>sed.<ul><li>By <a href=/>us</a><li>Now")
>>> page.texts
('The bridge', 'It was closed.', 'By us', 'Now')
>>> page.dom.tag, page.dom.heading, page.gaps
(('h1', 'p', 'li', 'li'), (1, 0, 0, 0), (0, 1, 1, 0))
>>> page.dom.link_density, page.dom.path[2], page.head.title
((0.0, 0.0, 0.4, 0.0), 'html/body/ul/li', 'T')
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, count, groupby
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from cleaner.bounds import bounded
from cleaner.decode import needs_repair, repair
from cleaner.head import Attributes, Evidence
from cleaner.model import Document, Dom

# What is done with a node; the order matters to `_Walk.run`. Up to _BLOCK it is known at once how an element's text is
# read, up to _READING its surroundings decide.
_IGNORED, _TEXT, _INLINE, _LINK, _BLOCK, _CONTROL, _CUSTOM, _READING, _BREAK, _PICTURE, _NOTED = range(11)

_ACTIONS = {
    name: action
    for action, names in {
        _TEXT: "-text",
        _LINK: "a",
        _CONTROL: "button label",
        _READING: "rt",
        _BREAK: "br",
        _NOTED: "link meta script title",
        _IGNORED: "-comment -doctype annotation annotation-xml base basefont bgsound col colgroup datalist frame"
        " noembed noframes param source style template track",
        _PICTURE: "area audio canvas embed iframe img input object select svg textarea video",
        _INLINE: "abbr acronym b bdi bdo big blink cite code data del dfn em font head i ins kbd map mark meter nobr"
        " output picture progress q rb rp ruby s samp slot small span strike strong sub sup time tt u var wbr"
        " math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub"
        " msubsup msup mtable mtd mtext mtr munder munderover semantics",
        _BLOCK: "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
        " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main marquee menu"
        " nav noscript ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul"
        " xmp",
    }.items()
    for name in names.split()
}


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = _tags("dl menu ol ul")
_TIGHT = _tags("dd dt li")  # no blank line between two of these in one list
_PREFORMATTED = _tags("listing plaintext pre xmp")
_SHAPING = frozenset({*_HEADINGS, *_PREFORMATTED, *_LISTS, "dialog", "li", "noscript"})
_NUMBERED = frozenset({*_PREFORMATTED, *_LISTS, "noscript"})
_PARAGRAPHS = frozenset({*_HEADINGS, "caption", "dt", "figcaption", "legend", "p", "pre", "summary"})
_SECTIONS = _tags(
    "article aside blockquote body details dialog dl figure footer form header main nav ol section table ul"
)
_NO_CONTAINERS = _tags("p pre tbody tfoot thead tr")
_TABLE, _ROW, _CELL, _ITEM = _tags("table"), _tags("table tr"), _tags("td th"), _tags("li")

_NAMES = _tags("aria-label class data-component data-testid id itemprop role")
_NAMES_BUT_CLASS = _NAMES - {"class"}
_TELLING = _tags("aria-hidden datetime hidden itemprop rel style")
_STREAMED = re.compile(r"S:[0-9a-f]+")  # id of a part that React sends late, hidden, and puts in its place
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORD = re.compile(r"[A-Z][a-z]+|[a-z]{2,}|[A-Z]{2,}(?![a-z])")

_SEAM = "\0"  # between two elements that touch; the parser leaves no such character in a text
_SEAMS = re.compile(f"(.?){_SEAM}+(?=(.?))", re.DOTALL)
_BAR = " | "
_TEMPLATE = re.compile("(</?)template", re.IGNORECASE)
_APP = re.compile(  # an empty element that a framework fills
    r"""<(?:app-root|my-app|[a-z]+\s(?:[^<>]*\s)?id=["']?(?:root|app|__next|__nuxt|___gatsby|q-app)\b)[^<>]*>\s*</"""
)
_SCRIPT = re.compile(r"<script\b[^>]*+>(?:[^<]++|<(?!/))*+", re.IGNORECASE)

_DATUM = 200  # characters; a longer cell is a column of the page rather than a datum
_NOSCRIPT = 200  # characters of a noscript element; fewer are a plea to switch scripts on
_SHELL = 500  # characters; fewer on a whole page are no article with its navigation
_SCRIPT_SHARE = 20  # times as many characters of script as of text
_LONG_NAME = 1_000  # characters of a class list; what comes after says nothing new
_DEEP = 500  # characters of a path; what stands deeper has the path of its ancestor
_DEEP_NAMES = 64  # elements with names around one another; what stands deeper has the names of its ancestor
_WORD_BUDGET = 2_000_000  # words in all token sets of a page; beyond it an element has the tokens of its parent


@dataclass(frozen=True, slots=True, eq=False)
class _Setting:
    """What most blocks have from the block around them; `list`, `noscript`, `pre` number the outermost such element."""

    heading: int = 0
    listed: bool = False
    pre: int = 0
    hidden: bool = False
    list: int = 0
    noscript: int = 0


class _Names:
    """Class, id and role of an element and of those around it: a node of a tree that equal elements share.

    `words` are found after the walk, for elements that have lines.
    """

    __slots__ = ("above", "depth", "raw", "words")

    def __init__(self, raw: str = "", above: _Names | None = None) -> None:
        self.raw = raw
        self.above = above
        self.depth: int = 0 if above is None else above.depth + 1
        self.words: frozenset[str] | None = None

    def shared_with(self, other: _Names) -> _Names:
        """Find the names around both of two places."""
        one = self
        while one is not other:
            if one.depth >= other.depth and one.above is not None:
                one = one.above
            elif other.above is not None:
                other = other.above
        return one


class _Block:
    """A block element, as far as its lines need it.

    `members` counts the blocks directly inside that have a line in them, or is -1 if no line is in the block at all.
    `item` is the number of an item of an ordered list. `path` and `group` are found after the walk, for blocks that
    have lines.
    """

    __slots__ = ("group", "item", "members", "names", "parent", "path", "setting", "tag")

    def __init__(self, tag: str, parent: _Block | None, setting: _Setting, names: _Names) -> None:
        self.tag = tag
        self.parent = parent
        self.setting = setting
        self.names = names
        self.members = -1
        self.item = 0
        self.group = -1
        self.path = ""


@dataclass(slots=True, eq=False)
class _Line:
    """A line as the walk finds it; `linked` is the number of its characters inside links."""

    text: str
    block: _Block
    names: _Names
    linked: int
    gap: int


class _Walk:
    """One walk over a page's tree.

    `parts` are the pieces of text of the line that is open, `names` those around all of them, `linked` their characters
    inside links, `asides` hidden words met within the line, `gap` the blank lines before it.
    """

    def __init__(self) -> None:
        self.evidence = Evidence()
        self.lines: list[_Line] = []
        self._parts: list[str] = []
        self._names: _Names | None = None
        self._linked = 0
        self._asides: list[tuple[str, _Block]] = []
        self._gap = 0
        self._actions: dict[int, tuple[int, str]] = {}  # by tag number
        self._inner: dict[tuple[_Names, str], _Names] = {}
        self._settings: dict[tuple[_Setting, str, bool], _Setting] = {}
        self._items: dict[_Block, int] = {}  # the last item of each ordered list
        self._serial = 0

    def run(self, root: Any) -> None:
        """Walk from the html element. The stack holds what surrounds the node: where it goes on after the node."""
        self.evidence.note("html", root.attributes)
        names, link = _Names(), False
        block = _Block("html", None, _Setting(), names)
        actions, parts = self._actions, self._parts
        stack: list[tuple[Any, _Block, _Names, bool]] = []
        node = root.first_child
        while node is not None:
            action, tag = actions.get(node.tag_id) or self._learn(node)
            if action == _TEXT:
                text = node.text_content
                if not text.isspace():
                    self._say(text, names, link)
                elif parts or block.setting.pre:
                    parts.append(text)
            elif action > _READING:
                self._meet(action, tag, node, block)
            elif action:
                inside = self._enter(action, tag, node, block, names, link)
                if inside is not None:
                    stack.append((node, block, names, link))
                    node, block, names, link = inside
                    continue
            following = node.next
            while following is None and stack:
                node, outer, names, link = stack.pop()
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
        action = _ACTIONS.get(tag)
        if action is None:
            action = _INLINE if ":" in tag else _CUSTOM
        self._actions[node.tag_id] = action, tag
        return action, tag

    def _enter(
        self, action: int, tag: str, node: Any, block: _Block, names: _Names, link: bool
    ) -> tuple[Any, _Block, _Names, bool] | None:
        """Begin an element: its first child and what surrounds that, or None where there is nothing to read."""
        attributes = node.attributes
        if action > _BLOCK:
            action = self._resolve(action, node, block)
        if self._parts and action < _BLOCK:
            self._touch(tag, node, block)
        hidden = False
        if attributes:
            raw = attributes.get("class")
            if raw is None or len(attributes) > 1:
                if not _NAMES_BUT_CLASS.isdisjoint(attributes):
                    raw = " ".join([value for name, value in attributes.items() if value and name in _NAMES])
                if not _TELLING.isdisjoint(attributes):
                    hidden = self._heed(tag, node, attributes, block=action == _BLOCK)
            if raw and names.depth < _DEEP_NAMES and tag != "body":
                inner = self._inner.get((names, raw))
                if inner is None:
                    inner = self._inner[names, raw] = _Names(raw, names)
                names = inner
        if hidden and self._parts and action < _BLOCK:
            self._set_aside(tag, node, block, names)
            return None
        child = node.first_child if action else None
        if action == _BLOCK or hidden:
            if self._parts:
                self._end_line(block)
            self._gap = 1
            if hidden or tag in _SHAPING:
                block = self._open(tag, block, names, attributes, hidden)
            elif child is not None:
                block = _Block(tag, block, block.setting, names)
        elif action == _LINK and not link:
            link = "href" in attributes
        return None if child is None else (child, block, names, link)

    def _resolve(self, action: int, node: Any, block: _Block) -> int:
        """Find out how to read an element that is inline in some places only.

        An element that no standard knows, a button or a label is part of the sentence that it stands in; elsewhere it
        is a block. The reading of a character (`rt`) is text where the page puts it in brackets.
        """
        if action == _READING:
            before = node.prev
            return _INLINE if before is not None and before.tag == "rp" else _IGNORED
        sentence = block.tag in _PARAGRAPHS
        if action == _CUSTOM:
            return _INLINE if sentence or self._parts else _BLOCK
        return _INLINE if sentence and self._parts else _BLOCK

    def _touch(self, tag: str, node: Any, block: _Block) -> None:
        """Mark the place where an inline element begins right after another one has ended."""
        before = node.prev
        if before is None or tag in ("sub", "sup") or block.setting.pre:
            return
        if _TEXT != self._actions.get(before.tag_id, (_TEXT, ""))[0] != _IGNORED:
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

    def _open(self, tag: str, outer: _Block, names: _Names, attributes: Attributes, hidden: bool) -> _Block:
        """Make the block of an element in which lines are read in another way than around it."""
        hidden = hidden or (tag == "dialog" and "open" not in attributes)
        block = _Block(tag, outer, self._shape(outer.setting, tag, hidden=hidden), names)
        if tag == "ol" and "reversed" not in attributes:
            self._items[block] = _number(attributes.get("start"), 1) - 1
        elif tag == "li" and outer in self._items:
            block.item = self._items[outer] = _number(attributes.get("value"), self._items[outer] + 1)
        return block

    def _shape(self, setting: _Setting, tag: str, *, hidden: bool) -> _Setting:
        """Give the setting inside an element; equal settings of one list are one object."""
        if tag in _NUMBERED:
            self._serial += 1
        elif (known := self._settings.get((setting, tag, hidden))) is not None:
            return known
        known = self._settings[setting, tag, hidden] = _Setting(
            heading=_HEADINGS.get(tag, setting.heading),
            listed=setting.listed or tag == "li",
            hidden=setting.hidden or hidden,
            list=setting.list or (self._serial if tag in _LISTS else 0),
            noscript=setting.noscript or (self._serial if tag == "noscript" else 0),
            pre=setting.pre or (self._serial if tag in _PREFORMATTED else 0),
        )
        return known

    def _set_aside(self, tag: str, node: Any, block: _Block, names: _Names) -> None:
        """Keep hidden words out of the sentence that they stand in."""
        text = " ".join(node.text(separator=" ").split())
        if text:
            self._asides.append((text, _Block(tag, block, self._shape(block.setting, tag, hidden=True), names)))

    def _meet(self, action: int, tag: str, node: Any, block: _Block) -> None:
        """Do what an element asks for that has no text inside."""
        if action == _NOTED:
            self.evidence.note(tag, node.attributes, node.text)
        elif action == _PICTURE:
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

    def _say(self, text: str, names: _Names, link: bool) -> None:
        """Add to the line that is open."""
        self._parts.append(text)
        if self._names is None:
            self._names = names
        elif self._names is not names:
            self._names = names.shared_with(self._names)
        if link:
            self._linked += len(" ".join(text.split()))

    def _end_line(self, block: _Block) -> None:
        """Make a line of the open parts, if there is anything in them."""
        raw = "".join(self._parts)
        names = self._names or block.names
        if _SEAM in raw:
            raw = _SEAMS.sub(_sewn, raw)
        if block.setting.pre:
            self._add_preformatted(raw, block, names)
        elif text := " ".join(raw.split()):
            self._add(text, block, names, self._linked)
        self._parts.clear()
        self._names = None
        self._linked = 0
        if self._asides:
            for text, aside in self._asides:
                self._add(text, aside, aside.names, 0)
            self._asides.clear()

    def _add_preformatted(self, raw: str, block: _Block, names: _Names) -> None:
        linked = min(1.0, self._linked / (len(raw) or 1))
        if self.lines and self.lines[-1].block.setting.pre == block.setting.pre:
            self._gap = -1  # blocks in one pre are lines of one program
        for number, line in enumerate(raw.split("\n")):
            if number:
                self._gap += 1
            if text := line.rstrip():
                self._add(text, block, names, round(linked * len(text)))

    def _add(self, text: str, block: _Block, names: _Names, linked: int) -> None:
        gap = max(self._gap, 0) if self.lines else 0
        if gap and block.setting.list and block.tag in _TIGHT:
            before = self.lines[-1].block
            gap = int(before.setting.list != block.setting.list or before.tag not in _TIGHT)
        self.lines.append(_Line(text, block, names, linked, gap))
        self._gap = -1  # the line end itself: one break more is no blank line yet
        if block.members < 0:
            block.members = 0
            while (above := block.parent) is not None:
                block = above
                if block.members >= 0:
                    block.members += 1
                    break
                block.members = 1


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


@lru_cache(maxsize=8192)
def _words(raw: str) -> tuple[str, ...]:
    """Split names of classes into words: letters, parted at everything else and where capitals begin.

    A tuple, as the garbage collector looks into every set again and again that is kept.

    >>> _words("ArticleBody__text-2 isNOTPaid x")
    ('article', 'body', 'text', 'is', 'not', 'paid')
    """
    words = _WORD.findall(raw)
    return tuple(words if raw.islower() else map(str.lower, words))


def _join_rows(lines: list[_Line]) -> list[_Line]:
    """Make one line of each row whose cells hold one short line each."""
    joined: list[_Line] = []
    for row, members in groupby(lines, key=lambda line: _above(line.block, _ROW)):
        cells = list(members)
        if row is None or row.tag == "table" or len(cells) < 2 or not _is_data(cells):
            joined += cells
            continue
        before = joined[-1].block if joined else row
        gap = 0 if before.tag == "tr" and _above(before, _TABLE) is _above(row, _TABLE) else cells[0].gap
        linked = sum(cell.linked for cell in cells)
        joined.append(_Line(_BAR.join([cell.text for cell in cells]), row, row.names, linked, gap))
    return joined


def _is_data(cells: list[_Line]) -> bool:
    own = {id(_above(line.block, _CELL)) for line in cells}
    return len(own) == len(cells) and all(len(line.text) <= _DATUM for line in cells)


def _above(block: _Block | None, tags: frozenset[str]) -> _Block | None:
    """Find the nearest element of some tags: the block itself, or one around it."""
    while block is not None and block.tag not in tags:
        block = block.parent
    return block


def _without_echoes(lines: list[_Line]) -> list[_Line]:
    """Leave out what a noscript element says again, and what only asks to switch scripts on."""
    said = {line.text for line in lines if not line.block.setting.noscript}
    own = Counter[int]()
    for line in lines:
        if line.text not in said:
            own[line.block.setting.noscript] += len(line.text)
    return [
        line
        for line in lines
        if not (number := line.block.setting.noscript) or (line.text not in said and own[number] >= _NOSCRIPT)
    ]


def _mended(lines: list[_Line]) -> list[_Line]:
    """Mend what decoding or an editor broke, in the lines that need it."""
    texts = [line.text for line in lines]
    joined = "\n".join(texts)
    if not needs_repair(joined):
        return lines
    texts = unicodedata.normalize("NFC", joined).split("\n")  # all at once, as nothing composes with a line end
    broken = list(_broken(texts, 0, len(texts)))
    for i in broken:
        mended = repair(texts[i])
        texts[i] = mended.rstrip() if lines[i].block.setting.pre else " ".join(mended.split())
    if texts == [line.text for line in lines]:
        return lines
    pairs = zip(lines, texts, strict=True)
    return [line if line.text == text else replace(line, text=text) for line, text in pairs if text]


def _broken(texts: list[str], start: int, end: int) -> Iterator[int]:
    """Halve a range until the texts are found that need repair."""
    if start == end or not needs_repair("\n".join(texts[start:end])):
        return
    if end - start == 1:
        yield start
        return
    middle = (start + end) // 2
    yield from _broken(texts, start, middle)
    yield from _broken(texts, middle, end)


class _Columns:
    """Finds paths, groups and tokens of the blocks that have lines, each once."""

    def __init__(self) -> None:
        self._groups = count()
        self._words_left = _WORD_BUDGET
        self._begun: set[_Block] = set()

    def dom(self, lines: list[_Line]) -> Dom:
        """Say what the page's elements do of each line."""
        blocks = [line.block for line in lines]
        for block in blocks:
            if not block.path:
                self._place(block)
        settings = [block.setting for block in blocks]
        return Dom(
            tag=tuple(["pre" if block.setting.pre else block.tag for block in blocks]),
            path=tuple([block.path for block in blocks]),
            tokens=tuple(
                [
                    self._tokens(names) if names.words is None else names.words
                    for names in [line.names for line in lines]
                ]
            ),
            link_density=tuple([min(1.0, line.linked / len(line.text)) for line in lines]),
            heading=tuple([setting.heading for setting in settings]),
            listed=tuple([setting.listed for setting in settings]),
            group=tuple([block.group for block in blocks]),
            hidden=tuple([setting.hidden for setting in settings]),
            item=tuple([self._item(block) if block.setting.listed else -1 for block in blocks]),
        )

    def _place(self, block: _Block) -> None:
        """Find the path and the group of a block and of those around it."""
        way = []
        above: _Block | None = block
        while above is not None and not above.path:
            way.append(above)
            above = above.parent
        for below in reversed(way):
            parent = below.parent
            if parent is None:
                below.path, below.group = below.tag, next(self._groups)
                continue
            below.path = f"{parent.path}/{below.tag}" if len(parent.path) < _DEEP else parent.path
            contains = below.tag in _SECTIONS or (below.members > 1 and below.tag not in _NO_CONTAINERS)
            below.group = next(self._groups) if contains else parent.group

    def _tokens(self, names: _Names) -> frozenset[str]:
        way = []
        above: _Names | None = names
        while above is not None and above.words is None:
            way.append(above)
            above = above.above
        words = above.words if above is not None and above.words is not None else frozenset()
        for below in reversed(way):
            own = _words(below.raw[:_LONG_NAME])
            if self._words_left > 0 and not words.issuperset(own):
                words = words.union(own)
                self._words_left -= len(words)
            below.words = words
        return words

    def _item(self, block: _Block) -> int:
        """Give the number of the list item that begins here: 0 in a list without numbers, -1 if none begins."""
        item = _above(block, _ITEM)
        if item is None or item in self._begun:
            return -1
        self._begun.add(item)
        return item.item


def read(html: str, *, url: str | None = None) -> Document:
    r"""Read a page of HTML into a document.

    `html` is the decoded page: a document, a fragment, or anything else, as there is no wrong HTML. `url` is where it
    came from, if known; it is kept as evidence for metadata.

    Its `text` is the lines joined by line ends, and `spans` point into it: `texts[i]` is `text[start:end]`. Its `notes`
    are `empty` (nothing to read), `truncated` (a shell that scripts would fill) and `paywall` (the page declares one).

    >>> read("").notes
    ('empty',)
    >>> read("<pre>if x:\n    go()</pre>").texts
    ('if x:', '    go()')
    """
    walk = _walk(html)
    if walk.met("template") and walk.letters() < _SHELL:
        walk = max(walk, _walk(_TEMPLATE.sub(r"\1div", html)), key=_Walk.letters)
    lines = walk.lines
    if any(line.block.setting.noscript for line in lines):
        lines = _without_echoes(lines)
    if walk.met("tr"):
        lines = _join_rows(lines)
    mended = _mended(lines)
    texts = tuple([line.text for line in mended])
    ends = [end - 1 for end in accumulate([len(text) + 1 for text in texts])]
    return Document(
        kind="html",
        source=html,
        text="\n".join(texts),
        texts=texts,
        spans=tuple([(end - len(text), end) for text, end in zip(texts, ends, strict=True)]),
        numbers=tuple([(n, n) for n in range(1, len(texts) + 1)]),
        gaps=tuple([line.gap for line in mended]),
        indents=(0,) * len(texts),
        repaired=mended is not lines,
        dom=_Columns().dom(mended),
        head=walk.evidence.head(),
        url=url,
        notes=tuple(_notes(html, walk, texts)),
    )


def _walk(html: str) -> _Walk:
    walk = _Walk()
    walk.run(LexborHTMLParser(bounded(html)).root)
    return walk


def _notes(html: str, walk: _Walk, texts: tuple[str, ...]) -> Iterator[str]:
    """Raise the flags that can be seen while reading."""
    if not texts:
        yield "empty"
    if walk.letters() < _SHELL and _is_shell(html, walk):
        yield "truncated"
    if walk.evidence.is_paywalled():
        yield "paywall"


def _is_shell(html: str, walk: _Walk) -> bool:
    """Whether a page with hardly any text is one that scripts would fill.

    It speaks of JavaScript, has an empty element with the id that a framework fills, or far more script than text.
    """
    if any("javascript" in line.text.lower() for line in walk.lines) or _APP.search(html):
        return True
    return sum(len(script[0]) for script in _SCRIPT.finditer(html)) > _SCRIPT_SHARE * max(walk.letters(), _SHELL)
