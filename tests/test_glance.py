"""What a terminal shows: a document at a glance, and a diff in colour."""

import re

import pytest

import cleaner
from articles import DIRTY, MENU, PARAGRAPHS
from cleaner.cli import main

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def terminal(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "a.txt").write_text(DIRTY)
    return tmp_path


def test_a_document_at_a_glance(terminal, capsys):
    assert main(["explain", "a.txt"]) == 0
    out = capsys.readouterr().out
    rows = COLOUR.sub("", out).split("\n")
    assert next(row for row in rows if row.startswith("words")).startswith("words     kept ")
    letters = "".join("■" if line.kept else line.label[0] for line in cleaner.clean(DIRTY, kind="text").lines)
    assert letters.startswith("n■■■■■")
    assert next(row for row in rows if row.startswith("lines")) == f"lines     {letters}"
    bar = next(row for row in rows if "█" in row)
    assert 60 <= len(bar.strip()) <= 72
    assert bar.count("█") > bar.count("▓") + bar.count("▒") > 0
    assert "\x1b[31mnavigation" in out
    assert not [row for row in rows if len(row) > 80]


def test_votes_on_demand(terminal, capsys):
    main(["explain", "a.txt"])
    without = capsys.readouterr().out.count("\n")
    main(["explain", "a.txt", "--votes"])
    shown = COLOUR.sub("", capsys.readouterr().out)
    assert shown.count("\n") > without
    assert re.search(r"^ {8}navigation +\+4\.0  menu_row: names 5 menu entries", shown, re.MULTILINE)


def test_a_long_page_has_a_short_strip(terminal, capsys):
    (terminal / "long.txt").write_text(
        "\n".join([MENU, *(f"In year {year} {text}" for year in range(200) for text in PARAGRAPHS)])
    )
    main(["explain", "long.txt"])
    rows = COLOUR.sub("", capsys.readouterr().out).split("\n")
    assert sum("■■■" in row for row in rows) == 3


@pytest.mark.parametrize(
    ("argv", "coloured"),
    [
        (["a.txt"], False),
        (["--color=auto", "a.txt"], False),
        (["--color=never", "a.txt"], False),
        (["--color", "a.txt"], True),
        (["--color=always", "a.txt"], True),
        (["a.txt", "--color"], True),
    ],
)
def test_a_diff_is_coloured_when_it_is_asked_for(terminal, capsys, argv, coloured):
    assert main(["diff", *argv]) == 1
    out = capsys.readouterr().out
    assert ("\x1b[31m-" + MENU in out) == coloured
    assert ("\x1b" in out) == coloured
    assert "-" + MENU + "\n" in COLOUR.sub("", out)


def test_auto_is_for_a_terminal_that_wants_it(terminal, capsys, monkeypatch):
    from cleaner.commands import diff

    monkeypatch.setattr(diff.sys.stdout, "isatty", lambda: True, raising=False)
    assert main(["diff", "a.txt"]) == 1
    assert "\x1b[31m" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["diff", "a.txt"]) == 1
    assert "\x1b" not in capsys.readouterr().out


def test_a_coloured_diff_gives_no_commands(terminal, capsys):
    (terminal / "b.txt").write_text(f"{MENU}\n\n{PARAGRAPHS[0]} \x1b]0;x\x07 \u202egnp\n\n{PARAGRAPHS[1]}\n")
    main(["diff", "--color", "b.txt"])
    out = COLOUR.sub("", capsys.readouterr().out)
    assert "\\x1b]0;x\\x07 \\u202egnp" in out
    assert not set(out) & set("\x1b\x07\u202e")


def test_only_these_colours(terminal, capsys):
    assert main(["diff", "--color=blue", "a.txt"]) == 2
    assert "'blue' is not one of" in capsys.readouterr().err
