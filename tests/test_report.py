"""`cleaner report` without a browser: what it takes, what it leaves out, what it says."""

import base64
import json
import re
import zlib

import pytest

import cleaner
from articles import CLEAN, DIRTY, MENU, PARAGRAPHS
from cleaner import report
from cleaner.cli import main
from cleaner.config import Config
from cleaner.model import CleanerError
from cleaner.report.facts import facts

PAGE = "<html lang=en><body><nav><a href=/>Home</a></nav>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """Three documents and the directory of their results, in the current directory."""
    monkeypatch.chdir(tmp_path)
    for name, content in {"a.txt": DIRTY, "b.txt": CLEAN, "web/c.html": PAGE}.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    assert main(["clean", "in", "-o", "out", "--quiet"]) == 0
    return tmp_path / "out"


def blocks(path):
    """The data of a page, by the names of its blocks."""
    found = re.findall(r'<script type="application/json" id="([a-z0-9-]+)">([^<]*)</script>', path.read_text())
    return {name: json.loads(zlib.decompress(base64.b64decode(data))) for name, data in found}


def documents(path):
    data = blocks(path)
    return {row[0]: one for row, one in zip(data["rows"], data["piece-0"], strict=True)}


def test_lines_are_the_original_and_the_body(corpus, tmp_path):
    for votes in (0, 10):
        report.write(corpus, tmp_path / "r.html", votes=votes)
        for path, shown in documents(tmp_path / "r.html").items():
            cleaned = cleaner.clean((tmp_path / "in" / path).read_bytes(), kind=None if "html" in path else "text")
            assert [(line[0], line[2], bool(line[5])) for line in shown["lines"]] == [
                (line.number, line.text, line.kept) for line in cleaned.lines
            ]
            body = [line[2] if line[6] == 1 else line[6] for line in shown["lines"] if line[5]]
            assert "\n\n".join(body) == cleaned.text
            assert (shown["votes"] is None) == (votes == 0)
            if votes:
                assert [line[4] for line in shown["lines"]] == [line.label for line in cleaned.lines]
                voted = {int(i): len(given) for i, given in shown["votes"].items()}
                assert voted == {i: len(line.votes) for i, line in enumerate(cleaned.lines) if line.votes}
                assert shown["source"] == cleaned.restore()
            else:
                assert (shown["source"] is None) == path.endswith("html")


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_records_are_read_as_files_are(corpus, tmp_path, form):
    records = [{"id": name, "text": text} for name, text in {"a": DIRTY, "b": CLEAN}.items()]
    (tmp_path / "all.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    assert main(["clean", "all.jsonl", "-o", "rows", "--format", form, "--quiet"]) == 0
    written = report.write(tmp_path / "rows", tmp_path / "r.html")
    assert (written.documents, written.voted, written.unread) == (2, 2, 0)
    of_files = report.write(corpus, tmp_path / "files.html")
    assert of_files.documents == 3
    rows, files = documents(tmp_path / "r.html"), documents(tmp_path / "files.html")
    assert rows.keys() == {"all.jsonl:a", "all.jsonl:b"}
    assert rows["all.jsonl:a"]["lines"] == files["a.txt"]["lines"]


def test_the_worst_come_first_and_the_overview_is_whole(corpus, tmp_path):
    report.write(corpus, tmp_path / "r.html", documents=1, votes=1)
    data = blocks(tmp_path / "r.html")
    shares = {path.name: json.loads(path.read_bytes())["stats"]["removed_share"] for path in corpus.rglob("*.json")}
    assert [row[0] for row in data["rows"]] == ["a.txt"]
    assert shares["a.meta.json"] == max(shares.values())
    assert (data["overview"]["documents"], data["overview"]["listed"]) == (3, 1)
    assert sum(data["overview"]["shares"]) == 3
    fired = {row[0] for row in data["overview"]["rules"] if row[5] or row[7]}
    assert "menu_row" in fired
    assert "timed_feed" in {row[0] for row in data["overview"]["rules"]} - fired


def damage(corpus, how):
    """Spoil the first document's results, and say what the page must tell of it."""
    body, beside = corpus / "a.txt", corpus / "a.meta.json"
    record = json.loads(beside.read_bytes())
    if how == "body changed":
        body.write_text("Another text.\n")
        return "The body is not the one that the sidecar describes"
    if how == "body gone":
        body.unlink()
        return "Could not read"
    if how == "removal changed":
        record["removals"][0]["text"] = "Something else"
    elif how == "other settings":
        record["cleaner"]["config"] = "0" * 16
    elif how == "other version":
        record["cleaner"]["version"] = "0.0.1"
    elif how == "no lists":
        record["removals"] = 7
    elif how == "no numbers":
        record["stats"]["removed_share"] = None
    beside.write_bytes(b"{" if how == "no JSON" else json.dumps(record).encode())
    return {
        "removal changed": "the sidecar was changed",
        "other settings": "cleaned with other settings",
        "other version": "Version 0.0.1 cleaned it",
    }.get(how)


@pytest.mark.parametrize("how", ["body changed", "body gone", "removal changed", "other settings", "other version"])
def test_what_cannot_be_shown_is_told_and_the_rest_is(corpus, tmp_path, how):
    told = damage(corpus, how)
    written = report.write(corpus, tmp_path / "r.html")
    assert (written.documents, written.listed, written.voted, written.unread) == (3, 3, 2, 0)
    shown = documents(tmp_path / "r.html")
    assert told in shown["a.txt"]["note"]
    assert shown["b.txt"]["note"] is None


@pytest.mark.parametrize("how", ["no JSON", "no lists", "no numbers"])
def test_a_damaged_sidecar_costs_its_document_alone(corpus, tmp_path, how):
    damage(corpus, how)
    (corpus / "failures.jsonl").write_text('{"source_path": "d.txt", "error": "It was binary."}\nnot JSON\n')
    written = report.write(corpus, tmp_path / "r.html")
    assert (written.documents, written.unread) == (2, 2)
    unread = dict(blocks(tmp_path / "r.html")["overview"]["unread"])
    assert unread["d.txt"] == "It was binary."
    assert "clean the document again" in unread["a.meta.json" if how == "no JSON" else "a.txt"]


def test_votes_are_those_of_the_settings_of_the_run(corpus, tmp_path):
    assert report.write(corpus, tmp_path / "r.html", config=Config(ignore=["menu_row"])).voted == 0
    assert main(["clean", "in", "-o", "other", "--quiet", "--ignore", "menu_row"]) == 0
    assert report.write(tmp_path / "other", tmp_path / "r.html", config=Config(ignore=["menu_row"])).voted == 3


def test_nothing_of_the_corpus_is_markup(corpus, tmp_path):
    report.write(corpus, tmp_path / "r.html", title="<b>&")
    text = (tmp_path / "r.html").read_text()
    assert MENU not in text
    assert PARAGRAPHS[0] not in text
    assert "<title>&lt;b&gt;&amp;</title>" in text


def test_the_command(corpus, tmp_path, capsys):
    assert main(["report", "out", "-o", "page/report.html", "--votes", "2", "--title", "Ours"]) == 0
    said = capsys.readouterr().err
    assert said.startswith("page/report.html: 3 documents, 3 to be opened, 2 with their votes; ")
    assert "settings of the run" not in said
    assert report.is_report(tmp_path / "page/report.html")
    assert main(["report", "out", "-o", "page/report.html", "--ignore", "menu_row"]) == 0
    assert "0 with their votes" in (said := capsys.readouterr().err)
    assert "Votes take the settings of the run, which it does not note down: give its options and --config" in said
    assert main(["report", "out", "-o", "page/report.html"]) == 0
    (tmp_path / "mine.html").write_text("<html>")
    assert main(["report", "out", "-o", "mine.html"]) == 2
    assert "exists and is no report" in capsys.readouterr().err
    assert (tmp_path / "mine.html").read_text() == "<html>"
    assert main(["report", "out", "-o", "mine.html", "--force"]) == 0
    assert report.is_report(tmp_path / "mine.html")


def test_a_run_can_end_with_it(corpus, tmp_path, capsys):
    assert main(["clean", "in", "-o", "new", "--quiet", "--report", "new.html"]) == 0
    report.write(tmp_path / "new", tmp_path / "later.html")
    assert (tmp_path / "new.html").read_bytes() == (tmp_path / "later.html").read_bytes()
    (tmp_path / "mine.html").write_text("<html>")
    for argv in (["-o", "no", "--report", "mine.html"], ["-o", "no", "--report", "r.html", "--format", "dolma"]):
        assert main(["clean", "in", *argv]) == 2
        assert "report" in capsys.readouterr().err
    assert main(["clean", "in/a.txt", "--report", "r.html"]) == 2
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["in", "-o", "r.html"], "There is no document of cleaner's in 'in'"),
        (["gone", "-o", "r.html"], "'gone' does not exist"),
        (["out"], "Missing option '-o'"),
        (["out", "-o", "r.html", "--votes", "-1"], "'--votes'"),
        (["out", "-o", "r.html", "--ignore", "tikker"], "names 'tikker'"),
    ],
)
def test_the_command_refuses(corpus, tmp_path, capsys, argv, message):
    assert main(["report", *argv]) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "r.html").exists()


def test_rows_that_do_not_hold_what_was_removed_are_called_so(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text('{broken\n{"text": "The river rose by two metres on Monday, the mayor said."}\n')
    assert main(["clean", "a.jsonl", "-o", "out", "--format", "dolma", "-q"]) == 3
    capsys.readouterr()
    assert main(["report", "out", "-o", "r.html"]) == 2
    message = " ".join(capsys.readouterr().err.split())
    assert "since other rows do not hold what was removed" in message
    assert "no sidecar of cleaner" in message
    assert "not valid JSON" not in message


def test_a_page_that_cannot_be_written_leaves_nothing(corpus, tmp_path):
    (tmp_path / "r.html").mkdir()
    with pytest.raises(CleanerError, match="Could not write"):
        report.write(corpus, tmp_path / "r.html")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out", "r.html"]


@pytest.mark.parametrize(
    ("change", "site"),
    [
        ({"site": "The Courier", "canonical_url": "https://a.example/"}, "The Courier"),
        ({"site": None, "canonical_url": "https://www.a.example/x"}, "a.example"),
        ({"site": None, "canonical_url": "https://[broken", "url": "http://b.example:80/"}, "b.example"),
        ({"site": None, "source_path": "courier/x.txt"}, "courier/"),
        ({"site": None, "source_path": "x.txt"}, ""),
    ],
)
def test_a_site_is_named_by_what_is_known(change, site):
    record = {**cleaner.clean(DIRTY).to_dict(), **change}
    assert facts(record, "x.txt").site == site
