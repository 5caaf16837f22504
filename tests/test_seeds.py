"""The five seed documents come out exactly as a person labelled them, also in disguise."""

import html
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import cleaner
from cleaner.model import KEPT

ROOT = Path(__file__).parent.parent
GOLD = json.loads((ROOT / "tests/fixtures/gold/seeds.json").read_text(encoding="utf-8"))
NAMES = sorted(GOLD)
Labelled = list[tuple[str, str]]  # lines with their labels; "" is a blank line


def labelled(name: str) -> Labelled:
    lines = (ROOT / "seeds" / name).read_text(encoding="utf-8").split("\n")
    labels = [""] * len(lines)
    for label, spans in GOLD[name]["lines"].items():
        for span in spans:
            first, last = span if isinstance(span, list) else (span, span)
            labels[first - 1 : last] = [label] * (last - first + 1)
    return [(line, label if line.strip() else "") for line, label in zip(lines, labels, strict=True)]


def folded(text: str) -> str:
    return " ".join(text.split())


def check(page: Labelled, data: str | bytes, *, as_kept: Callable[[str], str] = folded) -> cleaner.Cleaned:
    """Every kept line in the body in order, every other line removed under its label."""
    result = cleaner.clean(data, kind="text")
    found = {number: line.label for line in result.lines for number in range(line.number, line.last + 1)}
    wrong = [
        f"{number}: {found.get(number)} is not {label}: {text[:60]}"
        for number, (text, label) in enumerate(page, 1)
        if label and label not in KEPT and found.get(number) != label
    ]
    lost = [
        f"{number}: {found.get(number)} is not kept: {text[:60]}"
        for number, (text, label) in enumerate(page, 1)
        if label in KEPT and found.get(number) not in KEPT
    ]
    assert wrong + lost == []
    body = [line for line in result.text.split("\n") if line]
    assert body == [as_kept(text) for text, label in page if label in KEPT]
    assert result.restore() == (data if isinstance(data, str) else data.decode("utf-8"))
    return result


def text_of(page: Labelled) -> str:
    return "\n".join(line for line, _ in page)


@pytest.mark.parametrize("name", NAMES)
def test_lines_and_metadata_are_as_labelled(name: str) -> None:
    result = check(labelled(name), (ROOT / "seeds" / name).read_bytes())
    sidecar = result.to_dict()
    wanted = GOLD[name]["metadata"]
    assert {key: sidecar[key] for key in wanted} == wanted


@pytest.mark.parametrize("name", NAMES)
def test_every_removal_has_a_rule_and_words_of_the_page(name: str) -> None:
    page = labelled(name)
    words = set(re.findall(r"\w+", text_of(page)))
    covered = set()
    for removal in cleaner.clean(text_of(page), kind="text").to_dict()["removals"]:
        assert removal["rule"]
        assert words & set(re.findall(r"\w+", removal["evidence"])) or not re.search(r"\w", removal["text"])
        covered |= set(range(removal["lines"][0], removal["lines"][1] + 1))
    dropped = {n for n, (_, label) in enumerate(page, 1) if label and label not in KEPT}
    assert dropped <= covered
    assert not covered & {n for n, (_, label) in enumerate(page, 1) if label in KEPT}


def blanks_doubled(page: Labelled) -> Labelled:
    return [row for line in page for row in ([line, line] if not line[1] else [line])]


def related_doubled(page: Labelled) -> Labelled:
    related = [row for row in page if row[1] == "related"]
    last = max((i for i, row in enumerate(page) if row[1] == "related"), default=-1)
    more = [
        (re.sub(r"^(\s*)(\d+)\.", lambda m: f"{m[1]}{int(m[2]) + len(related)}.", line), label)
        for line, label in related
    ]
    return page[: last + 1] + more + page[last + 1 :]


def moved_up(label: str) -> Callable[[Labelled], Labelled]:
    def move(page: Labelled) -> Labelled:
        """The block moves with the blank lines inside it."""
        places = [i for i, row in enumerate(page) if row[1] == label]
        if not places:
            return page
        first, last = places[0], places[-1] + 1
        return [*page[first:last], ("", ""), *page[:first], *page[last:]]

    return move


OTHER_NAMES = {
    "Rubio": "Halvorsen", "Lavrov": "Okonjo", "Marco": "Anders", "Sergey": "Emeka", "Sergei": "Emeka",
    "Trump": "Bergström", "Donald": "Nils", "Putin": "Adeyemi", "Vladimir": "Tunde", "Peskov": "Balogun",
    "Dmitry": "Femi", "Ryabkov": "Eze", "Russian": "Norlandic", "Russia": "Norland", "Moscow": "Port Amble",
    "Ukraine": "Sarema", "Washington": "Kestrel Bay", "Kuala Lumpur": "Sundholm", "Malaysia": "Ostravia",
    "RT.com": "QX.com", "Chile Sun": "Fjord Star", "Reuters": "Reuters", "Рубио": "Халворсен", "Лавров": "Оконджо",
    "Трамп": "Бергстрём", "Зеркала": "Окна", "Aliyev": "Torvald", "The Moscow Times": "The Amble Courier",
    "CNN": "QNN", "Azerbaijan": "Velmoria", "Türkiye": "Tarkania",
}  # fmt: skip


def renamed(page: Labelled) -> Labelled:
    names = re.compile("|".join(re.escape(name) for name in sorted(OTHER_NAMES, key=len, reverse=True)))
    return [(names.sub(lambda m: OTHER_NAMES[m[0]], line), label) for line, label in page]


DISGUISES: dict[str, Callable[[Labelled], Labelled]] = {
    "other names": renamed,
    "indented": lambda page: [("      " + line if line.strip() else line, label) for line, label in page],
    "blank lines removed": lambda page: [row for row in page if row[1]],
    "blank lines doubled": blanks_doubled,
    "related list doubled": related_doubled,
    "appeal above": moved_up("appeal"),
    "ticker above": moved_up("ticker"),
}


@pytest.mark.parametrize("disguise", sorted(DISGUISES))
@pytest.mark.parametrize("name", NAMES)
def test_a_disguised_seed_comes_out_the_same(name: str, disguise: str) -> None:
    page = DISGUISES[disguise](labelled(name))
    assert DISGUISES[disguise] is not renamed or text_of(page) != text_of(labelled(name))
    check(page, text_of(page))


@pytest.mark.parametrize("name", NAMES)
def test_bom_and_crlf_change_nothing(name: str) -> None:
    page = labelled(name)
    check(page, ("\ufeff" + text_of(page).replace("\n", "\r\n")).encode("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_entities_left_in_are_read(name: str) -> None:
    page = [
        (html.escape(line).replace("–", "&ndash;").replace("’", "&#8217;"), label) for line, label in labelled(name)
    ]
    check(page, text_of(page), as_kept=lambda line: folded(html.unescape(line)))
