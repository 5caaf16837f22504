r"""Text with a line a node, as `get_text("\n")` gives it, is read as the sentences that its inline elements broke."""

import re

import pytest

import cleaner
from cleaner import plain

PAGE = """\
Home
Sport \nWeather \n
The council voted on Monday to close \nHarlow Bridge\n until the spring, said \nAda Finch\n, the mayor.
Speaking to \nThe Harlow Post\n at the harbour, she called it a risk.
{}
Imprint
"""


def read(paragraph: str) -> tuple[str, ...]:
    """The lines that are read of a paragraph in a page of which other lines show that it has a line a node."""
    texts = plain.read(PAGE.format(paragraph)).texts
    return texts[texts.index("Speaking to The Harlow Post at the harbour, she called it a risk.") + 1 : -1]


@pytest.mark.parametrize(
    "paragraph",
    [
        "We have a picture of \nHarlow Bridge\n, the oldest one.",
        "Donna Bridge\n has praised \nAda Finch\n’s new ferry.",
        "Finch\n‘s ferry runs, and her \nHarlow Bridge\n is closed.",
        "They met \nAda\n \nFinch\n on the day on which nobody came.",  # two elements with a blank between
        "Most farmers (\nHarlow\n) swim, and so do the others (\n[1]\n, \n[2]\n).",
        "It was closed [\n4\n-\n7\n] and nobody came [\n8\n].",
        "So it was, and the owls (all \nP\n<.001) came back.",
        "They called it “\nthe end\n” and she said „\nnever\n“.",
        "The ferry\n – a small one – \nleft Harlow\n, and it \nDid Not\n come back.",
        "The council spoke.\n It was brief, she said: \nNobody will swim.",
        # scripts without capitals
        "أغلق المجلس \nجسر هارلو\n يوم الاثنين حتى الربيع، كما قالت رئيسة البلدية.",
        "परिषद ने सोमवार को \nहार्लो पुल\n वसंत तक बंद कर दिया, मेयर ने कहा।",
        "המועצה סגרה את \nגשר הארלו\n עד האביב, אמרה ראש העיר.",
        "ხიდი \nჰარლოს\n მდინარეზე დაიხურა გაზაფხულამდე, თქვა მერმა.",
    ],
)
def test_a_sentence_is_whole_that_inline_elements_broke(paragraph: str) -> None:
    (line,) = read(paragraph)
    assert re.sub(r"\s", "", line) == re.sub(r"\s", "", paragraph)


@pytest.mark.parametrize(
    "lines",
    [
        ["The ferry is full. ", "The bridge is closed."],  # authors leave a blank at a paragraph's end
        ["Ferries ", "Owls ", "Cows ", "Tractors"],  # a menu
        [" Ferries", " Owls", " Cows"],
        ["Harlow Bridge", "The council closed it on Monday, and nobody knows when it will be open again."],
        ["Ferries (", "Owls", "Cows and tractors", "Harlow"],  # a bracket that nothing closes
        ["It rained on all of them, the farmers said on Monday.\xa0", "'So it does,' said one."],
        ["The owls came back to the valley after forty years.", " ", "The ferry left without them."],
    ],
)
def test_what_no_element_broke_is_left(lines: list[str]) -> None:
    assert read("\n".join(lines)) == tuple(line.strip() for line in lines if line.strip())


def test_a_page_shows_in_two_places_that_it_has_a_line_a_node() -> None:
    assert len(plain.read("We went to \nHarlow Bridge\n and to \nArne Bridge\n on Monday.").texts) == 1
    code = "ferries:\n - name: the ferry that is the longest one of all ferries\n cars: 12\n harbour: Harlow\n"
    assert plain.read(code).texts == tuple(map(str.strip, code.strip().split("\n")))
    verse = "so much depends \nUpon\na red wheel.\nBarrow\nglazed with rain.\n"
    assert plain.read(verse).texts == tuple(map(str.strip, verse.strip().split("\n")))


def test_a_drop_cap_is_one_with_its_word() -> None:
    said = "he council voted to close the bridge, which nobody had painted for forty years."
    assert read(f"T\n{said}") == (f"T{said}",)
    assert read(f"A\n {said[3:]}") == (f"A {said[3:]}",)  # a word of one letter keeps its blank


def test_code_between_fences_keeps_its_lines() -> None:
    code = "```\nfor \nferry in \nharbour \nprint the ferry that is the longest one of all ferries\n```"
    assert read(f"{code}\nSo it runs.")[1:-2] == tuple(line.strip() for line in code.split("\n")[1:-1])


def test_an_article_is_whole_whatever_is_linked_in_it() -> None:
    paragraphs = [
        f"Ferry {name} \n{name}s Boats\n left \nHarlow\n on Monday, which the \nHarlow Post\n called a wonder."
        for name in ("Ada", "Berta", "Clara", "Dora", "Emma", "Frida")
    ]
    page = "\n".join(["Home ", "News ", "Sport ", *paragraphs, "Imprint ", "Terms of use "])
    whole = [paragraph.replace("\n", "") for paragraph in paragraphs]
    assert cleaner.clean(page, kind="text").text == "\n\n".join(whole)
    document = plain.read(page)
    for text, (start, end) in zip(document.texts, document.spans, strict=True):
        assert page[start:end].split() == text.split()
