"""What ties a line to the article around it, and what parts it from it.

A line of the article takes up words of the lines before it and hands some on; between one article and the next these
chains break (Morris and Hirst 1991; as a segmenter, LCseg: Galley et al. 2003). What another article says stands twice
on a page more often, as a headline here and a teaser there, and its words do not stand in this one. Between a line and
the article that it does not belong to stand dates, bylines and what rules speak against.
"""

from __future__ import annotations

import numpy as np

from cleaner.features import Bools, Floats, Page
from cleaner.windows import Spans, Windows, rhythm, since, until

Columns = dict[str, Floats]

_TOLD = 7  # words; a shorter line tells nothing, and menus would tie all to all
_ECHOED = 6.0  # shared words, by their weights; more say no more
_SHOUTS = 4  # exclamation marks; likewise
_WITHIN = 3.0  # as `chain_to_main` of lines of the main run; above what is seen of others
_FOREIGN = -1.5  # log-odds; a line that scores less is most likely no article
_OUTSIDE = Spans.of((0, 6, 6), (1, 6, 6))


def second(page: Page, score: Floats, main: Bools, headline: int, dropped: Floats, named: Bools) -> Columns:
    """The columns that need first scores.

    Args:
        page: the page.
        score: each line's first score, log-odds.
        main: the lines of the article's largest run, unbroken.
        headline: the likeliest headline.
        dropped: for each line the log-odds that rules' votes add to dropping it.
        named: lines that a clear vote names as title, byline, date and the like.
    """
    only = np.zeros(page.n, dtype=np.bool_)
    only[headline] = True
    begin = int(main.argmax())
    end = begin + int(np.count_nonzero(main))
    total = np.maximum(page.topical, 0.5)
    since_named, to_named, against = np.log1p((since(named), until(named), _between(dropped, begin, end)))
    return {
        "words_against_main": page.log_words - _usual_length(page, main & (score > 0)),
        "topical_rate": page.topical / np.maximum(page.words, 1),
        "exclamations": np.minimum(page.exclamations, _SHOUTS),
        "rhythm": rhythm(page.log_words),
        "cohesion_headline": page.cohesion(only),
        "cohesion_foreign": page.cohesion(score < _FOREIGN),
        "echo": np.minimum(page.topic.echo(), _ECHOED),
        "since_named": since_named,
        "to_named": to_named,
        "against_between": against,
        **_chains(page, begin, end, total),
        **_outside(page, main, total),
    }


def _usual_length(page: Page, core: Bools) -> float:
    told = core & page.prose
    some = page.log_words[told if told.any() else core]
    return float(np.median(some)) if len(some) else 0.0


def _between(column: Floats, begin: int, end: int) -> Floats:
    """The sum of a column over the lines between each line and the article's main run; 0 within."""
    total = np.zeros_like(column)
    total[end:] = np.add.accumulate(column[end:]) - column[end:]
    total[:begin] = np.add.accumulate(column[:begin][::-1])[::-1] - column[:begin]
    return total


def _chains(page: Page, begin: int, end: int, total: Floats) -> Columns:
    chains = page.topic.chains(page.words >= _TOLD)
    below = chains.below
    above = np.concatenate(([0.0], below[:-1]))
    weakest = np.zeros(page.n)
    weakest[end:] = np.minimum.accumulate(above[end:])
    weakest[:begin] = np.minimum.accumulate(below[:begin][::-1])[::-1]
    to_main = np.log1p(weakest) - np.log1p(np.median(below[begin:end]))
    to_main[begin:end] = _WITHIN
    return {
        "chain_above": np.log1p(above),
        "chain_below": np.log1p(below),
        "chain_to_main": to_main,
        "taken_up": chains.taken_up / total,
        "handed_on": chains.handed_on / total,
    }


def _outside(page: Page, main: Bools, total: Floats) -> Columns:
    outside = page.topic.apart(main)
    around, of_all = Windows((outside, page.topical), reach=6).sums(_OUTSIDE)
    return {"words_outside": outside / total, "words_outside_6": around / np.maximum(of_all, 0.5)}
