"""Bodies: what is separated by what, in text and in HTML, and again when a body is read again."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.assemble import Body, assemble, is_assembled, kept_labels
from cleaner.config import Config, Invisible
from cleaner.model import KEPT, Document
from handmade import DEFAULT, page, read

LONG = "The council voted on Monday to close the old bridge over the river until the engineers have looked at it."
MORE = "Nobody had expected it; the ferry, which had been given up years ago, is to run again from the first of May."


def body(document: Document | str, *labels: str, config: Config = DEFAULT) -> str:
    document = read(document) if isinstance(document, str) else document
    return assemble(document, labels or ["body"] * len(document), config).text


@pytest.mark.parametrize(
    "source",
    [
        f"{LONG}\n{MORE}\n{LONG}\n",  # every physical line is a paragraph
        f"{LONG}\n\n{MORE}\n\n\n\n{LONG}",
        f"   {LONG}\r\n\r\n\t{MORE}\r\n \r\n  {LONG}  \r\n",
        f"{LONG}\r{MORE}\r\r{LONG}",
        f"\ufeff\n{LONG}\n\n{MORE}\n{LONG}",  # a slip of the renderer does not tie two paragraphs
    ],
)
def test_paragraphs_are_separated_by_a_blank_line(source: str) -> None:
    assert body(source.replace("\ufeff", "")) == f"{LONG}\n\n{MORE}\n\n{LONG}"


@pytest.mark.parametrize("source", ["", "\n", " \n\t\n", "\r\n\r\n"])
def test_nothing_stays_nothing(source: str) -> None:
    assert assemble(read(source), [], Config()) == Body("")


def test_what_is_not_kept_is_not_there() -> None:
    labels = ["navigation", "title", "lead", "body", "related", "heading", "body", "legal"]
    source = "\n".join(f"{label} {i}" for i, label in enumerate(labels))
    assert body(source, *labels) == "lead 2\n\nbody 3\n\nheading 5\n\nbody 6"


def test_labels_can_be_kept() -> None:
    config = Config(keep=("caption", "title"))
    assert body("Menu\nTitle\nPhoto\nText", "navigation", "title", "caption", "body", config=config) == (
        "Title\n\nPhoto\n\nText"
    )
    assert kept_labels(config) == KEPT | {"caption", "title"}


VERSES = "I walked along the shore,\nthe tide was far away,\n\nand no one came before\nthe ending of the day."
LIST = "- a boat\n- a net\n- bread for three days"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # Near misses: these lines touch and are not tied.
        (f"{LONG}\nYes.\n{MORE}", f"{LONG}\n\nYes.\n\n{MORE}"),
        ("A short note.\nAnother short note.", "A short note.\n\nAnother short note."),
        (f"— You came.\n— I did.\n{LONG}", f"— You came.\n\n— I did.\n\n{LONG}"),
        (f"{LONG}\n\n{LONG}\n{MORE}", f"{LONG}\n\n{LONG}\n\n{MORE}"),
        (f"{LONG}\n- an item", f"{LONG}\n\n- an item"),
        (f"1918 was a year\n1919 another\n{LONG}", f"1918 was a year\n\n1919 another\n\n{LONG}"),
        (f"-5 degrees\n-7 degrees\n{LONG}", f"-5 degrees\n\n-7 degrees\n\n{LONG}"),
        # Items have markers, whatever surrounds them.
        (f"{LONG}\n{LIST}\n{MORE}", f"{LONG}\n\n{LIST}\n\n{MORE}"),
        (f"{LONG}\n\n{LIST}\n\n{MORE}", f"{LONG}\n\n{LIST}\n\n{MORE}"),
        (f"1. {LONG}\n2. {MORE}\n10. Yes", f"1. {LONG}\n2. {MORE}\n10. Yes"),
        ("• one\n• two\n\n• three", "• one\n• two\n\n• three"),
        ("a) one\nb) two", "a) one\nb) two"),
        # Rows have cells.
        (f"{LONG}\nYear | Boats\n1990 | 12\n{MORE}", f"{LONG}\n\nYear | Boats\n1990 | 12\n\n{MORE}"),
        # Short lines are verses where blank lines separate the paragraphs.
        (VERSES, VERSES),
        (f"{LONG}\n\n{VERSES}\n\n{MORE}", f"{LONG}\n\n{VERSES}\n\n{MORE}"),
        (f"{LONG}\n\n{VERSES}\n{MORE}\n\n{LONG}", f"{LONG}\n\n{VERSES}\n\n{MORE}\n\n{LONG}"),
    ],
)
def test_lines_that_belong_together_stay_together(source: str, expected: str) -> None:
    assert body(source) == expected
    assert body(expected) == expected


def test_verses_among_touching_paragraphs_are_paragraphs() -> None:
    source = f"{LONG}\n{MORE}\nSo it was said.\nSo it was done.\n{LONG}\n\n{MORE}"
    assert "\n".join(line for line in body(source).split("\n\n")) == source.replace("\n\n", "\n")


@pytest.mark.parametrize("label", ["heading", "lead"])
def test_a_heading_is_a_paragraph_of_its_own(label: str) -> None:
    source = f"{LONG}\n\nThe bridge\nIt is old.\nIt is long.\n\n{MORE}"
    assert body(source, "body", label, "body", "body", "body") == (
        f"{LONG}\n\nThe bridge\n\nIt is old.\nIt is long.\n\n{MORE}"
    )


def test_a_removed_line_separates() -> None:
    source = "- one\n- advertisement\n- two\n- three"
    assert body(source, "body", "advert", "body", "body") == "- one\n\n- two\n- three"


def wall(*sentences: str, between: str = " ") -> Document:
    """Make one physical line that was read sentence by sentence."""
    source = between.join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + len(between)
    n = len(sentences)
    return Document("text", source, source, sentences, tuple(spans), ((1, 1),) * n, (0,) * n, (0,) * n)


def test_a_wall_of_text_is_one_paragraph_again() -> None:
    assert body(wall("It rained.", "It stopped.", "Subscribe now!", "It rained."), "body", "body", "promo", "body") == (
        "It rained. It stopped. It rained."
    )
    assert body(wall("雨が降った。", "止んだ。", between="")) == "雨が降った。止んだ。"


def test_the_body_is_composed_and_can_be_written() -> None:
    # What reading leaves behind by mistake must not reach a file: halves of characters, letters beside their accents.
    document = replace(wall("Cafe\u0301 \udc80", "\u0301Yes"), spans=((0, 7), (8, 12)))
    result = assemble(document, ["body", "body"], Config())
    assert result.text == "Café \ufffd \u0301Yes"
    assert result.text.encode()
    assert [result.text[start:end] for start, end, _ in result.pieces] == ["Café \ufffd", "\u0301Yes"]
    hangul = assemble(wall("\u1100", "\u1161", between=""), ["body", "body"], Config()).text
    assert unicodedata.is_normalized("NFC", hangul)


def test_pieces_say_where_each_line_is() -> None:
    document = page(
        ("p", LONG, 0), ("ul/li", "a boat", 1), ("ul/li", "Menu", 0), ("ul/li", "a net", 0), listed=(1, 2, 3)
    )
    for format_ in ("text", "markdown"):
        config = Config(format=format_)  # type: ignore[arg-type]
        result = assemble(document, ["body", "body", "navigation", "body"], config)
        assert [(line, result.text[a:b]) for a, b, line in result.pieces] == [(0, LONG), (1, "a boat"), (3, "a net")]


HTML = page(
    ("main/h2", "The bridge", 0),
    ("main/p", LONG, 1),
    ("main/p", "I walked along the shore,", 1),
    ("main/p", "the tide was far away.", 0),
    ("main/p", MORE, 0),
    ("main/ul/li", "a boat", 1),
    ("main/ul/li", "• a net", 0),
    ("main/ul/li/p", LONG, 0),
    ("main/table/tr", "1990 12", 1),
    ("main/table/tr", "1991 14", 0),
    ("main/pre", "def close(bridge):", 1),
    ("main/pre", "    bridge.open  =  False", 0),
    ("main/blockquote/p", MORE, 1),
    listed=(5, 6, 7),
    heading={0: 2},
)
HTML_LABELS = ["heading"] + ["body"] * 12


def test_a_page_shows_what_its_elements_say() -> None:
    assert body(HTML, *HTML_LABELS) == "\n".join([
        "The bridge", "", LONG, "", "I walked along the shore,", "the tide was far away.", "", MORE, "",
        "- a boat", "• a net", f"- {LONG}", "", "1990 12", "1991 14", "", "def close(bridge):",
        "    bridge.open  =  False", "", MORE,
    ])  # fmt: skip


def test_markdown_of_text_marks_headings() -> None:
    markdown = Config(format="markdown")
    assert body(f"The bridge\n{LONG}", "heading", "body", config=markdown) == f"## The bridge\n\n{LONG}"


@pytest.mark.parametrize(("level", "marker"), [(1, "##"), (2, "##"), (3, "###"), (6, "######")])
def test_a_heading_has_the_level_of_its_element(level: int, marker: str) -> None:
    document = page((f"h{level}", "The bridge", 0), ("p", LONG, 1), heading={0: level})
    assert body(document, "body", "body", config=Config(format="markdown")) == f"{marker} The bridge\n\n{LONG}"


def test_code_keeps_an_indent_that_its_span_leaves_out() -> None:
    document = replace(page(("pre", "if open:", 0), ("pre", "close()", 0)), indents=(0, 4))
    assert body(document) == "if open:\n    close()"


lines = st.lists(
    st.sampled_from([LONG, MORE, "Yes.", "- item", "• item", "2. item", "a | b", "— No.", "so much depends", "upon"]),
    max_size=12,
)
gaps = st.lists(st.integers(0, 2), min_size=12, max_size=12)
labels = st.lists(st.sampled_from(["body", "body", "body", "heading", "lead", "promo"]), min_size=12, max_size=12)


@settings(max_examples=300, deadline=None)
@given(lines, gaps, labels)
def test_a_body_read_again_is_the_same_body(lines: list[str], gaps: list[int], labels: list[str]) -> None:
    document = read("".join("\n" * gap + line + "\n" for line, gap in zip(lines, gaps, strict=False)))
    first = assemble(document, labels[: len(lines)], Config())
    again = read(first.text)
    kept = [label for label in labels[: len(lines)] if label in KEPT]
    assert list(again.texts) == [line for line, label in zip(lines, labels, strict=False) if label in KEPT]
    assert assemble(again, kept, Config()).text == first.text


odd = st.sampled_from(
    [LONG, *"Tea/- tea/1. tea/a | b/  Tea/Tea /so  much/go()\t/cafe\u0301/\u0301/\u200b/\ud800".split("/")]
)
ends = st.sampled_from(["\n", "\n\n", "\n\n\n", "\r\n", " "])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(odd, ends)), st.sampled_from(["keep", "drop"]))
def test_what_is_assembled_would_be_assembled_as_it_is(parts: list[tuple[str, str]], invisible: Invisible) -> None:
    source = "".join(line + end for line, end in parts)
    for document in (read(source), read(source.strip())):
        body = assemble(document, ["body"] * len(document), Config(invisible=invisible))
        assert not is_assembled(document) or body.text == document.text


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60), st.data())
def test_any_text_gives_a_body_that_can_be_written(source: str, data: st.DataObject) -> None:
    document = read(source)
    labels = data.draw(st.lists(st.sampled_from(["body", "promo"]), min_size=len(document), max_size=len(document)))
    text = assemble(document, labels, Config()).text
    assert unicodedata.is_normalized("NFC", text)
    assert text.encode().decode() == text
    assert text.strip() == text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # Near misses: indentation that means nothing.
        (f"{LONG}\n\n    {MORE}\n\n{LONG}", f"{LONG}\n\n{MORE}\n\n{LONG}"),
        ("  one  two\n  three\n\n  four\n\n  five", "one two\nthree\n\nfour\n\nfive"),
        ("    one\n  two\n\nthree", "one\ntwo\n\nthree"),
        # Lines that are indented against each other.
        ("go:\n    if  x:\n\n    end\n\nthree", "go:\n    if  x:\n\n    end\n\nthree"),
        ("  go:\n    if x:\n  end\n\n  three", "go:\n  if x:\nend\n\nthree"),
    ],
)
def test_the_indentation_of_tied_lines_is_kept(source: str, expected: str) -> None:
    assert body(source) == expected
    assert body(expected) == expected
