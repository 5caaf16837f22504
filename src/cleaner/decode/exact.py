"""Reading bytes in an encoding, as far as that can be undone, and undoing it."""

from __future__ import annotations

_WIDE = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}  # bytes a unit
_ESCAPES = "".join(map(chr, range(0xDC00, 0xDD00)))


def encode(text: str, encoding: str) -> bytes:
    """Turn decoded text into its bytes again: the inverse of `decode` for bytes.

    UTF-16 and UTF-32 keep lone surrogates as they are (`surrogatepass`); there, up to three characters U+DC00 to
    U+DCFF at the end are the bytes of a unit that was cut off. Every other encoding keeps its bad bytes as
    U+DC80 to U+DCFF (`surrogateescape`).

    Raises:
        UnicodeEncodeError: `text` has characters that `encoding` lacks, so it did not come from `decode` like this.

    >>> from cleaner.decode import decode
    >>> broken = "naïve".encode("utf-16-le")[:-1]
    >>> decoded = decode(broken)
    >>> decoded.encoding, encode(decoded.text, decoded.encoding) == broken
    ('utf-16-le', True)
    """
    unit = _WIDE.get(encoding)
    if unit is None:
        return text.encode(encoding, "surrogateescape")
    head = text.rstrip(_ESCAPES)
    if len(text) - len(head) >= unit:  # not a cut unit, but lone surrogates of the input
        head = text
    return head.encode(encoding, "surrogatepass") + bytes(ord(c) - 0xDC00 for c in text[len(head) :])


def read(data: bytes, encoding: str) -> str | None:
    """The text of `data` if `encode` undoes it, else None."""
    unit = _WIDE.get(encoding)
    try:
        if unit is None:
            text = data.decode(encoding, "surrogateescape")
        else:
            cut = len(data) - len(data) % unit
            text = data[:cut].decode(encoding, "surrogatepass") + "".join(chr(0xDC00 + byte) for byte in data[cut:])
        if encode(text, encoding) == data:
            return text
    except UnicodeError:
        return None
    return None if unit else _read_exactly(data, encoding)


def _read_exactly(data: bytes, encoding: str) -> str | None:
    """The text of `data` where a codec does not undo itself, else None.

    Shift_JIS and its like have several codes for some characters and write only one of them. One such character must
    not cost the whole document its encoding, so its bytes are kept as escapes. A line is the unit because LF is no
    part of a longer code in any of these encodings.
    """
    text = "\n".join(_read_line(line, encoding) for line in data.split(b"\n"))
    try:
        return text if encode(text, encoding) == data else None
    except UnicodeError:
        return None


def _read_line(line: bytes, encoding: str) -> str:
    """One line, character by character if need be, with escapes for what `encoding` would write differently."""
    try:
        text = line.decode(encoding)
        if text.encode(encoding) == line:
            return text
    except UnicodeError:
        pass
    characters = []
    at = 0
    while at < len(line):
        for size in range(1, 5):  # the longest code is one of GB 18030
            piece = line[at : at + size]
            try:
                character = piece.decode(encoding)
                break
            except UnicodeError:
                continue
        else:
            piece, character = line[at : at + 1], ""
        same = character and character.encode(encoding, "ignore") == piece
        characters.append(character if same else piece.decode("ascii", "surrogateescape"))
        at += len(piece)
    return "".join(characters)
