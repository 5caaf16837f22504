"""A corpus: outcomes in order, totals that add up, and one document's misfortune is its own."""

import json
import os
from io import BytesIO
from pathlib import Path

import pytest

from cleaner import batch, files
from cleaner.batch import Job, Outcome, Summary
from cleaner.config import Config
from cleaner.files import PlanError, Source

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


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_bodies_sidecars_and_totals(tmp_path):
    root = corpus(tmp_path / "in", a=PROSE, b=PROSE + "\nHome | World | Sport | Culture\n")
    summary = batch.run([str(root)], tmp_path / "out", Config())
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
    batch.run([str(root)], tmp_path / "out", Config(), on_progress=lambda *progress: seen.append(progress))
    assert [(outcome.name, outcome.error is None, done, total) for outcome, done, total in seen] == [
        ("a.txt", True, 1, 3),
        ("b.txt", False, 2, 3),
        ("c.txt", True, 3, 3),
    ]


def test_failures_are_listed_and_the_list_goes_when_they_are_mended(tmp_path):
    root = corpus(tmp_path / "in", a=PROSE, b=BINARY, c=PROSE)
    summary = batch.run([str(root)], tmp_path / "out", Config())
    assert (summary.documents, [outcome.name for outcome in summary.failures]) == (2, ["b.txt"])
    (line,) = (tmp_path / "out" / batch.FAILURES).read_text().splitlines()
    assert json.loads(line) == {"source_path": "b.txt", "error": summary.failures[0].error}
    assert summary.to_dict()["failures"] == [json.loads(line)]
    assert sorted(tree(tmp_path / "out")) == ["a.meta.json", "a.txt", "c.meta.json", "c.txt", "failures.jsonl"]

    corpus(root, b=PROSE)
    assert batch.run([str(root)], tmp_path / "out", Config()).failures == ()
    assert batch.FAILURES not in tree(tmp_path / "out")


def test_a_fault_of_ours_costs_one_document(tmp_path, monkeypatch):
    root = corpus(tmp_path / "in", a=PROSE, b="bad luck\n", c=PROSE)
    clean_source = batch.clean_source

    def unlucky(source, config, kind=None):
        if source.relative == "b.txt":
            raise RecursionError("too deep")
        return clean_source(source, config, kind)

    monkeypatch.setattr(batch, "clean_source", unlucky)
    summary = batch.run([str(root)], tmp_path / "out", Config())
    assert summary.documents == 2
    assert summary.failures[0].error.startswith("cleaner itself failed here (RecursionError: too deep)")


def test_a_directory_that_cannot_be_listed_is_a_failure(tmp_path, monkeypatch):
    root = corpus(tmp_path / "in", a=PROSE)
    listing = files.Listing((Source(path=str(root / "a.txt"), relative="a.txt"),), 0, (("in/closed", "It is closed."),))
    monkeypatch.setattr(files, "find", lambda *_: listing)
    summary = batch.run([str(root)], tmp_path / "out", Config())
    assert summary.documents == 1
    assert summary.failures == (Outcome("in/closed", error="It is closed."),)


def test_standard_input_is_a_document(tmp_path):
    summary = batch.run(["-"], tmp_path / "out", Config(), stdin=BytesIO(PROSE.encode()))
    assert summary.documents == 1
    assert json.loads((tmp_path / "out" / "stdin.meta.json").read_bytes())["source_path"] is None
    assert (tmp_path / "out" / "stdin.txt").read_text() == PROSE


def test_a_document_over_the_limit_fails_alone(tmp_path):
    root = corpus(tmp_path / "in", a=PROSE, b=PROSE * 3)
    summary = batch.run([str(root)], tmp_path / "out", Config(max_bytes=len(PROSE.encode())))
    assert (summary.documents, [outcome.name for outcome in summary.failures]) == (1, ["b.txt"])


@pytest.mark.parametrize("make_collide", [True, False])
def test_nothing_is_written_when_the_plan_is_wrong(tmp_path, make_collide):
    root = corpus(tmp_path / "in", a=PROSE)
    if make_collide:
        (root / "a.html").write_text(PROSE)
    inputs = [str(root)] if make_collide else [str(root), str(tmp_path / "gone")]
    with pytest.raises(PlanError):
        batch.run(inputs, tmp_path / "out", Config())
    assert not (tmp_path / "out").exists()


def test_any_number_of_processes_gives_the_same_bytes(tmp_path):
    documents = {f"d{i:02}": f"{PROSE}\nPart {i} of the series ends here, and nothing follows it.\n" for i in range(40)}
    root = corpus(tmp_path / "in", **documents, z=BINARY)
    seen: list[str] = []
    one, two = (
        batch.run(
            [str(root)],
            tmp_path / f"out{jobs}",
            Config(),
            jobs=jobs,
            on_progress=lambda outcome, *_: seen.append(outcome.name),
        )
        for jobs in (1, 2)
    )
    assert one == two
    assert seen == 2 * sorted(path.name for path in root.iterdir())
    assert tree(tmp_path / "out1") == tree(tmp_path / "out2")


class Fragile(Job):
    """A job of which some documents kill the process."""

    def clean(self, source: Source) -> Outcome:
        if source.relative.startswith("kill"):
            os._exit(1)
        return Outcome(source.relative)


def test_a_document_that_kills_its_process_is_the_only_one_lost(tmp_path):
    names = ["a", "kill", "b", "c", "d", "e"]
    sources = [Source(path=name, relative=name) for name in names]
    outcomes = list(Fragile(tmp_path, Config()).clean_pooled(sources, jobs=2, size=2))
    assert [outcome.name for outcome in outcomes] == names
    assert [outcome.name for outcome in outcomes if outcome.error] == ["kill"]
    assert "process that cleaned this document died" in outcomes[1].error
