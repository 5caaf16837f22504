"""What the program is built on: licences, and packages that hold what is needed."""

import re
import subprocess
import sys
import tarfile
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
# Licences under which a dependency may be used, imported and shipped beside Apache-2.0, as they write themselves.
ALLOWED = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software Foundation|MPL|Mozilla|ISC|Zlib|0BSD|Unlicense|CC0|Dual License", re.IGNORECASE
)


def dependencies(name: str, seen: set[str] | None = None) -> set[str]:
    """Every distribution that comes along with one, without its extras."""
    seen = set() if seen is None else seen
    for line in metadata.requires(name) or ():
        wanted = Requirement(line)
        key = wanted.name.lower().replace("_", "-")
        if key not in seen and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            seen.add(key)
            dependencies(wanted.name, seen)
    return seen


def licence(name: str) -> str:
    """What a distribution says of its licence."""
    about = metadata.metadata(name)
    classified = [value for value in about.get_all("Classifier") or () if value.startswith("License")]
    return " ".join([about.get("License-Expression") or "", (about.get("License") or "")[:200], *classified])


@pytest.mark.parametrize("name", sorted(dependencies("boilerplate-cleaner")))
def test_every_dependency_has_a_licence_that_is_allowed(name):
    assert ALLOWED.search(licence(name)), f"{name}: {licence(name)!r}"


def test_the_tree_of_dependencies_is_whole():
    found = dependencies("boilerplate-cleaner")
    assert {"ftfy", "selectolax", "trafilatura", "lxml", "wcwidth"} <= found
    assert not {"pyarrow", "duckdb", "pytest"} & found  # extras stay extras


def test_what_a_dependency_asks_for_by_an_extra_comes_along():
    """pip 23.2, which Python 3.11 makes environments with, does not find `lxml[html_clean]`; trafilatura needs it."""
    assert "lxml-html-clean" in dependencies("boilerplate-cleaner")


def test_a_wheel_from_the_source_distribution_holds_everything(tmp_path):
    build = "from hatchling.build import build_sdist as b; print(b(r'{}'))".format(tmp_path)  # noqa: UP032
    subprocess.run([sys.executable, "-c", build], cwd=ROOT, check=True, capture_output=True)
    (sdist,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    build = "from hatchling.build import build_wheel as b; print(b(r'{}'))".format(tmp_path)  # noqa: UP032
    subprocess.run([sys.executable, "-c", build], cwd=source, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.startswith("cleaner/")}
        archive.extractall(tmp_path / "site")
    wanted = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src/cleaner").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - held == set()
    code = "import cleaner; print(cleaner.__file__, cleaner.clean('Home\\n\\nThe bridge was closed on Monday.').text)"
    run = [sys.executable, "-c", code]
    said = subprocess.run(run, cwd=tmp_path / "site", capture_output=True, text=True, check=True).stdout
    assert str(tmp_path / "site") in said
    assert "The bridge was closed on Monday." in said
