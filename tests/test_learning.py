"""Learning a book from a corpus: the same as in memory, from any form of input, in parts or at once."""

import json
import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaner import templates
from cleaner.cli import main
from cleaner.corpus import learning
from cleaner.corpus.learning import Counts
from cleaner.model import CleanerError
from cleaner.templates import Thresholds

MENU = ["Harlow Gazette", "Towns", "Rivers and harbours", "Imprint"]
SITES = ("a.example", "b.example", "")


def text(number: int) -> str:
    """A page: the menu, and two sentences of its own."""
    name = chr(97 + number)
    return "\n\n".join(
        [*MENU[:3], f"The mill of {name} burnt down on Monday, the mayor said.", f"Rain fell on {name}.", MENU[3]]
    )


ROWS = [row for n in range(24) for row in templates.observations(text(n).split("\n"), SITES[n % 3])]
BOOK = templates.freeze(templates.merge(ROWS))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Eight pages of each of two sites as files, and of one as records."""
    for number in range(24):
        place = tmp_path / "corpus" / (SITES[number % 3] or "records")
        place.mkdir(parents=True, exist_ok=True)
        if SITES[number % 3]:
            (place / f"{number}.txt").write_text(text(number))
        else:
            with (place / "all.jsonl").open("a") as file:
                file.write(json.dumps({"text": text(number), "url": f"https://www.a.example/{number}"}) + "\n")
    return tmp_path / "corpus"


def made_up(rng: random.Random) -> list[templates.Row]:
    lines = [rng.choice("Home World Sport Tides Imprint Rust".split()) for _ in range(rng.randrange(8))]
    return templates.observations(lines, rng.choice(SITES))


@pytest.mark.parametrize("seed", range(3))
def test_the_query_says_what_python_says(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "_BUFFER", 50)
    rng = random.Random(seed)
    rows = [row for _ in range(60) for row in made_up(rng)]
    for thresholds in (Thresholds(), Thresholds(2, 0.0), Thresholds(3, 0.4)):
        with Counts() as counts:
            rng.shuffle(rows)
            for row in rows:
                counts.add([row])
            assert counts.freeze(thresholds).dumps() == templates.freeze(rows, thresholds).dumps()


def test_nothing_learnt_is_an_empty_book() -> None:
    with Counts() as counts:
        assert counts.freeze() == templates.TemplateBook()


def test_counts_of_parts_are_the_counts_of_the_whole(tmp_path: Path) -> None:
    parts = []
    for number in range(3):
        parts.append(tmp_path / f"{number}.counts")
        with Counts() as counts:
            counts.add(ROWS[number::3])
            counts.save(parts[-1])
    with Counts() as counts:
        for part in reversed(parts):
            counts.load(part)
        assert counts.freeze().dumps() == BOOK.dumps()
    assert [path.name for path in tmp_path.iterdir() if path not in parts] == []


def test_temporary_files_go(tmp_path: Path) -> None:
    with Counts(directory=tmp_path) as counts:
        counts.add(ROWS)
        counts.freeze()
        assert any(tmp_path.iterdir())
    assert not any(tmp_path.iterdir())


def broken(**columns: list[object]) -> pa.Table:
    good = {
        "site": ["a"],
        "line": ["home"],
        "key": [1],
        "above": [0],
        "below": [0],
        "documents": [1],
        "head": [0],
        "tail": [0],
    }
    return pa.table({**good, **columns})


@pytest.mark.parametrize(
    "table",
    [
        broken(documents=[0]),
        broken(head=[2]),
        broken(site=[None]),
        broken(key=["one"]),
        pa.table({"text": ["a page"]}),
    ],
)
def test_files_that_hold_no_counts(tmp_path: Path, table: pa.Table) -> None:
    pq.write_table(table, tmp_path / "a.counts")
    with Counts() as counts, pytest.raises(CleanerError, match="holds no counts"):
        counts.load(tmp_path / "a.counts")


def test_counts_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.counts").write_text("no Parquet")
    for name, why in (("a.counts", "holds no counts"), ("b.counts", "There is no file")):
        with Counts() as counts, pytest.raises(CleanerError, match=why):
            counts.load(tmp_path / name)


def test_counts_that_cannot_be_written(tmp_path: Path) -> None:
    with Counts() as counts, pytest.raises(CleanerError, match="Could not write"):
        counts.save(tmp_path / "nowhere" / "a.counts")


# The command.


def test_a_book_is_no_document_and_no_counts(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book, made = corpus.parent / "news.book", corpus.parent / "made.book"
    assert main(["learn", str(corpus), "-o", str(book)]) == 0
    assert main(["learn", str(book), str(corpus), "-o", str(made)]) == 2
    assert "Books are merged with books alone" in capsys.readouterr().err
    assert not made.exists()


def test_learn_and_clean(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book, out = corpus.parent / "news.book", corpus.parent / "out"
    assert main(["learn", str(corpus), "-o", str(book)]) == 0
    assert "8 recurring lines on 24 documents of 2 sites" in capsys.readouterr().err
    sites = templates.load(book).sites
    assert (sites["a.example"].documents, sites["b.example"].documents) == (16, 8)
    assert sites["a.example"].lines.keys() == {*templates.fold(MENU)}
    assert main(["clean", str(corpus / ".."), "-o", str(out), "--templates", str(book), "-q"]) == 2  # holds the output
    assert main(["clean", str(corpus), "-o", str(out), "--templates", str(book), "-q"]) == 0
    record = json.loads((out / "b.example" / "1.meta.json").read_text())
    assert record["cleaner"]["templates"] == templates.load(book).digest
    assert 'on 8 of 8 pages of b.example: "Towns"' in {removal["evidence"] for removal in record["removals"]}


def test_explain_asks_the_book_of_a_site(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = str(corpus.parent / "news.book")
    assert main(["learn", str(corpus), "-o", book, "-q"]) == 0
    file = str(corpus / "b.example" / "1.txt")
    for site, told in (([], False), (["--site", "b.example"], True)):
        assert main(["explain", file, "--templates", book, *site]) == 0
        assert ("on 8 of 8 pages of b.example" in capsys.readouterr().out) == told


def test_clean_and_learn_at_once(corpus: Path) -> None:
    book, out = corpus.parent / "news.book", corpus.parent / "out"
    assert main(["learn", str(corpus), "-o", str(book), "-q"]) == 0
    assert main(["clean", str(corpus), "-o", str(out), "--learn", "-q"]) == 0
    assert (out / "templates.book").read_bytes() == book.read_bytes()
    row = json.loads((out / "records" / "all.jsonl").read_text().splitlines()[0])
    assert row["cleaner"]["templates"] == templates.load(book).digest


@pytest.mark.parametrize("inputs", [["-"], ["-", "--input-format", "jsonl", "-o", "out"]])
def test_what_cannot_be_learnt_while_cleaning(inputs: list[str], tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["clean", *inputs, "--learn"]) == 2
    assert "--learn" in capsys.readouterr().err


def test_parts_of_a_corpus(corpus: Path) -> None:
    place = corpus.parent
    for name in ("a.example", "b.example", "records"):
        part = place / name
        part.mkdir()
        (corpus / name).rename(part / name)
        assert main(["learn", str(part), "-o", f"{part}.book", "--counts", f"{part}.counts", "-q"]) == 0
        (part / name).rename(corpus / name)
    saved = [str(place / f"{name}.counts") for name in ("records", "a.example", "b.example")]
    assert main(["learn", *saved, "-o", str(place / "parts.book"), "-q"]) == 0
    assert main(["learn", str(corpus), "-o", str(place / "whole.book"), "-q"]) == 0
    assert (place / "parts.book").read_bytes() == (place / "whole.book").read_bytes()
    books = [str(place / f"{name}.book") for name in ("records", "a.example", "b.example")]
    assert main(["learn", *books, "-o", str(place / "merged.book"), "-q"]) == 0
    assert (place / "merged.book").read_bytes() == (place / "whole.book").read_bytes()


def test_a_column_names_the_site_and_thresholds_hold(tmp_path: Path) -> None:
    rows = [{"body": text(n), "desk": f"desk {n % 2}", "url": "https://a.example/"} for n in range(8)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    columns = ["--text-column", "body", "--site-column", "desk"]
    assert (
        main(["learn", str(tmp_path / "*.jsonl"), "-o", str(tmp_path / "a.book"), *columns, "--min-documents", "4"])
        == 0
    )
    sites = templates.load(tmp_path / "a.book").sites
    assert {site.site: len(site.lines) for site in sites.values()} == {"desk 0": 4, "desk 1": 4}
    assert main(["learn", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "b.book"), *columns]) == 0
    assert not any(site.lines for site in templates.load(tmp_path / "b.book").sites.values())


def test_the_book_of_the_settings_need_not_be_there_yet(corpus: Path) -> None:
    (corpus / "cleaner.toml").write_text('templates = "../news.book"\n')
    assert main(["learn", str(corpus), "-o", str(corpus.parent / "news.book"), "-q"]) == 0
    assert main(["clean", str(corpus), "-o", str(corpus.parent / "out"), "-q"]) == 0
    record = json.loads((corpus.parent / "out" / "b.example" / "1.meta.json").read_text())
    assert record["cleaner"]["templates"] == templates.load(corpus.parent / "news.book").digest


def test_what_cannot_be_read_is_told_and_the_rest_is_learnt(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "a.example" / "z.txt").write_bytes(bytes(range(256)) * 40)
    with (corpus / "records" / "all.jsonl").open("a") as file:
        file.write("{\n")
    assert main(["learn", str(corpus), "-o", str(corpus.parent / "news.book"), "-q"]) == 3
    told = capsys.readouterr().err
    assert "z.txt" in told
    assert "all.jsonl:9" in told
    assert templates.load(corpus.parent / "news.book").sites["a.example"].documents == 16


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["nothing", "-o", "a.book"], "There is no file or directory 'nothing'"),
        (["nothing.book", "-o", "a.book"], "could not be read"),
        (["x.book", "-o", "a.book", "--min-share", "0.5"], "Books hold no counts of rare lines"),
        (["x.book", "-o", "."], "is a directory"),
        (["page.txt", "-o", "page.txt"], "'page.txt' exists and is no book; give another name, or remove it first."),
        (["page.txt", "-o", "a.book", "--counts", "page.counts"], "'page.counts' exists and is no counts"),
        (["page.txt", "-o", "a.book", "--counts", "a.parquet"], "a name that ends in .counts"),
    ],
)
def test_wrong_usage(arguments: list[str], why: str, tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    pages = {Path("page.txt"): "A storm closed the port.", Path("page.counts"): "Counts of the harbour master."}
    for path, text in pages.items():
        path.write_text(text)
    assert main(["learn", *arguments]) == 2
    assert why in capsys.readouterr().err
    assert {path: path.read_text() for path in Path().iterdir()} == pages


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(CleanerError, match=r"pip install 'boilerplate-cleaner\[corpus\]'"):
        Counts()
