"""Says in words why a line was kept or dropped when no rule's vote is the reason.

The additive table knows what each measure added to a line's score. The two or three that said most become a clause
each; a measure without a clause of its own is named as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from math import expm1

from cleaner import measures, weights
from cleaner.features import Floats, Page

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


class Reasons:
    """Explains lines of one page; what all lines share is worked out once."""

    def __init__(self, page: Page, columns: measures.Columns, first: Floats) -> None:
        self._texts = page.texts
        self._first = first
        self._columns = columns
        if page.n:
            table = weights.first(page.document.kind)
            self._measures = table.measures
            self._shares = table.shares(columns)

    def __call__(self, line: int, *, kept: bool) -> tuple[str, str]:
        """The rule and the evidence for one line."""
        shares = self._shares[line] if kept else -self._shares[line]
        strongest = [at for at in shares.argsort(kind="stable")[::-1][: _MOST * 2] if shares[at] > 0]
        clauses: list[str] = []
        for at in strongest:
            name = self._measures[at]
            value = float(self._columns[name][line])
            clause = _CLAUSES[name](value) if name in _CLAUSES else f"{name.replace('_', ' ')} {value:.3g}"
            if clause not in clauses:
                clauses.append(clause)
        if (self._first[line] > 0) != kept:
            around = float(self._columns["score_around_5"][line])
            clauses.insert(0, f"the lines around it score {around:+.1f}")
        text = self._texts[line]
        quote = text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"
        return RULE, f'"{quote}": ' + ", ".join(clauses[:_MOST])
