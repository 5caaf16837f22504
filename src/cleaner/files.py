"""Which documents come in from the file system, where their results go, and how these are written.

Three promises are kept here. Never two inputs onto one output: the plan is checked before anything is written. Never an
output over an input: neither may lie inside the other. Never half a file: what stands under a final name is whole.

A result is a pair, the body and its sidecar. Both are written in full under temporary names and then renamed, *the body
first and the sidecar last*. So the sidecar is the seal: where a sidecar stands, the body that it describes stands too,
and a run that is cut short anywhere leaves either the pair of the run before, or a body that its sidecar's
`output.sha256` does not (yet) match, and which the next run writes again.

Why not more: there is no fsync. It costs more than cleaning a page, and guards only against the machine itself losing
power within seconds of the write, which the sidecar's hash shows as well.
"""

from __future__ import annotations

import errno
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from cleaner.model import CleanerError, Kind, UnreadableInputError

STDIN = "-"
SIDECAR_SUFFIX = ".meta.json"
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
TEXT_SUFFIXES = frozenset({".txt", ".text"})
DOCUMENT_SUFFIXES = HTML_SUFFIXES | TEXT_SUFFIXES | {".md"}


class PlanError(CleanerError):
    """Inputs and an output that cannot go together; nothing was written."""


class WriteError(CleanerError):
    """A result that could not be written; nothing partial was left."""


@dataclass(frozen=True, slots=True)
class Source:
    """One document to be read.

    `path` is where it is, as the caller gave it, or `-`; `relative` its path below the directory that was given (a
    file's own name when the file itself was given), which its results mirror. `data` holds what standard input said.
    Both are strings and not `Path` because a corpus has millions of them.
    """

    path: str
    relative: str
    data: bytes | None = None

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

        Raises UnreadableInputError when it is larger than that, or when the file system does not give it.
        """
        data = self.data
        if data is None:
            try:
                with Path(self.path).open("rb") as file:
                    data = file.read(limit + 1)
            except OSError as error:
                raise UnreadableInputError(explain_os_error(error, "read", Path(self.path))) from error
        if len(data) > limit:
            raise UnreadableInputError(
                f"The document is larger than the {limit:,} bytes that max_bytes allows; raise max_bytes in the "
                f"configuration, or split it."
            )
        return data


@dataclass(frozen=True, slots=True)
class Listing:
    """The documents that were found, in the order of the arguments and then of their names.

    `skipped` counts the files of given directories that have no extension of a document; `unreadable` pairs each
    directory that could not be listed with a sentence that says why.
    """

    sources: tuple[Source, ...]
    skipped: int = 0
    unreadable: tuple[tuple[str, str], ...] = ()


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


def find(inputs: Sequence[str], stdin: BinaryIO | None, limit: int) -> Listing:
    """List the documents of files, directories and `-`, which is read from `stdin` now, up to `limit` bytes.

    A file is taken whatever its name. A directory gives, recursively and in the order of names, its files with an
    extension in `DOCUMENT_SUFFIXES`; hidden files and directories, links to directories (they can form rings) and what
    is no regular file (a pipe would wait forever) are passed over.

    Raises PlanError when a path does not exist, a directory holds no document, or `-` is given twice.
    """
    _require_present(inputs)
    sources: list[Source] = []
    skipped: list[str] = []
    unreadable: list[tuple[str, str]] = []
    for name in inputs:
        before = len(sources), len(skipped), len(unreadable)
        if name == STDIN:
            sources.append(standard_input(stdin, limit))
        elif Path(name).is_dir():
            sources.extend(_walk(name, "", skipped, unreadable))
        else:
            sources.append(Source(path=name, relative=PurePath(name).name))
        if len(sources) == before[0] and len(unreadable) == before[2]:
            raise PlanError(_without_documents(name, len(skipped) - before[1]))
    return Listing(tuple(sources), len(skipped), tuple(unreadable))


def _require_present(inputs: Sequence[str]) -> None:
    if list(inputs).count(STDIN) > 1:
        raise PlanError("Standard input (-) can be read only once; give it once.")
    missing = [name for name in inputs if name != STDIN and not _exists(name)]
    if missing:
        named = ", ".join(repr(name) for name in missing)
        raise PlanError(f"There is no file or directory {named}; check the spelling. Nothing was cleaned.")


def _exists(name: str) -> bool:
    try:
        return name != "" and Path(name).exists()
    except OSError:  # behind a directory that may not be entered
        return False


def standard_input(stdin: BinaryIO | None, limit: int) -> Source:
    """Read a document from standard input, up to one byte more than `limit`."""
    if stdin is None:
        raise PlanError("Standard input (-) is not available here; give a file instead.")
    return Source(path=STDIN, relative="stdin", data=stdin.read(limit + 1))


def _walk(top: str, below: str, skipped: list[str], unreadable: list[tuple[str, str]]) -> Iterator[Source]:
    """Yield the documents under `top/below`, by name; what is passed over goes to the two lists."""
    directory = Path(top, below)
    try:
        with os.scandir(directory) as entries:
            # By bytes, since how a name decodes depends on the locale.
            found = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        unreadable.append((str(directory), explain_os_error(error, "list", directory)))
        return
    for entry in found:
        relative = f"{below}{os.sep}{entry.name}" if below else entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(top, relative, skipped, unreadable)
        elif PurePath(entry.name).suffix.lower() not in DOCUMENT_SUFFIXES:
            skipped.append(relative)
        elif entry.is_file() or entry.is_symlink():  # a broken link is a lost document, and reading it will say so
            yield Source(path=str(directory / entry.name), relative=relative)


def _without_documents(directory: str, skipped: int) -> str:
    known = " ".join(sorted(DOCUMENT_SUFFIXES))
    others = f" (other files in it: {skipped})" if skipped else ""
    return (
        f"The directory {directory!r} holds no document{others}: from a directory the files {known} are taken. "
        f"Name other files one by one, or rename them. Nothing was cleaned."
    )


def check_apart(inputs: Iterable[str], out: Path) -> None:
    """Raise PlanError unless the output directory and the inputs lie outside each other, links followed.

    Inside an input, a second run would clean its own results; around an input, results could overwrite it.
    """
    if out.exists() and not out.is_dir():
        raise PlanError(f"The output {str(out)!r} is a file; give a directory (it is made when there is none).")
    place = out.resolve()
    for name in inputs:
        given = Path(name).resolve()
        if name == STDIN or not (place.is_relative_to(given) or given.is_relative_to(place)):
            continue
        where = "is" if place == given else "lies inside" if place.is_relative_to(given) else "holds"
        raise PlanError(
            f"The output directory {str(out)!r} {where} the input {name!r}, so results and inputs would mix; "
            f"choose a directory beside the input. Nothing was cleaned."
        )


def check_outputs(sources: Iterable[Source], out: Path) -> None:
    """Raise PlanError when two documents would be written to one place.

    Names that differ only in case or in Unicode normalisation count as one, since they are one on macOS and Windows and
    a corpus travels. A body `a.txt` beside a directory `a.txt/` cannot be written either.
    """
    taken: dict[str, Source] = {}
    for source in sources:
        key = _key(output_stem(source.relative) + ".txt")
        if key in taken:
            raise PlanError(_collision(taken[key], source, out))
        taken[key] = source
    for key, source in taken.items():
        for parent in PurePath(key).parents:
            if str(parent) in taken:
                raise PlanError(_collision(taken[str(parent)], source, out))


def _key(relative: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", relative).casefold())


def _collision(one: Source, other: Source, out: Path) -> str:
    goal = output_paths(one, out)[0]
    return (
        f"{one.path!r} and {other.path!r} would both be written to {str(goal)!r} (upper and lower case count as one); "
        f"rename one of them, or clean them into two output directories. Nothing was cleaned."
    )


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Write files so that each is there whole or not at all, renamed to their final names in the order given.

    Directories are made. All are written in full before the first is renamed, so a disk that fills up leaves what was
    there before. Raises WriteError with what to do.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_name(f".{os.urandom(8).hex()}.tmp")  # short: the final name may be as long as allowed
            staged.append((temporary, path))
            with temporary.open("xb") as file:
                file.write(data)
        for temporary, path in staged:
            temporary.replace(path)
    except BaseException as error:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise WriteError(explain_os_error(error, "write", path)) from error
        raise


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
