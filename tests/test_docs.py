"""What is written says what is there."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from cleaner.cli import COMMANDS
from cleaner.config import Config, userrules
from cleaner.model import FLAGS
from cleaner.rules import rules

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
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


def test_the_figures_of_trafilatura_are_those_of_the_benchmarks():
    rows = [line.split(" | ") for line in (ROOT / "README.md").read_text().split("\n") if line.count(" | 0.") == 4]
    page = (ROOT / "docs" / "benchmarks.md").read_text()
    for place, name in ((3, "news"), (4, "web")):
        found = re.search(rf"^\| {name} \| trafilatura \|.* (0\.\d{{3}}) \| 1\.0 ", page, re.MULTILINE)
        assert found
        assert {row[place].removesuffix(" |") for row in rows} == {found[1]}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_to_what_is_there(path):
    text = re.sub(r"^(`{3,}).*?^\1$|`[^`\n]*`", "", path.read_text(), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(([^()\s]+)\)", text):
        if "://" not in target:
            name, _, anchor = target.partition("#")
            page = path.parent / name if name else path
            assert page.exists(), target
            assert not anchor or anchor in anchors(page.read_text()), target


def anchors(text: str) -> set[str]:
    """Names under which headings can be linked to, as code hosts make them."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_flag_is_explained():
    flags = (ROOT / "docs" / "sidecar.md").read_text().partition("## Flags")[2].partition("##")[0]
    assert set(re.findall(r"`(\w+)`(?=[, |`\w]* \| )", flags)) >= set(FLAGS)


def test_every_page_can_be_found_from_the_readme():
    readme = (ROOT / "README.md").read_text()
    assert [path.name for path in PAGES if path.parent != ROOT and f"docs/{path.name}" not in readme] == []


def test_the_modules_that_the_algorithm_names_are_there():
    named = set(re.findall(r"`([\w/]+(?:\.py|/))`", (ROOT / "docs" / "algorithm.md").read_text()))
    assert len(named) > 20
    assert sorted(name for name in named if not (ROOT / "src/cleaner" / name).exists()) == []
