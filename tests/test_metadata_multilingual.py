"""Lines that are in another language than their document."""

from __future__ import annotations

import pytest

from cleaner import plain
from cleaner.metadata.multilingual import LineLanguage, line_languages

ENGLISH = (
    "The river rose by two metres on Monday after the storm, the mayor said, and the old bridge was closed to traffic.",
    "It will be open again by the end of the week, if the water falls as the engineers of the town expect it to.",
)
GERMAN = "Der Fluss ist nach dem Sturm um zwei Meter gestiegen, und die alte Brücke wurde für den Verkehr gesperrt."
RUSSIAN = "Вода в реке поднялась на два метра после бури"
FRENCH = "Le fleuve est monté de deux mètres après la tempête, et le vieux pont a été fermé à la circulation."


def found(*lines: str, own: str | None = "en") -> list[tuple[int, int, str]]:
    document = plain.read("\n\n".join((ENGLISH[0], *lines, ENGLISH[1])))
    return [(x.first, x.last, x.language) for x in line_languages(document, own)]


@pytest.mark.parametrize(
    "line",
    [
        "Home World Sport",
        "Привет",
        "Ana María de la Cruz, João da Silva, Jürgen Müller, Łukasz Wiśniewski",
        "Der Spaziergang am Hafen",
        "The mayor told Москва that the bridge of the harbour would be closed to all of the traffic.",
        "+++ 12:45 +++ 13:00 +++ 14:15 +++ 15:30 +++ 16:45 +++ 17:00 +++ 18:15 +++ 19:30 +++ 20:45 +++",
        "Bridges, rivers, harbours, storms, floods, engineers, mayors, metres, traffic, water",
    ],
)
def test_a_line_too_short_or_too_much_like_the_others(line):
    assert found(line) == []


@pytest.mark.parametrize(
    ("line", "language"),
    [(GERMAN, "de"), (RUSSIAN, "ru"), (FRENCH, "fr"), ("오늘 서울에 비가 많이 내렸다고 한다", "ko")],
)
def test_a_line_in_another_language(line, language):
    assert found(line) == [(3, 3, language)]


def test_neighbours_in_one_language_are_one_run():
    assert found(GERMAN, RUSSIAN) == [(3, 3, "de"), (5, 5, "ru")]
    document = plain.read("\n".join((*ENGLISH, "", GERMAN, GERMAN + " Das sagte er.", "", FRENCH)))
    runs = line_languages(document, "en")
    assert [(x.first, x.last, x.language) for x in runs] == [(4, 5, "de"), (7, 7, "fr")]
    assert all(isinstance(x, LineLanguage) and 0.9 < x.confidence <= 1 for x in runs)


def test_a_document_without_a_known_language_has_none_that_differ():
    assert found(GERMAN, own=None) == []
