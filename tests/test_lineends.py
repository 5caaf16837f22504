"""Line ends that are written out part a text's lines, and a text about them keeps its own."""

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
    "a mail quoted twice": lambda page: "\n".join(f">> {line}".rstrip() for line in page.split("\n")),
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
        "The ferry runs.\vIt is full.\n\nNobody knows.\vNobody asks.\n\nIt rains.\vIt snows.\n\nOwls\nsing\nand\nsleep",
    ],
)
def test_what_ends_no_line_is_left(text: str) -> None:
    assert len(plain.read(text)) == sum(bool(line.strip()) for line in text.split("\n"))


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
