"""The commands of the README, as they stand there, one after the other."""

import json
import re
import shlex
from pathlib import Path

import pytest

from cleaner.cli import main

ROOT = Path(__file__).parents[1]
LINES = [
    line.partition("#")[0].strip()
    for block in re.findall(r"^```sh\n(.*?)^```", (ROOT / "README.md").read_text(), re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]
COMMANDS = [line.removeprefix("cleaner ") for line in LINES if line.startswith("cleaner ")]
PAGE = (ROOT / "seeds/004_4fc93a4ca63a5f91.txt").read_text(encoding="utf-8")
MAKES = {
    "clean": ["page.meta.json", "page.txt"],
    "clean-crawl": ["crawl.jsonl"],
    "clean-dolma": ["crawl.jsonl"],
    "clean-again": ["page.meta.json", "page.txt"],
}


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("corpus").mkdir()
    Path("corpus/page.txt").write_text(PAGE, encoding="utf-8")
    Path("crawl.jsonl").write_text(json.dumps({"id": "1", "content": PAGE}) + "\n", encoding="utf-8")


def test_the_commands_work(capsys):
    found = {"check corpus": 1, "diff corpus": 1, "fix corpus --backup": 1}  # there is residue, and it is changed
    assert len(COMMANDS) == 14
    assert {command: main(shlex.split(command)) for command in COMMANDS} == {
        command: found.get(command, 0) for command in COMMANDS
    }
    for out, names in MAKES.items():
        made = [path.name for path in Path(out).rglob("*") if path.is_file() and ".cleaner" not in path.parts]
        assert sorted(made) == names
    assert Path("report.html").stat().st_size > 10_000
    assert "corpus/page.txt" in capsys.readouterr().out


def test_nothing_else_is_told_to_run_but_pip_and_make():
    others = {line for line in LINES if line and not line.startswith("cleaner ")}
    assert others == {"pip install '.[all]'", "make run", "make test"}
