"""What each line is by itself and beside its neighbours: its shape, its size, its marks, its date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from cleaner.characters import BRACKET, COMMA, DASH, DIGIT, OTHER, SEPARATOR, STOP
from cleaner.features import Page
from cleaner.once import cached_property, compiled
from cleaner.plain import leftover
from cleaner.plain.linked import code
from cleaner.plain.targets import beside
from cleaner.rules import calendar
from cleaner.rules.groups import marked

if TYPE_CHECKING:
    from cleaner.characters import Bools, Floats

_MARKER = compiled(r"^[*+•·▪■□►▶›»>\-–—o°]\s+")
_COUNT = compiled(r"^\W*\d(?:[\d.,]*\d)?(?:[\s)]+|(?=[\u3040-\u9fff]))|\W*\d[\d.,]*[件条條]?\W*$")
_LONG = 30.0  # words of a paragraph that needs no stop at its end
_LABEL = 34  # characters; a speaker's name or a label is no longer


class Lines:
    """The columns of `Shapes` that need the page's lines alone."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.n = page.n

    @cached_property
    def html(self) -> bool:
        """Whether the page has elements."""
        return self.page.document.dom is not None

    @cached_property
    def book(self) -> bool:
        """Whether the site is known."""
        return self.page.template is not None

    @cached_property
    def written(self) -> list[str]:
        """Each line as it was written; none where a text can have no links and has no marks of elements."""
        document = self.page.document
        if not document.links and not document.marks:
            return []
        return [" ".join(document.text[start:end].split()) for start, end in document.spans]

    @cached_property
    def links(self) -> list[str]:
        """Each line with the targets of its links beside them; none where a text can have none."""
        written = list(map(leftover.without, self.written)) if self.page.document.marks else self.written
        return beside(written) if written else []

    @cached_property
    def fences(self) -> list[tuple[int, int]]:
        """First and last line of each block of code between fences, as Markdown writes them."""
        document = self.page.document
        return code(document.text, self.page.texts) if document.kind == "text" else []

    def bare(self, i: int) -> str:
        """The line's text without its list marker."""
        return _MARKER.sub("", self.page.texts[i])

    @cached_property
    def running(self) -> Bools:
        """Lines of running text: prose that ends as a sentence does, or is long; a teaser that was cut off is none."""
        page = self.page
        ended = page.stopped | page.colon | (page.words >= _LONG)
        running: Bools = page.prose & ended & ~page.ellipsis
        return running

    @cached_property
    def is_running(self) -> list[bool]:
        """Whether a line is `running` text."""
        return as_list(self.running)

    @cached_property
    def headline(self) -> Bools:
        """Lines shaped like a headline: four to thirty words that end in no stop, colon or comma.

        A question or an exclamation may be a headline too.
        """
        page = self.page
        ends = (page.last != STOP) | page.question | page.ellipsis | (page.last_codes == 0x21)
        sized = (page.words >= 4) & (page.words <= 30) & (page.letters >= 0.5 * page.chars)
        headline: Bools = sized & ends & ~page.colon & (page.last != COMMA)
        return headline

    @cached_property
    def is_headline(self) -> list[bool]:
        """Whether a line is shaped like a `headline`."""
        return as_list(self.headline)

    @cached_property
    def brief(self) -> Bools:
        """Lines of at most eleven words that end in no full stop."""
        brief: Bools = (self.page.words < 12) & ~self.page.stopped
        return brief

    @cached_property
    def is_brief(self) -> list[bool]:
        """Whether a line is `brief`."""
        return as_list(self.brief)

    @cached_property
    def company(self) -> list[int]:
        """How many of the two lines before and the two after are brief."""
        brief = np.zeros(self.n + 4, dtype=np.int64)
        brief[2:-2] = self.brief
        return as_list(brief[:-4] + brief[1:-3] + brief[3:-1] + brief[4:])

    @cached_property
    def enclosed(self) -> Bools:
        """Lines with running text at most two lines before and at most two after them."""
        running = np.zeros(self.n + 4, dtype=np.bool_)
        running[2:-2] = self.running
        both: Bools = (running[:-4] | running[1:-3]) & (running[3:-1] | running[4:])
        return both

    @cached_property
    def is_enclosed(self) -> list[bool]:
        """Whether a line is `enclosed`."""
        return as_list(self.enclosed)

    @cached_property
    def open(self) -> Bools:
        """Lines that do not end as a sentence does."""
        ends: Bools = ~self.page.stopped
        return ends

    @cached_property
    def is_stopped(self) -> list[bool]:
        """Whether a line ends as a sentence does."""
        return as_list(self.page.stopped)

    @cached_property
    def sizes(self) -> list[float]:
        """The lines' words."""
        return as_list(self.page.words)

    @cached_property
    def digits(self) -> list[float]:
        """The lines' digits."""
        return as_list(self.page.count(DIGIT))

    @cached_property
    def letters(self) -> list[float]:
        """The lines' letters."""
        return as_list(self.page.letters)

    @cached_property
    def titled(self) -> list[int]:
        """Lines of four words or nearly so, half of them with a capital, without a comma and a stop at their end."""
        page = self.page
        return marked((page.words >= 3.5) & (page.capitalised >= 0.5) & (page.count(COMMA) == 0) & self.open)

    @cached_property
    def cut(self) -> list[int]:
        """Lines that end in an ellipsis."""
        return marked(self.page.ellipsis)

    @cached_property
    def questions(self) -> list[int]:
        """Lines that end in a question mark."""
        return marked(self.page.question)

    @cached_property
    def bracketed(self) -> list[int]:
        """Lines with two brackets or more."""
        return marked(self.page.count(BRACKET) >= 2)

    @cached_property
    def separators(self) -> Floats:
        """Marks between items a line: | / · • » › > → and the like."""
        return self.page.count(SEPARATOR)

    @cached_property
    def listed(self) -> Bools:
        """Lines that begin with a list marker."""
        listed: Bools = (self.page.first == SEPARATOR) | (self.page.first == DASH)
        return listed

    @cached_property
    def divided(self) -> list[int]:
        """Lines with a mark between items; the mark of a list before them does not count."""
        return marked(self.separators > self.listed)

    @cached_property
    def numbered(self) -> Bools:
        """Lines that begin with a digit, or with a list marker and hold one."""
        numbered: Bools = ((self.page.first == DIGIT) | self.listed) & (self.page.count(DIGIT) >= 1)
        return numbered

    @cached_property
    def numbers(self) -> list[int]:
        """The `numbered` lines."""
        return marked(self.numbered)

    @cached_property
    def counts(self) -> dict[int, str]:
        """Brief lines that begin or end in a number, with what else they say, lower case ("12 likes")."""
        page = self.page
        brief = marked((page.count(DIGIT) >= 1) & (page.words <= 4))
        likely = [i for i in brief if self.letters[i] >= 2 and not self.listed[i]]
        return {i: _COUNT.sub("", page.texts[i]).lower() for i in likely}

    @cached_property
    def labelled(self) -> list[int]:
        """Lines that begin with a letter, end in a stop and have a colon among their first 34 characters."""
        page = self.page
        likely = (page.count(COMMA) > 0) & (page.first < DIGIT) & page.stopped
        heads = [(i, page.texts[i][1:_LABEL]) for i in marked(likely)]
        return [i for i, head in heads if ":" in head or "：" in head]

    @cached_property
    def dated(self) -> list[int]:
        """Lines with three digits or more, as every date and most times of day have."""
        return marked(self.page.count(DIGIT) >= 3)

    @cached_property
    def clocks(self) -> dict[int, int]:
        """Lines that are nothing but a time of day, with their minutes since midnight."""
        texts, digits, letters = self.page.texts, self.digits, self.letters
        found = {}
        for i in self.dated:
            if len(texts[i]) <= 14 and digits[i] <= 6 and letters[i] <= 4:
                minutes = calendar.clock(texts[i])
                if minutes is not None:
                    found[i] = minutes
        return found

    @cached_property
    def dates(self) -> dict[int, str]:
        """Lines that are nothing but a date, with their text, in the order of lines."""
        texts, digits, letters = self.page.texts, self.digits, self.letters
        found = {}
        dated = {}  # the same date often stands on many lines
        for i in self.dated:
            text = texts[i]
            if len(text) <= 64 and digits[i] <= 18 and letters[i] <= 40 and not self.is_running[i]:
                if text not in dated:
                    dated[text] = calendar.is_date(text)
                if dated[text]:
                    found[i] = text
        return found

    @cached_property
    def copied(self) -> list[int]:
        """Lines that are said more than once on the page, letter case aside."""
        return marked(self.page.copies > 1)

    @cached_property
    def doubled(self) -> list[int]:
        """Lines that the next line says again, letter case aside."""
        said = self.page.said
        return marked(said[1:] == said[:-1])

    def twins(self, lines: Iterable[int]) -> dict[str, list[int]]:
        """Lines by their lower-case text."""
        found: dict[str, list[int]] = {}
        for i in lines:
            found.setdefault(self.page.lowered[i], []).append(i)
        return found

    def holding(self, character: str) -> list[int]:
        """Lines that hold a symbol such as © or #."""
        if not self.page.holds(character):
            return []
        return [i for i in self._symbols if character in self.page.texts[i]]

    @cached_property
    def _symbols(self) -> list[int]:
        return marked(self.page.count(OTHER) > 0)


def as_list(column: NDArray[Any]) -> list[Any]:
    """A column as a list, which a rule asks faster about one line."""
    values: list[Any] = column.tolist()
    return values
