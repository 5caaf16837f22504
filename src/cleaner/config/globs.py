"""Path patterns, as `.gitignore` and other checkers have them, for `exclude`, `per_file` and rules of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_PART = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_MEANING = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Tell whether a path with `/`, relative to the configuration's directory, fits one of the patterns.

    `*` and `?` stay within one name, `**` crosses directories. A pattern without `/` fits a name at any depth; one that
    fits a directory fits all that is in it.

    Why not more: no `!` and no `[...]`; an exclusion that can be read at a glance is worth more.

    >>> [matches("web/2024/a.txt", [glob]) for glob in ("*.txt", "web/*.txt", "web/**/*.txt", "2024", "web/", "/web")]
    [True, False, True, True, True, True]
    """
    return any(_compiled(pattern).fullmatch(path) for pattern in patterns)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    anchored = "/" in pattern.rstrip("/")
    parts = _PART.findall(pattern.removeprefix("./").strip("/"))
    meaning = "".join(_MEANING.get(part) or re.escape(part) for part in parts)
    return re.compile(("" if anchored else "(?:.*/)?") + meaning + "(?:/.*)?", re.DOTALL)
