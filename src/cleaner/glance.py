"""One document at a glance in a terminal: what `cleaner explain` shows there.

First its facts, and a bar and a strip of what became of it: the bar says how many words went where, the strip has a
letter a line, so that the shape of the page is seen at once. Then each line with its label and its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from cleaner.model import KEPT, METADATA
from cleaner.show import printable

if TYPE_CHECKING:
    from cleaner.cleaned import Cleaned, CleanedLine

_FACTS = ("title", "authors", "date_published", "site", "section", "language")
_MARGIN = 10  # columns before a fact's value
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_STRIP = 3  # rows at most; of a longer page every nth line is shown


def document(cleaned: Cleaned, console: Console, *, votes: bool = False) -> None:
    """Show a document and every line of it; with `votes`, below each line the votes on it."""
    for row in _head(cleaned, console.width):
        console.print(row, no_wrap=True, overflow="ellipsis")
    for line in cleaned.lines:
        for row in _line(line, votes=votes):
            console.print(row, no_wrap=True, overflow="ellipsis")


def style(label: str, *, kept: bool = False) -> str:
    """Give the colour of a label: green stays, cyan is metadata, red goes."""
    return "green" if kept or label in KEPT else "cyan" if label in METADATA else "red"


def _head(cleaned: Cleaned, width: int) -> Iterator[Text]:
    for name in _FACTS:
        value = cleaned.metadata[name]
        if value:
            text = value if isinstance(value, str) else ", ".join(value)
            yield Text.assemble((f"{name.removesuffix('_published'):<{_MARGIN}}", "dim"), printable(text))
    words: Counter[tuple[str, str]] = Counter()
    for line, count in zip(cleaned.lines, cleaned.words, strict=True):
        words["kept" if line.kept else line.label, style(line.label, kept=line.kept)] += count
    ranked = sorted(words.items(), key=lambda item: (item[0][0] != "kept", -item[1], item[0]))
    whole = max(1, words.total())
    bar = Text(" " * _MARGIN)
    counts = Text(f"{'words':<{_MARGIN}}", style="dim")
    for at, ((label, colour), count) in enumerate(ranked):
        shade = "█" if label == "kept" else "▓▒"[at % 2]
        bar.append(shade * round((width - _MARGIN) * count / whole), style=colour)
        counts.append(f"{label} {count:,} ({count / whole:.0%})  ", style=f"not dim {colour}")
    yield counts
    yield bar
    yield from _strip(cleaned, width)
    if cleaned.flags:
        yield Text.assemble((f"{'flags':<{_MARGIN}}", "dim"), (", ".join(cleaned.flags), "bold yellow"))
    yield Text("")


def _strip(cleaned: Cleaned, width: int) -> Iterator[Text]:
    """Give a letter a line: the first of its label, a block for what stays."""
    room = width - _MARGIN
    every = -(-len(cleaned.lines) // (room * _STRIP)) or 1
    lines = cleaned.lines[::every]
    for at in range(0, len(lines), room):
        row = Text(f"{'lines' if at == 0 else '':<{_MARGIN}}", style="dim")
        for line in lines[at : at + room]:
            letter = "■" if line.kept else line.label[0]
            row.append(letter, style=f"not dim {style(line.label, kept=line.kept)}")
        yield row


def _line(line: CleanedLine, *, votes: bool) -> Iterator[Text]:
    colour = style(line.label, kept=line.kept)
    place = str(line.number) if line.number == line.last else f"{line.number}-{line.last}"
    head = Text.assemble((f"{place:>7} ", "dim"), (f"{line.label:<11}", colour), (f"{line.score:+6.1f}  ", "dim"))
    head.append(printable(line.text), style="" if line.kept else colour)
    yield head
    reason = f"{'':8}{line.rule}: {line.evidence}" if line.evidence else f"{'':8}{line.rule}"
    if line.own != line.label:
        reason += f" (alone {line.own}; settled by {line.settled_by})"
    yield Text(printable(reason), style="dim")
    for vote in line.votes if votes else ():
        label = (f"{vote.label:<11}", style(vote.label))
        yield Text.assemble(f"{'':8}", label, (f"{vote.weight:+6.1f}  {vote.rule}: ", "dim"), printable(vote.because))


def coloured(patch: bytes) -> bytes:
    r"""Colour a unified diff for a terminal; nothing in it can give the terminal commands any more.

    >>> print(coloured(b"# why\n@@ -1,2 +1 @@\n-Menu \x1b[2J\n Text.\n").decode().replace("\x1b", "ESC"), end="")
    ESC[33m# whyESC[0m
    ESC[36m@@ -1,2 +1 @@ESC[0m
    ESC[31m-Menu \x1b[2JESC[0m
     Text.
    """
    lines = patch.decode("utf-8", "backslashreplace").split("\n")
    shown = (f"\x1b[{colour}m{_seen(line)}\x1b[0m" if (colour := _colour(line)) else _seen(line) for line in lines)
    return "\n".join(shown).encode("utf-8", "backslashreplace")


def _colour(line: str) -> str:
    """Give the number of a line's colour by how it begins (ECMA-48, SGR): bold, cyan, yellow, red, green."""
    starts = {"--- ": "1", "+++ ": "1", "@@": "36", "# ": "33", "-": "31", "+": "32"}
    return next((colour for start, colour in starts.items() if line.startswith(start)), "")


def _seen(line: str) -> str:
    """Write out what a terminal would obey or nobody could see."""
    return _UNSEEN.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), line)
