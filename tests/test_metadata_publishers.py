"""Metadata as publishers of many languages write it, each with what only looks like it."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.metadata import authors, dates
from cleaner.metadata.dates import datewords, worded
from cleaner.metadata.titles import title

TITLE = "Old bridge over the Harlow closed until spring"
BODY = """<p>The old bridge over the Harlow was closed on Monday after engineers found cracks in two of its pillars.</p>
<p>The town council was told that repairs would take until spring and cost about four million crowns in all.</p>
<p>Farmers on the eastern bank, who sell their milk in the town, asked the council to let tractors cross at night.</p>
"""
GERMAN = """<p>Die alte Brücke über die Harle ist am Montag gesperrt worden, weil zwei ihrer Pfeiler Risse haben.</p>
<p>Dem Rat wurde gesagt, dass die Arbeiten bis zum Frühjahr dauern und etwa vier Millionen Kronen kosten werden.</p>
<p>Die Bauern am anderen Ufer, die ihre Milch in der Stadt verkaufen, wollen nachts mit Traktoren hinüberfahren.</p>
"""


def page(under: str, *, heading: str = TITLE, body: str = BODY) -> dict[str, object]:
    """The metadata of a page with some lines under its headline."""
    html = f"<!doctype html><html><body><article><h1>{heading}</h1>{under}{body}</article></body></html>"
    return clean(html, kind="html", url="https://www.harbour.example/n/17").metadata


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("hi", "3 फरवरी 2025", "2025-02-03"),  # without the point below, as most papers write it
        ("hi", "3 सितम्बर 2025", "2025-09-03"),
        ("hi", "3 अक्तूबर 2025", "2025-10-03"),
        ("ar", "3 ابريل 2025", "2025-04-03"),
        ("ar", "3 شتنبر 2025", "2025-09-03"),  # Morocco
        ("ar", "3 يوليه 2025", "2025-07-03"),  # Egypt
        ("tr", "3 HAZİRAN 2025", "2025-06-03"),
        ("tr", "3 KASIM 2025", "2025-11-03"),
        ("el", "3 ΦΕΒΡΟΥΑΡΙΟΥ 2025", "2025-02-03"),
        ("el", "3 Μαίου 2025", "2025-05-03"),
        ("he", "3 במרס 2025", "2025-03-03"),
        ("he", "3 נוב' 2025", "2025-11-03"),
        ("bn", "3 ফেব্রুয়ারি 2025", "2025-02-03"),
        ("id", "3 Nopember 2025", "2025-11-03"),
        ("uk", "3 лис 2025", "2025-11-03"),
        ("fr", "3 fév 2025", "2025-02-03"),
        (None, "3 фебруара 2025", "2025-02-03"),
        (None, "3 लोग 2025", None),  # people
        (None, "3 лис 2025", None),  # foxes, in an unknown language
        (None, "3 marco 2025", None),
        ("lv", "3 dag 2025", None),  # August in Catalan
    ],
)
def test_months_as_people_spell_them(language, text, day):
    assert [when.value for when in dates.scan(text, language=language)] == ([day] if day else [])


def test_no_month_is_spelled_without_accents_like_another_one():
    spelled: dict[str, set[int]] = {}
    for months in worded.names().months.values():
        for name, number in months.items():
            spelled.setdefault(worded.without_points(name), set()).add(number)
    assert [
        name for name, numbers in spelled.items() if len(numbers) > 1 and len(name) > 3 and not name.isascii()
    ] == []


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("Publié le 3 févr. 2025 à 8:10 Mis à jour le 4 févr. 2025", ["3 févr. 2025 à 8:10", "4 févr. 2025"]),
        ("3 Feb 2025 08:10 Von Ana Cruz", ["3 Feb 2025 08:10"]),
        ("3.2.2025, 08:10 Uhr | Harlow", ["3.2.2025, 08:10 Uhr"]),
        ("3 feb 2025 08:10 uur", ["3 feb 2025 08:10 uur"]),
        ("3 Feb 2025 8:10 am est", ["3 Feb 2025 8:10 am est"]),
        ("3 Feb 2025 08:10 min", ["3 Feb 2025"]),  # the length of a film
        ("3 Feb 2025 08:10 minus", ["3 Feb 2025 08:10"]),
        ("3 Feb 2025 08:10 WITA", ["3 Feb 2025 08:10 WITA"]),
    ],
)
def test_a_word_behind_the_time_of_day_is_no_zone(text, raws):
    assert [when.raw for when in dates.scan(text)] == raws


def test_a_change_that_follows_the_time_of_publication():
    found = page("<p>Publié le 3 févr. 2025 à 8:10 Mis à jour le 4 févr. 2025 à 9:30</p>")
    assert (found["date_published"], found["date_modified"]) == ("2025-02-03T08:10:00", "2025-02-04T09:30:00")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Data aktualizacji: ", "updated"),
        ("akt. ", "updated"),
        ("Ostatnia zmiana ", "updated"),
        ("Maj le ", "updated"),
        ("Edited on ", "updated"),
        ("Update terakhir: ", "updated"),
        ("Uploaded ", "published"),
        ("Diposting ", "published"),
        ("הועלה: ", "published"),
        ("Edited by ", ""),
        ("Akta ", ""),
        ("A major ", ""),
    ],
)
def test_words_beside_a_date(words, said):
    assert datewords.said(words) == said


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("03.02.2025, 08:10 Uhr | Quelle: dpa, Harbour", "2025-02-03T08:10:00"),
        ("Quelle: dpa, 03.02.2025", None),  # a picture's
        ("03.02.2025 Foto: dpa, Harbour", None),
    ],
)
def test_a_date_and_where_the_text_comes_from(line, day):
    assert (
        page(f"<p>{line}</p>", heading="Alte Brücke über die Harle gesperrt", body=GERMAN).get("date_published") == day
    )


def test_a_figure_has_neither_the_date_nor_the_author_of_the_article():
    words = "Mayor Ada Holm on the bridge, 12 January 2025. Jo Vance"
    figure = page(f"<figure><img src='a.jpg'><figcaption>{words}</figcaption></figure>")
    assert (figure.get("date_published"), figure.get("authors", ())) == (None, ())
    dated = page("<p>Ada Holm, 12 January 2025</p>")
    assert (dated.get("date_published"), dated.get("authors")) == ("2025-01-12", ("Ada Holm",))


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Obituary: Ida Penrose, engineer", ()),
        ("Obituary: an engineer of bridges", ("Ida Penrose",)),
    ],
)
def test_who_stands_in_the_headline_is_whom_the_article_is_about(heading, names):
    found = page("<p>Ida Penrose</p><p>Published 3 February 2025</p>", heading=heading)
    assert found.get("authors", ()) == names


@pytest.mark.parametrize("line", ["<p>By Ida Penrose</p>", '<p class="author">Ida Penrose</p>'])
def test_who_stands_in_the_headline_may_have_written_it(line):
    found = page(f"{line}<p>Published 3 February 2025</p>", heading="Ida Penrose: let the river win")
    assert found["authors"] == ("Ida Penrose",)


@pytest.mark.parametrize(
    ("line", "body", "names"),
    [
        ("Lena Marsh in Harlowmouth", BODY, ("Lena Marsh",)),
        ("Lena Marsh in the harbour of Harlowmouth", BODY, ()),
        ("Alte Mühle in Harlowmouth", GERMAN, ()),  # a heading
        ("Nora Ashby, Transport Correspondent | nora.ashby@harbour.example", BODY, ("Nora Ashby",)),
        ("Nora Ashby, Transport Correspondent | on how the old bridge came to be closed", BODY, ()),
        ("Credit...Nora Ashby for Harbour", BODY, ()),
        ("Léa Fournier, envoyée spéciale à Saint-Brac", BODY, ("Léa Fournier",)),
    ],
)
def test_names_below_the_headline(line, body, names):
    found = page(f"<p>{line}</p><p>3 February 2025</p>", body=body)
    assert found.get("authors", ()) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jens Albers und Ute Kern (Text), Sina Wolter (Fotos)", ["Jens Albers", "Ute Kern"]),
        ("Jens Albers und Ute Kern (Fotos)", []),
        ("HARLOW.- Por Marta Gil, enviada especial", ["Marta Gil"]),
        ("HARLOW.-Por Marta Gil", []),
        ("Das Gespräch führte Jens Albers.", ["Jens Albers"]),
        ("Das Gespräch führte zu nichts", []),
        ("Інтерв’ю взяла Олена Шевчук", ["Олена Шевчук"]),
        ("Інтерв’ю взяла на себе редакція", []),
        ("작성자 김서연", ["김서연"]),
        ("작성자 검색", []),
        ("مراسل: أحمد المنصوري", ["أحمد المنصوري"]),
        ("Autor: Jens Albers, Ressort Lokales", ["Jens Albers"]),
        ("Autor: Jens Albers, Ute Lokal", ["Jens Albers", "Ute Lokal"]),
    ],
)
def test_bylines(line, names):
    assert authors.in_line(line) == names


@pytest.mark.parametrize(
    ("language", "names"), [("zh", ["王小梅", "李明"]), ("ja", ["王小梅 李明"]), (None, ["王小梅 李明"])]
)
def test_two_chinese_names_behind_a_word_for_the_author(language, names):
    assert authors.in_line("作者：王小梅 李明", language=language) == names


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Lucía Ibáñez. Villaharle", ["Lucía Ibáñez"]),
        ("Prof. Ida Penrose", ["Prof. Ida Penrose"]),
        ("José Ma. Peña", ["José Ma. Peña"]),
    ],
)
def test_a_place_behind_a_stop_is_no_part_of_a_name(credit, names):
    assert authors.split(credit) == names


@pytest.mark.parametrize(
    ("declared", "shown", "chosen"),
    [
        ("人行桥关闭数月", "哈勒河人行桥关闭数月", "哈勒河人行桥关闭数月"),  # the same words
        ("哈勒河口渡轮今起停航", "我们的镇", "哈勒河口渡轮今起停航"),
    ],
)
def test_titles_that_write_their_words_together_are_compared_by_their_letters(declared, shown, chosen):
    best = title.of_page({"title": declared}, [(3, shown)], [], news=False, slug="")
    assert best is not None
    assert best.text == chosen
