"""`cleaner duplicates`: which documents of a corpus are copies of others, reported and flagged; nothing is dropped."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner.commands import FAILED, OK, count, inputs, require_own
from cleaner.model import CleanerError, Kind

if TYPE_CHECKING:
    from cleaner.config import Config
    from cleaner.corpus.duplicates import Group
    from cleaner.formats.columns import Record

_SHOWN = 20  # groups, and copies of one, in a terminal; the report has them all

_BEGINS = b'{"copies": ['  # the report, see `_row`

_EXAMPLES = """\b
Examples:
  cleaner clean pages/ -o cleaned
  cleaner duplicates cleaned -o duplicates.jsonl --flag
  cleaner duplicates crawl.jsonl.zst --similarity 0.9
"""


@click.command(short_help="Report documents that are copies of others.", epilog=_EXAMPLES)
@click.argument("names", metavar="IN...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the report here, as JSON lines.",
)
@click.option("--similarity", type=click.FloatRange(0.5, 1), help="Least similarity of two copies. [default: 0.8]")
@click.option("--memory", metavar="MIB", type=click.IntRange(min=100), help="Memory for the comparison. [default: 400]")
@click.option("--clean", "clean_text", is_flag=True, help="Compare texts by their bodies, as HTML is.")
@click.option("--flag", is_flag=True, help="Flag copies in their sidecars, too; IN must be an output of `clean`.")
@inputs.options
def command(
    names: tuple[str, ...],
    out: Path | None,
    *,
    similarity: float | None,
    memory: int | None,
    clean_text: bool,
    flag: bool,
    kind: Kind | None,
    config_file: Path | None,
    **given: Any,
) -> int:
    """Report which documents of IN (an output of `clean`, or a corpus) are copies of others.

    Two documents are copies when all their words are the same, or when at least the share --similarity of their runs of
    five words is. Texts are compared as they are, HTML by its article body. FILE has a row for each group: its first
    document, and each copy with its similarity and whether it is exact.

    With --flag the sidecar of each copy gets the flag `duplicate` or `near_duplicate`, and `duplicate_of`, the id of
    the group's first document. A later run of `clean` leaves flagged documents as they are; a later run with --flag
    brings the flags up to date.

    No document is deleted: you decide which copy to keep.
    """
    from cleaner import files
    from cleaner.corpus import duplicates

    if flag and (len(names) > 1 or not Path(names[0]).is_dir() or clean_text):
        raise click.UsageError("--flag takes one directory that `cleaner clean` has written, and no --clean.")
    if flag and not any(Path(names[0]).rglob(f"*{files.SIDECAR_SUFFIX}")):
        raise click.UsageError(
            f"There is no sidecar in {names[0]!r} to flag. Rows of a table are not rewritten: join them with the "
            f"report (-o FILE)."
        )
    if out:
        require_own(out, "report of copies", _BEGINS)
    columns = inputs.columns(given)
    config = inputs.settings(names[0], config_file, **given)
    failures = inputs.Failures()
    with duplicates.Duplicates(memory or duplicates.MEMORY) as found:
        for name, record in inputs.records(names, config, kind, columns, failures):
            try:
                found.add(name, _text(record, config, clean_text=clean_text))
            except CleanerError as error:
                failures(name, str(error))
        groups: Iterable[Group] = found.groups(similarity or duplicates.SIMILARITY)
        if out or flag:
            groups = list(groups)
        if flag:
            changed = duplicates.flag(Path(names[0]), groups, failures)
            click.echo(f"{count(changed, 'sidecar')} changed.", err=True)
        if out:
            files.write_files({out: b"".join(map(_row, groups))})
        _show(iter(groups))
    return FAILED if failures.count else OK


def _text(record: Record, config: Config, *, clean_text: bool) -> str:
    """What is compared of a document."""
    from cleaner.decode import decode
    from cleaner.decode.kind import detect
    from cleaner.pipeline import clean

    declared = config.encoding or record.encoding
    text = decode(record.data, kind=record.kind, declared=declared, max_bytes=config.max_bytes).text
    kind = record.kind or detect(text)
    return clean(text, kind=kind, url=record.url, config=config).text if clean_text or kind == "html" else text


def _row(group: Group) -> bytes:
    return json.dumps(group.to_dict(), ensure_ascii=False, sort_keys=True).encode("utf-8", "backslashreplace") + b"\n"


def _show(groups: Iterator[Group]) -> None:
    """Write the groups to standard output, the first of them in full, and their numbers to standard error."""
    number = copies = 0
    for number, group in enumerate(groups, 1):
        copies += len(group.copies)
        if number <= _SHOWN:
            _show_group(group)
    more = f", of which {_SHOWN} are shown" if number > _SHOWN else ""
    told = "1 document is a copy of another" if copies == 1 else f"{copies:,} documents are copies of others"
    click.echo(f"{told}, in {count(number, 'group')}{more}.", err=True)


def _show_group(group: Group) -> None:
    from cleaner.show import printable

    click.echo(printable(group.first))
    for copy in islice(group.copies, _SHOWN):
        click.echo(f"  {'same' if copy.exact else format(copy.similarity, '.0%')}\t{printable(copy.name)}")
    if len(group.copies) > _SHOWN:
        click.echo(f"  … and {len(group.copies) - _SHOWN:,} more")
