"""`cleaner explain`: each line of a document with its label and the reason."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from cleaner.commands import OK, echo_json, settings, stdin
from cleaner.model import Kind


@click.command(short_help="Show what became of each line, and why.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@settings.kind_option
@settings.options
@settings.form_option
@click.option("--site", metavar="NAME", help="Site of FILE in the book of --templates.")
@click.option("--votes", is_flag=True, help="Show every vote on each line.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON, with every vote.")
def command(
    file: str, kind: Kind | None, config_file: Path | None, site: str | None, votes: bool, as_json: bool, **given: Any
) -> int:
    """Show each line of FILE (- for standard input) with its label and the reason.

    A line's score is the log-odds of keeping it: above 0 speaks for keeping, below 0 for removing. Where the lines
    around it overruled a line's own verdict, both verdicts are shown, and what settled it. A terminal gets colours, a
    summary of the document, and texts cut to its width; a file or pipe gets whole lines in columns.
    """
    from rich.console import Console

    from cleaner import batch, files, glance, show
    from cleaner.formats import form_of

    if form_of(file) is not None:
        raise click.UsageError(
            f"{file!r} holds records, and one document is explained: put a record's page into a file of its own, or "
            f"see all of them with cleaner clean {file} -o OUT --report report.html."
        )
    config = settings.read(file, config_file, given)
    (source,) = files.find([file], stdin(), config.max_bytes).sources
    config = batch.settings_of(source, config, settings.root(file, config_file))
    cleaned = batch.clean_source(source, config, kind, site)
    console = Console(highlight=False)
    if as_json:
        explained = {
            "source_path": source.name,
            "kind": cleaned.document.kind,
            "flags": cleaned.flags,
            "lines": [asdict(line) for line in cleaned.lines],
        }
        echo_json(explained)
    elif console.is_terminal:
        glance.document(cleaned, console, votes=votes)
    else:
        show.explanation(cleaned, votes=votes)
    return OK
