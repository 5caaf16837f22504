"""What shows code though it is no `pre`: elements that highlighters make, those set in type of one width, `code` alone.

What a highlighter puts beside the lines, their numbers, is no text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from cleaner.markup.head import Attributes
from cleaner.once import compiled

_GUTTER = compiled(r"gutter|line[-_]?n(?:o|um)|ln-num|blob-num", re.IGNORECASE)
_GUTTER_OF_CODE = compiled(r"(?<![\w-])(?:crayon-)?(?:lnt?|nums?)(?![\w-])", re.IGNORECASE)
_CODE = compiled(  # classes of what shows code; `code-block-1` is what a plugin inserts into articles
    r"""(?<![\w-]) (?: (?:source-?|program-?)?code | prettyprint(?:ed)? | syntaxhighlighter | dp-highlighter | hljs
          | geshi | codehilite | wp_syntax | linenums | chroma | shiki | react-code-lines | blob-(?:wrapper|code)
          | program-?listing | crayon-(?:syntax|pre) | CodeMirror-code | ace_(?:content|text-layer)
          | code-?(?:block|snippet|sample|listing|lines)(?!.*code-block-\d) ) (?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_TYPED = compiled(r"monospace|courier|consolas|menlo|monaco", re.IGNORECASE)
_NUMBERED = compiled(r"line-?num(?:ber)?s(?!-)", re.IGNORECASE)  # classes of a `pre` that has them
_SIGN = compiled(r"[!-@\[-`{-~]")  # of ASCII, with the digits
_NO_CODE = "p, h1, h2, h3, h4, h5, h6, img, figure, form, iframe, nav, center"  # is not inside of any
_LINES = "br, code, samp, tt, div + div, li + li, tr + tr"
_SPACED = compiled(r"white-space\s*:\s*(?:pre(?!-line)|break-spaces)", re.IGNORECASE)
_BROKEN = compiled(r"white-space(?:-collapse)?\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)  # at every line end
_FEW_SIGNS, _WIDE = 0.08, 60  # of the letters of running text, and the fewest letters of it (see `linked`)


@lru_cache(maxsize=16384)
def may_be_code(classes: str | None, style: str | None) -> bool:
    """Whether an element's classes or its style say that it shows code, or the numbers of its lines."""
    if classes and (_CODE.search(classes) or _GUTTER.search(classes) or _GUTTER_OF_CODE.search(classes)):
        return True
    return style is not None and (_is_typed(style) or _BROKEN.search(style) is not None)


def is_gutter(node: Any, attributes: Attributes, *, inside: bool = True) -> bool:
    """Whether an element beside code, or `inside`, has the numbers of its lines."""
    names = attributes.get("class") or ""
    if _GUTTER.search(names) is None and not (inside and _GUTTER_OF_CODE.search(names)):
        return False
    if node.tag in ("ol", "table", "tr") or (node.tag == "pre" and _NUMBERED.search(names)):
        return False  # what is numbered
    text = "".join(node.text().split())
    return text.isdecimal() or (inside and not text)


def _is_listing(node: Any, attributes: Attributes) -> bool:
    """Whether a block that may show code does: it has lines or is marked as code, and more signs than running text.

    Why not more: what holds a `pre` may say more beside it, by its name alone a code may be one that opens a door, and
    an editor's block of code holds elements that somebody wrote by hand.
    """
    style, text = attributes.get("style") or "", node.text().strip()
    if _CODE.search(attributes.get("class") or "") is None and not _is_typed(style):
        return False
    listed = node.css("pre")
    if node.css_first(_NO_CODE) is not None or len(listed) == 1 or any("\n" in line.text().strip() for line in listed):
        return False
    has_signs = len(_SIGN.findall(text)) >= _FEW_SIGNS * len(text)
    if len(text) >= _WIDE and not has_signs:
        return False
    return "\n" in text or (has_signs and " " in text) or node.css_first(_LINES) is not None


def _is_typed(style: str) -> bool:
    return _TYPED.search(style) is not None or _SPACED.search(style) is not None


def as_code(tag: str, node: Any, attributes: Attributes, *, inside: bool) -> tuple[str, Any]:
    """Give a block that may show code as what it is read, and the first node in it; none in numbers of lines.

    One that shows prose as it is typed has a break at every line end.
    """
    if is_gutter(node, attributes, inside=inside):
        return tag, None
    if not inside and _is_listing(node, attributes):
        return "code", node.first_child
    if _BROKEN.search(attributes.get("style") or ""):
        _break(node)
    return tag, node.first_child


def _break(node: Any) -> None:
    """Put a `br` at every line end of a block's texts."""
    br = LexborHTMLParser("<br>").css_first("br")
    for text in [inner for inner in node.traverse(include_text=True) if inner.tag == "-text"]:
        *broken, last = text.text().split("\n")
        for line in broken:
            if line:
                text.insert_before(line)
            text.insert_before(br)
        if broken:
            if last:
                text.insert_before(last)
            text.remove()


def has_lines(node: Any) -> bool:
    """Whether an element such as `code` shows several lines."""
    child = node.first_child
    if child is None or (child.next is None and child.first_child is None and "style" not in node.attributes):
        return False
    if node.css_first("br, div, p, li, tr") is not None:
        return True
    return _SPACED.search(node.attributes.get("style") or "") is not None and "\n" in node.text().strip()
