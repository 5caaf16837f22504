"""Inputs that are too large, a 256th of the size that `make fuzz` tries, with a limit that is as much lower."""

import json

import sizes


def test_what_is_too_large_costs_that_document_alone(tmp_path):
    """All in one run: what is refused takes nothing else with it."""
    given, out = tmp_path / "in", tmp_path / "out"
    for name, case in sizes.CASES.items():
        written = sizes.written(given / name, case, 256)
    (written.parent / "cleaner.toml").rename(given / "cleaner.toml")
    code, failures, _, _ = sizes.cleaned(given, out)
    assert code == 3
    told = dict.fromkeys(sizes.CASES, "")
    for line in failures.splitlines():
        told[json.loads(line)["source_path"].partition("/")[0]] += line
    wrong = [
        f"{name}: {fault}"
        for name, case in sizes.CASES.items()
        for fault in sizes.faults(out / name, case, told[name])
    ]
    assert not wrong, "\n".join(wrong)


def test_the_check_sees_what_is_lost(tmp_path):
    case = sizes.CASES["a hundred thousand attributes"]
    assert sizes.faults(tmp_path, case, "It failed.") == ["the failures are 'It failed.'", "the article is not there"]
