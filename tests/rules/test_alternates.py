from __future__ import annotations

import pytest
from cases import found, rows, unfold

NEAR = {
    "translated_title": (
        "Bridge over the Harlow closed\n{en}\nРусский",
        "{en}\nDie Brücke über die Harle ist gesperrt\n{de}",
        """
        {en}
        Мост закрыт, сказали крестьяне с восточного берега, и никто в городе не понял, что они имеют в виду.
        {en}
        """,
    ),
}

FIRES = {
    "translated_title": (
        """
        Harlow: bridge closed until spring
        {en}
        @ Harlo: köprü ilkbahara kadar kapalı kalacağı için çiftçiler üzgün
        @ Харлоу: мост закрыт до весны
        """,
        """
        Мост через Харлу закрыли до весны
        {ru}
        @ Bridge over the Harlow closed until spring
        """,
        """
        @ The bridge over the Harlow stays closed until spring
        橋が春まで通行止めに
        {ja}
        """,
    ),
}


@pytest.mark.parametrize(("rule", "text"), rows(NEAR))
def test_a_near_miss_does_not_fire(rule: str, text: str):
    assert found(rule, unfold(text)[0]) == {}


@pytest.mark.parametrize(("rule", "text"), rows(FIRES))
def test_a_rule_finds_the_marked_lines(rule: str, text: str):
    page, marked = unfold(text)
    evidence = found(rule, page)
    assert set(evidence) == marked
    assert all(evidence.values())
