"""The mending of text that tools have broken. The only door to ftfy.

The gate is never wrong in the dangerous direction: where `needs_repair(text)` is False, `repair` returns every line of
that text unchanged, so a caller may skip it.
"""

from __future__ import annotations

import html
import html.entities
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from cleaner.decode import invisible

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ENTITY = re.compile(
    r"""
    & (?: (?: amp | \#0*38 | \#[xX]0*26 ) ; )*  # escaped more than once
    ( \#[0-9]{1,7} | \#[xX][0-9a-fA-F]{1,6} | [A-Za-z][A-Za-z0-9]{1,31} ) ;
    """,
    re.VERBOSE,
)
_TAG = re.compile(r"(?:<|&(?:amp;)*(?:lt|LT|#0*60|#[xX]0*3[cC]);)[A-Za-z/!?]")


def repair(text: str, *, unseen: bool = False) -> str:
    r"""Mend what tools have broken in one line of text; a second time changes nothing.

    - Mojibake is read again in the right encoding (`ftfy.fix_encoding`).
    - HTML entities that were left in the text become characters, also when they were escaped twice. They need their
      semicolon, so `R&D` and `?a=1&copy=2` stay. In a line that has a tag, literal or escaped (`&lt;div&gt;`), all
      entities stay: such a line shows code or was never parsed, and unescaping it would make markup out of text.
    - Control characters, soft hyphens, zero-width spaces and others that nobody sees are dropped (see `invisible`),
      but for those that some writing needs; with `unseen` they stay.
    - A pair of surrogates becomes its character, a lone one U+FFFD.
    - The result is in Unicode normal form C.

    Why not more: curly quotes, ligatures and full-width forms are the author's or the script's own characters, and a
    corpus that straightens them can never be curled again. White space is the caller's to fold, *after* this, because
    `str.split` takes U+0085 for white space, which is a lost ellipsis. Prose that is about mojibake or about entities
    is mended too; the sidecar keeps how it was.

    >>> repair("The mayorâ€™s cafÃ© &amp;quot;Zur Post&amp;quot;&nbsp;is closed")
    'The mayor’s café "Zur Post"\xa0is closed'
    >>> repair("SÃO PAULO, AT&T, R&D; “ﬁne” می‌خواهم 👩‍🚀")
    'SÃO PAULO, AT&T, R&D; “ﬁne” می\u200cخواهم 👩\u200d🚀'
    >>> repair("Write &lt;b&gt;&amp;amp;&lt;/b&gt; for a bold ampersand")
    'Write &lt;b&gt;&amp;amp;&lt;/b&gt; for a bold ampersand'
    """
    if not needs_repair(text):
        return text
    # Each step makes the text shorter or leaves fewer control characters, so this ends; rarely after more than two.
    while (better := _repaired_once(text, unseen)) != text:
        text = better
    return text


def _repaired_once(text: str, unseen: bool) -> str:
    if not text.isascii():
        from ftfy import fix_encoding  # 60 ms, so not before it is needed

        text = fix_encoding(text)
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = text if unseen else invisible.without(text)
    if "&" in text and not _TAG.search(text):
        text = _ENTITY.sub(_unescaped, text)
    return unicodedata.normalize("NFC", text)


def _unescaped(entity: re.Match[str]) -> str:
    """The character of an entity, a blank instead of a line end; unknown names stay, escaped once at most."""
    name = entity[1] + ";"
    if not name.startswith("#") and name not in html.entities.html5:
        return "&" + name
    character = html.unescape("&" + name)
    return " " if character in ("\n", "\r") else character


# ftfy's judgement of a page takes milliseconds, and nearly every page is clean. But whatever it takes for mojibake has
# two neighbours that clean text rarely has. One table gives each UTF-16 unit the pairs that it may begin (high byte)
# and end (low byte), so a page costs one look-up a character; ftfy then judges the surroundings of the few pairs found.
_PAGES = ("latin-1", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1257", "iso-8859-2", "mac-roman", "cp437")
_COMMON = "\xa0\xad·´–—―…’"  # signs that stand beside letters in clean text; suspicious only after _LEADS
_LEADS = "ÂÃÎÐØÙ√≈‚âāβвВГРСΒΓΞΟ"  # what the first bytes of frequent UTF-8 sequences look like in those code pages
_BAD = "¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊ªº\ufffd"  # hardly ever beside a Greek or Cyrillic letter
_DROP = 0x8000  # as a character: `repair` drops it
_COMPOSES = 0x80  # as a character: normal form C may be at stake
_CERTAIN_PAIR = 0x40
_PAIRS = 0x7F
# Ranges, last excluded, in which every character is in normal form C whatever stands beside it.
_COMPOSED = (
    *((0x370, 0x374), (0x388, 0x483), (0x48A, 0x591), (0x5D0, 0x5F5), (0x620, 0x64B), (0x671, 0x6D6), (0xE01, 0xE38)),
    *((0x10A0, 0x1100), (0x1E00, 0x1E9B), (0x1EA0, 0x1F00), (0x2002, 0x20D0), (0x2100, 0x2126), (0x212C, 0x2329)),
    *((0x232B, 0x2ADC), (0x3001, 0x302A), (0x3030, 0x3099), (0x309B, 0xA66F), (0xAC00, 0xD7A4), (0xE000, 0xF900)),
    *((0xFF00, 0x10000), (0xD83C, 0xD83F), (0xDC00, 0xE000)),  # the last two are the halves of most emoji
)


def needs_repair(text: str) -> bool:
    r"""Whether `repair` might change a line of this text. Cheap: two microseconds per thousand characters.

    False is certain: `repair` returns every line unchanged, also when its white space has been folded to single
    blanks. True is sometimes a false alarm, for example at an entity inside a line of code.

    >>> needs_repair("« L’été à São Paulo », “ﬁne”, AT&T, Ёлка…")
    False
    >>> needs_repair("cafÃ©"), needs_repair("Tom &amp; Jerry"), needs_repair("cafe\u0301")
    (True, True, True)
    """
    if "&" in text and _ENTITY.search(text):
        return True
    if text.isascii() and text.replace("\n", "").isprintable():
        return False
    import numpy as np

    try:
        units, kinds, pairs = _judged(text)
    except UnicodeEncodeError:  # a lone surrogate
        return True
    present = int(np.bitwise_or.reduce(kinds))
    if present & _DROP:
        return True
    if pairs.any() and _mojibake(units, pairs):
        return True
    return bool(present & _COMPOSES) and not unicodedata.is_normalized("NFC", text)


def _judged(text: str) -> tuple[NDArray[np.uint16], NDArray[np.uint16], NDArray[np.integer]]:
    """The text's UTF-16 units, what each says by itself, and the suspicious pairs that each begins with the next."""
    import numpy as np

    units = np.frombuffer(text.encode("utf-16-le"), "<u2")
    kinds = _kinds().take(units, mode="wrap")  # no unit is out of range; wrapping is the mode that does not check
    return units, kinds, (kinds[:-1] >> 8) & kinds[1:] & _PAIRS


def repairs(lines: Sequence[str]) -> dict[int, str]:
    """`repair` the lines of a page that need it, by their number; costs little more than these few lines.

    >>> repairs(["The bridge is closed.", "Tom &amp; Jerry", "cafe\u0301"])
    {1: 'Tom & Jerry', 2: 'café'}
    """
    text = "\n".join(lines)
    suspects = _suspects(text)
    changed: dict[int, str] = {}
    if not unicodedata.is_normalized("NFC", text):
        composed = unicodedata.normalize("NFC", text)  # all at once, as nothing composes with a line end
        changed = {i: line for i, line in enumerate(composed.split("\n")) if line != lines[i]}
        # What composing alone mends has nothing suspicious about it, neither before nor after.
        suspects |= _suspects(composed)
    return dict(sorted((changed | {i: repair(lines[i]) for i in suspects}).items()))


def _suspects(text: str) -> set[int]:
    """The numbers of the lines that `repair` may change beyond composing them."""
    import numpy as np

    lines = text.split("\n")
    try:
        units, kinds, pairs = _judged(text)
    except UnicodeEncodeError:
        return set(range(len(lines)))
    suspicious = (kinds & _DROP) > 0
    suspicious[:-1] |= pairs > 0
    of_lines = np.searchsorted((units == ord("\n")).nonzero()[0], suspicious.nonzero()[0])
    entities = {i for i, line in enumerate(lines) if "&" in line and _ENTITY.search(line)}
    return entities | set(of_lines.tolist())


def _mojibake(units: NDArray[np.uint16], pairs: NDArray[np.integer]) -> bool:
    """Whether ftfy finds mojibake around one of the suspicious pairs."""
    if (pairs & _CERTAIN_PAIR).any():
        return True
    from ftfy.badness import is_bad

    at = pairs.nonzero()[0].tolist()
    # ftfy looks at eight units at most; the pair is then the third and fourth. Half an emoji at the edge is ignored.
    windows = (units[max(0, i - 2) : i + 6].tobytes().decode("utf-16-le", "ignore") for i in at)
    return is_bad("\n".join(windows))


@cache
def _kinds() -> NDArray[np.uint16]:
    """For each UTF-16 unit the pairs that it may begin and end, and what it says by itself."""
    import numpy as np

    table = np.zeros(0x10000, np.uint16)
    for bit, (first, second) in enumerate(_suspicious_pairs()):
        table[_units(first)] |= 1 << (bit + 8)
        table[_units(second)] |= 1 << bit
    table[_units(re.findall(f"[{invisible.SIGNS}]", _plane()))] |= _DROP
    table[0xDB40] |= _DROP  # the first half of a tag character
    table[0x300:] |= _COMPOSES  # all before is composed
    for start, end in _COMPOSED:
        table[start:end] &= 0xFFFF ^ _COMPOSES
    table.flags.writeable = False
    return table


def _plane() -> str:
    """Every character of the Basic Multilingual Plane."""
    import numpy as np

    return str(np.r_[0:0xD800, 0xE000:0x10000].astype("<u2").tobytes(), "utf-16-le")


def _units(characters: Iterable[str]) -> NDArray[np.uint16]:
    import numpy as np

    return np.frombuffer("".join(characters).encode("utf-16-le", "surrogatepass"), "<u2")


def _suspicious_pairs() -> list[tuple[Iterable[str], Iterable[str]]]:
    """Pairs of neighbours, one of which is in everything that ftfy calls bad; the last needs no second look."""
    high = bytes(range(0x80, 0x100))
    known = {c for page in _PAGES for c in high.decode(page, "ignore") if c > "\x9f"} | set(_BAD)
    known.remove("─")  # it draws the lines of tables, and ftfy does not count it
    greek_cyrillic = {c for c in known if "\u0370" <= c <= "\u04ff" and c.isalpha()}
    latin = {c for c in known if "À" <= c <= "\u024f" and c.isalpha() and c != "ƒ"} | set("ﬁﬂҐґ")
    signs = known - greek_cyrillic - latin - set(_COMMON)
    lower = {c for c in latin | greek_cyrillic if c.islower()}
    return [
        (signs, signs | latin),
        (latin, signs),
        (lower, latin - lower),
        (greek_cyrillic, _BAD),
        (_LEADS, signs | set(_COMMON) | set("ЂœŠšŸžŽ")),
        ("Œœ", re.sub("[A-Za-z]", "", _plane()) + "\ud83c\ud83d\ud83e"),  # the first halves of emoji
        ("ÂÃ", re.findall(r"\s", _plane())),
    ]
