#!/usr/bin/env python3
"""Fits the weights by which `cleaner.metadata.headline` finds the title of a text and knows how sure it is.

    python scripts/fit_title.py             fits on two thirds of the publishers, scores both parts

Every page is cleaned as the package does it; the lines that could be the title are its candidates. A conditional logit
model says how likely each of them is the title (`headline.WEIGHTS`), from pages on which one of them says it. Another,
logistic, says how likely the best candidate is right (`headline.SURE`). Each page counts with its address and, half as
much, without. What is printed is to be put into the module; `none` and `LEAST` are chosen, `LEAST` by the lines that
show how many titles are right and wrong at each value. The last lines show that of the module as it is.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent))
from cleaner.metadata import headline, title
from cleaner.metadata.text import View
from cleaner.pipeline import clean
from fitting import pages

NAMES = tuple(name for name in headline.WEIGHTS if name != "none")
HELD_OUT = 2  # the fold of publishers that is only scored
NEWS = 3.0  # how much more a page of `news` counts: there are six times fewer of them
UNADDRESSED = 0.5  # how much a page counts without its address
PENALTY = 1.0  # of squared weights, so that rare features stay small
STEPS = 600


class Case(NamedTuple):
    """One page: its lines, features of its candidates, which of them say the title, and how much it counts."""

    view: View
    indices: list[int]
    features: NDArray[np.float64]
    right: NDArray[np.bool_]
    weight: float
    group: str  # set, and whether it is held out; "" for a page without its address

    def scored(self, weights: NDArray[np.float64]) -> list[tuple[float, int]]:
        """Score and line of each candidate."""
        return list(zip((self.features @ weights).tolist(), self.indices, strict=True))


def cases(bench: Path) -> Iterator[Case]:
    """Clean each page and measure its candidates."""
    score = pages.scorer(bench)
    for name in ("news", "web"):
        for _, gold, text in score.load(name, "text", 0, True):
            held_out = pages.fold(pages.publisher(gold)) == HELD_OUT
            if gold.get("title"):
                group = f"{name}, {'held out' if held_out else 'seen'}"
                yield from _case(text, gold["title"], gold.get("url"), NEWS if name == "news" else 1.0, group)


def _case(text: str, wanted: str, url: str | None, weight: float, group: str) -> Iterator[Case]:
    cleaned = clean(text, kind="text", url=url)
    view = View(cleaned.document, cleaned.decisions)
    for slug, share, name in ((title.slug_words(url), weight, group), ([], weight * UNADDRESSED, "")):
        found = list(headline.candidates(view, slug))
        texts = [headline.said(cleaned.document.texts[i]) for i, _ in found]
        yield Case(
            view,
            [i for i, _ in found],
            np.array([[features[name] for name in NAMES] for _, features in found]).reshape(-1, len(NAMES)),
            np.array([title.words(said) == title.words(wanted) for said in texts], dtype=np.bool_),
            share if not name.endswith("held out") else 0.0,
            name or ("" if group.endswith("seen") else "held out"),
        )


def fit_weights(seen: Sequence[Case]) -> NDArray[np.float64]:
    """Maximise the penalised likelihood of the right candidates by gradient ascent with adaptive steps (Adagrad)."""
    weights, squares = np.zeros(len(NAMES)), np.full(len(NAMES), 1e-8)
    seen = [case for case in seen if case.right.any()]
    for _ in range(STEPS):
        slope = -PENALTY * weights
        for case in seen:
            scores = case.features @ weights
            odds = np.exp(scores - scores.max())
            among_right = np.where(case.right, odds, 0.0)
            share = among_right / max(among_right.sum(), 1e-30) - odds / odds.sum()
            slope += case.weight * (case.features.T @ share)
        squares += slope**2
        weights += 0.5 * slope / np.sqrt(squares)
    return weights


class Best(NamedTuple):
    """The best candidate of a page: its measures, whether it is right, how much it counts, and the page's group."""

    measures: dict[str, float]
    right: bool
    weight: float
    group: str


def best(case: Case, weights: NDArray[np.float64]) -> Best | None:
    """The best candidate of a page, None where none reaches `none` or is labelled title."""
    scored = case.scored(weights)
    if not scored:
        return None
    score, index = max(scored)
    if score < headline.WEIGHTS["none"] and case.view.labels[index] != "title":
        return None
    right = bool(case.right[case.indices.index(index)])
    return Best(headline.measures(case.view, scored), right, case.weight, case.group)


def fit_sure(found: Sequence[Best]) -> NDArray[np.float64]:
    """A logistic model of whether the best candidate is right, by Newton's method."""
    x = np.array([[b.measures[name] for name in headline.SURE] for b in found])
    y = np.array([b.right for b in found], dtype=np.float64)
    w = np.array([b.weight for b in found])
    sure = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ sure))
        curve = (x * (w * p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(len(sure))
        sure += np.linalg.solve(curve, x.T @ (w * (y - p)) - PENALTY * sure)
    return sure


def main(argv: list[str] | None = None) -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"), help="folder of the development pages")
    every = list(cases(parser.parse_args(argv).bench))
    seen = [case for case in every if case.weight]
    weights = fit_weights(seen)
    for name, weight in zip(NAMES, weights, strict=True):
        print(f'    "{name}": {weight:.1f},')
    found = [b for case in every if (b := best(case, weights))]
    sure = fit_sure([b for b in found if b.weight])
    for name, weight in zip(headline.SURE, sure, strict=True):
        print(f'    "{name}": {weight:.2f},')
    for group in sorted({case.group for case in every}):
        total = sum(case.group == group for case in every)
        report(group or "without address, seen", [b for b in found if b.group == group], sure, total)
    print("the module as it is:")
    weights = np.array([headline.WEIGHTS[name] for name in NAMES])
    sure = np.array(list(headline.SURE.values()))
    found = [b for case in every if (b := best(case, weights))]
    for group in sorted({case.group for case in every}):
        total = sum(case.group == group for case in every)
        own = [b for b in found if b.group == group]
        report(group or "without address, seen", own, sure, total, [headline.LEAST])
    return 0


def report(
    group: str,
    found: Sequence[Best],
    sure: NDArray[np.float64],
    total: int,
    limits: Sequence[float] = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85),
) -> None:
    """Print the shares of titles right and wrong by the least confidence."""
    odds = np.array([sum(b.measures[n] * s for n, s in zip(headline.SURE, sure, strict=True)) for b in found])
    likely, right = 1 / (1 + np.exp(-odds)), np.array([b.right for b in found])
    for least in limits:
        given = likely >= least
        good, bad = (given & right).sum() / total, (given & ~right).sum() / total
        print(f"{group} at {least:.2f}: right {good:.3f} wrong {bad:.3f}")


if __name__ == "__main__":
    sys.exit(main())
