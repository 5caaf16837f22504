"""Cleans WARC or WET files on Spark, a task a file.

    spark-submit --master 'local[2]' examples/spark_warc.py LIST ARTICLES

LIST is a text file with the path or address of a WARC file in each line, as crawls publish them; every worker must be
able to open it. ARTICLES gets a row a page, in Parquet. A file that cannot be read is a row with an `error`.
"""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession

from cleaner.engines.spark import clean, pages, session


def run(spark: SparkSession, listing: str, articles: str) -> None:
    """Read, clean and write."""
    paths = [row.value for row in spark.read.text(listing).collect() if row.value.strip()]
    clean(pages(spark, paths)).write.mode("overwrite").parquet(articles)


if __name__ == "__main__":
    run(session("clean WARC"), *sys.argv[1:3])
