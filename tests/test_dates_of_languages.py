"""Dates as news sites of many languages write them, and lines of those languages that only look like dates."""

from __future__ import annotations

from time import process_time

import pytest

from cleaner.metadata import dates
from cleaner.rules.calendar import holds_date, is_date, names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # calendars that are not read: the year is not of the Common Era
        ("ne", "२०८८ असार २३ गते"),
        ("ne", "२३ असार २०८८"),
        ("ne", "२०८२-०३-२३"),
        ("ps", "د ۱۴۱۰ کال د چنګاښ ۷"),
        # a count, an age, a street, a version
        ("lv", "2031. gada jūlijā 7 cilvēki"),
        ("lv", "cena 3.7 jūlijā 2031"),
        ("lt", "2031 m. liepos 7 gatvė"),
        ("lt", "2031 m. 7 dienos"),
        ("ca", "El 2031 hi haurà 7 de nous"),
        ("ca", "carrer del 7 d'abril"),
        ("ca", "Versió 7.2031"),
        ("eu", "2031ko uztailean 7 lagun"),
        ("eu", "2031ko 7 lagun"),
        ("eu", "Kalea 7, 2031"),
        ("fil", "ika-7 ng umaga 2031"),
        ("uz", "2031-yil 7 kuni"),
        ("kk", "2031 жылғы 70 шілде"),
        ("kk", "2031 жылы 7 адам"),
        ("mn", "2031 оны 7 хүн"),
        ("mn", "2031 оны 7 сарын"),
        ("hy", "2031 թ. 7 մարդ"),
        ("my", "၂၀၃၁ ခုနှစ် ၇ ရက်"),
        ("km", "ឆ្នាំ២០៣១ ទី៧"),
        ("ps", "د ۲۰۳۱ کال د ۷ کسانو"),
        ("ckb", "ساڵی 2031 لە 7 کەس"),
        ("tg", "соли 2031 7 нафар"),
    ],
)
def test_what_only_looks_like_a_date_has_no_day(language, text):
    assert [w.value for w in dates.scan(text, language=language, order="dmy")] == []


@pytest.mark.parametrize(
    "text",
    [
        "On February 6, 2031, it",  # a word of dates, but not in the month's language
        "E, 6 February 2031 t",
        "Kalea 7, 2031",
        "Doe 7 mee",
        "2031ko uztaila",
        "2031. gada jūlijā 7 cilvēki",
        "2031 m. liepos 7 gatvė",
        "carrer del 7 d'abril",
        "7 مهر",  # months of other calendars are common words
        "7 دی",
        "2031 жылы 7 адам",
        "ika-7 ng umaga 2031",
    ],
)
def test_a_line_that_only_looks_like_a_date(text):
    assert not is_date(text)


CASES = """
af  Saterdag, 7 Maart 2031 | 3
af  7 Mei 2031 om 13:06 | 5
am  ሰኞ፣ ጁላይ 7፣ 2031
am  ጁላይ 7 ቀን 2031
as  সোমবাৰ, 7 জুলাই, 2031
as  ৭ আগষ্ট ২০৩১ | 8
bs  7. jula 2031
bs  7. januara 2031. godine | 1
ca  7 d'abril de 2031 | 4
ca  7 d’agost de 2031 | 8
ca  7 de juliol del 2031 a les 13:06
ckb  7ی تەممووزی 2031
ckb  ٧ی کانوونی دووەمی ٢٠٣١ | 1
cy  7fed Gorffennaf 2031
cy  dydd Llun 7fed o Orffennaf 2031
et  7. juulil 2031
et  E, 7. juuli 2031
et  7. mai 2031 kell 13.06 | 5
eu  2031ko uztailaren 7a
eu  2031(e)ko uztailaren 7a
eu  astelehena, 2031ko uztailak 7
eu  2031ko abuztuaren 7an, 13:06etan | 8
fil  ika-7 ng Hulyo, 2031
fil  Lunes, Hulyo 7, 2031 1:06 PM
fo  týsdagin 7. juli 2031
ga  Dé Luain, 7 Iúil 2031
ga  7 Mí na Nollag 2031 | 12
ga  7 Deireadh Fómhair 2031 | 10
gl  luns, 7 de xullo de 2031 ás 13:06
gu  ૭ જુલાઈ ૨૦૩૧
ha  Litinin, 7 ga watan Yuli, 2031
hy  7 հուլիսի, 2031
hy  2031 թվականի հուլիսի 7
hy  2031թ. հուլիսի 7
is  mánudaginn 7. júlí 2031
ka  2031 წლის 7 ივლისი
ka  ორშაბათი, 7 ივლისს, 2031
kk  2031 жылғы 7 шілде
kk  2031 ж. 7 шілде
km  ថ្ងៃទី៧ ខែកក្កដា ឆ្នាំ២០៣១
km  ថ្ងៃច័ន្ទ ទី៧ ខែកក្កដា ឆ្នាំ២០៣១
kn  7 ಆಗಷ್ಟ್ 2031 | 8
kn  ೭ ಜುಲೈ ೨೦೩೧
ky  2031-жылдын 7-июлу
ky  дүйшөмбү, 7-июль, 2031-жыл
lb  Méindeg, de 7. Mäerz 2031 | 3
lb  7. Mee 2031, 13:06 Auer | 5
lo  ວັນທີ 7 ເດືອນກໍລະກົດ ປີ 2031
lt  2031 m. sausio mėn. 7 d. | 1
lt  liepos 7 d., 2031
lt  2031 metų liepos 7 diena
lv  2031. gada 7. jūlijā
lv  2031. gada 7. jūlijs, 13:06
lv  7. maijā, 2031 | 5
mk  7 мај 2031 во 13:06 часот | 5
ml  തിങ്കളാഴ്ച, 7 ജൂലൈ 2031
ml  2031 ആഗസ്റ്റ് 7 | 8
ml  7 ഒക്ടോബർ 2031 | 10
ml  7 ഒക്‌ടോബർ 2031 | 10
mn  2031 оны 7-р сарын 7
mn  2031 оны 07 дугаар сарын 07
mn  2031 оны долоодугаар сарын 7
mn  2031 оны арван нэгдүгээр сарын 7 | 11
mr  ७ जुलै २०३१ १३:०६
mt  It-Tlieta, 7 ta’ Mejju 2031 | 5
mt  7 t'April 2031 | 4
my  ၂၀၃၁ မတ်လ ၇ ရက် | 3
my  ၂၀၃၁ ခုနှစ်၊ ဇူလိုင်လ ၇ ရက်နေ့
ne  सोमबार, ७ जुलाई २०३१
or  ୭ ଜୁଲାଇ ୨୦୩୧
pa  ੭ ਜੁਲਾਈ ੨੦੩੧
ps  د ۲۰۳۱ زېږدیز کال د جولای ۷
ps  د جولای ۷مه، ۲۰۳۱
si  2031 ජූලි මස 07 වන දා
sl  7. julija 2031
sl  ponedeljek, 7. avgusta 2031 ob 13.06 | 8
so  7 Agoosto 2031 | 8
sq  E hënë, 7 korrik 2031
sw  Jumamosi, Septemba 07, 2031 saa 13:06 | 9
ta  திங்கட்கிழமை, ஜூலை 7, 2031
ta  7 ஜூலை 2031
te  ౭ జులై ౨౦౩౧
te  సోమవారం, 7 జూలై 2031
tg  7-уми июли соли 2031
tl  Hulyo 7, 2031
te  7 ఆగస్ట్ 2031 | 8
ur  7 جولائی، 2031
ur  جولائی 7، 2031
uz  2031-yil 7-iyul
uz  2031 йил, 7 июль, душанба
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_a_date_in_words_is_a_date_and_has_its_day(case):
    language, _, rest = case.partition("  ")
    text, _, month = rest.partition(" | ")
    time = "T13:06:00" if any(t in text for t in ("13:06", "13.06", "१३:०६", "1:06 PM")) else ""
    value = f"2031-{int(month or 7):02}-07{time}"
    found = list(dates.scan(text, language=language, order=dates.order_of(language)))
    assert [w.value for w in found] == [value]
    assert is_date(text)
    assert [w.value for w in dates.scan(text, order="dmy")] == [value]  # the language unknown


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("7 ஜூலை 2031, 1:06 முற்பகல்", "01:06"),
        ("7 ஜூலை 2031, 1:06 பிற்பகல்", "13:06"),
        ("៧ កក្កដា ២០៣១ ម៉ោង ១:០៦ រសៀល", "13:06"),
        ("2031 ජූලි 7 1:06 ප.ව.", "13:06"),
        ("7 Ιουλίου 2031, 1:06 μ.μ.", "13:06"),
        ("7 Ιουλίου 2031, 12:06 μ.μ.", "12:06"),
    ],
)
def test_words_for_past_noon(text, time):
    assert [w.value for w in dates.scan(text)] == [f"2031-07-07T{time}:00"]


def test_a_name_that_is_a_word_elsewhere_needs_its_language():
    assert [w.value for w in dates.scan("7 ag. 2031", language="ca")] == ["2031-08-07"]
    assert list(dates.scan("7 ag. 2031", language="ga")) == []  # *at* in Irish


@pytest.mark.parametrize(
    "text",
    [
        *("२०८८ असार २३ गते", "ሐምሌ 7 ቀን 2023", "۷ تیر ۱۴۱۰", "2031-07-07", "7. 7. 2031", "៧ កក្កដា ២០៣១ ១៣:០៦"),
        *("令和13年7月7日（月）13時06分", "令和元年7月7日", "民國120年7月7日"),
    ],
)
def test_a_line_of_another_calendar_is_a_date_all_the_same(text):
    assert is_date(text)


@pytest.mark.parametrize("text", ["令和13年", "令和の米騒動", "令和13年7月7日の川", "平成の川"])
def test_an_era_alone_is_no_date(text):
    assert not is_date(text)


def test_words_and_months_of_other_calendars_are_no_names():
    assert not {"gada", "ng", "fis", "مهر", "असार"} & set(names())
    assert not holds_date("7 مهر 2031 کتاب")


def test_the_text_that_a_date_was_read_from():
    def raw(text: str, language: str) -> str:
        return next(dates.scan(text, language=language)).raw

    assert raw("Inilathala noong ika-7 ng Hulyo, 2031 ni", "fil") == "ika-7 ng Hulyo, 2031"
    assert raw("Argitaratua: 2031ko uztailaren 7a.", "eu") == "2031ko uztailaren 7a"


@pytest.mark.parametrize("unit", ["2031 ", "7 ng 2031 ", "7 a a a a a a 2031 ", "ng " * 200, "2031. gada 7. x "])
def test_reading_takes_time_in_proportion_to_the_text(unit):
    def spent(n: int) -> float:
        begun = process_time()
        assert list(dates.scan(unit * n, language="eu")) == []
        return process_time() - begun

    few, many = (min(spent(n) for _ in range(3)) for n in (200, 1600))
    assert many < 24 * few + 0.02
