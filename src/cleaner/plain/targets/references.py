"""References of Markdown: a label in brackets stands for a target that is given below, as `[12]: https://…`.

CommonMark 0.31, sections 4.7 and 6.3.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import partial

from cleaner.once import compiled
from cleaner.plain.broken import glue
from cleaner.plain.targets.addresses import ADDRESS, FLAGS, TARGET

_NAMED = r"\[ ( [^\[\]]+ ) \]: \s*"
_TITLE = r"""(?: "[^"]*" | '[^']*' | \( [^()]* (?: \([^()]*\) [^()]* )* \) )"""
_DEFINITION = compiled(rf"{_NAMED} (?: <[^<>]*> | {ADDRESS}\S* ) (?: \s+ {_TITLE} )? (?: \s+ | $ )", FLAGS)
_BELOW = compiled(rf"{_TITLE} $", FLAGS)  # a title on a line of its own; CommonMark 0.31, section 4.7
_BEGUN = compiled(r"\[ [^\[\]]+ \]: \s* (.*)", FLAGS)

_PICTURE = compiled(r"!\[ ( [^\[\]]* ) \] \s? \[ ( [^\[\]]* ) \]", FLAGS)
_REFERENCE = compiled(r"(?<!\\) \[ ( (?: [^\[\]] | \[ [^\[\]]* \] )* ) \] \s? \[ ( [^\[\]]* ) \]", FLAGS)
_SHORTCUT = compiled(r"(?<![\]\\!]) \[ ( [^\[\]]* [^\W\d_] [^\[\]]* ) \] (?! [\[(:] )", FLAGS)

_LINES = 8  # on which one link may stand
_BEGINS = compiled(r"^ \s* \[ [^\[\]\n]+ \]: (?: \s | $ )", FLAGS | re.MULTILINE)


def are_begun(text: str) -> bool:
    """Whether a text may give targets so; cheap."""
    return "]:" in text and _BEGINS.search(text) is not None


def definitions(texts: Sequence[str]) -> dict[int, list[str]]:
    """The labels that each line gives targets, if it does nothing else; none for a title that stands below one."""
    found: dict[int, list[str]] = {}
    for line, text in enumerate(texts):
        if text.startswith("["):
            labels, at = [], 0
            while definition := _DEFINITION.match(text, at):
                labels.append(_label(definition[1]))
                at = definition.end()
            if at == len(text):
                found[line] = labels
        elif found.get(line - 1) and _BELOW.match(text):
            found[line] = []
    return found


def resolved(text: str, known: Collection[str]) -> str:
    """A line with its references as links, those that are `known`."""
    text = _PICTURE.sub(partial(_link, known), text)
    for _ in range(2):  # a link may be around another
        text = _REFERENCE.sub(partial(_link, known), text)
    return _SHORTCUT.sub(lambda link: f"{link[0]}(#)" if _label(link[1]) in known else link[0], text)


def _link(known: Collection[str], reference: re.Match[str]) -> str:
    text, label = reference.groups()
    if _label(label or text) not in known:
        return reference[0]
    return f"{'!' * reference[0].startswith('!')}[{text}](#{label if label.isalnum() else ''})"


def last(texts: Sequence[str], gaps: Sequence[int], line: int) -> int:
    """The line on which the target of a link ends that a line begins; that line, if none is open."""
    text, end = texts[line], line
    for after in range(line + 1, min(line + _LINES, len(texts))):
        if gaps[after] or not _is_open(text, texts[after]):
            break
        text, end = text + glue(text, texts[after]) + texts[after], after
    return line if _is_open(text, "") else end


def _is_open(text: str, after: str) -> bool:
    """Whether the target that a text ends with goes on with what stands after it."""
    if begun := _BEGUN.match(text):
        if after.startswith("["):
            return False
        address, _, title = begun[1].partition(" ")
        if title:
            return not _BELOW.match(title.strip())
        return not address or after[:1] in ("(", '"', "'") or (address.endswith("-") and after != "")
    target = text[text.rfind("](") + 2 :] if "](" in text else ")"
    return target.count(")") <= target.count("(") and (not target or TARGET.match(target) is not None)


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()
