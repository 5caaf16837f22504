"""A sidecar -> the few facts of a document that tables and plots show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from cleaner.formats import form_of
from cleaner.model import CleanerError

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_SEVERITY: Mapping[str, int] = {
    "over_removed": 3,
    "empty": 2,
    "mostly_boilerplate": 1,
    "consent_page": 1,
    "paywall": 1,
    "truncated": 1,
    "non_article": 1,
}
"""How soon a person should look at a document with this flag; the others say nothing of what was removed."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row of the table says of a document.

    `labels` and `rules` count removed words, `removals` how many removals each rule gave the reason for. `share` of the
    words were removed, 0 to 1. `site` is its name or host, or else the first folder of its path, with a `/`, since many
    corpora have a folder for each site. What is not known is an empty text.
    """

    path: str
    title: str
    site: str
    language: str
    date: str
    kind: str
    words_in: int
    words_out: int
    share: float
    flags: tuple[str, ...]
    labels: Mapping[str, int]
    rules: Mapping[str, int]
    removals: Mapping[str, int]

    @property
    def rank(self) -> tuple[int, float]:
        """How soon a person should look at it: by its gravest flag, then by the share that went."""
        return max((_SEVERITY.get(flag, 0) for flag in self.flags), default=0), self.share


def facts(record: Mapping[str, Any], name: str) -> Facts:
    """Take the facts out of a sidecar; `name` stands in for a path where it has none.

    Raises CleanerError when the sidecar lacks them, or holds something else in their place.

    >>> facts({}, "a.txt")
    Traceback (most recent call last):
    ...
    cleaner.model.CleanerError: The sidecar is damaged (it has no 'stats'); clean the document again.
    """
    try:
        stats = record["stats"]
        path = _text(record.get("source_path")) or name
        if form_of(path):  # a file of many
            path = f"{path}:{record['id']}"
        return Facts(
            path=path,
            title=_text(record.get("title")),
            site=_text(record.get("site")) or _host(record) or "".join(path.partition("/")[:2] if "/" in path else ()),
            language=_text(record.get("language")),
            date=_date(_text(record.get("date_published"))),
            kind=_text(record["input"]["kind"]),
            words_in=int(record["input"]["words"]),
            words_out=int(record["output"]["words"]),
            share=min(1.0, max(0.0, float(stats["removed_share"]))),
            flags=tuple(map(str, record["flags"])),
            labels=_counts(stats["by_label"]),
            rules=_counts(stats["by_rule"]),
            removals=Counter(str(removal["rule"]) for removal in record["removals"]),
        )
    except KeyError as error:
        raise CleanerError(f"The sidecar is damaged (it has no {error}); clean the document again.") from error
    except (AttributeError, OverflowError, TypeError, ValueError) as error:
        raise CleanerError(f"The sidecar is damaged ({error}); clean the document again.") from error


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _counts(value: Mapping[str, Any]) -> dict[str, int]:
    return {str(name): int(count) for name, count in value.items()}


def _date(value: str) -> str:
    match = _DATE.match(value)
    return match[0] if match else ""


def _host(record: Mapping[str, Any]) -> str:
    for name in ("canonical_url", "url"):
        try:
            host = urlsplit(_text(record.get(name))).hostname
        except ValueError:  # brackets that hold no address
            continue
        if host:
            return host.removeprefix("www.")
    return ""
