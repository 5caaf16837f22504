"""`cleaner fix`: clear residue taken out of text files in place."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from itertools import count as numbers
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner.commands import FAILED, FOUND, OK, corpus, count, echo_json
from cleaner.files import STDIN, WriteError, explain_os_error
from cleaner.model import CleanerError

if TYPE_CHECKING:
    from cleaner.commands.corpus import Entry
    from cleaner.guard.fixing import Fixed
    from cleaner.guard.residue import Finding

_EXAMPLES = """\b
Examples:
  cleaner diff corpus/ | less
  cleaner fix corpus/
  cleaner fix --removed-to removed corpus/ && patch -R corpus/a.txt removed/corpus/a.txt.diff
"""


@click.command(cls=corpus.FilesLast, short_help="Take clear residue out of text files, in place.", epilog=_EXAMPLES)
@click.argument("inputs", metavar="IN...", nargs=-1)
@corpus.options
@click.option("--allow-over", is_flag=True, help="Change a document even if more than fix_limit of its words would go.")
@click.option(
    "--backup", is_flag=True, help="Copy each file to FILE.orig before it is changed; no earlier copy is overwritten."
)
@click.option(
    "--removed-to",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write what goes, and why, to DIR/FILE.diff; `patch -R` with that file puts it back.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show neither changed files nor what was left.")
@click.option("--json", "as_json", is_flag=True, help="Write the result of each file as JSON, with every reason.")
def command(
    inputs: tuple[str, ...],
    config_file: Path | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
    allow_over: bool,
    backup: bool,
    removed_to: Path | None,
    quiet: bool,
    as_json: bool,
    **given: Any,
) -> int:
    """Take the clear residue out of IN (text files or directories of them) and leave every other byte as it is.

    Residue that is not clear stays, and is named. A document that would lose more than `fix_limit` of its words (half,
    unless the settings say otherwise) is left as it is. A second run finds nothing to do. `cleaner diff` shows
    beforehand what would go.

    Exit codes: 0 nothing changed; 1 something changed; 2 wrong command or settings; 3 some files failed.
    """
    from cleaner.guard import fixing

    if STDIN in inputs:
        raise click.UsageError("Standard input (-) cannot be fixed in place; give files, or look at `cleaner diff -`.")
    corpus.require_baseline(given["baseline"])
    failed = changed = False
    records: list[dict[str, Any]] = []
    for entry in corpus.find(inputs, config_file, given, exclude=exclude, force=force_exclude):
        try:
            fixed = fixing.fix(entry.read(), entry.config, entry.kept, allow_over=allow_over)
            if fixed.changed:
                _keep_aside(entry, fixed, backup=backup, removed_to=removed_to)
                rewrite(Path(entry.source.path), fixed.after)
        except CleanerError as error:
            corpus.complain(entry, error)
            if as_json:
                records.append({"path": entry.name, "error": str(error)})
            failed = True
            continue
        changed |= fixed.changed
        if as_json:
            records.append(_record(entry, fixed))
        if fixed.refusal:
            click.echo(f"{entry.name}: left as it is: {fixed.refusal}. Look at `cleaner check`.", err=True)
        elif not quiet and not as_json:
            for row in _rows(entry, fixed):
                click.echo(row.encode("utf-8", "backslashreplace"))
    if as_json:
        echo_json({"files": records})
    return FAILED if failed else FOUND if changed else OK


def _record(entry: Entry, fixed: Fixed) -> dict[str, Any]:
    """What became of a file, as JSON holds it."""
    return {
        "path": entry.name,
        "changed": fixed.changed,
        "share": round(fixed.share, 4),
        "removed": [asdict(one) for one in fixed.removed],
        "left": [asdict(one) for one in fixed.left],
        "refusal": fixed.refusal,
    }


def _rows(entry: Entry, fixed: Fixed) -> Iterator[str]:
    """Say what went and what was left, a row each."""
    if fixed.changed:
        yield f"{entry.name}: {count(len(fixed.removed), 'line')} out ({_by_label(fixed.removed)})"
    if fixed.left:
        yield f"{entry.name}: {count(len(fixed.left), 'line')} left in doubt ({_by_label(fixed.left)})"


def _by_label(found: tuple[Finding, ...]) -> str:
    counts = Counter(one.label for one in found)
    return ", ".join(f"{label} {number}" for label, number in sorted(counts.items(), key=lambda c: (-c[1], c[0])))


def _keep_aside(entry: Entry, fixed: Fixed, *, backup: bool, removed_to: Path | None) -> None:
    """Keep what goes where the options say, before anything goes."""
    from cleaner.guard import findings, fixing

    path = Path(entry.source.path)
    if backup:
        _write_new(path.with_name(path.name + ".orig"), fixed.before)
    if removed_to:
        below = Path(*(part for part in Path(entry.source.path).parts if part not in ("..", path.anchor)))
        unified = findings.patch(findings.Report(entry.name, fixed.removed), fixing.diff(fixed, os.fsencode(path)))
        _write_new(removed_to / below.with_name(below.name + ".diff"), unified)


def _write_new(path: Path, data: bytes) -> None:
    """Write a file under this name, or under the first of name.2, name.3, … that is free."""
    for number in numbers(1):
        free = path if number == 1 else path.with_name(f"{path.name}.{number}")
        try:
            free.parent.mkdir(parents=True, exist_ok=True)
            with free.open("xb") as file:
                file.write(data)
            return
        except FileExistsError:
            continue
        except OSError as error:
            raise WriteError(explain_os_error(error, "write", free)) from error


def rewrite(path: Path, data: bytes) -> None:
    """Put these bytes in the place of a file's at once, with the mode bits it had; a link stays one.

    Raises WriteError, and the file is then as it was.
    """
    target = path.resolve()
    temporary = target.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
        with temporary.open("xb") as file:
            file.write(data)
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise WriteError(explain_os_error(error, "write", path)) from error
        raise
