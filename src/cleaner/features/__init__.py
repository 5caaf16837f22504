"""Pure measures of a line and its neighbourhood, all lines of a page at once.

`Page` is what rules see: the document and its measures as numpy columns, one entry a line. What each line says by
itself is in `linewise`; here is what the page as a whole gives: its topic, its phrases, its elements' companies.

Where a measure is known from the literature, its docstring says so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from cleaner.characters import IDEOGRAPH, MARK, RUNNING, UNCASED, Bools, Floats, Ints
from cleaner.features import cues
from cleaner.features.linewise import Linewise
from cleaner.features.topics import LONG, Hashes, Topic, grams, stems, together
from cleaner.model import Document
from cleaner.once import cached_property, kept

if TYPE_CHECKING:
    from cleaner.templates import Template

Label = TypeVar("Label", bound=Hashable)
Answer = TypeVar("Answer")
_HANGUL = 0xAC00, 0xD7A3  # syllables


def _numbered(values: Sequence[Label]) -> dict[Label, int]:
    return {value: at for at, value in enumerate(dict.fromkeys(values))}


class Page(Linewise):
    """A document and its measures. Columns are computed when first asked for and never change.

    `template` is what recurs on the pages of the document's site, None where no book of it was given. For `like` and
    `lines` see `Linewise`.
    """

    def __init__(
        self,
        document: Document,
        template: Template | None = None,
        *,
        like: Page | None = None,
        lines: Sequence[int] | None = None,
    ) -> None:
        super().__init__(document.texts, like, lines)
        self.document = document
        self.template = template
        self._like = like
        self.lines = lines

    @kept
    def once(self, measure: Callable[[Page], Answer]) -> Answer:
        """What `measure` says of this page, asked once."""
        return measure(self)

    @cached_property
    def script(self) -> tuple[float, float]:
        """Shares of the page's letters: of scripts that have capitals, and of those with no blanks between words."""
        lower, upper, uncased, ideographs, running = self._counts[: RUNNING + 1].sum(axis=1).tolist()
        every = max(lower + upper + uncased + ideographs + running, 1.0)
        return (lower + upper) / every, (ideographs + running) / every

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
        """Every word that may tell a topic, as its line and its hash, those with the same hash next to each other.

        They are the long words and, in scripts without spaces, each few signs in a row that may be a word.
        """
        if self._like and self._source and (self._source[1][1:] > self._source[1][:-1]).all():
            return self._taken_words(self._like, self._source[1])
        starts, ends, lines = self._spaced_words
        long = (ends - starts >= LONG).nonzero()[0]
        found, hashes = lines.take(long), stems(self._classed[0], starts, ends, long)
        for signs, size in self._signs():
            places = signs[: len(signs) - size + 1].copy()
            for by in range(1, size):
                places &= signs[by : len(signs) - size + 1 + by]
            (at,) = places.nonzero()
            found = np.concatenate((found, self._lines_of(at)))
            hashes = np.concatenate((hashes, grams(self._classed[0], at, size)))
        return together(found, hashes)

    def _signs(self) -> Iterator[tuple[Bools, int]]:
        """Characters of which a few make a word, and how many: ideographs and Hangul two, letters without blanks four.

        Korean words have two or three syllables, to which others are put; Thai ones, about four letters.
        """
        codes, kinds = self._classed[0], self._class
        if self.count(IDEOGRAPH).any():
            yield kinds == IDEOGRAPH, 2
        if self.count(UNCASED).any() and (hangul := (codes >= _HANGUL[0]) & (codes <= _HANGUL[1])).any():
            yield hangul, 2
        if self.count(RUNNING).any():
            yield (kinds == RUNNING) | (kinds == MARK), 4

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

    @kept
    def holds(self, part: str) -> bool:
        """Whether a line holds some characters, in lower case; what a page does not hold none of its lines does."""
        before = self._like if self._source else None
        return (before is None or before.holds(part)) and part in self.low

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
    def copies(self) -> Ints:
        """How often the line stands on the page, letter case aside."""
        return np.bincount(self.said).take(self.said)
