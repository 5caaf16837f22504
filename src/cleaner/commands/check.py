"""`cleaner check`: the residue in text files, a row a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from cleaner.commands import FAILED, FOUND, OK, corpus, count, echo_json
from cleaner.files import STDIN, write_files
from cleaner.guard.findings import Form, Report
from cleaner.model import CleanerError

if TYPE_CHECKING:
    from cleaner.commands.corpus import Entry, Project

_EXAMPLES = """\b
Examples:
  cleaner check corpus/
  cleaner check --select ticker --format json corpus/
  cleaner check --update-baseline corpus/
"""


@click.command(cls=corpus.FilesLast, short_help="Report the residue in text files.", epilog=_EXAMPLES)
@click.argument("inputs", metavar="IN...", nargs=-1)
@corpus.options
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Form)),
    default="text",
    help="How to write findings. [default: text]",
)
@click.option("--clear", "only_clear", is_flag=True, help="Report only what `cleaner fix` would take out.")
@click.option(
    "--update-baseline", is_flag=True, help="List the findings in these files as lines to keep, and exit 0."
)
def command(
    inputs: tuple[str, ...],
    config_file: Path | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
    form: Form,
    only_clear: bool,
    update_baseline: bool,
    **given: Any,
) -> int:
    """Report the residue in IN: text files, directories of them, or - for standard input.

    Each finding is one row, path:line: label rule: evidence. From a directory the .txt, .text and .md files are taken;
    HTML is for `cleaner clean`. Doubtful lines that no rule names, such as the headline of a short article, are
    reported only with --select shape.

    Exit codes: 0 no residue; 1 residue; 2 wrong command or settings; 3 some files could not be read.
    """
    if update_baseline and STDIN in inputs:
        raise click.UsageError("A baseline is for files; standard input (-) has no name to keep lines under.")
    if not update_baseline:
        corpus.require_baseline(given["baseline"])
    entries = corpus.find(inputs, config_file, given, exclude=exclude, force=force_exclude)
    if update_baseline:
        return _update(entries)
    reports: list[Report] = []
    failed = found = False
    for entry in entries:
        report = _look(entry, only_clear=only_clear)
        failed |= report.error is not None
        found |= bool(report.findings)
        if form in ("text", "github"):
            _echo(report, form)
        else:
            reports.append(report)
    if form in ("json", "sarif"):
        _echo_all(reports, form)
    return FAILED if failed else FOUND if found else OK


def _look(entry: Entry, *, only_clear: bool = False, baseline: bool = True) -> Report:
    """Look for residue in one file; a failure is said at once and kept in the report."""
    from cleaner.guard import residue

    try:
        text = residue.read(entry.read(), entry.config).text
        found = residue.find(text, entry.config, entry.kept if baseline else frozenset())
    except CleanerError as error:
        corpus.complain(entry, error)
        return Report(entry.name, error=str(error))
    return Report(entry.name, tuple(one for one in found if one.clear or not only_clear))


def _echo(report: Report, form: Form) -> None:
    from cleaner.guard import findings

    for row in findings.text(report) if form == "text" else findings.github(report):
        click.echo(row.encode("utf-8", "backslashreplace"))


def _echo_all(reports: Iterable[Report], form: Form) -> None:
    from cleaner import __version__
    from cleaner.guard import findings
    from cleaner.rules import rules

    if form == "json":
        echo_json(findings.as_json(reports))
        return
    about = {rule.id: rule.summary for rule in rules().values()}
    echo_json(findings.sarif(reports, about, __version__))


def _update(entries: Iterable[Entry]) -> int:
    """Write each project's baseline: what is found now, for the files that were looked at; the others as they were."""
    found: dict[Path, dict[str, list[str]]] = {}
    projects: dict[Path, Project] = {}
    failed = False
    for entry in entries:
        report = _look(entry, baseline=False)
        failed |= report.error is not None
        projects[entry.project.baseline_file] = entry.project
        if report.error is None:
            of_project = found.setdefault(entry.project.baseline_file, {})
            of_project[entry.relative] = [one.fingerprint for one in report.findings]
    for file, project in projects.items():
        _write(file, project, found.get(file, {}))
    return FAILED if failed else OK


def _is_gone(path: Path) -> bool:
    """Whether there is no such file any more; one that may not be looked at is there."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        pass
    return False


def _write(file: Path, project: Project, found: Mapping[str, list[str]]) -> None:
    gone = {path: () for path in project.baseline.kept if _is_gone(project.root / path)}
    made = project.baseline.updated({**found, **gone})
    content = made.dumps().encode()
    if not file.exists() or file.read_bytes() != content:
        write_files({file: content})
    lines = sum(map(len, made.kept.values()))
    click.echo(f"{file}: {count(lines, 'line')} kept.", err=True)
