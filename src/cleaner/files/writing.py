"""Results go to disk: whole or not at all, and from one run at a time.

Why not more: there is no fsync. It costs more than cleaning a page, and guards only against the machine itself losing
power within seconds of the write, which the sidecar's hash shows as well.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from cleaner.files.errors import PlanError, WriteError, explain_os_error

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@contextmanager
def lock(out: Path) -> Iterator[None]:
    """Keep a directory for this process; it is made when there is none, and free again however the process ends.

    The directory itself is locked, so that no file is left behind. Where there are no such locks (Windows, some network
    disks), nothing is locked. Raises PlanError when another process has it, WriteError when it cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(explain_os_error(error, "make", out)) from error
    try:
        handle = os.open(out, os.O_RDONLY)
    except PermissionError:  # also Windows, which opens no directories; writing will tell
        yield
        return
    except OSError as error:
        raise WriteError(explain_os_error(error, "open", out)) from error
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise PlanError(
            f"Another run is writing to {str(out)!r}; wait for it, or choose another directory. Nothing was cleaned."
        ) from error
    except (ImportError, OSError):
        pass
    try:
        yield
    finally:
        os.close(handle)


def write_files(contents: Mapping[Path, bytes], staging: Path | None = None) -> None:
    """Write files so that each is there whole or not at all, renamed to their final names in the order given.

    Directories are made. `staging` is a directory of the same disk for the unfinished files, which otherwise stand
    beside the finished ones. All are written in full before the first is renamed, so a disk that fills up leaves what
    was there before. When a later one cannot have its name (too long, or a directory's), those before it go again:
    a body without its sidecar looks done and cannot be restored. Raises WriteError with what to do.
    """
    staged: list[tuple[str, Path]] = []
    placed: list[Path] = []
    mark = os.urandom(8).hex()  # and no more, since the final name may be as long as allowed
    try:
        for path, data in contents.items():
            temporary = f"{staging or path.parent}{os.sep}.{mark}{len(staged)}.tmp"
            staged.append((temporary, path))
            try:
                _write(temporary, data)
            except FileNotFoundError:  # most directories are there, and asking for each costs as much as writing
                (staging or path.parent).mkdir(parents=True, exist_ok=True)
                _write(temporary, data)
        for temporary, path in staged:
            try:
                Path(temporary).replace(path)
            except FileNotFoundError:
                path.parent.mkdir(parents=True, exist_ok=True)
                Path(temporary).replace(path)
            placed.append(path)
    except BaseException as error:
        for unwanted in [*(Path(temporary) for temporary, _ in staged), *placed]:
            with suppress(OSError):
                unwanted.unlink()
        if isinstance(error, OSError):
            raise WriteError(explain_os_error(error, "write", path)) from error
        raise


def _write(path: str, data: bytes) -> None:
    """Write a new file by the system's own calls, which take half the time of a file object's."""
    handle = os.open(path, _NEW, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)
