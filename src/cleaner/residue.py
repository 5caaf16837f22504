"""Finds the residue in a text file, and takes it out without touching anything else.

Nothing here is cleaned in the sense of `cleaner.clean`: lines are judged, and some are deleted. What stays keeps its
bytes, its encoding, its byte order mark, its line ends, and its final line end or the lack of one.

A line that no rule names, or one of the `HINTS`, has only its shape and its place against it. In a short article
headline, byline and subheadings are short lines among few others, too, and boilerplate comes in runs: such a line is
residue where it is clear and has other residue near it, or is clearer still, or stands between two lines of residue.
Otherwise two of three clean articles with headline and authors would be reported, not one of sixteen
(benchmarks/guard.py).

`fix` is more careful than the body that `clean` gives: nobody looks at a file that was rewritten in place.

- Only *clear* lines go: the line's own score and the settled one are below `-config.fix_margin`, or a strong rule asks
  for it (`STRONG`); and the line does not share its physical line with text that stays, nor stands between fences of
  code, which would be taken apart.
- Lines in the baseline stay, and a document of which more than `config.fix_limit` would go is refused.
- It runs until nothing is found any more. A line that goes changes the neighbourhood of others, so a single pass could
  find more the next time; at the fixed point a second run has nothing to do, because its first pass is the last of the
  first run. A document that does not settle, or that would be read differently afterwards, is refused as it is.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cleaner import linked, plain, rules
from cleaner.config import Config
from cleaner.decide import Decisions, decide
from cleaner.decode import LINE_END, decode, encode
from cleaner.features import Page
from cleaner.kind import detect
from cleaner.model import KEPT, LABELS, RESIDUE, Decision, Decoded, Document, UnreadableInputError
from cleaner.reasons import RULE as SHAPE
from cleaner.rules.markdown import MARKS
from cleaner.words import count_words

STRONG = 4.0  # log-odds; a rule of this weight names something, see rules/table.tsv
HINTS = frozenset((SHAPE, "between_teasers", "headline_list", "menu_run", "page_top", "repeated_headline"))
"""What names a line by shapes and places alone: such rules, and the one that stands where there is none."""

_LONE = 1.5  # how much clearer a line without other residue near it has to be, as a multiple of the margin
_ROUNDS = 40  # passes; pages settle in two or three
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Finding:
    """A line that is residue.

    `line` and `last` are its physical lines, from 1. `label`, `rule` and `evidence` say why; `score` is the log-odds of
    keeping it by its own signals. `clear` tells whether `fix` takes it out. `text` is the line, folded and repaired.
    """

    line: int
    last: int
    label: str
    rule: str
    evidence: str
    score: float
    clear: bool
    text: str

    @property
    def fingerprint(self) -> str:
        """Name the line by its text, wherever it stands: 16 hexadecimal digits."""
        return fingerprint(self.text)


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


def fingerprint(text: str) -> str:
    """Name a line by its text: 16 hexadecimal digits of SHA-256.

    >>> fingerprint("Home | News")
    '8bf92fe7867c48c9'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def read(data: bytes, config: Config) -> Decoded:
    """Decode a file of text.

    Raises UnreadableInputError when it is no text, too large, or HTML: residue of a page is not found line by line.
    """
    decoded = decode(data, kind="text", declared=config.encoding, max_bytes=config.max_bytes)
    if detect(decoded.text) == "html":
        raise UnreadableInputError(
            "The document is HTML, of which only the text can be checked; take it out with `cleaner clean`, or exclude "
            "the file."
        )
    return decoded


def find(text: str, config: Config, baseline: Collection[str] = frozenset()) -> tuple[Finding, ...]:
    r"""Find the residue in a text.

    Args:
        text: the decoded file.
        config: `select` and `keep` say what residue is; labels in `ignore` are not reported, rules in it do not vote.
        baseline: fingerprints of lines that were looked at and are kept.

    Returns:
        The lines in order, `Finding.clear` where `fix` would take them out.

    >>> [(one.line, one.label) for one in find("Share on Facebook\n\nThe old bridge was closed on Monday, the mayor "
    ... "said, after engineers had found cracks in two of its arches.\n", Config())]
    [(1, 'share')]
    """
    document = plain.read(text.removeprefix(_BOM))
    silent = frozenset(config.ignore) & _NOT_RULES
    page = Page(document)
    # A label that is ignored is not reported. Its votes still count, or the line would be found under another label.
    votes = rules.votes(page, replace(config, ignore=tuple(n for n in config.ignore if n not in silent)))
    decisions = decide(page, votes, config)
    if all(label in KEPT for label in decisions.labels):
        return ()
    wanted = frozenset(config.select or RESIDUE)
    fixed = _shared_lines(document) | _fenced_lines(page)
    found: dict[int, Finding] = {}
    for decision in decisions:
        names = {decision.label, decision.rule}
        if decision.kept or not names & wanted or names & silent or decision.label in config.keep:
            continue
        if fingerprint(document.texts[decision.line]) in baseline or decision.rule in MARKS - wanted:
            continue
        first, last = document.numbers[decision.line]
        clear = first not in fixed and last not in fixed and _clear(decisions, decision, config.fix_margin)
        found[decision.line] = Finding(
            line=first,
            last=last,
            label=decision.label,
            rule=decision.rule,
            evidence=decision.evidence,
            score=decision.score,
            clear=clear,
            text=document.texts[decision.line],
        )
    if SHAPE in wanted:
        return tuple(found.values())
    doubtful = {i for i, one in found.items() if one.rule in HINTS - wanted and one.label in RESIDUE}
    return tuple(one for i, one in found.items() if i not in doubtful or _beyond_doubt(i, found, doubtful, config))


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


_NO_END = b"\n\\ No newline at end of file\n"
_NOT_RULES = frozenset(LABELS) | {SHAPE}


def _take_out(
    text: str, found: tuple[Finding, ...], config: Config, baseline: Collection[str]
) -> tuple[str, tuple[Finding, ...], tuple[Finding, ...]] | None:
    """Take out what is clear until nothing is: the text, what went and what is left; None if it does not settle.

    What went is numbered as in the first text, what is left as in the last.
    """
    bom = _BOM if text.startswith(_BOM) else ""
    lines = _physical(text.removeprefix(_BOM))
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


def _clear(decisions: Decisions, decision: Decision, margin: float) -> bool:
    """Whether a dropped line is beyond doubt: by its own score and the settled one, or by a strong rule."""
    score = max(decision.score, float(decisions.final[decision.line]))
    if score <= -margin:
        return True
    votes = decisions.ballot.by_line.get(decision.line, ())
    return score < margin and any(vote.label == decision.label and vote.weight >= STRONG for vote in votes)


def _beyond_doubt(i: int, found: Mapping[int, Finding], doubtful: Collection[int], config: Config) -> bool:
    """Whether a doubtful line is residue all the same, and no headline, byline or subheading."""
    sure = [j - i for j in range(i - 2, i + 3) if j in found and (found[j].clear or j not in doubtful)]
    if not found[i].clear:
        return -1 in sure and 1 in sure
    return len(sure) > 1 or found[i].score <= -_LONE * config.fix_margin


def _shared_lines(document: Document) -> set[int]:
    """Physical lines on which several of the document's lines stand, as in a wall of text; they cannot go apart."""
    shared, before = set(), 0
    for first, last in document.numbers:
        if first <= before:
            shared.add(first)
        before = last
    return shared


def _fenced_lines(page: Page) -> set[int]:
    """Physical lines of code between fences, and all fences: without one of two all after it would be code."""
    numbers, texts = page.document.numbers, page.texts
    code = linked.code(page.document.text, texts)
    marks = [(line, line) for pair in linked.fences(page.document.text, texts) for line in pair]
    return {line for first, last in code + marks for line in range(numbers[first][0], numbers[last][1] + 1)}


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
    bom, lines = text[: text.startswith(_BOM)], _physical(text.removeprefix(_BOM))
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
