"""What is written says what is there."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from cleaner import userrules
from cleaner.cli import COMMANDS
from cleaner.config import Config
from cleaner.rules import rules

ROOT = Path(__file__).parents[1]
TOML = [
    pytest.param(block, id=f"{path.name}-{number}")
    for path in sorted((ROOT / "docs").glob("*.md"))
    for number, block in enumerate(re.findall(r"^```toml\n(.*?)^```", path.read_text(), re.MULTILINE | re.DOTALL))
]


def test_the_pages_that_are_made_of_the_program_are_up_to_date():
    done = subprocess.run([sys.executable, "scripts/make_docs.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("block", TOML)
def test_settings_in_the_documentation_are_settings(block):
    table = tomllib.loads(block)
    config = Config.from_mapping(table.get("tool", {}).get("cleaner", table))
    assert config != Config()
    assert [fault for rule in config.rules for fault in userrules.failures(rule)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_commands_in_the_documentation_are_commands(path):
    used = set(re.findall(r"\bcleaner ([a-z]+)\b(?= [\[A-Za-z.<-]|`|$)", "\n".join(code(path.read_text()))))
    assert sorted(used - {*COMMANDS}) == []


def test_the_changelog_counts_no_more_than_there_is():
    told = re.search(r"Over (\d+) rules, phrases in over (\d+) languages", (ROOT / "CHANGELOG.md").read_text())
    phrases = (ROOT / "src/cleaner/rules/phrases").glob("*.txt")
    assert told
    assert int(told[1]) < len(rules())
    assert int(told[2]) < len({path.name.split(".")[-2] for path in phrases})


def code(text: str) -> list[str]:
    """Blocks of shell and code within lines."""
    blocks = re.findall(r"^```(?:sh|yaml)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [*blocks, *re.findall(r"`(cleaner [^`]+)`", text)]


def test_the_figures_of_the_readme_are_those_of_the_page_that_says_how_they_were_measured():
    rows = [line.split(" | ") for line in (ROOT / "README.md").read_text().split("\n") if line.count(" | 0.") == 4]
    measured = (ROOT / "docs" / "algorithm.md").read_text()
    assert len(rows) == 2
    for name, news, web, *_ in rows:
        row = next(line for line in measured.split("\n") if line.startswith("| HTML" if "HTML" in name else "| text"))
        assert re.findall(r"\| (0\.\d{3})", row) == [news, web]
