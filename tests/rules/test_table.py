"""The table, the functions and the tests belong together."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from cases import found, rows, template, unfold

from articles import ARTICLES
from cleaner import markup, plain
from cleaner.features import Page
from cleaner.model import LABELS
from cleaner.rules import asked, rules

FAMILIES = sorted({rule.family for rule in rules().values()})


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_a_rule_has_three_near_misses_and_three_firing_cases(rule):
    cases = import_module(f"cases_{rule.family}")
    assert len(cases.NEAR[rule.id]) >= 3
    assert len(cases.FIRES[rule.id]) >= 3


def tables(name: str) -> list[object]:
    """The rows of every family's `NEAR` or `FIRES`."""
    return [row for family in FAMILIES for row in rows(getattr(import_module(f"cases_{family}"), name))]


@pytest.mark.parametrize(("rule", "text"), tables("NEAR"))
def test_a_near_miss_does_not_fire(rule: str, text: str):
    assert found(rule, unfold(text)[0]) == {}


@pytest.mark.parametrize(("rule", "text"), tables("FIRES"))
def test_a_rule_finds_the_marked_lines(rule: str, text: str):
    page, marked = unfold(text)
    evidence = found(rule, page)
    assert set(evidence) == marked
    assert all(evidence.values())


@pytest.mark.parametrize("family", FAMILIES)
def test_no_case_is_without_a_rule(family):
    cases = import_module(f"cases_{family}")
    own = {rule.id for rule in rules().values() if rule.family == family}
    assert cases.NEAR.keys() == cases.FIRES.keys() == own


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_a_rule_says_why_not_more(rule):
    assert "Why not more:" in (rule.find.__doc__ or "")


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_a_weight_is_a_strength_of_evidence(rule):
    assert rule.label in LABELS
    assert 0 < rule.weight <= 8
    assert rule.origin


ODD = {
    "empty": "",
    "blank": "\n \n\t\n",
    "one letter": "a",
    "marks": ": ：a b, c\n： a, b: c\n*\n/\n—\n…\n。\n[]\n()\n#\n©\n:\n",
    "numbers": "1\n2\n3\n4\n12:30\n12:20\n12:10\n12:00\n1 2 3\n",
    "a wall": "The river rose again. " * 400,
    "one line again and again": "The river rose again\n" * 200,
    "dates": "4 June 2021\n" * 50,
    "direction marks": "\u202eevil\u202c\n\u200f\u200e\n",
    "unpaired": "\ud800\n\udfff text\n",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize("around", ["", ARTICLES["en"] + "\n"], ids=["alone", "after an article"])
def test_odd_pages_are_no_error_and_evidence_points_into_the_page(text, around):
    page = Page(plain.read(around + text + "\n" + around))
    for rule in rules().values():
        for line, because in rule.find(page):
            assert 0 <= line < page.n
            assert because


CASES = dict.fromkeys(row.values[1] for name in ("NEAR", "FIRES") for row in tables(name))
TEXTS = [*ODD.values(), *ARTICLES.values(), *CASES]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_rule_finds_nothing_on_a_page_without_what_it_needs(text):
    document = markup.read(text) if text.startswith("<") else plain.read(unfold(text)[0])
    page = Page(document, template(text))
    heard = asked(page)
    assert [rule.id for rule in rules().values() if rule not in heard and list(rule.find(page))] == []


def test_most_rules_are_not_asked_about_a_page_that_is_an_article_alone():
    heard = {rule.id for rule in asked(Page(plain.read(ARTICLES["en"])))}
    assert "title_above" in heard
    assert len(heard) < len(rules()) / 2


def test_a_family_is_a_module_with_tests():
    assert {p.stem.removeprefix("cases_") for p in Path(__file__).parent.glob("cases_*.py")} == set(FAMILIES)
