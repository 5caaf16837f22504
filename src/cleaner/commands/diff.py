"""`cleaner diff`: what `cleaner fix` would do."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, Literal

import click

from cleaner.commands import FAILED, FOUND, OK, corpus
from cleaner.model import CleanerError

_WHEN = ("always", "auto", "never")


class _Colourful(corpus.FilesLast):
    """A command whose `--color` stands for `--color=always`, as in git: its value cannot be the next argument."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give a bare `--color` its value; what follows `--` are names."""
        options = args.index("--") if "--" in args else len(args)
        given = ["--color=always" if arg == "--color" else arg for arg in args[:options]]
        return super().parse_args(ctx, given + args[options:])


@click.command(cls=_Colourful, short_help="Show what fix would take out.")
@click.argument("inputs", metavar="IN...", nargs=-1)
@corpus.options
@click.option("--allow-over", is_flag=True, help="Show a document even if more than fix_limit of its words would go.")
@click.option(
    "--color",
    "when",
    metavar="[=WHEN]",
    type=click.Choice(_WHEN),
    default="auto",
    help="Colour: always, never, or auto (on a terminal). [default: auto]",
)
def command(
    inputs: tuple[str, ...],
    config_file: Path | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
    allow_over: bool,
    when: Literal["always", "auto", "never"],
    **given: Any,
) -> int:
    """Show what `cleaner fix` would take out of IN, and why, as a unified diff. No file is changed.

    Without colour the diff has the exact bytes of the files, and `patch` takes it. With colour it is for reading:
    control characters, invisible characters and bytes that are not UTF-8 are written as escapes.

    Exit codes: 0 nothing would go; 1 something would; 2 wrong command or settings; 3 some files could not be read.
    """
    from cleaner.guard import findings, fixing

    corpus.require_baseline(given["baseline"])
    coloured = _coloured(when)
    failed = found = False
    for entry in corpus.find(inputs, config_file, given, exclude=exclude, force=force_exclude):
        try:
            fixed = fixing.fix(entry.read(), entry.config, entry.kept, allow_over=allow_over)
        except CleanerError as error:
            corpus.complain(entry, error)
            failed = True
            continue
        if fixed.refusal:
            click.echo(f"{entry.name}: fix would leave it as it is: {fixed.refusal}.", err=True)
        found |= fixed.changed
        unified = fixing.diff(fixed, os.fsencode(entry.source.path))
        patch = findings.patch(findings.Report(entry.name, fixed.removed), unified)
        if coloured:
            from cleaner import glance

            patch = glance.coloured(patch)
        click.echo(patch, nl=False)
    return FAILED if failed else FOUND if found else OK


def _coloured(when: Literal["always", "auto", "never"]) -> bool:
    """Tell whether to colour; NO_COLOR (no-color.org) holds where nobody asks for colour."""
    return when == "always" or (when == "auto" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
