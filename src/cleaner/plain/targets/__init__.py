"""Links whose targets stand where Markdown's links have none: below the text, or in brackets of their own.

    The [old bridge][12] …     The [12]old bridge …     The old bridge⟨12⟩ …     The old bridge [https://…] …
      [12]: https://…            12. https://…            ⟨12⟩ https://…

The first are read as if the target stood beside the text (`references`), of the others the text alone is (`numbered`,
`behind`). Links of reStructuredText (`backquoted`), of wikis and of other markup (`wikis`) are read as those of
Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain

from cleaner.plain.targets import backquoted, behind, numbered, references, wikis

_LINK = 1_000  # characters that one may have


def may_have(text: str) -> bool:
    """Whether a text may have such targets; cheap."""
    first = at = text.find("[")  # one character is found a hundred times as fast as two
    one, empty = False, 0
    while at >= 0:
        after = text[at + 1 : at + 3]
        one = one or after == "1]"
        empty += after[:1] == "]"
        at = text.find("[", at + 1)
    if empty > 1 or behind.may_have(text) or (one and numbered.may_be_listed(text)):
        return True
    if first >= 0 and references.are_begun(text):
        return True
    return ("⟨" in text and "⟨1⟩" in text) or backquoted.may_have(text) or wikis.may_have(text)


def lines(texts: Sequence[str]) -> list[int]:
    """The lines that are targets, or head a list of them.

    >>> lines(["The [bridge][1] is shut.", "[1]: https://example.org/bridge", "[2]: nobody knows"])
    [1]
    """
    return sorted({*references.definitions(texts), *numbered.listed(texts)})


def broken(texts: Sequence[str], gaps: Sequence[int]) -> list[bool]:
    """For each line whether it goes on with the target of a link that a margin broke, however long the line.

    >>> broken(["See [the bridge](https://example.org/old-", "bridge) and", "the ferry."], [0, 0, 0])
    [False, True, False]
    >>> broken(["[1]:", "https://example.org/a-bridge", "(The old", "bridge)", "[2]: /ferry"], [0] * 5)
    [False, True, True, True, False]
    """
    joined = [False] * len(texts)
    if brackets := behind.form(texts):
        joined = [line > 0 and not gaps[line] and behind.begins(text, brackets) for line, text in enumerate(texts)]
        joined = _opened(texts, gaps, joined, partial(behind.is_open, form=brackets))
    for line, text in enumerate(texts):
        if not joined[line] and "[" in text:
            last = references.last(texts, gaps, line)
            joined[line + 1 : last + 1] = [True] * (last - line)
    if (form := wikis.form(texts)) is not None:
        joined = _opened(texts, gaps, joined, partial(wikis.is_open, form=form))
    if backquoted.may_have("\n".join(texts)):
        inside = False
        for line, text in enumerate(texts):
            inside = inside and not gaps[line]
            joined[line] = joined[line] or inside
            inside = inside != backquoted.is_open(text)
    return joined


def _opened(
    texts: Sequence[str], gaps: Sequence[int], joined: list[bool], is_open: Callable[[str], bool]
) -> list[bool]:
    """For each line whether it goes on with a link that the lines before it opened."""
    joined, text = list(joined), ""
    for line, row in enumerate(texts):
        goes_on = text != "" and not gaps[line]
        joined[line] = joined[line] or goes_on
        text = f"{text} {row}" if goes_on else row
        text = text if len(text) <= _LINK and is_open(text) else ""
    return joined


def runs(texts: Sequence[str]) -> list[bool]:
    """For each line whether it goes on with the targets that the line before it gives: together they are one line.

    >>> runs(["The [bridge][1] and the [ferry][2]", "[1]: https://example.org/b", "[2]: https://example.org/f"])
    [False, False, True]
    """
    found = set(lines(texts))
    return [line in found and line - 1 in found for line in range(len(texts))]


def beside(texts: Sequence[str]) -> list[str]:
    """Lines with the targets of their links beside them, or with these links' text alone, where they are numbered.

    >>> beside(["The [bridge][1] is shut.", "[1]: https://example.org/bridge"])[0]
    'The [bridge](#1) is shut.'
    >>> beside(["[1]Home [2]News", "See [3]the ferry [4].", "1. file:///", "2. file:///news", "3. file:///f"])[:2]
    ['Home News', 'See the ferry [4].']
    """
    found = backquoted.resolved(texts) if backquoted.may_have("\n".join(texts)) else list(texts)
    if (form := wikis.form(found)) is not None:
        found = [wikis.resolved(text, form) for text in found]
    labels = references.definitions(found)
    known = frozenset(chain.from_iterable(labels.values()))
    for line, text in enumerate(found if labels else ()):
        if "[" in text and line not in labels:
            found[line] = references.resolved(text, known)
    if brackets := behind.form(found):
        found = [behind.without(text, brackets) for text in found]
    if listed := numbered.listed(found):
        begin = listed[0]
        found[:begin] = numbered.without_numbers(found[:begin], found[listed[-1]])
    return found
