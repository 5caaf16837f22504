"""Pure measures of a line and its neighbourhood, all lines of a page at once.

`Page` is what rules see: the document and its measures as numpy columns, one entry a line. Characters are classed
through one table, words are numbered by a hash that is computed for all of them together, so a page costs about a
millisecond whatever its language. Words of scripts that do not put spaces between words are counted by characters.

Where a measure is known from the literature, its docstring says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from cleaner import cues
from cleaner.characters import BRACKET as BRACKET
from cleaner.characters import COMMA as COMMA
from cleaner.characters import DASH as DASH
from cleaner.characters import DIGIT as DIGIT
from cleaner.characters import IDEOGRAPH, RUNNING, classed, counted, folds, in_words, on_lines
from cleaner.characters import LOWER as LOWER
from cleaner.characters import OTHER as OTHER
from cleaner.characters import QUOTE as QUOTE
from cleaner.characters import SEPARATOR as SEPARATOR
from cleaner.characters import STOP as STOP
from cleaner.characters import UPPER as UPPER
from cleaner.model import Document

if TYPE_CHECKING:
    from cleaner.templates import Template

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Label = TypeVar("Label", bound=Hashable)

_SENTENCE = 12  # words; a line of fewer is no running text
_MEAN_WIDTH = 5.5  # letters a word, between English (4.7) and Russian (6.2)
_LETTER_WIDTH = {
    IDEOGRAPH: 1.7,
    RUNNING: 5.0,
}  # characters a word: Chinese and Japanese text; Thai, Lao, Khmer, Burmese


_TOPICAL = 4  # letters; shorter words say little of the topic in any language
_STEM = 8  # characters at most
_TOGETHER = 1 << 17  # words that are hashed at once
_POWERS = np.array([pow(0x01000193, k, 1 << 32) for k in range(_STEM)], dtype=np.uint32)  # FNV's prime
# A row a place, a column a word's length: what the letter there counts in the hash; nothing behind the stem.
_HASHED = np.array(
    [[_POWERS[place] * (place < max(_TOPICAL, ceil(0.7 * length))) for length in range(12)] for place in range(_STEM)]
)


@dataclass(frozen=True)
class Words:
    """The page's topical words: long ones, and pairs of ideographs. One entry an occurrence that is not the only one.

    `line` is where it stands, `number` what equal words share, below `kinds`; `weight` how much it says of the topic:
    near 1 for a word on few lines, near 0 for one on many.
    """

    line: Ints
    number: Ints
    weight: Floats
    kinds: int


def _numbered(values: Sequence[Label]) -> dict[Label, int]:
    return {value: at for at, value in enumerate(dict.fromkeys(values))}


class Page:
    """A document and its measures. Columns are computed when first asked for and never change.

    `template` is what recurs on the pages of the document's site, None where no book of it was given; `like` another
    page with many of this one's lines, whose phrases need not be found anew.
    """

    def __init__(self, document: Document, template: Template | None = None, *, like: Page | None = None) -> None:
        self.document = document
        self.template = template
        self._like = like
        self.texts = document.texts
        self.n = len(document.texts)
        lengths = np.fromiter(map(len, self.texts), dtype=np.int64, count=self.n)
        self.chars: Floats = lengths.astype(np.float64)
        self._ends = np.cumsum(lengths + 1)
        self._starts = self._ends - lengths
        joined = "\n".join(("", *self.texts, ""))  # a line break on either side of every line
        self._codes, self._kinds = classed(joined)
        self._class = np.frombuffer(self._kinds, dtype=np.uint8)
        self._counts = counted(self._kinds, self._ends)

    def count(self, kind: int) -> Floats:
        """Characters of one class a line."""
        return self._counts[kind]

    @cached_property
    def _spaced_words(self) -> tuple[Ints, Ints, Ints]:
        """Where each word between spaces begins and ends among all characters, and its line."""
        inside = in_words(self._kinds)
        edges = np.flatnonzero(inside[1:] != inside[:-1])
        starts, ends = edges[::2] + 1, edges[1::2] + 1
        return starts, ends, self._lines_of(starts)

    def _lines_of(self, places: Ints) -> Ints:
        """The line of each of some characters, which are in order."""
        return np.repeat(np.arange(self.n), on_lines(places, self._ends))

    def _on_lines(self, lines: Ints) -> Floats:
        """How often each line is named."""
        return np.bincount(lines, minlength=self.n).astype(np.float64)

    @cached_property
    def words(self) -> Floats:
        """Words a line, so counted that languages compare.

        Half of it are words between spaces, half letters by an average word's width: Zulu and Finnish say in one word
        what English says in three. Characters of scripts without spaces count as the fraction of a word that they are.
        """
        spaced = self.letters - self.count(IDEOGRAPH) - self.count(RUNNING)
        dense = sum(self.count(kind) / width for kind, width in _LETTER_WIDTH.items())
        return 0.5 * self._runs + 0.5 * np.maximum(spaced / _MEAN_WIDTH, np.minimum(self._runs, 1)) + dense

    @cached_property
    def log_words(self) -> Floats:
        """Length on the scale on which it is felt: log2 of one plus the words."""
        return np.log2(1 + self.words)

    @cached_property
    def _runs(self) -> Floats:
        return self._on_lines(self._spaced_words[2])

    @cached_property
    def letters(self) -> Floats:
        """Letters a line, of any script."""
        return self._counts[: RUNNING + 1].sum(axis=0)

    @cached_property
    def capitalised(self) -> Floats:
        """Share of the line's words that begin with a capital; 0 in scripts without case."""
        starts, _, lines = self._spaced_words
        return self._on_lines(lines[self._class.take(starts) == UPPER]) / np.maximum(self._runs, 1)

    @cached_property
    def brief_words(self) -> Floats:
        """Share of words of at most three letters: a stand-in for function words that needs no language."""
        starts, ends, lines = self._spaced_words
        return self._on_lines(lines[ends - starts < _TOPICAL]) / np.maximum(self._runs + self.count(IDEOGRAPH), 1)

    def _class_at(self, position: Ints) -> NDArray[np.uint8]:
        return self._class.take(np.maximum(position, self._starts))

    @cached_property
    def first(self) -> NDArray[np.uint8]:
        """Class of the line's first character."""
        return self._class_at(self._starts)

    @cached_property
    def last(self) -> NDArray[np.uint8]:
        """Class of the line's last character, closing quotes and brackets passed over."""
        last = self._class_at(self._ends - 1)
        for back in (2, 3):
            closing = (last == QUOTE) | (last == BRACKET)
            last = np.where(closing, self._class_at(self._ends - back), last)
        return last

    @cached_property
    def first_codes(self) -> NDArray[np.uint32]:
        """Code point of the line's first character."""
        return self._codes.take(self._starts).astype(np.uint32)

    def _code_at(self, position: Ints) -> NDArray[np.uint32]:
        return self._codes.take(np.maximum(position, self._starts)).astype(np.uint32)

    @cached_property
    def last_codes(self) -> NDArray[np.uint32]:
        """Code point of the line's last character."""
        return self._code_at(self._ends - 1)

    @cached_property
    def ellipsis(self) -> Bools:
        """Whether the line ends in an ellipsis, as cut teasers do."""
        dots = self.last_codes == 0x2E
        if dots.any():
            dots &= (self._code_at(self._ends - 2) == 0x2E) & (self._code_at(self._ends - 3) == 0x2E)
        return dots | (self.last_codes == 0x2026)

    @cached_property
    def stopped(self) -> Bools:
        """Whether the line ends as a sentence does; in scripts without a full stop, such as Thai, any long line may."""
        return ((self.last == STOP) & ~self.ellipsis) | (self._stopless & (self.words >= _SENTENCE))

    @cached_property
    def _stopless(self) -> Bools:
        """Lines mostly of a script that marks the end of a sentence with a space at most."""
        return self.count(RUNNING) > 0.5 * self.chars

    @cached_property
    def colon(self) -> Bools:
        """Whether the line ends in a colon, Latin or full width."""
        return (self.last_codes == 0x3A) | (self.last_codes == 0xFF1A)

    @cached_property
    def question(self) -> Bools:
        """Whether the line ends in a question mark of any script."""
        return (self.last_codes == 0x3F) | (self.last_codes == 0xFF1F) | (self.last_codes == 0x61F)

    @cached_property
    def prose(self) -> Bools:
        """Lines that look like running text: long, with a sentence end and commas or function words."""
        ended = (self.count(STOP) >= 1) | self._stopless
        return (self.words >= _SENTENCE) & ended & (self.capitalised < 0.6)

    @cached_property
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

    def _stems(self) -> tuple[Ints, NDArray[np.uint32]]:
        """Line and hash of every long word between spaces, letter case aside.

        Words are cut to the first 0.7 of their letters (four to eight), so that most inflected forms are equal; a
        stemmer of each language would do better and need the language.
        """
        starts, ends, lines = self._spaced_words
        lengths = ends - starts
        long = np.flatnonzero(lengths >= _TOPICAL)
        parts = [long[at : at + _TOGETHER] for at in range(0, len(long) or 1, _TOGETHER)]
        hashes = [self._hashed(starts.take(part), lengths.take(part)) for part in parts]
        return lines.take(long), np.concatenate(hashes)

    def _hashed(self, starts: Ints, lengths: Ints) -> NDArray[np.uint32]:
        """A hash of the beginning of each word."""
        letters = folds().take(self._codes.take(starts + np.arange(_STEM)[:, None], mode="clip"))
        hashes: NDArray[np.uint32] = letters * _HASHED.take(lengths, axis=1, mode="clip")
        return hashes.sum(axis=0, dtype=np.uint32)

    def _pairs(self) -> tuple[Ints, NDArray[np.uint32]]:
        """Line and hash of every two neighbouring ideographs: Chinese and Japanese words are mostly of two."""
        ideograph = self._class == IDEOGRAPH
        pairs = np.flatnonzero(ideograph[:-1] & ideograph[1:])
        first, second = self._codes[pairs].astype(np.uint32), self._codes[pairs + 1].astype(np.uint32)
        return self._lines_of(pairs), first * _POWERS[1] + second * _POWERS[2]

    @cached_property
    def _topic(self) -> tuple[Words, Floats]:
        """The words that may be met again, and for each line the weight of all its topical words."""
        line, hashes = self._stems()
        if self.count(IDEOGRAPH).any():
            also, others = self._pairs()
            line, hashes = np.concatenate((line, also)), np.concatenate((hashes, others))
        # Equal words come to stand together; sorting hash and line as one number is faster than `np.unique`.
        pairs = np.sort(hashes.astype(np.uint64) << np.uint64(32) | line.astype(np.uint64))
        line = (pairs & np.uint64(0xFFFFFFFF)).view(np.int64)
        hashes = pairs >> np.uint64(32)
        number = np.zeros(len(pairs), dtype=np.int64)
        np.add.accumulate(hashes[1:] != hashes[:-1], out=number[1:])
        seen = np.bincount(number)
        weight = (1.0 / np.sqrt(seen)).take(number)
        total: Floats = np.bincount(line, weights=weight, minlength=self.n).astype(np.float64)
        again = np.flatnonzero(seen.take(number) > 1)
        return Words(line[again], number[again], weight[again], len(seen)), total

    @property
    def topical(self) -> Floats:
        """How much each line says of a topic: the sum of its topical words' weights."""
        return self._topic[1]

    def cohesion(self, core: Bools) -> Floats:
        """Share of each line's topical words that stand on other lines of `core`, 0 to 1.

        Lexical cohesion after Hearst's TextTiling (1997), with the article's core in the place of the window.
        """
        words, total = self._topic
        own = core.take(words.line)
        inside = np.bincount(words.number[own], minlength=words.kinds)
        # A word of a core line must stand on the core at least once more.
        met = inside.take(words.number) > own
        shared = np.bincount(words.line, weights=words.weight * met, minlength=self.n)
        return shared / np.maximum(total, 0.5)

    @cached_property
    def _cues(self) -> dict[str, tuple[cues.Cue, ...]]:
        like = self._like
        if like is None:
            return cues.find(self.texts, self.low)
        return cues.find_again(self.texts, like.texts, like._cues, self.low)

    def cues(self, *families: str) -> tuple[cues.Cue, ...]:
        """The phrases of these families that stand on the page, in the order of lines."""
        if len(families) == 1:
            return self._cues.get(families[0], ())
        return tuple(sorted((c for f in families for c in self._cues.get(f, ())), key=lambda c: (c.line, c.start)))

    @cached_property
    def low(self) -> str:
        """The page in lower case, with a line end between its lines."""
        return "\n".join(self.texts).lower()

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
        return self.low.split("\n") if self.n else []

    @cached_property
    def copies(self) -> Ints:
        """How often the line stands on the page, letter case aside."""
        times = Counter(self.lowered)
        return np.fromiter(map(times.__getitem__, self.lowered), np.int64, count=self.n)
