#!/usr/bin/env python3
"""Fits the weights of text or HTML on the development pages, and says how well they do on publishers they never saw.

    python scripts/fit.py text                    writes src/cleaner/tables/{first,settled}.text.tsv
    python scripts/fit.py text --held-out         fits on two thirds of the publishers, scores the rest, three times

Only the folder given with --bench is read. The same pages give the same tables, byte for byte.
"""

from __future__ import annotations

import csv
import sys
from itertools import chain
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from cleaner import measures, rules, weights
from cleaner.characters import Columns
from cleaner.config import Config
from cleaner.decide import SURE, verdict
from cleaner.decide.ballot import Ballot
from cleaner.features import Page
from fitting import additive, foreign, forest, mixed, pages, shortened
from fitting.meanings import meaning, of_forest

TABLES = Path(__file__).parent.parent / "src" / "cleaner" / "tables"
FIRST_NOTE = "Fitted by scripts/fit.py. Log-odds of keeping a line that a measure's ranges add: weight |edge| weight …"
SETTLED_NOTE = (
    "Fitted by scripts/fit.py. Symmetric trees: tests, and the log-odds of their answers (first test, lowest bit)"
)
NEWS = 3.0  # how much more a page of `news` counts: there are six times fewer of them
COUNTS = {
    "text": 1.0, "html": 1.0, "cut": 0.5, "residue": 0.5, "clean": 0.2, "brief": 0.1, "small": 0.3, "mixed": 0.4,
    "foreign": 0.3, "few": 0.1, "long": 1.0, "wall": 0.1, "short": 0.3,
}  # fmt: skip
"""How much a page counts in each mode: whole pages are where most is decided."""
LONGEST = 80  # words; longer lines count no more


class Case:
    """A sample with everything that does not depend on the fit."""

    def __init__(self, sample: pages.Sample) -> None:
        self.sample = sample
        self.page = Page(sample.document)
        self.ballot = Ballot.of(self.page.n, rules.fitted(rules.votes(self.page, Config())))
        self.columns = measures.first(self.page, self.ballot.kept, self.ballot.dropped)
        size = np.minimum(sample.words, LONGEST) + 0.5
        if sample.mode == "short":
            size = shortened.weighed(size, sample.kept)
        self.weight = size / size.sum() * (NEWS if sample.set == "news" else 1.0)
        self.weight *= COUNTS[sample.mode]
        self.weight[self.ballot.named] = 0.0


def fit(cases: list[Case]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Fit both tables, on the cases and on the pages that are made of them."""
    samples = [case.sample for case in cases]
    made = chain(mixed.mixed(samples), foreign.foreign(samples), shortened.shortened(samples))
    cases = [*cases, *map(Case, made)]
    kept, weight, given = _wanted(cases)
    first = fit_first(cases)
    columns, doubtful = [], []
    for case, score in zip(cases, _first_scores(cases, first), strict=True):
        columns.append(case.columns | measures.second(case.page, score, case.ballot.dropped, case.ballot.named))
        doubtful.append(score > SURE)
    asked = np.concatenate(doubtful)
    some = {name: column[asked] for name, column in _stacked(columns).items()}
    return first, forest.fit(some, kept[asked], weight[asked], given[asked])


def fit_first(cases: list[Case]) -> list[tuple[str, ...]]:
    """Fit the additive table."""
    steps = additive.fit(_stacked([case.columns for case in cases]), *_wanted(cases))
    return additive.rows(steps, _Meanings())


def _wanted(cases: list[Case]) -> tuple[additive.Floats, additive.Floats, additive.Floats]:
    """Of every line whether it is article, its weight, and the log-odds that its votes give."""
    kept = np.concatenate([case.sample.kept for case in cases]).astype(np.float64)
    return kept, np.concatenate([c.weight for c in cases]), np.concatenate([c.ballot.net for c in cases])


def _first_scores(cases: list[Case], first: list[tuple[str, ...]]) -> list[additive.Floats]:
    """The first scores that the forest learns from: of HTML, by tables fitted on other publishers.

    What a table says of the pages that it was fitted on is too good, and the forest would believe it: the measures of
    containers gain next to nothing without this, 0.002 of F1 with it. In text, where mixed pages are fitted on as well,
    it gains nothing.
    """
    parts = sorted({case.sample.part for case in cases}) if cases[0].page.document.kind == "html" else []
    tables = {part: _table(fit_first([case for case in cases if case.sample.part != part])) for part in parts}
    every = _table(first)
    return [tables.get(case.sample.part, every).scores(case.columns) + case.ballot.net for case in cases]


def _table(first: list[tuple[str, ...]]) -> weights.Additive:
    return weights.parse_additive([{"measure": m, "steps": s} for m, s, _ in first])


class _Meanings(dict[str, str]):
    """What each measure means, in words."""

    def __missing__(self, name: str) -> str:
        return meaning(name)


def _stacked(columns: list[Columns]) -> dict[str, np.ndarray]:
    return {name: np.concatenate([c[name] for c in columns]) for name in columns[0]}


def score(cases: list[Case], first: list[tuple[str, ...]], settled: list[tuple[str, ...]], bench: Path) -> None:
    """Print shingle precision, recall and F1 of each set and mode."""
    metric = pages.scorer(bench)
    table = _table(first)
    trees = weights.parse_forest([{"tests": t, "weights": w} for t, w in settled])
    groups: dict[tuple[str, str], list[tuple[float, float, float]]] = {}
    for case in cases:
        own = table.scores(case.columns) + case.ballot.net
        columns = case.columns | measures.second(case.page, own, case.ballot.dropped, case.ballot.named)
        _, kept = verdict(case.page, trees, columns, own, case.ballot)
        body = "\n".join(text for text, stays in zip(case.page.texts, kept, strict=True) if stays)
        key = (case.sample.set, case.sample.mode)
        groups.setdefault(key, []).append(metric.shingle(body, case.sample.gold))
    for (name, mode), found in sorted(groups.items()):
        p, r, f = metric.shingle_macro(found)
        print(f"  {name:5} {mode:8} n {len(found):5} | shingle P {p:.4f} R {r:.4f} F1 {f:.4f}", flush=True)


def write(path: Path, header: tuple[str, ...], rows: list[tuple[str, ...]], note: str) -> None:
    """Write a table that is read with a plain editor as well as by `cleaner.weights`."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"# {line}\n" for line in note.splitlines())
        table = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        table.writerow(header)
        table.writerows(rows)


def main() -> int:
    """Fit, and write the tables or print how they do on held-out publishers."""
    parser = pages.options(__doc__)
    parser.add_argument("kind", choices=("text", "html"))
    args = parser.parse_args()
    cases = [Case(sample) for sample in pages.load(args.bench, args.kind)]
    print(f"{len(cases)} documents, {sum(case.page.n for case in cases)} lines", flush=True)
    if args.held_out:
        for fold in range(pages.FOLDS):
            inside = [case for case in cases if case.sample.fold != fold]
            tables = fit(inside)
            for name, some in (("fitted on", inside), ("held out", [c for c in cases if c.sample.fold == fold])):
                print(f"third {fold + 1}, {name}:")
                score(some, *tables, args.bench)
        return 0
    first, settled = fit(cases)
    write(TABLES / f"first.{args.kind}.tsv", ("measure", "steps", "meaning"), first, FIRST_NOTE)
    write(
        TABLES / f"settled.{args.kind}.tsv",
        ("tests", "weights"),
        settled,
        "\n".join((SETTLED_NOTE, *of_forest(settled))),
    )
    print("the fitted pages themselves:")
    score(cases, first, settled, args.bench)
    return 0


if __name__ == "__main__":
    sys.exit(main())
