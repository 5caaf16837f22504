"""The commands of docs/recipes.md, as they stand there, one after the other."""

import gzip
import json
import re
import shlex
from pathlib import Path

import pytest

from cleaner.cli import main

PAGE = (Path(__file__).parents[1] / "docs/recipes.md").read_text(encoding="utf-8")
COMMANDS = [
    line.removeprefix("cleaner ")
    for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]
PROSE = "The council voted on Monday to reopen the old bridge, after two years in which the town had been cut in half."
HTML = f"<nav><a href=/>Home</a></nav><article><p>{PROSE}</p></article>"
MADE = {
    "cleaned": ["page.meta.json", "page.txt"],
    "cleaned-rows": ["crawl.jsonl"],
    "cleaned-table": ["crawl.parquet"],
    "cleaned-crawl": ["crawl.parquet"],
    "cleaned-small": ["documents.jsonl"],
    "careful": ["page.meta.json", "page.txt"],
}


def archive(page: str) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}"
    head = ["WARC/1.0", "WARC-Type: response", "WARC-Record-ID: <urn:uuid:2c2a3f3e-0000-4000-8000-000000000001>"]
    head += ["WARC-Target-URI: https://harbour.example/bridge", "WARC-Date: 2025-07-10T08:00:00Z"]
    head += ["Content-Type: application/http; msgtype=response", f"Content-Length: {len(answer.encode())}"]
    return gzip.compress(("\r\n".join(head) + f"\r\n\r\n{answer}\r\n\r\n").encode())


@pytest.fixture
def place(tmp_path, monkeypatch):
    pa = pytest.importorskip("pyarrow")
    pytest.importorskip("fastwarc")
    from pyarrow import parquet

    monkeypatch.chdir(tmp_path)
    Path("pages").mkdir()
    for name in ("page.html", "pages/page.html"):
        Path(name).write_text(HTML)
    Path("crawl.jsonl").write_text(json.dumps({"id": "1", "content": PROSE}) + "\n")
    parquet.write_table(pa.table({"id": ["1"], "page": [HTML]}), "crawl.parquet")
    Path("crawl.warc.gz").write_bytes(archive(HTML))


@pytest.mark.usefixtures("place")
def test_the_commands_of_the_page_work(capsys):
    assert len(COMMANDS) == 11
    for command in COMMANDS:
        assert main(shlex.split(command)) == 0, command
    for out, expected in MADE.items():
        found = [path.relative_to(out).as_posix() for path in Path(out).rglob("*") if path.is_file()]
        assert sorted(name for name in found if not name.startswith(".cleaner/")) == expected
    assert Path("page-again.html").read_text() == HTML
    assert capsys.readouterr().out.startswith(PROSE)
