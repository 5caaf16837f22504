"""The lines that somebody looked at and keeps: a file of hashes beside the corpus.

A comment in the text that says "ignore this" would become text of the corpus, so what is kept is noted elsewhere: a row
a line, with the hash of the line's text and the file that it stands in. The text alone counts, so a line may move, and
the blanks around it may change, and it is still known; in another file it is looked at again. Rows are sorted, so that
two branches that both add some merge without trouble.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from cleaner.files import explain_os_error
from cleaner.model import ConfigError

_TITLE = "# Lines that cleaner finds and a person keeps: `cleaner check --update-baseline` writes this file."
_ROW = re.compile(r"([0-9a-f]{16}) (.+)")


@dataclass(frozen=True, slots=True)
class Baseline:
    """Fingerprints of kept lines (see `residue.fingerprint`) by file, relative to the configuration's directory.

    >>> known = Baseline().updated({"a.txt": ["8bf92fe7867c48c9"]})
    >>> known["a.txt"], known["b.txt"]
    (frozenset({'8bf92fe7867c48c9'}), frozenset())
    """

    kept: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, path: str) -> frozenset[str]:
        return self.kept.get(path, frozenset())

    def updated(self, found: Mapping[str, Iterable[str]]) -> Baseline:
        """Give the baseline with these files' lines in the place of those it had for them."""
        return Baseline(MappingProxyType({**self.kept, **{path: frozenset(prints) for path, prints in found.items()}}))

    def dumps(self) -> str:
        """Write it: a title, and a row a line in the order of the files."""
        rows = sorted((path, one) for path, prints in self.kept.items() for one in prints)
        return "\n".join([_TITLE, *(f"{one} {path}" for path, one in rows)]) + "\n"


def loads(text: str, name: str = "The baseline") -> Baseline:
    """Read what `dumps` wrote.

    Raises ConfigError, naming the line, for what is no row: half a merge must not silently forget lines.
    """
    kept: defaultdict[str, set[str]] = defaultdict(set)
    for number, row in enumerate(text.split("\n"), 1):
        if not row.strip() or row.startswith("#"):
            continue
        match = _ROW.fullmatch(row.rstrip("\r"))
        if not match:
            raise ConfigError(
                f"{name}:{number} is no row of a baseline (16 hexadecimal digits, a blank, a path); mend it, or write "
                f"the file anew with `cleaner check --update-baseline`."
            )
        kept[match[2]].add(match[1])
    return Baseline(MappingProxyType({path: frozenset(prints) for path, prints in kept.items()}))


def load(path: Path) -> Baseline:
    """Read a baseline file; an empty baseline when there is none. Raises ConfigError when it cannot be read."""
    try:
        return loads(path.read_bytes().decode("utf-8-sig"), str(path))
    except FileNotFoundError:
        return Baseline()
    except OSError as error:
        raise ConfigError(explain_os_error(error, "read", path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"The baseline {str(path)!r} is no UTF-8 ({error.reason}); restore it from git.") from error
