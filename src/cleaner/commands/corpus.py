"""What `check`, `fix` and `diff` share: their options, which files they take, and what holds for each.

The configuration and the baseline of a file are the ones found upwards from it, so that one run may cross projects.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import click

from cleaner import files
from cleaner.commands import config_option, count, settings, stdin, together
from cleaner.config import Config, configfile
from cleaner.config.globs import matches
from cleaner.files import DOCUMENT_SUFFIXES, HTML_SUFFIXES, STDIN, PlanError, Source
from cleaner.formats import form_of
from cleaner.model import CleanerError, ConfigError, UnreadableInputError

if TYPE_CHECKING:
    from cleaner.guard.baseline import Baseline

options = together(
    click.option("--select", metavar="LABEL|RULE", multiple=True, help="Look only for these; repeatable."),
    click.option("--ignore", metavar="LABEL|RULE", multiple=True, help="Do not report or remove these; repeatable."),
    click.option("--exclude", metavar="GLOB", multiple=True, help="Skip the files that fit; repeatable."),
    click.option("--force-exclude", is_flag=True, help="Skip excluded files even when they are named."),
    config_option(
        "Settings file. [default: the nearest cleaner.toml, or pyproject.toml with [tool.cleaner], above each file]"
    ),
    click.option(
        "--baseline", metavar="FILE", help="List of lines to keep. [default: .cleaner-baseline beside the settings]"
    ),
    click.option("--threshold", type=float, help="Find less (above 0) or more (below 0), in log-odds. [default: 0]"),
    click.option("--encoding", metavar="NAME", help="Character encoding of the files. [default: detected]"),
)
"""What residue is, and where to look for it."""


_TAKEN = DOCUMENT_SUFFIXES - HTML_SUFFIXES


class FilesLast(click.Command):
    """A command that takes names of files as its last arguments, whatever they begin with.

    pre-commit hands over names as they are. From the first one that begins with a dash, is a file, and is followed by
    nothing but files, arguments are names and not options, as after `--`.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the `--` where it is missing."""
        if "--" not in args:
            start = len(args)
            while start and Path(args[start - 1]).is_file():
                start -= 1
            dashed = next((i for i in range(start, len(args)) if args[i].startswith("-")), None)
            if dashed is not None:
                args = [*args[:dashed], "--", *args[dashed:]]
        return super().parse_args(ctx, args)


@dataclass(frozen=True, slots=True)
class Project:
    """What holds for the files of one configuration: its directory, the settings, and where the baseline is."""

    root: Path
    config: Config
    baseline_file: Path
    baseline: Baseline


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to be looked at: `name` as it is shown, `relative` to its project's root, with that file's settings.

    `fault` says why a directory could not be listed: then it stands here in the place of its files.
    """

    source: Source
    name: str
    relative: str
    project: Project
    config: Config
    fault: str | None = None

    @property
    def kept(self) -> frozenset[str]:
        """Fingerprints of the lines that are kept."""
        return self.project.baseline[self.relative]

    def read(self) -> bytes:
        """Read the file. Raises UnreadableInputError, also of HTML and files of records: they stay as they are."""
        if self.fault is not None:
            raise UnreadableInputError(self.fault)
        if form_of(self.source.path) is not None:
            raise UnreadableInputError(
                "The file holds records, and this command takes texts; clean it with cleaner clean, or write its texts "
                "as files with cleaner clean --format files."
            )
        if files.kind_of(self.source.path) == "html":
            raise UnreadableInputError(
                "The file is HTML by its name, and this command takes texts; make one of it with cleaner clean."
            )
        return self.source.read(self.config.max_bytes)


class Projects:
    """Finds the project of a file; each configuration and each baseline is read once."""

    def __init__(self, config_file: Path | None, given: Mapping[str, Any]) -> None:
        self._config_file = config_file
        self._given = {name: value for name, value in given.items() if value is not None and value != ()}
        self._of_directory: dict[Path, Project] = {}
        self._of_file: dict[Path | None, Project] = {}

    def of(self, directory: Path) -> Project:
        """Give the project that governs the files of a directory; without a configuration the current directory's."""
        if directory not in self._of_directory:
            found = self._config_file or configfile.find(directory)
            if found not in self._of_file:
                self._of_file[found] = self._load(found)
            self._of_directory[directory] = self._of_file[found]
        return self._of_directory[directory]

    def _load(self, file: Path | None) -> Project:
        from cleaner.guard import baseline

        base = settings.load(file)
        root = file.absolute().parent if file else Path.cwd()
        # A baseline that the command names is looked for where the command runs.
        kept = Path(self._given["baseline"]) if "baseline" in self._given else root / base.baseline
        made = replace(base, **{**self._given, "ignore": (*base.ignore, *self._given.get("ignore", ()))})
        settings.require_rules(made)
        return Project(root.resolve(), made, kept, baseline.load(kept))


def find(
    inputs: Sequence[str], config_file: Path | None, given: Mapping[str, Any], *, exclude: Sequence[str], force: bool
) -> list[Entry]:
    """Find the files to look at: those that are named, and the text files of directories that are.

    `exclude` adds to the settings' and is relative to the current directory. Excluded files that are named themselves
    are passed over only when `force` says so. HTML in directories is passed over, too, which standard error tells.
    Raises PlanError for what does not exist and where there is nothing but HTML, and ConfigError for settings of any of
    them that are wrong, so that nothing was done to the others.
    """
    return list(_entries(inputs, config_file, given, exclude, force))


def _fitting(given: str) -> list[str]:
    """A name, or the files that fit where it is a pattern, which a shell on Windows hands over as it is."""
    return [source.path for source in files.expand(given).sources] if files.is_pattern(given) else [given]


def require_baseline(file: str | None) -> None:
    """Raise ConfigError when the command names a baseline that is not there: lines that somebody keeps would go."""
    if file is not None and not Path(file).exists():
        raise ConfigError(
            f"There is no baseline {file!r}; check the spelling, or make it with `cleaner check --update-baseline "
            f"--baseline {file}`. Nothing was done."
        )


def _entries(
    inputs: Sequence[str], config_file: Path | None, given: Mapping[str, Any], exclude: Sequence[str], force: bool
) -> Iterator[Entry]:
    if not inputs:
        click.echo("No file was named, so none was looked at.", err=True)
        return
    projects = Projects(config_file, given)
    named = frozenset(inputs)
    here = Path.cwd().resolve()
    places: dict[str, tuple[Project, str, str]] = {}  # of each directory: its project, and where it is
    seen: set[str] = set()  # a file that is named twice, or beside its directory, is looked at once
    pages = 0
    limit = Config().max_bytes
    listing = files.find([name for given in inputs for name in _fitting(given)], stdin(), limit, taken=_TAKEN)
    unreadable = [(Source(path, path), why) for path, why in listing.unreadable]
    for source, fault in [*unreadable, *((source, None) for source in listing.sources)]:
        alone = source.path in named
        directory, name = os.path.split("stdin" if source.path == STDIN else source.path)
        if directory not in places:
            project = projects.of(here / directory)
            resolved = (here / directory).resolve()
            places[directory] = project, os.path.relpath(resolved, project.root), os.path.relpath(resolved, here)
        project, below_root, below_here = places[directory]
        relative = _shown(below_root, name)
        excluded = matches(relative, project.config.exclude) or matches(_shown(below_here, name), exclude)
        if (excluded and (force or not alone)) or (path := os.path.normpath(source.path)) in seen:
            continue
        seen.add(path)
        if not alone and files.kind_of(source.path) == "html":
            pages += 1
        else:
            yield Entry(source, _shown(source.path), relative, project, project.config.for_file(relative), fault)
    if pages:
        _tell_of_pages(pages, alone=pages == len(seen))


def _tell_of_pages(pages: int, *, alone: bool) -> None:
    """Say that HTML was passed over, since silence would read as if it were clean. Raises PlanError if it is `alone`.

    Pages often stand beside their texts, so there it is no error; whoever excludes them hears nothing of them.
    """
    what = "this command takes texts, and cleaner clean makes texts of pages."
    if alone:
        raise PlanError(f"There is nothing but {count(pages, 'HTML file')} here: {what} Nothing was done.")
    click.echo(f"Not looked at: {count(pages, 'HTML file')}; {what}", err=True)


def _shown(*parts: str) -> str:
    """Write a path with `/` and in one row; bytes that are not UTF-8 are shown as escapes."""
    return os.fsencode(PurePath(*parts).as_posix()).decode("utf-8", "backslashreplace").replace("\n", "\\n")


def complain(entry: Entry, error: CleanerError) -> None:
    """Say on standard error why a file could not be looked at."""
    click.echo(f"{entry.name}: {error}", err=True)
