"""Line ends that are written out part a text's lines, and a text about them keeps its own."""

import html
import json
import time
from collections.abc import Callable

import pytest

import cleaner
from articles import ARTICLES
from cleaner import plain

AROUND = "Home\nNews\nSport\nWeather\n\nOld bridge closed\n\n{}\n\nShare on Facebook\nSubscribe to our newsletter\n"
WAYS: dict[str, Callable[[str], str]] = {
    "JSON": lambda page: json.dumps(page)[1:-1],
    "quoted": json.dumps,
    "JSON in UTF-8": lambda page: json.dumps(page, ensure_ascii=False),
    "CR LF": lambda page: page.replace("\n", r"\r\n"),
    "br": lambda page: page.replace("\n", "<br/>"),
    "BR": lambda page: page.replace("\n", "<BR>"),
    "br with blanks": lambda page: page.replace("\n", " <br /> "),
    "br and line end": lambda page: page.replace("\n", "<br />\n"),
    "line separator": lambda page: page.replace("\n", "\u2028"),
    "paragraph separator": lambda page: page.replace("\n\n", "\u2029").replace("\n", "\u2028"),
    "vertical tab": lambda page: page.replace("\n", "\v"),
    "a quoted mail": lambda page: "\n".join(f"> {line}".rstrip() for line in page.split("\n")),
    "tagged as jusText does": lambda page: "\n".join(f"<p> {line}" for line in page.split("\n") if line),
    "a mail quoted twice": lambda page: "\n".join(f">> {line}".rstrip() for line in page.split("\n")),
    "bars": lambda page: "|".join(filter(None, page.split("\n"))),
    "bars between blanks": lambda page: " | ".join(filter(None, page.split("\n"))),
    "form feed": lambda page: page.replace("\n\n", "\f"),
}


@pytest.mark.parametrize("language", ["en", "de", "ru", "ja"])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_the_article_is_the_same_however_its_lines_end(way: Callable[[str], str], language: str) -> None:
    page = AROUND.format(ARTICLES[language].replace("\n", "\n\n"))
    done = cleaner.clean(way(page), kind="text")
    assert done.text == cleaner.clean(page, kind="text").text
    assert cleaner.restore(done.text, done.to_dict()) == way(page)
    assert cleaner.clean(done.text, kind="text").text == done.text


@pytest.mark.parametrize(
    "text",
    [
        # Signs that are talked about, begin another word, are two only, or stand in a table or in code.
        "Write a <br> tag and a <br> tag again, or use the <br> tag in the middle of a line, and it breaks.",
        "Write `<br>` for one, `<br/>` for the other, and `<br />` for both of them.",
        r"The field $\nu$ and its $\nabla\phi$ are zero where $\neq$ holds, and \newcommand is no help at all.",
        r"Copy it to C:\new\notes\now and then to D:\new\names, or to C:\net.",
        "The ferry runs.<br>It is full.",
        r"The ferry runs.\nIt is full.",
        "| Day | Ferry |\n|---|---|\n| Monday | six<br>seven<br>eight |\n| Tuesday | nine<br>ten |",
        '```\nprint("a\\nb\\nc\\nd")\nprint("<br><br><br>")\n```',
        "\n".join(['print("The ferry runs.\\n")', "The line above writes one line to the terminal, and no more."] * 4),
        "> The ferry runs.\n> It is full.\n> Nobody asks.\n> It rains.\n> It snows.\n\nSo the owl said.\n\nSo did I.",
        "\n".join(["The ferry has three berths, and each of them is for another kind of boat, as the plan shows."] * 3)
        + '\nA --> B["Berth 1<br/>Ferries"]\nA --> C["Berth 2<br/>Boats"]\nA --> D["Berth 3<br/>Buoys"]',
        "The lines of the poem end where the tags stand, and the browser then begins a new line for each of them:\n"
        "<p>one<br/>two<br/>three<br/></p>\nSo it is written in all of the books about pages that anybody here has.",
        "The ferry runs.\u2028It is full.",
        "The ferry runs.\vIt is full.\n\nNobody knows.\vNobody asks.\n\nIt rains.\vIt snows.\n\nOwls\nsing\nand\nsleep",
    ],
)
def test_what_ends_no_line_is_left(text: str) -> None:
    assert len(plain.read(text)) == sum(bool(line.strip()) for line in text.split("\n"))


@pytest.mark.parametrize("mark", ["<br/>", "<BR>", r"\n", r"\r\n"])
@pytest.mark.parametrize("more", [(), ("By Jane Example", "It is shut.", "It is shut.")])
def test_a_page_that_shows_its_line_ends_is_read_as_its_body_will_be(mark: str, more: tuple[str, ...]) -> None:
    sentences = [line for line in ARTICLES["en"].split("\n") if line]
    shown = html.escape(mark.join(["", *more, *sentences, *more, ""]))
    page = f"<html><body><article><p>{shown}</p></article></body></html>"
    done = cleaner.clean(page, kind="html")
    assert mark not in done.text
    assert [line for line in done.text.split("\n") if line in sentences] == sentences
    assert cleaner.restore(done.text, done.to_dict()) == page
    assert cleaner.clean(done.text, kind="text").text == done.text


@pytest.mark.parametrize(
    "code",
    [
        'A --> B["Berth 1<br/>Ferries"]\nA --> C["Berth 2<br/>Boats"]\nA --> D["Berth 3<br/>Buoys"]',
        'print("It is shut.\\nIt is full.\\n")\nprint("It rains.\\nIt snows.\\n")',
        "<p>one<br/>two<br/>three<br/></p>",
        "> ferry --help\n> ferry --list\n> ferry --stop",
    ],
)
def test_what_code_on_a_page_shows_stays(code: str) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLES["en"].split("\n"))
    done = cleaner.clean(f"<html><body><article>{paragraphs}<pre>{html.escape(code)}</pre></article></body></html>")
    assert code in done.text
    assert cleaner.clean(done.text, kind="text").text == done.text


@pytest.mark.parametrize(
    "text", [r"a\nb\nc\nd", "a<br>b<br>c<br>d", "> a\n> b\n> c\n> d\n> e\n> f", "<p> a\n<p> b\n<p> c"]
)
def test_paragraphs_with_such_ends_have_to_be_read(text: str) -> None:
    assert plain.of_paragraphs(text.split("\n")) is None


def test_a_text_with_tags_for_its_line_ends_has_others_which_are_no_words_of_it_but_in_code() -> None:
    text = "The <b>old</b> bridge is shut.<br/>The ferry runs.<br/>It is <i>full</i>.<br/>Cows swim."
    assert plain.read(text).texts == ("The old bridge is shut.", "The ferry runs.", "It is full.", "Cows swim.")
    assert "<b>so</b>" in plain.read(f"{text}\n\n```\n<b>so</b>\n```").texts


def test_spans_leave_the_signs_out() -> None:
    source = '"It is \\"shut\\".\\n\\nThe ferry runs.\\nIt is full."'
    document = plain.read(source)
    assert document.texts == ('It is "shut".', "The ferry runs.", "It is full.")
    assert [source[start:end] for start, end in document.spans] == [
        r'It is \"shut\".', "The ferry runs.", "It is full."
    ]  # fmt: skip
    assert document.gaps == (0, 1, 0)
    assert document.numbers == ((1, 1),) * 3


@pytest.mark.parametrize("part", ["<br>", r"\n", " ", "<br ", r"\r\n", "\f", '\\"', " <br> "])
def test_many_signs_take_linear_time(part: str) -> None:
    spent = []
    for size in (5_000, 50_000):
        begin = time.process_time()
        plain.read(f"a<br>b<br>c<br>d\\ne\\nf\\ng{part * size}a")
        spent.append(time.process_time() - begin)
    assert spent[1] < 40 * max(spent[0], 0.002)  # quadratic time would be a hundred times as much


def test_a_sentence_whose_nodes_bars_part_is_one_again() -> None:
    lines = ["Home", "News", "Sport", "Help", "The old", "Harlow Bridge", "was closed on Monday.", "It is unsafe."]
    page = "|".join([*lines, "The ferry runs.", "It is full."])
    read = plain.read(page)
    assert "It is unsafe." in read.texts
    assert read.text == read.source == page
    assert set(read.numbers) == {(1, 1)}


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | Sport | Help | Shop | Terms | Imprint | Map | It is shut. The ferry runs. It is full.",
        "It is shut.|The ferry runs.|It is full.|So?",
        "".join(f"|{row}|It is shut.|It is full.|So.|\n" for row in range(4)),
        "Bars part the cells of a row: a|b|c|d|e|f|g|h|i. They part nothing.|Do they?",
    ],
    ids=["a menu", "few bars", "a table", "few sentences"],
)
def test_bars_that_part_no_blocks_stay(text: str) -> None:
    assert any("|" in line for line in plain.read(text).texts)
