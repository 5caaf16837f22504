"""The table, the functions and the tests belong together."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from cases import found, template, unfold

from articles import ARTICLES
from cleaner import markup, plain
from cleaner.features import Page
from cleaner.model import LABELS
from cleaner.rules import asked, rules

FAMILIES = sorted({rule.family for rule in rules().values()})


CASES = {
    (name, family): [
        (rule, text) for rule, texts in getattr(import_module(f"cases_{family}"), name).items() for text in texts
    ]
    for name in ("NEAR", "FIRES")
    for family in FAMILIES
}
"""Pairs of a rule and a text, by table and family."""


@pytest.mark.parametrize("name", ["NEAR", "FIRES"])
def test_a_rule_has_three_near_misses_and_three_firing_cases(name):
    counts = Counter(rule for family in FAMILIES for rule, _ in CASES[name, family])
    assert [rule for rule in rules() if counts[rule] < 3] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_a_near_miss_does_not_fire(family: str):
    fired = [
        f"{rule} finds {lines} in {text!r}"
        for rule, text in CASES["NEAR", family]
        if (lines := found(rule, unfold(text)[0]))
    ]
    assert not fired, "\n".join(fired)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_rule_finds_the_marked_lines(family: str):
    wrong = []
    for rule, text in CASES["FIRES", family]:
        page, marked = unfold(text)
        evidence = found(rule, page)
        if set(evidence) != marked or not all(evidence.values()):
            wrong.append(f"{rule} should find {marked}, finds {evidence} in {text!r}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("family", FAMILIES)
def test_no_case_is_without_a_rule(family):
    cases = import_module(f"cases_{family}")
    own = {rule.id for rule in rules().values() if rule.family == family}
    assert cases.NEAR.keys() == cases.FIRES.keys() == own


def test_a_rule_says_why_not_more():
    assert [rule.id for rule in rules().values() if "Why not more:" not in (rule.find.__doc__ or "")] == []


def test_a_weight_is_a_strength_of_evidence():
    assert [rule.id for rule in rules().values() if not (rule.label in LABELS and 0 < rule.weight <= 8)] == []


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


TEXTS = {"odd": [*ODD.values(), *ARTICLES.values()]} | {
    family: [text for name in ("NEAR", "FIRES") for _, text in CASES[name, family]] for family in FAMILIES
}


RELIED_ON = "brief_article"  # a need that rules do not look for themselves: on other pages they would find something


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
def test_a_rule_finds_nothing_on_a_page_without_what_it_needs(texts: list[str]):
    unheard = []
    for text in dict.fromkeys(texts):
        document = markup.read(text) if text.startswith("<") else plain.read(unfold(text)[0])
        page = Page(document, template(text))
        heard = asked(page)
        unheard += [
            f"{rule.id} is not asked about {text!r}"
            for rule in rules().values()
            if rule not in heard and rule.needs != RELIED_ON and list(rule.find(page))
        ]
    assert not unheard, "\n".join(unheard)


def test_most_rules_are_not_asked_about_a_page_that_is_an_article_alone():
    heard = {rule.id for rule in asked(Page(plain.read(ARTICLES["en"])))}
    assert "title_above" in heard
    assert len(heard) < len(rules()) / 2


def test_a_family_is_a_module_with_tests():
    assert {p.stem.removeprefix("cases_") for p in Path(__file__).parent.glob("cases_*.py")} == set(FAMILIES)


def test_each_rule_is_told_in_a_sentence_of_its_own():
    summaries = [rule.summary for rule in rules().values()]
    assert len(set(summaries)) == len(summaries)
    assert all(text.count("(") == text.count(")") and text.count('"') % 2 == 0 for text in summaries)
    assert all(text and not text.endswith((":", ";")) for text in summaries)
