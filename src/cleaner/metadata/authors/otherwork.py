"""Credits of others than the author: who took the pictures, translated, drew, edited, checked or read.

The words are data (`data/otherwork.txt`).
"""

from __future__ import annotations

import re
from functools import cache

from cleaner.metadata.wordlists import table

_DONE_BY = r"""(?:medically\s)? (?: edited | updated | reviewed | (?:fact[-\s])?checked | translated | illustrated
      | approved | photographed | produced | narrated | verified ) \s by\b"""
_OF = r"""(?: \s? [:：/＝=・] | \.\s | \s (?: by | von | de | di | da | par | por | av | af | door | przez | od
      | oleh ) \s )"""


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted({word for row in table("otherwork.txt").values() for word in row})
    done = "|".join(map(re.escape, words))
    return re.compile(rf"\W*(?:{_DONE_BY}|(?:{done}){_OF})", re.VERBOSE | re.IGNORECASE)


def begins(text: str) -> bool:
    """Tell whether a credit begins with who did something else than write.

    Why not any line with such a word: behind the author's name others may follow.

    >>> begins("Traduit par Luc Morel"), begins("Fot. Jan Nowak"), begins("Fotini da Costa"), begins("Photographers")
    (True, True, False, False)
    """
    return _pattern().match(text) is not None
