"""Every setting of the program, in one frozen object that is passed whole.

Settings come from keyword arguments, from a mapping, or from a file (see `configfile`). Their digest goes to the
sidecar.

This module is loaded by `import cleaner`, so it imports little; what only an error needs is imported there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, get_args

from cleaner.config import values
from cleaner.config.names import suggest
from cleaner.model import LABELS, ConfigError

if TYPE_CHECKING:
    from datetime import date

    from cleaner.config.userrules import UserRule
    from cleaner.templates import TemplateBook

Names = list[str] | tuple[str, ...] | set[str] | frozenset[str]
Format = Literal["text", "markdown"]
Invisible = Literal["drop", "keep"]

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
        threshold: log-odds (natural logarithm) added to keeping every line. The weights were fitted for 0; a higher
            value keeps more text and leaves more residue, a lower one removes more.
        ignore: rules, by id, and labels whose votes are not counted, such as `"ticker"`.
        keep: labels that stay in the body beside body, heading and lead, such as `"caption"`.
        over_removed: share of a document's words, 0 to 1. When more than this was removed, the document is flagged:
            `over_removed` if prose was among it, `mostly_boilerplate` if hardly any was.
        max_bytes: size of the largest document that is read, in bytes. A larger one is refused, so that no single input
            can use up the memory.
        second_opinion: whether trafilatura may be asked about an HTML page of which the first reading is unsure.
        encoding: character encoding that the input is declared to have, by an HTTP header for instance. Detected if not
            given.
        language: language of all documents, as a BCP 47 tag. Detected if not given.
        line_languages: whether the sidecar lists the lines in another language than the document. That takes a tenth of
            the time of cleaning a text. `Cleaned.line_languages` has them either way.
        crawled: day on which the pages were fetched, `YYYY-MM-DD`. No later date is believed.
        format: form of the body: `"text"`, or `"markdown"` with headings, lists, tables, quotations, code and links
            marked.
        invisible: what becomes of characters in the body that nobody sees and no text needs, such as bidi overrides,
            zero-width spaces and tag characters (`cleaner.decode.invisible` lists them): `"drop"` or `"keep"`. Lines
            are judged without them either way.
        select: labels, and rules by id, whose lines `check`, `fix` and `diff` take for residue. Without any, these are
            the labels of residue. A selected `"date"` or `"byline"` is taken out too.
        exclude: path patterns of files that `check`, `fix` and `diff` skip.
        baseline: file that lists the lines which `check`, `fix` and `diff` leave alone, relative to the settings file.
        fix_margin: log-odds, at least 0. `fix` takes a line out only when its own score and the settled one are that
            far below 0, or a strong rule asks for it. A higher value leaves more to a person.
        fix_limit: share of a document's words, 0 to 1. `fix` leaves a document alone that would lose more.
        per_file: tables of settings by path pattern, for `clean`, `explain`, `check`, `fix` and `diff`. `keep` and
            `ignore` add to the other settings, every other one takes their place.
        rules: your own rules, each a table with the keys of `cleaner.config.userrules.UserRule`.
        templates: book of the lines that recur on each site: in Python what `cleaner.templates.load` gives, in a
            settings file the name of the book, relative to that file.

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

    if TYPE_CHECKING:  # as which types settings may be given; every list of names becomes a sorted tuple

        def __init__(
            self,
            *,
            threshold: float = ...,
            ignore: Names = ...,
            keep: Names = ...,
            over_removed: float = ...,
            max_bytes: int = ...,
            second_opinion: bool = ...,
            encoding: str | None = ...,
            language: str | None = ...,
            line_languages: bool = ...,
            crawled: str | date | None = ...,
            format: Format = ...,
            invisible: Invisible = ...,
            select: Names = ...,
            exclude: Names = ...,
            baseline: str = ...,
            fix_margin: float = ...,
            fix_limit: float = ...,
            per_file: Mapping[str, Mapping[str, Any]] | tuple[PerFile, ...] = ...,
            rules: Sequence[Mapping[str, Any] | UserRule] = ...,
            templates: TemplateBook | None = ...,
        ) -> None: ...

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
        from cleaner.config.globs import matches

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
                near = suggest(item, known, "use a label, or a rule that `cleaner rules` lists.")
                raise ConfigError(f"The setting {name!r} names {item!r}, not a rule or label; {near}")


def _per_file(name: str, value: object) -> tuple[PerFile, ...]:
    if isinstance(value, tuple) and all(isinstance(one, PerFile) for one in value):
        return value
    if not isinstance(value, Mapping) or not all(isinstance(settings, Mapping) for settings in value.values()):
        raise values.wrong(name, 'tables by path pattern, such as [per_file."legal/**"]', value)
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


_CHECKS: Mapping[str, Callable[[str, object], object]] = {
    "threshold": values.number,
    "ignore": values.votes,
    "keep": values.labels,
    "over_removed": values.share,
    "max_bytes": values.size,
    "second_opinion": values.switch,
    "encoding": values.codec,
    "language": values.tag,
    "line_languages": values.switch,
    "crawled": values.day,
    "format": partial(values.one_of, get_args(Format)),
    "invisible": partial(values.one_of, get_args(Invisible)),
    "select": values.selection,
    "exclude": values.names,
    "baseline": values.file,
    "fix_margin": values.margin,
    "fix_limit": values.share,
    "per_file": _per_file,
    "rules": values.rules,
    "templates": values.book,
}
