"""What a line and its neighbourhood look like: the columns that the weights speak of.

`first` measures a line by its own shape and by what stands around it. From those measures and the rules' votes comes a
first score, the line's own verdict. `second` looks at the page once more with that score in hand: where the article's
core lies, how long the run is that a line stands in, whether its words come back in the core. This is stacked
generalisation (Wolpert 1992) over a sequence; jusText's context-free and context-sensitive classes are its ancestor.

All columns are floats, one entry a line, computed for the whole page at once. The tables that
ask for them (`tables/*.tsv`) say what each means.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaner.characters import BRACKET, COMMA, DASH, DIGIT, QUOTE, SEPARATOR, STOP, UPPER, Bools, Columns, Floats
from cleaner.features import Page
from cleaner.measures import containers, elements, locate, ties
from cleaner.measures.windows import FAR, Spans, Windows, lengths, median, neighbours, runs, since, until

_MANY = 1 << 15  # lines; the columns of a page with more are held in single precision, as the tables see them anyway
_SAID = "score_around_5"  # but for the one that reasons say with its value
_CUES = ("related", "ticker", "appeal", "promo", "share", "comments", "legal", "consent", "paywall", "advert",
         "credit", "byline", "dateline", "tags", "teaser", "navigation")  # fmt: skip
_HEADS = ("related", "ticker", "comments", "share", "promo", "legal", "navigation", "appeal")
_RESIDUE = frozenset(_CUES) - {"credit", "byline", "dateline", "tags"}
_CUE_COLUMNS = tuple([f"cue_{family}" for family in _CUES])
_HEAD_COLUMNS = tuple([f"since_{family}_head" for family in _HEADS])

# What is added up around each line before anything is judged, and the windows: row, lines above, lines below.
_LINES, _WORDS, _SQUARES, _SHORT, _STOPPED, _PROSE, _NET, _MARKED = range(8)
_PROSE_REACHES = (1, 2, 4, 8, 20)
_MEANS = ((_WORDS, 3), (_SQUARES, 3), (_WORDS, 10), (_SHORT, 5), (_STOPPED, 5))
_SURROUNDINGS = Spans.of(
    *((row, reach, reach) for row, reach in _MEANS),
    *((_LINES, reach, reach) for _, reach in _MEANS),
    *((_PROSE, reach, -1) for reach in _PROSE_REACHES),
    *((_PROSE, -1, reach) for reach in _PROSE_REACHES),
)
_VOTES = Spans.of((_NET, 1, 1), (_NET, 3, 3), (_NET, 10, 10), (_NET, 3, -1), (_NET, -1, 3))
_MARKS = Spans.of((_MARKED, 2, 2), (_MARKED, 6, 6), (_MARKED, 20, 20), (_LINES, 20, 20))

# What is added up with first scores in hand: scores and their weights.
_SCORE_REACHES = (1, 2, 5)
_SCORED = Spans.of(*((row, reach, reach) for row in (0, 1) for reach in _SCORE_REACHES))


def first(page: Page, kept: Floats, dropped: Floats) -> Columns:
    """The line's own shape, its surroundings and the votes, before anything is judged.

    Args:
        page: the page, of at least one line.
        kept: for each line the log-odds that rules' votes add to keeping it.
        dropped: likewise to dropping it.
    """
    cues, marked = _cues(page)
    size, net, short = page.log_words, kept - dropped, page.words < 6
    rows = (np.ones(page.n), size, size * size, short, page.stopped, page.prose_words, net, marked)
    around = Windows(rows, reach=20)
    columns = _held(cues) | _held(_shape(page)) | _held(_surroundings(page, around, short)) | _held(_position(page))
    columns |= _held(_marked_around(around, marked) | _votes(around, kept, dropped, net))
    if page.document.dom is not None:
        columns |= _held(elements.first(page, page.document.dom))
    return columns


def _held(columns: Columns) -> Columns:
    """Columns of many lines in single precision, so that a page of hundreds of thousands takes half the memory."""
    if len(next(iter(columns.values()))) < _MANY:
        return columns
    single: dict[str, NDArray[Any]] = {name: column.astype(np.float32) for name, column in columns.items()}
    return single | {name: columns[name] for name in columns.keys() & {_SAID}}


def _votes(around: Windows, kept: Floats, dropped: Floats, net: Floats) -> Columns:
    one, three, ten, above, below = around.sums(_VOTES)
    return {
        "votes_kept": kept,
        "votes_dropped": dropped,
        "votes_around_1": one - net,
        "votes_around_3": three - net,
        "votes_around_10": ten - net,
        "votes_both": np.minimum(above, below),
    }


def _shape(page: Page) -> Columns:
    words = np.maximum(page.words, 1)
    usual = median(page.gaps[page.prose] if page.prose.any() else page.gaps)
    gaps = np.zeros(page.n + 1)
    gaps[:-1] = page.gaps
    gaps = _bounded(gaps - usual, -2, 4)
    length, comma_rate = page.letters / words, page.count(COMMA) / words
    usual_length, usual_brief, usual_commas = page.in_prose(length, page.brief_words, comma_rate)
    return {
        "words": page.log_words,
        "word_length": length / max(usual_length, 1),
        "capitalised": page.capitalised,
        "upper_case": page.count(UPPER) / np.maximum(page.letters, 1),
        "brief_words": page.brief_words - usual_brief,
        "digits": page.count(DIGIT) / np.maximum(page.chars, 1),
        "stops": page.count(STOP),
        "stop_rate": page.count(STOP) / words,
        "comma_rate": comma_rate - usual_commas,
        "quotes": np.minimum(page.count(QUOTE), 4),
        "brackets": np.minimum(page.count(BRACKET), 4),
        "separators": np.minimum(page.count(SEPARATOR), 4),
        "dashes": np.minimum(page.count(DASH), 3),
        "begins_with": page.first.astype(np.float64),
        "ends_with": np.where(page.stopped, float(STOP), page.last),
        "ellipsis": page.ellipsis.astype(np.float64),
        "question": page.question.astype(np.float64),
        "colon": page.colon.astype(np.float64),
        "copies": np.minimum(page.copies, 5).astype(np.float64),
        "gap_before": gaps[:-1],
        "gap_after": gaps[1:],
    }


def _bounded(column: Floats, low: float, high: float) -> Floats:
    """The column between two bounds; `np.clip` takes three times as long."""
    return np.minimum(np.maximum(column, low), high)


def _surroundings(page: Page, around: Windows, short: Bools) -> Columns:
    sums = around.sums(_SURROUNDINGS)
    means = sums[: len(_MEANS)]
    means /= sums[len(_MEANS) : 2 * len(_MEANS)]
    sides = np.log1p(sums[2 * len(_MEANS) :])
    above, below = sides[: len(_PROSE_REACHES)], sides[len(_PROSE_REACHES) :]
    both = np.minimum(above, below)
    distances = np.log1p((lengths(runs(short)) * short, since(page.prose), until(page.prose)))
    columns = {
        "words_around_3": means[0],
        "words_around_10": means[2],
        "unevenness": np.sqrt(np.maximum(means[1] - means[0] ** 2, 0)),
        "short_around": means[3],
        "stops_around": means[4],
        "short_run": distances[0],
        "lines_since_prose": distances[1],
        "lines_to_prose": distances[2],
    }
    for at, reach in enumerate(_PROSE_REACHES):
        columns[f"prose_above_{reach}"] = above[at]
        columns[f"prose_below_{reach}"] = below[at]
        columns[f"prose_both_{reach}"] = both[at]
    words, stopped = neighbours(page.log_words, 2), neighbours(page.stopped, 2)
    for by in (1, 2):
        columns[f"words_above_{by}"] = words[-by]
        columns[f"words_below_{by}"] = words[by]
        columns[f"stopped_above_{by}"] = stopped[-by]
        columns[f"stopped_below_{by}"] = stopped[by]
    return columns


def _position(page: Page) -> Columns:
    n = page.n
    at = np.arange(n, dtype=np.float64)
    prose = page.prose_words
    through = prose.cumsum()
    total = float(prose.sum())
    passed, left = through - prose, total - through
    from_top, prose_passed, prose_left = np.log1p((at, passed, left))
    of_page = np.log1p(total), total / max(float(page.words.sum()), 1), np.log1p(n), *page.script
    page_prose, page_prose_share, page_lines, page_cased, page_unspaced = np.array(of_page).repeat(n).reshape(-1, n)
    return {
        "place": at / n,
        "lines_from_top": from_top,
        "lines_from_end": from_top[::-1],
        "prose_passed": prose_passed,
        "prose_left": prose_left,
        "share_passed": passed / max(total, 1),
        "share_left": left / max(total, 1),
        "cohesion_prose": page.cohesion(page.prose),
        "page_prose": page_prose,
        "page_prose_share": page_prose_share,
        "page_lines": page_lines,
        "page_cased": page_cased,
        "page_unspaced": page_unspaced,
    }


def _cues(page: Page) -> tuple[Columns, Bools]:
    """For each family of phrases whether a line holds one (1) or is one (2); and the lines that hold residue's."""
    nothing, nowhere = np.zeros(page.n), np.full(page.n, np.log1p(FAR))
    columns: Columns = dict.fromkeys(_CUE_COLUMNS, nothing) | dict.fromkeys(_HEAD_COLUMNS, nowhere)
    families = [family for family in _CUES if family in page.families]
    hits, heads = np.zeros((len(families), page.n)), []
    for row, family in enumerate(families):
        found = page.cues(family)
        whole = [cue.line for cue in found if cue.whole]
        hits[row, [cue.line for cue in found]] = 1.0
        hits[row, whole] = 2.0
        if whole and family in _HEADS:
            heads.append(row)
    columns |= zip([f"cue_{family}" for family in families], hits, strict=True)
    marked: Bools = np.any(hits[[row for row, family in enumerate(families) if family in _RESIDUE]], axis=0)
    if heads:
        names = [f"since_{families[row]}_head" for row in heads]
        columns |= zip(names, np.log1p(since(hits[heads] == 2.0)), strict=True)
    return columns, marked


def _marked_around(around: Windows, marked: Bools) -> Columns:
    two, six, twenty, lines = around.sums(_MARKS)
    return {
        "cues_around_2": two - marked,
        "cues_around_6": six - marked,
        "cues_share_20": (twenty - marked) / lines,
    }


def second(page: Page, score: Floats, dropped: Floats, named: Bools) -> Columns:
    """The page once more, with every line's first score in hand.

    Args:
        page: the page.
        score: each line's log-odds of being article.
        dropped: for each line the log-odds that rules' votes add to dropping it.
        named: lines that a clear vote names as title, byline, date and the like.
    """
    score = _bounded(score, -5, 5)
    size = np.minimum(page.words + 1, 60)
    by_score = score.argsort()
    covered = page.words.take(by_score).cumsum()
    usual = score[by_score[covered.searchsorted(0.8 * covered[-1])]] if covered[-1] else 0.0
    columns = _held({"score": score, "score_on_page": score - usual})
    columns |= _held(_scores_around(page, score))
    article, main = locate.second(page, score, size)
    columns |= _held(article) | _held(ties.second(page, score, main, dropped, named))
    if page.document.dom is not None:
        columns |= _held(elements.second(page, np.maximum(score, 0) * size))
        columns |= _held(containers.second(page, page.document.dom, score, size))
    return columns


def _scores_around(page: Page, score: Floats) -> Columns:
    """Mean scores of windows without the line itself, longer lines counting more."""
    weight = np.sqrt(np.minimum(page.words, 100) + 1)
    weighted = score * weight
    sums = Windows((weighted, weight), reach=max(_SCORE_REACHES)).sums(_SCORED)
    scores, weights = sums[: len(_SCORE_REACHES)], sums[len(_SCORE_REACHES) :]
    scores -= weighted
    weights -= weight
    scores /= np.maximum(weights, 1e-9, out=weights)
    return {f"score_around_{reach}": row for reach, row in zip(_SCORE_REACHES, scores, strict=True)}
