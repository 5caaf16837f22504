"""Bylines in many languages: who is named, and what only looks like it."""

from __future__ import annotations

import pytest

from cleaner.metadata import authors, eastasian, names


@pytest.mark.parametrize(
    "line",
    [
        # English
        "By Popular Demand",
        "By Invitation Only",
        "By Staff Reporter",
        "By Admin",
        "Edited by Ana Cruz",
        "Reviewed by Ana Cruz",
        "Photo by Ana Cruz",
        "Translated by Ana Cruz",
        "Editor: Ana Cruz",
        "Book by Ana Cruz",
        # German
        "Von Anfang bis Ende",
        "Von Tür zu Tür",
        "Von unserer Redaktion",
        "Fotos: Ute Kern",
        # French, Spanish, Portuguese, Italian
        "Par Exemple",
        "Par la rédaction",
        "Por Fin Viernes",
        "Por Redacción",
        "Por Redação",
        "Di Nuovo In Porto",
        "Di Redazione Online",
        # Dutch, Swedish
        "Door onze redactie",
        "Av Och Till",
        # Indonesian, Turkish
        "Oleh Karena Itu",
        "Editor: Siti Aminah",
        "Yazar: Haber Merkezi",
        # Russian, Ukrainian
        "Автор неизвестен",
        "Автор: Редакция",
        "Автор: admin",
        "Фото: Анна Крутова",
        # Arabic, Persian, Hebrew, Hindi: words of which any might be a name's
        "كتب جديدة في السوق",
        "بقلم رئيس التحرير",
        "نوشته های قبلی",
        "מאת המערכת",
        "מאת סוכנויות הידיעות",
        "लेखक परिचय",
        # Chinese, Japanese, Korean
        "记者招待会",
        "记者 观察",
        "本报记者",
        "作者：佚名",
        "作者：未知",
        "责任编辑：王小明",
        "文：图文",
        "記者会見",
        "担当記者",
        "女性記者",
        "編集：山田花子",
        "기자회견",
        "담당 기자",
        "경제부 기자",
        "시민기자 모집",
        "글 목록",
    ],
)
def test_no_byline(line):
    assert authors.in_line(line) == []


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        # English
        ("By A. B. Cruz", ["A. B. Cruz"]),
        ("By Ana Cruz, Tom Weber, and Jo March", ["Ana Cruz", "Tom Weber", "Jo March"]),
        ("By Ana Cruz and agencies", ["Ana Cruz"]),
        ("By Ana Cruz of the Harbour Times", ["Ana Cruz"]),
        ("By Ana Cruz Health reporter", ["Ana Cruz"]),
        ("By Ana Cruz, WCI Columnist", ["Ana Cruz"]),
        ("By Ana Cruz Photos by Tom Weber", ["Ana Cruz"]),
        ("Written by Ana Cruz. Edited by Tom Weber.", ["Ana Cruz"]),
        ("Written by: Ana Cruz Reviewed by: Tom Weber", ["Ana Cruz"]),
        ("Written by: Ana Cruz Ana Cruz", ["Ana Cruz"]),
        ("Opinion by Ana Cruz", ["Ana Cruz"]),
        ("By Mohammed al-Masri", ["Mohammed al-Masri"]),
        ("By Prof. Dr. Ana Cruz", ["Prof. Dr. Ana Cruz"]),
        # German
        ("Von: Ute Kern", ["Ute Kern"]),
        ("Von unserem Korrespondenten Max Böhm", ["Max Böhm"]),
        ("Von Ute Kern/dpa", ["Ute Kern"]),
        ("Text: Ute Kern Fotos: Max Böhm", ["Ute Kern"]),
        ("Ein Interview von Ute Kern", ["Ute Kern"]),
        # French
        ("Par Léa Petit avec AFP", ["Léa Petit"]),
        ("Par notre correspondant Jean du Pré", ["Jean du Pré"]),
        ("Publié par Léa Petit le 10 juillet", ["Léa Petit"]),
        # Spanish, Portuguese, Catalan
        ("Por Ana Cruz y Luis Mora", ["Ana Cruz", "Luis Mora"]),
        ("Texto: Ana Cruz. Fotos: Luis Mora", ["Ana Cruz"]),
        ("Por Ana Cruz, do Rio de Janeiro", ["Ana Cruz"]),
        ("Per Marta Puig", ["Marta Puig"]),
        # Italian, Romanian
        ("dal nostro inviato Mario Rivetti", ["Mario Rivetti"]),
        ("Scris de Ion Popescu", ["Ion Popescu"]),
        # Dutch, Afrikaans
        ("Door Jan van den Berg en Piet Vis", ["Jan van den Berg", "Piet Vis"]),
        ("Deur Piet Botha", ["Piet Botha"]),
        # Swedish, Norwegian, Danish, Icelandic, Finnish
        ("Av Åsa Lind och Per Ek", ["Åsa Lind", "Per Ek"]),
        ("Tekst: Kari Nordvik Foto: Ola Fjell", ["Kari Nordvik"]),
        ("Af Mette Holm og Lars Bak", ["Mette Holm", "Lars Bak"]),
        ("Höfundur: Jón Jónsson", ["Jón Jónsson"]),
        ("Teksti Aino Laine", ["Aino Laine"]),
        # Polish, Czech, Slovak, Slovene, Serbian, Hungarian
        ("oprac. Anna Nowak", ["Anna Nowak"]),
        ("Autor: Petr Novák", ["Petr Novák"]),
        ("Avtor: Janez Novak", ["Janez Novak"]),
        ("Пише: Марко Илић", ["Марко Илић"]),
        ("Írta: Kovács Anna", ["Kovács Anna"]),
        # Baltic and Albanian
        ("Autorius: Jonas Jonaitis", ["Jonas Jonaitis"]),
        ("Nga Arben Hoxha", ["Arben Hoxha"]),
        # Russian, Ukrainian, Bulgarian
        ("Подготовила Анна Крутова", ["Анна Крутова"]),
        ("Автор: Иван Петров и Анна Крутова", ["Иван Петров", "Анна Крутова"]),
        ("Автор Петро Шевчук", ["Петро Шевчук"]),
        # Greek, Armenian, Georgian
        ("Συντάκτης: Γιώργος Παππάς", ["Γιώργος Παππάς"]),
        ("Հեղինակ՝ Արամ Սարգսյան", ["Արամ Սարգսյան"]),
        ("ავტორი: ნინო ბერიძე", ["ნინო ბერიძე"]),
        # Turkish, Azerbaijani, Uzbek
        ("Haber: Ayşe Kuru", ["Ayşe Kuru"]),
        ("Müəllif: Əli Məmmədov", ["Əli Məmmədov"]),
        ("Muallif: Alisher Karimov", ["Alisher Karimov"]),
        # Arabic, Persian, Urdu, Hebrew
        ("كتبت ـ سارة محمود", ["سارة محمود"]),
        ("كتب - أحمد السيد", ["أحمد السيد"]),
        ("بقلم أحمد السيد", ["أحمد السيد"]),
        ("نویسنده: رضا احمدی", ["رضا احمدی"]),
        ("تحریر: علی خان", ["علی خان"]),
        ("מאת דנה כהן", ["דנה כהן"]),
        # Hindi, Bengali, Tamil
        ("लेखक: नेहा शर्मा", ["नेहा शर्मा"]),
        ("লেখক: রহিম উদ্দিন", ["রহিম উদ্দিন"]),
        ("நிருபர்: அருண் குமார்", ["அருண் குமார்"]),
        # Thai, Vietnamese, Indonesian, Filipino, Swahili
        ("โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("Tác giả: Nguyễn Văn An", ["Nguyễn Văn An"]),
        ("Penulis : Budi Santoso | Editor : Siti Aminah", ["Budi Santoso"]),
        ("Ni: Juan dela Cruz", ["Juan dela Cruz"]),
        ("Mwandishi: Juma Ali", ["Juma Ali"]),
        # Chinese
        ("記者王小明／台北報導", ["王小明"]),
        ("记者王小明报道", ["王小明"]),
        ("（本报记者 王小明 李华）", ["王小明", "李华"]),
        ("作者: 王小明 李大華", ["王小明", "李大華"]),
        # Japanese
        ("取材・文＝山田花子", ["山田花子"]),
        ("聞き手・山田花子", ["山田花子"]),
        ("社会部 山田花子記者", ["山田花子"]),
        # Korean
        ("박민수·김지은 기자", ["박민수", "김지은"]),
        ("박민수, 김지은 기자", ["박민수", "김지은"]),
        ("박민수 기자 · 김지은 기자", ["박민수", "김지은"]),
        ("글·사진 박민수 기자", ["박민수"]),
        ("[서울=하루통신] 박민수 특파원 =", ["박민수"]),
    ],
)
def test_byline(line, wanted):
    assert authors.in_line(line) == wanted


def test_a_name_that_a_place_may_stand_before_is_not_halved():
    assert authors.in_line("山田 花子記者") == []
    assert eastasian.byline("東京 山田花子記者") == ["山田花子"]


@pytest.mark.parametrize(
    ("credit", "wanted"),
    [
        # Accounts, posts and other work name no author.
        ("Super User", []),
        ("site-admin", []),
        ("N/A", []),
        ("佚名", []),
        ("Edited by Tom Weber", []),
        ("Updated by Tom Weber", []),
        ("Photo: Tom Weber", []),
        ("View all posts by Ana Cruz", ["Ana Cruz"]),
        # An agency is a name of its own, and no degree; agencies without a name are nobody.
        ("Ana Cruz, AP", ["Ana Cruz", "AP"]),
        ("Ana Cruz and AFP", ["Ana Cruz", "AFP"]),
        ("Ana Cruz (dpa)", ["Ana Cruz"]),
        ("Ana Cruz and agencies", ["Ana Cruz"]),
        ("Ana Cruz, PhD", ["Ana Cruz, PhD"]),
        # Addresses, markup, asides, and names as libraries invert them.
        ("ana@news.example (Ana Cruz)", ["Ana Cruz"]),
        ("Ana Cruz <ana@news.example>", ["Ana Cruz"]),
        ("Ana Cruz (@anacruz)", ["Ana Cruz"]),
        ("Ana Cruz (she/her)", ["Ana Cruz"]),
        ('<a href="/ana">Ana Cruz</a>', ["Ana Cruz"]),
        ("Cruz, Ana", ["Ana Cruz"]),
        ("Cruz, Ana; Weber, Tom", ["Ana Cruz", "Tom Weber"]),
        ("Reuters, London", ["Reuters"]),
        ("Redaktion, Berlin", []),
        ("Ana Cruz and others", ["Ana Cruz"]),
        ("Ana Cruz et al.", ["Ana Cruz"]),
        # Employers, titles, mottos.
        ("Ana Cruz in Nairobi", ["Ana Cruz"]),
        ("Ana Cruz for Harbour Times", ["Ana Cruz"]),
        ("Women in Ports", ["Women in Ports"]),
        ("Ana Cruz Senior Autos Reporter", ["Ana Cruz"]),
        ("Correspondent Ana Cruz", ["Ana Cruz"]),
        ("Ana Cruz.", ["Ana Cruz"]),
        ("Ana Cruz Jr.", ["Ana Cruz Jr."]),
        ("Ana Cruz, Political Editor, BK", ["Ana Cruz"]),
        # Initials after initials, but no country after a name.
        ("ak, tw", ["ak", "tw"]),
        ("Ana Cruz - UK", ["Ana Cruz"]),
        ("박민수, 김지은 기자", ["박민수", "김지은"]),
        ("王小明 李大華 陳小光", ["王小明", "李大華", "陳小光"]),
    ],
)
def test_credit(credit, wanted):
    assert authors.split(credit) == wanted


@pytest.mark.parametrize(
    ("text", "introduced", "wanted"),
    [
        ("Sunday Read", True, False),
        ("Best Practices", True, False),
        ("Harbour Bank", True, False),
        ("Jo March", False, False),
        ("Jo March", True, True),
        ("April Storm", True, True),
        ("Amit Das", True, True),
        ("A. Weber", False, True),
        ("A Harbour", False, False),
        ("Fall zu Fall", False, False),
        ("ნინო ბერიძე", False, True),
        ("أحمد السيد", False, True),
        ("ارتفاع منسوب النهر بعد العاصفة", False, False),
    ],
)
def test_name(text, introduced, wanted):
    assert names.is_name(text, introduced=introduced) is wanted
