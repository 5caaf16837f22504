"""Every input that ever broke a property, asked again."""

from pathlib import Path

import pytest
from properties import PROPERTIES

CRASHES = sorted(path for path in (Path(__file__).parent / "crashes").glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", CRASHES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_broke_it_once_does_not_any_more(path):
    PROPERTIES[path.parent.name](path.read_bytes())


def test_every_folder_is_of_a_property_and_there_are_some():
    assert {path.parent.name for path in CRASHES} <= set(PROPERTIES)
    assert CRASHES
