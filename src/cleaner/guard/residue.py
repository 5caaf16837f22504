"""Finds the residue in a text file.

Nothing here is cleaned in the sense of `cleaner.clean`: lines are judged one by one, and `fixing` deletes some.

A line that no rule names, or one of the `HINTS`, has only its shape and its place against it. In a short article
headline, byline and subheadings are short lines among few others, too, and boilerplate comes in runs: such a line is
residue where it is clear and has other residue near it, or is clearer still, or stands between two lines of residue.
Otherwise two of three clean articles with headline and authors would be reported, not one of sixteen
(benchmarks/guard.py).

Only *clear* lines may go from a file that nobody looks at afterwards: the own score and the settled one are below
`-config.fix_margin`, or a strong rule asks for it (`STRONG`); and the line does not share its physical line with text
that stays, nor stands between fences of code, which would be taken apart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from cleaner import plain, rules
from cleaner.config import Config
from cleaner.decide import decide
from cleaner.decide.decisions import Decisions
from cleaner.decode import decode
from cleaner.decode.kind import detect
from cleaner.features import Page
from cleaner.model import KEPT, LABELS, RESIDUE, Decision, Decoded, Document, UnreadableInputError
from cleaner.plain import linked
from cleaner.reasons import RULE as SHAPE
from cleaner.rules.markdown import NEEDED

BOM = "\ufeff"
STRONG = 4.0  # log-odds; a rule of this weight names something, see rules/table.tsv
HINTS = frozenset((SHAPE, "between_teasers", "headline_list", "menu_run", "page_top", "repeated_headline"))
"""What names a line by shapes and places alone: such rules, and the one that stands where there is none."""

_LONE = 1.5  # how much clearer a line without other residue near it has to be, as a multiple of the margin
_NOT_RULES = frozenset(LABELS) | {SHAPE}


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
    document = plain.read(text.removeprefix(BOM))
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
        if fingerprint(document.texts[decision.line]) in baseline or decision.rule in NEEDED - wanted:
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


def _clear(decisions: Decisions, decision: Decision, margin: float) -> bool:
    """Whether a dropped line is beyond doubt: by its own score and the settled one, or by a strong rule."""
    score = max(decision.score, float(decisions.scores.final[decision.line]))
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
