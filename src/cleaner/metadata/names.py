"""Names of people and organisations, told apart by shape and by small lists of words.

What counts as a person's name is decided by shape (a few capitalised words, or the characters of a Chinese, Japanese or
Korean name), never by a list of people. Job titles (`data/roles.txt`) and the small words inside names and the words of
organisations (`data/names.txt`) are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from cleaner.metadata import eastasian
from cleaner.metadata.eastasian import CJK
from cleaner.metadata.wordlists import listed, roles

_HUMP = re.compile(r"[a-zß-öø-ÿ](?=[A-ZÀ-ÖØ-Þ])")
_DOTS = re.compile(r"\.\.|…")
_NO_LETTER = re.compile(r"[\W_]+")
_DOMAIN = re.compile(r"\w[\w-]*\.(?:com|org|net|info|co|tv|news|online|[a-z]{2})(?:\.[a-z]{2})?", re.IGNORECASE)
_STAFF = 5  # words of what names the staff of a paper
_CASELESS = 4  # words; a name in a script without capitals is hardly longer, a heading is


def key(name: str) -> str:
    """Give what is compared of a name: its letters and digits, lower case.

    >>> key("The Example-Times.com"), key("Jörg ZSCHÖCKE")
    ('theexampletimescom', 'jörgzschöcke')
    """
    return _NO_LETTER.sub("", name.lower())


def is_common(word: str) -> bool:
    """Tell whether a word begins headings and buttons, so that no name has it."""
    return word.lower() in listed("common")


def is_name(text: str, *, introduced: bool = False) -> bool:
    """Tell whether a text has the shape of a person's name.

    Where something else says that a name stands here (`introduced`), one of its words may be an everyday one that is a
    surname or a given name too.

    >>> [is_name(x) for x in ("Ana María de la Cruz", "Т. Шевчук", "大渡 美咲", "JÖRG WEBER", "J. P. O'Neill-Byrne")]
    [True, True, True, True, True]
    >>> [is_name(x) for x in ("Read more", "World News", "Senior Editor", "Monday", "He said so", "Top 10 Tips")]
    [False, False, False, False, False, False]
    >>> is_name("Credit...Jo Cruz"), is_name("J.R. Cruz")
    (False, True)
    >>> is_name("San Sebastián"), is_name("New Harbour"), is_name("San Aung", introduced=True)
    (False, False, True)
    >>> is_name("Jo March"), is_name("Jo March", introduced=True), is_name("Sunday Read", introduced=True)
    (False, True, False)
    """
    if not 2 <= len(text) <= 60 or any(c.isdigit() for c in text):
        return False
    if CJK.search(text):
        return eastasian.is_name(text)
    words = [w.strip(".,'’\"“”()") for w in text.split()]
    if not 2 <= len(words) <= 6 or not all(words):
        return False
    inner = {w for w in words[1:-1] if w.lower() in listed("particles")}
    initials = {w for w, raw in zip(words, text.split(), strict=True) if len(w) == 1 and w.isupper() and raw != w}
    proper = [w for w in words if w not in inner and w not in initials]
    doubtful = [w for w in proper if not _is_proper(w)]
    if introduced and len(proper) > 1 and len(doubtful) == 1 and doubtful[0][0].isupper():
        ours = listed("given") if doubtful[0] == proper[0] else listed("surnames")
        doubtful = [w for w in doubtful if w.lower() not in ours]
    if inner and len(set(proper)) < len(proper):
        return False  # from door to door
    if not introduced and proper[:1] == words[:1] and words[0].lower() in listed("places"):
        return False
    long = len(proper) > _CASELESS and not has_case(text)
    return any(len(w) > 1 for w in proper) and not doubtful and not long


def shows_itself(name: str) -> bool:
    """Tell whether a name can be told from other words by how it is written: by capitals, or by Chinese characters.

    >>> shows_itself("Ana Cruz"), shows_itself("山田 花子"), shows_itself("أحمد السيد"), shows_itself("ნინო ბერიძე")
    (True, True, False, False)
    """
    return has_case(name) or CJK.search(name) is not None


def has_case(text: str) -> bool:
    """Tell whether a text has capitals."""
    return any(c.isupper() for c in text)


def _is_proper(word: str) -> bool:
    """Tell whether a word can be a name or an initial: capitalised, of letters, and no word of titles or headings."""
    low = word.lower()
    if low in listed("organisations") or low in roles() or is_common(low):
        return False
    if low.endswith(("'s", "’s")) or len(_HUMP.findall(word)) > 1 or _DOTS.search(word):
        return False  # somebody's, or words that a renderer or a template glued together
    return is_capital(word) and all(c.isalpha() or not c.isascii() or c in "'’-." for c in word)


def is_capital(word: str) -> bool:
    """Tell whether a word begins like a proper name, in scripts that have capitals; in others any word does.

    >>> [is_capital(w) for w in ("Ana", "d'Angelo", "al-Masri", "नेहा", "river", "7")]
    [True, True, True, True, False, False]
    """
    if word[0].islower() and not "\u10d0" <= word[0] <= "\u10ff":  # Georgian has capitals, but in headings only
        tail = re.search(r"['’-](\w)", word)
        return tail is not None and tail[1].isupper()
    return word[0].isalpha()


def is_role(piece: str) -> bool:
    """Tell whether a piece of a credit is a job title and not a name.

    >>> is_role("Senior Reporter"), is_role("Redakteurin"), is_role("for the Example Daily"), is_role("Ana Cruz")
    (True, True, True, False)
    """
    words = [w.strip(".()").lower() for w in re.split(r"[\s/-]+", piece)]
    return any(w in roles() for w in words) or words[0] in {"for", "für", "para", "pour", "per"}


def without_role(text: str) -> str:
    """Take job titles off the end of a credit, but not those that may end an organisation's name.

    >>> without_role("Ute Kern Redakteurin"), without_role("Harbour Team"), without_role("Harbour Travel Desk")
    ('Ute Kern', 'Harbour Team', 'Harbour Travel Desk')
    >>> without_role("Ana Cruz Senior Harbour Editor"), without_role("Ana CruzNews Reporter")
    ('Ana Cruz', 'Ana Cruz')
    """
    words = [part for word in text.split() for part in _unglued(word)]
    for i in range(2, len(words)):
        if words[i].lower().strip(".,") in _titles():
            while i > 2 and words[i - 1].lower() in _before_titles():
                i -= 1  # a news reporter, a political editor
            head = " ".join(words[:i])
            last = head.rpartition(",")[2].strip(" .*")
            return head if "," not in head or is_name(last, introduced=True) else " ".join(text.split())
    return " ".join(text.split())


def _unglued(word: str) -> list[str]:
    """A word taken apart where a renderer lost the blank before a job title or the kind of desk."""
    glued = _HUMP.search(word)
    if glued and (tail := word[glued.end() :].lower()) and (tail in _titles() or tail in listed("organisations")):
        return [word[: glued.end()], word[glued.end() :]]
    return [word]


@cache
def _before_titles() -> frozenset[str]:
    """Words that stand before a job title."""
    return listed("organisations") | listed("beats")


@cache
def _titles() -> frozenset[str]:
    """Job titles that no organisation has in its name."""
    return roles() - listed("organisations")


def is_organisation(name: str, own: Iterable[str] = ()) -> bool:
    """Tell whether a credit names a desk, a company or the publication rather than a person.

    Args:
        name: what is credited.
        own: names of the publication and its host.

    >>> is_organisation("Example Daily", ["The Example Daily"]), is_organisation("a.org"), is_organisation("News Desk")
    (True, True, True)
    >>> is_organisation("Ana Post-Berger", ["The Example Daily"])
    False
    """
    if is_site(name, own):
        return True
    words = [w.strip(".,()").lower() for w in name.split()]
    return any(w in listed("organisations") for w in words) or any(w in name for w in eastasian.words())


def is_group(name: str) -> bool:
    """Tell whether a credit names the staff of something: its first or last word says so, and the others are names.

    A staff reporter is one of them, whom the credit does not name.

    >>> is_group("The Harbour Times Staff"), is_group("Team Harbour"), is_group("our editors"), is_group("Redaktion")
    (True, True, True, True)
    >>> [is_group(x) for x in ("Meet the Team", "Join our staff", "Team wins at the harbour", "Staff Writer")]
    [False, False, False, False]
    """
    words = name.split()
    if words and words[0].lower() in listed("articles"):
        words = words[1:]
    if not 1 <= len(words) <= _STAFF or not {words[0].lower(), words[-1].lower()} & listed("groups"):
        return False
    others = [word for word in words if word.lower() not in listed("groups") | listed("house")]
    unnamed = bool(others) and all(word.lower() in roles() for word in others)
    return all(map(is_capital, others)) and not unnamed and not any(map(is_common, others))


def is_site(name: str, own: Iterable[str]) -> bool:
    """Tell whether a credit is a web address, or one of the publication's own names.

    >>> is_site("a.org", []), is_site("Example Daily", ["The Example Daily"]), is_site("News Desk", ["Example Daily"])
    (True, True, False)
    """
    return _DOMAIN.fullmatch(name.strip()) is not None or any(_same(name, other) for other in own)


def _same(one: str, other: str) -> bool:
    """Tell whether two names are one, or one is most of the other."""
    shorter, longer = sorted((key(one).removeprefix("the"), key(other).removeprefix("the")), key=len)
    most = len(shorter) > 3 and shorter in longer and len(shorter) > 0.6 * len(longer)
    return bool(shorter) and (shorter == longer or most or _is_account(one, other))


def _is_account(name: str, site: str) -> bool:
    """Tell whether a name is how the site's begins and an initial, as accounts of an office are called.

    >>> _is_account("Harbour D", "Harbour News"), _is_account("Harbour Dee", "Harbour News")
    (True, False)
    >>> _is_account("Mark T.", "Markets Today"), _is_account("Harbour D", "harbournews.example")
    (False, True)
    """
    first, _, rest = name.lower().partition(" ")
    if len(rest.strip(".")) != 1 or len(first) <= 3:
        return False
    host = site.lower().partition(".")[0]  # in an address the words are written together
    glued = " " not in site and host.startswith(first) and host[len(first) :] in {"", *listed("organisations")}
    return glued or site.lower().split()[:1] == [first]
