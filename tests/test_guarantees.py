"""Every promise of docs/guarantees.md names tests that there are, and every test that is named could fail."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/guarantees.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))
ROWS = [row for row in PAGE.splitlines() if row.startswith("| ") and "held by" not in row]


def test_every_promise_names_what_holds_it():
    assert len(ROWS) > 30
    assert [
        row for row in ROWS if not re.search(r"`(tests/\S+::\w+|make [\w-]+|python benchmarks/.+)` ?\|?", row)
    ] == []


@pytest.mark.parametrize(("path", "name"), NAMED, ids=lambda part: part)
def test_what_holds_a_promise_is_there(path, name):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert name in functions, f"{path} has no test {name}"
    calls = [ast.unparse(node.func) for node in ast.walk(functions[name]) if isinstance(node, ast.Call)]
    checks = any(isinstance(node, ast.Assert) for node in ast.walk(functions[name]))
    assert checks or {"pytest.raises", "holds", "settled", "check", "PROPERTIES[path.parent.name]"} & set(calls)


def test_commands_that_are_named_are_there():
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    security = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for name in re.findall(r"`make ([\w-]+)`", PAGE + security):
        assert name in targets
    for path in re.findall(r"`python (\S+)", PAGE):
        assert (ROOT / path).is_file()
