"""Targets in brackets of their own behind the links' text: `bridge [https://…]`, `bridge (/b)`, `bridge <https://…>`.

html-to-text writes the first, the plain-text parts of mails have the others. Addresses in brackets are an author's,
unless there are many, and many behind a few words, as in a menu; in parentheses, many of one site or of the page's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.once import compiled
from cleaner.plain.targets.addresses import FLAGS

# Schemes by their form: `mailto:desk@…` and `tel:55501` are, `rows[first:last]` is a slice and `(Score:2)` a grade.
_URL = r"(?: https?:// | www\. | (?<!\w.) [a-z][a-z0-9+.-]+: (?= \S* (?: [/?@(=+] | \d{5} ) ) )"
# `[?]`, `[#1]`, `[his/her]` and `[24/7]` are none, nor are `(#1)` and `(his/her)`.
_PATH = r"""(?: /(?!/?\s) | \.\.?/ | \# | \?[\w%.-]+= | (?!\d) [\w%.+-]+/ (?: \S*[\d/.?=_-] | \] )
    | [\w%+-]+\.(?:html?|php|aspx?|jsp)\b )"""
_ROUND_PATH = r"(?: /(?!/?\s) | \.\.?/ | \#\) | \?[\w%.-]+= )"
_ANGLE_PATH = r"/ [^\s<>/]+ /"  # `</b>` is a tag's

_IMAGE = compiled(r"\[image: \s* ( [^\[\]]* ) \]", FLAGS)
_SITE = compiled(r"(?:https?:)?//(?:www\.)?([^\s/?#]+)", FLAGS)
_ALONE = compiled(r"[^\w?#/]* (?: \?[\w%.-]+= | (?!https?:) [a-z][a-z0-9+.-]+:// ) .*", FLAGS)  # behind no text

MANY = 10  # addresses in brackets
_ITEMS = 5  # of them behind a few words


@dataclass(frozen=True, slots=True)
class Form:
    """What targets look like: with the blank before them, behind an `item` of a menu, and `opened` by a line."""

    target: re.Pattern[str]
    item: re.Pattern[str]
    opened: re.Pattern[str]
    bracket: str  # cheap to look for, with what may follow it
    begins: tuple[str, ...]


def _form(brackets: str, path: str, begins: tuple[str, ...], before: str = "", after: str = "") -> Form:
    one, other = map(re.escape, brackets)
    address, inner = rf"(?: {_URL} | {path} )", rf"[^\s{one}{other}]"
    # A value that is given in it may have blanks, `?subject=The old bridge`, and it may have brackets itself.
    whole = rf"(?= {address} ) (?: {inner}* = [^{one}{other}]* | {inner}+ ) (?: {one} {inner}* {other} {inner}* )*"
    return Form(
        compiled(rf"\s? {before} {one} {whole} {other} {after}", FLAGS),
        compiled(rf"[^\w{one}]* ( (?: [^\s{one}{other}]+ \s ){{1,5}} ) {one} ( {whole} ) {other}", FLAGS),
        compiled(rf"{before} {one} (?= {address} ) [^{one}{other}]+ $", FLAGS),
        brackets[0],
        begins,
    )


_FORMS = (
    _form("[]", _PATH, ("/", "#", "http"), after=r"(?! \( )"),
    _form("()", _ROUND_PATH, ("/", "#", "http"), before=r"(?<! \] )"),
    _form("<>", _ANGLE_PATH, ("/", "http")),
)


def may_have(text: str) -> bool:
    """Whether a text may have such targets; cheap."""
    return any(_is_frequent(form, text) for form in _FORMS)


def _is_frequent(form: Form, text: str) -> bool:
    behind = text.split(form.bracket)[1:]
    return len(behind) >= MANY and sum([rest.startswith(form.begins) for rest in behind]) >= MANY


def form(texts: Sequence[str]) -> Form | None:
    """How the targets of links stand in brackets behind their text, if they do."""
    text = "\n".join(texts)
    return next((form for form in _FORMS if _is_frequent(form, text) and _are_many(texts, form)), None)


def _are_many(texts: Sequence[str], form: Form) -> bool:
    having = [text for text in texts if form.bracket in text]
    if sum([len(form.target.findall(text)) for text in having]) < MANY:
        return False
    items = [item[2] for text in having if (item := form.item.fullmatch(text))]
    if form.bracket != "[":  # where an author's may stand
        sites = Counter([site[1] if (site := _SITE.match(item)) else "" for item in items])
        return max(sites.values(), default=0) >= _ITEMS
    return len(items) >= _ITEMS


def without(text: str, form: Form) -> str:
    """A line without the targets in brackets; an item of a menu is a link, and a picture one of Markdown."""
    if form.bracket not in text:
        return _empty(text) if _ALONE.fullmatch(text) else text
    text = _IMAGE.sub(r"![\1](#)", text)
    if item := form.item.fullmatch(text):
        return f"{text[: item.start(1)]}[{item[1].strip()}](#)"
    bare = form.target.sub("", text).strip()
    return bare or _empty(text)


def _empty(text: str) -> str:
    """A link of Markdown without text, to a target that may have blanks."""
    return f"[]({'%20'.join(text.split()).strip('[]()<>')})"


def begins(text: str, form: Form) -> bool:
    """Whether a line begins with such a target."""
    return form.target.match(text) is not None


def is_open(text: str, form: Form) -> bool:
    """Whether a text ends inside of such a target.

    >>> [is_open(text, _FORMS[0]) for text in ("Tell a friend [?subject=The old", "They [the town", "Tides [/t]")]
    [True, False, False]
    """
    return form.opened.search(text) is not None
