"""The hooks under the real pre-commit, in a real git repository.

The hooks are those of `.pre-commit-hooks.yaml`, but run the package under test rather than install it once more.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import cleaner
from articles import CLEAN, DIRTY, MENU, PARAGRAPHS, SHARE

ROOT = Path(__file__).parents[1]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text())}
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]
ODD_NAMES = ("-dash.txt", "-q.txt", "two words.txt", "новости.txt", "sub/-dash.txt")


class Repository:
    """A git repository with one of the hooks."""

    def __init__(self, root: Path, home: Path, hook: str) -> None:
        self.root = root
        entry = HOOKS[hook]["entry"].replace("cleaner", f"{sys.executable} -m cleaner", 1)
        local = {**HOOKS[hook], "entry": entry, "language": "system"}
        settings = {"repos": [{"repo": "local", "hooks": [local]}]}
        (root / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings))
        package = str(Path(cleaner.__file__).parents[1])
        path = os.pathsep.join([package, *filter(None, [os.environ.get("PYTHONPATH")])])
        self.env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "PRE_COMMIT_HOME": str(home),
            "PYTHONPATH": path,
            "GIT_CONFIG_GLOBAL": os.devnull,
            **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }
        self.git("init", "-q", ".")
        self.run(*PRE_COMMIT, "install")

    def run(self, *argv: str) -> subprocess.CompletedProcess[str]:
        how = {"cwd": self.root, "env": self.env, "timeout": 120}
        return subprocess.run(argv, capture_output=True, text=True, check=False, **how)

    def git(self, *argv: str) -> subprocess.CompletedProcess[str]:
        return self.run("git", *argv)

    def write(self, name: str, text: str | bytes) -> None:
        (self.root / name).parent.mkdir(exist_ok=True)
        (self.root / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, name: str) -> str:
        return (self.root / name).read_bytes().decode()

    def commit(self) -> subprocess.CompletedProcess[str]:
        return self.git("commit", "-m", "articles")

    def committed(self, name: str) -> str:
        return self.git("show", f"HEAD:{name}").stdout


@pytest.fixture
def repository(tmp_path):
    def make(hook: str) -> Repository:
        root = tmp_path / "repository"
        root.mkdir()
        return Repository(root, tmp_path / "home", hook)

    return make


def test_the_manifest_is_valid():
    done = subprocess.run([*PRE_COMMIT, "validate-manifest", str(MANIFEST)], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
    assert list(HOOKS) == ["cleaner", "cleaner-check"]


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_is_explained(hook):
    assert f"`{hook}`" in (ROOT / "docs" / "pre-commit.md").read_text()


def test_fix_refuses_fixes_and_passes(repository):
    repo = repository("cleaner")
    for name in ODD_NAMES:
        repo.write(name, DIRTY)
    repo.write("clean.txt", CLEAN)
    repo.write("page.html", f"<html><body><p>{MENU}</p><p>{PARAGRAPHS[0]}</p></body></html>")
    repo.git("add", ".")
    refused = repo.commit()
    assert refused.returncode == 1
    assert "files were modified by this hook" in refused.stderr
    assert all(f"{name}: 3 lines out" in refused.stderr for name in ODD_NAMES)
    assert {repo.read(name) for name in ODD_NAMES} == {CLEAN}
    assert repo.commit().returncode == 1  # what is staged is still dirty
    repo.git("add", ".")
    assert repo.commit().returncode == 0
    assert repo.committed("-dash.txt") == CLEAN


def test_check_refuses_until_fixed_or_kept(repository):
    repo = repository("cleaner-check")
    for name in ("-dash.txt", "новости.txt"):
        repo.write(name, DIRTY)
    repo.git("add", ".")
    refused = repo.commit()
    assert refused.returncode == 1
    assert "-dash.txt:1: navigation menu_row: " in refused.stderr
    assert "новости.txt:13: share share_button: " in refused.stderr
    assert repo.read("-dash.txt") == DIRTY
    repo.run(sys.executable, "-m", "cleaner", "fix", "--", "-dash.txt")
    repo.run(sys.executable, "-m", "cleaner", "check", "--update-baseline", "новости.txt")
    repo.git("add", ".")
    assert repo.commit().returncode == 0
    assert (repo.committed("-dash.txt"), repo.committed("новости.txt")) == (CLEAN, DIRTY)


def test_only_what_is_staged_is_looked_at(repository):
    """Part of a file is staged: pre-commit puts the rest aside, and it comes back whatever the hook does."""
    repo = repository("cleaner")
    repo.write("a.txt", CLEAN)
    repo.git("add", ".")
    assert repo.commit().returncode == 0
    note = "The ferryman, who had retired, was given a medal by the council of the town.\n"
    repo.write("a.txt", CLEAN + note)
    repo.git("add", "a.txt")
    repo.write("a.txt", f"{MENU}\n\n{CLEAN}{note}")  # residue that is not staged
    assert repo.commit().returncode == 0
    assert repo.committed("a.txt") == CLEAN + note
    assert repo.read("a.txt") == f"{MENU}\n\n{CLEAN}{note}"
    repo.git("add", "a.txt")
    repo.write("a.txt", f"{MENU}\n\n{CLEAN}{note}{note}")  # staged residue, and more that is not staged
    assert repo.commit().returncode == 1
    assert repo.read("a.txt").endswith(note + note)


def test_what_is_no_text_is_refused_and_named(repository):
    repo = repository("cleaner")
    repo.write("a.txt", bytes(range(256)) * 20)
    repo.write("b.txt", DIRTY)
    repo.git("add", ".")
    refused = repo.commit()
    assert refused.returncode == 1
    assert "a.txt: The input looks like binary data" in refused.stderr
    assert repo.read("b.txt") == CLEAN
    repo.write("cleaner.toml", 'exclude = ["a.txt"]\n')
    repo.git("add", ".")
    assert repo.commit().returncode == 0


def test_many_files_over_processes(repository):
    """pre-commit divides them evenly among as many processes as there are processors."""
    repo = repository("cleaner")
    names = [f"{n:04}.txt" for n in range(200)]
    for name in names:
        repo.write(name, f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n")
    for name in names[::20]:
        repo.write(name, f"{CLEAN}\n{SHARE}\n")
    repo.git("add", ".")
    refused = repo.commit()
    assert refused.stderr.count("1 line out (share 1)") == 10
    assert {repo.read(name) for name in names[::20]} == {CLEAN}
    repo.git("add", ".")
    assert repo.commit().returncode == 0
