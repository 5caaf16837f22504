"""Finds the phrases of every family on a page in one pass.

Phrases are data: `rules/phrases/<family>.<language>.txt`, one a line, sorted, lower case. `^` before a phrase ties it to
the beginning of a line, `$` after it to the end, both to the whole line; list markers and closing punctuation around the line do
not count. Lines that begin with `#` are comments. A phrase matches at word boundaries only, in scripts that have them.

A cue alone proves nothing: rules ask for a second signal, a shape or a place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of a phrase file: its words, family and language, and whether it is tied to a line's head or tail."""

    text: str
    family: str
    language: str
    head: bool
    tail: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found on a line: `start` and `end` are characters of the line's text, `whole` whether it is all of it."""

    line: int
    start: int
    end: int
    text: str
    phrase: Phrase
    whole: bool


def parse(name: str, content: str) -> list[Phrase]:
    """The phrases of one file, named `family.language.txt`.

    >>> parse("share.en.txt", "# buttons\\n^share this$\\n")
    [Phrase(text='share this', family='share', language='en', head=True, tail=True)]
    """
    family, language = name.split(".")[:2]
    found = []
    for raw in content.splitlines():
        row = raw.strip()
        if not row or row.startswith("#"):
            continue
        head, tail = row.startswith("^"), row.endswith("$")
        found.append(Phrase(row[head : len(row) - tail], family, language, head, tail))
    return found


@lru_cache(maxsize=1)
def phrases() -> tuple[Phrase, ...]:
    """Every phrase of the package, in the order of file names."""
    folder = resources.files("cleaner.rules") / "phrases"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
    return tuple(p for f in files for p in parse(f.name, f.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def _automaton() -> tuple[AhoCorasick, tuple[tuple[Phrase, ...], ...]]:
    by_text: dict[str, list[Phrase]] = {}
    for phrase in phrases():
        by_text.setdefault(phrase.text, []).append(phrase)
    machine = AhoCorasick(
        list(by_text), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA, store_patterns=False
    )
    return machine, tuple(tuple(found) for found in by_text.values())


def lowered(text: str) -> str:
    """Lower case with the length unchanged, so that positions still hold (`İ` is the one letter that grows)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


_MARKERS = " \t•·*-–—>»▪■□►▶|#:.,!?…()[]\"'“”«»→›←‹+"


def find(texts: tuple[str, ...]) -> dict[str, tuple[Cue, ...]]:
    """All cues of a page by family, in the order of lines.

    Args:
        texts: the lines' texts.
    """
    machine, owners = _automaton()
    joined = lowered("\n".join(texts))
    found: dict[str, list[Cue]] = {}
    line, begin, end = 0, 0, len(texts[0]) if texts else 0
    for which, start, stop in sorted(machine.find_matches_as_indexes(joined, overlapping=True), key=lambda m: m[1]):
        while start > end:
            line += 1
            begin = end + 1
            end = begin + len(texts[line])
        if not _bounded(joined, start, stop):
            continue
        at_head = not joined[begin:start].strip(_MARKERS)
        at_tail = not joined[stop:end].strip(_MARKERS)
        for phrase in owners[which]:
            if (phrase.head and not at_head) or (phrase.tail and not at_tail):
                continue
            cue = Cue(line, start - begin, stop - begin, texts[line][start - begin : stop - begin], phrase, at_head and at_tail)
            found.setdefault(phrase.family, []).append(cue)
    return {family: tuple(cues) for family, cues in found.items()}


def _bounded(text: str, start: int, stop: int) -> bool:
    """Whether a match begins and ends at word boundaries, where the script has any."""
    return (
        start == 0 or not (text[start].isalnum() and text[start - 1].isalnum()) or _spaceless(text[start])
    ) and (stop == len(text) or not (text[stop - 1].isalnum() and text[stop].isalnum()) or _spaceless(text[stop - 1]))


def _spaceless(character: str) -> bool:
    return "\u0e00" <= character <= "\u0eff" or "\u1000" <= character <= "\u17ff" or "\u3040" <= character <= "\u9fff"


def lines_of(cues: Iterable[Cue]) -> dict[int, list[Cue]]:
    """Cues by line."""
    by_line: dict[int, list[Cue]] = {}
    for cue in cues:
        by_line.setdefault(cue.line, []).append(cue)
    return by_line
