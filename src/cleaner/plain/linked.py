"""Links in Markdown, which many extractors write: what a reader sees of the lines, without the targets.

A target is no word of the article. Left in a line it would make a sentence look like code and a menu like prose.
Between fences of code nothing is a link, and nothing else is what it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaner.once import compiled
from cleaner.plain import targets

_TARGET = r"""\(
    (?: <[^<>\n]*>
      | (?: [a-z][a-z0-9+.-]*:// | (?: mailto|tel|sms|data|javascript ): | www\. | \.{0,2}/ | \# | \?[\w%.-]+= )
        [^\s()\\^`]* (?: \([^\s()\\^`]*\) [^\s()\\^`]* )* )
    (?: \s+ (?: "[^"]*" | '[^']*' ) )? \s*
\)"""  # CommonMark 0.31, section 6.3; a bare word in brackets is left, since "[sic](see below)" is prose
_FLAGS = re.VERBOSE | re.IGNORECASE
_IMAGE = compiled(r"!\[ ( [^\[\]]* ) \]" + _TARGET, _FLAGS)
_LINK = compiled(r"`[^`]+` | (?<!\\) \[ ( (?: [^\[\]] | \[ [^\[\]]* \] )* ) \]" + _TARGET, _FLAGS)
_OPENS = compiled(r"^ ( [^\[\]]* ) \[ ( [^\[\]]* ) $", _FLAGS)
_CLOSES = compiled(r"^ ( [^\[\]]* ) \]" + _TARGET, _FLAGS)
_BRACKETED = compiled(r"(?:\[[^\[\]]*\]\s*)+")
_FENCE = "```"
_OPENS_CODE = compiled(r"(`{3,})[^`]*$")  # CommonMark 0.31, section 4.5
_SIGN = compiled(r"[!-@\[-`{-~]")  # of ASCII, with the digits
_SIGNS = 0.08  # of the characters; code has an eighth or more, prose a twentieth
_WIDE = 60  # characters
_NESTED = 8  # links in links, which Markdown does not know
_BLOCK = 12  # lines; a card has a picture, a headline, a teaser and a date


def is_linked(text: str) -> bool:
    """Whether a text may have such links; cheap."""
    return "]" in text and "](" in text  # one character is found a hundred times as fast as two


def has_links(text: str) -> bool:
    """Whether a text may have links, their targets beside them or below; cheap."""
    return is_linked(text) or targets.may_have(text)


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
    """Whether a line has pictures, empty links or one end of a link, and no text beside them.

    >>> is_picture("* [![A bridge](/bridge.jpg)](/bridge)"), is_picture("[](/share)"), is_picture("[A bridge](/bridge)")
    (True, True, False)
    """
    if not is_linked(text):
        return text == "["
    left = _CLOSES.sub(r"\1", _LINK.sub(_text, _IMAGE.sub("", text)))
    return left != text and not any(map(str.isalnum, left))


def is_empty(text: str) -> bool:
    """Whether a line is brackets with nothing in them, as some programs write pictures that nothing describes."""
    return "[]" in text and not text.strip("[] ")


def is_bracketed(text: str) -> bool:
    """Whether a line is words in brackets, or several, and no more.

    >>> is_bracketed("[The old bridge] []"), is_bracketed("[sic] he wrote"), is_bracketed("[…]")
    (True, False, False)
    """
    return text.startswith("[") and _BRACKETED.fullmatch(text) is not None and text.strip("[] .…") != ""


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
        if 0 <= opened >= line - _BLOCK and (closed := _CLOSES.match(bare)):
            yield opened, line
            opened, bare = -1, bare[closed.end() :]  # where another may open
        if _OPENS.match(bare):
            opened = line


def seen(texts: Sequence[str]) -> list[str]:
    """What is to be seen of each line.

    >>> seen(["[![](/a.jpg)", "The bridge reopens", "yesterday](/bridge)", "[unclear"])
    ['[![](/a.jpg)', 'The bridge reopens', 'yesterday', '[unclear']
    """
    inside = {line for first, last in code("\n".join(texts), texts) for line in range(first, last)}
    found = list(texts)
    for line, text in enumerate(targets.beside(texts)):
        if line not in inside and any(map(str.isalnum, bare := without_targets(text))):
            found[line] = bare
    for first, last in blocks(texts):
        for line, half, kept in ((first, _OPENS, r"\1\2"), (last, _CLOSES, r"\1")):
            text = half.sub(kept, found[line]).strip()
            found[line] = text if any(map(str.isalnum, text)) else found[line]
    return found


def fences(text: str, texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    r"""First and last line of each block between fences; `texts` are the lines of `text`.

    Why not more: `~~~` separates the parts of a newsletter more often than it fences code, and a fence that nothing
    closes may be a stray one.

    >>> lines = ["Type:", "```sh", "ferry --help", "```", "It prints the hours."]
    >>> list(fences("\n".join(lines), lines))
    [(1, 3)]
    """
    if "`" not in text or _FENCE not in text:
        return
    opened, mark = -1, ""
    for line, row in enumerate(texts):
        if not row.startswith(_FENCE):
            continue
        if opened < 0:
            if opens := _OPENS_CODE.match(row):
                opened, mark = line, opens[1]
        elif row.startswith(mark) and not row.strip("`"):
            yield opened, line
            opened = -1


def code(text: str, texts: Sequence[str]) -> list[tuple[int, int]]:
    r"""Those `fences` with code between them.

    Why not more: some tools put a whole page between fences. Its long lines have few signs and figures.

    >>> page = "The old bridge over the Harlow was closed on Monday, the town said."
    >>> [code("\n".join(lines), lines) for lines in (["```", page, "```"], ["```", "Home", "```"])]
    [[], [(0, 2)]]
    """
    found = fences(text, texts)
    return [(one, other) for one, other in found if "{=" not in texts[one] and not is_prose(texts[one + 1 : other])]


def is_prose(texts: Sequence[str]) -> bool:
    """Whether half of the characters or more are in long lines with few signs and figures."""
    prose = [len(text) for text in texts if len(text) >= _WIDE and len(_SIGN.findall(text)) <= _SIGNS * len(text)]
    return bool(prose) and 2 * sum(prose) >= sum(map(len, texts))
