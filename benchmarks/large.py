"""Time and memory of pages of 20 MB, each shape cleaned in a process of its own.

    python benchmarks/large.py [--megabytes 20] [--shape paragraphs]

It prints the seconds of the processor that a page takes, how many times as long a megabyte takes as one of a page of a
tenth of the size, and the most memory that the process took in all. It exits 1 when a megabyte takes more than
`GROWTH` times as long, or a page more than `MOST` megabytes.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

GROWTH = 2.0
MOST = 1_500
_SENTENCE = "The council voted on Monday to close bridge {n}, which engineers had called unsafe in a report. "

SHAPES: dict[str, Callable[[int], str]] = {  # a piece of about a hundred bytes by its number
    "paragraphs": lambda n: f"<p>{_SENTENCE.format(n=n)}</p>\n",
    "links": lambda n: f"<li class='entry e{n % 50}'><a href='/news/2031/05/{n}'>Ferry {n} runs again</a></li>\n",
    "rows": lambda n: "<table>" * (n == 0) + f"<tr class=r><td>Bridge {n}</td><td>{n % 97} metres</td><td>shut</td>\n",
    "nested": lambda n: f"<div class='box b{n % 9}'><span>{_SENTENCE.format(n=n)}</span>" + "</div>" * (n % 3),
    "sentences": lambda n: _SENTENCE.format(n=n),
    "code": lambda n: "<pre>" * (n == 0) + f"    bridge[{n}] = closed(since='Monday', by='engineers')\n",
    "stray cells": lambda n: f"<td class=cell>{_SENTENCE.format(n=n)}\n",
    "breaks": lambda n: f"{_SENTENCE.format(n=n)}<br>\n",
    "script": lambda n: f"<script>state[{n}] = {{'bridge': 'closed', 'ferry': 'runs', 'day': 'Monday'}};</script>\n",
}  # fmt: skip


def page(shape: str, size: int) -> bytes:
    """Make up a page of a shape, of `size` bytes or a little more."""
    make = SHAPES[shape]
    pieces, length, number = ["<!doctype html><html><title>Bridges</title><body><main>"], 0, 0
    while length < size:
        pieces.append(make(number))
        length += len(pieces[-1])
        number += 1
    return "".join(pieces).encode()


def measure(shape: str, size: int, limit: int = 0) -> dict[str, float]:
    """Clean a page in this process: seconds of the processor, and the most megabytes that the process took.

    With a `limit` the process gets no more than so many megabytes above what it has when all is loaded (Linux).
    """
    import cleaner

    cleaner.clean(page(shape, 2_000), kind="html").to_dict()
    data = page(shape, size)
    if limit:
        taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + limit * 1_000_000,) * 2)
    started = time.process_time()
    cleaned = cleaner.clean(data, kind="html", config=cleaner.Config(max_bytes=len(data)))
    cleaned.to_dict()
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return {"seconds": seconds, "peak": peak, "lines": len(cleaned.document)}


def _apart(shape: str, size: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--alone", shape, str(size), "0"]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def main() -> int:
    """Measure, print and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--shape", choices=sorted(SHAPES), help="only this one")
    parser.add_argument("--alone", nargs=3, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.alone:
        print(json.dumps(measure(args.alone[0], int(args.alone[1]), int(args.alone[2]))))
        return 0
    size = int(args.megabytes * 1e6)
    missed = False
    for shape in [args.shape] if args.shape else SHAPES:
        small, large = _apart(shape, size // 10), _apart(shape, size)
        growth = large["seconds"] / (10 * small["seconds"])
        missed |= growth > GROWTH or large["peak"] > MOST
        print(
            f"{shape:12}{large['lines']:>9,.0f} lines {large['seconds']:7.2f} s {large['peak']:6.0f} MB"
            f"  a megabyte takes {growth:4.2f} times as long as in a page of {size / 1e7:g} MB"
        )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
