"""Columns that pass through, and rows by the thousand: each row keeps its own columns, with their types."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaner import batch
from cleaner.batch import Columns, Job, Options, outputs, planning
from cleaner.batch.outputs import OtherColumns
from cleaner.config import Config
from cleaner.sidecar import restore, rows

TEXT = "Home | World | Sport\n\nThe council voted on Monday to reopen the old bridge, report number {} says.\n"
TYPED = {
    "when": pa.array([datetime(2024, 1, i + 1, 6, tzinfo=UTC) for i in range(6)], pa.timestamp("us", "UTC")),
    "price": pa.array([Decimal(f"{i}.50") for i in range(6)], pa.decimal128(5, 2)),
    "raw": pa.array([bytes([i, 255]) for i in range(6)]),
    "share": pa.array([0.5, float("nan"), None, 1.0, 2.0, 3.0]),
    "title": pa.array([f"As it came {i}" for i in range(6)]),
    "tags": pa.array([["a", None]] * 6, pa.list_(pa.string())),
}


@pytest.fixture
def table(tmp_path) -> pa.Table:
    """Six documents, of which the third and the last cannot be cleaned."""
    pages = [TEXT.format(i) for i in range(6)]
    pages[2] = pages[5] = None
    made = pa.table({"n": list(range(6)), "content": pages, "id": [f"d{i}" for i in range(6)], **TYPED})
    pq.write_table(made, tmp_path / "a.parquet", row_group_size=4)
    return made


def clean(place: Path, output: str | None) -> Path:
    out = place / "out"
    plan = planning.make([str(place / "a.parquet")], out, Config().max_bytes, output=output)
    summary = batch.run(plan, Job(out, Config(), columns=Columns(text="content")), Options(jobs=0))
    assert [outcome.name for outcome in summary.failures] == ["a.parquet:3", "a.parquet:6"]
    (found,) = out.glob("a.*")
    return found


def test_from_parquet_to_parquet_columns_keep_their_types(tmp_path, table):
    found = pq.read_table(clean(tmp_path, None))
    kept = table.take([0, 1, 3, 4])
    assert found.column("id").to_pylist() == ["d0", "d1", "d3", "d4"]
    for name, old in {"n": "n", "when": "when", "price": "price", "raw": "raw", "original_title": "title"}.items():
        assert found.column(name).type == table.column(old).type
        assert found.column(name).to_pylist() == kept.column(old).to_pylist()
    assert "content" not in found.column_names
    assert found.column("tags").to_pylist() == [["a", None]] * 4
    for number, row in zip([0, 1, 3, 4], found.to_pylist(), strict=True):
        assert restore(*rows.parts(row)) == TEXT.format(number)
        assert [removal["label"] for removal in row["removals"]] == ["navigation"]


@pytest.mark.parametrize("data", [b"", b"PAR1", b"no table at all"])
def test_what_is_no_table_costs_that_file_alone(tmp_path, data):
    for name, content in {"a.parquet": data, "b.jsonl": json.dumps({"text": TEXT}).encode()}.items():
        (tmp_path / name).write_bytes(content)
    out = tmp_path / "out"
    plan = planning.make([str(tmp_path / name) for name in ("a.parquet", "b.jsonl")], out, Config().max_bytes)
    summary = batch.run(plan, Job(out, Config()), Options(jobs=0))
    assert [failure.name for failure in summary.failures] == ["a.parquet:1"]
    assert summary.documents == 1


def test_columns_that_are_damaged_further_on_cost_no_row_before(tmp_path):
    rows_ = 100
    made = {"text": [TEXT.format(i) for i in range(rows_)], "note": [bytes([i, 255]) * 2000 for i in range(rows_)]}
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table(made), path, compression="none", use_dictionary=False, data_page_size=8000)
    column = pq.read_metadata(path).row_group(0).column(1)
    middle = column.data_page_offset + column.total_compressed_size // 2
    path.write_bytes(path.read_bytes()[:middle] + b"\xff" * 9000 + path.read_bytes()[middle + 9000 :])
    plan = planning.make([str(path)], tmp_path / "out", Config().max_bytes)
    summary = batch.run(plan, Job(tmp_path / "out", Config()), Options(jobs=0))
    found = pq.read_table(tmp_path / "out" / "a.parquet")
    assert "The Parquet file is damaged here" in summary.failures[0].error
    assert 16 <= found.num_rows < rows_
    assert found.column("note").to_pylist() == made["note"][: found.num_rows]


def test_from_parquet_to_json_values_become_those_of_json(tmp_path, table):
    found = [json.loads(line) for line in clean(tmp_path, "jsonl").read_text().splitlines()]
    assert [row["when"] for row in found] == [f"2024-01-0{day}T06:00:00+00:00" for day in (1, 2, 4, 5)]
    assert [row["share"] for row in found] == [0.5, None, 1.0, 2.0]
    assert (found[1]["price"], found[1]["raw"], found[1]["original_title"]) == ("1.50", "Af8=", "As it came 1")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": [1, None, True, "x"]}, {"a": [1, None, True, "x"]}),
        ([("a", 1.5)], [["a", 1.5]]),
        (float("inf"), None),
        (date(2024, 2, 29), "2024-02-29"),
        ({1: b""}, {"1": ""}),
        (Path("a"), "a"),
    ],
)
def test_plain_values(value, expected):
    assert outputs.plain(value) == expected
    json.dumps(outputs.plain(value), allow_nan=False)


@pytest.mark.parametrize("numbers", [[1], [1500], [1, 512, 513, 1024, 1025, 1500], list(range(1, 1501)), []])
@pytest.mark.parametrize("step", [1, 7, 2000])
def test_other_columns_are_found_by_number(tmp_path, numbers, step):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"n": list(range(1, 1501)), "text": ["A"] * 1500}), path, row_group_size=100)
    others = OtherColumns(str(path), Columns().taken)
    found = [
        n for i in range(0, len(numbers), step) for n in others.take(numbers[i : i + step]).column("n").to_pylist()
    ]
    assert found == numbers


def test_large_rows_are_written_a_few_at_a_time(monkeypatch):
    monkeypatch.setattr(outputs, "_GROUP_BYTES", 1000)
    made = [(i, b"x" * 400) for i in range(5)]
    assert [len(group) for group in outputs._groups(made)] == [3, 2]
    monkeypatch.setattr(outputs, "_GROUP_ROWS", 2)
    assert [len(group) for group in outputs._groups(made)] == [2, 2, 1]
    assert list(outputs._groups([])) == []


NASTY = [
    b'{"text": "\\ud800 half a character", "id": "a", "x\\udfff": "\\udfff"}',
    b'{"text": "\\u0000 and \\u001b[31m", "url": "http://[::1/\\ud800"}',
    b'{"text": "A", "a": NaN, "b": -Infinity, "c": 1e999, "": {"": []}}',
    b'{"text": "A", "deep": ' + b"[" * 700 + b"]" * 700 + b"}",
    b'{"text": "A", "deep": ' + b"[" * 5000 + b"]" * 5000 + b"}",
    b'{"text": "A", "text": "B", "error": 1, "original_error": 2, "removals": [3]}',
    b'{"text": "A", "id": -0, "n": 123456789012345678901234567890}',
    b'{"text": "' + b"\\n" * 3000 + b'"}',
    b'{"html": "' + b"<div>" * 3000 + b'", "text": ""}',
    b"\xff\xfe{}",
    b"null",
    b'{"text": "A"} trailing',
]


@pytest.mark.parametrize("output", ["files", "jsonl", "parquet", "datatrove", "dolma", "jsonld"])
def test_every_nasty_record_comes_out_or_is_named(tmp_path, output):
    given, out = tmp_path / "a.jsonl", tmp_path / "out"
    given.write_bytes(b"\n".join(NASTY))
    plan = planning.make([str(given)], out, Config().max_bytes, output=output)
    summary = batch.run(plan, Job(out, Config()), Options(jobs=0))
    assert summary.documents + summary.failed == len(NASTY)
    assert [outcome.name for outcome in summary.failures if "cleaner itself failed" in (outcome.error or "")] == []
    assert {"a.jsonl:10", "a.jsonl:11", "a.jsonl:12"} <= {outcome.name for outcome in summary.failures}
    if output == "files":
        assert len(list(out.glob("a/*.txt"))) == summary.documents
    elif output == "parquet":
        assert pq.read_table(out / "a.parquet").num_rows == summary.documents
    else:
        lines = (out / "a.jsonl").read_bytes().splitlines()
        assert len([json.loads(line) for line in lines]) == summary.documents
