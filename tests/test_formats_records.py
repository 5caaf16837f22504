"""Records: which columns hold what, and what is wrong with a record is said of that record alone."""

import pytest

from cleaner import formats
from cleaner.formats import Columns, Raw, Record, RecordError, form_of, stem_of
from cleaner.formats.columns import require
from cleaner.model import CleanerError


@pytest.mark.parametrize(
    ("name", "form", "stem"),
    [
        ("a.txt", None, "a.txt"),
        ("a.json", None, "a.json"),
        ("jsonl", None, "jsonl"),
        ("a.txt.gz", None, "a.txt"),
        ("a.parquet.gz", None, "a"),
        ("a.jsonl", "jsonl", "a"),
        ("web/a.b.JSONL.GZ", "jsonl", "web/a.b"),
        ("a.ndjson.zst", "jsonl", "a"),
        ("a.parquet", "parquet", "a"),
        ("a.warc", "warc", "a"),
        ("a.warc.gz", "warc", "a"),
        ("CC-MAIN-2024.warc.wet.gz", "warc", "CC-MAIN-2024"),
        ("a.wet", "warc", "a"),
    ],
)
def test_names_tell_forms(name, form, stem):
    assert form_of(name) == form
    assert stem_of(name) == stem


def parse(line: str | bytes, kind=None, **columns: str) -> Record:
    data = line if isinstance(line, bytes) else line.encode()
    return formats.parse(Raw(1, data, b""), Columns(**columns), kind)


@pytest.mark.parametrize(
    ("line", "columns", "expected"),
    [
        ('{"text": "A"}', {}, {"data": "A", "kind": "text"}),
        ('{"text": ""}', {}, {"data": "", "kind": "text"}),
        ('{"html": "<p>A"}', {}, {"data": "<p>A", "kind": "html"}),
        ('{"html": "<p>A", "text": "A"}', {}, {"data": "<p>A", "kind": "html"}),
        ('{"html": null, "text": "A"}', {}, {"data": "A", "kind": "text"}),
        ('{"html": "", "text": "A"}', {}, {"data": "A", "kind": "text"}),
        ('{"html": "", "text": null}', {}, {"data": "", "kind": "html"}),
        ('{"text": "A", "html": "<p>A"}', {"text": "text"}, {"data": "A", "extra": {"html": "<p>A"}}),
        ('{"raw": "<p>A", "text": "A"}', {"html": "raw"}, {"data": "<p>A", "extra": {"text": "A"}}),
        ('{"body": "A", "text": "B"}', {"text": "body"}, {"data": "A", "extra": {"text": "B"}}),
        ('{"text": "A", "id": "x"}', {}, {"id": "x"}),
        ('{"text": "A", "id": 7}', {}, {"id": "7"}),
        ('{"text": "A", "id": null}', {}, {"id": None}),
        ('{"text": "A", "id": "https://e.example/a..b/c"}', {}, {"id": "https://e.example/a..b/c"}),
        ('{"text": "A", "key": "x", "id": 1.5}', {"id": "key"}, {"id": "x", "extra": {"id": 1.5}}),
        ('{"text": "A", "url": "https://e.example/"}', {}, {"url": "https://e.example/"}),
        ('{"text": "A", "url": ""}', {}, {"url": None}),
        ('{"text": "A", "host": "e"}', {"site": "host"}, {"site": "e", "extra": {"host": "e"}}),
        ('{"text": "A", "n": [1, {"b": null}]}', {}, {"extra": {"n": [1, {"b": None}]}}),
        ('{"text": "\\ud800"}', {}, {"data": "\ud800"}),
    ],
)
def test_columns_are_found(line, columns, expected):
    record = parse(line, **columns)
    assert {name: getattr(record, name) for name in expected} == expected


def test_the_kind_that_is_given_holds():
    assert parse('{"text": "<p>A"}', kind="html").kind == "html"


@pytest.mark.parametrize(
    ("line", "columns", "words"),
    [
        (b"{", {}, "not valid JSON"),
        (b'{"text": "caf\xe9"}', {}, "not UTF-8 (byte 13)"),
        (b"[" * 100_000, {}, "nested too deeply"),
        (b'{"text": ' + b"9" * 5000 + b"}", {}, "not valid JSON"),
        ("[1, 2]", {}, "no JSON object"),
        ('"text"', {}, "no JSON object"),
        ("{}", {}, "no value in the column html or text; it has none"),
        ('{"a": "A", "content": "B"}', {}, "it has 'a', 'content'. Name the right one with --html-column or --text"),
        ('{"text": null}', {}, "no value in the column html or text"),
        ('{"text": "A"}', {"text": "body"}, "no value in the column body"),
        ('{"text": "A"}', {"id": "key"}, "column key; it has 'text'. Name the right one with --id-column."),
        ('{"text": "A"}', {"url": "link"}, "no value in the column link"),
        ('{"text": 5}', {}, "The column 'text' holds a number (int), not text."),
        ('{"text": ["A"]}', {}, "'text' holds a list (list), not text"),
        ('{"text": {"a": 1}}', {}, "'text' holds an object (dict), not text"),
        ('{"text": "A", "id": true}', {}, "'id' holds true or false (bool), not an id"),
        ('{"text": "A", "id": 1.5}', {}, "'id' holds a number (float), not an id"),
        ('{"text": "A", "id": " "}', {}, "'id' is empty"),
        ('{"text": "A", "id": "../a"}', {}, "'../a' would lead out of a directory"),
        ('{"text": "A", "id": "a/../../b"}', {}, "would lead out of a directory"),
        ('{"text": "A", "id": "a\\\\..\\\\b"}', {}, "would lead out of a directory"),
        ('{"text": "A", "id": "a\\u0000"}', {}, "would lead out of a directory"),
        ('{"text": "A", "id": "a\\ud800"}', {}, "half of a character"),
        ('{"text": "A", "url": 5}', {}, "'url' holds a number (int), not text"),
    ],
)
def test_what_is_wrong_with_a_record_is_said(line, columns, words):
    with pytest.raises(RecordError) as error:
        parse(line, **columns)
    assert words in str(error.value)


def test_a_package_that_is_missing_names_its_extra():
    with pytest.raises(CleanerError, match=r"'nothing_of_that_name'.*pip install 'boilerplate-cleaner\[parquet\]'"):
        require("nothing_of_that_name.inner", "parquet")


def test_records_come_with_their_place_and_errors_among_them(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "A"}\n\n{\n{"text": "B"}\n')
    found = list(formats.records(str(path)))
    assert [(one.place, getattr(one, "data", None)) for one in found] == [
        ("a.jsonl:1", "A"),
        ("a.jsonl:3", None),
        ("a.jsonl:4", "B"),
    ]
    with pytest.raises(CleanerError, match="does not tell what records"):
        next(formats.records(str(tmp_path / "a.txt")))


def test_a_key_is_of_names_and_values():
    rows = [{"a": "1"}, {"a": 1}, {"b": "1"}, {"a": b"1"}, {"a": "1", "b": None}, {"a": ["1"]}]
    assert len({formats.key_of(row) for row in rows}) == len(rows)
    assert formats.key_of({"a": [1, {"b": 2}]}) == formats.key_of({"a": [1, {"b": 2}]})
