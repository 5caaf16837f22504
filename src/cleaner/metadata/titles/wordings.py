"""What a line of a text says as a title: without what renderers leave beside it, and as the address says it.

Renderers set list marks, breadcrumbs, kickers, dates and authors on the title's line, or part a title in two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from cleaner.metadata import authors
from cleaner.metadata.dates import When
from cleaner.metadata.dates.datewords import says
from cleaner.metadata.names import is_capital, is_common, is_name
from cleaner.metadata.titles import title

_LIST_MARK = re.compile(r"^\s*(?:[*•·▪□■+○>›»–—|-]|\d\d?\.(?!\s\w+\s\d{4}))\s+")
_IMAGE_NAME = re.compile(r"\s?\[(?!\d+\])[\w.-]{1,40}\]$")
_CRUMB = re.compile(r"\s[»›▸→/]\s")
_BYWORD_LEFT = re.compile(r"(?<=\w)\s+(?:by|von|par|por|door)$")  # the name is a link on the next line
_SIGNED = re.compile(r"(?<=\w)\W?\s+(?:by|von|par|por|door)\s+(?P<name>\S+(?:\s\S+){1,3})$")
_SLOGAN = re.compile(r"(?<=\w)\W?\s\|\s(?P<end>[^|]+)$")
_KICKER = re.compile(r"(?<=\S)\s?:\s+")
_COLONS = (":", "：")
_EDGE = " \t|:–—·•»›/,-"
_ALL = 0.95  # how well an address and a title that is in it word for word cover each other
_PART = 80  # characters of a kicker, or of a title's beginning on the line above
_DATE_ENDS = 10  # characters after a date at a title's end
_SAID_BESIDE = ("published", "updated", "event")  # what a line with a date may be about, other than a title
_HOME = 20  # characters of a breadcrumb's beginning
_FEW = 3  # words: fewer are left of a menu's entry, or follow a title's bar


def said(line: str, following: str = "") -> str:
    """A title's line without what renderers leave beside it: list marks, breadcrumbs, names of images, what a bar
    parts off, and a by-word where the following line is the name.

    >>> said("• River rises after storm [storm-1200.jpg]"), said("Home » Regions » River rises after storm")
    ('River rises after storm', 'River rises after storm')
    >>> said("River rises [2031]"), said("Ten walks along the river [all of them tried]")
    ('River rises [2031]', 'Ten walks along the river [all of them tried]')
    >>> said("River rises after storm by", "Ana Cruz"), said("A night to stand by", "A storm came")
    ('River rises after storm', 'A night to stand by')
    >>> said("How the old river rose by Ana Cruz"), said("The River by Ana Cruz")
    ('How the old river rose', 'The River by Ana Cruz')
    >>> said("River rises after storm | Opinion"), said("Storm | River rises")
    ('River rises after storm', 'Storm | River rises')
    """
    text = _IMAGE_NAME.sub("", _LIST_MARK.sub("", title.tidy(line)))
    crumbs = _CRUMB.split(text)
    home = crumbs[0].rpartition(":")[2]  # "You are here: Home"
    telling = crumbs[-1].count(" ") > ("/" in text)  # a title has slashes of its own ("storm / harbour wall")
    if len(crumbs) > 2 and telling and len(home) < _HOME:
        text = crumbs[-1]
    slogan = _SLOGAN.search(text)
    if slogan and len(title.words(slogan["end"])) <= _FEW < len(title.words(text[: slogan.start()])):
        text = text[: slogan.start()]
    signed = _SIGNED.search(text)
    if signed and is_name(signed["name"]) and text.count(" ", 0, signed.start()) > 3:
        return text[: signed.start()]  # a renderer joined the byline to it; a short one may be a book and its author
    left = _BYWORD_LEFT.search(text)
    return text[: left.start()] if left and _is_signature(following) else text


def _is_signature(line: str) -> bool:
    """Whether a line is what follows a by-word that was left above it: names, or a single capitalised word."""
    if len(line) >= 60:
        return False
    return bool(authors.in_line(line, labelled=True)) or (line.isalpha() and is_capital(line) and not is_common(line))


def is_listed(line: str) -> bool:
    """Whether a line begins with a list mark."""
    return _LIST_MARK.match(line) is not None


def undated(line: str, when: When) -> str | None:
    """A title's line without the date that a renderer set at its beginning or end; None where no title is left.

    >>> from cleaner.metadata.dates import first
    >>> [undated(t, first(t)) for t in ("River rises again 10 July 2025", "10 July 2025 | The river rises")]
    ['River rises again', 'The river rises']
    >>> [undated(t, first(t)) for t in ("Last updated on 10 July 2025", "What the river did on 10 July 2025")]
    [None, None]
    """
    before, after = line[: when.start], line[when.end :]
    if len(before.strip(_EDGE)) < 2:
        rest = after.strip(_EDGE)
    elif len(after.strip(_EDGE)) <= _DATE_ENDS:
        rest = before.strip(_EDGE)
        if before.rstrip().endswith((",", ":", "(", "[")) or (rest.split()[-1].islower() and len(rest.split()[-1]) < 4):
            return None  # "what happened on", "Founded:"
    else:
        return None
    few = len(title.words(rest)) < _FEW
    if few or not rest[:1].isalnum() or rest[:1].islower() or any(says(kind, rest) for kind in _SAID_BESIDE):
        return None
    return None if authors.in_line(rest, labelled=True) else rest


def with_kicker(text: str, above: Sequence[str]) -> str:
    """A title's line with the kicker above it that a renderer parted from it at the colon.

    Why not where a line above ends with a colon: that may be a label ("Read also:").

    >>> with_kicker(": Old bridge closed", ["Home", "Storm"]), with_kicker("Old bridge closed", ["Storm", ":"])
    ('Storm: Old bridge closed', 'Storm: Old bridge closed')
    >>> with_kicker("Old bridge closed", ["Home", "Storm"]), with_kicker(": Old bridge closed", [])
    ('Old bridge closed', ': Old bridge closed')
    """
    if text[:1] in _COLONS and above:
        return title.tidy(above[-1]) + text
    if len(above) > 1 and above[-1].strip() in _COLONS and len(above[-2]) <= _PART:
        colon = above[-1].strip()
        return title.tidy(above[-2]) + colon.replace(":", ": ") + text
    return text


def as_addressed(text: str, above: str, cover: Callable[[str], float]) -> str:
    """A title's line without its kicker, or with the line above, where the address says just that.

    Args:
        text: what the line says.
        above: the line above it, which may be its kicker or its beginning.
        cover: how well the address's words and a text's cover each other, 0 to 1.

    >>> def cover(text):
    ...     return float(text in ("River rises: Old bridge closed", "Bridge to stay closed"))
    >>> as_addressed("Old bridge closed", "River rises", cover), as_addressed("Storm: Bridge to stay closed", "", cover)
    ('River rises: Old bridge closed', 'Bridge to stay closed')
    >>> as_addressed("Bridge to stay closed", "Storm", cover)
    'Bridge to stay closed'
    """
    here = cover(text)
    kicker = _KICKER.search(text)
    if kicker and kicker.start() <= _PART and cover(text[kicker.end() :]) > max(here, _ALL):
        return text[kicker.end() :]
    if 1 < len(above) <= _PART and here < _ALL:
        goes_on = above.endswith(":") or not text[:1].isupper()
        joined = title.tidy(above) + (" " if goes_on else ": ") + text
        if cover(joined) > max(here, _ALL):
            return joined
    return text
