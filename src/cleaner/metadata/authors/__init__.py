"""Bylines in words: the authors that a credit or a line names.

The words that introduce an author, or follow one as in Japanese and Korean, are data (`data/bylines.txt`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cleaner.metadata import agencies, eastasian, names
from cleaner.metadata.authors import bounds, credits, otherwork
from cleaner.metadata.authors.credits import ADDRESS
from cleaner.metadata.eastasian import CJK
from cleaner.metadata.names import is_name
from cleaner.metadata.wordlists import roles, table
from cleaner.once import compiled

_FIRST = compiled(r"\W*(\w+)")
_LONGEST = 200  # characters of a byline
_BRIEF = 60  # characters of one that names no person
_AUTHOR = ("aut", "автор", "作者")  # a job title that says who wrote; any other belongs to a name beside it
_GLUED = compiled(r"\W*(?:[Ww]ritten [Bb]y|B[yY]|Von|Par|Por)(?=[A-ZÀ-Þ])")  # a renderer ate the blank
_ALL_BY = compiled(
    r"(?:view|see|read|more|all|other|posts?|articles?|stories)\b[\w\s]{0,30}\b(?:by|from|about)\s+", re.IGNORECASE
)
_MARKUP = compiled(r"</?[a-zA-Z][^<>]*>")
_INVERTED = compiled(r"\s*([^\W\d_][\w’'-]+), ([^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]*\.?)?)\s*")
# Before a word and a colon, `Source: Harbour Author: Ana Cruz`; but a short one may go on with `edited by:`.
_LABEL = compiled(r"\s+(?=(?:[^\W\d_]{5,16}|[\u0370-\uffff]{1,8})\s?[:：])")
_OTHERS = compiled(
    r"""외\s?\d+\s?[명인] | ほか\d*[名人] | 等\s?\d*人 | \bet\.?\sal\b
      | (?:\b(?:and|und|et|y|e|og|och|en|и|i)\s|\+\s?)(?:\d+\s)?
        (?:others?|more|weitere|andere|autres|más|outros|altri|andre|andra|meer)\b""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Cues:
    before: re.Pattern[str]  # a cue and a blank, then a name
    colon: re.Pattern[str]  # a cue and a colon, then a name
    behind: re.Pattern[str]  # names, then a cue, and nothing else but a date
    bare: re.Pattern[str]  # such a cue of a script without capitals, where a whole credit goes on without the colon
    whole: frozenset[str]  # those that may have a line to themselves, lower case
    words: frozenset[str]  # that cues begin with: hardly a line does, and finding that out is cheap

    def may_introduce(self, text: str) -> bool:
        """Whether a text begins like a cue."""
        first = _FIRST.match(text)
        return first is not None and (first[1].lower() in self.words or _GLUED.match(text) is not None)


@cache
def _cues(language: str | None = None) -> _Cues:
    """The cues of all languages, and those that count in texts of one language alone."""
    kinds: dict[str, set[str]] = {"": set(), ":": set(), "+": set(), "=": set()}
    for row, words in table("bylines.txt").items():
        for word in words:
            kind = word[0] if word[0] in kinds else ""
            if kind != "=" or row == language:
                kinds[kind.replace("=", "")].add(word.removeprefix(kind))
    behind = {word for word in kinds["+"] if not CJK.search(word)}
    return _Cues(
        re.compile(rf"\W*(?:{_either(kinds[''])})\s*[:：]?\s+(?=\S)", re.IGNORECASE),
        re.compile(rf"\W*(?>{_either(kinds[':'])})(?:\s*[:：／/＝=・՝｜丨│]|\s?[-–ـ]\s)\s*", re.IGNORECASE),
        re.compile(rf"\W*(?P<names>[^\W\d_].{{3,70}}?)\s(?:{_either(behind)})\s*(?=$|[|•·,–—(\d])", re.IGNORECASE),
        re.compile(rf"(?:{_either({c for c in kinds[':'] - roles() if c.upper() == c})})\s+(?=[^\W\d]+\s[^\W\d]+)"),
        frozenset(c for c in kinds[""] | kinds[":"] if c not in roles() or c.startswith(_AUTHOR)),
        frozenset(found[1].lower() for kind in ("", ":") for cue in kinds[kind] if (found := _FIRST.match(cue))),
    )


def _either(words: set[str]) -> str:
    """One of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def is_cue(line: str) -> bool:
    """Tell whether a line is nothing but words that introduce an author.

    >>> is_cue("Written by:"), is_cue("Автор"), is_cue("Reviewed by"), is_cue("Journalist")
    (True, True, False, False)
    """
    return len(line) < 40 and line.strip(" \t:：*•–—-").lower() in _cues().whole


def without_cue(text: str) -> str:
    """Take the words that introduce it off a credit.

    >>> without_cue("Written by: Ana Cruz"), without_cue("كتب أحمد السيد"), without_cue("Byron Cole")
    ('Ana Cruz', 'أحمد السيد', 'Byron Cole')
    """
    cues = _cues()
    for pattern in (cues.colon, cues.before, cues.bare) if cues.may_introduce(text) else ():
        found = pattern.match(text)
        if found and found.end() < len(text):
            return text[found.end() :].strip()
    return text


def split(credit: str, *, whole: bool = False) -> list[str]:
    """Take a credit apart into names (see `credits.split`), without the words that introduce them.

    Who has edited, checked or illustrated is no author. A publication and an agency that sign together stay as the
    credit says it where that is asked (`whole`).

    >>> split("By Ana Cruz and Tom Weber"), split("Von Ute Kern, Redakteurin")
    (['Ana Cruz', 'Tom Weber'], ['Ute Kern'])
    >>> split("Ana Cruz in Bonn and Tom Weber in Prague"), split("Women in Ports and Harbours")
    (['Ana Cruz', 'Tom Weber'], ['Women in Ports and Harbours'])
    >>> split("Edited by Tom Weber"), split("See all articles by Ana Cruz")
    ([], ['Ana Cruz'])
    >>> split("Le Port et AFP"), split("Le Port et AFP", whole=True)
    (['Le Port', 'AFP'], ['Le Port et AFP'])
    """
    listing = _ALL_BY.match(text := credit.strip())
    text = text[listing.end() :] if listing else text
    if otherwork.begins(text) or credits.is_placeholder(text):
        return []
    text = without_cue(_turned(_MARKUP.sub(" ", text)))
    if others := _OTHERS.search(text, 1):
        text = text[: others.start()].strip()
    if (place := bounds.PLACE.search(text)) and is_name(text[: place.start()]):
        text = bounds.without_place(f"{text};")  # the last one's too
    found = credits.split(text)
    return [text] if whole and len(found) == 2 and "," not in text and agencies.is_agency(found[1]) else found


def _turned(text: str) -> str:
    """Names as libraries invert them, turned round.

    >>> _turned("Cruz, Ana; Weber, Tom K."), _turned("Ana Cruz, Reporter"), _turned("Reuters, Bonn")
    ('Ana Cruz; Tom K. Weber', 'Ana Cruz, Reporter', 'Reuters, Bonn')
    """
    parts = [_INVERTED.fullmatch(part) for part in text.split(";")]
    turned = [f"{part[2]} {part[1]}" for part in parts if part]
    people = len(turned) == len(parts) and all(map(is_name, turned))
    return "; ".join(turned) if people and not agencies.find(text, credit=True) else text


def in_line(line: str, *, labelled: bool = False, introduced: bool = False, language: str | None = None) -> list[str]:
    """Give the authors that a line of text names.

    A line, or a part of it, must begin with a by-word and go on with a name, or end in a job title as Japanese and
    Korean bylines do, or in a word such as the Turkish *tarafından*. In a `language` that is known, further words
    introduce authors: the Romanian *de* is an article in Dutch.

    A line that is known to be a byline (`labelled`) needs no by-word; one below a by-word is also `introduced`.

    >>> in_line("By Ana Cruz and Tom Weber | 10 July 2025"), in_line("By Monday the river had risen")
    (['Ana Cruz', 'Tom Weber'], [])
    >>> in_line("Ana Cruz"), in_line("Ana Cruz | Tom Weber", labelled=True), in_line("【박민수 기자】")
    ([], ['Ana Cruz', 'Tom Weber'], ['박민수'])
    >>> in_line("De Ana Cruz", language="ro"), in_line("De Ana Cruz"), in_line("Ana Cruz tarafından | 10.07.2025")
    (['Ana Cruz'], [], ['Ana Cruz'])
    >>> in_line("Source: Harbour Author: Ana Cruz Editor: Tom Weber"), in_line("10 July 2025 · Ana Cruz", labelled=True)
    (['Ana Cruz'], ['Ana Cruz'])
    >>> in_line("Ana Cruz und Tom Weber (Text), Jo Kern (Fotos)"), in_line("HARLOW.- By Ana Cruz, editor")
    (['Ana Cruz', 'Tom Weber'], ['Ana Cruz'])
    >>> in_line("AFP | Ana Cruz", labelled=True), in_line("AFP | Harbour | Ana Cruz", labelled=True)
    (['Ana Cruz', 'AFP'], [])
    """
    if len(line) > 2 * _LONGEST:
        return []
    text = ADDRESS.sub(" ", line) if "@" in line or "www." in line or "://" in line else line
    text = " ".join(text.split()).lstrip("*•·–—- ")
    if not 3 <= len(text) <= _LONGEST:
        return []
    cues = _cues(language)
    for pattern in (cues.colon, cues.before, _GLUED) if cues.may_introduce(text) else ():
        if (cue := pattern.match(text)) and (found := _people(text[cue.end() :])):
            return eastasian.apart(found[0], language) if len(found) == 1 and CJK.search(cue[0]) else found
    for part in bounds.PART.split(text)[1:]:
        if cues.may_introduce(part) and (cue := cues.before.match(part)) and (found := _people(part[cue.end() :])):
            return found
    for part in _LABEL.split(text)[1:] if ":" in text or "：" in text else ():
        if cues.may_introduce(part) and (cue := cues.colon.match(part)) and (found := _people(part[cue.end() :])):
            return found
    if not text.isascii() and (behind := cues.behind.match(text)) and (found := _people(behind["names"])):
        return found
    if (texted := credits.TEXTED.search(text)) and (found := _people(text[: texted.start()])):
        return found
    if CJK.search(text) and (found := eastasian.byline(text)):
        return found
    if not labelled or otherwork.begins(text):
        return []
    credit = bounds.behind_date(text)
    parts = [part.strip() for part in credit.split("|")]
    people = [part for part in parts if not agencies.is_agency(part)]
    if len(parts) > 1 and people and all(map(is_name, people)):
        return [*people, *(part for part in parts if part not in people)]
    return _people(credit, introduced=introduced) or bounds.among_parts(text)


def is_partial(line: str) -> bool:
    """Tell whether a byline says that others, whom it does not name, have written too.

    >>> [is_partial(x) for x in ("박민수 기자 외 1명", "By Ana Cruz and 2 others", "By Ana Cruz and Otto More")]
    [True, True, False]
    """
    return len(line) <= _LONGEST and _OTHERS.search(line) is not None


def handle(line: str, *, introduced: bool = False) -> str | None:
    """Give whom a short line is signed with after a by-word, though the name has not the shape of a person's: an
    account, a firm, a team. The by-word may have a line of its own above (`introduced`).

    >>> handle("by rivergirl | Apr 21, 2025"), handle("By Weir & Co"), handle("By the way"), handle("By then")
    ('rivergirl', 'Weir & Co', None, None)
    >>> handle("Par Le Port et AFP"), handle("by the Harbour Team"), handle("The Harbour editors", introduced=True)
    ('Le Port et AFP', 'the Harbour Team', 'The Harbour editors')
    >>> handle("10 July 2025 By The Harbour Team"), handle("10 July 2025 by rivergirl")
    ('The Harbour Team', None)
    """
    cue = None
    if len(line) <= _BRIEF and _cues().may_introduce(line):
        cue = _cues().before.match(line) or _cues().colon.match(line)
    if cue is None and not introduced:
        behind = bounds.behind_date(line)
        cue = _cues().before.match(behind) if behind != line and len(behind) <= _BRIEF else None
        team = _signature(behind[cue.end() :]) if cue else ""
        return team if names.is_group(team) else None
    rest = line[cue.end() :] if cue else line.lstrip("*•·–—- ")
    name = bounds.until(rest)
    whole = _signature(rest)
    if names.is_group(whole):
        return whole
    if not credits.split(name) or not names.has_case(line):
        return None  # an account or a job title; or in a script without capitals any word
    if credits.is_wire(name):
        return None  # agencies, which are no authors, or which `signed` gives
    words = name.split()
    if whole != name and agencies.is_agency(whole[len(name) :]):
        name = whole  # the paper and an agency
    if not 1 <= len(words) <= 3 or len(name) < 3 or any(map(names.is_common, words)):
        return None
    if all(names.is_capital(w) or w == "&" for w in words):
        return name
    return name if len(words) == 1 and cue and cue.end() + len(name) < len(line) else None


def _signature(rest: str) -> str:
    """What a line says before its date, whoever that is."""
    return bounds.TRAILING.sub("", bounds.before_date(rest).strip(" ,;:|"))


def signed(line: str) -> str | None:
    """Give the agency or agencies that a line is signed with after a by-word, in its own words.

    >>> signed("By Associated Press"), signed("Von dpa 30.04.2024, 18:58"), signed("The Associated Press said")
    ('Associated Press', 'dpa', None)
    """
    cues = _cues()
    for pattern in (cues.colon, cues.before) if len(line) < 80 and cues.may_introduce(line) else ():
        cue = pattern.match(line)
        name = bounds.before_date(line[cue.end() :]) if cue else ""
        if agencies.is_agency(name):
            return name.strip(" .,;:|")
    return None


def _people(rest: str, *, introduced: bool = True) -> list[str]:
    """Give the names at the head of a text, up to a date, an agency or another separator."""
    found = credits.split(bounds.until(bounds.without_place(rest)))
    people = [name for name in found if is_name(name.split(",")[0], introduced=introduced)]
    agency = agencies.joined(bounds.before_date(rest)) if people else None
    return [*people, agency] if agency else people
