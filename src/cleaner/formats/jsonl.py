"""JSON lines, plain or compressed: an object a line."""

from __future__ import annotations

import gzip
import hashlib
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, BinaryIO, cast

from cleaner.formats import Raw

_SKIP = 1 << 20  # bytes of an overlong line that are read at a time, to get past it
_WINDOW_LOG = 27  # zstd's own default: frames that want more than 128 MiB of memory are refused
_BOM = b"\xef\xbb\xbf"


def read(source: str | BinaryIO, limit: int) -> Iterator[Raw]:
    """Cut JSON lines into lines; empty ones are passed over.

    Decompression is streamed too, so a small file that swells to a large one costs no more memory than any other.
    """
    with ExitStack() as stack:
        plain = stack.enter_context(Path(source).open("rb")) if isinstance(source, str) else source
        number = 0
        lines, faults = _decompressed(plain, stack)
        try:
            while line := lines.readline(limit + 1):
                number += 1
                position = _position(plain)
                if len(line) > limit:
                    _skip_rest(lines, line)
                    yield Raw(number, b"", b"", position, _overlong(limit))
                    continue
                data = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
                if data:
                    yield Raw(number, data, hashlib.sha256(data).digest()[:16], position)
        except faults as error:
            yield Raw(number + 1, b"", b"", _position(plain), _damaged(error))


def _decompressed(plain: BinaryIO, stack: ExitStack) -> tuple[IO[bytes], tuple[type[Exception], ...]]:
    """Open what is compressed by what it begins with, which is surer than its name; say what reading it may raise."""
    head = plain.peek(4)[:4] if hasattr(plain, "peek") else b""
    if head[:2] == b"\x1f\x8b":
        return cast(IO[bytes], stack.enter_context(gzip.GzipFile(fileobj=plain))), (EOFError, OSError, zlib.error)
    if head == b"\x28\xb5\x2f\xfd":
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd

        options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW_LOG}
        opened = stack.enter_context(zstd.ZstdFile(plain, options=options))
        return cast(IO[bytes], opened), (EOFError, OSError, zstd.ZstdError)
    return plain, (OSError,)


def _skip_rest(lines: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = lines.readline(_SKIP)


def _position(plain: BinaryIO) -> int:
    try:
        return plain.tell()
    except OSError:  # a pipe
        return 0


def _overlong(limit: int) -> str:
    return (
        f"The line is larger than the {limit:,} bytes that max_bytes allows a record; raise max_bytes in the "
        f"configuration, or split it."
    )


def _damaged(error: Exception) -> str:
    return (
        f"The file ends in the middle or is damaged here ({error}); the records before are done. Fetch it again and "
        f"clean it again."
    )
