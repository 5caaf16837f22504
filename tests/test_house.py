"""The house: a module imports only from rooms above it, and the order of rules cannot matter."""

import ast
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from cleaner import pipeline, plain, rules
from cleaner.config import Config
from cleaner.decide import decide
from cleaner.features import Page

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src/cleaner"

# From the nouns, which import nothing of ours, to the command. A package is one room.
ROOMS = """
model once words characters templates config weights decode plain markup frontmatter features measures
declared genre rules consent reasons decide peers assemble metadata schema sidecar cleaned pipeline formats
files corpus engines guard batch report show glance commands cli
""".split()


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports(tree: ast.AST) -> Iterator[str]:
    """Modules of ours that a file imports, other than for type checkers."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("cleaner."))
        elif isinstance(node, ast.ImportFrom) and node.module == "cleaner":
            yield from (f"cleaner.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cleaner."):
            yield node.module or ""
        yield from imports(node)


def test_every_module_has_a_room() -> None:
    found = {path.stem if path.parent == SOURCE else path.relative_to(SOURCE).parts[0] for path in SOURCE.rglob("*.py")}
    assert found - {"__init__", "__main__"} == set(ROOMS)


def test_imports_go_up() -> None:
    wrong = []
    for path in sorted(SOURCE.rglob("*.py")):
        here = path.stem if path.parent == SOURCE else path.relative_to(SOURCE).parts[0]
        if here not in ("__init__", "__main__"):
            allowed = {*ROOMS[: ROOMS.index(here) + 1], "__version__"}
            found = imports(ast.parse(path.read_text(encoding="utf-8")))
            wrong += [f"{path.relative_to(SOURCE)} imports {module}" for module in found if room(module) not in allowed]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_the_order_of_votes_does_not_matter(path: Path) -> None:
    page = Page(plain.read(path.read_text(encoding="utf-8")))
    votes = list(rules.votes(page, Config()))
    assert len(votes) > 3
    settled = list(decide(page, votes, Config()))
    for seed in range(5):
        random.Random(seed).shuffle(votes)
        assert list(decide(page, votes, Config())) == settled


def test_pure_calls_share_nothing() -> None:
    pages = [path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.txt"))]
    forth = [pipeline.clean(page).to_dict() for page in pages]
    back = [pipeline.clean(page).to_dict() for page in reversed(pages)]
    assert forth == back[::-1]
