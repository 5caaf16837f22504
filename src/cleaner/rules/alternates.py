"""The article's title in other languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.rules.groups import quoted
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_NEAR = 8  # lines around the article
_SYLLABARIES = frozenset({"Chinese or Japanese", "Korean", "Ethiopic"})  # hundreds of signs: each text lacks many
_BLOCKS = (
    (0x41, 0x24F, "Latin"), (0x370, 0x3FF, "Greek"), (0x400, 0x52F, "Cyrillic"), (0x530, 0x58F, "Armenian"),
    (0x590, 0x5FF, "Hebrew"), (0x600, 0x77F, "Arabic"), (0x900, 0x97F, "Devanagari"), (0x980, 0x9FF, "Bengali"),
    (0xB80, 0xBFF, "Tamil"), (0xE00, 0xE7F, "Thai"), (0x10A0, 0x10FF, "Georgian"), (0x1200, 0x137F, "Ethiopic"),
    (0x3040, 0x9FFF, "Chinese or Japanese"), (0xAC00, 0xD7A3, "Korean"),
)  # fmt: skip


def script(text: str) -> str:
    """The script of most of the first sixty letters; kana counts as Chinese or Japanese.

    >>> script("Мост закрыт"), script("橋は閉鎖された"), script("1:0")
    ('Cyrillic', 'Chinese or Japanese', '')
    """
    if text.isascii():
        return "Latin" if any(c.isalpha() for c in text) else ""
    letters = "".join(filter(str.isalpha, text[:60]))
    if len(letters.encode("latin-1", "ignore")) * 2 > len(letters):
        return "Latin"
    codes = list(map(ord, letters))
    if sum(code < _BLOCKS[1][0] for code in codes) * 2 > len(codes):
        return "Latin"
    found = Counter(name for code in codes for first, last, name in _BLOCKS if first <= code <= last)
    return found.most_common(1)[0][0] if found else ""


def translated_title(page: Page) -> Iterator[tuple[int, str]]:
    """Headlines beside the article in another language: in another script, or with letters that the article lacks.

    Why not more: asks for one line in another script, or for two lines with strange letters that are built like the
    title; a list of languages has brief lines, and an article may quote a foreign headline inside its text. Each text
    lacks many of the signs of a script that has hundreds.
    """
    s = shapes(page)
    if not s.has_core:
        return
    first, last = s.core
    around = (*range(max(0, first - _NEAR), first), *range(last + 1, min(s.n, last + 1 + _NEAR)))
    near = [i for i in around if s.is_headline[i] and not s.is_stopped[i]]
    if not near:
        return
    own = script(page.texts[first])
    strange = [i for i in near if not (own == "Latin" and page.texts[i].isascii())]
    if not strange:
        return
    article = "".join(page.texts[first : last + 1])
    foreign = {i: why for i in strange if (why := _foreign(page.texts[i], own, article))}
    other = [i for i, why in foreign.items() if why.startswith("in ")]
    for i, why in foreign.items():
        beside = any(j in foreign for j in (i - 1, i + 1))
        alike = _built_alike(s, i, near)
        if (i in other and (beside or alike)) or (i not in other and beside and (other or alike)):
            yield i, f"is a headline {why} beside the article: {quoted(page.texts[i])}"


def _foreign(text: str, own: str, article: str) -> str:
    """How a line differs from the article's language, or nothing."""
    theirs = script(text)
    if theirs and theirs != own and not _holds(text, own):
        return f"in {theirs} letters"
    if own in _SYLLABARIES:
        return ""
    rare = {c for c in set(text.lower()) if not c.isascii() and c.isalpha()}
    strange = [c for c in rare if c not in article and c.upper() not in article]
    return "with the letters " + " ".join(sorted(strange)) if len(strange) >= 2 else ""


def _holds(text: str, name: str) -> bool:
    """Whether a quarter of a line's letters are of a script: Latin abbreviations among names are the article's own."""
    own = [first for first, last, known in _BLOCKS if known == name for c in text if first <= ord(c) <= last]
    return name != "Latin" and len(own) * 4 >= sum(map(str.isalpha, text))


def _built_alike(s: Shapes, i: int, near: list[int]) -> bool:
    """Whether another headline beside the article has its colon in the same place and about as many words."""
    page = s.page
    words = page.words[i]
    head = page.texts[i].partition(":")[0].count(" ") if ":" in page.texts[i] else -1
    for j in [*near, *range(max(0, s.core[0] - 12), s.core[0])]:
        if j == i or not s.headline[j] or not 0.5 <= page.words[j] / words <= 2:
            continue
        other = page.texts[j].partition(":")[0].count(" ") if ":" in page.texts[j] else -1
        if head == other:
            return True
    return False
