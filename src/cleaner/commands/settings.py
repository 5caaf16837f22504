"""The options that set a `Config`, the same for every command that cleans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import click

from cleaner.commands import config_option, together
from cleaner.config import Config, Format, configfile
from cleaner.files import STDIN
from cleaner.model import ConfigError, Kind

file_option = config_option(
    "Settings file. [default: the nearest cleaner.toml, or pyproject.toml with [tool.cleaner], above the first input]"
)

kind_option = click.option(
    "--kind", type=click.Choice(get_args(Kind)), help="What the input is. [default: by file name or content]"
)

form_option = click.option("--format", type=click.Choice(get_args(Format)), help="Form of the body. [default: text]")

options = together(
    file_option,
    click.option("--keep", metavar="LABEL", multiple=True, help="Keep lines of this label in the body; repeatable."),
    click.option(
        "--ignore",
        metavar="RULE|LABEL",
        multiple=True,
        help="Ignore the votes of this rule, or for this label; repeatable.",
    ),
    click.option(
        "--threshold", type=float, help="Keep more (above 0) or remove more (below 0), in log-odds. [default: 0]"
    ),
    click.option("--encoding", metavar="NAME", help="Character encoding of the input. [default: detected]"),
    click.option("--language", metavar="TAG", help="Language of the input, such as en or pt-BR. [default: detected]"),
    click.option(
        "--line-languages/--no-line-languages",
        default=None,
        help="List in the sidecar the lines in another language than the document. [default: no]",
    ),
    click.option(
        "--templates",
        metavar="BOOK",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Template book: the lines that recur on each site, from `cleaner learn`.",
    ),
)
"""Those of a `Config`, each under the setting's name, and `--config`.

`form_option` is apart, since it is one of several forms where results are written.
"""


def governing(first: str, file: Path | None) -> Path | None:
    """Give the configuration file that was named, or else the nearest one above the first input, if there is any."""
    return file or configfile.find(Path("." if first == STDIN else first))


def root(first: str, file: Path | None) -> str:
    """Give the directory of the configuration that `read` takes, to which its path patterns are relative."""
    file = governing(first, file)
    return str(file.absolute().parent) if file else "."


def load(file: Path | None) -> Config:
    """Read a configuration file, if there is one. Raises ConfigError, naming the file, as `configfile.load` does, and
    also where it names a rule or label that is not there.
    """
    made = configfile.load(file) if file else Config()
    try:
        require_rules(made)
    except ConfigError as error:
        raise ConfigError(f"{file}: {error}") from error
    return made


def require_rules(config: Config) -> None:
    """Raise ConfigError when a configuration names a rule or label that is not there."""
    if config.ignore or config.select or config.rules or config.per_file:
        from cleaner import reasons

        config.require_rules(reasons.ids())


def read(first: str, file: Path | None, given: Mapping[str, Any]) -> Config:
    """Make the configuration of a file and of the options that were given, which come before it.

    `first` is the first input, from which a file is looked for upwards when none is named. `keep` and `ignore` add to
    the file's. Raises ConfigError when either holds what is no setting.
    """
    base = load(governing(first, file))
    settings = {name: value for name, value in given.items() if value is not None and value != ()}
    if "templates" in settings:
        from cleaner import templates

        settings["templates"] = templates.load(settings["templates"])
    for name in ("keep", "ignore"):
        settings[name] = (*getattr(base, name), *given.get(name, ()))
    made = replace(base, **settings)
    require_rules(made)
    return made
