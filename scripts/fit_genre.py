#!/usr/bin/env python3
"""Fits what tells a listing, a product, a thread or a reference from an article, and how lines are judged on those.

    python scripts/fit_genre.py                writes src/cleaner/tables/{genre.*,settled.other}.tsv
    python scripts/fit_genre.py --held-out     fits on two thirds of the publishers, scores the rest, three times

To be run after `scripts/fit.py html`, whose scores it starts from. Only the folder given with --bench is read. The same
pages give the same tables, byte for byte.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier, Pool
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent))
from cleaner import decide, genre, markup, measures, peers, rules, weights
from cleaner.characters import Bools, Floats
from cleaner.config import Config
from cleaner.decide.ballot import Ballot
from cleaner.decode import decode
from cleaner.features import Page
from cleaner.genre import address
from cleaner.model import KEPT
from fit import LONGEST, SETTLED_NOTE, TABLES, write
from fitting import forest, pages

TYPES: dict[genre.Other, tuple[str, ...]] = {
    "listing": ("listing", "collection"),
    "product": ("product",),
    "thread": ("forum",),
    "reference": ("documentation",),
}
"""The types of the development pages that are of each genre; all others are articles."""
OWN = 6  # words; see `pages.label`
NEIGHBOURS: dict[genre.Other, genre.Other] = {"listing": "product", "product": "listing"}
"""Genres whose pages share much: what tells one of them from articles is fitted without the other's."""
NOWHERE = 0.3  # how much a page counts once more without its address, which not every caller knows
GENRE = {"iterations": 200, "depth": 2, "learning_rate": 0.1, "l2_leaf_reg": 10, "rsm": 0.1, "subsample": 0.6}
LINES = {"iterations": 200, "depth": 3, "learning_rate": 0.05, "l2_leaf_reg": 30, "rsm": 0.4, "subsample": 0.5}

Rows = list[tuple[str, str]]


class Case:
    """A page with everything that does not depend on the fit."""

    def __init__(self, name: str, gold: dict[str, str], data: bytes) -> None:
        self.type = "news" if name == "news" else gold.get("type", "article")
        self.id, self.gold = gold["id"], gold["text"]
        publisher = pages.publisher(gold)
        self.fold, self.part = pages.fold(publisher), pages.fold(f"part {publisher}")
        document = markup.read(decode(data, kind="html").text, url=gold.get("url"))
        self.page = Page(document)
        self.votes = tuple(rules.votes(self.page, Config()))
        dom, head = document.dom, document.head
        self.measures: dict[str, float] = {}
        self.nowhere: dict[str, float] = {}
        if dom and head and self.page.n:
            self.measures = genre.measure(self.page, dom, head, address.of(document))
            self.nowhere = genre.measure(self.page, dom, head, None)

    def lines(self, found: genre.Judgement) -> tuple[dict[str, Floats], Floats, Bools]:
        """Every column of every line, its settled score, and whether the gold body has it."""
        page = self.page
        ballot = Ballot.of(page.n, found.heard(self.votes))
        columns = measures.first(page, ballot.kept, ballot.dropped)
        own = weights.first("html").scores(columns) + ballot.net
        columns = columns | measures.second(page, own, ballot.dropped, ballot.named)
        settled, _ = decide.verdict(page, weights.settled("html"), columns, own, ballot)
        return columns | found.columns(page, own, settled), settled, label(page.texts, self.gold)


def _columns(measures: dict[str, float]) -> dict[str, Floats]:
    """Measures of one page as the fit wants those of many."""
    return {name: np.array([value]) for name, value in measures.items()}


def label(texts: Sequence[str], gold: str) -> NDArray[np.bool_]:
    """Which lines are in the gold body; unlike in an article, a short line needs no long one beside it."""
    kept, _ = pages.label(tuple(texts), gold)
    lines = {" ".join(pages.words(line)) for line in gold.split("\n")}
    body = " " + " ".join(pages.words(gold)) + " "
    tokens = [pages.words(text) for text in texts]
    own = kept | np.array([0 < len(t) < OWN and " ".join(t) in lines for t in tokens], dtype=np.bool_)
    beside = np.concatenate((own[1:], [False])) | np.concatenate(([False], own[:-1]))
    said = np.array([0 < len(t) < OWN and f" {' '.join(t)} " in body for t in tokens], dtype=np.bool_)
    return own | (said & beside)


def grow(columns: list[dict[str, Floats]], wanted: NDArray[np.bool_], weight: Floats, given: Floats,
         settings: dict[str, object]) -> Rows:  # fmt: skip
    """Fit symmetric trees, as `forest.fit` does, with settings for few pages."""
    names = list(columns[0])
    matrix = np.column_stack([np.concatenate([c[name] for c in columns]) for name in names]).astype(np.float32)
    model = CatBoostClassifier(**settings, bootstrap_type="Bernoulli", border_count=32, random_seed=1, thread_count=2,
                               verbose=0, allow_writing_files=False)  # fmt: skip
    model.fit(Pool(matrix, wanted.astype(float), weight=weight / weight.mean(), baseline=given, feature_names=names))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        return even(forest.rows(json.loads(path.read_text(encoding="utf-8")), names), int(str(settings["depth"])))


def even(rows: Rows, depth: int) -> Rows:
    """Trees of one depth: where the fit asked less, the last test is asked again; what asks nothing is in the base.

    >>> even([("", "+0.500"), ("a>1", "-1.000 +2.000"), ("", "+0.250")], 2)
    [('', '+0.750'), ('a>1 & a>1', '-1.000 +2.000 -1.000 +2.000')]
    """
    base = sum(float(weight) for tests, weight in rows if not tests)
    table = [("", f"{base:+.3f}")]
    for tests, weight in rows:
        if tests:
            missing = depth - len(tests.split(" & "))
            last = " & " + tests.split(" & ")[-1]
            table.append((tests + last * missing, " ".join([weight] * 2**missing)))
    return table


def parse(rows: Rows) -> weights.Forest:
    """Read rows as the package does."""
    return weights.parse_forest([{"tests": tests, "weights": w} for tests, w in rows])


def fit_genres(cases: list[Case]) -> dict[genre.Other, Rows]:
    """Fit one forest a genre, without the pages that are no article whatever their label says.

    The label `article` was given to portfolios, calendars and pages of links, too; of few listings, each such page
    takes some away. Those go that forests of other publishers take for a listing or a product, as in confident learning
    (Northcutt 2021).
    """
    named = {kind for kinds in TYPES.values() for kind in kinds}
    found = judgements(cases, {case.part for case in cases}, lambda case: case.part, _forests)
    return _forests([c for c in cases if c.type in named or not found[c.type + c.id].is_no_article])


def _forests(cases: list[Case]) -> dict[genre.Other, Rows]:
    """Fit one forest a genre, on each page with its address and, counting less, without."""
    columns = [_columns(m) for m in (*[case.measures for case in cases], *[case.nowhere for case in cases])]
    weight = np.repeat([1.0, NOWHERE], len(cases))
    fitted = {}
    for name, types in TYPES.items():
        others = TYPES[NEIGHBOURS[name]] if name in NEIGHBOURS else ()
        counts = weight * np.tile([c.type not in others for c in cases], 2)
        fitted[name] = grow(columns, np.tile([c.type in types for c in cases], 2), counts, 0 * weight, GENRE)
    return fitted


def judgements(cases: list[Case], parts: Collection[int], part: Callable[[Case], int],
               fit: Callable[[list[Case]], dict[genre.Other, Rows]]) -> dict[str, genre.Judgement]:  # fmt: skip
    """The judgement of each page by forests that were fitted on the pages of other parts."""
    found = {}
    for one in sorted(parts):
        forests = {name: parse(rows) for name, rows in fit([c for c in cases if part(c) != one]).items()}
        found |= {c.type + c.id: genre.weighed(forests, c.measures) for c in cases if part(c) == one}
    return found


def unseen(cases: list[Case]) -> dict[str, genre.Judgement]:
    """The judgement of each page by forests that were fitted on other publishers."""
    return judgements(cases, range(pages.FOLDS), lambda case: case.fold, fit_genres)


def fit_lines(cases: list[Case], found: dict[str, genre.Judgement]) -> Rows:
    """Fit the correction on pages that were judged, unseen, to be of another genre, and on those that are.

    What is judged to be a product is never corrected, so nothing is learnt from it.
    """
    other = {kind for kinds in TYPES.values() for kind in kinds}
    some = []
    for case in cases:
        name = found[case.type + case.id].genre
        if name != "product" and (case.type in other or name != "article"):
            some.append(case)
    columns, kept, weight, given = [], [], [], []
    for case in some:
        measured, settled, own = case.lines(found[case.type + case.id])
        size = np.minimum(case.page.words, LONGEST) + 0.5
        columns.append(measured)
        kept.append(own)
        weight.append(size / size.sum())
        given.append(genre.clipped(settled))
    return grow(columns, np.concatenate(kept), np.concatenate(weight), np.concatenate(given), LINES)


def held_out(cases: list[Case], bench: Path) -> None:
    """Print how pages of unseen publishers are judged, and word precision, recall and F1 before and after."""
    metric = pages.scorer(bench)
    found = unseen(cases)
    before: dict[str, list[tuple[float, ...]]] = {}
    after: dict[str, list[tuple[float, ...]]] = {}
    for fold in range(pages.FOLDS):
        correction = parse(fit_lines([c for c in cases if c.fold != fold], found))
        genre._correction = lambda correction=correction: correction  # type: ignore[assignment]
        for case in (c for c in cases if c.fold == fold):
            one = decide.decide(case.page, case.votes, Config(), genre.ARTICLE)
            judgement = found[case.type + case.id]
            two = decide.decide(case.page, case.votes, Config(), judgement)
            if peers.wanted(case.page, two, judgement):
                votes = (*case.votes, *peers.votes(case.page, judgement))
                two = decide.decide(case.page, votes, Config(), judgement)
            for where, decisions in ((before, one), (after, two)):
                body = "\n".join(t for t, kept in zip(case.page.texts, decisions.labels, strict=True)
                                 if kept in KEPT)  # fmt: skip
                where.setdefault(case.type, []).append(metric.word_prf(body, case.gold))
    for kind in sorted(before):
        some = [found[c.type + c.id] for c in cases if c.type == kind]
        genres = {name: sum(j.genre == name for j in some) for name in genre.OTHERS}
        flagged = sum(j.is_no_article for j in some)
        figures = [" ".join(f"{np.mean([row[i] for row in rows]):.3f}" for i in range(3))
                   for rows in (before[kind], after[kind])]  # fmt: skip
        print(f"{kind:13} n {len(some):4} | judged {genres} | non_article {flagged} | {figures[0]} -> {figures[1]}")


def main() -> int:
    """Fit, and write the tables or print how they do on held-out publishers."""
    parser = pages.options(__doc__)
    args = parser.parse_args()
    score = pages.scorer(args.bench)
    sets = [(name, pages.given(score, name, "html", articles=False)) for name in ("news", "web")]
    cases = [Case(name, gold, data) for name, rows in sets for _, gold, data in rows]
    cases = [case for case in cases if case.measures]
    if args.held_out:
        held_out(cases, args.bench)
        return 0
    for name, rows in fit_genres(cases).items():
        note = f"Fitted by scripts/fit_genre.py: log-odds that a page is a {name}. Symmetric trees, as in settled.*.tsv"
        write(TABLES / f"genre.{name}.tsv", ("tests", "weights"), rows, note)
    write(TABLES / "settled.other.tsv", ("tests", "weights"), fit_lines(cases, unseen(cases)),
          SETTLED_NOTE.replace("fit.py", "fit_genre.py"))  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
