"""Every setting of the program, in one frozen object that is passed whole.

Settings come from keyword arguments, from a mapping, or from a file: the top of a `cleaner.toml` or the table
`[tool.cleaner]` of a `pyproject.toml`, whichever is found first on the way up from a path. Their digest goes to the
sidecar.

This module is loaded by `import cleaner`, so it imports little; what only an error or a file needs is imported there.
"""

from __future__ import annotations

import os.path
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal, get_args

from cleaner.model import KEPT, LABELS, ConfigError
from cleaner.names import RULE_ID, suggest

if TYPE_CHECKING:
    from pathlib import Path

    from cleaner.templates import TemplateBook
    from cleaner.userrules import UserRule

Format = Literal["text", "markdown"]
Invisible = Literal["drop", "keep"]

FILE_NAMES = ("cleaner.toml", "pyproject.toml")  # in one directory the first of them wins

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")  # the shape of a BCP 47 tag
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_RULE_HEAD = re.compile(r"\s*\[\[\s*(?:tool\s*\.\s*cleaner\s*\.\s*)?rules\s*\]\]")
_ADDING = frozenset({"keep", "ignore"})  # lists to which a file's settings and the command's options add
_OF_ALL = frozenset({"per_file", "exclude", "baseline", "rules", "templates"})  # settings that cannot differ by file


@dataclass(frozen=True, slots=True)
class PerFile:
    """Settings for the files that fit a path pattern (see `globs.matches`): pairs of names and values."""

    glob: str
    settings: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a run. Equal settings give equal results, and any two orders of a list are equal.

    Raises ConfigError when a value is of the wrong type, out of range, or an unknown name.

    Every setting, with its unit:
        threshold: log-odds (natural logarithm) added to keeping every line. 0 is what the weights were fitted for;
            higher keeps more and leaves more residue, lower removes more.
        ignore: rules, by id, and labels whose votes are not counted, such as `"ticker"`.
        keep: labels that stay in the body beside body, heading and lead, such as `"caption"`.
        over_removed: share of a document's words, 0 to 1. When more than this went and prose was among it, the flag
            `over_removed` is raised; when more went and hardly any of it was prose, `mostly_boilerplate`.
        max_bytes: largest document that is read, in bytes; a larger one is refused, so that no single input can use up
            the memory.
        second_opinion: whether trafilatura may be asked about an HTML page of which the first reading is unsure.
        encoding: character encoding that the input is declared to have, by an HTTP header for instance; None detects.
        language: language of the documents as a BCP 47 tag where it is known beforehand; None detects.
        line_languages: whether the sidecar says which lines are in another language than the document (see
            `metadata.multilingual`); it takes a tenth of the time of cleaning a text. `Cleaned.line_languages` says it
            either way.
        crawled: day on which the pages were fetched, `YYYY-MM-DD`; no date later than this is believed, and "yesterday"
            can be understood.
        format: form of the body: `"text"`, or `"markdown"` with headings, lists and quotations marked.
        invisible: what becomes of characters in the body that nobody sees and no text needs, such as bidi overrides,
            zero-width spaces and tag characters (see `invisible`): `"drop"`, or `"keep"`. Lines are judged without them
            either way.
        select: labels, and rules by id, whose lines `check`, `fix` and `diff` take for residue; without any, the labels
            that are residue by themselves. A selected `"date"` or `"byline"` is taken out too.
        exclude: path patterns of files that `check`, `fix` and `diff` pass over, relative to the configuration file.
        baseline: file of the lines that somebody looked at and keeps, relative to the configuration file.
        fix_margin: log-odds, at least 0. `fix` takes a line out only when its own score and the settled one are that
            far below 0, or a strong rule asks for it; higher leaves more to a person.
        fix_limit: share of a document's words, 0 to 1, beyond which `fix` refuses to touch it.
        per_file: tables of settings by path pattern, relative to the configuration file, for `check`, `fix` and `diff`;
            `keep` and `ignore` add to the others, every other setting takes their place.
        rules: rules of one's own, each a table (see `userrules.UserRule`).
        templates: book of the lines that recur on each site (see `templates.load`); in a configuration file its name,
            relative to that file. None for none.

    >>> Config(keep=["caption"], threshold=1).keep
    ('caption',)
    >>> Config(keep=["captions"])
    Traceback (most recent call last):
    ...
    cleaner.model.ConfigError: The setting 'keep' names 'captions', which is no label; did you mean 'caption'?
    """

    threshold: float = 0.0
    ignore: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    over_removed: float = 0.9
    max_bytes: int = 64 * 1024 * 1024
    second_opinion: bool = True
    encoding: str | None = None
    language: str | None = None
    line_languages: bool = False
    crawled: str | None = None
    format: Format = "text"
    invisible: Invisible = "drop"
    select: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: str = ".cleaner-baseline"
    fix_margin: float = 2.0
    fix_limit: float = 0.5
    per_file: tuple[PerFile, ...] = ()
    rules: tuple[UserRule, ...] = ()
    templates: TemplateBook | None = None

    def __post_init__(self) -> None:
        for name, check in _CHECKS.items():
            object.__setattr__(self, name, check(name, getattr(self, name)))

    @classmethod
    def from_mapping(cls, settings: Mapping[str, Any]) -> Config:
        """Make a configuration of names and values, such as a table of a TOML file.

        Raises ConfigError for a name that is no setting.

        >>> Config.from_mapping({"treshold": 1.0})
        Traceback (most recent call last):
        ...
        cleaner.model.ConfigError: There is no setting 'treshold'; did you mean 'threshold'?
        """
        known = [field.name for field in fields(cls)]
        for name in settings:
            if name not in known:
                raise ConfigError(f"There is no setting {name!r}; {suggest(name, known)}")
        return cls(**settings)

    @property
    def digest(self) -> str:
        """Name these settings: 16 hexadecimal digits, the same for equal settings in any process and on any machine."""
        import hashlib
        import json

        settings = asdict(replace(self, templates=None))  # a book has millions of lines; its own digest stands for it
        settings["templates"] = self.templates.digest if self.templates else None
        canonical = json.dumps(settings, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()[:16]

    def for_file(self, path: str) -> Config:
        """Give the settings for one file, whose path is relative to the configuration file's directory, with `/`.

        Rules of one's own that are for other files are gone from it, the others speak wherever they are asked.

        >>> Config(per_file={"legal/**": {"ignore": ["legal"]}}).for_file("legal/a.txt").ignore
        ('legal',)
        """
        from cleaner.globs import matches

        made = self
        if self.per_file:
            for one in self.per_file:
                if matches(path, (one.glob,)):
                    settings = dict(one.settings)
                    for name in _ADDING & settings.keys():
                        settings[name] = (*getattr(made, name), *settings[name])
                    made = replace(made, **settings)
        if any(rule.files for rule in self.rules):
            fitting = (rule for rule in made.rules if not rule.files or matches(path, rule.files))
            made = replace(made, rules=tuple(replace(rule, files=()) for rule in fitting))
        return made

    def require_rules(self, ids: Iterable[str]) -> None:
        """Raise ConfigError when `ignore` or `select` names something that is neither a label nor one of these rules.

        A rule of one's own must have a name of its own.

        Which rules there are is known further up, so whoever holds them asks.

        >>> Config(ignore=["clocks"]).require_rules(["clock", "dated"])
        Traceback (most recent call last):
        ...
        cleaner.model.ConfigError: The setting 'ignore' names 'clocks', not a rule or label; did you mean 'clock'?
        """
        ids = frozenset(ids)
        for rule in self.rules:
            if rule.id in ids:
                raise ConfigError(f"The rule {rule.id!r} is one of cleaner's own; give yours another id.")
        known = [*ids, *(rule.id for rule in self.rules), *LABELS]
        named = [("ignore", item) for item in self.ignore] + [("select", item) for item in self.select]
        for one in self.per_file:
            named += [(name, item) for name, value in one.settings if name in ("ignore", "select") for item in value]
        for name, item in named:
            if item not in known:
                raise ConfigError(f"The setting {name!r} names {item!r}, not a rule or label; {suggest(item, known)}")


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
    except (ValueError, RecursionError) as error:  # TOML's own errors, those of UTF-8, and endless nesting
        raise ConfigError(f"{path} is not valid TOML ({error}); mend it there.") from error
    if path.name == "pyproject.toml":
        table = _ours(table)
        if table is None:
            raise ConfigError(f"{path} has no table [tool.cleaner]; add one, or name another file.")
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


def _wrong(name: str, wanted: str, value: object) -> ConfigError:
    return ConfigError(f"The setting {name!r} must be {wanted}, not {value!r}.")


def _number(name: str, value: object) -> float:
    # A bool is an int in Python, and TOML knows inf and nan, with which no line could be weighed.
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        raise _wrong(name, "a number", value)
    return float(value) + 0.0  # -0.0 and 0.0 are the same setting, with the same digest


def _share(name: str, value: object) -> float:
    share = _number(name, value)
    if not 0 <= share <= 1:
        raise _wrong(name, "a share between 0 and 1", value)
    return share


def _size(name: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise _wrong(name, "a whole number of bytes, at least 1", value)
    return value


def _switch(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong(name, "true or false", value)
    return value


def _names(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple | set | frozenset) or not all(isinstance(item, str) for item in value):
        raise _wrong(name, "a list of names", value)
    return tuple(sorted(set(value)))


def _votes(name: str, value: object) -> tuple[str, ...]:
    names = _names(name, value)
    for item in names:
        if not RULE_ID.fullmatch(item):
            raise ConfigError(f"The setting {name!r} names {item!r}, which cannot be a rule or a label.")
    return names


def _labels(name: str, value: object) -> tuple[str, ...]:
    names = _names(name, value)
    for item in names:
        if item not in LABELS:
            raise ConfigError(f"The setting {name!r} names {item!r}, which is no label; {suggest(item, LABELS)}")
    return tuple(item for item in names if item not in KEPT)  # these stay anyway


def _margin(name: str, value: object) -> float:
    margin = _number(name, value)
    if margin < 0:
        raise _wrong(name, "at least 0", value)
    return margin


def _selection(name: str, value: object) -> tuple[str, ...]:
    names = _votes(name, value)
    for item in names:
        if item in KEPT:
            raise ConfigError(f"The setting {name!r} names {item!r}, which is the article itself; leave it out.")
    return names


def _file(name: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise _wrong(name, "a file name", value)
    return value


def _per_file(name: str, value: object) -> tuple[PerFile, ...]:
    if isinstance(value, tuple) and all(isinstance(one, PerFile) for one in value):
        return value
    if not isinstance(value, Mapping) or not all(isinstance(settings, Mapping) for settings in value.values()):
        raise _wrong(name, 'tables by path pattern, such as [per_file."legal/**"]', value)
    made = []
    for glob, settings in value.items():
        for key in _OF_ALL & settings.keys():
            raise ConfigError(f"The setting {key!r} cannot differ by file; move it out of {name!r} {glob!r}.")
        try:
            checked = Config.from_mapping(settings)
        except ConfigError as error:
            raise ConfigError(f"In {name!r} {glob!r}: {error}") from error
        made.append(PerFile(glob, tuple((key, getattr(checked, key)) for key in sorted(settings))))
    return tuple(made)


def _rules(name: str, value: object) -> tuple[UserRule, ...]:
    if value == ():
        return ()
    from cleaner import userrules

    return userrules.read(value)


def _book(name: str, value: object) -> TemplateBook | None:
    if value is None:
        return None
    from cleaner.templates import TemplateBook

    if not isinstance(value, TemplateBook):
        raise _wrong(name, "a template book, such as templates.load(path) gives", value)
    return value


def _codec(name: str, value: object) -> str | None:
    try:
        if value is not None:
            "".encode(value)  # type: ignore[arg-type]  # a TypeError is one of the answers
    except (LookupError, TypeError, ValueError) as error:
        raise _wrong(name, "a character encoding such as 'utf-8' or 'windows-1251'", value) from error
    return value  # type: ignore[return-value]


def _tag(name: str, value: object) -> str | None:
    if value is not None and not (isinstance(value, str) and _LANGUAGE.fullmatch(value)):
        raise _wrong(name, "a language tag such as 'en' or 'pt-BR'", value)
    return value


def _day(name: str, value: object) -> str | None:
    import datetime

    if value is None:
        return None
    text = value.isoformat() if type(value) is datetime.date else value  # TOML has dates of its own
    try:
        if isinstance(text, str) and _DAY.fullmatch(text):
            return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise _wrong(name, "a day such as '2025-07-10'", value)


def _format(name: str, value: object) -> str:
    return _one_of(get_args(Format), name, value)


def _invisible(name: str, value: object) -> str:
    return _one_of(get_args(Invisible), name, value)


def _one_of(known: tuple[str, ...], name: str, value: object) -> str:
    if not isinstance(value, str) or value not in known:
        raise ConfigError(f"The setting {name!r} cannot be {value!r}; {suggest(str(value), known)}")
    return value


_CHECKS: Mapping[str, Callable[[str, object], object]] = {
    "threshold": _number,
    "ignore": _votes,
    "keep": _labels,
    "over_removed": _share,
    "max_bytes": _size,
    "second_opinion": _switch,
    "encoding": _codec,
    "language": _tag,
    "line_languages": _switch,
    "crawled": _day,
    "format": _format,
    "invisible": _invisible,
    "select": _selection,
    "exclude": _names,
    "baseline": _file,
    "fix_margin": _margin,
    "fix_limit": _share,
    "per_file": _per_file,
    "rules": _rules,
    "templates": _book,
}
