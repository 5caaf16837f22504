"""What is done with one document: read, clean, write. It happens in a worker, or here when there is none.

Whatever goes wrong with a document becomes a sentence in its outcome, and the rest go on.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cleaner import files, formats, sidecar, templates
from cleaner.batch import outputs
from cleaner.batch.outcome import Outcome
from cleaner.config import Config
from cleaner.files import Source
from cleaner.formats import Raw
from cleaner.formats.columns import USUAL, Columns, Record
from cleaner.model import CleanerError, Kind

if TYPE_CHECKING:
    from cleaner.cleaned import Cleaned

STAGING = ".cleaner"  # below the output: what is unfinished, and the journals
_NAME = 255 - len(files.SIDECAR_SUFFIX)  # bytes of a file name, as file systems allow it


@dataclass(frozen=True, slots=True)
class Unit:
    """One document on its way to a worker: a file to be read there, or a record that was read already."""

    source: Source
    raw: Raw | None
    output: str  # how it comes out: "files", or a form of rows
    reuse: bool = True  # whether an earlier result may stand

    @property
    def name(self) -> str:
        """Name it in outcomes."""
        name = self.source.name or files.STDIN
        return name if self.raw is None or self.source.form is None else f"{name}:{self.raw.number}"

    @property
    def weight(self) -> int:
        """Bytes that it takes while it waits."""
        if self.raw is None:
            return 0
        return self.raw.size


@dataclass(frozen=True, slots=True)
class Result:
    """What a worker gives back: the outcome, and what is still to be written, if it did not write it itself.

    `row` is a row of an output of rows; `contents` are files, by their names below the output directory.
    """

    outcome: Outcome
    row: bytes = b""
    contents: Mapping[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for every document of a run; it travels to the worker processes.

    Results go to the directory `out`. `kind` holds for every document; None goes by each one's extension or column,
    then by its content. `root` is the directory to which the configuration's path patterns are relative.
    """

    out: Path
    config: Config
    kind: Kind | None = None
    columns: Columns = USUAL
    root: str = "."

    def warm_up(self) -> None:
        """Clean something, which loads all that it takes; so the first document takes no longer than the others."""
        from cleaner.pipeline import clean

        clean("The bridge was closed on Monday, the mayor said.").to_dict()

    def do(self, unit: Unit) -> Result:
        """Read, clean and write one document; whatever goes wrong with it is told in the outcome."""
        try:
            return self._do_file(unit) if unit.raw is None else self._do_record(unit, unit.raw)
        except CleanerError as error:
            return failed(unit, str(error))
        except MemoryError:
            return failed(unit, "Cleaning it needs more memory than a worker may have; raise --max-memory.")
        except OSError as error:  # also of a library's temporary files
            why = error.strerror or str(error)
            return failed(
                unit, f"The system refused what cleaning it needs ({why}); look at the disks, also the one of TMPDIR."
            )
        except Exception as error:  # a fault of ours, which must not cost the other documents
            fault = f"{type(error).__name__}: {error}"
            return failed(
                unit, f"cleaner itself failed here ({fault}); `cleaner explain` shows where. Please report it."
            )

    def settings(self, source: Source) -> Config:
        """Give the settings that hold for a file."""
        return settings_of(source, self.config, self.root)

    def _do_file(self, unit: Unit) -> Result:
        """Clean a file and write its body and sidecar, unless they stand already."""
        source, config = unit.source, self.settings(unit.source)
        record = Record(data=source.read(config.max_bytes), kind=self.kind or files.kind_of(source.relative))
        body, beside = files.output_paths(source, self.out)
        if unit.reuse and (found := standing(record, source, config, body, beside)):
            return Result(_outcome(unit, found, reused=True))
        cleaned = clean_record(record, source, config)
        written = cleaned.to_dict()
        files.write_files({body: cleaned.to_bytes(), beside: sidecar.dumps(written)}, self.out / STAGING)
        return Result(_outcome(unit, written))

    def _do_record(self, unit: Unit, raw: Raw) -> Result:
        """Clean a record; what is to be written goes back, since its order and its id matter."""
        source, config = unit.source, self.settings(unit.source)
        if raw.error is not None:
            return failed(unit, raw.error)
        if source.form is None:  # a whole file that becomes a row
            assert isinstance(raw.data, bytes)
            record = Record(data=raw.data, kind=self.kind or files.kind_of(source.relative))
        else:
            record = formats.parse(raw, self.columns, self.kind)
        if record.encoding or record.crawled:
            config = replace(
                config, encoding=config.encoding or record.encoding, crawled=config.crawled or record.crawled
            )
        if unit.output != "files":
            cleaned = clean_record(record, source, config)
            row, known = outputs.encode(cleaned, record.extra, unit.output, source.form)
            return Result(_outcome(unit, known, record.id), row)
        stem = _stem(source, raw, record)
        body, beside = stem + ".txt", stem + files.SIDECAR_SUFFIX
        if unit.reuse and (found := standing(record, source, config, self.out / body, self.out / beside)):
            return Result(_outcome(unit, found, record.id, reused=True), contents={body: b""})
        cleaned = clean_record(record, source, config)
        written = cleaned.to_dict()
        contents = {body: cleaned.to_bytes(), beside: sidecar.dumps(written)}
        return Result(_outcome(unit, written, record.id), contents=contents)


def settings_of(source: Source, config: Config, root: str) -> Config:
    """Give the settings that hold for a file; path patterns are relative to the directory `root`."""
    if not config.per_file and not any(rule.files for rule in config.rules):
        return config
    path = os.path.relpath(os.path.realpath(source.path), os.path.realpath(root))
    return _settings(config, PurePath(path).as_posix())


@lru_cache(maxsize=64)  # a file of records asks for each of them
def _settings(config: Config, path: str) -> Config:
    return config.for_file(path)


def failed(unit: Unit, why: str) -> Result:
    """Give the result of a document that failed."""
    return Result(Outcome(unit.name, error=why))


def clean_record(record: Record, source: Source, config: Config) -> Cleaned:
    """Clean a record of a file. Raises `model.UnreadableInputError` when it is no text."""
    from cleaner.pipeline import clean  # not before the plan is known to be good

    site = templates.site_of(record.url, source.name, record.site)
    cleaned = clean(record.data, kind=record.kind, url=record.url, config=config, site=site)
    return replace(cleaned, id=record.id, source_path=source.name)


def clean_source(source: Source, config: Config, kind: Kind | None = None, site: str | None = None) -> Cleaned:
    """Read and clean one document, of the given kind or of the one that its extension tells.

    `site` names whose template is asked for; None goes by the document's path.

    Raises `model.UnreadableInputError` when it cannot be read.
    """
    data = source.read(config.max_bytes)
    return clean_record(Record(data=data, kind=kind or files.kind_of(source.relative), site=site), source, config)


def standing(record: Record, source: Source, config: Config, body: Path, beside: Path) -> dict[str, Any] | None:
    """Give the sidecar that an earlier run wrote of this very record with these settings; None when there is none.

    What it describes must stand beside it, unchanged.
    """
    try:
        found = json.loads(beside.read_bytes())
        text = body.read_bytes()
        data = record.data.encode("utf-8", "surrogatepass") if isinstance(record.data, str) else record.data
        same = (
            found["schema_version"] == sidecar.SCHEMA_VERSION
            and found["input"]["sha256"] == hashlib.sha256(data).hexdigest()
            and found["output"]["sha256"] == hashlib.sha256(text).hexdigest()
            and found["cleaner"] == sidecar.digests(config)
            and found["source_path"] == source.name
            and record.kind in (None, found["input"]["kind"])
            and record.id in (None, found["id"])
            and record.url in (None, found["url"])
        )
        return found if same else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _outcome(unit: Unit, record: Mapping[str, Any], id: str | None = None, *, reused: bool = False) -> Outcome:
    words, by_label, flags = record["output"]["words"], record["stats"]["by_label"], tuple(record["flags"])
    return Outcome(unit.name, words, by_label, flags, id=id, reused=reused)


def _stem(source: Source, raw: Raw, record: Record) -> str:
    """Name a record's files by its id, or by its number when it has none, in a directory of its file's name."""
    name = quote(record.id, safe=" !#$&'()+,;=@[]{}~") if record.id else f"{raw.number:06}"
    name = f"%{ord(name[0]):02X}{name[1:]}" if name.startswith(".") else name
    if len(name.encode()) > _NAME:
        raise CleanerError(f"The id {record.id!r} is too long for the name of a file; use --format jsonl.")
    return str(PurePath(formats.stem_of(source.relative), name))
