"""Versions of the sidecar: the JSON Schema of each, and how an older one becomes today's.

A version's schema stays in this folder for good as `sidecar-<version>.json`. When a field must change, the next version
gets a schema of its own and `UPGRADES` one function, which makes a record of the version before into one of that
version; reading an old sidecar carries out all of them in turn. A new version is for changes that a reader could trip
over (a field new, gone, renamed, of another type or meaning).

2 has `line_languages`; 1 had not.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from cleaner.model import CleanerError

VERSION = 2

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
"""Makes a record of one version into one of the next; it may change what it is given, whose version is set for it."""


def _from_1(record: dict[str, Any]) -> dict[str, Any]:
    """Nobody had asked for the languages of lines."""
    return {**record, "line_languages": []}


UPGRADES: Mapping[int, Upgrade] = {1: _from_1}
"""By the version that an upgrade takes, from the oldest one that can still be read up to the one before `VERSION`."""


def load(version: int = VERSION) -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a version's sidecars.

    >>> load()["title"]
    'Sidecar of a cleaned document'
    """
    from importlib import resources  # reading a sidecar does without

    text = (resources.files(__name__) / f"sidecar-{version}.json").read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def upgrade(
    record: Mapping[str, Any], *, upgrades: Mapping[int, Upgrade] = UPGRADES, version: int = VERSION
) -> dict[str, Any]:
    """Give a sidecar's record as `version` has it; `record` stays as it is.

    Raises CleanerError when the record is newer than `version`, or too old for any of the `upgrades`.

    >>> def renamed(record):
    ...     record["title"] = record.pop("headline")
    ...     return record
    >>> upgrade({"schema_version": 1, "headline": "Storm"}, upgrades={1: renamed}, version=2)
    {'schema_version': 2, 'title': 'Storm'}
    """
    upgraded = dict(record)
    found = upgraded["schema_version"]
    if not min(upgrades, default=version) <= found <= version:
        readable = f"{min(upgrades)} to {version}" if upgrades else version
        advice = "update cleaner" if found > version else "clean the document again"
        raise CleanerError(f"The sidecar has version {found}, and this version reads {readable}; {advice}.")
    for step in range(found, version):
        upgraded = upgrades[step](upgraded) | {"schema_version": step + 1}
    return upgraded
