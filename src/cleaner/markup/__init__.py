"""HTML -> Document: the blocks of text of a page in their order, and what its elements say of each.

The only door to selectolax, whose lexbor parser builds the tree that a browser would build. The tree is walked once,
node by node and without recursion, so time and memory grow with the page's length whatever it nests.

What a line is:

- A block element (paragraph, heading, list item, table cell, division) begins and ends a line. Inline elements join
  the line that they stand in, and no blank comes between them that the page does not have, but for one case: two
  elements that touch, where a small letter or a digit meets a capital (`<i>Monday</i><b>Jane</b>`), which only style
  sheets keep apart. `br` ends a line, except in a heading, where it is a blank.
- The cells of a table's row are one line, joined by " | ", if each cell holds one short line; otherwise the table lays
  out the page, and its cells hold ordinary lines. Empty cells, and those of rows above, keep their place (`grid`).
- Each line of `pre` is a line with its white space kept, without the numbers of lines beside code; all others have
  white space folded.
- A formula is its TeX, where the page has it, or written on one line (`formula`); a raised figure is kept apart from
  one before it (`10^6`). Emoji and drop caps that are pictures are read as what they show.
- Buttons and labels are lines; options, scripts, styles, pictures and other embedded pages are no text. `noscript` is
  text where the page does not say the same elsewhere, a `template` if it is a shadow root, or, as `noframes`, if there
  is nothing else to read. Signs that only lead to a place on the page (`¶` at a heading, `↩` at a note), a heading's
  link in brackets (`[edit]`) and what stands beside a formula as its picture in letters are no text either.
- What the page hides (`hidden`, `aria-hidden`, `display: none`) is read and marked: some pages hide the article until a
  script runs, so this is for rules to judge. Hidden words inside a sentence, and those that only readers of the screen
  read aloud (`sr-only`), follow it as a line of their own, unless it says them too.
- Text is mended as plain text is (`repair.repair`).

A line's `group` is its nearest container: an element that sections the page (`article`, `nav`, `ul`, `table`, …), or
any block with two or more blocks of text inside. So the paragraphs of an article share a group, the entries of a
menu share one, and each teaser that has a headline and a text is a group of its own.

>>> page = read("<title>T</title><h1>The bridge</h1><p>It was <b>clo</b>sed.<ul><li>By <a href=/>us</a><li>Now")
>>> page.texts
('The bridge', 'It was closed.', 'By us', 'Now')
>>> page.dom.tag, page.dom.heading, page.gaps
(('h1', 'p', 'li', 'li'), (1, 0, 0, 0), (0, 1, 1, 0))
>>> page.dom.link_density, page.dom.path[2], page.head.title
((0.0, 0.0, 0.4, 0.0), 'html/body/ul/li', 'T')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from selectolax.lexbor import LexborHTMLParser

from cleaner.decode.repair import repair
from cleaner.markup.blocks import Lines
from cleaner.markup.bounds import bounded
from cleaner.markup.columns import Columns
from cleaner.markup.frames import Frame, Frames
from cleaner.markup.lines import join_rows, mended, with_initials, without_echoes, without_links
from cleaner.markup.marks import BAR, written
from cleaner.markup.opened import closed, shadows, write_out_drawings
from cleaner.markup.walk import Walk
from cleaner.model import Document
from cleaner.plain.linked import is_linked

_APP = re.compile(  # an empty element that a framework fills
    r"""<(?:app-root|my-app|[a-z]+\s(?:[^<>]*\s)?id=["']?(?:root|app|__next|__nuxt|___gatsby|q-app)\b)[^<>]*>\s*</"""
)
_SCRIPT = re.compile(r"<script\b[^>]*+>(?:[^<]++|<(?!/))*+", re.IGNORECASE)

_PLEA = 200  # characters; a page of frames that says no more asks for a browser that knows them
_SHELL = 500  # characters; fewer on a whole page are no article with its navigation
_SCRIPT_SHARE = 20  # times as many characters of script as of text


def read(html: str, *, url: str | None = None, utf8: bytes | None = None) -> Document:
    r"""Read a page of HTML into a document.

    `html` is the decoded page: a document, a fragment, or anything else, as there is no wrong HTML. `url` is where it
    came from, if known; it is kept as evidence for metadata. `utf8` is the page in UTF-8, if the caller has it.

    Its `text` is the lines joined by line ends, and `spans` point into it: `texts[i]` is `text[start:end]`. Its `notes`
    are `empty` (nothing to read), `truncated` (a shell that scripts would fill) and `paywall` (the page declares one).

    >>> read("").notes
    ('empty',)
    >>> read("<pre>if x:\n    go()</pre>").texts
    ('if x:', '    go()')
    """
    walk, lines = _lines(html, utf8)
    whole = mended(lines, walk.blocks)
    pre = [walk.blocks.setting[block].pre for block in whole.blocks]
    texts = without_links(whole.texts, pre, lambda: _code(html))
    starts = list(accumulate([len(text) + 1 for text in texts], initial=0))[:-1]
    numbers = range(1, len(texts) + 1)
    return Document(
        kind="html",
        source=html,
        text="\n".join(texts),
        texts=texts,
        spans=tuple([(start, start + len(text)) for start, text in zip(starts, texts, strict=True)]),
        numbers=tuple(zip(numbers, numbers, strict=True)),
        gaps=tuple(whole.gaps),
        indents=(0,) * len(texts),
        repaired=whole is not lines,
        dom=Columns(whole, walk.blocks, walk.names).dom(),
        head=walk.evidence.head(),
        url=url,
        notes=tuple(_notes(html, walk, texts)),
    )


@dataclass(frozen=True, slots=True)
class Marked:
    """The lines of a page with Markdown's marks inside them, and the frames around each."""

    texts: tuple[str, ...]
    frames: tuple[tuple[Frame, ...], ...]


def marked(document: Document) -> Marked:
    r"""Give every line of a page with Markdown's marks for links, emphasis and code, and with its frames.

    The page is read again for it, so that who wants its text alone does not pay. Lines that were mended, and lines of
    `pre`, have no marks. Links are made absolute where the document's address is known; those that lead nowhere (to a
    script, to a place on the page) are only text. A line in which the page shows Markdown's links is Markdown.

    >>> page = read("<ul><li>It <b>was <i>shut</i></b>, said <a href=/x>the mayor</a>", url="https://example.org/")
    >>> marked(page).texts, [frame.shape for frame in marked(page).frames[0]]
    (('It **was *shut***, said [the mayor](https://example.org/x)',), ['item'])
    """
    walk, lines = _lines(document.source, marking=True)
    lines = mended(lines, walk.blocks)
    headings = [walk.blocks.setting[block].heading > 0 for block in lines.blocks]
    columns = zip(lines.texts, document.texts, lines.marks, headings, strict=False)
    texts = [
        text if is_linked(text) and not is_linked(seen) else written(text, marks, base=document.url, heading=heading)
        for text, seen, marks, heading in columns
    ]
    frames = Frames(walk.blocks, walk.names, walk.notes).of(lines)
    others = document.texts[len(texts) :]
    return Marked((*texts, *others), (*frames, *[()] * len(others)))


def unmended(document: Document) -> tuple[str, ...]:
    r"""Give every line of a page as it is written there, before it was mended; the page is read again for it.

    >>> page = read("<p>The fer&#8203;ry<p>\u200b<p>runs.")
    >>> page.texts, unmended(page)
    (('The ferry', 'runs.'), ('The fer\u200bry', 'runs.'))
    """
    texts = [text for text in _lines(document.source)[1].texts if repair(text).strip()]
    return (*texts, *document.texts[len(texts) :])


def _lines(html: str, utf8: bytes | None = None, *, marking: bool = False) -> tuple[Walk, Lines]:
    """Walk the page, and its templates and what stands for frames too if there is hardly anything else to read."""
    shown = shadows(html)
    walk = _walk(shown, utf8 if shown is html else None, marking=marking)
    if walk.letters() < _SHELL and (walk.met("template") or walk.met("noframes")):
        walk = _longer(walk, _walk(closed(shown), marking=marking))
    lines = without_echoes(walk.lines, walk.blocks) if walk.met("noscript") else walk.lines
    lines = with_initials(lines, walk.blocks)
    return walk, join_rows(lines, walk.blocks, bar=BAR if marking else "|") if walk.met("tr") else lines


def _longer(shown: Walk, whole: Walk) -> Walk:
    """The walk that found more; that through a page of frames only if there is more in it than a plea."""
    least = _PLEA if whole.met("frame") else 0
    return whole if whole.letters() > max(shown.letters(), least) else shown


def _walk(html: str, utf8: bytes | None = None, *, marking: bool = False) -> Walk:
    walk, root = Walk(marking=marking), LexborHTMLParser(bounded(html, utf8)).root
    write_out_drawings(html, root)
    walk.run(root)
    return walk


def _code(html: str) -> list[str]:
    """What a page marks as code; it is read again for it."""
    return [node.text() for node in LexborHTMLParser(bounded(html)).css("code, kbd, samp, tt")]


def _notes(html: str, walk: Walk, texts: tuple[str, ...]) -> Iterator[str]:
    """Raise the flags that can be seen while reading."""
    if not texts:
        yield "empty"
    if walk.letters() < _SHELL and _is_shell(html, walk):
        yield "truncated"
    if walk.evidence.is_paywalled():
        yield "paywall"


def _is_shell(html: str, walk: Walk) -> bool:
    """Whether a page with hardly any text is one that scripts would fill.

    It speaks of JavaScript, has an empty element with the id that a framework fills, or far more script than text.
    """
    if any("javascript" in text.lower() for text in walk.lines.texts) or _APP.search(html):
        return True
    return sum(len(script[0]) for script in _SCRIPT.finditer(html)) > _SCRIPT_SHARE * max(walk.letters(), _SHELL)
