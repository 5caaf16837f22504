"""Which lines of a text could be its title, what is measured of them, and how sure the likeliest is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from cleaner import plain, weights
from cleaner.metadata import fields
from cleaner.metadata.text import View
from cleaner.metadata.titles import candidates, headline, traits
from cleaner.model import Decision

BODY = (
    "The river rises by two metres on Monday after the storm, the mayor said, and the old bridge was closed to all"
    " traffic until the end of the week."
)
TITLE = "River rises by two metres after the storm"
TABLES = Path(weights.__file__).parent / "tables"


def view(*rows: tuple[str, str]) -> View:
    document = plain.read("\n".join(text for _, text in rows))
    assert len(document) == len(rows)
    return View(document, [Decision(i, label, label, 0.0, "", "", "") for i, (label, _) in enumerate(rows)])


def measured(*rows: tuple[str, str], slug: str = "") -> dict[str, dict[str, float]]:
    return {found.text: found.measures for found in candidates.find(view(*rows), slug.split())}


@pytest.mark.parametrize(
    "row",
    [
        ("lead", "Two metres in one night in the harbour"),
        ("alternate", "Der Fluss steigt um zwei Meter"),
        ("navigation", "Photo: the old bridge in the storm"),
        ("navigation", "Published 10 July 2025"),
        ("navigation", "By Ana Cruz and Tom Weber"),
        ("body", "Ana Cruz / Tom Weber"),
        ("navigation", "· · ·"),
        ("body", BODY + " It was the third time in ten years that this had happened to the town."),
    ],
)
def test_no_candidate(row):
    assert list(measured(("title", TITLE), row, ("body", BODY))) == [TITLE]


@pytest.mark.parametrize("line", ["Ana Cruz", "River/Storm: Ana Cruz", "Ana Cruz / bridges", "Storm / river / harbour"])
def test_what_is_not_names_alone_is_a_candidate(line):
    assert line in measured(("navigation", line), ("body", BODY))


def test_an_entry_of_a_menu_is_no_candidate_but_a_brief_line_set_off_is():
    menu = [("navigation", name) for name in ("Home", "World", "Sport", "Contact")]
    assert list(measured(*menu, ("title", TITLE), ("body", BODY))) == [TITLE]
    document = plain.read("Home\nWorld\n\nRiver rises\n\n" + BODY)
    labels = ("navigation", "navigation", "navigation", "body")
    found = View(document, [Decision(i, label, label, 0.0, "", "", "") for i, label in enumerate(labels)])
    assert "River rises" in [candidate.text for candidate in candidates.find(found, [])]


def test_every_candidate_has_every_measure():
    found = measured(("navigation", "Home / Regions"), ("title", TITLE), ("date", "10 July 2025"), ("body", BODY))
    assert found
    assert all(set(measures) == set(traits.MEASURES) for measures in found.values())
    best, measures = headline.measure(
        view(("title", TITLE), ("body", BODY)), *_scored(("title", TITLE), ("body", BODY))
    )
    assert best.text == TITLE
    assert set(measures) == set(headline.MEASURES)


def _scored(*rows: tuple[str, str]) -> tuple[list[candidates.Candidate], np.ndarray]:
    found = candidates.find(view(*rows), [])
    return found, np.arange(len(found), dtype=np.float64)[::-1]


@pytest.mark.parametrize("name", ["line", "sure"])
def test_the_tables_ask_only_for_what_is_measured(name):
    known = traits.MEASURES if name == "line" else headline.MEASURES
    forest = weights.forest(f"title.{name}")
    assert set(forest.measures) <= set(known)
    lines = (TABLES / f"title.{name}.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# Fitted by scripts/fit_title.py")
    assert len({len(line.split("\t")[0].split(" & ")) for line in lines[3:]}) == 1  # trees are of one depth


@pytest.mark.parametrize(
    ("rows", "measure", "value"),
    [
        ([("title", TITLE), ("navigation", "Share"), ("body", BODY)], "credit_below", 9),
        ([("title", TITLE), ("navigation", "Share"), ("date", "10 July 2025"), ("body", BODY)], "credit_below", 2),
        ([("date", "10 July 2025"), ("title", TITLE), ("body", BODY)], "credit_above", 1),
        ([("title", TITLE), ("body", BODY)], "above", 1),
        ([("title", TITLE), ("body", BODY)], "shared", 1),
        ([("title", "Ten walks along green hills"), ("body", BODY)], "shared", 0),
        ([("navigation", f"Home » {TITLE}"), ("title", TITLE), ("body", BODY)], "echoed", 1),
        ([("title", TITLE), ("body", BODY), ("share", TITLE)], "twice", 2),
        (
            [("title", TITLE), ("navigation", "A storm in the harbour of the old town"), ("body", BODY)],
            "long_between",
            1,
        ),
        ([("title", TITLE.upper()), ("body", BODY)], "capitals", 1),
    ],
)
def test_measures(rows, measure, value):
    found = measured(*rows)
    text = next(text for label, text in rows if label == "title")
    assert found[text][measure] == value


def test_words_of_a_script_without_spaces_are_counted_and_shared_by_characters():
    body = (
        "大雨の後、川の水位が二メートル上がり、古い橋が通行止めになったと市長が月曜日に発表した。復旧の見通しはない。"
        * 2
    )
    found = measured(("title", "大雨の後に川の水位が上がり古い橋が通行止め"), ("body", body))
    (measures,) = found.values()
    assert measures["words"] == pytest.approx(7, abs=0.5)
    assert measures["shared"] > 0.6


def test_the_address_s_words_count_against_the_best_line():
    rows = [("navigation", "Storm closes old bridge"), ("navigation", "Ten walks along the bridge"), ("body", BODY)]
    found = measured(*rows, slug="storm closes old bridge")
    assert found["Storm closes old bridge"]["slug_lead"] == 0
    assert found["Ten walks along the bridge"]["slug_lead"] < -0.5
    assert {measures["addressed"] for measures in found.values()} == {1.0}
    assert {measures["addressed"] for measures in measured(*rows).values()} == {0.0}


@pytest.mark.parametrize(
    ("line", "slug", "order", "before", "after"),
    [
        ("Storm closes old bridge", "", 0, 0, 0),
        ("Ten walks along green hills", "storm closes old bridge", 0, 9, 9),
        ("Storm over the harbour", "storm closes old bridge", 0, 9, 9),  # one word is chance
        ("Bridge, old, closes: storm", "storm closes old bridge", 1 / 4, 0, 0),
        ("Harbour, storm closes old bridge", "storm closes old bridge", 1, 1, 0),
        ("Storm closes old bridge, mayor says", "storm closes old bridge", 1, 0, 2),
        ("Storm closes bridge", "storm closes old bridge", 3 / 4, 0, 0),
    ],
)
def test_the_address_s_words_in_order_and_what_stands_around_them(line, slug, order, before, after):
    measures = measured(("navigation", line), ("body", BODY), slug=slug)[line]
    found = [measures[name] for name in ("slug_order", "slug_before", "slug_after")]
    assert found == ([order, before, after] if slug else [0, 9, 9])


@pytest.mark.parametrize(
    ("lines", "slug", "found"),
    [
        # Near misses: nothing but its address tells such a line from a heading or a byline.
        ([("heading", "Storm closes old bridge"), ("body", BODY)], "", False),
        ([("heading", "Storm closes old bridge"), ("body", BODY)], "ten walks along green hills", False),
        ([("body", BODY)] * 10 + [("heading", "Storm closes old bridge")], "storm closes old bridge", False),
        ([("heading", "Storm closes old bridge"), ("body", BODY)], "storm closes old bridge", True),
    ],
)
def test_a_line_below_the_article_s_beginning_is_a_candidate_if_the_address_says_it(lines, slug, found):
    rows = [("body", f"{BODY} It was night.")] * 4 + lines
    assert ("Storm closes old bridge" in measured(*rows, slug=slug)) is found


@pytest.mark.parametrize(("slug", "found"), [("", False), ("ten walks", False), ("old bridge", False), ("hugo", False)])
def test_a_byline_is_no_candidate(slug, found):
    assert ("By Ana Cruz" in measured(("byline", "By Ana Cruz"), ("body", BODY), slug=slug)) is found


def test_a_line_that_looks_like_a_byline_is_a_candidate_if_the_address_says_it():
    rows = [("byline", "Healthy Eating Habits"), ("body", BODY)]
    assert "Healthy Eating Habits" not in measured(*rows, slug="healthy walks and hills")
    assert "Healthy Eating Habits" in measured(*rows, slug="healthy eating habits")


def test_words_are_counted_by_their_beginnings():
    body = "The bridges were closed, and the bridge's keeper closed the harbour. A bridge can be opened."
    rows = [("navigation", "Harbour bridges"), ("navigation", "Ten walks along hills"), ("body", body)]
    found = measured(*rows)
    assert (found["Harbour bridges"]["told_most"], found["Harbour bridges"]["untold"]) == (3, 0)
    assert found["Harbour bridges"]["told"] == pytest.approx((1 + 2) / 2)
    assert [found["Ten walks along hills"][name] for name in ("told", "told_most", "untold")] == [0, 0, 3]


@pytest.mark.parametrize(
    ("below", "alike", "held"),
    [
        ("Tides and winds of the week", 0, 0),
        ("Two metres in a storm", 3 / 10, 0),
        (TITLE, 0, 0),  # its copy is counted by `twice`
        (f"Share: {TITLE}", 8 / 9, 1),
    ],
)
def test_what_the_rest_of_the_page_says_of_the_likeliest_line(below, alike, held):
    rows = [("title", TITLE), ("body", BODY), ("body", BODY), ("share", below)]
    _, measures = headline.measure(view(*rows), *_scored(*rows))
    assert measures["alike"] == pytest.approx(alike)
    assert measures["held"] == held


def test_the_margin_is_to_another_title_and_not_to_another_form_of_it():
    rows = [
        ("title", TITLE),
        ("navigation", f"{TITLE} - Harbour"),
        ("navigation", "Ten walks along hills"),
        ("body", BODY),
    ]
    found = candidates.find(view(*rows), [])
    _, measures = headline.measure(view(*rows), found, np.array([3.0, 2.0, -1.0]))
    assert (measures["margin"], measures["margin_near"], measures["margin_third"]) == (4.0, 4.0, 12.0)


@pytest.mark.parametrize(
    "rows",
    [
        # Few lines, as people hand texts in: no title among them, or one that is plain.
        [("body", BODY)],
        [("body", BODY), ("body", BODY)],
        [("navigation", "Read more"), ("body", BODY)],
        [("navigation", "Subscribe to our newsletter"), ("body", BODY), ("promo", "Follow us")],
    ],
)
def test_a_few_lines_without_a_title_give_none(rows):
    assert fields(view(*rows).document, view(*rows).decisions).value("title") is None


@pytest.mark.parametrize(
    "rows",
    [
        [("title", TITLE), ("body", BODY)],
        [("title", TITLE), ("byline", "By Ana Cruz"), ("body", BODY)],
        [("title", TITLE), ("date", "10 July 2025"), ("body", BODY), ("body", BODY)],
        [("section", "Regions"), ("title", TITLE), ("byline", "By Ana Cruz"), ("body", BODY), ("share", "Share")],
    ],
)
def test_a_few_lines_with_a_title_give_it(rows):
    found = fields(view(*rows).document, view(*rows).decisions)["title"]
    assert (found.value, found.source) == (TITLE, "text")
    assert found.line == 1 + [label for label, _ in rows].index("title")
    assert headline.least(5) <= found.confidence <= 1


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ([("title", TITLE), ("byline", "By Ana Cruz"), ("share", "Share"), ("navigation", TITLE)], 0),
        ([("title", TITLE), ("share", "Share"), ("navigation", TITLE), ("byline", "By Ana Cruz")], 2),
        ([("title", TITLE), ("share", "Share"), ("navigation", TITLE)], 2),
    ],
)
def test_of_two_lines_that_say_the_title_the_headline_is_the_one_above_the_byline_or_the_article(rows, line):
    found = headline.of_text(view(*rows, ("body", BODY), ("body", BODY)), [])
    assert found is not None
    assert (found.text, found.line) == (TITLE, line)


@pytest.mark.parametrize(
    ("first", "wanted"),
    [
        ([], False),
        ([("body", "It was night.")], False),  # a stray line, and no part of the article
        ([("body", BODY), ("body", BODY)], True),
    ],
)
def test_the_lines_above_an_article_s_first_part_are_candidates(first, wanted):
    between = [("navigation", f"Tides of the harbour, {i} of 50") for i in range(50)]
    rows = [("navigation", TITLE), *first, *between, *([("body", BODY)] * 4)]
    found = measured(*rows)
    assert (TITLE in found) is wanted
    if wanted:
        assert (found[TITLE]["parted"], found[TITLE]["above"]) == (1, 1)
        assert found["Tides of the harbour, 49 of 50"]["parted"] == 0


@pytest.mark.parametrize(
    ("line", "slug", "inside", "left", "short"),
    [
        ("Ten walks along green hills", "storm closes old bridge", 9, 9, 0),
        ("Storm closes old bridge", "storm closes old bridge", 0, 0, 1),
        ("Storm closes the very old bridge", "storm closes old bridge for good", 2, 2, 0.5),
        ("Storm: how it closes old bridge", "storm closes old bridge", 2, 0, 1 / 3),
    ],
)
def test_what_a_line_has_that_the_address_has_not_and_the_other_way_round(line, slug, inside, left, short):
    measures = measured(("navigation", line), ("body", BODY), slug=slug)[line]
    found = [measures[name] for name in ("slug_inside", "slug_left", "slug_short")]
    assert found == pytest.approx([inside, left, short])


def test_another_headline_beside_it_in_other_words_and_the_next_best():
    rows = [
        ("navigation", "River rises and bridge closes"),
        ("title", TITLE),
        ("navigation", "Ten walks along hills"),
        ("body", BODY),
    ]
    found = candidates.find(view(*rows), [])
    _, measures = headline.measure(view(*rows), found, np.array([1.0, 3.0, -1.0]))
    assert measures["beside"] == pytest.approx(2 / 11)
    assert measures["odds"] == pytest.approx(1 / (1 + np.exp(-2) + np.exp(-4)))
    assert measures["rival_shared"] == pytest.approx(found[1].measures["shared"] - found[0].measures["shared"])
