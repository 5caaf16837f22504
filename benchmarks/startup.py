"""How long Python takes to start with nothing, with `import cleaner`, and for `cleaner --help`.

    python benchmarks/startup.py [ROUNDS]

The commands take turns, so that a machine that is busy for a while is busy for all of them; medians are compared. It
exits 1 when one of them takes 150 ms more than bare Python.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

LIMIT = 150  # milliseconds over bare Python
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import cleaner": [sys.executable, "-c", "import cleaner"],
    "cleaner --help": [sys.executable, "-m", "cleaner", "--help"],
    "cleaner clean --help": [sys.executable, "-m", "cleaner", "clean", "--help"],
}


def milliseconds(command: list[str]) -> float:
    """Run a command once and time it."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - started)


def main() -> int:
    """Measure, print and judge."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for command in COMMANDS.values():  # once unmeasured: files in the cache, byte code written
        milliseconds(command)
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            times[name].append(milliseconds(command))
    bare = statistics.median(times["python -c pass"])
    slow = False
    for name, measured in times.items():
        median = statistics.median(measured)
        slow |= median - bare > LIMIT
        print(f"{name:22}{median:7.1f} ms {median - bare:+7.1f} ms")
    print(f"medians of {rounds} rounds; the limit is {LIMIT} ms more than bare Python")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
