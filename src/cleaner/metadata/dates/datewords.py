"""Words beside dates, which say what a date is of: of publication, of the last change, of something else.

They are data (`data/datewords.txt`), stems by language, and are looked for in all languages at once: what stands beside
a date is too short to tell its language, and templates are often in another one than the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from cleaner.metadata.dates import When
from cleaner.once import compiled
from cleaner.rules import calendar

CONTEXT = 30
"""Characters beside a date in which a word may say what it is."""

_SAID = ("published", "updated")  # of two that end together the first
_LONG = 300  # characters; what says when an article came out first may say why it was updated
_START = 4  # characters before what begins a line
# Up to a line's end, of a language that says what a date is behind it: Indic ones, Japanese, Chinese, Korean.
_VERB_LAST = compiled(r"\W{0,3}[\u0900-\u0dff\u3041-\u9fff\uac00-\ud7af][^:：]{0,19}$")
_THIS_ARTICLE = compiled(
    r"""\W* (?: th(?:is|e) | dies(?:er|es|e)? | die | der | cet(?:te)? | l['’] | est[ea] | quest[oa] | dit | deze
      | denne | denna | dette | detta | эт(?:от|а) | ц(?:ей|я) ) \s?
      (?: article | post | story | piece | report | column | essay | interview | guide | review | artikel\w* | beitrag
      | text | artículo | entrada | texto | articolo | artigo | artik\w+ | innlegg\w* | inlägg\w* | стат\w+ | материал
      | матеріал ) \b""",
    re.VERBOSE | re.IGNORECASE,
)


def contexts(text: str, whens: Sequence[When]) -> list[str]:
    """The words that say what each date of a line is: those before it, or behind it where verbs come last.

    Why only in the scripts of those languages: elsewhere a word behind a date belongs to the date on the next line.

    >>> from cleaner.metadata.dates import scan
    >>> [contexts(line, list(scan(line))) for line in ("Posted 9 May 2025, updated 10 May 2025", "2025年5月9日 公開")]
    [['Posted ', ', updated '], [' 公開']]
    """
    starts, ends = [when.start for when in whens], [when.end for when in whens]
    behind = [text[end:start].rstrip() for end, start in zip(ends, [*starts[1:], len(text)], strict=True)]
    if _VERB_LAST.match(behind[-1]) and said(behind[-1]) and not said(text[: starts[0]]):
        return behind
    return [text[max(end, start - CONTEXT) : start] for end, start in zip([0, *ends], starts, strict=False)]


def tells_first(text: str, *, inside: bool) -> bool:
    """Whether a line says when the article came out for the first time: `This post was originally published on …`.

    Why not any line with these words: books, studies and films come out for the first time as well. So it must begin
    with them, and name the article where it stands `inside` it.

    >>> [tells_first("Originally published 10 July 2025", inside=inside) for inside in (False, True)]
    [True, False]
    >>> tells_first("This article was first published in 2025", inside=True), tells_first("First aid", inside=False)
    (True, False)
    """
    if len(text) >= _LONG:
        return False
    named = _THIS_ARTICLE.match(text) is not None
    if not named and inside:
        return False
    first, low = _stems()["first"], text.lower()
    return first.search(low) is not None if named else any(first.match(low, at) for at in range(_START))


@cache
def _stems() -> dict[str, re.Pattern[str]]:
    """What words beside a date may say, each as a pattern of stems."""
    stems: dict[str, list[str]] = {}
    for row in (Path(__file__).parent.parent / "data" / "datewords.txt").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            kind, _, words = row.partition(":")
            stems.setdefault(kind.split(".")[0], []).extend(w.strip() for w in words.split(","))
    return {kind: re.compile(_either(words)) for kind, words in stems.items()}


def _either(words: Iterable[str]) -> str:
    """One of some stems, which begin words in scripts that part them; the boundary is looked for once, not for each."""
    stems = sorted(set(words))
    begin = [re.escape(stem) for stem in stems if stem[0].isalpha() and stem[0] < "\u0600"]
    others = [re.escape(stem) for stem in stems if not (stem[0].isalpha() and stem[0] < "\u0600")]
    return "|".join([rf"\b(?:{'|'.join(begin)})", *others] if begin else others)


def says(kind: str, text: str) -> bool:
    """Whether the words beside a date say `published`, `updated`, or that it is an `event`'s.

    >>> says("published", "Veröffentlicht am"), says("updated", "Last updated:"), says("event", "born on")
    (True, True, True)
    """
    return _stems()[kind].search(text.lower()) is not None


def said(text: str) -> str:
    """What the words beside a date say of it, `published` or `updated`: the last of them, as it is the nearest.

    >>> said("Published yesterday, last update on"), said("Date of publication:"), said("Bonn,")
    ('updated', 'published', '')
    """
    last = {kind: max((m.end() for m in _stems()[kind].finditer(text.lower())), default=0) for kind in _SAID}
    return max(last, key=lambda kind: last[kind]) if any(last.values()) else ""


def is_weekday(word: str, name: str) -> bool:
    """Whether a word between a name and a date is a day of the week, though some of those are surnames too.

    >>> is_weekday("Thu", "Ana Cruz"), is_weekday("Sun", "Li"), is_weekday("Sun", "Ana Cruz, Li")
    (True, False, False)
    """
    return " " in name.rpartition(",")[2].strip() and calendar.names().get(word.lower().strip(".")) == "day"
