r"""An article that a page holds in its JSON-LD only: its text, where the page itself shows next to none of it.

Some pages wait for a script, or a subscriber, to show an article that their head already has, as schema.org's
`articleBody`. Its paragraphs are then read as lines after the page's own, with `html/head/script` for a path, so they
have reasons, labels and spans as all lines do, and the page is restored as ever.

Why not more: what a page shows is nearer to the article than what its head says (which may be cut off, hold the whole
page's text, or be of another date), so as soon as a quarter of it can be read on the page the page is believed. Several
bodies are several articles, and nothing says which is this page's.

>>> from cleaner import markup
>>> told = '{"articleBody": "' + "It rained. " * 60 + '"}'
>>> page = markup.read(f'<script type="application/ld+json">{told}</script><p>Loading')
>>> whole = added(page, missing(page, ["Loading"]))
>>> len(page), len(whole), whole.dom.path[-1], whole.text[:18]
(1, 2, 'html/head/script', 'Loading\nIt rained.')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cleaner.decode.repair import repair
from cleaner.measures.elements import declared_bodies
from cleaner.model import Document, Dom, Vote
from cleaner.words import count_words

if TYPE_CHECKING:
    from cleaner.features import Page
    from cleaner.genre import Judgement

RULE = "declared_body"
WEIGHT = 8.0  # log-odds; two independent signals: the page declares it, and shows nothing else
PATH = "html/head/script"

_FEW = 60  # words; fewer are no article (as in `peers`)
_SHARE = 4  # times as much as the page shows
_WAITS = re.compile(r"(?:[^\s.…]+\s+){0,3}[^\s.…]+\s?(?:…|\.\.\.)")  # a few words and an ellipsis
_TAGS = re.compile(r"<(?:p|br|div|h[1-6]|ul|li)\b", re.IGNORECASE)


def missing(document: Document, shown: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs that a page declares and does not show; none if the page can be believed.

    `shown` are the lines that were found to be its body.
    """
    bodies = list(dict.fromkeys(declared_bodies(document.head))) if document.head is not None else []
    if len(bodies) != 1:
        return ()
    own, told = count_words("\n".join(shown)), count_words(bodies[0])
    if told < _FEW or own * _SHARE > told:
        return ()
    return tuple(_rest(_paragraphs(bodies[0]), shown))


def added(document: Document, paragraphs: Sequence[str]) -> Document:
    """The document with these paragraphs as lines after its own."""
    dom = document.dom
    if dom is None or not paragraphs:
        return document
    more, last = len(paragraphs), document.numbers[-1][1] if document.numbers else 0
    text, spans = document.text, list(document.spans)
    for paragraph in paragraphs:
        text += "\n" * bool(text)
        spans.append((len(text), len(text) + len(paragraph)))
        text += paragraph
    return replace(
        document,
        text=text,
        texts=(*document.texts, *paragraphs),
        spans=tuple(spans),
        numbers=(*document.numbers, *((last + i, last + i) for i in range(1, more + 1))),
        gaps=(*document.gaps, *[int(len(document) > 0)], *[1] * (more - 1)),
        indents=(*document.indents, *[0] * more),
        dom=_with(dom, more),
        notes=tuple(note for note in document.notes if note not in ("empty", "truncated")),
    )


def votes(page: Page, _: Judgement) -> Iterator[Vote]:
    """A vote for each line that was added, and one against what only asks to wait for it ("Loading…")."""
    texts, dom = page.texts, page.document.dom
    paths = dom.path if dom is not None else ()
    for line, path in enumerate(paths):
        if path == PATH:
            because = f'the page declares it as its articleBody and does not show it: "{texts[line][:60]}"'
            yield Vote(line, "body", RULE, WEIGHT, because)
        elif _WAITS.fullmatch(texts[line]):
            because = f'stands in the place of the article that the page declares: "{texts[line]}"'
            yield Vote(line, "navigation", RULE, WEIGHT, because)


def _with(dom: Dom, more: int) -> Dom:
    group = max(dom.group, default=-1) + 1
    return Dom(
        tag=dom.tag + ("p",) * more,
        path=dom.path + (PATH,) * more,
        tokens=dom.tokens + (frozenset[str](),) * more,
        link_density=dom.link_density + (0.0,) * more,
        heading=dom.heading + (0,) * more,
        listed=dom.listed + (False,) * more,
        group=dom.group + (group,) * more,
        hidden=dom.hidden + (False,) * more,
        item=dom.item + (-1,) * more,
        around=dom.around,
    )


def _paragraphs(body: str) -> Iterator[str]:
    """A body's paragraphs: it may be plain text, or markup."""
    if _TAGS.search(body):
        from cleaner import markup

        yield from markup.read(body).texts
        return
    for line in body.splitlines():
        if text := " ".join(repair(line).split()):
            yield text


def _rest(paragraphs: Iterator[str], shown: Sequence[str]) -> Iterator[str]:
    """What the page does not show of each paragraph."""
    for paragraph in paragraphs:
        rest = paragraph
        for own in shown:
            rest = rest.removeprefix(own).lstrip()
        if rest:
            yield rest
