"""The command, through `main(argv)`: what it takes, what it says, what it returns."""

import errno
import io
import json
import os
import sys
from pathlib import Path
from typing import get_args

import pytest

from cleaner import __version__, declared, files, peers, reasons, sidecar
from cleaner.cli import COMMANDS, main
from cleaner.rules import rules

PROSE = (
    "The council voted on Monday to reopen the old bridge, after two years in which the town had been cut in half.\n\n"
    "Engineers had found cracks in three of its five arches, and repairs took longer than expected, the mayor said.\n\n"
    "The first buses will cross the river again in May, and shops on the north side hope that customers will follow.\n"
)
PAGE = "Home | World | Sport | Culture\n\n" + PROSE
HTML = "<html><body><article>" + "".join(f"<p>{part}</p>" for part in PROSE.split("\n\n")) + "</article></body></html>"
BINARY = bytes(range(256)) * 40

TREE = {
    "good/a.txt": PAGE,
    "good/sub/b.html": HTML,
    "bad/a.txt": PAGE,
    "bad/binary.txt": BINARY,
    "bad/empty.txt": "",
    "clash/a.html": HTML,
    "clash/a.txt": PAGE,
    "case/a.txt": PAGE,
    "case/A.txt": PAGE,
    "other/a.txt": PAGE,
    "pictures/a.png": BINARY,
    "odd/-dash.txt": PAGE,
    "odd/two words.txt": PAGE,
    "odd/новости.html": HTML,
    "rows/a.jsonl": json.dumps({"id": "one", "text": PAGE, "crawl": 7}) + "\n",
    "rows/a.ndjson": json.dumps({"text": PAGE}) + "\n",
    "up.list": "../a.txt\n",
    "mirror.list": "good/a.txt\n\ngood/sub/b.html\n",
    "strict.toml": 'keep = ["navigation"]\n',
    "wrong.toml": "treshold = 1\n",
    "broken.toml": "keep = [\n",
    "taken.toml": '[[rules]]\nid = "read_also"\nlabel = "promo"\nphrases = ["tickets"]\n',
    "selects.toml": 'select = ["tikker"]\n',
}


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A directory of inputs, the current one."""
    for name, content in TREE.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (tmp_path / "nothing").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsysbinary, monkeypatch):
    """Call the command: its exit code, its output as bytes, its messages as one line of text."""

    def call(*argv: str, stdin: bytes = b"") -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(list(argv))
        out, err = capsysbinary.readouterr()
        return code, out, " ".join(err.decode().split())

    return call


def written(root: str) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in Path(root).rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["good"], ["a", "sub/b"]),
        (["good/a.txt"], ["a"]),
        (["good/sub", "good/a.txt"], ["a", "b"]),
        (["-"], ["stdin"]),
        (["-", "good"], ["a", "stdin", "sub/b"]),
        (["odd"], ["-dash", "two words", "новости"]),
        (["--", "odd/-dash.txt"], ["-dash"]),
        (["good", "--jobs", "1"], ["a", "sub/b"]),
        (["good", "--kind", "text", "--format", "markdown"], ["a", "sub/b"]),
        (["good", "--keep", "caption", "--ignore", "ticker", "--threshold", "-0.5"], ["a", "sub/b"]),
        (["good", "--language", "en"], ["a", "sub/b"]),
        (["good", "--encoding", "windows-1251", "--config", "strict.toml"], ["a", "sub/b"]),
    ],
)
def test_clean_mirrors_its_input(place, run, argv, expected):
    code, out, err = run("clean", "-o", "out", *argv, stdin=PAGE.encode())
    assert (code, out) == (0, b"")
    assert written("out") == sorted(f"{name}{end}" for name in expected for end in (".txt", ".meta.json"))
    assert f"documents {len(expected)} " in err
    assert "words kept" in err
    for name in expected:
        record = json.loads(Path("out", name + ".meta.json").read_bytes())
        body = Path("out", name + ".txt").read_text()
        assert "The first buses will cross the river again in May" in body
        assert (record["source_path"] is None) == (name == "stdin")
        assert record["source_path"] is None or files.output_stem(record["source_path"]) == name


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["rows/a.jsonl"], ["a.jsonl"]),
        (["rows/a.jsonl", "good"], ["a.jsonl", "a.meta.json", "a.txt", "sub/b.meta.json", "sub/b.txt"]),
        (["rows/a.*son*", "--format", "files"], None),
        (["rows/a.jsonl", "--format", "parquet"], ["a.parquet"]),
        (["rows/a.jsonl", "--format", "files"], ["a/one.meta.json", "a/one.txt"]),
        (["rows/a.jsonl", "--format", "markdown"], ["a.jsonl"]),
        (["rows/a.jsonl", "--format", "markdown", "--format", "dolma"], ["a.jsonl"]),
        (["rows/a.jsonl", "--input-format", "documents"], ["a.jsonl.meta.json", "a.jsonl.txt"]),
        (["good", "--format", "jsonl"], ["documents.jsonl"]),
        (["good", "--format", "parquet", "--jobs", "1"], ["documents.parquet"]),
        (["go*/**/*.html", "--format", "text"], ["good/sub/b.meta.json", "good/sub/b.txt"]),
        (["--files-from", "mirror.list"], ["good/a.meta.json", "good/a.txt", "good/sub/b.meta.json", "good/sub/b.txt"]),
        (["--files-from", "-"], ["odd/-dash.meta.json", "odd/-dash.txt"]),
        (["-", "--input-format", "jsonl"], ["stdin.jsonl"]),
    ],
)
def test_what_comes_out_of_records_and_lists(place, run, argv, expected):
    stdin = b"odd/-dash.txt\n" if "--files-from" in argv else Path("rows/a.jsonl").read_bytes()
    code, out, err = run("clean", "-o", "out", *argv, stdin=stdin)
    if expected is None:  # two inputs onto one output
        assert (code, out) == (2, b"")
        assert "'rows/a.jsonl' and 'rows/a.ndjson' would both be written to 'out/a'" in err
        return
    assert (code, out) == (0, b""), err
    assert [name for name in written("out") if not name.startswith(".cleaner/")] == expected
    for path in Path("out").glob("*.jsonl"):
        row = json.loads(path.read_text().splitlines()[0])
        assert row["text"] == PROSE.rstrip()


def test_a_dry_run_writes_nothing(place, run):
    run("clean", "good/a.txt", "-o", "out")
    before = written(".")
    code, out, err = run("clean", "good", "bad/binary.txt", "rows/a.jsonl", "-o", "out", "--dry-run")
    assert (code, err) == (0, "")
    assert out.decode().splitlines() == [
        "good/a.txt -> out/a.txt: done",
        "good/sub/b.html -> out/sub/b.txt: clean",
        "bad/binary.txt -> out/binary.txt: clean",
        "rows/a.jsonl -> out/a.jsonl: clean",
    ]
    assert written(".") == before
    states = json.loads(run("clean", "good", "-o", "out", "--dry-run", "--json", "--keep", "caption")[1])
    assert [state["state"] for state in states] == ["clean again", "clean"]


def test_choices_are_the_ones_that_there_are():
    from cleaner.batch import outputs, plan
    from cleaner.commands import clean

    assert clean.OUTPUTS == outputs.OUTPUTS
    assert get_args(plan.InputFormat) == clean.INPUTS


USAGE_ERRORS = [
    ([], "Missing argument 'IN...'"),
    (["gone.txt", "-o", "out"], "no file or directory 'gone.txt'"),
    (["good", "gone", "lost", "-o", "out"], "'gone', 'lost'"),
    (["nothing", "-o", "out"], "'nothing' holds no document"),
    (["nothing", "-o", "out"], ".xhtml .jsonl .ndjson .parquet .warc .wet are taken"),
    (["good", "pictures", "-o", "out"], "'pictures' holds no document (other files in it: 1)"),
    (["clash", "-o", "out"], "'clash/a.html' and 'clash/a.txt' would both be written to 'out/a.txt'"),
    (["case", "-o", "out"], "'case/A.txt' and 'case/a.txt' would both be written"),
    (["good", "other", "-o", "out"], "'good/a.txt' and 'other/a.txt' would both be written to 'out/a.txt'"),
    (["good", "good/a.txt", "-o", "out"], "'good/a.txt' is named twice"),
    (["good", "-o", "good"], "'good' is the input 'good'"),
    (["good", "-o", "good/out"], "'good/out' lies inside the input 'good'"),
    ([".", "-o", "out"], "'out' lies inside the input '.'"),
    (["good", "-o", "."], "'.' holds the input 'good'"),
    (["good/a.txt", "-o", "good"], "'good' holds the input 'good/a.txt'"),
    (["good", "-o", "strict.toml"], "'strict.toml' is a file; give a directory"),
    (["-", "-", "-o", "out"], "can be read only once"),
    (["good"], "Say with -o where to write"),
    (["good/a.txt", "other/a.txt"], "Say with -o where to write"),
    (["-", "--json"], "Say with -o where to write"),
    (["good", "-o", "out", "--jobs", "0"], "'--jobs'"),
    (["good", "-o", "out", "--kind", "pdf"], "'pdf' is not one of"),
    (["good", "-o", "out", "--keep", "captions"], "did you mean 'caption'?"),
    (["good", "-o", "out", "--ignore", "tikker"], "names 'tikker'"),
    (["good", "-o", "out", "--encoding", "utf-9"], "a character encoding such as"),
    (["good", "-o", "out", "--threshold", "nan"], "'threshold' must be a number"),
    (["good", "-o", "out", "--config", "gone.toml"], "'gone.toml' does not exist"),
    (["good", "-o", "out", "--config", "wrong.toml"], "wrong.toml: There is no setting 'treshold'"),
    (["good", "-o", "out", "--config", "broken.toml"], "broken.toml is not valid TOML"),
    (["good", "-o", "out", "--config", "taken.toml"], "taken.toml: The rule 'read_also' is one of cleaner's own"),
    (["good", "-o", "out", "--config", "selects.toml"], "selects.toml: The setting 'select' names 'tikker'"),
    (["good", "-o", "out", "--timeout", "0"], "'--timeout'"),
    (["good", "-o", "out", "--max-failures", "0"], "'--max-failures'"),
    (["good", "-o", "out", "--format", "xml"], "'xml' is not one of"),
    (["good", "-o", "out", "--format", "jsonl", "--format", "dolma"], "Give one --format of jsonl, dolma"),
    (["gone*/*.txt", "-o", "out"], "No file fits the pattern 'gone*/*.txt'"),
    (["--files-from", "gone.list", "-o", "out"], "Could not read 'gone.list'"),
    (["--files-from", "up.list", "-o", "out"], "'../a.txt' in up.list leads out of the current directory"),
    (["--files-from", "mirror.list", "-o", "good"], "'good' holds inputs (in 'good')"),
    (["rows/a.jsonl", "rows/a.ndjson", "-o", "out"], "'rows/a.ndjson' would both be written to 'out/a.jsonl'"),
    (["rows/a.jsonl", "-o", "rows"], "'rows' holds the input 'rows/a.jsonl'"),
    (["rows/a.jsonl"], "Say with -o where to write"),
    (["good", "-o", "out", "--learn", "--templates", "strict.toml"], "Give --learn, which makes a book, or"),
    (["good/a.txt", "--dry-run"], "Say with -o where results would go"),
    (["-", "--input-format", "parquet", "-o", "out"], "Parquet cannot be read from standard input"),
]


@pytest.mark.parametrize(("argv", "message"), USAGE_ERRORS, ids=[" ".join(argv) or "none" for argv, _ in USAGE_ERRORS])
def test_clean_refuses_before_anything_is_written(place, run, argv, message):
    before = written(".")
    code, out, err = run("clean", *argv)
    assert (code, out) == (2, b"")
    assert message in err
    assert written(".") == before
    assert not Path("out").exists()


def test_bad_documents_leave_the_others_unharmed(place, run):
    code, out, err = run("clean", "bad", "-o", "out", "--quiet")
    assert (code, out) == (3, b"")
    assert err.startswith("binary.txt: ")
    assert written("out") == ["a.meta.json", "a.txt", "empty.meta.json", "empty.txt", "failures.jsonl"]
    assert json.loads(Path("out/empty.meta.json").read_bytes())["flags"] == ["empty"]
    assert Path("out/empty.txt").read_bytes() == b""
    alone, _, _ = run("clean", "bad/a.txt", "-o", "alone")
    assert alone == 0
    assert Path("out/a.meta.json").read_bytes() == Path("alone/a.meta.json").read_bytes()


@pytest.mark.parametrize(
    ("how", "parent", "number", "message"),
    [
        (os.O_RDONLY, "good", errno.EACCES, "Could not read 'good/a.txt': permission denied; change its permissions."),
        (
            os.O_EXCL,
            ".cleaner",
            errno.ENOSPC,
            "Could not write 'out/a.txt': no space left on device; make room and run again.",
        ),
        (
            os.O_EXCL,
            ".cleaner",
            errno.EROFS,
            "Could not write 'out/a.txt': read-only file system; choose an output directory",
        ),
    ],
)
def test_what_the_file_system_refuses_costs_one_document(place, run, monkeypatch, how, parent, number, message):
    open_file = os.open
    refused = []

    def refuse(path, flags, *args, **kwargs):
        found = Path(os.fsdecode(path))
        if flags & os.O_EXCL == how and found.parent.name == parent and not refused:  # good/a.txt is the first
            refused.append(found)
            raise OSError(number, os.strerror(number))
        return open_file(path, flags, *args, **kwargs)

    monkeypatch.setattr(os, "open", refuse)
    code, _, err = run("clean", "good", "-o", "out", "--quiet")
    assert code == 3
    assert f"a.txt: {message}" in err
    assert written("out") == ["failures.jsonl", "sub/b.meta.json", "sub/b.txt"]


def test_a_disk_with_no_room_for_the_list_of_failures(place, run, monkeypatch):
    open_file = Path.open

    def refuse(self, mode="r", *args, **kwargs):
        if mode == "wb":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return open_file(self, mode, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    code, _, err = run("clean", "bad", "-o", "out")
    assert code == 3
    assert "make room and run again" in err
    assert written("out") == ["a.meta.json", "a.txt"]


def test_many_failures_are_not_all_shown(place, run):
    for i in range(13):
        Path("bad", f"binary{i}.txt").write_bytes(BINARY)
    code, _, err = run("clean", "bad", "-o", "out", "--quiet")
    assert code == 3
    assert err.count(".txt: ") == 10
    assert f"And 4 more; {Path('out', 'failures.jsonl')} names them all." in err


def test_the_summary_as_json(place, run):
    code, out, err = run("clean", "bad", "-o", "out", "--json")
    assert code == 3
    assert "binary.txt: " in err
    assert "words kept" not in err
    summary = json.loads(out)
    seconds = summary.pop("seconds")
    assert 0 < seconds < 60
    assert summary["documents"] == 2
    assert summary["flags"] == {"empty": 1}
    assert [failure["source_path"] for failure in summary["failures"]] == ["binary.txt"]
    assert summary["words_kept"] == len(PROSE.split())


@pytest.mark.parametrize(("argv", "many"), [(["--fail-fast"], 1), (["--max-failures", "2"], 2)])
def test_a_run_stops_when_too_much_fails(place, run, argv, many):
    for i in range(5):
        Path("bad", f"binary{i}.txt").write_bytes(BINARY)
    code, _, err = run("clean", "bad", "-o", "out", "--quiet", *argv)
    assert code == 3
    shown = "1 failure" if many == 1 else f"{many} failures"
    assert f"Stopped after {shown}; the same command goes on from here." in err
    assert len(Path("out/failures.jsonl").read_text().splitlines()) == many


def test_quiet_is_quiet(place, run):
    assert run("clean", "good", "-o", "out", "--quiet") == (0, b"", "")


@pytest.mark.parametrize(("patience", "shown"), [(0.0, True), (60.0, False)])
def test_progress_is_for_long_work_on_a_terminal(place, run, monkeypatch, patience, shown):
    from cleaner import show

    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(show, "_PATIENCE", patience)
    code, out, err = run("clean", "bad", "-o", "out")
    assert (code, out) == (3, b"")
    assert ("3 documents, " in err and "/s, 1 failed" in err) == shown
    assert "documents" in err
    assert "/s, " not in run("clean", "bad", "-o", "out", "--quiet")[2]


def test_other_files_are_counted(place, run):
    Path("good", "picture.png").write_bytes(BINARY)
    _, _, err = run("clean", "good", "-o", "out")
    assert "other files 1" in err


@pytest.mark.parametrize("argv", [["-"], ["good/a.txt"], ["good/sub/b.html"], ["--kind", "html", "-"]])
def test_one_document_goes_to_standard_output(place, run, argv):
    data = HTML if "html" in argv else PAGE
    code, out, err = run("clean", *argv, stdin=data.encode())
    assert (code, err) == (0, "")
    assert out.decode() == PROSE
    assert not Path("out").exists()


def test_a_dash_for_an_output_is_standard_output(place, run):
    assert run("clean", "good/a.txt", "-o", "-") == (0, PROSE.encode(), "")
    assert not Path("-").exists()


@pytest.mark.parametrize(
    ("stdin", "argv", "code"),
    [
        (b'{"kind": "of a text"\nthat begins so', [], 0),
        (b"{}\n" + PAGE.encode(), [], 0),
        (b'{"text": "A storm closed the port."}\n', ["--input-format", "documents"], 0),
        (b'{"text": "A storm closed the port."}\n', ["--input-format", "jsonl"], 2),
        (b'{"text": "A storm closed the port."}\n', [], 2),
        (b'\n{"id": 1, "text": "A storm."}\n{"id": 2, "text": "A storm."}\n', ["-o", "out"], 2),
        (b'{"id": 1, "text": "A storm."}', ["-o", "out", "--input-format", "jsonl"], 0),
    ],
)
def test_records_on_standard_input_are_not_taken_for_a_text(place, run, stdin, argv, code):
    found, _, err = run("clean", "-", *argv, stdin=stdin)
    assert found == code
    if code and "--input-format" not in argv:
        assert "looks like JSON lines" in err
        assert "Say --input-format jsonl" in err


@pytest.mark.parametrize(("out", "code"), [("here.txt", 0), ("v1.2", 0), ("new.txt", 2), ("new.jsonl", 2)])
def test_an_output_that_is_named_like_a_file_is_refused(place, run, out, code):
    Path("here.txt").mkdir()
    found, _, err = run("clean", "good/a.txt", "-q", "-o", out)
    assert found == code
    assert Path(out).exists() == (code == 0)
    assert ("is a file's name" in err) == (code == 2)


def test_standard_output_of_a_bad_document(place, run):
    code, out, err = run("clean", "-", stdin=BINARY)
    assert (code, out) == (3, b"")
    assert err.startswith("Error: ")


def test_a_second_run_writes_the_same_bytes(place, run):
    contents = []
    for _ in range(2):
        assert run("clean", "good", "odd", "-o", "out", "-q")[0] == 0
        contents.append({name: Path("out", name).read_bytes() for name in written("out")})
    assert contents[0] == contents[1]


@pytest.mark.parametrize("named", [True, False])
def test_settings_are_found_above_the_input(place, run, named):
    assert run("clean", "good/a.txt", "-o", "default", "-q")[0] == 0
    if named:
        argv = ["--config", "strict.toml"]
    else:
        argv = []
        Path("good", "cleaner.toml").write_text(TREE["strict.toml"])
    assert run("clean", "good/a.txt", "-o", "set", "-q", *argv)[0] == 0
    digests = [json.loads(Path(out, "a.meta.json").read_bytes())["cleaner"]["config"] for out in ("default", "set")]
    assert digests[0] != digests[1]
    assert Path("default/a.txt").read_text() == PROSE
    assert "Home | World" in Path("set/a.txt").read_text()


def test_options_add_to_the_lists_of_the_file(place, run):
    argv = ["clean", "good/a.txt", "-q", "--config", "strict.toml"]
    run(*argv, "--keep", "caption", "-o", "added")
    Path("both.toml").write_text('keep = ["caption", "navigation"]\n')
    run(*argv[:-1], "both.toml", "-o", "both")
    assert Path("added/a.meta.json").read_bytes() == Path("both/a.meta.json").read_bytes()


def test_explain_in_columns(place, run):
    code, out, err = run("explain", "good/a.txt")
    rows = out.decode().splitlines()
    assert (code, err) == (0, "")
    assert rows[0].split() == ["line", "label", "own", "score", "rule", "evidence", "settled_by", "text"]
    assert [row.split()[:2] for row in rows[1:]] == [["1", "navigation"], ["3", "body"], ["5", "body"], ["7", "body"]]
    assert rows[1].endswith("  Home | World | Sport | Culture")
    assert run("explain", "-", stdin=PAGE.encode())[1] == out


@pytest.mark.parametrize("named", ["good/a.txt", "./good/../good/a.txt"])
def test_settings_by_file_are_those_of_a_run(place, run, named):
    Path("cleaner.toml").write_text(
        '[per_file."good/**"]\nkeep = ["navigation"]\n[[rules]]\nid = "buses"\nlabel = "promo"\nstrength = "certain"\n'
        'phrases = ["the first buses will cross the river again in may"]\nfiles = ["other/*"]\n'
    )
    run("clean", named, "-o", "out")
    body = Path("out/a.txt").read_bytes()
    assert body.startswith(b"Home | World")
    assert run("clean", named)[1] == body
    lines = json.loads(run("explain", named, "--json")[1])["lines"]
    assert [line["kept"] for line in lines] == [True] * len(lines)
    other = json.loads(run("explain", "other/a.txt", "--json")[1])["lines"]
    assert [line["label"] for line in other if not line["kept"]] == ["navigation", "promo"]


def test_explain_shows_votes_in_columns_too(place, run):
    rows = run("explain", "good/a.txt", "--votes")[1].decode().splitlines()
    without = run("explain", "good/a.txt")[1].decode().splitlines()
    assert [row.split() for row in rows if not row.startswith("vote ")] == [row.split() for row in without]
    first = rows.index(next(row for row in rows if row.startswith("1 ")))
    assert rows[first + 1].split()[:3] == ["vote", "navigation", "+4.0"]


def test_rows_are_restored_in_python(place, run):
    code, out, err = run("restore", "rows/a.jsonl")
    assert (code, out) == (2, b"")
    assert "'rows/a.jsonl' holds rows, a document each." in err
    assert "from cleaner import restore, rows; restore(*rows.parts(row))." in err


@pytest.mark.parametrize("name", ["rows/a.jsonl", "a.parquet", "crawl.warc.gz"])
def test_records_are_not_explained_as_one_text(place, run, name):
    Path(name).touch()
    code, out, err = run("explain", name)
    assert (code, out) == (2, b"")
    assert f"'{name}' holds records, and one document is explained" in err


def test_explain_as_json(place, run):
    code, out, _ = run("explain", "good/a.txt", "--json", "--kind", "text")
    explained = json.loads(out)
    assert code == 0
    assert (explained["source_path"], explained["kind"], explained["flags"]) == ("a.txt", "text", [])
    first = explained["lines"][0]
    assert (first["number"], first["label"], first["kept"]) == (1, "navigation", False)
    assert first["rule"]
    assert first["evidence"]
    assert first["text"] == "Home | World | Sport | Culture"


def test_explain_on_a_terminal_is_coloured_and_cut(place, run, monkeypatch):
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    Path("good/evil.txt").write_text(
        PROSE + "\nA last line with an \x1b]0;escape\x07 in it, which must not be obeyed.\n"
    )
    code, out, _ = run("explain", "good/evil.txt")
    text = out.decode()
    assert code == 0
    assert "\x1b[32mbody" in text
    assert "…" in text
    assert "\x1b]0;" not in text
    assert "\x07" not in text


@pytest.mark.parametrize("argv", [["gone.txt"], ["good"], []])
def test_explain_refuses(place, run, argv):
    code, out, err = run("explain", *argv)
    assert (code, out) == (2, b"")
    assert "Error:" in err


def test_explain_a_binary_file(place, run):
    code, out, err = run("explain", "bad/binary.txt")
    assert (code, out) == (3, b"")
    assert err.startswith("Error: ")


ENCODED = {
    "plain": PAGE.encode(),
    "no line end at the end": PAGE.rstrip().encode(),
    "CRLF and BOM": b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode(),
    "UTF-16": ("\ufeff" + PAGE).encode("utf-16-le"),
    "windows-1251": (
        "Совет проголосовал в понедельник за то, чтобы снова открыть старый мост, закрытый два года назад.\r\n"
        "Инженеры нашли трещины в трёх из пяти арок, и ремонт длился дольше, чем ожидали в городе.\r\n"
    ).encode("windows-1251"),
    "bad bytes": PAGE.encode() + b"caf\xe9 and \xff here.\n",
    "empty": b"",
    "html": HTML.encode(),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_restore_gives_the_input_back(place, run, data):
    Path("doc.html" if data == HTML.encode() else "doc.txt").write_bytes(data)
    (source,) = Path().glob("doc.*")
    assert run("clean", str(source), "-o", "out", "-q")[0] == 0
    assert run("restore", "out/doc.txt") == (0, data, "")
    Path("out/doc.meta.json").rename("elsewhere.json")
    assert run("restore", "out/doc.txt", "elsewhere.json", "-o", "back") == (0, b"", "")
    assert Path("back").read_bytes() == data


def test_restore_overwrites_only_when_told(place, run):
    run("clean", "good/a.txt", "-o", "out", "-q")
    Path("precious").write_text("mine")
    code, _, err = run("restore", "out/a.txt", "-o", "precious")
    assert code == 2
    assert "--force" in err
    assert Path("precious").read_text() == "mine"
    assert run("restore", "out/a.txt", "-o", "precious", "--force")[0] == 0
    assert Path("precious").read_text() == PAGE


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        ("a.txt", None, 2, "does not exist"),
        ("a.meta.json", None, 2, "There is no sidecar 'out/a.meta.json'"),
        ("a.txt", b"Another body.\n", 3, "not the one that the sidecar describes"),
        ("a.txt", b"\xff\xfe", 3, "not the one that the sidecar describes"),
        ("a.meta.json", b"{", 3, "not valid JSON"),
        ("a.meta.json", b"{}", 3, "no sidecar of cleaner"),
    ],
)
def test_restore_of_what_does_not_belong_together(place, run, name, content, code, message):
    run("clean", "good/a.txt", "-o", "out", "-q")
    if content is None:
        Path("out", name).unlink()
    else:
        Path("out", name).write_bytes(content)
    returned, out, err = run("restore", "out/a.txt")
    assert (returned, out) == (code, b"")
    assert message in err


@pytest.mark.parametrize("encoding", ["ascii", "utf-9", None, 7])
def test_restore_of_a_sidecar_that_names_a_wrong_encoding(place, run, encoding):
    Path("é.txt").write_text(PROSE + "\nCafé, the last word of the last line, ends this report.\n")
    run("clean", "é.txt", "-o", "out", "-q")
    path = Path("out/é.meta.json")
    record = json.loads(path.read_bytes())
    record["input"]["encoding"] = encoding
    path.write_bytes(sidecar.dumps(record))
    code, out, err = run("restore", "out/é.txt")
    assert (code, out) == (3, b"")
    assert f"names {encoding!r} as encoding" in err


def test_rules_are_listed(run):
    code, out, _ = run("rules")
    rows = out.decode().splitlines()
    assert code == 0
    assert rows[0].split() == ["rule", "family", "label", "weight", "finds"]
    assert [row.split()[0] for row in rows[1:]] == list(rules())
    code, out, _ = run("rules", "--json")
    assert [rule["id"] for rule in json.loads(out)] == list(rules())


def test_one_rule_is_shown(run):
    rule = next(iter(rules().values()))
    code, out, _ = run("rules", rule.id)
    text = out.decode()
    assert code == 0
    assert text.startswith(f"{rule.id}\n")
    assert rule.find.__doc__.split("\n")[0] in text
    assert json.loads(run("rules", rule.id, "--json")[1])["label"] == rule.label


@pytest.mark.parametrize("reason", [reasons, peers, declared], ids=lambda module: module.RULE)
def test_what_stands_in_sidecars_beside_the_rules_is_explained_too(run, reason):
    code, out, _ = run("rules", reason.RULE)
    assert code == 0
    assert out.decode() == f"{reason.RULE}\n\n{reason.__doc__}\n"


def test_an_unknown_rule_has_a_neighbour(run):
    known = next(iter(rules()))
    code, out, err = run("rules", known[:-1] + "x")
    assert (code, out) == (2, b"")
    assert f"There is no rule '{known[:-1]}x'; did you mean " in err


@pytest.mark.parametrize("args", [["--test", "byline"], ["--test", "--json"], ["--config", "cleaner.toml"]])
def test_no_option_of_rules_is_passed_over(place, run, args):
    Path("cleaner.toml").write_text("")
    code, out, err = run("rules", *args)
    assert (code, out) == (2, b"")
    assert "--test" in err


def test_the_schema_is_printed(run):
    code, out, _ = run("schema")
    assert code == 0
    assert json.loads(out) == sidecar.schema()


def test_version(run):
    assert run("--version") == (0, f"cleaner, version {__version__}\n".encode(), "")


@pytest.mark.parametrize("argv", [["--help"], ["-h"], *([name, "-h"] for name in COMMANDS)])
def test_help(run, argv):
    code, out, err = run(*argv)
    assert (code, err) == (0, "")
    assert out.startswith(b"Usage: cleaner")


@pytest.mark.parametrize(
    ("argv", "message"), [([], "Usage: cleaner"), (["cleen"], "did you mean 'clean'?"), (["--wrong"], "No such option")]
)
def test_what_is_no_command(run, argv, message):
    code, _, err = run(*argv)
    assert code == 2
    assert message in err


def test_an_interruption_is_no_traceback(place, run, monkeypatch):
    from cleaner import batch

    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "run", interrupt)
    code, out, err = run("clean", "good", "-o", "out")
    assert (code, out) == (130, b"")
    assert err == "Interrupted; what was written so far is whole."
