"""Names of people and organisations: told apart by shape and by small lists of words, split, and cleaned.

What counts as a person's name is decided by shape (a few capitalised words, or the characters of a Chinese, Japanese or
Korean name), never by a list of people. Job titles (`data/roles.txt`) and the small words inside names and the words of
organisations (`data/names.txt`) are data.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"

ADDRESS = re.compile(r"\S{1,64}@\S{1,80}\.\w+|\bhttps?://\S+|\bwww\.\S+|(?<![\w.])@\w{2,}")
"""E-mail and web addresses, and handles."""

CJK = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A letter of Japanese, Chinese or Korean."""

LAST_WORD = re.compile(r"[=・\s]")
"""What stands between a place or paper and the name in a Japanese or Korean byline."""

_HAN = r"\u3400-\u9fff\u3005"
_CJK_NAME = re.compile(
    rf"""
      [{_HAN}]{{2,6}}                                        # 山田花子
    | [{_HAN}]{{1,4}} [\ \u3000] [{_HAN}\u3041-\u3096]{{1,4}}  # 山田 花子
    | [\uac00-\ud7af]{{2,4}}                                 # 박민수
    | [\u30a1-\u30fa\u30fc]{{2,10}} [・＝] [\u30a1-\u30fa\u30fc・＝]{{2,16}}  # アナ・クルス
    """,
    re.VERBOSE,
)
_SEPARATOR = re.compile(r"\s*(?:[;|•·⋅∙●、，\n\t]|\s[–—-]\s|(?<=\w)\s?/\s?(?=\w)|\s//\s)\s*")
_CREDENTIAL = re.compile(
    r"""(?:[A-Z]\.?){2,7} [®™]? (?:-[A-Z]+)? | Ph\.?\s?D\.? | M\.?Sc\.? | [DJS]r\.? | I{2,3} | Esq\.? | Psy\.?D\.?
      | Pharm\.?D\.?""",
    re.VERBOSE,
)
_PLACEHOLDER = re.compile(r"[{%$\[]|(?:\w+\.){3,}\w+$|null$|none$|undefined$", re.IGNORECASE)
_SHORT = re.compile(r"[A-Z]{1,5}|[a-z]{2,4}")  # AFP, dpa
_HUMP = re.compile(r"[a-zß-öø-ÿ](?=[A-ZÀ-ÖØ-Þ])")
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])[\d*†‡§¹²³]+(?=$|,\s)")
_NO_LETTER = re.compile(r"[\W_]+")
_DOMAIN = re.compile(r"\w[\w-]*\.(?:com|org|net|info|co|tv|news|online|[a-z]{2})(?:\.[a-z]{2})?", re.IGNORECASE)
_LONGEST = 80  # characters of a name
_CREDIT = 2_000  # characters of a credit that are read; a long paper has a hundred authors


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Read a data file of rows `key: word, word` or `key: word word`."""
    rows = {}
    for row in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if row.strip() and not row.startswith("#"):
            first, _, words = row.partition(":")
            rows[first] = tuple(w.strip() for w in words.split("," if "," in words else " ") if w.strip())
    return rows


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(table("names.txt")[name])


@cache
def roles() -> frozenset[str]:
    """Words of job titles, lower case, without those that organisations have in their names too."""
    return frozenset(word for words in table("roles.txt").values() for word in words)


@cache
def _joiner() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("names.txt")["joiners"]))
    return re.compile(rf"\s+(?:{words})\s+", re.IGNORECASE)


@cache
def _cjk_role() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(roles() - _set("organisations")) if CJK.search(w))
    return re.compile(rf"\s*(?:{words})(?=$|\s)")


def key(name: str) -> str:
    """Give what is compared of a name: its letters and digits, lower case.

    >>> key("The Example-Times.com"), key("Jörg ZSCHÖCKE")
    ('theexampletimescom', 'jörgzschöcke')
    """
    return _NO_LETTER.sub("", name.lower())


def is_common(word: str) -> bool:
    """Tell whether a word begins headings and buttons, so that no name has it."""
    return word.lower() in _set("common")


def is_name(text: str) -> bool:
    """Tell whether a text has the shape of a person's name.

    >>> [is_name(x) for x in ("Ana María de la Cruz", "Т. Шевчук", "大渡 美咲", "JÖRG WEBER", "J. P. O'Neill-Byrne")]
    [True, True, True, True, True]
    >>> [is_name(x) for x in ("Read more", "World News", "Senior Editor", "Monday", "He said so", "Top 10 Tips")]
    [False, False, False, False, False, False]
    """
    if not 2 <= len(text) <= 60 or any(c.isdigit() for c in text):
        return False
    if CJK.search(text):
        return _CJK_NAME.fullmatch(text) is not None and not any(w in text for w in _cjk_words())
    words = [w.strip(".,'’\"“”()") for w in text.split()]
    if not 2 <= len(words) <= 6 or not all(words):
        return False
    inner = {w for w in words[1:-1] if w.lower() in _set("particles")}
    proper = [w for w in words if w not in inner]
    return any(len(w) > 1 for w in proper) and all(map(_is_proper, proper))


@cache
def _cjk_words() -> frozenset[str]:
    return frozenset(w for w in roles() | _set("organisations") if CJK.search(w))


def _is_proper(word: str) -> bool:
    """Tell whether a word can be a name or an initial: capitalised, of letters, and no word of titles or headings."""
    low = word.lower()
    if low in _set("organisations") or low in roles() or is_common(low):
        return False
    if low.endswith(("'s", "’s")) or len(_HUMP.findall(word)) > 1:
        return False  # somebody's, or words that a renderer glued together
    return is_capital(word) and all(c.isalpha() or not c.isascii() or c in "'’-." for c in word)


def is_capital(word: str) -> bool:
    """Tell whether a word begins like a proper name, in scripts that have capitals; in others any word does.

    >>> [is_capital(w) for w in ("Ana", "d'Angelo", "al-Masri", "नेहा", "river", "7")]
    [True, True, True, True, False, False]
    """
    if word[0].islower():
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
            while i > 2 and words[i - 1].lower() in _set("organisations"):
                i -= 1  # a news reporter
            return " ".join(words[:i])
    return " ".join(text.split())


def _unglued(word: str) -> list[str]:
    """A word taken apart where a renderer lost the blank before a job title or the kind of desk."""
    glued = _HUMP.search(word)
    if glued and (tail := word[glued.end() :].lower()) and (tail in _titles() or tail in _set("organisations")):
        return [word[: glued.end()], word[glued.end() :]]
    return [word]


@cache
def _titles() -> frozenset[str]:
    """Job titles that no organisation has in its name."""
    return roles() - _set("organisations")


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
    if _DOMAIN.fullmatch(name.strip()) or any(_same(name, other) for other in own):
        return True
    words = [w.strip(".,()").lower() for w in name.split()]
    return any(w in _set("organisations") for w in words) or any(w in name for w in _cjk_words())


def _same(one: str, other: str) -> bool:
    """Tell whether two names are one, or one is most of the other."""
    shorter, longer = sorted((key(one).removeprefix("the"), key(other).removeprefix("the")), key=len)
    most = len(shorter) > 3 and shorter in longer and len(shorter) > 0.6 * len(longer)
    return bool(shorter) and (shorter == longer or most or _is_account(one, other))


def _is_account(name: str, site: str) -> bool:
    """Tell whether a name is how the site's begins and an initial, as accounts of an office are called.

    >>> _is_account("Harbour D", "Harbour News"), _is_account("Harbour Dee", "Harbour News")
    (True, False)
    """
    first, _, rest = name.partition(" ")
    return len(rest.strip(".")) == 1 and len(first) > 3 and site.lower().startswith(first.lower())


def split(credit: str) -> list[str]:
    """Take a credit apart into names, without job titles, e-mail addresses and handles.

    A piece after the first counts only if it is a name or an agency: what else stands there is a place, an employer or
    a motto. Degrees stay with the name.

    >>> split("Ana Cruz, Tom Weber and Li Wei"), split("Ute Kern, Redakteurin, und Max Böhm, Harbour")
    (['Ana Cruz', 'Tom Weber', 'Li Wei'], ['Ute Kern', 'Max Böhm'])
    >>> split("Lea Ott, MD, RDN"), split("Kim Ode / Journalist"), split("박민수 기자 외 1명"), split("Ana & Tom")
    (['Lea Ott, MD, RDN'], ['Kim Ode'], ['박민수'], ['Ana & Tom'])
    """
    text = " ".join(ADDRESS.sub(" ", html.unescape(credit[:_CREDIT])).split())
    names: list[str] = []
    for part in _SEPARATOR.split(text):
        for piece in _by_comma(part):
            name = _tidy(piece)
            if name and name not in names and (not names or is_name(name.split(",")[0]) or _SHORT.fullmatch(name)):
                names.append(name)
    return names


def _by_comma(part: str) -> list[str]:
    pieces = [p.strip() for p in part.split(",") if p.strip()]
    names: list[str] = []
    titled = False  # a job title stood before, so what follows may be the employer
    for i, piece in enumerate(pieces):
        joined = _joiner().match(f" {piece}") if names else None
        name = (piece[joined.end() - 1 :] if joined else piece).rstrip("*†‡")
        if names and all(_CREDENTIAL.fullmatch(w) for w in name.split()):
            names[-1] += f", {name}"
        elif names and is_role(name):
            titled = True
        elif not titled or joined or (i + 1 < len(pieces) and is_role(pieces[i + 1])):
            names.extend(_by_joiner(name))
            titled = False
    return names


def _by_joiner(piece: str) -> list[str]:
    sides = [s.strip() for s in _joiner().split(piece) if s.strip()]
    if len(sides) > 1 and all(" " in s or CJK.search(s) for s in sides):
        return sides
    return [piece]


def _tidy(name: str) -> str | None:
    """Give one name without brackets of roles and stray punctuation; None if nothing is left."""
    name = re.sub(r"\(([^)]*)\)", lambda m: "" if is_role(m[1]) else m[0], name)
    if CJK.search(name) and (role := _cjk_role().search(name)):
        name = LAST_WORD.split(name[: role.start()].strip())[-1]
    name = name.strip(' \u3000,;:|/–—-·•*&"“”[]')
    if " " in name:
        name = _FOOTNOTE.sub("", name)
    if name.count("(") != name.count(")"):
        name = name.strip("() ")
    if not any(c.isalpha() for c in name) or len(name) > _LONGEST or name.lower() in roles():
        return None
    return None if _PLACEHOLDER.match(name) else name
