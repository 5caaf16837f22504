"""How fast `cleaner check` is: one file, and a thousand files of 5 KB.

    python benchmarks/check.py [ROUNDS]

The files are made here, each of other words, most of them clean and some with residue, as in a corpus that is guarded.
It exits 1 when one file takes more than 0.4 s by the clock, start of Python included (measure on an idle machine), or
when a thousand files go slower than 300 a second of processor time on one core. Both times are shown.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FILES = 1_000
BYTES = 5_000
ONE = 0.4  # seconds that one file may take
RATE = 300  # files a second on one core, at least
_SYLLABLES = "ba den for gil han ker lim mor nas pel rin sto tur vel wan zig".split()
_RESIDUE = "Home | World | Sport | Culture | Opinion", "Share on Facebook", "© 2024 The Courier. All rights reserved."


def article(rng: random.Random) -> str:
    """Make up an article: paragraphs of sentences about a few things of its own."""
    topics = ["".join(rng.choices(_SYLLABLES, k=3)) for _ in range(12)]
    small = ["the", "of", "and", "in", "to", "was", "that", "on", "for", "had"]
    paragraphs, size = [], 0
    while size < BYTES:
        sentences = []
        for _ in range(rng.randint(2, 4)):
            words = [rng.choice(topics if rng.random() < 0.4 else small) for _ in range(rng.randint(8, 20))]
            sentences.append(" ".join(words).capitalize() + ".")
        paragraphs.append(" ".join(sentences))
        size += len(paragraphs[-1]) + 2
    if rng.random() < 0.2:
        paragraphs = [_RESIDUE[0], *paragraphs, *_RESIDUE[1:]]
    return "\n\n".join(paragraphs) + "\n"


def seconds(command: list[str]) -> tuple[float, float]:
    """Run a command once: seconds of the processor, and seconds of the clock."""
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=False, capture_output=True)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, time.perf_counter() - started


def medians(command: list[str], rounds: int) -> tuple[float, float]:
    """Run a command some times: the median seconds of the processor, and of the clock."""
    spent, passed = zip(*(seconds(command) for _ in range(rounds)), strict=True)
    return statistics.median(spent), statistics.median(passed)


def main() -> int:
    """Measure, print and judge."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    rng = random.Random(1)
    check = [sys.executable, "-m", "cleaner", "check"]
    with tempfile.TemporaryDirectory() as directory:
        for number in range(FILES):
            Path(directory, f"{number:04}.txt").write_text(article(rng), encoding="utf-8")
        single = [*check, str(Path(directory, "0000.txt"))]
        seconds(single)  # once unmeasured: files in the cache, byte code written
        one, one_clock = medians(single, rounds)
        many, many_clock = medians([*check, directory], rounds)
    rate = FILES / (many - one)
    print(f"one file:    {one:6.3f} s ({one_clock:.3f} s by the clock, whose limit is {ONE} s)")
    print(f"{FILES:,} files: {many:6.3f} s ({many_clock:.3f} s by the clock)")
    print(f"             {rate:6.0f} files a second after the start, the limit is {RATE}")
    print(f"medians of {rounds} rounds")
    return int(one_clock > ONE or rate < RATE)


if __name__ == "__main__":
    sys.exit(main())
