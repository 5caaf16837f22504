"""What ties a line to the article around it, and what parts it from it.

A line of the article takes up words of the lines before it and hands some on; between one article and the next these
chains break (Morris and Hirst 1991; as a segmenter, LCseg: Galley et al. 2003). What another article says stands twice
on a page more often, as a headline here and a teaser there, and its words do not stand in this one. Between a line and
the article that it does not belong to stand dates, bylines and what rules speak against.
"""

from __future__ import annotations

import numpy as np

from cleaner.characters import Bools, Columns, Floats
from cleaner.features import Page
from cleaner.measures.windows import Spans, Windows, median, until

_TOLD = 7  # words; a shorter line tells nothing, and menus would tie all to all
_ECHOED = 6.0  # shared words, by their weights; more say no more
_WITHIN = 3.0  # as `chain_to_main` of lines of the main run; above what is seen of others
_FOREIGN = -1.5  # log-odds; a line that scores less is most likely no article
_OUTSIDE = Spans.of((0, 6, 6), (1, 6, 6))


def second(page: Page, score: Floats, main: Bools, dropped: Floats, named: Bools) -> Columns:
    """The columns that need first scores.

    Args:
        page: the page.
        score: each line's first score, log-odds.
        main: the lines of the article's largest run, unbroken.
        dropped: for each line the log-odds that rules' votes add to dropping it.
        named: lines that a clear vote names as title, byline, date and the like.
    """
    begin = int(main.argmax())
    end = begin + int(np.count_nonzero(main))
    to_named, against = np.log1p((until(named), _between(dropped, begin, end)))
    return {
        "words_against_main": page.log_words - _usual_length(page, main & (score > 0)),
        "cohesion_foreign": page.cohesion(score < _FOREIGN),
        "echo": np.minimum(page.topic.echo(), _ECHOED),
        "to_named": to_named,
        "against_between": against,
        "chain_to_main": _chain_to_main(page, begin, end),
        "words_outside_6": _outside(page, main),
    }


def _usual_length(page: Page, core: Bools) -> float:
    told = core & page.prose
    some = page.log_words[told if told.any() else core]
    return median(some) if len(some) else 0.0


def _between(column: Floats, begin: int, end: int) -> Floats:
    """The sum of a column over the lines between each line and the article's main run; 0 within."""
    total = np.zeros_like(column)
    total[end:] = np.add.accumulate(column[end:]) - column[end:]
    total[:begin] = np.add.accumulate(column[:begin][::-1])[::-1] - column[:begin]
    return total


def _chain_to_main(page: Page, begin: int, end: int) -> Floats:
    """The weakest link of the chain of lines between each line and the article's main run."""
    below = page.topic.chains(page.words >= _TOLD)
    above = np.concatenate(([0.0], below[:-1]))
    weakest = np.zeros(page.n)
    weakest[end:] = np.minimum.accumulate(above[end:])
    weakest[:begin] = np.minimum.accumulate(below[:begin][::-1])[::-1]
    to_main: Floats = np.log1p(weakest) - np.log1p(median(below[begin:end]))
    to_main[begin:end] = _WITHIN
    return to_main


def _outside(page: Page, main: Bools) -> Floats:
    around, of_all = Windows((page.topic.apart(main), page.topical), reach=6).sums(_OUTSIDE)
    outside: Floats = around / np.maximum(of_all, 0.5)
    return outside
