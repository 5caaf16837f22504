"""Which documents of a corpus are copies of others, exactly or nearly: a report and a flag, and nothing is dropped.

Two documents are exact duplicates when their words are the same in the same order, letter case and punctuation aside.
They are near duplicates when they share many runs of five words: the Jaccard similarity of the two sets of runs, as
MinHash (Broder 1997) estimates it from 126 numbers a document, so that its standard error is at most 0.045. Candidates
are those that agree on all six numbers of one of 21 bands (Leskovec, Rajaraman and Ullman 2020, ch. 3.4): of two
documents with similarity 0.8 this finds 998 in 1,000, with 0.7 it finds 93 in 100.

Memory does not grow with the corpus, but for some hundred bytes for each document that is a copy: signatures and bands
are on disk, and DuckDB, which sorts them, has a cap. The disk needs some 1.2 KiB a document.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaner import files, sidecar
from cleaner.corpus import scratch
from cleaner.formats.columns import require
from cleaner.model import CleanerError

SIMILARITY = 0.8  # what counts as nearly the same: a few sentences of a news article differ
MEMORY = 400  # MiB that DuckDB may hold
_BANDS, _ROWS = 21, 6
_NUMBERS = _BANDS * _ROWS
_RUN = 5  # words; as FineWeb does (Penedo et al. 2024)
_FEW = 20  # words; of a shorter document one other word changes a fifth of the runs, so only exact copies are told
_SEED = 1
_BATCH = 1000  # documents, or pairs of them, that are handled at once
_CHUNK = 10_000  # words of a document, likewise
_EXTRA = "corpus"

# Letters of scripts without spaces are words by themselves, as in `words`.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"[{_UNSPACED}]|[^\\W{_UNSPACED}]+")

MARKS = frozenset({"duplicate", "near_duplicate"})
"""Flags of a copy."""

Signatures = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that is a copy of its group's first one: how similar the two are, 0 to 1, and whether exactly so."""

    name: str
    similarity: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that are copies of one another; `first` is the one that came first.

    Two copies of a group may be less alike than each is to a third one.
    """

    first: str
    copies: tuple[Copy, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the group as JSON holds it."""
        copies = [{"exact": c.exact, "name": c.name, "similarity": round(c.similarity, 3)} for c in self.copies]
        return {"copies": copies, "first": self.first}


class Duplicates:
    """Takes documents one after the other and tells the groups. A context manager: leaving it removes what is on disk.

    >>> bridge = "The old bridge was closed on Monday, the mayor said, after engineers had found cracks in its arches. "
    >>> ferry = "A ferry takes cars over the river every twenty minutes until it opens again in spring. "
    >>> with Duplicates() as duplicates:
    ...     for name, text in {"a": bridge + ferry, "b": ferry * 2, "c": bridge.upper() + ferry}.items():
    ...         duplicates.add(name, text)
    ...     [(group.first, [(copy.name, copy.exact) for copy in group.copies]) for group in duplicates.groups()]
    [('a', [('c', True)])]
    """

    def __init__(self, memory: int = MEMORY, directory: Path | None = None) -> None:
        """Open it.

        Args:
            memory: MiB that DuckDB may hold.
            directory: where the temporary files go; None for the system's place.
        """
        duckdb = require("duckdb", _EXTRA)
        self._arrow, self._minhash = require("pyarrow", _EXTRA), require("rensa", _EXTRA).RMinHash
        self._place = tempfile.TemporaryDirectory(prefix="cleaner-", dir=directory)
        self._duckdb = scratch.connect(duckdb, Path(self._place.name) / "duplicates.duckdb", memory)
        self._error: type[Exception] = duckdb.Error
        self._duckdb.execute("CREATE TABLE documents (number BIGINT, name VARCHAR, hash BLOB, signature BLOB)")
        self._duckdb.execute("CREATE TABLE bands (number BIGINT, band TINYINT, bucket BIGINT)")
        self._waiting: list[tuple[str, bytes, bytes | None]] = []
        self._count = 0

    def __enter__(self) -> Duplicates:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._duckdb.close()
        self._place.cleanup()

    def add(self, name: str, text: str) -> None:
        """Take a document in. One without words is no copy of anything."""
        words = (match[0] for match in _WORD.finditer(text.casefold().encode("utf-8", "replace").decode()))
        exact, near = hashlib.blake2b(digest_size=16), self._minhash(num_perm=_NUMBERS, seed=_SEED)
        count, before = 0, list[str]()
        while some := list(islice(words, _CHUNK)):  # a document may be large, and its runs are some ten times larger
            exact.update("".join(f"{word} " for word in some).encode())
            near.update(_runs([*before, *some]))
            count, before = count + len(some), some[1 - _RUN :]
        if not count:
            return
        signature = np.asarray(near.digest(), dtype=np.uint32).tobytes() if count >= _FEW else None
        self._waiting.append((name, exact.digest(), signature))
        if len(self._waiting) >= _BATCH:
            self._flush()

    def groups(self, similarity: float = SIMILARITY) -> Iterator[Group]:
        """Tell the groups of documents that are at least so similar, in the order of their first ones."""
        self._flush()
        parents: dict[int, int] = {}
        exact = dict(self._query(_EXACT).fetchall())
        for copy, first in exact.items():
            _join(parents, copy, first)
        for one, other in self._near(similarity):
            _join(parents, one, other)
        members: dict[int, list[int]] = {}
        for number in sorted(parents):
            members.setdefault(_root(parents, number), []).append(number)
        for first in sorted(members):
            yield self._group(members[first], exact)

    def _near(self, similarity: float) -> Iterator[tuple[int, int]]:
        """Pairs of candidates whose signatures agree enough."""
        pairs = self._query(_PAIRS)
        while batch := pairs.fetchmany(_BATCH):
            one, other = (_numbers([row[at] for row in batch]) for at in (2, 3))
            alike = (one == other).mean(axis=1)
            yield from ((row[0], row[1]) for row, share in zip(batch, alike, strict=True) if share >= similarity)

    def _group(self, numbers: Sequence[int], exact: dict[int, int]) -> Group:
        listed = ", ".join(map(str, numbers))
        rows = self._query(
            f"SELECT number, name, signature FROM documents WHERE number IN ({listed}) ORDER BY 1"
        ).fetchall()
        first = rows[0]
        copies = []
        for number, name, signature in rows[1:]:
            same = exact.get(number, number) == first[0]
            alike = 1.0 if same else float((_numbers([signature]) == _numbers([first[2]])).mean())
            copies.append(Copy(name, alike, same))
        return Group(first[1], tuple(copies))

    def _flush(self) -> None:
        """Put what waits on the disk."""
        if not self._waiting:
            return
        names, digests, signatures = zip(*self._waiting, strict=True)
        self._waiting = []
        numbers = np.arange(self._count, self._count + len(names))
        self._count += len(names)
        long = np.asarray([signature is not None for signature in signatures])
        arrow = self._arrow
        table = {"number": numbers, "name": [_plain(name) for name in names], "hash": list(digests)}
        self._insert("documents", {**table, "signature": arrow.array(list(signatures), arrow.binary())})
        bands = np.arange(_BANDS, dtype=np.int8)
        buckets = _buckets(_numbers(signature for signature in signatures if signature is not None))
        places = {"number": np.repeat(numbers[long], _BANDS), "band": np.tile(bands, int(long.sum()))}
        self._insert("bands", {**places, "bucket": buckets.ravel()})

    def _insert(self, name: str, columns: dict[str, Any]) -> None:
        self._duckdb.register("added", self._arrow.table(columns))
        self._duckdb.execute(f"INSERT INTO {name} SELECT * FROM added")
        self._duckdb.unregister("added")

    def _query(self, sql: str) -> Any:
        try:
            return self._duckdb.cursor().execute(sql)
        except self._error as error:
            raise CleanerError(
                f"The documents could not be compared ({error}); give --memory more, or the temporary directory room."
            ) from error


def flag(root: Path, groups: Iterable[Group], on_failure: Callable[[str, str], None] | None = None) -> int:
    """Say in each sidecar below a directory whether its document is a copy of another; give how many were changed.

    Names of documents are those of their bodies, relative to `root`. A copy gets the flag `duplicate` or
    `near_duplicate`, and as `duplicate_of` the id of its group's first document; what an earlier run has said of the
    others goes. `on_failure` is told the name of a sidecar that cannot be read, and why; it stays as it is.

    Raises `files.PlanError` when a run of `clean` is writing there.
    """
    known = {copy.name: (group.first, copy.exact) for group in groups for copy in group.copies}
    changed = 0
    with files.lock(root):
        for path in root.rglob(f"*{files.SIDECAR_SUFFIX}"):
            body = str(path.relative_to(root)).removesuffix(files.SIDECAR_SUFFIX) + ".txt"
            try:
                changed += _flag(root, path, *known.get(files.Source(body, body).name or "", (None, False)))
            except CleanerError as error:
                if on_failure:
                    on_failure(str(path), str(error))
    return changed


def _flag(root: Path, path: Path, first: str | None, exact: bool) -> bool:
    record = _sidecar(path)
    kind = "duplicate" if exact else "near_duplicate"
    said = {
        "flags": sorted({*record["flags"]} - MARKS | ({kind} if first else set())),
        "duplicate_of": _sidecar(files.sidecar_of(root / first))["id"] if first else None,
    }
    if all(record.get(name) == value for name, value in said.items()):
        return False
    files.write_files({path: sidecar.dumps({**record, **said})})
    return True


def _sidecar(path: Path) -> dict[str, Any]:
    try:
        return sidecar.loads(path.read_bytes())
    except OSError as error:
        raise CleanerError(files.explain_os_error(error, "read", path)) from error


# Every exact copy with the first document of its hash.
_EXACT = """
SELECT number, first FROM (SELECT number, MIN(number) OVER (PARTITION BY hash) AS first FROM documents)
WHERE number <> first ORDER BY number
"""

# In each bucket every document with the first one and with the one before it, exact copies left out; each pair once.
_PAIRS = """
WITH distinct_ones AS (SELECT MIN(number) AS number FROM documents GROUP BY hash),
placed AS (
    SELECT number, MIN(number) OVER bucket AS first, LAG(number) OVER bucket AS before
    FROM bands SEMI JOIN distinct_ones USING (number)
    WINDOW bucket AS (PARTITION BY band, bucket ORDER BY number)
), pairs AS (
    SELECT DISTINCT number, first AS other FROM placed WHERE number <> first
    UNION SELECT DISTINCT number, before AS other FROM placed WHERE before IS NOT NULL
)
SELECT pairs.number, pairs.other, a.signature, b.signature FROM pairs
    JOIN documents AS a ON pairs.number = a.number JOIN documents AS b ON pairs.other = b.number
"""


def _runs(words: Sequence[str]) -> list[str]:
    """Runs of five neighbouring words.

    >>> _runs("a b c d e f".split())
    ['a b c d e', 'b c d e f']
    """
    return [" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]


def _buckets(signatures: Signatures) -> NDArray[np.int64]:
    """A number for each band of each signature; equal bands have equal ones."""
    power = np.array([pow(0x100000001B3, k, 1 << 64) for k in range(1, _ROWS + 1)], dtype=np.uint64)
    mixed = (signatures.reshape(-1, _BANDS, _ROWS).astype(np.uint64) * power).sum(axis=2, dtype=np.uint64)
    buckets: NDArray[np.int64] = mixed.view(np.int64)
    return buckets


def _numbers(blobs: Iterable[bytes]) -> Signatures:
    return np.frombuffer(b"".join(blobs), dtype=np.uint32).reshape(-1, _NUMBERS)


def _plain(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()


def _root(parents: dict[int, int], number: int) -> int:
    """The smallest number of a group (union-find, paths halved)."""
    while parents.setdefault(number, number) != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _join(parents: dict[int, int], one: int, other: int) -> None:
    low, high = sorted((_root(parents, one), _root(parents, other)))
    parents[high] = low
