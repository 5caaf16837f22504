"""Opens elements that a parser leaves closed, where somebody sees what is in them."""

from __future__ import annotations

import re

_SHADOW = re.compile("shadowroot", re.IGNORECASE)  # as in `shadowrootmode`, and `shadowroot` in the browsers before
_SPELLINGS = ("shadowroot", "shadowRoot")  # to look for these takes next to no time
_TEMPLATE = re.compile(r"<(/?)template\b([^>]*+)>", re.IGNORECASE)
_CLOSED = re.compile("(</?)(?:template|noframes|frameset)", re.IGNORECASE)


def shadows(html: str) -> str:
    """Open declarative shadow roots: what stands in these templates is shown where they stand, as soon as it is read.

    Why not more: all other templates wait for a script.

    >>> shadows("<x-a><template shadowrootmode=open><p>One<template>no</template></template></x-a>")
    '<x-a><shadow-root><p>One<template>no</template></shadow-root></x-a>'
    """
    if not any(spelling in html for spelling in _SPELLINGS):
        return html
    opened: list[bool] = []

    def renamed(tag: re.Match[str]) -> str:
        if not tag[1]:
            opened.append(_SHADOW.search(tag[2]) is not None)
            shown = opened[-1]
        else:
            shown = bool(opened) and opened.pop()
        return f"<{tag[1]}shadow-root>" if shown else tag[0]

    return _TEMPLATE.sub(renamed, html)


def closed(html: str) -> str:
    """Open all templates, and what a page of frames says to whoever has none.

    >>> closed("<frameset><frame><noframes><p>One</noframes></frameset>")
    '<div><frame><div><p>One</div></div>'
    """
    return _CLOSED.sub(r"\1div", html)
