"""The language of pages and lines, without a network."""

from __future__ import annotations

import pytest

from cleaner.metadata import language

SENTENCES = {
    "af": "Die rivier het Maandag met twee meter gestyg, het die burgemeester gesê",
    "ar": "ارتفع منسوب النهر بمقدار مترين يوم الاثنين بعد العاصفة",
    "az": "Çayın səviyyəsi bazar ertəsi iki metr qalxdı və körpü bağlandı",
    "bg": "Реката се покачи с два метра в понеделник, каза кметът",
    "bn": "সোমবার নদীর পানি দুই মিটার বেড়েছে বলে জানিয়েছেন মেয়র",
    "ca": "El riu va pujar dos metres dilluns després de la tempesta, va dir l'alcalde",
    "cs": "Řeka v pondělí stoupla o dva metry, řekl starosta",
    "da": "Floden steg mandag med to meter efter stormen, sagde borgmesteren",
    "de": "Der Fluss ist am Montag um zwei Meter gestiegen, sagte die Bürgermeisterin",
    "el": "Ο ποταμός ανέβηκε δύο μέτρα τη Δευτέρα",
    "en": "The river rose by two metres on Monday, the mayor said",
    "es": "El río subió dos metros el lunes tras la tormenta, dijo la alcaldesa",
    "et": "Jõgi tõusis esmaspäeval kahe meetri võrra, ütles linnapea",
    "fa": "سطح آب رودخانه روز دوشنبه دو متر بالا آمد و پل بسته شد",
    "fi": "Joki nousi maanantaina kaksi metriä, sanoi pormestari",
    "fr": "La rivière est montée de deux mètres lundi, a déclaré le maire",
    "he": "הנהר עלה בשני מטרים ביום שני",
    "hi": "सोमवार को नदी का जलस्तर दो मीटर बढ़ गया",
    "hu": "A folyó hétfőn két métert emelkedett, mondta a polgármester",
    "id": "Sungai itu naik dua meter pada hari Senin, kata wali kota",
    "it": "Il fiume è salito di due metri lunedì, ha detto il sindaco",
    "ja": "月曜日に川の水位が二メートル上がった",
    "ka": "მდინარე ორშაბათს ორი მეტრით აიწია",
    "kk": "Дүйсенбі күні өзен екі метрге көтеріліп, ескі көпір жабылды",
    "ko": "월요일에 강물이 이 미터 불어났다",
    "lt": "Upė pirmadienį pakilo dviem metrais, sakė meras",
    "lv": "Upe pirmdien pacēlās par diviem metriem, sacīja mērs",
    "nb": "Elven steg med to meter på mandag etter stormen, sa ordføreren til avisen",
    "nl": "De rivier steeg maandag met twee meter, zei de burgemeester",
    "pl": "Rzeka podniosła się w poniedziałek o dwa metry, powiedział burmistrz",
    "pt": "O rio subiu dois metros na segunda-feira, disse o prefeito",
    "ro": "Râul a crescut cu doi metri luni, a spus primarul",
    "ru": "В понедельник вода в реке поднялась на два метра, сообщил мэр",
    "sk": "Rieka v pondelok stúpla o dva metre, povedal primátor",
    "sv": "Floden steg med två meter i måndags, sade borgmästaren",
    "sw": "Mto huo ulipanda kwa mita mbili siku ya Jumatatu, alisema meya",
    "th": "แม่น้ำเพิ่มขึ้นสองเมตรในวันจันทร์",
    "tr": "Nehir pazartesi günü iki metre yükseldi, dedi belediye başkanı",
    "uk": "У понеділок рівень річки піднявся на два метри, повідомив мер",
    "vi": "Nước sông dâng hai mét vào thứ Hai, thị trưởng cho biết",
    "zh": "星期一河水上涨了两米，市长说",
    "zu": "Umfula ukhuphuke ngamamitha amabili ngoMsombuluko, kusho imeya",
}


@pytest.mark.parametrize("text", ["", " ", "12:45 — 13:00", "…", "€ 12", "\ud800", "a"])
def test_too_little_to_tell(text):
    assert language.detect(text) is None


@pytest.mark.parametrize(("tag", "text"), SENTENCES.items())
def test_language_of_a_sentence(tag, text):
    assert language.detect(text).tag == tag


def test_a_title_in_capitals():
    assert language.detect("DER FLUSS IST AM MONTAG UM ZWEI METER GESTIEGEN").tag == "de"


def test_between_close_languages_the_expected_one_is_believed():
    text = "Floden steg i går"
    assert language.detect(text, ["sv"]).tag == "sv"
    assert language.detect(SENTENCES["de"], ["sv"]).tag == "de"


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("", ""), ("*", ""), ("x", ""), ("klingon", ""), ("en", "en"), ("en_GB.UTF-8", "en"), ("EN-us", "en"),
        ("no", "nb"), ("nn-NO", "nn"), ("iw", "he"), ("zh-Hant-TW", "zh"), ("tl", "fil"),
    ],
)  # fmt: skip
def test_primary(tag, wanted):
    assert language.primary(tag) == wanted


@pytest.mark.parametrize(
    ("sample", "declared", "wanted"),
    [
        ("", [], None),
        ("", [("html/@lang", "de")], ("de", "html/@lang")),
        ("Hallo", [("html/@lang", "de")], ("de", "html/@lang")),
        (SENTENCES["de"] * 2, [("html/@lang", "en")], ("de", None)),
        (SENTENCES["de"] * 2, [("html/@lang", "en"), ("meta/og:locale", "de")], ("de", "meta/og:locale")),
    ],
)
def test_text_and_declaration(sample, declared, wanted):
    found = language.settle(sample, declared)
    assert (found and (found[0], found[2])) == wanted


def test_agreement_is_surest():
    agreed = language.settle(SENTENCES["de"] * 2, [("html/@lang", "de")])
    against = language.settle(SENTENCES["de"] * 2, [("html/@lang", "en")])
    assert against[1] < agreed[1]
