"""Promotion: newsletters, subscriptions, applications, channels, and asks to send something in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.rules.groups import quoted
from cleaner.rules.phrased import other
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page
    from cleaner.features.cues import Cue

_LONGEST = 60  # words
_TAKEN_UP = 0.67  # share of a heading's words that stand elsewhere in the article


def promo_button(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line that is nothing but an ask ("Sign up", "Follow us").

    Why not more: asks that run on are judged by `promo_line`. What heads a paragraph and is taken up by the article is
    a heading ("Mobile apps").
    """
    s = shapes(page)
    for i in s.buttons("promo"):
        heads = s.is_enclosed[i] and s.echo[i] >= _TAKEN_UP
        if s.sizes[i] <= 8 and not heads:
            yield i, f"is the ask {quoted(page.texts[i])} and nothing else"


def promo_line(page: Page) -> Iterator[tuple[int, str]]:
    """A line that asks the reader to subscribe, follow or send in, by two signals.

    Signals: the ask begins the line; a second ask stands on it; it stands outside the article; another such line
    stands beside it; it is brief. Why not more: a sentence on somebody's newsletter has one of these at most, and in an
    article about newsletters only the brief lines count.
    """
    s = shapes(page)
    lines = s.pleas("promo")
    if not lines:
        return
    topic = s.topic("promo")
    for i, cues in lines.items():
        if s.sizes[i] > _LONGEST or (topic and s.is_running[i]):
            continue
        signals = _signals(s, i, cues, lines)
        if len(signals) >= 2:
            yield i, f"{quoted(cues[0].text)} {' and '.join(signals[:2])}: {quoted(page.texts[i])}"


def _signals(s: Shapes, i: int, cues: list[Cue], lines: dict[int, list[Cue]]) -> list[str]:
    found = []
    if any(c.phrase.head for c in cues):
        found.append("begins the line")
    if another := other(cues):
        found.append(f"stands with {quoted(another.text)}")
    if s.is_outside[i]:
        found.append("stands outside the article")
    if i - 1 in lines or i + 1 in lines:
        found.append("stands beside another ask")
    if s.is_brief[i]:
        found.append("is most of a brief line")
    return found


def paywall_line(page: Page) -> Iterator[tuple[int, str]]:
    """A line that asks to log in or pay to read on: a brief one, or one with two such phrases.

    Why not more: an article about paywalls speaks of them in whole paragraphs.
    """
    s = shapes(page)
    topic = s.topic("paywall")
    for i, cues in s.pleas("paywall").items():
        if s.sizes[i] > _LONGEST or (topic and s.is_running[i]):
            continue
        whole = any(c.whole for c in cues)
        headed = any(c.phrase.head for c in cues)
        if (s.is_brief[i] and (whole or headed)) or (headed and (other(cues) or s.is_outside[i])):
            yield i, f"asks to pay or log in to read on: {quoted(page.texts[i])}"
