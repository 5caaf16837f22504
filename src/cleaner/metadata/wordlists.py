"""Small lists of words that the metadata's rules share, read from `data/` once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Read a data file of rows `key: word, word` or `key: word word`."""
    rows = {}
    for row in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if row.strip() and not row.startswith("#"):
            first, _, words = row.partition(":")
            rows[first] = tuple(w.strip() for w in words.split("," if "," in words else " ") if w.strip())
    return rows


@cache
def listed(row: str) -> frozenset[str]:
    """Give the words of one row of `data/names.txt`.

    >>> "van" in listed("particles"), "desk" in listed("organisations")
    (True, True)
    """
    return frozenset(table("names.txt")[row])


@cache
def roles() -> frozenset[str]:
    """Give the words of job titles (`data/roles.txt`), lower case, of all languages."""
    return frozenset(word for words in table("roles.txt").values() for word in words)
