"""What persons marked in reports comes out as they said; see tests/golden.py for the files."""

from pathlib import Path

import pytest

import golden
from articles import COPYRIGHT, DIRTY, MENU, PARAGRAPHS

FILES = sorted((Path(__file__).parent / "fixtures/golden").glob("*.jsonl"))
CASES = [
    pytest.param(case, id=case.name, marks=[pytest.mark.xfail(strict=True)] if case.status == "known_failure" else [])
    for path in FILES
    for case in golden.load(path)
]


def test_there_are_cases():
    assert len(CASES) > 0


@pytest.mark.parametrize("case", CASES)
def test_it_is_as_a_person_said(case):
    assert golden.faults(case) == []


def test_a_case_that_does_not_hold_is_told():
    case = golden.Golden("a", "fixed", "text", None, DIRTY, (MENU,), {PARAGRAPHS[2]: "promo", COPYRIGHT: "promo"})
    assert golden.faults(case) == [
        f"{MENU!r} is navigation and should stay.",
        f"{PARAGRAPHS[2]!r} stays and should go as promo.",
        f"{COPYRIGHT!r} goes as legal and should go as promo.",
    ]
