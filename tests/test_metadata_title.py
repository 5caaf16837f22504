"""Titles of pages and of texts."""

from __future__ import annotations

import pytest

from cleaner import plain
from cleaner.metadata import fields
from cleaner.metadata.titles import headline, slugs, title, wordings
from cleaner.model import Decision

BODY = (
    "The river rose by two metres on Monday after the storm, the mayor said, and the old bridge was closed to traffic."
)
SITE = ["Harbour Times", "harbour-times.example"]


@pytest.mark.parametrize(
    ("text", "headline_", "wanted"),
    [
        ("River rises - what now?", None, "River rises - what now?"),
        ("Storm | River", None, "Storm | River"),
        ("The Harbour: a portrait of the Times", None, "The Harbour: a portrait of the Times"),
        ("Harbour Times", None, "Harbour Times"),
        ("River rises | Harbour Times", None, "River rises"),
        ("River rises - The Harbour Times", None, "River rises"),
        ("River rises – Harbour-Times.example", None, "River rises"),
        ("Harbour Times: River rises", None, "River rises"),
        ("River rises - Regions | Harbour Times", "River rises", "River rises"),
        ("River rises – Harbour Times – 13.06.2023", None, "River rises"),
        ("River rises * The Harbour Times * by Ana Cruz", "River rises", "River rises"),
        ("River rises ❘ Harbour Times", None, "River rises"),
        ("River rises - Page 2 of 3 | Harbour Times", None, "River rises"),
        ("River rises (Seite 2)", None, "River rises"),
        ("River rises, page 12 of the diary", None, "River rises, page 12 of the diary"),
        ("강물이 다시 불었다 < 사회 < 기사본문 - Harbour Times", None, "강물이 다시 불었다"),
        ("Why 3 < 4 and 4 < 5 matters to the river", None, "Why 3 < 4 and 4 < 5 matters to the river"),
        ("河水再次上涨_港口报", "河水再次上涨", "河水再次上涨"),
        ("The snake_case river", None, "The snake_case river"),
    ],
)
def test_the_site_s_name_is_taken_off(text, headline_, wanted):
    assert title.without_site(text, SITE, headline_) == wanted


@pytest.mark.parametrize(
    ("url", "words"),
    [
        # Parts that name a section, and not the page.
        ("https://harbour.example/home-garden/2025-991", ""),
        ("https://harbour.example/politics/city-council/20250710-2163/", ""),
        ("https://harbour.example/a/99", ""),
        ("https://harbour.example/old-bridge", "old bridge"),
        ("https://harbour.example/home-garden/old-bridge.html", "old bridge"),
        ("https://harbour.example/river-rises-again/99", "river rises again"),
        ("https://harbour.example/river-rises-again-1234/amp", "river rises again"),
        # Dots around what names the page, and between its words.
        ("https://harbour.example/content.river-rises-again.4f1c-88.html", "river rises again"),
        ("https://harbour.example/river-rises-again-1.2163", "river rises again"),
        ("https://harbour.example/river_rises_again.GoPAx7f.html", "river rises again"),
        ("https://harbour.example/river.rises.again.html", "river rises again"),
    ],
)
def test_words_of_an_address(url, words):
    assert slugs.words(url) == words.split()


@pytest.mark.parametrize(
    ("slug", "line", "wanted"),
    [
        # Near misses: numbers that the title says, and years that begin no date.
        ("10 walks of 2031", "10 walks of 2031", "10 walks of 2031"),
        ("2031 begins late", "2031 begins late", "2031 begins late"),
        ("2031 10 walks", "The 10 walks of 2031", "walks"),  # which cannot be told from a date
        ("river rises again", "Ten walks", "river rises again"),
        # What is no title's.
        ("2031 05 09 river rises", "River rises", "river rises"),
        ("2031 05 river rises", "River rises in 2031", "river rises"),
        ("river rises 4f1c 88", "River rises", "river rises"),
    ],
)
def test_words_of_an_address_that_can_be_a_title_s(slug, line, wanted):
    assert slugs.meant(slug.split(), [line, "Home"]) == tuple(wanted.split())


@pytest.mark.parametrize(
    ("one", "other", "length"),
    [("", "river", 0), ("river rises", "rises river", 1), ("river rises", "the river never rises", 2), ("a", "a", 1)],
)
def test_words_in_order(one, other, length):
    assert slugs.in_order(one.split(), other.split()) == slugs.in_order(other.split(), one.split()) == length


def page(declared: dict[str, str], *headings: str, news: bool = False, slug: str = "") -> tuple[str, str | None] | None:
    found = title.of_page(declared, list(enumerate(headings)), SITE, news=news, slug=slug)
    return found and (found.text, found.path)


@pytest.mark.parametrize(
    ("declared", "headings", "news", "wanted"),
    [
        ({}, [], False, None),
        ({}, ["Harbour Times"], False, None),
        ({}, ["River rises"], False, ("River rises", "h1")),
        ({"title": "River rises | Harbour Times"}, [], False, ("River rises", "title")),
        # What templates write where the title belongs; a kicker in the h1, which an article is not.
        ({"og:title": "Home", "title": "Home | Harbour Times"}, ["River rises"], False, ("River rises", "h1")),
        ({"og:title": "River rises again", "title": "River rises again"}, ["Storm River rises again"], False,
         ("River rises again", "og:title")),
        ({"og:title": "River of the year", "title": "River of the year"}, ["The River of the year"], False,
         ("The River of the year", "h1")),
        ({"og:title": "River rises again", "title": "River rises again"}, ["River rises again and again"], False,
         ("River rises again and again", "h1")),
        ({"og:title": "River rises", "title": "River rises - Floods"}, ["Harbour Times"], False,
         ("River rises", "og:title")),
        ({"og:title": "River rises | Harbour Times"}, ["Harbour Times", "River rises"], False, ("River rises", "h1")),
        # The search engine's title beside the one that people see.
        ({"og:title": "Best rivers of 2025", "title": "Best rivers of 2025"}, ["The best rivers to see"], False,
         ("The best rivers to see", "h1")),
        # A banner is no headline.
        ({"og:title": "River rises", "title": "River rises"}, ["Do you want to know more?"], False,
         ("River rises", "og:title")),
        # Cut where a quotation mark has ended the attribute too early; but a shorter title is one that is meant.
        ({"og:title": "Mayor calls flood", "title": 'Mayor calls flood "a warning"'}, ["A flood as a warning"], True,
         ("A flood as a warning", "h1")),
        ({"og:title": "Mayor calls flood", "title": "Mayor calls flood a warning"}, ["A flood as a warning"], True,
         ("Mayor calls flood", "og:title")),
        # A part at the end is a section, unless JSON-LD's title of the article has it too.
        ({"og:title": "River rises - what now?", "title": "River rises - what now?"}, ["River rises"], False,
         ("River rises", "h1")),
        ({"og:title": "River rises - what now?", "headline": "River rises"}, ["River rises"], True,
         ("River rises", "h1")),
        ({"og:title": "River rises - what now?", "headline": "River rises - what now?"}, ["River rises"], True,
         ("River rises - what now?", "og:title")),
        ({"og:title": "River rises in May", "title": "River rises in May"}, ["River rises"], False,
         ("River rises", "h1")),
        ({"og:title": "River rises in May", "headline": "River rises in May"}, ["River rises"], False,
         ("River rises in May", "og:title")),
        ({"og:title": "River rises | Harbour Times", "headline": "River rises | Harbour Times"}, ["River rises"], True,
         ("River rises", "h1")),
        # A kicker before the headline.
        ({"og:title": "Storm: River rises"}, ["River rises"], True, ("Storm: River rises", "og:title")),
        # A news page passes on a headline of its own …
        ({"og:title": "River keeps rising", "title": "River rises after storm"}, ["River rises after storm"], True,
         ("River keeps rising", "og:title")),
        # … unless it is the search engine's and JSON-LD says what the reader sees.
        ({"og:title": "River keeps on", "title": "River keeps on", "headline": "River rises after storm"},
         ["River rises after storm"], True, ("River rises after storm", "h1")),
        ({"og:title": "River keeps on", "title": "Floods: what now?", "headline": "River rises after storm"},
         ["River rises after storm"], True, ("River rises after storm", "h1")),
        ({"og:title": "River keeps on", "title": "River rises after storm", "headline": "River rises after storm"},
         ["River rises after storm"], True, ("River keeps on", "og:title")),
    ],
)  # fmt: skip
def test_title_of_a_page(declared, headings, news, wanted):
    assert page(declared, *headings, news=news) == wanted


def test_agreement_makes_a_title_surer():
    alone = title.of_page({"title": "Water"}, [(0, "River rises")], SITE, news=False, slug="")
    agreed = title.of_page(
        {"title": "River rises", "og:title": "River rises"}, [(0, "River rises")], SITE, news=False, slug=""
    )
    assert alone.confidence < agreed.confidence


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("River\n  rises", "River rises"),
        ("R&amp;uuml;ckbau", "Rückbau"),
        ("Heli\u00adcopter", "Helicopter"),
        ("<b>River</b> rises", "River rises"),
        ("2 < 3 and 4 > 1", "2 < 3 and 4 > 1"),
    ],
)
def test_tidy(raw, wanted):
    assert title.tidy(raw) == wanted


def of_text(*rows: tuple[str, str], url: str | None = None):
    document = plain.read("\n".join(line for _, line in rows))
    decisions = [Decision(i, label, label, 0.0, "", "", "") for i, (label, _) in enumerate(rows) if label != "-"]
    numbered = [dataclass_with(d, i) for i, d in enumerate(decisions)]
    return fields(document, numbered, url=url).get("title")


def dataclass_with(decision: Decision, line: int) -> Decision:
    return Decision(line, decision.label, decision.own, 0.0, "", "", "")


MENU = [("navigation", "Home"), ("navigation", "World"), ("navigation", "Sport"), ("navigation", "Subscribe now")]


@pytest.mark.parametrize(
    "rows",
    [
        [("body", BODY)],
        [*MENU, ("body", BODY)],
        [*MENU, ("navigation", "The river rose by two metres."), ("body", BODY)],
        [*MENU, ("lead", "Two metres in one night in the harbour of the old town"), ("body", BODY)],
        [*MENU, ("caption", "Photo: the old bridge in the storm"), ("body", BODY)],
        [*MENU, ("navigation", "Home | World | Sport | Regions"), ("body", BODY)],
    ],
)
def test_no_title(rows):
    assert of_text(*rows) is None


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("Kühltürme gesprengt", "kuehltuerme gesprengt"),
        ("Kühltürme gesprengt", "kuhlturme gesprengt"),
        ("Été à l’île", "ete lile"),
        ("Don't stop", "dont stop"),
        ("Blåbær på øya", "blabaer oya"),
    ],
)
def test_an_address_spells_words_its_own_way(line, address):
    assert any(set(address.split()) <= set(spelt) for spelt in slugs.spellings(line))


def test_a_doubtful_title_is_not_reported_but_shows_where_the_head_is():
    rows = [
        *(
            ("related", f"{place} closes its bridge for the {n}th time")
            for n in range(4, 34)
            for place in ("Harlow", "Arne")
        ),
        ("navigation", "Old bridge closed to traffic by the mayor"),
        ("navigation", "Where to go in July and whom to ask"),
        ("related", "What the council wants from you this week"),
        ("related", "Mayor wants bridge tolls to rise"),
        ("related", "Why the bridge has to go, says the mayor"),
        ("date", "Published 10 July 2025"),
        ("body", BODY),
    ]
    document = plain.read("\n".join(line for _, line in rows))
    decisions = [Decision(i, label, label, 0.0, "", "", "") for i, (label, _) in enumerate(rows)]
    best = headline.of_text(headline.View(document, decisions), [])
    assert best is not None
    assert best.confidence < headline.least(len(document))
    found = fields(document, decisions)
    assert (found.value("title"), found.value("date_published")) == (None, "2025-07-10")


def test_a_rival_makes_a_title_less_sure():
    mine = ("navigation", "River rises by two metres after the storm")
    credit = [("byline", "By Ana Cruz"), ("date", "10 July 2025"), ("body", BODY)]
    alone = of_text(("navigation", "Home"), mine, *credit)
    view_rows = [("navigation", "Old bridge closed to traffic by mayor"), mine, *credit]
    rival = of_text(*view_rows)
    assert alone.value == mine[1]
    assert rival is None or rival.confidence < alone.confidence


@pytest.mark.parametrize("mine", ["River rises by two metres after the storm", "River rises after storm"])
def test_a_title_that_the_page_says_again_is_surer(mine):
    rows = [("title", mine), ("byline", "By Ana Cruz"), ("body", BODY), ("share", "Share")]
    once, twice = (_best(*rows, ("share", last)) for last in ("Print", mine))
    assert twice.confidence > once.confidence
    assert once.text == twice.text == mine


def _best(*rows: tuple[str, str]) -> title.Title:
    document = plain.read("\n".join(line for _, line in rows))
    decisions = [Decision(i, label, label, 0.0, "", "", "") for i, (label, _) in enumerate(rows)]
    found = headline.of_text(headline.View(document, decisions), [])
    assert found is not None
    return found


def test_the_site_s_name_at_a_text_s_title_is_taken_off():
    url = "https://harbour-times.example/river-rises-after-storm"
    rows = [("title", "River rises after storm – Harbour-Times"), ("byline", "By Ana Cruz"), ("body", BODY)]
    assert of_text(*rows, url=url).value == "River rises after storm"


def test_a_line_labelled_title_is_it():
    headline = "River rises by two metres after storm"
    assert of_text(*MENU, ("title", headline), ("body", BODY)).value == headline


def test_a_line_that_the_address_repeats_is_the_title():
    url = "https://harbour.example/news/river-rises-after-storm-closes-bridge"
    found = of_text(*MENU, ("navigation", "River rises after storm, closes bridge"), *MENU, ("body", BODY), url=url)
    assert found.value == "River rises after storm, closes bridge"
    assert found.line == 5


def test_a_line_above_byline_and_date_is_the_title():
    rows = [
        ("navigation", "River rises by two metres after the storm"),
        ("byline", "By Ana Cruz"),
        ("date", "10 July 2025"),
    ]
    assert of_text(*rows, ("body", BODY)).value == "River rises by two metres after the storm"


def test_a_list_mark_is_no_part_of_the_title():
    assert of_text(("title", "• River rises after storm"), ("body", BODY)).value == "River rises after storm"


def test_a_headline_that_was_parted_is_joined():
    rows = [("navigation", "River"), ("title", ": two metres more after the storm"), ("body", BODY)]
    assert of_text(*rows).value == "River: two metres more after the storm"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        # Near misses
        ("10. July 2025 in pictures", "10. July 2025 in pictures"),
        ("A night to stand by", "A night to stand by"),
        ("River > 5 metres > the limit", "River > 5 metres > the limit"),
        ("River rises » storm", "River rises » storm"),
        ("River / storm / harbour wall", "River / storm / harbour wall"),
        ("River [Updated]: the bridge is closed", "River [Updated]: the bridge is closed"),
        ("River rises after storm [2031]", "River rises after storm [2031]"),
        ("Ten walks along a river [all of them tried]", "Ten walks along a river [all of them tried]"),
        # What renderers leave beside a headline
        ("• River rises after storm", "River rises after storm"),
        ("4. River rises after storm", "River rises after storm"),
        ("River rises after storm[7fc2-b]", "River rises after storm"),
        ("Home ▸ News ▸ River rises after storm", "River rises after storm"),
        ("Home / News / River rises after storm", "River rises after storm"),
        ("You are here: Home » News » River rises", "River rises"),
    ],
)
def test_what_a_headline_s_line_says(line, wanted):
    assert wordings.said(line, "A storm came") == wanted


@pytest.mark.parametrize(
    ("following", "wanted"),
    [
        ("", "River rises after storm by"),
        ("A night of rain", "River rises after storm by"),
        ("Read more", "River rises after storm by"),
        ("Ana Cruz", "River rises after storm"),
        ("Ana Cruz and Tom Weber", "River rises after storm"),
    ],
)
def test_a_by_word_whose_name_is_on_the_next_line(following, wanted):
    assert wordings.said("River rises after storm by", following) == wanted


def test_a_headline_that_a_breadcrumb_holds_too_is_the_title():
    rows = [("navigation", "Regions / Harbour / River rises after the storm"), *MENU]
    title_, other = ("navigation", "River rises after the storm"), ("navigation", "Ten walks along the old harbour")
    assert of_text(*rows, title_, ("byline", "By Ana Cruz"), other, ("body", BODY)).value == title_[1]


@pytest.mark.parametrize(
    ("slug", "declared", "wanted"),
    [
        # An address of words that both have, or that hardly says which; and one that the h1 is made of.
        (
            "river-rises-after-storm",
            "Storm: how the river rises after",
            "What we know of how the river rises after the storm",
        ),
        ("river", "River rises after the storm", "What we know of how the river rises after the storm"),
        ("flood-map-of-the-harbour", "Flood map of the harbour", "Flood map of the harbour"),
        ("flood-map-of-the-harbour", "Flood map of the harbour | Owner & Sons", "Flood map of the harbour"),
    ],
)
def test_the_title_that_the_address_is_made_of(slug, declared, wanted):
    titles = {"og:title": declared, "title": declared}
    shown = "What we know of how the river rises after the storm"
    found = title.of_page(titles, [(0, shown)], SITE, news=False, slug=slug.replace("-", " "))
    assert found is not None
    assert found.text == wanted


def test_an_address_counts_for_nothing_against_a_second_place_that_says_the_h1():
    titles = {"og:title": "Flood map of the harbour", "headline": "How high the river is"}
    found = title.of_page(titles, [(0, "How high the river is")], SITE, news=False, slug="flood map of the harbour")
    assert found is not None
    assert found.path == "h1"


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("Rivers – a history", "Rivers – a history"),
        (
            f"{SITE[0]} – How the river rises after a storm",
            f"{SITE[0]} – How the river rises after a storm",
        ),  # a series that is called like the site
        (f"River rises – {SITE[0]}", "River rises"),
    ],
)
def test_the_site_s_name_at_the_end_of_a_heading(heading, wanted):
    found = title.of_page({"title": heading}, [(0, heading)], SITE, news=False, slug="")
    assert found is not None
    assert found.text == wanted
