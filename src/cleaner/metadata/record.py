"""The record of what is known of an article: its fields by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cleaner.model import Field

NAMES: tuple[str, ...] = (
    "canonical_url",
    "site",
    "publisher",
    "title",
    "authors",
    "date_published",
    "date_modified",
    "date_published_raw",
    "language",
    "description",
    "section",
    "keywords",
    "agencies",
    "captions",
    "alternates",
    "license",
)
"""Every field that can be found, in the sidecar's order."""


@dataclass(frozen=True, slots=True)
class Metadata(Mapping[str, Field]):
    """The fields that are known, by name, and the flags that finding them raised.

    >>> found = Metadata({"title": Field("River rises", "text", 0.8, line=2)})
    >>> found["title"].value, found.value("title"), found.value("section"), len(found), found.flags
    ('River rises', 'River rises', None, 1, ())
    """

    fields: Mapping[str, Field] = field(default_factory=dict)
    flags: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> Field:
        return self.fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)

    def value(self, name: str) -> Any:
        """The value of a field, None where it is not known."""
        found = self.fields.get(name)
        return found.value if found else None
