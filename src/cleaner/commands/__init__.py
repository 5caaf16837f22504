"""The commands: a module each, with the click command under the name `command`; and what they share.

Every command returns one of the exit codes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
Option = Callable[[Command], Command]

OK = 0
FOUND = 1  # residue was found, or a file was changed
CUT_OFF = 1  # nobody reads the output any more; click says the same
USAGE = 2  # also of configuration: nothing was done
FAILED = 3  # some documents failed, the others are done
INTERRUPTED = 130  # as shells report it


def config_option(help: str) -> Option[Any]:
    """Make the option that names the settings' file; `help` says which holds without it."""
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    return click.option("--config", "config_file", metavar="FILE", type=file, help=help)


def together(*options: Option[Any]) -> Option[Any]:
    """Make several options one decorator; they are listed in this order."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def echo_json(value: Any) -> None:
    """Write JSON to standard output: indented, sorted, in UTF-8 whatever the locale."""
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)  # JSON reads a lone surrogate's escape


def stdin() -> BinaryIO | None:
    """Give standard input as bytes; None when the caller closed it."""
    return sys.stdin.buffer if sys.stdin else None


def require_own(path: Path, thing: str, begins: bytes) -> None:
    """Raise UsageError when a file to be written is there and is no earlier `thing`: it may be of the corpus."""
    if path.is_dir():
        raise click.UsageError(f"{str(path)!r} is a directory; give the name of a file for the {thing}.")
    if path.exists() and not (path.is_file() and _head(path, len(begins)) in (begins, b"")):
        raise click.UsageError(f"{str(path)!r} exists and is no {thing}; give another name, or remove it first.")


def _head(path: Path, size: int) -> bytes:
    with path.open("rb") as file:
        return file.read(size)


def count(number: int, thing: str) -> str:
    """Say how many there are.

    >>> count(1, "line"), count(2_000, "file")
    ('1 line', '2,000 files')
    """
    return f"{number:,} {thing}{'s' * (number != 1)}"
