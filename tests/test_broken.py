"""Text that was filled to a margin is read as the paragraphs it was made from; verse and lists are left."""

from itertools import pairwise
from textwrap import fill, indent

import pytest

import cleaner
from articles import ARTICLES, PARAGRAPHS
from cleaner import plain
from cleaner.plain.broken import at_links, at_margin
from cleaner.plain.glued import is_glued


def joined(text: str) -> list[str]:
    """Lines that continue others."""
    texts = text.split("\n")
    gaps = [0] * len(texts)
    found = at_margin([line.strip() for line in texts], gaps, [len(line) - len(line.lstrip()) for line in texts])
    return [line.strip() for line, continues in zip(texts, found, strict=True) if continues]


VERSE = """\
The river took the bridge away in spring,
and nobody had asked it to, the mayor said;
we stood upon the bank and heard it sing,
a song of mud, of boats, of those long dead,
of milk that soured while the ferry slept,
of every promise that the council kept,
and every one it broke,
as rivers do."""
HEADLINES = """\
Bridge over the Harlow closed until the spring, says mayor
Owls return to the valley after forty years of silence
Ferry carries only twelve cars an hour, farmers complain
Milk is dear this winter, and nobody can say why it is
Council votes on tractors at night, again without result
Tides higher than in any year since the town was founded"""


@pytest.mark.parametrize(
    "text",
    [
        VERSE,
        HEADLINES,
        "\n".join(ARTICLES["en"].split("\n") * 3),  # a line a paragraph
        "\n".join(f"- {line}" for line in fill(ARTICLES["en"], 70).split("\n")),  # items of a list
        fill(ARTICLES["en"], 70)[:200],  # too few lines to say
        fill(ARTICLES["en"], 30),  # nobody fills to thirty columns: a ballad may look so
        "Harlow\n12 Bridge Street\n" * 8,
        "\n".join(f"2024-05-{day} 12:30:00 info the ferry left with {day} cars on it" for day in range(10, 30)),
        "\n".join(f"{day * 37:5}" * 14 for day in range(10, 30)),
        "\n".join(f"ferry_{day} = timetable.departures(harbour, day={day}, cars=ferry_cars)" for day in range(10, 20)),
        "\n".join(
            f"drwxr-xr-x harbour ferry {day * 371} May {day} 12:30 timetables/ferry-{day}" for day in range(10, 20)
        ),
        "\n".join(f"harbour.ferry.timetable.day{day}.departures.first.hour=six-o-clock-{day}" for day in range(10, 20)),
    ],
    ids=[
        "verse",
        "headlines",
        "paragraphs",
        "items",
        "short",
        "narrow",
        "addresses",
        "log",
        "figures",
        "code",
        "listing",
        "settings",
    ],
)
def test_what_no_margin_broke_is_left(text: str) -> None:
    assert joined(text) == []


@pytest.mark.parametrize("width", [60, 72, 80, 100, 132, 180])
@pytest.mark.parametrize("language", ["en", "de", "fr", "ru", "tr"])
def test_a_filled_paragraph_is_one_line_again(width: int, language: str) -> None:
    text = fill(" ".join(ARTICLES[language].split("\n") * 2), width)
    assert joined(text) == text.split("\n")[1:]
    assert joined(indent(text, "   ")) == text.split("\n")[1:]


@pytest.mark.parametrize("language", ["ja", "zh"])
@pytest.mark.parametrize("columns", [1, 2])
def test_scripts_without_blanks_are_filled_by_letters(language: str, columns: int) -> None:
    letters = "".join(ARTICLES[language].split("\n") * 4)
    each = 120 // columns
    text = "\n".join(letters[at : at + each] for at in range(0, len(letters), each))
    assert plain.read(text).texts == (letters,)


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        ("im ganzen Land bis zur Mitte des", "21. Jahrhunderts keine Brücke, die so alt war"),
        ("am Hafen trafen sie sich am", "3. Oktober noch einmal, und wieder kam keiner"),
        ("zřícení mostu ze dne", "12. března roku minulého nikdo nečekal"),
        ("a rakparton várták meg, ahogy", "2024. június 3. óta mindig"),
        ("was what the town had heard from Peter", "A. Milner, who runs the ferry over the"),
        ("the oldest of all the bridges", "- which nobody had painted in years - was shut"),
    ],
)
def test_a_line_goes_on_with_an_ordinal_an_initial_or_a_dash(before: str, begins: str) -> None:
    filled = fill(ARTICLES["en"].replace("\n", " "), 70).split("\n")
    lines = [*filled, f"{before:x>70}".replace("xx", "a "), begins, *filled]
    assert begins in joined("\n".join(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["1. {}", "2. {}", "3. {}"],
        ["A. {}", "B. {}"],
        ["- {}", "- {}"],
        ["The ferry runs on Mondays:", "1. {}"],
        ["Nobody had asked for any of it in all of the years that there were.", "3. {}"],
        ["* {}", "+ {}"],
    ],
)
def test_items_that_end_at_the_margin_are_left(lines: list[str]) -> None:
    text = "the ferry carries twelve cars an hour and the farmers want more of it"[:66]
    filled = fill(ARTICLES["en"].replace("\n", " "), 70).split("\n")
    items = [line.format(text) for line in lines]
    assert not set(joined("\n".join([*filled, *items, *filled]))).intersection(items)


def test_a_margin_is_sure_where_all_lines_that_go_on_agree_on_it() -> None:
    menu = [f"Ferry number {n} to the island of Arne {'and its harbour ' * (n % 5)}".strip() for n in range(40)]
    filled = fill(" ".join(ARTICLES["en"].split("\n") * 2), 110).split("\n")
    assert joined("\n".join([*menu, *filled]))[-len(filled) + 1 :] == filled[1:]
    assert set(joined("\n".join(menu))) == set()


HEADED = " ".join(ARTICLES["en"].split("\n") * 2)


@pytest.mark.parametrize(
    "line",
    [
        # Near misses: whoever is named goes on, as does a heading that looks like a sentence.
        "Ada Finch, John Brook, Mary Thornbury, Peter Milner and Ann Bridge of",
        "The Harlow Bridge Company and the Arne Ferry Company, Limited, or The",
        "The council votes to close the old bridge over the Harlow till spring",
        "Das Wasser der Harle und der Arne stieg bis zum Abend; die Fischer am",
        "On Monday, 12 May, the mayor of Harlow and the ferrymen of Arne said:",
    ],
)
def test_a_full_line_that_may_go_on_is_joined(line: str) -> None:
    text = f"{line}\n{fill(HEADED, 70)}"
    assert joined(text) == text.split("\n")[1:]


@pytest.mark.parametrize(
    "line",
    [
        "Council Votes to Close the Old Bridge over the Harlow Till the Spring",
        "Council Closes Old Bridge: Cracks, Costs, and Ferries for Everybody",
        "COUNCIL VOTES TO CLOSE THE OLD BRIDGE OVER THE HARLOW UNTIL MIDSUMMER",
        "СОВЕТ РЕШИЛ ЗАКРЫТЬ СТАРЫЙ МОСТ ЧЕРЕЗ РЕКУ ХАРЛУ ДО САМОЙ СЕРЕДИНЫ ДНЯ",
    ],
)
def test_a_heading_in_capitals_that_fills_its_line_is_not_joined(line: str) -> None:
    lines = fill(HEADED, 70).split("\n")
    assert joined("\n".join([line, *lines])) == lines[1:]
    assert joined("\n".join([*lines[:-1], line, *lines])).count(line) == 1  # inside a paragraph it is a part of it
    assert joined("\n".join([*lines, line, *lines])) == lines[1:] * 2


def test_every_paragraph_of_a_filled_article_is_kept_whole_and_its_menu_goes() -> None:
    paragraphs = ARTICLES["de"].split("\n")
    page = "\n".join(["  * Start", "  * Politik", "  * Sport", "  * Wetter", "  * Reise", "", ""])
    page += "\n\n".join(fill(paragraph, 64) for paragraph in paragraphs) + "\n\n  * Impressum\n  * Datenschutz\n"
    result = cleaner.clean(page, kind="text")
    assert result.text == "\n\n".join(paragraphs)
    assert cleaner.clean(result.text, kind="text").text == result.text


def test_spans_of_a_filled_paragraph_point_into_the_source() -> None:
    page = "\n\n" + indent(fill(" ".join(ARTICLES["en"].split("\n")), 72), "  ") + "\n"
    document = plain.read(page)
    ((start, end),) = document.spans
    assert page[start:end].split() == document.texts[0].split() == page.split()
    assert document.numbers == ((3, page.count("\n")),)


ADDRESS = "https://example.org/a-very-long-address-that-no-margin-can-hold-and-that-nobody-reads/" + "x" * 40


@pytest.mark.parametrize(
    "line",
    [
        f"The town has put the report on its pages. See\n{ADDRESS} for all of it.",  # the next word did not fit
        f"The town has put the report on its pages:\n{ADDRESS}\nis where all of it is read.",
        "\n".join([ADDRESS] * 8),
    ],
)
def test_an_address_that_no_line_holds_says_nothing_of_the_margin(line: str) -> None:
    filled = fill(" ".join(ARTICLES["en"].split("\n")), 72).split("\n")
    text = "\n".join([line, "", *filled])
    assert plain.read(text).texts[-1] == " ".join(filled)


def test_paragraphs_without_blank_lines_between_them_are_whole_again() -> None:
    headlines = "\n".join(HEADLINES.split("\n")[:5])
    paragraphs = [*PARAGRAPHS, *ARTICLES["fr"].split("\n"), *ARTICLES["tr"].split("\n")] * 2
    page = "\n".join([headlines, *(fill(paragraph, 72) for paragraph in paragraphs)])
    whole = set(plain.read(page).texts)
    assert sum(paragraph in whole for paragraph in paragraphs) >= 0.8 * len(paragraphs)  # some end at the margin
    assert whole.issuperset(headlines.split("\n")[:-1])


def test_an_item_whose_marker_has_more_blanks_than_one_reaches_the_margin_too() -> None:
    items = [fill(paragraph, 72, initial_indent="-   ", subsequent_indent="    ") for paragraph in PARAGRAPHS]
    assert plain.read("\n".join(items)).texts == tuple(f"- {paragraph}" for paragraph in PARAGRAPHS)


def test_fences_and_definitions_go_on_no_line() -> None:
    filled = fill(" ".join(PARAGRAPHS), 72)
    assert plain.read(f"{filled}\n:::\n[1]: /bridge").texts[1:] == (":::", "[1]: /bridge")


GLUED = "HomeNewsSportWeather" + "".join(PARAGRAPHS) + "SharePrintSubscribe to our newsletter" + "ImprintPrivacyTerms"


def test_glued_blocks_are_judged_one_by_one_and_a_stop_ends_a_paragraph() -> None:
    result = cleaner.clean(GLUED, kind="text")
    assert result.text == "\n\n".join(PARAGRAPHS)
    assert cleaner.clean(result.text, kind="text").text == result.text


@pytest.mark.parametrize("name", ["YouTube", "McArdle", "St.Harlow", "version2.Two"])
def test_a_name_with_a_capital_inside_stays_whole_in_a_page_that_was_not_glued(name: str) -> None:
    text = "\n\n".join(PARAGRAPHS).replace("the mayor", name)
    assert cleaner.clean(text, kind="text").text == text


def test_a_name_with_a_capital_inside_is_put_together_again_in_a_glued_page() -> None:
    body = cleaner.clean(GLUED.replace("the mayor said", "a film on YouTube said"), kind="text").text
    assert body.count("a film on YouTube said") == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Home",
        *PARAGRAPHS,
        " ".join(PARAGRAPHS),
        "a.B" * 3,
        "See example.Org now. " * 3,
        "See Harlow.Org now. " * 6 + "It rains. " * 60,  # names beside many sentences
    ],
)
def test_text_that_was_not_glued_is_not_cut(text: str) -> None:
    assert not is_glued(text)


def test_code_of_a_page_keeps_its_lines() -> None:
    code = "\n".join(f"Console.WriteLine(ferry.Day{day}.Departures, harbour.Cars);" for day in range(10, 20))
    page = f"<article><h1>Ferries</h1><p>{PARAGRAPHS[0]}<p>{PARAGRAPHS[1]}<pre>{code}</pre><p>{PARAGRAPHS[2]}</article>"
    assert code in cleaner.clean(page, kind="html").text


LONG = "We went down to the old bridge over the river on Monday night and saw"
GOING = "on which nobody had been since the town had closed it on Monday night"


@pytest.mark.parametrize(
    ("lines", "before", "expected"),
    [
        ([LONG, "till May."], 0, [1]),
        ([LONG, "till May."], 1, []),  # after a blank line
        ([LONG + ".", GOING], 0, []),
        ([LONG, "Harbour Street", "till May."], 0, [1, 2]),
        ([LONG, "Harbour Street", "till May."], 1, []),
        ([LONG, "Harbour Street.", "till May."], 0, []),
        ([LONG + ".", "Harbour Street", "till May."], 0, []),
        ([LONG, LONG, "till May."], 0, [2]),  # no link is as long
        (["We saw", "Harbour Street", "till May."], 0, []),
        (["We saw", "Harbour Street", GOING], 0, [2]),
        ([LONG, "and on", "Harbour Street", GOING], 0, [1, 2, 3]),
        ([LONG, "harbour", "till May"], 0, [1, 2]),
        # a link that begins with a small letter, below a brief line
        (["We saw", "the bridge,", GOING + "."], 0, [1, 2]),
        (["We saw", "the bridge,", "which fell."], 0, []),
        (["We saw", "The bridge", GOING + "."], 0, [2]),
        (["We", "and all saw", "the bridge,", GOING + "."], 0, [3]),
        # a quotation mark that closes what was emphasized
        ([LONG + ' what they call "', "The End", '" of all ferries.'], 0, [1, 2]),
        ([LONG, "„Das Ende“", "“. So it was."], 0, [1, 2]),
        ([LONG, '"So it was," she said.'], 0, []),
    ],
)
def test_where_a_link_broke_a_sentence(lines: list[str], before: int, expected: list[int]) -> None:
    found = at_links(lines, [0, before, *[0] * (len(lines) - 2)])
    assert [at for at, continues in enumerate(found) if continues] == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["Nie wiedział,", "że most", "został zamknięty już w poniedziałek po południu przez wojewodę."],
        ["Svět se", "časem", "změnil a most, po němž se jezdilo do města, se v pondělí zavřel."],
        ["Το γεφύρι", "όπου", "περνούσαν τα κοπάδια έκλεισε τη Δευτέρα ως την άνοιξη, είπε η δήμαρχος."],
        ["Общината", "ѝ даде", "ключа за моста, който от понеделник до пролетта ще бъде затворен за всички."],
        ["Ауыл", "әкімі", "көпірдің дүйсенбіден бастап көктемге дейін жабық болатынын айтты, деп хабарлады."],
    ],
)
def test_a_sentence_broken_at_a_link_is_whole_in_every_alphabet_with_capitals(lines: list[str]) -> None:
    assert at_links(lines, [0] * 3) == [False, True, True]


@pytest.mark.parametrize(
    "lines",
    [
        # A headline, and a quotation that begins a paragraph and is itself broken.
        ["The ferry company has lost the last of its eleven boats in the storm", "“Nobody will", "swim,” she said."],
        # Items in lower case end in no stop.
        ["You need", "a pinch of salt", "the peel of one lemon that was grown without any of the usual chemicals"],
        ["The bridge is closed.", "so it was said", "by all who went there on the day on which it had been closed."],
    ],
)
def test_what_only_looks_like_a_sentence_broken_at_a_link(lines: list[str]) -> None:
    assert not at_links(lines, [0] * 3)[1]


@pytest.mark.parametrize("rule", ["_" * 66, "-" * 70, "=" * 60, "━" * 40])
def test_a_rule_between_paragraphs_is_no_word_of_either(rule: str) -> None:
    paragraphs = [fill(paragraph, 70) for paragraph in PARAGRAPHS]
    lines = f"\n{rule}\n".join([*paragraphs, *paragraphs]).split("\n")
    below = {after for before, after in pairwise(lines) if before == rule}
    assert not {rule, *below}.intersection(joined("\n".join(lines)))


@pytest.mark.parametrize("line", ["_boats_ of the ferry", "--- as he said", "__ or __"])
def test_what_begins_with_a_sign_of_a_rule_goes_on(line: str) -> None:
    filled = fill(ARTICLES["en"].replace("\n", " "), 70).split("\n")
    text = [f"{'the old ferry carries twelve cars ' * 2}an", line]
    assert line in joined("\n".join([*filled, *text, *filled]))


@pytest.mark.parametrize("fence", ["::: {.box data-name='a long one that fills the line up to there'}", "1. ::: menu"])
def test_a_fence_of_an_element_is_no_filled_line(fence: str) -> None:
    filled = fill(ARTICLES["en"].replace("\n", " "), 70).split("\n")
    text = "\n".join([*filled, fence.ljust(70, ":"), "Tides and boats of the week", *filled])
    assert "Tides and boats of the week" not in joined(text)
