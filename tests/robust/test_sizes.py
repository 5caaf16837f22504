"""Inputs that are too large, a 256th of the size that `make fuzz` tries, with a limit that is as much lower."""

import pytest
import sizes


@pytest.mark.parametrize("name", sizes.CASES)
def test_what_is_too_large_costs_that_document_alone(tmp_path, name):
    case = sizes.CASES[name]
    path = sizes.written(tmp_path / "in", case, 256)
    code, told, _, _ = sizes.cleaned(path)
    assert sizes.faults(path, case, code, told) == []


def test_the_check_sees_what_is_lost(tmp_path):
    case = sizes.CASES["a hundred thousand attributes"]
    assert sizes.faults(tmp_path / "none.html", case, 3, "It failed.") == [
        "the exit code is 3",
        "the failures are 'It failed.'",
        "the article is not there",
    ]
