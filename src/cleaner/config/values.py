"""What a setting may be: a check for each kind of value, which gives the value in the form that is kept.

Each takes the setting's name, for the error, and its value as a person wrote it, and raises ConfigError for one that is
of the wrong type, out of range, or an unknown name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaner.config.names import RULE_ID, suggest
from cleaner.model import KEPT, LABELS, ConfigError

if TYPE_CHECKING:
    from cleaner.config.userrules import UserRule
    from cleaner.templates import TemplateBook

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")  # the shape of a BCP 47 tag
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def number(name: str, value: object) -> float:
    """A number; a bool is an int in Python, and TOML knows inf and nan, with which no line could be weighed.

    >>> number("threshold", 1)
    1.0
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        raise wrong(name, "a number", value)
    return float(value) + 0.0  # -0.0 and 0.0 are the same setting, with the same digest


def margin(name: str, value: object) -> float:
    """A number of at least 0."""
    least = number(name, value)
    if least < 0:
        raise wrong(name, "at least 0", value)
    return least


def share(name: str, value: object) -> float:
    """A number from 0 to 1."""
    part = number(name, value)
    if not 0 <= part <= 1:
        raise wrong(name, "a share between 0 and 1", value)
    return part


def size(name: str, value: object) -> int:
    """A number of bytes."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise wrong(name, "a whole number of bytes, at least 1", value)
    return value


def switch(name: str, value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise wrong(name, "true or false", value)
    return value


def names(name: str, value: object) -> tuple[str, ...]:
    """Any names, sorted, each once.

    >>> names("exclude", ["b/*", "a/*", "b/*"])
    ('a/*', 'b/*')
    """
    if not isinstance(value, list | tuple | set | frozenset) or not all(isinstance(item, str) for item in value):
        raise wrong(name, "a list of names", value)
    return tuple(sorted(set(value)))


def votes(name: str, value: object) -> tuple[str, ...]:
    """Rules, by id, and labels; which rules there are is not known here."""
    found = names(name, value)
    for item in found:
        if not RULE_ID.fullmatch(item):
            raise ConfigError(f"The setting {name!r} names {item!r}, which cannot be a rule or a label.")
    return found


def selection(name: str, value: object) -> tuple[str, ...]:
    """Rules and labels, but for those of the article itself."""
    selected = votes(name, value)
    for item in selected:
        if item in KEPT:
            raise ConfigError(f"The setting {name!r} names {item!r}, which is the article itself; leave it out.")
    return selected


def labels(name: str, value: object) -> tuple[str, ...]:
    """Labels, without those that stay anyway."""
    named = names(name, value)
    for item in named:
        if item not in LABELS:
            raise ConfigError(f"The setting {name!r} names {item!r}, which is no label; {suggest(item, LABELS)}")
    return tuple(item for item in named if item not in KEPT)


def one_of(known: tuple[str, ...], name: str, value: object) -> str:
    """One of the known names."""
    if not isinstance(value, str) or value not in known:
        raise ConfigError(f"The setting {name!r} cannot be {value!r}; {suggest(str(value), known)}")
    return value


def file(name: str, value: object) -> str:
    """The name of a file."""
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise wrong(name, "a file name", value)
    return value


def codec(name: str, value: object) -> str | None:
    """A character encoding that Python knows, or None."""
    try:
        if value is not None:
            "".encode(value)  # type: ignore[arg-type]  # a TypeError is one of the answers
    except (LookupError, TypeError, ValueError) as error:
        raise wrong(name, "a character encoding such as 'utf-8' or 'windows-1251'", value) from error
    return value  # type: ignore[return-value]


def tag(name: str, value: object) -> str | None:
    """A language tag (BCP 47), or None."""
    if value is not None and not (isinstance(value, str) and _LANGUAGE.fullmatch(value)):
        raise wrong(name, "a language tag such as 'en' or 'pt-BR'", value)
    return value


def day(name: str, value: object) -> str | None:
    """A day as ISO 8601 writes it, or None.

    >>> day("crawled", "2025-07-10")
    '2025-07-10'
    """
    import datetime

    if value is None:
        return None
    text = value.isoformat() if type(value) is datetime.date else value  # TOML has dates of its own
    try:
        if isinstance(text, str) and _DAY.fullmatch(text):
            return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise wrong(name, "a day such as '2025-07-10'", value)


def rules(name: str, value: object) -> tuple[UserRule, ...]:
    """Rules of one's own."""
    if value == ():
        return ()
    from cleaner.config import userrules

    return userrules.read(value)


def book(name: str, value: object) -> TemplateBook | None:
    """A template book, or None."""
    if value is None:
        return None
    from cleaner.templates import TemplateBook

    if not isinstance(value, TemplateBook):
        raise wrong(name, "a template book, such as templates.load(path) gives", value)
    return value


def wrong(name: str, wanted: str, value: object) -> ConfigError:
    """The error that says what a setting must be."""
    return ConfigError(f"The setting {name!r} must be {wanted}, not {value!r}.")
