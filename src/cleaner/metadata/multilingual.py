"""Lines that are in another language than their document: quotations, translated headlines, notices of consent.

The model is asked only about lines that could differ, since asking it about all of them would take as long as cleaning
the page. A line could differ if it is in another script, or if it is long and has hardly one of the words that the
document's language uses all the time. Those words are learned from the document itself: from the long lines that share
words with one that the model knows to be in the document's language. So where two languages take turns, either can be
the document's own.

A short line of names or of loanwords looks like any language, and so do code and tables: what counts is long, is made
of words, and is not mainly names. A language close to the document's own (see `language.detect`) is taken for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from cleaner.metadata import language
from cleaner.metadata.language import Source
from cleaner.model import Document

_LETTERS = 60  # characters of a line in the document's script: the model errs on one shorter headline in thirty
_LETTERS_LATIN = 40  # letters of a Latin line in a document of another script, where brands are in Latin too
_LETTERS_SCRIPT = 12  # letters of a line in any other script, which says more
_SURE = 0.6  # of the model's answer; what it takes from the likeliest language, it gives to that one's neighbours
_SURE_SCRIPT = 0.5  # of its answer for a line in another script, which is another language whichever it is

_SMALL = 0.4  # share of a line's words that begin small: German, with its capitals, has 0.6, names have under 0.3
_SIGNS = 0.1  # share of its characters that are digits and ASCII signs: prose has 0.04, code and tables have more

_LINES = 3  # long lines; in fewer there is nothing to learn from
_OF_LINE = 300  # characters of a line that are looked at, as many as the model reads
_READ = 150  # of them, by the model: enough for the language of a line
_TRIED = 4  # lines, to find one that is surely in the document's own language
_LEARNED = 100  # long lines, from all over the document, that the usual words are learned from
_ALIKE = 0.15  # share of a line's words that stand in that sure line, too: it is in the same language
_USUAL = 100  # words; the commonest of a language are its articles, prepositions and auxiliaries
_KNOWN = 0.12  # share of a line's words: of 100 lines in the same language 2 have fewer of these, in another one 98
_ASKED = 2_000  # lines of a document, so that no input keeps the model busy for long

_BEYOND_LATIN = re.compile(r"[\u0370-\u1dff\u1f00-\u1fff\u2c80-\ufaff\U00010000-\U0003ffff]")
_LATIN = frozenset(["Latn"])
_SIGN = re.compile(r"[\d!-/:-@\[-`{-~]")


@dataclass(frozen=True, slots=True)
class LineLanguage:
    """Neighbouring lines in one language.

    `first` and `last` are physical lines, from 1; `language` is a BCP 47 tag, `confidence` how sure it is, 0 to 1, of
    the line that it is least sure of. `source` tells how: by a script of one language, or by the model.
    """

    first: int
    last: int
    language: str
    confidence: float
    source: Source

    def to_dict(self) -> dict[str, Any]:
        """Give it as the sidecar has it."""
        return {
            "confidence": self.confidence,
            "language": self.language,
            "lines": [self.first, self.last],
            "source": self.source,
        }


def line_languages(document: Document, own: str | None) -> tuple[LineLanguage, ...]:
    """The lines that are in another language than the document's own, neighbours of one language together.

    >>> texts = ("The river rose by two metres on Monday, and the old bridge was closed to all traffic.",
    ...          "В понедельник уровень воды в реке поднялся на два метра", "The mayor of the town said so.")
    >>> page = Document("text", "", "", texts, ((0, 0),) * 3, ((1, 1), (2, 2), (4, 4)), (0,) * 3, (0,) * 3)
    >>> line_languages(page, "en")
    (LineLanguage(first=2, last=2, language='ru', confidence=..., source='model'),)
    >>> line_languages(page, None)
    ()
    """
    found: list[LineLanguage] = []
    before = -2
    for i, seen in _differing(document.texts, own) if own else ():
        first, last = document.numbers[i]
        one = LineLanguage(first, last, seen.tag, seen.confidence, seen.source)
        if i == before + 1 and found[-1].language == one.language:
            one = _joined(found.pop(), one)
        found.append(one)
        before = i
    return tuple(found)


def _joined(run: LineLanguage, one: LineLanguage) -> LineLanguage:
    surest = min(run, one, key=lambda line: line.confidence)
    return LineLanguage(run.first, one.last, run.language, surest.confidence, surest.source)


def _differing(texts: Sequence[str], own: str) -> Iterator[tuple[int, language.Detected]]:
    """Index and language of each line that differs."""
    scripts = language.scripts_of(own)
    other = {i for i, text in enumerate(texts) if _is_in_other_script(text, scripts)}
    long = [i for i, text in enumerate(texts) if len(text) >= _LETTERS and i not in other]
    strange = (i for i in _strange([texts[i] for i in long], own))
    for i in islice(sorted([*other, *(long[at] for at in strange)]), _ASKED):
        seen = language.detect(texts[i][:_READ], [own])
        if seen and seen.tag != own and seen.confidence >= (_SURE_SCRIPT if i in other else _SURE):
            yield i, seen


def _is_in_other_script(text: str, scripts: frozenset[str]) -> bool:
    """Whether a line is written in none of these scripts."""
    if len(text) < _LETTERS_SCRIPT or (scripts == _LATIN and len(_BEYOND_LATIN.findall(text)) < _LETTERS_SCRIPT):
        return False
    written, letters = language.script(text)
    if written in scripts or letters < _LETTERS_SCRIPT:
        return False
    return written != "Latn" or (letters >= _LETTERS_LATIN and _may_be_prose(text))


def _may_be_prose(text: str) -> bool:
    """Whether a line is made of words that are not mainly names, so that its letters tell a language."""
    words = text.split()
    small = sum(word[0].isalpha() and not word[0].isupper() for word in words)
    return small >= _SMALL * len(words) and len(_SIGN.findall(text)) <= _SIGNS * len(text)


def _strange(texts: Sequence[str], own: str) -> list[int]:
    """Which of a document's long lines have so few of its language's usual words that they may be in another one."""
    words = [text[:_OF_LINE].lower().split() for text in texts]
    usual: frozenset[str] = frozenset()
    if len(texts) >= _LINES:
        seed, source = _surely_in(own, texts)
        if source == "script":  # which has no other language
            return []
        usual = _usual_words(words[:: len(words) // _LEARNED + 1], words[seed]) if source else usual
    return [i for i, text in enumerate(texts) if _share(words[i], usual) < _KNOWN and _may_be_prose(text)]


def _surely_in(own: str, texts: Sequence[str]) -> tuple[int, Source | None]:
    """One of the longest lines that is in the document's own language, and how that is known; None where none is."""
    for i in sorted(range(len(texts)), key=lambda i: -min(len(texts[i]), _OF_LINE))[:_TRIED]:
        seen = language.detect(texts[i][:_READ], [own])
        if seen and seen.tag == own:
            return i, seen.source
    return -1, None


def _usual_words(lines: Sequence[Sequence[str]], sample: Sequence[str]) -> frozenset[str]:
    """The words that stand in most of the lines that share words with a sample."""
    common = Counter(chain.from_iterable(map(set, lines)))
    shared = frozenset(word for word in sample if common[word] > 1)
    alike = Counter(chain.from_iterable(dict.fromkeys(words) for words in lines if _share(words, shared) >= _ALIKE))
    return frozenset(word for word, count in alike.most_common(_USUAL) if count > 1)


def _share(words: Sequence[str], known: frozenset[str]) -> float:
    return sum(map(known.__contains__, words)) / (len(words) or 1)
