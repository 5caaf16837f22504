"""A scratch database for counts that outgrow memory: DuckDB, bounded, and spilling beside its own file."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any


def connect(duckdb: ModuleType, path: Path, memory: int) -> Any:
    """Open a database of one's own.

    Args:
        duckdb: the library, which is an extra and so comes from the caller.
        path: where the database is made; what does not fit into memory goes to `spill` beside it.
        memory: MiB that it may hold. Extensions are never loaded, so nothing is fetched.
    """
    return duckdb.connect(
        str(path),
        config={
            "memory_limit": f"{memory}MiB",
            "threads": "2",
            "temp_directory": str(path.parent / "spill"),
            "preserve_insertion_order": "false",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        },
    )
