"""Bytes to text and back, encodings, refusals. All texts are invented."""

import codecs
import hashlib
import random
import unicodedata
import zlib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner.decode import LINE_END, decode, encode, labels, sniffed
from cleaner.model import ConfigError, UnreadableInputError

# --- bytes there and back ---------------------------------------------------------------------------------------------

SENTENCES = {
    "ru": "Вода в реке поднялась на два метра, сообщил мэр. Старый мост закрыли, а жителей попросили не выходить.",
    "uk": "Вода в річці піднялася на два метри, повідомив мер. Їхні сусіди допомагають.",
    "ja": "市長は月曜日、川の水位が二メートル上がったと発表した。古い橋は通行止めとなった。",
    "zh": "市长星期一表示，河水上涨了两米，旧桥已经关闭。下游街道的居民被要求不要出门。",
    "zh-TW": "市長星期一表示，河水上漲了兩公尺，舊橋已經關閉。下游街道的居民被要求不要出門。",
    "ko": "시장은 월요일에 강물이 2미터 올랐다고 밝혔다. 오래된 다리는 폐쇄되었고 주민들은 기다린다.",
    "pl": "Woda w rzece podniosła się o dwa metry. Mieszkańców poproszono, żeby do rana nie wychodzili. Życie, źródło.",
    "cs": "Voda v řece stoupla o dva metry. Obyvatelé byli požádáni, aby až do rána nevycházeli, šťastně.",
    "hu": "A folyó vízszintje két métert emelkedett, közölte a polgármester. Szerdára várható nyugalom, őszintén, űr.",
    "el": "Το νερό στο ποτάμι ανέβηκε δύο μέτρα. Η παλιά γέφυρα έκλεισε και όλοι περιμένουν ως το πρωί.",
    "tr": "Nehrin suyu iki metre yükseldi. Eski köprü kapatıldı ve aşağı sokaklarda dışarı çıkmamaları istendi.",
    "he": "המים בנהר עלו בשני מטרים, הודיע ראש העיר ביום שני. הגשר הישן נסגר עד הבוקר.",
    "ar": "ارتفع منسوب المياه في النهر مترين، أعلن رئيس البلدية. أغلق الجسر القديم وطلب من السكان عدم الخروج.",
    "fr": "L’eau du fleuve est montée. Le vieux pont a été fermé, les gens priés de rester : « ça ira », dit-il.",
    "de": "Das Wasser ist gestiegen, teilte der Bürgermeister mit. Die alte Brücke wurde gesperrt, „für Fußgänger“.",
    "es": "El agua del río subió dos metros. Se pidió a los vecinos que no salieran: «Mañana será otro día», señaló.",
    "pt": "A água do rio subiu. A ponte velha foi fechada e os moradores não devem sair até a manhã; a situação é má.",
    "sv": "Vattnet i floden steg två meter. Den gamla bron stängdes och de boende ombads stanna inne på morgonen.",
    "en": "The water rose. “We expect calm,” he said – the town’s old bridge was closed.",
}

GUESSES = [
    *(("ru", "windows-1251"), ("ru", "koi8-r"), ("uk", "windows-1251"), ("ja", "cp932"), ("ja", "euc-jp")),
    *(("ja", "iso-2022-jp"), ("zh", "gb18030"), ("zh-TW", "big5hkscs"), ("ko", "cp949"), ("pl", "windows-1250")),
    *(("pl", "iso-8859-2"), ("cs", "windows-1250"), ("cs", "iso-8859-2"), ("hu", "windows-1250")),
    *(("el", "windows-1253"), ("tr", "windows-1254"), ("he", "windows-1255"), ("ar", "windows-1256")),
    *((language, "windows-1252") for language in ("fr", "de", "es", "pt", "sv", "en")),
    *(("fr", "macintosh"), ("ru", "utf-16-le"), ("en", "utf-16-be"), ("zh", "utf-8"), ("en", "utf-8")),
]


@pytest.mark.parametrize("page", ["{}", "<body><div class=nav><a href='/'>Home</a></div><p>{}</p></body>"])
@pytest.mark.parametrize(("language", "encoding"), GUESSES)
def test_guess(language, encoding, page):
    text = page.format(SENTENCES[language])
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert encode(decoded.text, decoded.encoding) == text.encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_byte_order_mark_stays(encoding):
    data = ("\ufeff" + SENTENCES["ja"]).encode(encoding)
    decoded = decode(data, declared="windows-1252")
    assert decoded.encoding == encoding
    assert decoded.text == "\ufeff" + SENTENCES["ja"]
    assert encode(decoded.text, encoding) == data


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("latin1", "windows-1252"),
        ("ISO-8859-1", "windows-1252"),
        (" us-ascii ", "windows-1252"),
        ("text/html; charset=ISO-8859-1", "windows-1252"),
        ('text/html; charset="iso-8859-2"', "iso-8859-2"),
        ("iso-8859-9", "windows-1254"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("koi8-r", "koi8-r"),
    ],
)
def test_declared(label, encoding):
    data = b"caf\xe9 \xb1\xb1 \xb0\xa1"
    assert decode(data, declared=label).encoding == encoding


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="koi8-r">', "koi8-r"),
        (b"<META CHARSET=windows-1251 >", "windows-1251"),
        (b"<meta/charset='iso-8859-5'>", "iso-8859-5"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "windows-1251"),
        (b'<meta content="text/html;charset=koi8-u" http-equiv=content-type>', "koi8-u"),
        (b'<?xml version="1.0" encoding="ISO-8859-5"?>', "iso-8859-5"),
        (b'<!-- <meta charset="koi8-r"> --><meta charset="cp866">', "cp866"),
        (b'<meta name="description" content="charset=koi8-r"><meta charset="cp866">', "cp866"),
        (b"<title>" + b"x" * 3000 + b'</title><meta charset="koi8-r">', "koi8-r"),
        # what must not count: nonsense, a comment, a description, UTF-16 in a page that is none
        (b'<meta charset="klingon">', "windows-1252"),
        (b'<!-- <meta charset="koi8-r">', "windows-1252"),
        (b'<meta name="description" content="charset=koi8-r">', "windows-1252"),
        (b'<meta charset="utf-16le">', "windows-1252"),
        (b'<meta charset="utf-8">', "windows-1252"),
    ],
)
def test_prescan(head, encoding):
    assert decode(head + b"<p>caf\xe9 ferm\xe9 \xe0 No\xebl</p>", kind="html").encoding == encoding


def test_header_outranks_meta_and_text_has_no_meta():
    data = b'<meta charset="koi8-r">caf\xe9 ferm\xe9 \xe0 No\xebl'
    assert decode(data, declared="windows-1251").encoding == "windows-1251"
    assert decode(data, kind="text").encoding == "windows-1252"


def test_utf8_outranks_what_is_declared():
    data = '<meta charset="iso-8859-1"><p>Der Bürgermeister</p>'.encode()
    assert decode(data, declared="windows-1252").encoding == "utf-8"


@pytest.mark.parametrize("bad", [b"\x92", b"\xc3", b"\xf0\x9f\x98", b"\xff\xfe"])
def test_a_few_bad_bytes_leave_it_utf8(bad):
    data = (SENTENCES["fr"] + SENTENCES["de"]).encode() + bad + b" (fin)"
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(SENTENCES["fr"])
    assert encode(decoded.text, "utf-8") == data


def test_one_latin_byte_is_no_bad_utf8():
    assert decode(b"a caf\xe9 in town", declared="utf-8").text == "a café in town"


@pytest.mark.parametrize(
    "data",
    [
        "≒∵髙①".encode("cp932") + b"\x87\x90\n\xed\x40 end",  # codes that Shift_JIS writes differently
        SENTENCES["ja"].encode("cp932") * 3 + b"\x87\x90",
        SENTENCES["zh"].encode("gb18030") + b"\x81",
        b"\xff\xfea\x00b\x00c",
        b"\xff\xfea\x00b\x00\x00\xd8d\x00\x00\xdce\x00",
        b"\xff\xfe\x00\x00a\x00\x00\x00b\x00",
        b"\xff\xfea\x00\x80\xdc",
        b"\xef\xbb\xbf\xff",
        b"\x1b$B8E$$66$O\x1b(J closed",
    ],
)
@pytest.mark.parametrize("declared", [None, "shift_jis", "iso-2022-jp", "utf-8"])
def test_what_does_not_round_trip_is_read_so_that_it_does(data, declared):
    decoded = decode(data, declared=declared)
    assert encode(decoded.text, decoded.encoding) == data


def test_one_ambiguous_code_does_not_cost_the_document_its_encoding():
    data = SENTENCES["ja"].encode("cp932") + b"\x87\x90\n" + SENTENCES["ja"].encode("cp932")
    decoded = decode(data, declared="shift_jis")
    assert decoded.encoding == "cp932"
    assert decoded.text.count(SENTENCES["ja"]) == 2


BYTES = st.one_of(
    st.binary(max_size=60),
    st.builds(
        lambda text, encoding, tail: text.encode(encoding, "ignore") + tail,
        st.text(max_size=40),
        st.sampled_from([*sorted(set(labels._codecs().values())), "utf-16", "utf-32", "utf-16-le", "utf-8-sig"]),
        st.binary(max_size=3),
    ),
    st.builds(lambda bom, rest: bom + rest, st.sampled_from([bom for bom, _ in sniffed._BOMS]), st.binary(max_size=40)),
)


@settings(deadline=None, max_examples=300)
@given(BYTES, st.sampled_from([None, *sorted(set(labels._codecs().values())), "utf-16", "nonsense"]))
@example(b"\xff\xfe\x80\xdc", None)
@example(b"\x81\x20", "gb18030")
@example(b"\x1b$B", "iso-2022-jp")
def test_every_byte_comes_back(data, declared):
    try:
        decoded = decode(data, declared=declared)
    except UnreadableInputError:
        return
    assert encode(decoded.text, decoded.encoding) == data
    if not decoded.encoding.startswith(("utf-16", "utf-32")):
        assert decoded.text.encode(decoded.encoding, "surrogateescape") == data
    assert len(decoded.raw) == len(data)
    assert decoded.sha256 == hashlib.sha256(data).hexdigest()


@given(st.text(st.characters(codec="utf-16", categories=None)))
@example("\ufeffa\ud800")
def test_str_is_passed_through(text):
    decoded = decode(text)
    raw = text.encode("utf-8", "surrogatepass")
    assert (decoded.text, decoded.encoding) == (text, "utf-8")
    assert len(decoded.raw) == len(raw)
    assert decoded.sha256 == hashlib.sha256(raw).hexdigest()


@settings(deadline=None)
@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_utf8_is_read_as_utf8(text, encoding):
    try:
        decoded = decode(text.encode(encoding))
    except UnreadableInputError:
        assert "Cc" in map(unicodedata.category, text)  # only what looks like binary data is refused
        return
    if "\x00" not in text and not text.startswith("\ufeff"):
        assert decoded.text.removeprefix("\ufeff") == text


def test_labels_name_codecs():
    known = labels._codecs()
    assert len(known) > 210
    for label, codec in known.items():
        assert label == label.lower().strip()
        assert codecs.lookup(codec).name
        assert b"A z".decode(codec) == "A z"
    for label in ("utf-16", "utf-7", "rot13", "replacement", "x-user-defined", "unicode_escape"):
        assert label not in known


# --- refusals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00",
        b"One\x00 NUL, two\x00 NULs",
        b"The mayor said\x0c\n" * 50,
        b"\x1b[1mbold\x1b[0m " * 50,
        b"PKW und LKW",
        b"GIF images are small",
        b"BZhang said",
        b"MZ is a motorcycle",
        b"ID3 tags",
        b"PAR1 is a label",
        "ÿØ".encode("windows-1252"),
        (SENTENCES["en"] * 20).encode() + b"\x00" * 12,
    ],
)
def test_text_is_not_refused(data):
    decoded = decode(data)
    assert encode(decoded.text, decoded.encoding) == data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF.*converter"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG image.*Leave it out"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a\x01\x00", "GIF"),
        (b"PK\x03\x04\x14\x00", "zip archive.*Unpack"),
        (b"\x1f\x8b\x08\x00", "gzip.*Unpack"),
        (zlib.compress(random.Random(1).randbytes(2000)), "binary data"),
        (b"\xff\xfe" + random.Random(2).randbytes(2000), "binary data"),
        (bytes(range(256)) * 4, "binary data"),
    ],
)
def test_binary_is_refused(data, said):
    with pytest.raises(UnreadableInputError, match=said):
        decode(data)


@pytest.mark.parametrize("data", ["Brücke" * 3, b"abcdef" * 4])
def test_too_large_is_refused(data):
    assert len(decode(data, max_bytes=24).raw) <= 24
    with pytest.raises(UnreadableInputError, match="max_bytes"):
        decode(data, max_bytes=20)


# --- line ends --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\x85b\x1cc\x1dd\x1ee", 1),
        ("a\u2028b\u2029c\x0bd\x0ce", 1),
        ("a\nb", 2),
        ("a\r\nb\rc\n\rd", 5),
        ("a\r\n\r\nb", 3),
        ("", 1),
    ],
)
def test_line_ends(text, lines):
    assert len(LINE_END.split(text)) == lines


def test_what_is_no_document_is_refused_with_what_to_give():
    with pytest.raises(TypeError, match=r"read_bytes\(\)\), not \w+Path\."):
        decode(Path("page.html"))
    with pytest.raises(ConfigError, match=r"no kind 'pdf'\. Say 'html' or 'text'"):
        decode("The ferry runs.", kind="pdf")
