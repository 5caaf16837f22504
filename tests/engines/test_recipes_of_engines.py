"""The programs of docs/recipes.md, as they stand there."""

import gzip
import json
import re
from pathlib import Path

import datasets
import pytest

PAGE = (Path(__file__).parents[2] / "docs/recipes.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(?!>>>)(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
PROSE = "The council voted on Monday to reopen the old bridge, after two years in which the town had been cut in half."


@pytest.mark.parametrize("block", BLOCKS, ids=["datatrove", "datasets"])
def test_the_programs_of_the_page_work(block, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path)
    datasets.disable_progress_bars()
    Path("crawl").mkdir()
    Path("crawl/a.jsonl").write_text(json.dumps({"id": "1", "content": f"Home | World | Sport\n\n{PROSE}"}) + "\n")
    exec(compile(block, "docs/recipes.md", "exec"), {"__name__": "__main__"})
    if "datatrove" in block:
        (made,) = Path("articles").glob("*.jsonl.gz")
        assert json.loads(gzip.decompress(made.read_bytes()))["text"] == PROSE
