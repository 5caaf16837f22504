"""The command as a process of its own: locales, directories, hash seeds, pipes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cleaner
from cleaner.cli import COMMANDS

PATH = os.pathsep.join([str(Path(cleaner.__file__).parents[1]), *os.environ.get("PYTHONPATH", "").split(os.pathsep)])
SEEDS = Path(__file__).parents[1] / "seeds"
HEAVY = {"ftfy", "numpy", "regex", "rich", "selectolax", "trafilatura", "concurrent.futures", "tomllib"}


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


def test_seeds_come_back_exactly(reference, tmp_path):
    for name, data in reference.items():
        (tmp_path / name).write_bytes(data)
    seed = next(iter(sorted(SEEDS.glob("*.txt"))))
    done = command("restore", tmp_path / seed.name)
    assert (done.returncode, done.stdout, done.stderr) == (0, seed.read_bytes(), b"")


def test_from_pipe_to_pipe(reference):
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


def test_a_reader_that_has_gone_is_no_traceback():
    reading, writing = os.pipe()
    os.close(reading)
    env = {**os.environ, "PYTHONPATH": PATH}
    argv = [sys.executable, "-m", "cleaner", "explain", str(next(iter(sorted(SEEDS.glob("*.txt")))))]
    try:
        done = subprocess.run(argv, env=env, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=120)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


SEED = str(min(SEEDS.glob("*.txt")))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("argv", [["clean", SEED], ["check", SEED], ["schema"], ["rules"]], ids=lambda argv: argv[0])
def test_an_output_that_takes_no_more_is_an_error_and_no_finding(argv):
    with Path("/dev/full").open("wb") as full:
        env = {**os.environ, "PYTHONPATH": PATH}
        done = subprocess.run(
            [sys.executable, "-m", "cleaner", *argv], env=env, stdout=full, stderr=subprocess.PIPE, timeout=120
        )
    sentence = b"Error: Could not write 'standard output': no space left on device; make room and run again.\n"
    assert (done.returncode, done.stderr) == (3, sentence)


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["clean", "-"], 2),
        (["clean", "-", "-o", "out", "--input-format", "jsonl"], 2),
        (["clean", "--files-from", "-", "-o", "out"], 2),
        (["check", "-"], 2),
        (["explain", "-"], 2),
        (["schema"], 0),
    ],
    ids=["a text", "records", "a list", "check", "explain", "nothing read"],
)
def test_streams_that_are_closed(tmp_path, argv, code):
    """As daemons and some schedulers start what they run."""
    shell = 'exec "$0" -m cleaner "$@" <&- >&-'
    env = {**os.environ, "PYTHONPATH": PATH}
    done = subprocess.run(
        ["sh", "-c", shell, sys.executable, *argv], env=env, cwd=tmp_path, stderr=subprocess.PIPE, timeout=120
    )
    sentence = b"Error: Standard input (-) is not available here; give a file instead.\n"
    assert (done.returncode, done.stderr) == (code, sentence if code else b"")
    assert list(tmp_path.iterdir()) == []


def test_asked_to_end_it_leaves_nothing_unfinished(tmp_path):
    """SIGTERM while a file is being fixed: the file is as it was, and nothing stands beside it."""
    (tmp_path / "a.txt").write_text("Share on Facebook\n\nThe old bridge was closed on Monday, the mayor said.\n")
    code = """
import os, signal
from pathlib import Path
from cleaner import cli
replace = Path.replace
def ended(self, target):
    os.kill(os.getpid(), signal.SIGTERM)
    return replace(self, target)
Path.replace = ended
raise SystemExit(cli.main())
"""
    done = command("fix", "a.txt", code=code, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (143, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes().startswith(b"Share on")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux what a process does with signals")
def test_interrupted_while_it_begins_it_says_so_and_no_more(tmp_path):
    """Ctrl-C, which a terminal sends to all processes of a run, while workers are about to be started."""
    (tmp_path / "a.txt").write_text("The old bridge was closed on Monday, the mayor said.\n")
    code = """
import os, signal, time
from multiprocessing import forkserver
from pathlib import Path
from cleaner import cli
begin = forkserver.connect_to_new_process
def begun(fds):
    forkserver.ensure_running()
    status = Path(f"/proc/{forkserver._forkserver._forkserver_pid}/status")
    def knows(kind):
        return int(status.read_text().split(kind)[1].split()[0], 16) & 1 << signal.SIGINT - 1
    while not knows("SigCgt:") and not knows("SigIgn:"):
        time.sleep(0.01)  # until Python runs in the process that workers are forked from
    os.killpg(0, signal.SIGINT)
    return begin(fds)
forkserver.connect_to_new_process = begun
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where these tests run in the background of a shell
os.setsid()
raise SystemExit(cli.main())
"""
    done = command("clean", "a.txt", "-o", "out", "--jobs", "1", code=code, cwd=tmp_path)
    assert (done.returncode, done.stderr.strip()) == (130, b"Interrupted; what was written so far is whole.")


def test_the_example_of_a_program_that_cleans_many_pages(tmp_path):
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 9)
    example = Path(__file__).parents[1] / "examples/many_pages.py"
    env = {**os.environ, "PYTHONPATH": PATH}
    done = subprocess.run([sys.executable, example, SEED, "binary.txt"], env=env, cwd=tmp_path, capture_output=True)
    seed, binary = map(json.loads, done.stdout.splitlines())
    assert (done.returncode, done.stderr, seed["path"]) == (0, b"", SEED)
    config = cleaner.Config(keep=["caption"], ignore=["cut_teasers"], crawled="2025-07-10")
    assert seed["text"] == cleaner.clean(Path(SEED).read_bytes(), config=config).text
    assert binary["error"].startswith("The input looks like binary data")


def test_completion_in_a_shell():
    env = {"_CLEANER_COMPLETE": "bash_complete", "COMP_WORDS": "cleaner dup", "COMP_CWORD": "1"}
    done = command(env=env, code="from cleaner.cli import main; raise SystemExit(main())")
    assert done.stdout == b"plain,duplicates\n"


def test_help_loads_nothing_heavy():
    """Of all commands in one process: the first that loads something is named."""
    asked = [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)]
    code = f"""
import sys
from cleaner.cli import main
for argv in {asked!r}:
    assert main(argv) == 0
    assert not (loaded := {HEAVY!r} & set(sys.modules)), (argv, loaded)
"""
    done = command(code=code)
    assert (done.returncode, done.stderr) == (0, b"")
