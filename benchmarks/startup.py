"""How long Python takes to start with nothing, with `import cleaner`, for `cleaner --help`, and for a first document.

    python benchmarks/startup.py [ROUNDS]

The commands take turns, so that a machine that is busy for a while is busy for all of them; medians of processor time
are compared. It exits 1 when one that cleans nothing takes 150 ms
more than bare Python.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

LIMIT = 150  # milliseconds over bare Python, of what cleans nothing
IDLE = {
    "python -c pass": ["-c", "pass"],
    "import cleaner": ["-c", "import cleaner"],
    "cleaner --help": ["-m", "cleaner", "--help"],
    "cleaner clean --help": ["-m", "cleaner", "clean", "--help"],
}
CLEANING = {
    "cleaner.clean(text)": ["-c", "import cleaner; cleaner.clean(open('page.txt').read()).text"],
    "its metadata": ["-c", "import cleaner; cleaner.clean(open('page.txt').read()).to_dict()"],
    "cleaner.clean(html)": ["-c", "import cleaner; cleaner.clean(open('page.html').read()).text"],
    "cleaner check": ["-m", "cleaner", "check", "page.txt"],
    "cleaner clean -o": ["-m", "cleaner", "clean", "page.txt", "-o", "out", "--fresh"],
}
PAGE = """Home | World | Sport | Culture

Old bridge closed until spring

By Jane Example

The council voted on Monday to close the old bridge, which engineers had called unsafe in a report last week.

Drivers will have to take the ferry, which runs every twenty minutes from six in the morning until midnight.

Subscribe to our newsletter
"""


def milliseconds(command: list[str], folder: Path) -> float:
    """Run Python once and give its processor time; 1 is what `cleaner check` says of residue."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    quiet = subprocess.DEVNULL
    done = subprocess.run([sys.executable, *command], check=False, stdout=quiet, stderr=quiet, cwd=folder)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with code {done.returncode}.")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> int:
    """Measure, print and judge."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    commands = IDLE | CLEANING
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "page.txt").write_text(PAGE, encoding="utf-8")
        paragraphs = "".join(f"<p>{line}</p>" for line in PAGE.split("\n\n"))
        (folder / "page.html").write_text(f"<!doctype html><html><body>{paragraphs}</body></html>", encoding="utf-8")
        for command in commands.values():  # once unmeasured: files in the cache, byte code written
            milliseconds(command, folder)
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(milliseconds(command, folder))
    bare = statistics.median(times["python -c pass"])
    slow = False
    for name, measured in times.items():
        median = statistics.median(measured)
        slow |= name in IDLE and median - bare > LIMIT
        print(f"{name:22}{median:7.1f} ms {median - bare:+7.1f} ms")
    print(f"medians of {rounds} rounds; the limit is {LIMIT} ms more than bare Python, without a document")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
