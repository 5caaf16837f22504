"""Links whose targets stand where Markdown's links have none: below the text, or in brackets of their own.

    The [old bridge][12] …     The [12]old bridge …     The old bridge⟨12⟩ …     The old bridge [https://…] …
      [12]: https://…            12. https://…            ⟨12⟩ https://…

The first are read as if the target stood beside the text, of the others the text alone is. Nothing is taken for the
number of a link but what counts up with a list of addresses below the text: an author's own notes stay. And addresses
in brackets are an author's, unless there are many, and many behind a few words, as in a menu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, pairwise

from cleaner.broken import glue

_FLAGS = re.VERBOSE | re.IGNORECASE
_ADDRESS = r"(?: [a-z][a-z0-9+.-]*:\S | www\. | \.{0,2}/ | [#?] | [\w%+.-]+/ | [\w%+-]+\.(?:html?|php|aspx?|jsp)\b )"
_NAMED = r"\[ ( [^\[\]]+ ) \]: \s*"
_TITLE = r"""(?: "[^"]*" | '[^']*' | \( [^()]* (?: \([^()]*\) [^()]* )* \) )"""
_DEFINITION = re.compile(rf"{_NAMED} (?: <[^<>]*> | {_ADDRESS}\S* ) (?: \s+ {_TITLE} )? (?: \s+ | $ )", _FLAGS)
_BELOW = re.compile(rf"{_TITLE} $", _FLAGS)  # a title on a line of its own; CommonMark 0.31, section 4.7
_ENTRY = re.compile(rf"(?<!\S) (?: (\d{{1,4}})\. | \[(\d{{1,4}})\] | ⟨(\d{{1,4}})⟩ ) \s+ {_ADDRESS}", _FLAGS)

_BEGUN = re.compile(r"\[ [^\[\]]+ \]: \s* (.*)", _FLAGS)
_TARGET = re.compile(_ADDRESS, _FLAGS)

_PICTURE = re.compile(r"!\[ ( [^\[\]]* ) \] \s? \[ ( [^\[\]]* ) \]", _FLAGS)
_REFERENCE = re.compile(r"(?<!\\) \[ ( (?: [^\[\]] | \[ [^\[\]]* \] )* ) \] \s? \[ ( [^\[\]]* ) \]", _FLAGS)
_SHORTCUT = re.compile(r"(?<![\]\\!]) \[ ( [^\[\]]* [^\W\d_] [^\[\]]* ) \] (?! [\[(:] )", _FLAGS)
_NUMBERED = re.compile(r"\[ (\d{1,4}) \] (?= [^\s.,;:!?)] ) | ^ [^\w\[]* \[ (\d{1,4}) \] $", _FLAGS)
_APART = re.compile(r"""(?: ^ | (?<=[\s("“„«]) ) \[ (\d{1,4}) \] (?= [^\s.,;:!?)] )""", _FLAGS)
_CITED = re.compile(r"\s? ⟨ \d{1,4} ⟩", _FLAGS)
_CITED_PICTURE = re.compile(r"(!\[ [^\[\]⟨⟩]* ) ⟨ \d{1,4} ⟩ \]", _FLAGS)

_BEHIND = re.compile(rf"\s? \[ (?= {_ADDRESS} ) [^\s\[\]]+ \] (?! \( )", _FLAGS)
_IMAGE = re.compile(r"\[image: \s* ( [^\[\]]* ) \]", _FLAGS)
_ITEM = re.compile(r"[^\w\[]* ( (?: [^\s\[\]]+ \s ){1,5} ) \[ ( [^\s\[\]]+ ) \]", _FLAGS)  # of a menu

_LINES = 8  # on which one link may stand
_LEAST = 3  # links; fewer numbers are somebody's notes
_SHOWN = 0.3  # of the numbers in a list; links without text have none in it
_SKIPPED = 20  # of these one after the other
_BRIEF = 2  # words above a list, or between its parts: "References", "Hidden links:"


_BEGINS = re.compile(r"^ \s* \[ [^\[\]\n]+ \]: (?: \s | $ )", _FLAGS | re.MULTILINE)
_LISTS = ("1. http", "1. file:", "1. /", "[1] http", "[1] /")
_MANY = 10  # addresses in brackets
_ITEMS = 5  # of them behind a few words


def may_have(text: str) -> bool:
    """Whether a text may have such targets; cheap."""
    first = at = text.find("[")  # one character is found a hundred times as fast as two
    numbered, empty, addresses = False, 0, 0
    while at >= 0:
        after = text[at + 1 : at + 3]
        numbered = numbered or after == "1]"
        empty += after[:1] == "]"
        addresses += after[:1] in "/#" or after == "ht"
        at = text.find("[", at + 1)
    if empty > 1 or addresses >= _MANY or (numbered and any(map(text.__contains__, _LISTS))):
        return True
    if first >= 0 and "]:" in text and _BEGINS.search(text):
        return True
    return "⟨" in text and "⟨1⟩" in text


def lines(texts: Sequence[str]) -> list[int]:
    """The lines that are targets, or head a list of them.

    >>> lines(["The [bridge][1] is shut.", "[1]: https://example.org/bridge", "[2]: nobody knows"])
    [1]
    """
    return sorted({*_definitions(texts), *_listed(texts)})


def broken(texts: Sequence[str], gaps: Sequence[int]) -> list[bool]:
    """For each line whether it goes on with the target of a link that a margin broke, however long the line.

    >>> broken(["See [the bridge](https://example.org/old-", "bridge) and", "the ferry."], [0, 0, 0])
    [False, True, False]
    >>> broken(["[1]:", "https://example.org/a-bridge", "(The old", "bridge)", "[2]: /ferry"], [0] * 5)
    [False, True, True, True, False]
    """
    behind = _are_behind(texts)
    joined = [behind and not gap and _BEHIND.match(text) is not None for text, gap in zip(texts, gaps, strict=True)]
    joined[:1] = [False for _ in joined[:1]]
    for line, text in enumerate(texts):
        if not joined[line] and "[" in text:
            last = _last(texts, gaps, line)
            joined[line + 1 : last + 1] = [True] * (last - line)
    return joined


def _last(texts: Sequence[str], gaps: Sequence[int], line: int) -> int:
    """The line on which the target of a link ends that a line begins; that line, if none is open."""
    text, last = texts[line], line
    for after in range(line + 1, min(line + _LINES, len(texts))):
        if gaps[after] or not _is_open(text, texts[after]):
            break
        text, last = text + glue(text, texts[after]) + texts[after], after
    return line if _is_open(text, "") else last


def _is_open(text: str, after: str) -> bool:
    """Whether the target that a text ends with goes on with what stands after it."""
    if begun := _BEGUN.match(text):
        if after.startswith("["):
            return False
        address, _, title = begun[1].partition(" ")
        if title:
            return not _BELOW.match(title.strip())
        return not address or after[:1] in ("(", '"', "'") or (address.endswith("-") and after != "")
    target = text[text.rfind("](") + 2 :] if "](" in text else ")"
    return target.count(")") <= target.count("(") and (not target or _TARGET.match(target) is not None)


def runs(texts: Sequence[str]) -> list[bool]:
    """For each line whether it goes on with the targets that the line before it gives: together they are one line.

    >>> runs(["The [bridge][1] and the [ferry][2]", "[1]: https://example.org/b", "[2]: https://example.org/f"])
    [False, False, True]
    """
    found = set(lines(texts))
    return [line in found and line - 1 in found for line in range(len(texts))]


def beside(texts: Sequence[str]) -> list[str]:
    """Lines with the targets of their links beside them, or with these links' text alone, where they are numbered.

    >>> beside(["The [bridge][1] is shut.", "[1]: https://example.org/bridge"])[0]
    'The [bridge](#1) is shut.'
    >>> beside(["[1]Home [2]News", "See [3]the ferry [4].", "1. file:///", "2. file:///news", "3. file:///f"])[:2]
    ['Home News', 'See the ferry [4].']
    """
    found = list(texts)
    labels = _definitions(found)
    known = frozenset(chain.from_iterable(labels.values()))
    for line, text in enumerate(found if labels else ()):
        if "[" in text and line not in labels:
            found[line] = _resolved(text, known)
    if _are_behind(found):
        found = [_bare(text) if "[" in text else text for text in found]
    if listed := _listed(found):
        begin = listed[0]
        found[:begin] = _without_numbers(found[:begin], found[listed[-1]])
    return found


def _are_behind(texts: Sequence[str]) -> bool:
    """Whether the targets of links stand in brackets behind their text."""
    if sum([len(_BEHIND.findall(text)) for text in texts if "[" in text]) < _MANY:
        return False
    items = (item for text in texts if "[" in text and (item := _ITEM.fullmatch(text)))
    return sum([_TARGET.match(item[2]) is not None for item in items]) >= _ITEMS


def _bare(text: str) -> str:
    """A line without the targets in brackets; an item of a menu is a link, and a picture one of Markdown."""
    text = _IMAGE.sub(r"![\1](#)", text)
    if (item := _ITEM.fullmatch(text)) and _TARGET.match(item[2]):
        return f"{text[: item.start(1)]}[{item[1].strip()}](#)"
    bare = _BEHIND.sub("", text).strip()
    return bare or f"[]({text.strip('[]')})"


def _definitions(texts: Sequence[str]) -> dict[int, list[str]]:
    """The labels that each line gives targets, if it does nothing else; none for a title that stands below one."""
    found: dict[int, list[str]] = {}
    for line, text in enumerate(texts):
        if text.startswith("[") and "]:" in text:
            labels, at = [], 0
            while definition := _DEFINITION.match(text, at):
                labels.append(_label(definition[1]))
                at = definition.end()
            if at == len(text):
                found[line] = labels
        elif text[:1] in ('"', "'", "(") and found.get(line - 1) and _BELOW.match(text):
            found[line] = []
    return found


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()


def _resolved(text: str, known: frozenset[str]) -> str:
    """A line with its references as links, those that are `known`."""
    text = _PICTURE.sub(partial(_link, known), text)
    for _ in range(2):  # a link may be around another
        text = _REFERENCE.sub(partial(_link, known), text)
    return _SHORTCUT.sub(lambda link: f"{link[0]}(#)" if _label(link[1]) in known else link[0], text)


def _link(known: frozenset[str], reference: re.Match[str]) -> str:
    text, label = reference.groups()
    if _label(label or text) not in known:
        return reference[0]
    return f"{'!' * reference[0].startswith('!')}[{text}](#{label if label.isalnum() else ''})"


def _listed(texts: Sequence[str]) -> list[int]:
    """The lines of the list of numbered targets below a text, with what heads it; none if no link has its numbers."""
    entries = [(line, number) for line, text in enumerate(texts) for number in _numbers(text)]
    first = max([at for at, (_, number) in enumerate(entries) if number == 1], default=len(entries))
    entries = entries[first:]
    if len(entries) < _LEAST or any(one >= other for (_, one), (_, other) in pairwise(entries)):
        return []
    begin, end = entries[0][0], entries[-1][0] + 1
    marks = list(_marks(texts[:begin], texts[begin]))
    if len(marks) < _SHOWN * len(entries):
        return []
    least = max(begin - _BRIEF, marks[-1][0] + 1)
    while begin > least and len(texts[begin - 1].split()) <= _BRIEF:
        begin -= 1
    numbered = set(dict(entries))
    return [line for line in range(begin, end) if line in numbered or len(texts[line].split()) <= _BRIEF]


def _numbers(text: str) -> list[int]:
    """The numbers of the addresses in a line that is a list of them, or one."""
    first = _ENTRY.search(text) if "/" in text or ":" in text or "www." in text else None
    if first is None or len(text[: first.start()].split()) > _BRIEF * _BRIEF:
        return []
    return [int(entry[entry.lastindex or 0]) for entry in _ENTRY.finditer(text)]


def _marks(texts: Sequence[str], entry: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Line and place of each number of a link, in text above a list with such an entry.

    Numbers count up. Where the list's have brackets as well, notes look so too, but stand behind a word.
    """
    first = _ENTRY.search(entry)
    mark = (_NUMBERED, _APART, _CITED)[((first and first.lastindex) or 1) - 1]
    before = 0
    for line, text in enumerate(texts):
        for found in mark.finditer(text) if "[" in text or "⟨" in text else ():
            if mark is _CITED:
                yield line, found.span()
            elif before < (number := int(found[found.lastindex or 1])) <= before + _SKIPPED:
                before = number
                yield line, found.span()


def _without_numbers(texts: list[str], entry: str) -> list[str]:
    """Lines without the numbers of their links; what is nothing else is an empty link."""
    if "⟨" in entry:
        texts = [_CITED_PICTURE.sub(r"\1](#)", text) for text in texts]
    found = list(texts)
    for line, (start, end) in reversed(list(_marks(texts, entry))):
        found[line] = found[line][:start] + found[line][end:]
    return [" ".join(text.split()) or (before and "[](#)") for text, before in zip(found, texts, strict=True)]
