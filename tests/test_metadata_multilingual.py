"""Lines that are in another language than their document."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import cleaner
import newspage
from cleaner import plain, sidecar
from cleaner.cli import main
from cleaner.config import Config
from cleaner.metadata import multilingual
from cleaner.metadata.multilingual import LineLanguage, line_languages

ENGLISH = (
    "The river rose by two metres on Monday after the storm, the mayor said, and the old bridge was closed to traffic.",
    "It will be open again by the end of the week, if the water falls as the engineers of the town expect it to.",
    "Two of the houses that stand at the harbour were under water, and those who live there are with their families.",
    "The council will meet on Friday to talk about the cost of the repairs and of the dam that was never built.",
)
GERMAN = (
    "Der Fluss ist nach dem Sturm um zwei Meter gestiegen, und die alte Brücke wurde für den Verkehr gesperrt.",
    "Sie wird bis zum Ende der Woche wieder offen sein, wenn das Wasser so fällt, wie es die Ingenieure erwarten.",
    "Zwei der Häuser, die am Hafen stehen, waren unter Wasser, und die Leute sind nun bei ihren Verwandten.",
    "Der Rat der Stadt wird am Freitag über die Kosten reden und über den Damm, der nie gebaut worden ist.",
)
RUSSIAN = (
    "Вода в реке поднялась на два метра после бури, и старый мост был закрыт для движения, сообщил мэр города.",
    "Он снова откроется к концу недели, если вода спадёт так, как этого ждут инженеры, которые работают в городе.",
    "Два дома, которые стоят у гавани, оказались под водой, и те, кто в них живёт, уехали к своим родным.",
)
FRENCH = "Le fleuve est monté de deux mètres après la tempête, et le vieux pont a été fermé à la circulation."
QUOTATION = "„Ich habe es der Stadt schon vor drei Jahren gesagt“, sagte er, „und niemand wollte es damals hören.“"


def found(*lines: str, own: str | None = "en", around: tuple[str, ...] = ENGLISH) -> list[tuple[int, int, str]]:
    document = plain.read("\n\n".join((*around[:2], *lines, *around[2:])))
    return [(x.first, x.last, x.language) for x in line_languages(document, own)]


@pytest.mark.parametrize("own", ["en", "de"])
@pytest.mark.parametrize(
    "line",
    [
        "Home World Sport",
        "Ελληνικά",
        "Le vieux pont est fermé à la circulation",
        "Ana María de la Cruz, João da Silva, Jürgen Müller, Łukasz Wiśniewski",
        "Ana María de la Cruz, João da Silva Pereira, Jürgen Müller, Łukasz Wiśniewski, Bjørn Håkonsen, Zoë Dubois",
        "Harbour Town 3 Old Bridge 1 River City 2 Ferry United 0 North Shore 4 South Pier 4 Mill Road 2 Castle 5",
        "HARBOUR MAH. HADIMLAR YOLU CAD. UFUK PLAZA NO:57/15A KÜÇÜKÇAY İSKELE",
        "+++ 12:45 +++ 13:00 +++ 14:15 +++ 15:30 +++ 16:45 +++ 17:00 +++ 18:15 +++ 19:30 +++ 20:45 +++",
        "2031-07-07 13:06:00 2.13 m 2031-07-07 14:06:00 2.41 m 2031-07-07 15:06:00 2.87 m 2031-07-07 16:06:00",
        "if (bridge.is_open() && river.level < 2.5) { send_message(town.mayor, 'the bridge is open again'); }",
        "def close(bridge, reason=None): return bridge.set(state='closed', reason=reason or 'water', at=now())",
        "select name, level from rivers where town = 'harbour' and level >= 2.5 order by level desc limit 10;",
        "https://www.harbour.example/noticias/el-puente-viejo-esta-cerrado-al-trafico-por-la-tormenta-de-ayer",
    ],
)
def test_a_line_too_short_or_made_of_names_or_signs(line, own):
    around = {"en": ENGLISH, "de": GERMAN}[own]
    assert found(line, own=own, around=around) == found(line, own=own, around=around[:2]) == []


@pytest.mark.parametrize(
    "line",
    [
        "The mayor told Москва that the bridge of the harbour would be closed to all of the traffic.",
        "Bridges, rivers, harbours, storms, floods, engineers, mayors, metres, traffic, water",
        "At the Café du Vieux Pont he ordered crème brûlée, and said that it was the taste of a summer in the town.",
    ],
)
def test_a_line_with_words_from_elsewhere(line):
    assert found(line) == found(line, around=ENGLISH[:2]) == []


@pytest.mark.parametrize("around", [ENGLISH[:2], ENGLISH], ids=["little to learn from", "more"])
@pytest.mark.parametrize(
    ("line", "language"),
    [
        (GERMAN[0], "de"),
        (QUOTATION, "de"),
        (RUSSIAN[0], "ru"),
        ("Вода в реке поднялась на два метра после бури", "ru"),
        (FRENCH, "fr"),
        (
            "Rumah tua di dekat pelabuhan itu terendam air, kata wali kota, dan warga yang tinggal di sana mengungsi.",
            "id",
        ),
        ("오늘 서울에 비가 많이 내렸다고 한다", "ko"),
    ],
)
def test_a_line_in_another_language(line, language, around):
    assert found(line, around=around) == [(5, 5, language)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("iPhone Pro Max, Galaxy Ultra Plus, Pixel Fold XL, Xperia Compact", []),
        ("Breaking news from the harbour", []),
        ("Старый мост у гавани", []),
        ("The old bridge will be closed to all traffic until the spring", [(5, 5, "en")]),
        (GERMAN[0], [(5, 5, "de")]),
        (
            "Рівень води в річці піднявся на два метри, і старий міст закрили для руху, повідомив мер міста.",
            [(5, 5, "uk")],
        ),
    ],
)
def test_a_document_in_another_script(line, expected):
    assert found(line, own="ru", around=RUSSIAN) == expected


@pytest.mark.parametrize("own", ["ja", "zh"])
def test_a_document_in_a_script_of_its_own_has_no_other_language_in_it(own):
    text = {
        "ja": "橋は月曜日に閉鎖されたと市長は述べた。週末までに再開する予定だという。",
        "zh": "市长表示，这座旧桥周一已经关闭，预计周末重新开放。",
    }[own]
    around = (text * 3, text * 2, text * 4)
    assert found(text * 2, own=own, around=around) == []
    assert found(FRENCH, own=own, around=around) == [(5, 5, "fr")]


@pytest.mark.parametrize("own", ["en", "de"])
@pytest.mark.parametrize("turns", [False, True], ids=["one after the other", "in turns"])
def test_two_languages_half_and_half(own, turns):
    pairs = [*zip(ENGLISH, GERMAN, strict=True)]
    lines = [line for pair in pairs for line in pair] if turns else [*ENGLISH, *GERMAN]
    theirs = {"en": GERMAN, "de": ENGLISH}[own]
    runs = line_languages(plain.read("\n\n".join(lines)), own)
    differing = {number for run in runs for number in range(run.first, run.last + 1, 2)}
    assert differing == {2 * i + 1 for i, line in enumerate(lines) if line in theirs}
    assert {run.language for run in runs} == {"en", "de"} - {own}
    assert len(runs) == (4 if turns else 1)


def test_neighbours_in_one_language_are_one_run():
    assert found(GERMAN[0], RUSSIAN[0]) == [(5, 5, "de"), (7, 7, "ru")]
    document = plain.read("\n".join((*ENGLISH[:2], "", GERMAN[0], GERMAN[1], "", FRENCH)))
    runs = line_languages(document, "en")
    assert [(x.first, x.last, x.language) for x in runs] == [(4, 5, "de"), (7, 7, "fr")]
    assert all(isinstance(x, LineLanguage) and 0.9 < x.confidence <= 1 for x in runs)
    assert [x.source for x in runs] == ["model", "model"]


def test_of_a_run_the_least_sure_line_counts():
    one, other = LineLanguage(3, 3, "ko", 0.99, "script"), LineLanguage(4, 4, "ko", 0.8, "model")
    assert multilingual._joined(one, other) == LineLanguage(3, 4, "ko", 0.8, "model")
    assert multilingual._joined(other, LineLanguage(5, 6, "ko", 0.99, "script")) == LineLanguage(
        4, 6, "ko", 0.8, "model"
    )


def test_a_document_without_a_known_language_has_none_that_differ():
    assert found(GERMAN[0], own=None) == []


def test_a_line_without_words_and_a_very_long_one():
    assert found("\u200b" * 80, "— " * 60) == []
    assert found(" ".join(GERMAN * 500)) == [(5, 5, "de")]


def test_the_sidecar_says_it_when_it_is_asked():
    asked = cleaner.clean(newspage.MIXED, config=Config(line_languages=True))
    record = asked.to_dict()
    assert record["line_languages"] == [
        {"lines": [3, 3], "language": "de", "confidence": record["line_languages"][0]["confidence"], "source": "model"},
        {"lines": [7, 7], "language": "ru", "confidence": record["line_languages"][1]["confidence"], "source": "model"},
    ]
    assert Draft202012Validator(sidecar.schema()).is_valid(record)
    assert sidecar.loads(sidecar.dumps(record)) == record
    silent = cleaner.clean(newspage.MIXED)
    assert silent.to_dict()["line_languages"] == []
    assert silent.line_languages == asked.line_languages
    assert silent.text == asked.text


@pytest.mark.parametrize(
    ("settings", "options", "said"),
    [
        ("", ["--line-languages"], ["de", "ru"]),
        ("line_languages = true\n", [], ["de", "ru"]),
        ("line_languages = true\n", ["--no-line-languages"], []),
    ],
)
def test_setting_and_option(settings, options, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(newspage.MIXED, encoding="utf-8")
    Path("cleaner.toml").write_text(settings)
    assert main(["clean", "a.txt", "-o", "out", "--quiet", *options]) == 0
    record = json.loads(Path("out/a.meta.json").read_bytes())
    assert [one["language"] for one in record["line_languages"]] == said


def test_the_hash_seed_changes_nothing():
    lines = [
        f"The {word} of the town was under water, and the mayor said that {word} is a word." for word in "abcdefghij"
    ]
    text = "\n\n".join([*lines, *GERMAN, *ENGLISH, FRENCH])
    program = (
        "import sys; from cleaner import plain; from cleaner.metadata.multilingual import line_languages, _usual_words;"
        "text = sys.stdin.buffer.read().decode(); lines = [x.lower().split() for x in text.split('\\n\\n')];"
        "print(line_languages(plain.read(text), 'en'), sorted(_usual_words(lines, lines[0])))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=text.encode(),
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(cleaner.__file__).parents[1])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert b"'de'" in said.pop()
