"""Bytes to text and back, encodings, refusals, repair and its gate. All texts are invented."""

import codecs
import hashlib
import random
import unicodedata
import zlib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner import decode as module
from cleaner.decode import LINE_END, decode, encode, needs_repair, repair
from cleaner.model import UnreadableInputError

# --- repair -----------------------------------------------------------------------------------------------------------

NEAR_MISSES = [
    ("plain", "The river rose by two metres on Monday."),
    ("curly quotes", "“It’s over,” she said – ‘for now’…"),
    ("ligatures", "The oﬃce ﬁled it ﬂatly"),
    ("full width", "ＡＢＣ　１２３、（税込）"),
    ("Portuguese capitals", "SÃO PAULO, AVIAÇÃO, IRMÃS E MANHÃS, CORAÇÕES"),
    ("Portuguese", "A situação não é fácil; à tarde, a manhã já será outra."),
    ("French", "« L’été à Nîmes », dit-elle : ça coûte 3 €, où ? À l’œuvre, Ÿ, ŒUVRE…"),
    ("French capitals", "LIBERTÉ, ÉGALITÉ ! À L’ÉTÉ, « É »"),
    ("German", "„Spaß“, größer, Öl – Straße; MASSSTÄBE; 20 °C, § 5"),
    ("Spanish", "¿Mañana? ¡Sí! El 1.º de año, «señor»."),
    ("Finnish", "Äänestäjät pääsivät hätäkokoukseen työpäivän jälkeen"),
    ("Swedish", "Å andra sidan: på Åland är det fräscht"),
    ("Turkish", "İstanbul’da çığ düştü, Iğdır’da şöyle"),
    ("Polish", "Zażółć gęślą jaźń – ŁÓDŹ"),
    ("Czech", "Příliš žluťoučký kůň úpěl ďábelské ódy"),
    ("Hungarian", "Árvíztűrő tükörfúrógép"),
    ("Romanian", "În București, „știri” și țări"),
    ("Vietnamese", "Nước sông đã dâng hai mét, thị trưởng nói"),
    ("Icelandic", "Það er ekki góð hugmynd, Þór"),
    ("Russian", "«Мы ждём», — сказал он. СССР… № 5, РФ – «РБК»"),
    ("Ukrainian", "Їхні ґудзики — об’єднання, Єва"),
    ("Greek", "«Η γέφυρα έκλεισε» – Ά, β’ φάση· 5 €"),
    ("Hebrew", "הגשר הישן נסגר ב־1998"),
    ("Arabic", "أُغلق الجسر القديم، وقال: «نعم»"),
    ("Persian joiner", "می‌خواهم به خانه‌ها بروم"),
    ("Hindi joiner", "क्‍या श्रीमान् राष्ट्र"),
    ("Thai", "น้ำในแม่น้ำสูงขึ้นสองเมตร"),
    ("Japanese", "市長は月曜日、「橋は閉鎖」と話した。ｶﾀｶﾅ"),
    ("Chinese", "他说:“我们预计星期三会平静下来。”"),
    ("Korean", "시장은 월요일에 강물이 2미터 올랐다고 밝혔다."),
    ("emoji sequences", "👩‍🚀 🏳️‍🌈 👍🏽 🇫🇷 1️⃣ ❤️"),
    ("marks of direction", "מחיר:\u200e 12\u200f ש״ח"),
    ("ampersands", "AT&T, R&D; Q&A, Marks & Sohn; a&b;c"),
    ("query", "https://example.org/?a=1&copy=2&lt=3&para=4"),
    ("unknown entity", "&bogus; &; &#; &#x; &#99999999;"),
    ("code", "Write &lt;b&gt;Tom &amp; Jerry&lt;/b&gt; for bold"),
    ("code with literal tags", '<a href="?a=1&amp;b=2">Tom &amp; Jerry</a>'),
    ("code escaped twice", "Write &amp;lt;br&amp;gt; &amp;quot;here&amp;quot;"),
    ("comment", "&lt;!-- &quot;hidden&quot; --&gt;"),
    ("table", "┌──┬──┐ │ a │ b │ ├──┼──┤ ═══ ▀▄"),
    ("signs", "5 × 3 ± 1 ≈ 14 µm², ½ l, 20 °C, 5 £, © 2024 ® ™ · • †"),
    ("kaomoji", "(╯°□°)╯︵ ┻━┻ ¯\\_(ツ)_/¯"),
    ("white space", "a\tb\x0bc\x0cd\u2028e\u2029f\xa0g\u3000h"),
    ("empty", ""),
]

REPAIRS = [
    ("Latin-1 letters", "Der BÃ¼rgermeister sagte", "Der Bürgermeister sagte"),
    ("quotation marks", "â€œItâ€™s overâ€\x9d, she said â€“ now", "“It’s over”, she said – now"),
    ("no-break space", "closed.Â\xa0The mayor", "closed.\xa0The mayor"),
    ("twice", "cafÃƒÂ©", "café"),
    ("Cyrillic in Windows-1251", "РњС‹ Р¶РґС‘Рј", "Мы ждём"),
    ("dash in Windows-1251", "РјРѕСЃС‚ вЂ” РЅРµС‚", "мост — нет"),
    ("Mac", "The mayor‚Äôs caf√©", "The mayor’s café"),
    ("Japanese", "æ\x97¥æ\x9c¬èª\x9e", "日本語"),
    ("Windows-1252 as Latin-1", "To be continued\x85 \x93soon\x94", "To be continued… “soon”"),
    ("named entities", "&quot;Tom &amp; Jerry&quot;&nbsp;&hellip;", '"Tom & Jerry"\xa0…'),
    ("numbered entities", "It&#8217;s 5&#x27;10&#34; &#x1F600;", "It’s 5'10\" 😀"),
    ("Windows-1252 by number", "now &#150; then", "now – then"),
    ("escaped twice", "&amp;quot;Yes&amp;quot; &amp;amp; no", '"Yes" & no'),
    ("escaped many times", "R&amp;amp;#38;amp;D", "R&D"),
    ("unknown entity escaped twice", "&amp;bogus;", "&bogus;"),
    ("less than", "5 &lt; 6 &gt; 4, I &lt;3 you", "5 < 6 > 4, I <3 you"),
    ("line end", "one&#10;two&NewLine;three&#13;", "one two three "),
    ("soft hyphen by name", "Boden&shy;see", "Bodensee"),
    ("mojibake by name", "caf&Atilde;&copy;", "café"),
    ("controls", "a\x00b\x08c\x1bd\x7fe", "abcde"),
    ("byte order mark", "\ufeffThe mayor", "The mayor"),
    ("zero-width space", "new\u200b word", "new word"),
    ("soft hyphen", "Grund\xadgebühr", "Grundgebühr"),
    ("embeddings", "\u202aEnglish\u202c \u2067x\u2069", "English x"),
    ("lone surrogate", "caf\udce9 \ud83d", "caf\ufffd \ufffd"),
    ("pair of surrogates", "\ud83d\ude00!", "😀!"),
    ("composition", "cafe\u0301 и\u0306", "café й"),
    ("mojibake by composition", "A\u0303©", "é"),
    ("singleton", "5 \u212b, 3 \u2126", "5 Å, 3 Ω"),
]


@pytest.mark.parametrize("text", [text for _, text in NEAR_MISSES], ids=[name for name, _ in NEAR_MISSES])
def test_repair_leaves_good_text(text):
    assert repair(text) == text


@pytest.mark.parametrize(("broken", "good"), [row[1:] for row in REPAIRS], ids=[row[0] for row in REPAIRS])
def test_repair_mends(broken, good):
    assert repair(broken) == good
    assert needs_repair(broken)
    assert needs_repair(f"A clean line.\n{broken}\nAnother one.")
    assert repair(good) == good


@pytest.mark.parametrize(
    "name",
    [name for name, text in NEAR_MISSES if "&" not in text and name != "Portuguese capitals"],
)
def test_gate_is_silent_on_good_text(name):
    assert not needs_repair(dict(NEAR_MISSES)[name])


def test_gate_is_silent_on_all_good_text_at_once():
    assert not needs_repair("\n".join(text for _, text in NEAR_MISSES if "&" not in text))


# --- the gate's promise -----------------------------------------------------------------------------------------------

CODE_PAGES = ["latin-1", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1257", "mac-roman", "cp437"]
BYTE_SIGNS = sorted({c for page in CODE_PAGES for c in bytes(range(0x80, 0x100)).decode(page, "ignore")})
FRAGMENTS = [
    *(
        "&",
        "amp;",
        "&amp;",
        "&quot;",
        "&#8217;",
        "&#x26;",
        "quot;",
        "&lt;",
        "lt;",
        "#38;",
        "&shy;",
        "&Atilde;",
        "<",
        "/",
    ),
    *("A\u0303", "\u0301", "\xad", "\x00", "\u200b", "\u200d", "\ufeff", "\ud83d", "\udc80", "\U0001f600", "\ufffd"),
    *("\n", "\r", "\r\n", " ", "\xa0", "\t", "\x85", "\u2028", "a", "e", "Z", "é", "Ã", "Â", "â€", "и", "œ", "▒", "ко"),
]


def misread(text, page):
    """What text looks like when its UTF-8 is read in a code page."""
    return "".join(bytes([byte]).decode(page, "replace") for byte in text.encode("utf-8"))


broken_text = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join),
    st.lists(st.sampled_from([*BYTE_SIGNS, " ", "a", "Z", "\n"]), max_size=12).map("".join),
    st.text(st.characters(codec="utf-16", categories=None), max_size=30),
    st.builds(
        misread,
        st.text(st.sampled_from("aé’“–ñçüжоλφשع日€… \xa0\n"), min_size=1, max_size=8),
        st.sampled_from(CODE_PAGES),
    ),
)


@settings(deadline=None, max_examples=400)
@given(broken_text)
@example("A\u0303©")
@example("Ã\nÂ x")
@example("œ\nœ")
def test_no_line_changes_where_the_gate_is_shut(text):
    if not needs_repair(text):
        for line in LINE_END.split(text):
            assert repair(line) == line
            folded = " ".join(line.split())
            assert repair(folded) == folded


@settings(deadline=None, max_examples=400)
@given(broken_text)
@example("ГўВЂВ\U0001f600 ")
@example("ГўВЂВªa")
@example("Ã de")
def test_gate_opens_for_all_that_ftfy_calls_bad(text):
    from ftfy.badness import is_bad

    if is_bad(text):
        assert needs_repair(text)


@settings(deadline=None, max_examples=400)
@given(broken_text)
@example("&#38;copy;")
@example("&lt;&#98;&gt;")
@example("&a&shy;mp;quot;")
def test_repair_is_done_after_one_run(text):
    once = repair(text)
    assert repair(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & set("\x00\x1b\x7f\xad\u200b\ufeff\u202e\u2066")


@settings(deadline=None)
@given(st.text(st.sampled_from("éüñçàß“”’–…жояλφ日本"), min_size=4, max_size=20))
def test_gate_opens_for_misread_utf8(text):
    line = "The mayor: " + misread(text, "latin-1")
    assert needs_repair(line)
    assert repair(line) != line


def test_what_the_gate_takes_for_composed_is_composed():
    parts = (unicodedata.decomposition(chr(i)).split() for i in range(0x110000))
    composing = {int(pair[1], 16) for pair in parts if len(pair) == 2 and not pair[0].startswith("<")}
    composing |= set(range(0x1161, 0x1200))  # the second and third letters of a Hangul syllable
    composed = [i for start, end in module._COMPOSED for i in range(start, end) if not 0xD800 <= i < 0xE000]
    assert len(composed) > 50_000
    assert composing.isdisjoint(composed)
    assert not any(unicodedata.combining(chr(i)) for i in composed)
    assert all(unicodedata.normalize("NFC", chr(i)) == chr(i) for i in composed)
    assert all(unicodedata.normalize("NFC", chr(i)) == chr(i) for i in range(0x300))


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
        st.sampled_from([*sorted(set(module._codecs().values())), "utf-16", "utf-32", "utf-16-le", "utf-8-sig"]),
        st.binary(max_size=3),
    ),
    st.builds(lambda bom, rest: bom + rest, st.sampled_from([bom for bom, _ in module._BOMS]), st.binary(max_size=40)),
)


@settings(deadline=None, max_examples=300)
@given(BYTES, st.sampled_from([None, *sorted(set(module._codecs().values())), "utf-16", "nonsense"]))
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
    assert decoded.bytes_read == len(data)
    assert decoded.sha256 == hashlib.sha256(data).hexdigest()


@given(st.text(st.characters(codec="utf-16", categories=None)))
@example("\ufeffa\ud800")
def test_str_is_passed_through(text):
    decoded = decode(text)
    raw = text.encode("utf-8", "surrogatepass")
    assert (decoded.text, decoded.encoding) == (text, "utf-8")
    assert decoded.bytes_read == len(raw)
    assert decoded.sha256 == hashlib.sha256(raw).hexdigest()


@settings(deadline=None)
@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_utf8_is_read_as_utf8(text, encoding):
    try:
        decoded = decode(text.encode(encoding))
    except UnreadableInputError:
        return
    if "\x00" not in text and not text.startswith("\ufeff"):
        assert decoded.text.removeprefix("\ufeff") == text


def test_labels_name_codecs():
    labels = module._codecs()
    assert len(labels) > 210
    for label, codec in labels.items():
        assert label == label.lower().strip()
        assert codecs.lookup(codec).name
        assert b"A z".decode(codec) == "A z"
    for label in ("utf-16", "utf-7", "rot13", "replacement", "x-user-defined", "unicode_escape"):
        assert label not in labels


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
    assert decode(data, max_bytes=24).bytes_read <= 24
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
