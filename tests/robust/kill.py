"""Starts a batch again and again, kills it at any moment, and says what is wrong with what it leaves.

python tests/robust/kill.py --times 200 FOLDER
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from cleaner import restore, sidecar

ARGUMENTS = ["--quiet", "--jobs", "2"]


def command(corpus: Path, out: Path, *options: str) -> list[str]:
    """The command line of a batch."""
    return [sys.executable, "-m", "cleaner", "clean", str(corpus), "-o", str(out), *ARGUMENTS, *options]


def make_corpus(folder: Path, documents: int) -> Path:
    """Write pages, and a file of records of the same."""
    corpus = folder / "corpus"
    shutil.rmtree(folder, ignore_errors=True)  # of an earlier run
    (corpus / "a").mkdir(parents=True)
    rows = []
    for number in range(documents):
        text = f"Home | News\n\nStorm number {number} closed the old port on Monday, the harbour master said.\n\n" * 3
        (corpus / "a" / f"{number:04}.txt").write_text(text, encoding="utf-8")
        rows.append(json.dumps({"id": str(number), "text": text}) + "\n")
    (corpus / "rows.jsonl").write_text("".join(rows), encoding="utf-8")
    return corpus


def files_of(folder: Path) -> dict[str, bytes]:
    """Every visible file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def partial(found: dict[str, bytes], whole: dict[str, bytes]) -> list[str]:
    """Names of files that a reader should not see: unknown, or other than the whole ones."""
    return [name for name, data in found.items() if whole.get(name) != data]


def kill_and_resume(folder: Path, corpus: Path, whole: dict[str, bytes], seconds: float, seed: int) -> list[str]:
    """Kill one run, and all its workers, at a random moment; resume it; say what was wrong."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    run = subprocess.Popen(command(corpus, out), start_new_session=True, stderr=subprocess.DEVNULL)
    moment = random.Random(seed).uniform(0.0, seconds)
    try:
        run.wait(moment)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    wrong = [f"killed after {moment:.2f} s: {name} is partial" for name in partial(files_of(out), whole)]
    done = subprocess.run(command(corpus, out), capture_output=True, text=True, check=False)
    if done.returncode:
        wrong.append(f"killed after {moment:.2f} s: the resumed run says {done.returncode}: {done.stderr[-300:]}")
    after = files_of(out)
    if after != whole:
        differ = sorted(name for name in after.keys() | whole.keys() if after.get(name) != whole.get(name))
        wrong.append(f"killed after {moment:.2f} s: resumed, these differ: {differ[:5]}")
    return wrong


def undisturbed(folder: Path, corpus: Path) -> tuple[dict[str, bytes], float]:
    """What a run writes that nobody kills, and how long it takes."""
    out = folder / "whole"
    start = time.monotonic()
    subprocess.run(command(corpus, out), check=True)
    seconds = time.monotonic() - start
    found = files_of(out)
    for name in found:
        if name.endswith(".meta.json"):
            record = sidecar.loads(found[name])
            body = found[name.removesuffix(".meta.json") + ".txt"].decode("utf-8")
            assert restore(body, record).encode() == (corpus / record["source_path"]).read_bytes()
    return found, seconds


def main() -> int:
    """Kill as many times as asked and count what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--documents", type=int, default=150)
    options = parser.parse_args()
    corpus = make_corpus(options.folder, options.documents)
    whole, seconds = undisturbed(options.folder, corpus)
    print(f"undisturbed: {len(whole)} files in {seconds:.1f} s", flush=True)
    faults = []
    for seed in range(options.times):
        faults += kill_and_resume(options.folder, corpus, whole, seconds, seed)
        if seed % 20 == 19:
            print(f"{seed + 1} times, {len(faults)} faults", flush=True)
    print(f"killed {options.times} times, {len(faults)} faults", *faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
