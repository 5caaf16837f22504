"""A corpus: outcomes in order, totals that add up, and one document's misfortune is its own."""

import errno
import json
import multiprocessing
import os
import signal
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from cleaner import batch, files
from cleaner.batch import Job, Options, Outcome, Summary, planning, pool, work, worker
from cleaner.batch.pool import AHEAD, Pool
from cleaner.batch.work import Result, Unit
from cleaner.batch.worker import Item
from cleaner.config import Config
from cleaner.features import phrases
from cleaner.files import PlanError, Source
from cleaner.formats import Raw
from cleaner.model import CleanerError

PROSE = (
    "The council voted on Monday to reopen the old bridge, after two years in which the town had been cut in half.\n\n"
    "Engineers had found cracks in three of its five arches, and repairs took longer than expected, the mayor said.\n\n"
    "The first buses will cross the river again in May, and shops on the north side hope that customers will follow.\n"
)
BINARY = bytes(range(256)) * 40


def corpus(root: Path, **documents: str | bytes) -> Path:
    root.mkdir(exist_ok=True)
    for name, content in documents.items():
        path = root / f"{name}.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def clean(
    inputs: list[str],
    out: Path,
    config: Config = Config(),
    *,
    stdin=None,
    on_progress=None,
    **options,
) -> Summary:
    plan = planning.make(inputs, out, config.max_bytes, stdin=stdin)
    return batch.run(plan, Job(out, config), Options(**{"jobs": 0, **options}), on_progress=on_progress)


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_bodies_sidecars_and_totals(tmp_path):
    root = corpus(tmp_path / "in", a=PROSE, b=PROSE + "\nHome | World | Sport | Culture\n")
    summary = clean([str(root)], tmp_path / "out")
    written = tree(tmp_path / "out")
    assert sorted(written) == ["a.meta.json", "a.txt", "b.meta.json", "b.txt"]
    assert written["a.txt"].decode() == PROSE
    records = [json.loads(written[f"{name}.meta.json"]) for name in "ab"]
    assert [record["source_path"] for record in records] == ["a.txt", "b.txt"]
    assert summary == Summary(
        documents=2,
        kept=sum(record["output"]["words"] for record in records),
        removed={label: count for record in records for label, count in record["stats"]["by_label"].items()},
    )
    assert summary.removed


def test_progress_names_every_document_in_order(tmp_path):
    root = corpus(tmp_path / "in", a=PROSE, b=BINARY, c=PROSE)
    seen = []
    clean([str(root)], tmp_path / "out", on_progress=seen.append)
    assert [(step.outcome.name, step.outcome.error is None, step.done) for step in seen] == [
        ("a.txt", True, 1),
        ("b.txt", False, 2),
        ("c.txt", True, 3),
    ]
    assert [step.share for step in seen] == sorted(step.share for step in seen)


def test_failures_are_listed_and_the_list_goes_when_they_are_mended(tmp_path):
    root = corpus(tmp_path / "in", a=PROSE, b=BINARY, c=PROSE)
    summary = clean([str(root)], tmp_path / "out")
    assert (summary.documents, [outcome.name for outcome in summary.failures]) == (2, ["b.txt"])
    (line,) = (tmp_path / "out" / batch.FAILURES).read_text().splitlines()
    assert json.loads(line) == {"source_path": "b.txt", "error": summary.failures[0].error}
    assert summary.to_dict()["failures"] == [json.loads(line)]
    assert sorted(tree(tmp_path / "out")) == ["a.meta.json", "a.txt", "c.meta.json", "c.txt", "failures.jsonl"]

    corpus(root, b=PROSE)
    assert clean([str(root)], tmp_path / "out").failures == ()
    assert batch.FAILURES not in tree(tmp_path / "out")


def test_a_fault_of_ours_costs_one_document(tmp_path, monkeypatch):
    root = corpus(tmp_path / "in", a=PROSE, b="bad luck\n", c=PROSE)
    clean_record = work.clean_record

    def unlucky(record, source, config):
        if source.relative == "b.txt":
            raise RecursionError("too deep")
        return clean_record(record, source, config)

    monkeypatch.setattr(work, "clean_record", unlucky)
    summary = clean([str(root)], tmp_path / "out")
    assert summary.documents == 2
    assert summary.failures[0].error.startswith("cleaner itself failed here (RecursionError: too deep)")


def test_what_the_system_refuses_is_no_fault_of_ours(tmp_path, monkeypatch):
    """The model of languages is unpacked into a temporary file; its disk may be full."""
    root = corpus(tmp_path / "in", a=PROSE)

    def refused(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(work, "clean_record", refused)
    (failure,) = clean([str(root)], tmp_path / "out").failures
    assert failure.error == (
        "The system refused what cleaning it needs (No space left on device); look at the disks, also the one of "
        "TMPDIR."
    )


def test_a_worker_that_cannot_begin_says_why(tmp_path, capfd):
    root = corpus(tmp_path / "in", a=PROSE)
    job = Cramped(tmp_path / "out", Config())
    plan = planning.make([str(root)], tmp_path / "out", 1 << 20)
    with pytest.raises(CleanerError, match=r"Worker processes cannot begin \(MemoryError: no room\); look at the mem"):
        batch.run(plan, job, batch.Options(jobs=1))
    assert capfd.readouterr().err == ""


class Cramped(work.Job):
    """A job for whose tools there is no room."""

    def warm_up(self):
        raise MemoryError("no room")


@pytest.mark.skipif("forkserver" not in multiprocessing.get_all_start_methods(), reason="workers are spawned here")
def test_workers_share_what_all_of_them_need(tmp_path):
    root = corpus(tmp_path / "in", a=PROSE, b=PROSE)
    plan = planning.make([str(root)], tmp_path / "out", 1 << 20)
    assert batch.run(plan, Sharing(tmp_path / "out", Config()), batch.Options(jobs=2)).documents == 2


class Sharing(work.Job):
    """A job that begins only where everything is loaded already."""

    def warm_up(self):
        if not phrases.index.cache_info().currsize:
            raise MemoryError("nothing is loaded")


def test_a_directory_that_cannot_be_listed_is_a_failure(tmp_path, monkeypatch):
    root = corpus(tmp_path / "in", a=PROSE)
    listing = files.Listing((Source(path=str(root / "a.txt"), relative="a.txt"),), 0, (("in/closed", "It is closed."),))
    monkeypatch.setattr(files, "find", lambda *_, **__: listing)
    summary = clean([str(root)], tmp_path / "out")
    assert summary.documents == 1
    assert summary.failures == (Outcome("in/closed", error="It is closed."),)


def test_standard_input_is_a_document(tmp_path):
    summary = clean(["-"], tmp_path / "out", stdin=BytesIO(PROSE.encode()))
    assert summary.documents == 1
    assert json.loads((tmp_path / "out" / "stdin.meta.json").read_bytes())["source_path"] is None
    assert (tmp_path / "out" / "stdin.txt").read_text() == PROSE


def test_a_document_over_the_limit_fails_alone(tmp_path):
    root = corpus(tmp_path / "in", a=PROSE, b=PROSE * 3)
    summary = clean([str(root)], tmp_path / "out", Config(max_bytes=len(PROSE.encode())))
    assert (summary.documents, [outcome.name for outcome in summary.failures]) == (1, ["b.txt"])


@pytest.mark.parametrize("make_collide", [True, False])
def test_nothing_is_written_when_the_plan_is_wrong(tmp_path, make_collide):
    root = corpus(tmp_path / "in", a=PROSE)
    if make_collide:
        (root / "a.html").write_text(PROSE)
    inputs = [str(root)] if make_collide else [str(root), str(tmp_path / "gone")]
    with pytest.raises(PlanError):
        clean(inputs, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_any_number_of_processes_gives_the_same_bytes(tmp_path):
    documents = {f"d{i:02}": f"{PROSE}\nPart {i} of the series ends here, and nothing follows it.\n" for i in range(12)}
    root = corpus(tmp_path / "in", **documents, z=BINARY)
    rows = [{"id": name, "text": text} for name, text in documents.items()]
    (root / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    seen: list[str] = []
    none, two = (
        clean([str(root)], tmp_path / f"out{jobs}", jobs=jobs, on_progress=lambda step: seen.append(step.outcome.name))
        for jobs in (0, 2)
    )
    assert none == two
    names = [*(f"{name}.txt" for name in documents), "z.txt", *(f"rows.jsonl:{i + 1}" for i in range(12))]
    assert seen == [*names, *names]
    without, with_two = (
        {name: data for name, data in tree(tmp_path / f"out{jobs}").items() if not name.startswith(".cleaner/")}
        for jobs in (0, 2)
    )
    assert without == with_two
    assert len(without) == 12 * 2 + 2


class Fragile(Job):
    """A job of which some documents kill the process, once or always, or never end."""

    def warm_up(self) -> None:
        pass

    def do(self, unit: Unit) -> Result:
        mark = self.out / unit.source.relative
        if unit.source.relative.startswith("kill") or (unit.source.relative == "unlucky" and not mark.exists()):
            mark.touch()
            os._exit(1)
        while unit.source.relative == "hang":
            signal.pause()
        return Result(Outcome(unit.name), row=b"x" * 300_000)


def through(pool: Pool, names: list[str]) -> list[Outcome]:
    units = [Unit(Source(name, name), Raw(1, b"y" * 300_000, b""), "files") for name in names]
    return [item.result.outcome for item in pool.map(map(Item, units))]


def test_what_kills_or_hangs_its_process_is_lost_alone(tmp_path):
    names = ["a", "kill", "b", "unlucky", "c", "d", "hang", "e", "f", "g"]
    outcomes = through(Pool(Fragile(tmp_path, Config()), 2, timeout=2, memory=None), names)
    assert [outcome.name for outcome in outcomes] == names
    assert {outcome.name: outcome.error for outcome in outcomes if outcome.error} == {
        "kill": "The process that cleaned it ended with code 1, twice (a crash, or out of memory); try it alone, or "
        "with a lower --max-memory, which tells more.",
        "hang": "Cleaning it took longer than 2 seconds, so it was given up; raise --timeout to let it take more.",
    }


class Quick(Fragile):
    """The same with results so small and so soon done that a worker gives back several at once."""

    def do(self, unit: Unit) -> Result:
        return Result(super().do(unit).outcome)


def test_what_a_worker_had_done_and_not_yet_given_back_is_not_blamed(tmp_path):
    names = [f"d{i}" for i in range(60)]
    names[20:20] = ["kill"]
    names[40:40] = ["hang", "unlucky"]
    outcomes = through(Pool(Quick(tmp_path, Config()), 1, timeout=1, memory=None), names)
    assert [outcome.name for outcome in outcomes] == names
    assert [outcome.name for outcome in outcomes if outcome.error] == ["kill", "hang"]


def test_a_worker_of_quick_documents_is_given_more_of_them_in_fewer_messages(tmp_path):
    pool = Pool(Quick(tmp_path, Config()), 1, timeout=60, memory=None)
    depths = []
    for item in pool.map(Item(Unit(Source(str(i), str(i)), None, "files")) for i in range(300)):
        assert item.result.outcome.name == str(len(depths))
        depths.append(pool._workers[0].depth)
    assert len(depths) == 300
    assert worker.FEW <= min(depths) < max(depths) <= worker.MANY < AHEAD


FRAGILE = """
import os, sys
from pathlib import Path
from cleaner.batch import Job, Options, Outcome, planning, run
from cleaner.batch.work import Result
from cleaner.config import Config

class Fragile(Job):
    def warm_up(self):
        pass

    def do(self, unit):
        if unit.source.relative == sys.argv[3]:
            os._exit(9)
        return Result(Outcome(unit.name))

if __name__ == "__main__":
    out = Path(sys.argv[2])
    summary = run(planning.make([sys.argv[1]], out, 1000), Fragile(out, Config()), Options())
    print(summary.documents, summary.failed)
"""


def test_what_kills_a_run_without_workers_costs_itself_alone_in_the_next(tmp_path):
    root = corpus(tmp_path / "in", a=PROSE, b=PROSE, c=PROSE)
    (tmp_path / "fragile.py").write_text(FRAGILE)

    def once(killer: str) -> tuple[int, str]:
        command = [sys.executable, "fragile.py", str(root), "out", killer]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout.strip()

    assert once("none") == (0, "3 0")
    assert not (tmp_path / "out/.cleaner").exists()
    assert once("b.txt") == (9, "")
    assert once("b.txt") == (0, "2 1")
    assert once("b.txt") == (0, "2 1")  # it is still there, and so nothing is tried without workers
    assert once("none") == (0, "3 0")
    assert not (tmp_path / "out/.cleaner").exists()


class Stillborn(Job):
    """A job whose workers die before they begin."""

    def warm_up(self) -> None:
        os._exit(3)


def test_workers_that_cannot_begin_are_an_error(tmp_path):
    with pytest.raises(CleanerError, match=r"die before they begin \(exit code 3\)"):
        through(Pool(Stillborn(tmp_path, Config()), 1, timeout=60, memory=None), ["a"])


class Greedy(Job):
    """A job that takes a gigabyte for some documents."""

    def warm_up(self) -> None:
        pass

    def _do_record(self, unit: Unit, raw: Raw) -> Result:
        kept = bytes(1 << 30 if unit.source.relative == "large" else 1)
        return Result(Outcome(unit.name, kept=len(kept)))


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux limits the memory of a process")
def test_memory_of_a_worker_is_limited(tmp_path):
    one, large, two = through(Pool(Greedy(tmp_path, Config()), 1, timeout=60, memory=256 << 20), ["a", "large", "b"])
    assert (one.error, two.error) == (None, None)
    assert large.error == "Cleaning it needs more memory than a worker may have; raise --max-memory."


def test_a_document_that_hangs_without_a_pool_is_given_up(tmp_path):
    units = [Unit(Source(name, name), Raw(1, b"", b""), "files") for name in ("a", "hang", "b")]
    outcomes = [item.result.outcome for item in pool.alone(Fragile(tmp_path, Config()), map(Item, units), timeout=0.2)]
    assert [outcome.name for outcome in outcomes if outcome.error] == ["hang"]
    assert "took longer than 0.2 seconds" in outcomes[1].error


@pytest.mark.parametrize(("limit", "stopped"), [(3, False), (2, True), (1, True)])
def test_a_run_stops_after_so_many_failures(tmp_path, limit, stopped):
    root = corpus(tmp_path / "in", a=BINARY, b=PROSE, c=BINARY, d=PROSE)
    summary = clean([str(root)], tmp_path / "out", max_failures=limit)
    assert summary.failed == min(limit, 2)
    assert (summary.stopped is not None) == stopped
    assert ("d.txt" in tree(tmp_path / "out")) == (not stopped)
    assert len((tmp_path / "out" / batch.FAILURES).read_text().splitlines()) == summary.failed


def test_two_runs_cannot_write_to_one_directory(tmp_path):
    root = corpus(tmp_path / "in", a=PROSE)
    with files.lock(tmp_path / "out"):
        with pytest.raises(PlanError, match="Another run is writing to"):
            clean([str(root)], tmp_path / "out")
        assert tree(tmp_path / "out") == {}
    assert clean([str(root)], tmp_path / "out").documents == 1


def test_what_a_killed_run_left_is_swept_away(tmp_path):
    root = corpus(tmp_path / "in", a=PROSE)
    staging = tmp_path / "out" / ".cleaner"
    staging.mkdir(parents=True)
    (staging / ".0123456789abcdef.tmp").write_text("half a body")
    clean([str(root)], tmp_path / "out")
    assert sorted(tree(tmp_path / "out")) == ["a.meta.json", "a.txt"]
    assert not staging.exists()


def test_settings_of_a_path_hold_for_its_documents(tmp_path):
    root = corpus(tmp_path / "in", a="Home | World | Sport | Culture\n\n" + PROSE)
    corpus(root / "menus", b="Home | World | Sport | Culture\n\n" + PROSE)
    config = Config(per_file={"in/menus/**": {"keep": ["navigation"]}})
    out = tmp_path / "out"
    plan = planning.make([str(root)], out, config.max_bytes)
    batch.run(plan, Job(out, config, root=str(tmp_path)), Options(jobs=0))
    assert "Home | World" not in (out / "a.txt").read_text()
    assert "Home | World" in (out / "menus/b.txt").read_text()
