"""What an element's attributes say: its names, whether it is hidden, and what it tells of the page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from cleaner.markup.head import Attributes, Evidence
from cleaner.once import compiled

_NAMES = frozenset("aria-label class data-component data-testid id itemprop role".split())
_NAMES_BUT_CLASS = _NAMES - {"class"}
_TELLING = frozenset("aria-hidden datetime fallback hidden itemprop placeholder rel style".split())
SPEAKING = _NAMES_BUT_CLASS | _TELLING
"""Attributes beside the class that say something; most elements have none."""
_STREAMED = compiled(r"S:[0-9a-f]+")  # id of a part that React sends late, hidden, and puts in its place
_TIES = compiled(r"author|license", re.IGNORECASE)  # what a visible link may be to the page
_UNSEEN = compiled(
    r"""display\s*:\s*none | visibility\s*:\s*hidden | clip\s*:\s*rect\(\s*[01]\D
      | (?<![\w-])(?:left|top|text-indent)\s*:\s*-\d{4}""",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL = compiled(r"\s*[\[(]?(\d{1,3}|[a-z])[\])]?\s*")
_SPOKEN = compiled(  # classes of what only readers of the screen are told, or who points at a word
    r"""(?<![\w-])(?!not-)(?:[a-z]+-)*?
        (?: visually-?hidden | hidden-?visually | sr-?only | screen-?reader(?:-?(?:text|only))? | element-invisible
          | a11y-?(?:hidden|text) | assistive-text | show-for-sr | off-?screen | tooltip-?text )
        (?!-focusable)(?![\w])""",
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=4096)
def sorted_out(attributes: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Find out which of an element's attributes name it, if it is more than its class, and whether any says more."""
    named = () if _NAMES_BUT_CLASS.isdisjoint(attributes) else tuple([name for name in attributes if name in _NAMES])
    return named, not _TELLING.isdisjoint(attributes)


def heed(evidence: Evidence, tag: str, node: Any, attributes: Attributes, *, block: bool) -> bool:
    """Note what an element says of the page; whether it is hidden.

    `aria-hidden` hides a block only: inline, it marks a sign that is shown. That all of the body is hidden until
    scripts have run says nothing. What stands in for an AMP component until it has loaded, or if it cannot, is
    hidden as soon as it has.
    """
    if "datetime" in attributes or "itemprop" in attributes or _TIES.search(attributes.get("rel") or ""):
        evidence.note(tag, attributes, lambda: _spoken(node, attributes))
    if tag == "body":
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":  # folded, as `details` are
        return _STREAMED.fullmatch(attributes.get("id") or "") is None
    if block and attributes.get("aria-hidden") == "true":
        return True
    if "placeholder" in attributes or "fallback" in attributes:
        return str(node.parent.tag).startswith("amp-")
    style = attributes.get("style")
    return style is not None and _UNSEEN.search(style) is not None and not _is_formula(node)


@lru_cache(maxsize=4096)
def is_only_spoken(names: str) -> bool:
    """Whether classes say that nobody sees an element, which readers of the screen read aloud.

    >>> is_only_spoken("link__text u-visually-hidden"), is_only_spoken("not-sr-only"), is_only_spoken("screenplay")
    (True, False, False)
    """
    return _SPOKEN.search(names) is not None


def is_sign(node: Any, attributes: Attributes, *, link: bool, heading: bool) -> bool:
    """Whether an inline element is a sign that leads somewhere, and no text.

    Such is a link to a place on the page of which only a sign is seen (`#`, `¶`, `↩`), in a heading a link in brackets
    (`[edit]`), and beside a formula its picture made of letters, which readers of the formula do not see.
    """
    if link and "#" in (attributes.get("href") or ""):
        text = node.text()
        return not text.isspace() and not any(map(str.isalnum, text)) and text != ""
    if attributes.get("aria-hidden") == "true" and (_is_formula(node.prev) or _is_formula(node.next)):
        return True
    return heading and not link and _is_bracketed_link(node)


def label(node: Any, attributes: Attributes) -> str:
    """Name the note that a link refers to: a figure or a letter that is raised, and leads to a place on the page."""
    if "#" not in (attributes.get("href") or "") or (name := _LABEL.fullmatch(node.text())) is None:
        return ""
    child = node.first_child
    raised = "sup" in (node.parent.tag, "" if child is None else child.tag)
    return str(name[1]) if raised or "doc-noteref" in (attributes.get("role") or "") else ""


def _is_formula(node: Any) -> bool:
    child = None if node is None else node.first_child
    return child is not None and child.tag == "math"


def _is_bracketed_link(node: Any) -> bool:
    text = "".join(node.text().split())
    if text[:1] != "[" or text[-1:] != "]" or (link := node.css_first("a[href]")) is None:
        return False
    return "".join(link.text().split()) == text[1:-1]


def integer(value: str | None, otherwise: int) -> int:
    """Read an attribute of digits; of nine at most, as no list is longer.

    >>> integer("7", 1), integer("vii", 1), integer(None, 1)
    (7, 1, 1)
    """
    value = (value or "").strip()
    return int(value) if value.isdecimal() and len(value) < 10 else otherwise


def _spoken(node: Any, attributes: Attributes) -> str:
    """Read an element's words: those of the `name` in it, if it is a described thing such as an author."""
    if "itemscope" in attributes and (name := node.css_first('[itemprop="name"]')) is not None:
        return str(name.attributes.get("content") or name.text(separator=" "))
    return str(node.text(separator=" "))
