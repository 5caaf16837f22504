import importlib
import pkgutil
import re

import cleaner
from cleaner.once import cached_property, compiled


class Page:
    asked = 0

    @cached_property
    def lines(self) -> int:
        """How many."""
        self.asked += 1
        return 3


def test_a_property_is_worked_out_once_an_object():
    one, other = Page(), Page()
    assert (one.lines, one.lines, one.asked, other.asked) == (3, 3, 1, 0)
    assert vars(one) == {"lines": 3, "asked": 1}


def test_the_class_shows_the_property_itself():
    assert isinstance(Page.lines, cached_property)
    assert Page.lines.__doc__ == "How many."


def test_a_pattern_is_compiled_when_it_is_first_used(monkeypatch):
    made: list[str] = []
    compiling = re.compile
    monkeypatch.setattr(re, "compile", lambda text, flags=0: made.append(text) or compiling(text, flags))
    time = compiled(r"(\d+) : (\d+)", re.VERBOSE)
    assert made == []
    assert (time.search("at 7:15")[2], time.findall("7:15"), time.sub("-", "7:15")) == ("15", [("7", "15")], "-")
    assert set(made) == {r"(\d+) : (\d+)"}


def test_every_pattern_of_the_package_is_one():
    for module in pkgutil.walk_packages(cleaner.__path__, "cleaner."):
        if module.name.startswith("cleaner.engines.") or module.name == "cleaner.__main__":
            continue  # what they need may be missing, or they are programs
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, type(compiled(""))):
                assert value.pattern, f"{module.name}.{name}"
