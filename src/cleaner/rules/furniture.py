"""What is left of a page's boxes: advertising marks, "read more" links, script warnings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.once import compiled
from cleaner.rules.groups import quoted
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_LONGEST = 90  # words
_PRICES = 8  # words of a price, a remark and a shop
_SIGNS = "$€£¥₹₽₺"
_PRICED = compiled(
    r"""^\W* (?: [A-Z]{0,3}[$€£¥₹₽₺] \s? \d[\d.,]* | \d[\d.,]* \s? [$€£¥₹₽₺] ) \S{0,2} (?: \s \([^()]*\) )?
        \s (?: at | from | on | bei | von | chez | sur | en | de | su | da | em | na | no | op | bij | hos | på | fra
        | från | w | v | на | в ) \s (?: [A-ZÀ-ÞА-Я][\w.&'’-]* \s? ){1,3} $""",
    re.VERBOSE,
)


def advert_mark(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line that marks advertising and says nothing else.

    Why not more: the word inside a sentence is the article's.
    """
    s = shapes(page)
    for i in s.buttons("advert"):
        yield i, f"marks advertising: {quoted(page.texts[i])}"


def advert_line(page: Page) -> Iterator[tuple[int, str]]:
    """A line that begins with a mark of advertising ("Sponsored by …"), brief or outside the article.

    Why not more: a paragraph inside the article that begins so may report on advertising.
    """
    s = shapes(page)
    for i, cues in s.cue_lines("advert").items():
        if any(c.whole for c in cues) or page.words[i] > 50:
            continue
        if any(c.phrase.head for c in cues) and (s.brief[i] or s.outside[i]):
            yield i, f"begins as advertising does: {quoted(cues[0].text)}"


def paid_links(page: Page) -> Iterator[tuple[int, str]]:
    """A line in which the page says of itself that it carries advertising or earns by its links.

    Signals: a phrase of several words inside the line, or at its head beside another one. Why not more: an article on
    advertising says such things all over, and in quotation marks somebody else says them.
    """
    s = shapes(page)
    lines = s.pleas("advert")
    if not lines or s.topic("advert"):
        return
    for i, cues in lines.items():
        said = {c.text.lower() for c in cues if not c.whole and not c.phrase.tail and len(c.text.split()) >= 3}
        inside = any(not c.phrase.head and c.text.lower() in said for c in cues)
        if s.sizes[i] <= _LONGEST and (inside or len(said) >= 2):
            yield i, f"speaks of the page's own advertising: {quoted(min(said))}"


def price_button(page: Page) -> Iterator[tuple[int, str]]:
    """A price and a shop, alone on a line ("$60 at Example Store"), two times or more: links of a buying guide.

    Why not more: a price and a place may be a table's or a heading's, so another such line has to stand on the page.
    """
    if not any(map(page.holds, _SIGNS)):
        return
    s = shapes(page)
    found = [i for i in range(s.n) if s.digits[i] and s.sizes[i] <= _PRICES and _PRICED.match(page.texts[i])]
    for i in found if len(found) > 1 else ():
        yield i, f"is a price and a shop: {quoted(page.texts[i])}"


def more_link(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line that is a link to the rest of a text ("Read more") and nothing else.

    Why not more: "Details" or "More" alone may be a subheading; single words count outside the article only.
    """
    s = shapes(page)
    for i in s.buttons("teaser"):
        if s.sizes[i] >= 2 or not s.is_enclosed[i]:
            yield i, f"is the link {quoted(page.texts[i])}"
