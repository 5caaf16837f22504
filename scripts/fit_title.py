#!/usr/bin/env python3
"""Fits what tells the title of a text from its other lines, and how sure that is.

    python scripts/fit_title.py                writes src/cleaner/tables/title.{line,sure}.tsv
    python scripts/fit_title.py --held-out     fits on two thirds of the publishers, scores the rest, three times

To be run after `scripts/fit.py text`, whose labels are among what is measured. Every page is cleaned as the package
does it, whole, cut out and as a few lines, with its address and, counting less, without. One forest learns which line
is the title: first of each line alone, then to set the title above the other lines of its page (pairwise logistic loss,
Burges et al. 2005), which on publishers that it was not fitted on is right more often than the first alone. A second
learns whether the likeliest line is right, from pages whose publishers the first was not fitted on: on its own pages
every line looks sure. Only the folder given with --bench is read. The same pages give the same tables, byte for byte.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from catboost import CatBoost, Pool
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent))
from cleaner.characters import Floats
from cleaner.metadata.page import host_of
from cleaner.metadata.text import View
from cleaner.metadata.titles import candidates, headline, slugs, title, wordings
from cleaner.metadata.titles.candidates import Candidate
from cleaner.pipeline import clean
from cleaner.weights import Forest
from fit import NEWS, TABLES, write
from fit_genre import Rows, even, grow, parse
from fitting import forest, pages

CUT = 0.5  # how much a page counts whose article was cut out of it,
SMALL = 0.5  # how much one does of which a few lines are left, as people hand texts in, and
UNADDRESSED = 0.5  # how much one does without its address
HEAD = 12  # lines above the article in which the title of a small text is looked for
UNTITLED = 0.3  # share of small texts without their title
DEPTH = 4
LINE = {"iterations": 60, "depth": DEPTH, "learning_rate": 0.12, "l2_leaf_reg": 10, "rsm": 0.5}
PAIR = LINE | {"iterations": 80, "loss_function": "PairLogit"}
SURE = {"iterations": 200, "depth": DEPTH, "learning_rate": 0.07, "l2_leaf_reg": 20, "rsm": 0.25}
LIMITS = tuple(sorted({headline.LEAST_OF_FEW, 0.5, 0.55, headline.LEAST, 0.65, 0.7, 0.75, 0.8}))
NOTES = {
    "line": "Fitted by scripts/fit_title.py: log-odds that a line is the title. Symmetric trees, as in settled.*.tsv",
    "sure": "Fitted by scripts/fit_title.py: log-odds that the likeliest line is. Symmetric trees, as in settled.*.tsv",
}


@dataclass(frozen=True)
class Case:
    """One page: its lines, its candidates, which of them say the title, how much it counts, and what it is."""

    view: View
    found: list[Candidate]
    right: NDArray[np.bool_]
    weight: float
    fold: int
    part: int
    group: str

    @property
    def columns(self) -> dict[str, Floats]:
        """The candidates' measures."""
        return headline.columns([candidate.measures for candidate in self.found])


def cases(bench: Path) -> Iterator[Case]:
    """Clean each page and measure its candidates."""
    score = pages.scorer(bench)
    for name in ("news", "web"):
        for mode, weight in (("text", 1.0), ("cut", CUT)):
            for variant, gold, text in score.load(name, mode, 0, True):
                if gold.get("title"):
                    counts = weight * (NEWS if name == "news" else 1.0)
                    view = cleaned(text, gold)
                    yield from of_page(view, gold, counts, f"{name} {mode}")
                    if mode == "text" and (few := small(view, gold, random.Random(f"{variant} {gold['id']}"))):
                        yield from of_page(cleaned(few, gold), gold, counts * SMALL, f"{name} small")


def cleaned(text: str, gold: dict[str, str]) -> View:
    """A text's lines as the package labels them."""
    done = clean(text, kind="text", url=gold.get("url"))
    return View(done.document, done.decisions)


def small(view: View, gold: dict[str, str], draw: random.Random) -> str:
    """The title, what stands between it and the article, a few paragraphs, and a few lines above and below; nothing
    where the title is not near the article, and now and then all but the title.
    """
    texts, (first, last) = view.document.texts, view.span
    wanted = title.words(gold["title"])
    near = range(max(0, first - HEAD), first)
    at = next((i for i in reversed(near) if title.words(wordings.said(texts[i])) == wanted), None)
    if at is None or last < 0:
        return ""
    said = texts[at + (draw.random() < UNTITLED) : first]
    above, below = draw.choice((0, 0, 1, 2)), draw.choice((0, 0, 2, 4))
    body = texts[first : min(last + 1, first + draw.choice((1, 2, 3, 5)))]
    lines = [*texts[max(0, at - above) : at], *said, *body, *texts[last + 1 : last + 1 + below]]
    return draw.choice(("\n", "\n\n")).join(lines)


def of_page(view: View, gold: dict[str, str], weight: float, group: str) -> Iterator[Case]:
    """A page with its address and without."""
    name, wanted = pages.publisher(gold), title.words(gold["title"])
    fold, part = pages.fold(name), pages.fold(f"part {name}")
    for url, share, note in ((gold.get("url"), 1.0, ""), (None, UNADDRESSED, ", no address")):
        host = host_of(url)
        names = (host, host.rsplit(".", 1)[0]) if host else ()
        found = candidates.find(view, slugs.words(url))
        given = [title.words(title.without_site(candidate.text, names)) for candidate in found]
        right = np.array([said == wanted for said in given], dtype=np.bool_)
        yield Case(view, found, right, weight * share, fold, part, group + note)


def fit_line(some: Sequence[Case]) -> Rows:
    """The forest that says how likely a line is the title."""
    some = [case for case in some if case.found]
    weight = np.concatenate([np.full(len(case.found), case.weight) for case in some])
    right = np.concatenate([case.right for case in some])
    alone = grow([case.columns for case in some], right, weight, 0 * weight, LINE)
    return alone + _against_others([case for case in some if case.right.any()], parse(alone))


def _against_others(some: Sequence[Case], alone: Forest) -> Rows:
    """The trees that, added to what is learnt of each line alone, set the title above the other lines of its page."""
    columns = [case.columns for case in some]
    names = list(columns[0])
    matrix = np.column_stack([np.concatenate([c[name] for c in columns]) for name in names]).astype(np.float32)
    given = np.concatenate([alone.scores(c, np.arange(len(c[names[0]]))) for c in columns])
    right = np.concatenate([case.right for case in some]).astype(float)
    sizes = [len(case.found) for case in some]
    page, weight = np.repeat(np.arange(len(some)), sizes), np.repeat([case.weight for case in some], sizes)
    model = CatBoost({**PAIR, "bootstrap_type": "Bernoulli", "border_count": 32, "random_seed": 1, "thread_count": 2,
                      "verbose": 0, "allow_writing_files": False})  # fmt: skip
    model.fit(Pool(matrix, right, group_id=page, group_weight=weight, baseline=given, feature_names=names))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        return even(forest.rows(json.loads(path.read_text(encoding="utf-8")), names), DEPTH)[1:]  # no base of its own


@dataclass(frozen=True)
class Best:
    """The likeliest line of a page: its measures, whether it is right, and the page."""

    columns: dict[str, Floats]
    right: bool
    case: Case


def likeliest(line: Forest, some: Sequence[Case]) -> list[Best]:
    """The likeliest line of each page that has one."""
    return [best for case in some if case.found and (best := _likeliest(line, case))]


def _likeliest(line: Forest, case: Case) -> Best:
    scores = line.scores(case.columns, np.arange(len(case.found)))
    best, measured = headline.measure(case.view, case.found, scores)
    return Best(headline.columns([measured]), bool(case.right[case.found.index(best)]), case)


def unseen(some: Sequence[Case]) -> list[Best]:
    """The likeliest lines, chosen by forests that were fitted on other publishers."""
    found: list[Best] = []
    for part in range(pages.FOLDS):
        line = parse(fit_line([case for case in some if case.part != part]))
        found += likeliest(line, [case for case in some if case.part == part])
    return found


def fit_sure(some: Sequence[Best]) -> Rows:
    """The forest that says how sure the likeliest line is."""
    right, weight = np.array([best.right for best in some]), np.array([best.case.weight for best in some])
    return grow([best.columns for best in some], right, weight, 0 * weight, SURE)


def held_out(every: Sequence[Case]) -> None:
    """Print the shares of titles right and wrong at several limits, on publishers that were not fitted on."""
    found: list[tuple[Best, float]] = []
    for fold in range(pages.FOLDS):
        others = [case for case in every if case.fold != fold]
        line, sure = parse(fit_line(others)), parse(fit_sure(unseen(others)))
        for best in likeliest(line, [case for case in every if case.fold == fold]):
            odds = float(sure.scores(best.columns, np.zeros(1, dtype=np.int64))[0])
            found.append((best, 1 / (1 + np.exp(-odds))))
    for group in sorted({case.group for case in every}):
        total = sum(case.group == group for case in every)
        print(f"{group}, {total} texts")
        for least in LIMITS:
            given = [best.right for best, sure in found if best.case.group == group and sure >= least]
            print(f"  at {least:.2f}: right {sum(given) / total:.3f} wrong {(len(given) - sum(given)) / total:.3f}")


def main() -> int:
    """Fit, and write the tables or print how they do on held-out publishers."""
    parser = pages.options(__doc__)
    args = parser.parse_args()
    every = list(cases(args.bench))
    if args.held_out:
        held_out(every)
        return 0
    for name, rows in (("line", fit_line(every)), ("sure", fit_sure(unseen(every)))):
        write(TABLES / f"title.{name}.tsv", ("tests", "weights"), rows, NOTES[name])
    return 0


if __name__ == "__main__":
    sys.exit(main())
