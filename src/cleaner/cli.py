"""The command `cleaner`: what every command shares, and how errors become exit codes.

Each command is a module of `cleaner.commands` that is loaded when it is asked for, and what is heavy (numpy, rich, the
pipeline) is loaded when it is used, so that `cleaner --help` answers at once.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from cleaner import __version__
from cleaner.commands import CUT_OFF, FAILED, INTERRUPTED, OK, USAGE
from cleaner.files import WriteError
from cleaner.model import CleanerError, UnreadableInputError

COMMANDS = ("check", "clean", "diff", "duplicates", "explain", "fix", "learn", "report", "restore", "rules", "schema")


class Commands(click.Group):
    """The commands, each loaded from its own module when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Load a command; None when there is none of that name."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"cleaner.commands.{name}").command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cleaner")
def cli() -> None:
    """Take navigation, related headlines, appeals and tickers out of web articles, and say why.

    Exit codes: 0 all is well; 1 check or diff found residue, fix changed a file, or rules --test found a fault; 2 the
    command or the configuration is wrong and nothing was done; 3 some documents failed and the others are done.
    """


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (those of the process when None) and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # pages hold letters that a terminal's encoding may lack
    try:
        code = cli.main(args=argv, prog_name="cleaner", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return USAGE
    except CleanerError as error:
        click.echo(f"Error: {error}", err=True)
        return FAILED if isinstance(error, UnreadableInputError | WriteError) else USAGE
    except click.Abort:
        click.echo("Interrupted; what was written so far is whole.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has seen enough. Python would complain when it flushes at exit, so give it nowhere to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CUT_OFF
    except SystemExit as end:  # click's own way out, of shell completion and when it meets that broken pipe first
        return end.code if isinstance(end.code, int) else OK
    return code if isinstance(code, int) else OK
