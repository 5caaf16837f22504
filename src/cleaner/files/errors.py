"""What can go wrong between us and the file system, in sentences that say what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from cleaner.model import CleanerError


class PlanError(CleanerError):
    """Inputs and an output that cannot go together; nothing was written."""


class WriteError(CleanerError):
    """A result that could not be written; nothing partial was left."""


_ADVICE = {
    errno.EACCES: "change its permissions",
    errno.EPERM: "change its permissions",
    errno.ENOSPC: "make room and run again",
    errno.EDQUOT: "make room and run again",
    errno.EROFS: "choose an output directory on another disk",
    errno.ENAMETOOLONG: "shorten the name",
    errno.EMFILE: "raise the limit of open files (ulimit -n)",
    errno.ENOENT: "it may have been moved or be a broken link",
    errno.EISDIR: "move the directory that has its name",
    errno.ENOTDIR: "move the file that has the name of its directory",
    errno.EEXIST: "move the file that has the name of its directory",
}


def explain_os_error(error: OSError, action: str, path: Path) -> str:
    """Say in a sentence what the file system refused, and what to do about it.

    >>> explain_os_error(OSError(errno.ENOSPC, "No space left on device"), "write", Path("out/a.txt"))
    "Could not write 'out/a.txt': no space left on device; make room and run again."
    """
    why = (error.strerror or str(error) or type(error).__name__).lower()
    advice = _ADVICE.get(error.errno or 0, "look at the file and its disk, and run again")
    return f"Could not {action} {str(path)!r}: {why}; {advice}."
