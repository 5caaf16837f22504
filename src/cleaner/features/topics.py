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


_CHAIN = 12
"""Lines; equal words that stand farther apart are no chain (LCseg breaks chains after 11 sentences)."""

_SHARED = 4  # lines; a word on more of them says nothing of two that share it
_AWAY = 2  # lines; what is said twice within is one text


@dataclass(frozen=True)
class Topic:
    """The page's topical words: long ones, and a few signs that may be one (`grams`).

    Three columns have an entry for each occurrence of a word that stands on the page more than once: `line` is where it
    stands, `number` is the word's own number, and `weight` how much it says of the topic, near 1 for a word on few
    lines and near 0 for one on many. `times` has an entry a word, how often it stands there. Two columns have an entry
    a line: `total`, the weight of all its words, also of those that stand nowhere else, and `least`, by which shares of
    a line are divided, so that a line of next to no words has no great share of anything.
    """

    line: Ints
    number: Ints
    weight: Floats
    times: Ints
    total: Floats
    least: Floats

    @classmethod
    def of(cls, n: int, line: Ints, hashes: Hashes) -> Topic:
        """Number the words of a page of `n` lines; `line` and `hashes` have an entry each, as `together` puts them."""
        last = np.ones(len(hashes), dtype=np.bool_)
        np.not_equal(hashes[1:], hashes[:-1], out=last[:-1])
        ends = last.nonzero()[0] + 1
        seen = ends.copy()
        seen[1:] -= ends[:-1]
        weight = (1.0 / np.sqrt(seen)).repeat(seen)
        total: Floats = np.bincount(line, weights=weight, minlength=n).astype(np.float64)
        again = seen > 1
        times, here = seen.compress(again), again.repeat(seen)
        number = np.arange(len(times)).repeat(times)
        return cls(line.compress(here), number, weight.compress(here), times, total, np.maximum(total, 0.5))

    def cohesion(self, core: Bools) -> Floats:
        """Share of each line's words that stand on other lines of `core`, 0 to 1.

        Lexical cohesion after Hearst's TextTiling (1997), with the article's core in the place of the window.
        """
        own = core.take(self.line)
        # A word of a core line must stand on the core at least once more.
        met = self._inside(own).repeat(self.times) > own
        shared = np.bincount(self.line, weights=self.weight * met, minlength=len(self.total))
        return shared / self.least

    def _inside(self, own: Bools) -> Ints:
        """How many occurrences of each word are marked."""
        return np.bincount(self.number.compress(own), minlength=len(self.times))

    def chains(self, told: Bools) -> Floats:
        """What reaches over the gap after each line: words that stand above it and again a little later.

        These are the lexical chains of the lines `told`, by the weights of their words; others are passed over.

        >>> words = together(np.array([0, 0, 1, 2, 3]), np.array([7, 8, 8, 9, 7], dtype=np.uint32))
        >>> Topic.of(4, *words).chains(np.array([True, True, False, True])).round(1).tolist()
        [1.4, 0.7, 0.7, 0.0]
        """
        n, some = len(told), told.take(self.line).nonzero()[0]
        line, number = self.line.take(some), self.number.take(some)
        at = told.cumsum().take(line)
        apart: Ints = at[1:] - at[:-1]
        again = ((number[1:] == number[:-1]) & (apart > 0) & (apart <= _CHAIN)).nonzero()[0]
        first, second, weight = line.take(again), line.take(again + 1), self.weight.take(some.take(again + 1))
        begun = np.bincount(first, weights=weight, minlength=n)
        ended = np.bincount(second, weights=weight, minlength=n)
        reaching: Floats = np.maximum((begun - ended).cumsum(), 0.0)
        return reaching

    def echo(self) -> Floats:
        """How much of each line stands on one other line, the one that has most of it, by the weights of the words.

        A headline and the teaser of the same article echo each other. Words on many lines and lines close by are
        left out.

        >>> words = together(np.array([0, 0, 4, 4, 4]), np.array([7, 8, 7, 8, 9], dtype=np.uint32))
        >>> Topic.of(5, *words).echo().round(1).tolist()
        [1.4, 0.0, 0.0, 0.0, 1.4]
        """
        n = len(self.total)
        rare = (self.times <= _SHARED).repeat(self.times).nonzero()[0]
        line, number, weight = self.line.take(rare), self.number.take(rare), self.weight.take(rare)
        pairs, shared = [], []
        for by in range(1, min(_SHARED, len(line))):
            met = ((number[by:] == number[:-by]) & (line[by:] - line[:-by] > _AWAY)).nonzero()[0]
            pairs.append(line.take(met) * n + line.take(met + by))
            shared.append(weight.take(met))  # equal words weigh the same
        echo = np.zeros(n)
        if pairs:
            pair, place = np.unique(np.concatenate(pairs), return_inverse=True)
            most = np.bincount(place, weights=np.concatenate(shared), minlength=len(pair))
            np.maximum.at(echo, pair // n, most)
            np.maximum.at(echo, pair % n, most)
        return echo

    def apart(self, main: Bools) -> Floats:
        """How much of each line, by the weights of words said again, stands nowhere on the lines `main`.

        >>> words = together(np.array([0, 1, 2, 2]), np.array([7, 8, 8, 7], dtype=np.uint32))
        >>> Topic.of(3, *words).apart(np.array([True, False, False])).round(1).tolist()
        [0.0, 0.7, 0.7]
        """
        missing = (self._inside(main.take(self.line)) == 0).repeat(self.times)
        return np.bincount(self.line, weights=self.weight * missing, minlength=len(self.total)).astype(np.float64)


def together(line: Ints, hashes: Hashes) -> tuple[Ints, Hashes]:
    """Put equal words together, in the order of lines.

    >>> [part.tolist() for part in together(np.array([0, 0, 1]), np.array([7, 8, 7], dtype=np.uint32))]
    [[0, 1, 0], [7, 7, 8]]
    """
    both = np.sort(hashes.astype(np.uint64) << np.uint64(32) | line.astype(np.uint64))  # faster than `np.unique`
    return (both & np.uint64(0xFFFFFFFF)).view(np.int64), (both >> np.uint64(32)).astype(np.uint32)


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


def grams(codes: Codes, places: Ints, size: int) -> Hashes:
    """A hash of a few neighbouring characters each, from each place on: words where nothing stands between words.

    Chinese and Japanese words are mostly of two ideographs.
    """
    hashes = np.zeros(len(places), dtype=np.uint32)
    for by in range(size):
        hashes += codes.take(places + by).astype(np.uint32) * _POWERS[1 + by]
    return hashes
