"""Says in words why a line was kept or dropped when no rule's vote is the reason.

The additive table knows what each measure added to a line's score. The two or three that said most become a clause
each; a measure without a clause of its own is named as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import expm1

import numpy as np

from cleaner import measures, weights
from cleaner.features import Floats, Page
from cleaner.weights import stack

RULE = "shape"
"""The id under which the fitted measures stand among the rules."""

_MOST = 3  # clauses
_QUOTE = 60  # characters of the line


def _lines(value: float) -> str:
    count = round(expm1(value))
    return "far" if count >= 60 else f"{count} line{'s' * (count != 1)}"


_CLAUSES: dict[str, Callable[[float], str]] = {
    "words": lambda v: f"{round(2**v - 1)} words",
    "ends_with": lambda v: "ends as a sentence does" if v == 7 else "does not end as a sentence does",
    "stops": lambda v: f"{round(v)} sentence ends",
    "capitalised": lambda v: f"{v:.0%} of its words are capitalised",
    "digits": lambda v: f"{v:.0%} digits",
    "copies": lambda v: f"stands {round(v)} times on the page",
    "lines_since_prose": lambda v: f"{_lines(v)} after running text",
    "lines_to_prose": lambda v: f"{_lines(v)} before running text",
    "short_run": lambda v: f"in a run of {round(expm1(v))} short lines",
    "short_around": lambda v: f"{v:.0%} of the lines around are short",
    "stops_around": lambda v: f"{v:.0%} of the lines around end as sentences do",
    "words_around_3": lambda v: f"lines around have {round(2**v - 1)} words",
    "words_around_10": lambda v: f"lines around have {round(2**v - 1)} words",
    "cohesion_prose": lambda v: f"shares {v:.0%} of its words with the running text",
    "share_passed": lambda v: f"{v:.0%} of the running text stands before it",
    "share_left": lambda v: f"{v:.0%} of the running text stands after it",
    "cues_around_6": lambda v: f"{round(v)} of the lines around carry phrases of boilerplate",
    "cues_around_2": lambda v: f"{round(v)} of its neighbours carry phrases of boilerplate",
    "link_density": lambda v: f"{v:.0%} of it are links",
}


def explain(
    page: Page, columns: measures.Columns, first: Floats, lines: Sequence[int], kept: Sequence[bool]
) -> Iterator[str]:
    """The evidence for each of `lines`, of which no rule's vote says why it was kept or dropped.

    Args:
        page: the document.
        columns: its measures, the second ones too.
        first: the log-odds of each line's own verdict.
        lines: numbers of lines.
        kept: for each of these whether it stays.
    """
    if not len(lines):
        return
    table = weights.first(page.document.kind)
    chosen = np.asarray(lines)
    signs = np.where(kept, np.float32(1), np.float32(-1))
    shares = table.shares(columns, chosen) * signs[:, None]
    strongest = shares.argsort(axis=1, kind="stable")[:, : -2 * _MOST - 1 : -1]
    speak = np.take_along_axis(shares, strongest, axis=1) > 0
    values = stack(columns, table.measures).take(chosen, axis=1)
    around = columns["score_around_5"]
    for at, line in enumerate(chosen.tolist()):
        clauses: list[str] = []
        for measure in strongest[at][speak[at]].tolist():
            name, value = table.measures[measure], float(values[measure, at])
            clause = _CLAUSES[name](value) if name in _CLAUSES else f"{name.replace('_', ' ')} {value:.3g}"
            if clause not in clauses:
                clauses.append(clause)
        if (first[line] > 0) != kept[at]:
            clauses.insert(0, f"the lines around it score {around[line]:+.1f}")
        text = page.texts[line]
        quote = text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"
        yield f'"{quote}": ' + ", ".join(clauses[:_MOST])
