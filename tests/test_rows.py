"""One row a document, as JSON and as Arrow holds it, and back."""

import json
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import cleaner
import newspage
from cleaner import schema, sidecar
from cleaner.cleaned import Cleaned
from cleaner.config import Config
from cleaner.model import CleanerError
from cleaner.sidecar import rows

CASES = {
    "html": cleaner.clean(newspage.HTML, url=newspage.URL),
    "text": cleaner.clean(newspage.TEXT),
    "named": replace(cleaner.clean(newspage.TEXT), id="a/1", source_path="a/1.txt"),
    "empty": cleaner.clean(""),
}
STRANGE = cleaner.clean(
    "Home | News | Weather\n\nThe river rose by two metres \ud83d, the mayor said.\x00\n\n© 2031 \udc80\n"
)


@pytest.fixture(params=CASES, ids=str)
def cleaned(request: pytest.FixtureRequest) -> Cleaned:
    return CASES[request.param]


def test_a_row_has_the_text_and_every_field_of_the_sidecar(cleaned):
    made = rows.row(cleaned)
    assert list(made) == rows.FIELDS
    assert made == {"text": cleaned.text, **cleaned.to_dict()}
    assert sorted(rows.FIELDS) == sorted(["text", *schema.load()["properties"]])


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([], {}),
        (["crawl", "Title", "original"], {"crawl": "crawl", "Title": "Title", "original": "original"}),
        (["title"], {"title": "original_title"}),
        (["text", "error"], {"text": "original_text", "error": "original_error"}),
        (["title", "original_title"], {"title": "original_original_title", "original_title": "original_title"}),
        (["original_title", "title"], {"original_title": "original_title", "title": "original_original_title"}),
    ],
)
def test_no_column_takes_the_place_of_another(columns, expected):
    assert rows.pass_through(columns) == expected


def test_other_columns_come_after_ours():
    made = rows.row(CASES["text"], {"crawl": {"day": [1, None]}, "flags": "of its own"})
    assert list(made) == [*rows.FIELDS, "crawl", "original_flags"]
    assert made["crawl"] == {"day": [1, None]}
    assert made["flags"] == []
    assert made["original_flags"] == "of its own"


def test_body_and_sidecar_come_back_from_a_row_of_json(cleaned):
    line = rows.dumps(rows.row(cleaned, {"crawl": 7}))
    assert line.count(b"\n") == 1
    body, record = rows.parts(json.loads(line))
    assert body == cleaned.text
    assert record == cleaned.to_dict()
    assert cleaner.restore(body, record) == cleaned.restore()


def test_body_and_sidecar_come_back_from_parquet(tmp_path):
    types = rows.arrow_schema([pa.field("crawl", pa.int16())])
    batch = rows.arrow_batch([rows.row(one, {"crawl": 7}) for one in CASES.values()], types)
    pq.write_table(pa.Table.from_batches([batch]), tmp_path / "rows.parquet")
    read = pq.read_table(tmp_path / "rows.parquet").to_pylist()
    assert [row["crawl"] for row in read] == [7] * len(CASES)
    for row, cleaned in zip(read, CASES.values(), strict=True):
        body, record = rows.parts(row)
        assert record == cleaned.to_dict()
        assert sidecar.dumps(record) == sidecar.dumps(cleaned.to_dict())
        assert cleaner.restore(body, record) == cleaned.restore()


def test_a_row_of_an_older_version_needs_only_the_columns_of_its_time():
    old = {**rows.row(CASES["text"]), "schema_version": 1}
    del old["line_languages"]
    body, record = rows.parts(old)
    assert record == CASES["text"].to_dict()
    assert cleaner.restore(body, record) == CASES["text"].restore()
    del old["title"]
    with pytest.raises(CleanerError, match="The row lacks title;"):
        rows.parts(old)
    with pytest.raises(CleanerError, match="The row lacks line_languages"):
        rows.parts({**old, "title": None, "schema_version": schema.VERSION})


def test_lines_in_another_language_come_back_from_arrow():
    mixed = cleaner.clean(newspage.MIXED, config=Config(line_languages=True))
    (read,) = rows.arrow_batch([rows.row(mixed)], rows.arrow_schema()).to_pylist()
    assert [one["language"] for one in read["line_languages"]] == ["de", "ru"]
    assert rows.parts(read)[1] == mixed.to_dict()


def test_arrow_types_say_what_the_schema_says():
    found = rows.arrow_schema(errors=True)
    removal = found.field("removals").type.value_type
    assert found.names == [*rows.FIELDS, "error"]
    assert removal.get_field_index("text") >= 0
    assert removal.field("score").type == pa.float64()
    assert removal.field("lines").type == pa.list_(pa.int64())
    assert found.field("provenance").type.item_type.field("confidence").type == pa.float64()
    assert found.field("stats").type.field("by_label").type == pa.map_(pa.string(), pa.int64())
    assert found.field("schema_version").type == pa.int64()
    assert found.field("restore").type == pa.string()
    assert {str(found.field(name).type) for name in ("title", "date_published", "text", "error")} == {"string"}


def test_what_a_row_lacks_is_null():
    made = rows.arrow_batch([{"id": "a", "error": "It is no text."}], rows.arrow_schema(errors=True)).to_pylist()[0]
    assert {name: value for name, value in made.items() if value is not None} == {"id": "a", "error": "It is no text."}


def test_lone_surrogates_are_escapes_in_json_and_replaced_in_arrow():
    assert any("\udc80" in removal.text for removal in STRANGE.removed)
    body, record = rows.parts(json.loads(rows.dumps(rows.row(STRANGE))))
    assert cleaner.restore(body, record) == STRANGE.restore()
    read = rows.arrow_batch([rows.row(STRANGE), rows.row(CASES["text"])], rows.arrow_schema()).to_pylist()
    body, record = rows.parts(read[0])
    assert any("\ufffd" in removal["text"] for removal in record["removals"])
    assert cleaner.restore(body, record) == STRANGE.restore()
    assert rows.parts(read[1])[1] == CASES["text"].to_dict()


@pytest.mark.parametrize("value", [float("nan"), b"bytes", {1, 2}], ids=str)
def test_what_json_cannot_hold_is_said(value: Any):
    with pytest.raises(CleanerError, match="leave that column out"):
        rows.dumps(rows.row(CASES["empty"], {"crawl": value}))


def test_a_row_that_was_read_in_part_is_no_document():
    made = rows.row(CASES["text"])
    del made["restore"]
    with pytest.raises(CleanerError, match="The row lacks restore"):
        rows.parts(made)


def test_fields_of_html_say_where_they_are_from():
    record = CASES["html"].to_dict()
    known = {name for name, value in record["provenance"].items() if value["path"] or value["line"]}
    assert known >= {"title", "authors", "date_published", "date_modified", "description", "section", "canonical_url"}
    assert record["provenance"]["date_published"] == {
        "source": "json-ld",
        "confidence": 0.9,
        "line": None,
        "path": "json-ld/datePublished",
    }
