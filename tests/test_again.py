"""The second reading: what it takes, what it ties, and what it leaves to the user."""

import numpy as np
import pytest

from cleaner import clean, plain
from cleaner.again import SETTLED_BY, _laid_out, _page
from cleaner.assemble import Body, assemble
from cleaner.characters import DIGIT
from cleaner.config import Config
from cleaner.features import Page

PARAGRAPHS = (
    "The council voted on Monday to close the old bridge, which engineers had called unsafe in a report last week.",
    "Drivers will have to take the ferry, which runs every twenty minutes from six in the morning until midnight.",
    "The mayor said that repairs would cost nine million and that the bridge should open again in spring.",
)
HEADING = "Old bridge closed until spring"
PAGE = (
    "<html><body><h1>Council closes the old bridge, which engineers called unsafe</h1><article>"
    f"<h2>{HEADING}</h2>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</article></body></html>"
)


def test_what_is_clean_is_left_alone():
    body = "\n\n".join(PARAGRAPHS)
    cleaned = clean(body, kind="text")
    assert cleaned.text == body
    assert SETTLED_BY not in {line.settled_by for line in cleaned.lines}


def test_a_body_that_is_the_page_is_not_read_anew():
    before = Page(plain.read("\n\n".join(PARAGRAPHS)))
    assert _page(_body(before, [0, 1, 2]), before) is before
    assert _page(_body(before, [0]), before).texts == PARAGRAPHS[:1]


def _body(page, lines):
    return assemble(page.document, ["body" if line in lines else "navigation" for line in range(page.n)], Config())


@pytest.mark.parametrize(
    "lines",
    [
        ["Share this article", PARAGRAPHS[0], "Share this article", PARAGRAPHS[1]],  # one of them twice
        ["Menu", "It rained  twice.", PARAGRAPHS[0]],  # folded
        ["Menu", "It rained &amp; poured.", PARAGRAPHS[0]],  # mended
        ["Menu", "- one", "- two"],
        ["Menu", "See [the old bridge](/bridge) and [sic](there).", PARAGRAPHS[0]],
        ["Menu", *PARAGRAPHS],
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_body_is_the_page_that_reading_it_gives(lines, between):
    before = Page(plain.read(between.join(lines)))
    body = _body(before, range(1, before.n))
    page = _page(body, before)
    assert page.document == plain.read(body.text)
    known = [before.texts[line] for line in page._met if line is not None]
    assert known == [text for text in page.texts if text in before.texts]
    assert {f: page.cues(f) for f in ("share", "legal")} == {f: Page(page.document).cues(f) for f in ("share", "legal")}


OTHERS = (
    "ΝΕΑ ΓΕΦΥΡΑ: Ο ΔΗΜΟΣ",
    "สะพานเก่าปิดจนถึงฤดูใบไม้ผลิ",
    "On 12 May it rained …",
    "老桥关闭了。",
    "Share this article",
)
MEASURES = (
    *("chars", "words", "log_words", "letters", "capitalised", "brief_words", "first", "last", "first_codes"),
    *("last_codes", "ellipsis", "stopped", "colon", "question", "prose", "prose_words", "low", "copies", "topical"),
)


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        ([*PARAGRAPHS, "On 13 May it rained …"], False),  # all but one
        (["- Share this article"], False),
        ([*OTHERS, *PARAGRAPHS], True),
        ([PARAGRAPHS[0], OTHERS[2], PARAGRAPHS[0]], True),  # one of them twice
        (OTHERS[::-1], True),
        ([], True),
    ],
)
def test_a_body_is_measured_as_if_its_page_had_never_been(lines, known):
    document = plain.read("\n\n".join(lines))
    page = Page(document, like=Page(plain.read("\n\n".join([*OTHERS, *PARAGRAPHS]))))
    alone = Page(document)
    assert (page._source is not None) == known
    assert page.count(DIGIT).tolist() == alone.count(DIGIT).tolist()
    assert page.cohesion(page.words > 5).tolist() == alone.cohesion(page.words > 5).tolist()
    for measure in MEASURES:
        assert np.array_equal(getattr(page, measure), getattr(alone, measure)), measure


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["Rain fell.", ""],
        [" Rain fell."],
        ["Rain fell. "],
        ["Rain  fell."],
        ["Rain\tfell."],
        ["Rain\u00a0fell."],
        ["Rain\nfell."],
        ["\ufeffRain fell."],
        ["Tom &amp; Jerry"],
        ["cafe\u0301"],
        ["See [the bridge](/bridge)."],
        ["Rain fell. " * 200],
        ["HomeNewsOld bridge closedA council voted.The ferry runs.It is full.Cows swim.Nobody knows. So?"],
        ["Rain fell.", "It stopped."],
        ["- tea", "- milk", "| a | b |"],
        [*OTHERS, *PARAGRAPHS],
    ],
)
def test_paragraphs_are_what_reading_them_gives(texts):
    made = plain.of_paragraphs(texts, url="https://example.org/")
    assert made is None or made == plain.read("\n\n".join(texts), url="https://example.org/")
    assert (made is not None) == (texts in (["Rain fell.", "It stopped."], [*OTHERS, *PARAGRAPHS]) or "- tea" in texts)


def test_a_heading_that_comes_first_is_tied_and_not_lost():
    cleaned = clean(PAGE, kind="html")
    assert cleaned.text.startswith(f"{HEADING}\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}")
    assert clean(cleaned.text, kind="text").text == cleaned.text


def test_a_title_that_stands_apart_is_metadata():
    cleaned = clean("\n\n".join([HEADING, *PARAGRAPHS]), kind="text")
    assert cleaned.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("text", ["One.\n\nOther.", "One. Two. Three."])
def test_only_white_space_is_taken_over(text):
    body = Body("One.\nTwo.", ((0, 4, 0), (5, 9, 1)))
    assert _laid_out(body, text) is body
