"""Spark gives the bytes of one machine, whatever the partitions. One session for all: it takes seconds to start."""

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import corpus
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import cleaner
from cleaner import templates
from cleaner.config import Config
from cleaner.engines import arrow, spark
from cleaner.sidecar import rows

JAVA = shutil.which("java") or os.environ.get("JAVA_HOME")
pytestmark = pytest.mark.skipif(
    not JAVA and os.environ.get("CI") != "true", reason="Spark needs Java 17: install openjdk-17-jre-headless."
)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """Spark on two threads, whose workers find no pandas."""
    nothing = tmp_path_factory.mktemp("path")
    (nothing / "pandas.py").write_text('raise ImportError("There is no pandas here.")\n')
    started = spark.session(
        spark__master="local[2]",
        spark__ui__enabled=False,
        spark__driver__bindAddress="127.0.0.1",
        spark__driver__host="127.0.0.1",
        spark__executorEnv__PYTHONPATH=str(nothing),
        spark__sql__shuffle__partitions=2,
        spark__sql__adaptive__enabled=False,
        spark__sql__codegen__wholeStage=False,  # which takes longer to compile than these few rows to count
        spark__driver__extraJavaOptions="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        spark__sql__warehouse__dir=str(nothing / "warehouse"),
    )
    yield started
    started.stop()


@pytest.fixture
def pages(session):
    """The invented crawl in four partitions, in another order."""
    rows = list(reversed(corpus.TABLE.to_pylist()))
    types = ", ".join(f"{name} string" for name in corpus.TABLE.column_names)
    return session.createDataFrame([tuple(row.values()) for row in rows], types).repartition(4)


def in_order(df) -> list[dict]:
    return sorted(df.toArrow().to_pylist(), key=lambda row: row["id"])


def test_learning_and_cleaning_are_those_of_one_machine(pages):
    book = spark.learn(pages)
    seen = arrow.observe_batches(corpus.TABLE.to_batches())
    alone = templates.freeze(templates.Row(**row) for batch in seen for row in batch.to_pylist())
    assert book.dumps() == alone.dumps()
    assert len(book.sites) == 2

    config = Config(templates=book)
    made = spark.clean(pages, config=config)
    assert made.columns == arrow.output_schema(corpus.TABLE.schema).names
    expected = sorted(arrow.clean_batch(corpus.TABLE, config=config).to_pylist(), key=lambda row: row["id"])
    assert in_order(made) == expected
    assert [row["error"] is None for row in expected] == [False] + [True] * 20 + [False]


def test_pandas_is_not_needed(session, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)

    def has_pandas(batches):  # within the test, so that it travels by value
        try:
            import pandas  # noqa: F401

            found = True
        except ImportError:
            found = False
        for batch in batches:
            yield pa.RecordBatch.from_pydict({"pandas": [found] * batch.num_rows})

    made = spark.map_in_arrow(session.range(2), has_pandas, pa.schema([("pandas", pa.bool_())]))
    assert [row.pandas for row in made.collect()] == [False, False]


def test_large_rows_do_not_break_a_batch(session):
    megabytes = 20 << 20
    df = session.range(0, 5, 1, 1).selectExpr("'The river rose, he said.' as text", f"repeat('x', {megabytes}) as page")
    made = spark.clean(df).selectExpr("text", "length(page) as length").collect()
    assert [(row.text, row.length) for row in made] == [("The river rose, he said.", megabytes)] * 5


def test_the_example_for_parquet(session, tmp_path):
    pq.write_table(corpus.TABLE, tmp_path / "crawl.parquet")
    example("spark_parquet").run(session, str(tmp_path / "crawl.parquet"), str(tmp_path / "articles"))
    found = pq.read_table(tmp_path / "articles").sort_by("id").to_pylist()
    book = found[1]["cleaner"]["templates"]
    assert [row["error"] is None for row in found] == [False] + [True] * 20 + [False]
    assert {row["cleaner"]["templates"] for row in found if row["cleaner"]} == {book} != {None}
    body, record = rows.parts(found[1])
    assert cleaner.restore(body, record) == corpus.TABLE.to_pylist()[0]["text"]


def test_the_example_for_warc(session, tmp_path):
    page = corpus.VALLEY.format(corpus.STORY)
    for number in range(2):
        (tmp_path / f"{number}.warc").write_bytes(warc(f"https://harbour.example/{number}", page))
    paths = [str(tmp_path / name) for name in ("0.warc", "1.warc", "lost.warc")]
    (tmp_path / "paths.txt").write_text("\n".join(paths) + "\n\n")
    example("spark_warc").run(session, str(tmp_path / "paths.txt"), str(tmp_path / "articles"))
    made = pq.read_table(tmp_path / "articles").sort_by("warc_file").to_pylist()
    assert [row["url"] for row in made] == ["https://harbour.example/0", "https://harbour.example/1", None]
    assert made[0]["text"] == made[1]["text"] == cleaner.clean(page, url="https://harbour.example/0").text
    assert (made[0]["warc_charset"], made[0]["warc_date"]) == ("utf-8", "2025-07-07")
    assert made[2]["error"].startswith("The file lost.warc cannot be opened")


def example(name: str) -> ModuleType:
    """Load one of the examples."""
    spec = spec_from_file_location(name, Path(__file__).parents[2] / "examples" / f"{name}.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def warc(url: str, html: str) -> bytes:
    """Write a WARC file with one page."""
    page = html.encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{url[-1] * 8}>\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2025-07-07T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"
