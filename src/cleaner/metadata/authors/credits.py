"""Credits taken apart into names: lists, titles, degrees, employers, addresses, and what templates put beside them."""

from __future__ import annotations

import html
import re
from functools import cache

from cleaner.metadata import agencies, eastasian
from cleaner.metadata.eastasian import CJK
from cleaner.metadata.names import is_name, is_role, key, without_role
from cleaner.metadata.wordlists import listed, roles

ADDRESS = re.compile(r"\S{1,64}@\S{1,80}\.\w+|\bhttps?://\S+|\bwww\.\S+|(?<![\w.])@\w{2,}")
"""E-mail and web addresses, and handles."""

_SEPARATOR = re.compile(r"\s*(?:[;|•·⋅∙●、，\n\t]|\s[–—-]\s|(?<=\w)\s?/\s?(?=\w)|\s//\s|(?<=[a-zß-ÿ]{5})\.\s)\s*")
"""Between two credits; a stop behind a whole word is one, that of a title or an initial is not."""
_CREDENTIAL = re.compile(
    r"""(?:[A-Z]\.?){2,7} [®™]? (?:-[A-Z]+)? | Ph\.?\s?D\.? | M\.?Sc\.? | [DJS]r\.? | I{2,3} | Esq\.? | Psy\.?D\.?
      | Pharm\.?D\.?""",
    re.VERBOSE,
)
_PLACEHOLDER = re.compile(r"[{%$\[]|(?:\w+\.){3,}\w+$|(?:(?:null|none|undefined|nan)\b\s?)+$", re.IGNORECASE)
TEXTED = re.compile(r"\((?:text|texte|texto|testo|tekst|tekster|words?|story|текст|文|글)\)", re.IGNORECASE)
"""What follows who wrote, where others follow."""

_PICTURED = re.compile(
    r"\((?:photo\w*|foto\w*|fotó\w*|bild\w*|pictures?|images?|video\w*|фото|写真|사진)\)", re.IGNORECASE
)
_ASIDE_OF_NAME = re.compile(r"\s\((?:in|aus|à|en|from|da|desde)\s[^()]{2,30}\)$")
_INITIALS = re.compile(r"[a-zäöü]{2,4}")  # as papers sign short notes
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])\^?[\d*†‡§¹²³]+(?=$|,\s)")
_ASIDE = re.compile(r"\((?:she|he|they)/[a-z/]+\)|\(\s*\)|[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]", re.IGNORECASE)
_EMPLOYER = re.compile(r"\s(?:for|of\sthe|in|at|from|für|aus|pour|para|per|voor)\s+(?=[^\W\d_])")
_BUTTON = re.compile(
    r"(?:view|see|read|show|browse)\s(?:\w+\s){0,3}(?:posts?|articles?|stories|bio|biography|profile)", re.IGNORECASE
)
_ACCOUNTS = ("admin", "administrator", "webmaster")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 80  # characters of a name
_CREDIT = 2_000  # characters of a credit that are read; a long paper has a hundred authors


@cache
def _joiner() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(listed("joiners"))))
    return re.compile(rf"\s+(?:{words})\s+", re.IGNORECASE)


def is_placeholder(name: str) -> bool:
    """Tell whether a template signs so where nobody is named.

    >>> [is_placeholder(x) for x in ("Super User", "N/A", "佚名", "Harbour Admin", "View more posts", "Ana Cruz")]
    [True, True, True, True, True, False]
    >>> [is_placeholder(x) for x in ("hh-admin2", "web_editor", "river_girl", "Web Editor")]
    [True, True, False, False]
    """
    if _BUTTON.fullmatch(name.strip()):
        return True
    words = _LETTERS.findall(name.lower())
    of_office = "_" in name and any(word in roles() for word in words)
    return key(name) in listed("accounts") or of_office or any(w.endswith(_ACCOUNTS) for w in words[-1:])


def split(credit: str) -> list[str]:
    """Take a credit apart into names, without job titles, e-mail addresses and handles.

    A piece after the first counts only if it is a name or an agency: what else stands there is a place, an employer or
    a motto. Degrees stay with the name.

    >>> split("Ana Cruz, Tom Weber and Li Wei"), split("Ute Kern, Redakteurin, und Max Böhm, Harbour")
    (['Ana Cruz', 'Tom Weber', 'Li Wei'], ['Ute Kern', 'Max Böhm'])
    >>> split("Lea Ott, MD, RDN"), split("Kim Ode / Journalist"), split("박민수 기자 외 1명"), split("Ana & Tom")
    (['Lea Ott, MD, RDN'], ['Kim Ode'], ['박민수'], ['Ana & Tom'])
    >>> split("Ana Cruz (Text) und Tom Weber (Fotos)"), split("Léa Martel et Luc Morel (à Bonn)")
    (['Ana Cruz'], ['Léa Martel', 'Luc Morel'])
    >>> split("Lucía Ibáñez. Villaharle"), split("Prof. Ida Penrose")
    (['Lucía Ibáñez'], ['Prof. Ida Penrose'])
    """
    text = " ".join(_ASIDE.sub(" ", TEXTED.sub(" ", ADDRESS.sub(" ", html.unescape(credit[:_CREDIT])))).split())
    if CJK.search(text) and (people := eastasian.byline(text)):
        return people
    names: list[str] = []
    for part in _SEPARATOR.split(text):
        for piece in (piece for piece in _by_comma(part) if not _PICTURED.search(piece)):
            name = _tidy(piece)
            if name and name not in names and (not names or _goes_on(names, name)):
                names.append(name)
    return names


def _goes_on(names: list[str], name: str) -> bool:
    """Tell whether a piece goes on with the names before it: another name, an agency, or initials after initials."""
    return (
        is_name(name.split(",")[0], introduced=True)
        or agencies.is_agency(name)
        or all(map(_INITIALS.fullmatch, [*names, name]))
    )


def _by_comma(part: str) -> list[str]:
    pieces = [p.strip() for p in part.split(",") if p.strip()]
    names: list[str] = []
    titled = False  # a job title stood before, so what follows may be the employer
    for i, piece in enumerate(pieces):
        joined = _joiner().match(f" {piece}") if names else None
        name = (piece[joined.end() - 1 :] if joined else piece).rstrip("*†‡")
        if (
            names
            and not titled
            and all(_CREDENTIAL.fullmatch(w) for w in name.split())
            and not agencies.is_agency(name)
        ):
            names[-1] += f", {name}"
        elif is_role(name) and (names or name.lower() in roles()):
            titled = bool(names)
        elif not names and i and not is_name(name, introduced=True):
            continue  # a desk's place
        elif not titled or joined or (i + 1 < len(pieces) and is_role(pieces[i + 1])):
            names.extend(_by_joiner(name))
            titled = False
    return names


def _by_joiner(piece: str) -> list[str]:
    sides = [_without_employer(s.strip()) for s in _joiner().split(piece) if s.strip()]
    people = [s for s in sides if not is_wire(s)]
    if len(sides) > 1 and people and all(" " in s or CJK.search(s) for s in people):
        return sides if len(people) == len(sides) or is_name(people[0], introduced=True) else [piece]
    if piece.count(" ") > 1 and CJK.search(piece):
        return eastasian.apart(piece)
    return sides if len(sides) == 1 else [_without_employer(piece)]


def is_wire(text: str) -> bool:
    """Tell whether a piece of a credit is an agency, or agencies without a name.

    >>> is_wire("AFP"), is_wire("agencies"), is_wire("Ana Cruz")
    (True, True, False)
    """
    return text.lower() in listed("wires") or agencies.is_agency(text)


def _without_employer(name: str) -> str:
    """Take off a name for whom or where somebody writes.

    >>> _without_employer("Ana Cruz for Harbour Times"), _without_employer("Women in Ports")
    ('Ana Cruz', 'Women in Ports')
    """
    found = _EMPLOYER.search(name)
    return name[: found.start()] if found and is_name(name[: found.start()], introduced=True) else name


def _without_post(name: str) -> str:
    """Take the job title off the beginning of a name, or off its end.

    >>> _without_post("unserem Korrespondenten Max Böhm"), _without_post("Staff Reporter"), _without_post("Ana Cruz")
    ('Max Böhm', 'Staff Reporter', 'Ana Cruz')
    """
    words = name.split()
    if len(words) < 3 or not any(w.lower() in roles() for w in words) or is_name(name):
        return name
    first = next((i for i, w in enumerate(words) if w.lower() not in _before_names()), 0)
    for shorter in (" ".join(words[first:]), without_role(name)):
        if shorter != name and is_name(shorter):
            return shorter
    return name


@cache
def _before_names() -> frozenset[str]:
    """Words of a job title that stands before its holder's name."""
    return listed("house") | listed("beats") | roles()


def _tidy(name: str) -> str | None:
    """Give one name without brackets of roles and stray punctuation; None if nothing is left."""
    name = re.sub(r"\(([^)]*)\)", lambda m: "" if is_role(m[1]) or agencies.before(f" {m[1]}") == "" else m[0], name)
    if CJK.search(name):
        name = eastasian.without_role(name)
    name = _ASIDE_OF_NAME.sub("", name)
    name = name.strip(' \u3000,;:|/–—-·•*&"“”[]<>ـ')
    if " " in name:
        name = _FOOTNOTE.sub("", name)
    if name.count("(") != name.count(")") or (name[:1], name[-1:]) == ("(", ")"):
        name = name.strip("() ")
    if len(twice := name.split()) % 2 == 0 and len(twice) > 3 and twice[: len(twice) // 2] * 2 == twice:
        name = " ".join(twice[: len(twice) // 2])  # a picture's text and the name
    if name.endswith(".") and len(name.split()[-1]) > 4 and "." not in name[:-1]:
        name = name[:-1]  # the end of a sentence
    if not any(c.isalpha() for c in name) or len(name) > _LONGEST or name.lower() in roles():
        return None
    name = _without_post(name)
    return None if is_placeholder(name) or _PLACEHOLDER.match(name) else name
