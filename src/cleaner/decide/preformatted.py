"""What an article shows in `pre` stays or goes as one, and stays where it is brief.

The tables judge each line, and lines of code look like nothing that they know: a page's menus are as short. But a line
of code between two that stay was written with them, and nobody can use half of a listing.

Why not all of it: to many pages' bodies, as people mark them, long listings do not belong. What a rule speaks against
and numbers alone, which count the lines beside them, are left to what was decided.
"""

from __future__ import annotations

from cleaner.characters import Bools
from cleaner.decide.ballot import Ballot
from cleaner.features import Page
from cleaner.rules.groups import runs

_BRIEF = 12  # lines of what an article shows between two of its paragraphs
_LABEL = 2  # words of a line between a paragraph and code, and how many there may be: "Python", "Copy code"


def whole(page: Page, ballot: Ballot, kept: Bools) -> Bools:
    """The lines that stay, and those of code that touches them or of which half or more stays.

    Args:
        page: of HTML; a text does not say what was in `pre`.
        ballot: its votes.
        kept: which of its lines stay.
    """
    dom = page.document.dom
    if dom is None or "pre" not in dom.tag:
        return kept
    found = kept.copy()
    for run in runs([line for line, tag in enumerate(dom.tag) if tag == "pre"]):
        mine = [line for line in run if not ballot.dropped[line] and not page.texts[line].strip().isdigit()]
        brief = len(mine) <= _BRIEF
        if 2 * kept[mine].sum() >= len(mine) or (brief and _touches(page, kept, run)):
            found[mine] = True
    return found


def _touches(page: Page, kept: Bools, run: list[int]) -> bool:
    """Whether a line that stays is above or below, or only brief ones between."""
    for way, line in ((-1, run[0]), (1, run[-1])):
        for at in range(line + way, line + way * (_LABEL + 2), way):
            if not 0 <= at < page.n:
                break
            if kept[at]:
                return True
            if page.words[at] > _LABEL:
                break
    return False
