"""Golden cases: what a person said of single lines of a document, in the form in which `cleaner report` exports it.

A file has a line of JSON for each document: `name`, `status`, `kind`, `url`, `input`, the lines to `keep`, and those
to `drop` with their labels. Of other lines nothing is said. The status is `known_failure` as it comes from the report;
when cleaner has learnt the case, strict xfail says so, and the status becomes `fixed`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import cleaner

STATUSES = ("known_failure", "fixed")


@dataclass(frozen=True, slots=True)
class Golden:
    """A case: `keep` are texts of lines, `drop` maps others to the labels that they should have."""

    name: str
    status: str
    kind: cleaner.model.Kind
    url: str | None
    input: str
    keep: tuple[str, ...]
    drop: Mapping[str, str]


def load(path: Path) -> list[Golden]:
    return [_golden(json.loads(line)) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _golden(row: dict[str, object]) -> Golden:
    assert row["status"] in STATUSES, row["status"]
    drop = {one["text"]: one["label"] for one in row.pop("drop")}
    case = Golden(**{**row, "keep": tuple(row["keep"]), "drop": drop})
    assert case.keep or case.drop, f"{case.name} says nothing of any line"
    return case


def faults(case: Golden, config: cleaner.Config | None = None) -> list[str]:
    """What is not as the case says, a sentence each."""
    lines = cleaner.clean(case.input, kind=case.kind, url=case.url, config=config or cleaner.Config()).lines
    kept = {line.text for line in lines if line.kept}
    labels = {line.text: line.label for line in lines}
    lost = [f"{text!r} is {labels.get(text, 'not found')} and should stay." for text in case.keep if text not in kept]
    left = [f"{text!r} stays and should go as {label}." for text, label in case.drop.items() if text in kept]
    called = [
        f"{text!r} goes as {labels.get(text, 'nothing')} and should go as {label}."
        for text, label in case.drop.items()
        if text not in kept and labels.get(text) != label
    ]
    return lost + left + called
