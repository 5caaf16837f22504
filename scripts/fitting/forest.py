"""Fits symmetric trees with CatBoost and writes them as rows that can be read."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier, Pool
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TREES = 240
DEPTH = 5


def fit(columns: Mapping[str, Floats], kept: Floats, weight: Floats, given: Floats) -> list[tuple[str, str]]:
    """Fit and return rows of tests and weights; the first row is the base.

    Args and their units as in `additive.fit`.
    """
    names = list(columns)
    matrix = np.column_stack([columns[name] for name in names]).astype(np.float32)
    model = CatBoostClassifier(
        iterations=TREES, depth=DEPTH, learning_rate=0.12, l2_leaf_reg=10, border_count=32, rsm=0.4, subsample=0.5,
        bootstrap_type="Bernoulli", random_seed=1, thread_count=2, allow_writing_files=False, verbose=0,
    )  # fmt: skip
    model.fit(Pool(matrix, kept, weight=weight, baseline=given, feature_names=names))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        grown = json.loads(path.read_text(encoding="utf-8"))
    return rows(grown, names)


def rows(grown: dict[str, object], names: list[str]) -> list[tuple[str, str]]:
    """Tests as `measure>edge & …`, weights in the order of CatBoost's leaves: the first test is the lowest bit."""
    scale, bias = grown["scale_and_bias"]  # type: ignore[misc]
    base = bias[0] if isinstance(bias, list) else bias
    table = [("", f"{base:+.3f}")]
    for tree in grown["oblivious_trees"]:  # type: ignore[attr-defined]
        tests = " & ".join(f"{names[s['float_feature_index']]}>{s['border']:.5g}" for s in tree["splits"])
        table.append((tests, " ".join(f"{scale * value:+.3f}" for value in tree["leaf_values"])))
    return table
