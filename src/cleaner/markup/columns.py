"""The columns of a document that its elements give: paths, groups and tokens, each found once."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import count

from cleaner.markup.blocks import Block, Line, Names, above
from cleaner.markup.tags import ITEM, NO_CONTAINERS, SECTIONS
from cleaner.model import Dom

_WORD = re.compile(r"[A-Z][a-z]+|[a-z]{2,}|[A-Z]{2,}(?![a-z])")
_LONG_NAME = 1_000  # characters of a class list; what comes after says nothing new
_DEEP = 500  # characters of a path; what stands deeper has the path of its ancestor
_WORD_BUDGET = 2_000_000  # words in all token sets of a page; beyond it an element has the tokens of its parent


class Columns:
    """Finds paths, groups and tokens of the blocks that have lines, each once."""

    def __init__(self) -> None:
        self._groups = count()
        self._words_left = _WORD_BUDGET
        self._begun: set[Block] = set()

    def dom(self, lines: list[Line]) -> Dom:
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

    def _place(self, block: Block) -> None:
        """Find the path and the group of a block and of those around it."""
        way = []
        above: Block | None = block
        while above is not None and not above.path:
            way.append(above)
            above = above.parent
        for below in reversed(way):
            parent = below.parent
            if parent is None:
                below.path, below.group = below.tag, next(self._groups)
                continue
            below.path = f"{parent.path}/{below.tag}" if len(parent.path) < _DEEP else parent.path
            contains = below.tag in SECTIONS or (below.members > 1 and below.tag not in NO_CONTAINERS)
            below.group = next(self._groups) if contains else parent.group

    def _tokens(self, names: Names) -> frozenset[str]:
        way = []
        above: Names | None = names
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

    def _item(self, block: Block) -> int:
        """Give the number of the list item that begins here: 0 in a list without numbers, -1 if none begins."""
        item = above(block, ITEM)
        if item is None or item in self._begun:
            return -1
        self._begun.add(item)
        return item.item


@lru_cache(maxsize=8192)
def _words(raw: str) -> tuple[str, ...]:
    """Split names of classes into words: letters, parted at everything else and where capitals begin.

    A tuple, as the garbage collector looks into every set again and again that is kept.

    >>> _words("ArticleBody__text-2 isNOTPaid x")
    ('article', 'body', 'text', 'is', 'not', 'paid')
    """
    words = _WORD.findall(raw)
    return tuple(words if raw.islower() else map(str.lower, words))
