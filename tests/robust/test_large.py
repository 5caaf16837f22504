"""Large pages: the memory that they take grows with their size and no faster."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

LARGE = Path(__file__).parents[2] / "benchmarks/large.py"
MEGABYTES = 400  # above what the process has when all is loaded; a page of one line needs 270 of them


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to a limit of memory")
@pytest.mark.parametrize(("shape", "lines"), [("paragraphs", 15_000), ("links", 15_000), ("stray cells", 1)])
def test_a_page_of_two_megabytes_is_cleaned_in_little_memory(shape, lines):
    command = [sys.executable, str(LARGE), "--alone", shape, "2000000", str(MEGABYTES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    assert json.loads(done.stdout)["lines"] >= lines
