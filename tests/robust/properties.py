"""What holds for every input, as functions that raise AssertionError where it does not.

The tests beside this file ask them of generated documents, `fuzz/` of millions of mutated ones, and every input that
ever failed one of them is kept in `crashes/<property>/` and asked again. Each takes bytes; where text is wanted, the
bytes are read as UTF-8 with lone surrogates for what is none, so that no input is out of reach.

Only `CleanerError` may be raised by the code under test; where it is an answer, the property takes it as one.
"""

import hashlib
import io
import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import TypeVar

from cleaner import clean, restore, sidecar
from cleaner.assemble import kept_labels
from cleaner.cleaned import Cleaned
from cleaner.config import Config
from cleaner.decode import decode, encode, invisible
from cleaner.decode.kind import detect
from cleaner.decode.repair import needs_repair, repair
from cleaner.features import Page
from cleaner.genre import judge
from cleaner.model import LABELS, CleanerError, Document, UnreadableInputError
from cleaner.plain import leftover, lineends, linked

T = TypeVar("T")

_SURROGATE = re.compile("[\ud800-\udfff]")
_PREFORMATTED = {"pre", "listing", "plaintext", "xmp"}
_LINE_END = re.compile(r"\r\n?|\n")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_WRITTEN_END = re.compile(r"\\[rn]|<br\s*/?>|[\">|]", re.IGNORECASE)  # and what quotes a text, see `lineends`
SPLIT = b"\n=====\n"  # between the two parts of an input that has two


def text_of(data: bytes) -> str:
    """Any bytes as a text."""
    return data.decode("utf-8", "surrogateescape")


def decoded_bytes_come_back(data: bytes) -> None:
    """What `decode` accepts, `encode` gives back byte for byte."""
    for kind, declared in ((None, None), ("html", "shift_jis"), ("text", "text/html; charset=gb18030")):
        try:
            decoded = decode(data, kind=kind, declared=declared)
        except UnreadableInputError:
            continue
        assert encode(decoded.text, decoded.encoding) == data


def repairing_is_settled(data: bytes) -> None:
    """Text that was mended needs no more mending, and the gate is never wrong in the dangerous direction."""
    for line in _LINE_END.split(text_of(data)):
        mended = repair(line)
        assert repair(mended) == mended
        assert needs_repair(line) or mended == line


def _is_document(document: Document) -> None:
    """Every column has an entry a line, and lines stand in the text in order."""
    n = len(document.texts)
    columns = [document.spans, document.numbers, document.gaps, document.indents]
    if document.dom is not None:
        dom = document.dom
        columns += [dom.tag, dom.path, dom.tokens, dom.link_density, dom.heading, dom.listed, dom.group, dom.hidden]
        assert all(0 <= density <= 1 for density in dom.link_density)
    assert {len(column) for column in columns} == {n}
    tags = document.dom.tag if document.dom else ("",) * n
    assert all(
        text.strip() and (tag in _PREFORMATTED or text == " ".join(text.split()))
        for tag, text in zip(tags, document.texts, strict=True)
    )
    assert all(0 <= start < end <= len(document.text) for start, end in document.spans)
    assert all(one[1] <= other[0] for one, other in pairwise(document.spans))
    assert all(1 <= first <= last for first, last in document.numbers)
    assert all(one[1] <= other[0] for one, other in pairwise(document.numbers))


def plain_text_is_read(data: bytes) -> None:
    """Reading text gives lines in order, made of the words of the input and of nothing else."""
    from cleaner import plain

    text = text_of(data)
    document = plain.read(text)
    _is_document(document)
    assert document.source == document.text == text
    ends = [0, *(end for _, end in document.spans)]
    starts = [*(start for start, _ in document.spans), len(text)]
    between = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    assert not _letters("".join(map(repair, _LINE_END.split(_WRITTEN_END.sub("", between)))))


def html_is_read(data: bytes) -> None:
    """Reading HTML gives lines in order, each found where its span says."""
    from cleaner import markup

    document = markup.read(text_of(data), url="https://example.org/2031/05/04/a")
    _is_document(document)
    assert document.source == text_of(data)
    assert _letters("".join(document.texts)) == _letters("".join(document.text.split()))


def _letters(text: str) -> str:
    """A text without its white space, composed, and without what cannot be written."""
    return unicodedata.normalize("NFC", "".join(_SURROGATE.sub("\ufffd", text).split()))


def text_is_cleaned(data: bytes) -> None:
    """Everything that is promised of plain text."""
    settled(holds(text_of(data), "text"))


def html_is_cleaned(data: bytes) -> None:
    """Everything that is promised of HTML."""
    settled(holds(text_of(data), "html"))


def bytes_are_cleaned(data: bytes) -> None:
    """Everything that is promised of a document of unknown kind and encoding."""
    decoded = answer(lambda: decode(data))
    if decoded is not None:
        assert holds(data, None).document.kind == detect(decoded.text)


def holds(data: str | bytes, kind: str | None, config: Config = Config()) -> Cleaned:
    """Clean a document and check the body, the reasons, the sidecar and the way back."""
    cleaned = clean(data, kind=kind, config=config)
    document = cleaned.document
    _is_document(document)
    lines = [line for _, _, line in cleaned.body.pieces]
    assert lines == sorted(set(lines))
    assert [line for line, label in enumerate(cleaned.decisions.labels) if label in kept_labels(config)] == lines
    assert len(cleaned.decisions) == len(document)
    assert set(cleaned.decisions.labels).issubset(LABELS)
    body_is_made_of_the_input(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned.text)
    assert "\r" not in cleaned.text
    assert cleaned.text == cleaned.text.strip("\n")
    record = cleaned.to_dict()
    written = sidecar.dumps(record)
    read = sidecar.loads(written)
    assert sidecar.dumps(read) == written
    body = cleaned.to_bytes().decode("utf-8")
    assert cleaned.restore() == restore(body, read) == cleaned.decoded.text
    if isinstance(data, bytes):
        assert encode(restore(body, read), record["input"]["encoding"]) == data
    assert all(removal["rule"] and removal["evidence"] for removal in record["removals"])
    return cleaned


def settled(cleaned: Cleaned) -> None:
    """Cleaning the body of an article again changes nothing."""
    if judge(Page(cleaned.document)).genre == "article":
        assert clean(cleaned.text, kind="text").text == cleaned.text


def body_is_made_of_the_input(cleaned: Cleaned) -> None:
    """Each piece of the body is a line of the document, or what is seen of one, and the lines come in order."""
    document = cleaned.document
    text = document.text
    is_marked = document.kind == "text" and (linked.has_links(text) or leftover.may_have(text))
    is_marked = is_marked or lineends.may_part(text)
    is_made = _is_left if is_marked else str.__contains__
    for start, end, line in cleaned.body.pieces:
        raw = text[slice(*document.spans[line])]
        # Mojibake that a line end broke in two is mended when both halves are one line again.
        ways = ["".join(map(repair, _LINE_END.split(raw))), repair(" ".join(raw.split()))]
        ways += [_unescaped(raw)] if is_marked else []
        piece = _letters(invisible.without(cleaned.text[start:end]))
        assert any(is_made(_letters(way), piece) for way in ways), f"{piece!r} is not what stands there"


def _unescaped(text: str) -> str:
    """A text with the units of UTF-16 that are written out in it, two for an emoji."""
    units = _ESCAPED.sub(lambda unit: chr(int(unit[1], 16)), text)
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _is_left(text: str, piece: str) -> bool:
    """Whether a piece is what is left of a text without some of it, such as the marks and targets of links."""
    letters = iter(text)
    return all(letter in letters for letter in piece)


def sidecars_of_strangers(data: bytes) -> None:
    """A sidecar is understood or refused with a sentence; restoring never gives more than it declares.

    Each is also asked with the right hash in it, which a stranger could compute.
    """
    written, _, rest = data.partition(SPLIT)
    body = text_of(rest)
    record = answer(lambda: sidecar.loads(written))
    if not isinstance(record, dict):
        return
    signed = record | {"output": {"sha256": hashlib.sha256(sidecar.body_bytes(body.removesuffix("\n"))).hexdigest()}}
    for made in (record, signed):
        text = answer(lambda made=made: restore(body, made))
        assert text is None or len(text) == made["input"]["chars"]


def configurations_of_strangers(data: bytes) -> None:
    """A configuration is understood or refused with a sentence, and what is understood can be used."""
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return
    made = answer(lambda: Config.from_mapping(table))
    if made is None:
        return
    assert made.digest == Config.from_mapping(table).digest
    answer(lambda: made.for_file("a/b.txt").require_rules(()))
    answer(lambda: clean("Home\nThe bridge was closed on Monday, the mayor said.\nRead more\n", config=made))


def books_of_strangers(data: bytes) -> None:
    """A book of templates is understood or refused; what is understood is written as it was read, and can be used."""
    from cleaner.templates import TemplateBook

    book = answer(lambda: TemplateBook.loads(data))
    if book is None:
        return
    assert TemplateBook.loads(book.dumps()) == book
    page = "Home\nThe bridge was closed on Monday, the mayor said.\nRead more\n"
    cleaned = clean(page, config=Config(templates=book), site=next(iter(book.sites), None))
    assert cleaned.restore() == page


def baselines_of_strangers(data: bytes) -> None:
    """A baseline is understood or refused, and what is understood is written again as it was read."""
    from cleaner.guard import baseline

    known = answer(lambda: baseline.loads(text_of(data)))
    assert known is None or baseline.loads(known.dumps()) == known


def answer(ask: Callable[[], T]) -> T | None:
    """What a call gives, or None where it refuses with a whole sentence; any other error is a fault."""
    try:
        return ask()
    except CleanerError as error:
        sentence = str(error)
    assert sentence.endswith((".", "!", "?")), sentence
    return None


def records_of_strangers(data: bytes) -> None:
    """Records are read, or each that cannot be says why; a file that is none of its form is refused."""
    from cleaner import formats
    from cleaner.formats import Form

    forms: tuple[Form, ...] = ("jsonl", "warc", "parquet")
    for form in forms:
        stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
        for raw in answer(lambda form=form, stream=stream: list(formats.read(stream, form, 1 << 16))) or ():
            assert raw.error is None or raw.error.endswith(".")
            answer(lambda raw=raw: formats.parse(raw, formats.Columns()))


PROPERTIES: dict[str, Callable[[bytes], None]] = {
    check.__name__: check
    for check in (
        decoded_bytes_come_back,
        repairing_is_settled,
        plain_text_is_read,
        html_is_read,
        text_is_cleaned,
        html_is_cleaned,
        bytes_are_cleaned,
        sidecars_of_strangers,
        configurations_of_strangers,
        books_of_strangers,
        baselines_of_strangers,
        records_of_strangers,
    )
}
