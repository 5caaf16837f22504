"""Lines that are in another language than their document: quotations, translated headlines, notices of consent.

A line is asked about only where it could differ: it is in another script, or it has hardly one of the words that the
document uses all the time. So a page in one language costs a look at its words, and the model is asked for few lines.
A short line of names or of loanwords looks like any language, so a line counts only if it is long and the model sure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.metadata import language
from cleaner.model import Document

_LETTERS = 60  # of a line in the document's script: the model errs on one shorter headline in thirty
_LETTERS_SCRIPT = 12  # of a line in another script, which says more
_WORDS = 6  # in scripts with spaces
_SURE = 0.97  # of the model's answer for a line in the document's script
_SURE_SCRIPT = 0.5  # of its answer for a line in another script, which is another language whichever it is
_USUAL = 40  # words; the commonest of a text are its articles, prepositions and auxiliaries
_KNOWN = 0.12  # share of a line's words among those: a fifth to a half in the same language, next to none in another
_LINES = 8  # long lines; in fewer, a line's own words would be among the usual ones
_SAMPLE = 20_000  # characters from which the usual words are taken
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class LineLanguage:
    """Neighbouring lines in one language: first and last physical line, from 1; BCP 47 tag; how sure, 0 to 1."""

    first: int
    last: int
    language: str
    confidence: float


def line_languages(document: Document, own: str | None) -> tuple[LineLanguage, ...]:
    """The lines that are in another language than the document's own, neighbours of one language together.

    >>> texts = ("The river rose by two metres on Monday, and the old bridge was closed to all traffic.",
    ...          "В понедельник уровень воды в реке поднялся на два метра", "The mayor of the town said so.")
    >>> page = Document("text", "", "", texts, ((0, 0),) * 3, ((1, 1), (2, 2), (4, 4)), (0,) * 3, (0,) * 3)
    >>> line_languages(page, "en")
    (LineLanguage(first=2, last=2, language='ru', confidence=...),)
    >>> line_languages(page, None)
    ()
    """
    if own is None:
        return ()
    found: list[LineLanguage] = []
    for i, seen in _differing(document.texts, own):
        first, last = document.numbers[i]
        before = found[-1] if found else None
        if before and before.language == seen.tag and i and document.numbers[i - 1][1] == before.last:
            found[-1] = LineLanguage(before.first, last, seen.tag, min(before.confidence, seen.confidence))
        else:
            found.append(LineLanguage(first, last, seen.tag, seen.confidence))
    return tuple(found)


def _differing(texts: Sequence[str], own: str) -> list[tuple[int, language.Detected]]:
    """Index and language of each line that differs."""
    scripts = language.scripts_of(own)
    usual = _usual_words(texts)
    found = []
    for i, text in enumerate(texts):
        if len(text) < _LETTERS_SCRIPT or (len(text) < _LETTERS and text.isascii() and "Latn" in scripts):
            continue
        other, letters = language.script(text)
        same = other in scripts
        if letters < (_LETTERS if same else _LETTERS_SCRIPT) or (same and not _may_differ(text, usual)):
            continue
        seen = language.detect(text, [own])
        needed = _SURE if same or other == "Latn" else _SURE_SCRIPT  # names of brands are in Latin script everywhere
        if seen and seen.tag != own and seen.confidence >= needed:
            found.append((i, seen))
    return found


def _usual_words(texts: Sequence[str]) -> frozenset[str]:
    """The words that a document uses most, lower case; none where it is too short to tell which they are."""
    words: Counter[str] = Counter()
    lines = size = 0
    for text in texts:
        if len(text) >= _LETTERS and size < _SAMPLE:
            lines, size = lines + 1, size + len(text)
            words.update(_WORD.findall(text.lower()))
    return frozenset(word for word, _ in words.most_common(_USUAL)) if lines >= _LINES else frozenset()


def _may_differ(text: str, usual: frozenset[str]) -> bool:
    """Whether a line has so few of the document's usual words that it may be in another language."""
    words = _WORD.findall(text.lower())
    return len(words) >= _WORDS and sum(word in usual for word in words) < _KNOWN * len(words)
