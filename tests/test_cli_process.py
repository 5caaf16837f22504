"""The command as a process of its own: locales, directories, hash seeds, pipes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cleaner

PATH = os.pathsep.join([str(Path(cleaner.__file__).parents[1]), *os.environ.get("PYTHONPATH", "").split(os.pathsep)])
SEEDS = Path(__file__).parents[1] / "seeds"
HEAVY = {"dateparser", "ftfy", "numpy", "regex", "rich", "selectolax", "trafilatura", "concurrent.futures", "tomllib"}


def command(*argv: object, code: str | None = None, **options: object) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": PATH, **options.pop("env", {})}
    start = [sys.executable, "-m", "cleaner"] if code is None else [sys.executable, "-c", code]
    return subprocess.run([*start, *map(str, argv)], env=env, capture_output=True, check=False, timeout=120, **options)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    """The seeds, and one with a name that no ASCII locale can print."""
    root = tmp_path_factory.mktemp("inputs") / "in"
    shutil.copytree(SEEDS, root)
    shutil.copy(next(iter(sorted(SEEDS.glob("*.txt")))), root / "-новости und mehr.txt")
    return root


@pytest.fixture(scope="module")
def reference(inputs, tmp_path_factory):
    """What an ordinary run writes."""
    out = tmp_path_factory.mktemp("reference") / "out"
    done = command("clean", inputs, "-o", out)
    assert (done.returncode, done.stdout) == (0, b"")
    return contents(out)


def contents(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.mark.parametrize(
    ("env", "elsewhere"),
    [
        ({"PYTHONHASHSEED": "1", "LC_ALL": "C"}, False),
        ({"PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, True),
    ],
    ids=["C locale", "ASCII only, in another directory"],
)
def test_the_same_bytes_everywhere(inputs, reference, tmp_path, env, elsewhere):
    assert len(reference) == 2 * len(list(inputs.iterdir()))
    given, cwd = (inputs, tmp_path) if elsewhere else (inputs.name, inputs.parent)
    done = command("clean", given, "-o", tmp_path / "out", env=env, cwd=cwd)
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "out") == reference


def test_no_sidecar_knows_where_it_was_made(inputs, reference):
    for name, data in reference.items():
        assert os.fsencode(inputs.parent) not in data
        if name.endswith(".meta.json"):
            assert json.loads(data)["source_path"] == name.removesuffix(".meta.json") + ".txt"


def test_seeds_come_back_exactly(reference, inputs, tmp_path):
    for name, data in reference.items():
        (tmp_path / name).write_bytes(data)
    seed = next(iter(sorted(SEEDS.glob("*.txt"))))
    done = command("restore", tmp_path / seed.name)
    assert (done.returncode, done.stdout, done.stderr) == (0, seed.read_bytes(), b"")


def test_from_pipe_to_pipe(inputs, reference):
    seed = next(iter(sorted(SEEDS.glob("*.txt"))))
    done = command("clean", "-", "--kind", "text", input=seed.read_bytes())
    assert (done.returncode, done.stdout, done.stderr) == (0, reference[seed.name], b"")


def test_explain_in_an_ascii_locale(inputs):
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = command("explain", "--", "-новости und mehr.txt", env=env, cwd=inputs)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"line ")
    done = command("clean", inputs / "gone-новости.txt", "-o", "out", env=env)
    assert done.returncode == 2
    assert b"no file or directory" in done.stderr


def test_a_reader_that_has_gone_is_no_traceback(inputs):
    reading, writing = os.pipe()
    os.close(reading)
    env = {**os.environ, "PYTHONPATH": PATH}
    argv = [sys.executable, "-m", "cleaner", "explain", str(next(iter(sorted(SEEDS.glob("*.txt")))))]
    try:
        done = subprocess.run(argv, env=env, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=120)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("argv", [["--help"], ["--version"], ["clean", "--help"], ["explain", "--help"]])
def test_help_loads_nothing_heavy(argv):
    code = f"import sys; from cleaner.cli import main; main({argv!r}); print(sorted({HEAVY!r} & set(sys.modules)))"
    done = command(code=code)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == b"[]"
