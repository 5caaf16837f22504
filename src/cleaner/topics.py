"""The words that say what a page is about, and which of its lines share them.

Words are numbered by a hash that is computed for all of them together, whatever their language.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from cleaner.characters import Bools, Codes, Floats, Ints, folds

Hashes = NDArray[np.uint32]

LONG = 4
"""Letters; shorter words say little of the topic in any language."""

_STEM = 8  # characters at most
_TOGETHER = 1 << 17  # words that are hashed at once
_POWERS = np.array([pow(0x01000193, k, 1 << 32) for k in range(_STEM)], dtype=np.uint32)  # FNV's prime
# A row a place, a column a word's length: what the letter there counts in the hash; nothing behind the stem.
_HASHED = np.array(
    [[_POWERS[place] * (place < max(LONG, ceil(0.7 * length))) for length in range(12)] for place in range(_STEM)]
)


@dataclass(frozen=True)
class Topic:
    """The page's topical words: long ones, and pairs of ideographs. One entry an occurrence that is not the only one.

    `line` is where it stands, `number` what equal words share, below `kinds`; `weight` how much it says of the topic:
    near 1 for a word on few lines, near 0 for one on many. `total` has for each line the weight of all its words, also
    of those that stand nowhere else.
    """

    line: Ints
    number: Ints
    weight: Floats
    kinds: int
    total: Floats

    @classmethod
    def of(cls, n: int, line: Ints, hashes: Hashes) -> Topic:
        """Number the words of a page of `n` lines; `line` and `hashes` have an entry each."""
        # Equal words come to stand together; sorting hash and line as one number is faster than `np.unique`.
        both = np.sort(hashes.astype(np.uint64) << np.uint64(32) | line.astype(np.uint64))
        line = (both & np.uint64(0xFFFFFFFF)).view(np.int64)
        hashed = both >> np.uint64(32)
        number = np.zeros(len(both), dtype=np.int64)
        np.add.accumulate(hashed[1:] != hashed[:-1], out=number[1:])
        seen = np.bincount(number)
        weight = (1.0 / np.sqrt(seen)).take(number)
        total: Floats = np.bincount(line, weights=weight, minlength=n).astype(np.float64)
        again = np.flatnonzero(seen.take(number) > 1)
        return cls(line[again], number[again], weight[again], len(seen), total)

    def cohesion(self, core: Bools) -> Floats:
        """Share of each line's words that stand on other lines of `core`, 0 to 1.

        Lexical cohesion after Hearst's TextTiling (1997), with the article's core in the place of the window.
        """
        own = core.take(self.line)
        inside = np.bincount(self.number[own], minlength=self.kinds)
        # A word of a core line must stand on the core at least once more.
        met = inside.take(self.number) > own
        shared = np.bincount(self.line, weights=self.weight * met, minlength=len(self.total))
        return shared / np.maximum(self.total, 0.5)


def stems(codes: Codes, starts: Ints, ends: Ints, words: Ints) -> Hashes:
    """A hash of each of some words, letter case aside.

    Words are cut to the first 0.7 of their letters (four to eight), so that most inflected forms are equal; a stemmer
    of each language would do better and need the language.

    Args:
        codes: the code point of every character.
        starts: where each word begins.
        ends: where it ends.
        words: the numbers of those that are asked for.
    """
    parts = [words[at : at + _TOGETHER] for at in range(0, len(words) or 1, _TOGETHER)]
    return np.concatenate([_hashed(codes, starts.take(part), ends.take(part)) for part in parts])


def _hashed(codes: Codes, starts: Ints, ends: Ints) -> Hashes:
    """A hash of the beginning of each word."""
    letters = folds().take(codes.take(starts + np.arange(_STEM)[:, None], mode="clip"))
    counts = letters * _HASHED.take(ends - starts, axis=1, mode="clip")
    hashes: Hashes = counts.sum(axis=0, dtype=np.uint32)
    return hashes


def pairs(codes: Codes, places: Ints) -> Hashes:
    """A hash of two neighbouring characters each: Chinese and Japanese words are mostly of two ideographs."""
    first, second = codes[places].astype(np.uint32), codes[places + 1].astype(np.uint32)
    hashes: Hashes = first * _POWERS[1] + second * _POWERS[2]
    return hashes
