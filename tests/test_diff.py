"""`diff`: what `fix` would do, as a patch that can be applied either way."""

import subprocess

import pytest

from articles import CLEAN, DIRTY, MENU, PARAGRAPHS, SHARE
from cleaner.cli import main
from cleaner.config import Config
from cleaner.guard.fixing import Fixed, diff, fix

WRITTEN = [
    (DIRTY, "utf-8"),
    (DIRTY.rstrip("\n"), "utf-8"),
    (f"{CLEAN}\n{SHARE}", "utf-8"),
    (DIRTY.replace("\n", "\r\n"), "utf-8-sig"),
    (DIRTY.replace("\n", "\r"), "windows-1252"),
    (DIRTY, "utf-16"),
]


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q", "."], check=True)
    return tmp_path


def test_nothing_to_do_is_no_diff():
    assert diff(Fixed(b"Text.\n", b"Text.\n"), b"a.txt") == b""


@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
@pytest.mark.parametrize("name", ["a.txt", "two words.txt", "новости.txt"])
def test_git_applies_it(repository, capsysbinary, text, encoding, name):
    path = repository / name
    path.write_bytes(text.encode(encoding))
    assert main(["diff", name]) == 1
    patch = capsysbinary.readouterr().out
    assert path.read_bytes() == text.encode(encoding)
    apply = ["git", "apply", "--whitespace=nowarn"]
    subprocess.run(apply, input=patch, check=True)
    assert path.read_bytes() == fix(text.encode(encoding), Config()).after != text.encode(encoding)
    subprocess.run([*apply, "-R"], input=patch, check=True)
    assert path.read_bytes() == text.encode(encoding)


def test_it_is_what_fix_does(tmp_path, monkeypatch, capsysbinary):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(f"{MENU}\n\n{PARAGRAPHS[0]}\n")
    (tmp_path / "clean.txt").write_text(CLEAN)
    assert main(["diff", "clean.txt"]) == 0
    assert capsysbinary.readouterr().out == b""
    assert main(["diff", "--config", "/dev/null", "a.txt", "clean.txt"]) == 1
    shown = capsysbinary.readouterr().out.decode()
    reason, shown = shown.split("\n", 1)
    assert reason.startswith("# a.txt:1: navigation menu_row: ")
    assert shown == f"--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1 @@\n-{MENU}\n-\n {PARAGRAPHS[0]}\n"


def test_refusals_and_failures_are_said(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "much.txt").write_text("\n".join([MENU] * 40) + "\n\n" + CLEAN)
    (tmp_path / "page.txt").write_text("<html><body><p>One.</p></body></html>")
    assert main(["diff", "much.txt"]) == 0
    assert "fix would leave it as it is" in capsys.readouterr().err
    assert main(["diff", "--allow-over", "much.txt"]) == 1
    assert main(["diff", "page.txt"]) == 3
