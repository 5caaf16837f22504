r"""Rules of one's own: phrases and regular expressions in a TOML file that vote as the package's rules do.

    [[rules]]
    id = "our_footer"
    label = "promo"
    phrases = ["read more in the morning paper"]
    patterns = ['^Ticket hotline \d+']
    strength = "strong"
    place = "tail"
    files = ["city/**"]
    finds = ["Ticket hotline 0800 1234"]
    leaves = ["The hotline for tickets was closed on Monday."]

A rule adds its weight to its label on each line in which it finds something; it never removes. One with a label such as
`body` protects lines. Texts are searched line by line, as a person reads them: repaired, white space folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cleaner.config.names import RULE_ID, suggest
from cleaner.model import LABELS, CleanerError, ConfigError, Vote

if TYPE_CHECKING:
    import regex

    from cleaner.features import Page

STRENGTHS: Mapping[str, float] = {"weak": 1.0, "clear": 2.0, "strong": 4.0, "certain": 8.0}
"""Log-odds that a finding adds to its label, on the scale of the package's own rules."""

PLACES = ("head", "tail")
SECONDS = 0.25  # that one search in one line may take; a linear pattern takes microseconds
_PLACE_SHARE = 0.2  # of the lines
_PLACE_LINES = 10  # at least: the head of a short article is a few lines, however short it is

_LISTS = ("phrases", "patterns", "files", "finds", "leaves")


class RuleError(ConfigError):
    """A rule that cannot be used: `number` counts the rules from 0, `item` is the text at fault where there is one."""

    def __init__(self, message: str, number: int = 0, item: str = "") -> None:
        super().__init__(message)  # alone, as pickling gives it back; the rest follows as attributes
        self.number = number
        self.item = item


class SlowRuleError(CleanerError):
    """A pattern that takes too long on a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRule:
    r"""A rule of a configuration file; see the module for an example.

    Every key:
        id: small letters, digits, `_`, `-` and `.`; other than the package's rules.
        label: what the lines are that it finds, such as `"promo"`; `"body"` protects them.
        phrases: words, whatever their case, as whole words; `^` before and `$` after tie them to the line's ends.
        patterns: regular expressions of the `regex` module, searched in each line; `(?i)` for any case.
        strength: `"weak"`, `"clear"`, `"strong"` or `"certain"`: 1, 2, 4 or 8 log-odds.
        place: `"head"` or `"tail"`, the first or last fifth of the lines, at least ten; without it, anywhere.
        files: path patterns, relative to the configuration file, outside which the rule is silent.
        finds: lines in which it must find something, for `cleaner rules --test`.
        leaves: lines that it must leave alone, for the same.
    """

    id: str
    label: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    strength: str = "strong"
    place: str | None = None
    files: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        """Log-odds that a finding adds to the label."""
        return STRENGTHS[self.strength]

    def search(self, line: str) -> str | None:
        """Give the words of the line that the rule finds, or None.

        Raises SlowRuleError rather than give up silently: what is removed must not depend on the machine's speed.

        >>> UserRule(id="hotline", label="promo", phrases=("ticket hotline",)).search("Our TICKET HOTLINE is open.")
        'TICKET HOTLINE'
        """
        for pattern in _compiled(self.phrases, self.patterns):
            try:
                if found := pattern.search(line, timeout=SECONDS):
                    return str(found.group())
            except TimeoutError as error:
                raise SlowRuleError(
                    f"The rule {self.id!r} took more than {SECONDS} s on a line of {len(line)} characters; make its "
                    f"pattern {pattern.pattern!r} simpler: nested repetition is the usual reason."
                ) from error
        return None


def read(tables: Any) -> tuple[UserRule, ...]:
    """Make the rules of a TOML array of tables; rules that are made already stay.

    Raises RuleError, which knows the rule's number and the text at fault.
    """
    if not isinstance(tables, list | tuple):
        raise ConfigError("The setting 'rules' must be a list of tables; write [[rules]] above each.")
    made: list[UserRule] = []
    for number, table in enumerate(tables):
        rule = table if isinstance(table, UserRule) else _read(table, number)
        if any(rule.id == other.id for other in made):
            raise RuleError(f"There are two rules {rule.id!r}; rename one of them.", number, rule.id)
        made.append(rule)
    return tuple(made)


def votes(page: Page, rules: tuple[UserRule, ...], ignore: tuple[str, ...]) -> Iterator[Vote]:
    """Find what these rules look for, without those that `ignore` names by id or label.

    A rule for certain files is silent where nobody knows the file (see `Config.for_file`).
    """
    reach = max(_PLACE_LINES, int(_PLACE_SHARE * page.n))
    for rule in rules:
        if rule.files or rule.id in ignore or rule.label in ignore:
            continue
        first = page.n - reach if rule.place == "tail" else 0
        last = reach if rule.place == "head" else page.n
        for line in range(max(first, 0), min(last, page.n)):
            found = rule.search(page.texts[line])
            if found is not None:
                yield Vote(line, rule.label, rule.id, rule.weight, f'"{found}" stands in it')


def failures(rule: UserRule) -> Iterator[str]:
    """Try a rule on its own examples; each thing that is not as it should be is a sentence."""
    for line in rule.finds:
        if rule.search(line) is None:
            yield f"finds nothing in {line!r}, which stands under 'finds'."
    for line in rule.leaves:
        if (found := rule.search(line)) is not None:
            yield f"finds {found!r} in {line!r}, which stands under 'leaves'."
    if not rule.finds or not rule.leaves:
        missing = "finds" if not rule.finds else "leaves"
        yield f"has no examples under {missing!r}; write a line that it must {missing.removesuffix('s')}."


def _read(table: Any, number: int) -> UserRule:
    def wrong(message: str, item: str = "") -> RuleError:
        name = table.get("id") if isinstance(table, Mapping) else None
        which = repr(name) if isinstance(name, str) else f"number {number + 1}"
        return RuleError(f"The rule {which} {message}", number, item)

    if not isinstance(table, Mapping):
        raise wrong("must be a table with 'id', 'label' and 'phrases' or 'patterns'.")
    known = [field.name for field in fields(UserRule)]
    for key, value in table.items():
        if key not in known:
            raise wrong(f"has a key {key!r} that is not known; {suggest(key, known)}", key)
        right = isinstance(value, str) if key not in _LISTS else _texts(value)
        if not right:
            wanted = "a list of texts that are not empty" if key in _LISTS else "a text"
            raise wrong(f"has {value!r} as {key!r}, which must be {wanted}.", key)
    _check(table, wrong)
    values: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in table.items()}
    return UserRule(**values)


def _texts(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) and item.strip() for item in value)


def _check(table: Mapping[str, Any], wrong: Any) -> None:
    """Raise what `wrong` makes of the first value that cannot be."""
    for key in ("id", "label"):
        if key not in table:
            raise wrong(f"has no {key!r}; give it one.")
    if not RULE_ID.fullmatch(table["id"]) or table["id"] in LABELS:
        raise wrong("has an 'id' that cannot be: use small letters, digits, '_', '-' and '.', and no label.", "id")
    for key, allowed in (("label", LABELS), ("strength", STRENGTHS), ("place", PLACES)):
        if key in table and table[key] not in allowed:
            raise wrong(f"has {table[key]!r} as {key!r}; {suggest(table[key], allowed)}", table[key])
    if not table.get("phrases") and not table.get("patterns"):
        raise wrong("finds nothing; give it 'phrases' or 'patterns'.")
    for phrase in table.get("phrases", ()):
        if not phrase.removeprefix("^").removesuffix("$").strip():
            raise wrong(f"has the phrase {phrase!r}, which has no words.", phrase)
    for pattern in table.get("patterns", ()):
        if reason := _unusable(pattern):
            raise wrong(f"has the pattern {pattern!r}, which {reason}", pattern)


def _unusable(pattern: str) -> str | None:
    """Say what is wrong with a regular expression, or None."""
    import regex

    try:
        compiled = regex.compile(pattern)
    except (regex.error, ValueError, OverflowError, RecursionError) as error:
        return f"is no regular expression: {error}."
    try:
        if compiled.search("", timeout=SECONDS):
            return "matches the empty line and so every line; make it ask for something."
    except TimeoutError:
        return f"takes more than {SECONDS} s on an empty line; make it simpler."
    return None


@lru_cache(maxsize=256)
def _compiled(phrases: tuple[str, ...], patterns: tuple[str, ...]) -> tuple[regex.Pattern[str], ...]:
    import regex

    made = [regex.compile(pattern) for pattern in patterns]
    if phrases:
        # Longest first, so that the evidence is as much as was found.
        alternatives = "|".join(_as_pattern(phrase) for phrase in sorted(phrases, key=lambda p: (-len(p), p)))
        made.insert(0, regex.compile(alternatives, regex.IGNORECASE))
    return tuple(made)


def _as_pattern(phrase: str) -> str:
    """Write a phrase as a pattern: whole words in scripts that separate words, any white space between them."""
    import re

    head, tail = phrase.startswith("^"), phrase.endswith("$")
    words = phrase[head : len(phrase) - tail].split()
    inner = r"\s+".join(map(re.escape, words))
    before = r"^\W*" if head else r"(?<!\w)" if _spaced(words[0][0]) else ""
    after = r"\W*$" if tail else r"(?!\w)" if _spaced(words[-1][-1]) else ""
    return f"{before}{inner}{after}"


def _spaced(character: str) -> bool:
    """Whether a letter is of a script with spaces between words; Thai to Khmer, Chinese and Japanese have none."""
    return character.isalnum() and not any(
        first <= character <= last for first, last in (("\u0e00", "\u0eff"), ("\u1000", "\u17ff"), ("\u3040", "\u9fff"))
    )
