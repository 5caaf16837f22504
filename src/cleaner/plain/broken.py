"""What a renderer broke, at the links inside a sentence or at the margin of its window.

Both are found without a language: a link's surroundings by where the sentence goes on, a margin by the line that could
not have held the next word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import accumulate, compress, pairwise

from cleaner.characters import STOPS
from cleaner.once import compiled

_CASED = [chr(code) for code in (*range(0x588), *range(0x1E00, 0x2000))]  # Latin, Greek, Cyrillic, Armenian
LOWER, _UPPER = "".join(filter(str.islower, _CASED)), "".join(filter(str.isupper, _CASED))

# A sentence goes on in a line that begins with a lower-case letter, with closing punctuation, or with hiragana, which
# begins no Japanese sentence's first noun but most of its particles.
CONTINUES = compiled(rf"[{LOWER}]|(?!:::)[,;:.!?)\]»”’“\"]+(?:\s|$)|[\u3041-\u3096、。]")
STOPPED = compiled(rf"[{STOPS}:;]['\"”’»)\]]*$")
_ENDS = compiled(r"[^\s.][.!?…。！？؟।۔။։።]+['\"”’»)\]]*(?:\s|$)|[。！？、]")
_OPENS = compiled(rf"[«„“\"][{_UPPER}][^»“”\"]*$")
WIDE = 60  # characters; verse and list items are rarely as long, so shorter neighbours are never joined
_BRIEF = 60  # characters; a link text between two halves of a sentence is rarely longer

_NARROWEST, _WIDEST = 50, 200  # columns; nobody breaks running text more narrowly, and few programs more widely
_LONGEST = 30  # letters of a word; where a longer one did not fit, the line says nothing of the margin
_PAIRS = 3  # lines that end at the margin, at least; two may by chance
_SHARE = 0.7  # of lines in the running text's width; 0.8 to 1 where a margin was, 0.5 at most elsewhere
_OF_MANY = 20, 0.55  # lines; paragraphs and headlines with no blank line between end in any column
_SURE = 5, 0.9  # pairs of which the second begins in a sentence, where others, such as rows of menus, disagree
_GOING = 0.2  # of full lines; a half in German, which writes nouns in capitals, hardly any in verse and headlines
_TEXT = 0.6  # of the margin; a line that is shorter may be anything
_SHORTEST = int(_TEXT * _NARROWEST) // 2  # letters, where each takes two columns
# What stands by itself, broken or not, begins so.
_ITEM = compiled(r"(?:[-*+•·‣>|#]|:{3,}|:[A-Za-z][\w-]*:|\d{1,3}[.)]|[A-Za-z][.)]|\[[^\[\]]+\]:)(?:\s|$)")
_RULE = compiled(r"([-_=*~─━═])\1{4,}$")  # drawn between paragraphs
_COUNTED = compiled(r"(?:(\d{1,3})\.|([A-Za-z])\.|(-))\s")  # of an item, or of a date, a name, a clause
_TWO_COLUMNS = compiled(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
)
NO_BLANKS = compiled("[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]")  # scripts that put none between words

_DIV = compiled(r"(?:\S{1,4} )?:{3,}(?:\s|$)")  # of pandoc's Markdown, in an item or not; its line is never filled

_ADDRESS = compiled(r"[/?&=#]\S*$")  # that a line ends with

_TITLE_WORD = compiled(r"[^\W\d_]{5,}")  # of fewer letters are most that a title leaves small
_TITLED = 4  # words


def at_links(texts: Sequence[str], gaps: Sequence[int]) -> list[bool]:
    """For each line whether it continues the line before it, which was broken at a link.

    A renderer that puts every inline link on a line of its own breaks sentences in three: the words before the link,
    the link, the words after it. The third part begins in the middle of a sentence, which is how it is found; the link
    itself may begin with a capital; a quotation that it leaves open begins a paragraph. Nothing is joined across a
    blank line, after a full stop, or between short lines: a poem keeps its verses and a list its items.

    >>> at_links(["The council voted on Monday to close the old bridge near the", "harbour", "till May."], [0, 0, 0])
    [False, True, True]
    >>> at_links(["We saw", "the bridge,", "which nobody had liked, fall into the river last Monday night."], [0, 0, 0])
    [False, True, True]
    >>> at_links(["so much depends", "upon", "a red wheel", "barrow"], [0, 0, 0, 0])
    [False, False, False, False]
    """
    joined = [False] * len(texts)
    goes_on = [not gap and CONTINUES.match(text) is not None for text, gap in zip(texts, gaps, strict=True)]
    for i in compress(range(1, len(texts)), goes_on[1:]):
        before = texts[i - 1]
        going = not STOPPED.search(before)
        wide = len(texts[i]) >= WIDE or len(before) >= WIDE
        linked = not gaps[i - 1] and len(before) < _BRIEF
        joined[i] = going and (joined[i - 1] or wide)
        if i > 1 and going and linked:
            head = texts[i - 2]  # the line before a possible link
            if (wide or len(head) >= WIDE) and not (STOPPED.search(head) or _OPENS.match(before)):
                joined[i] = True
                joined[i - 1] = len(head) >= WIDE or joined[i - 2]
    for i in range(2, len(texts)):  # a short beginning, a link in lower case, and the sentence that goes on after it
        if joined[i] and goes_on[i - 1] and not (goes_on[i - 2] or STOPPED.search(texts[i - 2])):
            joined[i - 1] = joined[i - 1] or _ENDS.search(texts[i]) is not None
    return joined


def at_margin(
    texts: Sequence[str],
    gaps: Sequence[int],
    indents: Sequence[int],
    spans: Sequence[tuple[int, int]] = (),
    inside: Collection[int] = (),
) -> list[bool]:
    """For each line whether it continues the line before it, which was full.

    Args:
        texts: the lines, their white space folded.
        gaps: blank lines before each.
        indents: columns before each.
        spans: where each is in the input, if more blanks may have stood in it.
        inside: lines that go on with a mark or an address; these tell nothing of the margin.

    A program that fills paragraphs ends a line where the next word would have crossed the margin. So each pair of
    touching lines leaves a few columns in which the margin can be, and where there was one, nearly all pairs agree on
    it; verse, addresses and headlines under each other don't. Why not more: code, logs and tables have lines as long,
    but no sentences that end.

    >>> paragraph = "The council voted on Monday to close the old bridge over the river until May. Since then the bus"
    >>> text = " ".join([paragraph] * 5)
    >>> import textwrap
    >>> lines = textwrap.wrap(text, 70)
    >>> at_margin(lines, [0] * len(lines), [0] * len(lines))
    [False, True, True, True, True, True, True, True]
    """
    joined = [False] * len(texts)
    touching = [i for i in range(1, len(texts)) if not gaps[i] and len(texts[i - 1]) >= _SHORTEST]
    touching = [i for i in touching if ":::" not in texts[i - 1] or not _DIV.match(texts[i - 1])]
    going = {i for i in touching if _begins_inside(texts[i]) and not STOPPED.search(texts[i - 1])}
    if len(touching) < _PAIRS or len(going) < 2:  # two must go on, wherever the margin is
        return joined
    ruled = {i for i in touching if _RULE.match(texts[i]) or _RULE.match(texts[i - 1])}
    touching = sorted(set(touching) - ruled - _items(texts))
    for width in (len, _columns):  # programs differ in how wide a Chinese letter is
        pairs = list(_pairs(texts, indents, spans, touching, width))
        telling = [pair for pair in pairs if pair[0] not in inside and _tells(texts[pair[0] - 1], pair[2] - pair[1])]
        margin = _margin(telling) or _margin([pair for pair in telling if pair[0] in going], sure=True)
        full = _sentences(texts, [line for line, edge, most in pairs if edge <= margin <= most])
        prose = [line for line in full if line not in inside]
        if len(going.intersection(prose)) > max(1, _GOING * len(prose)):
            for line in full:
                joined[line] = joined[line - 1] or not _heads(texts[line - 1], texts[line])
            break
        if not _TWO_COLUMNS.search("".join(texts)):
            break
    return joined


def _pairs(
    texts: Sequence[str],
    indents: Sequence[int],
    spans: Sequence[tuple[int, int]],
    lines: Sequence[int],
    width: Callable[[str], int],
) -> Iterator[tuple[int, int, int]]:
    """Of lines that may continue others: the column in which these end, and the last that can be the margin."""
    for i in lines:
        edge = indents[i - 1] + width(texts[i - 1])
        if spans:
            edge += spans[i - 1][1] - spans[i - 1][0] - len(texts[i - 1])
        word = texts[i].partition(" ")[0]
        yield i, edge, edge + (4 if NO_BLANKS.match(word) else width(word))  # or two letters, to keep a stop


def _items(texts: Sequence[str]) -> set[int]:
    """The lines that begin an item of a list, or another thing that stands by itself.

    Where a sentence goes on, `21. century` in German, `W. Bush` and `- which was old -` begin nothing. An item that is
    one has another beside it: the number or letter before or after its own, or a dash.

    >>> _items(["the", "21. Jahrhundert and George", "W. Bush", "Steps", "1. Tea", "2. Milk", "Owls:", "3. May"])
    {4, 5, 7}
    """
    items = {line for line, text in enumerate(texts) if _ITEM.match(text)}
    counted = [(line, mark) for line in sorted(items) if (mark := _COUNTED.match(texts[line]))]
    for at, (line, mark) in enumerate(counted):
        if not line or STOPPED.search(texts[line - 1]):
            continue
        beside = [other for _, other in (*counted[max(0, at - 1) : at], *counted[at + 1 : at + 2])]
        if not any(_follow(mark, other) for other in beside):
            items.discard(line)
    return items


def _follow(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two marks of items are of one list: numbers or letters in a row, or dashes."""
    if one.lastindex != other.lastindex:
        return False
    if one[3]:
        return True
    places = [int(mark[1]) if mark[1] else ord(mark[2]) for mark in (one, other)]
    return abs(places[0] - places[1]) == 1


def _tells(text: str, size: int) -> bool:
    """Whether a line that ends before a word of such a size tells of the margin: no long address may be broken."""
    return size <= _LONGEST and (0 < text.find(" ") <= _LONGEST or NO_BLANKS.search(text) is not None)


def _margin(pairs: Sequence[tuple[int, int, int]], *, sure: bool = False) -> int:
    """The margin that most pairs agree on, or nearly all of them to be `sure`; 0 if there is none."""
    changes = [0] * (_WIDEST + _LONGEST + 2)
    for _, edge, most in pairs:
        if edge <= _WIDEST:
            changes[edge] += 1
            changes[most + 1] -= 1
    agreed = list(accumulate(changes))
    margin = max(range(_NARROWEST, _WIDEST + 1), key=agreed.__getitem__)
    text = sum([edge >= _TEXT * margin for _, edge, _ in pairs])
    many, of_many = _OF_MANY
    least, share = _SURE if sure else (_PAIRS, of_many if agreed[margin] >= many else _SHARE)
    return margin if agreed[margin] >= max(least, share * text) else 0


def _sentences(texts: Sequence[str], full: Sequence[int]) -> list[int]:
    """Those of some lines that continue others which are of running text: rows, code and addresses have no stops.

    A heading has none either, but is hardly broken twice.
    """
    found: list[int] = []
    begins = [at for at, line in enumerate(full) if not at or full[at - 1] != line - 1]
    for first, last in pairwise([*begins, len(full)]):
        lines = full[first:last]
        if len(lines) < _PAIRS - 1 or any(map(_ENDS.search, texts[lines[0] - 1 : lines[-1] + 1])):
            found += lines
    return found


def _heads(text: str, after: str) -> bool:
    """Whether a full line is a heading in capitals or title case, and the line after it begins a paragraph.

    Why not more: any other heading that fills its line looks as a sentence does that goes on.

    >>> _heads("Council Votes to Close the Old Bridge: Cracks, Costs, and Ferries", "The old bridge will be closed")
    True
    >>> _heads("Ada Finch, John Brook and Mary Thornbury of the Harlow Ferry and", "Bridge Company will run the ferry")
    False
    """
    return after[:1].isupper() and "," not in text.partition(":")[0] and _is_titled(text) and not _is_titled(after)


def _is_titled(text: str) -> bool:
    """Whether all long words begin with a capital, four or more."""
    long = _TITLE_WORD.findall(text)
    return len(long) >= _TITLED and all(map(str.isupper, [word[0] for word in long]))


def _begins_inside(text: str) -> bool:
    """Whether no sentence seems to begin with a line; in scripts without capitals the stop before it alone tells.

    What begins with a figure may be a row of a table or of a log.
    """
    return text[:1].isalpha() and not text[:1].isupper()


def _columns(text: str) -> int:
    """How wide a text is in a terminal."""
    return len(text) if text.isascii() else len(text) + len(_TWO_COLUMNS.findall(text))


def glue(before: str, text: str) -> str:
    """What stands between a line and the one that continues it.

    >>> glue("the old", "bridge"), glue("the bridge", ", which"), glue("市政府周一", "宣布")
    (' ', '', '')
    """
    if before[-1] in "([„¿¡" or text[0] in ",;:.!?)]»”’、。" or "\u3041" <= text[0] <= "\u3096":
        return ""
    if before[-1] == "-" and _ADDRESS.search(before):
        return ""
    return "" if NO_BLANKS.match(before[-1]) and NO_BLANKS.match(text[0]) else " "
