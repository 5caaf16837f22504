"""The fitted numbers, and the arithmetic that applies them to all lines at once.

Two tables a kind of input, both written by `scripts/fit.py` and readable as they are:

- `first.<kind>.tsv` is additive: a row a measure, with the log-odds that each range of its values adds.
- `settled.<kind>.tsv` lists symmetric decision trees (Kohavi 1994's oblivious trees, boosted as in CatBoost,
  Prokhorenkova et al. 2018): a row a tree, its tests, and the log-odds of their outcomes. A tree sees what a sum
  cannot: a short line that is a subheading between paragraphs and a menu entry elsewhere.

The first can say what each measure added to a line's score, which is where the evidence of a removal that no rule asked
for comes from.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]


@dataclass(frozen=True)
class Additive:
    """A sum of step functions: `score = base + sum of step[measure](value)`."""

    measures: tuple[str, ...]
    base: float
    which: NDArray[np.int64]  # for each edge its measure's column
    edges: Singles
    rises: Singles  # what passing the edge adds
    floors: Floats  # for each measure the weight of its lowest range

    def scores(self, columns: Mapping[str, Floats]) -> Floats:
        """Log-odds of keeping, one a line."""
        matrix = stack(columns, self.measures)
        passed = matrix[:, self.which] >= self.edges
        result: Floats = self.base + self.floors.sum() + (passed @ self.rises)
        return result

    def shares(self, columns: Mapping[str, Floats]) -> Floats:
        """What each measure adds to each line's score: a row a line, a column a measure."""
        passed = (stack(columns, self.measures)[:, self.which] >= self.edges) * self.rises
        starts = np.searchsorted(self.which, np.arange(len(self.measures)))
        result: Floats = self.floors + np.add.reduceat(passed, starts, axis=1, dtype=np.float64)
        return result


@dataclass(frozen=True)
class Forest:
    """A sum of symmetric trees: every tree asks its tests of a line and adds the weight of the answers."""

    measures: tuple[str, ...]
    base: float
    which: NDArray[np.int64]  # for each distinct test its measure's column
    edges: Singles
    tests: NDArray[np.int64]  # trees x depth: numbers of distinct tests
    leaves: Singles  # trees x 2**depth

    def scores(self, columns: Mapping[str, Floats], lines: NDArray[np.int64]) -> Floats:
        """Log-odds of keeping, one for each of `lines`."""
        passed = stack(columns, self.measures)[lines[:, None], self.which] > self.edges
        leaf = np.zeros((len(passed), len(self.tests)), dtype=np.intp)
        for level in range(self.tests.shape[1]):
            leaf |= passed[:, self.tests[:, level]].astype(np.intp) << level
        trees = np.arange(len(self.tests))
        result: Floats = self.base + self.leaves[trees, leaf].sum(axis=1, dtype=np.float64)
        return result


def stack(columns: Mapping[str, Floats], measures: tuple[str, ...]) -> Singles:
    """The columns side by side, one row a line."""
    n = len(columns[measures[0]])
    matrix = np.empty((n, len(measures)), dtype=np.float32)
    for at, name in enumerate(measures):
        matrix[:, at] = columns[name]
    return matrix


def _rows(name: str) -> list[dict[str, str]]:
    text = (resources.files(__name__.rpartition(".")[0]) / "tables" / name).read_text(encoding="utf-8")
    return list(csv.DictReader((r for r in text.splitlines() if not r.startswith("#")), delimiter="\t"))


def parse_additive(rows: list[dict[str, str]]) -> Additive:
    """Read the rows of an additive table; `steps` is `weight |edge| weight |edge| weight`."""
    measures: list[str] = []
    which, edges, rises, floors = [], [], [], []
    base = 0.0
    for row in rows:
        parts = row["steps"].split("|")
        weights = [float(w) for w in parts[::2]]
        if row["measure"] == "base":
            base = weights[0]
            continue
        floors.append(weights[0])
        for edge, lower, upper in zip(parts[1::2], weights, weights[1:], strict=False):
            which.append(len(measures))
            edges.append(float(edge))
            rises.append(upper - lower)
        measures.append(row["measure"])
    return Additive(
        tuple(measures), base, np.array(which, np.int64), np.array(edges, np.float32), np.array(rises, np.float32),
        np.array(floors),
    )  # fmt: skip


def parse_forest(rows: list[dict[str, str]]) -> Forest:
    """Read the rows of a forest: `tests` is `measure>edge & …`, `weights` one a combination of answers."""
    base = 0.0
    numbers: dict[tuple[str, float], int] = {}
    tests, leaves = [], []
    for row in rows:
        weights = [float(w) for w in row["weights"].split()]
        if not row["tests"]:
            base = weights[0]
            continue
        asked = [(m, float(e)) for m, _, e in (t.partition(">") for t in row["tests"].split(" & "))]
        tests.append([numbers.setdefault(test, len(numbers)) for test in asked])
        leaves.append(weights)
    measures = tuple(sorted({m for m, _ in numbers}))
    column = {m: at for at, m in enumerate(measures)}
    return Forest(
        measures, base,
        np.array([column[m] for m, _ in numbers], np.int64), np.array([e for _, e in numbers], np.float32),
        np.array(tests, np.int64), np.array(leaves, np.float32),
    )  # fmt: skip


@lru_cache(maxsize=4)
def first(kind: str) -> Additive:
    """The additive table for `html` or `text`."""
    return parse_additive(_rows(f"first.{kind}.tsv"))


@lru_cache(maxsize=4)
def settled(kind: str) -> Forest:
    """The forest for `html` or `text`."""
    return parse_forest(_rows(f"settled.{kind}.tsv"))
