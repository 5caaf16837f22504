"""Who wrote the article, told in a sentence or a paragraph: notes and biographies of its authors."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cleaner.rules import calendar
from cleaner.rules.credits import BY, is_person
from cleaner.rules.groups import quoted
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page
    from cleaner.features.cues import Cue

_PARAGRAPH = 8  # words; a shorter line may be the byline once more
_NEAR = 8  # lines below the article in which its author may be told of
_LAST = 3  # paragraphs of the article's that may tell of its authors
_BEFORE = 2  # words that head what is said of somebody, before the name
_REST = re.compile(r"[|,/•·\d]|\s[–—(]")  # what follows a name on its line: a date, an office
_WORD = re.compile(r"[^\W\d_]+")
_SOON = 30  # characters before the name in the first sentence of a biography: "As a writer, ", "Hi there! I'm "
_PARTICLE = 2  # letters
_PEOPLE = 2  # biographies that end an article; more are a list of people
_BETWEEN = 60  # characters from a name to what is said of it: degrees, pronouns, an office


def author_note(page: Page) -> Iterator[tuple[int, str]]:
    """A line after the article that says who its author is ("… is a staff writer who covers …").

    Why not more: only within six lines after the last paragraph; elsewhere such a sentence introduces a person.
    """
    s = shapes(page)
    for i, cues in s.cue_lines("byline").items():
        if s.has_core and s.core[1] < i <= s.core[1] + 6 and not page.ellipsis[i]:
            inner = [c for c in cues if len(c.text.split()) >= 2 and not c.whole]
            if inner and page.words[i] >= 5:
                yield i, f"says who wrote the article above: {quoted(inner[0].text)}"


def author_biography(page: Page) -> Iterator[tuple[int, str]]:
    """A paragraph at the article's end that begins with the name that stands above the article, or signed above it.

    So does the one right below a line that ends in that name ("About Orla Finch"). Why not more: an article may end
    with the person that it is about, but it has named that person before.
    """
    s = shapes(page)
    first, last = s.core
    names = _names_above(s) if s.has_core else {}
    for i in range(max(first + 3, last - 2), min(s.n, last + 1 + _NEAR)) if s.has_core else ():
        if s.sizes[i] < _PARAGRAPH:
            continue
        text = page.texts[i]
        above = _signature(page.texts[i - 1]) if s.sizes[i - 1] < _PARAGRAPH else ""
        if above and text.startswith((above + " ", above.split()[0] + " ")):
            yield i, f"begins with the name in the byline above it: {quoted(above)}"
            continue
        of = "" if page.question[i] or page.copies[i - 1] > 2 else page.texts[i - 1]  # or it names who asks
        if headed := next((name for name in names if _is_of(of, name)), None):
            yield i, f"stands below the name above the article: {quoted(headed)}"
            continue
        named = next((name for name in names if text.startswith(name + " ")), None)
        if not named:
            continue
        between = range(names[named] + 1, i)
        if not any(named in page.texts[j] for j in between if s.sizes[j] >= _PARAGRAPH):
            yield i, f"begins with the name above the article: {quoted(named)}"


def _is_of(text: str, name: str) -> bool:
    """Whether a line is a name, with two words or fewer before it ("About", "Written by")."""
    return text.endswith(name) and text.removesuffix(name).count(" ") <= _BEFORE


def _names_above(s: Shapes) -> dict[str, int]:
    """What may be authors' names above the article, each with its line."""
    names = {}
    first = s.core[0]
    for i in range(max(0, first - 12), min(first + 3, s.n)):
        if s.sizes[i] <= 12:
            text = s.page.texts[i].lstrip("*+•· ")
            word, _, rest = text.partition(" ")
            by = word.lower().strip(":") in BY
            if by or i - 1 in s.dates or i in s.dates or i + 1 in s.dates:
                name = _REST.split(rest if by else text, maxsplit=1)[0].strip()
                if is_person(name):
                    names[name] = i
    return names


def closing_biography(page: Page) -> Iterator[tuple[int, str]]:
    """One of the last paragraphs that begins with a name that the article has not said, of somebody who writes.

    So do the paragraphs below a heading such as "About the author" that closes the page, and the first one where other
    things follow. Why not more: who is told of inside an article, or was named before, is somebody whom it is about; a
    name without a word for writing after it ("is a freelance journalist") may close a report.
    """
    s = shapes(page)
    tail = s.once(_tail)
    heads = [i for i in s.whole("writer") if i > s.opening and bisect_left(s.paragraphs, i) > 1]
    told = s.cue_lines("writer")
    below = {i for head in heads for i in _below(s, head)}
    for i in heads:
        yield i, f"heads what is said of the author: {quoted(page.texts[i])}"
    names: list[str] = []
    for i in sorted({*tail, *below}):
        named = next((name for name in names if page.texts[i].startswith(name + " ")), None)
        if i in below:
            yield i, f"stands below {quoted(page.texts[max(head for head in heads if head < i)])}"
        elif named:
            yield i, f"goes on about {quoted(named)}, who was told of above"
        elif (who := _introduced(page.texts[i], told.get(i, ()))) and not _is_said(s, who.split()[-1], i):
            names += [who, who.split()[0]]
            yield i, f"says at the article's end who {quoted(who)} is"


def headed_biography(page: Page) -> Iterator[tuple[int, str]]:
    """A name on a line of its own at the article's end, with the paragraph below that begins with it, and between them.

    So is a next paragraph that names the same person. Why not more: in a list of people all have a name and a
    paragraph, so only one or two at the end count, and of whom the article has not told. Titles of sections and names
    of things are capitalised as well: no word of a person's name may stand in small letters on the page.
    """
    s = shapes(page)
    begin = next(iter(s.once(_tail)), s.n)
    found = _introductions(s, begin, min(s.n, s.core[1] + 1 + _NEAR))
    if not 0 < len({name for name, _, _ in found}) <= _PEOPLE or _introductions(s, s.core[0], begin):
        return
    authors = _names_above(s)
    for name, head, told in found:
        if name in authors or not any(_is_said(s, word, head) for word in name.split()):
            below = (i for i in range(told + 1, min(s.n, told + _LAST)) if s.sizes[i] >= _PARAGRAPH)
            last = max([told, *(i for i in below if _names(page.texts[i], name))])
            for i in range(head, last + 1):
                yield i, f"says at the article's end who {quoted(name)} is"


def _introductions(s: Shapes, begin: int, end: int) -> list[tuple[str, int, int]]:
    """Names that have a line of their own, that line, and that of the paragraph below which begins with the name."""
    texts = s.page.texts
    found = []
    for told in range(begin + 1, end):
        if s.sizes[told] < _PARAGRAPH:
            continue
        for head in range(told - 1, max(begin, told - _LAST) - 1, -1):
            if s.sizes[head] >= _PARAGRAPH or s.is_stopped[head]:
                break
            words = _REST.split(texts[head].strip("*+•·–—-:. "), maxsplit=1)[0].split()
            names = (" ".join(words[at:]) for at in range(_BEFORE + 1))
            name = next((name for name in names if is_person(name) and _names(texts[told][:_SOON], name)), "")
            if name and not _are_common(s, name):
                found.append((name, head, told))
    return found


def _names(text: str, name: str) -> bool:
    """Whether a text says the first word of a name, which is no abbreviation."""
    first = name.split()[0]
    return not first.isupper() and re.search(rf"\b{re.escape(first)}\b", text) is not None


def _are_common(s: Shapes, name: str) -> bool:
    """Whether a longer word of a name stands in small letters on the page, as words of people's names do not."""
    common = s.once(_common)
    return any(word.lower() in common for word in _WORD.findall(name) if len(word) > _PARTICLE)


def _common(s: Shapes) -> set[str]:
    return {word for text in s.page.texts for word in _WORD.findall(text) if word.islower()}


def _tail(s: Shapes) -> list[int]:
    """The article's last paragraphs, those right below it, and the page's; none where there is not as much above."""
    own = [i for i in s.paragraphs if s.core[0] <= i <= s.core[1]]
    if len(own) <= _LAST:
        return []
    near = (i for i in range(own[-_LAST], min(s.n, s.core[1] + 1 + _NEAR)) if s.sizes[i] >= _PARAGRAPH)
    return sorted({*near, *s.paragraphs[-_LAST:]})


def _below(s: Shapes, head: int) -> list[int]:
    """The paragraphs near below a heading; the first alone, if the page goes on."""
    told = [i for i in range(head + 1, min(head + 1 + _LAST, s.n)) if s.sizes[i] >= _PARAGRAPH]
    return told if len(s.paragraphs) - bisect_left(s.paragraphs, head) <= _LAST else told[:1]


def _introduced(text: str, cues: Iterable[Cue]) -> str:
    """The name with which a line begins, if a cue that says what somebody is follows it; else nothing.

    >>> from cleaner.features.cues import Cue
    >>> from cleaner.features.phrases import Phrase
    >>> cue = Cue(0, 17, 28, "is a writer", Phrase("is a writer", "writer", "en", False, False), False)
    >>> _introduced("Orla Finch, MSc, is a writer", [cue]), _introduced("On Monday, Finch is a writer", [cue])
    ('Orla Finch', '')
    """
    begins = min([cue.start for cue in cues if not cue.whole], default=0)
    if not 0 < begins <= _BETWEEN or ". " in text[:begins].replace("Dr. ", ""):
        return ""
    words = text[:begins].lstrip("*+•·–— ").removeprefix("Dr. ").removeprefix("Dr ").partition(",")[0].split()
    name = [word for word in words[:4] if word[0] not in "(–—"]
    while name and not is_person(" ".join(name)):
        name.pop()
    return "" if any(word.lower() in calendar.names() for word in name) else " ".join(name)


def _is_said(s: Shapes, name: str, upto: int) -> bool:
    """Whether a paragraph above names somebody."""
    return any(name in s.page.texts[i] for i in s.paragraphs if i < upto)


def _signature(text: str) -> str:
    """The name in a line of a word for "by" and one name."""
    word, _, rest = text.lstrip("*+•· ").partition(" ")
    return rest if word.lower().strip(":：") in BY and is_person(rest) else ""
