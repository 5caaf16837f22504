"""Bytes -> text.

**Nothing is lost.** For every `bytes` input that `decode` accepts, `encode(decoded.text, decoded.encoding) == data`.
Bytes that are wrong in their encoding stay in the text as lone surrogates (`surrogateescape`, PEP 383), a byte order
mark stays as the first character U+FEFF. `decode` tries an encoding only as far as it can be undone.

How the encoding is found, best evidence first:

1. a byte order mark, or the NUL bytes that UTF-16 without one puts into every ASCII character;
2. the bytes are UTF-8, perhaps with a few bad ones. This outranks what was declared, unlike in the WHATWG standard:
   several bytes in a row are valid UTF-8 by accident almost never, while pages that were saved as UTF-8 and still
   declare their old encoding are common in corpora;
3. what the HTTP header declared, then what the page's own head does, by the labels of the WHATWG Encoding Standard;
4. a guess: the alphabets of European languages for text in Latin letters, charset-normalizer for all other scripts.
"""

from __future__ import annotations

import re
from typing import get_args

from cleaner.decode.exact import encode, read
from cleaner.decode.guessed import guess
from cleaner.decode.labels import labelled
from cleaner.decode.sniffed import mostly_valid, refuse_binary, refuse_formats, unreadable, wide_encodings
from cleaner.model import ConfigError, Decoded, Kind, UnreadableInputError

__all__ = ["LINE_END", "decode", "encode"]

LINE_END = re.compile(r"\r\n?|\n")
"""Where a line of a text file ends: LF, CR LF or CR, as editors and git count lines.

Why not more, as `str.splitlines` has it: U+0085 in a corpus is an ellipsis of Windows-1252 that was read as Latin-1,
U+001C and U+001D are quotation marks that lost a byte, each in the middle of a sentence. U+2028, U+2029, vertical tab
and form feed are soft breaks that somebody pasted from a word processor, inside a heading or beside a real line end;
browsers do not break there. They are white space within a line.
"""

_ESCAPE = b"\x1b"
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")


def decode(
    data: str | bytes,
    *,
    kind: Kind | None = None,
    declared: str | None = None,
    max_bytes: int = 64 * 2**20,
) -> Decoded:
    """Read a document's bytes as text that can be turned into the same bytes again.

    Args:
        data: the document. A `str` is passed through unchanged, lone surrogates and byte order mark included.
        kind: "text" keeps a meta element in the text from being taken for a declaration.
        declared: the charset of an HTTP header, or the whole Content-Type header. Unknown labels are ignored.
        max_bytes: larger documents are refused.

    Raises:
        UnreadableInputError: the document is larger than `max_bytes`, or it is no text.
        ConfigError: there is no such kind.
        TypeError: `data` is no document but, say, the path of one.

    >>> decode("café".encode("windows-1252")).encoding
    'windows-1252'
    >>> decode("Вода в реке поднялась".encode("koi8-r"), declared="text/html; charset=koi8-r").text
    'Вода в реке поднялась'
    >>> decode(b"").text
    ''
    """
    if not isinstance(data, str | bytes):
        raise TypeError(
            f"Give the document itself, as str or bytes (a path's .read_bytes()), not {type(data).__name__}."
        )
    if kind not in (None, *get_args(Kind)):
        raise ConfigError(f"There is no kind {kind!r}. Say 'html' or 'text', or None to have it looked for.")
    raw, is_utf8 = _utf8(data) if isinstance(data, str) else (data, False)
    if len(raw) > max_bytes:
        raise UnreadableInputError(
            f"The input has {len(raw):,} bytes, more than the {max_bytes:,} that max_bytes allows. "
            "Raise max_bytes in the configuration, or split the input into documents."
        )
    if isinstance(data, str):
        return Decoded(data, "utf-8", raw, is_utf8)
    return Decoded(*_text_of(data, kind, declared))


def _utf8(text: str) -> tuple[bytes, bool]:
    """Text as UTF-8, and whether it has no lone surrogates, which UTF-8 does not know."""
    try:
        return text.encode(), True
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass"), False


def _text_of(data: bytes, kind: Kind | None, declared: str | None) -> tuple[str, str, bytes, bool]:
    """What `Decoded` says of bytes; see the module's docstring for the order of the evidence."""
    refuse_formats(data)
    for encoding in wide_encodings(data):
        text = read(data, encoding)
        if text is not None and not unreadable(text):
            return text, encoding, data, False
    refuse_binary(data)
    if _ESCAPE in data and _ISO_2022_JP.search(data) and (text := read(data, "iso-2022-jp")) is not None:
        return text, "iso-2022-jp", data, False
    try:
        return data.decode("utf-8"), "utf-8", data, True
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
    if mostly_valid(text):
        return text, "utf-8", data, False
    for encoding in labelled(data, kind, declared):
        text = read(data, encoding)
        if text is not None and mostly_valid(text):
            return text, encoding, data, False
    encoding = guess(data)
    text = read(data, encoding)
    if text is not None:
        return text, encoding, data, False
    return data.decode("windows-1252", "surrogateescape"), "windows-1252", data, False  # any byte there and back
