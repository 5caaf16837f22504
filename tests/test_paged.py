"""Printed pages: what comes back at their edges is told from what comes back in their middle."""

import pytest

from cleaner.plain import paged

BODY = "It is shut.|It leaks.|Cows swim.|Owls hunt.|Boats wait.|It rains.|Mills turn.|Bells ring.".split("|")


def running(pages: list[list[str]]) -> list[str]:
    """The lines at the edges of pages between form feeds."""
    texts, spans, source = [], [], ""
    for page in pages:
        for text in page:
            spans.append((len(source), len(source) + len(text)))
            texts.append(text)
            source += text + "\n"
        source += "\f"
    return [texts[line] for line in paged.running(source.removesuffix("\f"), texts, spans)]


def bodies(count: int) -> list[list[str]]:
    """Pages that have no line in common."""
    return [[f"{text} {name}" for text in BODY] for name in "abcdefgh"[:count]]


def test_several_lines_at_an_edge_come_back() -> None:
    head, foot = ["Old bridge", "The Courier"], ["https://example.org/bridge", "Printed in May"]
    assert running([[*head, *body, *foot] for body in bodies(3)]) == [*head, *foot] * 3


def test_what_comes_back_in_the_middle_is_a_refrain() -> None:
    assert running([[*body[:4], "Row the boat.", *body[4:]] for body in bodies(3)]) == []


@pytest.mark.parametrize(("having", "expected"), [(3, 0), (4, 4)])
def test_half_of_the_pages_have_the_line(having: int, expected: int) -> None:
    pages = [["Old bridge"] * (number < having) + body for number, body in enumerate(bodies(8))]
    assert len(running(pages)) == expected


@pytest.mark.parametrize(
    "numbers", [("1/3", "2/3", "2/3"), ("1/3", "2/9", "3/3"), ("1/4", "2/4", "3/4"), ("2/3", "3/3", "4/3")]
)
def test_numbers_count_pages_up_to_their_total(numbers: tuple[str, ...]) -> None:
    texts = [text for number in numbers for text in ("Old bridge", "It is shut.", number)]
    assert paged.running("", texts, [(0, 0)] * len(texts)) == []
