r"""Formulas: what stands for one in a line of text.

A formula of MathML is a tree; read as the text of its nodes, a half is "12" and a power a factor. So its TeX is taken
where the page has it, as an annotation or in place of the formula; otherwise the tree is written on one line, with the
signs that TeX has. TeX with commands stands between dollar signs, since nothing else shows where it ends.

Why not more: tables and accents are written as if they were rows and exponents, as who needs them has TeX.
"""

from __future__ import annotations

import re
from typing import Any

from cleaner.markup.head import Attributes

_TEX = re.compile(r"math/tex\b", re.IGNORECASE)
_STYLED = re.compile(r"\{\s*\\(?:display|text)style\b\s*(.*)\}\s*", re.DOTALL)
_DELIMITED = re.compile(r"\$+(.*?)\$+|\\[(\[](.*)\\[)\]]", re.DOTALL)
_PICTURED = re.compile(r"(?<![\w-])(?:latex|tex|math|equation|mwe-math\S*)(?![\w-])", re.IGNORECASE)
_FENCED = re.compile(r"\(.*\)|[^\W_]+|\W", re.DOTALL)  # needs no brackets
_SIGN = 12  # characters; a family of emoji has eleven
_DEEPEST = 100  # elements around one another; no formula has as many
_BETWEEN = {"mfrac": "/", "msup": "^", "mover": "^", "msub": "_", "munder": "_"}
_BOTH = frozenset({"msubsup", "munderover"})


def of_math(math: Any) -> str:
    r"""Write an element `math` on one line: its TeX, or what it shows.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> def read(html): return of_math(LexborHTMLParser(f"<math>{html}</math>").css_first("math"))
    >>> read(r'<mi>c</mi><annotation encoding="application/x-tex">{\displaystyle \pi r^{2}}</annotation>')
    '$\\pi r^{2}$'
    >>> read("<mfrac><mn>1</mn><mn>2</mn></mfrac><mo>&lt;</mo><msup><mi>c</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn>")
    '1/2<c^(n+1)'
    """
    notes = (note.text() for note in math.css("annotation") if "tex" in (note.attributes.get("encoding") or "").lower())
    tex = next(notes, None) or math.attributes.get("alttext") or ""
    return _dollars(tex) or " ".join(_on_one_line(math, 0).split())


def of_script(node: Any, attributes: Attributes) -> str:
    """Give the TeX in a script that MathJax would show, or nothing where it has shown it before the script."""
    if not _TEX.match(attributes.get("type") or ""):
        return ""
    before = node.prev
    shown = before is not None and before.css_first("math") is not None
    return "" if shown else _dollars(node.text())


def of_picture(node: Any, attributes: Attributes, *, inside: bool) -> str:
    """Give what a picture stands for: a formula's TeX, inside a sentence a sign such as an emoji, before it a drop cap.

    Why not more: what describes any other picture is no part of the sentence.
    """
    alt = (attributes.get("alt") or "").strip()
    if _PICTURED.search(attributes.get("class") or ""):
        before = node.prev
        return "" if before is not None and before.css_first("math") is not None else _dollars(alt)
    if not inside:
        return alt if _is_initial(alt, node) else ""
    return alt if len(alt) < _SIGN and not alt.isascii() and not any(map(str.isalnum, alt)) else ""


def _is_initial(alt: str, picture: Any) -> bool:
    """Whether a picture shows a capital that touches the rest of its word, with more words after it: `T`, `he ferry`.

    Why not more: icons are described by a letter too, beside a word of their own.
    """
    if len(alt) > 1 or not alt.isupper():
        return False
    following = picture.next
    while following is not None and following.tag != "-text":
        following = following.first_child
    rest = following.text() if following is not None else ""
    return rest[:1].islower() and rest[0] != alt.lower() and " " in rest.strip()


def _dollars(tex: str) -> str:
    tex = tex.strip()
    if delimited := _DELIMITED.fullmatch(tex):
        tex = (delimited[1] or delimited[2] or "").strip()
    if styled := _STYLED.fullmatch(tex):
        tex = styled[1]
    tex = " ".join(tex.split())
    return f"${tex}$" if "\\" in tex else tex


def _on_one_line(node: Any, depth: int) -> str:
    """Write a part of a formula; what is deeper than any formula is written as its text."""
    tag = node.tag
    if depth > _DEEPEST or tag.startswith("annotation"):
        return "" if tag.startswith("annotation") else str(node.text())
    parts = [part.strip() for child in node.iter() if (part := _on_one_line(child, depth + 1)).strip()]
    if not parts:
        return str(node.text()).strip()
    first, *others = parts
    if tag in _BETWEEN and len(others) == 1:
        return f"{_bracketed(first)}{_BETWEEN[tag]}{_bracketed(others[0])}"
    if tag in _BOTH and len(others) == 2:
        return f"{_bracketed(first)}_{_bracketed(others[0])}^{_bracketed(others[1])}"
    if tag == "msqrt":
        return f"√{_bracketed(''.join(parts))}"
    return {"mtr": ", ", "mtable": "; ", "mtext": " "}.get(tag, "").join(parts)


def _bracketed(part: str) -> str:
    return part if _FENCED.fullmatch(part) else f"({part})"
