"""Bylines in words: the authors that a credit or a line names.

The words that introduce an author, or follow one as in Japanese and Korean, are data (`data/bylines.txt`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cleaner.metadata import agencies, dates, names
from cleaner.metadata.names import ADDRESS, CJK, LAST_WORD, is_name

_FIRST = re.compile(r"\W*(\w+)")
_LONGEST = 200  # characters of a byline
_GLUED = re.compile(r"\W*(?:[Ww]ritten [Bb]y|B[yY]|Von|Par|Por)(?=[A-ZÀ-Þ])")  # a renderer ate the blank
_TRAILING = re.compile(r"(?:[\s,]|\b(?:on|at|am|le|el|den|om|vom|il|em|på|op|in|the)\b)+$", re.IGNORECASE)
_PART = re.compile(r"\s*[|•·⋅∙●–—]\s*|\s-\s|(?<=\d{4})\s+(?=[a-zA-Z])")  # bars, dots, the end of a date
_PLACE = re.compile(r"\sin\s[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,2}(?=\s?[,;&]|\sand\s)")
_OTHERS = re.compile(
    r"""외\s?\d+\s?[명인] | ほか\d*[名人] | 等\s?\d*人 | \bet\.?\sal\b
      | (?:\b(?:and|und|et|y|e|og|och|en|и|i)\s|\+\s?)\d+\s
        (?:others?|more|weitere|andere|autres|más|outros|altri|andre|andra|meer)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BRACKETS = "【】[]()（）= "
_STOP = re.compile(
    r"""\s* (?: [|•·⋅∙●\n\t–—(] | \s-\s | \d{1,2}[./:]\d | \b(?:19|20)\d\d\b | ,\s*\d | \bvor\s\d
      | \s(?:in|aus|from|for|at|on|via)\s
      | \b\d+\s(?:min|hour|day|stund|tag|час)
      | \s(?:Follow|Following|Folgen|Suivre|Seguir|Segui)\b
      | \b(?: published | (?:last\s)?updated | posted | aktualisiert | uppdaterad )\b
      | (?-i: (?<=[a-zß-ÿ]) (?: Published | Updated | Posted | Follow ) \b ) )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Cues:
    before: re.Pattern[str]  # a cue and a blank, then a name
    colon: re.Pattern[str]  # a cue and a colon, then a name
    after: re.Pattern[str]  # a name, then a cue
    words: frozenset[str]  # that cues begin with: hardly a line does, and finding that out is cheap

    def may_introduce(self, text: str) -> bool:
        """Whether a text begins like a cue."""
        first = _FIRST.match(text)
        return first is not None and (first[1].lower() in self.words or _GLUED.match(text) is not None)


@cache
def _cues() -> _Cues:
    kinds: dict[str, set[str]] = {"": set(), ":": set(), "+": set()}
    for words in names.table("bylines.txt").values():
        for word in words:
            kinds[word[0] if word[0] in ":+" else ""].add(word.lstrip(":+"))
    before, colon, after = (
        "|".join(map(re.escape, sorted(kinds[k], key=lambda c: (-len(c), c)))) for k in ("", ":", "+")
    )
    return _Cues(
        re.compile(rf"\W*(?:{before})\s*[:：]?\s+(?=\S)", re.IGNORECASE),
        re.compile(rf"\W*(?:{colon})\s*[:：／/]\s*", re.IGNORECASE),
        re.compile(rf"(?P<name>\S.{{0,40}}?)\s*(?:{after})(?=$|[\s=)\]|·(])", re.IGNORECASE),
        frozenset(found[1].lower() for kind in ("", ":") for cue in kinds[kind] if (found := _FIRST.match(cue))),
    )


def without_cue(text: str) -> str:
    """Take the words that introduce it off a credit.

    >>> without_cue("Written by: Ana Cruz"), without_cue("Автор: Анна Круз"), without_cue("Byron Cole")
    ('Ana Cruz', 'Анна Круз', 'Byron Cole')
    """
    cues = _cues()
    for pattern in (cues.colon, cues.before) if cues.may_introduce(text) else ():
        found = pattern.match(text)
        if found and found.end() < len(text):
            return text[found.end() :].strip()
    return text


def split(credit: str) -> list[str]:
    """Take a credit apart into names (see `names.split`), without the words that introduce them.

    >>> split("By Ana Cruz and Tom Weber"), split("Von Ute Kern, Redakteurin")
    (['Ana Cruz', 'Tom Weber'], ['Ute Kern'])
    """
    return names.split(without_cue(credit.strip()))


def in_line(line: str, *, labelled: bool = False) -> list[str]:
    """Give the authors that a line of text names.

    A line, or a part of it, must begin with a by-word and go on with a name, or end in a job title as Japanese and
    Korean bylines do. A line that is known to be a byline (`labelled`) needs no by-word.

    >>> in_line("By Ana Cruz and Tom Weber | 10 July 2025"), in_line("By Monday the river had risen")
    (['Ana Cruz', 'Tom Weber'], [])
    >>> in_line("Ana Cruz"), in_line("Ana Cruz | Tom Weber", labelled=True), in_line("【박민수 기자】")
    ([], ['Ana Cruz', 'Tom Weber'], ['박민수'])
    """
    if len(line) > 2 * _LONGEST:
        return []
    text = ADDRESS.sub(" ", line) if "@" in line or "www." in line or "://" in line else line
    text = " ".join(text.split()).lstrip("*•·–—- ")
    if not 3 <= len(text) <= _LONGEST:
        return []
    cues = _cues()
    for pattern in (cues.colon, cues.before, _GLUED) if cues.may_introduce(text) else ():
        if (cue := pattern.match(text)) and (found := _people(text[cue.end() :])):
            return found
    for part in _PART.split(text)[1:]:
        if cues.may_introduce(part) and (cue := cues.before.match(part)) and (found := _people(part[cue.end() :])):
            return found
    if CJK.search(text) and (cue := cues.after.search(text.strip(_BRACKETS))):
        name = LAST_WORD.split(cue["name"])[-1].strip(_BRACKETS)
        if is_name(name):
            return [name]
    if not labelled:
        return []
    parts = [part.strip() for part in text.split("|")]
    return parts if len(parts) > 1 and all(map(is_name, parts)) else _people(text)


def is_partial(line: str) -> bool:
    """Tell whether a byline says that others, whom it does not name, have written too.

    >>> [is_partial(x) for x in ("박민수 기자 외 1명", "By Ana Cruz and 2 others", "By Ana Cruz and Otto More")]
    [True, True, False]
    """
    return len(line) <= _LONGEST and _OTHERS.search(line) is not None


def handle(line: str) -> str | None:
    """Give whom a short line is signed with after a by-word, though the name has not the shape of a person's.

    >>> handle("by rivergirl | Apr 21, 2025"), handle("By Weir & Co"), handle("By the way"), handle("By then")
    ('rivergirl', 'Weir & Co', None, None)
    >>> handle("Par Le Port et AFP")
    'Le Port et AFP'
    """
    cue = _cues().before.match(line) if len(line) <= 60 and _cues().may_introduce(line) else None
    if cue is None:
        return None
    name = _until(line[cue.end() :])
    words = name.split()
    if (whole := _before_date(line[cue.end() :]).strip()) != name and agencies.is_agency(whole[len(name) :]):
        name = whole  # the paper and an agency
    if not 1 <= len(words) <= 3 or len(name) < 3 or any(map(names.is_common, words)):
        return None
    if all(names.is_capital(w) or w == "&" for w in words):
        return name
    return name if len(words) == 1 and cue.end() + len(name) < len(line) else None


def signed(line: str) -> str | None:
    """Give the agency or agencies that a line is signed with after a by-word, in its own words.

    >>> signed("By Associated Press"), signed("Von dpa 30.04.2024, 18:58"), signed("The Associated Press said")
    ('Associated Press', 'dpa', None)
    """
    cues = _cues()
    for pattern in (cues.colon, cues.before) if len(line) < 80 and cues.may_introduce(line) else ():
        cue = pattern.match(line)
        name = _before_date(line[cue.end() :]) if cue else ""
        if agencies.is_agency(name):
            return name.strip(" .,;:|")
    return None


def _people(rest: str) -> list[str]:
    """Give the names at the head of a text, up to a date, an agency or another separator."""
    if " in " in rest:
        rest = _PLACE.sub("", rest)
    return [name for name in names.split(_until(rest)) if is_name(name.split(",")[0])]


def _until(rest: str) -> str:
    """Cut a byline off at its date, agency, job title or other separator."""
    return names.without_role(_TRAILING.sub("", agencies.before(_before_date(rest))))


def _before_date(rest: str) -> str:
    """Cut a byline off at its date or another separator."""
    stop, date = _STOP.search(rest, 1), dates.first(rest)
    return rest[: min(stop.start() if stop else len(rest), date.start if date else len(rest))]
