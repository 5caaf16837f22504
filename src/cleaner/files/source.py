"""One input: what it is called, what it holds, how it is read, and what its results are called."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath

from cleaner.files.errors import explain_os_error
from cleaner.formats import Form
from cleaner.model import Kind, UnreadableInputError

STDIN = "-"
SIDECAR_SUFFIX = ".meta.json"
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
TEXT_SUFFIXES = frozenset({".txt", ".text"})
DOCUMENT_SUFFIXES = HTML_SUFFIXES | TEXT_SUFFIXES | {".md"}
FAILURES = "failures.jsonl"
_PIECE = 1 << 16  # bytes that are read at once of what holds more than it says, as a pipe does
CHANGED = "The file was written to while it was read, so what was read may be no whole; run again when it is at rest."


@dataclass(frozen=True, slots=True)
class Source:
    """One document to be read, or one file of many records when it has a `form`.

    `path` is where it is, as the caller gave it, or `-`; `relative` its path below the directory that was given (a
    file's own name when the file itself was given), which its results mirror. `data` holds what standard input said.
    Both are strings and not `Path` because a corpus has millions of them.
    """

    path: str
    relative: str
    data: bytes | None = None
    form: Form | None = None

    @property
    def name(self) -> str | None:
        r"""Give `relative` as a sidecar tells it: with `/`, the same in every locale; None for standard input.

        Bytes of a file name that are not UTF-8 are shown as `\xff`, since JSON can only hold Unicode.

        >>> Source(path="corpus/a/b.html", relative="a/b.html").name
        'a/b.html'
        """
        if self.path == STDIN:
            return None
        return os.fsencode(PurePath(self.relative).as_posix()).decode("utf-8", "backslashreplace")

    def read(self, limit: int) -> bytes:
        """Read its bytes, never more than `limit` of them and one.

        Raises UnreadableInputError when it is larger than that, when the file system does not give it, or when somebody
        wrote to it meanwhile.
        """
        data = self.data
        if data is None:
            try:
                data = _read(self.path, limit)
            except OSError as error:
                raise UnreadableInputError(explain_os_error(error, "read", Path(self.path))) from error
        if len(data) > limit:
            raise UnreadableInputError(
                f"The document is larger than the {limit:,} bytes that max_bytes allows; raise max_bytes in the "
                f"configuration, or split it."
            )
        return data


def _read(path: str, limit: int) -> bytes:
    """Read a file up to one byte more than `limit`, without room for more than it says it holds."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        before = version(handle)
        pieces = [os.read(handle, min(before[0], limit) + 1)]
        more = limit + 1 - len(pieces[0])
        while more and pieces[-1]:
            pieces.append(os.read(handle, min(_PIECE, more)))
            more -= len(pieces[-1])
        if version(handle) != before:
            raise UnreadableInputError(CHANGED)
    finally:
        os.close(handle)
    return b"".join(pieces)


def version(handle: int) -> tuple[int, int]:
    """Tell one state of an open file from another: its size, and when it was written to."""
    status = os.fstat(handle)
    return status.st_size, status.st_mtime_ns


def kind_of(name: str) -> Kind | None:
    """Tell a document's kind by its extension; None when that says nothing and the content must tell.

    >>> kind_of("a/b.HTML"), kind_of("b.txt"), kind_of("b.md"), kind_of("b")
    ('html', 'text', None, None)
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in HTML_SUFFIXES:
        return "html"
    return "text" if suffix in TEXT_SUFFIXES else None


def output_stem(relative: str) -> str:
    """Take a document's extension off `relative`; any other dot belongs to the name and stays.

    >>> output_stem("a/b.html"), output_stem("talk.2024-06"), output_stem("notes.txt.txt")
    ('a/b', 'talk.2024-06', 'notes.txt')
    """
    suffix = PurePath(relative).suffix
    return relative.removesuffix(suffix) if suffix.lower() in DOCUMENT_SUFFIXES else relative


def body_name(source: Source) -> str:
    """Name the body of a document, below the output directory."""
    return output_stem(source.relative) + ".txt"


def output_paths(source: Source, out: Path) -> tuple[Path, Path]:
    """Name the files that a document's body and its sidecar go to.

    >>> body, sidecar = output_paths(Source(path="web/a.html", relative="a.html"), Path("out"))
    >>> body.as_posix(), sidecar.as_posix()
    ('out/a.txt', 'out/a.meta.json')
    """
    stem = output_stem(source.relative)
    return out / (stem + ".txt"), out / (stem + SIDECAR_SUFFIX)


def sidecar_of(body: Path) -> Path:
    """Name the sidecar that belongs to a body: `a.txt` has `a.meta.json` beside it.

    >>> sidecar_of(Path("a.b.txt")).name
    'a.b.meta.json'
    """
    return body.with_name(body.name.removesuffix(".txt") + SIDECAR_SUFFIX)
