"""Markdown handed in as text: targets and pictures are no words of the article."""

import textwrap
import time

import pytest

import cleaner
from articles import ARTICLES
from cleaner import plain
from cleaner.config import Config
from cleaner.plain import linked


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        # Near misses: brackets of prose, code and notes.
        ("She said [sic](see below) so.", "She said [sic](see below) so."),
        ("He wrote a[i](x) and b[j].", "He wrote a[i](x) and b[j]."),
        ("The town [pop. 4,000] lies on the Harlow (and the Arne).", None),
        ("A note [1] and another [2].", None),
        ("[ ](https://example.org)", None),
        ("The pattern [a-z](?:foo|bar) and [0-9](.*) match.", None),
        ("[they](...) wrote it, says [Finch](Finch:2004).", None),
        ("Type `[bridge](/b)` to link it.", None),
        (r"Type \[bridge](/b) to link it.", None),
        ("[](", None),
        ("[a](<", None),
        # Links.
        ("The [bridge](https://example.org/b) was shut.", "The bridge was shut."),
        ("The [bridge](</b c> 'Old bridge') was shut.", "The bridge was shut."),
        ('The [bridge](../b_(old)?x=1 "Old bridge") was shut.', "The bridge was shut."),
        ("A note [[1]](#note-1) here.", "A note [1] here."),
        ("The [[bridge](/b) of the town](/c) was shut.", "The bridge of the town was shut."),
        ("Write to [us](mailto:desk@example.org).", "Write to us."),
        ("- [Tides](//example.org/t) | [Boats](www.example.org)", "- Tides | Boats"),
        # Pictures.
        ("The bridge ![west](/w.jpg) was shut.", "The bridge was shut."),
        ("[![The bridge](data:image/png;base64,AAAA)](/b)", "The bridge"),
        ("![](/w.jpg)", None),
    ],
)
def test_what_is_seen_of_a_line(line: str, seen: str | None) -> None:
    assert linked.without_targets(line) == (line if seen is None else seen)


def test_code_between_fences_stays_as_it_was() -> None:
    lines = ["See [a](/a):", "```", "x = names[i](/a)", "```", "and [b](/b)"]
    assert linked.seen(lines) == ["See a:", "```", "x = names[i](/a)", "```", "and b"]


def test_a_line_may_end_a_link_and_begin_another() -> None:
    lines = ["Read [all of", "it](/a) and [more of", "the same](/b) here."]
    assert linked.seen(lines) == ["Read all of", "it and more of", "the same here."]


PROSE = "The old bridge over the Harlow was closed on Monday after engineers found cracks in two pillars."


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # Near misses: nothing closes them, or they are around running text.
        (["```"], []),
        (["The ferry:", "```sh", "ferry"], []),
        (["```a`", "ferry", "```"], []),
        (["```", "ferry", "```sh"], []),
        (["````", "ferry", "```"], []),
        (["~~~", "ferry", "~~~"], []),
        (["``", "ferry", "``"], []),
        (["```", "Home", PROSE, "```"], []),
        (["```", *["Tides and boats"] * 6, PROSE, "```"], []),
        # Fences.
        (["```", "ferry", "```"], [(0, 2)]),
        (["```", "```", "It prints."], [(0, 1)]),
        (["```a", "```b", "`````"], [(0, 2)]),
        (["It prints.", "```", "```", "And of night.", "```", "b", "```"], [(1, 2), (4, 6)]),
        (["```", *["Tides and boats"] * 8, PROSE, "```"], [(0, 10)]),
        (["```", 'closed = the_old_bridge[over("Harlow")].was_closed(on=monday, cracks=pillars[2])', "```"], [(0, 2)]),
    ],
)
def test_fences_of_code(lines: list[str], found: list[tuple[int, int]]) -> None:
    assert linked.code("\n".join(lines), lines) == found


def test_lines_between_fences_are_not_joined_however_they_were_filled() -> None:
    command = "ferries = the_hours_of_the_day_on_which_the_ferry_runs(harbour, bridge, mill)"
    lines = ["```", command, "tides = the_hours_of_high_water(harbour)", "print(ferries, tides)", "```"]
    paragraph = ARTICLES["en"].replace("\n", " ")
    filled = textwrap.wrap(paragraph, 72)
    assert plain.read("\n".join([*filled, *lines, *filled, "", ""])).texts == (paragraph, *lines, paragraph)
    assert "print(ferries, tides)" not in plain.read("\n".join([*filled, *lines[1:4], *filled, "", ""])).texts


@pytest.mark.parametrize("unit", ["[", "[a", "[a](", "[a](<", '[a](/ "', "[a](/b(", "![", "[[a]", "](/", "`[a](/"])
def test_odd_brackets_take_linear_time(unit: str) -> None:
    spent = []
    for size in (4_000, 40_000):
        start = time.process_time()
        assert linked.without_targets(unit * size)
        assert list(linked.blocks([unit * size])) == []
        spent.append(time.process_time() - start)
    assert spent[1] < 40 * max(spent[0], 0.002)  # quadratic time would be a hundred times as much


PARAGRAPHS = ARTICLES["en"].split("\n")
PAGE = "\n\n".join(
    [
        "[Skip to content](#content)",
        "* [News](/news)\n* [Sport](/sport)\n* [Weather](/weather)\n* [Travel](/travel)\n* [Letters](/letters)",
        "# Old bridge closed until spring",
        "![The bridge from the west](https://example.org/west.jpg?width=1200)",
        PARAGRAPHS[0].replace("bridge over the Harlow", "[bridge over the Harlow](https://example.org/tag/bridge)"),
        *PARAGRAPHS[1:],
        "## Read also",
        "[![](/owl.jpg)\n\n### Owls return to the valley\n\nYesterday](/owls)",
        "[Imprint](/imprint) | [Privacy](/privacy) | [Terms](/terms)",
    ]
)


def _clean(page: str, config: Config) -> str:
    return cleaner.clean(page, kind="text", config=config).text


def test_the_body_has_the_article_without_its_targets() -> None:
    result = cleaner.clean(PAGE, kind="text")
    assert result.text == "\n\n".join(PARAGRAPHS)
    assert cleaner.clean(result.text, kind="text").text == result.text


def test_as_markdown_the_body_keeps_its_links() -> None:
    body = _clean(PAGE, Config(format="markdown"))
    assert "[bridge over the Harlow](https://example.org/tag/bridge)" in body
    assert "/owls" not in body


def test_what_nobody_sees_comes_back_beside_a_link() -> None:
    page = PAGE.replace("cracks in two", "cra\u00adcks in two")
    end = " was closed on Monday after engineers found cra\u00adcks in two"
    assert f"The old bridge over the Harlow{end}" in _clean(page, Config(invisible="keep"))
    with_targets = _clean(page, Config(invisible="keep", format="markdown"))
    assert f"The old [bridge over the Harlow](https://example.org/tag/bridge){end}" in with_targets


def test_a_picture_says_what_it_shows_and_is_a_caption() -> None:
    result = cleaner.clean(PAGE, kind="text")
    (picture,) = [line for line, text in enumerate(result.document.texts) if text == "The bridge from the west"]
    assert (result.decisions[picture].label, result.decisions[picture].rule) == ("caption", "markdown_picture")
    with_captions = _clean(PAGE, Config(keep=("caption",)))
    assert "The bridge from the west" in with_captions
    assert "west.jpg" not in with_captions


def test_spans_point_at_the_line_as_it_was_written() -> None:
    document = plain.read(PAGE)
    at = document.texts.index(PARAGRAPHS[0])
    start, end = document.spans[at]
    assert PAGE[start:end].startswith("The old [bridge over the Harlow](https://")
