"""The second reading: what it takes, what it ties, and what it leaves to the user."""

import pickle
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from articles import ARTICLES
from cleaner import clean, markup, plain
from cleaner.assemble import Body, assemble
from cleaner.assemble.again import SETTLED_BY, _going, _laid_out, _page
from cleaner.characters import DIGIT
from cleaner.config import Config
from cleaner.features import Page
from cleaner.model import METADATA, RESIDUE, Decision, Pairs
from cleaner.plain import walls

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
    assert pickle.loads(pickle.dumps(made)) == made
    assert (made is not None) == (texts in (["Rain fell.", "It stopped."], [*OTHERS, *PARAGRAPHS]) or "- tea" in texts)


def test_a_heading_that_comes_first_is_tied_and_not_lost():
    cleaned = clean(PAGE, kind="html")
    assert cleaned.text.startswith(f"{HEADING}\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}")
    assert clean(cleaned.text, kind="text").text == cleaned.text


def test_a_title_that_stands_apart_is_metadata():
    cleaned = clean("\n\n".join([HEADING, *PARAGRAPHS]), kind="text")
    assert cleaned.text == "\n\n".join(PARAGRAPHS)


LONG = " ".join(ARTICLES["en"].split("\n") * 5)
CLAIM = "© 2024 The Riverside Courier, all rights reserved."
ROWS = "\n".join(f"{name} {number}" for number in range(160) for name in ("Tides", "Boats"))
PAGES = {
    "page": "<nav><ul><li><a href=/tides>Tides</a><li><a href=/boats>Boats</a></ul></nav><p>{}</p>",
    "text": f"{ROWS}\n\n\n{{}}\n",
    "declared": """<script type="application/ld+json">{{"@type": "Article", "articleBody": "{}"}}</script><p>Tides""",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize(
    "paragraph",
    [
        LONG,  # nothing goes
        f"{CLAIM} {LONG[:1900]}",  # no wall
        CLAIM * 50,  # nothing stays
    ],
)
def test_a_long_paragraph_of_which_no_sentence_would_go_is_one_line(page, paragraph):
    cleaned = clean(page.format(paragraph.replace('"', "'")), config=Config(second_opinion=False))
    assert max(len(line.text) for line in cleaned.lines) > 1900
    assert clean(cleaned.text, kind="text").text == cleaned.text


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("change", [("", ""), ("Ada", "A&amp;da"), (" of ", " o\u200bf "), ("council", "council  ")])
def test_a_body_that_is_a_wall_of_text_has_no_sentence_that_would_go(page, change):
    paragraph = f"{CLAIM} {LONG}".replace('"', "'")
    source = page.format(paragraph.replace(*change) if any(change) else paragraph)
    cleaned = clean(source, config=Config(second_opinion=False))
    assert cleaned.text.startswith("The old bridge")
    assert CLAIM in {one["text"] for one in cleaned.to_dict()["removals"] if one["label"] == "legal"}
    assert cleaned.restore() == source
    assert clean(cleaned.text, kind="text").text == cleaned.text


def test_a_line_that_is_cut_reads_as_it_did():
    text = "Menu\n[The ferry](/f) runs\n&amp; runs. It  is full."
    read = "The ferry runs & runs. It is full."
    document = replace(plain.read(text), texts=("Menu", read), spans=((0, 4), (5, len(text))))
    made = walls.cut(document, 1)
    assert made.texts == ("Menu", "The ferry runs & runs.", "It is full.")
    assert [text[start:end] for start, end in made.spans] == [
        "Menu",
        "[The ferry](/f) runs\n&amp; runs.",
        "It  is full.",
    ]
    japanese = plain.read("橋は\n閉じた。\u200b")
    assert walls.cut(replace(japanese, texts=("橋は閉じた。",), spans=((0, 8),)), 0).texts == ("橋は閉じた。",)


def test_what_elements_say_of_a_line_they_say_of_its_sentences():
    document = markup.read("<ol><li>Tides<li>It is full. It runs.<li>Boats</ol><p class=a>End")
    made = walls.cut(document, 1)
    assert made.texts == ("Tides", "It is full.", "It runs.", "Boats", "End")
    assert made.dom.item == (1, 2, -1, 3, -1)
    assert made.dom.tag == ("li", "li", "li", "li", "p")
    assert made.dom.around == document.dom.around
    assert made.numbers == ((1, 1), (2, 2), (2, 2), (3, 3), (4, 4))


@pytest.mark.parametrize(
    ("pieces", "spans", "gone", "going"),
    [
        ([(0, 5), (7, 12)], [(0, 5), (7, 12)], [1], {8: 1}),
        ([(0, 5), (6, 11)], [(0, 11)], [0], {3: 0, 8: 0}),  # read together
        ([(0, 20)], [(0, 9), (10, 20)], [0], {}),  # read as two, of which one stays
        ([(0, 20)], [(0, 9), (10, 20)], [1], {}),
        ([(0, 20)], [(0, 9), (10, 20)], [0, 1], {3: 0}),
        ([(0, 5), (6, 20)], [(0, 9), (10, 20)], [0], {3: 0}),  # the second is on both
        ([(0, 5), (6, 20)], [(0, 9), (10, 20)], [1], {}),
        ([(0, 5), (6, 20)], [(0, 9), (10, 20)], [0, 1], {3: 0, 8: 0}),
        ([(2, 5), (9, 12)], [(0, 5), (7, 12)], [0, 1], {3: 0, 8: 1}),  # behind markers of a list
        ([(0, 5)], [(0, 5)], [], {}),
    ],
)
def test_a_line_goes_where_all_goes_that_it_is_read_as(pieces, spans, gone, going):
    """Each line of the later reading is asked once, however many lines of the page it is."""
    asked = []

    def on(lines):
        asked.extend(lines)
        return [Decision(line, "promo", "promo", -3.0, "rule", f"line {line}", "rule") for line in lines]

    again = SimpleNamespace(page=SimpleNamespace(document=SimpleNamespace(spans=spans)), on=on)
    body = Body("." * 20, (3, 8)[: len(pieces)], *zip(*pieces, strict=True))
    found = _going(body, again, gone)
    assert {line: decision.evidence for line, decision in found.items()} == {k: f"line {at}" for k, at in going.items()}
    assert {(line, SETTLED_BY) for line in found} == {(one.line, one.settled_by) for one in found.values()}
    assert asked == sorted(set(going.values()))


@pytest.mark.parametrize("text", ["One.\n\nOther.", "One. Two. Three."])
def test_only_white_space_is_taken_over(text):
    body = Body("One.\nTwo.", (0, 1), (0, 5), (4, 9))
    assert _laid_out(body, text) is body


@pytest.mark.parametrize("invisible", ["drop", "keep"])
def test_a_body_with_characters_that_nobody_sees_is_laid_out_as_a_body(invisible):
    """They take no room on the page, so with or without them it is the same layout, and read as such."""
    text = "The fer\u200bries stay in the har\xadbour.\n\nIt is \u202aback\u202c on Tuesday.\n\n- tea\u200b\n- milk"
    assert plain.read(text).body_like
    config = Config(invisible=invisible)
    body = clean(text, kind="text", config=config).text
    assert plain.read(body).body_like
    assert ("\u200b" in body) is (invisible == "keep")
    assert clean(body, kind="text", config=config).text == body
    assert not plain.read(text.replace("\n\n", "\n\n\n")).body_like
    assert not plain.read(text.replace("The", "  The")).body_like


def test_pairs_are_as_a_tuple_of_them():
    pairs = Pairs([1, 5, 7], range(4, 7))
    whole = ((1, 4), (5, 5), (7, 6))
    assert tuple(pairs) == whole
    assert pairs == whole == pairs
    assert whole == pairs != whole[:2]
    assert pairs != [*whole]
    assert hash(pairs) == hash(whole)
    assert (pairs[-1], pairs[1:], len(pairs)) == (whole[-1], whole[1:], 3)


@pytest.mark.parametrize("language", ARTICLES)
@pytest.mark.parametrize("between", [" ", " • ", "\t"], ids=["blanks", "items", "tabs"])
def test_a_page_on_one_line_loses_nothing_when_its_body_is_cleaned_again(language, between):
    menu = ["Home", "News", "Sport", "Culture", "Weather", "Contact", "Sign in", "Subscribe"]
    above = [*menu, "Old bridge closed until spring", "By Jane Example", "4 May 2031, 09:30", "Share", "Tweet"]
    below = ["Most read", "Ferry company loses its last boat", "Town buys a bell", *menu, "© 2031 Example"]
    article = [sentence for other in (language, "en", "de", "fr", "es") for sentence in ARTICLES[other].split("\n")]
    page = between.join([*above, *article, *below])
    first = clean(page, kind="text")
    assert first.restore() == page
    assert clean(first.text, kind="text").text == first.text
    assert [sentence for sentence in ARTICLES[language].split("\n") if sentence not in first.text] == []


@pytest.mark.parametrize("language", ["en", "de", "ru", "tr"])
@pytest.mark.parametrize("element", ["<p>{}</p>", "<ul><li>{}</li></ul>", "<pre>  {}</pre>"])
def test_a_body_of_glued_paragraphs_is_the_same_when_it_is_cleaned_again(language, element):
    sentences = [line for line in ARTICLES[language].split("\n") if line]
    glued = "".join([*sentences, "Follow us", *sentences, "Subscribe to our newsletter"])
    first = clean(f"<html><body><article>{element.format(glued)}</article></body></html>", kind="html")
    assert sentences[0] in first.text
    assert clean(first.text, kind="text").text == first.text


CAPTIONED = """<html lang=en><body><nav><a href=/>Home</a></nav><article><h1>River rises</h1>
<p>The river rose by two metres on Monday, and the old bridge was closed to traffic, the mayor said.</p>
<figure><img src=a.jpg><figcaption>The bridge on Monday. Photo: Ana Cruz</figcaption></figure>
<table><tr><th>Day</th><th>Level</th></tr><tr><td>Monday</td><td>4.1 m</td></tr></table>
<ul><li>The ferry runs every twenty minutes.</li><li>The school is closed.</li></ul><h2>What comes next</h2>
<p>The engineers of the town expect the water to fall by the end of the week, and the bridge will open again.</p>
<div class=comments><h3>Comments</h3><p>Tom: I hope so, said nobody.</p></div></article></body></html>"""


@pytest.mark.parametrize("keep", [["caption"], ["comments"], sorted(METADATA), sorted(METADATA | RESIDUE)])
@pytest.mark.parametrize("page", [CAPTIONED, PAGE])
def test_what_is_kept_besides_costs_nothing_of_the_article(page, keep):
    usual, wider = clean(page), clean(page, config=Config(keep=keep))
    assert usual.kept <= wider.kept
    assert {line.label for line in wider.lines if not line.kept}.isdisjoint(keep)
    assert [line.label for line in wider.lines] == [line.label for line in usual.lines]


def test_a_label_to_keep_that_no_line_has_changes_nothing():
    usual = clean(PAGE)
    assert clean(PAGE, config=Config(keep=["caption"])).text == usual.text
    assert f"{HEADING}\n{PARAGRAPHS[0]}" in usual.text  # tied by the second reading
