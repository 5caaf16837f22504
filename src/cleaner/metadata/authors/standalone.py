"""Names that stand alone on a line, as many sites set bylines, told from headings, places and people in the news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.metadata import agencies, authors, dates
from cleaner.metadata import names as naming
from cleaner.metadata.authors import closing, places
from cleaner.metadata.authors.credits import ADDRESS
from cleaner.metadata.dates.datelines import READING_TIME
from cleaner.metadata.dates.datewords import said, says
from cleaner.metadata.text import View
from cleaner.model import KEPT
from cleaner.once import compiled

BRIEF = 80
"""Characters; names that stand alone on a line hardly take more."""

_KEPT = 60  # characters of one that is taken for a line of the article
_BESIDE = compiled(r", | \(| [|•·] ")  # before what is said of a name or of its date
_IN_PLACE = compiled(r"\sin\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}$")
"""From where somebody reports, in English; in German a heading looks alike."""
_READ = 24  # characters of a line that says how long the article takes to read
_REVIEWED = compiled(
    r"\b(?:\w+ed|photo\w*|illustrations?|(?:fact[\s-]?)?check)\sby\W*$|\bon\sbehalf\sof\W*$"
    r"|^\W*(?:fot[oó]\w*|zdjęcia|kuvat?|lektorat|redaktor\w*|редактор|фото|摄影|攝影|撮影|写真|编辑|編輯|編集|사진|편집)\W*$",
    re.IGNORECASE,
)
"""Words that introduce somebody other than the author."""
_PICTURED = compiled(r"\W*(?:photo\w*|fotos?|foto\w*|bild(?:er)?|image|picture|фото|写真|사진)\s?[:：/]", re.IGNORECASE)
_CLOCK = compiled(
    r"""\b\d{1,2}[:.]\d\d\b | (?<!\d)\d+\s?(?:hours?|minutes?|days?|weeks?|months?|min|h)\sago
      | \b(?:vor|il\sy\sa|hace|fa|för|for)\s\d
      | назад\b | \d\s?(?:分|時間|시간|분)""",
    re.VERBOSE | re.IGNORECASE,
)
_BYLINE_TOKENS = frozenset(
    ("author", "authors", "authorbox", "autor", "byline", "bylines", "contributor", "contributors", "writer", "writers")
)
_OTHERS_TOKENS = frozenset(
    ("card", "cards", "carousel", "comment", "comments", "more", "recommended", "related", "reply", "sidebar", "teaser")
)


def names_alone(view: View, i: int) -> list[str]:
    """The names on a line that holds nothing else but a date; with an agency after a slash it is a picture's credit.

    A name that the article's beginning says too is somebody whom the article is about; words of which the page writes
    one small are no name ("Key Takeaways"); and two or three Chinese or Korean characters are as likely a button.
    """
    text = view.document.texts[i]
    if did_otherwise(view, i) or view.is_figure(i):
        return []
    size = len(ADDRESS.sub("", text))
    if size > BRIEF or (" " not in text and not text.isascii()) or (view.labels[i] in KEPT and size > _KEPT):
        return []
    names = places.without(view, text, authors.in_line(text, labelled=True))
    if text.endswith((":", "：")) or (text.endswith(".") and len(text.split()[-1]) > 4):
        return []  # a kicker or a short sentence
    shown = names and (naming.shows_itself(names[0]) or _bare(text) != text.strip())
    if names and not shown and view.labels[i] != "byline" and not is_marked(view, i):
        return []  # in scripts without capitals a section looks like a name
    bare = _IN_PLACE.sub("", _bare(text)) if view.language == "en" else _bare(text)
    least = 0.45 * len(bare.strip(" |·•-–,"))
    if not names or (sum(map(len, names)) < least and dates.first(text) is None):
        return []
    if _PICTURED.match(text) or ("/" in text and agencies.is_agency(text.rpartition("/")[2])):
        return []
    if is_told_of(view, names, but=i) or said(text[: text.find(names[0]) + len(names[0])]):
        return []  # who updated or published it; behind a name such a word is of the date
    return [] if is_written_small(view, names[0]) or _is_kind(view, names[0]) else names


def _bare(text: str) -> str:
    """A line without the time, and without the job title or the words on its date that end it.

    >>> [_bare(f"Ana Cruz{rest}") for rest in (", Managing Editor", " (Writer)", " | Updated", ", Bonn")]
    ['Ana Cruz', 'Ana Cruz', 'Ana Cruz', 'Ana Cruz, Bonn']
    """
    beside = _BESIDE.search(text)
    rest = text[beside.end() :].rstrip(")") if beside else ""
    if beside and rest and (naming.is_role(rest) or said(rest)):
        return text[: beside.start()]
    return naming.without_role(_CLOCK.sub("", text))


def did_otherwise(view: View, i: int) -> bool:
    """Whether the line above says that who follows has checked, edited or illustrated the article."""
    above = view.document.texts[i - 1] if i else ""
    return _REVIEWED.search(above) is not None and not authors.is_cue(above)


def is_written_small(view: View, name: str) -> bool:
    """Whether the page also writes a word of a name small, as it does with the words of headings and buttons.

    Now and then somebody is called Rose or Mark, but two of three names that this refuses are none.
    """
    words = [w for w in name.split() if w[0].isupper() and (w[1:].islower() or (len(w) > 1 and w.isupper()))]
    small = (rf"(?<![\w@./]){re.escape(w.lower())}(?![\w@/]|\.\w)" for w in words)  # and not in an address
    return any(re.search(word, view.document.text) for word in small)


def _is_kind(view: View, name: str) -> bool:
    """Whether a name ends in an abbreviation that follows other words on the page too: Harbour CLI, River CLI."""
    first, _, last = name.rpartition(" ")
    if name.isupper() or not last.isupper() or len(last) > 4:
        return False
    before = set(re.findall(rf"(\w+)\s{re.escape(last)}\b", view.document.text))
    return len(before - {first.split()[-1]}) > 0


def is_told_of(view: View, names: Sequence[str], but: int = -1) -> bool:
    """Whether the article's beginning says one of these names, on another line than that of index `but`."""
    for name in names:
        if agencies.is_agency(name):
            continue
        last = name.split(",")[0].split()[-1].lower().strip(".")
        if last in view.opening and _is_elsewhere(view, name, last, but):
            return True
    return False


def _is_elsewhere(view: View, name: str, word: str, but: int) -> bool:
    """Whether the article says a word of a name on another line, unless that is its last, which may end with the
    authors or be a note on them, that begins with the name.
    """
    texts, (_, last) = view.document.texts, view.span
    at = next((i for i in view.body if i != but and texts[i] != name and word in texts[i].lower()), None)
    noted = at == last and (texts[at].startswith(f"{name} ") or texts[at].startswith(f"{name},"))
    return at is not None and not noted and not (at == last and word in " ".join(closing.on_line(texts[at])).lower())


def beside_date(view: View, i: int) -> list[str]:
    """The names on a line that is nothing else, beside a date, a time or a job title: how many sites set bylines."""
    names = names_alone(view, i)
    near = view.document.texts[max(0, i - 2) : i + 3] if names else ()
    return names if any(map(_goes_with_byline, near)) else []


def _goes_with_byline(text: str) -> bool:
    return (
        (len(text) < 120 and dates.first(text) is not None)
        or (len(text) < 60 and (_CLOCK.search(text) is not None or says("published", text)))
        or (len(text) <= _READ and READING_TIME.search(text) is not None)
        or (len(text) < 50 and naming.is_role(text))
    )


def is_marked(view: View, i: int) -> bool:
    """Whether the page's markup calls a line an author's name, and not one of another article."""
    dom = view.document.dom
    return dom is not None and not _BYLINE_TOKENS.isdisjoint(dom.tokens[i]) and _OTHERS_TOKENS.isdisjoint(dom.tokens[i])
