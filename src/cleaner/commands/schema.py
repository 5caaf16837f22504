"""`cleaner schema`: the JSON Schema of a sidecar."""

from __future__ import annotations

import click

from cleaner.commands import OK, echo_json


@click.command(short_help="Print the JSON Schema of the sidecars.")
def command() -> int:
    """Print the JSON Schema (draft 2020-12) that every sidecar follows."""
    from cleaner import sidecar

    echo_json(sidecar.schema())
    return OK
