"""The table of all sets and modes beside the other programs, written with a plot to docs/benchmarks.md.

    python benchmarks/accuracy.py [--bench FOLDER] [--sample N] [--out docs/benchmarks.md]

Needs the dependency group `bench`. Pages and scores are those of the development folder's own `score.py`. Times are of
the processor, of all systems in one process and one run, so that their ratios hold on a noisy machine. These pages are
the ones that the weights were fitted on; `scripts/fit.py --held-out` says what other publishers' pages give.
"""

from __future__ import annotations

import argparse
import platform
import re
import statistics
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import peers

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))
from fitting.pages import scorer

SETS = ("news", "web")
MODES = {
    "html": "whole pages as HTML",
    "text": "whole pages as text, in four renderings",
    "cut": "the article as text with some lines around it, in three renderings",
    "residue": "what four extractors made of the page, as text",
}


Rows = list[tuple[float, tuple[float, float, float]]]


@dataclass
class Result:
    """How one system did on one set and mode; `rows` has a page's word F1 and its shares of shingles.

    The shares are those found, found in excess and missed, as the development folder's `metrics.py` gives them.
    """

    set: str
    mode: str
    system: str
    rows: Rows = field(default_factory=list)
    by_variant: dict[str, Rows] = field(default_factory=lambda: defaultdict(list))
    by_language: dict[str, Rows] = field(default_factory=lambda: defaultdict(list))
    exact: int = 0
    seconds: float = 0.0
    failed: int = 0

    @property
    def rate(self) -> float:
        """Pages a second of processor time."""
        return len(self.rows) / max(self.seconds, 1e-9)


def macro(rows: Rows) -> tuple[float, float, float, float]:
    """Word F1 as a mean over pages; shingle precision and recall likewise, and the F1 of those two."""
    found = [shares for _, shares in rows]
    precision = statistics.mean(hit / (hit + excess) for hit, excess, _ in found if hit + excess)
    recall = statistics.mean(hit / (hit + missed) for hit, _, missed in found if hit + missed)
    word = statistics.mean(word for word, _ in rows)
    return word, precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def measure(score: ModuleType, name: str, mode: str, sample: int) -> list[Result]:
    """Run every system over one set and mode; a page that raises scores nothing."""
    pages = list(score.load(name, mode, sample, True))
    systems = peers.HTML if mode == "html" else peers.TEXT
    results = []
    for system, (_, make) in systems.items():
        extract = make()
        extract(pages[0][2], None)  # what a first call loads is not the page's
        result = Result(name, mode, system)
        for variant, gold, page in pages:
            _one(score, result, extract, variant, gold, page)
        results.append(result)
        scores = " ".join(f"{figure:.3f}" for figure in macro(result.rows))
        print(f"{name:5} {mode:8} {system:26} {scores} | {result.rate:8.1f} pages/s", flush=True)
    return results


def _one(
    score: ModuleType, result: Result, extract: peers.Extract, variant: str, gold: dict[str, str], page: str | bytes
) -> None:
    started = time.process_time()
    try:
        text = extract(page, gold.get("url"))
    except Exception:  # whatever a program raises, the page is lost to it
        text = ""
        result.failed += 1
    result.seconds += time.process_time() - started
    row = (score.word_prf(text, gold["text"])[2], score.shingle(text, gold["text"]))
    result.rows.append(row)
    result.by_variant[variant].append(row)
    result.by_language[(gold.get("language") or "")[:2] or "unknown"].append(row)
    result.exact += _words(text) == _words(gold["text"])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def tables(results: Sequence[Result]) -> Iterable[str]:
    """Give the document's tables."""
    html = {result.set: result for result in results if result.mode == "html" and result.system == "trafilatura"}
    for mode, what in MODES.items():
        yield f"## {mode}: {what}\n"
        yield "| set | system | pages | word F1 | shingle P | R | F1 | speed | failed |"
        yield "|---|---|---|---|---|---|---|---|---|"
        for one in (result for result in results if result.mode == mode):
            figures = [f"{figure:.3f}" for figure in macro(one.rows)]
            speed = "" if one.system == "as it comes" else f"{one.rate / html[one.set].rate:.1f}"
            name = f"**{one.system}**" if one.system == "cleaner" else one.system
            yield f"| {' | '.join([one.set, name, str(len(one.rows)), *figures, speed, str(one.failed)])} |"
        yield ""
        yield from _splits([result for result in results if result.mode == mode], mode)
    yield "Speed is pages a second, as a multiple of trafilatura's on the HTML of the same set in the same run."


def _splits(results: Sequence[Result], mode: str) -> Iterable[str]:
    ours = {result.set: result for result in results if result.system == "cleaner"}
    before = {result.set: result for result in results if result.system == "as it comes"}
    if mode == "residue":
        yield "Shingle F1 of each extractor's text, as it comes and after cleaning:\n"
        yield "| set | " + " | ".join(next(iter(ours.values())).by_variant) + " |"
        yield "|---" * (1 + len(next(iter(ours.values())).by_variant)) + "|"
        for name, one in ours.items():
            pairs = ((macro(before[name].by_variant[v])[3], macro(rows)[3]) for v, rows in one.by_variant.items())
            yield f"| {name} | " + " | ".join(f"{old:.3f} → {new:.3f}" for old, new in pairs) + " |"
        yield ""
    if mode == "cut":
        shares = (f"{name} {one.exact / len(one.rows):.2f}" for name, one in ours.items())
        yield f"Share of documents that come out with exactly the gold's words: {', '.join(shares)}.\n"
    if mode == "text":
        yield from _languages(ours["news"])


def _languages(news: Result) -> Iterable[str]:
    whole = macro(news.rows)[3]
    others = [row for language, rows in news.by_language.items() if language not in ("en", "de") for row in rows]
    yield (
        f"Languages of `news`: the whole {whole:.3f}, all but English and German {macro(others)[3]:.3f} "
        f"({len(others)} documents). Each: "
        + ", ".join(f"{language} {macro(rows)[3]:.3f}" for language, rows in sorted(news.by_language.items()))
        + ".\n"
    )


def plot(results: Sequence[Result], path: Path) -> None:
    """Draw shingle F1 against speed, a panel a set; text and HTML together."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": "cleaner", "svg.fonttype": "none", "font.size": 10})
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, len(SETS), figsize=(10, 4.2), sharey=True)
    for axis, name in zip(axes, SETS, strict=True):
        shown = [r for r in results if r.set == name and r.mode in ("html", "text") and r.system != "as it comes"]
        for one in shown:
            ours = one.system == "cleaner"
            label = f"{one.system} ({one.mode})" if ours else one.system
            axis.scatter(one.rate, macro(one.rows)[3], s=70 if ours else 30, color="#0b6e4f" if ours else "#7a7f87")
            axis.annotate(label, (one.rate, macro(one.rows)[3]), xytext=(6, 4), textcoords="offset points", fontsize=8)
        axis.set(xscale="log", title=f"{name} articles", xlabel="pages a second (processor time)")
        axis.spines[["top", "right"]].set_visible(False)
        axis.margins(x=0.25)
    axes[0].set_ylabel("shingle F1")
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def write(results: Sequence[Result], out: Path, sample: int) -> None:
    """Write the document and its plot."""
    day = datetime.now(tz=UTC).date().isoformat()
    used = ", ".join(f"{name} {number}" for name, number in peers.versions().items())
    share = f" A sample of {sample} pages a set." if sample else ""
    head = (
        f"# Benchmarks\n\nMade by `make bench` on {day}, Python {platform.python_version()}: {used}.{share}\n\n"
        "Shingle scores are of 4-grams, precision and recall averaged over pages, F1 of the two. **cleaner's weights\n"
        "were fitted on these pages, the others' were not**:\n"
        "[algorithm.md](algorithm.md#on-publishers-that-it-never-saw) has the figures on others.\n\n"
        f"![Accuracy against speed]({out.stem}.svg)\n"
    )
    out.write_text("\n".join((head, *tables(results))) + "\n", encoding="utf-8")
    plot(results, out.with_suffix(".svg"))


def main() -> int:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"), help="folder of the development pages")
    parser.add_argument("--sample", type=int, default=0, help="pages a set; 0 takes all")
    parser.add_argument("--out", type=Path, default=Path("docs/benchmarks.md"))
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    score = scorer(args.bench)
    results = [one for name in SETS for mode in MODES for one in measure(score, name, mode, args.sample)]
    write(results, args.out, args.sample)
    return 0


if __name__ == "__main__":
    sys.exit(main())
