"""Pages in languages that nobody writes: the letters of another script, the phrases of its languages.

Most development pages are in English or German, and a fit takes for granted what these two have: capitals, words
between spaces, words of three letters. So some pages are written again, word by word, in letters without capitals, in
letters of another alphabet, and in characters that stand without spaces between them; a phrase that the package knows
becomes, mostly, one of the same family in a language of that script. Held out, text of six Japanese and
Korean pages gained 0.03 to 0.04 of F1 by them, HTML of all pages 0.002 to 0.003, text of all pages nothing that is more
than chance.
"""

from __future__ import annotations

import hashlib
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import numpy as np

from cleaner import plain
from cleaner.features import cues, phrases
from cleaner.rules import calendar
from fitting.pages import Sample, words

KNOWN = 0.7  # of the phrases; of other languages the package knows fewer than of English
_GAP = 4  # blank lines between two, at most
_IN_ALPHABET = 0.85  # of the letters; pages of other scripts are foreign as they are
_CHARACTERS = 2.8  # letters for which one character stands
_LONGEST = 8  # characters a word
_IDEOGRAPHS = 0x4E00, 3000  # the first, and how many are used
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NAMES = frozenset(
    "facebook twitter whatsapp instagram telegram linkedin youtube pinterest reddit google rss x".split()
)
_WIDE = str.maketrans(".,!?:;", "。、！？：；")
_STOPS = re.compile(r"(?<=[\u4e00-\u9fff])[.,!?:;](?=\s|$|[\"”»)])")
_SPACES = re.compile(r"(?<=[\u4e00-\u9fff。、！？：；])[ \t]+(?=[\u4e00-\u9fff])")


class Script(NamedTuple):
    """How a text is written, what stands between two words, which languages' phrases are used, and for how many pages.

    `often` is the share of the pages of each set.
    """

    write: Callable[[str], str]
    between: str
    languages: tuple[str, ...]
    often: dict[str, float]


def foreign(samples: Iterable[Sample]) -> Iterator[Sample]:
    """Write some of the whole pages among samples again; drawn by a fixed seed."""
    for sample in samples:
        if sample.mode not in ("text", "html") or not _is_latin(sample.document.texts):
            continue
        for name, script in SCRIPTS.items():
            draw = random.Random(f"foreign {name} {sample.variant} {sample.id}")
            if draw.random() < script.often[sample.set] and (made := _written(sample, name, draw)):
                yield made


def _is_latin(texts: tuple[str, ...]) -> bool:
    letters = [c for text in texts for c in text if c.isalpha()]
    return sum("a" <= c.lower() <= "z" for c in letters) >= _IN_ALPHABET * max(len(letters), 1)


def _written(page: Sample, name: str, draw: random.Random) -> Sample | None:
    """The page in another script; None where reading joins lines that stood apart."""
    document, script = page.document, SCRIPTS[name]
    language = draw.choice(script.languages)
    said = _longest(document.texts)
    texts = tuple([_line(text, said.get(line), script, language, draw) for line, text in enumerate(document.texts)])
    if document.kind == "html":
        read = replace(document, texts=texts)
    else:
        rows = zip(document.gaps, document.indents, texts, strict=True)
        text = "".join("\n" * (min(gap, _GAP) + 1) + " " * indent + row for gap, indent, row in rows)
        read = plain.read(text.lstrip("\n"))
    if read.texts != texts:
        return None
    return Sample(
        page.set, "foreign", name, page.id, page.fold, read, page.kept,
        np.array([len(words(row)) for row in texts], dtype=np.float64),
        "\n".join(row for row, kept in zip(texts, page.kept, strict=True) if kept), page.part,
    )  # fmt: skip


def _longest(texts: tuple[str, ...]) -> dict[int, cues.Cue]:
    """Of each line the longest phrase."""
    found: dict[int, cues.Cue] = {}
    for cue in (cue for some in cues.find(texts).values() for cue in some):
        best = found.get(cue.line)
        if best is None or cue.end - cue.start > best.end - best.start:
            found[cue.line] = cue
    return found


def _line(text: str, cue: cues.Cue | None, script: Script, language: str, draw: random.Random) -> str:
    """A line written anew; a date stays as it is, since dates are read in all languages."""
    if cue and draw.random() < KNOWN:
        phrase = cue.phrase
        if others := _phrases().get((language, phrase.family, phrase.head, phrase.tail)):
            other = draw.choice(others)
            if text[cue.start].isupper():
                other = other[0].upper() + other[1:]
            parts = script.write(text[: cue.start]).strip(), other, script.write(text[cue.end :]).strip()
            return script.between.join(filter(None, parts))
    return text if calendar.is_date(text) else script.write(text)


@cache
def _phrases() -> dict[tuple[str, str, bool, bool], list[str]]:
    """The phrases of a language and family that are tied alike."""
    found = defaultdict(list)
    for phrase in phrases.phrases():
        found[phrase.language, phrase.family, phrase.head, phrase.tail].append(phrase.text)
    return found


def _alphabetic(letters: str) -> Callable[[str], str]:
    """Writes letter for letter; capitals stay capitals where the alphabet has any."""

    def letter(old: str) -> str:
        if not old.isalpha():
            return old
        plain_letter = unicodedata.normalize("NFD", old)[0].lower()
        new = letters[(ord(plain_letter) - ord("a")) % len(letters)]
        return new.upper() if old.isupper() else new

    def word(found: re.Match[str]) -> str:
        old = found[0].lower()
        return found[0] if old in _NAMES or old in calendar.names() else "".join(map(letter, found[0]))

    return lambda text: _WORD.sub(word, text)


def _ideographic(text: str) -> str:
    """Writes word for word, each always with the same characters, and leaves the spaces out."""

    def word(found: re.Match[str]) -> str:
        old = found[0].lower()
        if old in _NAMES:
            return found[0]
        first, many = _IDEOGRAPHS
        drawn = hashlib.md5(old.encode(), usedforsecurity=False).digest()
        size = min(_LONGEST, max(1, round(len(old) / _CHARACTERS)))
        return "".join(chr(first + int.from_bytes(drawn[2 * i : 2 * i + 2]) % many) for i in range(size))

    text = _STOPS.sub(lambda stop: stop[0].translate(_WIDE), _WORD.sub(word, text))
    return _SPACES.sub("", text)


SCRIPTS = {
    "uncased": Script(
        _alphabetic("אבגדהוזחטיךכלםמןנסעףפץצקרשת"), " ", ("ar", "fa", "he", "hi"), {"news": 0.5, "web": 0.17}
    ),
    "cased": Script(
        _alphabetic("абвгдежзийклмнопрстуфхцчшщъыьэюя"), " ", ("bg", "ru", "uk"), {"news": 0.5, "web": 0.17}
    ),
    "spaceless": Script(_ideographic, "", ("ja", "zh"), {"news": 1.0, "web": 0.33}),
}
