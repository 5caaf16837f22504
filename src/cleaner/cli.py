"""The command `cleaner`: what every command shares, and how errors become exit codes.

Each command is a module of `cleaner.commands` that is loaded when it is asked for, and what is heavy (numpy, rich, the
pipeline) is loaded when it is used, so that `cleaner --help` answers at once.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import FrameType

import click

from cleaner import __version__
from cleaner.commands import CUT_OFF, FAILED, INTERRUPTED, OK, USAGE
from cleaner.config.names import suggest
from cleaner.files import WriteError, explain_os_error
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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Say which command was meant, where there is none of that name."""
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(f"There is no command {args[0]!r}; {suggest(args[0], COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)


_EXAMPLES = """\b
Examples:
  cleaner clean pages/ -o cleaned            clean a corpus
  cleaner explain page.html                  see why each line of a page stays or goes
  cleaner report cleaned -o report.html      see what a run removed
  cleaner check corpus/                      find residue in texts kept in git
"""


@click.group(cls=Commands, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cleaner")
def cli() -> None:
    """Remove boilerplate from web articles, and give a reason for every line removed.

    Exit codes: 0 success; 1 check or diff found residue, fix changed a file, or rules --test found a fault; 2 the
    command or the configuration is wrong and nothing was done; 3 some documents failed and the others are done.
    """


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (those of the process when None) and return its exit code."""
    if argv is None:
        signal.signal(signal.SIGTERM, _end)
    if sys.stdout is None:  # the caller closed it; the next file that is opened must not take its place
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 (it stays open)
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
    except BrokenPipeError:  # the reader (head, less) has seen enough
        _let_go()
        return CUT_OFF
    except OSError as error:  # of standard output: files have errors of their own
        _let_go()
        action, what = ("use", error.filename) if error.filename else ("write", "standard output")
        click.echo(f"Error: {explain_os_error(error, action, Path(os.fsdecode(what)))}", err=True)
        return FAILED
    except SystemExit as end:  # click's own way out, of shell completion and when it meets that broken pipe first
        return end.code if isinstance(end.code, int) else OK
    return code if isinstance(code, int) else OK


def _end(number: int, frame: FrameType | None) -> None:
    """End as if interrupted, when somebody asks the process to: what is unfinished is swept away on the way out."""
    raise SystemExit(128 + number)


def _let_go() -> None:
    """Give standard output nowhere to go: what is left of it, which Python writes at exit, would fail again."""
    with suppress(io.UnsupportedOperation):  # of a caller's own stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
