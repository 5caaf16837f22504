"""What scripts have of their own: stops, colons, digits, letters without case, joined letters, directions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cleaner import pipeline, plain
from cleaner.characters import DIGIT, MARK, STOP, UNCASED, classed
from cleaner.config import Config
from cleaner.features import Page, cues
from cleaner.rules import calendar

PAGES = Path(__file__).parent / "fixtures/scripts"
MARKS = ("- ", "= ", "? ")  # see test_phrases_scripts
PARAGRAPHS = [
    "市議會星期一決定關閉河上的舊橋，直到工程師檢查完橋上的每一顆螺栓為止，預計需要整個冬天的時間。",
    "從星期二起駕駛人必須改搭渡輪，渡輪從早上六點到午夜每二十分鐘一班，但一次只能載十二輛汽車。",
]


def page(language: str) -> list[str]:
    """The lines of a page with their marks."""
    return (PAGES / f"{language}.txt").read_text(encoding="utf-8").partition("===")[0].splitlines()


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        # near misses: more than marks stands around them
        ("مزید پڑھیں؟ نہیں", "teaser", []),
        ("मुख्य समाचार। और", "related", []),
        # stops of the script, and signs of the writing direction
        ("सर्वाधिकार सुरक्षित।", "legal", ["सर्वाधिकार सुरक्षित"]),
        ("मुख्य समाचार।", "related", ["मुख्य समाचार"]),
        ("پاس ورڈ بھول گئے؟", "paywall", ["پاس ورڈ بھول گئے"]),
        ("\u200fتازہ ترین\u200f", "ticker", ["تازہ ترین"]),
        ("\u202bתגובות\u202c", "comments", ["תגובות"]),
        # letters with a dot, as one character and as two
        ("\u095eाइल \u095eोटो", "credit", ["\u095eाइल \u095eोटो"]),
        ("আরও প\u09dcুন", "related", ["আরও প\u09dcুন"]),
        ("আরও প\u09a1\u09bcুন", "related", ["আরও প\u09a1\u09bcুন"]),
        ("ਤਾ\u0a5bਾ \u0a59ਬਰਾਂ", "ticker", ["ਤਾ\u0a5bਾ \u0a59ਬਰਾਂ"]),
    ],
)
def test_phrases_are_found_however_they_are_typed(text, family, expected):
    assert [cue.text for cue in cues.find((text,)).get(family, ()) if cue.whole][:1] == expected


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("१७:७५", None),
        ("၂၅:၀၀", None),
        ("۱۶:۹ تناسب", None),
        ("۱۷:۵۰", 1070),
        ("१७:५०", 1070),
        ("၀၆:၀၅", 365),
        ("০৬:০৫", 365),
    ],
)
def test_times_of_day_in_native_digits(text, minutes):
    assert calendar.clock(text) == minutes


@pytest.mark.parametrize(
    ("text", "is_date"),
    [
        ("2025 оны 3-р сарын 12 гүүр", False),
        ("12 មីនា ស្ពាន", False),
        ("2025 оны 3-р сарын 12", True),
        ("2025 жылғы 12 наурыз", True),
        ("ថ្ងៃទី 12 មីនា 2025", True),
        ("12 ມີນາ 2025", True),
        ("12 မတ် 2025", True),
        ("१२ मार्च २०२५", True),
    ],
)
def test_dates(text, is_date):
    assert calendar.is_date(text) is is_date


def test_classes_of_characters():
    kinds = classed("\nა၅။៕՞\n")[1]
    assert list(kinds[1:-1]) == [UNCASED, DIGIT, STOP, STOP, MARK]


@pytest.mark.parametrize(
    ("text", "stopped", "colon"),
    [
        ("Հեղինակ:", False, True),
        ("Կարդացեք նաև՝", False, True),
        ("Քաղաքային խորհուրդը երկուշաբթի որոշեց փակել գետի վրա կառուցված հին կամուրջը մինչև գարուն:", True, False),
        ("The council voted on Monday to close the old bridge over the river until the spring came:", False, True),
    ],
)
def test_a_colon_may_be_an_armenian_full_stop(text, stopped, colon):
    read = Page(plain.read(text))
    assert (bool(read.stopped[0]), bool(read.colon[0])) == (stopped, colon)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Και ποιος θα πληρώσει τη γέφυρα;", True),
        ("«Ποιος θα πληρώσει;» ρώτησε η δήμαρχος.", False),
        ("Ποιος θα πληρώσει\u037e", True),
        ("ለድልድዩ ማን ይከፍላል፧", True),
        ("let bridge = closed;", False),
        ("Мост закрыт;", False),
    ],
)
def test_a_semicolon_may_be_a_greek_question_mark(text, asks):
    read = Page(plain.read(text))
    assert bool(read.question[0]) is asks
    assert bool(read.stopped[0]) is (asks or text.endswith("."))


@pytest.mark.parametrize(
    ("language", "byline"),
    [
        ("ka", "ავტორი: ნინო ნიმუშაძე"),
        ("ne", "लेखक: सरिता नमुना"),
        ("ta", "எழுதியவர்: கவிதா மாதிரி"),
        ("te", "రచయిత: లక్ష్మి నమూనా"),
        ("hy", "Հեղինակ՝ Անի Նմուշյան"),
        ("ps", "لیکوال: ګلالۍ بېلګه"),
        ("zh-hant", "記者：林範例"),
    ],
)
def test_names_are_seen_in_every_script(language, byline):
    lines = page(language)
    assert f"- {byline}" in lines
    found = pipeline.clean("\n".join(line.removeprefix("- ").removeprefix("= ") for line in lines))
    line = found.document.texts.index(byline)
    assert "byline_cue" in {vote.rule for vote in found.votes if vote.line == line}


@pytest.mark.parametrize("link", ["Կարդացեք նաև՝ Նոր դպրոցի համար տեղ գտնվեց", "អានបន្ថែម៖ រកឃើញដីសម្រាប់សាលាថ្មី"])
def test_colons_of_other_scripts_introduce_links(link):
    found = pipeline.clean("\n\n".join([PARAGRAPHS[0], link, PARAGRAPHS[1]]))
    assert [vote.line for vote in found.votes if vote.rule == "read_also"] == [1]


@pytest.mark.parametrize("language", ["ur", "pa", "hy", "my", "km", "am"])
def test_walls_are_split_at_the_stops_of_their_script(language):
    body = [line for line in page(language) if not line.startswith(MARKS)]
    assert len(body) == 3
    assert len(plain.read(" ".join(body * 9)).texts) == 27


@pytest.mark.parametrize("year", ["2025", "۲۰۲۵", "۱۴۰۴", "२०२५", "২০২৫"])
def test_years_of_copyright_lines(year):
    found = pipeline.clean("\n\n".join([*PARAGRAPHS, f"© {year}"]))
    assert "copyright_line" in {vote.rule for vote in found.votes if vote.line == 2}


BREAK = "\u200b"  # Unicode's zero-width space, where a line may be broken between words that no blank parts


def broken(text: str) -> str:
    return re.sub(r"(?<=\w)(?=\w)", BREAK, text)


@pytest.mark.parametrize("text", ["เว็บไซต์นี้ใช้ปูนที่ผลิตในเมือง", "គេហទំព័រនេះប្រើឥដ្ឋ"])
def test_breaks_between_words_make_no_phrase(text):
    assert cues.find(plain.read(broken(text)).texts) == {}


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("เว็บไซต์นี้ใช้คุกกี้เพื่อให้ท่าน", "consent"),
        ("គេហទំព័រនេះប្រើខូគីដើម្បីកែលម្អ", "consent"),
        ("(ဓာတ်ပုံ - နမူနာ)", "credit"),
        ("ສະຫງວນລິຂະສິດ", "legal"),
    ],
)
def test_breaks_between_words_hide_no_phrase(text, family):
    assert BREAK in broken(text)
    assert family in cues.find(plain.read(broken(text)).texts)


@pytest.mark.parametrize("language", ["km", "lo", "my"])
def test_breaks_between_words_change_no_decision_and_stay_where_that_is_asked_for(language):
    source = "\n".join(line[2:] if line.startswith(MARKS) else line for line in page(language))
    found, known = (pipeline.clean(text, kind="text") for text in (broken(source), source))
    assert list(found.votes) == list(known.votes)
    assert found.decisions.labels == known.decisions.labels
    kept = pipeline.clean(broken(source), kind="text", config=Config(invisible="keep")).text
    assert kept.count(BREAK) > 20
    assert kept.replace(BREAK, "") == known.text
    assert set(kept.split()) <= set(broken(source).split())
