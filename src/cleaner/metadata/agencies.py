"""Wire services that a text credits: their names and spellings are data (`data/agencies.txt`).

A distinctive name counts wherever it stands. An initialism counts only where agencies are credited, since AP, EFE or
ANSA mean other things too: in brackets, in a dateline, after a slash, or beside a word of citing.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cleaner.once import compiled

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_CITED_BEFORE = compiled(
    r"""(?: [(\[/|–—©] | \b (?: told | by | via | from | to | with | agency | agentur | agence | agencia | agenzia
      | agência | photo | foto | source | quelle | reports? | writes? | said | according\sto | laut | selon | según
      | secondo | volgens | enligt | ifølge | пишет | сообщает | передаё?е?т ) \s?:? ) \s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_CITED_AFTER = compiled(
    r"""\s* (?: [)\]/|–—] | -\s ) | \s (?: reports? | reported | reporter | said | says | writes | news\sagency | photo
      | journalist | berichtet | meldet | rapporte | informa ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
_LINK = compiled(
    r"(?:[\s,;/|–—(-]|\b(?:the|and|und|et|y|e|och|og|en|with|mit|avec|con|com|med|met|for|für|von|of))+$", re.IGNORECASE
)
_AND = compiled(
    r"\w\s(?:and|und|et|y|e|og|och|en|i|и|і|та|ja|és|şi|și|ve|και|&)\s(?:(?:the|die|der|l['’])\s?)?$", re.IGNORECASE
)
# A code behind a slash is the agency's own: its region, its desk or an editor's initials.
_BESIDE = compiled(r"\b(?:staff|news|agency|photo|editors|with|and|und|et)\b|/[^\W\d_]{2,3}\b|\W", re.IGNORECASE)
_NEAR = 24  # characters around a name in which a sign of citing counts


@cache
def _names() -> tuple[AhoCorasick, tuple[tuple[str, bool], ...]]:
    """A matcher over every spelling; for each its agency and whether it needs a sign of citing."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    patterns: dict[str, tuple[str, bool]] = {}
    for row in (Path(__file__).parent / "data" / "agencies.txt").read_text(encoding="utf-8").splitlines():
        if row.strip() and not row.startswith("#"):
            agency, _, spellings = row.partition(":")
            for spelling in (s.strip() for s in spellings.split(",")):
                patterns[spelling.lstrip("!")] = (agency, spelling.startswith("!"))
    return AhoCorasick(list(patterns), matchkind=MatchKind.LeftmostLongest), tuple(patterns.values())


def find(text: str, *, credit: bool = False) -> list[str]:
    """The agencies that a text names, in order of first mention.

    Args:
        text: a line or a whole body.
        credit: whether the text is a credit, a byline or a caption, where an initialism needs no further sign.

    >>> find("The ministry told TASS on Monday; the summit is off, writes Reuters.")
    ['TASS', 'Reuters']
    >>> find("KYIV (AP) — The mayor said"), find("The AP exam is hard"), find("Photo: AP", credit=True)
    (['Associated Press'], [], ['Associated Press'])
    """
    matcher, agencies = _names()
    found: list[str] = []
    for pattern, start, end in matcher.find_matches_as_indexes(text):
        agency, doubtful = agencies[pattern]
        if agency in found or not _whole(text, start, end):
            continue
        if (
            doubtful
            and not credit
            and not (
                _CITED_BEFORE.search(text, max(0, start - _NEAR), start) or _CITED_AFTER.match(text[end : end + _NEAR])
            )
        ):
            continue
        found.append(agency)
    return found


def before(text: str) -> str:
    """A byline up to the agency that it names.

    >>> before("Ana Cruz, Tom Weber The Associated Press"), before("Ana Cruz")
    ('Ana Cruz, Tom Weber', 'Ana Cruz')
    """
    matcher, _ = _names()
    for _, start, end in matcher.find_matches_as_indexes(text):
        if start and _whole(text, start, end):
            return _LINK.sub("", text[:start])
    return text


def joined(text: str) -> str | None:
    """The agency that a byline goes on with after *and*, in its own words: it has written as well.

    Why no other word: who writes *with* an agency uses what it sends, and behind a comma or a dash stands an employer.

    >>> joined("Ana Cruz and AP"), joined("Ana Cruz und dpa, 10. Juli"), joined("Ana Cruz with AP")
    ('AP', 'dpa', None)
    >>> joined("Ana Cruz, AP"), joined("Ana Cruz"), joined("AP and Ana Cruz")
    (None, None, None)
    """
    for _, start, end in _names()[0].find_matches_as_indexes(text):
        if start and _whole(text, start, end):
            return text[start:end] if _AND.search(text, 0, start) else None
    return None


def starts(text: str) -> bool:
    """Whether a text begins with an agency's name.

    >>> starts("AFP Deutschland"), starts("Ana Cruz, AFP"), starts("APS Harbour")
    (True, False, False)
    """
    return bool(text) and before(f" {text}") == ""


def is_agency(name: str) -> bool:
    """Whether a name is an agency's and nothing else.

    >>> is_agency("dpa"), is_agency("Reuters Staff"), is_agency("dpa/lno"), is_agency("Ana Reuter")
    (True, True, True, False)
    """
    left = name
    matcher, _ = _names()
    for _, start, end in reversed(matcher.find_matches_as_indexes(name)):
        if _whole(name, start, end):
            left = left[:start] + left[end:]
    return left != name and not _BESIDE.sub("", left)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a match is a word of its own, in scripts that part words."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start] > "\u2e7f":
        return True
    return not (before.isalnum() and before < "\u2e80") and not (after.isalnum() and after < "\u2e80")
