"""Marks that a converter leaves of a page's elements: tags on lines of their own, fences, attributes.

    <div class="menu">          ::: {#menu .site}          -   [[Ferry](/f)]{.item}          .. container:: menu
    :PROPERTIES: … :END:        <<menu>>                   [[menu]]        [.item]#Ferry#

They are no words of the article. A text about them has a few, and its own code; a page that was converted has one
around nearly every block, alone between blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.once import compiled

_NAMES = (
    "a|abbr|address|article|aside|b|blockquote|body|br|button|center|cite|details|div|em|fieldset|figcaption|figure|font"
    "|footer|form|h[1-6]|header|hr|i|iframe|img|input|label|li|main|nav|ol|p|picture|section|small|source|span|strong|sub"
    "|summary|sup|svg|table|tbody|td|th|thead|time|tr|u|ul|video"
)
_TAG = rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>"
_OPEN_ATTRIBUTES = r"\{(?=[.#][\w-]|[\w:-]+=)[^{}]*"
_ATTRIBUTES = rf"{_OPEN_ATTRIBUTES}\}}"  # as pandoc's Markdown writes them, and its fences
_FENCE = rf":{{3,}}(?:\s*(?:{_ATTRIBUTES}|[\w-]+))?"
# Of reStructuredText: a directive, with the name that stands for a picture, and its options on lines of their own.
_DIRECTIVE = r"\.\. (?:\|[^|\n]+\| )?(?:container|image|figure|class|raw)::"
_OPTION = ":(?:name|class|alt|width|height|target|align|scale|loading|figclass|figwidth):(?: |$)"
_HEADING = ".. rubric:: "
_DRAWER, _DRAWN = ":PROPERTIES:", ":END:"  # of Org, and lines between
_ANCHOR = r"<<[\w-]+>>|\[\[[\w-]+\]\]"  # of Org and of AsciiDoc
_ROLES = r"\[[.#][\w-][^\[\]]*\]"  # of AsciiDoc, before a block or in a line
_PICTURE = compiled(r"\|[^|\s][^|]*\|\\ ")  # by its name, and the blank that only parts the words of the markup
_MARKER = compiled(r"^(?:[-*+]|\d{1,3}[.)]) (?=:::)")  # of an item whose text stands below the mark
_BEGINS = frozenset("<:{\\.[")
_ALONE = compiled(
    rf"(?>(?:{_TAG}|{_FENCE}|{_ATTRIBUTES}|{_ANCHOR}|{_ROLES}|\\)\s*)+|(?:{_DIRECTIVE}|{_OPTION}).*|{_DRAWER}|{_DRAWN}",
    re.IGNORECASE,
)  # each mark is taken as a whole: a row of colons could else be parted into marks in a great many ways
_MARK = compiled(rf"{_TAG}|{_FENCE}|{_DIRECTIVE}|{_DRAWER}|{_ANCHOR}|{_ROLES}", re.IGNORECASE)
_DIRECTIVES = compiled(rf"^ *{_DIRECTIVE}", re.MULTILINE)
_LINE = compiled(r"\n</?(?:a|br|div|figure|img|p|section|span|table|ul)[ >/]")
_VALUE = compiled(r"""="(?:[^"\\]|\\.)*+"|='[^']*'""")  # may have brackets of any kind
_ASIDE = compiled(r"=\0(\d+)\0")
_TAGS = compiled(_TAG, re.IGNORECASE)
_SPAN = compiled(rf"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]{_ATTRIBUTES}")
_ROLE = compiled(rf"{_ROLES}(#{{1,2}})(?=\S|\s*\S)(.*?)\1")
_BEHIND = compiled(rf"\]? ?{_ATTRIBUTES}")
_OPEN = compiled(rf"<(?:{_NAMES})(?:\s[^<>]*)?$|{_OPEN_ATTRIBUTES}$", re.IGNORECASE)
_IN_VALUE = compiled(r"""(?:<\w|\{[.#\w])[^<>{}]*="[^"]*$""")
_RAW = "```{="  # begins what only another format is to have
_RAW_LINES = 4
_DRAWER_LINES = 20

_LEAST = 8  # marks between blank lines
_BEGUN = 3  # of them, in a text that begins with one
_SHARE = 0.05  # of the lines
_NESTED = 4
_LINES = 20  # on which one mark may stand


def may_have(text: str) -> bool:
    """Whether a text may have such marks; cheap."""
    if "{" in text and "\n:::" in text:
        return True
    if "`" in text and "\n.. " in text and len(_DIRECTIVES.findall(text)) >= _LEAST:
        return True
    if ":\n" in text and text.count(f"{_DRAWER}\n") >= _LEAST:
        return True
    if "\n[" in text and text.count("]#") + text.count("]]\n") >= _LEAST:
        return True
    if "\n<" not in text:
        return False
    return len(_LINE.findall(text)) >= (_BEGUN if text.lstrip().startswith("<") else _LEAST)


def are_left(texts: Sequence[str], gaps: Sequence[int]) -> bool:
    """Whether a text has so many marks that a converter left them.

    >>> are_left(["::: menu", "[Ferry]{.item}", ":::"] * 4, [1] * 12)
    True
    >>> are_left(["::: menu", "[Ferry]{.item}", ":::"], [1] * 3), are_left(["Type", "<p>", "</p>"] * 9, [0] * 27)
    (False, False)
    """
    marks = 0
    for text, gap in zip(texts, gaps, strict=True):
        if (gap or text[0] == ":") and is_alone(text):
            marks += len(_MARK.findall(without_values(text)))
    return marks >= max(_BEGUN if is_alone(texts[0]) else _LEAST, _SHARE * len(texts))


def without_values(text: str) -> str:
    """Give a text without the values of attributes, in which anything may stand.

    >>> without_values('<a rel="menu.Top">Ferry</a>')
    '<a rel=>Ferry</a>'
    """
    return _VALUE.sub("=", text)


def is_alone(text: str) -> bool:
    """Whether a line is marks and no more.

    >>> is_alone("<div><br/>"), is_alone("::: {.menu}"), is_alone("<p>Ferry</p>")
    (True, True, False)
    """
    return text[:1] in _BEGINS and _ALONE.fullmatch(without_values(text)) is not None


def alone(texts: Sequence[str]) -> list[bool]:
    """For each line whether it is marks and no more, or in a block that only another format is to have."""
    found = [is_alone(_MARKER.sub("", text)) for text in texts]
    for line, text in enumerate(texts):
        if text.startswith(_RAW) and "```" in texts[line + 1 : line + _RAW_LINES]:
            last = texts.index("```", line + 1)
            found[line : last + 1] = [True] * (last + 1 - line)
        if text.endswith(_DRAWER) and _DRAWN in texts[line + 1 : line + _DRAWER_LINES]:
            last = texts.index(_DRAWN, line + 1)
            found[line + 1 : last + 1] = [True] * (last - line)
    return found


def broken(texts: Sequence[str], gaps: Sequence[int]) -> list[bool]:
    """For each line whether it goes on with a mark that a margin broke.

    >>> broken(["<a", 'href="/ferry">The ferry', "runs."], [0, 0, 0])
    [False, True, False]
    """
    joined = [False] * len(texts)
    opened, since = "", 0
    for line, text in enumerate(texts):
        if opened and not gaps[line] and line - since < _LINES:
            joined[line] = True
            opened = f"{opened} {text}"
        else:
            opened, since = text, line
        opened = opened if _is_open(opened) else ""
    return joined


def _is_open(text: str) -> bool:
    if text == ".. container::":
        return True
    if "<" not in text and "{" not in text:
        return False
    bare = without_values(text)
    return _OPEN.search(bare) is not None or _IN_VALUE.search(bare) is not None


def without(text: str) -> str:
    r"""Give a line without its marks; one that is nothing else stays.

    >>> without("-   [[Ferry](/ferry)]{#item .menu}"), without("<span>Ferry</span>"), without("a < b")
    ('- [Ferry](/ferry)', 'Ferry', 'a < b')
    >>> without(r"- |Owl|\ `Owls </owls>`__")
    '- `Owls </owls>`__'
    >>> without("* link:/f[[.item]#Ferry#]"), without("[.initial]##T##he ferry is no. [#1]")
    ('* link:/f[Ferry]', 'The ferry is no. [#1]')
    >>> without('<b class="key">Set</b> depth="4" first.')
    'Set depth="4" first.'
    """
    text = _PICTURE.sub("", text.removeprefix(_HEADING))
    if "]#" in text:
        text = " ".join(_ROLE.sub(r"\2", text).split()) or text
    if "<" not in text and "{" not in text:
        return text
    text = text.replace("\0", "")  # marks the places of values
    values = _VALUE.findall(text)  # put aside; those of the sentence itself come back
    aside = iter(range(len(values)))
    bare = _VALUE.sub(lambda _: f"=\0{next(aside)}\0", text)
    seen = _TAGS.sub(_between, bare)
    for _ in range(_NESTED if "{" in seen else 0):
        seen = _SPAN.sub(r"\1", seen)
    seen = _BEHIND.sub("", seen)
    if seen == bare:
        return text
    return _ASIDE.sub(lambda place: values[int(place[1])], " ".join(seen.split())) or text


def _between(tag: re.Match[str]) -> str:
    return " " if tag[0][:3].lower() == "<br" else ""
