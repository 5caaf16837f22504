r"""Strips boilerplate from web articles, HTML or already extracted text, and gives a reason for every removal.

>>> import cleaner
>>> page = "Home | World | Sport\n\nThe river rose by two metres, the mayor said, and the old bridge was closed.\n"
>>> cleaner.clean(page).text
'The river rose by two metres, the mayor said, and the old bridge was closed.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaner.config import Config
from cleaner.model import CleanerError, ConfigError, UnreadableInputError

if TYPE_CHECKING:
    from cleaner.cleaned import Cleaned, restore
    from cleaner.pipeline import Cleaner, clean

__version__ = "0.1.0"
__all__ = [
    "Cleaned",
    "Cleaner",
    "CleanerError",
    "Config",
    "ConfigError",
    "UnreadableInputError",
    "clean",
    "restore",
]

_HOME = {"Cleaned": "cleaned", "restore": "cleaned", "Cleaner": "pipeline", "clean": "pipeline"}


def __getattr__(name: str) -> object:
    """Load the pipeline when it is first used, so that `import cleaner` stays fast."""
    if name not in _HOME:
        raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"cleaner.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    """Name what is loaded on first use too, for completion."""
    return sorted({*globals(), *__all__})
