"""The batch function that every engine calls."""

import corpus
import pyarrow as pa
import pytest

import cleaner
from cleaner import templates
from cleaner.config import Config
from cleaner.engines import arrow, crawl
from cleaner.formats.columns import Columns
from cleaner.model import CleanerError, ConfigError
from cleaner.sidecar import rows

PAGE = "Home | World | Sport\n\nThe river rose by two metres, the mayor said, and the old bridge was closed."
BODY = "The river rose by two metres, the mayor said, and the old bridge was closed."


def test_a_row_comes_out_for_each_that_goes_in():
    made = arrow.clean_batch(corpus.TABLE)
    assert made.schema == arrow.output_schema(corpus.TABLE.schema)
    assert made.num_rows == corpus.TABLE.num_rows
    assert made["id"].to_pylist() == corpus.TABLE["id"].to_pylist()
    assert made["original_title"].to_pylist() == corpus.TABLE["title"].to_pylist()
    assert not {"html", "original_text"} & {*made.column_names}
    errors = made["error"].to_pylist()
    assert errors[:-2] == [None] * 20
    assert errors[-2] == "There is no page to clean: in this row the column html or text is null."
    assert "would lead out of a directory" in errors[-1]
    assert made["text"].to_pylist()[-2:] == [None, None]


def test_a_row_is_what_the_library_makes():
    made = arrow.clean_batch(corpus.TABLE).to_pylist()
    for given, row in list(zip(corpus.TABLE.to_pylist(), made, strict=True))[:-2]:
        cleaned = cleaner.clean(given["html"] or given["text"], url=given["url"])
        body, record = rows.parts(row)
        assert body == cleaned.text
        assert record == {**cleaned.to_dict(), "id": given["id"]}


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary(), pa.large_binary()], ids=str)
def test_the_page_is_text_or_bytes(kind):
    made = arrow.clean_batch(pa.RecordBatch.from_arrays([pa.array([PAGE], kind)], ["text"]))
    assert made["text"].to_pylist() == [BODY]


@pytest.mark.parametrize(
    ("table", "columns", "why"),
    [
        ({"body": [PAGE]}, Columns(), "No column 'html' or 'text' holds the page, so name it; the table has body."),
        ({"text": [PAGE]}, Columns(html="raw"), "There is no column 'raw'; the table has text."),
        ({"text": [PAGE]}, Columns(id="key"), "There is no column 'key'"),
        ({"text": [1]}, Columns(), "The column 'text' holds int64, and a page is text or bytes."),
    ],
)
def test_a_table_without_pages_is_refused_at_once(table, columns, why):
    with pytest.raises(CleanerError, match=why):
        arrow.clean_batch(pa.table(table), columns=columns)


def test_settings_that_are_wrong_are_refused_at_once():
    with pytest.raises(ConfigError, match="not a rule or label"):
        arrow.clean_batch(pa.table({"text": [PAGE]}), config=Config(ignore=["nothing"]))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"id": 1.5}, "not an id"),
        ({"id": True}, "not an id"),
        ({"id": "../a"}, "lead out of a directory"),
        ({"url": 7}, "holds a number"),
        ({"warc_charset": "no-such-code"}, "encoding"),
        ({"warc_date": "yesterday"}, "day"),
        ({"error": "The file ends here."}, "The file ends here."),
    ],
)
def test_what_is_wrong_with_a_row_costs_that_row_alone(row, why):
    [name] = row
    good = pa.nulls(1, pa.array([row[name]]).type)
    table = pa.table({"text": [PAGE, PAGE], name: pa.chunked_array([pa.array([row[name]]), good])})
    made = arrow.clean_batch(table).to_pylist()
    assert why in made[0]["error"]
    assert made[0]["text"] is None
    assert made[1]["text"] == BODY
    assert made[1]["error"] is None


def test_text_that_is_no_utf_8_costs_that_row_alone():
    offsets = pa.array(["a" * 9, PAGE]).buffers()[1]
    broken = pa.Array.from_buffers(pa.string(), 2, [None, offsets, pa.py_buffer(b"\xff" * 9 + PAGE.encode())])
    made = arrow.clean_batch(pa.table({"text": broken})).to_pylist()
    assert "no UTF-8 in this row" in made[0]["error"]
    assert made[1]["text"] == BODY


def test_a_fault_of_ours_costs_that_row_alone(monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(arrow, "clean_record", fail)
    made = arrow.clean_batch(pa.table({"text": [PAGE], "n": [7]})).to_pylist()[0]
    assert made["error"] == "cleaner itself failed here (ZeroDivisionError: a fault). Please report it."
    assert made["n"] == 7


def test_a_number_is_an_id():
    made = arrow.clean_batch(pa.table({"text": [PAGE], "key": [7]}), columns=Columns(id="key"))
    assert made["id"].to_pylist() == ["7"]
    assert "key" not in made.column_names


def test_a_page_column_that_is_not_asked_for_passes_through():
    table = pa.table({"html": ["<p>Menu"], "text": [PAGE]})
    assert arrow.clean_batch(table, columns=Columns(text="text"))["html"].to_pylist() == ["<p>Menu"]
    assert arrow.clean_batch(table, columns=Columns(html="html"))["original_text"].to_pylist() == [PAGE]


def test_large_rows_do_not_gather_in_a_batch():
    megabyte = 1 << 20
    payload = [b"x" * size for size in (1, 20 * megabyte, 1, 1, 30 * megabyte, 40 * megabyte, 1)]
    table = pa.table({"text": [PAGE] * 7, "payload": payload})
    made = list(arrow.clean_batches(table.to_batches()))
    assert [batch.num_rows for batch in made] == [4, 1, 1, 1]
    assert pa.Table.from_batches(made)["payload"].to_pylist() == payload
    assert {*pa.Table.from_batches(made)["text"].to_pylist()} == {BODY}


@pytest.mark.parametrize("rows_each", [1, 3, 100])
def test_batches_of_any_size_give_the_same_rows(rows_each):
    batches = corpus.TABLE.to_batches(max_chunksize=rows_each)
    made = pa.Table.from_batches(arrow.clean_batches(batches, max_bytes=2000))
    assert made.to_pylist() == arrow.clean_batch(corpus.TABLE).to_pylist()


def test_an_empty_table_has_the_same_columns():
    made = arrow.clean_batch(corpus.TABLE.slice(0, 0))
    assert made.num_rows == 0
    assert made.schema == arrow.output_schema(corpus.TABLE.schema)


def test_counts_of_lines_add_up_to_the_same_book():
    def book(size):
        seen = arrow.observe_batches(corpus.TABLE.to_batches(max_chunksize=size))
        return templates.freeze(templates.Row(**row) for batch in seen for row in batch.to_pylist())

    whole = book(100)
    assert whole.dumps() == book(3).dumps()
    assert whole.sites["harbour.example"].documents == 10
    assert "tides for sailors" in whole.sites["harbour.example"].lines
    assert "ask a farmer" in whole.sites["valley.example"].lines


def test_templates_are_a_value_of_the_settings():
    entries = [("harbour.example", "", 10, 0, 0, 0), ("harbour.example", "tides for sailors", 10, 0, 10, 10)]
    book = templates.TemplateBook.of(entries)
    made = arrow.clean_batch(corpus.TABLE.slice(0, 1), config=Config(templates=book)).to_pylist()[0]
    assert made["cleaner"]["templates"] == book.digest


def test_a_file_that_cannot_be_opened_is_a_row_that_says_so(tmp_path):
    made = arrow.clean_batch(pa.Table.from_batches(crawl.read_batches([str(tmp_path / "a.warc")]))).to_pylist()
    assert len(made) == 1
    assert made[0]["error"].startswith("The file a.warc cannot be opened (")
    assert made[0]["warc_file"] == "a.warc"
