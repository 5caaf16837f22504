"""The rules: a file a family, a function a rule.

A rule *finds*, it never removes. It is a function from a `Page` to pairs of a line's index and the evidence, in words
of the page; its docstring says what it finds and why not more. `table.tsv` gives each rule its label, its weight with
the unit and where the weight comes from, so adding a rule is one function and one row.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module, resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from cleaner.model import LABELS, Vote

if TYPE_CHECKING:
    from cleaner.config import Config
    from cleaner.features import Page

VERSION = "1"

Finder = Callable[["Page"], Iterable[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and its row: `weight`, in `unit`, speaks for `label` on every line found; `origin` says who set it."""

    id: str
    family: str
    label: str
    weight: float
    unit: str
    origin: str
    find: Finder


@lru_cache(maxsize=1)
def rules() -> MappingProxyType[str, Rule]:
    """Every rule by id, in the order of the table.

    A row without a function, a function without a row or an unknown label is an error in the package, found here.
    """
    found: dict[str, Rule] = {}
    table = (resources.files(__name__) / "table.tsv").read_text(encoding="utf-8")
    rows = (line for line in table.splitlines() if line and not line.startswith("#"))
    for row in csv.DictReader(rows, delimiter="\t"):
        finder = getattr(import_module(f"cleaner.rules.{row['family']}"), row["rule"])
        if row["label"] not in LABELS or row["rule"] in found:
            raise ValueError(f"table.tsv: {row['rule']} has an unknown label or stands twice.")
        found[row["rule"]] = Rule(
            row["rule"], row["family"], row["label"], float(row["weight"]), row["unit"], row["origin"], finder
        )
    return MappingProxyType(found)


def votes(page: Page, config: Config) -> Iterator[Vote]:
    """What every rule finds on the page, those of `config.rules` too; `config.ignore` silences rules and labels."""
    for rule in rules().values():
        if rule.id in config.ignore or rule.label in config.ignore:
            continue
        for line, because in rule.find(page):
            yield Vote(line, rule.label, rule.id, rule.weight, because)
    if config.rules:
        from cleaner import userrules

        yield from userrules.votes(page, config.rules, config.ignore)


def __getattr__(name: str) -> object:
    if name == "RULES":
        return rules()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
