"""Targets in brackets of their own behind the links' text: `bridge [https://…]`.

Addresses in brackets are an author's, unless there are many, and many behind a few words, as in a menu.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.targets.addresses import ADDRESS, FLAGS, TARGET

_BEHIND = re.compile(rf"\s? \[ (?= {ADDRESS} ) [^\s\[\]]+ \] (?! \( )", FLAGS)
_IMAGE = re.compile(r"\[image: \s* ( [^\[\]]* ) \]", FLAGS)
_ITEM = re.compile(r"[^\w\[]* ( (?: [^\s\[\]]+ \s ){1,5} ) \[ ( [^\s\[\]]+ ) \]", FLAGS)  # of a menu

MANY = 10  # addresses in brackets
_ITEMS = 5  # of them behind a few words


def are_many(texts: Sequence[str]) -> bool:
    """Whether the targets of links stand in brackets behind their text."""
    if sum([len(_BEHIND.findall(text)) for text in texts if "[" in text]) < MANY:
        return False
    items = (item for text in texts if "[" in text and (item := _ITEM.fullmatch(text)))
    return sum([TARGET.match(item[2]) is not None for item in items]) >= _ITEMS


def without(text: str) -> str:
    """A line without the targets in brackets; an item of a menu is a link, and a picture one of Markdown."""
    text = _IMAGE.sub(r"![\1](#)", text)
    if (item := _ITEM.fullmatch(text)) and TARGET.match(item[2]):
        return f"{text[: item.start(1)]}[{item[1].strip()}](#)"
    bare = _BEHIND.sub("", text).strip()
    return bare or f"[]({text.strip('[]')})"


def begins(text: str) -> bool:
    """Whether a line begins with such a target."""
    return _BEHIND.match(text) is not None
