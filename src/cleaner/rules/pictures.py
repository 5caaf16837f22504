"""What stands in a text for pictures: names of their files, and descriptions for whoever does not see them.

Few programs write these, so a fit would learn it of one of them. These votes add to what the tables say (see
`rules.APART`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.characters import STOP
from cleaner.features.phrases import entries, folded, lowered
from cleaner.once import compiled, kept
from cleaner.rules.groups import marked, quoted
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_NAMES = compiled(r"(?:\[(?:(?=[^\]]*[^\W\d_])[\w.%@+~()-]{3,}+)?\])+")
_FILE = compiled(r"\[(?:svg\]|[^\W\d_][\w.%@+~()]*+[-%@]|\w+[_-]\w*\d|\w*\d\w*[_-])")
_ASSIGNED = compiled(r"[\w.\"'-]+\s*[=:]")  # what stands below the name of a part of a configuration
_SMALL = compiled(r"(?=[^\W\d_])[^\WA-Z]++(?:[ ,'’/-]{1,2}[\w.]++)++")
_LAST = compiled(
    r"""[.!?…。！？।]['"”’»)]*\s+ (?P<credit> [^\W\d_] (?:[^.!?…。！？।]|(?<=\b[^\W\d_])[.])*+ ) [.]?+ $""", re.VERBOSE
)
_SIGNED = compiled(r"(?:(?:19|20)\d\d )?(?:[^\W\d_a-zß-öø-ÿ]|[\w-]+/)(?:[^.!?…。]|\.(?=\S)|(?<=\b\w)\.){1,70}+[.)]?")
_BEGINNING = 4  # words of a credit before whom it names
_CREDIT = 80  # characters
_CREDITED = 40  # words; in a line of more, the credit was glued to a paragraph of the article
_ENTRY = 20  # words; in a list's entry of as many, likewise
_SAME = 3  # lines
_HALF = 8  # characters of what is said twice on a line
_LETTERS = 5  # of them distinct, which no laughter has
_SIGNS = 2  # that a text shows what stands for pictures
_DESCRIBED = 40  # words
_LONE = 24  # words
_FEWEST = 3  # words
_OPEN = ":;,–—-"  # ends a line that goes on


def picture_names(page: Page) -> Iterator[tuple[int, str]]:
    """A name without blanks in square brackets that stands for a picture, where a text has two like names of files.

    Why not more: "[Applause]" and "[Results]" stand in brackets too, and so do the parts of a configuration, above what
    is assigned.
    """
    s = shapes(page)
    if not _shows_pictures(page):
        return
    for i in s.bracketed:
        if _NAMES.fullmatch(s.bare(i)) and not _is_configured(page, i):
            yield i, f"is the name of a picture in its place: {quoted(page.texts[i])}"


def glued_copy(page: Page) -> Iterator[tuple[int, str]]:
    """A line that says the same twice without a blank between: a picture's description, for two sizes of screens.

    Why not more: laughter and calls repeat few letters, or more than twice.
    """
    for i, half in _copies(page).items():
        yield i, f"says twice without a blank between: {quoted(half)}"


def described_picture(page: Page) -> Iterator[tuple[int, str]]:
    """A line in the article that begins as descriptions of pictures do ("Screenshot of", "Nahaufnahme von").

    Why not more: a sentence may be about a photo of somebody, and a picture of an age is a figure of speech.
    """
    s = shapes(page)
    first, last = s.core
    for i, cues in s.cue_lines("pictured").items():
        brief = _FEWEST <= s.sizes[i] <= _DESCRIBED and first <= i <= last
        if brief and (not s.is_stopped[i] or cues[0].text.endswith(":")):
            yield i, f"describes a picture: {quoted(cues[0].text)}"


def credited_description(page: Page) -> Iterator[tuple[int, str]]:
    """A line whose last sentence says who took a picture ("The old bridge. Photograph by Jane Doe.").

    Why not more: what goes on in small letters may be a sentence ("Photos by readers are welcome"), a long line is a
    paragraph to which the credit was glued, and a word for a picture alone ("Image Comics.") must begin three of them.
    """
    s = shapes(page)
    loose: dict[str, list[tuple[int, str]]] = {}
    for i in [i for i in marked(page.count(STOP) > 0) if s.sizes[i] <= (_ENTRY if s.listed[i] else _CREDITED)]:
        if last := _LAST.search(page.texts[i][-_CREDIT:]):
            found = i, f"ends with a picture's source: {quoted(last['credit'])}"
            if cue := _credit(last["credit"].split()):
                if " " in cue or cue.endswith(":"):
                    yield found
                else:
                    loose.setdefault(cue, []).append(found)
    for finds in loose.values():
        yield from finds if len(finds) >= _SAME else ()


def _credit(words: list[str]) -> str | None:
    """The words for a picture's source that a sentence begins with, if it goes on with a name.

    >>> _credit("Photograph by Jane Doe".split()), _credit("Photos by readers are welcome".split())
    ('photograph by', None)
    """
    known = entries("credit")
    for count in range(min(_BEGINNING, len(words) - 1), 0, -1):
        cue = folded(lowered(" ".join(words[:count])))
        if cue in known or (count == 1 and f"{cue}:" in known):
            return None if words[0].islower() or words[count].islower() else cue
    return None


def signed_description(page: Page) -> Iterator[tuple[int, str]]:
    """A line in the article that ends with a copyright sign and a name ("The old bridge | © 2019 Jane Doe").

    Why not more: a notice of the page's own begins with the sign, stands outside the article, or says more than a name.
    """
    s = shapes(page)
    first, last = s.core
    for i in range(first, last + 1):
        before, sign, after = page.texts[i].rpartition("©")
        signed = _SIGNED.fullmatch(after.strip()) if sign else None
        if signed and s.sizes[i] <= _CREDITED and not s.listed[i] and len(before.split()) >= _FEWEST:
            yield i, f"ends with who has the rights of a picture: {quoted(sign + after)}"


def described_again(page: Page) -> Iterator[tuple[int, str]]:
    """A line that the next one says again, where names of pictures stand in the text: a description above its caption.

    Why not more: elsewhere a line may come back as a refrain, and the last one of them stays.
    """
    s = shapes(page)
    for i in s.doubled if _shows_pictures(page) else ():
        if s.sizes[i] >= 2:
            yield i, f"is said again by the next line, among names of pictures: {quoted(page.texts[i])}"


def lone_description(page: Page) -> Iterator[tuple[int, str]]:
    """A paragraph in small letters that ends without a stop, where names of pictures stand in the text.

    Why not more: what goes on from a colon or a comma is the article's, and code, addresses and marked items are no
    words.
    """
    s = shapes(page)
    first, last = s.core
    gaps = page.document.gaps
    for i in range(max(first, 1), min(last, page.n - 1)) if _shows_pictures(page) else ():
        alone = gaps[i] and gaps[i + 1] and not s.is_stopped[i] and _FEWEST <= s.sizes[i] <= _LONE
        text = page.texts[i]
        if alone and text[0].islower() and page.texts[i - 1][-1] not in _OPEN and _SMALL.fullmatch(text):
            yield i, f"describes a picture, in small letters and without a stop: {quoted(text)}"


@kept
def _shows_pictures(page: Page) -> bool:
    """Whether a text shows what stands for pictures: two names of files, or two descriptions for two screens."""
    s = shapes(page)
    begun = [i for i in s.bracketed if s.bare(i).startswith("[")]
    files = {page.texts[i] for i in begun if _FILE.match(s.bare(i)) and not _is_configured(page, i)}
    return len(files) >= _SIGNS or len(_copies(page)) >= _SIGNS


@kept
def _copies(page: Page) -> dict[int, str]:
    """Lines that say the same twice, and what they say."""
    s = shapes(page)
    found = {}
    for i in range(page.n):
        text = s.bare(i)
        if text.startswith("["):
            text = _NAMES.sub("", text, count=1)
        half, odd = divmod(len(text), 2)
        if odd or half < _HALF or text[:half] != text[half:]:
            continue
        said = text[:half]
        if len({*filter(str.isalpha, said.lower())}) >= _LETTERS and said not in (said * 2)[1:-1]:
            found[i] = said
    return found


def _is_configured(page: Page, i: int) -> bool:
    """Whether a value is given a name on the line right below."""
    gaps = page.document.gaps
    return i + 1 < page.n and not gaps[i + 1] and _ASSIGNED.match(page.texts[i + 1]) is not None
