"""What a line and its neighbourhood look like: the columns that the weights speak of.

`first` measures a line by its own shape and by what stands around it. From those measures and the rules' votes comes a
first score, the line's own verdict. `second` looks at the page once more with that score in hand: where the article's
core lies, how long the run is that a line stands in, whether its words come back in the core. This is stacked
generalisation (Wolpert 1992) over a sequence; jusText's context-free and context-sensitive classes are its ancestor.

All columns are floats, one entry a line, computed for the whole page at once. `weights.tsv` has a row for each, which
says what it means.
"""

from __future__ import annotations

import numpy as np

from cleaner import elements
from cleaner.features import (
    BRACKET,
    COMMA,
    DASH,
    DIGIT,
    QUOTE,
    SEPARATOR,
    STOP,
    UPPER,
    Bools,
    Floats,
    Page,
)
from cleaner.windows import Windows, best_interval, run_length, runs, shifted, since, until

Columns = dict[str, Floats]

_HEADS = ("related", "ticker", "comments", "share", "promo", "legal", "navigation", "appeal")
_CUES = ("related", "ticker", "appeal", "promo", "share", "comments", "legal", "consent", "paywall", "advert",
         "credit", "byline", "dateline", "tags", "teaser", "navigation")  # fmt: skip
_NO_RESIDUE = ("credit", "byline", "dateline", "tags")
_PROSE_REACHES = (1, 2, 4, 8, 20)
_SIDES = (*((reach, -1) for reach in _PROSE_REACHES), *((-1, reach) for reach in _PROSE_REACHES))
_SCORE_REACHES = (1, 2, 5, 12, 30)
_SCORE_WINDOWS = {
    **{f"score_around_{reach}": (reach, reach) for reach in _SCORE_REACHES},
    **{"score_above_2": (2, -1), "score_below_2": (-1, 2), "score_above_6": (6, -1), "score_below_6": (-1, 6)},
}


def _signed_log(distance: Floats) -> Floats:
    result: Floats = np.sign(distance) * np.log1p(np.abs(distance))
    return result


def first(page: Page, kept: Floats, dropped: Floats) -> Columns:
    """The line's own shape, its surroundings and the votes, before anything is judged.

    Args:
        page: the page, of at least one line.
        kept: for each line the log-odds that rules' votes add to keeping it.
        dropped: likewise to dropping it.
    """
    cues, marked = _cues(page)
    columns = _shape(page) | _surroundings(page) | _position(page) | cues | _marked_around(marked)
    columns |= _votes(kept, dropped)
    if page.document.dom is not None:
        columns |= elements.first(page, page.document.dom)
    return columns


def _votes(kept: Floats, dropped: Floats) -> Columns:
    net = kept - dropped
    one, three, ten, above, below = Windows(net, reach=10).sums((1, 1), (3, 3), (10, 10), (3, -1), (-1, 3))
    return {
        "votes_kept": kept,
        "votes_dropped": dropped,
        "votes_around_1": one - net,
        "votes_around_3": three - net,
        "votes_around_10": ten - net,
        "votes_both": np.minimum(above, below),
    }


def _median(column: Floats) -> float:
    """The median; `np.median` takes ten times as long for a column of some hundred lines."""
    column = np.sort(column)
    return float(column[(len(column) - 1) // 2] + column[len(column) // 2]) / 2


def _shape(page: Page) -> Columns:
    words = np.maximum(page.words, 1)
    usual = _median(page.gaps[page.prose] if page.prose.any() else page.gaps)
    length, comma_rate = page.letters / words, page.count(COMMA) / words
    return {
        "words": page.log_words,
        "word_length": length / max(page.in_prose(length), 1),
        "capitalised": page.capitalised,
        "upper_case": page.count(UPPER) / np.maximum(page.letters, 1),
        "brief_words": page.brief_words - page.in_prose(page.brief_words),
        "digits": page.count(DIGIT) / np.maximum(page.chars, 1),
        "stops": page.count(STOP),
        "stop_rate": page.count(STOP) / words,
        "comma_rate": comma_rate - page.in_prose(comma_rate),
        "quotes": np.minimum(page.count(QUOTE), 4),
        "brackets": np.minimum(page.count(BRACKET), 4),
        "separators": np.minimum(page.count(SEPARATOR), 4),
        "dashes": np.minimum(page.count(DASH), 3),
        "begins_with": page.first.astype(np.float64),
        "ends_with": page.last.astype(np.float64),
        "ellipsis": page.ellipsis.astype(np.float64),
        "question": page.question.astype(np.float64),
        "colon": page.colon.astype(np.float64),
        "copies": np.minimum(page.copies, 5).astype(np.float64),
        "gap_before": np.minimum(np.maximum(page.gaps - usual, -2), 4),
        "gap_after": np.minimum(np.maximum(shifted(page.gaps, -1) - usual, -2), 4),
    }


def _surroundings(page: Page) -> Columns:
    size, prose = page.log_words, page.prose
    stopped = page.stopped.astype(np.float64)
    short = page.words < 6
    around = Windows(np.array((np.ones(page.n), size, size * size, short, stopped)), reach=10)
    three, five, ten = around.sums((3, 3), (5, 5), (10, 10))
    mean = three[1] / three[0]
    columns = {
        "words_around_3": mean,
        "words_around_10": ten[1] / ten[0],
        "unevenness": np.sqrt(np.maximum(three[2] / three[0] - mean**2, 0)),
        "short_around": five[3] / five[0],
        "stops_around": five[4] / five[0],
        "short_run": np.log1p(run_length(short, runs(short))),
        "lines_since_prose": np.log1p(since(prose)),
        "lines_to_prose": np.log1p(until(prose)),
    }
    sides = np.log1p(Windows(page.prose_words, reach=max(_PROSE_REACHES)).sums(*_SIDES))
    above, below = sides[: len(_PROSE_REACHES)], sides[len(_PROSE_REACHES) :]
    both = np.minimum(above, below)
    for at, reach in enumerate(_PROSE_REACHES):
        columns[f"prose_above_{reach}"] = above[at]
        columns[f"prose_below_{reach}"] = below[at]
        columns[f"prose_both_{reach}"] = both[at]
    for by in (1, 2):
        columns[f"words_above_{by}"] = shifted(size, by)
        columns[f"words_below_{by}"] = shifted(size, -by)
        columns[f"stopped_above_{by}"] = shifted(stopped, by)
        columns[f"stopped_below_{by}"] = shifted(stopped, -by)
    return columns


def _position(page: Page) -> Columns:
    n = page.n
    at = np.arange(n, dtype=np.float64)
    prose = page.prose_words
    total = float(prose.sum())
    through = np.cumsum(prose)
    passed, left = through - prose, total - through
    from_top = np.log1p(at)
    return {
        "place": at / n,
        "lines_from_top": from_top,
        "lines_from_end": from_top[::-1],
        "prose_passed": np.log1p(passed),
        "prose_left": np.log1p(left),
        "share_passed": passed / max(total, 1),
        "share_left": left / max(total, 1),
        "cohesion_prose": page.cohesion(page.prose),
        "page_prose": np.full(n, np.log1p(total)),
        "page_prose_share": np.full(n, total / max(float(page.words.sum()), 1)),
        "page_lines": np.full(n, np.log1p(n)),
    }


def _cues(page: Page) -> tuple[Columns, Bools]:
    """For each family of phrases whether a line holds one (1) or is one (2); and the lines that hold residue's."""
    part: list[int] = []
    whole: list[int] = []
    for row, family in enumerate(_CUES):
        for cue in page.cues(family):
            (whole if cue.whole else part).append(row * page.n + cue.line)
    places = np.zeros(len(_CUES) * page.n)
    places[part] = 1.0
    places[whole] = 2.0
    hits: Floats = places.reshape(len(_CUES), page.n)
    heads = np.log1p(since(hits[[_CUES.index(family) for family in _HEADS]] == 2.0))
    columns: Columns = {}
    for family, hit in zip(_CUES, hits, strict=True):
        columns[f"cue_{family}"] = hit
        if family in _HEADS:
            columns[f"since_{family}_head"] = heads[_HEADS.index(family)]
    marked: Bools = np.logical_or.reduce(hits[[family not in _NO_RESIDUE for family in _CUES]] > 0)
    return columns, marked


def _marked_around(marked: Bools) -> Columns:
    two, six, twenty = Windows(np.array((marked, np.ones(len(marked)))), reach=20).sums((2, 2), (6, 6), (20, 20))
    return {
        "cues_around_2": two[0] - marked,
        "cues_around_6": six[0] - marked,
        "cues_share_20": (twenty[0] - marked) / twenty[1],
    }


def second(page: Page, score: Floats) -> Columns:
    """The page once more, with every line's first score (log-odds of being article) in hand."""
    score = np.minimum(np.maximum(score, -5), 5)  # np.clip takes three times as long
    mass = np.maximum(score, 0) * np.minimum(page.words + 1, 60)
    by_score = np.argsort(score, kind="stable")
    covered = np.cumsum(page.words[by_score])
    usual = score[by_score[np.searchsorted(covered, 0.8 * covered[-1])]] if covered[-1] else 0.0
    columns = {"score": score, "score_on_page": score - usual}
    columns |= _scores_around(page, score) | _core(page, score, mass) | _run(page, score, mass)
    if page.document.dom is not None:
        columns |= elements.second(page, page.document.dom, mass)
    return columns


def _scores_around(page: Page, score: Floats) -> Columns:
    """Mean scores of windows without the line itself, longer lines counting more, and the scores of the next lines."""
    weight = np.sqrt(np.minimum(page.words, 100) + 1)
    weighted = np.array((score * weight, weight))
    sums = Windows(weighted, reach=max(_SCORE_REACHES)).sums(*_SCORE_WINDOWS.values())
    sums[: len(_SCORE_REACHES)] -= weighted
    means = sums[:, 0] / np.maximum(sums[:, 1], 1e-9)
    columns = dict(zip(_SCORE_WINDOWS, means, strict=True))
    above = [shifted(score, by, -5.0) for by in (1, 2, 3, 4)]
    below = [shifted(score, -by, -5.0) for by in (1, 2, 3, 4)]
    for by in (1, 2):
        columns[f"score_at_-{by}"] = above[by - 1]
        columns[f"score_at_+{by}"] = below[by - 1]
    both = np.minimum(np.maximum.accumulate(above), np.maximum.accumulate(below))
    columns |= {f"score_both_{by}": better for by, better in enumerate(both, 1)}
    columns["score_both_means"] = np.minimum(columns["score_above_6"], columns["score_below_6"])
    return columns


def _core(page: Page, score: Floats, mass: Floats) -> Columns:
    """Where the article's core lies and whether the line speaks of the same things."""
    at = np.arange(page.n, dtype=np.float64)
    begin, end = best_interval(score * np.minimum(page.words + 1, 60))
    kept = score > 0
    core = kept.copy()
    core[:begin] = core[end:] = False
    if not core.any():
        core = kept
    through = np.cumsum(mass)
    total = float(through[-1])
    passed, left = through - mass, total - through
    cohesion = page.cohesion(core)
    topical = np.array((cohesion * page.topical, page.topical))
    of_core = topical[:, core].sum(axis=1)
    usual = float(of_core[0]) / max(float(of_core[1]), 0.5)
    around = Windows(topical, reach=8).sums((3, 3), (8, 8))
    spread = around[:, 0] / np.maximum(around[:, 1], 0.5) - usual
    return {
        "from_core_begin": _signed_log(at - begin),
        "from_core_end": _signed_log(at - end + 1),
        "mass_passed": np.log1p(passed),
        "mass_left": np.log1p(left),
        "mass_both": np.log1p(np.minimum(passed, left)),
        "mass_share_passed": passed / max(total, 1),
        "mass_share_left": left / max(total, 1),
        "cohesion": cohesion - usual,
        "cohesion_around_3": spread[0],
        "cohesion_around_8": spread[1],
        "cohesion_lead": page.cohesion(_lead(page, core)),
    }


def _lead(page: Page, core: Bools) -> Bools:
    """The core's first third, at least sixty words: what the article says it is about."""
    lead = np.zeros(page.n, dtype=np.bool_)
    lines = np.flatnonzero(core)
    if len(lines):
        passed = np.cumsum(page.words[lines])
        lead[lines[passed <= max(60.0, 0.3 * passed[-1])]] = True
        lead[lines[0]] = True
    return lead


def _run(page: Page, score: Floats, mass: Floats) -> Columns:
    """The run that a line stands in: bridged over short interruptions, and compared with the page's largest."""
    at = np.arange(page.n, dtype=np.float64)
    kept = score > 0
    since_kept, to_kept = since(kept), until(kept)
    bridged = (since_kept <= 3) & (to_kept <= 3)
    numbers = runs(bridged)
    run_mass = np.bincount(numbers, weights=mass).take(numbers) * bridged
    main = numbers == numbers[run_mass.argmax()]
    main_begin = int(main.argmax())
    main_end = main_begin + int(np.count_nonzero(main)) - 1
    plain = runs(kept)
    cohesion = page.cohesion(main & kept)
    headline = _headline(page, cohesion * np.minimum(page.topical, 3), main_begin)
    near = (at - headline >= 1) & (at - headline <= 6) & (page.words >= 7)
    length = run_length(kept, plain), run_length(~kept, plain)
    return {
        "from_headline": _signed_log(at - headline),
        "lead_place": near * np.minimum(np.maximum(cohesion, 0), 1),
        "lines_since_kept": np.log1p(since_kept),
        "lines_to_kept": np.log1p(to_kept),
        "dropped_run": np.log1p(length[1]),
        "kept_run": np.log1p(length[0]),
        "run_words": np.log1p(np.bincount(plain, weights=page.words).take(plain)),
        "run_mass": np.log1p(run_mass),
        "run_share": run_mass / max(float(run_mass.max()), 1.0),
        "from_main_begin": _signed_log(at - main_begin),
        "from_main_end": _signed_log(at - main_end),
        "cohesion_main": cohesion,
    }


def _headline(page: Page, topic: Floats, begin: int) -> int:
    """The likeliest headline: a brief line above the article's beginning that names what the article speaks of.

    Args:
        page: the page.
        topic: how many of a line's rare words stand in the article.
        begin: the line at which the article's largest run begins.
    """
    at = np.arange(page.n)
    brief = (page.words >= 2.5) & (page.words <= 28) & (at <= begin + 2)
    likeness = topic * brief * np.exp(-np.abs(begin - at) / 15) * np.where(page.stopped | page.ellipsis, 0.5, 1.0)
    return int(np.argmax(likeness)) if likeness.any() else begin


_MEANINGS = {
    "words": "length: log2 of one plus the words (half by spaces, half by letters)",
    "word_length": "letters a word, against the page's running text",
    "capitalised": "share of words that begin with a capital",
    "upper_case": "share of capitals among the letters",
    "brief_words": "share of words of at most three letters, against the page's running text",
    "digits": "share of digits among the characters",
    "stops": "sentence ends in the line",
    "stop_rate": "sentence ends a word",
    "comma_rate": "commas a word, against the page's running text",
    "begins_with": "class of the first character (features.py numbers them: 0 lower case, 1 upper case, …)",
    "ends_with": "class of the last character, closing quotes aside (7 is a sentence end)",
    "copies": "how often the line stands on the page, up to 5",
    "unevenness": "how much the lengths of the lines around differ",
    "short_run": "length of the run of short lines it stands in",
    "place": "share of the page's lines above it",
    "score": "log-odds of the line's own verdict",
    "score_on_page": "the own verdict against the page's best lines",
    "from_headline": "lines after the likeliest headline (negative: before)",
    "lead_place": "shortly after the likeliest headline, times cohesion with the article",
}


def meaning(name: str) -> str:
    """What a measure says, in words; most names say it themselves.

    >>> meaning("prose_above_4")
    'words of running text in the 4 lines above, as ln(1 + n)'
    """
    if name in _MEANINGS:
        return _MEANINGS[name]
    stem, _, reach = name.rpartition("_")
    side = {"above": "above", "below": "below", "around": "on both sides", "both": "on the poorer side"}
    what, _, where = stem.rpartition("_")
    if reach.isdigit() and where in side and what == "prose":
        return f"words of running text in the {reach} lines {side[where]}, as ln(1 + n)"
    if name.startswith("cue_"):
        return f"phrases of the family {name[4:]}: 1 in the line, 2 the whole line"
    if name.startswith("since_"):
        return f"lines since a whole line of the family {name[6:-5]}, as ln(1 + n)"
    return name.replace("_", " ")
