"""Plain text -> Document: what somebody's renderer or extractor left of a page.

Reading mends what a renderer broke before anything is judged. Three things are read back:

- a sentence that was broken at its links (`joins`): fragments that continue one another are one line again;
- a wall of text (`_sentences`): one physical line that holds the whole article is judged sentence by sentence;
- indentation, folded white space, mojibake and entities (`decode.repair`).

Spans always point into the decoded input, so whatever is read together or apart can be put back as it was.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from cleaner import decode
from cleaner.model import Document

_LINE_END = re.compile(r"\r\n|\r|\n")

# A sentence goes on in a line that begins with a lower-case letter, with closing punctuation, or with hiragana, which
# begins no Japanese sentence's first noun but most of its particles.
_CONTINUES = re.compile(r"[a-zß-öø-ÿа-яёіїєґўα-ωա-ֆ]|[,;:.!?)\]»”’]+(?:\s|$)|[\u3041-\u3096、。]")
_STOPPED = re.compile(r"[.!?…。！？:;]['\"”’»)\]]*$")
_WIDE = 60  # characters; verse and list items are rarely as long, so shorter neighbours are never joined
_BRIEF = 60  # characters; a link text between two halves of a sentence is rarely longer

_WALL = 2_000  # characters in one physical line
_WALL_SHARE = 0.6  # of all characters of the document
_SENTENCE_END = re.compile(r"(?:[.!?…]['\"”’»)\]]*(?=\s+[^\sa-zа-я])|[。！？][」』”]*)\s*")


def read(text: str, *, url: str | None = None) -> Document:
    r"""Read plain text into a document.

    Args:
        text: the decoded input, any line ends.
        url: where it came from, if known; kept as evidence for metadata.

    >>> page = read("Home | News\r\n\r\n  The bridge was closed on  Monday.\r\n")
    >>> page.texts
    ('Home | News', 'The bridge was closed on Monday.')
    >>> page.numbers, page.gaps, page.indents
    (((1, 1), (3, 3)), (0, 1), (0, 2))
    """
    mend = decode.needs_repair(text)
    texts: list[str] = []
    spans: list[tuple[int, int]] = []
    numbers: list[tuple[int, int]] = []
    gaps: list[int] = []
    indents: list[int] = []
    repaired = False
    gap = 0
    for number, (start, raw) in enumerate(_physical(text), 1):
        inner = raw.strip()
        folded = " ".join(inner.split())
        if mend and folded:
            better = " ".join(decode.repair(raw).split())
            repaired = repaired or _is_other(folded, better)
            folded = better
        if not folded:
            gap += 1
            continue
        indent = raw.find(inner[0])
        texts.append(folded)
        spans.append((start + indent, start + indent + len(inner)))
        numbers.append((number, number))
        gaps.append(gap)
        indents.append(indent)
        gap = 0
    columns = (texts, spans, numbers, gaps, indents)
    if any(end - start > _WALL for start, end in spans):
        columns = _split_walls(text, *columns)
    columns = _join(*columns)
    texts, spans, numbers, gaps, indents = columns
    return Document(
        kind="text",
        source=text,
        text=text,
        texts=tuple(texts),
        spans=tuple(spans),
        numbers=tuple(numbers),
        gaps=tuple(gaps),
        indents=tuple(indents),
        repaired=repaired,
        url=url,
        notes=() if texts else ("empty",),
    )


def _is_other(before: str, after: str) -> bool:
    """Whether a line was mended, rather than only composed or freed of a byte order mark."""
    return before != after and unicodedata.normalize("NFC", before.lstrip("\ufeff").strip()) != after


_Columns = tuple[list[str], list[tuple[int, int]], list[tuple[int, int]], list[int], list[int]]


def _physical(text: str) -> list[tuple[int, str]]:
    """Every physical line with the position of its first character; editors count lines the same way."""
    lines: list[tuple[int, str]] = []
    at = 0
    if "\r" not in text:
        for raw in text.split("\n"):
            lines.append((at, raw))
            at += len(raw) + 1
        return lines
    for end in _LINE_END.finditer(text):
        lines.append((at, text[at : end.start()]))
        at = end.end()
    lines.append((at, text[at:]))
    return lines


def joins(texts: list[str], gaps: list[int]) -> list[bool]:
    """For each line whether it continues the line before it.

    A renderer that puts every inline link on a line of its own breaks sentences in three: the words before the link,
    the link, the words after it. The third part begins in the middle of a sentence, which is how it is found; the link
    itself may begin with a capital. Nothing is joined across a blank line, after a full stop, or between short lines:
    a poem keeps its verses and a list its items.

    >>> joins(["The council voted on Monday to close the old bridge near the", "harbour", "until spring."], [0, 0, 0])
    [False, True, True]
    >>> joins(["so much depends", "upon", "a red wheel", "barrow"], [0, 0, 0, 0])
    [False, False, False, False]
    """
    joined = [False] * len(texts)
    goes_on = [gap == 0 and _CONTINUES.match(text) is not None for text, gap in zip(texts, gaps, strict=True)]
    for i, continues in enumerate(goes_on):
        if not continues or i == 0:
            continue
        before = texts[i - 1]
        wide = len(texts[i]) >= _WIDE or len(before) >= _WIDE
        if joined[i - 1]:
            joined[i] = not _STOPPED.search(before)
        elif i > 1 and gaps[i - 1] == 0 and len(before) < _BRIEF and not goes_on[i - 1]:
            head = texts[i - 2]  # the line before a possible link
            if (wide or len(head) >= _WIDE) and not _STOPPED.search(before) and not _STOPPED.search(head):
                joined[i] = True
                joined[i - 1] = len(head) >= _WIDE or joined[i - 2]
            else:
                joined[i] = wide and not _STOPPED.search(before)
        else:
            joined[i] = wide and not _STOPPED.search(before)
    return joined


def _join(
    texts: list[str], spans: list[tuple[int, int]], numbers: list[tuple[int, int]], gaps: list[int], indents: list[int]
) -> _Columns:
    joined = joins(texts, gaps)
    if True not in joined:
        return texts, spans, numbers, gaps, indents
    out: _Columns = ([], [], [], [], [])
    for i, continues in enumerate(joined):
        if continues:
            glue = "" if texts[i][0] in ",;:.!?)]»”’、。" or "\u3041" <= texts[i][0] <= "\u3096" else " "
            out[0][-1] += glue + texts[i]
            out[1][-1] = (out[1][-1][0], spans[i][1])
            out[2][-1] = (out[2][-1][0], numbers[i][1])
        else:
            _append(out, texts[i], spans[i], numbers[i], gaps[i], indents[i])
    return out


def _append(out: _Columns, text: str, span: tuple[int, int], number: tuple[int, int], gap: int, indent: int) -> None:
    out[0].append(text)
    out[1].append(span)
    out[2].append(number)
    out[3].append(gap)
    out[4].append(indent)


def _split_walls(
    source: str,
    texts: list[str],
    spans: list[tuple[int, int]],
    numbers: list[tuple[int, int]],
    gaps: list[int],
    indents: list[int],
) -> _Columns:
    """Split a line that is most of the document into its sentences; a long paragraph among others stays whole."""
    total = sum(end - start for start, end in spans)
    out: _Columns = ([], [], [], [], [])
    for i, (start, end) in enumerate(spans):
        wall = end - start > _WALL and end - start > _WALL_SHARE * total
        cuts = [start, *(m.end() for m in _SENTENCE_END.finditer(source, start, end)), end] if wall else [start, end]
        for k, (a, b) in enumerate(pairwise(cuts)):
            raw = source[a:b].rstrip()
            if not raw:
                continue
            folded = " ".join(decode.repair(raw).split()) if wall else texts[i]
            _append(out, folded, (a, a + len(raw)), numbers[i], gaps[i] if k == 0 else 0, indents[i])
    return out
