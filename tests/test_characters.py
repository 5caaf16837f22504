"""The characters of a page, counted in parts as in one piece, and what the measures of large pages are held in."""

import numpy as np
import pytest

from cleaner import characters, measures, pipeline, weights
from cleaner.characters import CLASSES, DIGIT, IDEOGRAPH, LOWER, OTHER, QUOTE, SPACE, UPPER, classed, counted, on_lines
from cleaner.config import Config
from cleaner.features import Page
from cleaner.plain import read

PARAGRAPH = "The council voted on Monday to close bridge {n}, which engineers had called unsafe in a report. "

MENU = [*"Home World Sport Culture Weather".split(), "Read also: A ferry nobody wanted", "Subscribe to our newsletter"]


def joined(*texts: str) -> tuple[str, np.ndarray]:
    return "\n".join(("", *texts, "")), np.cumsum([len(text) + 1 for text in texts])


@pytest.mark.parametrize(
    ("text", "width", "kinds"),
    [
        ("", 1, []),
        ("aB3 é", 1, [LOWER, UPPER, DIGIT, SPACE, LOWER]),
        ("a’", 2, [LOWER, QUOTE]),
        ("a漢", 2, [LOWER, IDEOGRAPH]),
        ("a\ud83d", 2, [LOWER, OTHER]),  # half a character
        ("a🙂", 4, [LOWER, OTHER]),
        ("a\ud83d🙂", 4, [LOWER, OTHER, OTHER]),
    ],
)
def test_every_character_has_one_class_and_the_least_width(text: str, width: int, kinds: list[int]) -> None:
    codes, found = classed(text)
    assert codes.dtype.itemsize == width
    assert codes.tolist() == list(map(ord, text))
    assert list(found) == kinds


@pytest.mark.parametrize("chunk", [1, 2, 5, 7, 1000])
@pytest.mark.parametrize(
    "texts",
    [
        ("a",),
        ("",),
        ("", "", "Ab 3"),
        ("One line, longer than any part of it.", "Two", ""),
        ("“Ends", "in a quote”", "漢字 mixed", "🙂"),
    ],
)
def test_parts_count_as_the_whole(texts: tuple[str, ...], chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text, ends = joined(*texts)
    monkeypatch.setattr(characters, "_CHUNK", chunk)
    kinds = classed(text)[1]
    expected = [[sum(classed(c)[1][0] == kind for c in f"{line}\n") for line in texts] for kind in range(CLASSES)]
    assert counted(kinds, ends).tolist() == expected


def test_a_line_break_is_on_the_line_that_it_ends() -> None:
    assert on_lines(np.array([1, 2, 3, 4, 9]), np.array([3, 4, 8, 9])).tolist() == [3, 1, 0, 1]


def test_words_hashed_in_parts_are_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read("\n\n".join(PARAGRAPH.format(n=n) for n in range(9)))
    whole = Page(document)
    monkeypatch.setattr("cleaner.features.topics._TOGETHER", 4)
    parts = Page(document)
    every = np.ones(whole.n, dtype=np.bool_)
    assert whole.topical.min() > 0
    assert parts.topical.tolist() == whole.topical.tolist()
    assert parts.cohesion(every).tolist() == whole.cohesion(every).tolist()


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_page_of_many_lines_is_decided_as_a_page_of_few(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [*MENU, *(f"Ferry {n}" if n % 7 == 0 else PARAGRAPH.format(n=n) for n in range(40)), *MENU]
    page = "".join(f"<p>{line}\n" for line in lines) if kind == "html" else "\n\n".join(lines)
    few = pipeline.clean(page, config=Config())
    monkeypatch.setattr(measures, "_MANY", 1)
    monkeypatch.setattr(weights, "_STACKED", 16)
    monkeypatch.setattr(weights, "_BLOCK", 7)
    many = pipeline.clean(page, config=Config())
    assert {line.label for line in few.lines} > {"body"}
    assert many.lines == few.lines
    assert many.decisions.scores.columns["words"].dtype == np.float32
    assert few.decisions.scores.columns["words"].dtype == np.float64
