"""The page of the settings, made of the docstring and the defaults of `Config`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import fields

from cleaner.config import Config

_HEAD = """\
# The settings

<!-- Written by scripts/make_docs.py from the docstring of Config and scripts/options.py: change those. -->

Settings stand in `cleaner.toml`, or in `pyproject.toml` under `[tool.cleaner]`:

```toml
keep = ["caption"]                # captions stay in the body
ignore = ["cut_teasers", "legal"] # this rule, and every vote for this label, do not count
threshold = 0.5                   # keep a little more

[per_file."corpus/law/**"]        # other settings for these files
ignore = ["comments"]
```

In Python the same names are arguments: `cleaner.Config(keep=["caption"], threshold=0.5)`.

- **Which file holds.** `clean`, `explain`, `learn` and `duplicates` take the nearest settings file above their first
  input, `report` the one above its directory, `check`, `fix` and `diff` the one above each file. `--config FILE` names
  another. A `cleaner.toml` comes before a `pyproject.toml` beside it, and a `pyproject.toml` without `[tool.cleaner]`
  does not count. The library reads no settings file by itself; `cleaner.config.configfile.load` reads one.
- **Options come first.** An option of the command line replaces the setting; `--keep` and `--ignore` add to it.
- **Mistakes are refused.** An unknown name or a wrong value ends the command with exit code 2, before anything is
  done.
- **Per file.** `per_file` tables, and the `files` of your own rules, hold for `clean`, `explain`, `check`, `fix` and
  `diff`. The library does not ask where a document lies; in Python, `config.for_file("corpus/law/a.txt")` gives the
  settings of that file.
- **Path patterns** are relative to the directory of the settings file. `*` and `?` stay within a name, and `**` crosses
  directories. A pattern without `/` fits at any depth. One that fits a directory fits all in it.
- **What a setting changes is recorded.** The digest of the settings stands in each sidecar (`cleaner.config`). After a
  change, the next `cleaner clean` does the documents again.

| setting | default | meaning |
|---|---|---|
"""

_FOOT = """
The [README](../README.md#how-it-decides) lists the labels, [rules.md](rules.md) the rules.
[add-a-rule.md](add-a-rule.md) says how to write rules of your own.
"""


def settings_page() -> str:
    """Make the whole page."""
    defaults = {field.name: field.default for field in fields(Config)}
    rows = [f"| `{name}` | {_shown(defaults[name])} | {meaning} |" for name, meaning in _meanings()]
    return _HEAD + "\n".join(rows) + "\n" + _FOOT


def _meanings() -> Iterator[tuple[str, str]]:
    """Give every setting with its text, which goes on over lines that are set in further."""
    told = (inspect.getdoc(Config) or "").partition("Every setting, with its unit:\n")[2].partition("\n\n")[0]
    for entry in re.split(r"\n(?=    \w+: )", told):
        name, _, text = " ".join(entry.split()).partition(": ")
        yield name, text[:1].upper() + text[1:].replace("|", "\\|")


def _shown(default: object) -> str:
    """Write a default as TOML has it."""
    if default is None or default == ():
        return "none"
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return f'`"{default}"`' if isinstance(default, str) else f"`{default}`"
