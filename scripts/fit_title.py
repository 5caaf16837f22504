"""Fits the weights by which `cleaner.metadata.headline` finds the title of a text.

    python scripts/fit_title.py PAGES.jsonl [PAGES.jsonl.gz ...]

Each line of the input is a JSON object with `text` (a page as plain text), `title` (as the publisher gives it) and
`url`. Every page is cleaned as the package does it; the lines that could be the title are its candidates. A conditional
logit model says how likely each of them is the title; pages on which no candidate says the title are left out. A third
of the hosts is held out and only measured on. The table that is printed is the one in `headline.WEIGHTS`; `none` is to
be chosen from the last lines, which show how many titles are right and wrong at each value.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from cleaner.metadata import headline, title
from cleaner.metadata.text import View
from cleaner.pipeline import clean

BY_HAND = ("none",)  # the threshold is chosen
NAMES = tuple(name for name in headline.WEIGHTS if name not in BY_HAND)
PENALTY = 1.0  # of squared weights, so that rare features stay small
STEPS = 400


class Case(NamedTuple):
    """One page: features of its candidates, the fixed part of their scores, which of them say the title."""

    features: NDArray[np.float64]
    fixed: NDArray[np.float64]
    right: NDArray[np.bool_]
    held_out: bool


def cases(paths: Sequence[Path]) -> Iterator[Case]:
    """Clean each page and measure its candidates."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row.get("title") and row.get("text"):
                    yield from case(row)


def case(row: dict[str, Any]) -> Iterator[Case]:
    """Measure one page; none if it has no candidates."""
    url = row.get("url")
    cleaned = clean(row["text"], kind="text", url=url)
    view = View(cleaned.document, cleaned.decisions)
    found = list(headline.candidates(view, title.slug_words(url)))
    if found:
        wanted = title.words(row["title"])
        digest = hashlib.sha256((urlsplit(url or "").hostname or "").encode()).digest()
        yield Case(
            np.array([[features[name] for name in NAMES] for _, features in found]),
            np.array([sum(headline.WEIGHTS[n] * f[n] for n in BY_HAND if n in f) for _, f in found]),
            np.array([title.words(headline.said(cleaned.document.texts[i])) == wanted for i, _ in found]),
            digest[0] % 3 == 0,
        )


def fit(pages: Sequence[Case]) -> NDArray[np.float64]:
    """Maximise the penalised likelihood by gradient ascent with adaptive steps (Adagrad)."""
    weights, squares = np.zeros(len(NAMES)), np.full(len(NAMES), 1e-8)
    for _ in range(STEPS):
        slope = -PENALTY * weights
        for page in pages:
            odds = np.exp(page.features @ weights + page.fixed - np.max(page.features @ weights + page.fixed))
            among_right = np.where(page.right, odds, 0.0)
            slope += page.features.T @ (among_right / among_right.sum() - odds / odds.sum())
        squares += slope**2
        weights += 0.5 * slope / np.sqrt(squares)
    return weights


def outcome(pages: Sequence[Case], weights: NDArray[np.float64], none: float) -> tuple[float, float]:
    """The shares of pages with a right and with a wrong title."""
    right = wrong = 0
    for page in pages:
        scores = page.features @ weights + page.fixed
        best = len(scores) - 1 - int(np.argmax(scores[::-1]))
        right += bool(scores[best] >= none and page.right[best])
        wrong += bool(scores[best] >= none and not page.right[best])
    return right / max(1, len(pages)), wrong / max(1, len(pages))


def main(argv: list[str] | None = None) -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="+", type=Path)
    every = list(cases(parser.parse_args(argv).pages))
    seen, held = [c for c in every if not c.held_out], [c for c in every if c.held_out]
    weights = fit([c for c in seen if c.right.any()])
    for name, weight in zip(NAMES, weights, strict=True):
        print(f'    "{name}": {weight:.1f},')
    for none in np.arange(0.0, 8.0, 0.5):
        a, b = outcome(seen, weights, none), outcome(held, weights, none)
        print(f"none {none:.1f}: right {a[0]:.3f} wrong {a[1]:.3f}, held out: right {b[0]:.3f} wrong {b[1]:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
