"""What people see in a terminal: progress, the summary, explained lines, the rules.

On a terminal in colour and cut to its width; into a pipe or a file in plain columns, uncut. Control characters are
replaced, so that what a page contains can neither break a row in two nor give the terminal commands.
"""

from __future__ import annotations

import inspect
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cleaner.model import KEPT, METADATA

if TYPE_CHECKING:
    from cleaner import batch
    from cleaner.batch.preview import Forecast
    from cleaner.cleaned import Cleaned, CleanedLine
    from cleaner.rules import Rule

_PATIENCE = 1.0  # seconds of work before a progress bar is worth its space
_FAILURES = 10  # that are shown; the file has them all
_COLUMN = 40  # characters
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


@contextmanager
def progress(*, quiet: bool) -> Iterator[batch.Progress | None]:
    """Show a bar on standard error while work goes on: only on a terminal, and only when the work takes long."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    bar = Progress(*columns, console=console, transient=True)
    task = bar.add_task("cleaning", total=None)
    started = time.monotonic()
    failed = 0
    with ExitStack() as stack:

        def on_progress(step: batch.Step) -> None:
            nonlocal failed
            failed += step.outcome.error is not None
            seconds = time.monotonic() - started
            if not bar.live.is_started:
                if seconds < _PATIENCE:
                    return
                stack.enter_context(bar)
            words = f"{step.done:,} documents, {step.done / max(seconds, 1e-3):,.0f}/s, {failed:,} failed"
            total = None if step.share is None else 1.0
            bar.update(task, completed=step.share or 0.0, total=total, description=words)

        yield on_progress


def summary(total: batch.Summary, seconds: float) -> None:
    """Show what became of a corpus, as a table on standard error."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_column(justify="right")
    words = total.kept + sum(total.removed.values())
    table.add_row("documents", f"{total.documents:,}")
    table.add_row("words kept", f"{total.kept:,}", _share(total.kept, words))
    for label, count in sorted(total.removed.items(), key=lambda item: (-item[1], item[0])):
        table.add_row(Text(f"  out: {label}", style=_style(label)), f"{count:,}", _share(count, words))
    for flag, count in sorted(total.flags.items()):
        table.add_row(f"  flag: {flag}", f"{count:,}")
    if total.reused:
        table.add_row("done before", f"{total.reused:,}")
    table.add_row("failures", f"{total.failed:,}")
    if total.skipped:
        table.add_row("other files", f"{total.skipped:,}")
    table.add_row("seconds", f"{seconds:.2f}")
    Console(stderr=True).print(table)


def failures(total: batch.Summary, listed: Path) -> None:
    """Name what failed and why on standard error, the first ones of many; `listed` is the file with all of them."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for outcome in total.failures[:_FAILURES]:
        console.print(Text.assemble((printable(outcome.name), "red"), f": {printable(outcome.error or '')}"))
    if total.failed > _FAILURES:
        console.print(Text(f"And {total.failed - _FAILURES:,} more; {printable(str(listed))} names them all."))
    if total.stopped:
        console.print(Text(total.stopped))


def preview(steps: Iterable[Forecast]) -> None:
    """Show what a run would do on standard output, a line for each output."""
    for step in steps:
        sys.stdout.write(f"{printable(step.source)} -> {printable(step.goal)}: {step.state}\n")


def explanation(cleaned: Cleaned, *, votes: bool = False) -> None:
    """Write every line of a document with its label and the reason in columns; `glance` is for a terminal.

    With `votes`, the votes on a line follow it, in rows that have `vote` for a line's number.
    """
    console = Console(highlight=False)
    rows: list[Sequence[str]] = [("line", "label", "own", "score", "rule", "evidence", "settled_by", "text")]
    for line in cleaned.lines:
        score = f"{line.score:+.1f}"
        rows.append((_place(line), line.label, line.own, score, line.rule, line.evidence, line.settled_by, line.text))
        if votes:
            rows += [("vote", vote.label, "", f"{vote.weight:+.1f}", vote.rule, vote.because) for vote in line.votes]
    _print_columns(console, rows)


def rules(known: Iterable[Rule]) -> None:
    """List rules on standard output, each with the first sentence of what it finds."""
    console = Console(highlight=False)
    rows = [(one.id, one.family, one.label, f"{one.weight:+.1f}", one.summary) for one in known]
    header = ("rule", "family", "label", "weight", "finds")
    if not console.is_terminal:
        _print_columns(console, [header, *rows])
        return
    table = Table(*header[:-1], box=None, pad_edge=False, header_style="bold")
    table.add_column(header[-1], ratio=1)
    for row in rows:
        cells = [Text(cell) for cell in row]
        cells[2].stylize(_style(row[2]))
        table.add_row(*cells)
    console.print(table)


def rule(one: Rule) -> None:
    """Show all about one rule on standard output."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(Text(one.id, style="bold"))
    console.print(Text.assemble("family  ", one.family))
    console.print(Text.assemble("label   ", (one.label, _style(one.label))))
    console.print(Text(f"weight  {one.weight:+g} log-odds\n"))
    console.print(Text(inspect.getdoc(one.find) or ""))


def printable(text: str) -> str:
    r"""Make text safe to print in one row: no control characters, no line breaks, nothing that UTF-8 cannot hold.

    >>> printable("red \x1b[31m alert\non two lines")
    'red �[31m alert�on two lines'
    """
    return _CONTROL.sub("\ufffd", text)


def _print_columns(console: Console, rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns; a cell that is wider than most pushes the rest of its row aside."""
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [min(_COLUMN, max(map(len, column))) for column in zip_longest(*cells, fillvalue="")]
    for row in cells:
        padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        console.file.write("  ".join(padded).rstrip() + "\n")


def _place(line: CleanedLine) -> str:
    return str(line.number) if line.number == line.last else f"{line.number}-{line.last}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else ""


def _style(label: str) -> str:
    return "green" if label in KEPT else "cyan" if label in METADATA else "red"
