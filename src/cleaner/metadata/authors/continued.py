"""Bylines that go on over several lines, as renderers set each link of one, or each author, on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.metadata import agencies, authors, dates
from cleaner.metadata import names as naming
from cleaner.metadata.authors.standalone import BRIEF, names_alone
from cleaner.metadata.text import View
from cleaner.once import compiled

MOST = 6
"""Authors of one byline, or rel=author elements; more are of other articles."""
LONGEST = 200
"""Characters; a byline with a job title and a date is hardly longer."""

# Words between two authors.
_JOINER = r"(?:and|und|et|og|och|en|и|і|та|i|y|e|ve|dan|va|és|ir|și|και|with|mit|avec|con|com|met|med)"
_OPEN_END = compiled(rf"(?:,|&|\b{_JOINER})\s*$", re.IGNORECASE)
JOINED = compiled(rf"[,/&]|\b{_JOINER}\b", re.IGNORECASE)
_GOES_ON = compiled(rf"(?:[,&]|{_JOINER}(?:\s|$))", re.IGNORECASE)
_ONLY_JOINER = compiled(rf"\W*(?:{_JOINER}|[,&])\W*$", re.IGNORECASE)


def by_cue(view: View, i: int) -> list[str]:
    """Names that a by-word introduces, on its line or, alone on it, on the next ones."""
    texts = view.document.texts
    if names := view.introduced(i):
        return list(names)
    if authors.is_cue(texts[i]) and i + 1 < len(texts):
        return authors.in_line(texts[i + 1], labelled=True, introduced=True)
    return []


def whole(view: View, i: int, names: list[str]) -> list[str]:
    """The names that a by-word introduces, and those on the lines that go on; below a by-word alone, line by line."""
    texts = view.document.texts
    names = more(texts, i, names)
    if not authors.is_cue(texts[i]):
        return names
    return stacked(view, i + 1, names, up=False, titled=_with_role(texts[i + 1]) != [])


def more(texts: Sequence[str], i: int, names: list[str]) -> list[str]:
    """The names, and those on the lines that go on: a renderer puts each link of a byline on a line of its own.

    >>> more(["By Ana Cruz", "and", "Tom Weber", "Share"], 0, ["Ana Cruz"])
    ['Ana Cruz', 'Tom Weber']
    """
    names = list(names)
    while i + 1 < len(texts) and names[-1] not in texts[i]:
        i += 1
    while i + 1 < len(texts):
        step = 1
        if not _OPEN_END.search(texts[i]) and not _GOES_ON.match(texts[i + 1]):
            break
        if _ONLY_JOINER.match(texts[i + 1]):
            step = 2
        following = texts[i + step] if i + step < len(texts) else ""
        new = authors.in_line(following, labelled=True) if len(following) < LONGEST else []
        if not new and agencies.is_agency(following):
            new = [following.strip(" ,;")]
        if not new:
            break
        names += [n for n in new if n not in names]
        i += step
    return names


def stacked(view: View, i: int, names: list[str], *, up: bool = True, titled: bool = False) -> list[str]:
    """The names, and those that stand alone on the lines above (`up`) and below, with nothing but joiners between.

    Where the first stands beside a job title without a dash (`titled`), others may as well. More than a handful are a
    list of people, not a byline.
    """
    texts = view.document.texts
    before: list[str] = []
    after: list[str] = []
    ways = [(-1, before)] * up + [(1, after)] * (dates.first(texts[i]) is None)  # a date ends a byline
    for step, found in ways:
        j = i + step
        while 0 <= j < len(texts) and len(before) + len(after) < MOST:
            more = _with_role(texts[j]) if titled or " – " in texts[j] else []
            if more or (len(texts[j]) > 3 and not _is_between(texts[j])):
                more = more or (names_alone(view, j) if dates.first(texts[j]) is None else [])
                if not more:
                    break
                found.extend(more)
            j += step
    together = list(dict.fromkeys([*reversed(before), *names, *after]))
    return together if len(together) <= MOST else names


def _with_role(text: str) -> list[str]:
    """The name on a short line that goes on with the name's job title.

    >>> _with_role("Ana Cruz – Journalist in Paris"), _with_role("Ana Cruz – the whole story")
    (['Ana Cruz'], [])
    >>> _with_role("Ana Cruz News Reporter"), _with_role("Ana Cruz News Desk")
    (['Ana Cruz'], [])
    """
    if len(text) > BRIEF:
        return []
    name, dash, rest = text.partition(" – ")
    if dash:
        return [name] if naming.is_name(name) and naming.is_role(rest) else []
    name = naming.without_role(text).rstrip(",")
    return [name] if name != text and naming.is_name(name) else []


def _is_between(text: str) -> bool:
    """Whether a line is what stands between two authors: a joiner, or the first one's job title."""
    return (
        _ONLY_JOINER.match(text) is not None
        or (text[0], text[-1]) == ("[", "]")
        or (len(text) < 40 and naming.is_role(text) and not naming.is_name(text))
    )
