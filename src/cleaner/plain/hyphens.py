"""Words that a line's end cut at a hyphen: read as one word again, with the hyphen or without it.

    Die Regie-      Die Regierung      a well-        a well-known      Haupt-               Haupt- und
    rung tagt   →   tagt               known owl  →   owl               und Nebenstraßen →   Nebenstraßen

Whether the hyphen was the author's or a program's is not asked of a dictionary but of the text: which spelling it has
elsewhere, and where it has neither, whether so many of its lines end with a hyphen that words were cut there. Why not
more: elsewhere the hyphen stays, since a word that has one too many can still be read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

HYPHENS = "-\u2010"
_LEFT = re.compile(rf"(?:\w+[{HYPHENS}])*[^\W\d_]{{2,}}(?=[{HYPHENS}]$)")  # a word or a compound
_RIGHT = re.compile(r"[^\W\d_]{2,}")
_WORD = re.compile(rf"[^\W\d_]+(?:[{HYPHENS}][^\W\d_]+)*")
_REACH = 40  # characters from a line's end in which its last word is
_MANY, _SHARE = 4, 0.06  # of the lines that go on; authors' own hyphens end one in fifty, cut words one in eight
_LONG = 4  # letters; of the halves of a compound, where each is a word of its own

# Conjunctions after which the other half of a pair follows, in languages that let a hyphen hang: pre- and post-war.
_HANGING = frozenset(
    "and or to und oder bis sowie bzw beziehungsweise en of tot och eller samt og ja tai sekä ning või és vagy".split()
)


class Hyphens:
    """What a text says of the hyphens at the ends of those of its lines that go on.

    >>> lines = ["The well-", "known ferry is a well-known one; its pre-", "and post-war names"]
    >>> hyphens = Hyphens(lines, [False, True, True])
    >>> hyphens.between(*lines[:2]), hyphens.between(*lines[1:])
    ('-', '- ')
    """

    def __init__(self, texts: Sequence[str], continues: Sequence[bool]) -> None:
        pairs = [(texts[line - 1], texts[line]) for line, goes_on in enumerate(continues) if goes_on]
        cut = [halves for one, other in pairs if one[-1] in HYPHENS and (halves := _halves(one, other))]
        self._are_many = len(cut) >= max(_MANY, _SHARE * len(pairs))
        self._words: Counter[str] = Counter()
        if cut:
            self._words.update(_WORD.findall("\n".join(texts).casefold()))
            self._words.subtract(half for halves in cut for half in halves)

    def between(self, before: str, text: str) -> str | None:
        """What stands in the place of the hyphen that a line ends with, when the next one follows; None if it is none.

        >>> Hyphens([], []).between("Nord-", "Süd-Gefälle"), Hyphens([], []).between("The owl -", "a bird")
        ('-', None)
        """
        if before[-1] not in HYPHENS or not before[-2:-1].isalnum() or not text[0].isalnum():
            return None
        halves = _halves(before, text)
        if halves is None:  # COVID-19, 2023-24, the north-South
            return before[-1]
        left, right = halves
        if right in _HANGING:
            return before[-1] + " "
        whole, compound = (self._words[left + hyphen + right] for hyphen in ("", before[-1]))
        if whole != compound:
            return before[-1] if compound > whole else ""
        alone = min(self._words[left], self._words[right]) > 0 and min(len(left), len(right)) >= _LONG
        return "" if self._are_many and not alone else before[-1]


def _halves(before: str, text: str) -> tuple[str, str] | None:
    """The halves of a word that may have been cut, in small letters; none where the second is spelt as a word's start.

    >>> _halves("Die Regie-", "rung tagt"), _halves("die CDU-", "Politikerin"), _halves("DIE REGIE-", "RUNG")
    (('regie', 'rung'), None, ('regie', 'rung'))
    """
    left, right = _LEFT.search(before, len(before) - _REACH), _RIGHT.match(text)
    if left is None or right is None:
        return None
    if right[0][0].isupper() and not (right[0].isupper() and before.isupper()):
        return None
    return left[0].casefold(), right[0].casefold()
