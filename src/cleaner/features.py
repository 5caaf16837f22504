"""Pure measures of a line and its neighbourhood, all lines of a page at once.

`Page` is what rules see: the document and its measures as numpy columns, one entry a line. Characters are classed
through one table, so a page costs about a millisecond whatever its language. Words of scripts that do not put spaces
between words are counted by characters.

Where a measure is known from the literature, its docstring says so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from cleaner import cues
from cleaner.characters import BRACKET as BRACKET
from cleaner.characters import COMMA as COMMA
from cleaner.characters import DASH as DASH
from cleaner.characters import DIGIT as DIGIT
from cleaner.characters import IDEOGRAPH, MARK, RUNNING, Codes, classed, counted, in_words, on_lines
from cleaner.characters import LOWER as LOWER
from cleaner.characters import OTHER as OTHER
from cleaner.characters import QUOTE as QUOTE
from cleaner.characters import SEPARATOR as SEPARATOR
from cleaner.characters import STOP as STOP
from cleaner.characters import UPPER as UPPER
from cleaner.model import Document
from cleaner.once import cached_property
from cleaner.topics import LONG, Hashes, Topic, pairs, stems, together

if TYPE_CHECKING:
    from cleaner.templates import Template

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Label = TypeVar("Label", bound=Hashable)
Column = TypeVar("Column", bound=NDArray[Any])
Answer = TypeVar("Answer")

_COLONS = np.array([0x3A, 0xFF1A, 0x55D, 0x17D6, 0x1366], dtype=np.uint32)
_SENTENCE = 12  # words; a line of fewer is no running text
_MEAN_WIDTH = 5.5  # letters a word, between English (4.7) and Russian (6.2)
_LETTER_WIDTH = {
    IDEOGRAPH: 1.7,
    RUNNING: 5.0,
}  # characters a word: Chinese and Japanese text; Thai, Lao, Khmer, Burmese


def _numbered(values: Sequence[Label]) -> dict[Label, int]:
    return {value: at for at, value in enumerate(dict.fromkeys(values))}


def _of_line(measure: Callable[[Page], Column]) -> cached_property[Column]:
    """A column that depends on each line's text alone, so that a page takes it from another that has all its lines."""

    @wraps(measure)
    def taken(page: Page) -> Column:
        if page._source is None:
            return measure(page)
        other, lines = page._source
        column: Column = getattr(other, measure.__name__).take(lines, axis=-1)
        return column

    return cached_property(taken)


class Page:
    """A document and its measures. Columns are computed when first asked for and never change.

    `template` is what recurs on the pages of the document's site, None where no book of it was given; `like` another
    page with many of this one's lines, which need not be measured anew; `lines` says which they are, if all are known.
    """

    def __init__(
        self,
        document: Document,
        template: Template | None = None,
        *,
        like: Page | None = None,
        lines: Sequence[int] | None = None,
    ) -> None:
        self.document = document
        self.template = template
        self.texts = document.texts
        self.n = len(document.texts)
        self._like = like
        self.lines = lines
        self._met: Sequence[int | None] = lines or (cues.met(self.texts, like.texts) if like else [])
        self._source: tuple[Page, Ints] | None = None  # a page that has all lines of this one, and where
        if like and None not in self._met:
            self._source = like, np.array(self._met, dtype=np.int64)
        self._kept: dict[Callable[[Page], Any], Any] = {}

    def once(self, measure: Callable[[Page], Answer]) -> Answer:
        """What `measure` says of this page, asked once."""
        if measure not in self._kept:
            self._kept[measure] = measure(self)
        answer: Answer = self._kept[measure]
        return answer

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
        return self._counts[kind]

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
        return self._counts[: RUNNING + 1].sum(axis=0)

    @cached_property
    def script(self) -> tuple[float, float]:
        """Shares of the page's letters: of scripts that have capitals, and of those with no blanks between words."""
        lower, upper, uncased, ideographs, running = self._counts[: RUNNING + 1].sum(axis=1).tolist()
        every = max(lower + upper + uncased + ideographs + running, 1.0)
        return (lower + upper) / every, (ideographs + running) / every

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
        return dots | (self.last_codes == 0x2026)

    @_of_line
    def stopped(self) -> Bools:
        """Whether the line ends as a sentence does; in scripts without a full stop, such as Thai, any long line may."""
        ends: Bools = ((self.last == STOP) & ~self.ellipsis) | self._armenian_stop
        return ends | (self._stopless & (self.words >= _SENTENCE))

    @_of_line
    def _armenian_stop(self) -> Bools:
        """Sentences in Armenian letters that end in the colon of another keyboard, which looks like their full stop."""
        colon = self.last_codes == 0x3A
        if not colon.any():
            return colon
        before = self._code_at(self._ends - 2)
        return colon & (before > 0x530) & (before < 0x590) & (self.words >= _SENTENCE)

    @_of_line
    def _stopless(self) -> Bools:
        """Lines mostly of a script that marks the end of a sentence with a space at most."""
        return self.count(RUNNING) > 0.5 * self.chars

    @_of_line
    def colon(self) -> Bools:
        """Whether the line ends in a colon, Latin or full width, or of Armenian, Khmer or Ethiopic."""
        found: Bools = (self.last_codes == _COLONS[:, None]).any(axis=0) & ~self._armenian_stop
        return found

    @_of_line
    def question(self) -> Bools:
        """Whether the line ends in a question mark of any script."""
        return (self.last_codes == 0x3F) | (self.last_codes == 0xFF1F) | (self.last_codes == 0x61F)

    @_of_line
    def prose(self) -> Bools:
        """Lines that look like running text: long, with a sentence end and commas or function words."""
        ended = (self.count(STOP) >= 1) | self._stopless
        return (self.words >= _SENTENCE) & ended & (self.capitalised < 0.6)

    @_of_line
    def prose_words(self) -> Floats:
        """Words of the lines that look like running text, 0 for the others."""
        return np.where(self.prose, self.words, 0.0)

    def in_prose(self, *columns: Floats) -> list[float]:
        """Columns' means over the page's running text, long lines counting more; over all lines if there is none."""
        weight = self.prose_words if self.prose.any() else self.words + 1
        means: list[float] = (np.array(columns) @ (weight / weight.sum())).tolist()
        return means

    @cached_property
    def gaps(self) -> Floats:
        """Blank lines before each line."""
        return np.asarray(self.document.gaps, dtype=np.float64)

    @cached_property
    def _telling_words(self) -> tuple[Ints, Hashes]:
        """The line and the hash of each long word and of each pair of ideographs, equal ones together."""
        if self._source and (self._source[1][1:] > self._source[1][:-1]).all():
            return self._taken_words(*self._source)
        starts, ends, lines = self._spaced_words
        long = (ends - starts >= LONG).nonzero()[0]
        found, hashes = lines.take(long), stems(self._classed[0], starts, ends, long)
        if self.count(IDEOGRAPH).any():
            ideograph = self._class == IDEOGRAPH
            places = (ideograph[:-1] & ideograph[1:]).nonzero()[0]
            found = np.concatenate((found, self._lines_of(places)))
            hashes = np.concatenate((hashes, pairs(self._classed[0], places)))
        return together(found, hashes)

    def _taken_words(self, other: Page, lines: Ints) -> tuple[Ints, Hashes]:
        """Those of lines of another page that are in the same order here."""
        found, hashes = other._telling_words
        place = np.full(other.n, -1)
        place[lines] = np.arange(self.n)
        found = place.take(found)
        some = (found >= 0).nonzero()[0]
        return found.take(some), hashes.take(some)

    @cached_property
    def topic(self) -> Topic:
        """The words that say what the page is about, and where they stand."""
        return Topic.of(self.n, *self._telling_words)

    @property
    def topical(self) -> Floats:
        """How much each line says of a topic: the sum of its topical words' weights."""
        return self.topic.total

    def cohesion(self, core: Bools) -> Floats:
        """Share of each line's topical words that stand on other lines of `core`, 0 to 1; see `Topic.cohesion`."""
        return self.topic.cohesion(core)

    @cached_property
    def _cues(self) -> dict[str, tuple[cues.Cue, ...]]:
        if self._like is None:
            return cues.find(self.texts, self.low)
        return cues.find_again(self.texts, self._met, self._like._cues, None if self._source else self.low)

    @property
    def families(self) -> Collection[str]:
        """The families of which phrases stand on the page."""
        return self._cues.keys()

    def cues(self, *families: str) -> tuple[cues.Cue, ...]:
        """The phrases of these families that stand on the page, in the order of lines."""
        if len(families) == 1:
            return self._cues.get(families[0], ())
        return tuple(sorted((c for f in families for c in self._cues.get(f, ())), key=lambda c: (c.line, c.start)))

    @cached_property
    def low(self) -> str:
        """The page in lower case, with a line end between its lines."""
        return "\n".join(self.lowered)

    @cached_property
    def companies(self) -> dict[str, Ints]:
        """Numbers that lines share which stand under one path, have the same tokens, or are in one container.

        Paths and tokens are numbered in the order in which they first appear. Empty without elements.
        """
        dom = self.document.dom
        if dom is None:
            return {}
        path = np.fromiter(map(self.paths.__getitem__, dom.path), np.int64, count=self.n)
        tokens = np.fromiter(map(self.token_sets.__getitem__, dom.tokens), np.int64, count=self.n)
        return {"path": path, "tokens": tokens, "group": np.array(dom.group, dtype=np.int64)}

    @cached_property
    def paths(self) -> dict[str, int]:
        """Each path of a line on the page, with its number, in order."""
        return _numbered(self.document.dom.path) if self.document.dom else {}

    @cached_property
    def token_sets(self) -> dict[frozenset[str], int]:
        """Each line's set of tokens on the page, with its number, in order."""
        return _numbered(self.document.dom.tokens) if self.document.dom else {}

    @cached_property
    def lowered(self) -> list[str]:
        """The lines' texts in lower case."""
        if self._source:
            other, lines = self._source
            return list(map(other.lowered.__getitem__, lines.tolist()))
        return list(map(str.lower, self.texts))  # one by one, as ASCII is faster and most lines are

    @cached_property
    def copies(self) -> Ints:
        """How often the line stands on the page, letter case aside."""
        return np.bincount(self.said).take(self.said)

    @_of_line
    def said(self) -> Ints:
        """A number for each line that lines share which read the same, letter case aside."""
        last = dict(zip(self.lowered, range(self.n), strict=True))
        if len(last) == self.n:
            return np.arange(self.n)
        return np.fromiter(map(last.__getitem__, self.lowered), np.int64, count=self.n)
