"""Pure measures of a line and its neighbourhood, all lines of a page at once.

`Page` is what rules see: the document and its measures as numpy columns, one entry a line. Characters are classed
through one table, words are numbered by a hash that is computed for all of them together, so a page costs about a
millisecond whatever its language. Words of scripts that do not put spaces between words are counted by characters.

Where a measure is known from the literature, its docstring says so.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from cleaner import cues
from cleaner.model import Document

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

# Character classes; each character is in one. The order is the table's.
LOWER, UPPER, UNCASED, IDEOGRAPH, RUNNING, DIGIT, SPACE, STOP, COMMA, QUOTE, BRACKET, SEPARATOR, DASH, MARK, OTHER = (
    range(15)
)
_CLASSES = 16

_STOPS = ".!?…。！？।؟۔።։॥"
_COMMAS = ",;:、，；：،؛"
_QUOTES = "\"'“”„‟«»‹›‘’‚「」『』"
_SEPARATORS = "|/\\·•●►▶»›→⇒▪■□◦*>~_+="
_MEAN_WIDTH = 5.5  # letters a word, between English (4.7) and Russian (6.2)
_LETTER_WIDTH = {
    IDEOGRAPH: 1.7,
    RUNNING: 5.0,
}  # characters a word: Chinese and Japanese text; Thai, Lao, Khmer, Burmese


@lru_cache(maxsize=1)
def _classes() -> NDArray[np.uint8]:
    """The class of every code point.

    Blocks of one kind (ideographs, Hangul, emoji) are filled by range: asking for 1.1 million categories one by one
    would cost a quarter of a second at every start.
    """
    table = np.full(0x110000, OTHER, dtype=np.uint8)
    by_category = {"Ll": LOWER, "Lu": UPPER, "Lt": UPPER, "Lo": UNCASED, "Lm": UNCASED, "Nd": DIGIT, "No": DIGIT}
    by_category |= {"Nl": DIGIT, "Mn": MARK, "Mc": MARK, "Me": MARK, "Cf": MARK, "Zs": SPACE, "Cc": SPACE}
    by_category |= {"Ps": BRACKET, "Pe": BRACKET, "Pd": DASH, "Pi": QUOTE, "Pf": QUOTE}
    for block in (range(0x3000), range(0xA000, 0xAC00), range(0xF900, 0x10000), range(0x10400, 0x10450)):
        for code in block:
            table[code] = by_category.get(unicodedata.category(chr(code)), OTHER)
    for kind, first, last in (
        (RUNNING, 0x0E01, 0x0E33), (RUNNING, 0x0E40, 0x0E46), (RUNNING, 0x0E81, 0x0EC6), (RUNNING, 0x1000, 0x109F),
        (RUNNING, 0x1780, 0x17D3), (IDEOGRAPH, 0x3005, 0x3007), (IDEOGRAPH, 0x3041, 0x30FF),
        (IDEOGRAPH, 0x3400, 0x9FFF), (IDEOGRAPH, 0xF900, 0xFAFF), (IDEOGRAPH, 0xFF66, 0xFF9F),
        (IDEOGRAPH, 0x20000, 0x3FFFF), (UNCASED, 0xAC00, 0xD7A3), (SPACE, 0x3000, 0x3000),
        (BRACKET, 0x3008, 0x3011), (BRACKET, 0x3014, 0x301B),
    ):  # fmt: skip
        table[first : last + 1] = kind
    for kind, characters in ((STOP, _STOPS), (COMMA, _COMMAS), (QUOTE, _QUOTES), (SEPARATOR, _SEPARATORS)):
        table[[ord(c) for c in characters]] = kind
    return table


@lru_cache(maxsize=1)
def _folds() -> NDArray[np.uint32]:
    """Lower case of every code point below U+2000 (bicameral scripts in use), itself above."""
    table = np.arange(0x110000, dtype=np.uint32)
    table[:0x2000] = [ord(c) if len(c := chr(code).lower()) == 1 else code for code in range(0x2000)]
    return table


_POWERS = np.array([pow(0x01000193, k, 1 << 32) for k in range(64)], dtype=np.uint32)  # FNV's prime


@dataclass(frozen=True)
class Words:
    """Every word of the page: the line it stands on and a number that equal words share.

    `weight` is 1 for a word between spaces and a fraction for a character of a script without them. `rare` is how much
    a word says of the topic: 0 for short words and for those on many lines, near 1 for a long one on few.
    """

    line: Ints
    number: Ints
    weight: Floats
    length: Ints
    kinds: int


class Page:
    """A document and its measures. Columns are computed when first asked for and never change."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.texts = document.texts
        self.n = len(document.texts)
        lengths = np.fromiter(map(len, self.texts), dtype=np.int64, count=self.n)
        self.chars: Floats = lengths.astype(np.float64)
        self._starts = np.zeros(self.n, dtype=np.int64)
        np.cumsum(lengths[:-1] + 1, out=self._starts[1:])
        self._ends = self._starts + lengths
        joined = "\n".join(self.texts)
        self._codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        self._class = _classes()[self._codes]
        self._line = np.repeat(np.arange(self.n, dtype=np.int64), lengths + 1)[: len(self._codes)]
        self._counts = (
            np.bincount(self._line * _CLASSES + self._class, minlength=self.n * _CLASSES)
            .reshape(self.n, _CLASSES)
            .astype(np.float64)
        )

    def count(self, kind: int) -> Floats:
        """Characters of one class a line."""
        return self._counts[:, kind]

    @cached_property
    def _wordish(self) -> Bools:
        return (self._class <= DIGIT) | (self._class == MARK)

    @cached_property
    def _word_starts(self) -> Ints:
        wordish = self._wordish & (self._class != IDEOGRAPH)
        return np.flatnonzero(wordish & ~np.concatenate(([False], wordish[:-1])))

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
    def _runs(self) -> Floats:
        return np.bincount(self._line[self._word_starts], minlength=self.n).astype(np.float64)

    @cached_property
    def letters(self) -> Floats:
        """Letters a line, of any script."""
        return self._counts[:, : RUNNING + 1].sum(axis=1)

    @cached_property
    def capitalised(self) -> Floats:
        """Share of the line's words that begin with a capital; 0 in scripts without case."""
        caps = np.bincount(self._line[self._word_starts[self._class[self._word_starts] == UPPER]], minlength=self.n)
        return caps / np.maximum(self._runs, 1)

    @cached_property
    def brief_words(self) -> Floats:
        """Share of words of at most three letters: a stand-in for function words that needs no language."""
        words = self.tokens
        short = np.bincount(words.line, weights=words.weight * (words.length <= 3), minlength=self.n)
        return short / np.maximum(self._runs + self.count(IDEOGRAPH), 1)

    def _class_at(self, position: Ints) -> NDArray[np.uint8]:
        return self._class[np.clip(position, self._starts, np.maximum(self._ends - 1, self._starts))]

    @cached_property
    def first(self) -> NDArray[np.uint8]:
        """Class of the line's first character."""
        return self._class_at(self._starts)

    @cached_property
    def last(self) -> NDArray[np.uint8]:
        """Class of the line's last character, closing quotes and brackets passed over."""
        last = self._class_at(self._ends - 1)
        for back in (2, 3):
            last = np.where((last == QUOTE) | (last == BRACKET), self._class_at(self._ends - back), last)
        return last

    @cached_property
    def _last_codes(self) -> NDArray[np.uint32]:
        return self._codes[np.maximum(self._ends - 1, self._starts)] if self.n else self._codes

    @cached_property
    def ellipsis(self) -> Bools:
        """Whether the line ends in an ellipsis, as cut teasers do."""
        three = self._codes[np.maximum(self._ends - 3, self._starts)] if self.n else self._codes
        two = self._codes[np.maximum(self._ends - 2, self._starts)] if self.n else self._codes
        dots = (self._last_codes == 0x2E) & (two == 0x2E) & (three == 0x2E)
        return dots | (self._last_codes == 0x2026)

    @cached_property
    def stopped(self) -> Bools:
        """Whether the line ends as a sentence does."""
        return (self.last == STOP) & ~self.ellipsis

    @cached_property
    def colon(self) -> Bools:
        """Whether the line ends in a colon, Latin or full width."""
        return (self._last_codes == 0x3A) | (self._last_codes == 0xFF1A)

    @cached_property
    def question(self) -> Bools:
        """Whether the line ends in a question mark of any script."""
        return np.isin(self._last_codes, (0x3F, 0xFF1F, 0x61F))

    @cached_property
    def prose(self) -> Bools:
        """Lines that look like running text: long, with a sentence end and commas or function words."""
        return (self.words >= 12) & (self.count(STOP) >= 1) & (self.capitalised < 0.6)

    @cached_property
    def prose_words(self) -> Floats:
        """Words of the lines that look like running text, 0 for the others."""
        return np.where(self.prose, self.words, 0.0)

    def in_prose(self, column: Floats) -> float:
        """A column's mean over the page's running text, long lines counting more; over all lines if there is none."""
        weight = self.prose_words if self.prose.any() else self.words + 1
        return float(np.average(column, weights=weight)) if self.n else 0.0

    @cached_property
    def gaps(self) -> Floats:
        """Blank lines before each line."""
        return np.asarray(self.document.gaps, dtype=np.float64)

    @cached_property
    def tokens(self) -> Words:
        """Every word with a number that equal words share, letter case aside.

        Words are cut to the first 0.7 of their letters (four to eight), so that most inflected forms are equal; a
        stemmer of each language would do better and need the language.
        """
        starts = self._word_starts
        wordish = self._wordish & (self._class != IDEOGRAPH)
        ends = np.flatnonzero(wordish & ~np.concatenate((wordish[1:], [False]))[: len(wordish)]) + 1
        lengths = ends - starts
        flat = np.flatnonzero(wordish)
        place = np.arange(len(flat)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        stem = np.repeat(np.clip(np.ceil(0.7 * lengths), 4, 8), lengths)
        folded = _folds()[self._codes[flat]] * _POWERS[place & 63] * (place < stem)
        hashes = np.add.reduceat(folded, np.cumsum(lengths) - lengths) if len(starts) else folded
        line = self._line[starts]
        weight = np.ones(len(starts))
        # Neighbouring ideographs make a pair: Chinese and Japanese words are mostly of two.
        ideograph = self._class == IDEOGRAPH
        pairs = np.flatnonzero(ideograph[:-1] & ideograph[1:])
        if len(pairs):
            two = self._codes[pairs] * _POWERS[1] + self._codes[pairs + 1] * _POWERS[2]
            hashes = np.concatenate((hashes, two))
            line = np.concatenate((line, self._line[pairs]))
            lengths = np.concatenate((lengths, np.full(len(pairs), 5)))
            weight = np.concatenate((weight, np.full(len(pairs), 1 / _LETTER_WIDTH[IDEOGRAPH])))
        kinds, number = np.unique(hashes, return_inverse=True)
        return Words(line, number.astype(np.int64), weight, lengths, len(kinds))

    @cached_property
    def topical(self) -> Floats:
        """For each of `tokens` how much it says of the topic: long words count, words that stand everywhere do not."""
        words = self.tokens
        seen = np.bincount(words.number, minlength=words.kinds)
        return np.where(words.length >= 4, 1.0 / np.sqrt(seen[words.number]), 0.0) if words.kinds else np.zeros(0)

    def cohesion(self, core: Bools) -> Floats:
        """Share of each line's topical words that stand on other lines of `core`, 0 to 1.

        Lexical cohesion after Hearst's TextTiling (1997), with the article's core in the place of the window.
        """
        words = self.tokens
        if not words.kinds:
            return np.zeros(self.n)
        inside = np.bincount(words.number[core[words.line]], minlength=words.kinds)
        own = core[words.line]
        # A word of a core line must stand on the core at least once more.
        met = inside[words.number] > own
        total = np.bincount(words.line, weights=self.topical, minlength=self.n)
        shared = np.bincount(words.line, weights=self.topical * met, minlength=self.n)
        return shared / np.maximum(total, 0.5)

    @cached_property
    def _cues(self) -> dict[str, tuple[cues.Cue, ...]]:
        return cues.find(self.texts)

    def cues(self, *families: str) -> tuple[cues.Cue, ...]:
        """The phrases of these families that stand on the page, in the order of lines."""
        if len(families) == 1:
            return self._cues.get(families[0], ())
        return tuple(sorted((c for f in families for c in self._cues.get(f, ())), key=lambda c: (c.line, c.start)))

    @cached_property
    def copies(self) -> Ints:
        """How often the line stands on the page, letter case aside."""
        numbers: dict[str, int] = {}
        which = np.fromiter((numbers.setdefault(t.lower(), len(numbers)) for t in self.texts), np.int64, count=self.n)
        return np.bincount(which, minlength=len(numbers))[which] if self.n else which
