"""What a run would do: each input, where its results would go, and whether they stand there already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from cleaner import files
from cleaner.batch.outputs import FILES
from cleaner.batch.plan import Part, Plan
from cleaner.batch.work import Job, standing
from cleaner.files import Source
from cleaner.formats.columns import Record
from cleaner.model import CleanerError


@dataclass(frozen=True, slots=True)
class Forecast:
    """An input, the file or directory of its results, and what would be done with it."""

    source: str
    goal: str
    state: str

    def to_dict(self) -> dict[str, Any]:
        """Give it as JSON holds it."""
        return asdict(self)


def of(plan: Plan, job: Job) -> Iterator[Forecast]:
    """Foretell a run. Documents are read for it, to know which are done; records are not."""
    for name, why in plan.unreadable:
        yield Forecast(name, "", why)
    for part in plan.parts:
        for source in part.sources:
            goal = job.out / (part.name or files.body_name(source))
            yield Forecast(source.path, str(goal), _file(source, job) if part.name is None else _rows(part, job))


def _file(source: Source, job: Job) -> str:
    """Say whether a document's body and sidecar stand."""
    config = job.settings(source)
    try:
        record = Record(data=source.read(config.max_bytes), kind=job.kind or files.kind_of(source.relative))
    except CleanerError as error:
        return str(error)
    body, beside = files.output_paths(source, job.out)
    if standing(record, source, config, body, beside):
        return "done"
    return "clean again" if beside.exists() else "clean"


def _rows(part: Part, job: Job) -> str:
    """Say whether a file of rows stands; its records are compared when it is cleaned."""
    there = (job.out / (part.name or "")).exists()
    if part.output == FILES:
        return "clean what is new or changed in it" if there else "clean"
    return "clean what is new or changed, and write it again" if there else "clean"
