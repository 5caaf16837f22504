"""A second run does what is left: the bytes are those of one run, and nothing is cleaned twice."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import cleaner
from cleaner import batch
from cleaner.batch import Job, Options, Summary, planning, work
from cleaner.config import Config

TEXT = "The council voted on Monday to reopen the old bridge, and report number {} says when it will happen.\n"
MENU = "Home | World | Sport | Culture\n\n"
NOTHING = Config()


def rows(count: int, **more: object) -> list[dict[str, object]]:
    return [{"id": f"d{i}", "text": MENU + TEXT.format(i), "n": i, **more} for i in range(count)]


def write(path: Path, found: list[dict[str, object]]) -> Path:
    path.parent.mkdir(exist_ok=True)
    if path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(found), path)
    else:
        path.write_text("".join(json.dumps(row) + "\n" for row in found))
    return path


@pytest.fixture
def cleaned(monkeypatch) -> list[str]:
    """What is really cleaned, in this process, by its first words; a text with BREAK in it interrupts the run."""
    seen: list[str] = []
    clean_record = work.clean_record

    def watch(record, source, config):
        data = record.data if isinstance(record.data, str) else record.data.decode()
        if "BREAK" in data:
            raise KeyboardInterrupt
        seen.append(record.id or source.relative)
        return clean_record(record, source, config)

    monkeypatch.setattr(work, "clean_record", watch)
    return seen


def run(given: Path, out: Path, config: Config = NOTHING, output: str | None = None, **options: object) -> Summary:
    plan = planning.make([str(given)], out, config.max_bytes, output=output)
    return batch.run(plan, Job(out, config), Options(**{"jobs": 0, **options}))


def results(out: Path) -> dict[str, bytes]:
    found = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith(".cleaner/")}


@pytest.mark.parametrize("output", ["jsonl", "parquet", "files", "dolma"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
def test_an_interrupted_run_goes_on(tmp_path, cleaned, name, output):
    whole = rows(8, when="2024-01-01")
    given = write(tmp_path / "in" / name, whole)
    run(given, tmp_path / "once", output=output)
    undisturbed = results(tmp_path / "once")
    cleaned.clear()

    write(given, [*whole[:5], {**whole[5], "text": "BREAK"}, *whole[6:]])
    with pytest.raises(KeyboardInterrupt):
        run(given, tmp_path / "out", output=output)
    assert cleaned == ["d0", "d1", "d2", "d3", "d4"]
    assert [found for found in results(tmp_path / "out") if not found.startswith("a/")] == []

    cleaned.clear()
    write(given, whole)
    summary = run(given, tmp_path / "out", output=output)
    assert cleaned == ["d5", "d6", "d7"]
    assert (summary.documents, summary.reused) == (8, 5)
    assert results(tmp_path / "out") == undisturbed

    cleaned.clear()
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("[!.]*") if path.parent.name[0] != "."}
    again = run(given, tmp_path / "out", output=output)
    assert cleaned == []
    assert (again.reused, again.kept, again.removed) == (8, summary.kept, summary.removed)
    assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.parametrize("output", ["jsonl", "parquet"])
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(lambda found: [*found, *rows(6)[5:]], ["d5"], id="one more"),
        pytest.param(lambda found: [{"id": "new", "text": TEXT}, *found], ["new"], id="one before all"),
        pytest.param(lambda found: found[::-1], [], id="another order"),
        pytest.param(lambda found: found[1:3], [], id="fewer"),
        pytest.param(lambda found: [*found[:2], {**found[2], "n": 9}, *found[3:]], ["d2"], id="another column"),
        pytest.param(lambda found: [{**row, "text": TEXT} for row in found], [f"d{i}" for i in range(5)], id="all"),
    ],
)
def test_only_what_is_new_is_cleaned(tmp_path, cleaned, output, change, expected):
    given = write(tmp_path / "in/a.jsonl", rows(5))
    run(given, tmp_path / "out", output=output)
    changed = change(rows(5))
    for _ in range(2):
        cleaned.clear()
        write(given, changed)
        run(given, tmp_path / "out", output=output)
        assert cleaned == expected
        run(given, tmp_path / f"once{len(expected)}", output=output, fresh=True)
        assert results(tmp_path / "out") == results(tmp_path / f"once{len(expected)}")
        changed, expected = rows(5), [] if output == "parquet" else None  # and back again
        if expected is None:
            break


@pytest.mark.parametrize(
    ("options", "redone"),
    [
        ({}, 0),
        ({"fresh": True}, 3),
        ({"config": Config(keep=["navigation"])}, 3),
    ],
)
@pytest.mark.parametrize("name", ["a.jsonl", "a.txt"])
def test_other_settings_are_another_result(tmp_path, cleaned, name, options, redone):
    if name == "a.txt":
        for i in range(3):
            write(tmp_path / "in/x.jsonl", []).with_name(f"{i}.txt").write_text(MENU + TEXT.format(i))
        (tmp_path / "in/x.jsonl").unlink()
    else:
        write(tmp_path / "in/a.jsonl", rows(3))
    run(tmp_path / "in", tmp_path / "out")
    cleaned.clear()
    assert run(tmp_path / "in", tmp_path / "out", **options).reused == 3 - redone
    assert len(cleaned) == redone


@pytest.mark.parametrize(
    "spoil",
    [
        lambda out: (out / "a.txt").write_text("Somebody wrote this.\n"),
        lambda out: (out / "a.txt").unlink(),
        lambda out: (out / "a.meta.json").unlink(),
        lambda out: (out / "a.meta.json").write_text("{"),
        lambda out: (out / "a.meta.json").write_text("[]"),
        lambda out: (out / "a.meta.json").write_text((out / "a.meta.json").read_text().replace('"a.txt"', '"b.txt"')),
        lambda out: (out.parent / "in/a.txt").write_text(MENU + TEXT.format("two")),
    ],
)
def test_a_file_is_cleaned_again_when_anything_differs(tmp_path, cleaned, spoil):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(MENU + TEXT)
    out = tmp_path / "out"
    run(tmp_path / "in", out)
    spoil(out)
    cleaned.clear()
    assert run(tmp_path / "in", out).reused == 0
    assert cleaned == ["a.txt"]
    assert run(tmp_path / "in", out).reused == 1


@pytest.mark.parametrize("output", ["jsonl", "parquet"])
@pytest.mark.parametrize(
    ("spoil", "reused"),
    [
        pytest.param(lambda out, final: final.unlink(), "spool", id="result is gone"),
        pytest.param(lambda out, final: final.write_bytes(b"other"), "spool", id="result is another"),
        pytest.param(lambda out, final: next(out.glob(".cleaner/*.journal")).write_bytes(b"no"), None, id="no journal"),
        pytest.param(lambda out, final: next(out.glob(".cleaner/*.journal")).unlink(), None, id="journal is gone"),
        pytest.param(lambda out, final: [p.unlink() for p in out.glob(".cleaner/*.rows")], "final", id="no spool"),
    ],
)
def test_what_was_damaged_is_made_again(tmp_path, output, spoil, reused):
    given = write(tmp_path / "in/a.jsonl", rows(4))
    out = tmp_path / "out"
    run(given, out, output=output)
    before = results(out)
    spoil(out, out / f"a.{output}")
    summary = run(given, out, output=output)
    assert summary.reused == (4 if reused == ("final" if output == "jsonl" else "spool") else 0)
    assert results(out) == before


def test_the_same_record_twice_is_two_rows_or_a_duplicate(tmp_path):
    given = write(tmp_path / "in/a.jsonl", [{"text": TEXT}, {"text": TEXT}, *rows(1), *rows(1)])
    for _ in range(2):
        summary = run(given, tmp_path / "out")
        assert (summary.documents, [outcome.name for outcome in summary.failures]) == (3, ["a.jsonl:4"])
        assert len((tmp_path / "out/a.jsonl").read_text().splitlines()) == 3


def test_failures_are_tried_again(tmp_path, cleaned, monkeypatch):
    given = write(tmp_path / "in/a.jsonl", rows(3))
    watched = work.clean_record

    def fail(record, source, config):
        if record.id == "d1":
            raise MemoryError
        return watched(record, source, config)

    with monkeypatch.context() as patch:
        patch.setattr(work, "clean_record", fail)
        assert run(given, tmp_path / "out").failed == 1
    cleaned.clear()
    summary = run(given, tmp_path / "out")
    assert (summary.documents, summary.reused, cleaned) == (3, 2, ["d1"])
    ids = [json.loads(line)["id"] for line in (tmp_path / "out/a.jsonl").read_text().splitlines()]
    assert ids == ["d0", "d1", "d2"]


def test_a_file_that_is_written_to_meanwhile_is_not_finished(tmp_path, monkeypatch):
    given = write(tmp_path / "in/a.jsonl", rows(3))
    watched = work.clean_record

    def disturb(record, source, config):
        os.utime(given, ns=(time.time_ns(), time.time_ns() + 5))
        return watched(record, source, config)

    with monkeypatch.context() as patch:
        patch.setattr(work, "clean_record", disturb)
        summary = run(given, tmp_path / "out")
    assert [outcome.name for outcome in summary.failures] == ["a.jsonl:4"]
    assert "written to while it was read" in summary.failures[0].error
    assert not (tmp_path / "out/a.jsonl").exists()
    assert run(given, tmp_path / "out").reused == 3
    assert len((tmp_path / "out/a.jsonl").read_text().splitlines()) == 3


def journaled(path: Path) -> int:
    """How many results the journal of a run vouches for; 0 while there is none yet."""
    if not path.exists():
        return 0
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as journal, suppress(sqlite3.OperationalError):
        return int(journal.execute("SELECT COUNT(*) FROM results").fetchone()[0])
    return 0


def hear_interruptions():
    """A shell lets what it starts in the background ignore Ctrl-C, and so would this."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_process_that_is_killed_goes_on(tmp_path, how):
    long = MENU + TEXT * 8000  # takes a second, long enough for a busy machine to see that there are results
    given = write(tmp_path / "in/a.jsonl", [*rows(59), *rows(1, id="long", text=long)])
    path = os.pathsep.join([str(Path(cleaner.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    argv = [sys.executable, "-m", "cleaner", "clean", str(given), "-j", "1", "-q", "-o"]
    process = subprocess.Popen(
        [*argv, str(tmp_path / "out")],
        env={**os.environ, "PYTHONPATH": path},
        stderr=subprocess.PIPE,
        preexec_fn=hear_interruptions,
    )
    while process.poll() is None and not journaled(tmp_path / "out/.cleaner/a.jsonl.journal"):
        time.sleep(0.002)
    process.send_signal(how)
    _, err = process.communicate(timeout=60)
    if how == signal.SIGINT:
        assert (process.returncode, b"Interrupted" in err, b"Traceback" in err) == (130, True, False)
    assert not (tmp_path / "out/a.jsonl").exists()
    summary = run(given, tmp_path / "out")
    assert 0 < summary.reused < summary.documents == 60
    run(given, tmp_path / "once")
    assert results(tmp_path / "out") == results(tmp_path / "once")
    assert journaled(tmp_path / "out/.cleaner/a.jsonl.journal") == 60


def test_a_file_of_records_that_cannot_be_opened_leaves_an_earlier_result(tmp_path, monkeypatch):
    given = write(tmp_path / "in/a.jsonl", rows(2))
    run(given, tmp_path / "out")
    before = results(tmp_path / "out")
    open_file = Path.open

    def refuse(self, how="r", *args, **kwargs):
        if self == given:
            raise PermissionError(13, "Permission denied")
        return open_file(self, how, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        summary = run(given, tmp_path / "out")
    assert (summary.documents, summary.failed) == (0, 1)
    assert "permission denied; change its permissions" in summary.failures[0].error
    assert {name: data for name, data in results(tmp_path / "out").items() if name != batch.FAILURES} == before
    assert run(given, tmp_path / "out").reused == 2
