"""The place that a byline ends with, told from a further author by what the article says of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.metadata.text import View

_WHERE = {
    "ca": "a",
    "da": "i",
    "de": "in|bei",
    "en": "in|near|outside",
    "es": "en",
    "fr": "à",
    "gl": "en",
    "it": "a|ad",
    "nl": "in|bij",
    "no": "i",
    "pt": "em",
    "ro": "în|din",
    "sv": "i",
}
"""Words before a place, by language; not those that also join two people there."""


def without(view: View, line: str, names: list[str]) -> list[str]:
    """Take off the names of a byline the place behind its last comma: *By Ana Cruz, Port Ellery*.

    A place has the shape of a name, so it is one only if the article reports from there, as its dateline or with a word
    for where. Who has written an article is hardly told of in it, and never so.
    """
    if len(names) > 1 and f", {names[-1]}" in line and _is_reported_from(view, names[-1]):
        return names[:-1]
    return names


def _is_reported_from(view: View, name: str) -> bool:
    """Whether a line of the article begins with a name as a dateline does, or says where with it."""
    place = re.escape(name)
    if re.search(rf"^{place}(?:, [^\W\d_]+\.?)?\s?[—–:(-]", view.text, re.IGNORECASE | re.MULTILINE):
        return True
    where = _WHERE.get(view.language or "")
    return where is not None and re.search(rf"\b(?:{where})\s{place}\b", view.text) is not None
