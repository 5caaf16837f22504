"""Cleans many documents in one process and watches whether memory grows or work slows down.

    python benchmarks/soak.py --bench ../shared/bench --documents 100000

What is done with each document is what a user's loop does: clean it, take the body's bytes, write the sidecar with its
metadata and every removal. A fifth of the documents are pages of HTML, the others are the same pages as text, as four
renderers left them. They come in cycles of 1,000 documents, 200 pages evenly chosen from all sets, so that every tenth
of the run is the same work, and whatever a large page needs was needed once when memory is first taken.

Memory is what the process holds (resident set) after the first cycle and after the last document, when it may be at
most 1.1 times as much. Throughput is in documents a second, of processor time and by the clock. Both depend on what
else the machine does, so a piece of work that is always the same, the yardstick, is done between the documents.
Measured by it, in processor time, the last tenth may not be slower than 0.9 of the first. The exit code is 1 when
either does not hold.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import resource
import sys
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

from cleaner import Cleaner, sidecar
from cleaner.model import Kind

MEMORY = 1.1  # times what it was
SPEED = 0.9  # of what it was
CYCLE = 1000  # documents
OFTEN = 20  # documents between two uses of the yardstick
YARDSTICK = json.dumps([{"line": line, "text": "The ferry runs at six. " * (line % 9)} for line in range(2000)])
RENDERERS = ("inscriptis", "resiliparse", "selectolax", "w3m")

Input = tuple[bytes, Kind]


class Moment(NamedTuple):
    """Seconds of the processor and of the clock since some time."""

    processor: float
    clock: float

    @classmethod
    def now(cls) -> Moment:
        """Read both."""
        return cls(time.process_time(), time.perf_counter())

    def since(self, start: Moment) -> Moment:
        """Give what went by."""
        return Moment(self.processor - start.processor, self.clock - start.clock)


def resident() -> int:
    """Bytes that this process holds in memory now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


def forms(bench: Path, names: Sequence[str]) -> list[list[Input]]:
    """Every page of some sets, each as HTML, compressed, and as the texts that renderers left of it."""
    found = []
    for name in names:
        texts = [rendered(bench / "data" / name / "text" / f"{renderer}.jsonl.gz") for renderer in RENDERERS]
        for path in sorted((bench / "data" / name / "html").glob("*.gz")):
            page: list[Input] = [(path.read_bytes(), "html")]
            key = path.name.removesuffix(".html.gz")
            found.append(page + [(text[key], "text") for text in texts])
    return found


def rendered(path: Path) -> dict[str, bytes]:
    """The texts of one renderer by their pages' names."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return {row["id"]: row["text"].encode("utf-8", "surrogatepass") for row in map(json.loads, file)}


def chosen(pages: Sequence[list[Input]], documents: int) -> list[Input]:
    """So many documents of pages that are spread over all of them; the forms of a page follow one another."""
    count = min(len(pages), documents // (1 + len(RENDERERS)))
    return [one for place in range(count) for one in pages[place * len(pages) // count]]


def yardstick() -> float:
    """Seconds of the processor for a piece of work that makes and drops many objects, as cleaning does."""
    start = time.process_time()
    json.loads(YARDSTICK)
    return time.process_time() - start


def run(corpus: Sequence[Input], documents: int) -> tuple[list[int], list[Moment], list[float]]:
    """Clean; give memory after the first cycle and at the end, and what each tenth and its yardsticks took."""
    clean, tenth = Cleaner().clean, documents // 10
    held: list[int] = []
    took: list[Moment] = []
    yardsticks: list[float] = []
    spent, start = 0.0, Moment.now()
    for number, (data, kind) in enumerate(islice(cycle(corpus), documents), 1):
        cleaned = clean(gzip.decompress(data) if kind == "html" else data, kind=kind)
        cleaned.to_bytes()
        sidecar.dumps(cleaned.to_dict())
        if number % OFTEN == 0:
            spent += yardstick()
        if number == len(corpus):
            gc.collect()
            held.append(resident())
        if number % tenth == 0:
            took.append(Moment.now().since(start))
            yardsticks.append(spent)
            spent, start = 0.0, Moment.now()
            print(f"{number:,}: {took[-1].clock:.0f} s, {resident() >> 20} MiB", file=sys.stderr, flush=True)
    gc.collect()
    return [*held, resident()], took, yardsticks


def told(
    corpus: Sequence[Input], held: Sequence[int], took: Sequence[Moment], yardsticks: Sequence[float], documents: int
) -> dict[str, Any]:
    """Put the figures together."""
    early, late = held
    slowness = [(all_of_it.processor - part) / part for all_of_it, part in zip(took, yardsticks, strict=True)]
    return {
        "documents": documents,
        "share_of_html": round(sum(kind == "html" for _, kind in corpus) / len(corpus), 3),
        "memory": {
            "after_documents": len(corpus),
            "mebibytes": round(early / 2**20, 1),
            "mebibytes_at_the_end": round(late / 2**20, 1),
            "mebibytes_at_most": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10, 1),
            "ratio": round(late / early, 3),
        },
        "documents_a_second": {
            kind: {
                "first_tenth": round(documents // 10 / first, 1),
                "last_tenth": round(documents // 10 / last, 1),
                "ratio": round(first / last, 3),
            }
            for kind, first, last in zip(Moment._fields, took[0], took[-1], strict=True)
        },
        "speed_by_the_yardstick": round(slowness[0] / slowness[-1], 3),
    }


def main() -> int:
    """Clean, measure, judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--set", action="append", help="name of a set of pages; repeatable (default: news and web)")
    parser.add_argument("--documents", type=int, default=100_000, help="at least 50 (default: 100000)")
    options = parser.parse_args()
    corpus = chosen(forms(options.bench, options.set or ["news", "web"]), min(CYCLE, options.documents // 10))
    found = told(corpus, *run(corpus, options.documents), options.documents)
    print(json.dumps(found, indent=1))
    return 0 if found["memory"]["ratio"] <= MEMORY and found["speed_by_the_yardstick"] >= SPEED else 1


if __name__ == "__main__":
    sys.exit(main())
