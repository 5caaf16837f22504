"""The block in a real pipeline, from a file to a file."""

import gzip
import json

import corpus
import pytest
from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

import cleaner
from cleaner.config import Config
from cleaner.engines.datatrove import CleanArticles

STORY = corpus.STORY.format("old", 3)
PAGES = {
    "text": corpus.HARBOUR.format(STORY),
    "html": corpus.VALLEY.format(STORY),
    "empty": "<html><body><nav><a href=/>Home</a></nav></body></html>",
}


def read(folder) -> dict[str, dict]:
    lines = [line for path in sorted(folder.glob("*.gz")) for line in gzip.decompress(path.read_bytes()).splitlines()]
    return {row["id"]: row for row in map(json.loads, lines)}


def test_a_pipeline_from_pages_to_articles(tmp_path):
    (tmp_path / "in").mkdir()
    rows = [
        {"id": name, "text": page, "metadata": {"url": "https://harbour.example/a", "language": "xx", "dump": 7}}
        for name, page in PAGES.items()
    ]
    (tmp_path / "in" / "pages.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    dropped = JsonlWriter(str(tmp_path / "dropped"))
    LocalPipelineExecutor(
        pipeline=[
            JsonlReader(str(tmp_path / "in")),
            CleanArticles(batch_size=2, exclusion_writer=dropped),
            JsonlWriter(str(tmp_path / "out")),
        ],
        logging_dir=str(tmp_path / "logs"),
    ).run()
    made = read(tmp_path / "out")
    assert sorted(made) == ["html", "text"]
    for name, row in made.items():
        cleaned = cleaner.clean(PAGES[name], url="https://harbour.example/a")
        assert row["text"] == cleaned.text
        assert row["metadata"]["title"] == cleaned.metadata["title"]
        assert row["metadata"]["removed_share"] == cleaned.to_dict()["stats"]["removed_share"]
        assert row["metadata"]["cleaner"] == cleaned.to_dict()["cleaner"]
        assert (row["metadata"]["language"], row["metadata"]["dump"]) == ("xx", 7)
    assert read(tmp_path / "dropped")["empty"]["metadata"]["filter_reason"] == "empty"


@pytest.mark.parametrize("url", ["https://harbour.example/a", None, 7])
def test_one_document_alone(url):
    document = Document(text=PAGES["text"], id="a", metadata={"url": url})
    assert CleanArticles().filter(document) is True
    assert document.text == cleaner.clean(PAGES["text"]).text
    assert document.metadata["flags"] == []


def test_what_cannot_be_read_is_dropped_as_it_came():
    document = Document(text=PAGES["text"], id="a")
    assert CleanArticles(Config(max_bytes=10)).filter(document) == (False, "unreadable")
    assert document.text == PAGES["text"]
    assert "max_bytes" in document.metadata["cleaner_error"]
