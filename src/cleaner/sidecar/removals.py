"""What of a page is not in its body: neighbouring lines that went for one reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile, zip_longest
from typing import NamedTuple

from cleaner.model import Document
from cleaner.reasons import Reason


@dataclass(frozen=True, slots=True)
class Removal:
    """Neighbouring lines that are not in the body for one reason.

    `lines` are the first and the last physical line, from 1. `span` is a range of characters of the document's text and
    `text` exactly what stands there. `score` is the log-odds of keeping the line that came nearest to staying. `path`
    is the element of the page that holds all of them, as tag names from the root (`html/body/nav/ul`); None for text.
    """

    label: str
    rule: str
    lines: tuple[int, int]
    span: tuple[int, int]
    text: str
    evidence: str
    score: float
    path: str | None = None


class Run(NamedTuple):
    """A removal without its text: a page has hundreds, and whoever writes them down makes something else of them."""

    label: str
    rule: str
    lines: tuple[int, int]
    span: tuple[int, int]
    evidence: str
    score: float
    path: str | None


def runs(document: Document, dropped: Sequence[Reason]) -> list[Run]:
    """Put neighbouring lines of one label and one reason together.

    Over blank lines a run reaches to the next one of its label.
    """
    numbers, spans, text, dom = document.numbers, document.spans, document.text, document.dom
    heads = [
        at
        for at, one in enumerate(dropped)
        if not at
        or (before := dropped[at - 1]).evidence != one.evidence
        or (before.line + 1, before.label, before.rule) != (one.line, one.label, one.rule)
    ]
    found = []
    for head, end in zip_longest(heads, heads[1:], fillvalue=len(dropped)):
        line, label, score, rule, evidence = dropped[head]
        last = line if end == head + 1 else dropped[end - 1].line
        last_number, start, stop = numbers[last][1], spans[line][0], spans[last][1]
        if end < len(dropped) and dropped[end].label == label:
            after = dropped[end].line
            if not text[stop : spans[after][0]].strip():
                last_number = max(last_number, numbers[after][0] - 1)
        if last != line:
            score = max([one.score for one in dropped[head:end]])
        path = _around(dom.path[line : last + 1]) if dom else None
        found.append(Run(label, rule, (numbers[line][0], last_number), (start, stop), evidence, score, path))
    return found


def _around(paths: Sequence[str]) -> str:
    """Give the path of the innermost element that all of some paths lead through.

    >>> _around(["html/body/ul/li/p", "html/body/ul/li"]), _around(["html/body/p", "html/body/pre"])
    ('html/body/ul/li', 'html/body')
    """
    if paths.count(paths[0]) == len(paths):
        return paths[0]
    ways = [path.split("/") for path in set(paths)]
    steps = zip(min(ways), max(ways), strict=False)
    return "/".join(one for one, _ in takewhile(lambda step: step[0] == step[1], steps))
