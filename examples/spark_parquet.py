"""Cleans a crawl in Parquet on Spark, with the templates of its sites, which it learns first.

    spark-submit --master 'local[2]' examples/spark_parquet.py CRAWL ARTICLES

CRAWL has a column `html` or `text`, and `id` and `url` if they are known; ARTICLES gets a row for each of its rows, the
other columns too. Rows that could not be cleaned are told apart by their column `error`.
"""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession

from cleaner import Config
from cleaner.engines.spark import clean, learn, session


def run(spark: SparkSession, crawl: str, articles: str) -> None:
    """Read, learn, clean and write."""
    pages = spark.read.parquet(crawl)
    config = Config(templates=learn(pages))
    clean(pages, config=config).write.mode("overwrite").parquet(articles)


if __name__ == "__main__":
    run(session("clean Parquet"), *sys.argv[1:3])
