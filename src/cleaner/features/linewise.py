"""The columns of a page that depend on each line's text alone, all lines at once.

Characters are classed through one table, so a page costs about a millisecond whatever its language. Words of scripts
that do not put spaces between words are counted by characters.

A page that has lines of another one, as a body has those of its page, takes these columns from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from cleaner.characters import (
    BRACKET,
    IDEOGRAPH,
    MARK,
    QUOTE,
    RUNNING,
    STOP,
    UPPER,
    Bools,
    Codes,
    Floats,
    Ints,
    classed,
    counted,
    in_words,
    on_lines,
)
from cleaner.features import cues
from cleaner.features.topics import LONG
from cleaner.once import cached_property

Column = TypeVar("Column", bound=NDArray[Any])

_QUESTIONS = np.array([0x3F, 0xFF1F, 0x61F, 0x1367, 0x37E], dtype=np.uint32)
_COLONS = np.array([0x3A, 0xFF1A, 0x55D, 0x17D6, 0x1366], dtype=np.uint32)
_BRACKETS = np.array([0x29, 0x5D, 0xFF09, 0x3011, 0x3015], dtype=np.uint32)  # closing ones
# Brackets after a stop, without the words of a picture's credit.
_NOTED = re.compile(r"[。！？][」』”]?\s?[(\[（【〔][^()\[\]（）【】〔〕攝摄圖图影像照撮写提資资]+.$")
_NOTE = 28  # characters
_SENTENCE = 12  # words; a line of fewer is no running text
_MEAN_WIDTH = 5.5  # letters a word, between English (4.7) and Russian (6.2)
_LETTER_WIDTH = {
    IDEOGRAPH: 1.7,
    RUNNING: 5.0,
}  # characters a word: Chinese and Japanese text; Thai, Lao, Khmer, Burmese


def _of_line(measure: Callable[[Linewise], Column]) -> cached_property[Column]:
    """A column that depends on each line's text alone, so that a page takes it from another that has all its lines."""

    @wraps(measure)
    def taken(page: Linewise) -> Column:
        if page._source is None:
            return measure(page)
        other, lines = page._source
        column: Column = getattr(other, measure.__name__).take(lines, axis=-1)
        return column

    return cached_property(taken)


class Linewise:
    """The lines' texts and what each says by itself.

    `like` is another page that has many of these lines: what it knows of them is taken over. `lines` is each line's
    index on that page, given only where every line stands there.
    """

    def __init__(
        self, texts: tuple[str, ...], like: Linewise | None = None, lines: Sequence[int] | None = None
    ) -> None:
        self.texts = texts
        self.n = len(texts)
        self._met: Sequence[int | None] = lines or (cues.met(texts, like.texts) if like else [])
        self._source: tuple[Linewise, Ints] | None = None  # a page that has all lines of this one, and where
        if like and None not in self._met:
            self._source = like, np.array(self._met, dtype=np.int64)

    @_of_line
    def chars(self) -> Floats:
        """Characters a line."""
        return np.fromiter(map(len, self.texts), dtype=np.float64, count=self.n)

    @cached_property
    def _ends(self) -> Ints:
        """The place of the line break after each line among all characters; one more stands before the first."""
        return (self.chars.astype(np.int64) + 1).cumsum()

    @cached_property
    def _starts(self) -> Ints:
        return self._ends - self.chars.astype(np.int64)

    @cached_property
    def _classed(self) -> tuple[Codes, bytes]:
        """Each character's code point and class."""
        return classed("\n".join(("", *self.texts, "")))

    @cached_property
    def _class(self) -> NDArray[np.uint8]:
        return np.frombuffer(self._classed[1], dtype=np.uint8)

    @_of_line
    def _counts(self) -> Floats:
        return counted(self._classed[1], self._ends)

    def count(self, kind: int) -> Floats:
        """Characters of one class a line."""
        column: Floats = self._counts[kind]
        return column

    @cached_property
    def _spaced_words(self) -> tuple[Ints, Ints, Ints]:
        """Where each word between spaces begins and ends among all characters, and its line."""
        inside = in_words(self._classed[1])
        edges = (inside[1:] != inside[:-1]).nonzero()[0]
        starts, ends = edges[::2] + 1, edges[1::2] + 1
        return starts, ends, self._lines_of(starts)

    def _lines_of(self, places: Ints) -> Ints:
        """The line of each of some characters, which are in order."""
        return np.arange(self.n).repeat(on_lines(places, self._ends))

    def _on_lines(self, lines: Ints) -> Floats:
        """How often each line is named."""
        return np.bincount(lines, minlength=self.n).astype(np.float64)

    @_of_line
    def words(self) -> Floats:
        """Words a line, so counted that languages compare.

        Half of it are words between spaces, half letters by an average word's width: Zulu and Finnish say in one word
        what English says in three. The vowels that scripts of India write as marks are letters here, too. Characters of
        scripts without spaces count as the fraction of a word that they are.
        """
        running = self.count(RUNNING)
        spaced = self.letters + np.where(running > 0, 0, self.count(MARK)) - self.count(IDEOGRAPH) - running
        dense = sum(self.count(kind) / width for kind, width in _LETTER_WIDTH.items())
        return 0.5 * self._runs + 0.5 * np.maximum(spaced / _MEAN_WIDTH, np.minimum(self._runs, 1)) + dense

    @_of_line
    def log_words(self) -> Floats:
        """Length on the scale on which it is felt: log2 of one plus the words."""
        return np.log2(1 + self.words)

    @_of_line
    def _runs(self) -> Floats:
        return self._on_lines(self._spaced_words[2])

    @_of_line
    def letters(self) -> Floats:
        """Letters a line, of any script."""
        letters: Floats = self._counts[: RUNNING + 1].sum(axis=0)
        return letters

    @_of_line
    def capitalised(self) -> Floats:
        """Share of the line's words that begin with a capital; 0 in scripts without case."""
        starts, _, lines = self._spaced_words
        return self._on_lines(lines.compress(self._class.take(starts) == UPPER)) / np.maximum(self._runs, 1)

    @_of_line
    def brief_words(self) -> Floats:
        """Share of words of at most three letters: a stand-in for function words that needs no language."""
        starts, ends, lines = self._spaced_words
        return self._on_lines(lines.compress(ends - starts < LONG)) / np.maximum(self._runs + self.count(IDEOGRAPH), 1)

    def _class_at(self, position: Ints) -> NDArray[np.uint8]:
        return self._class.take(np.maximum(position, self._starts))

    @_of_line
    def first(self) -> NDArray[np.uint8]:
        """Class of the line's first character."""
        return self._class_at(self._starts)

    @_of_line
    def last(self) -> NDArray[np.uint8]:
        """Class of the line's last character, closing quotes and brackets passed over."""
        last = self._class_at(self._ends - 1)
        for back in (2, 3):
            closing = (last == QUOTE) | (last == BRACKET)
            last = np.where(closing, self._class_at(self._ends - back), last)
        return last

    @_of_line
    def first_codes(self) -> NDArray[np.uint32]:
        """Code point of the line's first character."""
        return self._classed[0].take(self._starts).astype(np.uint32)

    def _code_at(self, position: Ints) -> NDArray[np.uint32]:
        return self._classed[0].take(np.maximum(position, self._starts)).astype(np.uint32)

    @_of_line
    def last_codes(self) -> NDArray[np.uint32]:
        """Code point of the line's last character."""
        return self._code_at(self._ends - 1)

    @_of_line
    def ellipsis(self) -> Bools:
        """Whether the line ends in an ellipsis, as cut teasers do."""
        dots = self.last_codes == 0x2E
        if dots.any():
            dots &= (self._code_at(self._ends - 2) == 0x2E) & (self._code_at(self._ends - 3) == 0x2E)
        ellipsis: Bools = dots | (self.last_codes == 0x2026)
        return ellipsis

    @_of_line
    def stopped(self) -> Bools:
        """Whether the line ends as a sentence does; in scripts without a full stop, such as Thai, any long line may."""
        ends: Bools = ((self.last == STOP) & ~self.ellipsis) | self._armenian_stop | self._noted_stop
        return ends | (self.stopless & (self.words >= _SENTENCE))

    @_of_line
    def _armenian_stop(self) -> Bools:
        """Sentences in Armenian letters that end in the colon of another keyboard, which looks like their full stop."""
        colon: Bools = self.last_codes == 0x3A
        if colon.any():
            before = self._code_at(self._ends - 2)
            colon &= (before > 0x530) & (before < 0x590) & (self.words >= _SENTENCE)
        return colon

    @_of_line
    def _noted_stop(self) -> Bools:
        """Sentences of Chinese or Japanese after whose stop brackets say who wrote, or that this is the end."""
        noted: Bools = self.count(IDEOGRAPH) > 0
        if noted.any():
            noted &= (self.last_codes == _BRACKETS[:, None]).any(axis=0)
            lines = noted.nonzero()[0].tolist()
            noted[lines] = [_NOTED.search(self.texts[i][-_NOTE:]) is not None for i in lines]
        return noted

    @_of_line
    def stopless(self) -> Bools:
        """Lines mostly of a script that marks the end of a sentence with a space at most."""
        return self.count(RUNNING) > 0.5 * self.chars

    @_of_line
    def colon(self) -> Bools:
        """Whether the line ends in a colon, Latin or full width, or of Armenian, Khmer or Ethiopic."""
        found: Bools = (self.last_codes == _COLONS[:, None]).any(axis=0) & ~self._armenian_stop
        return found

    @_of_line
    def question(self) -> Bools:
        """Whether the line ends in a question mark of any script, of which Greek's is a semicolon elsewhere."""
        last = self.last_codes
        question: Bools = (last == _QUESTIONS[:, None]).any(axis=0) | ((last == 0x3B) & (self.last == STOP))
        return question

    @_of_line
    def prose(self) -> Bools:
        """Lines that look like running text: long, with a sentence end and commas or function words."""
        ended = (self.count(STOP) >= 1) | self.stopless
        return (self.words >= _SENTENCE) & ended & (self.capitalised < 0.6)

    @_of_line
    def prose_words(self) -> Floats:
        """Words of the lines that look like running text, 0 for the others."""
        return np.where(self.prose, self.words, 0.0)

    @cached_property
    def lowered(self) -> list[str]:
        """The lines' texts in lower case."""
        if self._source:
            other, lines = self._source
            return list(map(other.lowered.__getitem__, lines.tolist()))
        return list(map(str.lower, self.texts))  # one by one, as ASCII is faster and most lines are

    @cached_property
    def _initials(self) -> str:
        return "".join([text[0] for text in self.texts])

    def beginning(self, signs: frozenset[str]) -> list[int]:
        """The lines that begin with one of some characters."""
        return [] if signs.isdisjoint(self._initials) else [i for i, sign in enumerate(self._initials) if sign in signs]

    @_of_line
    def said(self) -> Ints:
        """A number for each line that lines share which read the same, letter case aside."""
        last = dict(zip(self.lowered, range(self.n), strict=True))
        if len(last) == self.n:
            return np.arange(self.n)
        return np.fromiter(map(last.__getitem__, self.lowered), np.int64, count=self.n)
