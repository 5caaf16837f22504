r"""Line ends that are written out, or are another program's: signs for them in a text that has none, or too few.

    The bridge is shut.\n\nThe \"ferry\" runs.          The bridge is shut.<br/><br/>The ferry runs.

Where that is the text's habit its lines are parted there. The first was put into a string, and what else a string has
to escape is read as what it stands for. So it is with U+2028, U+2029, vertical tabs and form feeds, but in a text with
line ends of its own, see `decode.LINE_END`. Why not more: a text about such signs has few of them, between blanks,
`\nu` and `C:\new` end no line, and a row of a table stays one.

Where nearly all lines begin as a mail program quotes them (RFC 3676, section 4.5), the mail is what was quoted; and so
it is where all begin with a tag for a paragraph or heading, as jusText writes them.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace

from cleaner.decode.repair import repair
from cleaner.plain import leftover, linked
from cleaner.plain.layout import Lines

_ESCAPED = re.compile(r"(?:(?<!\s)\s+)?(?:(?<!\\)(?:\\r)?\\n\s*)+")
_BREAK = re.compile(r"(?:(?<!\s)\s+)?(?:<br\s{0,3}/?>\s*)+", re.IGNORECASE)
_SOFT = "\u2028\u2029\v\f"
_SOFTS = re.compile(r"\s+")
_ONE = re.compile(rf"\\n|<br|[{_SOFT}]", re.IGNORECASE)
_STRING = re.compile(r'\s*"(?:[^"\\]|\\.)*+"\s*', re.DOTALL)
_UNITS = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")  # of UTF-16, two for an emoji; RFC 8259, section 7
_SIGN = re.compile(r"\\([\"'/\\])|\\[rt](?![a-z])")

_QUOTED = re.compile(r"(?:>[ \t]?)+|<[phb]>[ \t]?")
_QUOTES_OF_LINES = re.compile(rf"^(?:{_QUOTED.pattern})", re.MULTILINE)
_TAGGED = "\n<p> "
_QUOTES = 5, 0.8  # lines that begin so, and of all; an article quotes less than it says

_BARRED = re.compile(r"[.!?…।॥۔؟։。！？]['\"”’»)\]」』]*\s?\|")  # a sentence that a bar follows
_BARS = 8, 10  # of a text; for each line end of a file
_LEAST = 3  # line ends
_BESIDE = 0.5  # of the line ends of a file
_SHARE = 0.8  # of them part what they touch
_OF_TEXT = 0.6  # of the characters are on lines with such ends, where they are the text's and not its code's


def parted(source: str, lines: Lines) -> Lines:
    r"""Part lines where their ends are written out, if that is the text's habit.

    >>> source = r'It is shut.\n\nThe \"ferry\" runs.\nIt is full.'
    >>> found = parted(source, Lines([source], [(0, len(source))], [(1, 1)], [0], [0]))
    >>> found.texts, found.gaps
    (['It is shut.', 'The "ferry" runs.', 'It is full.'], [0, 1, 0])
    """
    if _has_written(source) and _is_habit(source, lines, _ESCAPED):
        found = _parted(source, _unquoted(source, lines), _ESCAPED)
        lines = replace(found, texts=[*map(_unescaped, found.texts)])
    if _has_breaks(source) and _is_habit(source, lines, _BREAK):
        lines = _parted(source, lines, _BREAK)
        if not any(linked.fences(source, lines.texts)):  # what has one tag has others
            lines = replace(lines, texts=[repair(leftover.without(text)) for text in lines.texts])
    if _has_quoted(source):
        lines = _said(source, lines, (">",))
    if _TAGGED in source:
        lines = _said(source, lines, ("<p> ", "<h> ", "<b> "))
    softs = [source.count(sign) for sign in _SOFT if sign in source]  # found a hundred times as fast as counted
    if sum(softs) >= max(_LEAST, _BESIDE * source.count("\n")):
        lines = _parted(source, lines, _SOFTS)
    return lines


def are_bars(text: str) -> bool:
    """Whether bars stand where a page's blocks end, as `get_text("|")` sets them, in place of line ends.

    Why not more: a menu's bars follow no sentence, and a table has a line end for each of its rows.

    >>> are_bars("Home|News|Sport|Help|Shut|It is shut.|The ferry runs.|It is full.|Imprint")
    True
    >>> are_bars("Home | News | Sport | Help | Shut | Terms | Imprint | Map | It is shut. The ferry runs. It is full.")
    False
    """
    bars, least = text.count("|"), _BARS
    if bars < least[0] or bars < least[1] * text.count("\n"):
        return False
    return len(_BARRED.findall(text)) >= _LEAST


def may_part(text: str) -> bool:
    """Whether a text of printable characters may have such ends or marks; cheap."""
    return _has_written(text) or _has_breaks(text) or _has_quoted(text) or _TAGGED in text or are_bars(text)


def _has_written(text: str) -> bool:
    return "\\" in text and text.count("\\n") >= _LEAST


def _has_breaks(text: str) -> bool:
    return "<" in text and text.count("<br") + text.count("<BR") >= _LEAST


def _has_quoted(text: str) -> bool:
    return text.startswith(">") or "\n>" in text


def _said(source: str, lines: Lines, marks: tuple[str, ...]) -> Lines:
    r"""Lines without the marks of quotations, if nearly all have one; a line that is nothing else is blank.

    >>> source = "> It is shut.\n>\n> The ferry runs.\n> It is full.\n> So?"
    >>> starts = [0, 14, 16, 34, 48]
    >>> ends = [13, 15, 33, 47, 53]
    >>> spans, rows = list(zip(starts, ends)), [(line, line) for line in range(1, 6)]
    >>> found = _said(source, Lines([source[a:b] for a, b in spans], spans, rows, [0] * 5, [0] * 5), (">",))
    >>> found.texts, found.gaps
    (['It is shut.', 'The ferry runs.', 'It is full.', 'So?'], [0, 1, 0, 0])
    """
    least, share = _QUOTES
    if sum([text.startswith(marks) for text in lines.texts]) < max(least, share * len(lines.texts)):
        return lines

    def pieces(start: int, end: int) -> list[tuple[int, int, int]]:
        quoted = _QUOTED.match(source, start, end)
        begin = quoted.end() if quoted else start
        return [(begin, end, 0)] if source[begin:end].strip() else []

    return lines.parted(source, pieces)


def is_end(between: str) -> bool:
    r"""Whether what stands between two pieces of one physical line is such an end.

    >>> is_end(r"\n"), is_end("\u2028"), is_end(" ")
    (True, True, False)
    """
    return between.strip() != "" or any(map(between.__contains__, _SOFT))


def blanked(text: str) -> str:
    r"""A text with blanks where `parted` would leave out signs and escapes: what is left stands where it stood.

    >>> blanked(r"It is \"shut\".\nSo?<br/>Yes.")
    'It is  "shut ".  So?     Yes.'
    """
    for pattern in (_BREAK, _ESCAPED, _QUOTES_OF_LINES):
        text = pattern.sub(lambda sign: " " * len(sign[0]), text)
    text = _UNITS.sub(lambda units: _of_units(units).rjust(len(units[0])), text)
    return _SIGN.sub(lambda sign: _of_sign(sign).rjust(len(sign[0])), text)


def _is_habit(source: str, lines: Lines, pattern: re.Pattern[str]) -> bool:
    """Whether most of a text is on lines with such signs, and most of these part what they touch."""
    sizes = [end - start for start, end in lines.spans]
    with_ends = sum([end - start for start, end in lines.spans if pattern.search(source, start, end)])
    return with_ends >= _OF_TEXT * sum(sizes) and _are_ends(source, pattern)


def _are_ends(source: str, pattern: re.Pattern[str]) -> bool:
    """Whether most signs for a line's end part what they touch."""
    ends = [(end[0], *end.span()) for end in pattern.finditer(source)]
    found = [_is_end(sign, source[start - 1 : start], source[end : end + 1]) for sign, start, end in ends]
    return sum(found) >= max(_LEAST - 1, _SHARE * len(found))


def _is_end(sign: str, before: str, after: str) -> bool:
    r"""Whether a sign ends a line, rather than be talked about or begin a word, between two characters.

    >>> _is_end("<br>", ".", "T"), _is_end(" <br> ", "a", "t"), _is_end(r"\n", "$", "u"), _is_end(r"\n", "e", "o")
    (True, False, False, True)
    """
    if "`" in (before, after):
        return False
    if after.islower() and sign[-1] == "n":
        return before.isalnum() or before in (",", ";")
    return not (sign[0].isspace() and sign[-1].isspace() and after.islower())


def _parted(source: str, lines: Lines, pattern: re.Pattern[str]) -> Lines:
    code = {line for first, last in linked.code(source, lines.texts) for line in range(first, last + 1)}
    rows = {line for line, text in enumerate(lines.texts) if text.startswith("|") or " | " in text}
    whole = {lines.spans[line][0] for line in code | rows}

    def pieces(start: int, end: int) -> list[tuple[int, int, int]]:
        found, at, gap = [], start, 0
        if start in whole:
            return [(start, end, 0)]
        for sign in pattern.finditer(source, start, end):
            ends = len(_ONE.findall(sign[0]))
            if not ends:
                continue
            if source[at : sign.start()].strip():
                found.append((at, sign.start(), gap))
            at, gap = sign.end(), min(1, ends - 1)
        return [*found, (at, end, gap)] if source[at:end].strip() else found

    return lines.parted(source, pieces)


def _unquoted(source: str, lines: Lines) -> Lines:
    """Lines without the quotation marks around a whole string."""
    if not _STRING.fullmatch(source):
        return lines
    first, last = lines.spans[0][0], lines.spans[-1][1]
    return lines.parted(source, lambda start, end: [(start + (start == first), end - (end == last), 0)])


def _unescaped(text: str) -> str:
    """A line of a string without its escapes."""
    if "\\" not in text:
        return text
    return " ".join(_SIGN.sub(_of_sign, _UNITS.sub(_of_units, text)).split())


def _of_units(units: re.Match[str]) -> str:
    return str(json.loads(f'"{units[0]}"'))


def _of_sign(sign: re.Match[str]) -> str:
    return sign[1] or " "
