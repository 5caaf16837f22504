"""`cleaner restore`: body and sidecar in, the input out."""

from __future__ import annotations

from pathlib import Path

import click

from cleaner.commands import FAILED, OK
from cleaner.files import sidecar_of, write_files
from cleaner.formats import form_of
from cleaner.model import CleanerError

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(short_help="Restore the input from a body and its sidecar.")
@click.argument("body", type=_FILE)
@click.argument("sidecar", type=_FILE, required=False)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write it to FILE. [default: standard output]",
)
@click.option("--force", is_flag=True, help="Overwrite FILE if it exists.")
def command(body: Path, sidecar: Path | None, out: Path | None, force: bool) -> int:
    """Restore the input of a document, byte for byte, from BODY and its SIDECAR (by default the .meta.json beside it).

    Restore the rows of a .jsonl or .parquet file in Python, with `cleaner.sidecar.rows.parts`.
    """
    if form_of(body.name) is not None:
        raise click.UsageError(
            f"{str(body)!r} holds rows, a document each. Restore one in Python, where `row` is what json.loads or "
            f"pyarrow gives: from cleaner import restore, rows; restore(*rows.parts(row))."
        )
    beside = sidecar or sidecar_of(body)
    if not beside.exists():
        raise click.UsageError(f"There is no sidecar {str(beside)!r}; name the one of this body as second argument.")
    if out and out.exists() and not out.is_file():
        raise click.UsageError(f"{str(out)!r} is no file; give the name of one.")
    if out and out.exists() and not force:
        raise click.UsageError(f"{str(out)!r} exists; give another name, or --force to overwrite it.")
    try:
        data = _restored(body.read_bytes(), beside.read_bytes())
    except CleanerError as error:
        click.echo(f"Error: {error}", err=True)
        return FAILED
    if out:
        write_files({out: data})
    else:
        click.echo(data, nl=False)
    return OK


def _restored(body: bytes, record: bytes) -> bytes:
    from cleaner import decode, sidecar

    known = sidecar.loads(record)
    # A body that is no UTF-8 was changed, and its hash will tell.
    text = sidecar.restore(body.decode("utf-8", "replace"), known)
    encoding = known["input"].get("encoding")
    try:
        return decode.encode(text, encoding)
    except (LookupError, TypeError, UnicodeError) as error:
        raise CleanerError(f"The sidecar names {encoding!r} as encoding, which cannot be; it was changed.") from error
