"""The title of a text: the line among those at and above the article's beginning that is most likely it.

A line is judged by what the decisions say, by the words that it shares with the address and with the article, by what
stands around it and by its shape. The weights are in `WEIGHTS`; below `none` there is no title. How sure the best line
is (`SURE`) depends on the distance to the next best that says something else; below `LEAST` it is not reported, since a
wrong title is worse than none, but it still tells where the article's head is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from math import exp

from cleaner.metadata import authors, title
from cleaner.metadata.names import is_capital, is_common, is_name, key
from cleaner.metadata.text import View, is_picture
from cleaner.metadata.title import Title
from cleaner.model import METADATA, RESIDUE

# Log-odds (natural logarithm) that a line is the title against every other line, all by presence but for the first
# three. `scripts/fit_title.py` fits them; `labelled` and `other` are set a little higher than it says, for labels may
# also be given by hand.
WEIGHTS = {
    "slug": 4.5,  # how well its words and the address's cover each other, 0 to 1
    "shared": 3.3,  # share of its longer words that the article's beginning has
    "near": 0.4,  # 1 directly above the article, 0 at 24 lines
    "next": -0.5,  # the line directly above the article, which may be a standfirst
    "below": -2.8,  # inside the article
    "echoed": 1.1,  # a line above holds it and more
    "credit_below": 2.4,  # a byline or date follows within three lines
    "credit_later": 1.6,  # … within seven
    "twice": 0.1,  # said again on the page
    "brief": -3.0,  # fewer than 3 words
    "few": -2.0,  # 3 or 4 words
    "long": -0.7,  # more than 22 words
    "gap": 3.1,  # set off by blank lines
    "crowded": -1.6,  # between two lines as short, without blank lines: a menu or a list
    "stopped": -4.1,  # ends like a sentence
    "listed": 0.1,  # begins with a list mark
    "bars": -0.7,  # has the bars or arrows of a menu
    "labelled": 0.4,  # the decisions say that it is the title
    "residue": -0.8,  # labelled related, promo, …
    "other": -0.6,  # labelled caption, byline, date
    "none": 3.5,  # what the best line must reach
}

# Log-odds that the best line says the title as its publisher passes it on. `labelled` and `margin` are higher than the
# fit says, and `score` lower: labels may be given by hand, and what was cut out of a page has little above its title.
SURE = {
    "always": -0.58,
    "margin": 0.30,  # distance to the next best line that says something else, at most `_APART`
    "score": 0.03,
    "labelled": 0.51,  # the decisions say that it is the title
    "twice": 0.78,  # the page says it again, as beside its buttons to share it
}
LEAST = 0.65  # confidence of a title that is reported

_APART = 8.0
_TELLING = 16  # characters; what is shorter may be a menu's entry that comes twice
_OPENING = 1_000  # characters of the article in which its title's words are looked for
_ABOVE = 40  # lines above the article in which its title may stand; menus come before that
_FAR = 24  # lines at which nearness counts no more
_LIST_MARK = re.compile(r"^\s*(?:[*•·▪□■+○>›»–—|-]|\d\d?\.(?!\s\w+\s\d{4}))\s+")
_IMAGE_NAME = re.compile(r"\s?\[[\w .-]{1,40}\]$")
_CRUMB = re.compile(r"\s[»›▸→]\s")
_BYWORD_LEFT = re.compile(r"(?<=\w)\s+(?:by|von|par|por|door)$")  # the name is a link on the next line
_SIGNED = re.compile(r"(?<=\w)\W?\s+(?:by|von|par|por|door)\s+(?P<name>\S+(?:\s\S+){1,3})$")
_WIDE = re.compile(r"[\u2e81-\U0010ffff]")  # letters that stand for syllables or words
_BARS = re.compile(r" \| |›|»|\S\s?>\s?\S| / .* / | - [^-]+ - ")
_STOP = re.compile(r"[.。।։;:,]['\"”’»)\]]*$")


def of_text(view: View, slug: Sequence[str], names: Sequence[str] = ()) -> Title | None:
    """The likeliest title of a text, or None where no line is likely enough; `Title.confidence` may be below `LEAST`.

    Args:
        view: the lines and their labels.
        slug: the words of the address (`title.slug_words`).
        names: names of the site, which are taken off the title's end.
    """
    scored = [(sum(WEIGHTS[name] * x for name, x in found.items()), i) for i, found in candidates(view, slug)]
    if not scored:
        return None
    score, index = max(scored)
    if score < WEIGHTS["none"] and view.labels[index] != "title":
        return None
    texts = view.document.texts
    text = said(texts[index], texts[index + 1] if index + 1 < len(texts) else "")
    if text.startswith((":", "：")) and index:
        text = title.tidy(texts[index - 1]) + text  # a renderer parted kicker and headline
    return Title(title.without_site(text, names), "text", None, _sure(measures(view, scored)), index)


def measures(view: View, scored: Sequence[tuple[float, int]]) -> dict[str, float]:
    """What tells how sure the best of some scored lines is: the measures of `SURE`."""
    score, index = max(scored)
    texts = view.document.texts
    best = key(texts[index])
    others = ((s, key(texts[i])) for s, i in sorted(scored, reverse=True))
    rival = next((s for s, other in others if other not in best and best not in other), score - _APART)
    return {
        "always": 1.0,
        "margin": min(_APART, score - rival),
        "score": score,
        "labelled": float(view.labels[index] == "title"),
        "twice": float(len(texts[index]) >= _TELLING and texts.count(texts[index]) > 1),
    }


def _sure(found: Mapping[str, float]) -> float:
    """The likelihood that the log-odds of some measures add up to."""
    return round(1 / (1 + exp(-sum(SURE[name] * x for name, x in found.items()))), 2)


def said(line: str, following: str = "") -> str:
    """A title's line without what renderers leave beside it: list marks, breadcrumbs, names of images, and a by-word
    where the following line is the name.

    >>> said("• River rises after storm [storm-1200.jpg]"), said("Home » Regions » River rises after storm")
    ('River rises after storm', 'River rises after storm')
    >>> said("River rises after storm by", "Ana Cruz"), said("A night to stand by", "A storm came")
    ('River rises after storm', 'A night to stand by')
    >>> said("How the old river rose by Ana Cruz"), said("The River by Ana Cruz")
    ('How the old river rose', 'The River by Ana Cruz')
    """
    text = _IMAGE_NAME.sub("", _LIST_MARK.sub("", title.tidy(line)))
    crumbs = _CRUMB.split(text)
    if len(crumbs) > 2 and len(crumbs[-1].split()) > 2 and len(crumbs[0]) < 20:
        text = crumbs[-1]
    signed = _SIGNED.search(text)
    if signed and is_name(signed["name"]) and text.count(" ", 0, signed.start()) > 3:
        return text[: signed.start()]  # a renderer joined the byline to it; a short one may be a book and its author
    return _BYWORD_LEFT.sub("", text) if _is_signature(following) else text


def _is_signature(line: str) -> bool:
    """Whether a line is what follows a by-word that was left above it: names, or a single capitalised word."""
    if len(line) >= 60:
        return False
    return bool(authors.in_line(line, labelled=True)) or (line.isalpha() and is_capital(line) and not is_common(line))


def candidates(view: View, slug: Sequence[str]) -> Iterator[tuple[int, dict[str, float]]]:
    """Index and features (those of `WEIGHTS`) of every line that could be the title."""
    texts, labels = view.document.texts, view.labels
    first, last = view.span
    wanted = set(slug)
    upto = first if last >= 0 else len(texts)
    indices = set(range(max(0, upto - _ABOVE), min(len(texts), upto + 3)))
    indices |= {i for i, label in enumerate(labels) if label == "title"}
    shares = {i: _coverage(t, wanted) for i, t in enumerate(texts[:upto]) if 12 < len(t) < 250} if wanted else {}
    if shares:
        indices |= {i for share, i in nlargest(_ABOVE, ((share, i) for i, share in shares.items())) if share > 0.4}
    counts = Counter(texts)
    for i in sorted(indices):
        found = _features(view, i, wanted, shares, counts)
        if found is not None:
            yield i, found


def _coverage(line: str, wanted: set[str]) -> float:
    """How well a line's words and an address's words cover each other, 0 to 1.

    >>> round(_coverage("River rises again", {"river", "rises"}), 2), _coverage("River", {"river"})
    (0.8, 0.0)
    """
    best, low = 0.0, line.lower()
    if not wanted or (low.isascii() and "'" not in low and len([word for word in wanted if word in low]) < 2):
        return best  # a look that is cheaper than taking the line apart
    for own in title.spellings(line):
        shared = len(own & wanted)
        if shared > 1:
            best = max(best, 2 * shared / (len(own) + len(wanted)))
    return best


def _features(
    view: View, i: int, wanted: set[str], shares: Mapping[int, float], counts: Counter[str]
) -> dict[str, float] | None:
    """What speaks for and against line `i` as the title; None where its label or shape rules that out."""
    text, label = view.document.texts[i], view.labels[i]
    mine = title.words(text)
    wide = not text.isascii() and len(_WIDE.findall(text)) > len(text) / 3
    size = len(text) / 3 if wide else float(len(mine))
    if label in {"lead", "alternate"} or not (2 <= len(text) <= 300 and 1.5 <= size <= 45):
        return None
    share = shares[i] if i in shares else _coverage(text, wanted)
    if size < 3 and not share and label != "title" and _is_crowded(view, i):
        return None  # an entry of a menu: the best that it could add up to is less than `none`
    stopped = _STOP.search(text) is not None and not text.endswith(("...", "…"))
    if is_picture(text) or view.is_credit(i) or (label == "body" and size > 22 and stopped):
        return None
    longer = [m for m in mine if len(m) > 3 or not m.isascii()]
    first, last = view.span
    return {
        "slug": share,
        "shared": _shared(view, text) if wide else sum(m in view.opening for m in longer) / max(1, len(longer)),
        "near": max(0.0, 1 - (first - i) / _FAR) if first >= i else 0.0,
        "next": float(i == first - 1),
        "below": float(last >= 0 and i >= first),
        "echoed": float(size >= 4 and _is_echoed(view, i)),
        "twice": float(counts[text] > 1 and size >= 4),
        "brief": float(size < 3),
        "few": float(3 <= size < 5),
        "long": float(size > 22),
        "stopped": float(stopped),
        "listed": float(_LIST_MARK.match(text) is not None),
        "bars": float(_BARS.search(text) is not None),
        "labelled": float(label == "title"),
        "residue": float(label in RESIDUE and label != "navigation"),
        "other": float(label in METADATA and label not in {"title", "section"}),
        **_surroundings(view, i),
    }


def _is_echoed(view: View, i: int) -> bool:
    """Whether a line above says the same and more, as breadcrumbs and repeated kickers do."""
    texts = view.document.texts
    return any(texts[i] in text for text in texts[max(0, i - _ABOVE) : i] if len(text) < 300)


def _shared(view: View, text: str) -> float:
    """The share of a line's pairs of characters that the article's beginning has, for scripts without spaces."""
    start = view.text[:_OPENING]
    pairs = {text[k : k + 2] for k in range(len(text) - 1) if text[k : k + 2].isalnum()}
    return sum(pair in start for pair in pairs) / max(1, len(pairs))


def _surroundings(view: View, i: int) -> dict[str, float]:
    """What stands around line `i`: credits, blank lines, shorter lines."""
    texts, gaps = view.document.texts, view.document.gaps
    n = len(texts)
    below = next((j - i for j in range(i + 1, min(i + 8, n)) if view.is_credit(j)), _FAR)
    after = gaps[i + 1] if i + 1 < n else 1
    return {
        "credit_below": float(below <= 3),
        "credit_later": float(3 < below <= 7),
        "gap": float(gaps[i] > 0 and after > 0),
        "crowded": float(_is_crowded(view, i)),
    }


def _is_crowded(view: View, i: int) -> bool:
    """Whether a line stands between two as short, without blank lines, as in a menu or a list."""
    texts, gaps = view.document.texts, view.document.gaps
    return 0 < i < len(texts) - 1 and gaps[i] == gaps[i + 1] == 0 and max(map(len, texts[i - 1 : i + 2])) < 40
