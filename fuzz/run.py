"""Looks for inputs that break what `tests/robust/properties.py` promises, guided by coverage (atheris, libFuzzer).

    python fuzz/run.py --seconds 360                      every property, one after the other
    python fuzz/run.py html_is_read --seconds 60          one of them

What breaks a property is written to `tests/robust/crashes/<property>/`, one input a place in the code, and the search
goes on. From then on `make test` asks that input again. The exit code is 1 when something was found.

The corpus that the search grows lies under `--corpus` and is used again by the next run.
"""

import argparse
import hashlib
import importlib
import pkgutil
import re
import subprocess
import sys
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).parent.parent
CRASHES = ROOT / "tests/robust/crashes"
MAX_LENGTH = 4096  # bytes; what breaks a parser is small, and small inputs are quick
SLOW = 20  # seconds; an input of this length that takes longer hangs
sys.path[:0] = [str(ROOT / "tests/robust"), str(ROOT / "fuzz")]


def main() -> int:
    """Fuzz each property in a process of its own and add up what was done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("properties", nargs="*", help="names of properties; all, if none is given")
    parser.add_argument("--seconds", type=int, default=360, help="for each property (default: 360)")
    parser.add_argument("--corpus", type=Path, default=ROOT / "build/fuzz", help="where the grown inputs are kept")
    parser.add_argument("--crashes", type=Path, default=CRASHES, help="where inputs that break a property are written")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        search(options.properties[0], options)
    import seeds

    found = 0
    for name in options.properties or seeds.NAMES:
        found += supervise(name, options)
    return 1 if found else 0


def supervise(name: str, options: argparse.Namespace) -> int:
    """Let one property be searched, start again after a crash of the interpreter, and tell what came of it."""
    import seeds

    corpus, crashes = options.corpus / name, options.crashes / name
    seeds.write(name, corpus)
    before = set(crashes.glob("*"))
    command = [sys.executable, __file__, "--child", name, "--seconds", str(options.seconds)]
    command += ["--corpus", str(options.corpus), "--crashes", str(options.crashes)]
    start = time.monotonic()
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    units, coverage = _last(r"number_of_executed_units:\s*(\d+)", done.stderr), _last(r"cov: (\d+)", done.stderr)
    found = sorted(set(crashes.glob("*")) - before)
    seconds = time.monotonic() - start
    print(f"{name}: {seconds:.0f} s, {units} inputs, coverage {coverage}, {len(found)} found", flush=True)
    for path in found:
        print(f"    {path}", flush=True)
    if done.returncode and not found:
        print("\n".join(done.stderr.splitlines()[-12:]), file=sys.stderr)
        return 1
    return len(found)


def _last(pattern: str, text: str) -> str:
    return (re.findall(pattern, text) or ["?"])[-1]


def search(name: str, options: argparse.Namespace) -> None:
    """Run libFuzzer on one property; does not return."""
    import atheris

    with atheris.instrument_imports(include=["cleaner"]):
        import cleaner

        for module in pkgutil.walk_packages(cleaner.__path__, "cleaner."):  # also what is imported only when needed
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    import properties

    crashes = options.crashes / name
    check = properties.PROPERTIES[name]
    known: set[str] = set()

    def target(data: bytes) -> None:
        try:
            check(data)
        except Exception as error:
            place = _place(error)
            if place in known:
                return
            known.add(place)
            crashes.mkdir(parents=True, exist_ok=True)
            (crashes / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)
            traceback.print_exc()

    crashes.mkdir(parents=True, exist_ok=True)
    arguments = [f"-max_total_time={options.seconds}", f"-max_len={MAX_LENGTH}", f"-timeout={SLOW}"]
    arguments += ["-rss_limit_mb=4096", "-print_final_stats=1", "-verbosity=1", f"-artifact_prefix={crashes}/"]
    atheris.Setup([sys.argv[0], *arguments, str(options.corpus / name)], target)
    atheris.Fuzz()


def _place(error: BaseException) -> str:
    """Name the place where an error came from, so that one fault is told once."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {frame.filename}:{frame.lineno}"


if __name__ == "__main__":
    sys.exit(main())
