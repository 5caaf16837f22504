"""Body and removals -> the decoded input again, exactly.

Plain text is restored by an edit script that a person can read: copy this part of the body, copy these removals, and
between them the literal text (white space, line ends, indentation, and what was repaired or normalised) that is in
neither. A page of HTML shares too little with its rendered text for that, so it is kept compressed, with the body as
the compressor's dictionary.

A script is a mapping with `method` `"steps"` or `"zlib"`. The steps are:

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
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from cleaner.assemble import LINE, PARAGRAPH, Body
from cleaner.model import CleanerError, Document

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
    >>> how = script(page, Body("Hello there.", ((0, 12, 1),)), [(0, 4)])
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
    return {"method": "zlib", "data": _deflate(source, body)}


def replay(script: Mapping[str, Any], body: str, removed: Sequence[str], *, chars: int) -> str:
    """Carry a script out.

    `chars` is how many characters the result must have, and the most that is decompressed. Raises CleanerError when the
    script is not one, points outside the body and the removals, or gives another length.
    """
    try:
        method = script["method"]
        if method == "zlib":
            text = _inflate(script["data"], body, chars)
        elif method == "steps":
            text = "".join(_parts(script, body, removed))
        else:
            raise CleanerError(f"This version cannot restore by the method {method!r}; use the one that cleaned.")
    except (AttributeError, KeyError, IndexError, OverflowError, TypeError, ValueError, zlib.error) as error:
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
    for first, last, line in body.pieces:
        start, end = document.spans[line]
        text = body.text[first:last]
        if document.source[start:end] == text and LINE not in text:
            found.append(_Copy(start, end, "body", first, last))
        else:
            found += _shared_words(document.source, start, end, body.text, first, last)
    at = 0
    for copy in sorted(found):
        if copy.start >= at:  # lines never overlap; were they to, the source would still come back whole
            yield copy
            at = copy.end


def _shared_words(source: str, start: int, end: int, body: str, first: int, last: int) -> Iterator[_Copy]:
    """Give the words of a line that came through unchanged; its white space was folded, or some words were repaired."""
    at = first
    for word in _WORD.finditer(source, start, end):
        text = word.group()
        found = body.find(text, at, min(last, at + len(text) + _REACH))
        if found >= 0:
            at = found + len(text)
            yield _Copy(word.start(), word.end(), "body", found, at)


def _steps(source: str, body: str, copies: Sequence[_Copy]) -> dict[str, Any]:
    """Run copies together wherever what separates them is what usually does."""
    breaks: dict[str, Counter[str]] = {PARAGRAPH: Counter(), LINE: Counter()}
    for one, other in pairwise(copies):
        if one.kind == other.kind == "body" and (gap := body[one.last : other.first]) in breaks:
            breaks[gap][source[one.end : other.start]] += 1
    reads_as = {gap: _usual(counter, gap) for gap, counter in breaks.items()}

    def goes_on(one: _Copy, other: _Copy) -> bool:
        gap = body[one.last : other.first]
        meant = reads_as.get(gap, None if LINE in gap else gap)
        return one.kind == other.kind == "body" and source[one.end : other.start] == meant

    runs = _merge(copies, goes_on)
    between = _usual(Counter(source[one.end : other.start] for one, other in pairwise(runs)), LINE)
    runs = _merge(runs, lambda a, b: a.kind == b.kind == "removals" and source[a.end : b.start] == between)
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
        "method": "steps",
        "between": between,
        "paragraph": reads_as[PARAGRAPH],
        "line": reads_as[LINE],
        "steps": steps,
    }


def _merge(copies: Sequence[_Copy], goes_on: Callable[[_Copy, _Copy], bool]) -> list[_Copy]:
    """Make one copy of each two neighbours of which the second goes on where the first ends."""
    merged: list[_Copy] = []
    for copy in copies:
        if merged and goes_on(merged[-1], copy):
            merged[-1] = merged[-1]._replace(end=copy.end, last=copy.last)
        else:
            merged.append(copy)
    return merged


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


def _deflate(source: str, body: str) -> str:
    packer = zlib.compressobj(level=3, zdict=_dictionary(body))  # 6 takes 2.6 times as long for 11 % less
    packed = packer.compress(source.encode("utf-8", "surrogatepass")) + packer.flush()
    return base64.b64encode(packed).decode("ascii")


def _inflate(data: str, body: str, chars: int) -> str:
    unpacker = zlib.decompressobj(zdict=_dictionary(body))
    # A character has at most four bytes. One more would be found out by its length.
    raw = unpacker.decompress(base64.b64decode(data, validate=True), 4 * chars + 1)
    return raw.decode("utf-8", "surrogatepass")


def _dictionary(body: str) -> bytes:
    return body.encode()[-32_768:]  # as far as the compressor can look back
