"""Cleans many documents in one process and watches whether memory grows or work slows down.

    python benchmarks/soak.py --bench ../shared/bench --documents 100000

Pages are taken in turn, as HTML. Memory is what the process holds (resident set); after the last document it may be at
most 1.1 times what it was after the first thousand. Throughput is in documents a second of processor time; the last
tenth may not be slower than 0.9 of the first. The exit code is 1 when either does not hold.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from cleaner import Cleaner

MEMORY = 1.1  # times what it was
SPEED = 0.9  # of what it was


def resident() -> int:
    """Bytes that this process holds in memory now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


def pages(bench: Path, name: str) -> list[bytes]:
    """The pages of one set."""
    return [gzip.decompress(path.read_bytes()) for path in sorted((bench / "data" / name / "html").glob("*.gz"))]


def main() -> int:
    """Clean, measure, judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--set", default="news")
    parser.add_argument("--documents", type=int, default=100_000)
    options = parser.parse_args()
    clean, corpus = Cleaner().clean, pages(options.bench, options.set)
    tenth = options.documents // 10
    early = min(1000, tenth)  # when there are few documents, memory is first taken after a tenth of them
    first_memory, spent = 0, []
    start = time.process_time()
    for number, page in enumerate(islice(cycle(corpus), options.documents), 1):
        clean(page, kind="html").to_dict()
        if number == early:
            gc.collect()
            first_memory = resident()
        if number % tenth == 0:
            spent.append(time.process_time() - start)
            start = time.process_time()
    gc.collect()
    memory, speed = resident() / first_memory, spent[0] / spent[-1]
    found = {
        "documents": options.documents,
        "mebibytes_early": round(first_memory / 2**20, 1),
        "memory": round(memory, 3),
        "documents_a_second": round(options.documents / sum(spent), 1),
        "speed": round(speed, 3),
    }
    print(json.dumps(found))
    return 0 if memory <= MEMORY and speed >= SPEED else 1


if __name__ == "__main__":
    sys.exit(main())
