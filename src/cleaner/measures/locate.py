"""Where the article lies on a page, once every line has a first score, and whether a line speaks of what it speaks of.

Its core is the interval of lines with the greatest sum of scores, its main run the largest one of lines that score
above 0; its headline stands above. What a line has in common with the core is lexical cohesion (see `topics`).
"""

from __future__ import annotations

import numpy as np

from cleaner.characters import Bools, Columns, Floats
from cleaner.features import Page
from cleaner.measures.windows import Spans, Windows, best_interval, lengths, runs, since, until

_COHESION = Spans.of(*((row, reach, reach) for row in (0, 1) for reach in (3, 8)))  # of words shared with the core, all


def second(page: Page, score: Floats, size: Floats) -> tuple[Columns, Bools]:
    """Where the article lies, and whether the line speaks of the same things.

    Its core is the interval with the greatest sum of scores; its main run the heaviest run of lines that score above
    0, bridged over short interruptions.

    Returns:
        The columns, and the lines of the main run.
    """
    kept = score > 0
    mass = np.maximum(score, 0) * size
    begin, end = best_interval(score * size)
    core = kept.copy()
    core[:begin] = core[end:] = False
    if not core.any():
        core = kept
    run, main = _run(page, kept, mass)
    main_begin = int(main.argmax())
    of_core, of_main = page.cohesion(core), page.cohesion(main & kept)
    headline = _headline(page, of_main * np.minimum(page.topical, 3), main_begin)
    places = np.array((begin, end - 1, headline, main_begin))
    distances = np.arange(page.n, dtype=np.float64) - places[:, None]
    logs = np.log1p(np.abs(distances))
    np.copysign(logs, distances, out=logs)
    columns = {
        "from_core_begin": logs[0],
        "from_core_end": logs[1],
        **_passed(mass),
        **_cohesion(page, of_core, core),
        "cohesion_lead": page.cohesion(_lead(page, core)),
        "from_headline": logs[2],
        **run,
        "from_main_begin": logs[3],
    }
    return columns, main


def _passed(mass: Floats) -> Columns:
    """How much of what looks like the article stands above the line and below it."""
    through = mass.cumsum()
    total = float(through[-1])
    passed, left = through - mass, total - through
    passed_log, left_log = np.log1p((passed, left))
    return {
        "mass_passed": passed_log,
        "mass_both": np.minimum(passed_log, left_log),
        "mass_share_passed": passed / max(total, 1),
        "mass_share_left": left / max(total, 1),
    }


def _cohesion(page: Page, cohesion: Floats, core: Bools) -> Columns:
    """How much the line and those around it speak of what the core speaks of, against what is usual in the core."""
    shared = cohesion * page.topical
    usual = float(shared[core].sum()) / max(float(page.topical[core].sum()), 0.5)
    sums = Windows((shared, page.topical), reach=8).sums(_COHESION)
    around = sums[:2] / np.maximum(sums[2:], 0.5) - usual
    return {"cohesion": cohesion - usual, "cohesion_around_3": around[0], "cohesion_around_8": around[1]}


def _lead(page: Page, core: Bools) -> Bools:
    """The core's first third, at least sixty words: what the article says it is about."""
    lead = np.zeros(page.n, dtype=np.bool_)
    lines = core.nonzero()[0]
    if len(lines):
        passed = page.words.take(lines).cumsum()
        lead[lines[passed <= max(60.0, 0.3 * passed[-1])]] = True
        lead[lines[0]] = True
    return lead


def _run(page: Page, kept: Bools, mass: Floats) -> tuple[Columns, Bools]:
    """The run that a line stands in: bridged over short interruptions, and compared with the page's largest.

    Returns:
        The columns, and the lines of the largest run.
    """
    since_kept, to_kept = since(kept), until(kept)
    bridged = (since_kept <= 3) & (to_kept <= 3)
    numbers = runs(bridged)
    run_mass = np.bincount(numbers, weights=mass).take(numbers) * bridged
    heaviest = int(run_mass.argmax())
    plain = runs(kept)
    length = lengths(plain)
    words = np.bincount(plain, weights=page.words).take(plain)
    logs = np.log1p((since_kept, to_kept, length * kept, words, run_mass))
    names = ("lines_since_kept", "lines_to_kept", "kept_run", "run_words", "run_mass")
    share = run_mass / max(float(run_mass[heaviest]), 1.0)
    return dict(zip(names, logs, strict=True)) | {"run_share": share}, numbers == numbers[heaviest]


def _headline(page: Page, topic: Floats, begin: int) -> int:
    """The likeliest headline: a brief line above the article's beginning that names what the article speaks of.

    Args:
        page: the page.
        topic: how many of a line's rare words stand in the article.
        begin: the line at which the article's largest run begins.
    """
    above = slice(begin + 3)
    words, likeness = page.words[above], topic[above]
    away = np.abs(np.arange(-begin, len(words) - begin))
    likeness = likeness * ((words >= 2.5) & (words <= 28)) * np.exp(away / -15)
    likeness *= np.where(page.stopped[above] | page.ellipsis[above], 0.5, 1.0)
    best = int(likeness.argmax())
    return best if likeness[best] > 0 else begin
