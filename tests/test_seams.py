"""Text without line ends: blocks are cut where they meet, sentences stay whole, and nothing is lost."""

from itertools import pairwise

import pytest

import cleaner
from cleaner import plain
from cleaner.plain.seams import LARGEST, seams
from cleaner.plain.walls import LONG

PROSE = "The council voted on Monday to close the old bridge, which engineers had called unsafe in a report last week. "


def pieces(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in pairwise([0, *seams(text, 0, len(text), []), len(text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Marks that items have.
        ("• News • Sport • Culture", ["• News", "• Sport", "• Culture"]),
        ("Home | News | Sport | Culture", ["Home", "| News", "| Sport", "| Culture"]),
        ("Home|News|Sport|Culture", ["Home", "|News", "|Sport", "|Culture"]),
        ("Harlow Courier © 2031 Harlow Press", ["Harlow Courier", "© 2031 Harlow Press"]),
        # Tabs, and more blanks than one.
        ("Home\tAda Finch says that cows swim in it\tSport", ["Home", "Ada Finch says that cows swim in it", "Sport"]),
        ("Cows swim in the old river   So do owls at times", ["Cows swim in the old river", "So do owls at times"]),
        # Dates between blocks, in figures and words, with the time of the day.
        ("By Ada Finch May 4, 2031 Cows swim", ["By Ada Finch May 4, 2031", "Cows swim"]),
        ("Ada Finch 04.05.2031, 15:26 Uhr Erst regnete es", ["Ada Finch 04.05.2031, 15:26 Uhr", "Erst regnete es"]),
        ("Ada Finch 4 de mayo de 2031 Las vacas nadan", ["Ada Finch 4 de mayo de 2031", "Las vacas nadan"]),
        ("NEWS 2031-05-04 9:30 AM Cows swim", ["NEWS 2031-05-04 9:30 AM", "Cows swim"]),
        ("4 May 2031 Cows swim. So", ["4 May 2031", "Cows swim. So"]),
        ("4 May 2031 Cows swim", ["4 May 2031", "Cows swim"]),
        ("News By Ada Eke 4 May 2031 Cows swim", ["News By Ada Eke 4 May 2031", "Cows swim"]),
        # A headline that is said twice.
        (
            "Old Bridge Closed Until Spring News Old Bridge Closed Until Spring Drivers wait",
            ["Old Bridge Closed Until Spring", "News", "Old Bridge Closed Until Spring", "Drivers wait"],
        ),
        (
            "News • Old Bridge Closed Until Spring Drivers wait Old Bridge Closed Until Spring Boats sail",
            ["News • Old Bridge Closed Until Spring", "Drivers wait", "Old Bridge Closed Until Spring", "Boats sail"],
        ),
        # Words that are small elsewhere.
        (
            "Send to Ada Finch When cows swim. They swim when it rains, and when it is hot.",
            ["Send to Ada Finch", "When cows swim. They swim when it rains, and when it is hot."],
        ),
        (
            "• When • When Send to Ada (Harlow) When cows swim. They swim when it rains, and when it is hot.",
            ["• When • When Send to Ada (Harlow)", "When cows swim. They swim when it rains, and when it is hot."],
        ),
    ],
)  # fmt: skip
def test_blocks_are_cut(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Owls • hunt at night",  # one mark is no list
        "They met on May 4, 2031 in Harlow, on 4 May 2031 and on 04.05.2031 again",
        "Cows  swim  in  the  river",  # all blanks are doubled
        "On 4 May 2031 Ada Finch said on air that cows swim",
        "when the town of Harlow and the town of Harlow meet when it rains",  # said twice, in small letters
        "He wrote: When cows swim, when it rains, when it is hot, all is well",  # after a colon
        "The United States and the united front, as united as the States: United States",  # a name
        "Send to Ada Finch “When cows swim” they swim when it rains, and when it is hot",  # a quotation
        "It rained. When cows swim they are wet, when it rains and when it is hot",
        "Send to Ada Finch WHEN cows swim. They swim when it rains, and when it is hot",
        "Send to Ada When Harlow swims. They swim when it rains, and when it is hot",
        "Send to Ada – When cows swim. They swim when it rains, and when it is hot",
        "He met Brook and Brook met a brook, and Finch saw Brook swim in the brook",
        "Cows swim\nin the river and owls hunt at night",
        "Harlow had 12 boats for the town and Tern had 12 boats for the town",
        "They met in the spring of 4 May 2031 Ada Finch said",
        "Cows swim near Harlow 4 May 2031",  # what ends in a date
        "Ada Finch 4 May 2031 in Harlow",  # a small word after a date
        "Cows swim. On 4 May 2031 Ada Finch said so",  # a sentence that begins with a date
    ],
)
def test_sentences_are_not_cut(text: str) -> None:
    assert pieces(text) == [text]


def test_what_is_too_long_is_cut_at_sentences_alone() -> None:
    text = "• a " * (LARGEST // 4 + 1)
    assert seams(text, 0, len(text), [8]) == [8]


def test_a_date_has_no_sentence_end() -> None:
    text = "Harlow 4. Mai 2031 Die Kühe schwimmen."
    assert seams(text, 0, len(text), [text.index("Mai")]) == [text.index("Die")]


def test_a_page_on_one_line_loses_its_menu_and_is_restored() -> None:
    menu = "• Home • News • Sport • Culture • Weather • Jobs • Contact "
    page = f"{menu}Old bridge closed until spring By Jane Example May 4, 2031 {PROSE * 20}{menu}© 2031 Harlow Courier"
    assert len(page) > LONG
    article = cleaner.clean(page, kind="text")
    assert article.text == (PROSE * 20).strip()
    assert article.restore() == page


def test_what_nobody_sees_is_no_piece() -> None:
    page = "• \u200b • \ufeff " * 5 + PROSE * 20
    assert all(plain.read(page).texts)


def test_an_ellipsis_of_windows_is_no_space_between_blocks() -> None:
    wall = "The ferry runs. \x85 It is full.\x85 Boats wait. " * 80
    document = plain.read(wall)
    assert " ".join(document.texts).count("…") == 160
