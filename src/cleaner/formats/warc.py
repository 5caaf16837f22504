"""WARC and WET: pages as a crawler fetched them, and the texts that somebody extracted. The only door to fastwarc."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO

from cleaner.formats import Raw, key_of, require
from cleaner.formats.columns import CRAWLED, ENCODING

_PAGES = ("text/html", "application/xhtml+xml")
_TEXTS = ("text/plain",)
_HEADERS = 1 << 20  # bytes that the headers of a response may take beside the page


def read(source: str | BinaryIO, limit: int) -> Iterator[Raw]:
    """Cut a WARC or WET file into pages, compressed or not; what is neither HTML nor text is passed over.

    A page is a response with a status of 2xx or a resource that says it is HTML or plain text, or a conversion. Its id
    is the record's, its url the target's. The charset of its HTTP header and the day of the crawl are evidence for it.
    """
    warc = require("fastwarc.warc", "warc")
    kinds = warc.WarcRecordType
    wanted = kinds.response | kinds.resource | kinds.conversion
    number = position = 0
    with ExitStack() as stack:
        stream = stack.enter_context(Path(source).open("rb")) if isinstance(source, str) else source
        try:
            given = stream if stream.seekable() else _Forward(stream)
            for record in warc.ArchiveIterator(given, record_types=wanted, parse_http=False):
                number += 1
                position = record.stream_pos
                row = _row(record, kinds, limit)
                if isinstance(row, str):
                    yield Raw(number, b"", b"", position, row)
                elif row:
                    yield Raw(number, row, key_of(row), position)
        except (OSError, EOFError, ValueError, RuntimeError) as error:
            why = f"The WARC file ends in the middle or is damaged here ({error}); the records before are done."
            yield Raw(number + 1, b"", b"", position, f"{why} Fetch it again and clean it again.")


class _Forward:
    """A stream that cannot go back, such as a pipe, with the places in it, which the reader asks for."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at


def _row(record: Any, kinds: Any, limit: int) -> dict[str, Any] | str | None:
    """Give a page as a row, None when the record is none, or a sentence that says why it cannot be read."""
    try:
        block = record.reader.read(limit + _HEADERS)
        if len(block) == limit + _HEADERS:
            return _overlong(limit)
        if len(block) < record.content_length:
            return "The file ends in the middle of this record; the records before are done. Fetch it again."
        record.set_bytes_content(block)
        if record.record_type == kinds.response:
            record.parse_http(auto_decode="all")
            if not record.is_http or not 200 <= (record.http_headers.status_code or 0) < 300:
                return None
        kind = (record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
        if kind not in (*_PAGES, *_TEXTS):
            return None
        data = record.reader.read(limit + 1)
    except (OSError, EOFError, ValueError, RuntimeError) as error:
        record.set_bytes_content(b"")  # what is left of it would stop the reader before the next one
        return f"The page cannot be read from its HTTP response ({error}); the others are not touched."
    if len(data) > limit:
        return _overlong(limit)
    return {
        "html" if kind in _PAGES else "text": data,
        "id": record.headers.get("WARC-Record-ID"),
        "url": record.headers.get("WARC-Target-URI"),
        ENCODING: _codec(record.http_charset),
        CRAWLED: record.record_date.date().isoformat() if record.record_date else None,
    }


def _overlong(limit: int) -> str:
    return f"The page is larger than the {limit:,} bytes that max_bytes allows a record; raise max_bytes to have it."


def _codec(charset: str | None) -> str | None:
    try:
        return codecs.lookup(charset).name if charset else None
    except LookupError:
        return None
