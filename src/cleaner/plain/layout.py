"""The lines of a text while they are read: put together, cut in pieces, and how they are laid out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from cleaner.decode.invisible import without
from cleaner.decode.repair import needs_repair, repair
from cleaner.plain import broken
from cleaner.plain.hyphens import HYPHENS, Hyphens

SHORT = 80  # characters: the columns of a terminal, which verses, addresses and hard-wrapped lines keep to
MARKER = re.compile(r"(?:[-*+•·‣⁃▪▫■□◦●○►▶➤✓✔]|\d{1,3}[.)]|[A-Za-z][.)])\s+\S")  # of an item of a list

_BLANKS = "".join(filter(str.isspace, map(chr, {*range(0x3001)} - {0x85})))  # U+0085 is repaired to an ellipsis
_OTHERS = 20  # blocks; of so many in a body one may be neither a paragraph nor a list, a table, verse or code
_CODE = re.compile(r"^(?:[#$>|%:<│├└┌]|\+[-=]|//|/\*|--|->)|[;{}]|[(),=\\]$|\w\(|=>|->|::|://|</| = ")


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that are not blank, a column a property, as a `Document` has them."""

    texts: list[str]
    spans: list[tuple[int, int]]
    numbers: list[tuple[int, int]]
    gaps: list[int]
    indents: list[int]

    def joined(self, continues: Sequence[bool]) -> Lines:
        """Join each line that `continues` the one before to it."""
        if True not in continues:
            return self
        texts, spans, numbers = self.texts, self.spans, self.numbers
        hyphens = Hyphens(texts, continues)
        blocks = list(pairwise([*(line for line, goes_on in enumerate(continues) if not goes_on), len(continues)]))
        return Lines(
            [texts[a] if b - a == 1 else joined(texts[a:b], hyphens) for a, b in blocks],
            [(spans[a][0], spans[b - 1][1]) for a, b in blocks],
            [(numbers[a][0], numbers[b - 1][1]) for a, b in blocks],
            [self.gaps[a] for a, _ in blocks],
            [self.indents[a] for a, _ in blocks],
        )

    def without(self, dropped: Sequence[bool]) -> Lines:
        """Drop lines that nobody sees; the next one has as many blank lines before it as any of them."""
        kept = [line for line, drop in enumerate(dropped) if not drop]
        return Lines(
            [self.texts[line] for line in kept],
            [self.spans[line] for line in kept],
            [self.numbers[line] for line in kept],
            [max(self.gaps[a + 1 : b + 1]) for a, b in pairwise([-1, *kept])],
            [self.indents[line] for line in kept],
        )

    def cut(self, source: str, cuts: Callable[[int, int], Sequence[int]]) -> Lines:
        """Cut each line at the places that `cuts` gives for its span; the pieces are judged one by one."""
        found = {span: places for span in self.spans if (places := cuts(*span))}
        if not found:
            return self
        return self.parted(
            source,
            lambda start, end: [(a, b, 0) for a, b in pairwise([start, *found.get((start, end), ()), end])],
        )

    def parted(self, source: str, pieces: Callable[[int, int], Sequence[tuple[int, int, int]]]) -> Lines:
        """Make a line of each piece of a line; the pieces keep the line's number.

        `pieces` gives, for a line's span, the start and end of each piece and the blank lines before it. A line
        without pieces counts as a blank one.
        """
        out = Lines([], [], [], [], [])
        blank = 0
        for text, (start, end), number, gap, indent in zip(
            self.texts, self.spans, self.numbers, self.gaps, self.indents, strict=True
        ):
            found = pieces(start, end)
            gap += blank
            blank = 0 if found else gap + 1
            if found and found[0][:2] == (start, end):
                out._append(text, (start, end), number, gap, indent)
                continue
            for a, b, between in found:
                raw = source[a:b].rstrip(_BLANKS)
                if piece := " ".join(repair(raw).split()):  # nobody sees some characters
                    out._append(piece, (a, a + len(raw)), number, gap + between, indent)
                    gap = 0
        return out

    def _append(self, text: str, span: tuple[int, int], number: tuple[int, int], gap: int, indent: int) -> None:
        self.texts.append(text)
        self.spans.append(span)
        self.numbers.append(number)
        self.gaps.append(gap)
        self.indents.append(indent)


def joined(texts: Sequence[str], hyphens: Hyphens | None = None) -> str:
    """Lines as one; mojibake may have been broken in two: "and" and a lone "Â", a no-break space, at a line's end."""
    parts = [*texts[:1]]
    for before, text in pairwise(texts):
        between = hyphens.between(before, text) if hyphens and before[-1] in HYPHENS else None
        if between is None:
            between = broken.glue(before, text)
        else:
            parts[-1] = before[:-1]
        parts += (between, text)
    text = "".join(parts)
    return " ".join(repair(text).split()) if needs_repair(text) else text


def is_body_like(lines: Lines) -> bool:
    """Whether a text is laid out as the bodies that `assemble` makes, so that most likely it is one.

    One blank line stands between paragraphs, never two; lines that touch are items of a list, rows of a table, or
    short; only verse, lists in lists and code are indented or have doubled blanks. Few renderers of whole pages leave
    such a text. Of what extractors leave, those pass that separate paragraphs by a blank line.

    >>> is_body_like(Lines(["Rain fell.", "- tea", "- milk"], [(0, 10), (12, 17), (18, 24)], [], [0, 1, 0], [0, 0, 0]))
    True
    >>> is_body_like(Lines(["Home", "Rain fell."], [(0, 4), (7, 17)], [], [0, 2], [0, 0]))
    False
    """
    texts, spans, gaps, indents = lines.texts, lines.spans, lines.gaps, lines.indents
    if not texts or max(gaps) > 1 or (len(texts) > 1 and 1 not in gaps[1:]):
        return False
    starts = [line for line, gap in enumerate(gaps) if gap or not line]
    blocks = pairwise([*starts, len(texts)])
    odd = ((a, b) for a, b in blocks if b - a > 1 or indents[a] or spans[a][1] - spans[a][0] != len(texts[a]))
    others = (True for first, last in odd if not _is_block(lines, first, last))
    return not any(islice(others, len(starts) // _OTHERS, None))


def is_laid_out(source: str, lines: Lines) -> bool:
    """Whether a text is laid out as a body, in which characters that nobody sees take no room."""
    if is_body_like(lines):
        return True
    if max(lines.gaps, default=2) > 1:
        return False
    both = zip(lines.texts, lines.spans, strict=True)
    seen = [(a, a + len(without(source[a:b]))) if b - a > len(text) else (a, b) for text, (a, b) in both]
    return seen != lines.spans and is_body_like(replace(lines, spans=seen))


def _is_block(lines: Lines, first: int, last: int) -> bool:
    """Whether lines that touch, or one that is odd, could be a list, a table, verse or code of a body."""
    texts, spans, indents = lines.texts, lines.spans, lines.indents
    indented = any(indents[first:last])
    if indented or [end - start for start, end in spans[first:last]] != list(map(len, texts[first:last])):
        # Verse and lists in lists are indented against a line that is not.
        return (indented and not min(indents[first:last])) or _is_code(texts[first:last])
    begin = first if first else 1  # a heading may stand directly above its paragraph, see `again`
    return all(_tied(*two) for two in pairwise(texts[begin:last])) or _is_code(texts[first:last])


def _is_code(block: Sequence[str]) -> bool:
    """Whether every second line of a block, at least, has signs of code, of a shell or of a quoted message."""
    return 2 * sum(_CODE.search(text) is not None for text in block) >= len(block)


def _tied(one: str, other: str) -> bool:
    """Whether `assemble` would let two lines touch."""
    return (len(one) <= SHORT and len(other) <= SHORT) or are_alike(one, other)


def are_alike(one: str, other: str) -> bool:
    """Whether two lines look like rows of a table, or like items of a list.

    >>> are_alike("Ferry | 9:30", "Bus | 9:40"), are_alike("- tea", "2. milk"), are_alike("- tea", "milk")
    (True, True, False)
    """
    return (" | " in one and " | " in other) or bool(MARKER.match(one) and MARKER.match(other))
