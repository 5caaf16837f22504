"""The mending of text, and its gate. All texts are invented."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner.decode import LINE_END
from cleaner.decode import repair as module
from cleaner.decode.repair import needs_repair, repair

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
