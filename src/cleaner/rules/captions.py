"""Captions and picture credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.characters import BRACKET, COMMA, STOP
from cleaner.features.phrases import entries
from cleaner.once import compiled
from cleaner.rules.groups import marked, quoted
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_PLACEHOLDER = compiled(
    r"""^ \W* (?: \[ [^\[\]]{1,40} [-_] \d+ \] | !\[ [^\]]* \] (?:\([^)]*\))?
        | \[ (?:image|img|photo|picture|logo|icon|video|bild|foto|imagen|immagine|изображение|фото) \b [^\]]{0,40} \]
        | [\w%()-]{1,80} \.(?:jpe?g|png|gif|webp|svg|avif) ) \W* $""",
    re.VERBOSE | re.IGNORECASE,
)
_ENDING = compiled(
    r"""[.!?…)\]"”»|。！？।] \s*
        (?P<credit> (?P<label> [^.!?:：…|]{1,24}? \s? [:：] ) \s? (?P<who> [^\s:：] [^:：]{1,80} ) ) $""",
    re.VERBOSE,
)
_AFTER_STOP = compiled(
    r"""[.!?…。！？।] ["”»)]? \s? (?P<open>\()? (?P<who> [^\s.!?…。！？।"”»(] [^.!?…。！？।:：()]{1,48} )
        (?(open)\)) $""",
    re.VERBOSE,
)
_PARTS = compiled(r"\s*[/|,–-]\s*|\s+(?:via|über)\s+|\s+")
_AGENCIES = frozenset(
    """aap afp alamy anp ansa ap apa belga bta cp dpa efe epa getty gettyimages hina imago keystone lusa mti ntb pa pap
    pti reuters ritzau shutterstock sputnik sta tanjug tasr tass tt xinhua čtk итар-тасс ройтерс тасс укрінформ αμπε
    رويترز رویترز רויטרס 뉴스1 뉴시스 로이터 연합뉴스 ロイター 共同 共同通信 時事 時事通信 中央社 新华社 新華社 路透
    路透社""".split()
)
"""Agencies that pictures come from, as captions name them."""
_YEAR = compiled(r"\b(?:19|20)\d\d\b")
_FILES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif")
_FEWEST = 4  # words, of a description and its credit
_GLUED = 40  # words; in a line of more, the credit was glued to a paragraph of the article
_ENTRY = 20  # words; in a list's entry of as many, likewise
_LONGEST = 60  # words of a caption with its credit
_PLACED = 45  # words of a caption that tells where people stand
_SENTENCES = 3  # stops of a caption, of which one may shorten a word
_MOST = 0.34  # share of the paragraphs; where more end in an agency's name, it signs reports


def holds_year(text: str) -> bool:
    """Whether a year stands on the line, which makes a copyright notice of a copyright sign.

    >>> holds_year("© 2024 The Valley Post"), holds_year("© Jane Doe")
    (True, False)
    """
    return _YEAR.search(text) is not None


def photo_credit(page: Page) -> Iterator[tuple[int, str]]:
    """A line with a picture's credit: at its head, in brackets, or after a short caption.

    Why not more: a paragraph that ends in a credit is a paragraph, and a teaser that begins with one is a teaser.
    """
    s = shapes(page)
    for i, cues in s.cue_lines("credit").items():
        words = page.words[i]
        if words > _LONGEST or page.ellipsis[i] or ("©" in page.texts[i] and holds_year(page.texts[i])):
            continue
        headed = not s.listed[i] and any(c.phrase.head and (c.whole or words <= 40) for c in cues)
        late = any(c.start > 0.3 * len(page.texts[i]) for c in cues)
        if (headed and (s.brief[i] or words <= 24 or not page.stopped[i])) or (late and not page.stopped[i]):
            yield i, f"names a picture's source: {quoted(cues[0].text)}"


def ending_credit(page: Page) -> Iterator[tuple[int, str]]:
    """A line whose last sentence is a picture's credit ("The old bridge on Monday. Photo: Jane Doe / AFP").

    Why not more: "She put the photo: a wedding, on the wall" is no sentence of its own, and ends with no name. A long
    entry of a list tells of more than a picture.
    """
    s = shapes(page)
    labels = entries("credit")
    for i in [i for i in marked(s.open & (page.count(COMMA) > 0)) if _FEWEST <= s.sizes[i] <= _GLUED]:
        if s.listed[i] and s.sizes[i] >= _ENTRY:
            continue
        text = page.texts[i]
        found = _ENDING.search(text) if ":" in text or "：" in text else None
        if found and found["label"].lower().replace("：", ":") in labels and not found["who"][0].islower():
            yield i, f"ends with a picture's source: {quoted(found['credit'])}"


def agency_credit(page: Page) -> Iterator[tuple[int, str]]:
    """A line that goes on after its last sentence with an agency's name ("… on the old bridge. Jane Doe/AFP").

    Why not more: an agency's report may end so as well, so the article's last paragraph and what stands below it stay;
    so do the entries of a page on which many end so.
    """
    s = shapes(page)
    stops = page.count(STOP)
    likely = marked(s.open & (stops > 0) & (stops <= _SENTENCES))
    found = {}
    for i in [i for i in likely if i < s.core[1] and _FEWEST <= s.sizes[i] <= _LONGEST and not page.ellipsis[i]]:
        credit = _AFTER_STOP.search(page.texts[i][-60:])
        if credit and not _AGENCIES.isdisjoint(_PARTS.split(credit["who"].lower())):
            found[i] = credit["who"]
    if len(found) <= max(1.0, _MOST * len(s.paragraphs)):
        for i, who in found.items():
            yield i, f"goes on after its last sentence with a picture's source: {quoted(who)}"


def placed_people(page: Page) -> Iterator[tuple[int, str]]:
    """A line that tells where in a picture somebody stands: "Ada Thornbury (left)", "From left:".

    Why not more: what an article describes in passing ("loosen the screw (left)") is no name, and no line by itself.
    """
    s = shapes(page)
    for i, cues in s.cue_lines("placed").items():
        if page.words[i] <= _PLACED and not (s.listed[i] or page.texts[i][:1].isdigit()):
            named = (c for c in cues if c.phrase.head or _is_named(page.texts[i][: c.start]))
            if cue := next(named, None):
                yield i, f"tells where people stand in a picture: {quoted(cue.text)}"


def _is_named(before: str) -> bool:
    """Whether a word that could be a name's last ends a text: one that begins with no small letter.

    >>> _is_named("The mayor, Ada Thornbury "), _is_named("Loosen the screw "), _is_named("山田太郎")
    (True, False, True)
    """
    word = before.rstrip().rpartition(" ")[2].lstrip("\"'“‘„«(")
    return bool(word) and word[0].isalpha() and not word[0].islower()


def beside_credit(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line that stands both before and after a credit, or twice beside it: the picture's description.

    Why not more: a brief line before a credit may be a subheading; said twice it is not.
    """
    s = shapes(page)
    found: set[int] = set()
    for c in s.cue_lines("credit"):
        near = [
            i for i in range(max(0, c - 2), min(s.n, c + 3)) if page.copies[i] > 1 and i != c and not s.is_running[i]
        ]
        texts = [page.lowered[i] for i in near]
        found.update(i for i in near if texts.count(page.lowered[i]) > 1)
    for i in sorted(found):
        yield i, f"stands twice beside the credit of a picture: {quoted(page.texts[i])}"


def said_twice(page: Page) -> Iterator[tuple[int, str]]:
    """A line beside or inside the article that is said twice in a row: a picture's description and its caption.

    Why not more: refrains and menus are repeated too; a refrain is not repeated at once between two paragraphs, and a
    menu stands away from the article.
    """
    s = shapes(page)
    if not s.has_core:
        return
    first, last = s.core
    for a in s.doubled:
        if not first - 2 <= a <= last or page.words[a] < 5 or s.running[a]:
            continue
        b = a + 1
        alone = (a == 0 or s.running[a - 1] or not s.brief[a - 1]) and (b + 1 >= s.n or s.running[b + 1])
        if alone or page.count(BRACKET)[a]:
            why = f"is said twice in a row beside the article: {quoted(page.texts[a])}"
            yield a, why
            yield b, why


def image_placeholder(page: Page) -> Iterator[tuple[int, str]]:
    """What a renderer left of a picture: a name in square brackets with a number, or a file name.

    Why not more: "[Applause]" and "[Chorus]" stand in brackets too.
    """
    s = shapes(page)
    texts = page.texts
    ended = [i for i in marked((page.count(STOP) >= 1) & s.open) if "." in texts[i][-6:]]
    files = [i for i in ended if page.lowered[i].endswith(_FILES)]
    named = [i for i in files if page.count(BRACKET)[i] >= 2 or (s.sizes[i] >= 2 and len(texts[i]) <= 90)]
    for i in sorted({*named, *(i for i in s.bracketed if "[" in texts[i][:4])}):
        likely = s.sizes[i] <= 10 and s.letters[i] and not s.is_stopped[i]
        if likely and _PLACEHOLDER.match(s.bare(i)):
            yield i, f"is what is left of a picture: {quoted(page.texts[i])}"
