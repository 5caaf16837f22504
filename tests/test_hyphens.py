"""Words that a line's end cut are read as one word, with the hyphen or without it as the text itself tells."""

import time
from textwrap import fill

import pytest

import cleaner
from articles import ARTICLES
from cleaner import plain
from cleaner.plain.hyphens import Hyphens


def cut(text: str, width: int) -> str:
    """A text filled to a margin by a program that cuts words in the middle."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
            continue
        room = min(width - len(line) - 2, len(word) - 2)
        if word.isalpha() and room >= 2:
            lines.append(f"{line} {word[:room]}-")
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return "\n".join([*lines, line])


@pytest.mark.parametrize("language", ["en", "de", "fr", "ru", "tr"])
def test_words_that_a_program_cut_are_whole_again(language: str) -> None:
    text = " ".join(ARTICLES[language].split("\n") * 3)
    page = next(page for width in range(50, 90) if (page := cut(text, width)).count("-\n") >= 5)
    (found,) = plain.read(page).texts
    assert found == text
    body = cleaner.clean(page, kind="text")
    assert cleaner.restore(body.text, body.to_dict()) == page


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # Near misses: a dash, a hyphen that hangs, a compound, a number.
        ("the bridge -", "an old one -", None),
        ("the bridge –", "an old one", None),
        ("Haupt-", "und Nebenstraßen", "- "),
        ("pre-", "and post-war bridges", "- "),
        ("die CDU-", "Politikerin", "-"),
        ("Covid-", "19", "-"),
        ("a well-", "known bridge", "-"),
        ("the ferry-", "“Arne”", None),
        ("the ferry", "an old one", None),
        ("die CDU-", "CSU-Spitze", "-"),
        ("DIE CDU-", "Politikerin", "-"),
        # The text has the word elsewhere.
        ("the coun-", "cil of the town", ""),
        ("a north-", "bound ferry", "-"),
        ("THE COUN-", "CIL VOTES", ""),
        ("when traf-", "fic waits", ""),
    ],
)
def test_what_stands_in_the_place_of_a_hyphen(before: str, after: str, expected: str | None) -> None:
    texts = [before, after, "The council closed the north-bound lane. Traffic waits."]
    assert Hyphens(texts, [False, True, False]).between(before, after) == expected


_CUT = ["the fer-", "ry waits for the trac-", "tors of the far-", "mers and the ow-", "ners of boats that"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the moun-", "tains", ""),
        ("the river-", "bank", "-"),  # two words that the text has
        ("the river-", "side", ""),
        ("the estab-", "bank", ""),
        ("the car-", "bank", ""),  # one of them too brief to tell
        ("the bank-", "car", ""),
    ],
)
def test_where_many_words_were_cut_a_compound_of_two_known_words_keeps_its_hyphen(
    before: str, after: str, expected: str
) -> None:
    texts = [*_CUT, before, after, "A car stood on the bank of the river."]
    goes_on = [False, *[True] * 4, False, True, False]
    assert Hyphens(texts, goes_on).between(before, after) == expected
    assert Hyphens(texts, [False] * 8).between("the moun-", "tains") == "-"  # what ends with a hyphen may be a list
    often = ["the boats wait on", "the other bank of"] * 50
    assert Hyphens(often + texts, [False] + [True] * 99 + goes_on).between("the moun-", "tains") == "-"


def test_a_compound_at_a_margin_keeps_its_hyphen() -> None:
    text = " ".join(ARTICLES["en"].split("\n") * 3).replace("old bridge", "ever-popular bridge")
    for width in range(60, 90):
        assert plain.read(fill(text, width)).texts == (text,)


def test_many_hyphens_take_linear_time() -> None:
    begin = time.perf_counter()
    plain.read("the-" * 50_000 + "\n" + "-" * 50_000 + "\n" + "ferry-\n" * 5_000)
    assert time.perf_counter() - begin < 5
