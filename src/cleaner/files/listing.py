"""Which inputs there are, and whether they can come out where they should."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from glob import has_magic
from pathlib import Path, PurePath
from typing import BinaryIO

from cleaner.files.errors import PlanError, explain_os_error
from cleaner.files.source import DOCUMENT_SUFFIXES, FAILURES, STDIN, Source, body_name
from cleaner.formats import SUFFIXES, form_of


@dataclass(frozen=True, slots=True)
class Listing:
    """The documents that were found, in the order of the arguments and then of their names.

    `skipped` counts the files of given directories that have no extension of a document; `unreadable` pairs each
    directory that could not be listed with a sentence that says why.
    """

    sources: tuple[Source, ...]
    skipped: int = 0
    unreadable: tuple[tuple[str, str], ...] = ()


def find(
    inputs: Sequence[str],
    stdin: BinaryIO | None,
    limit: int,
    *,
    records: bool = False,
    taken: Collection[str] = DOCUMENT_SUFFIXES,
) -> Listing:
    """List the documents of files, directories and `-`, which is read from `stdin` now, up to `limit` bytes.

    A file is taken whatever its name. A directory gives, recursively and in the order of names, its files with an
    extension in `DOCUMENT_SUFFIXES`; hidden files and directories, links to directories (they can form rings) and what
    is no regular file (a pipe would wait forever) are passed over. With `records`, files of many records are taken too,
    and known by their names; not a `failures.jsonl`, which a run of ours has left there. `taken` are the extensions of
    documents that the caller goes on with, to be named where there is none.

    Raises PlanError when a path does not exist, a directory holds no document, or `-` is given twice.
    """
    require_present(inputs)
    sources: list[Source] = []
    skipped: list[str] = []
    unreadable: list[tuple[str, str]] = []
    for name in inputs:
        before = len(sources), len(skipped), len(unreadable)
        if name == STDIN:
            sources.append(standard_input(stdin, limit))
        elif Path(name).is_dir():
            sources.extend(_walk(name, skipped, unreadable, records))
        else:
            sources.append(Source(path=name, relative=PurePath(name).name, form=form_of(name) if records else None))
        if len(sources) == before[0] and len(unreadable) == before[2]:
            raise PlanError(_without_documents(name, len(skipped) - before[1], taken, records))
    return Listing(tuple(sources), len(skipped), tuple(unreadable))


def is_pattern(name: str) -> bool:
    """Whether a name is no file's, but a pattern such as `crawl/**/*.jsonl`."""
    return has_magic(name) and not os.path.lexists(name)


def expand(pattern: str) -> Listing:
    """List the files that fit a pattern such as `crawl/**/*.jsonl`, each below the part of it without wildcards.

    What begins with a dot is hidden from wildcards, and `**` follows no links, which can form rings. Raises PlanError
    when no file fits.
    """
    parts = PurePath(pattern).parts
    first = next(i for i, part in enumerate(parts) if has_magic(part))
    fixed = Path(*parts[:first])
    wild = [part if part == "**" else re.sub(r"\*+", "*", part) for part in parts[first:]]
    if wild[-1] == "**":
        wild.append("*")
    named = any(part.startswith(".") for part in wild)
    found = {path for path in fixed.glob("/".join(wild)) if path.is_file()}
    inside = {str(path): str(path.relative_to(fixed)) for path in found}
    paths = sorted((path for path in inside if named or not _is_hidden(inside[path])), key=os.fsencode)
    if not paths:
        raise PlanError(f"No file fits the pattern {pattern!r}; check it. Nothing was done.")
    return Listing(tuple(Source(path, inside[path], form=form_of(path)) for path in paths))


def _is_hidden(relative: str) -> bool:
    return any(part.startswith(".") for part in PurePath(relative).parts)


def listed(paths: Iterable[str], where: str) -> Listing:
    """List the files that somebody's list names, a path a line; results mirror the paths as they are written.

    What the list names and is not there is unreadable, and the others go on. Raises PlanError for a path that would
    lead out of the output directory.
    """
    sources: list[Source] = []
    unreadable: list[tuple[str, str]] = []
    for path in paths:
        if not path:
            continue
        relative = os.path.normpath(path).lstrip(os.sep)
        if PurePath(relative).parts[:1] == (os.pardir,):
            raise PlanError(
                f"The path {path!r} in {where} leads out of the current directory, so its result would leave the "
                f"output directory; run from a directory above, or write it in full. Nothing was done."
            )
        if not Path(path).is_file():
            kind = "is a directory; list its files" if Path(path).is_dir() else "is not there; check the spelling"
            unreadable.append((path, f"The path {kind}."))
        else:
            sources.append(Source(path, relative, form=form_of(path)))
    if not sources and not unreadable:
        raise PlanError(f"The list {where} names no file. Nothing was done.")
    return Listing(tuple(sources), 0, tuple(unreadable))


def require_present(inputs: Sequence[str]) -> None:
    """Raise PlanError when one of these is not there, or standard input is given twice."""
    if list(inputs).count(STDIN) > 1:
        raise PlanError("Standard input (-) can be read only once; give it once.")
    missing = [name for name in inputs if name != STDIN and not _exists(name)]
    if missing:
        named = ", ".join(repr(name) for name in missing)
        hint = "download pages first" if any("://" in name for name in missing) else "check the spelling"
        raise PlanError(f"There is no file or directory {named}; {hint}. Nothing was done.")


def _exists(name: str) -> bool:
    try:
        return name != "" and Path(name).exists()
    except OSError:  # behind a directory that may not be entered
        return False


def standard_input(stdin: BinaryIO | None, limit: int) -> Source:
    """Read a document from standard input, up to one byte more than `limit`."""
    try:
        data = require_stdin(stdin).read(limit + 1)
    except OSError as error:  # a directory, for instance
        raise PlanError(explain_os_error(error, "read", Path("standard input"))) from error
    return Source(path=STDIN, relative="stdin", data=data)


def require_stdin(stdin: BinaryIO | None) -> BinaryIO:
    """Give standard input. Raises PlanError when whoever started the process closed it (None)."""
    if stdin is None:
        raise PlanError("Standard input (-) is not available here; give a file instead.")
    return stdin


def _walk(top: str, skipped: list[str], unreadable: list[tuple[str, str]], records: bool) -> Iterator[Source]:
    """Yield the documents under `top`, by name; what is passed over goes to the two lists."""
    prefix, to_come = os.path.join(top, ""), _entries(top, unreadable)  # noqa: PTH118 (ends in one separator)
    while to_come:
        entry = to_come.pop()
        if entry.name.startswith("."):
            continue
        form = form_of(entry.name) if records and entry.name != FAILURES else None
        if entry.is_dir(follow_symlinks=False):
            to_come += _entries(entry.path, unreadable)
        elif entry.is_symlink() and Path(entry).is_dir():
            continue
        elif form is None and PurePath(entry.name).suffix.lower() not in DOCUMENT_SUFFIXES:
            skipped.append(entry.path)
        elif entry.is_symlink() or entry.is_file():  # a broken link is a lost document, and reading it will say so
            yield Source(path=str(Path(entry.path)), relative=entry.path[len(prefix) :], form=form)


def _entries(directory: str, unreadable: list[tuple[str, str]]) -> list[os.DirEntry[str]]:
    """Give what is in a directory, the last name first; one that cannot be listed goes to the list."""
    try:
        with os.scandir(directory) as entries:
            # By bytes, since how a name decodes depends on the locale.
            return sorted(entries, key=lambda entry: os.fsencode(entry.name), reverse=True)
    except OSError as error:
        unreadable.append((str(Path(directory)), explain_os_error(error, "list", Path(directory))))
        return []


def _without_documents(directory: str, skipped: int, taken: Collection[str], records: bool) -> str:
    known = " ".join(sorted(taken) + sorted(SUFFIXES if records else ()))
    others = f" (other files in it: {skipped})" if skipped else ""
    return (
        f"The directory {directory!r} holds no document{others}: from a directory the files {known} are taken. "
        f"Name other files one by one, or rename them. Nothing was done."
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
            f"choose a directory beside the input. Nothing was done."
        )


def check_outputs(sources: Iterable[Source], out: Path, goal: Callable[[Source], str] = body_name) -> None:
    """Raise PlanError when two documents would be written to one place, which `goal` names, below `out`.

    Names that differ only in case or in Unicode normalisation count as one, since they are one on macOS and Windows and
    a corpus travels. A body `a.txt` beside a directory `a.txt/` cannot be written either.
    """
    taken: dict[str, Source] = {}
    for source in sources:
        key = name_key(goal(source))
        if key in taken:
            raise PlanError(_collision(taken[key], source, out / goal(taken[key])))
        taken[key] = source
    for key, source in taken.items():
        for parent in PurePath(key).parents:
            if str(parent) in taken:
                one = taken[str(parent)]
                raise PlanError(_collision(one, source, out / goal(one)))


def name_key(relative: str) -> str:
    """Give names the same key when they are one name on some file system.

    >>> name_key("a/Page.txt") == name_key("A/page.txt")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", relative).casefold())


def _collision(one: Source, other: Source, goal: Path) -> str:
    if one.path == other.path:
        return f"{one.path!r} is named twice, by itself or by a directory or pattern; name it once. Nothing was done."
    return (
        f"{one.path!r} and {other.path!r} would both be written to {str(goal)!r} (upper and lower case count as one); "
        f"rename one of them, or clean them into two output directories. Nothing was done."
    )
