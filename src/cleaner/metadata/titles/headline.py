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
from cleaner.characters import Floats
from cleaner.metadata.names import key
from cleaner.metadata.text import View
from cleaner.metadata.titles import candidates, title, traits
from cleaner.metadata.titles.candidates import Candidate
from cleaner.metadata.titles.title import Title
from cleaner.weights import Forest

LEAST = 0.62  # confidence of a title that is reported; see the script for what other limits would give
LEAST_OF_FEW = 0.45  # likewise, in a document of at most `_FEW` lines: little else in it could be the title
_FEW = 50
LEAST_HEAD = 0.05  # confidence of a line that dates and authors may stand around

MEASURES: Mapping[str, str] = {
    "score": "log-odds that it is the title",
    "margin": "those, less the next best that says something else; 12 for none",
    "margin_third": "those, less the third best; 12 for none",
    "margin_near": "those, less the best within three lines that says something else; 12 for none",
    "odds": "its share of the odds of all lines that say something else, 0 to 1",
    "rival_told": "its `told`, less that of the next best that says something else; so the following",
    "rival_shared": "its `shared`, less that one's",
    "rival_slug": "its `slug`, less that one's",
    "beside": "the highest share of words that a candidate near it that is no part of it has in common with it, 0 to 1",
    "alike": "the highest share of words that it has in common with another line outside the article, 0 to 1",
    "held": "lines outside the article that hold it and more, at most 4",
    **traits.MEASURES,
}
"""What is measured of the likeliest line, with its meaning."""

_APART = 12.0
_BESIDE = 8  # lines in which a page says its title twice, at the end of a breadcrumb and above the article
_NEAR = 3  # lines in which a second headline is a kicker or another form of the first
_TELLING = 16  # characters; what is shorter may be a menu's entry that comes twice
_ALIKE = 3  # words; fewer in common say nothing
_LONGEST = 400  # characters of another line that may say the title


def of_text(view: View, slug: Sequence[str], names: Sequence[str] = ()) -> Title | None:
    """The likeliest title of a text, or None where no line is likely at all; `Title.confidence` may be below `least`.

    Args:
        view: the lines and their labels.
        slug: the words of the address (`slugs.words`).
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
    return Title(title.without_site(best.text, names), "text", None, sure, _home(best, found).index)


def _home(best: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Of the lines that say the same as the best, the headline: a byline or date follows it most closely, or else the
    article.
    """
    same = [candidate for candidate in found if key(candidate.text) == key(best.text)]
    return min(same, key=lambda candidate: (candidate.measures["credit_below"], abs(candidate.measures["above"])))


def least(lines: int) -> float:
    """The confidence that a title must have to be reported, by the number of lines of the document."""
    return LEAST_OF_FEW if lines <= _FEW else LEAST


def measure(view: View, found: Sequence[Candidate], scores: Floats) -> tuple[Candidate, dict[str, float]]:
    """The best of some candidates with the measures that tell how sure it is (`MEASURES`)."""
    at = int(np.argmax(scores))
    best, score = found[at], float(scores[at])
    mine = key(best.text)
    others = [(float(s), c) for s, c in zip(scores, found, strict=True) if not _is_form(key(c.text), mine)]
    others.sort(key=lambda other: (-other[0], other[1].index))
    alike, held = _elsewhere(view, best)
    measured = {"score": score, **_margins(score, best, others), "beside": _beside(best, found)}
    return best, {**measured, "alike": alike, "held": held, **best.measures}


def _is_form(one: str, other: str) -> bool:
    """Whether one title is part of the other, by their keys."""
    return one in other or other in one


def _margins(score: float, best: Candidate, others: Sequence[tuple[float, Candidate]]) -> dict[str, float]:
    """How far the best is above those that say something else, best first."""
    rivals = [s for s, _ in others] + [score - _APART] * 2
    near = next((s for s, c in others if abs(c.index - best.index) <= _NEAR), score - _APART)
    distinct = {key(c.text): s for s, c in reversed(others)}  # the best of those that say the same
    rival = others[0][1].measures if others else {}
    return {
        "margin": score - rivals[0],
        "margin_third": score - rivals[1],
        "margin_near": score - near,
        "odds": 1 / (1 + sum(exp(s - score) for s in distinct.values())),
        **{f"rival_{name}": best.measures[name] - rival.get(name, 0.0) for name in ("told", "shared", "slug")},
    }


def _beside(best: Candidate, found: Sequence[Candidate]) -> float:
    """How much a candidate near the best has in common with it, as where a page says a title twice in other words."""
    mine, most = frozenset(title.words(best.text)), 0.0
    for other in found:
        words = frozenset(title.words(other.text)) if 0 < abs(other.index - best.index) <= _BESIDE else frozenset()
        if not (words <= mine or mine <= words):
            most = max(most, len(mine & words) / len(mine | words))
    return most


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
