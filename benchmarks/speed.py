"""How many pages a second text and HTML mode read, beside trafilatura and datatrove's C4 filter; and linear time.

    python benchmarks/speed.py [--bench ../shared/bench] [--set news] [--pages 40] [--rounds 5]

All systems read the same pages in one process and take turns: HTML mode and trafilatura the page, text mode and the C4
filter its text as one of the bench's renderers left it. Times are of the processor; of each page the fastest reading
counts, since a machine that does other things only ever makes a reading slower. The C4 filter is left out where
datatrove is not installed.

Then a page of 50,000 lines, made up here, is read beside pages of 500 lines with as many lines in all.

It exits 1 when a ratio misses its limit. Only ratios are judged, as seconds differ from machine to machine.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cleaner
from cleaner.model import Kind

LIMITS = {
    ("text mode", "trafilatura"): 10.0,
    ("text mode", "datatrove C4"): 5.0,
    ("HTML mode", "trafilatura"): 5.0,
}
"""How many times as fast the first must be as the second."""
GROWTH = 1.5  # times the time a line that a page of MANY lines may take, against one of FEW
FEW, MANY = 500, 50_000
_WARM = 5  # pages read before the clock runs: tables, phrases and regexes are loaded once a process
_WORDS = (
    "the of and to in a river bridge council mayor harbour water ferry report spring monday old said was that".split()
)


@dataclass(frozen=True)
class Page:
    """A page of the bench and one rendering of its text."""

    html: bytes
    text: str


def pages(bench: Path, name: str, count: int) -> list[Page]:
    """Draw pages of a set by a fixed seed, each with the text of one of the renderers."""
    folder = bench / "data" / name
    renderings: dict[str, list[str]] = {}
    for file in sorted((folder / "text").glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                renderings.setdefault(row["id"], []).append(row["text"])
    draw = random.Random(1)
    drawn = draw.sample(sorted(renderings), min(count, len(renderings)))
    return [
        Page(gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()), draw.choice(renderings[key]))
        for key in drawn
    ]


def systems() -> dict[str, Callable[[Page], object]]:
    """Name the systems; each reads a page as its users would call it."""
    import trafilatura

    known: dict[str, Callable[[Page], object]] = {
        "text mode": lambda page: cleaner.clean(page.text, kind="text").text,
        "HTML mode": lambda page: cleaner.clean(page.html, kind="html").text,
        "trafilatura": lambda page: trafilatura.extract(page.html),
    }
    try:
        from datatrove.data import Document
        from datatrove.pipeline.filters import C4QualityFilter
    except ImportError:
        return known
    c4 = C4QualityFilter()
    return known | {"datatrove C4": lambda page: c4.filter(Document(text=page.text, id=""))}


def seconds(reads: dict[str, Callable[[Page], object]], drawn: Sequence[Page], rounds: int) -> dict[str, float]:
    """Seconds of the processor a page takes, by system: of each page the fastest of some readings."""
    for read in reads.values():
        for page in drawn[:_WARM]:
            read(page)
    best = {name: [float("inf")] * len(drawn) for name in reads}
    for _ in range(rounds):
        for name, read in reads.items():
            for at, page in enumerate(drawn):
                started = time.process_time()
                read(page)
                best[name][at] = min(best[name][at], time.process_time() - started)
    return {name: sum(times) / len(times) for name, times in best.items()}


def made_up(lines: int, seed: int) -> str:
    """Make up a page: menus, paragraphs and lists of headlines, in stretches of forty lines."""
    draw = random.Random(seed)
    sizes = {"menu": (1, 2), "headlines": (6, 9), "article": (20, 60)}
    found = []
    for _ in range(0, lines, 40):
        kind = draw.choice(sorted(sizes))
        for _ in range(40):
            words = draw.choices(_WORDS, k=draw.randint(*sizes[kind]))
            found.append(" ".join(words).capitalize() + "." * (kind == "article"))
    return "\n".join(found[:lines])


def growth(kind: Kind, rounds: int) -> float:
    """How many times as long a line of a page of `MANY` lines takes as one of a page of `FEW`, at the fastest."""
    short = [made_up(FEW, seed) for seed in range(MANY // FEW)]
    long = "\n".join(short)
    if kind == "html":
        short, long = [_marked_up(text) for text in short], _marked_up(long)
    cleaner.clean(short[0], kind=kind)
    best = [float("inf")] * 2
    for _ in range(rounds):
        for at, some in enumerate((short, [long])):
            started = time.process_time()
            for text in some:
                cleaner.clean(text, kind=kind)
            best[at] = min(best[at], time.process_time() - started)
    return best[1] / best[0]


def _marked_up(text: str) -> str:
    return "<html><body><div>" + "".join(f"<p>{line}</p>\n" for line in text.split("\n")) + "</div></body></html>"


def main() -> int:
    """Measure, print and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"), help="folder of the development pages")
    parser.add_argument("--set", default="news", help="which of its sets")
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    drawn = pages(args.bench, args.set, args.pages)
    times = seconds(systems(), drawn, args.rounds)
    for name, each in times.items():
        print(f"{name:14}{1000 * each:8.2f} ms a page {1 / each:8.0f} pages a second")
    missed = False
    for (fast, slow), limit in LIMITS.items():
        if slow in times:
            ratio = times[slow] / times[fast]
            missed |= ratio < limit
            print(f"{fast} is {ratio:5.2f} times as fast as {slow}; the limit is {limit:g}")
    kinds: tuple[Kind, ...] = ("text", "html")
    for kind in kinds:
        ratio = growth(kind, args.rounds)
        missed |= ratio > GROWTH
        print(f"{kind}: a line of {MANY:,} takes {ratio:5.2f} times as long as one of {FEW}; the limit is {GROWTH}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
