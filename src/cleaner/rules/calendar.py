"""Dates and times of day that stand alone on a line, in the languages of CLDR (`calendar.tsv`).

Only lines that are nothing but a date or a time are recognised: a weekday, the word *Uhr*, a time zone may stand with
them, any other word may not. A paragraph that begins with a date is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from cleaner.once import compiled

_NUMERIC = compiled(
    r"""(?<!\d)(?:
        \d{4} (?P<a>[-./]) \d{1,2} (?P=a) \d{1,2} (?:T(?=\d)|(?!\d)) # 2025-07-10
      | \d{1,2} (?P<b>[-./]) \d{1,2} (?P=b) (?:\d\d){1,2} (?!\d) # 10.07.2025, 10/7/25
      | \d{4} \s?[年년] \s?\d{1,2} \s?[月월] \s?\d{1,2} \s?[日일] # 2025年7月10日
      | (?:令和|平成|昭和|民[國国]) \s?(?:\d{1,3}|元) \s?年 \s?\d{1,2} \s?月 \s?\d{1,2} \s?日 # 令和7年7月10日
      | \d{1,2} \s?[月월] \s?\d{1,2} \s?[日일]
      | \d{4} \s оны \s \d{1,2} (?:\s?-?\s?(?:р|дугаар|дүгээр))? \s сарын \s \d{1,2} # 2025 оны 7-р сарын 10
      | \d{1,2} \. [ ] \d{1,2} \. [ ] \d{4} (?!\d) # 7. 7. 2025
    )""",
    re.VERBOSE,
)
_ZEROS = "0٠۰०০੦૦୦௦౦೦൦๐໐၀០"  # of the digits that pages of their languages do write
_HOURS = f"[{''.join(f'{z}-{chr(ord(z) + 2)}' for z in _ZEROS)}]?"  # tens
_SIXTIES = f"[{''.join(f'{z}-{chr(ord(z) + 5)}' for z in _ZEROS)}]"
_CLOCK = compiled(
    rf"""(?<![\d:.,]) (?P<hour>{_HOURS}\d) (?: [:.h時시点] \s? (?P<minute>{_SIXTIES}\d)
        (?:[:.]{_SIXTIES}\d | \s?[分분])? ) (?: \s? (?:[ap]\.?m\.?|uhr|h|ч)(?!\w) )? (?![\d:.]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_ZONE = compiled(r"(?:(?<=[\dmM]) ?(?:[A-Z]{2,5}\b)? ?[+-]\d{1,2}(?::?\d\d)?(?!\d)|(?<=[\dmM]) [A-Z]{2,5}\b)")
_SIGNS = (
    r"\u200c\u200d\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e\u17b4-\u17d3"  # above, below and around letters
)
_NAME = rf"[^\W\d_]+(?:[.'’{_SIGNS}]+[^\W\d_]+)*[{_SIGNS}]*"
_WORD = compiled(rf"\d+|{_NAME}")

# Words that stand between the parts of a date, in the languages that write them.
_GLUE = """
    of at the on om de del la le du da di den der dem do am pm um uhr kl kl. klo ora ore alle à às ao as a o h г г. года
    год р р. року рік в у о ч th st nd rd er eme ème º ª an las los el de’ od dne dňa dnia roku года. год. ob d en ngày
    tháng năm lúc tanggal pukul jam wib saat pada พ.ศ เวลา น น. م ه ساعت في يوم الساعة ב ה של को पर बजे t
    年 月 日 時 时 分 년 월 일 시 분 ж жыл жылы жылғы оны он сарын өдөр წ წელი წლის թ թ. ء بجے کو ថ្ងៃទី ថ្ងៃ ទី ខែ ឆ្នាំ ម៉ោង
    令和 平成 昭和 令和元年 平成元年 民國 民国
    ວັນທີ ເດືອນ ປີ ເວລາ ခုနှစ် လ ရက် နေ့ இல் அன்று లో ന് वाजता बजे बजेको
"""
_LETTERS = compiled(_NAME)
_BEFORE = (
    "vor|il y a|hace|há|hai|fa|acum|pred|před|prije|pre|преди|пре|пред|prieš|pirms|fyrir|viru|πριν(?: από)?|duela|قبل"
    "|منذ|לפני"
)
_AGO = (
    "ago|fa|atrás|geleden|gelede|siden|sedan|síðan|sitten|eest|tagasi|temu|назад|таму|тому|önce|öncə|oldin|ezelőtt"
    "|ó shin|yn ôl|ilu|(?:yang )?lalu|trước|бұрын|мурун|өмнө|пеш|առաջ|წინ|më parë|kahor|iliyopita|zilizopita"
    "|পূর্বে|আগে|পূৰ্বে|पहले|पहिले|अघि|पूर्वी|ପୂର୍ବେ|ਪਹਿਲਾਂ|પહેલાં|முன்|క్రితం|ಹಿಂದೆ|മുമ്പ്|پیش|مخکې|پہلے"
    "|ที่แล้ว|ที่ผ่านมา|មុន|ກ່ອນ|前|전"
)
_AGE = compiled(
    rf"\W*(?:(?:{_BEFORE})\s\d\d?\s?[^\s\d]+|(?:for\s|för\s)?\d\d?\s?[^\s\d]+?(?:\s[^\s\d]+)?\s?(?:{_AGO})"
    r"|\d\d?(?:mo|yr|[mhdwy]))\W*$",
    re.IGNORECASE,
)
_LONGEST = 64  # characters; a line that is a date and no more is rarely longer


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Names and words of the table with their kinds and languages."""
    table = Path(__file__).with_name("calendar.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in table.splitlines()[2:])
    return tuple((name, kind, frozenset(languages.split())) for name, kind, languages in rows)


@lru_cache(maxsize=1)
def _table() -> MappingProxyType[str, str]:
    """Every name and word with one kind: a month's before a weekday's, that before a month's of another calendar."""
    rank = {"word": 0, "0": 1, "day": 2}
    rows = sorted(_rows(), key=lambda row: rank.get(row[1], 3))
    return MappingProxyType({name: kind for name, kind, _ in rows})


@lru_cache(maxsize=1)
def _words() -> MappingProxyType[str, frozenset[str]]:
    """Words that stand between the parts of a date, with the languages that write them."""
    return MappingProxyType({name: languages for name, kind, languages in _rows() if kind == "word"})


@lru_cache(maxsize=1)
def _languages() -> MappingProxyType[str, frozenset[str]]:
    """The languages of each month's name."""
    languages: dict[str, frozenset[str]] = {}
    for name, kind, own in _rows():
        if kind.isdigit():
            languages[name] = languages.get(name, frozenset()) | own
    return MappingProxyType(languages)


@lru_cache(maxsize=1)
def names() -> MappingProxyType[str, str]:
    """Lower-case names of months (`1` to `12`) and weekdays (`day`); of names with two meanings one is kept.

    >>> names()["июля"], names()["friday"]
    ('7', 'day')
    """
    return MappingProxyType({name: kind for name, kind in _table().items() if kind not in {"word", "0"}})


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Words that may stand beside a month's name of any language."""
    return frozenset(part for name in names() for part in name.split()) | frozenset(_GLUE.split())


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """Every word that may stand on a line that is a date."""
    return frozenset(part for name in _table() for part in name.split()) | _common()


def clock(text: str) -> int | None:
    """Minutes since midnight if the line is nothing but a time of day.

    >>> clock("17:50"), clock("• 6.05 Uhr"), clock("16:9 format")
    (1070, 365, None)
    """
    if len(text) > 14:
        return None
    found = _CLOCK.search(text)
    if not found or any(c.isalnum() for c in text[: found.start()] + text[found.end() :]):
        return None
    hour = int(found["hour"])
    if re.search(r"p\.?m", found[0], re.IGNORECASE) and hour < 12:
        hour += 12
    return hour * 60 + int(found["minute"]) if hour < 24 else None


def _strange(text: str) -> bool:
    """Whether a word stands on the line that no date has; this alone tells most lines with digits from dates."""
    known = _vocabulary()
    for word in text.split():
        if word.isalpha() and word.lower() not in known and _no_zone(word):
            return True
    return any(word.lower() not in known and _no_zone(word) for word in _LETTERS.findall(text))


def _no_zone(word: str) -> bool:
    """Whether a word is no time zone's abbreviation."""
    return len(word) > 5 or not word.isupper()


def is_age(text: str) -> bool:
    """Whether the line says in a number how long ago something was and no more, in the words of CLDR or abbreviated.

    >>> [is_age(t) for t in ("3 years ago", "• vor 12 Minuten", "3 か月前", "5mo", "vor 3 Toren und mehr", "3 years")]
    [True, True, True, True, False, False]
    """
    return len(text) <= _LONGEST and _AGE.match(text) is not None


def is_date(text: str) -> bool:
    """Whether the line is a date and no more; a weekday, a time and a time zone may stand with it.

    >>> [is_date(t) for t in ("10 Jul 2025, 13:06 GMT+10", "• 11 November, 2025", "10 июля 2025 года", "2025年7月10日")]
    [True, True, True, True]
    >>> [is_date(t) for t in ("In July 2025", "11 November Avenue", "May", "10 July 2025: the bridge is closed")]
    [False, False, False, False]
    """
    wordless = text.isascii() and text.lower() == text.upper()
    if len(text) > _LONGEST or (not wordless and _strange(text)):
        return False
    numeric = _NUMERIC.search(text)
    if wordless and numeric is None:
        return False  # the month is missing
    rest = text if numeric is None else text[: numeric.start()] + " " + text[numeric.end() :]
    rest = _CLOCK.sub(" ", _ZONE.sub(" ", rest))
    words = _WORD.findall(rest.lower())
    numbers = [int(word) for word in words if word.isdecimal()]
    letters = [word for word in words if not word.isdecimal()]
    if not _vocabulary().issuperset(letters):
        return False
    months = list(_months(letters))
    if not _is_of_one_language(letters, months):
        return False
    if numeric is not None:
        return not numbers and not months
    if not 1 <= len(numbers) <= 2 or not any(1 <= n <= 31 for n in numbers):
        return False
    if len(months) > 1:
        months = [name for name in months if name not in _words()]
    # Where the calendar is another one the year is needed: its months are common words elsewhere.
    return len(months) == 1 and (_table()[months[0]] != "0" or any(n > 999 for n in numbers))


def _is_of_one_language(letters: list[str], months: list[str]) -> bool:
    """Whether one language has the words between the parts of a date and the month: *it* is one beside *ta' Lulju*."""
    own = [_words()[word] for word in letters if word in _words() and word not in _common()]
    named = [_languages()[name] for name in months if name not in _words()]
    return not own or bool(frozenset.intersection(*own, *named))


def _months(words: list[str]) -> Iterator[str]:
    """The names of months among words; of those with several words the longest counts."""
    table, i = _table(), 0
    while i < len(words):
        phrases = (" ".join(words[i : i + n]) for n in (3, 2, 1))
        name = next((phrase for phrase in phrases if table.get(phrase, "").isdigit()), None)
        if name:
            yield name
        i += 1 if name is None else name.count(" ") + 1


def holds_date(text: str) -> bool:
    """Whether a full date stands somewhere on the line, numeric or with the month's name beside a number.

    >>> holds_date("Published 15 March 2022 · 3 min read"), holds_date("Nine of March's ten days")
    (True, False)
    """
    if _NUMERIC.search(text):
        return True
    words = _WORD.findall(text.lower())
    for i, word in enumerate(words):
        if names().get(word, "day") != "day":
            beside = words[max(0, i - 2) : i] + words[i + 1 : i + 3]
            if any(w.isdecimal() and len(w) in (1, 2, 4) for w in beside):
                return True
    return False
