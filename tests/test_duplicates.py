"""Copies of documents, exact and near: a report."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.cli import main
from cleaner.corpus import duplicates
from cleaner.corpus.duplicates import Copy, Duplicates, Group

WORDS = (
    "river bridge ferry mill council cow storm snow pier harbour mayor crown school roof tractor milk owl rust".split()
)


def article(seed: int, sentences: int = 30) -> list[str]:
    """Sentences of made-up words, other ones for each seed."""
    rng = random.Random(seed)
    return [
        " ".join(rng.choice(WORDS) + str(rng.randrange(50)) for _ in range(12)).capitalize() + "."
        for _ in range(sentences)
    ]


def found(documents: dict[str, str], similarity: float = duplicates.SIMILARITY) -> list[Group]:
    with Duplicates() as some:
        for name, text in documents.items():
            some.add(name, text)
        return list(some.groups(similarity))


ONE, OTHER = article(1), article(2)
JAPANESE = (
    "ハーレ川に架かる古い橋が月曜日に通行止めとなった。修理は春までかかり、費用はおよそ四百万クローネになる見通しだ。"
)


@pytest.mark.parametrize(
    "documents",
    [
        {},
        {"a": ""},
        {"a": "", "b": " … "},
        {"a": " ".join(ONE), "b": " ".join(OTHER)},
        {"a": " ".join(ONE), "b": " ".join(ONE[:10] + OTHER)},
        {"a": "The mill burnt down on Monday.", "b": "The mill burnt down on Tuesday."},
        {
            "a": JAPANESE,
            "b": "渡し船は一時間に十二台しか車を運べない。東岸の農家は夜のあいだだけでも橋を渡りたいと求めた。",
        },
    ],
)
def test_what_is_no_copy(documents: dict[str, str]) -> None:
    assert found(documents) == []


@pytest.mark.parametrize(
    "copy",
    [" ".join(ONE), "\n\n".join(ONE).upper(), " ".join(ONE).replace(".", " –")],
)
def test_exact_copies(copy: str) -> None:
    assert found({"a": " ".join(ONE), "b": " ".join(OTHER), "c": copy}) == [Group("a", (Copy("c", 1.0, True),))]


def test_short_and_unspaced_texts() -> None:
    assert found({"a": "Rust.", "b": "rust"}) == [Group("a", (Copy("b", 1.0, True),))]
    (group,) = found({"a": JAPANESE * 3, "b": JAPANESE * 3 + "終わり。"})
    assert not group.copies[0].exact
    assert group.copies[0].similarity > 0.8


def test_near_copies_with_their_similarity() -> None:
    (group,) = found(
        {"b": " ".join(OTHER), "a": " ".join(ONE), "c": " ".join(ONE[:-1]) + " Another word.", "d": " ".join(ONE)}
    )
    assert group.first == "a"
    assert [(copy.name, copy.exact) for copy in group.copies] == [("c", False), ("d", True)]
    true = _jaccard(ONE, [*ONE[:-1], "Another word."])
    assert group.copies[0].similarity == pytest.approx(true, abs=0.1)
    assert found({"a": " ".join(ONE), "c": " ".join(ONE[:-1]) + " Another word."}, similarity=1.0) == []


def _jaccard(one: list[str], other: list[str]) -> float:
    words = [" ".join(some).lower().split() for some in (one, other)]
    runs = [{tuple(some[at : at + 5]) for at in range(len(some) - 4)} for some in words]
    return len(runs[0] & runs[1]) / len(runs[0] | runs[1])


def test_nearly_all_near_copies_are_found_and_few_others() -> None:
    documents = {}
    for seed in range(60):
        lines = article(seed)
        documents[f"{seed} first"] = " ".join(lines)
        documents[f"{seed} near"] = " ".join(lines[:28])  # 0.93
        documents[f"{seed} half"] = " ".join(lines[:15])  # 0.5
    groups = found(documents)
    assert sum([copy.name for copy in group.copies] == [group.first.replace("first", "near")] for group in groups) >= 58
    assert len(groups) == 60


def test_many_copies_are_one_group_over_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duplicates, "_BATCH", 7)
    documents = {f"{n:02}": " ".join([*ONE, f"Number {n // 2}."]) for n in range(40)}
    (group,) = found(documents)
    assert group.first == "00"
    assert [copy.name for copy in group.copies] == sorted(documents)[1:]
    assert [copy.exact for copy in group.copies] == [True] + [False] * 38


def test_the_same_in_any_process() -> None:
    program = (
        "import json, sys; from cleaner.corpus.duplicates import Duplicates\n"
        "with Duplicates() as some:\n"
        "    for name, text in json.load(sys.stdin).items(): some.add(name, text)\n"
        "    print(json.dumps([group.to_dict() for group in some.groups()]))"
    )
    documents = {"a": " ".join(ONE), "b": " ".join(ONE[:-1]), "c": " ".join(ONE[1:])}
    seen = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            input=json.dumps(documents), capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert [json.loads(one) for one in seen] == [[group.to_dict() for group in found(documents)]]


# The command.


def test_what_clean_has_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, lines in {"a": ONE, "b": OTHER, "c": ONE}.items():
        (pages / f"{name}.txt").write_text("\n\n".join(lines))
    assert main(["clean", str(pages), "-o", str(tmp_path / "out"), "-q"]) == 0
    assert main(["duplicates", str(tmp_path / "out"), "-o", str(tmp_path / "report.jsonl")]) == 0
    shown = capsys.readouterr()
    assert shown.out.split() == ["a.txt", "same", "c.txt"]
    assert "1 document is a copy of another" in shown.err
    (row,) = map(json.loads, (tmp_path / "report.jsonl").read_text().splitlines())
    assert row == {"first": "a.txt", "copies": [{"name": "c.txt", "exact": True, "similarity": 1.0}]}


def sidecars(out: Path) -> dict[str, tuple[list[str], str | None]]:
    found = {path.name.removesuffix(".meta.json"): json.loads(path.read_bytes()) for path in out.glob("*.meta.json")}
    return {name: (record["flags"], record["duplicate_of"]) for name, record in sorted(found.items())}


def test_sidecars_are_flagged_and_the_flag_goes_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages, out = tmp_path / "pages", tmp_path / "out"
    pages.mkdir()
    near = [*ONE, "The ferryman waved."]
    for name, lines in {"a": ONE, "b": OTHER, "c": ONE, "d": near}.items():
        (pages / f"{name}.txt").write_text("\n\n".join(lines))
    cleaned = ["clean", str(pages), "-o", str(out), "-q"]
    assert main(cleaned) == 0
    before = {path: path.read_bytes() for path in out.iterdir()}
    own = {name: flags for name, (flags, _) in sidecars(out).items()}
    first = json.loads((out / "a.meta.json").read_bytes())["id"]
    assert main(["duplicates", str(out), "--flag"]) == 0
    assert sidecars(out) == {
        "a": (own["a"], None),
        "b": (own["b"], None),
        "c": (sorted([*own["c"], "duplicate"]), first),
        "d": (sorted([*own["d"], "near_duplicate"]), first),
    }
    assert capsys.readouterr().err.startswith("2 sidecars changed.\n2 documents are copies of others, in 1 group.")
    flagged = {path: path.read_bytes() for path in out.iterdir()}
    assert {path.name for path in out.iterdir() if before[path] != flagged[path]} == {"c.meta.json", "d.meta.json"}
    assert main(cleaned) == 0
    assert main(["duplicates", str(out), "--flag"]) == 0
    assert {path: path.read_bytes() for path in out.iterdir()} == flagged  # both take it for done
    (out / "a.txt").unlink()
    (out / "a.meta.json").unlink()
    assert main(["duplicates", str(out), "--flag"]) == 0
    assert sidecars(out)["c"] == (own["c"], None)
    assert sidecars(out)["d"][1] == json.loads((out / "c.meta.json").read_bytes())["id"]


def test_a_damaged_sidecar_costs_itself_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("\n\n".join(ONE))
        (tmp_path / f"{name}.meta.json").write_text('{"schema_version": 1, "id": "' + name + '", "flags": []}')
    (tmp_path / "b.meta.json").write_text("{")
    assert main(["duplicates", str(tmp_path), "--flag"]) == 3
    assert "b.meta.json: The sidecar is not valid JSON" in capsys.readouterr().err
    assert json.loads((tmp_path / "c.meta.json").read_bytes()) == {
        "schema_version": 2, "id": "c", "flags": ["duplicate"], "duplicate_of": "a", "line_languages": [],
    }  # fmt: skip


def test_where_there_is_no_sidecar_nothing_is_flagged_in_silence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps({"text": "\n\n".join(ONE)}) + "\n")
    assert main(["duplicates", str(tmp_path), "--flag"]) == 2
    assert "Rows of a table are not rewritten: join them with the report (-o FILE)." in capsys.readouterr().err


def test_a_report_takes_the_place_of_a_report_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus, report = tmp_path / "a.jsonl", tmp_path / "copies.jsonl"
    corpus.write_text("\n".join(json.dumps({"text": text}) for text in ["\n\n".join(ONE)] * 2))
    before = corpus.read_bytes()
    assert main(["duplicates", str(corpus), "-o", str(corpus)]) == 2
    assert "exists and is no report of copies; give another name" in capsys.readouterr().err
    assert corpus.read_bytes() == before
    for _ in range(2):
        assert main(["duplicates", str(corpus), "-o", str(report)]) == 0
    assert report.read_bytes()


def test_names_of_documents_give_a_terminal_no_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a\x1b[31m\nb.txt", "c\nd.txt"):
        (tmp_path / name).write_text("\n\n".join(ONE))
    assert main(["duplicates", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "a\ufffd[31m\ufffdb.txt\n  same\tc\ufffdd.txt\n"


@pytest.mark.parametrize("more", [["--clean"], ["another"]])
def test_only_what_clean_has_written_is_flagged(more: list[str], tmp_path: Path) -> None:
    assert main(["duplicates", str(tmp_path), *more, "--flag"]) == 2


def test_pages_and_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "".join(f"<p>{line}</p>" for line in ONE)
    (tmp_path / "a.html").write_text(f"<html><article>{body}</article></html>")
    rows = [{"text": "\n\n".join(ONE)}, {"text": 3}, {"text": "\n\n".join(OTHER)}]
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert main(["duplicates", str(tmp_path / "b.jsonl"), str(tmp_path / "a.html"), "--similarity", "0.9"]) == 3
    shown = capsys.readouterr()
    assert [line.split() for line in shown.out.splitlines()] == [["b.jsonl:1"], ["same", "a.html"]]
    assert "b.jsonl:2: The column 'text' holds a number" in shown.err


def test_texts_may_be_cleaned_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join(ONE))
    (tmp_path / "b.txt").write_text("\n\n".join(["Home | World | Sport | Culture", *ONE]))
    assert main(["duplicates", str(tmp_path)]) == 0
    assert "same" not in capsys.readouterr().out
    assert main(["duplicates", str(tmp_path), "--clean"]) == 0
    assert "same" in capsys.readouterr().out


def test_many_groups_are_cut_in_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"text": f"Number {chr(97 + n % 25)}."} for n in range(60)] + [{"text": "Number a."}] * 30
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert main(["duplicates", str(tmp_path / "a.jsonl")]) == 0
    shown = capsys.readouterr()
    assert "… and 12 more" in shown.out
    assert sum(not line.startswith(" ") for line in shown.out.splitlines()) == 20
    assert "65 documents are copies of others, in 25 groups, of which 20 are shown." in shown.err
