"""Credits at an article's end: of an agency's reporters, in brackets behind the last sentence, or on a line below."""

from __future__ import annotations

import re

from cleaner.metadata import authors
from cleaner.metadata import names as naming
from cleaner.metadata.authors import bounds
from cleaner.metadata.text import is_picture

_BEHIND = re.compile(
    r"""[.!?…"'”“’»)*] (?: \s* [(\[] (?P<credit> [^()\[\]]{4,600} ) [)\]]
      | \s+ (?P<bare> Reporting\sby\s [^()]{4,600} ) ) \W* $""",
    re.VERBOSE,
)
_EDITED = re.compile(
    r"[\s;,.(]{1,3}(?:additional\sreporting|(?:writing|edited|editing|compiled|graphics?|photo\w*)\b)[\s\w]{0,20}\sby\b",
    re.IGNORECASE,
)
_LONGEST = 640  # characters of a credit with what stands around it
_LEAST = 0.5  # share of a credit in brackets that must be names; beside them stand places and the day
_SEVERAL = 2  # names in brackets that nothing introduces; a single one may be a paper's, or a party's


def on_line(text: str) -> list[str]:
    """Give the authors whom a line at an article's end credits: after a by-word, or in brackets behind a sentence.

    Who has added, edited or illustrated something comes after the authors and is none.

    >>> on_line("(Reporting by Ana Cruz in Bonn, additional reporting by Li Moss; Editing by Max Dahl)")
    ['Ana Cruz']
    >>> on_line("The bridge is closed. (Ana Cruz aus Bonn, Tom Weber, 10.7.2025)")
    ['Ana Cruz', 'Tom Weber']
    >>> on_line("It was seen. (Photo: Ana Cruz)"), on_line("So the mayor (Ana Cruz)"), on_line("So it is. (Harbour)")
    ([], [], [])
    """
    behind = _BEHIND.search(text, max(0, len(text) - _LONGEST))
    if behind is None and len(text) > _LONGEST:
        return []
    credit = (behind["credit"] or behind["bare"]) if behind else text
    edited = _EDITED.search(credit)
    credit = (credit[: edited.start()] if edited else credit).strip(" ([;,.")
    if is_picture(credit):
        return []
    if found := authors.in_line(credit):
        return found
    found = authors.in_line(credit, labelled=True) if behind and naming.has_case(credit) else []
    said = sum(map(len, found)) > _LEAST * len(bounds.without_place(credit))
    return found if said and len(found) >= _SEVERAL else []
