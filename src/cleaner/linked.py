"""Links in Markdown, which many extractors write: what a reader sees of the lines, without the targets.

A target is no word of the article. Left in a line it would make a sentence look like code and a menu like prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

_TARGET = r"""\(
    (?: <[^<>\n]*>
      | (?: [a-z][a-z0-9+.-]*:// | (?: mailto|tel|sms|data|javascript ): | www\. | \.{0,2}/ | \# | \?[\w%.-]+= )
        [^\s()\\^`]* (?: \([^\s()\\^`]*\) [^\s()\\^`]* )* )
    (?: \s+ (?: "[^"]*" | '[^']*' ) )? \s*
\)"""  # CommonMark 0.31, section 6.3; a bare word in brackets is left, since "[sic](see below)" is prose
_FLAGS = re.VERBOSE | re.IGNORECASE
_IMAGE = re.compile(r"!\[ ( [^\[\]]* ) \]" + _TARGET, _FLAGS)
_LINK = re.compile(r"`[^`]+` | (?<!\\) \[ ( (?: [^\[\]] | \[ [^\[\]]* \] )* ) \]" + _TARGET, _FLAGS)
_OPENS = re.compile(r"^ ( [^\[\]]* ) \[ ( [^\[\]]* ) $", _FLAGS)
_CLOSES = re.compile(r"^ ( [^\[\]]* ) \]" + _TARGET, _FLAGS)
_NESTED = 8  # links in links, which Markdown does not know
_BLOCK = 12  # lines; a card has a picture, a headline, a teaser and a date


def is_linked(text: str) -> bool:
    """Whether a text may have such links; cheap."""
    return "](" in text


def without_targets(text: str) -> str:
    """Give a line with the texts of its links in the place of the links, and without its pictures.

    A line that is nothing but a picture becomes what describes it; one in which nothing is to be seen stays.

    >>> without_targets('The [old bridge](https://example.org/a_(b) "Bridge") was closed.')
    'The old bridge was closed.'
    >>> without_targets("[![A bridge](/bridge.jpg)](/bridge)"), without_targets("She said [sic](see below) so")
    ('A bridge', 'She said [sic](see below) so')
    """
    if not is_linked(text):
        return text
    for shown in ("", r"\1"):
        seen = _LINK.sub(_text, _IMAGE.sub(shown, text))
        for _ in range(_NESTED):
            seen = _LINK.sub(_text, before := seen)
            if seen == before:
                break
        seen = " ".join(seen.split())
        if any(map(str.isalnum, seen)):
            return seen
    return text


def _text(link: re.Match[str]) -> str:
    """The text of a link; what stands between backticks is shown as it is."""
    return link[0] if link[0][0] == "`" else link[1]


def _beside(link: re.Match[str]) -> str:
    return link[0] if link[0][0] == "`" else ""


def is_picture(text: str) -> bool:
    """Whether a line has pictures or empty links, and no text beside them.

    >>> is_picture("* [![A bridge](/bridge.jpg)](/bridge)"), is_picture("[](/share)"), is_picture("[A bridge](/bridge)")
    (True, True, False)
    """
    left = _LINK.sub(_text, _IMAGE.sub("", text)) if is_linked(text) else text
    return left != text and not any(map(str.isalnum, left))


def is_link(text: str) -> bool:
    """Whether a line is one or more links, and no text beside them.

    >>> is_link("* [News](/news) | [Sport](/sport)"), is_link("See [the news](/news)")
    (True, False)
    """
    left = _LINK.sub(_beside, _IMAGE.sub("", text)) if is_linked(text) else text
    return left != text and not any(map(str.isalnum, left))


def blocks(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last line of each link that holds several lines, as the cards of an index do."""
    opened = -1
    for line, text in enumerate(texts):
        if "[" not in text and "]" not in text:
            continue
        bare = _LINK.sub("", _IMAGE.sub("", text)) if is_linked(text) else text
        if 0 <= opened >= line - _BLOCK and _CLOSES.match(bare):
            yield opened, line
            opened = -1
        if _OPENS.match(bare):
            opened = line


def seen(texts: Sequence[str]) -> list[str]:
    """What is to be seen of each line.

    >>> seen(["[![](/a.jpg)", "The bridge reopens", "yesterday](/bridge)", "[unclear"])
    ['[![](/a.jpg)', 'The bridge reopens', 'yesterday', '[unclear']
    """
    found = [text if fenced else without_targets(text) for text, fenced in zip(texts, _fenced(texts), strict=True)]
    for first, last in blocks(texts):
        for line, half, kept in ((first, _OPENS, r"\1\2"), (last, _CLOSES, r"\1")):
            text = half.sub(kept, found[line]).strip()
            found[line] = text if any(map(str.isalnum, text)) else found[line]
    return found


def _fenced(texts: Sequence[str]) -> list[bool]:
    """Whether each line is code between two fences."""
    fences = list(accumulate(text.startswith("```") for text in texts))
    return [bool(number % 2) for number in fences]
