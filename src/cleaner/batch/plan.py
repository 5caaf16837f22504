"""What a run would do: which inputs there are, and what comes of each. Nothing is read or written yet."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Literal

from cleaner import files, formats
from cleaner.batch import outputs
from cleaner.batch.outputs import FILES, NATURAL, PARQUET
from cleaner.files import Listing, PlanError, Source
from cleaner.formats import Form

InputFormat = Literal["documents", "jsonl", "parquet", "warc"]

DOCUMENTS = "documents"  # the file of rows that documents come out as, when they come out as rows


@dataclass(frozen=True, slots=True)
class Part:
    """Inputs that come out together.

    `sources` are documents, or one file of records. `output` is how they come out; `name` is the file of rows or the
    directory that they come out in, below the output directory (None for documents that come out as files).
    """

    sources: tuple[Source, ...]
    output: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of a run; `skipped` and `unreadable` are as of a `files.Listing`."""

    parts: tuple[Part, ...]
    skipped: int = 0
    unreadable: tuple[tuple[str, str], ...] = ()
    stdin: BinaryIO | None = field(default=None, repr=False)

    @property
    def sources(self) -> tuple[Source, ...]:
        """All inputs."""
        return tuple(source for part in self.parts for source in part.sources)


def make(
    inputs: Sequence[str],
    out: Path,
    limit: int,
    *,
    stdin: BinaryIO | None = None,
    input_format: InputFormat | None = None,
    output: str | None = None,
    lists: Sequence[str] = (),
) -> Plan:
    """Plan a run over files, directories, patterns, `-`, and the files that `lists` name.

    `limit` is the largest document, in bytes. `input_format` says what named inputs are; without it their names tell.
    `output` says how everything comes out; without it documents come out as files, and records as what they came in.
    Raises PlanError when inputs and output cannot go together, and CleanerError when a package is missing.
    """
    patterns = [name for name in inputs if files.is_pattern(name)]
    files.require_present([name for name in inputs if name not in patterns])
    listings = [_listing(name, stdin, limit, input_format, name in patterns) for name in inputs]
    listings += [files.listed(_lines(name, stdin), name) for name in lists]
    sources = tuple(source for listing in listings for source in listing.sources)
    files.check_apart([name for name in inputs if name not in patterns], out)
    if patterns or lists:
        _check_outside(sources, out)
    parts = tuple(_parts(sources, output))
    distinct = (source for part in parts for source in part.sources[: 1 if part.name else None])
    files.check_outputs(distinct, out, lambda source: _goal(source, output))
    _require_packages(parts)
    return Plan(parts, sum(found.skipped for found in listings), sum((f.unreadable for f in listings), ()), stdin)


def _listing(
    name: str, stdin: BinaryIO | None, limit: int, input_format: InputFormat | None, is_pattern: bool
) -> Listing:
    form: Form | None = None if input_format == "documents" else input_format
    if name == files.STDIN and form == PARQUET:
        raise PlanError("Parquet cannot be read from standard input, since its table is at its end; name it.")
    if name == files.STDIN and form is not None:
        files.require_stdin(stdin)
        return Listing((Source(files.STDIN, "stdin", form=form),))
    found = files.expand(name) if is_pattern else files.find([name], stdin, limit, records=True)
    if name == files.STDIN and input_format is None:
        check_stdin(found.sources[0])
    if input_format is None or (not is_pattern and Path(name).is_dir()):
        return found
    return replace(found, sources=tuple(replace(source, form=form) for source in found.sources))


def check_stdin(source: Source) -> None:
    """Raise PlanError when standard input, which nobody has said to be anything, holds records and no document.

    Cleaned as one text, they would all come back as they were.
    """
    first = (source.data or b"").lstrip().partition(b"\n")[0]
    if not first.startswith(b"{"):
        return
    try:
        columns = list(json.loads(first))
    except (ValueError, RecursionError):
        return
    if columns:
        raise PlanError(
            f"Standard input looks like JSON lines: its first line is an object with {columns[0]!r}. Say "
            f"--input-format jsonl and with -o where to write, or --input-format documents if it is one document. "
            f"Nothing was cleaned."
        )


def _lines(name: str, stdin: BinaryIO | None) -> Iterator[str]:
    """Read a list of paths, one a line."""
    try:
        data = files.require_stdin(stdin).read() if name == files.STDIN else Path(name).read_bytes()
    except OSError as error:
        raise PlanError(files.explain_os_error(error, "read", Path(name))) from error
    yield from (os.fsdecode(line) for line in data.splitlines())


def _check_outside(sources: Sequence[Source], out: Path) -> None:
    """Raise PlanError when one of the inputs lies in the output directory."""
    place = out.resolve()
    for directory in sorted({os.path.dirname(source.path) for source in sources}):  # noqa: PTH120 (a million times)
        if Path(directory).resolve().is_relative_to(place):
            raise PlanError(
                f"The output directory {str(out)!r} holds inputs (in {directory!r}), so results and inputs would mix; "
                f"choose a directory beside the input. Nothing was cleaned."
            )


def _parts(sources: Sequence[Source], output: str | None) -> Iterator[Part]:
    """Group the inputs: documents together, and each file of records alone, in their order."""
    documents = tuple(source for source in sources if source.form is None)
    if documents:
        as_files = output in (None, FILES)
        yield Part(documents, output or FILES, None if as_files else _goal(documents[0], output))
    for source in sources:
        if source.form is not None:
            yield Part((source,), output or NATURAL[source.form], _goal(source, output))


def _goal(source: Source, output: str | None) -> str:
    """Name what an input comes out as, below the output directory: a body, a directory of them, or a file of rows."""
    if source.form is None:
        return files.body_name(source) if output in (None, FILES) else DOCUMENTS + outputs.suffix(output or "")
    chosen = output or NATURAL[source.form]
    stem = formats.stem_of(source.relative)
    return stem if chosen == FILES else stem + outputs.suffix(chosen)


def _require_packages(parts: Sequence[Part]) -> None:
    for part in parts:
        if PARQUET in (part.output, part.sources[0].form):
            formats.require("pyarrow", "parquet")
        if part.sources[0].form == "warc":
            formats.require("fastwarc", "warc")
