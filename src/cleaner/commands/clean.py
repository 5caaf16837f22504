"""`cleaner clean`: documents in, bodies and sidecars or rows out."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from cleaner.commands import FAILED, OK, echo_json, inputs, settings, stdin, together
from cleaner.config import Config, Format
from cleaner.files import STDIN
from cleaner.model import Kind

if TYPE_CHECKING:
    from cleaner import batch

# Named here and not where they are at home, since --help is to answer at once; a test compares the two.
INPUTS = ("documents", "jsonl", "parquet", "warc")
OUTPUTS = ("files", "jsonl", "parquet", "datatrove", "dolma", "jsonld")

_MIB = 1 << 20
_OF_FILES = frozenset(".txt .md .json .jsonl .ndjson .parquet .html .htm .gz .zst .csv".split())
_EXAMPLES = """\b
Examples:
  cleaner clean pages/ -o cleaned
  cleaner clean crawl.jsonl.gz -o cleaned --text-column content --jobs 8
  cleaner clean 'crawl/**/*.warc.gz' -o cleaned --format parquet
  curl -s https://example.org/article | cleaner clean - --kind html
"""

_options = together(
    click.option(
        "--input-format",
        type=click.Choice(INPUTS),
        help="What named files and - hold; warc is also for WET. [default: by file name]",
    ),
    click.option("--files-from", metavar="FILE", multiple=True, help="Clean the files listed in FILE, one a line."),
    *inputs.column_options,
    click.option("-j", "--jobs", type=click.IntRange(min=1), help="Worker processes. [default: all processors]"),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=120.0,
        help="Seconds allowed for a document. [default: 120]",
    ),
    click.option(
        "--max-memory",
        metavar="MIB",
        type=click.IntRange(min=16),
        default=4096,
        help="Memory allowed for the documents of a process, in MiB. [default: 4096]",
    ),
    click.option("--max-failures", metavar="N", type=click.IntRange(min=1), help="Stop after N failures."),
    click.option("--fail-fast", is_flag=True, help="Stop after the first failure."),
    click.option("--fresh", is_flag=True, help="Clean everything again, including what an earlier run has done."),
    click.option(
        "--learn",
        is_flag=True,
        help="First learn which lines recur on each site, into OUT/templates.book, then use that.",
    ),
    click.option("--dry-run", is_flag=True, help="List what would be done, and write nothing."),
    click.option(
        "--report",
        metavar="FILE",
        type=click.Path(dir_okay=False, path_type=Path),
        help="At the end, write an HTML page that shows what was removed; see `cleaner report`.",
    ),
)


@click.command(short_help="Clean files, directories and records.", epilog=_EXAMPLES)
@click.argument("names", metavar="IN...", nargs=-1)
@click.option("-o", "--output", "out", metavar="OUT", type=click.Path(path_type=Path), help="Directory of the results.")
@click.option(
    "--format",
    "forms",
    multiple=True,
    type=click.Choice((*OUTPUTS, *get_args(Format))),
    help="How results are written: files by default, rows for records. text and markdown are forms of the body, and go "
    "with any of the others.",
)
@settings.kind_option
@settings.options
@_options
@click.option("-q", "--quiet", is_flag=True, help="Show only failures, no progress and no summary.")
@click.option("--json", "as_json", is_flag=True, help="Write the summary as JSON to standard output.")
def command(
    names: tuple[str, ...],
    out: Path | None,
    forms: tuple[str, ...],
    kind: Kind | None,
    config_file: Path | None,
    quiet: bool,
    as_json: bool,
    dry_run: bool,
    **given: Any,
) -> int:
    """Clean IN (files, directories, patterns, or - for standard input) into the directory OUT.

    A page a/b.html gives OUT/a/b.txt, its body, and OUT/a/b.meta.json, its metadata and every removal with its reason.
    A file of records (.jsonl .ndjson .parquet .warc .wet, also with .gz or .zst) gives a file of rows, OUT/PATH.jsonl
    or OUT/PATH.parquet. Without OUT, the body of one document goes to standard output.

    From a directory, all .html .htm .xhtml .txt .text .md files and files of records are taken, recursively, without
    hidden ones; a file of another name is taken when you name it.

    Failures are listed in OUT/failures.jsonl; the exit code is then 3, and the other documents are done. To go on after
    an interruption, give the same command again: it cleans what is new, was changed or failed.
    """
    if not names and not given["files_from"]:
        raise click.UsageError("Missing argument 'IN...': name files or directories, or a list of them (--files-from).")
    output = _one("files", [form for form in forms if form in OUTPUTS])
    body = _one("text", [form for form in forms if form in get_args(Format)])
    columns, run = inputs.columns(given), _of_the_run(given)
    out = None if out == Path(STDIN) else out
    if run["learn"] and given["templates"]:
        raise click.UsageError("Give --learn, which makes a book, or --templates, which takes one.")
    first = names[0] if names else "."
    config = settings.read(first, config_file, {**given, "format": body})
    if run["report"]:
        _check_report(run["report"], out, output)
    if out is None:
        if run["learn"]:
            raise click.UsageError("Say with -o where to write the book that --learn makes.")
        if dry_run:
            raise click.UsageError("Say with -o where results would go; without it there is nothing to foretell.")
        alone = not as_json and output is None and not run["files_from"] and run["input_format"] in (None, "documents")
        root = settings.root(first, config_file)
        return _to_stdout(names, kind, config, root, plain=alone, told=run["input_format"] is not None)
    _check_directory(out)
    from cleaner import batch
    from cleaner.batch import planning
    from cleaner.commands import learn

    plan = planning.make(
        names,
        out,
        config.max_bytes,
        stdin=stdin(),
        input_format=run["input_format"],
        output=output,
        lists=run["files_from"],
    )
    if run["learn"] and not dry_run:
        config = replace(config, templates=learn.from_sources(plan.sources, out, config, kind, columns))
    job = batch.Job(out, config, kind, columns, settings.root(first, config_file))
    if dry_run:
        return _foretell(plan, job, as_json=as_json)
    options = batch.Options(
        jobs=run["jobs"],
        timeout=run["timeout"],
        max_memory=run["max_memory"] * _MIB,
        max_failures=1 if run["fail_fast"] else run["max_failures"],
        fresh=run["fresh"],
    )
    code = _to_directory(plan, job, options, quiet=quiet, as_json=as_json)
    if run["report"]:
        from cleaner import report

        report.write(out, run["report"], config=config)
    return code


def _check_report(path: Path, out: Path | None, output: str | None) -> None:
    """Refuse, before anything is done, a report that could not be written when all is done."""
    from cleaner import report

    if out is None or output not in (None, "files", "jsonl", "parquet"):
        raise click.UsageError("A report is of results with their reasons: give -o, and files, jsonl or parquet.")
    if path.exists() and not report.is_report(path):
        raise click.UsageError(f"{str(path)!r} exists and is no report; give --report another name.")


def _check_directory(out: Path) -> None:
    """Refuse an output that is named as a file would be, since a directory of that name is not what was meant."""
    if out.suffix.lower() in _OF_FILES and not out.exists():
        raise click.UsageError(
            f"The output is a directory, and {str(out)!r} is a file's name. Name a directory (make it first if it is "
            f"to be called so), or leave -o out: then the body of one document goes to standard output."
        )


def _one(usual: str, chosen: Sequence[str]) -> str | None:
    if len(set(chosen)) > 1:
        raise click.UsageError(f"Give one --format of {', '.join(chosen)}; without any it is {usual}.")
    return chosen[0] if chosen else None


def _of_the_run(given: dict[str, Any]) -> dict[str, Any]:
    """Take out of the options what is about the run; what stays are settings."""
    names = "input_format files_from jobs timeout max_memory max_failures fail_fast fresh learn report".split()
    return {name: given.pop(name) for name in names}


def _to_stdout(names: Sequence[str], kind: Kind | None, config: Config, root: str, *, plain: bool, told: bool) -> int:
    from cleaner import batch, files
    from cleaner.batch import planning
    from cleaner.formats import form_of

    one = len(names) == 1 and plain and form_of(names[0]) is None
    if not one or (names[0] != STDIN and Path(names[0]).is_dir()):
        raise click.UsageError("Say with -o where to write; only the body of one document can go to standard output.")
    (source,) = files.find(names, stdin(), config.max_bytes).sources
    if not told:
        planning.check_stdin(source)
    config = batch.settings_of(source, config, root)
    click.echo(batch.clean_source(source, config, kind).to_bytes(), nl=False)
    return OK


def _foretell(plan: batch.Plan, job: batch.Job, *, as_json: bool) -> int:
    from cleaner import show
    from cleaner.batch import preview

    steps = preview.of(plan, job)
    if as_json:
        echo_json([step.to_dict() for step in steps])
    else:
        show.preview(steps)
    return OK


def _to_directory(plan: batch.Plan, job: batch.Job, options: batch.Options, *, quiet: bool, as_json: bool) -> int:
    from cleaner import batch, show

    started = time.monotonic()
    with show.progress(quiet=quiet) as on_progress:
        summary = batch.run(plan, job, options, on_progress=on_progress)
    seconds = time.monotonic() - started
    if as_json:
        echo_json({**summary.to_dict(), "seconds": round(seconds, 3)})
    elif not quiet:
        show.summary(summary, seconds)
    show.failures(summary, job.out / batch.FAILURES)
    return FAILED if summary.failed else OK
