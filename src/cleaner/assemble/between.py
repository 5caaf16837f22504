"""What stands between two lines of a body: the end of a paragraph, that of a line, a blank, or nothing.

`assemble` says which lines are tied, and why.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count, pairwise
from operator import sub

from cleaner.model import Document
from cleaner.plain.layout import SHORT, are_alike
from cleaner.plain.lineends import is_end

PARAGRAPH = "\n\n"
LINE = "\n"

_STOPS = '.!?:»”"'  # of a sentence; the next one never touches it where nothing was glued
_QUOTES = "„«“"
_ROWS = frozenset({"td", "th", "tr", "pre", "li", "dt", "dd"})  # elements whose neighbours of the same name are tied
_ON_ONE, _LONG, _SHORT = "one line", "long", "short"  # of two lines that touch, until the whole body tells
_STANDALONE = frozenset({"heading", "lead", "title"})  # labels of lines that are never tied


class Beside(dict[int, str]):
    """What stands between a line of a document and the one before it where both stay.

    What was found is kept, since `again` makes several bodies of one document.
    """

    def __init__(self, document: Document) -> None:
        self.document = document

    def before(self, lines: Sequence[int]) -> list[str]:
        """What stands before each of some lines; the first line of the document is none of them."""
        gaps = self.document.gaps
        new = set(lines) - self.keys()
        self.update(dict.fromkeys(new, PARAGRAPH))
        self.update([(line, self._touching(line - 1, line)) for line in new if not gaps[line]])
        return list(map(self.__getitem__, lines))

    def _touching(self, i: int, j: int) -> str:
        document, texts = self.document, self.document.texts
        on_one = document.numbers[i][1] == document.numbers[j][0]
        if on_one and not is_end(document.text[document.spans[i][1] : document.spans[j][0]]):
            return _ON_ONE
        if document.body_like or _are_alike(document, i, j):  # there, what touched was meant to
            return LINE
        return _LONG if len(texts[i]) > SHORT or len(texts[j]) > SHORT else _SHORT


def glues_between(document: Document, kept: Sequence[int], labels: Sequence[str], beside: Beside) -> list[str]:
    """Choose what separates each line from the one before it.

    Two short lines that touch are tied where blank lines separate this document's paragraphs. The long lines tell,
    since they are the paragraphs; where there are none (a poem), one blank line is enough.
    """
    glues = ["", *beside.before(kept[1:])] if kept else []
    apart = list(compress(count(1), map((1).__lt__, map(sub, kept[1:], kept))))
    if not document.body_like:
        alone = list(compress(count(), map(_STANDALONE.__contains__, map(labels.__getitem__, kept))))
        apart += [place for at in alone for place in (at, at + 1) if 0 < place < len(kept)]
    for at in apart:
        if glues[at] != _ON_ONE:
            glues[at] = PARAGRAPH
    if _ON_ONE in glues:
        glues = [_glue(document, *kept[at - 1 : at + 1]) if glue == _ON_ONE else glue for at, glue in enumerate(glues)]
    if _LONG in glues or _SHORT in glues:
        spaced = document.kind == "html" or _is_spaced(document, kept, glues.count(_LONG))
        known = {_LONG: PARAGRAPH, _SHORT: LINE if spaced else PARAGRAPH}
        glues = list(map(known.get, glues, glues))
    return glues


def _is_spaced(document: Document, kept: Sequence[int], touching: int) -> bool:
    """Whether blank lines separate a document's paragraphs; `touching` long lines touch the one before them."""
    gaps, numbers, texts = document.gaps, document.numbers, document.texts
    parted = compress(pairwise(kept), map(gaps.__getitem__, kept[1:]))
    apart = [(i, j) for i, j in parted if j == i + 1 and numbers[i][1] != numbers[j][0]]
    blank = sum([len(texts[i]) > SHORT or len(texts[j]) > SHORT for i, j in apart])
    return blank > touching if blank or touching else bool(apart)


def _glue(document: Document, i: int, j: int) -> str:
    """What separates two kept pieces of one physical line: what did, or a paragraph's end where two were glued."""
    if document.numbers[i][1] != document.numbers[j][0]:
        return PARAGRAPH
    before, first = document.text[document.spans[j][0] - 1], document.text[document.spans[j][0]]
    if before.isspace():
        return " "
    begins = first.isupper() or first in _QUOTES
    return PARAGRAPH if begins and (j > i + 1 or before in _STOPS) else ""


def _are_alike(document: Document, i: int, j: int) -> bool:
    """Whether two lines are items of a list, rows of a table or lines of code, as elements or else their texts say."""
    dom = document.dom
    if dom is not None:
        listed = dom.listed[i] and dom.listed[j]
        if listed and (not dom.item or min(dom.item[i], dom.item[j]) >= 0):
            return True
        if dom.tag[i] == dom.tag[j] and dom.tag[i] in _ROWS:
            return not (dom.item and listed)
    return are_alike(document.texts[i], document.texts[j])
