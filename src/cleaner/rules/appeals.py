"""Appeals: letters to the reader and lines that ask for money or support."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from cleaner.rules.groups import quoted, runs
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page
    from cleaner.features.cues import Cue

_LONGEST = 24  # lines; the letters of editors seen are shorter
_STEP = 2  # lines of a letter without a cue between two with one


class Letter(NamedTuple):
    """An appeal of several lines: where it begins and ends, and the phrases that gave it away."""

    first: int
    last: int
    opener: str
    asks: tuple[str, ...]


def _letters(s: Shapes) -> list[Letter]:
    """The page's letters to the reader."""
    return list(_asking(s))


def _asking(s: Shapes) -> Iterator[Letter]:
    """Runs of lines with cues that open as an appeal does and go on asking."""
    page = s.page
    strong = s.pleas("appeal")
    if not strong or s.topic("appeal"):
        return
    soft = s.pleas("letter")
    for run in runs(sorted(strong.keys() | soft.keys()), reach=_STEP + 1):
        begin = next((i for i in run if i in strong and any(c.phrase.head for c in strong[i])), None)
        if begin is None:
            continue
        zone = [i for i in run if begin <= i < begin + _LONGEST]
        asks = {_bare(c): None for i in zone for c in (*strong.get(i, ()), *soft.get(i, ()))}
        speaking = [i for i in range(begin, zone[-1] + 1) if s.running[i] or page.words[i] >= 6]
        dense = sum(_words(strong.get(i, ()), soft.get(i, ())) for i in speaking)
        if len(asks) >= 4 and len(zone) >= 2 and speaking and dense >= len(speaking):
            opener = next(c for c in strong[begin] if c.phrase.head)
            yield Letter(begin, zone[-1], opener.text, tuple(ask for ask in asks if ask != _bare(opener)))


def _bare(cue: Cue) -> str:
    """What a cue says; two families may have the same phrase with a comma and without."""
    return cue.text.lower().rstrip(",.:!")


def _words(*cues: tuple[Cue, ...] | list[Cue]) -> int:
    """Different phrases among cues."""
    return len({_bare(cue) for group in cues for cue in group})


def appeal_letter(page: Page) -> Iterator[tuple[int, str]]:
    """Every line of a letter to the reader, from its opener ("Dear readers,") to its last plea.

    Why not more: an opener alone begins many an article, and the pleas alone are what an article on donations quotes;
    a letter has an opener and four phrases close together, and it stands in one place.
    """
    s = shapes(page)
    for letter in s.once(_letters):
        pleas = ", ".join(quoted(a) for a in letter.asks[:3])
        for i in range(letter.first, letter.last + 1):
            yield i, f"stands in an appeal that opens with {quoted(letter.opener)} and says {pleas}"


def appeal_line(page: Page) -> Iterator[tuple[int, str]]:
    """A short line without a stop that asks for support, above or below the article or beside a letter.

    Why not more: "Support the team" may head a part of an article on fundraising; there it has paragraphs around.
    """
    s = shapes(page)
    topic = s.topic("appeal")
    for i, cues in s.cue_lines("appeal").items():
        if s.enclosed[i] or page.words[i] > 14 or page.stopped[i] or (topic and not s.outside[i]):
            continue
        for c in cues:
            if c.whole or (c.phrase.head and s.outside[i]):
                yield i, f"asks for support: {quoted(page.texts[i])}"
                break


def appeal_close(page: Page) -> Iterator[tuple[int, str]]:
    """A button under a letter to the reader ("Remind me later."): a brief line with a cue within three lines of it.

    Why not more: away from a letter, "Not now" may close many other boxes.
    """
    s = shapes(page)
    strong = s.cue_lines("appeal")
    for letter in s.once(_letters):
        for i in range(letter.last, min(s.n, letter.last + 4)):
            if i in strong and page.words[i] <= 6 and any(c.whole for c in strong[i]):
                yield i, f"closes the appeal above it: {quoted(page.texts[i])}"


def asking_sentence(page: Page) -> Iterator[tuple[int, str]]:
    """A sentence in the middle of which the page asks for itself ("please support our journalism"), with a second plea.

    Why not more: a quotation may say the same, so nothing inside quotation marks counts, and the article may not be
    about donations.
    """
    s = shapes(page)
    if s.topic("appeal"):
        return
    soft = s.pleas("letter")
    for i, cues in s.pleas("appeal").items():
        pleas = _words(cues, soft.get(i, ()))
        inner = any(not c.phrase.head or len(c.text.split()) >= 4 for c in cues)
        if inner and pleas >= 2 and page.words[i] >= 6 and page.words[i] <= 90:
            yield i, f"asks for support twice: {quoted(cues[0].text)} and {pleas - 1} more"
