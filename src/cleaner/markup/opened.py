"""Opens elements that a parser leaves closed, where somebody sees what is in them."""

from __future__ import annotations

import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from cleaner.markup.bounds import bounded

SHADOW = "shadow-root"
"""The element that stands for an opened root."""
_OPENED = re.compile("shadowroot", re.IGNORECASE)  # as in `shadowrootmode`, and `shadowroot` in the browsers before
_SPELLINGS = ("shadowroot", "shadowRoot")  # to look for these takes next to no time
_TEMPLATE = re.compile(r"<(/?)template\b([^>]*+)>", re.IGNORECASE)
_WRITING = ("<foreignObject", "<foreignobject")
_WRITINGS = 256  # of a page
_OF_FRAMES = frozenset("aria-hidden class hidden id style".split())
_UNREAD = ["script", "style", "title", "meta", "link", "noscript"]  # of a document inside another
_SENTENCE = 40  # characters without blanks
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
            opened.append(_OPENED.search(tag[2]) is not None)
            shown = opened[-1]
        else:
            shown = bool(opened) and opened.pop()
        return f"<{tag[1]}{SHADOW}>" if shown else tag[0]

    return _TEMPLATE.sub(renamed, html)


def closed(html: str) -> str:
    """Open all templates, and what a page of frames says to whoever has none.

    >>> closed("<frameset><frame><noframes><p>One</noframes></frameset>")
    '<div><frame><div><p>One</div></div>'
    """
    return _CLOSED.sub(r"\1div", html)


def embed_document(frame: Any) -> None:
    """Put the document that an `iframe` holds (`srcdoc`) after it, in a block with its names, hidden if it is.

    Why not more: what is embedded by its address is another page, and what says less than a sentence is a player.
    """
    attributes = frame.attributes
    if not (html := attributes.get("srcdoc")):
        return
    body: Any = LexborHTMLParser(bounded(html)).body
    body.strip_tags(_UNREAD)
    if len("".join(body.text().split())) < _SENTENCE:
        return
    _insert_after(frame, body, frame)


def write_out_drawings(html: str, root: Any) -> None:
    """Put what a drawing writes as a page does (`foreignObject`) after the drawing, in a block with its names.

    Why not more: what says less than a sentence is a label in a diagram.
    """
    if not any(spelling in html for spelling in _WRITING):
        return
    placed: dict[int, Any] = {}  # the last that was put after each drawing
    for writing in root.css("foreignObject")[:_WRITINGS]:
        drawing = _outermost(writing)
        if drawing is not None and len("".join(writing.text().split())) >= _SENTENCE:
            placed[drawing.mem_id] = _insert_after(drawing, writing, placed.get(drawing.mem_id, drawing))


def _outermost(writing: Any) -> Any:
    """The drawing that is not in another one; None for what a drawing writes inside other writing."""
    drawing, around = None, writing.parent
    while around is not None:
        if around.tag == writing.tag:
            return None
        drawing = around if around.tag == "svg" else drawing
        around = around.parent
    return drawing


def _insert_after(framed: Any, content: Any, place: Any) -> Any:
    """Put content after a place, in a block with the names of what frames it; give the block."""
    block: Any = LexborHTMLParser("<div>").css_first("div")
    attributes = framed.attributes
    for name in _OF_FRAMES & attributes.keys():
        block.attrs[name] = attributes[name] or ""
    block.insert_child(content)
    place.insert_after(block)
    return place.next


def fill_slots(root: Any) -> None:
    """Move what stands beside a shadow root to the slots in it, where it is shown instead of what they hold.

    Why not more: what has no slot is not shown, but a script may give it one.
    """
    slots: dict[str, Any] = {}
    for slot in root.css("slot"):
        slots.setdefault(slot.attributes.get("name") or "", slot)
    filled: set[str] = set()
    child = root.next if slots else None
    while child is not None:
        following = child.next
        name = (child.attributes.get("slot") or "") if child.is_element_node else ""
        if name in slots and not child.is_comment_node and (child.is_element_node or child.text().strip()):
            if name not in filled:
                filled.add(name)
                for default in slots[name].iter(include_text=True):
                    default.remove()
            slots[name].insert_child(child)
            child.remove()
        child = following
