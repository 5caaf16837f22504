"""Records that come out as files: each under its id, never out of its directory, never two onto one."""

import json
from pathlib import Path

import pytest

from cleaner import batch
from cleaner.batch import Job, Options, Summary, planning
from cleaner.config import Config

TEXT = "The council voted on Monday to reopen the old bridge, and report {} says when it will happen."


def run(place: Path, *found: dict[str, object]) -> tuple[Summary, list[str]]:
    given, out = place / "a.jsonl", place / "out"
    given.write_text("".join(json.dumps({"text": TEXT.format(i), **row}) + "\n" for i, row in enumerate(found)))
    plan = planning.make([str(given)], out, Config().max_bytes, output="files")
    summary = batch.run(plan, Job(out, Config()), Options(jobs=0))
    return summary, sorted(path.relative_to(out).as_posix() for path in out.rglob("*.txt"))


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("one", "one"),
        ("two words", "two words"),
        ("новость", "%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C"),
        ("a/b", "a%2Fb"),
        ("https://e.example/?a=1&b", "https%3A%2F%2Fe.example%2F%3Fa=1&b"),
        ("<urn:uuid:1>", "%3Curn%3Auuid%3A1%3E"),
        (".hidden", "%2Ehidden"),
        ("a\nb", "a%0Ab"),
        ("a.meta", "a.meta"),
        ("100%", "100%25"),
        (7, "7"),
        (None, "000001"),
    ],
)
def test_a_record_is_named_by_its_id(tmp_path, id, name):
    summary, found = run(tmp_path, {"id": id})
    assert (summary.failed, found) == (0, [f"a/{name}.txt"])
    record = json.loads((tmp_path / f"out/a/{name}.meta.json").read_bytes())
    assert record["id"] == (record["input"]["sha256"][:16] if id is None else str(id))
    assert record["source_path"] == "a.jsonl"
    assert run(tmp_path, {"id": id})[0].reused == 1


@pytest.mark.parametrize(
    ("rows", "made", "words"),
    [
        ([{"id": "a"}, {"id": "b"}, {"id": "a"}], ["a/a.txt", "a/b.txt"], "The id 'a' is that of an earlier record"),
        ([{"id": "a"}, {"id": "A"}], ["a/a.txt"], "The id 'A' is that of an earlier record"),
        ([{"id": "000002"}, {}], ["a/000002.txt"], "The number of this record as its name is"),
        ([{"id": "x" * 246}, {"id": "a"}], ["a/a.txt"], "too long for the name of a file; use --format jsonl"),
        ([{"id": "../a"}, {"id": "a"}], ["a/a.txt"], "would lead out of a directory"),
        ([{"id": "/etc/../../a"}, {"id": "a"}], ["a/a.txt"], "would lead out of a directory"),
    ],
)
def test_two_records_never_share_a_file(tmp_path, rows, made, words):
    summary, found = run(tmp_path, *rows)
    assert (summary.failed, found) == (1, made)
    assert words in summary.failures[0].error
    first = next(row for row in rows if f"a/{row.get('id')}.txt" in made)
    body = (tmp_path / f"out/a/{first['id']}.txt").read_text()
    assert TEXT.format(rows.index(first)) in body


def test_ids_that_differ_only_behind_a_percent_sign(tmp_path):
    assert run(tmp_path, {"id": "a/b"}, {"id": "a%2Fb"})[1] == ["a/a%252Fb.txt", "a/a%2Fb.txt"]
