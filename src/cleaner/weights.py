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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cleaner.characters import Floats, Ints

Singles = NDArray[np.float32]

_UNIT = 1000  # the tables are written in thousandths at the finest, and whole numbers add up alike on every machine
_BLOCK = 512  # lines asked at once: what is asked of them stays in the processor's cache
_STACKED = 1 << 14  # lines whose columns are put below one another at once; a page may have hundreds of thousands


@dataclass(frozen=True)
class Additive:
    """A sum of step functions: `score = base + sum of step[measure](value)`.

    Weights are whole thousandths, held as floats so that they are summed by a matrix product.
    """

    measures: tuple[str, ...]
    base: float
    which: Ints  # for each edge its measure's row
    edges: Singles
    rises: Singles  # what passing the edge adds
    floors: Singles  # for each measure the weight of its lowest range

    def scores(self, columns: Mapping[str, Floats]) -> Floats:
        """Log-odds of keeping, one a line."""
        sums = [self.rises @ self._passed(block).astype(np.float32) for block in _blocks(columns, self.measures)]
        result: Floats = (np.concatenate(sums, dtype=np.float64) + self.base + self.floors.sum()) / _UNIT
        return result

    def shares(self, columns: Mapping[str, Floats], lines: Ints) -> Singles:
        """What each measure adds to the score of each of `lines`: a row a line, a column a measure.

        The lines are in order and distinct.
        """
        starts = np.searchsorted(self.which, np.arange(len(self.measures)))
        blocks = _blocks(columns, self.measures, lines)
        added = [np.add.reduceat(self._passed(block) * self.rises[:, None], starts, axis=0) for block in blocks]
        result: Singles = (self.floors + np.concatenate(added, axis=1).T) / np.float32(_UNIT)
        return result

    def _passed(self, matrix: Singles) -> NDArray[np.bool_]:
        passed: NDArray[np.bool_] = matrix.take(self.which, axis=0) >= self.edges[:, None]
        return passed


@dataclass(frozen=True)
class Forest:
    """A sum of symmetric trees: every tree asks its tests of a line and adds the weight of the answers.

    Weights are whole thousandths.
    """

    measures: tuple[str, ...]
    base: float
    which: Ints  # for each test its measure's row
    edges: Singles  # and what the measure must be above
    tests: Ints  # depth x trees: what each tree asks
    leaves: Singles  # trees x 2**depth; whole thousandths, held as floats so that they are summed by a product

    def scores(self, columns: Mapping[str, Floats], lines: Ints) -> Floats:
        """Log-odds of keeping, one for each of `lines`, which are in order and distinct."""
        sums = [self._sums(block) for block in _blocks(columns, self.measures, lines)]
        result: Floats = (np.concatenate(sums, dtype=np.float64) + self.base) / _UNIT
        return result

    def score(self, values: Mapping[str, float]) -> float:
        """Log-odds of one thing of which every measure is a number."""
        row = np.array([values[name] for name in self.measures], dtype=np.float32)
        return (float(self._sums(row[:, None])[0]) + self.base) / _UNIT

    def _sums(self, matrix: Singles) -> Singles:
        depth, trees = self.tests.shape
        passed = matrix.take(self.which, axis=0) > self.edges[:, None]
        bits = passed.view(np.uint8).take(self.tests, axis=0)
        leaf = bits[-1].copy()  # the answers of a tree as one number, its first test the lowest bit
        for answers in bits[-2::-1]:
            leaf += leaf
            leaf += answers
        at = leaf + (np.arange(trees)[:, None] << depth)
        sums: Singles = self.leaves.take(at).sum(axis=0)
        return sums


def stack(columns: Mapping[str, Floats], measures: tuple[str, ...]) -> Singles:
    """The columns below one another, one row a measure."""
    rows: Singles = np.concatenate([columns[name] for name in measures], dtype=np.float32, casting="same_kind")
    return rows.reshape(len(measures), -1)


def _blocks(columns: Mapping[str, Floats], measures: tuple[str, ...], lines: Ints | None = None) -> Iterator[Singles]:
    """Some lines' columns, or those of all, a few lines at a time; `lines` are in order, each named once."""
    n = len(columns[measures[0]])
    for start in range(0, n, _STACKED):
        some = columns if n <= _STACKED else {name: columns[name][start : start + _STACKED] for name in measures}
        matrix = stack(some, measures)
        if lines is not None:
            first, last = lines.searchsorted((start, start + _STACKED))
            if last - first < matrix.shape[1]:
                matrix = matrix.take(lines[first:last] - start, axis=1)
        for at in range(0, matrix.shape[1], _BLOCK):
            yield matrix[:, at : at + _BLOCK]


def _rows(name: str) -> list[dict[str, str]]:
    text = (Path(__file__).parent / "tables" / name).read_text(encoding="utf-8")
    return list(csv.DictReader((r for r in text.splitlines() if not r.startswith("#")), delimiter="\t"))


def _weights(texts: Iterable[str]) -> list[int]:
    """Written log-odds as whole thousandths."""
    return [round(float(text) * _UNIT) for text in texts]


def parse_additive(rows: list[dict[str, str]]) -> Additive:
    """Read the rows of an additive table; `steps` is `weight |edge| weight |edge| weight`."""
    measures: list[str] = []
    which, edges, rises, floors = [], [], [], []
    base = 0
    for row in rows:
        parts = row["steps"].split("|")
        weights = _weights(parts[::2])
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
        np.array(floors, np.float32),
    )  # fmt: skip


def parse_forest(rows: list[dict[str, str]]) -> Forest:
    """Read the rows of a forest: `tests` is `measure>edge & …`, `weights` one a combination of answers."""
    base = 0
    trees: list[list[tuple[str, float]]] = []
    leaves: list[list[int]] = []
    for row in rows:
        weights = _weights(row["weights"].split())
        if not row["tests"]:
            base = weights[0]
            continue
        tests = [test.split(">") for test in row["tests"].split(" & ")]
        trees.append([(measure, float(edge)) for measure, edge in tests])
        leaves.append(weights)
    distinct = {test: at for at, test in enumerate(sorted({test for tree in trees for test in tree}))}
    measures = {measure: row for row, measure in enumerate(dict.fromkeys(measure for measure, _ in distinct))}
    return Forest(
        tuple(measures),
        base,
        np.array([measures[measure] for measure, _ in distinct], np.int64),
        np.array([edge for _, edge in distinct], np.float32),
        np.array([[distinct[test] for test in tree] for tree in trees], np.int64).T.copy(),
        np.array(leaves, np.float32),
    )


@lru_cache(maxsize=4)
def first(kind: str) -> Additive:
    """The additive table for `html` or `text`."""
    return parse_additive(_rows(f"first.{kind}.tsv"))


@lru_cache(maxsize=4)
def settled(kind: str) -> Forest:
    """The forest for `html` or `text`."""
    return forest(f"settled.{kind}")


def forest(name: str) -> Forest:
    """Any forest of the package by its table's name."""
    return parse_forest(_rows(f"{name}.tsv"))
