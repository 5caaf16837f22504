"""The encoding of bytes that nobody declared: the only door to charset-normalizer."""

from __future__ import annotations

import codecs
import re

_GUESSED_BYTES = 2**15
_LATIN = ("windows-1252", "windows-1250", "windows-1254", "iso-8859-2", "windows-1257", "macintosh")  # commonest first
_ALPHABETS = (  # the letters and signs beyond ASCII that one language uses
    "áéíóúüñ¡¿ªº",  # Spanish
    "àáâãçéêíóôõúüªº",  # Portuguese
    "àâæçéèêëîïôœùûüÿ",  # French
    "äöüßé",  # German
    "àèéìíòóùú",  # Italian
    "åäöéü",  # Swedish, Finnish
    "æøåéò",  # Danish, Norwegian
    "áéëïíóöúüèê",  # Dutch
    "áðéíóúýþæö",  # Icelandic
    "àçéèíïóòúü·",  # Catalan
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîşţșț",  # Romanian
    "čćđšž",  # Croatian, Slovene
    "çğıöşüâîûİ",  # Turkish
    "ąčęėįšųūž",  # Lithuanian
    "āčēģīķļņšūž",  # Latvian
    "äõöüšž",  # Estonian
)
_SIGNS = frozenset("\xa0–—‘’‚“”„•…‹›«»§©®™€£°·")  # at home in all of them
_OTHERS = (
    *("windows-1251", "koi8-r", "koi8-u", "cp932", "gb18030", "cp949", "big5hkscs", "euc-jp", "windows-1253"),
    *("iso-8859-7", "windows-1255", "windows-1256", "iso-8859-6", "iso-8859-8", "cp874", "cp866", "iso-8859-5"),
    *("mac-cyrillic", "windows-1252", "windows-1250"),
)


def guess(data: bytes) -> str:
    """The likeliest encoding of bytes that nobody declared.

    charset-normalizer knows scripts well, but takes Windows-1252 for Windows-1250 in Spanish, Portuguese and Swedish
    and mixes up the Polish code pages. Text in Latin letters is therefore judged by alphabets: the right reading is
    the one whose accented letters all belong to one language.
    """
    runs = (run for run in re.split(rb"[<>\r\n]+", data) if not run.isascii())
    sample = b"\n".join(runs)[:_GUESSED_BYTES]
    letters = re.sub(rb"[^A-Za-z\x80-\xff]+", b"", sample)
    high = len(letters) - len(letters.decode("ascii", "ignore"))
    latin, fit = max(((page, _fit(sample, page)) for page in _LATIN), key=lambda guess: guess[1])
    if high < 4 or (high * 2 < len(letters) and fit > 0.9):
        return latin
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_OTHERS)).best()
    named = best.encoding if best else latin
    return next((page for page in _OTHERS if codecs.lookup(page).name == codecs.lookup(named).name), latin)


def _fit(sample: bytes, page: str) -> float:
    """The share of the characters beyond ASCII that the best single alphabet accounts for, 0 to 1."""
    beyond = [c for c in sample.decode(page, "replace").lower() if c > "\x7f" and c not in _SIGNS]
    if not beyond:
        return 1.0
    return max(sum(map(alphabet.count, beyond)) for alphabet in _ALPHABETS) / len(beyond)
