"""Words beside dates as publishers write them: which day is of publication, and which of the last change."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.metadata import dates
from cleaner.metadata.dates.datewords import said

PUBLISHED = {
    "ar": (
        "نشر في: 10 يوليو 2025", "تاريخ النشر: 10 يوليو 2025", "نُشر في 10 يوليو 2025", "تم النشر 10/7/2025",
    ),
    "bg": ("Публикувана на 10 юли 2025",),
    "bn": ("প্রকাশ: ১০ জুলাই ২০২৫", "প্রকাশিত: ১০ জুলাই ২০২৫",),
    "ca": ("Publicat el 10 de juliol de 2025",),
    "cs": (
        "Publikováno: 10. července 2025", "Vydáno 10. 7. 2025", "Zveřejněno 10. července 2025",
        "Vytvořeno 10. 7. 2025",
    ),
    "da": ("Udgivet 10. juli 2025", "Offentliggjort: 10. juli 2025", "Publiceret d. 10. juli 2025",),
    "de": (
        "Veröffentlicht am 10.07.2025", "Erstellt: 10.07.2025, 13:06 Uhr", "Erschienen am 10. Juli 2025",
        "Publiziert: 10.07.2025", "Online seit 10. Juli 2025",
    ),
    "el": ("Δημοσιεύθηκε: 10 Ιουλίου 2025", "Δημοσίευση: 10/07/2025", "Δημοσιεύτηκε στις 10 Ιουλίου 2025",),
    "en": (
        "First published on 10 July 2025", "Posted: July 10, 2025", "Originally published July 10, 2025",
        "Created: 10 July 2025", "Released July 10, 2025", "Issued: July 10, 2025", "Date added: July 10, 2025",
    ),
    "es": ("Publicado el 10 de julio de 2025", "Fecha de publicación: 10/07/2025", "Creado: 10/07/2025 13:06",),
    "et": ("Avaldatud: 10. juuli 2025",),
    "fa": ("تاریخ انتشار: ۱۹ تیر ۱۴۰۴", "منتشر شده در ۱۹ تیر ۱۴۰۴",),
    "fi": ("Julkaistu 10.7.2025",),
    "fr": (
        "Paru le 10 juillet 2025", "Créé le 10 juillet 2025", "Date de publication : 10 juillet 2025",
        "Rédigé le 10 juillet 2025",
    ),
    "he": ("פורסם: 10 ביולי 2025", "פורסם ב-10 ביולי 2025",),
    "hi": ("प्रकाशित: 10 जुलाई 2025", "पब्लिश्ड 10 जुलाई 2025", "प्रकाशन तिथि: 10 जुलाई 2025",),
    "hu": ("Megjelent: 2025. július 10.", "Közzétéve: 2025. július 10.", "Publikálva: 2025.07.10. 13:06",),
    "id": ("Diterbitkan 10 Juli 2025", "Dipublikasikan: 10 Juli 2025", "Terbit: 10 Juli 2025",),
    "it": ("Pubblicato il 10 luglio 2025", "Data di pubblicazione: 10 luglio 2025",),
    "ja": ("公開日：2025年7月10日", "掲載：2025年7月10日", "投稿日: 2025年7月10日", "配信：2025年7月10日",),
    "kk": ("Жарияланды: 10 шілде 2025",),
    "ko": ("입력 2025.07.10 13:06", "등록 2025.07.10", "기사입력 2025-07-10", "발행일 2025년 7월 10일",),
    "lt": ("Paskelbta 2025-07-10",),
    "lv": ("Publicēts: 2025. gada 10. jūlijā",),
    "ms": ("Diterbitkan pada 10 Julai 2025",),
    "nb": ("Publisert 10. juli 2025", "Lagt ut 10. juli 2025", "Først publisert 10. juli 2025",),
    "nl": ("Gepubliceerd op 10 juli 2025", "Geplaatst op 10 juli 2025",),
    "pl": (
        "Opublikowano: 10 lipca 2025", "Publikacja: 10.07.2025 13:06", "Data publikacji: 10.07.2025",
        "Dodano: 10.07.2025", "Data dodania: 10.07.2025", "Data utworzenia: 10 lipca 2025",
    ),
    "pt": ("Publicado em 10 de julho de 2025", "Criado em 10/07/2025", "Postado em 10 de julho de 2025",),
    "ro": ("Publicat: 10 iulie 2025", "Data publicării: 10.07.2025", "Postat pe 10 iulie 2025",),
    "ru": (
        "Опубликовано 10 июля 2025", "Дата публикации: 10.07.2025", "Размещено 10.07.2025", "Добавлено: 10.07.2025",
        "Создано: 10.07.2025",
    ),
    "sk": ("Publikované 10. júla 2025", "Zverejnené 10. júla 2025",),
    "sq": ("Publikuar më 10 korrik 2025",),
    "sr": ("Objavljeno: 10. jula 2025",),
    "sv": ("Publicerad 10 juli 2025", "Publicerat: 10 juli 2025", "Skapad 10 juli 2025",),
    "sw": ("Imechapishwa 10 Julai 2025",),
    "ta": ("வெளியிடப்பட்டது: 10 ஜூலை 2025", "பதிவு: 10 ஜூலை 2025",),
    "th": ("เผยแพร่: 10 กรกฎาคม 2568",),
    "tr": (
        "Yayınlanma: 10 Temmuz 2025", "Giriş: 10.07.2025 - 13:06", "Oluşturulma Tarihi: 10 Temmuz 2025",
        "Yayım tarihi: 10.07.2025", "Eklenme: 10.07.2025",
    ),
    "uk": ("Опубліковано 10 липня 2025", "Дата публікації: 10.07.2025",),
    "ur": ("شائع: 10 جولائی 2025",),
    "uz": ("E'lon qilindi: 10-iyul 2025",),
    "vi": ("Đăng ngày 10 tháng 7, 2025", "Xuất bản: 10/07/2025", "Ngày đăng: 10/07/2025",),
    "zh": ("发布时间：2025-07-10 13:06", "發布於 2025年7月10日", "发表于 2025年7月10日",),
}
"""Lines that say that 10 July 2025 is the day of publication, by language."""

UPDATED = {
    "ar": ("آخر تحديث: 10 يوليو 2025", "تم التحديث 10/7/2025",),
    "az": ("Yenilənib: 10 iyul 2025",),
    "bg": ("Обновена: 10 юли 2025", "Последна промяна 10 юли 2025",),
    "bn": ("আপডেট: ১০ জুলাই ২০২৫", "হালনাগাদ: ১০ জুলাই ২০২৫",),
    "ca": ("Actualitzat el 10 de juliol de 2025",),
    "cs": ("Aktualizováno 10. července 2025", "Upraveno 10. 7. 2025", "Poslední aktualizace: 10. 7. 2025",),
    "da": ("Opdateret 10. juli 2025", "Sidst opdateret 10. juli 2025", "Senest ændret 10. juli 2025",),
    "de": (
        "Aktualisiert am 10.07.2025", "Zuletzt geändert am 10.07.2025", "Letzte Aktualisierung: 10. Juli 2025",
        "Zuletzt bearbeitet am 10.07.2025", "Geändert am 10.07.2025", "Update: 10. Juli 2025",
        "Überarbeitet am 10.7.2025",
    ),
    "el": (
        "Ενημερώθηκε: 10 Ιουλίου 2025", "Τελευταία ενημέρωση: 10/07/2025", "Τελευταία τροποποίηση: 10/07/2025",
    ),
    "en": ("Last modified: July 10, 2025", "Last reviewed July 10, 2025", "Revised July 10, 2025",),
    "es": (
        "Actualizado el 10 de julio de 2025", "Última actualización: 10/07/2025",
        "Modificado el 10 de julio de 2025", "Última modificación 10/07/2025",
    ),
    "et": ("Uuendatud: 10. juuli 2025",),
    "fa": ("به‌روزرسانی: ۱۹ تیر ۱۴۰۴", "آخرین بروزرسانی ۱۹ تیر ۱۴۰۴",),
    "fi": ("Päivitetty 10.7.2025", "Muokattu 10.7.2025", "Muutettu 10.7.2025",),
    "fr": (
        "Modifié le 10 juillet 2025", "Mise à jour : 10/07/2025", "Dernière modification le 10 juillet 2025",
        "Actualisé le 10 juillet 2025",
    ),
    "he": ("עודכן: 10.07.2025", "עודכן לאחרונה 10.07.2025",),
    "hi": ("अपडेटेड 10 जुलाई 2025", "Updated: 10 जुलाई 2025", "अपडेट किया गया: 10 जुलाई 2025",),
    "hr": ("Ažurirano: 10. srpnja 2025.",),
    "hu": ("Frissítve: 2025. július 10.", "Utolsó módosítás: 2025. július 10.", "Módosítva: 2025.07.10.",),
    "id": ("Diperbarui 10 Juli 2025", "Diperbaharui: 10 Juli 2025", "Terakhir diperbarui 10 Juli 2025",),
    "it": (
        "Aggiornato il 10 luglio 2025", "Ultimo aggiornamento: 10 luglio 2025", "Ultima modifica: 10 luglio 2025",
        "Modificato il 10/07/2025",
    ),
    "ja": ("更新日：2025年7月10日", "最終更新 2025年7月10日 13:06",),
    "ko": ("수정 2025.07.10 15:00", "최종수정 2025-07-10", "업데이트 2025.07.10",),
    "nb": ("Oppdatert 10. juli 2025", "Sist endret 10. juli 2025",),
    "nl": (
        "Bijgewerkt op 10 juli 2025", "Laatst gewijzigd: 10 juli 2025", "Laatste update: 10 juli 2025",
        "Aangepast op 10 juli 2025", "Geactualiseerd op 10 juli 2025",
    ),
    "pl": ("Aktualizacja: 10.07.2025", "Zaktualizowano 10 lipca 2025", "Ostatnia modyfikacja: 10.07.2025",),
    "pt": (
        "Atualizado em 10/07/2025 às 13h06", "Actualizado a 10 de julho de 2025", "Última atualização: 10/07/2025",
        "Modificado em 10/07/2025", "Última modificação: 10/07/2025",
    ),
    "ro": ("Actualizat: 10 iulie 2025", "Ultima actualizare: 10.07.2025", "Modificat: 10.07.2025",),
    "ru": (
        "Обновлено: 10 июля 2025", "Последнее обновление: 10.07.2025", "Изменено 10 июля 2025",
        "Редакция от 10.07.2025",
    ),
    "sk": ("Aktualizované 10. júla 2025",),
    "sv": ("Uppdaterad 10 juli 2025", "Senast ändrad 10 juli 2025", "Senast uppdaterad: 10 juli 2025",),
    "ta": ("புதுப்பிக்கப்பட்டது: 10 ஜூலை 2025",),
    "th": ("อัปเดต: 10 ก.ค. 2568", "ปรับปรุงล่าสุด 10 กรกฎาคม 2568", "แก้ไขล่าสุด 10 กรกฎาคม 2568",),
    "tr": ("Güncelleme: 10 Temmuz 2025", "Son güncelleme: 10.07.2025", "Güncellenme: 10.07.2025",),
    "uk": ("Оновлено: 10 липня 2025", "Змінено 10.07.2025", "Останнє оновлення: 10.07.2025",),
    "vi": ("Cập nhật 10/07/2025",),
    "zh": ("更新时间：2025-07-10", "最后更新：2025年7月10日", "修改时间：2025-07-10",),
}
"""Lines that say that it is the day of the last change."""

BODY = "The river rose by two metres on Monday, and the old bridge was closed to traffic, the mayor said."


def _cases(table):
    return [(language, line) for language, lines in table.items() for line in lines]


def _before(language, line):
    """The day that a line says, and what stands before it."""
    (when,) = dates.scan(line, language=language, order=dates.order_of(language, "GB"))
    return when.day, line[: when.start]


@pytest.mark.parametrize(("language", "line"), _cases(PUBLISHED))
def test_a_day_of_publication(language, line):
    day, before = _before(language, line)
    assert (day, said(before)) == ("2025-07-10", "published")


@pytest.mark.parametrize(("language", "line"), _cases(UPDATED))
def test_a_day_of_the_last_change(language, line):
    day, before = _before(language, line)
    assert (day, said(before)) == ("2025-07-10", "updated")


def _of_text(line, **options):
    found = clean(f"River rises\nBy Ana Cruz\n{line}\n{BODY}\n{BODY}", **options).metadata
    return found["date_published"], found["date_modified"]


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Publié le 10 juillet 2025 à 13h06 - Mis à jour le 11 juillet 2025", "2025-07-10T13:06:00", "2025-07-11"),
        ("Veröffentlicht am 10. Juli 2025, aktualisiert am 11. Juli 2025", "2025-07-10", "2025-07-11"),
        ("Δημοσίευση: 10 Ιουλίου 2025 | Τελευταία ενημέρωση: 11 Ιουλίου 2025", "2025-07-10", "2025-07-11"),
        ("Megjelent: 2025. július 10. Frissítve: 2025. július 11.", "2025-07-10", "2025-07-11"),
        # The nearest word counts.
        ("Publié hier, mis à jour le 11 juillet 2025", None, "2025-07-11"),
        # Verbs come last.
        ("2025年7月10日 公開 2025年7月11日 更新", "2025-07-10", "2025-07-11"),
        ("2025年7月11日 更新", None, "2025-07-11"),
        ("10 जुलाई 2025 को प्रकाशित", "2025-07-10", None),
        ("2025.07.11 수정", None, "2025-07-11"),
        # What stands behind a date elsewhere is of something else.
        ("10 July 2025 Reviewed by Tom Weber", "2025-07-10", None),
        ("10 July 2025 · Updated", "2025-07-10", None),
    ],
)
def test_published_and_updated_on_one_line(line, published, modified):
    assert _of_text(line) == (published, modified)


@pytest.mark.parametrize(
    ("closing", "day"),
    [
        ("This article was originally published on 26 September 2019 but has been updated since.", "2019-09-26"),
        ("Originally published 26 September 2019", "2019-09-26"),
        ("Dieser Artikel wurde erstmals veröffentlicht am 26. September 2019.", "2019-09-26"),
        ("Cet article a été initialement publié le 26 septembre 2019.", "2019-09-26"),
        # What came out first then is not the article.
        ("The novel was first published on 26 September 2019 by a small house.", "2025-07-10"),
        ("Earlier versions of this paper are preprints, first published 26 September 2019", "2025-07-10"),
        ("The first published guide to the harbour is of 26 September 2019", "2025-07-10"),
    ],
)
def test_when_an_article_came_out_first(closing, day):
    text = "\n".join(["River rises", "By Ana Cruz", "10 July 2025, 13:06", *[BODY] * 4, closing])
    assert clean(text, kind="text").metadata["date_published"][:10] == day


@pytest.mark.parametrize(
    ("declared", "shown", "url", "day"),
    [
        ("2025-07-11T02:41:41+00:00", "July 10, 2025", "https://harbour.example/2025/07/10/river-rises", "2025-07-10"),
        ("2025-07-09T23:00:00+00:00", "July 10, 2025", "https://harbour.example/2025/07/10/river-rises", "2025-07-10"),
        # The address says another day or none; the moment has a zone of its own; it is days away.
        ("2025-07-11T02:41:41+00:00", "July 10, 2025", "https://harbour.example/2025/07/11/river-rises", "2025-07-11"),
        ("2025-07-11T02:41:41+00:00", "July 10, 2025", "https://harbour.example/river-rises", "2025-07-11"),
        ("2025-07-11T02:41:41+02:00", "July 11, 2025", "https://harbour.example/2025/07/10/river-rises", "2025-07-11"),
    ],
)
def test_the_publisher_s_own_day_of_a_moment_in_greenwich(declared, shown, url, day):
    page = (
        f'<html lang=en><meta property="article:published_time" content="{declared}"><h1>River rises</h1>'
        f"<p>By Ana Cruz</p><p>{shown}</p><p>{BODY}</p><p>{BODY}</p>"
    )
    assert clean(page, kind="html", url=url).metadata["date_published"][:10] == day
