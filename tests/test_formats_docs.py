"""The commands of docs/formats.md, as they stand there."""

import json
import re
from pathlib import Path

import pytest

from cleaner.cli import main

PAGE = Path(__file__).parents[1] / "docs/formats.md"
COMMANDS = [
    line.removeprefix("cleaner ")
    for block in re.findall(r"^```sh\n(.*?)^```", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]
PROSE = "The council voted on Monday to reopen the old bridge, after two years in which the town had been cut in half."
MADE = {
    "out-pages": ["a.meta.json", "a.txt", "b.meta.json", "b.txt"],
    "out-rows": ["documents.jsonl"],
    "out-crawl": ["crawl.jsonl"],
    "out-parquet": ["crawl.parquet"],
    "out-files": ["crawl/a%2F1.meta.json", "crawl/a%2F1.txt"],
    "out-list": ["pages/a.meta.json", "pages/a.txt"],
}


def test_the_commands_of_the_page_work(tmp_path, monkeypatch, capsys):
    import shlex

    monkeypatch.chdir(tmp_path)
    Path("pages").mkdir()
    Path("pages/a.txt").write_text(PROSE)
    Path("pages/b.html").write_text(f"<article><p>{PROSE}</p></article>")
    Path("crawl.jsonl").write_text(json.dumps({"id": "a/1", "content": PROSE, "crawl": 7}) + "\n")
    Path("list.txt").write_text("pages/a.txt\n")
    assert len(COMMANDS) == len(MADE) + 1
    for command in COMMANDS:
        assert main(shlex.split(command)) == 0, command
    assert capsys.readouterr().out.splitlines() == [
        "pages/a.txt -> out-pages/a.txt: done",
        "pages/b.html -> out-pages/b.txt: done",
        "crawl.jsonl -> out-pages/crawl.jsonl: clean",
    ]
    for out, expected in MADE.items():
        found = [path.relative_to(out).as_posix() for path in Path(out).rglob("*") if path.is_file()]
        assert sorted(name for name in found if not name.startswith(".cleaner/")) == expected
    assert json.loads(Path("out-crawl/crawl.jsonl").read_text())["crawl"] == 7


@pytest.mark.parametrize("number", [120, 4096, 32, 64])
def test_figures_of_the_page_are_the_ones_of_the_program(number):
    from cleaner import batch
    from cleaner.batch import pool
    from cleaner.config import Config

    known = {batch.DEFAULT.timeout, (batch.DEFAULT.max_memory or 0) >> 20, batch._FEW, pool.AHEAD}
    assert number in known
    assert re.search(rf"\b{number}\b", PAGE.read_text())
    assert {pool.AHEAD_BYTES, Config().max_bytes} == {64 << 20}
