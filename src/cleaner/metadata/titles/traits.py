"""What is measured of a line that could be a text's title, by which `headline` tells it from the others.

It is measured by the words that it shares with the address and with the article, by what stands around it, by its
shape, by its label, and by whether the page says it again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import log2

from cleaner.metadata.text import View
from cleaner.metadata.titles import slugs, title, wordings
from cleaner.model import KEPT, METADATA, RESIDUE
from cleaner.once import compiled, kept

MEASURES: Mapping[str, str] = {
    "slug": "how well its words and the address's cover each other, 0 to 1",
    "slug_lead": "that, less the best of all lines'",
    "slug_part": "share of the address's words that it has",
    "slug_order": "share of the address's words that it has in the address's order",
    "slug_before": "its words before the first of the address's, at most 9; 9 if it shares none",
    "slug_after": "its words after the last of those, likewise",
    "slug_inside": "its words between those that the address has not, at most 9; 9 if it shares none",
    "slug_left": "the address's words that it has not, at most 9; 9 if it shares none",
    "slug_short": "share of its words of up to three letters that the address has",
    "addressed": "1 where the address has words",
    "shared": "share of its longer words that the article's beginning has",
    "shared_words": "number of those, at most 8",
    "told": "how often the article says its longer words: mean log2 of one more than the times",
    "told_most": "times that it says the most frequent of them, at most 20",
    "untold": "number of those that it never says",
    "first_line": "share of its words that the article's first line has",
    "above": "lines above the article's first, at most 60; negative below",
    "parted": "1 if that is the first line of a part that the article's longest comes after",
    "long_between": "lines of five words or more between it and the article, at most 9",
    "credit_below": "lines to the next byline or date below, 9 for none",
    "credit_above": "lines to the next byline or date above, 9 for none",
    "words": "words, or a third of the characters of a script without spaces",
    "chars": "characters",
    "capitals": "share of its words that begin with a capital",
    "digits": "share of digits among its characters",
    "stopped": "1 if it ends like a sentence",
    "asks": "1 if it ends with a question or exclamation mark",
    "colon": "1 if it has a colon",
    "listed": "1 if it begins with a list mark",
    "bars": "1 if it has the bars or arrows of a menu",
    "twice": "times that the page says it, at most 4",
    "echoed": "1 if a line above holds it and more",
    "blank_above": "blank lines above, at most 3",
    "blank_below": "blank lines below, at most 3",
    "longer": "log2 of its length against the mean of the three lines above and below",
    "line_above": "characters of the line above, at most 200",
    "line_below": "characters of the line below, at most 400",
    "titled": "1 if the decisions say that it is the title",
    "titled_other": "1 if they say that of another line",
    "titled_below": "1 if they say that of the line below",
    "credited_below": "1 if the line below is labelled byline, date or caption",
    "navigation": "1 if labelled navigation",
    "related": "1 if labelled related",
    "residue": "1 if labelled as any other residue",
    "kept": "1 if labelled body or heading",
    "other": "1 if labelled caption, byline, date or section",
    "line": "its index, at most 3",
    "lines": "lines of the page, at most 1000",
}
"""What is measured of a candidate, with its meaning."""

_OPENING = 1_000  # characters of the article in which its title's words are looked for
_TOLD = 6_000  # characters of the article in which a title's words are counted,
_STEM = 6  # by their first letters: languages inflect
_LONG = 4  # letters of a word that tells what a title is about
_REPEATED = 4  # words; fewer are said again by chance
_ABOVE = 40  # lines above a title that may say it and more
_BELOW = 12  # lines from the article's beginning in which its title may stand if the address says so
_PART = 0.15  # of the article's longest part: what one before it must have to be a part of it
_SHORTEST = 4  # characters; fewer are no two words that an address has
_AWAY = 9.0  # words before or after those of the address
_NEAR = 8  # lines within which a byline or date belongs to a title
_WIDE = compiled(r"[\u2e81-\U0010ffff]")  # letters that stand for syllables or words
_BARS = compiled(r" \| |›|»|\S\s?>\s?\S| / .* / | - [^-]+ - ")
_STOP = compiled(r"[.。।։;:,]['\"”’»)\]]*$")


class Head:
    """A text's lines with what is asked of each that could be the title."""

    def __init__(self, view: View, slug: tuple[str, ...]) -> None:
        self.view, self.slug, self.wanted = view, slug, frozenset(slug)
        self.texts, self.labels, self.gaps = view.document.texts, view.labels, view.document.gaps
        self.first, self.last = view.span
        self.upto = self.first if self.last >= 0 else len(self.texts)
        self.counts = Counter(text.lower() for text in self.texts if len(text) <= 300)
        self.titled = [i for i, label in enumerate(self.labels) if label == "title"]

    @cached_property
    def shares(self) -> dict[int, float]:
        """How well each line above the article or at its beginning and the address cover each other."""
        above = enumerate(self.texts[: self.upto + _BELOW])
        return {i: self.cover(t) for i, t in above if _SHORTEST < len(t) < 250} if self.wanted else {}

    @kept
    def cover(self, text: str) -> float:
        """How well a text and the address cover each other."""
        return slugs.coverage(text, self.wanted)

    @cached_property
    def starts(self) -> list[int]:
        """The first lines of the article's parts, up to its longest."""
        least = _PART * max((size for _, _, size in self.view.stretches), default=0)
        return [first for first, _, size in self.view.stretches if size >= least and first <= self.first]

    @cached_property
    def best_share(self) -> float:
        """The best of those shares."""
        return max(self.shares.values(), default=0.0)

    @cached_property
    def often(self) -> Counter[str]:
        """How often the article says each word, by its first letters."""
        return Counter([word[:_STEM] for word in title.words(self.view.text[:_TOLD])])

    @cached_property
    def first_line(self) -> frozenset[str]:
        """The words of the article's first line."""
        return frozenset(title.words(self.texts[self.first])) if self.last >= 0 else frozenset()

    def measure(self, i: int, text: str) -> dict[str, float]:
        """The measures of a line that says some text as a title (`MEASURES`)."""
        line, mine, size = self.texts[i], title.words(text), length(text)
        return {
            **self._of_words(text, mine),
            **self._of_telling(mine),
            **self._of_address(text, self.cover(text)),
            **self._of_place(i),
            **self._of_label(i),
            "words": size,
            "stopped": float(is_stopped(text)),
            "echoed": float(size >= _REPEATED and self._is_echoed(i)),
            "listed": float(wordings.is_listed(line)),
            "bars": float(_BARS.search(line) is not None),
        }

    def _of_words(self, text: str, mine: Sequence[str]) -> dict[str, float]:
        """What its words and characters say."""
        own, parts = frozenset(mine), text.split()
        longer = [word for word in mine if len(word) >= _LONG or not word.isascii()]
        known = sum(word in self.view.opening for word in longer)
        return {
            "slug_part": len(own & self.wanted) / max(1, len(self.wanted)),
            "shared": self._pairs(text) if _is_wide(text) else known / max(1, len(longer)),
            "shared_words": float(min(8, known)),
            "first_line": len(own & self.first_line) / len(own),
            "chars": float(len(text)),
            "capitals": sum(part[:1].isupper() for part in parts) / len(parts),
            "digits": sum(map(str.isdigit, text)) / len(text),
            "asks": float(text.endswith(("?", "!"))),
            "colon": float(":" in text),
        }

    def _of_telling(self, mine: Sequence[str]) -> dict[str, float]:
        """How often the article says its words."""
        times = [self.often[word[:_STEM]] for word in mine if len(word) >= _LONG or not word.isascii()]
        return {
            "told": sum(log2(1 + n) for n in times) / max(1, len(times)),
            "told_most": float(min(20, max(times, default=0))),
            "untold": float(times.count(0)),
        }

    def _of_address(self, text: str, share: float) -> dict[str, float]:
        """What it has in common with the address, whose words a title says in the same order."""
        found = {"slug": share, "slug_lead": share - self.best_share, "addressed": float(bool(self.slug))}
        if not share:
            away = dict.fromkeys(("slug_before", "slug_after", "slug_inside", "slug_left"), _AWAY)
            return {**found, **away, "slug_order": 0.0, "slug_short": 0.0}
        order, own = max((slugs.in_order(self.slug, own), own) for own in slugs.spellings(text))
        at = [j for j, word in enumerate(own) if word in self.wanted]
        short = [word for word in own if len(word) < _LONG]
        return {
            **found,
            "slug_order": order / len(self.slug),
            "slug_before": float(min(_AWAY, at[0] if at else _AWAY)),
            "slug_after": float(min(_AWAY, len(own) - 1 - at[-1] if at else _AWAY)),
            "slug_inside": float(min(_AWAY, at[-1] - at[0] + 1 - len(at) if at else _AWAY)),
            "slug_left": float(min(_AWAY, len(self.wanted.difference(own)))),
            "slug_short": sum(word in self.wanted for word in short) / max(1, len(short)),
        }

    def _of_place(self, i: int) -> dict[str, float]:
        """What stands around it."""
        texts, gaps, n = self.texts, self.gaps, len(self.texts)
        around = [len(texts[j]) for j in range(max(0, i - 3), min(n, i + 4)) if j != i]
        start = next((start for start in self.starts if i <= start), self.first)
        between = texts[i + 1 : start]
        return {
            "above": float(min(60, start - i)),
            "parted": float(start != self.first),
            "long_between": float(min(9, sum(text.count(" ") >= 4 for text in between))),
            "credit_below": self._to_credit(range(i + 1, min(n, i + 1 + _NEAR))),
            "credit_above": self._to_credit(range(i - 1, max(-1, i - 1 - _NEAR), -1)),
            "twice": float(min(4, self.counts[texts[i].lower()])),
            "blank_above": float(min(3, gaps[i])),
            "blank_below": float(min(3, gaps[i + 1] if i + 1 < n else 1)),
            "longer": log2((len(texts[i]) + 1) / (sum(around) / len(around) + 1)) if around else 0.0,
            "line_above": float(min(200, len(texts[i - 1])) if i else 0),
            "line_below": float(min(400, len(texts[i + 1])) if i + 1 < n else 0),
            "line": float(min(3, i)),
            "lines": float(min(1000, n)),
        }

    def _of_label(self, i: int) -> dict[str, float]:
        """What the decisions say of it and of the line below."""
        label, below = self.labels[i], self.labels[i + 1] if i + 1 < len(self.labels) else ""
        return {
            "titled": float(label == "title"),
            "titled_other": float(any(j != i for j in self.titled)),
            "titled_below": float(below == "title"),
            "credited_below": float(below in {"byline", "date", "caption"}),
            "navigation": float(label == "navigation"),
            "related": float(label == "related"),
            "residue": float(label in RESIDUE and label not in {"navigation", "related"}),
            "kept": float(label in KEPT),
            "other": float(label in METADATA and label != "title"),
        }

    def _to_credit(self, lines: range) -> float:
        """Lines to the first byline or date among some."""
        return float(next((k for k, j in enumerate(lines, 1) if self.view.is_credit(j)), _NEAR + 1))

    def _is_echoed(self, i: int) -> bool:
        """Whether a line above says the same and more, as breadcrumbs and repeated kickers do."""
        return any(self.texts[i] in text for text in self.texts[max(0, i - _ABOVE) : i] if len(text) < 300)

    def _pairs(self, text: str) -> float:
        """The share of a line's pairs of characters that the article's beginning has, for scripts without spaces."""
        start = self.view.text[:_OPENING]
        pairs = {text[k : k + 2] for k in range(len(text) - 1) if text[k : k + 2].isalnum()}
        return sum(pair in start for pair in pairs) / max(1, len(pairs))


def length(text: str) -> float:
    """The length of a title in words, or in thirds of the characters of a script without spaces.

    >>> length("River rises after storm"), length("川の水位が上がる")
    (4.0, 2.6666666666666665)
    """
    return len(text) / 3 if _is_wide(text) else float(len(title.words(text)))


def _is_wide(text: str) -> bool:
    return not text.isascii() and len(_WIDE.findall(text)) > len(text) / 3


def is_stopped(text: str) -> bool:
    """Whether a text ends as a sentence does, and was not cut.

    >>> is_stopped("The river rises."), is_stopped("The river rises …"), is_stopped("River rises")
    (True, False, False)
    """
    return _STOP.search(text) is not None and not text.endswith(("...", "…"))
