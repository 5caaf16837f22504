"""The title of a text: the line among those at and above the article's beginning that is most likely it.

Two small forests decide, fitted by `scripts/fit_title.py` and readable in `tables/title.*.tsv`. The first says how
likely each line of `candidates` is the title. The second says how sure the likeliest is, by its distance to the next
best that says something else, by its measures, and by whether the rest of the page says it too. Below `least` it is not
reported, since a wrong title is worse than none, but it still tells where the article's head is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp

import numpy as np

from cleaner import weights
from cleaner.metadata import candidates, title
from cleaner.metadata.candidates import Candidate
from cleaner.metadata.names import key
from cleaner.metadata.text import View
from cleaner.metadata.title import Title
from cleaner.weights import Floats, Forest

LEAST = 0.62  # confidence of a title that is reported; see the script for what other limits would give
LEAST_OF_FEW = 0.45  # likewise, in a document of at most `_FEW` lines: little else in it could be the title
_FEW = 50
LEAST_HEAD = 0.05  # confidence of a line that dates and authors may stand around

MEASURES: Mapping[str, str] = {
    "score": "log-odds that it is the title",
    "margin": "those, less the next best that says something else; 12 for none",
    "margin_third": "those, less the third best; 12 for none",
    "margin_near": "those, less the best within three lines that says something else; 12 for none",
    "alike": "the highest share of words that it has in common with another line outside the article, 0 to 1",
    "held": "lines outside the article that hold it and more, at most 4",
    **candidates.MEASURES,
}
"""What is measured of the likeliest line, with its meaning."""

_APART = 12.0
_NEAR = 3  # lines in which a second headline is a kicker or another form of the first
_TELLING = 16  # characters; what is shorter may be a menu's entry that comes twice
_ALIKE = 3  # words; fewer in common say nothing
_LONGEST = 400  # characters of another line that may say the title


def of_text(view: View, slug: Sequence[str], names: Sequence[str] = ()) -> Title | None:
    """The likeliest title of a text, or None where no line is likely at all; `Title.confidence` may be below `least`.

    Args:
        view: the lines and their labels.
        slug: the words of the address (`title.slug_words`).
        names: names of the site, which are taken off the title's end.
    """
    found = candidates.find(view, slug)
    if not found:
        return None
    scores = _forest("title.line").scores(columns([c.measures for c in found]), np.arange(len(found)))
    best, measured = measure(view, found, scores)
    odds = float(_forest("title.sure").scores(columns([measured]), np.zeros(1, dtype=np.int64))[0])
    sure = round(1 / (1 + exp(-odds)), 2)
    if sure < LEAST_HEAD:
        return None
    return Title(reported(view, best, names), "text", None, sure, best.index)


def reported(view: View, best: Candidate, names: Sequence[str]) -> str:
    """A line as the title that is given: with the kicker that a renderer parted from it, without the site's name."""
    text = best.text
    if text.startswith((":", "：")) and best.index:
        text = title.tidy(view.document.texts[best.index - 1]) + text
    return title.without_site(text, names)


def least(lines: int) -> float:
    """The confidence that a title must have to be reported, by the number of lines of the document."""
    return LEAST_OF_FEW if lines <= _FEW else LEAST


def measure(view: View, found: Sequence[Candidate], scores: Floats) -> tuple[Candidate, dict[str, float]]:
    """The best of some candidates with the measures that tell how sure it is (`MEASURES`)."""
    at = int(np.argmax(scores))
    best, score = found[at], float(scores[at])
    mine = key(best.text)
    keys = [(float(s), c.index, key(c.text)) for s, c in zip(scores, found, strict=True)]
    others = sorted(((s, i) for s, i, other in keys if other not in mine and mine not in other), reverse=True)
    rivals = [s for s, _ in others] + [score - _APART] * 2
    near = max((s for s, i in others if abs(i - best.index) <= _NEAR), default=score - _APART)
    alike, held = _elsewhere(view, best)
    margins = {"margin": score - rivals[0], "margin_third": score - rivals[1], "margin_near": score - near}
    return best, {"score": score, **margins, "alike": alike, "held": held, **best.measures}


def columns(rows: Sequence[Mapping[str, float]]) -> dict[str, Floats]:
    """Measures of several lines as columns."""
    return {name: np.array([row[name] for row in rows], dtype=np.float64) for name in rows[0]}


def _elsewhere(view: View, best: Candidate) -> tuple[float, float]:
    """How much the lines outside the article say what a line says: the most alike, and the number that hold it."""
    words, said = frozenset(title.words(best.text)), best.text.lower()
    first, last = view.span
    alike, held = 0.0, 0
    for j, text in enumerate(view.document.texts):
        if abs(j - best.index) < 2 or first <= j <= last or not len(said) / 3 < len(text) < _LONGEST:
            continue
        other = frozenset(title.words(text))
        shared = len(words & other)
        if shared >= _ALIKE and other != words:
            alike = max(alike, shared / len(words | other))
            held += len(said) >= _TELLING and len(text) > len(said) and said in text.lower()
    return alike, float(min(4, held))


@lru_cache(maxsize=2)
def _forest(name: str) -> Forest:
    return weights.forest(name)
