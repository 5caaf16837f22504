"""Writes the pages of docs that are made of the program itself, so that they cannot say something else.

    python scripts/make_docs.py [--check]

docs/rules.md is made of the rules, their table and their tests: a rule's text is its docstring; its examples are the
cases of its test, what it must find and the near misses that it must leave alone. docs/sidecar.md is made of the
sidecar's JSON Schema and of the Arrow types that are made of it, docs/settings.md of the docstring of `Config`,
docs/modules.md of the order that tests/test_house.py holds and of what each module says of itself. With `--check`
nothing is written, and the exit code is 1 when a page is out of date.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from cleaner.rules import Rule, rules
from fields import fields_page
from options import settings_page

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = 4  # lines of each kind; the tests have them all
WIDTH = 110  # characters of an example

_HEAD = """\
# The rules

<!-- Written by scripts/make_docs.py from the rules' docstrings, rules/table.tsv and tests/rules: change those. -->

A rule finds lines and votes on them; it never removes one. Its weight, set by hand, is the log-odds (natural logarithm)
that it adds to its label: 1 is a weak hint, 2 clear, 4 strong, 6 near proof, 8 two signals that agree fully. All votes
and measures together decide what becomes of a line.

The labels `body`, `heading` and `lead` keep a line. `title`, `byline`, `date`, `section`, `tags`, `source`, `caption`
and `alternate` make it metadata. The others are residue. Lines that no rule names are judged by their measures alone;
their reason is called `shape`.

`cleaner explain FILE` names the rule behind each line, and `cleaner rules ID` shows the text below. If a rule errs in
your corpus, switch it off with `ignore = ["ID"]` in `cleaner.toml`.
"""


def rules_page() -> str:
    """Make the page of the rules."""
    sys.path.insert(0, str(ROOT / "tests" / "rules"))
    families: dict[str, list[Rule]] = {}
    for rule in rules().values():
        families.setdefault(rule.family, []).append(rule)
    parts = [_HEAD, "\n".join(_index(family, members) for family, members in families.items()) + "\n"]
    for family, members in families.items():
        about = inspect.getdoc(import_module(f"cleaner.rules.{family}")) or ""
        cases = import_module(f"cases_{family}")
        parts.append(f"## {family.capitalize()}\n\n{_escaped(about)}\n")
        parts += (_entry(rule, cases.FIRES[rule.id], cases.NEAR[rule.id]) for rule in members)
    return "\n".join(parts)


_MODULES = """\
# The modules

<!-- Written by scripts/make_docs.py from tests/test_house.py and the modules' docstrings: change those. -->

Each imports only from those above it. A name with a stroke is a package, with the modules that it holds below it.
[algorithm.md](algorithm.md) tells how they work together, and `pipeline` reads as that page does.

"""


def modules_page() -> str:
    """Make the page of the modules: in the order of their imports, with what each says of itself."""
    sys.path.insert(0, str(ROOT / "tests"))
    rooms: list[str] = import_module("test_house").ROOMS
    return _MODULES + "\n".join(entry for room in rooms for entry in _entries(ROOT / "src" / "cleaner", room, 0)) + "\n"


def _entries(folder: Path, name: str, depth: int) -> Iterator[str]:
    """List a module, or a package and all that it holds."""
    package = folder / name
    path = package / "__init__.py" if package.is_dir() else folder / f"{name}.py"
    about = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n\n")[0]
    said = _escaped(" ".join(about.split()))
    yield f"{'  ' * depth}- `{name}{'/' * package.is_dir()}`: {said}"
    if package.is_dir():
        held = {p.stem for p in package.glob("*.py")} | {p.parent.name for p in package.glob("*/__init__.py")}
        for inner in sorted(held - {"__init__"}):
            yield from _entries(package, inner, depth + 1)


def _index(family: str, members: Iterable[Rule]) -> str:
    """List the rules of a family, each with a link to its text."""
    return f"- **{family.capitalize()}:** {', '.join(f'[{rule.id}](#{rule.id})' for rule in members)}"


def _entry(rule: Rule, fires: Iterable[str], near: Iterable[str]) -> str:
    parts = [
        f"### {rule.id}",
        f"Votes for `{rule.label}` with {rule.weight:g} log-odds.",
        _escaped(inspect.getdoc(rule.find) or ""),
    ]
    for title, lines in (("Finds", _marked(fires)), ("Leaves alone", _unmarked(near))):
        cut = (line if len(line) <= WIDTH else line[: WIDTH - 1] + "…" for line in lines)
        shown = list(dict.fromkeys(cut))[:EXAMPLES]
        if shown:
            fence = max(["```", *(found + "`" for found in re.findall("`{3,}", "\n".join(shown)))], key=len)
            parts.append("\n".join([f"{title}:", "", f"{fence}text", *shown, fence]))
    return "\n\n".join(parts) + "\n"


def _marked(cases: Iterable[str]) -> Iterator[str]:
    """Give the lines that a test marks, one of each case before a second of any."""
    found = [[line.strip()[2:].strip() for line in case.split("\n") if line.strip().startswith("@ ")] for case in cases]
    for place in range(max(map(len, found), default=0)):
        yield from (lines[place] for lines in found if place < len(lines))


def _unmarked(cases: Iterable[str]) -> Iterator[str]:
    """Give of each near miss its shortest line that is not of the article around it: mostly the point."""
    for case in cases:
        lines = [line.strip() for line in case.split("\n") if line.strip() and not re.search(r"\{\w\w\}", line)]
        yield from sorted(lines, key=len)[:1]


_MARK = re.compile(r"(?P<code>(`+)(?!`).+?(?<!`)\2(?!`))|[*_<|\\]", re.DOTALL)


def _escaped(text: str) -> str:
    """Escape what Markdown would take for markup, outside of code."""
    return _MARK.sub(lambda mark: mark["code"] or f"\\{mark[0]}", text)


PAGES = {
    "rules.md": rules_page,
    "settings.md": settings_page,
    "sidecar.md": fields_page,
    "modules.md": modules_page,
}


def main() -> int:
    """Write the pages, or compare them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a page is out of date")
    check = parser.parse_args().check
    stale = False
    for name, make in PAGES.items():
        path, made = ROOT / "docs" / name, make()
        if not check:
            path.write_text(made, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != made:
            print(f"{path.relative_to(ROOT)} is out of date; run python scripts/make_docs.py.")
            stale = True
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
