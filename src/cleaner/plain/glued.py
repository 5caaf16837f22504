"""Text whose blocks were written one after the other with nothing between, as the text of all nodes of a page is.

A stop that touches a capital ends a block, and so does a small letter. Why not always: a name may have a capital
inside, an address anything. So a text must have many such stops, or a line that is longer than paragraphs are must have
several such places, and an address in brackets stays whole.
"""

from __future__ import annotations

from functools import partial
from itertools import islice

from cleaner.once import compiled
from cleaner.plain import leftover
from cleaner.plain.layout import Lines, is_body_like

_LOWER = "a-zß-öø-ÿāăąćčďēęěğģīįıķłļńņňőœřśşšťūůűųźżžа-яёіїєґўα-ωάέήίόύώ"
_UPPER = "A-ZÀ-ÖØ-ÞĆČĎĘĞĪİŁŃŇŐŒŘŚŞŠŤŪŮŰŹŻŽА-ЯЁІЇЄҐЎΑ-Ω"
_JOINT = compiled(
    rf"(?<=[{_LOWER}])(?=[{_UPPER}][{_LOWER}])"  # HomeNews
    rf"|(?<=[{_UPPER}]{{2}})(?=[{_UPPER}][{_LOWER}]{{2}})"  # NEWSHome
    rf"|(?<=[{_LOWER}])(?=[„«“][{_UPPER}])"  # Home„News
    rf"|(?<=[{_LOWER}]{{2}}[»”\"])(?=[{_UPPER}])"  # closed”The
    rf"|(?<=[)…%])(?=[{_UPPER}])"  # Home (two)News
    rf"|(?<=[{_LOWER}]{{3}})(?=\d)"  # Home2024
    rf"|(?:(?<=[{_LOWER}]{{2}}[.!?:])|(?<=\)[.!?:])|(?<=[{_LOWER})][.!?][»”\"]))(?=[„«“]?[{_UPPER}])"  # closed.The
    rf"|(?<=\d)(?=[{_UPPER}][{_LOWER}]{{2}})"  # 2024The
)
_MAYBE = compiled(  # at most places where a block may begin and few others, found faster
    rf"[{_UPPER}](?:(?<=[{_LOWER}.!?:)…%\d].)|(?<=[{_LOWER}.!?:)][„«“»”\"].)|(?<=[{_UPPER}].)(?=[{_LOWER}]))"
    rf"|\d(?<=[{_LOWER}].)"
)
_WORD = compiled(r"\S+")
_WIDE = compiled(r"[^\S\n]{3,}(?=\S)")  # blanks that no typist leaves
_TARGET = compiled(r"[\[(<](?:https?://|data:)[^\s\[\]()<>]*")  # of a link, in which no block begins
LONG = 500  # characters; a line of more holds a paragraph, or several
_SEVERAL = 3  # places of one, each written otherwise; a name may come back
_NAME = 12  # letters of the longest name in which a capital stands, or nearly
_GLUED_STOP = compiled(rf"\.(?:(?<=[{_LOWER}]{{2}}\.)|(?<=\)\.))[»”\"]?[„«“]?[{_UPPER}]")
_STOPS = 4  # with no blank after them
_GLUED = 0.1  # of the stops; a paragraph has about five, and a page that was not glued has one in thirty at most


def parted(text: str, lines: Lines, *, marks: bool) -> tuple[Lines, bool]:
    """Lines cut where blocks were glued to each other, and whether the whole text was written so.

    Why not more: several lines that are laid out as a body stay whole, and so does a long one where `marks` of elements
    are left, which may be as long.
    """
    said = leftover.without_values(text) if marks else text
    was_glued = is_glued(said) and not (len(lines.texts) > 1 and is_body_like(lines))
    is_long = not marks and any(end - start > LONG for start, end in lines.spans)
    if not was_glued and (not is_long or is_body_like(lines)):
        return lines, False
    return lines.cut(text, partial(cuts, text, everywhere=was_glued)), was_glued


def is_glued(text: str) -> bool:
    """Whether blocks were written one after the other with nothing between them, as the text of all nodes is.

    >>> is_glued("HomeNewsOld bridge closedA council voted.The ferry runs.It is full.Cows swim.Nobody knows. So?")
    True
    >>> is_glued("The ferry runs. It is full. Cows swim. See YouTube.")
    False
    """
    glued = sum(1 for _ in _GLUED_STOP.finditer(text))
    return glued >= _STOPS and glued > _GLUED * (text.count(". ") + text.count(".\n"))


def cuts(text: str, start: int, end: int, *, everywhere: bool) -> list[int]:
    """Where a line is to be cut: at all its joints in a text that was glued, else where it is long and has several.

    >>> cuts("HomeNewsSport", 0, 13, everywhere=True), cuts("HomeNewsSport", 0, 13, everywhere=False)
    ([4, 8], [])
    """
    if not everywhere and not (end - start > LONG and _may_have_several(text, start, end)):
        return []
    wide = {blanks.end() for blanks in _WIDE.finditer(text, start, end)}
    found = sorted(wide.union(joints(text, start, end)))
    return found if everywhere or len({text[at - 3 : at + 3] for at in found}) >= _SEVERAL else []


def _may_have_several(text: str, start: int, end: int) -> bool:
    return "   " in text[start:end] or any(islice(_MAYBE.finditer(text, start, end), _SEVERAL - 1, None))


def joints(text: str, start: int, end: int) -> list[int]:
    """Where blocks begin that were glued to others, between two places of a text.

    A single capital inside a word may be a name's, unless the word is longer than such names are.

    >>> joints("HomeNewsOld bridge closed.The ferry is on YouTube", 0, 49)
    [4, 8, 26]
    >>> joints("It is arXiv:2512.16245", 0, 22)
    []
    >>> joints("HomeNews[https://example.org/HomePage]NewsOld", 0, 45)
    [4, 42]
    """
    found = []
    for word in _WORD.finditer(text, start, end):
        inside = [joint.start() for joint in _JOINT.finditer(text, *word.span())]
        if inside and ":" in word[0]:
            targets = [target.span() for target in _TARGET.finditer(text, *word.span())]
            inside = [at for at in inside if not any(first < at < last for first, last in targets)]
        blocks = len(inside) > 1 or sum(map(str.isalpha, word[0])) > _NAME
        found += [at for at in inside if blocks or not text[at - 1].isalpha()]
    return found
