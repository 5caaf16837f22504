"""`map` of a real dataset."""

import corpus
import datasets
import pytest
from datasets.fingerprint import Hasher
from pyarrow import parquet

from cleaner.cli import main
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


def test_what_the_command_writes_can_be_loaded(tmp_path):
    """As docs/formats.md says: the rows of JSON lines as they are, those of Parquet without the maps."""
    (tmp_path / "a.txt").write_text("The river rose by two metres, and the old bridge was closed, the mayor said.\n")
    for form in ("jsonl", "parquet"):
        assert main(["clean", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--format", form, "-q"]) == 0
    rows = datasets.load_dataset("json", data_files=str(tmp_path / "out/documents.jsonl"), cache_dir=str(tmp_path))
    path = tmp_path / "out/documents.parquet"
    maps = {field.name for field in parquet.read_schema(path) if "map" in str(field.type)}
    assert maps == {"alternates", "stats", "provenance"}
    columns = [name for name in parquet.read_schema(path).names if name not in maps]
    assert datasets.Dataset(parquet.read_table(path, columns=columns))["text"][0] == rows["train"]["text"][0]
