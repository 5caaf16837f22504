"""A body read as if somebody had handed it in: what would go then goes at once, so cleaning a body changes nothing.

Without what stood around them, lines can look different: a heading that now comes first looks like a title, and a short
list whose neighbours went like a menu. Cleaning therefore ends only where a further reading of the body takes nothing
away and lays nothing out in another way.

A heading is not lost because it comes first: it is tied to the line that it heads, as a title never is.

Most bodies need no second decision: a text that is laid out as a body, and in which no rule finds clear residue, is
left alone but for its metadata (see `decide.spare`), and the rules alone show that.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from cleaner import plain, rules
from cleaner.assemble import Body, assemble, is_assembled
from cleaner.assemble.between import PARAGRAPH, Beside
from cleaner.config import Config
from cleaner.decide import decide, decided, is_clean, spare
from cleaner.decide.decisions import Decisions
from cleaner.features import Page
from cleaner.model import KEPT, METADATA, RESIDUE, Decision, Document, Pairs
from cleaner.plain import glued, lineends, walls
from cleaner.rules.shapes import shapes

_AGAINST = METADATA | RESIDUE
SETTLED_BY = "second reading"
_READINGS = 8  # each takes a line at least; more than three were never needed on the development pages


def stable(document: Document, decisions: Decisions, config: Config) -> tuple[Decisions, Body]:
    """Assemble the body, and take away what would go if it were read again, until nothing would.

    Args:
        document: the page.
        decisions: what became of its lines.
        config: of the body, without what `keep` adds (see `widened`); one in Markdown is no text to be read again.

    Returns:
        The decisions, those of later readings among them, and the body.
    """
    headed = False
    made: Document | None = None
    beside = Beside(document)
    body = assemble(document, decisions.labels, config, beside=beside)
    for _ in range(_READINGS if config.format == "text" else 0):
        page = _page(body, decisions.page, made)
        if page is decisions.page and not headed:
            break  # it would be judged as it was
        again = _decided(page, config)
        gone = [at for at, label in enumerate(again.labels) if label not in KEPT] if again else []
        if not gone and (page.lines or is_assembled(page.document)):  # known lines are paragraphs, see `_page`
            break
        going = _going(body, again, gone) if again else {}
        if not going:
            left = assemble(page.document, again.labels if again else ["body"] * page.n, config)
            if left.text == body.text or (laid := _laid_out(body, left.text)) is body:
                break
            body = laid
            continue
        made = page.document if page.lines else None
        del page, again  # before there is another: the measures of many lines take much memory
        first = body.lines[0] if len(body.lines) > 1 else -1
        if not headed and first in going and going[first].label in METADATA:
            headed = True
            del going[first]
        decisions = decisions.overruled(going)
        body = assemble(document, decisions.labels, config, headed=headed, beside=beside)
    return decisions, body


def widened(document: Document, decisions: Decisions, body: Body, config: Config) -> Body:
    """The body with the lines that `config.keep` adds to it.

    Why they are not read again: among captions and menus lines of the article look like them, and would go as well.
    """
    if not config.keep:
        return body
    wider = assemble(document, decisions.labels, config)
    return body if wider.lines == body.lines else wider


def _decided(page: Page, config: Config) -> Decisions | None:
    """What becomes of the lines of a body; None if the rules alone show that all stay."""
    shared = shapes(page)  # held while all rules are asked
    votes = rules.votes(page, config, _AGAINST)
    if is_clean(page, votes, config):
        return None
    votes = rules.votes(page, config, KEPT, before=votes)
    del shared
    return spare(decide(page, votes, config), config)


def parted(decisions: Decisions, body: Body, config: Config) -> dict[int, list[int]]:
    """Of a body that is a wall of text: lines that go in part when it is read again, and where in them that parts them.

    Among others a long paragraph is judged as one; a body that is one alone is a wall of text to whoever reads it, and
    each of its sentences is judged. So the page has to be judged that way as well (see `walls.cut`), and so has one
    whose body shows the ends of its lines written out, or whose paragraphs were written with nothing between.
    """
    document, text = decisions.page.document, body.text
    if config.format != "text" or (document.kind == "html" and config.invisible == "keep"):
        return {}  # where a page is read again for its lines, they are as they were
    longest = max(map(len, text.split("\n")))
    if not (walls.is_wall(longest, len(text)) or lineends.may_part(text) or glued.is_glued(text)):
        return {}
    page = _page(body, decisions.page)
    if page is decisions.page:
        return {}
    begins, ends = ([span[side] for span in page.document.spans] for side in (0, 1))
    read = [(line, bisect_right(ends, start), bisect_left(begins, end)) for start, end, line in body.pieces]
    if all(last - first <= 1 for _, first, last in read):
        return {}
    again = decided(page, rules.votes(page, config), config)
    stays = [label in KEPT for label in again.labels]
    found = {}
    for (_, end, _), (line, first, last) in zip(body.pieces, read, strict=True):
        if len(set(stays[first:last])) > 1:
            begin = end - len(document.texts[line].rstrip())  # code may be indented further
            found[line] = [at - begin for at in begins[first + 1 : last]]
    return found


def _page(body: Body, before: Page, made: Document | None = None) -> Page:
    """Read a body as a page; where nothing went, that is the page `before`.

    `made` is the document that `plain.of_paragraphs` made of an earlier body, which had these lines and others.
    """
    document = before.document
    if document.kind == "text" and body.text == document.text:
        return before
    lines = body.lines
    texts = list(map(document.texts.__getitem__, lines))
    if len(body.text) == sum(map(len, texts)) + len(PARAGRAPH) * (len(texts) - 1):
        read = plain.of_paragraphs(texts, url=document.url, spans=Pairs(body.starts, body.ends), before=made)
        if read and read.text == body.text:
            return Page(read, before.template, like=before, lines=lines)
    return Page(plain.read(body.text, url=document.url), before.template, like=before)


def _going(body: Body, again: Decisions, gone: Sequence[int]) -> dict[int, Decision]:
    """The later decision on each line of the page of which nothing is left without the body's lines that are `gone`."""
    spans = again.page.document.spans
    going = set(gone)
    places: dict[int, int] = {}
    for at in gone:
        start, end = spans[at]
        for piece in range(bisect_right(body.ends, start), bisect_left(body.starts, end)):
            last = bisect_left(spans, body.ends[piece], key=itemgetter(0))
            if (not at or spans[at - 1][1] <= body.starts[piece]) and going.issuperset(range(at, last)):
                places[body.lines[piece]] = at
    read = sorted(set(places.values()))  # what is read together may be several lines of the page
    later = dict(zip(read, again.on(read), strict=True))
    return {line: replace(later[at], line=line, settled_by=SETTLED_BY) for line, at in places.items()}


def _laid_out(body: Body, text: str) -> Body:
    r"""The body with the white space of `text`, if they differ in nothing else; otherwise the body as it is.

    Only code and the like, whose lines a text does not show to belong together, is laid out in another way, and what
    shows nearly all its line ends written out, as no page does that meant to.

    >>> _laid_out(Body("a = 1\nb = 2", (3, 4), (0, 6), (5, 11)), "a = 1\n\nb = 2")
    Body(text='a = 1\n\nb = 2', lines=(3, 4), starts=(0, 7), ends=(5, 12))
    """
    old, new = body.text, text
    if "".join(old.split()) != "".join(new.split()):
        old, new = lineends.blanked(old), lineends.blanked(new)
    if "".join(old.split()) != "".join(new.split()) or not all(old[start:end].strip() for start, end, _ in body.pieces):
        return body
    places = [at for at, letter in enumerate(new) if not letter.isspace()]
    starts, ends, before, upto = [], [], 0, 0
    for start, end, _ in body.pieces:
        before += _letters(old[upto:start])
        starts.append(places[before])
        before += _letters(old[start:end])
        ends.append(places[before - 1] + 1)
        upto = end
    return replace(body, text=text, starts=tuple(starts), ends=tuple(ends))


def _letters(text: str) -> int:
    return sum(map(len, text.split()))
