"""`cleaner diff`: what `cleaner fix` would do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from cleaner.commands import FAILED, FOUND, OK, corpus
from cleaner.model import CleanerError


@click.command(cls=corpus.FilesLast, short_help="Show what fix would take out.")
@click.argument("inputs", metavar="IN...", nargs=-1)
@corpus.options
@click.option("--allow-over", is_flag=True, help="Whatever share of a document would go.")
def command(
    inputs: tuple[str, ...],
    config_file: Path | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
    allow_over: bool,
    **given: Any,
) -> int:
    """Show what `cleaner fix` would take out of IN, and why, as a unified diff in the files' own bytes.

    Nothing is written. Exit codes: 0 nothing would go, 1 something would, 3 some files could not be read.
    """
    from cleaner import findings, residue

    failed = found = False
    for entry in corpus.find(inputs, config_file, given, exclude=exclude, force=force_exclude):
        try:
            fixed = residue.fix(entry.read(), entry.config, entry.kept, allow_over=allow_over)
        except CleanerError as error:
            corpus.complain(entry, error)
            failed = True
            continue
        if fixed.refusal:
            click.echo(f"{entry.name}: fix would leave it as it is: {fixed.refusal}.", err=True)
        found |= fixed.changed
        unified = residue.diff(fixed, os.fsencode(entry.source.path))
        click.echo(findings.patch(findings.Report(entry.name, fixed.removed), unified), nl=False)
    return FAILED if failed else FOUND if found else OK
