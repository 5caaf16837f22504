"""The rules: a file a family, a function a rule.

A rule *finds*, it never removes. It is a function from a `Page` to pairs of a line's index and the evidence, in words
of the page; its docstring says what it finds and why not more. `table.tsv` gives each rule its label, its weight and
what it needs, so adding a rule is one function and one row.
"""

from __future__ import annotations

import csv
import inspect
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, overload

from cleaner.model import LABELS, Vote

if TYPE_CHECKING:
    from cleaner.config import Config
    from cleaner.features import Page

VERSION = "1"

APART = frozenset("forms interface lists markdown notices pictures plumbing repeats signed templates".split())
"""Families that the tables were fitted without: too rare on the development pages, or known only with a book."""

Finder = Callable[["Page"], Iterable[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and its row: `weight`, in log-odds, speaks for `label` on every line found.

    What it `needs` is a family of phrases or a property of `shapes.Shapes`, empty if nothing: it is asked only about
    pages that have it.
    """

    id: str
    family: str
    label: str
    weight: float
    needs: str
    find: Finder

    @property
    def summary(self) -> str:
        """The first sentence of what it finds, in one line; a stop in a bracket's example ends none."""
        paragraph = " ".join((inspect.getdoc(self.find) or "").split("\n\n")[0].split())
        ends = (paragraph[: stop.end()] for stop in re.finditer(r"[.:;](?= )", paragraph))
        return next((text for text in ends if text.count("(") == text.count(")")), paragraph).rstrip(":;")


@lru_cache(maxsize=1)
def rules() -> MappingProxyType[str, Rule]:
    """Every rule by id, in the order of the table.

    A row without a function, with an unknown label or of another form is an error in the package, found here.
    """
    found: dict[str, Rule] = {}
    table = Path(__file__).with_name("table.tsv").read_text(encoding="utf-8")
    rows = (line for line in table.splitlines() if line and not line.startswith("#"))
    for row in csv.DictReader(rows, delimiter="\t"):
        finder = getattr(import_module(f"cleaner.rules.{row['family']}"), row["rule"])
        if row["label"] not in LABELS or row["rule"] in found or len(row) != 5:
            raise ValueError(f"table.tsv: {row['rule']} has an unknown label, stands twice or has not five columns.")
        weight, needs = float(row["weight"]), row["needs"].strip("-")
        found[row["rule"]] = Rule(row["rule"], row["family"], row["label"], weight, needs, finder)
    return MappingProxyType(found)


@dataclass(frozen=True)
class Votes(Sequence[Vote]):
    """What the rules found, by rule. `Vote` objects are made when somebody asks: most pages are cleaned without."""

    found: tuple[tuple[Rule, list[tuple[int, str]]], ...]

    def __len__(self) -> int:
        return sum([len(finds) for _, finds in self.found])

    @overload
    def __getitem__(self, at: int) -> Vote: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Vote]: ...
    def __getitem__(self, at: int | slice) -> Vote | Sequence[Vote]:
        return self._all[at]

    def __iter__(self) -> Iterator[Vote]:
        return iter(self._all)

    @cached_property
    def _all(self) -> tuple[Vote, ...]:
        return tuple(
            Vote(line, rule.label, rule.id, rule.weight, because)
            for rule, finds in self.found
            for line, because in finds
        )


def votes(
    page: Page, config: Config, labels: Collection[str] = frozenset(LABELS), *, before: Sequence[Vote] | None = None
) -> Sequence[Vote]:
    """What every rule finds on the page, those of `config.rules` too; `config.ignore` silences rules and labels.

    Of the package's own rules only those for `labels` are asked; `before` is what was found for all others, if these
    were asked already.
    """
    from cleaner.rules.shapes import shapes

    shared = shapes(page)  # held while the rules ask for it, one after the other
    heard = asked(page, labels)
    if config.ignore:
        heard = [rule for rule in heard if rule.id not in config.ignore and rule.label not in config.ignore]
    found = Votes(tuple([(rule, finds) for rule in heard if (finds := list(rule.find(page)))]))
    del shared
    if before is not None:
        return Votes((*before.found, *found.found)) if isinstance(before, Votes) else (*before, *found)
    if config.rules:
        from cleaner.config import userrules

        return (*found, *userrules.votes(page, config.rules, config.ignore))
    return found


def asked(page: Page, labels: Collection[str] = frozenset(LABELS)) -> list[Rule]:
    """The rules for `labels` that may find something: the page has what they need."""
    from cleaner.rules.shapes import shapes

    own, needed = _speaking_for(frozenset(labels))
    shared = shapes(page)
    has = {"", *page.families, *[shape for shape in needed if getattr(shared, shape)]}
    return [rule for rule in own if rule.needs in has]


@lru_cache(maxsize=4)
def _speaking_for(labels: frozenset[str]) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """The rules for some labels, and the shapes that these need."""
    from cleaner.rules.shapes import Shapes

    own = tuple([rule for rule in rules().values() if rule.label in labels])
    return own, tuple(sorted({rule.needs for rule in own if hasattr(Shapes, rule.needs)}))


def fitted(votes: Sequence[Vote]) -> Sequence[Vote]:
    """The votes that the fitted tables know of: those of families that do not stand `APART`."""
    if isinstance(votes, Votes):
        known = tuple([(rule, finds) for rule, finds in votes.found if rule.family not in APART])
        return votes if len(known) == len(votes.found) else Votes(known)
    apart = {rule.id for rule in rules().values() if rule.family in APART}
    return [vote for vote in votes if vote.rule not in apart]


def __getattr__(name: str) -> object:
    if name == "RULES":
        return rules()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
