"""The baseline: what a person keeps is known again wherever it moves within its file, and nowhere else."""

import pytest

from articles import CLEAN, DIRTY, MENU, SHARE
from cleaner.cli import main
from cleaner.guard import baseline
from cleaner.guard.baseline import Baseline, loads
from cleaner.guard.residue import fingerprint
from cleaner.model import ConfigError

ONE, TWO = fingerprint(MENU), fingerprint(SHARE)


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).write_text(DIRTY)
    return tmp_path


@pytest.mark.parametrize("text", ["x", f"{ONE}", f"{ONE} ", ONE[1:] + " a.txt", f"<<<<<<< HEAD\n{ONE} a.txt"])
def test_what_is_no_row_is_refused_with_its_line(text):
    with pytest.raises(ConfigError, match=r"^kept:2 is no row of a baseline .* --update-baseline`\.$"):
        loads(f"# title\n{text}\n", "kept")


def test_rows_are_sorted_and_read_back():
    made = Baseline().updated({"b c.txt": [TWO, ONE, ONE], "a.txt": [TWO]})
    assert made.dumps().splitlines()[1:] == [f"{TWO} a.txt", *(f"{one} b c.txt" for one in sorted((ONE, TWO)))]
    assert loads(made.dumps()).kept == made.kept
    assert loads(made.dumps().replace("\n", "\r\n")).kept == made.kept
    assert loads(made.updated({"b c.txt": []}).dumps())["b c.txt"] == frozenset()


def test_what_is_kept_is_reported_no_more(place, capsys):
    assert main(["check", "."]) == 1
    assert main(["check", "--update-baseline", "."]) == 0
    assert "6 lines kept" in capsys.readouterr().err
    assert main(["check", "."]) == 0
    assert main(["fix", "."]) == 0
    assert (place / "a.txt").read_text() == DIRTY


def test_a_line_may_move_but_not_into_another_file(place, capsys):
    main(["check", "--update-baseline", "--select", "share", "a.txt"])
    (place / "a.txt").write_text(DIRTY.replace(SHARE, f"  {SHARE.replace(' ', '   ')}") + f"\n{SHARE}\n")
    capsys.readouterr()
    assert main(["check", "--select", "share", "."]) == 1
    assert [row.split(":")[0] for row in capsys.readouterr().out.splitlines()] == ["sub/b.txt"]


def test_an_update_forgets_what_is_gone_and_leaves_other_files_alone(place):
    main(["check", "--update-baseline", "."])
    first = loads((place / ".cleaner-baseline").read_text())
    assert set(first.kept) == {"a.txt", "sub/b.txt"}
    (place / "a.txt").write_text(CLEAN)
    main(["check", "--update-baseline", "a.txt"])
    second = loads((place / ".cleaner-baseline").read_text())
    assert (set(second.kept), second["sub/b.txt"]) == ({"sub/b.txt"}, first["sub/b.txt"])
    (place / "sub" / "b.txt").unlink()
    main(["check", "--update-baseline", "a.txt"])
    assert loads((place / ".cleaner-baseline").read_text()).kept == {}


def test_it_stands_beside_the_configuration(place, monkeypatch):
    (place / "cleaner.toml").write_text('baseline = "looked-at"')
    monkeypatch.chdir(place / "sub")
    assert main(["check", "--update-baseline", "b.txt"]) == 0
    assert set(baseline.load(place / "looked-at").kept) == {"sub/b.txt"}
    assert main(["check", "b.txt"]) == 0
    monkeypatch.chdir("/")
    assert main(["check", str(place / "sub" / "b.txt")]) == 0
    other = place / "other"
    assert main(["check", "--baseline", str(other), str(place / "sub" / "b.txt")]) == 2  # is it misspelt?
    other.write_text(baseline.Baseline().dumps())
    assert main(["check", "--baseline", str(other), str(place / "sub" / "b.txt")]) == 1


def test_a_baseline_that_cannot_be_read_stops_the_run(place, capsys):
    (place / ".cleaner-baseline").write_text("half a merge\n")
    assert main(["check", "a.txt"]) == 2
    assert ".cleaner-baseline:1 is no row" in capsys.readouterr().err
    (place / ".cleaner-baseline").write_bytes(b"\xff\xfe")
    assert main(["check", "a.txt"]) == 2


def test_standard_input_has_no_baseline(place):
    assert main(["check", "--update-baseline", "-"]) == 2
