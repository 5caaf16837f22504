"""`check`: rows, formats, what is selected, which files are looked at, exit codes."""

import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from articles import CLEAN, DIRTY, DOUBTFUL, MENU, RESIDUE
from cleaner import model, rules
from cleaner.cli import main
from cleaner.config import Config, globs
from cleaner.guard import residue
from cleaner.guard.findings import Report, github
from cleaner.guard.residue import Finding

ODD_NAMES = ("-q.txt", "-dash.txt", "--json", "two words.txt", "новости.txt", "line\nbreak.txt", "50%,a:b.txt")


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in {"dirty.txt": DIRTY, "clean.txt": CLEAN, "raw/dirty.txt": DIRTY, "raw/b/dirty.md": DIRTY}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def check(capsys):
    """Run it: the exit code, and the first field of each row."""

    def run(*args: str) -> tuple[int, list[str]]:
        code = main(["check", *args])
        return code, [row.split(":")[0] for row in capsys.readouterr().out.splitlines()]

    return run


def test_a_pattern_in_quotes_is_what_fits_it(place, check, capsys):
    (place / "raw" / "page.html").write_text("<p>Subscribe to our newsletter</p>")
    assert {name for name in check("raw/**/*")[1] if name} == {"raw/dirty.txt", "raw/b/dirty.md"}
    assert set(check("*.txt")[1]) == {"dirty.txt"}
    assert set(check("*.txt", "--exclude", "dirty.txt")[1]) == set()
    (place / "odd[1].txt").write_text(DIRTY)
    assert set(check("odd[1].txt")[1]) == {"odd[1].txt"}
    assert main(["fix", "none/*.txt"]) == 2
    assert "fits the pattern 'none/*.txt'" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "diff", "fix"])
@pytest.mark.parametrize("name", ["rows.jsonl", "rows.ndjson.gz", "rows.parquet"])
def test_records_are_left_alone(place, capsys, command, name):
    (place / name).write_text(DIRTY)
    assert main([command, name, "clean.txt"]) == 3
    assert capsys.readouterr().err.startswith(f"{name}: The file holds records, and this command takes texts")
    assert (place / name).read_text() == DIRTY


def test_a_row_a_line(place, capsys):
    assert main(["check", "clean.txt"]) == 0
    assert main(["check", "dirty.txt"]) == 1
    rows = capsys.readouterr().out.splitlines()
    assert [row.split(": ")[:2] for row in rows] == [
        ["dirty.txt:1", "navigation menu_row"],
        ["dirty.txt:13", "share share_button"],
        ["dirty.txt:15", "legal copyright_line"],
    ]
    assert all(len(row.split(": ", 2)[2]) > 10 for row in rows)


@pytest.mark.parametrize(
    ("args", "lines"),
    [
        (["--select", "share"], [13]),
        (["--select", "share", "--select", "copyright_line"], [13, 15]),
        (["--ignore", "share"], [1, 15]),
        (["--ignore", "share", "--ignore", "legal", "--ignore", "shape"], [1]),
        (["--threshold", "50"], []),
        (["--clear"], [1, 13, 15]),
    ],
)
def test_what_is_selected(place, capsys, args, lines):
    assert main(["check", "--format", "json", *args, "dirty.txt"]) == int(bool(lines))
    assert [one["line"] for one in json.loads(capsys.readouterr().out)["findings"]] == lines


def test_what_is_not_clear_can_be_left_out(place, capsys, monkeypatch):
    found = [Finding(n, n, "share", "r", "", -1.0, clear, "") for n, clear in ((1, True), (2, False))]
    monkeypatch.setattr(residue, "find", lambda *_: tuple(found))
    assert main(["check", "dirty.txt"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["check", "--clear", "dirty.txt"]) == 1
    assert capsys.readouterr().out.startswith("dirty.txt:1: ")
    found.pop(0)
    assert main(["check", "--clear", "dirty.txt"]) == 0


def test_a_margin_asks_for_a_strong_rule():
    """Beyond any score, only what a rule of weight names is clear; without a margin, all that is found is."""
    text, every = f"{DIRTY}\n{DOUBTFUL}\n", [*model.RESIDUE, "shape"]
    careful, bold = (residue.find(text, Config(fix_margin=margin, select=every)) for margin in (100, 0))
    assert [one.line for one in careful] == [one.line for one in bold]
    assert {one.line: one.clear for one in careful}.items() >= dict.fromkeys(RESIDUE, True).items()
    assert not any(one.clear for one in careful if one.rule == "shape")


STORM = "A storm closed the port on Monday, the harbour master said.\n\nIt will open again if the wind falls.\n"
SHORT = [
    f"Storm closes the port\n\n{STORM}",
    f"Storm closes the port\nBy Ana Cruz\n\n{STORM}",
    f"Storm closes the port\n\nAna Cruz, Harbour Daily\n\n{STORM}",
    f"Storm closes the port\n\nBy Ana Cruz\n\nMonday, 10 July 2025\n\n{STORM}",
    f"# Storm closes the port\n\n*Ana Cruz, Harbour Daily*\n\n{STORM}",
]


def test_headline_and_byline_of_a_short_article_are_no_residue(place, check):
    """No rule names them, and their shape alone leaves doubt; who asks for shapes is told of them."""
    names = [f"short{number}.txt" for number in range(len(SHORT))]
    for name, text in zip(names, SHORT, strict=True):
        (place / name).write_text(text)
    assert check(*names) == (0, [])
    assert check("--select", "shape", *names)[0] == 1
    for name, text in zip(names, SHORT, strict=True):
        (place / name).write_text(f"Share on Facebook\n\n{text}")
    assert check(*names) == (1, names)
    assert main(["fix", *names]) == 1
    assert [(place / name).read_text() for name in names] == SHORT


def finding(line: int, rule: str, score: float, clear: bool) -> Finding:
    return Finding(line, line, "navigation", rule, "", score, clear, "")


@pytest.mark.parametrize(
    ("rule", "score", "clear", "beside", "told"),
    [
        ("shape", -2.5, True, (), False),  # alone: a headline, an author, a subheading
        ("page_top", -2.5, True, (), False),
        ("shape", -1.0, False, (1,), False),
        ("headline_list", -1.0, False, (3, 4), False),  # at the end of others, not between them
        ("shape", -3.5, True, (), True),
        ("shape", -2.5, True, (4,), True),
        ("page_top", -1.0, False, (1, 3), True),
        ("read_also", 0.5, False, (), True),  # it goes by words
    ],
)
def test_shape_and_place_alone_need_company_or_a_clear_score(rule, score, clear, beside, told):
    others = {line: finding(line, "share_button", -5.0, True) for line in beside}
    found = {**others, 2: finding(2, rule, score, clear)}
    doubtful = {line for line, one in found.items() if one.rule in residue.HINTS}
    assert (2 not in doubtful or residue._beyond_doubt(2, found, doubtful, Config())) is told


def test_hints_are_rules_that_know_no_phrase_and_the_shape():
    known = rules.rules()
    assert residue.HINTS - {"shape"} <= known.keys()
    assert all(known[rule].weight < residue.STRONG for rule in residue.HINTS - {"shape"})


def test_sarif_names_rules_places_and_failures(place, capsys):
    (place / "two words.txt").write_text(DIRTY)
    (place / "binary.txt").write_bytes(bytes(range(256)) * 20)
    assert main(["check", "--format", "sarif", "two words.txt", "binary.txt"]) == 3
    log = json.loads(capsys.readouterr().out)
    (run,) = log["runs"]
    assert (log["version"], run["tool"]["driver"]["name"]) == ("2.1.0", "cleaner")
    rules = run["tool"]["driver"]["rules"]
    for result, (line, label) in zip(run["results"], RESIDUE.items(), strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"].startswith(f"{label}: ")
        (place_,) = result["locations"]
        assert place_["physicalLocation"]["artifactLocation"]["uri"] == "two%20words.txt"
        assert place_["physicalLocation"]["region"] == {"startLine": line, "endLine": line}
    assert all(len(rule["shortDescription"]["text"]) > 10 for rule in rules)
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "binary data" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_github_annotations_are_escaped():
    one = Finding(2, 3, "share", "button", "is 50% of\n::warning::it", -3.0, clear=True, text="x")
    (row,) = github(Report("a,b:c%.txt", (one,)))
    assert row == (
        "::warning file=a%2Cb%3Ac%25.txt,line=2,endLine=3,title=cleaner%3A share (button)"
        "::is 50%25 of\ufffd::warning::it"
    )
    (row,) = github(Report("a.txt", error="It is\nbroken."))
    assert row == "::error file=a.txt::It is%0Abroken."


def test_evidence_stays_in_its_row(place, capsys):
    (place / "dirty.txt").write_text(DIRTY.replace("Share on", "Share \x1b[31mon"))
    main(["check", "dirty.txt"])
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_name_of_a_file_is_one(place, capsys, name):
    (place / name).write_text(DIRTY)
    assert main(["check", "--select", "share", "clean.txt", name, "dirty.txt"]) == 1
    shown = name.replace("\n", "\\n")
    assert [row.split(": ")[0] for row in capsys.readouterr().out.splitlines()] == [f"{shown}:13", "dirty.txt:13"]


def test_an_option_is_no_file_just_because_one_has_its_name(place, check):
    (place / "--clear").write_text(DIRTY)
    assert check("--clear", "--select", "share", "clean.txt") == (0, [])


@pytest.mark.parametrize("command", ["check", "diff", "fix"])
def test_no_files_are_no_residue_and_it_is_said(capsys, command):
    assert main([command]) == 0
    assert capsys.readouterr() == ("", "No file was named, so none was looked at.\n")


@pytest.mark.parametrize("command", ["check", "diff", "fix"])
def test_a_directory_that_cannot_be_listed_is_no_clean_one(place, capsys, monkeypatch, command):
    shut_out(monkeypatch, "b")
    assert main([command, "raw/b"]) == 3
    assert capsys.readouterr().err == "raw/b: Could not list 'raw/b': permission denied; change its permissions.\n"
    assert main([command, "--exclude", "b", "--select", "advert", "raw"]) == 0


def test_failures_in_json_have_the_directories_too(place, capsys, monkeypatch):
    shut_out(monkeypatch, "b")
    assert main(["check", "--format", "json", "raw"]) == 3
    assert [one["path"] for one in json.loads(capsys.readouterr().out)["failures"]] == ["raw/b"]


def test_a_baseline_keeps_what_cannot_be_looked_at(place, monkeypatch):
    assert main(["check", "--update-baseline", "raw"]) == 0
    before = (place / ".cleaner-baseline").read_bytes()
    assert b"raw/b/dirty.md" in before
    shut_out(monkeypatch, "b")
    assert main(["check", "--update-baseline", "raw"]) == 3
    assert (place / ".cleaner-baseline").read_bytes() == before


def shut_out(monkeypatch, directory):
    """Let the system refuse a directory of this name, also to the superuser, whom permissions do not stop."""

    def refusing(ask, within):
        def asked(path, *args, **kwargs):
            if not isinstance(path, int) and directory in within(Path(path)).parts:
                raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
            return ask(path, *args, **kwargs)

        return asked

    monkeypatch.setattr(os, "scandir", refusing(os.scandir, Path))
    monkeypatch.setattr(Path, "stat", refusing(Path.stat, lambda path: path.parent))


def test_standard_input(place, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DIRTY.encode())))
    assert main(["check", "-"]) == 1
    assert capsys.readouterr().out.startswith("-:1: navigation menu_row: ")


# --- Which files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("a.txt", "b/xa.txt", False),
        ("*.txt", "a.md", False),
        ("b/*.txt", "b/c/a.txt", False),
        ("b/*.txt", "c/b/a.txt", False),
        ("a?.txt", "a/.txt", False),
        ("a.txt", "aXtxt", False),
        ("ra", "raw/a.txt", False),
        ("a.txt", "b/a.txt", True),
        ("raw", "x/raw/b/a.txt", True),
        ("raw/", "raw/a.txt", True),
        ("/raw", "raw/a.txt", True),
        ("**/b/*.txt", "b/a.txt", True),
        ("raw/**", "raw/b/a.txt", True),
        ("raw/**/a.txt", "raw/a.txt", True),
        ("./raw/a*", "raw/a\n.txt", True),
    ],
)
def test_path_patterns(pattern, path, fits):
    assert globs.matches(path, [pattern]) is fits


@pytest.mark.parametrize(
    ("args", "files"),
    [
        (["."], {"dirty.txt", "raw/dirty.txt", "raw/b/dirty.md"}),
        (["--exclude", "raw", "."], {"dirty.txt"}),
        (["--exclude", "raw/*.txt", "--exclude", "*.md", "."], {"dirty.txt"}),
        (["--exclude", "raw", "raw/dirty.txt"], {"raw/dirty.txt"}),
        (["--exclude", "raw", "--force-exclude", "raw/dirty.txt", "dirty.txt"], {"dirty.txt"}),
    ],
)
def test_exclude(place, check, args, files):
    code, rows = check(*args)
    assert (code, set(rows)) == (1, files)


def test_a_file_is_looked_at_once(place, check):
    found = check("--select", "share", "raw", "raw/dirty.txt", "./raw/dirty.txt", "raw")[1]
    assert found == ["raw/b/dirty.md", "raw/dirty.txt"]
    assert check("--select", "share", "--exclude", "raw", "raw", "raw/dirty.txt")[1] == ["raw/dirty.txt"]


def test_exclude_in_the_configuration_is_relative_to_it(place, check, monkeypatch):
    (place / "cleaner.toml").write_text('exclude = ["raw/b"]')
    monkeypatch.chdir(place / "raw")
    assert set(check(".")[1]) == {"dirty.txt"}
    assert set(check("b/dirty.md")[1]) == {"b/dirty.md"}
    assert check("--force-exclude", "b/dirty.md") == (0, [])


def test_the_configuration_is_found_upwards_from_each_file(place, check):
    (place / "cleaner.toml").write_text('select = ["share"]')
    (place / "raw" / "pyproject.toml").write_text('[tool.cleaner]\nselect = ["legal", "share"]')
    assert check(".")[1] == ["dirty.txt", "raw/b/dirty.md", "raw/b/dirty.md", "raw/dirty.txt", "raw/dirty.txt"]
    assert check("--select", "navigation", ".")[1] == ["dirty.txt", "raw/b/dirty.md", "raw/dirty.txt"]


def test_settings_by_file(place, check):
    (place / "cleaner.toml").write_text(
        'ignore = ["share"]\n[per_file."raw/**"]\nignore = ["legal"]\n[per_file."*.md"]\nselect = ["legal", "share"]\n'
    )
    assert check("dirty.txt", "raw/dirty.txt", "raw/b/dirty.md")[1] == ["dirty.txt", "dirty.txt", "raw/dirty.txt"]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('exlude = ["raw"]', "There is no setting 'exlude'; did you mean 'exclude'?"),
        ('select = ["shares"]', "names 'shares', not a rule or label; did you mean 'share'?"),
        ('ignore = ["menu_raw"]', "did you mean 'menu_row'?"),
        ('[per_file."*.md"]\nselect = ["shares"]', "did you mean 'share'?"),
        ("fix_limit = 3", "'fix_limit' must be a share between 0 and 1"),
    ],
)
def test_a_wrong_configuration_is_refused(place, capsys, settings, message):
    (place / "cleaner.toml").write_text(settings)
    assert main(["check", "dirty.txt"]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "diff", "fix"])
def test_wrong_settings_of_any_file_are_refused_before_anything_is_done(place, capsys, command):
    (place / "raw/b/cleaner.toml").write_text("treshold = 1")
    assert main([command, "dirty.txt", "raw"]) == 2
    assert not capsys.readouterr().out
    assert (place / "dirty.txt").read_text() == DIRTY


@pytest.mark.parametrize("command", ["check", "diff", "fix"])
def test_a_baseline_that_is_named_and_not_there_is_no_empty_one(place, capsys, command):
    assert main([command, "--baseline", "kept", "dirty.txt"]) == 2
    assert "There is no baseline 'kept'" in capsys.readouterr().err
    assert (place / "dirty.txt").read_text() == DIRTY
    assert main(["check", "--update-baseline", "--baseline", "kept", "dirty.txt"]) == 0
    assert main([command, "--baseline", "kept", "dirty.txt"]) == 0


@pytest.mark.parametrize("args", [["gone.txt"], ["--select", "shares", "dirty.txt"], ["--format", "xml", "dirty.txt"]])
def test_usage_errors(place, args):
    assert main(["check", *args]) == 2


def test_html_is_refused_by_its_name(place, capsys):
    Path("a.html").write_text("<p>The river rose by two metres on Monday, the mayor said.")
    assert main(["check", "a.html"]) == 3
    assert "a.html: The file is HTML by its name" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "diff", "fix"])
def test_html_beside_texts_is_not_taken_for_clean(place, capsys, command):
    for name in ("a.html", "raw/b/b.xhtml", "raw/c.htm"):
        (place / name).write_text("<p>The river rose by two metres on Monday, the mayor said.")
    assert main([command, ".", "raw"]) == 1
    assert "Not looked at: 3 HTML files; this command takes texts" in capsys.readouterr().err
    assert main([command, "--exclude", "*.*htm*", "--exclude", "*.htm", "clean.txt", "raw"]) <= 1
    assert "Not looked at" not in capsys.readouterr().err
    assert main([command, "raw/c.htm", "clean.txt"]) == 3
    assert "Not looked at" not in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "diff", "fix"])
@pytest.mark.parametrize("given", ["pages", "pages/*"])
def test_nothing_but_html_is_an_error_and_no_all_clear(place, capsys, command, given):
    (place / "pages").mkdir()
    (place / "pages" / "a.html").write_text("<p>The river rose by two metres on Monday, the mayor said.")
    assert main([command, given]) == 2
    assert "There is nothing but 1 HTML file here: this command takes texts" in capsys.readouterr().err
    (place / "cleaner.toml").write_text('exclude = ["pages"]')
    assert main([command, given]) == 0
    assert capsys.readouterr().err.count("HTML") == 0


def test_a_directory_without_documents_is_told_what_is_taken(place, capsys):
    (place / "empty").mkdir()
    assert main(["check", "empty"]) == 2
    assert "from a directory the files .md .text .txt are taken" in capsys.readouterr().err


def test_failures_do_not_stop_the_others(place, check):
    (place / "a-binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    code, rows = check(".")
    assert code == 3
    assert {"dirty.txt", "raw/dirty.txt"} <= set(rows)


def test_it_starts_without_what_it_does_not_need(place):
    program = "import sys; from cleaner.cli import main; main(['check', 'dirty.txt']); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1]
    assert MENU.split()[0].lower() in done.stdout
    assert not [name for name in ("trafilatura", "selectolax", "rich", "regex") if f"'{name}'" in loaded]
