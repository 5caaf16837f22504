"""Cleaning and learning on Spark 4: documents go to Python and come back as Arrow batches.

    df = clean(spark.read.parquet("crawl"), config=Config(templates=learn(spark.read.parquet("crawl"))))

`clean` and `pages` plan; Spark does the work when it is asked for a result. The settings, and the book of templates in
them, are a value that travels with the plan, so a cluster needs nothing but this package on its workers. Rows are
cleaned one by one, so neither the number nor the order of partitions can change a byte of them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from cleaner.config import Config
from cleaner.engines import arrow, crawl
from cleaner.formats import require
from cleaner.formats.columns import Columns
from cleaner.model import Kind
from cleaner.templates import GROUPED, SUMMED, USUAL, TemplateBook, Thresholds, book_query

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

    Work: TypeAlias = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]

BATCH = 64 << 20
"""Bytes of a batch on its way to Python, whatever the number of rows; what Spark does by itself from 4.1 on."""


def session(name: str = "cleaner", **settings: str | int | bool) -> SparkSession:
    """Start Spark, or join the session that there is, with a setting that suits large rows.

    `settings` are Spark's own, with `__` where their names have a dot: `spark__sql__shuffle__partitions=8`.
    """
    sql = require("pyspark.sql", "spark")
    builder = sql.SparkSession.builder.appName(name).config("spark.sql.execution.arrow.maxBytesPerBatch", BATCH)
    for key, value in settings.items():
        builder = builder.config(key.replace("__", "."), value)
    spark: SparkSession = builder.getOrCreate()
    return spark


def clean(
    df: DataFrame, *, columns: Columns = Columns(), config: Config = Config(), kind: Kind | None = None
) -> DataFrame:
    """Clean the documents of a data frame, a row each; see `arrow.clean_batch` for its columns.

    Raises CleanerError when a column is not there.
    """
    from pyspark.sql.pandas.types import to_arrow_schema

    work = partial(arrow.clean_batches, columns=columns, config=config, kind=kind)
    return map_in_arrow(df, work, arrow.output_schema(to_arrow_schema(df.schema), columns))


def learn(
    df: DataFrame,
    *,
    columns: Columns = Columns(),
    config: Config = Config(),
    kind: Kind | None = None,
    thresholds: Thresholds = USUAL,
) -> TemplateBook:
    """Learn from the documents of a data frame which lines recur on the pages of each site.

    The same book as `cleaner learn` makes of the same documents, since counts are added up, in whatever order. A
    document that cannot be read does not count.
    """
    from pyspark.sql import functions
    from pyspark.storagelevel import StorageLevel

    work = partial(arrow.observe_batches, columns=columns, config=config, kind=kind)
    seen = map_in_arrow(df, work, arrow.observed_schema())
    counts = seen.groupBy(*GROUPED).agg(*(functions.sum(name).alias(name) for name in SUMMED))
    counts = counts.persist(StorageLevel.DISK_ONLY)  # the query reads them five times, and the pages are read once
    try:
        book = df.sparkSession.sql(book_query(thresholds, "{counts}"), counts=counts)
        return TemplateBook.of(tuple(row) for row in book.toLocalIterator())
    finally:
        counts.unpersist()


def pages(spark: SparkSession, paths: Iterable[str], *, limit: int = crawl.LIMIT) -> DataFrame:
    """Read the pages of WARC or WET files, a row each and a task a file; see `crawl` for the columns.

    `paths` are files or addresses (`s3://`, `gs://`, `hdfs://`) that every worker can open; a page of more than `limit`
    bytes is an error of its row.
    """
    names = list(paths)
    numbers = spark.range(0, len(names), 1, max(1, len(names)))
    return map_in_arrow(numbers, partial(_pages, names, limit), crawl.schema())


def _pages(names: list[str], limit: int, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield from crawl.read_batches((names[at] for at in batch.column("id").to_pylist()), limit=limit)


def map_in_arrow(df: DataFrame, work: Work, types: pa.Schema) -> DataFrame:
    """Plan a function from batches to batches.

    It does what `DataFrame.mapInArrow` does, but that asks for pandas (and complains of pandas 3) before it does it,
    though no such function ever sees a data frame of pandas. Spark Connect has its own form of it.
    """
    from pyspark.sql import DataFrame
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.udf import UserDefinedFunction
    from pyspark.sql.utils import is_remote
    from pyspark.util import PythonEvalType

    schema = from_arrow_schema(types)
    if is_remote():
        return df.mapInArrow(work, schema)
    _run_this_python(df.sparkSession)
    planned = UserDefinedFunction(work, returnType=schema, evalType=PythonEvalType.SQL_MAP_ARROW_ITER_UDF)
    column = planned(*(df[name] for name in df.columns))
    return DataFrame(df._jdf.mapInArrow(column._jc, False, None), df.sparkSession)


def _run_this_python(spark: SparkSession) -> None:
    """Let the workers of a local session run this very Python, unless somebody named another.

    Spark would start whatever `python3` the PATH has, which may be of another version or lack this package.
    """
    context = spark.sparkContext
    named = "PYSPARK_PYTHON" in os.environ or context.getConf().contains("spark.pyspark.python")
    if not named and (context.master or "").startswith("local"):
        context.pythonExec = sys.executable
