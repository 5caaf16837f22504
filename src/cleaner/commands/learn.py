"""`cleaner learn`: a corpus in, a book of what recurs on each of its sites out."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner.commands import FAILED, OK, count, inputs, require_own
from cleaner.model import Kind

if TYPE_CHECKING:
    from cleaner.config import Config
    from cleaner.files import Source
    from cleaner.formats.columns import Columns
    from cleaner.templates import TemplateBook

BOOK_SUFFIX = ".book"
LEARNT = "templates.book"  # in the output directory of `cleaner clean --learn`

_EXAMPLES = """\b
Examples:
  cleaner learn pages/ -o news.book
  cleaner clean pages/ -o cleaned --templates news.book
  cleaner learn monday.jsonl.zst -o monday.book --counts monday.counts
  cleaner learn monday.counts tuesday.counts -o week.book
"""


@click.command(short_help="Count what recurs on each site of a corpus.", epilog=_EXAMPLES)
@click.argument("names", metavar="IN...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="BOOK",
    type=click.Path(path_type=Path),
    required=True,
    help="Where to write the book.",
)
@click.option(
    "--counts",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the counts of all lines, too, for a later merge.",
)
@click.option(
    "--min-documents", type=click.IntRange(min=2), help="Least number of documents with the line. [default: 5]"
)
@click.option("--min-share", type=click.FloatRange(0, 1), help="Least share of its site's documents. [default: 0.1]")
@click.option("--memory", metavar="MIB", type=click.IntRange(min=100), help="Memory for the counts. [default: 400]")
@inputs.options
@click.option("-q", "--quiet", is_flag=True, help="Show only failures, no summary.")
def command(
    names: tuple[str, ...],
    out: Path,
    counts: Path | None,
    min_documents: int | None,
    min_share: float | None,
    memory: int | None,
    kind: Kind | None,
    config_file: Path | None,
    quiet: bool,
    **given: Any,
) -> int:
    """Write to BOOK the lines that recur on the pages of each site. IN are files and directories, as for `clean`.

    The site of a document is the value of its --site-column, else the host of its URL, else the top directory of its
    path below IN. A line recurs when at least --min-documents documents and a share --min-share of its site have it.

    To learn a corpus in parts, write the --counts of each part, then give all the .counts files as IN: the book is the
    same as that of the whole. Books can be merged as well, when all of IN are .book files. That is exact where they are
    of different sites; where they share a site, a line missing from one book counts as absent from its pages.
    """
    from cleaner import templates
    from cleaner.corpus import learning
    from cleaner.files import write_files

    require_own(out, "book", templates.BEGINS)
    if counts and counts.suffix != learning.COUNTS_SUFFIX:  # by which a file of counts is told from one of documents
        raise click.UsageError(f"Give {str(counts)!r} a name that ends in {learning.COUNTS_SUFFIX}, its mark.")
    if counts:
        require_own(counts, "counts", learning.BEGINS)
    books = [name for name in names if name.endswith(BOOK_SUFFIX)]
    if 0 < len(books) < len(names):
        raise click.UsageError("Books are merged with books alone: learn a book of the others first, then merge it.")
    failures = inputs.Failures()
    columns = inputs.columns(given)
    if books:
        if counts or min_documents is not None or min_share is not None:
            raise click.UsageError("Books hold no counts of rare lines; leave --counts and the thresholds out.")
        book = templates.TemplateBook.merge(*(templates.load(Path(name)) for name in books))
    else:
        config = inputs.settings(names[0], config_file, **given, book=False)
        thresholds = templates.Thresholds(
            min_documents or templates.USUAL.documents, templates.USUAL.share if min_share is None else min_share
        )
        with learning.Counts(memory or learning.MEMORY) as counted:
            saved = [name for name in names if name.endswith(learning.COUNTS_SUFFIX)]
            for name in saved:
                counted.load(Path(name))
            others = [name for name in names if name not in saved]
            learning.count(inputs.records(others, config, kind, columns, failures), counted, config, failures)
            if counts:
                counted.save(counts)
            book = counted.freeze(thresholds)
    write_files({out: book.dumps()})
    if not quiet:
        click.echo(f"{out}: {_told(book)}", err=True)
    return FAILED if failures.count else OK


def from_sources(
    sources: Collection[Source], out: Path, config: Config, kind: Kind | None, columns: Columns
) -> TemplateBook:
    """Learn a book of what is about to be cleaned, and write it to the output directory.

    What cannot be read is passed over: cleaning will say so.
    """
    from cleaner.corpus import learning
    from cleaner.files import STDIN, write_files
    from cleaner.formats.columns import Record

    if any(source.path == STDIN and source.data is None for source in sources):
        raise click.UsageError("--learn reads the input twice, and standard input only once: write it to a file first.")
    documents = learning.read(sources, config, kind, columns)
    with learning.Counts() as counted:
        learning.count(((name, found) for name, found in documents if isinstance(found, Record)), counted, config)
        book = counted.freeze()
    write_files({out / LEARNT: book.dumps()})
    return book


def _told(book: TemplateBook) -> str:
    """Say how much is in a book."""
    documents = sum(site.documents for site in book.sites.values())
    lines = sum(len(site.lines) for site in book.sites.values())
    sites = count(len(book.sites), "site")
    return f"{count(lines, 'recurring line')} on {count(documents, 'document')} of {sites}"
