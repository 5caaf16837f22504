"""Many documents -> the counts that the first page of the report shows; memory does not grow with the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from cleaner.config import Config
from cleaner.model import KEPT, METADATA
from cleaner.report.facts import Facts

BINS = 20  # of the removed share: 5 % each
_SITES = 200  # that are named, those with the most documents; the others are counted together


@dataclass(slots=True)
class Group:
    """Documents that share something: how many they are, their words before and after, how many are flagged."""

    documents: int = 0
    words_in: int = 0
    words_out: int = 0
    flagged: int = 0

    def add(self, one: Facts) -> None:
        """Count a document."""
        self.documents += 1
        self.words_in += one.words_in
        self.words_out += one.words_out
        self.flagged += one.rank[0] > 0


@dataclass(slots=True)
class Overview:
    """Counts over all documents; `add` each once."""

    total: Group = field(default_factory=Group)
    sites: dict[str, Group] = field(default_factory=dict)
    languages: Counter[str] = field(default_factory=Counter)
    dates: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    shares: Counter[int] = field(default_factory=Counter)
    label_words: Counter[str] = field(default_factory=Counter)
    label_documents: Counter[str] = field(default_factory=Counter)
    rule_words: Counter[str] = field(default_factory=Counter)
    rule_removals: Counter[str] = field(default_factory=Counter)
    rule_documents: Counter[str] = field(default_factory=Counter)
    rule_votes: Counter[str] = field(default_factory=Counter)

    def add(self, one: Facts) -> None:
        """Count a document."""
        self.total.add(one)
        self.sites.setdefault(one.site, Group()).add(one)
        self.languages[one.language] += 1
        self.dates[one.date[:7]] += 1
        self.flags.update(one.flags)
        self.kinds[one.kind] += 1
        self.shares[min(BINS - 1, int(one.share * BINS))] += 1
        self.label_words.update(one.labels)
        self.label_documents.update(one.labels.keys())
        self.rule_words.update(one.rules)
        self.rule_removals.update(one.removals)
        self.rule_documents.update(one.removals.keys())

    def to_dict(self, config: Config) -> dict[str, Any]:
        """Give the counts as the page holds them; `config` knows the rules of one's own."""
        total = self.total
        return {
            "documents": total.documents,
            "wordsIn": total.words_in,
            "wordsOut": total.words_out,
            "flagged": total.flagged,
            "labels": [
                [label, group_of(label), words, self.label_documents[label]]
                for label, words in _by_count(self.label_words)
            ],
            "rules": self._rules(config),
            "sites": _sites(self.sites),
            "languages": _by_count(self.languages),
            "dates": sorted((date, count) for date, count in self.dates.items()),
            "flags": _by_count(self.flags),
            "kinds": _by_count(self.kinds),
            "shares": [self.shares[at] for at in range(BINS)],
        }

    def _rules(self, config: Config) -> list[list[Any]]:
        """A row a rule, also those that found nothing: what it is, and how often it was the reason or voted."""
        known = {name: (label, weight, about) for name, label, weight, about in rules(config)}
        names = dict.fromkeys(chain((name for name, _ in _by_count(self.rule_words)), self.rule_removals, known))
        return [
            [
                name,
                *known.get(name, ("", None, "")),
                self.rule_words[name],
                self.rule_removals[name],
                self.rule_documents[name],
                self.rule_votes[name],
            ]
            for name in names
        ]


def group_of(label: str) -> str:
    """Name what becomes of a label's lines: `kept`, `metadata` or `dropped`.

    >>> group_of("heading"), group_of("byline"), group_of("ticker")
    ('kept', 'metadata', 'dropped')
    """
    return "kept" if label in KEPT else "metadata" if label in METADATA else "dropped"


def rules(config: Config) -> Iterable[tuple[str, str, float | None, str]]:
    """Yield every reason that there is: name, label, weight in log-odds, and what it finds in a sentence."""
    from cleaner import peers, reasons
    from cleaner.rules import rules as known

    for rule in known().values():
        yield rule.id, rule.label, rule.weight, rule.summary
    for own in config.rules:
        yield own.id, own.label, own.weight, "A rule of the configuration."
    yield reasons.RULE, "", None, "The fitted measures: how a line looks, and what stands around it."
    yield peers.RULE, "", None, "Another extractor's opinion of a page of HTML."


def _by_count(counter: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))


def _sites(sites: Mapping[str, Group]) -> list[list[Any]]:
    ranked = sorted(sites.items(), key=lambda item: (-item[1].documents, item[0]))
    rows = [[name, one.documents, one.words_in, one.words_out, one.flagged] for name, one in ranked]
    if len(rows) <= _SITES:
        return rows
    rest = [sum(column) for column in zip(*(row[1:] for row in rows[_SITES:]), strict=True)]
    return [*rows[:_SITES], [None, *rest]]
