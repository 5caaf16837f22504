"""A measure and its value -> a clause: what a reader needs of the numbers in `measures` to see why a line went.

Every measure that the additive tables may speak of has one; a test holds that. What is measured on a logarithmic scale
is said in lines and words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from math import expm1

from cleaner.characters import STOP
from cleaner.measures import elements
from cleaner.measures.windows import FAR

Clause = Callable[[float], str]

_FIRST = (
    "a small letter", "a capital", "a letter without case", "an ideograph", "a letter", "a digit", "a space", "a stop",
    "a comma", "a quotation mark", "a bracket", "a bullet or bar", "a dash", "a mark", "a sign", "a sign",
)  # fmt: skip
"""What a line begins with, by the class of its first character (see `characters`)."""

_ELEMENTS = (
    "a button or an option", "a figure's caption", "an item of a list", "a cell of a table", "no paragraph",
    "preformatted", "a heading", "a quotation", "a paragraph",
)  # fmt: skip
"""What a line is, by the number that `elements` gives its tag."""

_COMPANY = {"path": "at its place in the tree", "tokens": "with its classes and ids", "group": "in its container"}
_KINDS = {"aligned": "layout", "below": "what follows", "bio": "authors", "unseen": "what is hidden"}
"""Families of classes and ids that are called otherwise than what their words speak of."""


def _number(count: float, thing: str, most: int | None = None) -> str:
    """Say how many there are of what is counted up to `most`.

    >>> _number(0, "dash"), _number(1, "line"), _number(3, "dash", most=3)
    ('no dash', '1 line', '3 or more dashes')
    """
    if (whole := round(count)) == 0:
        return f"no {thing}"
    ending = "" if whole == 1 else "es" if thing.endswith("sh") else "s"
    return f"{whole}{' or more' if whole == most else ''} {thing}{ending}"


def _words(value: float) -> str:
    return _number(2**value - 1, "word")


def _running(value: float) -> str:
    return f"{_number(expm1(value), 'word')} of running text"


def _away(value: float, what: str, *, below: bool = True) -> str:
    """Say how many lines a line is below something, or above it; beyond `FAR` nobody looked."""
    here, there = ("below", "above") if below else ("above", "below")
    if expm1(value) > FAR - 0.5:
        return f"no {what.removeprefix('a ')} in the {FAR:.0f} lines {there}"
    return f"{_number(expm1(value), 'line')} {here} {what}" if value else f"is {what}"


def _against(value: float, things: str) -> str:
    if value == 0:
        return f"as many {things} as running text"
    return f"{'more' if value > 0 else 'fewer'} {things} than running text"


def _ends(value: float, how: str, line: str = "") -> str:
    return f"{line} {'ends' if value else 'does not end'} {how}".lstrip()


def _declared(value: float, what: str) -> str:
    if value == 0.5:
        return f"the page declares no {what}"
    return f"stands {'in' if value else 'outside'} the {what} that the page declares"


def _voted(value: float, what: str) -> str:
    return f"rules speak {what} ({value:.3g})" if value else f"no rule speaks {what}"


_STOPS = "as a sentence does"
_CLAUSES: dict[str, Clause] = {
    "words": _words,
    "word_length": lambda v: f"its words are {v:.1f} times as long as those of running text",
    "capitalised": lambda v: f"{v:.0%} of its words are capitalised",
    "upper_case": lambda v: f"{v:.0%} of its letters are capitals",
    "brief_words": lambda v: _against(v, "brief words"),
    "digits": lambda v: f"{v:.0%} digits",
    "stops": lambda v: _number(v, "sentence end"),
    "stop_rate": lambda v: f"a sentence end every {_number(1 / v, 'word')}" if v else "no sentence end",
    "comma_rate": lambda v: _against(v, "commas"),
    "quotes": lambda v: _number(v, "quotation mark", most=4),
    "brackets": lambda v: _number(v, "bracket", most=4),
    "separators": lambda v: _number(v, "separator", most=4),
    "dashes": lambda v: _number(v, "dash", most=3),
    "begins_with": lambda v: f"begins with {_FIRST[round(v)]}",
    "ends_with": lambda v: _ends(v == STOP, _STOPS),
    "ellipsis": lambda v: _ends(v, "in an ellipsis"),
    "question": lambda v: _ends(v, "in a question mark"),
    "colon": lambda v: _ends(v, "in a colon"),
    "copies": lambda v: f"stands {_number(v, 'time', most=5)} on the page",
    "gap_before": lambda v: _against(v, "blank lines above it"),
    "gap_after": lambda v: _against(v, "blank lines below it"),
    "unevenness": lambda v: f"the lines around differ in length by a factor of {2**v:.1f}",
    "short_around": lambda v: f"{v:.0%} of the lines around are short",
    "stops_around": lambda v: f"{v:.0%} of the lines around end as sentences do",
    "short_run": lambda v: f"in a run of {_number(expm1(v), 'short line')}" if v else "is no short line",
    "lines_since_prose": lambda v: _away(v, "running text"),
    "lines_to_prose": lambda v: _away(v, "running text", below=False),
    "place": lambda v: f"{v:.0%} of the page's lines stand above it",
    "lines_from_top": lambda v: f"{_number(expm1(v), 'line')} above it",
    "lines_from_end": lambda v: f"{_number(expm1(v), 'line')} below it",
    "prose_passed": lambda v: f"{_running(v)} above it",
    "prose_left": lambda v: f"{_running(v)} below it",
    "share_passed": lambda v: f"{v:.0%} of the running text stands above it",
    "share_left": lambda v: f"{v:.0%} of the running text stands below it",
    "cohesion_prose": lambda v: f"shares {v:.0%} of its words with the running text",
    "page_prose": lambda v: f"the page has {_running(v)}",
    "page_prose_share": lambda v: f"{v:.0%} of the page's words are running text",
    "page_lines": lambda v: f"the page has {_number(expm1(v), 'line')}",
    "page_cased": lambda v: f"{v:.0%} of the page's letters are of scripts with capitals",
    "page_unspaced": lambda v: f"{v:.0%} of the page's letters are of scripts without blanks between words",
    "cues_share_20": lambda v: f"{v:.0%} of the lines around carry phrases of boilerplate",
    "votes_kept": lambda v: _voted(v, "for keeping it"),
    "votes_dropped": lambda v: _voted(v, "against it"),
    "votes_both": lambda v: f"rules give both sides of it at least {v:+.3g}",
    "depth": lambda v: f"stands {_number(v, 'element')} deep",
    "tag": lambda v: f"is {_ELEMENTS[round(v)]}",
    "link_density": lambda v: f"{v:.0%} of it is linked",
    "heading": lambda v: f"is a heading of level {v:.0f}" if v else "is no heading",
    "listed": lambda v: "is an item of a list" if v else "is no item of a list",
    "hidden": lambda v: "the page hides it" if v else "the page shows it",
    "declared_body": lambda v: _declared(v, "article"),
    "declared_title": lambda v: _declared(v, "title"),
    "declared_description": lambda v: _declared(v, "description"),
    "declared_share": lambda v: f"the article that the page declares has {v:.0%} of its running text",
}

_FAMILIES: tuple[tuple[str, Callable[..., str]], ...] = (
    (r"words_around_(\d+)", lambda n, v: f"the {n} lines on both sides have {_words(v)} each"),
    (r"words_(above|below)_1", lambda side, v: f"the line {side} has {_words(v)}"),
    (r"words_(above|below)_2", lambda side, v: f"the second line {side} has {_words(v)}"),
    (r"stopped_(above|below)_1", lambda side, v: _ends(v, _STOPS, f"the line {side}")),
    (r"stopped_(above|below)_2", lambda side, v: _ends(v, _STOPS, f"the second line {side}")),
    (r"prose_(above|below)_1", lambda side, v: f"{_running(v)} in the line {side}"),
    (r"prose_(above|below)_(\d+)", lambda side, n, v: f"{_running(v)} in the {n} lines {side}"),
    (r"prose_both_(\d+)", lambda n, v: f"{_running(v)} within {_number(int(n), 'line')} on its poorer side"),
    (r"cues_around_(\d+)", lambda n, v: f"{v:.0f} of the {2 * int(n)} lines around carry phrases of boilerplate"),
    (r"votes_around_(\d+)", lambda n, v: f"rules give the {_number(int(n), 'line')} on both sides {v:+.3g}"),
    (r"cue_(\w+)", lambda name, v: f"{('holds no', 'holds a', 'is a')[round(v)]} phrase of the family {name}"),
    (r"since_(\w+)_head", lambda name, v: _away(v, f"a heading ({name})")),
    (r"hint_(\w+)", lambda name, v: f"{'a' if v else 'no'} class or id speaks of {_KINDS.get(name, name)}"),
    (r"inside_(\w+)", lambda tag, v: f"stands {'in' if v else 'outside'} <{tag}>"),
    (r"prose_of_(\w+)", lambda by, v: f"{v:.0%} of the running text stands {_COMPANY[by]}"),
    (r"lines_of_(\w+)", lambda by, v: f"{_number(expm1(v), 'line')} {_COMPANY[by]}"),
    (r"links_of_(\w+)", lambda by, v: f"{v:.0%} of the text {_COMPANY[by]} is linked"),
)  # fmt: skip


def of(measure: str, value: float, tokens: frozenset[str] = frozenset()) -> str:
    """What a measure says of a line; `tokens` are the words of the classes and ids around it.

    Raises:
        LookupError: nobody wrote it down.

    >>> of("words", 3.0), of("cue_share", 2.0), of("hint_navigation", 1.0, frozenset({"site", "nav"}))
    ('7 words', 'is a phrase of the family share', 'a class or id speaks of navigation ("nav")')
    """
    clause = _clause(measure)(value)
    named = elements.hints(tokens, measure.removeprefix("hint_")) if measure.startswith("hint_") else []
    words = ", ".join([f'"{word}"' for word in named])
    return f"{clause} ({words})" if words else clause


@cache
def _clause(measure: str) -> Clause:
    if measure in _CLAUSES:
        return _CLAUSES[measure]
    for pattern, say in _FAMILIES:
        if found := re.fullmatch(pattern, measure):
            return partial(say, *found.groups())
    raise LookupError(f"Say in {__name__} what the measure {measure} tells of a line.")
