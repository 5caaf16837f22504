"""The commands: a module each, with the click command under the name `command`; and what they share.

Every command returns one of the exit codes.
"""

from __future__ import annotations

import json
import sys
from typing import Any, BinaryIO

import click

OK = 0
FOUND = 1  # residue was found, or a file was changed
CUT_OFF = 1  # nobody reads the output any more; click says the same
USAGE = 2  # also of configuration: nothing was done
FAILED = 3  # some documents failed, the others are done
INTERRUPTED = 130  # as shells report it


def echo_json(value: Any) -> None:
    """Write JSON to standard output: indented, sorted, in UTF-8 whatever the locale."""
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)  # JSON reads a lone surrogate's escape


def stdin() -> BinaryIO | None:
    """Give standard input as bytes; None when the caller closed it."""
    return sys.stdin.buffer if sys.stdin else None


def count(number: int, thing: str) -> str:
    """Say how many there are.

    >>> count(1, "line"), count(2_000, "file")
    ('1 line', '2,000 files')
    """
    return f"{number:,} {thing}{'s' * (number != 1)}"
