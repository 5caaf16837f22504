"""An article about donations, cookies, newsletters, tickers or related stories keeps every line."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from cleaner import plain
from cleaner.features import Page
from cleaner.model import KEPT
from cleaner.rules import rules

TOPICS = sorted((Path(__file__).parent.parent / "fixtures" / "topics").glob("*.txt"))


def balances(text: str) -> dict[str, tuple[float, float]]:
    """Weights for keeping and for dropping by line, of lines with any vote against them."""
    page = Page(plain.read(text))
    keep: dict[int, float] = defaultdict(float)
    drop: dict[int, float] = defaultdict(float)
    for rule in rules().values():
        for line, _ in rule.find(page):
            (keep if rule.label in KEPT else drop)[line] += rule.weight
    return {page.texts[line]: (keep[line], weight) for line, weight in drop.items()}


@pytest.mark.parametrize("path", TOPICS, ids=[p.name for p in TOPICS])
@pytest.mark.parametrize("blanks", ["as written", "none", "doubled"])
def test_no_rule_outvotes_a_line_of_an_article_on_its_own_topic(path, blanks):
    text = path.read_text(encoding="utf-8")
    text = {"as written": text, "none": text.replace("\n\n", "\n"), "doubled": text.replace("\n\n", "\n\n\n")}[blanks]
    outvoted = {line: votes for line, votes in balances(text).items() if votes[1] > votes[0]}
    assert outvoted == {}


def test_every_topic_has_three_languages():
    languages = defaultdict(set)
    for path in TOPICS:
        topic, language = path.name.split(".")[:2]
        languages[topic].add(language)
    assert set(languages) == {"cookies", "donations", "newsletters", "related-stories", "stock-ticker"}
    assert all(len(found) >= 3 for found in languages.values())
