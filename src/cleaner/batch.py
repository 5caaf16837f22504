"""A corpus through the cleaner: documents in, bodies and sidecars out, what failed and why.

Documents are independent, so several processes may clean them, and the results are the same bytes for any number of
processes. Outcomes come in the order of the inputs. Only a few chunks are on their way at any time, so memory does not
grow with the size of the documents; of each, a small `Outcome` is seen once and folded into the `Summary`.

One document's misfortune is its own: whatever happens to it becomes a sentence in its outcome, and the rest go on. That
holds even for a document that takes its process down with it.
"""

from __future__ import annotations

import json
import multiprocessing
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from cleaner import files, sidecar
from cleaner.config import Config
from cleaner.files import Source
from cleaner.model import CleanerError, Kind

if TYPE_CHECKING:
    from cleaner.cleaned import Cleaned

FAILURES = "failures.jsonl"
CHUNK = 16  # documents that a worker takes at once: some 50 ms of work, beside which handing them over is nothing
AHEAD = 4  # chunks a worker that may wait or be finished, so that a slow document does not hold up the others


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    `name` is its path as in the sidecar, `-` for standard input. `kept` is the number of words in the body, `removed`
    the number of words taken out by label. `error` is None, or a sentence that says why the document failed.
    """

    name: str
    kept: int = 0
    removed: Mapping[str, int] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a corpus.

    `documents` counts those that were cleaned; `kept` and `removed` count words, `removed` by label; `flags` counts the
    documents that carry each flag. `failures` are the outcomes with an error, in order; `skipped` counts the files of
    given directories that have no extension of a document.
    """

    documents: int = 0
    kept: int = 0
    removed: Mapping[str, int] = field(default_factory=dict)
    flags: Mapping[str, int] = field(default_factory=dict)
    failures: tuple[Outcome, ...] = ()
    skipped: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Give the summary as JSON holds it."""
        return {
            "documents": self.documents,
            "words_kept": self.kept,
            "words_removed": dict(sorted(self.removed.items())),
            "flags": dict(sorted(self.flags.items())),
            "failures": [_failure(outcome) for outcome in self.failures],
            "skipped": self.skipped,
        }


Progress = Callable[[Outcome, int, int], None]
"""Called after each document with its outcome, how many are done and how many there are."""


def run(
    inputs: Sequence[str],
    out: Path,
    config: Config,
    *,
    kind: Kind | None = None,
    jobs: int = 1,
    stdin: BinaryIO | None = None,
    on_progress: Progress | None = None,
) -> Summary:
    """Clean files, directories and `-` into the directory `out`; see `files.find` for what is taken of them.

    `kind` holds for every document; None goes by each one's extension, then by its content. `jobs` is the number of
    processes. `out/failures.jsonl` names what failed, and is removed by a run in which nothing did.

    Raises `files.PlanError`, before anything is written, when inputs and output cannot go together, and
    `files.WriteError` when the list of failures cannot be written.
    """
    files.check_apart(inputs, out)
    listing = files.find(inputs, stdin, config.max_bytes)
    files.check_outputs(listing.sources, out)
    job = Job(out, config, kind)
    unlisted = [Outcome(name, error=why) for name, why in listing.unreadable]
    outcomes = job.clean_pooled(listing.sources, jobs) if jobs > 1 else map(job.clean, listing.sources)
    summary = _fold(outcomes, len(listing.sources), unlisted, listing.skipped, on_progress)
    _write_failures(out / FAILURES, summary.failures)
    return summary


def _fold(
    outcomes: Iterable[Outcome], total: int, failed: list[Outcome], skipped: int, on_progress: Progress | None
) -> Summary:
    documents = kept = 0
    removed: Counter[str] = Counter()
    flags: Counter[str] = Counter()
    failures = list(failed)
    for done, outcome in enumerate(outcomes, start=1):
        if outcome.error is None:
            documents += 1
            kept += outcome.kept
            removed.update(outcome.removed)
            flags.update(outcome.flags)
        else:
            failures.append(outcome)
        if on_progress:
            on_progress(outcome, done, total)
    return Summary(documents, kept, removed, flags, tuple(failures), skipped)


def _failure(outcome: Outcome) -> dict[str, str | None]:
    return {"error": outcome.error, "source_path": outcome.name}


def _write_failures(path: Path, failures: Sequence[Outcome]) -> None:
    if failures:
        lines = [json.dumps(_failure(outcome), ensure_ascii=False, sort_keys=True) + "\n" for outcome in failures]
        files.write_files({path: "".join(lines).encode("utf-8", "backslashreplace")})
    elif path.is_file():
        path.unlink()  # of an earlier run, and no longer true


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for every document of a run; it travels to the worker processes."""

    out: Path
    config: Config
    kind: Kind | None = None

    def clean(self, source: Source) -> Outcome:
        """Read, clean and write one document; whatever goes wrong with it is told in the outcome."""
        name = source.name or files.STDIN
        try:
            cleaned = clean_source(source, self.config, self.kind)
            record = cleaned.to_dict()
            body, beside = files.output_paths(source, self.out)
            files.write_files({body: cleaned.to_bytes(), beside: sidecar.dumps(record)})
        except CleanerError as error:
            return Outcome(name, error=str(error))
        except Exception as error:  # a fault of ours, which must not cost the other documents
            fault = f"{type(error).__name__}: {error}"
            why = f"cleaner itself failed here ({fault}); `cleaner explain` shows where. Please report it."
            return Outcome(name, error=why)
        return Outcome(name, record["output"]["words"], record["stats"]["by_label"], tuple(record["flags"]))

    def clean_chunk(self, sources: Sequence[Source]) -> list[Outcome]:
        """Clean some documents, one after the other: what a worker process does at once."""
        return [self.clean(source) for source in sources]

    def clean_pooled(self, sources: Iterable[Source], jobs: int, size: int = CHUNK) -> Iterator[Outcome]:
        """Clean documents by `jobs` processes, `size` at once; the outcomes come in the order of the documents.

        When a process dies it takes the pool with it. Then what it may have been working on goes one document at a time
        through a process of its own, where there is no doubt of which document it was, and the rest through a new pool.
        """
        chunks = _chunks(sources, size)
        waiting: deque[tuple[list[Source], Future[list[Outcome]]]] = deque()
        pool = _pool(jobs)
        try:
            while True:
                for chunk in islice(chunks, jobs * AHEAD - len(waiting)):
                    waiting.append((chunk, self._submit(pool, chunk)))
                if not waiting:
                    return
                chunk, future = waiting.popleft()
                try:
                    outcomes: Iterable[Outcome] = future.result()
                except BrokenProcessPool:
                    pool.shutdown()
                    pool = _pool(jobs)
                    chunks = chain([chunk for chunk, _ in waiting], chunks)
                    waiting.clear()
                    outcomes = [_died(chunk[0])] if jobs == size == 1 else self.clean_pooled(chunk, jobs=1, size=1)
                yield from outcomes
        finally:
            pool.shutdown(cancel_futures=True)

    def _submit(self, pool: ProcessPoolExecutor, chunk: list[Source]) -> Future[list[Outcome]]:
        try:
            return pool.submit(self.clean_chunk, chunk)
        except BrokenProcessPool as error:  # told where the result is asked for, like any other break
            broken: Future[list[Outcome]] = Future()
            broken.set_exception(error)
            return broken


def _chunks(sources: Iterable[Source], size: int) -> Iterator[list[Source]]:
    remaining = iter(sources)
    while chunk := list(islice(remaining, size)):
        yield chunk


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Spawned, since a fork copies locks and threads in whatever state they are. Ctrl-C is for the parent, which then
    # lets the workers finish what they have begun.
    return ProcessPoolExecutor(
        jobs, multiprocessing.get_context("spawn"), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )


def _died(source: Source) -> Outcome:
    why = "The process that cleaned this document died (a crash, or out of memory); try it alone with more memory."
    return Outcome(source.name or files.STDIN, error=why)


def clean_source(source: Source, config: Config, kind: Kind | None = None) -> Cleaned:
    """Read and clean one document, of the given kind or of the one that its extension tells.

    Raises `model.UnreadableInputError` when it cannot be read.
    """
    from cleaner.pipeline import clean  # not before the plan is known to be good

    data = source.read(config.max_bytes)
    cleaned = clean(data, kind=kind or files.kind_of(source.relative), config=config)
    return replace(cleaned, source_path=source.name)
