"""Authors on lines: labelled bylines, names that a by-word introduces, names that stand alone where bylines do.

`in_lines` gives them in order of likelihood; `bylines` holds them against what the page declares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from cleaner.metadata import authors, eastasian
from cleaner.metadata import names as naming
from cleaner.metadata.authors import closing, continued, entries, places
from cleaner.metadata.authors.continued import JOINED, LONGEST, MOST
from cleaner.metadata.authors.entries import LIST, PARAGRAPH
from cleaner.metadata.authors.standalone import (
    BRIEF,
    beside_date,
    is_marked,
    is_told_of,
    is_written_small,
    names_alone,
)
from cleaner.metadata.text import AFTER, View, is_picture

_ABOVE, _BELOW = 4, 8  # lines around headline and beginning where a byline stands
_BETWEEN = 40  # lines between headline and beginning that are all looked at
_ELSEWHERE = frozenset(("caption", "related", "comments", "ticker"))
_LABELLED = 30  # lines labelled byline; more are a list of other articles

_EDGE = re.compile(r"^\W+|\W+$")
_TEXT = re.compile(r"\W*(?:te(?:xt|kst|st)\w*|words|story|текст)\s?:", re.IGNORECASE)
"""What begins a line that may go on with who took the pictures."""

Found = tuple[list[str], int, float]  # names, the line's index, how sure


def in_lines(view: View, headline: int | None, *, sure: bool = True) -> Iterator[Found]:
    """The authors on lines: those at the headline first, then labelled bylines, then by-words, then names that stand
    alone where bylines do.

    What is only likely to be the headline (not `sure`) may be an entry of a list of other articles.
    """
    around = window(view, headline)
    listed = entries.is_amid if sure else entries.is_entry
    head = [i for i in around if _is_at_head(view, i, headline)]
    amid = [i for i in head if listed(view, i)]
    head = [i for i in head if not any(abs(i - j) <= LIST for j in amid)]
    labelled = _labelled(view, around)
    yield from _signing(view, [i for i in labelled if i in head])
    yield from _introduced(view, head)
    signed = _handle(view, headline, around)
    first, last = view.signed_span
    if signed and _is_dated(view, signed[1]):  # then a byline inside is of a book or a film that it is about
        around = [i for i in around if i in head or not first <= i <= last]
        labelled = [i for i in labelled if i == signed[1] or not first <= i <= last]
    others = {i for i in {*labelled, *around} - {*head} if entries.is_listed(view, i) or entries.is_teaser(view, i)}
    yield from _signing(view, [i for i in labelled if i not in head and i not in others])
    yield from _introduced(view, [i for i in around if i not in head and i not in others])
    for i in [i for i in around if i not in others]:
        names = beside_date(view, i) if _is_beside(view, i, headline) else []
        if headline is not None and any(name in view.document.texts[headline] for name in names):
            names = []  # whom the article is about, unless a by-word or the markup says otherwise
        names = names or (names_alone(view, i) if is_marked(view, i) else [])
        if names:
            yield continued.stacked(view, i, names), i, 0.65
    if first <= last and (names := eastasian.reporting(view.document.texts[first])):
        yield names, first, 0.7
    for found in (_opening(view, headline), _closing(view)):
        if found:
            yield found
    if signed:
        yield signed


def _is_at_head(view: View, i: int, headline: int | None) -> bool:
    """Whether a line stands right under the headline, or above it, and not inside the article."""
    first, last = view.signed_span
    return headline is not None and -2 <= i - headline <= _BELOW and (last < 0 or i <= max(first, headline + 2))


def _introduced(view: View, lines: Sequence[int]) -> Iterator[Found]:
    """The authors whom by-words introduce on these lines."""
    texts = view.document.texts
    for i in lines:
        names = continued.by_cue(view, i)
        if not names or is_picture(texts[i].partition(names[0])[0] if _TEXT.match(texts[i]) else texts[i]):
            continue
        yield continued.whole(view, i, names), i, 0.85 if view.labels[i] == "byline" else 0.8


def _is_dated(view: View, i: int) -> bool:
    """Whether a line or the one below it says when the article was published."""
    return any(view.dated(j) for j in range(i, min(len(view.document), i + 2)))


def _labelled(view: View, around: Sequence[int]) -> list[int]:
    """The lines labelled byline, those near the headline before others.

    Far from it, bylines that come in numbers are of other articles.
    """
    first, last = view.signed_span
    lines = [i for i, _ in islice(view.labelled("byline"), _LABELLED)]
    far = [i for i in lines if i not in around]
    usable = (i for i in lines if i not in far or len(far) <= (1 if first <= i <= last else 2))
    return sorted(usable, key=lambda i: (i in far, i))


def _signing(view: View, lines: Sequence[int]) -> Iterator[Found]:
    """The authors on lines labelled byline.

    A label may err: a name without a by-word that the article's beginning says is somebody whom it is about.
    """
    texts = view.document.texts
    for i in lines:
        if i + 1 < len(texts) and _says(texts[i + 1]):
            continue  # a comment's
        if names := continued.by_cue(view, i):
            yield continued.whole(view, i, names), i, 0.85
            continue
        names = places.without(view, texts[i], authors.in_line(texts[i], labelled=True))
        if names and not is_told_of(view, names):
            yield continued.stacked(view, i, continued.more(texts, i, names)), i, 0.8


def _says(text: str) -> bool:
    """Whether a line is what stands under the name of who comments.

    >>> _says("says:"), _says("a écrit :"), _says("The mayor says:")
    (True, True, False)
    """
    from cleaner.features.phrases import entries as phrased  # which pages without labelled bylines do without

    return _EDGE.sub("", text.lower()) in phrased("commenter")


def window(view: View, headline: int | None) -> list[int]:
    """Lines in which a byline may stand, around headline and beginning and between them."""
    texts, anchors = view.document.texts, view.anchors(headline)
    near = {i for a in anchors for i in range(max(0, a - _ABOVE), min(len(texts), a + _BELOW))}
    if len(anchors) == 2 and anchors[0] <= anchors[1] <= anchors[0] + _BETWEEN:
        near |= set(range(*anchors))
    usable = (i for i in sorted(near) if view.labels[i] not in _ELSEWHERE or _is_headed(view, i, headline))
    return [i for i in usable if len(texts[i]) < LONGEST]


def _is_beside(view: View, i: int, headline: int | None) -> bool:
    """Whether a line stands below the headline, above the article, or with its date right above the headline."""
    if headline is None:
        return False
    above = headline - 2 <= i < headline and view.dated(i) is not None
    return above or headline < i <= max(view.signed_span[0], headline + 4)


def _is_headed(view: View, i: int, headline: int | None) -> bool:
    """Whether a line stands at the headline, above the article, or is a byline below its standfirst."""
    below = headline is not None and 0 < i - headline <= _BELOW and i < view.span[1]
    return view.is_head(i, headline) or (below and bool(view.introduced(i)))


def _opening(view: View, headline: int | None) -> Found | None:
    """The names on a line of their own above the first paragraph, where papers set bylines without a by-word."""
    texts, (first, last) = view.document.texts, view.signed_span
    for i in range(max(0, first - 1), min(last, first + 3)):
        below = headline is not None and 0 < i - headline <= _BELOW and len(texts[i + 1]) >= PARAGRAPH
        brief = " " in texts[i] and len(texts[i]) <= BRIEF and not texts[i].endswith(":")
        if below and brief and not is_picture(texts[i]):
            names = authors.in_line(texts[i], labelled=True)
            if 0 < len(names) <= MOST and _are_signed(view, i, names):
                return names, i, 0.6
    return None


def _are_signed(view: View, i: int, names: Sequence[str]) -> bool:
    """Whether a line holds nothing but names, and of nobody whom the next lines are about, nor a heading's words."""
    text, told = view.document.texts[i], " ".join(view.document.texts[i + 1 : i + 6]).lower()
    joined = 3 * len(JOINED.findall(text))
    return (
        sum(map(len, names)) > 0.8 * len(text) - joined
        and not any(name.split(",")[0].split()[-1].lower() in told for name in names)
        and not (names[0].isupper() and names[0].count(" ") > 2)
        and naming.shows_itself(names[0])
        and not is_written_small(view, names[0])
    )


def _closing(view: View) -> Found | None:
    """A credit below the article: with a by-word, or above a note on the author, which begins with the name again.

    On the first line below, no headline of another article stands above it, and teasers are not signed at such length.
    """
    texts = view.document.texts
    _, last = view.signed_span
    tail = range(max(last, 0), min(len(texts), last + AFTER))
    for i in tail:
        names = [] if entries.is_listed(view, i) else closing.on_line(texts[i])
        if view.labels[i] in _ELSEWHERE or view.labels[i - 1] == "related":
            names = names if i == last + 1 and _is_worded(texts[i], names) else []
        if names and (len(texts[i]) < LONGEST or not is_told_of(view, names, but=i)):
            return names, i, 0.6
    for i in range(max(0, last - 3), min(len(texts) - 1, last + AFTER)):
        named = 4 < len(texts[i]) < 50 and texts[i].count(" ") < 4 and naming.is_name(texts[i])
        if named and texts[i + 1].startswith(f"{texts[i]} "):
            return [texts[i]], i, 0.6
    for i in tail:
        if is_marked(view, i) and (names := names_alone(view, i)):
            return names, i, 0.55
    return None


def _is_worded(text: str, names: Sequence[str]) -> bool:
    """Whether a credit has more than one word before its first name, or a colon.

    >>> [_is_worded(f"{cue} Ana Cruz", ["Ana Cruz"]) for cue in ("By", "Written by", "Author:")]
    [False, True, True]
    """
    before = text.partition(names[0])[0] if names else ""
    return ":" in before or len(before.split()) > 1


def _handle(view: View, headline: int | None, around: Sequence[int]) -> Found | None:
    """A handle, a firm or a team that signs right at the headline: after a by-word, or a team that stands alone."""
    texts = view.document.texts
    near = [i for i in around if headline is not None and -2 <= i - headline <= 4]
    for i in near:
        if entries.is_listed(view, i) or entries.is_teaser(view, i):
            continue
        below = i + 1 if authors.is_cue(texts[i]) and i + 1 < len(texts) else None
        name = authors.handle(texts[i]) if below is None else authors.handle(texts[below], introduced=True)
        if name:
            return [name], i if below is None else below, 0.5
    for i in near:
        team = texts[i].strip(" *•·|-–")
        if headline is not None and i > headline and " " in team and naming.is_group(team):
            return [team], i, 0.5
    return None
