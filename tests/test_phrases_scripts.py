"""Phrases of languages in scripts of their own: the prose that must not hold them, and small pages that do.

Each file of `fixtures/scripts` is a page and, below `===`, sentences of articles about boilerplate, which are near
misses. On the page `- ` begins boilerplate and metadata, `? ` a link between paragraphs that a rule has to find, `= `
the headline; every other line is the article's.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import cleaner
from cleaner import pipeline
from cleaner.features import cues

FILES = sorted((Path(__file__).parent / "fixtures/scripts").glob("*.txt"))
IDS = [path.stem for path in FILES]
LANGUAGES = set("am as ckb gu hy ka kk km kn ky lo mk ml mn mr my ne or pa ps si ta te tg ur zh-hant".split())
MARKS = ("- ", "= ", "? ")
SOFT = {"letter"}  # asked only when an appeal was opened


def read(path: Path) -> tuple[list[str], list[str]]:
    """The page's lines with their marks, and the near misses."""
    page, _, misses = path.read_text(encoding="utf-8").partition("===\n")
    return page.splitlines(), misses.splitlines()


def test_every_language_has_a_page():
    assert set(IDS) == LANGUAGES


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_prose_about_such_things_holds_no_phrase_and_stays(path):
    _, misses = read(path)
    found = {family: [cue.text for cue in some] for family, some in cues.find(misses).items() if family not in SOFT}
    assert len(misses) >= 2
    assert found == {}
    kept = cleaner.clean("\n\n".join(misses), kind="text").text
    assert [line for line in misses if line not in kept] == []


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["dense", "spaced"])
@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_paragraphs_of_a_page_stay_and_its_boilerplate_goes(path, between):
    page, _ = read(path)
    body = [line for line in page if not line.startswith(MARKS)]
    junk = [line[2:] for line in page if line.startswith("- ")]
    source = between.join(line[2:] if line.startswith(MARKS) else line for line in page) + "\n"
    result = cleaner.clean(source, kind="text")
    kept = result.text.splitlines()
    assert len(body) >= 3
    assert [line for line in body if line not in kept] == []
    assert len(junk) >= 8
    assert [line for line in junk if line in kept] == []
    assert result.restore() == source


@pytest.mark.parametrize(
    "path", [path for path in FILES if "\n? " in path.read_text(encoding="utf-8")], ids=lambda p: p.stem
)
def test_a_link_between_paragraphs_is_found(path):
    page, _ = read(path)
    found = pipeline.clean("\n\n".join(line[2:] if line.startswith(MARKS) else line for line in page), kind="text")
    links = [i for i, line in enumerate(page) if line.startswith("? ")]
    assert links == [vote.line for vote in found.votes if vote.rule == "read_also"]
