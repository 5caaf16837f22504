"""Inputs of a size that nobody meant to be read, through the command line: what becomes of each, and what it costs.

    python tests/robust/sizes.py FOLDER      the sizes that docs/guarantees.md names: some minutes, 3 GiB of disk

`make test` asks the same of smaller ones, with a limit for documents that is as much lower.
"""

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SENTENCE = b"The council voted on Monday to close the old bridge, which engineers had called unsafe in a report.\n"
LIMIT = 64 << 20  # bytes of a document: `max_bytes` as it is set
PIECE = 1 << 20  # bytes that are written at once
REFUSED = "max_bytes"

# Runs a command and says how much memory the largest of its processes held, in KiB. Workers are no children of the
# command, but of a process that outlives it for a moment: so this one has all that lost their parents handed over.
_WATCHED = """
import ctypes, os, resource, subprocess, sys
ctypes.CDLL(None).prctl(36, 1)  # PR_SET_CHILD_SUBREAPER, of Linux
code = subprocess.call(sys.argv[1:])
try:
    while True:
        os.wait()
except ChildProcessError:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Case:
    """An input of a size: how its file ends, what is in it, and what becomes of it.

    `make` gives the file's bytes in pieces for a size; `error` is in the failure's sentence, empty if it is cleaned.
    `mebibytes` is the most that the program may take beside what it takes for nothing.
    """

    ending: str
    size: int
    make: Callable[[int], Iterator[bytes]]
    error: str = ""
    mebibytes: int = 128


def times(data: bytes, count: int) -> Iterator[bytes]:
    """Some bytes so many times, in pieces."""
    at_once = max(1, PIECE // len(data))
    for done in range(0, count, at_once):
        yield data * min(at_once, count - done)


def around(before: bytes, between: Iterator[bytes], after: bytes) -> Iterator[bytes]:
    """Pieces with something before and after them."""
    yield before
    yield from between
    yield after


def gzipped(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Pieces as members of a gzip file."""
    return map(cache(gzip.compress), pieces)


def zstandard(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Pieces as frames of a zstd file."""
    from backports import zstd

    return map(cache(zstd.compress), pieces)


def row(between: Iterator[bytes]) -> Iterator[bytes]:
    """Pieces as the text of one record, and a good record behind it."""
    good = json.dumps({"id": "good", "text": SENTENCE.decode()}).encode()
    return around(b'{"id": "long", "text": "', between, b'"}\n' + good + b"\n")


CASES = {
    "a line of a gibibyte": Case(".txt", 1 << 30, lambda n: times(b"a", n), REFUSED),
    "a line of a gibibyte in a file of records": Case(".jsonl", 1 << 30, lambda n: row(times(b"a", n)), REFUSED, 512),
    "a gzip bomb of four gibibytes": Case(".jsonl.gz", 1 << 32, lambda n: gzipped(row(times(b"a", n))), REFUSED, 512),
    "a zstd bomb of 16 gibibytes": Case(".jsonl.zst", 1 << 34, lambda n: zstandard(row(times(b"a", n))), REFUSED, 512),
    "ten million empty lines": Case(
        ".txt", 10_000_000, lambda n: around(SENTENCE, times(b"\n", n), SENTENCE), mebibytes=1500
    ),
    "a million nested tags": Case(
        ".html", 1_000_000, lambda n: around(b"", times(b"<div>", n), b"<p>" + SENTENCE), mebibytes=512
    ),
    "a hundred thousand attributes": Case(
        ".html", 100_000, lambda n: around(b"<p ", times(b"a=1 ", n), b">" + SENTENCE), mebibytes=256
    ),
}


def written(folder: Path, case: Case, share: int) -> Path:
    """Write a case's file, its size and the limit of documents divided by `share`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "cleaner.toml").write_text(f"max_bytes = {LIMIT // share}\n", encoding="utf-8")
    path = folder / f"input{case.ending}"
    with path.open("wb") as file:
        file.writelines(case.make(case.size // share))
    return path


def cleaned(given: Path, out: Path) -> tuple[int, str, float, int]:
    """Clean a file or folder in a run of its own: exit code, failures, seconds, and the most that a process held."""
    command = [sys.executable, "-m", "cleaner", "clean", str(given), "-o", str(out), "--quiet", "--jobs", "1"]
    start = time.monotonic()
    run = subprocess.run([sys.executable, "-c", _WATCHED, *command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    failures = out / "failures.jsonl"
    told = failures.read_text(encoding="utf-8") if failures.exists() else ""
    return run.returncode, told, time.monotonic() - start, int(run.stdout) << 10


def faults(out: Path, case: Case, told: str) -> list[str]:
    """What is other than it should be in the folder that a case was cleaned into, and in what was told of it."""
    wrong = []
    if case.error not in told or bool(told) is not bool(case.error):
        wrong.append(f"the failures are {told!r}")
    bodies = b"".join(one.read_bytes() for one in out.glob("input*") if one.suffix != ".json")
    whole = SENTENCE.rstrip() in bodies
    if whole is not (not case.error or ".jsonl" in case.ending):
        wrong.append(f"the article is {'' if whole else 'not '}there")
    return wrong


def main() -> int:
    """Ask all of them, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help="; ".join(CASES))
    options = parser.parse_args()
    found = 0
    for name in options.names or CASES:
        path = written(options.folder, CASES[name], 1)
        size = path.stat().st_size
        out = options.folder / "out"
        code, told, seconds, held = cleaned(path, out)
        wrong = faults(out, CASES[name], told)
        if code != (3 if CASES[name].error else 0):
            wrong.append(f"the exit code is {code}")
        if held >> 20 > CASES[name].mebibytes + 128:
            wrong.append("it takes more memory than it may")
        print(f"{name}: {size:,} bytes, {seconds:.1f} s, {held >> 20} MiB", *wrong, sep="\n    ", flush=True)
        found += len(wrong)
    shutil.rmtree(options.folder)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
