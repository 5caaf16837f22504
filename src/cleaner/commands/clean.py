"""`cleaner clean`: documents in, bodies and sidecars out."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from cleaner.commands import FAILED, OK, echo_json, settings
from cleaner.config import Config
from cleaner.files import STDIN
from cleaner.model import Kind

_EXAMPLES = """\b
Examples:
  cleaner clean pages/ -o cleaned
  curl -s https://example.org/article | cleaner clean - --kind html
"""


@click.command(short_help="Clean files and directories into bodies and sidecars.", epilog=_EXAMPLES)
@click.argument("inputs", metavar="IN...", nargs=-1, required=True)
@click.option("-o", "--output", "out", metavar="OUT", type=click.Path(path_type=Path), help="Directory of the results.")
@settings.options
@click.option("-j", "--jobs", type=click.IntRange(min=1), default=1, help="Processes that clean. [default: 1]")
@click.option("-q", "--quiet", is_flag=True, help="Show neither progress nor summary, only failures.")
@click.option("--json", "as_json", is_flag=True, help="Write the summary as JSON to standard output.")
def command(
    inputs: tuple[str, ...],
    out: Path | None,
    kind: Kind | None,
    config_file: Path | None,
    jobs: int,
    quiet: bool,
    as_json: bool,
    **given: Any,
) -> int:
    """Clean IN (files, directories, or - for standard input) into the directory OUT.

    OUT mirrors the input: a document PATH gives OUT/PATH.txt, its body, and OUT/PATH.meta.json, its metadata and every
    removal with its reason; .txt and .meta.json take the place of its extension. From a directory all .html .htm .xhtml
    .txt .text and .md files are taken, recursively, without hidden ones; other files only when they are named. Standard
    input becomes OUT/stdin.txt. Without OUT the body of one document goes to standard output.

    What fails is listed in OUT/failures.jsonl; the exit code is then 3, and the other documents are done.
    """
    config = settings.read(inputs[0], config_file, given)
    if out is None:
        return _to_stdout(inputs, kind, config, as_json)
    return _to_directory(inputs, out, kind, config, jobs, quiet=quiet, as_json=as_json)


def _to_stdout(inputs: Sequence[str], kind: Kind | None, config: Config, as_json: bool) -> int:
    from cleaner import batch, files

    if len(inputs) > 1 or as_json or (inputs[0] != STDIN and Path(inputs[0]).is_dir()):
        raise click.UsageError("Say with -o where to write; only the body of one document can go to standard output.")
    (source,) = files.find(inputs, sys.stdin.buffer, config.max_bytes).sources
    click.echo(batch.clean_source(source, config, kind).to_bytes(), nl=False)
    return OK


def _to_directory(
    inputs: Sequence[str], out: Path, kind: Kind | None, config: Config, jobs: int, *, quiet: bool, as_json: bool
) -> int:
    from cleaner import batch, show

    started = time.monotonic()
    with show.progress(quiet=quiet) as on_progress:
        summary = batch.run(
            inputs,
            out,
            config,
            kind=kind,
            jobs=jobs,
            stdin=sys.stdin.buffer,
            on_progress=on_progress,
        )
    seconds = time.monotonic() - started
    if as_json:
        echo_json({**summary.to_dict(), "seconds": round(seconds, 3)})
    elif not quiet:
        show.summary(summary, seconds)
    show.failures(summary, out / batch.FAILURES)
    return FAILED if summary.failures else OK
