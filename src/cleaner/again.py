"""A body read as if somebody had handed it in: what would go then goes at once, so cleaning a body changes nothing.

Without what stood around them, lines can look different: a heading that now comes first looks like a title, and a short
list whose neighbours went like a menu. Cleaning therefore ends only where a further reading of the body takes nothing
away and lays nothing out in another way.

A heading is not lost because it comes first: it is tied to the line that it heads, as a title never is.

Most bodies need no second decision: a text that is laid out as a body, and in which no rule finds clear residue, is
left alone but for its metadata (see `decide.spare`), and the rules alone show that.
"""

from __future__ import annotations

from dataclasses import replace

from cleaner import plain, rules
from cleaner.assemble import PARAGRAPH, Body, assemble, is_assembled, kept_labels
from cleaner.config import Config
from cleaner.decide import Decisions, decide, is_clean, spare
from cleaner.features import Page
from cleaner.model import METADATA, RESIDUE, Decision, Document

_AGAINST = METADATA | RESIDUE
SETTLED_BY = "second reading"
_READINGS = 8  # each takes a line at least; more than three were never needed on the development pages


def stable(document: Document, decisions: Decisions, config: Config) -> tuple[Decisions, Body]:
    """Assemble the body, and take away what would go if it were read again, until nothing would.

    Args:
        document: the page.
        decisions: what became of its lines.
        config: what to keep; a body in Markdown is no text to be read again.

    Returns:
        The decisions, those of later readings among them, and the body.
    """
    headed = False
    body = assemble(document, decisions.labels, config)
    for _ in range(_READINGS if config.format == "text" else 0):
        page = _page(body, decisions.page)
        clean = is_clean(page, rules.votes(page, config, _AGAINST), config)
        if clean and is_assembled(page.document):
            break
        again = None if clean else spare(decide(page, rules.votes(page, config), config), config)
        going = _going(body, again, config) if again else {}
        if not going:
            left = assemble(page.document, again.labels if again else ["body"] * page.n, config)
            if left.text == body.text or (laid := _laid_out(body, left.text)) is body:
                break
            body = laid
            continue
        first = body.pieces[0][2] if len(body.pieces) > 1 else -1
        if not headed and first in going and going[first].label in METADATA:
            headed = True
            del going[first]
        decisions = decisions.overruled(going)
        body = assemble(document, decisions.labels, config, headed=headed)
    return decisions, body


def wall(decisions: Decisions, body: Body, config: Config) -> int | None:
    """The line that is most of a body, if reading the body again would take sentences out of it.

    Among others a long paragraph is judged as one; a body that is one alone is a wall of text to whoever reads it, and
    each of its sentences is judged. So the page has to be judged that way as well (see `plain.cut`).
    """
    document = decisions.page.document
    if config.format != "text" or (document.kind == "html" and config.invisible == "keep"):
        return None  # where a page is read again for its lines, they are as they were
    start, end, line = max(body.pieces, key=lambda piece: piece[1] - piece[0], default=(0, 0, 0))
    if not plain.is_wall(end - start, len(body.text)):
        return None
    page = _page(body, decisions.page)
    again = spare(decide(page, rules.votes(page, config), config), config)
    kept = kept_labels(config)
    stays = {again.labels[at] in kept for at, span in enumerate(page.document.spans) if start <= span[0] < end}
    return line if len(stays) > 1 else None


def _page(body: Body, before: Page) -> Page:
    """A body as a page: the one that it was made from, where nothing of that went."""
    document = before.document
    if document.kind == "text" and body.text == document.text:
        return before
    lines = [line for _, _, line in body.pieces]
    texts = [document.texts[line] for line in lines]
    if PARAGRAPH.join(texts) == body.text and (read := plain.of_paragraphs(texts, url=document.url)):
        return Page(read, before.template, like=before, lines=lines)
    return Page(plain.read(body.text, url=document.url), before.template, like=before)


def _going(body: Body, again: Decisions, config: Config) -> dict[int, Decision]:
    """By line of the page: the later decision on lines of which `again` leaves nothing."""
    spans = again.page.document.spans
    kept = kept_labels(config)
    stays = {line for line, label in enumerate(again.labels) if label in kept}
    places: dict[int, int] = {}
    at = 0
    for start, end, line in body.pieces:
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        last = at
        while last < len(spans) and spans[last][0] < end:
            last += 1
        if last > at and stays.isdisjoint(range(at, last)):
            places[line] = at
    later = again.on(list(places.values()))
    return {line: replace(one, line=line, settled_by=SETTLED_BY) for line, one in zip(places, later, strict=True)}


def _laid_out(body: Body, text: str) -> Body:
    r"""The body with the white space of `text`, which reads the same otherwise; as it is where that is not so.

    Only code and the like, whose lines a text does not show to belong together, is laid out in another way.

    >>> _laid_out(Body("a = 1\nb = 2", ((0, 5, 3), (6, 11, 4))), "a = 1\n\nb = 2")
    Body(text='a = 1\n\nb = 2', pieces=((0, 5, 3), (7, 12, 4)))
    """
    if body.text.split() != text.split() and "".join(body.text.split()) != "".join(text.split()):
        return body
    places = [at for at, letter in enumerate(text) if not letter.isspace()]
    pieces, before, upto = [], 0, 0
    for start, end, line in body.pieces:
        before += _letters(body.text[upto:start])
        size = _letters(body.text[start:end])
        pieces.append((places[before], places[before + size - 1] + 1, line))
        before, upto = before + size, end
    return Body(text, tuple(pieces))


def _letters(text: str) -> int:
    return sum(map(len, text.split()))
