"""The article's topics, as its tag lines say them, and lists of them taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from cleaner.metadata.text import View

_LINES = 40  # lines labelled tags that are read
_LONGEST = 60  # characters of a keyword
_DECLARED = 80  # and of one that the page declares
_MOST = 50
_LEAST = 4  # words that are taken apart by what the article says
_BETWEEN = re.compile(r"[,;|•·、，،؛]|\s(?=#)|\s/\s")
_CUE = re.compile(r"[^\d:：,;|#]{2,24}[:：]\s*")
_AFTER = re.compile(r".?\s?[:：՝៖፦]")
_LIST = re.compile(r"[,;，、|،؛]|\s(?=#)")  # between the words of a list
_NOTHING = frozenset(("none", "null", "undefined", "n/a"))  # what templates write where nothing is known
_ADDRESS = re.compile(r"https?:|//|www\.", re.IGNORECASE)
_MARKS = " #•*·:：՝\u200f\u200e"


def of_lines(view: View) -> tuple[list[str], int] | None:
    """The words of the tag lines, and the first one's index.

    The words that introduce them ("Topics:") come off, and a heading that introduces something else, as of readers'
    comments, ends them. Where nothing parts them, words that stand together in the article are one keyword.
    """
    lines = list(islice(view.labelled("tags"), _LINES))
    if not lines:
        return None
    texts = [text for _, text in lines]
    end, heads = _cues(texts)
    found: list[str] = []
    for text, head in islice(zip(texts, heads, strict=True), end):
        words = text[head:] if head else _without_cue(text)
        found += [part for part in (part.strip(_MARKS) for part in _BETWEEN.split(words)) if part]
    if len(found) == 1:  # what has a line of its own beside others is one
        found = segments(found[0], view.text)
    found = list(dict.fromkeys(part for part in found if len(part) <= _LONGEST))[:_MOST]
    return (found, lines[0][0]) if found else None


def _without_cue(text: str) -> str:
    """A list of words without what introduces it in a language whose cues are not known.

    >>> _without_cue("Yhteystiedot: joki, silta"), _without_cue("Storm: the film")
    ('joki, silta', 'Storm: the film')
    """
    cue = _CUE.match(text)
    return text[cue.end() :] if cue and _BETWEEN.search(text, cue.end()) else text


def _cues(texts: Sequence[str]) -> tuple[int, list[int]]:
    """The first line that is the heading of something else, and where in each line the words of the cue end."""
    from cleaner.features import cues  # the phrases of every family, which pages without tag lines do without

    heads, end = [0] * len(texts), len(texts)
    for family, found in cues.find(texts).items():
        for cue in found:
            if family == "tags" and cue.phrase.head and (cue.whole or _AFTER.match(texts[cue.line], cue.end - 1)):
                heads[cue.line] = max(heads[cue.line], cue.end)
            elif family == "comments" and cue.whole and cue.line:
                end = min(end, cue.line)
    return end, heads


def segments(text: str, body: str) -> list[str]:
    """A run of keywords taken apart where the article does not say them together.

    >>> segments("Ana Cruz Tom Weber flood", "Ana Cruz met Tom Weber. The flood")
    ['Ana Cruz', 'Tom Weber', 'flood']
    """
    words = text.split()
    found: list[str] = []
    if not _LEAST <= len(words) <= 40:
        return [text]
    while words:
        size = next((n for n in range(min(5, len(words)), 1, -1) if " ".join(words[:n]) in body), 1)
        found.append(" ".join(words[:size]))
        words = words[size:]
    return found


def of_list(values: Sequence[str]) -> list[str]:
    """The words of a list, taken apart where one string holds several.

    >>> of_list(["river; bridge"]), of_list(["river, bridge, flood", "storm"]), of_list(["Harbour, Upper", "storm"])
    (['river', 'bridge'], ['river', 'bridge', 'flood', 'storm'], ['Harbour, Upper', 'storm'])
    """
    several = len(values) == 1 or any(len(_LIST.findall(value)) > 1 for value in values)
    parts = [p.strip(" #\"'") for v in values for p in (_LIST.split(v) if several else [v])]
    found: dict[str, str] = {}  # each once, however it is capitalised
    for part in parts:
        if part and len(part) <= _DECLARED and part.lower() not in _NOTHING and not _ADDRESS.match(part):
            found.setdefault(part.casefold(), part)
    return list(found.values())[:_MOST]
