"""`cleaner report`: one HTML page that shows what became of a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cleaner.commands import OK, count, settings

_EXAMPLES = """\b
Examples:
  cleaner report cleaned -o report.html
  cleaner report cleaned -o report.html --documents 500 --votes 500
"""


@click.command(short_help="Write a page that shows what was removed, and why.", epilog=_EXAMPLES)
@click.argument("out", metavar="OUT", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the page.",
)
@click.option(
    "--documents", metavar="N", type=click.IntRange(min=0), help="Documents that can be opened. [default: 10000]"
)
@click.option(
    "--votes", metavar="N", type=click.IntRange(min=0), help="Documents with all their votes. [default: 1000]"
)
@click.option("--title", help="Heading of the page. [default: the directory's name]")
@click.option("--force", is_flag=True, help="Overwrite FILE even if it is no report.")
@settings.options
@settings.form_option
def command(
    out: Path,
    path: Path,
    documents: int | None,
    votes: int | None,
    title: str | None,
    force: bool,
    config_file: Path | None,
    **given: Any,
) -> int:
    """Write an HTML page that shows what `cleaner clean` removed; OUT is the directory that it wrote to.

    The page is one file without network or server. It shows the original of each document beside the clean body. Its
    overview counts all documents; the --documents that lost most can be opened, at about 5 kB of page each.

    Sidecars do not hold votes. To show them, the --votes documents that lost most are cleaned again, so give the
    options of the run here, too, and --config unless its settings file lies above OUT. An existing FILE is overwritten
    if it is a report.
    """
    from cleaner import report

    if path.exists() and not force and not report.is_report(path):
        raise click.UsageError(f"{str(path)!r} exists and is no report; give another name, or --force to overwrite it.")
    config = settings.read(str(out), config_file, given)
    written = report.write(
        out,
        path,
        documents=report.DOCUMENTS if documents is None else documents,
        votes=report.VOTES if votes is None else votes,
        config=config,
        title=title,
    )
    size = path.stat().st_size / 1_000_000
    more = f", {written.unread:,} could not be read" if written.unread else ""
    shown = f"{written.listed:,} to be opened, {written.voted:,} with their votes{more}"
    click.echo(f"{path}: {count(written.documents, 'document')}, {shown}; {size:.1f} MB.", err=True)
    if votes != 0 and written.listed and not written.voted:
        click.echo(
            "Votes take the settings of the run, which it does not note down: give its options and --config to this "
            "command too. A settings file is looked for above OUT, and not above what was cleaned.",
            err=True,
        )
    return OK
