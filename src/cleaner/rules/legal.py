"""Rights, terms, cookies and consent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.rules.groups import quoted
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_YEAR = r"\b(?:19|20|१९|२०|১৯|২০|١٩|٢٠|۱۹|۲۰|۱۳|۱۴|၂၀)\d\d\b"  # in native digits, of which Iran's are solar
_COPYRIGHT = re.compile(
    rf"""(?: © | \(c\) | \bcopyright\b | \ball\ rights\ reserved\b ) [^.]{{0,40}}? {_YEAR}
      | {_YEAR} [^.]{{0,24}} (?: © | \(c\) )""",
    re.IGNORECASE | re.VERBOSE,
)
_BEGUN = re.compile(rf"copyright {_YEAR}")


def copyright_line(page: Page) -> Iterator[tuple[int, str]]:
    """A line with a copyright sign and a year, or a rights phrase, that is no paragraph of the article.

    Why not more: a picture's credit has the sign without a year, and a paragraph may speak of copyright.
    """
    s = shapes(page)
    rights = s.cue_lines("legal")
    begun = page.lowered if page.holds("copyright ") and "\ncopyright " in page.low else ()
    for i in sorted({*s.holding("©"), *rights, *(i for i, low in enumerate(begun) if _BEGUN.match(low))}):
        if s.digits[i] < 4 or s.sizes[i] > 60 or s.is_enclosed[i] or not (s.is_outside[i] or s.sizes[i] <= 16):
            continue
        if dated := _COPYRIGHT.search(page.texts[i]):
            yield i, f"claims the rights: {quoted(dated[0])}"


def legal_link(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line that is a link to terms or policies and nothing else.

    Why not more: between paragraphs the same words may be a subheading.
    """
    s = shapes(page)
    for i in s.buttons("legal"):
        if not s.is_enclosed[i]:
            yield i, f"is the link {quoted(page.texts[i])}"


def legal_line(page: Page) -> Iterator[tuple[int, str]]:
    """A line outside the article with two phrases on rights, terms or liability, or one at its head.

    Why not more: inside the article a law report says the same.
    """
    s = shapes(page)
    if s.topic("legal"):
        return
    for i, cues in s.pleas("legal").items():
        if s.sizes[i] > 120 or not s.is_outside[i] or any(c.whole for c in cues):
            continue
        texts = {c.text.lower() for c in cues}
        if len(texts) >= 2 or any(c.phrase.head and len(c.text.split()) >= 3 for c in cues):
            yield i, f"speaks of rights or terms: {quoted(cues[0].text)}"


def consent_button(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line that is a button of a consent dialogue ("Accept all"), with another cue of it within four lines.

    Why not more: "OK", "Statistics" or "Preferences" alone may be anything.
    """
    s = shapes(page)
    lines = s.cue_lines("consent")
    for i in s.buttons("consent"):
        near = sum(j in lines for j in range(i - 4, i + 5)) - 1
        if near and (page.words[i] >= 2 or near >= 2):
            yield i, f"is the button {quoted(page.texts[i])} of a consent dialogue"


def consent_text(page: Page) -> Iterator[tuple[int, str]]:
    """The text of a consent dialogue: lines with two consent phrases, or one and a button beside it.

    Why not more: an article about cookies has its phrases all over; then only lines outside it count.
    """
    s = shapes(page)
    lines = s.pleas("consent")
    if not lines:
        return
    topic = s.topic("consent")
    buttons = {i for i, cues in lines.items() if s.brief[i] and any(c.whole for c in cues)}
    for i, cues in lines.items():
        if i in buttons or (topic and not s.outside[i]):
            continue
        texts = {c.text.lower(): None for c in cues}
        beside = next((j for j in range(i - 3, i + 4) if j in buttons), None)
        if len(texts) >= 2 or (beside is not None and not s.brief[i]):
            why = f"beside the button {quoted(page.texts[beside])}" if beside is not None else quoted(list(texts)[1])
            yield i, f"asks for consent: {quoted(cues[0].text)}, {why}"
