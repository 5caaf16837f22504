"""Telling text from anything else by its first bytes, and the wide encodings, UTF-16 and UTF-32, from all others."""

from __future__ import annotations

import codecs

from cleaner.model import UnreadableInputError
from cleaner.once import compiled

_BOMS = (  # UTF-32 before UTF-16, which it begins like
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPE = compiled("[\udc80-\udcff]")
_SNIFFED = 2**16  # bytes or characters that are looked at to tell text from anything else
_CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b") + b"\x7f"  # ESC: ISO-2022-JP
_UNREADABLE = compiled("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufff0-\ufff8\ufffe\uffff]")

_CONVERT = "Extract its text with a converter first."
_UNPACK = "Unpack it first."
_SKIP = "Leave it out."
_FORMATS = (
    (b"%PDF-", "a PDF file", _CONVERT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", _CONVERT),
    (b"PK\x03\x04", "a zip archive or an office document", "Unpack it, or extract its text with a converter, first."),
    (b"\x1f\x8b", "a gzip file", _UNPACK),
    (b"BZh91AY&SY", "a bzip2 file", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz file", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd file", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a rar archive", _UNPACK),
    (b"PAR1\x15", "a Parquet file", "Name it with the ending .parquet, so that it is read as a table."),
    (b"SQLite format 3\x00", "an SQLite database", "Export its documents first."),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _SKIP),
    (b"\xff\xd8\xff", "a JPEG image", _SKIP),
    (b"GIF87a", "a GIF image", _SKIP),
    (b"GIF89a", "a GIF image", _SKIP),
    (b"\x7fELF", "a program", _SKIP),
)


def refuse_formats(data: bytes) -> None:
    """Raise for files whose first bytes say that they are something else than text."""
    for magic, name, advice in _FORMATS:
        if data.startswith(magic):
            raise UnreadableInputError(f"The input looks like {name}, not like text or HTML. {advice}")


def refuse_binary(data: bytes) -> None:
    """Raise for bytes of which too many are control characters."""
    if _binary(data[:_SNIFFED]):
        raise UnreadableInputError(
            "The input looks like binary data: too many of its characters are control characters. "
            "Convert it to text first, or leave it out."
        )


def unreadable(text: str) -> bool:
    """Whether UTF-16 or UTF-32 text has too many characters that no text has; random bytes have one in eight."""
    sniffed = text[:_SNIFFED]
    return _too_many(len(_UNREADABLE.findall(sniffed)), len(sniffed))


def wide_encodings(data: bytes) -> list[str]:
    """The UTF encodings that a byte order mark or the place of the NUL bytes speaks for.

    In UTF-16 the characters of ASCII have a NUL for their other byte: half of all bytes of English text, a few in a
    hundred of Chinese. They stand at even or at odd places. A stray NUL in plain text must not count, so where they
    are few the bytes must also fail to be text as they are. UTF-16 that is declared but shows no NUL is not believed.
    """
    marked = [encoding for bom, encoding in _BOMS if data.startswith(bom)]
    if marked or b"\x00" not in data:
        return marked
    sniffed = data[:_SNIFFED]
    even, odd = sniffed[0::2].count(0), sniffed[1::2].count(0)
    many, few = max(even, odd), min(even, odd)
    units = len(sniffed) // 2
    if many < 3 or many * 50 < units or few * 4 > many:
        return []
    if many * 4 < units and not _binary(sniffed) and mostly_valid(sniffed.decode("utf-8", "surrogateescape")):
        return []
    return ["utf-16-le" if odd > even else "utf-16-be"]


def _binary(sniffed: bytes) -> bool:
    """Whether too many bytes are control characters.

    Compressed data has one in ten, machine code more, text none but for the odd NUL of a broken writer.
    """
    return _too_many(len(sniffed) - len(sniffed.translate(None, _CONTROL_BYTES)), len(sniffed))


def _too_many(found: int, size: int) -> bool:
    """The limit is one in 32, and never fewer than five."""
    return found > 4 + size // 32


def mostly_valid(text: str) -> bool:
    """Whether at most half of the characters beyond ASCII are bad bytes.

    Text of another encoding that is read as UTF-8 has hardly a valid sequence; a page that is UTF-8 has hardly a bad
    one, but a quoted comment or a cut at the end is enough to make some.
    """
    if text.isascii():
        return True
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return len(_ESCAPE.findall(text)) * 2 <= beyond
