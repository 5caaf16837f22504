"""Poems, lyrics, recipes, transcripts, questions, live blogs, tables, code, walls and single lines keep their body.

In `fixtures/genres` a line that begins with `- ` is boilerplate or metadata; every other line is the article's.
"""

from pathlib import Path

import pytest

import cleaner
from cleaner import plain
from cleaner.plain import walls

GENRES = sorted((Path(__file__).parent / "fixtures/genres").glob("*.txt"))
HEADLINE = pytest.mark.xfail(reason="its headline, without date or byline, may stay", strict=True)
MYSTERIES = {"news.hi": HEADLINE}
BETWEEN = {"as written": None, "dense": "\n", "spaced": "\n\n"}


def lines_of(path: Path, between: str | None) -> tuple[str, list[str], list[str]]:
    """The source as a page would have it, its body lines and the others."""
    lines = path.read_text(encoding="utf-8").splitlines()
    body = [line.strip() for line in lines if line.strip() and not line.startswith("- ")]
    junk = [line[2:].strip() for line in lines if line.startswith("- ")]
    bare = [line.removeprefix("- ") for line in lines]
    source = "\n".join(bare) if between is None else between.join(line for line in bare if line.strip())
    return source + "\n", body, junk


@pytest.mark.parametrize("path", GENRES, ids=lambda path: path.stem)
@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN.keys())
def test_body_lines_stay(path: Path, between: str | None) -> None:
    source, body, _ = lines_of(path, between)
    result = cleaner.clean(source, kind="text")
    kept = " ".join(result.text.split())
    assert [line for line in body if " ".join(line.split()) not in kept] == []
    assert result.restore() == source


@pytest.mark.parametrize("path", [pytest.param(p, id=p.stem, marks=MYSTERIES.get(p.stem, ())) for p in GENRES])
def test_boilerplate_goes(path: Path) -> None:
    source, _, junk = lines_of(path, None)
    kept = {" ".join(line.split()) for line in cleaner.clean(source, kind="text").text.split("\n")}
    assert [line for line in junk if line in kept] == []


def test_a_wall_without_end_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    wall = "The old bridge was closed on Monday. " * 100
    assert len(plain.read(wall)) == 100
    monkeypatch.setattr(walls, "_MOST", 100)
    assert len(plain.read(wall)) == 100
    monkeypatch.setattr(walls, "_MOST", 90)
    assert len(plain.read(wall)) == 1


def test_a_wall_is_split_and_restored() -> None:
    (wall,) = [path for path in GENRES if path.stem == "wall.en"]
    source = wall.read_text(encoding="utf-8").strip() + " Nobody was seen near the river that night." * 60
    result = cleaner.clean(source)
    assert len(result.lines) > 4
    assert all(line.kept for line in result.lines[:6])
    assert result.restore() == source
