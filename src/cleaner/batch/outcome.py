"""What became of a document, and of a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SHOWN = 100  # failures that a summary holds; the file has them all


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    `name` is its path as in the sidecar, `-` for standard input, with its number behind it when its file holds many
    (`a.jsonl:17`). `kept` is the number of words in the body, `removed` the number of words taken out by label. `error`
    is None, or a sentence that says why the document failed. `reused` tells that an earlier run had done it.
    """

    name: str
    kept: int = 0
    removed: Mapping[str, int] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    error: str | None = None
    id: str | None = None
    reused: bool = False

    def failure(self) -> dict[str, str]:
        """Give a failed outcome as `failures.jsonl` holds it."""
        found = {"error": self.error or "", "source_path": self.name}
        return found if self.id is None else {**found, "id": self.id}


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a corpus.

    `documents` counts those that were cleaned, now or (`reused`) by an earlier run; `kept` and `removed` count words,
    `removed` by label; `flags` counts the documents that carry each flag. `failed` counts the ones with an error, of
    which `failures` are the first, in order; `skipped` counts the files of given directories that have no extension of
    a document. `stopped` says why the run ended before its inputs did.
    """

    documents: int = 0
    kept: int = 0
    removed: Mapping[str, int] = field(default_factory=dict)
    flags: Mapping[str, int] = field(default_factory=dict)
    failures: tuple[Outcome, ...] = ()
    failed: int = 0
    skipped: int = 0
    reused: int = 0
    stopped: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the summary as JSON holds it."""
        return {
            "documents": self.documents,
            "words_kept": self.kept,
            "words_removed": dict(sorted(self.removed.items())),
            "flags": dict(sorted(self.flags.items())),
            "failures": [outcome.failure() for outcome in self.failures],
            "failed": self.failed,
            "skipped": self.skipped,
            "reused": self.reused,
            "stopped": self.stopped,
        }


class Tally:
    """Folds outcomes into a summary, one by one, so that they need not be kept."""

    def __init__(self) -> None:
        self.documents = self.kept = self.failed = self.reused = 0
        self._removed: Counter[str] = Counter()
        self._flags: Counter[str] = Counter()
        self._failures: list[Outcome] = []

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        if outcome.error is None:
            self.documents += 1
            self.reused += outcome.reused
            self.kept += outcome.kept
            self._removed.update(outcome.removed)
            self._flags.update(outcome.flags)
            return
        self.failed += 1
        if len(self._failures) < SHOWN:
            self._failures.append(outcome)

    def summary(self, skipped: int, stopped: str | None) -> Summary:
        """Give what was counted."""
        return Summary(
            documents=self.documents,
            kept=self.kept,
            removed=dict(self._removed),
            flags=dict(self._flags),
            failures=tuple(self._failures),
            failed=self.failed,
            skipped=skipped,
            reused=self.reused,
            stopped=stopped,
        )
