"""What a line of a text says as a title, beside what renderers leave there, and as the address says it."""

from __future__ import annotations

import pytest

from cleaner import plain
from cleaner.metadata import dates
from cleaner.metadata.text import View
from cleaner.metadata.titles import candidates, slugs, title, wordings
from cleaner.model import Decision

BODY = (
    "The river rises by two metres on Monday after the storm, the mayor said, and the old bridge was closed to all"
    " traffic until the end of the week."
)


def found(*rows: tuple[str, str], slug: str = "") -> list[str]:
    document = plain.read("\n\n".join(text for _, text in rows))
    assert len(document) == len(rows)
    view = View(document, [Decision(i, label, label, 0.0, "", "", "") for i, (label, _) in enumerate(rows)])
    return [candidate.text for candidate in candidates.find(view, slug.split())]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        # Near misses: a title's own bar, as long as what stands before it
        ("Storm | River rises", "Storm | River rises"),
        ("River rises again | What of the bridge?", "River rises again | What of the bridge?"),
        ("River rises again || Opinion", "River rises again || Opinion"),
        ("River rises after storm | Opinion", "River rises after storm"),
        ("River rises after storm | Harbour and Hills", "River rises after storm"),
        ("Regions | River rises after storm | Opinion", "Regions | River rises after storm"),
    ],
)
def test_what_a_bar_parts_off(line, wanted):
    assert wordings.said(line) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        # Near misses: the date is the title's own, or the line is no title
        ("What the river did on 10 July 2025", None),
        ("The river, 10 July 2025", None),
        ("Founded in the harbour: 10 July 2025", None),
        ("The storm of 10 July 2025 and the old bridge", None),
        ("River rises 10 July 2025", None),
        ("Last updated by the harbour 10 July 2025", None),
        ("Ana Cruz and Tom Weber 10 July 2025", None),
        ("10 July 2025", None),
        ("10 July 2025 in the town", None),
        ("River rises after storm 10 July 2025", "River rises after storm"),
        ("River rises after storm | 10 July 2025, 13:06", "River rises after storm"),
        ("River rises after storm July 10, 2025 in", "River rises after storm"),
        ("Jul 10 2025 River rises after storm", "River rises after storm"),
        ("2025-07-10: River rises after storm", "River rises after storm"),
    ],
)
def test_a_date_at_a_title_s_end_or_beginning(line, wanted):
    when = dates.first(line)
    assert when is not None
    assert wordings.undated(line, when) == wanted


def test_a_line_that_ends_with_a_date_is_a_candidate_without_it():
    rows = [("date", "River rises after storm 10 July 2025"), ("date", "Published on 10 July 2025"), ("body", BODY)]
    assert found(*rows) == ["River rises after storm"]


@pytest.mark.parametrize(
    ("above", "line", "slug", "wanted"),
    [
        # Near misses: no address, one that says something else, says more or says less, and too few words in it
        ("Storm", "Old bridge closed", "", "Old bridge closed"),
        ("Storm", "Old bridge closed", "ten walks along the hills", "Old bridge closed"),
        ("Storm", "Old bridge closed", "old bridge closed", "Old bridge closed"),
        ("Storm", "Old bridge closed", "storm old bridge closed for a week", "Old bridge closed"),
        ("", "Storm: the bridge", "the bridge", "Storm: the bridge"),
        ("", "Storm: old bridge closed", "storm old bridge closed", "Storm: old bridge closed"),
        ("", "Storm: old bridge closed", "bridge closed again", "Storm: old bridge closed"),
        # With its kicker, without it, and parted in two
        ("Storm", "Old bridge closed", "storm old bridge closed", "Storm: Old bridge closed"),
        ("Nach dem Sturm", "Brücke gesperrt", "nach dem sturm bruecke gesperrt", "Nach dem Sturm: Brücke gesperrt"),
        ("Storm", "Harbour: old bridge closed", "old bridge closed", "old bridge closed"),
        ("Old bridge", "closed for a week", "old bridge closed for a week", "Old bridge closed for a week"),
        ("Old bridge:", "How it closed", "old bridge how it closed", "Old bridge: How it closed"),
    ],
)
def test_a_title_as_its_address_says_it(above, line, slug, wanted):
    rows = [("navigation", above), ("title", line)] if above else [("title", line)]
    assert found(*rows, ("body", BODY), slug=slug)[-1] == wanted


@pytest.mark.parametrize(
    ("above", "line", "wanted"),
    [
        # Near misses: a label, a line that only begins like one, what is too long for a kicker, nothing above the colon
        (["Home", "Read also:"], "Old bridge closed", "Old bridge closed"),
        (["Storm", ": harbour"], "Old bridge closed", "Old bridge closed"),
        (["Storm " * 20, ":"], "Old bridge closed", "Old bridge closed"),
        ([":"], "Old bridge closed", "Old bridge closed"),
        # The colon on a line of its own, and at the title's
        (["Storm", ":"], "Old bridge closed", "Storm: Old bridge closed"),
        (["Home", "Storm"], ": Old bridge closed", "Storm: Old bridge closed"),
        (["大雨", "："], "古い橋が通行止め", "大雨：古い橋が通行止め"),
    ],
)
def test_a_kicker_that_was_parted_at_its_colon(above, line, wanted):
    assert wordings.with_kicker(line, above) == wanted


def test_what_covers_is_asked_of_the_words():
    wanted = frozenset(("storm", "old", "bridge"))
    text = wordings.as_addressed("Old bridge", "Storm", lambda some: slugs.coverage(some, wanted))
    assert title.words(text) == ["storm", "old", "bridge"]
