"""Body and removals -> the decoded input again, exactly.

Plain text is restored by an edit script that a person can read: copy this part of the body, copy these removals, and
between them the literal text (white space, line ends, indentation, and what was repaired or normalised) that is in
neither. A page of HTML shares too little with its rendered text for that, so it is kept compressed, with the body as
the compressor's dictionary.

A script is a mapping with `method` `"steps"` or `"zstd"` (`"zlib"` in sidecars of early versions). The steps are:

- a string: this text;
- `{"body": [start, end]}`: these characters of the body, where each blank line reads as `paragraph` and each other line
  end as `line`;
- `{"removals": [first, last]}`: the texts of these removals, counted from 0, with `between` between them.

Between two copies stands `between` unless a string does. So a document whose lines are separated in one way is restored
by two or three steps, however many lines it has.

Why not more: a difference of whole texts would find moves and near misses that cannot occur here, since every line
knows its place in the input.
"""

from __future__ import annotations

import base64
import re
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from cleaner.assemble import Body
from cleaner.assemble.between import LINE, PARAGRAPH
from cleaner.model import CleanerError, Document

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_LEVEL = 3  # of zstd: a third of zlib's time for a fifth less
_WINDOW_LOG = 27  # of zstd: frames that want more than its default, 128 MiB of memory, are refused
_LEAST = 8  # bytes of a dictionary of zstd
_WORD = re.compile(r"\S+")
_REACH = 64  # characters within which a word is looked for again after one that was changed

# JSON writes a lone surrogate as an escape, but reads two of them that follow each other as one character.
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class _Copy(NamedTuple):
    """A part of the source that is also in the body (a range of characters) or a removal (its number, twice)."""

    start: int
    end: int
    kind: Literal["body", "removals"]
    first: int
    last: int


def script(document: Document, body: Body, removed: Sequence[tuple[int, int]]) -> dict[str, Any]:
    r"""Say how the decoded input comes back from the body and the removed texts.

    `removed` has the spans of the removals in `document.text`, in order; their texts must be exactly what stands there.

    >>> source = "Menu\n  Hello there.\n"
    >>> page = Document("text", source, source, ("Menu", "Hello there."), ((0, 4), (7, 19)), (), (), ())
    >>> how = script(page, Body("Hello there.", (1,), (0,), (12,)), [(0, 4)])
    >>> how["between"], how["steps"]
    ('\n  ', [{'removals': [0, 0]}, {'body': [0, 12]}, '\n'])
    """
    if document.kind == "html" or _PAIR.search(document.source):
        return packed(document.source, body.text)
    return _steps(document.source, body.text, list(_copies(document, body, removed)))


def packed(source: str, body: str) -> dict[str, Any]:
    r"""Give the script that holds the whole input, compressed: it needs the body, but no removals.

    >>> replay(packed("Menu\nHello there.", "Hello there."), "Hello there.", [], chars=17)
    'Menu\nHello there.'
    """
    packed = zstd.compress(source.encode("utf-8", "surrogatepass"), _LEVEL, zstd_dict=_zstd_dictionary(body))
    return {"data": base64.b64encode(packed).decode("ascii"), "method": "zstd"}


def replay(script: Mapping[str, Any], body: str, removed: Sequence[str], *, chars: int) -> str:
    """Carry a script out.

    `chars` is how many characters the result must have, and the most that is decompressed. Raises CleanerError when the
    script is not one, points outside the body and the removals, or gives another length.
    """
    try:
        method = script["method"]
        if method in _UNPACK:
            # A character has at most four bytes. One more would be found out by its length.
            raw = _UNPACK[method](base64.b64decode(script["data"], validate=True), body, 4 * chars + 1)
            text = raw.decode("utf-8", "surrogatepass")
        elif method == "steps":
            text = "".join(_parts(script, body, removed))
        else:
            raise CleanerError(f"This version cannot restore by the method {method!r}; use the one that cleaned.")
    except _DAMAGED as error:
        raise CleanerError("The sidecar's `restore` is damaged; clean the document again.") from error
    if len(text) != chars:
        raise CleanerError(
            f"The restored text would have {len(text)} characters and the input had {chars}: the sidecar was changed; "
            f"clean the document again."
        )
    return text


def _copies(document: Document, body: Body, removed: Sequence[tuple[int, int]]) -> Iterator[_Copy]:
    """Give what the source shares with the body and the removals, in the order of the source."""
    found = [_Copy(start, end, "removals", i, i) for i, (start, end) in enumerate(removed)]
    source, spans, whole = document.source, document.spans, body.text
    for first, last, line in body.pieces:
        start, end = spans[line]
        if source[start:end] == (text := whole[first:last]) and LINE not in text:
            found.append(_Copy(start, end, "body", first, last))
        else:
            found += _shared_words(source, start, end, whole, first, last)
    at = 0
    for copy in sorted(found):
        if copy.start >= at:  # lines never overlap; were they to, the source would still come back whole
            yield copy
            at = copy.end


def _shared_words(source: str, start: int, end: int, body: str, first: int, last: int) -> Iterator[_Copy]:
    """Give the words of a line that came through unchanged; its white space was folded, or some words were repaired."""
    at = first
    while word := _WORD.search(source, start, end):
        text, start = word.group(), word.end()
        found = body.find(text, at, min(last, at + len(text) + _REACH))
        if found >= 0:
            at = found + len(text)
            more = _shared_on(source[start:end], body[at:last])
            start, at = start + more, at + more
            yield _Copy(word.start(), start, "body", found, at)


def _shared_on(source: str, body: str) -> int:
    """Count the characters with which two texts begin alike, up to a word's end; a line's end in the body ends it.

    >>> _shared_on(" came tonight", " came today"), _shared_on(" came", " came"), _shared_on("", " came")
    (5, 5, 0)
    """
    same, most = 0, min(len(source), len(body.partition(LINE)[0]))
    while same < most:  # half of what is left at a time
        half = (same + most + 1) // 2
        same, most = (half, most) if source[same:half] == body[same:half] else (same, half - 1)
    alike = source[:same]
    if source[same : same + 1].strip():  # in the middle of a word
        alike = "".join(alike.rsplit(None, 1)[:-1])
    return len(alike.rstrip())


def _steps(source: str, body: str, copies: Sequence[_Copy]) -> dict[str, Any]:
    """Run copies together wherever what separates them is what usually does."""
    gaps = [source[one.end : other.start] for one, other in pairwise(copies)]
    inner = [
        body[one.last : other.first] if one.kind == other.kind == "body" else None for one, other in pairwise(copies)
    ]
    breaks: dict[str, Counter[str]] = {PARAGRAPH: Counter(), LINE: Counter()}
    for gap, within in zip(gaps, inner, strict=True):
        if within in breaks:
            breaks[within][gap] += 1
    reads_as = {within: _usual(counter, within) for within, counter in breaks.items()}
    usual = [
        gap == (within if within is None or LINE not in within else reads_as.get(within))
        for gap, within in zip(gaps, inner, strict=True)
    ]
    runs, gaps = _merge(copies, gaps, usual)
    between = _usual(Counter(gaps), LINE)
    are_removals = [one.kind == other.kind == "removals" for one, other in pairwise(runs)]
    usual = [gap == between and removals for gap, removals in zip(gaps, are_removals, strict=True)]
    runs, _ = _merge(runs, gaps, usual)
    steps: list[str | dict[str, list[int]]] = []
    at = 0
    for run in runs:
        literal = source[at : run.start]
        if literal != (between if steps else ""):
            steps.append(literal)
        steps.append({run.kind: [run.first, run.last]})
        at = run.end
    if at < len(source):
        steps.append(source[at:])
    return {
        "between": between,
        "line": reads_as[LINE],
        "method": "steps",
        "paragraph": reads_as[PARAGRAPH],
        "steps": steps,
    }


def _merge(copies: Sequence[_Copy], gaps: Sequence[str], usual: Sequence[bool]) -> tuple[list[_Copy], list[str]]:
    """Make one copy of those that only a `usual` gap separates; give the gaps between what is left, too."""
    starts = [0, *(at for at, is_usual in enumerate(usual, start=1) if not is_usual)] if copies else []
    ends = [*starts[1:], len(copies)]
    merged = [
        copies[start]
        if end == start + 1
        else copies[start]._replace(end=copies[end - 1].end, last=copies[end - 1].last)
        for start, end in zip(starts, ends, strict=False)
    ]
    return merged, [gaps[start - 1] for start in starts[1:]]


def _usual(counter: Counter[str], otherwise: str) -> str:
    """Return the most common text; the first one of several."""
    return max(counter, key=counter.__getitem__) if counter else otherwise


def _parts(script: Mapping[str, Any], body: str, removed: Sequence[str]) -> Iterator[str]:
    between, paragraph, line = script["between"], script["paragraph"], script["line"]
    copied = False
    for step in script["steps"]:
        if isinstance(step, str):
            copied = False
            yield step
            continue
        ((kind, (first, last)),) = step.items()
        limit = {"body": len(body) + 1, "removals": len(removed)}[kind]
        if not 0 <= first <= last < limit:
            raise IndexError(f"{kind} {first} to {last} of {limit}")
        if copied:
            yield between
        copied = True
        if kind == "removals":
            yield between.join(removed[first : last + 1])
        else:
            yield paragraph.join(part.replace(LINE, line) for part in body[first:last].split(PARAGRAPH))


def _unpack_zstd(data: bytes, body: str, most: int) -> bytes:
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW_LOG}
    return zstd.ZstdDecompressor(_zstd_dictionary(body), options).decompress(data, most)


def _unpack_zlib(data: bytes, body: str, most: int) -> bytes:
    return zlib.decompressobj(zdict=_dictionary(body)).decompress(data, most)


_DAMAGED = (
    AttributeError, KeyError, IndexError, OverflowError, TypeError, ValueError, EOFError, zlib.error, zstd.ZstdError
)  # fmt: skip
_UNPACK: Mapping[str, Callable[[bytes, str, int], bytes]] = {"zstd": _unpack_zstd, "zlib": _unpack_zlib}


def _zstd_dictionary(body: str) -> zstd.ZstdDict | None:
    data = _dictionary(body)
    return zstd.ZstdDict(data, is_raw=True) if len(data) >= _LEAST else None


def _dictionary(body: str) -> bytes:
    return body.encode()[-32_768:]  # as far as zlib can look back
