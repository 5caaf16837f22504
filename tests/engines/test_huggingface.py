"""`map` of a real dataset."""

import corpus
import datasets
import pytest
from datasets.fingerprint import Hasher

from cleaner.config import Config
from cleaner.engines import arrow
from cleaner.engines.huggingface import CleanPages


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path)
    datasets.disable_progress_bars()


@pytest.mark.parametrize("form", [None, "arrow"])
def test_a_dataset_of_articles_is_that_of_the_batch_function(form):
    pages = datasets.Dataset(corpus.TABLE).with_format(form)
    made = pages.map(CleanPages(), batched=True, batch_size=5, remove_columns=pages.column_names).with_format(None)
    expected = arrow.clean_batch(corpus.TABLE).to_pylist()
    assert made.column_names == arrow.output_schema(corpus.TABLE.schema).names
    assert [(row["id"], row["text"], row["error"], row["removals"]) for row in made] == [
        (row["id"], row["text"], row["error"], row["removals"]) for row in expected
    ]
    assert [(pair["key"], pair["value"]) for pair in made[0]["provenance"]] == expected[0]["provenance"]
    assert made["original_title"][:2] == ["crawl 0", "crawl 1"]


def test_the_fingerprint_goes_by_the_settings():
    assert Hasher.hash(CleanPages()) == Hasher.hash(CleanPages())
    assert Hasher.hash(CleanPages()) != Hasher.hash(CleanPages(config=Config(keep=["caption"])))
