"""What `clean` gives back: the body, and on demand everything that is known of how it came about.

Only the body is there from the start. Lines, removals, metadata, flags and the sidecar are worked out when somebody
asks for them, each once, so that a caller who wants the text alone pays for the text alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cleaner import sidecar
from cleaner.assemble import Body
from cleaner.characters import STOPS
from cleaner.config import Config
from cleaner.decide.decisions import Decisions
from cleaner.model import Decision, Decoded, Document, Field, Vote
from cleaner.reasons import Reason
from cleaner.sidecar import restore as restore  # the same from files
from cleaner.sidecar.removals import Removal, Run, runs
from cleaner.words import count_lines

if TYPE_CHECKING:
    from cleaner.metadata import Metadata
    from cleaner.metadata.multilingual import LineLanguage

UNKNOWN: Mapping[str, Any] = MappingProxyType(
    {
        "url": None,
        "canonical_url": None,
        "site": None,
        "publisher": None,
        "title": None,
        "authors": (),
        "date_published": None,
        "date_modified": None,
        "date_published_raw": None,
        "language": None,
        "language_source": None,
        "description": None,
        "section": None,
        "keywords": (),
        "agencies": (),
        "captions": (),
        "alternates": MappingProxyType({}),
        "license": None,
    }
)
"""Every metadata field, with the value that says that it is not known."""

_PROSE = 12  # words in a line that ends with a stop: headlines and menu entries have fewer, or no stop
_MUCH_PROSE = 60  # words: a short news item, and rather more than a cookie notice
_STOP = re.compile(rf"[{STOPS}]['\"”’»)\]」』]*$")


@dataclass(frozen=True, slots=True)
class CleanedLine:
    """A line of the input and what became of it.

    `number` and `last` are its physical lines, from 1; `span` its characters in the document's text; `text` is repaired
    and folded. `label` is what it is, `own` what its own votes alone would make of it; `score` the log-odds of keeping
    it; `rule` and `evidence` are the reason, `settled_by` who settled it. `kept` tells whether it is in the body.
    """

    number: int
    last: int
    span: tuple[int, int]
    text: str
    label: str
    own: str
    score: float
    rule: str
    evidence: str
    settled_by: str
    kept: bool
    votes: tuple[Vote, ...]


@dataclass(frozen=True)
class Cleaned:
    """A cleaned document. Two are equal when the same came of the same input; it can be pickled.

    `decisions` has one entry a line. `votes` are the votes of all lines, or a function without arguments that gives
    them, called when they are asked for. `notes` are flags that earlier steps raise. `id` and `source_path` (relative
    to the corpus) name the document in its sidecar; `dataclasses.replace` sets them afterwards.
    """

    document: Document = field(repr=False)
    decisions: Sequence[Decision] = field(repr=False, compare=False)
    body: Body
    config: Config
    decoded: Decoded = field(repr=False)
    votes: Sequence[Vote] | Callable[[], Sequence[Vote]] = field(default=(), repr=False, compare=False)
    url: str | None = None
    notes: tuple[str, ...] = ()
    id: str | None = None
    source_path: str | None = None

    def __getstate__(self) -> dict[str, Any]:
        """Give what another process needs: every decision and vote, and not the measures that they are made of."""
        state = {one.name: getattr(self, one.name) for one in fields(self)}
        votes = self.votes() if callable(self.votes) else self.votes
        return {**state, "decisions": tuple(self.decisions), "votes": tuple(votes)}

    @property
    def text(self) -> str:
        """The body: paragraphs separated by a blank line, LF, NFC, no line end after the last one."""
        return self.body.text

    def to_bytes(self) -> bytes:
        """Give the body as its file holds it: UTF-8, with a line end at the end; `output.sha256` is its hash."""
        return sidecar.body_bytes(self.body.text)

    @cached_property
    def lines(self) -> tuple[CleanedLine, ...]:
        """Every line of the input that is not blank, with its label, reason, votes and span."""
        document, kept, votes = self.document, self.kept, self._votes_by_line
        return tuple(
            CleanedLine(
                number=document.numbers[decision.line][0],
                last=document.numbers[decision.line][1],
                span=document.spans[decision.line],
                text=document.texts[decision.line],
                label=decision.label,
                own=decision.own,
                score=decision.score,
                rule=decision.rule,
                evidence=decision.evidence,
                settled_by=decision.settled_by,
                kept=decision.line in kept,
                votes=tuple(votes.get(decision.line, ())),
            )
            for decision in self.decisions
        )

    @cached_property
    def removed(self) -> tuple[Removal, ...]:
        """Every line that is not in the body, also title, date and the like; neighbours of one reason are one removal.

        Lines whose evidence differs stay apart, so that each has its own. The blank lines between two neighbours of one
        label belong to the first, so that the numbers of a removed block have no holes.
        """
        text = self.document.text
        return tuple(
            [
                Removal(label, rule, lines, span, text[span[0] : span[1]], evidence, score, path)
                for label, rule, lines, span, evidence, score, path in self.runs
            ]
        )

    @cached_property
    def runs(self) -> Sequence[Run]:
        """The removals without their texts."""
        return runs(self.document, self.dropped)

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The metadata that is known, each value with its source, its confidence and where it was found."""
        return MappingProxyType(dict(self._metadata))

    @cached_property
    def metadata(self) -> Mapping[str, Any]:
        """Every metadata field's plain value; what is not known is None or empty (see `UNKNOWN`)."""
        known = {name: found.value for name, found in self.fields.items()}
        if "language" in known:
            known["language_source"] = self.fields["language"].source
        return MappingProxyType({**UNKNOWN, "url": self.url or self.document.url, **known})

    @cached_property
    def line_languages(self) -> tuple[LineLanguage, ...]:
        """Runs of lines in another language than the document's, such as a quotation or a translated headline."""
        from cleaner.metadata.multilingual import line_languages

        return line_languages(self.document, self.metadata["language"])

    @cached_property
    def flags(self) -> tuple[str, ...]:
        """What to know about the document before using it, in alphabetical order.

        `over_removed`: more than `config.over_removed` of the words went, and with them prose enough for a short news
        item; or that much prose went and nothing is left. `mostly_boilerplate`: as much went, but hardly any prose; the
        page held little else. `empty`: there is no body. `encoding_repaired`: mojibake was mended. The others are found
        while reading and deciding, and `date_ambiguous` while reading the date.
        """
        flags = {*self.document.notes, *self.notes, *self._metadata.flags}
        if self.document.repaired:
            flags.add("encoding_repaired")
        if not self.text:
            flags.add("empty")
        much = self._removed_prose >= _MUCH_PROSE
        if much and not self.text:
            flags.add("over_removed")
        elif self.removed_share > self.config.over_removed:
            flags.add("over_removed" if much else "mostly_boilerplate")
        return tuple(sorted(flags))

    @cached_property
    def kept(self) -> frozenset[int]:
        """Indices of the lines that are in the body."""
        return frozenset(self.body.lines)

    @cached_property
    def words(self) -> tuple[int, ...]:
        """Words of each line of the input."""
        return tuple(count_lines(self.document.texts))

    @cached_property
    def removed_share(self) -> float:
        """Share of the input's words that are not in the body, 0 to 1; 0 when there were none."""
        total = sum(self.words)
        removed = sum(words for i, words in enumerate(self.words) if i not in self.kept)
        return removed / total if total else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Give the sidecar, which `sidecar.schema` describes."""
        return sidecar.to_dict(self)

    def restore(self) -> str:
        """Give the decoded input, exactly; `cleaner.restore` makes the same from body and sidecar."""
        return self.document.source

    @cached_property
    def dropped(self) -> Sequence[Reason]:
        """Why each line that is not in the body is not."""
        lines = [line for line in range(len(self.document)) if line not in self.kept]
        if isinstance(self.decisions, Decisions):
            return self.decisions.reasons(lines)  # which costs less than all of them
        return [Reason.of(self.decisions[line]) for line in lines]

    @cached_property
    def _removed_prose(self) -> int:
        """Words of the removed lines that are as long as a sentence and end like one."""
        texts, kept = self.document.texts, self.kept
        long = ((i, words) for i, words in enumerate(self.words) if words >= _PROSE and i not in kept)
        return sum(words for i, words in long if _STOP.search(texts[i]))

    @cached_property
    def _votes_by_line(self) -> Mapping[int, list[Vote]]:
        by_line: defaultdict[int, list[Vote]] = defaultdict(list)
        for vote in self.votes() if callable(self.votes) else self.votes:
            by_line[vote.line].append(vote)
        return by_line

    @cached_property
    def _metadata(self) -> Metadata:
        from cleaner import metadata  # dates in many languages and a language identifier: only when asked for

        config = self.config
        return metadata.fields(
            self.document,
            self.decisions,
            url=self.url,
            given={"language": config.language} if config.language else None,
            crawled=date.fromisoformat(config.crawled) if config.crawled else None,
        )
