"""Names that people write: what a rule's may look like, and which one was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

RULE_ID = re.compile(r"[a-z0-9_.-]+")


def suggest(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """End a sentence about an unknown name with the nearest known one.

    When none is near, with what to do `otherwise`, or with all of them.

    >>> suggest("tickr", ["ticker", "tags"]), suggest("x", ["ticker", "tags"])
    ("did you mean 'ticker'?", 'use one of tags, ticker.')
    """
    import difflib

    names = sorted(set(known))
    near = difflib.get_close_matches(name, names, n=1)
    return f"did you mean {near[0]!r}?" if near else otherwise or f"use one of {', '.join(names)}."
