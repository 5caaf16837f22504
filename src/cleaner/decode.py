"""Bytes -> text, and the mending of text. The only door to ftfy.

Two promises hold for everything here:

- **Nothing is lost.** For every `bytes` input that `decode` accepts, `encode(decoded.text, decoded.encoding) == data`.
  Bytes that are wrong in their encoding stay in the text as lone surrogates (`surrogateescape`, PEP 383), a byte order
  mark stays as the first character U+FEFF. `decode` tries an encoding only as far as it can be undone.
- **The gate is never wrong in the dangerous direction.** Where `needs_repair(text)` is False, `repair` returns every
  line of that text unchanged, so a caller may skip it.

How the encoding is found, best evidence first:

1. a byte order mark, or the NUL bytes that UTF-16 without one puts into every ASCII character;
2. the bytes are UTF-8, perhaps with a few bad ones. This outranks what was declared, unlike in the WHATWG standard:
   several bytes in a row are valid UTF-8 by accident almost never, while pages that were saved as UTF-8 and still
   declare their old encoding are common in corpora;
3. what the HTTP header declared, then what the page's own head does, by the labels of the WHATWG Encoding Standard;
4. a guess: the alphabets of European languages for text in Latin letters, charset-normalizer for all other scripts.
"""

from __future__ import annotations

import codecs
import hashlib
import html
import html.entities
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from cleaner import invisible
from cleaner.model import Decoded, Kind, UnreadableInputError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["LINE_END", "decode", "encode", "needs_repair", "repair", "repairs"]

LINE_END = re.compile(r"\r\n?|\n")
"""Where a line of a text file ends: LF, CR LF or CR, as editors and git count lines.

Why not more, as `str.splitlines` has it: U+0085 in a corpus is an ellipsis of Windows-1252 that was read as Latin-1,
U+001C and U+001D are quotation marks that lost a byte, each in the middle of a sentence. U+2028, U+2029, vertical tab
and form feed are soft breaks that somebody pasted from a word processor, inside a heading or beside a real line end;
browsers do not break there. They are white space within a line.
"""

# --- Bytes and text -------------------------------------------------------------------------------------------------

_WIDE = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}  # bytes a unit
_BOMS = (  # UTF-32 before UTF-16, which it begins like
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPES = "".join(map(chr, range(0xDC00, 0xDD00)))
_ESCAPE = re.compile("[\udc80-\udcff]")
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

    >>> decode("café".encode("windows-1252")).encoding
    'windows-1252'
    >>> decode("Вода в реке поднялась".encode("koi8-r"), declared="text/html; charset=koi8-r").text
    'Вода в реке поднялась'
    >>> decode(b"").text
    ''
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > max_bytes:
        raise UnreadableInputError(
            f"The input has {len(raw):,} bytes, more than the {max_bytes:,} that max_bytes allows. "
            "Raise max_bytes in the configuration, or split the input into documents."
        )
    text, encoding = (data, "utf-8") if isinstance(data, str) else _text_of(data, kind, declared)
    return Decoded(text, encoding, hashlib.sha256(raw).hexdigest(), len(raw))


def encode(text: str, encoding: str) -> bytes:
    """Turn decoded text into its bytes again: the inverse of `decode` for bytes.

    UTF-16 and UTF-32 keep lone surrogates as they are (`surrogatepass`); there, up to three characters U+DC00 to
    U+DCFF at the end are the bytes of a unit that was cut off. Every other encoding keeps its bad bytes as
    U+DC80 to U+DCFF (`surrogateescape`).

    Raises:
        UnicodeEncodeError: `text` has characters that `encoding` lacks, so it did not come from `decode` like this.

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


def _text_of(data: bytes, kind: Kind | None, declared: str | None) -> tuple[str, str]:
    """The text and the encoding of bytes; see the module's docstring for the order of the evidence."""
    _refuse_formats(data)
    for encoding in _wide_encodings(data):
        text = _read(data, encoding)
        if text is not None and not _unreadable(text):
            return text, encoding
    _refuse_binary(data)
    if _ISO_2022_JP.search(data) and (text := _read(data, "iso-2022-jp")) is not None:
        return text, "iso-2022-jp"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
    if _mostly_valid(text):
        return text, "utf-8"
    for encoding in _labelled(data, kind, declared):
        text = _read(data, encoding)
        if text is not None and _mostly_valid(text):
            return text, encoding
    guess = _guess(data)
    text = _read(data, guess)
    if text is not None:
        return text, guess
    return data.decode("windows-1252", "surrogateescape"), "windows-1252"  # any byte there and back


def _read(data: bytes, encoding: str) -> str | None:
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


def _mostly_valid(text: str) -> bool:
    """Whether at most half of the characters beyond ASCII are bad bytes.

    Text of another encoding that is read as UTF-8 has hardly a valid sequence; a page that is UTF-8 has hardly a bad
    one, but a quoted comment or a cut at the end is enough to make some.
    """
    if text.isascii():
        return True
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return len(_ESCAPE.findall(text)) * 2 <= beyond


# --- UTF-16, and what is no text ------------------------------------------------------------------------------------

_SNIFFED = 2**16  # bytes or characters that are looked at to tell text from anything else
_CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b") + b"\x7f"  # ESC: ISO-2022-JP
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufff0-\ufff8\ufffe\uffff]")

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


def _refuse_formats(data: bytes) -> None:
    """Raise for files whose first bytes say that they are something else than text."""
    for magic, name, advice in _FORMATS:
        if data.startswith(magic):
            raise UnreadableInputError(f"The input looks like {name}, not like text or HTML. {advice}")


def _refuse_binary(data: bytes) -> None:
    """Raise for bytes of which too many are control characters.

    Compressed data has one in ten, machine code more, text none but for the odd NUL of a broken writer: the limit is
    one in 32, and never fewer than five.
    """
    sniffed = data[:_SNIFFED]
    if _too_many(len(sniffed) - len(sniffed.translate(None, _CONTROL_BYTES)), len(sniffed)):
        raise UnreadableInputError(
            "The input looks like binary data: too many of its characters are control characters. "
            "Convert it to text first, or leave it out."
        )


def _unreadable(text: str) -> bool:
    """Whether UTF-16 or UTF-32 text has too many characters that no text has; random bytes have one in eight."""
    sniffed = text[:_SNIFFED]
    return _too_many(len(_UNREADABLE.findall(sniffed)), len(sniffed))


def _too_many(found: int, size: int) -> bool:
    return found > 4 + size // 32


def _wide_encodings(data: bytes) -> list[str]:
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
    if many * 4 < units and _plain(sniffed):
        return []
    return ["utf-16-le" if odd > even else "utf-16-be"]


def _plain(sniffed: bytes) -> bool:
    """Whether bytes are UTF-8 with few control characters."""
    controls = len(sniffed) - len(sniffed.translate(None, _CONTROL_BYTES))
    return not _too_many(controls, len(sniffed)) and _mostly_valid(sniffed.decode("utf-8", "surrogateescape"))


# --- Declared encodings ---------------------------------------------------------------------------------------------

# The labels of the WHATWG Encoding Standard, by the Python codec that reads what browsers read under them: Latin-1 is
# Windows-1252, GBK is GB 18030, and so on. UTF-16 is missing because nobody believes that label, the encodings that
# the standard replaces are missing because they are a danger, and x-user-defined because it is no text.
_LABELS = """
utf-8: unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8
cp866: 866 cp866 csibm866 ibm866
iso-8859-2: csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
iso-8859-3: csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
iso-8859-4: csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
iso-8859-5: csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
iso-8859-6: arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i
iso-8859-6: iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
iso-8859-7: csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7
iso-8859-7: iso_8859-7:1987 sun_eu_greek
iso-8859-8: csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-8859-8-i iso-ir-138 iso8859-8
iso-8859-8: iso88598 iso_8859-8 iso_8859-8:1988 logical visual
iso-8859-10: csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6
iso-8859-13: iso-8859-13 iso8859-13 iso885913
iso-8859-14: iso-8859-14 iso8859-14 iso885914
iso-8859-15: csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9
iso-8859-16: iso-8859-16
koi8-r: cskoi8r koi koi8 koi8-r koi8_r
koi8-u: koi8-ru koi8-u
macintosh: csmacintosh mac macintosh x-mac-roman
cp874: dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874
windows-1250: cp1250 windows-1250 x-cp1250
windows-1251: cp1251 windows-1251 x-cp1251
windows-1252: ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591
windows-1252: iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252
windows-1253: cp1253 windows-1253 x-cp1253
windows-1254: cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5
windows-1254: windows-1254 x-cp1254
windows-1255: cp1255 windows-1255 x-cp1255
windows-1256: cp1256 windows-1256 x-cp1256
windows-1257: cp1257 windows-1257 x-cp1257
windows-1258: cp1258 windows-1258 x-cp1258
mac-cyrillic: x-mac-cyrillic x-mac-ukrainian
gb18030: chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk
big5hkscs: big5 big5-hkscs cn-big5 csbig5 x-x-big5
euc-jp: cseucpkdfmtjapanese euc-jp x-euc-jp
iso-2022-jp: csiso2022jp iso-2022-jp
cp932: csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis
cp949: cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949
"""

# The standard looks through the first 1024 bytes before it parses, but then obeys a meta element anywhere in the head.
_HEAD_BYTES = 2**14
_META = re.compile(rb"<!--.*?(?:-->|\Z)|<meta[\s/]([^>]{0,500})", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = re.compile(rb"""([a-z-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"'>]{1,40})""")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';]+)", re.IGNORECASE)


@cache
def _codecs() -> dict[str, str]:
    rows = (row.split(":", 1) for row in _LABELS.strip().split("\n"))
    return {label: codec for codec, labels in rows for label in labels.split()}


def _labelled(data: bytes, kind: Kind | None, declared: str | None) -> list[str]:
    """The codecs that the HTTP header and the head of the page name."""
    labels = []
    if declared:
        header = _CHARSET.search(declared)
        labels.append(header[1] if header else declared)
    if kind != "text":
        labels.append(_prescan(data[:_HEAD_BYTES]))
    known = _codecs()
    return [known[name] for label in labels if (name := label.strip().lower()) in known]


def _prescan(head: bytes) -> str:
    """The encoding that a page's head declares, or an empty string: meta charset, http-equiv, XML declaration."""
    for meta in _META.finditer(head):
        found = {m[1].lower(): (m[2] or m[3] or m[4] or b"") for m in _ATTRIBUTE.finditer(meta[1] or b"")}
        label = found.get(b"charset", b"").decode("ascii", "ignore")
        if not label and found.get(b"http-equiv", b"").strip().lower() == b"content-type":
            content = _CHARSET.search(found.get(b"content", b"").decode("ascii", "ignore"))
            label = content[1] if content else ""
        if label:
            return label
    declaration = _XML_ENCODING.match(head)
    return declaration[1].decode("ascii", "ignore") if declaration else ""


# --- Guessed encodings ----------------------------------------------------------------------------------------------

_GUESSED_BYTES = 2**15
_LATIN = ("windows-1252", "windows-1250", "windows-1254", "iso-8859-2", "windows-1257", "macintosh")  # commonest first
_ALPHABETS = (  # the letters and signs beyond ASCII that one language uses
    "áéíóúüñ¡¿ªº",  # Spanish
    "àáâãçéêíóôõúüªº",  # Portuguese
    "àâæçéèêëîïôœùûüÿ",  # French
    "äöüßé",  # German
    "àèéìíòóùú",  # Italian
    "åäöéü",  # Swedish, Finnish
    "æøåéò",  # Danish, Norwegian
    "áéëïíóöúüèê",  # Dutch
    "áðéíóúýþæö",  # Icelandic
    "àçéèíïóòúü·",  # Catalan
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîşţșț",  # Romanian
    "čćđšž",  # Croatian, Slovene
    "çğıöşüâîûİ",  # Turkish
    "ąčęėįšųūž",  # Lithuanian
    "āčēģīķļņšūž",  # Latvian
    "äõöüšž",  # Estonian
)
_SIGNS = frozenset("\xa0–—‘’‚“”„•…‹›«»§©®™€£°·")  # at home in all of them
_OTHERS = (
    *("windows-1251", "koi8-r", "koi8-u", "cp932", "gb18030", "cp949", "big5hkscs", "euc-jp", "windows-1253"),
    *("iso-8859-7", "windows-1255", "windows-1256", "iso-8859-6", "iso-8859-8", "cp874", "cp866", "iso-8859-5"),
    *("mac-cyrillic", "windows-1252", "windows-1250"),
)


def _guess(data: bytes) -> str:
    """The likeliest encoding of bytes that nobody declared.

    charset-normalizer knows scripts well, but takes Windows-1252 for Windows-1250 in Spanish, Portuguese and Swedish
    and mixes up the Polish code pages. Text in Latin letters is therefore judged by alphabets: the right reading is
    the one whose accented letters all belong to one language.
    """
    runs = (run for run in re.split(rb"[<>\r\n]+", data) if not run.isascii())
    sample = b"\n".join(runs)[:_GUESSED_BYTES]
    letters = re.sub(rb"[^A-Za-z\x80-\xff]+", b"", sample)
    high = len(letters) - len(letters.decode("ascii", "ignore"))
    latin, fit = max(((page, _fit(sample, page)) for page in _LATIN), key=lambda guess: guess[1])
    if high < 4 or (high * 2 < len(letters) and fit > 0.9):
        return latin
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_OTHERS)).best()
    named = best.encoding if best else latin
    return next((page for page in _OTHERS if codecs.lookup(page).name == codecs.lookup(named).name), latin)


def _fit(sample: bytes, page: str) -> float:
    """The share of the characters beyond ASCII that the best single alphabet accounts for, 0 to 1."""
    beyond = [c for c in sample.decode(page, "replace").lower() if c > "\x7f" and c not in _SIGNS]
    if not beyond:
        return 1.0
    return max(sum(map(alphabet.count, beyond)) for alphabet in _ALPHABETS) / len(beyond)


# --- Repair ---------------------------------------------------------------------------------------------------------

_ENTITY = re.compile(
    r"""
    & (?: (?: amp | \#0*38 | \#[xX]0*26 ) ; )*  # escaped more than once
    ( \#[0-9]{1,7} | \#[xX][0-9a-fA-F]{1,6} | [A-Za-z][A-Za-z0-9]{1,31} ) ;
    """,
    re.VERBOSE,
)
_TAG = re.compile(r"(?:<|&(?:amp;)*(?:lt|LT|#0*60|#[xX]0*3[cC]);)[A-Za-z/!?]")


def repair(text: str, *, unseen: bool = False) -> str:
    r"""Mend what tools have broken in one line of text; a second time changes nothing.

    - Mojibake is read again in the right encoding (`ftfy.fix_encoding`).
    - HTML entities that were left in the text become characters, also when they were escaped twice. They need their
      semicolon, so `R&D` and `?a=1&copy=2` stay. In a line that has a tag, literal or escaped (`&lt;div&gt;`), all
      entities stay: such a line shows code or was never parsed, and unescaping it would make markup out of text.
    - Control characters, soft hyphens, zero-width spaces and others that nobody sees are dropped (see `invisible`),
      but for those that some writing needs; with `unseen` they stay.
    - A pair of surrogates becomes its character, a lone one U+FFFD.
    - The result is in Unicode normal form C.

    Why not more: curly quotes, ligatures and full-width forms are the author's or the script's own characters, and a
    corpus that straightens them can never be curled again. White space is the caller's to fold, *after* this, because
    `str.split` takes U+0085 for white space, which is a lost ellipsis. Prose that is about mojibake or about entities
    is mended too; the sidecar keeps how it was.

    >>> repair("The mayorâ€™s cafÃ© &amp;quot;Zur Post&amp;quot;&nbsp;is closed")
    'The mayor’s café "Zur Post"\xa0is closed'
    >>> repair("SÃO PAULO, AT&T, R&D; “ﬁne” می‌خواهم 👩‍🚀")
    'SÃO PAULO, AT&T, R&D; “ﬁne” می\u200cخواهم 👩\u200d🚀'
    >>> repair("Write &lt;b&gt;&amp;amp;&lt;/b&gt; for a bold ampersand")
    'Write &lt;b&gt;&amp;amp;&lt;/b&gt; for a bold ampersand'
    """
    if not needs_repair(text):
        return text
    # Each step makes the text shorter or leaves fewer control characters, so this ends; rarely after more than two.
    while (better := _repaired_once(text, unseen)) != text:
        text = better
    return text


def _repaired_once(text: str, unseen: bool) -> str:
    if not text.isascii():
        from ftfy import fix_encoding  # 60 ms, so not before it is needed

        text = fix_encoding(text)
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = text if unseen else invisible.without(text)
    if "&" in text and not _TAG.search(text):
        text = _ENTITY.sub(_unescaped, text)
    return unicodedata.normalize("NFC", text)


def _unescaped(entity: re.Match[str]) -> str:
    """The character of an entity, a blank instead of a line end; unknown names stay, escaped once at most."""
    name = entity[1] + ";"
    if not name.startswith("#") and name not in html.entities.html5:
        return "&" + name
    character = html.unescape("&" + name)
    return " " if character in ("\n", "\r") else character


# --- The gate -------------------------------------------------------------------------------------------------------

# ftfy's judgement of a page takes milliseconds, and nearly every page is clean. But whatever it takes for mojibake has
# two neighbours that clean text rarely has. One table gives each UTF-16 unit the pairs that it may begin (high byte)
# and end (low byte), so a page costs one look-up a character; ftfy then judges the surroundings of the few pairs found.
_PAGES = ("latin-1", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1257", "iso-8859-2", "mac-roman", "cp437")
_COMMON = "\xa0\xad·´–—―…’"  # signs that stand beside letters in clean text; suspicious only after _LEADS
_LEADS = "ÂÃÎÐØÙ√≈‚âāβвВГРСΒΓΞΟ"  # what the first bytes of frequent UTF-8 sequences look like in those code pages
_BAD = "¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊ªº\ufffd"  # hardly ever beside a Greek or Cyrillic letter
_DROP = 0x8000  # as a character: `repair` drops it
_COMPOSES = 0x80  # as a character: normal form C may be at stake
_CERTAIN_PAIR = 0x40
_PAIRS = 0x7F
# Ranges, last excluded, in which every character is in normal form C whatever stands beside it.
_COMPOSED = (
    *((0x370, 0x374), (0x388, 0x483), (0x48A, 0x591), (0x5D0, 0x5F5), (0x620, 0x64B), (0x671, 0x6D6), (0xE01, 0xE38)),
    *((0x10A0, 0x1100), (0x1E00, 0x1E9B), (0x1EA0, 0x1F00), (0x2002, 0x20D0), (0x2100, 0x2126), (0x212C, 0x2329)),
    *((0x232B, 0x2ADC), (0x3001, 0x302A), (0x3030, 0x3099), (0x309B, 0xA66F), (0xAC00, 0xD7A4), (0xE000, 0xF900)),
    *((0xFF00, 0x10000), (0xD83C, 0xD83F), (0xDC00, 0xE000)),  # the last two are the halves of most emoji
)


def needs_repair(text: str) -> bool:
    r"""Whether `repair` might change a line of this text. Cheap: two microseconds per thousand characters.

    False is certain: `repair` returns every line unchanged, also when its white space has been folded to single
    blanks. True is sometimes a false alarm, for example at an entity inside a line of code.

    >>> needs_repair("« L’été à São Paulo », “ﬁne”, AT&T, Ёлка…")
    False
    >>> needs_repair("cafÃ©"), needs_repair("Tom &amp; Jerry"), needs_repair("cafe\u0301")
    (True, True, True)
    """
    if "&" in text and _ENTITY.search(text):
        return True
    if text.isascii() and text.isprintable():
        return False
    import numpy as np

    try:
        units, kinds, pairs = _judged(text)
    except UnicodeEncodeError:  # a lone surrogate
        return True
    present = int(np.bitwise_or.reduce(kinds))
    if present & _DROP:
        return True
    if pairs.any() and _mojibake(units, pairs):
        return True
    return bool(present & _COMPOSES) and not unicodedata.is_normalized("NFC", text)


def _judged(text: str) -> tuple[NDArray[np.uint16], NDArray[np.uint16], NDArray[np.integer]]:
    """The text's UTF-16 units, what each says by itself, and the suspicious pairs that each begins with the next."""
    import numpy as np

    units = np.frombuffer(text.encode("utf-16-le"), "<u2")
    kinds = _kinds().take(units, mode="wrap")  # no unit is out of range; wrapping is the mode that does not check
    return units, kinds, (kinds[:-1] >> 8) & kinds[1:] & _PAIRS


def repairs(lines: Sequence[str]) -> dict[int, str]:
    """`repair` the lines of a page that need it, by their number; costs little more than these few lines.

    >>> repairs(["The bridge is closed.", "Tom &amp; Jerry", "cafe\u0301"])
    {1: 'Tom & Jerry', 2: 'café'}
    """
    text = "\n".join(lines)
    suspects = _suspects(text)
    changed: dict[int, str] = {}
    if not unicodedata.is_normalized("NFC", text):
        composed = unicodedata.normalize("NFC", text)  # all at once, as nothing composes with a line end
        changed = {i: line for i, line in enumerate(composed.split("\n")) if line != lines[i]}
        # What composing alone mends has nothing suspicious about it, neither before nor after.
        suspects |= _suspects(composed)
    return dict(sorted((changed | {i: repair(lines[i]) for i in suspects}).items()))


def _suspects(text: str) -> set[int]:
    """The numbers of the lines that `repair` may change beyond composing them."""
    import numpy as np

    lines = text.split("\n")
    try:
        units, kinds, pairs = _judged(text)
    except UnicodeEncodeError:
        return set(range(len(lines)))
    suspicious = (kinds & _DROP) > 0
    suspicious[:-1] |= pairs > 0
    of_lines = np.searchsorted((units == ord("\n")).nonzero()[0], suspicious.nonzero()[0])
    entities = {i for i, line in enumerate(lines) if "&" in line and _ENTITY.search(line)}
    return entities | set(of_lines.tolist())


def _mojibake(units: NDArray[np.uint16], pairs: NDArray[np.integer]) -> bool:
    """Whether ftfy finds mojibake around one of the suspicious pairs."""
    if (pairs & _CERTAIN_PAIR).any():
        return True
    from ftfy.badness import is_bad

    at = pairs.nonzero()[0].tolist()
    # ftfy looks at eight units at most; the pair is then the third and fourth. Half an emoji at the edge is ignored.
    windows = (units[max(0, i - 2) : i + 6].tobytes().decode("utf-16-le", "ignore") for i in at)
    return is_bad("\n".join(windows))


@cache
def _kinds() -> NDArray[np.uint16]:
    """For each UTF-16 unit the pairs that it may begin and end, and what it says by itself."""
    import numpy as np

    table = np.zeros(0x10000, np.uint16)
    for bit, (first, second) in enumerate(_suspicious_pairs()):
        table[_units(first)] |= 1 << (bit + 8)
        table[_units(second)] |= 1 << bit
    table[_units(re.findall(f"[{invisible.SIGNS}]", _plane()))] |= _DROP
    table[0xDB40] |= _DROP  # the first half of a tag character
    table[0x300:] |= _COMPOSES  # all before is composed
    for start, end in _COMPOSED:
        table[start:end] &= 0xFFFF ^ _COMPOSES
    table.flags.writeable = False
    return table


def _plane() -> str:
    """Every character of the Basic Multilingual Plane."""
    import numpy as np

    return str(np.r_[0:0xD800, 0xE000:0x10000].astype("<u2").tobytes(), "utf-16-le")


def _units(characters: Iterable[str]) -> NDArray[np.uint16]:
    import numpy as np

    return np.frombuffer("".join(characters).encode("utf-16-le", "surrogatepass"), "<u2")


def _suspicious_pairs() -> list[tuple[Iterable[str], Iterable[str]]]:
    """Pairs of neighbours, one of which is in everything that ftfy calls bad; the last needs no second look."""
    high = bytes(range(0x80, 0x100))
    known = {c for page in _PAGES for c in high.decode(page, "ignore") if c > "\x9f"} | set(_BAD)
    known.remove("─")  # it draws the lines of tables, and ftfy does not count it
    greek_cyrillic = {c for c in known if "\u0370" <= c <= "\u04ff" and c.isalpha()}
    latin = {c for c in known if "À" <= c <= "\u024f" and c.isalpha() and c != "ƒ"} | set("ﬁﬂҐґ")
    signs = known - greek_cyrillic - latin - set(_COMMON)
    lower = {c for c in latin | greek_cyrillic if c.islower()}
    return [
        (signs, signs | latin),
        (latin, signs),
        (lower, latin - lower),
        (greek_cyrillic, _BAD),
        (_LEADS, signs | set(_COMMON) | set("ЂœŠšŸžŽ")),
        ("Œœ", re.sub("[A-Za-z]", "", _plane()) + "\ud83c\ud83d\ud83e"),  # the first halves of emoji
        ("ÂÃ", re.findall(r"\s", _plane())),
    ]
