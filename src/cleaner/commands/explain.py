"""`cleaner explain`: each line of a document with its label and the reason."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from cleaner.commands import OK, echo_json, settings
from cleaner.model import Kind


@click.command(short_help="Show what became of each line, and why.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@settings.options
@click.option("--json", "as_json", is_flag=True, help="Write JSON, with every vote.")
def command(file: str, kind: Kind | None, config_file: Path | None, as_json: bool, **given: Any) -> int:
    """Show each line of FILE (- for standard input) with its label and the reason.

    A line's score is the log-odds of keeping it: above 0 speaks for keeping, below 0 for removing. Where the lines
    around it overruled a line's own verdict, both are shown, and what settled it. On a terminal in colour, with texts
    cut to its width; else in columns, uncut.
    """
    from cleaner import batch, files, show

    config = settings.read(file, config_file, given)
    (source,) = files.find([file], sys.stdin.buffer, config.max_bytes).sources
    cleaned = batch.clean_source(source, config, kind)
    if as_json:
        explained = {
            "source_path": source.name,
            "kind": cleaned.document.kind,
            "flags": cleaned.flags,
            "lines": [asdict(line) for line in cleaned.lines],
        }
        echo_json(explained)
    else:
        show.explanation(cleaned)
    return OK
