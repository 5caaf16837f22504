"""Imported by the process that workers are forked from: what all of them need is loaded once, and shared by them."""

from __future__ import annotations

import gc
from contextlib import suppress

from cleaner.pipeline import clean

with suppress(MemoryError, OSError):  # then each worker says so itself
    clean("The bridge was closed on Monday, the mayor said.").to_dict()
gc.freeze()  # what is never looked at again stays shared
