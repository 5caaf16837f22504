"""`fix`: what goes, what stays as it is, what is refused; through the function and through `main`."""

import json
import os
import stat
import subprocess
from collections.abc import Collection

import pytest

from articles import CLEAN, COPYRIGHT, DIRTY, DOUBTFUL, MENU, PARAGRAPHS, SHARE
from cleaner.cli import main
from cleaner.config import Config
from cleaner.guard import fixing
from cleaner.guard.fixing import fix
from cleaner.guard.residue import Finding, fingerprint
from cleaner.model import UnreadableInputError

HTML = "<html><body><p>" + "</p><p>".join(PARAGRAPHS) + "</p></body></html>"


def fixed(text: str, config: Config = Config(), **how: bool) -> str:
    return fix(text.encode(), config, **how).after.decode()


def marked(text: str, lines: Collection[str]) -> tuple[Finding, ...]:
    """Findings for these lines wherever they stand, a doubtful one too: a stand-in for the rules and weights."""
    found = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line in lines]
    return tuple(Finding(n, n, "ticker", "r", "", -3.0, line != DOUBTFUL, line) for n, line in found)


@pytest.mark.parametrize(
    "data",
    [
        CLEAN,
        CLEAN.rstrip("\n"),
        CLEAN.replace("\n", "\r\n"),
        "\ufeff" + CLEAN,
        "\n\n" + CLEAN.replace("\n\n", "\n\n\n\n") + "\n\n",
        CLEAN.replace("\n\n", "\n"),
        "",
        "\n",
        "Menu\n",
    ],
    ids=["LF", "no last line end", "CR LF", "BOM", "blank lines", "none", "empty", "a line end", "of one word"],
)
def test_what_has_no_residue_or_nothing_else_stays(data):
    assert fixed(data) == data


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "windows-1252"])
@pytest.mark.parametrize("last", [True, False], ids=["line end at the end", "no line end at the end"])
def test_bytes_that_stay_are_the_same(end, encoding, last):
    def written(text: str) -> bytes:
        return (text if last else text.rstrip("\n")).replace("council", "cäuncil").replace("\n", end).encode(encoding)

    assert fix(written(DIRTY), Config()).after == written(CLEAN)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("{0}\n{claim}\n{1}\n", "{0}\n{1}\n"),
        ("{0}\n\n{claim}\n{1}\n", "{0}\n\n{1}\n"),
        ("{0}\n{claim}\n\n\n{1}\n", "{0}\n\n\n{1}\n"),
        ("{0}\n\n{claim}\n\n{1}\n", "{0}\n\n{1}\n"),
        ("{0}\n\n{claim}\n\n{share}\n\n{1}\n", "{0}\n\n{1}\n"),
        ("{0}\n\n\n{1}\n\n{share}\n", "{0}\n\n\n{1}\n"),
        ("\n{claim}\n\n{0}\n{1}\n", "{0}\n{1}\n"),
        ("{0}\n{1}\n\n{share}\n\n\n", "{0}\n{1}\n"),
        ("{0}\n \t\n{claim}\n{1}", "{0}\n \t\n{1}"),
    ],
)
def test_no_seam_is_seen(monkeypatch, dirty, clean):
    monkeypatch.setattr(fixing, "find", lambda text, *_: marked(text, {COPYRIGHT, SHARE}))
    parts = ("\n".join(PARAGRAPHS[:3]), "\n".join(PARAGRAPHS[3:]))
    assert fixed(dirty.format(*parts, claim=COPYRIGHT, share=SHARE)) == clean.format(*parts)


def test_it_says_what_went_and_what_was_left(monkeypatch):
    monkeypatch.setattr(fixing, "find", lambda text, *_: marked(text, {MENU, SHARE, COPYRIGHT, DOUBTFUL}))
    done = fix(f"{DIRTY}\n{DOUBTFUL}\n".encode(), Config())
    assert [(one.line, one.text) for one in done.removed] == [(1, MENU), (13, SHARE), (15, COPYRIGHT)]
    assert [(one.line, one.text, one.clear) for one in done.left] == [(11, DOUBTFUL, False)]
    assert done.after.decode() == f"{CLEAN}\n{DOUBTFUL}\n"
    assert 0.1 < done.share < 0.2


def test_headline_byline_and_date_stay_unless_selected():
    text = f"Bridge to reopen in May\nBy Anna Brook\n12 March 2024\n\n{DIRTY}"
    assert fixed(text).startswith("Bridge to reopen in May\nBy Anna Brook\n12 March 2024\n\nThe council")
    assert "12 March" not in fixed(text, Config(select=("date",)))
    assert MENU in fixed(text, Config(select=("date",)))


@pytest.mark.parametrize(
    ("config", "stays"),
    [
        (Config(ignore=("navigation",)), {MENU}),
        (Config(ignore=("share_button",), fix_margin=100), {SHARE}),
        (Config(keep=("legal",)), {COPYRIGHT}),
        (Config(select=("legal",)), {MENU, SHARE}),
        (Config(select=("menu_row", "share_button")), {COPYRIGHT}),
        (Config(threshold=100), {MENU, SHARE, COPYRIGHT}),
    ],
)
def test_settings_say_what_residue_is(config, stays):
    after = fixed(DIRTY, config).split("\n")
    assert {line for line in (MENU, SHARE, COPYRIGHT) if line in after} == stays


def test_a_line_in_the_baseline_stays():
    done = fix(DIRTY.encode(), Config(), {fingerprint(SHARE)})
    assert done.after.decode() == f"{CLEAN}\n{SHARE}\n"
    assert done.left == ()


def test_a_document_that_would_lose_much_is_refused():
    text = "\n".join([MENU] * 40) + "\n\n" + CLEAN
    done = fix(text.encode(), Config())
    assert (done.after, done.removed) == (text.encode(), ())
    assert "of its words would go, more than the 50% that fix_limit allows" in done.refusal
    assert fixed(text, allow_over=True) == fixed(text, Config(fix_limit=1.0)) == CLEAN


@pytest.mark.parametrize(
    "dirty",
    [
        f"{SHARE}\n{COPYRIGHT}\n\n{CLEAN}",
        f"~~~\n{SHARE}\n{COPYRIGHT}\n~~~\n\n{CLEAN}",
        f"{CLEAN}\n```\n\n{SHARE}\n{COPYRIGHT}\n",
        f"```\n{SHARE}\n\n{CLEAN}\n{COPYRIGHT}\n```\n",
    ],
    ids=["no fence", "separators", "not closed", "around the page"],
)
def test_what_is_not_between_fences_of_code_goes(dirty):
    after = fixed(dirty)
    assert SHARE not in after
    assert COPYRIGHT not in after
    assert after.count("```") == dirty.count("```")
    assert PARAGRAPHS[0] in after


@pytest.mark.parametrize("place", [0, 2, 5], ids=["first", "inside", "last"])
@pytest.mark.parametrize("end", ["\n", "\n\n"], ids=["touching", "apart"])
@pytest.mark.parametrize("config", [Config(), Config(fix_margin=0, fix_limit=1)], ids=["as usual", "all that is found"])
@pytest.mark.parametrize(
    "code",
    [
        f"```html\n<nav>\nHome\n\nNews\n{SHARE}\n</nav>\n```",
        "```ini\n[menu]\nhome = /\nsign_in = /login\n```",
        f"```\n{COPYRIGHT}\n```",
        f"````\n```\nprint('{SHARE}')\n```\n````",
        f"```\n{SHARE}\n" + "Home\nNews\nSport\n" * 60 + "```",
    ],
    ids=["page", "settings", "claim", "fences in fences", "most of the file"],
)
def test_code_between_fences_is_not_taken_apart(place, end, config, code):
    text = end.join([*PARAGRAPHS[:place], code, *PARAGRAPHS[place:]])
    assert fixed(text, config) == text
    assert fixed(f"{MENU}\n\n{text}\n\n{SHARE}\n", config) == f"{text}\n"


def test_a_wall_of_text_is_not_cut():
    wall = " ".join([*PARAGRAPHS * 5, COPYRIGHT]) + "\n"
    assert fixed(wall, Config(select=("legal",))) == wall


def test_residue_that_shows_only_later_goes_too(monkeypatch):
    """A stand-in for a neighbourhood: a line is residue once the line above it is gone."""
    rows = [f"Row {i}" for i in range(20)]

    monkeypatch.setattr(fixing, "find", lambda text, *_: marked(text.split("\n")[0], rows))
    text = "\n".join([*rows, *PARAGRAPHS * 4]) + "\n"
    done = fix(text.encode(), Config())
    assert [one.line for one in done.removed] == list(range(1, 21))
    assert not fix(done.after, Config()).changed
    monkeypatch.setattr(fixing, "_ROUNDS", 20)
    assert fix(text.encode(), Config()).refusal == "it does not settle after 20 passes"


@pytest.mark.parametrize("data", [HTML.encode(), bytes(range(256)) * 20, b"%PDF-1.7"], ids=["HTML", "binary", "PDF"])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(UnreadableInputError, match=r"[A-Z].*\."):
        fix(data, Config())


def test_what_would_be_html_without_its_first_line_is_left():
    text = f"{MENU}\n" + "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
    done = fix(text.encode(), Config())
    assert done.after in (text.encode(), done.before)
    assert done.refusal == "it would no longer be read as utf-8"


# --- The command ----------------------------------------------------------------------------------------------------


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dirty.txt").write_text(DIRTY)
    (tmp_path / "clean.txt").write_text(CLEAN)
    return tmp_path


def test_a_second_run_has_nothing_to_do(place, capsys):
    assert main(["fix", "."]) == 1
    assert capsys.readouterr().out == "dirty.txt: 3 lines out (legal 1, navigation 1, share 1)\n"
    assert (place / "dirty.txt").read_text() == CLEAN
    assert main(["fix", "."]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", "."]) == 0


def test_a_file_is_written_only_if_it_changes_and_keeps_its_mode(place):
    clean, dirty = place / "clean.txt", place / "dirty.txt"
    dirty.chmod(0o640)
    link = place / "link.txt"
    link.symlink_to("dirty.txt")
    before = clean.stat()
    assert main(["fix", "-q", "clean.txt", "link.txt"]) == 1
    assert (clean.stat().st_mtime_ns, clean.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert stat.S_IMODE(dirty.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert dirty.read_text() == CLEAN
    assert sorted(path.name for path in place.iterdir()) == ["clean.txt", "dirty.txt", "link.txt"]


def test_what_goes_can_be_had_back(place):
    (place / "dirty.txt.orig").write_text("somebody's own")
    assert main(["fix", "--backup", "--removed-to", "out", "dirty.txt", "clean.txt"]) == 1
    assert (place / "dirty.txt.orig").read_text() == "somebody's own"
    assert (place / "dirty.txt.orig.2").read_text() == DIRTY
    assert sorted(path.name for path in (place / "out").iterdir()) == ["dirty.txt.diff"]
    subprocess.run(["git", "apply", "-R", "out/dirty.txt.diff"], check=True, cwd=place)
    assert (place / "dirty.txt").read_text() == DIRTY


def test_json_has_every_reason(place, capsys):
    (place / "binary.txt").write_bytes(bytes(range(256)) * 20)
    assert main(["fix", "--json", "."]) == 3
    binary, clean, dirty = json.loads(capsys.readouterr().out)["files"]
    assert binary["error"].startswith("The input looks like binary data")
    assert (clean["changed"], clean["removed"], clean["left"]) == (False, [], [])
    assert (dirty["changed"], dirty["refusal"]) == (True, None)
    assert [one["line"] for one in dirty["removed"]] == [1, 13, 15]
    assert all(one["evidence"] for one in dirty["removed"])


def test_a_file_that_cannot_be_written_fails_alone(place, monkeypatch):
    chmod = os.chmod

    def refuse(path: str | os.PathLike[str], mode: int, **more: bool) -> None:  # as root nothing else would be refused
        if "locked" in os.fspath(path):
            raise PermissionError(13, "Permission denied")
        chmod(path, mode, **more)

    (place / "locked").mkdir()
    (place / "locked" / "a.txt").write_text(DIRTY)
    monkeypatch.setattr(os, "chmod", refuse)
    assert main(["fix", "locked", "dirty.txt"]) == 3
    assert (place / "dirty.txt").read_text() == CLEAN
    assert (place / "locked" / "a.txt").read_text() == DIRTY


def test_a_failed_write_leaves_the_file(place, monkeypatch, capsys):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "chmod", full)
    assert main(["fix", "dirty.txt"]) == 3
    assert "dirty.txt: Could not write 'dirty.txt': no space left on device; make room" in capsys.readouterr().err
    assert (place / "dirty.txt").read_text() == DIRTY
    assert sorted(path.name for path in place.iterdir()) == ["clean.txt", "dirty.txt"]


def test_what_fails_or_is_refused_is_said(place, capsys):
    (place / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (place / "page.txt").write_text(HTML)
    (place / "page.html").write_text(HTML)
    (place / "much.txt").write_text("\n".join([MENU] * 40) + "\n\n" + CLEAN)
    assert main(["fix", "much.txt"]) == 0
    assert "much.txt: left as it is: " in capsys.readouterr().err
    assert main(["fix", "--allow-over", "much.txt"]) == 1
    assert (place / "much.txt").read_text() == CLEAN
    assert main(["fix", "."]) == 3
    said = capsys.readouterr().err
    assert "binary.txt: The input looks like binary data" in said
    assert "page.txt: The document is HTML" in said
    assert "page.html" not in said  # not a file of text, and nobody named it
    assert main(["fix", "page.html"]) == 3


def test_standard_input_cannot_be_fixed(place, capsys):
    assert main(["fix", "-"]) == 2
    assert "`cleaner diff -`" in capsys.readouterr().err
