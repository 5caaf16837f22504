"""Links whose targets stand below the text or in brackets: their text alone is read, and an author's notes stay."""

import textwrap
import time

import pytest

import cleaner
from articles import ARTICLES
from cleaner import plain
from cleaner.config import Config
from cleaner.plain import targets, walls
from cleaner.plain.targets import numbered, references

PARAGRAPHS = ARTICLES["en"].split("\n")
LIST = ["1. https://example.org/a", "2. https://example.org/b", "3. file:///c"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["[a]: /b", '"Ferry"', "[c]: /d (Boat) [e]: /f"], {0: ["a"], 1: [], 2: ["c", "e"]}),
        # Near misses: no title, none below a target, and what is no target.
        (["[a]: /b", '"Ferry" he said'], {0: ["a"]}),
        (["Tides", '"Ferry"'], {}),
        (["[a]: so", '"Ferry"', "[a] /b"], {}),
    ],
)
def test_lines_that_give_targets_and_do_nothing_else(texts: list[str], expected: dict[int, list[str]]) -> None:
    assert references.definitions(texts) == expected


def test_a_label_in_brackets_is_a_link_where_it_has_a_target() -> None:
    assert references.resolved("[sic], [Ferry]", {"ferry"}) == "[sic], [Ferry](#)"


@pytest.mark.parametrize(
    ("texts", "last"),
    [
        (["[a]: /b", "Tides"], 0),
        (["[a]:", "/b", "Tides"], 1),
        (["[a]:", "/b-"], 1),
        (["[a]:", "[b]: /c"], 0),
        (["[a]:", "[b]"], 0),
        (["[a]: /b-", "c", "Tides"], 1),
        (["[a]: /b", '"Ferry"', "Tides"], 1),
        (["[a]: /b 'Ferry", "boat'", "Tides"], 1),
        (["See [a](/b-", "c) for", "Tides"], 1),
        (["See [a](/b", *["c"] * 5, ") so"], 6),
        (["See [a](/b", *["c"] * 9, ") so"], 0),  # no link stands on as many lines
        (["Tides (/b", "c) for"], 0),
    ],
)
def test_the_line_on_which_a_target_ends(texts: list[str], last: int) -> None:
    assert references.last(texts, [0] * len(texts), 0) == last


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # Near misses: nothing gives the target, what gives it is no address, or the numbers are an author's.
        (["The [bridge][1] is shut."], None),
        (["The [bridge][1] is shut.", "[1]: In the year of the flood"], None),
        (["The [bridge][2] is shut.", "[1]: https://example.org/a"], None),
        (["He said [sic][no].", "[1]: https://example.org/a"], None),
        (["A note [1] and [2].", "[1]: https://example.org/a", "[2]: https://example.org/b"], None),
        (
            ["It is shut.[1] So is the ferry.[2] Owls return.[3]", *[f"[{n}] https://example.org/" for n in (1, 2, 3)]],
            None,
        ),
        (["It is shut [1], so is the ferry [2]; owls [3].", *LIST], None),
        (["[1]Tides [2]Boats", *LIST[:2]], None),
        (["[1]Tides", "The bridge is shut, and nobody knows why.", *LIST, *LIST, *LIST, *LIST[:1]], None),
        (["Tides⟨1⟩ Boats⟨2⟩ Owls⟨3⟩"], None),
        (["See the map [https://example.org/map] or [https://example.org/tides]."], None),
        # References.
        (["The [bridge][1] is shut.", "[1]: /a"], ["The [bridge](#1) is shut."]),
        (["The [bridge] [1] is shut.", "[1]: <a b> 'The bridge'"], ["The [bridge](#1) is shut."]),
        (
            ["The [Old bridge][] is shut.", "[old  bridge]: https://a (The (old) bridge)"],
            ["The [Old bridge](#) is shut."],
        ),
        (["The [bridge] is shut.", "[bridge]: #b", '"The old bridge"'], ["The [bridge](#) is shut."]),
        (["[![A bridge][1] ][2] is shut.", "[1]: a.html", "[2]: b/c"], ["[![A bridge](#1) ](#2) is shut."]),
        # Numbers.
        (["[1]Tides [2]Boats", "See [3]the owls [4].", *LIST], ["Tides Boats", "See the owls [4]."]),
        (["[1]Tides", "[2]", "On the [3]owls[1] a note", *LIST], ["Tides", "[](#)", "On the owls[1] a note"]),
        # Numbers of links that begin with a blank, or show nothing, count up between the others; an author's don't.
        (["Tides[1] [2]Boats", "See [3]the ferry", *LIST], ["Tides Boats", "See the ferry"]),
        (["[1]Tides", "By Ada Finch [2]", "[3]Owls", *LIST], ["Tides", "By Ada Finch", "Owls"]),
        (["[1]Tides and[2] boats [3].", *LIST], ["Tides and boats ."]),
        (["[1]Tides [2]Boats [3]Owls", "Owls return [2].", *LIST], ["Tides Boats Owls", "Owls return [2]."]),
        (["Owls [2] return. [1]Tides [3]Boats", *LIST], ["Owls [2] return. Tides Boats"]),
        (["[1]Tides", "In the year [2006]", "[2]Boats", *LIST], ["Tides", "In the year [2006]", "Boats"]),
        # The first link leads nowhere, and a list that begins later is another's.
        (["[2]Tides [3]Owls [4]B", "2. https://t.org", "3. file:///o", "4. file:///b"], ["Tides Owls B"]),
        (["[12]Tides [13]Owls [14]B", "12. https://t.org", "13. file:///o", "14. file:///b"], None),
        # Titles of links stand before their targets, or above them.
        (["[1]Tides [2]Owls [3]B", "1. Tides", "https://t.org", "2. file:///o", "3. A b file:///b"], ["Tides Owls B"]),
        (["[1]A [2]B [3]C", "1. Tides", "https://t.org", "2. 2. League", "file:///o", "3. C file:///b"], ["A B C"]),
        (["[1]Tides and [2]owls", "1. All about tides", "2. All about owls", "3. And boats"], None),
        # Links of reStructuredText, of which a text about them has one or two.
        (["Write `Tides <t.html>`__ for Tides, `Boats </b>`_ for Boats."], None),
        (
            ["|Tides|\\ `Tides <t.html>`__", "|Owls| ``<o>`_``", "`Owls </o>`__, `B </b>`_ |", ".. |Tides| image:: t"],
            ["![Tides](#)[Tides](#)", "|Owls| ``<o>`_``", "[Owls](#), [B](#) |", ".. |Tides| image:: t"],
        ),
        # Links of other markup, of which a text about it has few.
        (["[[/t][Tides]], [[t|Tides]], [https://t.org Tides], [Tides|/t], link:/t[Tides] and \"Tides\":/t"], None),
        (["See [[sic]] and [[no]] | yes"] * 10, None),
        (['He said "yes": "no", "so": /perhaps/'] * 10, None),
        (["* [[/t][Tides]], not [[sic]]"] * 10, ["* [Tides](#), not [[sic]]"]),
        (["* [[t|Tides]] {{/t.jpg|A boat}}"] * 10, ["* [Tides](#) ![A boat](#)"]),
        (["* [https://example.org/t Tides]"] * 10, ["* [Tides](#)"]),
        (["* [Tides|/t] or [tides|ebbs]"] * 10, ["* [Tides](#) or [tides|ebbs]"]),
        (["* link:/t[Tides], https://example.org[boats]"] * 10, ["* [Tides](#), [boats](#)"]),
        (['* "Tides":/t'] * 10, ["* [Tides](#)"]),
        (["Tides⟨1⟩ and ![a boat⟨2⟩]", "⟨1⟩ /t: Tides", "⟨2⟩ /b", "⟨3⟩ www.example.org"], ["Tides and ![a boat](#)"]),
    ],
)
def test_targets_below_stand_beside_the_text(texts: list[str], expected: list[str] | None) -> None:
    assert targets.beside(texts)[: len(expected or texts)] == (expected or texts)


MENU = [f"* {name} [/{name}]" for name in ("News", "Tides", "Boats", "Owls", "Letters", "Contact")]
ROUND = [line.replace("[", "(").replace("]", ")") for line in MENU]
LISTED = [f"* {name} (https://{name}.example.org/{name})" for name in ("Tides", "Boats", "Owls", "Maps", "Jobs", "Art")]
ANGLE = [f"{name} <https://example.org/{name}>" for name in ("Tides", "Boats", "Owls", "Maps", "Jobs", "Art")] * 2
MANY = [f"See [https://example.org/{n}] there." for n in range(5)]


@pytest.mark.parametrize(
    ("texts", "line", "expected"),
    [
        (MENU, 0, "* News [/News]"),  # too few
        ([*MANY, *MANY], 0, MANY[0]),  # none as in a menu
        ([*MENU, *MANY], 0, "* [News](#)"),
        ([*MENU, *MANY], 7, "See there."),
        ([*MENU, *MANY, "[image: A bridge] [/bridge]"], 11, "![A bridge](#)"),
        ([*MENU, *MANY, "[#top]"], 11, "[](#top)"),
        ([*MENU, *MANY, "[sic] and [see the note] and [/a](/b)"], 11, "[sic] and [see the note] and [/a](/b)"),
        ([*MENU, *MANY, "[?] [24/7] [his/her] [1]"], 11, "[?] [24/7] [his/her] [1]"),
        ([*MENU, *MANY, "rows[first:last(1)] and a[i]"], 11, "rows[first:last(1)] and a[i]"),
        ([*MENU, *MANY, "[Note: the mayor] [...] [at 7:15]"], 11, "[Note: the mayor] [...] [at 7:15]"),
        ([*MENU, *MANY, "Share [share://send?text=The old bridge], send [mailto:a@example.org]."], 11, "Share, send."),
        ([*MENU, *MANY, "Print [javascript:void(0)] or call [tel:+1555] us [t/u.html]"], 11, "Print or call us"),
        ([*MENU, *MANY, "Tides [https://example.org/t?a[]=1&b[2]=c] and boats"], 11, "Tides and boats"),
        ([*MENU, *MANY, "?subject=The old bridge"], 11, "[](?subject=The%20old%20bridge)"),
        # In parentheses.
        ([*ROUND[:4], *LISTED], 0, "* News (/News)"),  # too few of one site
        ([*LISTED, *LISTED], 0, LISTED[0]),  # of nobody's own site
        ([*ROUND, *LISTED], 0, "* [News](#)"),
        ([*ROUND, *LISTED], 7, "* [Boats](#)"),
        ([*ROUND, *LISTED, "A note (#1), (his/her) and [tides](/t)"], 12, "A note (#1), (his/her) and [tides](/t)"),
        ([*ROUND, *LISTED, "See the bridge (https://example.org/a_(b)), on foot"], 12, "See the bridge, on foot"),
        # In angle brackets, where tags stay.
        ([*ANGLE, "The <b>old</b> bridge<https://example.org/b> <br/>"], 12, "The <b>old</b> bridge <br/>"),
    ],
)
def test_addresses_in_brackets_are_targets_where_they_are_many_as_in_a_menu(
    texts: list[str], line: int, expected: str
) -> None:
    assert targets.beside(texts)[line] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Near misses: nothing is open, or what is open is no target, or nothing closes it.
        ("The [bridge](/b)\nis shut.", 2),
        ("It is shut [sic](see\nthe note).", 2),
        ("The [bridge](/old-\n\nbridge) is shut.", 2),
        ("The [bridge](/old-\nbridge is shut.", 2),
        ("[1]: /a\nThe bridge is shut.", 2),
        ("[1]:\n[2]: /b", 2),
        # Broken.
        ("The [bridge](/old-\nbridge) is shut.", 1),
        ('The [bridge](/b "The old\nbridge of the\ntown") is shut.', 1),
        ("The [bridge](\n/b_(old)) is shut.", 1),
        ("* [[/t][Tides]]\n" * 10 + "See [[/b][the\nold bridge]].", 11),
        ("[1]:\nhttps://example.org/old-\nbridge (The old\nbridge)\n[2]: /b", 1),
    ],
)
def test_a_target_that_a_margin_broke_is_one_line(text: str, found: int) -> None:
    assert len(plain.read(text)) == found


REFERENCES = "\n\n".join(
    [
        "\n".join(f"  * [{name}][{n}]" for n, name in enumerate(("Tides", "Boats", "Owls", "Letters"), 1)),
        "# Old bridge closed until spring",
        "[![The bridge from the west][5]][6]",
        PARAGRAPHS[0].replace("bridge over the Harlow", "[bridge over the Harlow][6]"),
        *PARAGRAPHS[1:],
        "\n".join(f"   [{n}]: https://example.org/{n}" for n in range(1, 7)),
    ]
)
NUMBERED = "\n".join(
    [
        "   #[1]Feed",
        *(f"     * [{n}]{name}" for n, name in enumerate(("Tides", "Boats", "Owls", "Letters"), 2)),
        "",
        "Old bridge closed until spring\n",
        "   " + PARAGRAPHS[0].replace("bridge over the Harlow", "[6]bridge over the Harlow") + "\n",
        *(f"   {paragraph}\n" for paragraph in PARAGRAPHS[1:]),
        "References\n\n   Visible links:",
        *(f"   {n}. https://example.org/{n}" for n in range(1, 7)),
        "\n   Hidden links:\n   8. https://example.org/8",
    ]
)
BEHIND = "\n\n".join(
    [
        "\n".join(f" * {name} [/{name}]" for name in ("Tides", "Boats", "Owls", "Letters", "Maps", "Culture")),
        "OLD BRIDGE CLOSED UNTIL SPRING",
        PARAGRAPHS[0].replace("bridge over the Harlow", "bridge over the Harlow [https://example.org/bridge]"),
        *PARAGRAPHS[1:],
        "\n".join(f" * {name} [https://example.org/{name}]" for name in ("Imprint", "Privacy", "Terms", "Contact")),
    ]
)


NAMES = ("Tides", "Boats", "Owls", "Letters", "Maps", "Culture", "Music", "Jobs", "Contact", "Weather")
MARKUP = {
    "org": "[[/{0}][{0}]]",
    "dokuwiki": "[[{0}|{0}]]",
    "mediawiki": "[https://example.org/{0} {0}]",
    "jira": "[{0}|/{0}]",
    "asciidoc": "link:/{0}[{0}]",
    "textile": '"{0}":/{0}',
}
OTHERS = [
    "\n\n".join(
        [
            "\n".join(f"* {link.format(name)}" for name in NAMES),
            "Old bridge closed until spring",
            PARAGRAPHS[0].replace("Harlow", link.format("Harlow"), 1),
            *PARAGRAPHS[1:],
        ]
    )
    for link in MARKUP.values()
]


def bracketed(one: str, other: str) -> str:
    """The page with other brackets around its targets, broken as a mailer breaks it."""
    page = BEHIND.replace("[/", "[https://example.org/").replace("[", one).replace("]", other)
    return "\n".join("\n".join(textwrap.wrap(line, 72)) for line in page.split("\n"))


@pytest.mark.parametrize("brackets", [("[", "]"), ("(", ")"), ("<", ">")])
def test_targets_in_any_brackets_are_no_words_of_the_article(brackets: tuple[str, str]) -> None:
    page = bracketed(*brackets)
    result = cleaner.clean(page, kind="text")
    assert result.text == "\n\n".join(PARAGRAPHS)
    assert result.restore() == page


def test_addresses_that_an_article_prints_stay_in_parentheses() -> None:
    names = ("tides", "owls", "boats", "maps", "ferries", "bridges", "cows", "mills", "songs", "letters", "jobs")
    sources = [f"The town keeps {name} on a page of its own (https://example.org/{name})." for name in names]
    result = cleaner.clean("\n\n".join([*PARAGRAPHS[:2], *sources, *PARAGRAPHS[2:]]), kind="text")
    assert all(source in result.text for source in sources)


@pytest.mark.parametrize(
    "page", [REFERENCES, NUMBERED, BEHIND, *OTHERS], ids=["references", "numbered", "behind", *MARKUP]
)
def test_the_body_is_the_article_and_the_page_comes_back(page: str) -> None:
    result = cleaner.clean(page, kind="text")
    assert result.text == "\n\n".join(PARAGRAPHS)
    assert cleaner.clean(result.text, kind="text").text == result.text
    assert result.restore() == cleaner.restore(result.text, result.to_dict()) == page


def test_a_paragraph_right_above_a_list_of_targets_stays_and_a_heading_between_its_parts_goes() -> None:
    texts = [
        "The bridge stays closed, the [1]mayor said, until the [2]harbour master and the [3]ferry have had their say.",
        "Nobody was hurt when the first of the stones fell into the river on Sunday night.",
        *("1. https://example.org/1", "2. https://example.org/2", "Hidden links:", "3. https://example.org/3"),
    ]
    assert numbered.listed(texts) == [2, 3, 4, 5]
    assert numbered.listed([texts[0], "References", *texts[2:]]) == [1, 2, 3, 4, 5]


def test_a_list_of_targets_is_one_line_with_a_reason() -> None:
    result = cleaner.clean(REFERENCES, kind="text")
    last = result.lines[-1]
    assert (last.label, last.rule, last.last - last.number) == ("navigation", "link_target", 5)
    assert REFERENCES[slice(*result.document.spans[-1])].split() == last.text.split()


def test_a_wall_is_cut_without_the_numbers_of_its_links() -> None:
    page = NUMBERED.replace("\n\n   The ", " The ").replace(".\n\n", ". ")
    document = plain.read(page)
    line = max(range(len(document)), key=lambda at: len(document.texts[at]))
    assert "[6]" not in " ".join(walls.cut(document, line).texts[line:])


def test_a_file_keeps_the_targets_of_its_links() -> None:
    from cleaner.guard import residue

    assert not [one for one in residue.find(REFERENCES, Config()) if one.rule == "link_target"]
    found = residue.find(REFERENCES, Config(select=("link_target",)))
    assert [(one.rule, one.last - one.line) for one in found] == [("link_target", 5)]


BRACKETS = ("(/", "(/a=", "</a/", "[?a=", "[/a[", "[a:b(")
ODD = ("[", "[a][", "[a]: ", "[1]", "![a][", "[a](b", "⟨1⟩ ", "1. a:b ", "[/", '[a]: /b "', "`a <b>`_", "`a <", "|a|")
MORE = ("[[a][", "[[a|", "[https://a b", "[a|/b]", "https://a[", "image:a[", '"a":/b ', "!/a", "{{a|", "[[a][b]] ")


@pytest.mark.parametrize("unit", [*ODD, *MORE, *BRACKETS])
def test_odd_brackets_take_linear_time(unit: str) -> None:
    spent = []
    for size in (2_000, 20_000):
        texts = [unit * size, unit * 3, unit * size, *LIST, "[a]: /b"]
        start = time.process_time()
        assert len(targets.beside(texts)) == len(targets.runs(texts)) == len(texts)
        assert len(targets.broken(texts, [0] * len(texts))) == len(texts)
        spent.append(time.process_time() - start)
    assert spent[1] < 40 * max(spent[0], 0.002)  # quadratic time would be a hundred times as much
