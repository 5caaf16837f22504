"""Many cleaned documents -> one HTML page to look at.

Two passes over the results: the first counts everything and finds the documents that lost most, the second writes
those. Neither holds more than one piece of the page, so memory grows with the rows of the table alone.
"""

from __future__ import annotations

import hashlib
import heapq
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from cleaner.config import Config
from cleaner.files import WriteError, explain_os_error
from cleaner.model import LABELS, CleanerError
from cleaner.report import page
from cleaner.report.detail import detail
from cleaner.report.facts import Facts, facts
from cleaner.report.gather import Found, Unread, documents, failures
from cleaner.report.overview import Overview, group_of

DOCUMENTS = 10_000
"""Documents that a page lists and opens when nobody says otherwise: some 50 MB of page."""

VOTES = 1_000
"""Of these, how many with votes: each is cleaned again, which takes some milliseconds."""

_PIECE = 16  # documents that are decoded at once when one of them is opened
_NAMED = 200  # documents that could not be shown and are named; all are counted

Progress = Callable[[int, int], None]
"""Called after each document of the second pass with how many are written and how many there are."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a report holds: documents it counts, lists, and shows with votes, and those that could not be read."""

    documents: int
    listed: int
    voted: int
    unread: int


@dataclass(slots=True)
class _First:
    """What the first pass knows: counts, the numbers of the documents to list, and of those to show with votes."""

    overview: Overview
    listed: frozenset[int]
    voted: frozenset[int]
    unread: list[Unread]


def write(
    out: Path,
    path: Path,
    *,
    documents: int = DOCUMENTS,
    votes: int = VOTES,
    config: Config = Config(),
    title: str | None = None,
    on_progress: Progress | None = None,
) -> Written:
    """Write the report of the directory `out`, as `cleaner clean` filled it, to the file `path`.

    Args:
        out: bodies with their sidecars, or files of records.
        path: the page; what is there is replaced at once, when the page is whole.
        documents: how many are listed and can be opened, those that lost most first; the overview counts all.
        votes: how many of these are cleaned again, for their votes and for the reasons of lines that stayed.
        config: the settings of the run; votes are had only of documents that were cleaned with them.
        title: heading of the page; None takes the directory's name.
        on_progress: called after each document that is written.

    Raises CleanerError when there is no document, and WriteError when the page cannot be written.
    """
    first = _look(out, documents, votes)
    if not first.overview.total.documents:
        # Not what the run could not clean: why none of its results can be shown stands behind that.
        why = f" The last of those that could not be read: {first.unread[-1].error}" if first.unread else ""
        raise CleanerError(
            f"There is no document of cleaner's in {str(out)!r}; name a directory that it wrote as files, jsonl or "
            f"parquet, since other rows do not hold what was removed.{why}"
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile("w+", encoding="ascii") as pieces:
            rows, voted = _write_pieces(out, first, config, pieces, on_progress)
            shown = _overview(first, config, title or out.resolve().name, rows, voted)
            parts = [*page.head(shown["title"], shown), page.piece("rows", rows)]
            _write_whole(path, parts, pieces)
    except OSError as error:
        raise WriteError(explain_os_error(error, "write", path)) from error
    return Written(first.overview.total.documents, len(rows), voted, len(first.unread))


def is_report(path: Path) -> bool:
    """Whether a file is a report, which may be overwritten by another."""
    with path.open("rb") as file:
        return file.read(len(page.MARK)) == page.MARK.encode()


def _look(out: Path, documents: int, votes: int) -> _First:
    """Count all documents and choose those to list."""
    first = _First(Overview(), frozenset(), frozenset(), failures(out))

    def ranked() -> Iterator[tuple[tuple[int, float], int]]:
        for number, one in _known(out):
            if isinstance(one, Unread):
                first.unread.append(one)
            else:
                first.overview.add(one)
                yield one.rank, -number

    worst = [-number for _, number in heapq.nlargest(documents, ranked())]
    first.listed, first.voted = frozenset(worst), frozenset(worst[:votes])
    return first


def _known(out: Path) -> Iterator[tuple[int, Facts | Unread]]:
    for number, found in documents(out):
        if isinstance(found, Unread):
            yield number, found
            continue
        try:
            yield number, facts(found.record, found.name)
        except CleanerError as error:
            yield number, Unread(found.name, str(error))


def _write_pieces(
    out: Path, first: _First, config: Config, pieces: IO[str], on_progress: Progress | None
) -> tuple[list[Any], int]:
    """Write the documents that are listed, and give their rows and how many have votes."""
    rows: list[Any] = []
    held: list[dict[str, Any]] = []
    voted = 0
    for number, found in documents(out, first.listed):
        if not isinstance(found, Found):
            continue  # gone since the first pass
        shown = _detail(found, config, votes=number in first.voted)
        for name in {vote[1] for votes in (shown["votes"] or {}).values() for vote in votes}:
            first.overview.rule_votes[name] += 1
        voted += shown["votes"] is not None
        rows.append(_row(facts(found.record, found.name), voted=shown["votes"] is not None))
        held.append(shown)
        if len(held) == _PIECE:
            pieces.write(page.piece(f"piece-{(len(rows) - 1) // _PIECE}", held))
            held = []
        if on_progress:
            on_progress(len(rows), len(first.listed))
    if held:
        pieces.write(page.piece(f"piece-{(len(rows) - 1) // _PIECE}", held))
    return rows, voted


def _detail(found: Found, config: Config, *, votes: bool) -> dict[str, Any]:
    """Give a document's lines; of one that cannot be shown, the reason in their place."""
    try:
        return detail(found.body(), found.record, config, votes=votes)
    except CleanerError as error:
        return {"note": str(error), "lines": [], "metadata": [], "votes": None, "source": None}


def _row(one: Facts, *, voted: bool) -> list[Any]:
    labels = sorted(one.labels.items(), key=lambda item: (-item[1], item[0]))
    return [
        one.path,
        one.title,
        one.site,
        one.language,
        one.date,
        one.kind,
        one.words_in,
        one.words_out,
        round(one.share, 4),
        one.flags,
        labels,
        sorted(one.removals),
        int(voted),
    ]


def _overview(first: _First, config: Config, title: str, rows: list[Any], voted: int) -> dict[str, Any]:
    from cleaner import __version__

    return {
        **first.overview.to_dict(config),
        "title": title,
        "version": __version__,
        "id": hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:16],  # under which a browser keeps marks
        "vocabulary": [[label, group_of(label)] for label in LABELS],
        "listed": len(rows),
        "voted": voted,
        "piece": _PIECE,
        "unread": [[one.name, one.error] for one in first.unread[:_NAMED]],
        "unreadCount": len(first.unread),
    }


def _write_whole(path: Path, parts: list[str], pieces: IO[str]) -> None:
    """Put the page together under a temporary name, and rename it when it is whole."""
    temporary = path.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("x", encoding="utf-8", newline="") as file:
            file.writelines(parts)
            pieces.seek(0)
            shutil.copyfileobj(pieces, file)
            file.write(page.tail())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
