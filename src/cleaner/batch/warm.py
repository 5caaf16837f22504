"""Imported by the process that workers are forked from: what all of them need is loaded once, and shared by them."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path

from cleaner.batch.work import Job
from cleaner.config import Config

with suppress(MemoryError, OSError):  # then each worker says so itself
    Job(Path(), Config()).warm_up()
gc.freeze()  # what is never looked at again stays shared
