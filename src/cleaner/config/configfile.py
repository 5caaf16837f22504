"""The file that holds the settings: the top of a `cleaner.toml` or the table `[tool.cleaner]` of a `pyproject.toml`.

Whichever is found first on the way up from a path. Every command imports this, so what only a file needs is imported
there.
"""

from __future__ import annotations

import os.path
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cleaner.config import Config
from cleaner.model import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAMES = ("cleaner.toml", "pyproject.toml")  # in one directory the first of them wins

_RULE_HEAD = re.compile(r"\s*\[\[\s*(?:tool\s*\.\s*cleaner\s*\.\s*)?rules\s*\]\]")


def find(start: Path) -> Path | None:
    """Find the configuration that governs a file or directory, in it or the nearest directory above it.

    A `pyproject.toml` counts only when it has a `[tool.cleaner]` table, so that one of another program does not hide
    the one further up. Returns None when there is none.
    """
    place = start.absolute()
    for directory in (place, *place.parents):
        for name in FILE_NAMES:
            path = directory / name
            if os.path.isfile(path) and (name != "pyproject.toml" or _is_ours(path)):  # noqa: PTH113 (never raises)
                return path
    return None


def load(path: Path, *, book: bool = True) -> Config:
    """Read the settings of a `cleaner.toml`, or of `[tool.cleaner]` when the file is a `pyproject.toml`.

    Without `book`, the template book that it names is not read: it may be about to be written.

    Raises ConfigError, naming the file and the setting, when the file cannot be read or holds what is no setting.
    """
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8-sig")
        table: Any = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{path} could not be read ({error.strerror}); check its name and permissions.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path} is not UTF-8, as TOML must be (byte {error.start + 1}); save it as that.") from error
    except (ValueError, RecursionError) as error:  # TOML's own errors, and endless nesting
        raise ConfigError(f"{path} is not valid TOML ({error}); mend it there.") from error
    if path.name == "pyproject.toml":
        table = _ours(table)
        if table is None:
            raise ConfigError(f"{path} has no table [tool.cleaner]; add one, or name another file.")
    elif _ours(table) is not None:
        raise ConfigError(f"{path}: The table [tool.cleaner] is for a pyproject.toml; here settings stand without it.")
    try:
        return Config.from_mapping(_with_book(table, path.parent if book else None))
    except ConfigError as error:
        raise ConfigError(f"{path}{_place(error, text)}: {error}") from error


def _with_book(table: Mapping[str, Any], directory: Path | None) -> Mapping[str, Any]:
    """Put the book itself in the place of its name, or nothing when it is not wanted."""
    name = table.get("templates")
    if not isinstance(name, str):
        return table
    if directory is None:
        return {**table, "templates": None}
    from cleaner import templates

    return {**table, "templates": templates.load(directory / name)}


def _place(error: ConfigError, text: str) -> str:
    """Give `:line` for a rule of one's own that is wrong, as far as it can be told; TOML readers keep no positions."""
    number, item = getattr(error, "number", None), getattr(error, "item", "")
    if number is None:
        return ""
    lines = text.splitlines()
    heads = [i for i, line in enumerate(lines) if _RULE_HEAD.match(line)]
    if number >= len(heads):
        return ""
    end = heads[number + 1] if number + 1 < len(heads) else len(lines)
    written = (item, item.replace("\\", "\\\\"))
    at = next((i for i in range(heads[number], end) if item and any(w in lines[i] for w in written)), heads[number])
    return f":{at + 1}"


def _ours(pyproject: Mapping[str, Any]) -> Mapping[str, Any] | None:
    tool = pyproject.get("tool")
    table = tool.get("cleaner") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _is_ours(path: Path) -> bool:
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8", "replace")
        return "cleaner" in text and _ours(tomllib.loads(text)) is not None
    except (tomllib.TOMLDecodeError, RecursionError):
        return "tool.cleaner" in text  # ours and broken: loading it will say where
    except OSError:
        return False
