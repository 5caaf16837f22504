"""What `clean`, `learn` and `duplicates` share: the names of columns; and how the last two read records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from cleaner.commands import stdin, together
from cleaner.commands.settings import file_option, governing
from cleaner.model import CleanerError, Kind

if TYPE_CHECKING:
    from cleaner.config import Config
    from cleaner.formats.columns import Columns, Record

_PARTS = {"text": "the text", "html": "the HTML", "id": "the id", "url": "the address", "site": "the site"}
column_options = tuple(
    click.option(f"--{part}-column", metavar="NAME", help=f"Column of records that holds {what}. [default: {part}]")
    for part, what in _PARTS.items()
)
"""Name the columns; `columns` takes them out of the options."""

options = together(
    *column_options,
    click.option("--kind", type=click.Choice(get_args(Kind)), help="What documents are. [default: as for `clean`]"),
    click.option("--encoding", metavar="NAME", help="Character encoding of the input. [default: detected]"),
    file_option,
)
"""How to read inputs."""


def columns(given: dict[str, Any]) -> Columns:
    """Take the names of columns out of the options."""
    from cleaner.formats.columns import Columns

    return Columns(**{part: given.pop(f"{part}_column") for part in _PARTS})


def settings(first: str, file: Path | None, encoding: str | None, *, book: bool = True) -> Config:
    """Make the configuration of a file, which is looked for upwards from the first input when none is named.

    Without `book`, the one that the file names is not read.
    """
    from cleaner.config import Config, configfile

    file = governing(first, file)
    found = configfile.load(file, book=book) if file else Config()
    return replace(found, encoding=encoding) if encoding else found


class Failures:
    """Counts what could not be read, and says why on standard error."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, name: str, why: str) -> None:
        """Tell of one."""
        self.count += 1
        click.echo(f"{name}: {why}", err=True)


def records(
    names: Sequence[str], config: Config, kind: Kind | None, columns: Columns, failures: Failures
) -> Iterator[tuple[str, Record]]:
    """Read what directories, files, patterns and - hold, files of records too, each document with its name.

    Documents that cannot be read are told to `failures`. Raises PlanError for a name under which there is nothing.
    """
    from cleaner import files
    from cleaner.corpus import learning

    for name in names:
        if files.is_pattern(name):
            listing = files.expand(name)
        else:
            listing = files.find([name], stdin(), config.max_bytes, records=True)
        for directory, why in listing.unreadable:
            failures(directory, why)
        for place, record in learning.read(listing.sources, config, kind, columns):
            if isinstance(record, CleanerError):
                failures(place, str(record))
            else:
                yield place, record
