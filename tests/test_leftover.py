"""What converters leave of a page's elements is no word of the article; a text about elements keeps them."""

import time

import pytest

import cleaner
from articles import ARTICLES
from cleaner import plain
from cleaner.config import Config
from cleaner.guard import residue
from cleaner.plain import leftover

PARAGRAPHS = ARTICLES["en"].split("\n")
BODY = "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        # Near misses: no element, no attributes.
        ("The mayor wrote: a < b and b > c.", None),
        ("The set {a, b} and the field {name} stay.", None),
        ("Write <mayor> for the mayor's name.", None),
        ("It is 5 <5 or <= 6>.", None),
        ('Write x="1" for the set {x}.', None),
        ("<p>", None),
        ("::: menu", None),
        # Tags.
        ("The <b>old</b> bridge<br>was <span class='a>b'>shut</span>.", "The old bridge was shut."),
        ('<a href="/b" data-x="{&quot;a&quot;: [1]}">Tides</a>', "Tides"),
        ("Tides<BR/>", "Tides"),
        # Attributes.
        ("# Old bridge closed {#old-bridge .title}", "# Old bridge closed"),
        ('-   [[Tides](/t){rel="x"}]{#item .menu data-a=\'{"a"}\'}', "- [Tides](/t)"),
        ("[[The [old]{.big} bridge]{.a}]{.b} was shut.", "The old bridge was shut."),
        ("the last words]{.byline} of a span", "the last words of a span"),
    ],
)
def test_what_is_seen_of_a_line(line: str, seen: str | None) -> None:
    assert leftover.without(line) == (line if seen is None else seen)


def _divs(body: str) -> str:
    menu = "\n\n".join(f"-   <span\n    class='item'>[{name}](/{name})</span>" for name in ("News", "Tides", "Owls"))
    return (
        f'<div class="page">\n\n<div id="menu">\n\n{menu}\n\n</div>\n\n<div class="text">\n\n{body}\n\n'
        + "\n\n".join(
            ["</div>", "<div>", "[![](/owl.jpg)](/owls)", "</div>", "<div", 'class="end">', "</div>", "</div>"]
        )
    )


def _fences(body: str) -> str:
    menu = "\n".join(f"-   [[{name}](/{name}){{.link}}]{{#{name} .item}}" for name in ("News", "Tides", "Owls"))
    return f"::: {{#page .a}}\n::: menu\n{menu}\n:::\n\n::: {{.text\ndata-x='1'}}\n{body}\n:::\n" + ":::\n" * 6


def _breaks(body: str) -> str:
    return "<br>\n".join(["News", "Tides", "Owls", "", *body.split("\n"), "", "Imprint", "Privacy"])


def _containers(body: str) -> str:
    names = ("News", "Sport", "Weather", "Culture")
    menu = "\n\n".join(
        f".. container::\n   item-{name}\n   :name: {name}\n\n   -  |{name}|\\ `{name}\n      <{name}.html>`__"
        for name in names
    )
    text = "\n\n".join(f"   .. container:: text\n\n      {line}" for line in body.split("\n\n"))
    pictures = "\n".join(f".. |{name}| image:: /{name}.jpg\n   :width: 9px" for name in names)
    return f"{menu}\n\n{text}\n\n{pictures}\n"


@pytest.mark.parametrize(
    "page",
    [_divs(BODY), _fences(BODY), _breaks(BODY), _containers(BODY)],
    ids=["tags", "fences", "breaks", "containers"],
)
def test_the_body_is_the_article_and_the_page_comes_back(page: str) -> None:
    result = cleaner.clean(page, kind="text")
    assert result.text == BODY
    assert result.restore() == cleaner.restore(result.text, result.to_dict()) == page


ABOUT = [
    f"{BODY}\n\nType <br> at the end of a line.<br>\n\nThen type\n\n<div>\n\nand\n\n</div>",  # a few
    f"{BODY}\n\n```html\n" + "<div>\n\n<p>\n" * 8 + f"```\n\n{BODY}",  # code between fences
    f"{BODY}\n\n" + "<ul>\n<li>\nTides\n</li>\n</ul>\n" * 4,  # code without fences
    BODY + "\n\n::: tip\nTake the ferry, which runs every twenty minutes from six.\n:::\n",
]


@pytest.mark.parametrize("text", ABOUT, ids=["few", "fenced", "code", "one fence"])
def test_a_text_about_elements_is_read_as_it_is(text: str) -> None:
    document = plain.read(text)
    assert "".join("".join(document.texts).split()) == "".join(text.split())


def test_marks_count_that_stand_alone_and_are_not_few_for_a_page() -> None:
    assert leftover.are_left(["<p>"] * 3, [1] * 3)
    assert leftover.are_left(["Tides", *["<p>"] * 8], [1] * 9)
    assert not leftover.are_left(["Tides", *["<p>"] * 7], [1] * 8)
    assert not leftover.are_left(["<p>Tides</p>"] * 8, [1] * 8)
    assert not leftover.are_left(["Tides", *["<p>"] * 8, *["Owls"] * 200], [1] * 209)


def test_a_block_for_another_format_is_marks_and_a_block_of_code_is_none() -> None:
    assert leftover.alone(["```{=html}", "Tides", "```", "Owls"]) == [True, True, True, False]
    assert not any(leftover.alone(["```{=html}", *["Tides"] * 4, "```"]))
    assert not any(leftover.alone(["```", "Tides", "```"]))


@pytest.mark.parametrize(
    ("first", "second", "gap", "expected"),
    [
        ("<a", "Tides", 1, False),
        ("<a>", "Tides", 0, False),
        ("<a", "Tides", 0, True),
        ('<a title="x > y', 'z">Tides', 0, True),
        (".. container::", "menu", 0, True),
    ],
)
def test_a_mark_goes_on_until_it_is_closed(first: str, second: str, gap: int, expected: bool) -> None:
    assert leftover.broken([first, second], [0, gap]) == [False, expected]


def test_no_mark_stands_on_more_than_twenty_lines() -> None:
    assert sum(leftover.broken(["<a", *["Tides"] * 30], [0] * 31)) == 19


def test_entities_beside_a_tag_are_mended_when_the_tag_is_gone() -> None:
    page = _divs(BODY.replace("the town", "<b>Tom &amp; Jerry</b>"))
    assert "Tom & Jerry" in "".join(plain.read(page).texts)


@pytest.mark.parametrize(
    "page",
    [
        # Near misses: few marks, marks in code, marks that touch, and elements that nobody knows.
        f"{PARAGRAPHS[0]}\n\n<div>\n\n</div>\n\n::: note\n\n:::\n\n{PARAGRAPHS[1]}",
        PARAGRAPHS[0] + "\n" + "<ul>\n<li>\n</li>\n</ul>\n" * 3 + PARAGRAPHS[1],
        PARAGRAPHS[0] + "\n\n```html\n" + "\n<div>\n" * 3 + "```\n\n" + PARAGRAPHS[1],
        PARAGRAPHS[0] + "\n" + "\n<mayor>\n\n</mayor>\n" * 6 + "\n" + PARAGRAPHS[1],
    ],
)
def test_an_authors_marks_are_lines(page: str) -> None:
    assert len(plain.read(page).texts) == sum(map(bool, page.split("\n")))


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("\n<div class='tides'>\n\n<p class='a>b'>\n\nTides\n" * 4 + "\n</div>", ["Tides"] * 4),
        ("::: {#page}\n" + "::: menu\n[Boats]{.item}\n:::\n" * 4 + "\n:::\n", ["Boats"] * 4),
        ("::: list\n" + "1.  ::: card\n    Owls return\n    :::\n{.a}\n" * 4 + ":::", ["Owls return"] * 4),
        ("</figure>\n\nTides and boats\n\n" * 8, ["Tides and boats"] * 8),
    ],
)
def test_a_line_of_marks_counts_as_blank(page: str, texts: list[str]) -> None:
    assert list(plain.read(page).texts) == texts


def test_values_of_attributes_glue_no_blocks() -> None:
    menu = "".join(f'[{name}](/t){{.item\ntrack="menu.{name} top.Area"}}\n\n' for name in ("Tides", "Boats", "Owls"))
    page = f"::: menu\n{menu * 2}:::\n\n{BODY}\n\n" + ":::\n\n" * 8
    assert PARAGRAPHS[0] in plain.read(page).texts
    assert "Tides" in plain.read(page).texts


def test_a_file_keeps_its_fences() -> None:
    assert not [one for one in residue.find(_fences(BODY), Config()) if ":::" in one.text]


ODD = ("<a ", '<a x="', "<br>", "{.", '{.a b="', "[a]{.b", "::: {.a", "<!--", "='", "[[a]", ".. |a| image::", ".. |")


@pytest.mark.parametrize("unit", ODD)
def test_odd_marks_take_linear_time(unit: str) -> None:
    spent = []
    for size in (2_000, 20_000):
        texts = [unit * size, *[unit] * size]
        start = time.process_time()
        assert leftover.without(texts[0])
        leftover.are_left(texts, [1] * len(texts))
        assert len(leftover.broken(texts, [0] * len(texts))) == len(leftover.alone(texts)) == size + 1
        spent.append(time.process_time() - start)
    assert spent[1] < 40 * max(spent[0], 0.002)  # quadratic time would be a hundred times as much


@pytest.mark.parametrize("row", [":" * 150, "\\" * 150, "<b>" * 150, "{.a}" * 150])
def test_a_row_of_marks_before_words_is_parted_in_one_way(row: str) -> None:
    start = time.process_time()
    assert not leftover.is_alone(f"{row} the mayor said")  # a way for each place to part them would never end
    assert time.process_time() - start < 1


def test_what_looks_like_the_place_of_a_value_is_none():
    assert leftover.without('<b>Set</b> depth=\0007\0 or "4".') == 'Set depth=7 or "4".'
    assert leftover.without('<b class="key">Set</b> depth="4", width="5".') == 'Set depth="4", width="5".'


def test_the_blank_lines_before_a_line_of_marks_stand_before_the_next() -> None:
    lines = "\n".join(f"<div class='a{at}'>\n\n\n</div>\n{PARAGRAPHS[at % len(PARAGRAPHS)]}" for at in range(8))
    read = plain.read(f"Tides\n\n{lines}")
    assert read.texts[1:] == tuple(PARAGRAPHS[at % len(PARAGRAPHS)] for at in range(8))
    assert set(read.gaps[1:]) == {2}
