"""What a corpus costs beside cleaning: the pool's gain, the overhead of reading and writing, memory by size.

    python benchmarks/corpus.py throughput [DOCUMENTS]   # pool of two against one process; exits 1 below 1.8
    python benchmarks/corpus.py overhead [DOCUMENTS]     # all the rest against cleaning alone; exits 1 above 25 %
    python benchmarks/corpus.py memory [MIB] [MIB]       # peak memory of two sizes of JSON lines; exits 1 above 1.3

All figures are ratios within one run. Times of processes are processor time, which another program on the machine
disturbs little; the pool's gain is measured by the clock as well, and there the machine must be idle: it prints both,
and `possible` is the gain that the processor time would allow on two idle processors.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from statistics import median

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parents[1].glob("seeds/*.txt"))]
SCRIPT = "<script>" + "window.settings = window.settings || {}; /* what a page carries along */ " * 2400 + "</script>"
PR_SET_CHILD_SUBREAPER = 36  # of Linux
RUN = """
import sys
from pathlib import Path
from cleaner.batch import Job, Options, planning, run
from cleaner.config import Config
given, out, jobs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
config = Config()
print(run(planning.make([given], out, config.max_bytes), Job(out, config), Options(jobs=jobs)).documents)
"""


def text(number: int) -> str:
    """Give a document like the seeds, and unlike every other."""
    return f"{SEEDS[number % len(SEEDS)]}\nThis is document number {number} of the corpus, and it ends here.\n"


def page(number: int) -> str:
    """Give an HTML page of some 180 kB, most of which is no article, as on the web."""
    body = "".join(f"<p>{line}</p>" for line in text(number).split("\n") if line.strip())
    return f"<html><head>{SCRIPT}</head><body><nav><a href=/>Home</a></nav><article>{body}</article></body></html>"


def write_lines(path: Path, documents: Iterator[dict[str, str]]) -> None:
    """Write JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)


def measured(given: Path, out: Path, jobs: int) -> tuple[float, float]:
    """Clean a file with so many processes; give seconds by the clock and of the processors.

    Workers are forked from a process that outlives the run for a moment: their times count since this one inherits it.
    """
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    shutil.rmtree(out, ignore_errors=True)
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([sys.executable, "-c", RUN, given, out, str(jobs)], check=True, stdout=subprocess.DEVNULL)
    taken = time.monotonic() - started
    with suppress(ChildProcessError):  # until there is no more
        while True:
            os.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def throughput(place: Path, documents: int) -> bool:
    """Compare a pool of two with this process alone."""
    given = place / "in.jsonl"
    write_lines(given, ({"text": text(i)} for i in range(documents)))
    one, two = measured(given, place / "one", 0), measured(given, place / "two", 2)
    same = (place / "one/in.jsonl").read_bytes() == (place / "two/in.jsonl").read_bytes()
    gain, possible = one[0] / two[0], 2 * one[1] / two[1]
    print(f"{documents:,} documents: one process {one[0]:.1f} s (processor {one[1]:.1f} s), pool of two {two[0]:.1f} s")
    print(f"(processor {two[1]:.1f} s): gain {gain:.2f} by the clock, {possible:.2f} possible; same bytes: {same}")
    return same and gain >= 1.8


PARTS = ("cleaning", "metadata", "sidecar", "serialising")
ROUNDS = 7


def overhead(place: Path, documents: int) -> bool:
    """Hold reading, making sidecars, serialising and writing against cleaning: bodies and metadata.

    A share is that of one round, in which the parts and the wholes are timed one after the other, and the median of the
    rounds is judged. The first round, in which modules and tables are loaded, does not count.
    """
    good = True
    for kind, make in (("text", text), ("html", page)):
        pages = [make(i) for i in range(documents)]
        here = place / kind
        (here / "files").mkdir(parents=True)
        for i, data in enumerate(pages):
            (here / f"files/{i:06}.{'txt' if kind == 'text' else kind}").write_text(data, encoding="utf-8", newline="")
        write_lines(here / "in.jsonl", ({kind: data} for data in pages))
        rounds = [timed(here, pages, kind, backwards=bool(i % 2)) for i in range(ROUNDS + 1)][1:]
        usual = [1000 * median(one) / documents for one in zip(*(parts for parts, _ in rounds), strict=True)]
        print(f"{documents:,} documents of {kind}, milliseconds each: ", end="")
        print(", ".join(f"{name} {one:.2f}" for name, one in zip(PARTS, usual, strict=True)))
        for name in WHOLES:
            more = 1000 * median(wholes[name] - sum(parts) for parts, wholes in rounds) / documents
            shares = sorted(wholes[name] / (parts[0] + parts[1]) - 1 for parts, wholes in rounds)
            share = median(shares)
            good &= share <= 0.25
            print(f"  {name}: reading and writing {more:.2f}; with sidecar and serialising {share:+.1%} ", end="")
            print(f"of cleaning and metadata ({shares[0]:+.1%} to {shares[-1]:+.1%} in {ROUNDS} rounds)")
    return good


WHOLES = {"files": "files", "rows": "in.jsonl"}


def timed(here: Path, pages: list[str], kind: str, *, backwards: bool) -> tuple[list[float], dict[str, float]]:
    """Time the parts and the wholes once, in this order or `backwards`; processor seconds."""
    wholes = {}
    if backwards:
        wholes = {name: written(here, given) for name, given in reversed(WHOLES.items())}
    seconds = parts(pages, kind)
    return seconds, wholes or {name: written(here, given) for name, given in WHOLES.items()}


def parts(pages: list[str], kind: str) -> list[float]:
    """Time the parts of cleaning that neither read nor write, document by document; processor seconds."""
    import cleaner
    from cleaner import sidecar

    seconds = [0.0] * len(PARTS)
    for data in [page.encode() for page in pages]:
        times = [time.process_time()]
        cleaned = cleaner.clean(data, kind="html" if kind == "html" else "text")
        times.append(time.process_time())
        cleaned.metadata  # noqa: B018 (worked out when it is asked for)
        times.append(time.process_time())
        record = cleaned.to_dict()
        times.append(time.process_time())
        sidecar.dumps(record)
        times.append(time.process_time())
        seconds = [sum(one) for one in zip(seconds, (after - before for before, after in pairwise(times)), strict=True)]
    return seconds


def written(place: Path, given: str) -> float:
    """Time the whole of it in this process, from files or rows to an empty directory; processor seconds."""
    import cleaner
    from cleaner.batch import Job, Options, planning, run

    config, out = cleaner.Config(), place / "out"
    started = time.process_time()
    run(planning.make([str(place / given)], out, config.max_bytes), Job(out, config), Options(jobs=0))
    taken = time.process_time() - started
    shutil.rmtree(out)
    return taken


def peak(command: list[str], documents: int) -> tuple[int, int]:
    """Run a command that cleans so many documents; give the peak memory in MiB of its largest process, and of all."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    largest = together = 0
    done = threading.Event()
    while process.poll() is None:
        sizes = [resident(pid) for pid in family(process.pid)]
        largest, together = max([largest, *sizes]), max(together, sum(sizes))
        done.wait(0.05)
    done_documents = int(process.communicate()[0] or 0)
    if process.returncode or done_documents != documents:
        raise SystemExit(f"Only {done_documents:,} of {documents:,} documents were cleaned.")
    return largest >> 20, together >> 20


def family(pid: int) -> list[int]:
    """Give a process and all below it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in family(int(child)))]


def resident(pid: int) -> int:
    """Give the memory that a process has of its own, in bytes; 0 when it has ended."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:
        return 0
    return (int(pages[1]) - int(pages[2])) * os.sysconf("SC_PAGE_SIZE")


def memory(place: Path, small: int, large: int) -> bool:
    """Compare the peaks of two sizes, in MiB."""
    peaks = []
    for size in (small, large):
        given = place / f"{size}.jsonl"
        length = len(json.dumps({"id": "d000000", "html": page(0)}, ensure_ascii=False).encode())
        count = (size << 20) // length
        write_lines(given, ({"id": f"d{i:06}", "html": page(i)} for i in range(count)))
        out = place / "out"
        started = time.monotonic()
        peaks.append(peak([sys.executable, "-c", RUN, str(given), str(out), "2"], count))
        seconds = time.monotonic() - started
        one, all_ = peaks[-1]
        print(f"{size:,} MiB, {count:,} pages: largest process {one:,} MiB, all {all_:,} MiB, ", end="")
        print(f"{seconds:.0f} s", flush=True)
        given.unlink()
        shutil.rmtree(out)
    ratio = peaks[1][1] / peaks[0][1]
    print(f"ratio {ratio:.2f}; the limit is 1.30")
    return ratio <= 1.3


def main() -> int:
    """Measure, print and judge."""
    task, *numbers = sys.argv[1:] or [""]
    given = [int(number) for number in numbers]
    with tempfile.TemporaryDirectory(prefix="cleaner-corpus-") as directory:
        place = Path(directory)
        match task:
            case "throughput":
                good = throughput(place, *(given or [8000]))
            case "overhead":
                good = overhead(place, *(given or [300]))
            case "memory":
                good = memory(place, *(given or [200, 2048]))
            case _:
                print(__doc__)
                return 2
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
