"""The columns of a document that its elements give: paths, groups and tokens, each found once."""

from __future__ import annotations

import re
from functools import lru_cache

from cleaner.markup.blocks import NONE, Blocks, Lines, Names
from cleaner.markup.tags import ITEM, NO_CONTAINERS, SECTIONS
from cleaner.model import Dom

_WORD = re.compile(r"[A-Z][a-z]+|[a-z]{2,}|[A-Z]{2,}(?![a-z])")
_LONG_NAME = 1_000  # characters of a class list; what comes after says nothing new
_DEEP = 500  # characters of a path; what stands deeper has the path of its ancestor
_WORD_BUDGET = 2_000_000  # words in all token sets of a page; beyond it an element has the tokens of its parent
_NO_WORDS: frozenset[str] = frozenset()


class Columns:
    """Finds paths, groups and tokens of the blocks that have lines, each once."""

    def __init__(self, lines: Lines, blocks: Blocks, names: Names) -> None:
        self._lines, self._blocks, self._names = lines, blocks, names
        self._paths: list[str] = [""] * len(blocks.tag)
        self._groups = [NONE] * len(blocks.tag)
        self._inner: dict[tuple[str, str], str] = {}  # equal paths are one object
        self._around: list[int] = []  # of each group the one around it
        self._words: list[frozenset[str] | None] = [None] * len(names.raw)
        self._words_left = _WORD_BUDGET
        self._begun: set[int] = set()

    def dom(self) -> Dom:
        """Say what the page's elements do of each line."""
        blocks, numbers, paths, words = self._blocks, self._lines.blocks, self._paths, self._words
        for block in numbers:
            if not paths[block]:
                self._place(block)
        for names in self._lines.names:
            if words[names] is None:
                self._find_words(names)
        settings = [blocks.setting[block] for block in numbers]
        chars = map(len, self._lines.texts)
        return Dom(
            tag=tuple(["pre" if blocks.setting[block].pre else blocks.tag[block] for block in numbers]),
            path=tuple([paths[block] for block in numbers]),
            tokens=tuple([words[names] or _NO_WORDS for names in self._lines.names]),
            link_density=tuple(
                [min(1.0, linked / n) if linked else 0.0 for linked, n in zip(self._lines.linked, chars, strict=True)]
            ),
            heading=tuple([setting.heading for setting in settings]),
            listed=tuple([setting.listed for setting in settings]),
            group=tuple([self._groups[block] for block in numbers]),
            hidden=tuple([setting.hidden for setting in settings]),
            item=tuple([self._item(block) if blocks.setting[block].listed else -1 for block in numbers]),
            around=tuple(self._around),
        )

    def _place(self, block: int) -> None:
        """Find the path and the group of a block and of those around it."""
        blocks, paths, groups = self._blocks, self._paths, self._groups
        way = []
        while block != NONE and not paths[block]:
            way.append(block)
            block = blocks.parent[block]
        path, group = ("", NONE) if block == NONE else (paths[block], groups[block])
        for block in reversed(way):
            tag = blocks.tag[block]
            if len(path) < _DEEP:
                inner = self._inner.get((path, tag))
                if inner is None:
                    inner = self._inner[path, tag] = f"{path}/{tag}" if path else tag
                path = inner
            if group == NONE or tag in SECTIONS or (blocks.members.get(block, 0) > 1 and tag not in NO_CONTAINERS):
                self._around.append(group)
                group = len(self._around) - 1
            paths[block], groups[block] = path, group

    def _find_words(self, names: int) -> None:
        """Find the tokens of names and of those around them."""
        way = []
        found, above, raw = self._words, self._names.above, self._names.raw
        words = found[names]
        while words is None:
            way.append(names)
            names = above[names]
            words = _NO_WORDS if names == NONE else found[names]
        for names in reversed(way):
            own = _words(raw[names][:_LONG_NAME])
            if not words.issuperset(own) and self._words_left > 0:
                words = words.union(own)
                self._words_left -= len(words)
            found[names] = words

    def _item(self, block: int) -> int:
        """Give the number of the list item that begins here: 0 in a list without numbers, -1 if none begins."""
        item = self._blocks.above(block, ITEM)
        if item == NONE or item in self._begun or self._blocks.setting[item].pre:  # where it is a line of code
            return -1
        self._begun.add(item)
        return self._blocks.item.get(item, 0)


@lru_cache(maxsize=16384)
def _words(raw: str) -> tuple[str, ...]:
    """Split names of classes into words: letters, parted at everything else and where capitals begin.

    A tuple, as the garbage collector looks into every set again and again that is kept.

    >>> _words("ArticleBody__text-2 isNOTPaid x")
    ('article', 'body', 'text', 'is', 'not', 'paid')
    """
    words = _WORD.findall(raw)
    return tuple(words if raw.islower() else map(str.lower, words))
