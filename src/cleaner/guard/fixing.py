"""Takes residue out of a text file without touching anything else.

What stays keeps its bytes, its encoding, its byte order mark, its line ends, and its final line end or the lack of one.
Nobody looks at a file that was rewritten in place, so this is more careful than the body that `clean` gives:

- Only clear lines go (see `residue`); those in the baseline stay, and a document of which more than `config.fix_limit`
  would go is refused.
- It runs until nothing is found any more. A line that goes changes the neighbourhood of others, so a single pass could
  find more the next time; at the fixed point a second run has nothing to do, because its first pass is the last of the
  first run. A document that does not settle, or that would be read differently afterwards, is refused as it is.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from cleaner.config import Config
from cleaner.decode import LINE_END, encode
from cleaner.guard.residue import BOM, Finding, find, read
from cleaner.model import UnreadableInputError
from cleaner.words import count_words

_ROUNDS = 40  # passes; pages settle in two or three
_NO_END = b"\n\\ No newline at end of file\n"


@dataclass(frozen=True, slots=True)
class Fixed:
    """What fixing a file comes to.

    `removed` are the findings that went, numbered as in `before`; `left` those that stay, numbered as in `after`.
    `share` of the words went, 0 to 1. `refusal` says why nothing was done, where something would have been.
    """

    before: bytes
    after: bytes
    removed: tuple[Finding, ...] = ()
    left: tuple[Finding, ...] = ()
    share: float = 0.0
    refusal: str | None = None

    @property
    def changed(self) -> bool:
        """Whether the file is another one afterwards."""
        return self.after != self.before


def fix(data: bytes, config: Config, baseline: Collection[str] = frozenset(), *, allow_over: bool = False) -> Fixed:
    """Take the clear residue out of a file's bytes; the result holds for itself when it is fixed again.

    `allow_over` lifts `config.fix_limit`. Raises UnreadableInputError as `read` does.
    """
    decoded = read(data, config)
    text, first = decoded.text, find(decoded.text, config, baseline)
    if not any(one.clear for one in first):
        return Fixed(data, data, left=first)
    settled = _take_out(text, first, config, baseline)
    if settled is None:
        return Fixed(data, data, left=first, refusal=f"it does not settle after {_ROUNDS} passes")
    rest, removed, left = settled
    share = _share(rest, text)
    if share > config.fix_limit and not allow_over:
        why = f"{share:.0%} of its words would go, more than the {config.fix_limit:.0%} that fix_limit allows"
        return Fixed(data, data, left=first, share=share, refusal=why)
    after = encode(rest, decoded.encoding)
    if _by_line(text, decoded.encoding) != data or not _reads_as(after, rest, config):
        return Fixed(data, data, left=first, share=share, refusal=f"it would no longer be read as {decoded.encoding}")
    return Fixed(data, after, removed, left, share)


def diff(fixed: Fixed, name: bytes) -> bytes:
    r"""Write what was taken out as a unified diff, in the bytes of the file; `patch -R` puts it back.

    >>> print(diff(Fixed(b"Menu\nText.\n", b"Text.\n"), b"a.txt").decode(), end="")
    --- a/a.txt
    +++ b/a.txt
    @@ -1,2 +1 @@
    -Menu
     Text.
    """
    if b" " in name:
        name += b"\t"  # where a name with blanks ends; git does the same
    before, after = (re.findall(rb"[^\n]*\n|[^\n]+\Z", data) for data in (fixed.before, fixed.after))
    lines = difflib.diff_bytes(difflib.unified_diff, before, after, fromfile=b"a/" + name, tofile=b"b/" + name)
    return b"".join(line if line.endswith(b"\n") else line + _NO_END for line in lines)


def _take_out(
    text: str, found: tuple[Finding, ...], config: Config, baseline: Collection[str]
) -> tuple[str, tuple[Finding, ...], tuple[Finding, ...]] | None:
    """Take out what is clear until nothing is: the text, what went and what is left; None if it does not settle.

    What went is numbered as in the first text, what is left as in the last.
    """
    bom = BOM if text.startswith(BOM) else ""
    lines = _physical(text.removeprefix(BOM))
    alive = list(range(len(lines)))  # which of the lines are left
    removed: list[Finding] = []
    for _ in range(_ROUNDS):
        clear = [one for one in found if one.clear]
        if not clear:
            return text, tuple(sorted(removed, key=lambda one: one.line)), found
        removed += (replace(one, line=alive[one.line - 1] + 1, last=alive[one.last - 1] + 1) for one in clear)
        gone = {number - 1 for one in clear for number in range(one.line, one.last + 1)}
        alive = [alive[i] for i in _seamless([lines[i] for i in alive], gone)]
        text = bom + _joined(lines, alive)
        found = find(text, config, baseline)
    return None


def _physical(text: str) -> list[str]:
    r"""Split a text into its lines with their ends, counted as `plain` counts them.

    >>> _physical("a\r\n\nb"), _physical("a\n"), _physical("")
    (['a\r\n', '\n', 'b'], ['a\n'], [])
    """
    lines, at = [], 0
    for end in LINE_END.finditer(text):
        lines.append(text[at : end.end()])
        at = end.end()
    return [*lines, text[at:]] if at < len(text) else lines


def _seamless(lines: Sequence[str], gone: Collection[int]) -> list[int]:
    r"""Give the indices of the lines that stay when some go; at a seam blank lines stay as on its wider side.

    >>> _seamless(["One.\n", "\n", "Menu\n", "\n", "Two.\n", "Menu\n", "Three.\n"], {2, 5})
    [0, 1, 4, 6]
    """
    stay: list[int] = []
    blanks: list[list[int]] = [[]]  # the runs of blank lines since the last line that stays
    seam = False
    for i, line in enumerate(lines):
        if i in gone:
            seam = True
            blanks.append([])
        elif not line.strip():
            blanks[-1].append(i)
        else:
            stay += _widest(blanks) if seam and stay else [] if seam else blanks[0]
            stay.append(i)
            blanks, seam = [[]], False
    return stay if seam else stay + blanks[0]


def _widest(runs: Iterable[list[int]]) -> list[int]:
    return max(runs, key=len)


def _joined(lines: Sequence[str], alive: Sequence[int]) -> str:
    """Join the lines that stay; the last one has a line end only where the file had one."""
    text = "".join(lines[i] for i in alive)
    if lines[-1] == _bare(lines[-1]):
        return _bare(text)
    return text


def _bare(text: str) -> str:
    """Take one line end off the end."""
    return text[:-2] if text.endswith("\r\n") else text[:-1] if text.endswith(("\r", "\n")) else text


def _by_line(text: str, encoding: str) -> bytes:
    """Encode a text line by line: its bytes, unless its encoding carries a state from one line to the next."""
    bom, lines = text[: text.startswith(BOM)], _physical(text.removeprefix(BOM))
    return encode(bom, encoding) + b"".join(encode(line, encoding) for line in lines)


def _reads_as(data: bytes, text: str, config: Config) -> bool:
    try:
        return read(data, config).text == text
    except UnreadableInputError:
        return False


def _share(after: str, before: str) -> float:
    """Share of the words that went, 0 to 1."""
    words = count_words(before)
    return 1 - count_words(after) / words if words else 0.0
