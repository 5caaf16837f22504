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

Columns = dict[str, Floats]

_FAR = 60.0  # lines; farther than this is simply far
_HEADS = ("related", "ticker", "comments", "share", "promo", "legal", "navigation", "appeal")
_CUES = ("related", "ticker", "appeal", "promo", "share", "comments", "legal", "consent", "paywall", "advert",
         "credit", "byline", "dateline", "tags", "teaser", "navigation")  # fmt: skip


def around(column: Floats, before: int, after: int) -> Floats:
    """Sum over the lines from `before` lines above to `after` lines below; -1 leaves the line itself out."""
    n = len(column)
    total = np.concatenate(([0.0], np.cumsum(column)))
    at = np.arange(n)
    sums: Floats = total[np.minimum(at + after + 1, n)] - total[np.maximum(at - before, 0)]
    return sums


def since(mask: Bools) -> Floats:
    """Lines since the last marked line, the line itself included; `_FAR` where there is none so near."""
    at = np.arange(len(mask))
    last = np.maximum.accumulate(np.where(mask, at, -1_000_000)) if len(mask) else at
    distance: Floats = np.minimum(at - last, _FAR).astype(np.float64)
    return distance


def until(mask: Bools) -> Floats:
    """Lines until the next marked line, the line itself included."""
    return since(mask[::-1])[::-1]


def run_length(mask: Bools) -> Floats:
    """For marked lines the number of marked lines in their unbroken run, else 0."""
    runs = _runs(mask)
    lengths: Floats = np.bincount(runs)[runs].astype(np.float64) * mask if len(mask) else np.zeros(0)
    return lengths


def _runs(mask: Bools) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """A number for each unbroken run of equal marks."""
    return np.concatenate(([0], np.cumsum(mask[1:] != mask[:-1]))) if len(mask) else np.zeros(0, dtype=np.int64)


def shifted(column: Floats, by: int, empty: float = 0.0) -> Floats:
    """The column of the line `by` lines above (negative: below)."""
    moved = np.full(len(column), empty)
    if by > 0:
        moved[by:] = column[:-by]
    else:
        moved[:by] = column[-by:]
    return moved


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
    columns = _shape(page) | _surroundings(page) | _position(page) | _cues(page) | _votes(kept, dropped)
    if page.document.dom is not None:
        columns |= elements.first(page, page.document.dom)
    return columns


def _votes(kept: Floats, dropped: Floats) -> Columns:
    net = kept - dropped
    return {
        "votes_kept": kept,
        "votes_dropped": dropped,
        "votes_around_1": around(net, 1, 1) - net,
        "votes_around_3": around(net, 3, 3) - net,
        "votes_around_10": around(net, 10, 10) - net,
        "votes_both": np.minimum(around(net, 3, -1), around(net, -1, 3)),
    }


def _shape(page: Page) -> Columns:
    words = np.maximum(page.words, 1)
    usual = float(np.median(page.gaps[page.prose])) if page.prose.any() else float(np.median(page.gaps))
    return {
        "words": np.log2(1 + page.words),
        "word_length": (page.letters / words) / max(page.in_prose(page.letters / words), 1),
        "capitalised": page.capitalised,
        "upper_case": page.count(UPPER) / np.maximum(page.letters, 1),
        "brief_words": page.brief_words - page.in_prose(page.brief_words),
        "digits": page.count(DIGIT) / np.maximum(page.chars, 1),
        "stops": page.count(STOP),
        "stop_rate": page.count(STOP) / words,
        "comma_rate": page.count(COMMA) / words - page.in_prose(page.count(COMMA) / words),
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
        "gap_before": np.clip(page.gaps - usual, -2, 4),
        "gap_after": np.clip(shifted(page.gaps, -1) - usual, -2, 4),
    }


def _surroundings(page: Page) -> Columns:
    one = np.ones(page.n)
    size = np.log2(1 + page.words)
    stopped = page.stopped.astype(np.float64)
    short = (page.words < 6).astype(np.float64)
    three, ten, five = around(one, 3, 3), around(one, 10, 10), around(one, 5, 5)
    mean = around(size, 3, 3) / three
    columns = {
        "words_around_3": mean,
        "words_around_10": around(size, 10, 10) / ten,
        "unevenness": np.sqrt(np.maximum(around(size * size, 3, 3) / three - mean**2, 0)),
        "short_around": around(short, 5, 5) / five,
        "stops_around": around(stopped, 5, 5) / five,
        "short_run": np.log1p(run_length(short > 0)),
        "lines_since_prose": np.log1p(since(page.prose)),
        "lines_to_prose": np.log1p(until(page.prose)),
    }
    for reach in (1, 2, 4, 8, 20):
        columns[f"prose_above_{reach}"] = np.log1p(around(page.prose_words, reach, -1))
        columns[f"prose_below_{reach}"] = np.log1p(around(page.prose_words, -1, reach))
        columns[f"prose_both_{reach}"] = np.minimum(columns[f"prose_above_{reach}"], columns[f"prose_below_{reach}"])
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
    total = prose.sum()
    passed = np.cumsum(prose)
    return {
        "place": at / n,
        "lines_from_top": np.log1p(at),
        "lines_from_end": np.log1p(at[::-1]),
        "prose_passed": np.log1p(passed - prose),
        "prose_left": np.log1p(total - passed),
        "share_passed": (passed - prose) / max(total, 1),
        "share_left": (total - passed) / max(total, 1),
        "cohesion_prose": page.cohesion(page.prose),
        "page_prose": np.full(n, np.log1p(total)),
        "page_prose_share": np.full(n, total / max(page.words.sum(), 1)),
        "page_lines": np.full(n, np.log1p(n)),
    }


def _cues(page: Page) -> Columns:
    n = page.n
    columns: Columns = {}
    residue = np.zeros(n)
    for family in _CUES:
        hits = np.zeros(n)
        for cue in page.cues(family):
            hits[cue.line] = 2.0 if cue.whole else max(hits[cue.line], 1.0)
        columns[f"cue_{family}"] = hits
        if family in _HEADS:
            columns[f"since_{family}_head"] = np.log1p(since(hits == 2.0))
        residue = np.maximum(residue, hits) if family not in ("credit", "byline", "dateline", "tags") else residue
    marked = (residue > 0).astype(np.float64)
    columns["cues_around_2"] = around(marked, 2, 2) - marked
    columns["cues_around_6"] = around(marked, 6, 6) - marked
    columns["cues_share_20"] = (around(marked, 20, 20) - marked) / around(np.ones(n), 20, 20)
    return columns


def second(page: Page, score: Floats) -> Columns:
    """The page once more, with every line's first score (log-odds of being article) in hand."""
    score = np.clip(score, -5, 5)
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
    weight = np.sqrt(np.minimum(page.words, 100) + 1)

    def mean(before: int, after: int) -> Floats:
        """Mean score of the window without the line itself, longer lines counting more."""
        own = weight if before >= 0 and after >= 0 else 0.0
        result: Floats = (around(score * weight, before, after) - score * own) / np.maximum(
            around(weight, before, after) - own, 1e-9
        )
        return result

    columns = {f"score_around_{reach}": mean(reach, reach) for reach in (1, 2, 5, 12, 30)}
    for reach in (2, 6):
        columns[f"score_above_{reach}"] = mean(reach, -1)
        columns[f"score_below_{reach}"] = mean(-1, reach)
    for by in (1, 2):
        columns[f"score_at_-{by}"] = shifted(score, by, -5.0)
        columns[f"score_at_+{by}"] = shifted(score, -by, -5.0)
    above, below = shifted(score, 1, -5.0), shifted(score, -1, -5.0)
    columns["score_both_1"] = np.minimum(above, below)
    for by in (2, 3, 4):
        above, below = np.maximum(above, shifted(score, by, -5.0)), np.maximum(below, shifted(score, -by, -5.0))
        columns[f"score_both_{by}"] = np.minimum(above, below)
    columns["score_both_means"] = np.minimum(columns["score_above_6"], columns["score_below_6"])
    return columns


def best_interval(gain: Floats) -> tuple[int, int]:
    """The interval [first, last) with the greatest sum (Kadane's algorithm); empty where nothing is above 0."""
    total = np.concatenate(([0.0], np.cumsum(gain)))
    lowest = np.minimum.accumulate(total)
    end = int(np.argmax(total - lowest))
    return int(np.argmin(total[: end + 1])), end


def _core(page: Page, score: Floats, mass: Floats) -> Columns:
    """Where the article's core lies and whether the line speaks of the same things."""
    n = page.n
    at = np.arange(n, dtype=np.float64)
    begin, end = best_interval(score * np.minimum(page.words + 1, 60))
    kept = score > 0
    core = (at >= begin) & (at < end) & kept
    if not core.any():
        core = kept
    passed = np.cumsum(mass)
    total = float(passed[-1])
    topical: Floats = np.bincount(page.tokens.line, weights=page.topical, minlength=n).astype(np.float64)
    cohesion = page.cohesion(core)
    usual = float((cohesion * topical)[core].sum()) / max(float(topical[core].sum()), 0.5)

    def spread(reach: int) -> Floats:
        result: Floats = around(cohesion * topical, reach, reach) / np.maximum(around(topical, reach, reach), 0.5)
        return result

    return {
        "from_core_begin": _signed_log(at - begin),
        "from_core_end": _signed_log(at - end + 1),
        "mass_passed": np.log1p(passed - mass),
        "mass_left": np.log1p(total - passed),
        "mass_both": np.log1p(np.minimum(passed - mass, total - passed)),
        "mass_share_passed": (passed - mass) / max(total, 1),
        "mass_share_left": (total - passed) / max(total, 1),
        "cohesion": cohesion - usual,
        "cohesion_around_3": spread(3) - usual,
        "cohesion_around_8": spread(8) - usual,
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
    bridged = (since(kept) <= 3) & (until(kept) <= 3)
    runs = _runs(bridged)
    run_mass = np.bincount(runs, weights=mass)[runs] * bridged
    main = np.flatnonzero(runs == runs[int(np.argmax(run_mass))])
    plain = _runs(kept)
    cohesion = page.cohesion((runs == runs[main[0]]) & kept)
    topical = np.bincount(page.tokens.line, weights=page.topical, minlength=page.n)
    headline = _headline(page, cohesion * np.minimum(topical, 3), int(main[0]))
    near = (at - headline >= 1) & (at - headline <= 6) & (page.words >= 7)
    return {
        "from_headline": _signed_log(at - headline),
        "lead_place": near * np.clip(cohesion, 0, 1),
        "lines_since_kept": np.log1p(since(kept)),
        "lines_to_kept": np.log1p(until(kept)),
        "dropped_run": np.log1p(run_length(~kept)),
        "kept_run": np.log1p(run_length(kept)),
        "run_words": np.log1p(np.bincount(plain, weights=page.words)[plain]),
        "run_mass": np.log1p(run_mass),
        "run_share": run_mass / max(float(run_mass.max()), 1.0),
        "from_main_begin": _signed_log(at - main[0]),
        "from_main_end": _signed_log(at - main[-1]),
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
