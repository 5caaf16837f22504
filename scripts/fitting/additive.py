"""Fits a sum of step functions by cyclic boosting.

This is a generalised additive model (Hastie and Tibshirani 1986) whose shape functions are piecewise constant, fitted a
measure at a time as in explainable boosting machines (Lou, Caruana and Gehrke 2012).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RANGES = 8  # of values a measure
ROUNDS = 15
RATE = 0.3
RIDGE = 500.0  # lines of mean weight; pages are few, so a range seen on few of them stays near 0
_ALIKE = 0.05  # log-odds
_BLOCK = 6  # measures between two looks at the gradient


@dataclass(frozen=True)
class Steps:
    """For each measure its edges and the weight of each range between them."""

    base: float
    edges: dict[str, Floats]
    weights: dict[str, Floats]


def edges(values: Floats, weight: Floats) -> Floats:
    """Edges between ranges: half of them quantiles by weight, half by count, rounded to three digits."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    share = np.cumsum(weight[order]) / weight.sum()
    distinct = np.unique(ordered)
    if len(distinct) <= RANGES + 3:
        found = (distinct[1:] + distinct[:-1]) / 2
    else:
        by_weight = np.searchsorted(share, np.linspace(0, 1, RANGES + 1)[1:-1]).clip(0, len(ordered) - 1)
        by_count = np.quantile(ordered, np.linspace(0, 1, RANGES // 2 + 1)[1:-1])
        found = np.concatenate((ordered[by_weight], by_count))
    rounded = np.array(sorted({float(f"{edge:.3g}") for edge in found}))
    return rounded[(rounded > distinct[0]) & (rounded <= distinct[-1])]


def fit(columns: Mapping[str, Floats], kept: Floats, weight: Floats, given: Floats) -> Steps:
    """Fit the weights.

    Args:
        columns: the measures, one value a line.
        kept: 1 for lines of the article.
        weight: how much each line counts.
        given: log-odds that are fixed beforehand, here the rules' votes.
    """
    weight = weight / weight.mean()
    thin = slice(None, None, max(1, len(kept) // 150_000))
    cuts = {name: edges(values[thin], weight[thin]) for name, values in columns.items()}
    codes = {name: np.searchsorted(cuts[name], values, side="right") for name, values in columns.items()}
    steps = {name: np.zeros(len(cut) + 1) for name, cut in cuts.items()}
    mean = np.average(kept, weights=weight)
    base = float(np.log(mean / (1 - mean)))
    score = base + given
    for _ in range(ROUNDS):
        for at, name in enumerate(columns):
            if at % _BLOCK == 0:
                chance = 1 / (1 + np.exp(-score))
                slope, curve = weight * (kept - chance), weight * chance * (1 - chance)
            code, size = codes[name], len(steps[name])
            rise = np.bincount(code, weights=slope, minlength=size)
            bend = np.bincount(code, weights=curve, minlength=size)
            change = RATE * rise / (bend + RIDGE)
            steps[name] += change
            score += change[code]
    return Steps(base, cuts, steps)


def rows(steps: Steps, meanings: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """The table: measure, `weight |edge| weight …`, meaning; what hardly matters is left out."""
    table = [("base", f"{steps.base:+.2f}", "what every line starts from")]
    for name in steps.edges:
        cut, weights = _simple(steps.edges[name], steps.weights[name])
        if len(cut):
            text = f"{weights[0]:+.2f}" + "".join(f" |{e:g}| {w:+.2f}" for e, w in zip(cut, weights[1:], strict=True))
            table.append((name, text, meanings[name]))
    return table


def _simple(edges: Floats, weights: Floats) -> tuple[list[float], list[float]]:
    """Ranges whose weights differ by less than `_ALIKE` from the one before are one range."""
    cut: list[float] = []
    kept = [round(float(weights[0]), 2)]
    for edge, weight in zip(edges, weights[1:], strict=True):
        if abs(weight - kept[-1]) >= _ALIKE:
            cut.append(float(edge))
            kept.append(round(float(weight), 2))
    return cut, kept
