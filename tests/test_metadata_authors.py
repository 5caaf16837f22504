"""Names, bylines, organisations and agencies."""

from __future__ import annotations

import dataclasses

import pytest

from cleaner import plain
from cleaner.metadata import agencies, authors, fields, names
from cleaner.model import Decision, Dom, Head

BODY = (
    "The river rose by two metres on Monday after the storm, the mayor said, and the old bridge was closed to traffic."
)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the river had risen",
        "By the end of March",
        "By Subscribing You Agree",
        "of Bill Gates",
        "De acuerdo con Ana",
        "Na Coreia do Sul",
        "Von Montag an",
        "Read more",
        "World News",
        "Text size",
        "By",
        "",
        "Ana Cruz",
        "A book by the author of River Tales and other stories was published",
    ],
)
def test_no_byline(line):
    assert authors.in_line(line) == []


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("By Ana Cruz", ["Ana Cruz"]),
        ("BY ANA CRUZ", ["ANA CRUZ"]),
        ("by Ana Cruz, Senior Reporter", ["Ana Cruz"]),
        ("By Ana Cruz and Tom Weber | 10 July 2025", ["Ana Cruz", "Tom Weber"]),
        ("By Ana Cruz - Associated Press - Friday, April 28, 2023", ["Ana Cruz"]),
        ("By Ana Cruz, Tom Weber The Associated Press", ["Ana Cruz", "Tom Weber"]),
        ("By Ana Cruz December 2, 2025", ["Ana Cruz"]),
        ("By Ana Cruz Tue, 12/02/2025 - 09:12", ["Ana Cruz"]),
        ("Von Ute Kern Dienstag, 2. Dezember 2025", ["Ute Kern"]),
        ("Автор: Анна Крутова вторник, 2 декабря 2025", ["Анна Крутова"]),
        ("By Li Sun, 2 December 2025", ["Li Sun"]),
        ("By Ana Cruz, Li Sun, 2 December 2025", ["Ana Cruz", "Li Sun"]),
        ("Posted by Ana Cruz on 2025-12-18 in rivers", ["Ana Cruz"]),
        ("12 May 2025 · 3 min read · By Ana Cruz", ["Ana Cruz"]),
        ("ByAna Cruz", ["Ana Cruz"]),
        ("By Ana CruzJanuary 14, 2026 20 Mins Read", ["Ana Cruz"]),
        ("May 3, 2017 By Ana Cruz Leave a Comment", ["Ana Cruz"]),
        ("May 3, 2017 By Ana Cruz 4 Comments", ["Ana Cruz"]),
        ("By A. J. Cruz View In Digital Edition", ["A. J. Cruz"]),
        ("By Ana Cruz on behalf of the town", ["Ana Cruz"]),
        ("Author: Ana Cruz, MD", ["Ana Cruz, MD"]),
        ("Von Ute Kern, Redakteurin", ["Ute Kern"]),
        ("Von Ute Kern, Max Böhm und Lea Ott", ["Ute Kern", "Max Böhm", "Lea Ott"]),
        ("Text: Ute Kern, Fotos: Max Böhm", ["Ute Kern"]),
        ("Par Léa Petit et Jean du Pré", ["Léa Petit", "Jean du Pré"]),
        ("Por Ana Cruz Madrid", ["Ana Cruz Madrid"]),
        ("Di Mario Rivetti", ["Mario Rivetti"]),
        ("Door Jan van den Berg", ["Jan van den Berg"]),
        ("Av Kari Nordvik", ["Kari Nordvik"]),
        ("Автор: Анна Крутова", ["Анна Крутова"]),
        ("Yazar: Ayşe Kuru", ["Ayşe Kuru"]),
        ("記者 王小明", ["王小明"]),
        ("執筆者：山田花子", ["山田花子"]),
        ("著者：田中 一郎（たなか いちろう）", ["田中 一郎"]),
        ("文・山田花子　写真・佐藤健", ["山田花子"]),
        ("2031-03-04 09:12 港日報 記者陳美玲／台北即時報導", ["陳美玲"]),
        ("【박민수 기자】", ["박민수"]),
        ("서울=박민수 기자 pms@news.example", ["박민수"]),
    ],
)
def test_byline(line, wanted):
    assert authors.in_line(line) == wanted


@pytest.mark.parametrize(
    ("credit", "wanted"),
    [
        ("", []),
        ("admin", []),
        ("{{ author.name }}", []),
        ("page.head.extra.author", []),
        ("ana@news.example", []),
        ("@anacruz", []),
        ("rivergirl", ["rivergirl"]),
        ("Ana & Tom", ["Ana & Tom"]),
        ("Ana Cruz/Tom Weber", ["Ana Cruz", "Tom Weber"]),
        ("Ana Cruz; Tom Weber", ["Ana Cruz", "Tom Weber"]),
        ("Ana Cruz | The Harbour Newsroom", ["Ana Cruz"]),
        ("Ana Cruz, Tom Weber, and Li Wei", ["Ana Cruz", "Tom Weber", "Li Wei"]),
        ("Ana Cruz und Ute Kern, Nairobi", ["Ana Cruz", "Ute Kern"]),
        ("Ana Cruz, Director of Bridges, Harbour Works - 10 Years at Sea", ["Ana Cruz"]),
        ("Ana Cruz, Editor, Tom Weber, Reporter", ["Ana Cruz", "Tom Weber"]),
        ("Lea Ott, MD, RDN", ["Lea Ott, MD, RDN"]),
        ("Ana Cruz (Content Manager)", ["Ana Cruz"]),
        ("Ana Cruz, dpa", ["Ana Cruz", "dpa"]),
        ("Ana Cruz (text), Tom Weber (photos)", ["Ana Cruz"]),
        ("Ana Cruz in Bonn, Tom Weber in New Harbour", ["Ana Cruz", "Tom Weber"]),
        ("Traduit par Luc Morel", []),
        ("Fot. Jan Nowak", []),
        ("كتب أحمد السيد", ["أحمد السيد"]),
        ("记者 王小明 李华 报道", ["王小明", "李华"]),
        ("Jörg &amp; Co", ["Jörg & Co"]),
        ("大渡 美咲", ["大渡 美咲"]),
        ("박민수 기자 외 1명", ["박민수"]),
    ],
)
def test_credit(credit, wanted):
    assert authors.split(credit) == wanted


@pytest.mark.parametrize(
    ("name", "own", "is_organisation"),
    [
        ("Ana Cruz", ["The Cruz Daily Harbour Gazette"], False),
        ("Ibra Diallo", ["idiallo.example"], False),
        ("Harbour Times", ["The Harbour Times"], True),
        ("harbour-daily.news", [], True),
        ("News Desk", [], True),
        ("Redaktion Hafen", [], True),
        ("読売新聞オンライン", [], True),
    ],
)
def test_organisation(name, own, is_organisation):
    assert names.is_organisation(name, own) is is_organisation


@pytest.mark.parametrize(
    "text",
    [
        "The AP exam is hard",
        "Reutersville is a town",
        "Her EFE score rose",
        "AFPs and apes",
        "The river rose",
        "She anchors the evening show on a channel",
    ],
)
def test_no_agency(text):
    assert agencies.find(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the mayor said, writes Reuters.", ["Reuters"]),
        ("пишет Reuters.", ["Reuters"]),
        ("сообщает ТАСС", ["TASS"]),
        ("PARIS (AFP) - The river", ["Agence France-Presse"]),
        ("HARBOUR (AP) — The river", ["Associated Press"]),
        ("the ministry told AP", ["Associated Press"]),
        ("Das berichtet die Deutsche Presse-Agentur", ["DPA"]),
        ("共同通信によると", ["Kyodo"]),
        ("Reuters and Xinhua; Reuters again", ["Reuters", "Xinhua"]),
    ],
)
def test_agency(text, wanted):
    assert agencies.find(text) == wanted


def test_every_spelling_of_an_agency_is_found():
    _, known = agencies._names()
    assert len(known) > 100
    for name, _ in known:
        assert not name.startswith("!")


STORM = ("title", "The river rises by two metres after a storm")
TITLE, TEXT, MORE = ("title", "River rises"), ("body", BODY), ("related", "More on rivers")


def authors_of(*rows: tuple[str, str], **options):
    return metadata_of(*rows, **options).get("authors")


def metadata_of(*rows: tuple[str, str], head: Head | None = None, tokens: dict[int, str] | None = None, **options):
    document = plain.read("\n".join(line for _, line in rows))
    n = len(document)
    assert n == len(rows)
    if head is not None:
        marks = tuple(frozenset((tokens or {}).get(i, "").split()) for i in range(n))
        flat = (0.0,) * n
        dom = Dom(("p",) * n, ("html/body/p",) * n, marks, flat, (0,) * n, (False,) * n, (0,) * n, (False,) * n)
        document = dataclasses.replace(document, head=head, dom=dom)
    decisions = [Decision(i, label, label, 0.0, "", "", "") for i, (label, _) in enumerate(rows)]
    return fields(document, decisions, **options)


@pytest.mark.parametrize(
    "rows",
    [
        [TITLE, ("navigation", "World News"), TEXT],
        [TITLE, ("caption", "Photo: Ana Cruz"), TEXT],
        [TITLE, ("navigation", "Ana Cruz"), ("body", BODY + " Cruz agreed.")],
        [TITLE, ("navigation", "Harbour Mayor"), ("navigation", "10 July 2025"), TEXT],
        [TITLE, TEXT, ("related", "By Ana Cruz")],
        [TITLE, TEXT, ("related", "Storm comes"), ("related", "Written by Ana Cruz")],
        [TITLE, ("body", BODY), *[TEXT] * 8, ("related", "By Ana Cruz"), TEXT],
        [("navigation", "Ana Cruz"), TITLE, TEXT],
        [TITLE, ("navigation", "10 July 2025 by rivergirl"), TEXT],
        # On a line of its own above the first paragraph, but no byline.
        [TITLE, ("body", "Ana Cruz:"), TEXT],
        [TITLE, ("body", "Ana Cruz in Harbour with many others"), TEXT],
        [TITLE, ("body", "Ana Cruz"), ("body", BODY + " Cruz agreed.")],
        [TITLE, ("body", "Final Thoughts"), ("body", BODY + " These are my final thoughts.")],
        [TITLE, ("body", "WHAT NOW IN HARBOUR"), TEXT],
        [TITLE, ("body", "Recent Posts"), TEXT],
        [TITLE, ("body", "Ana Cruz"), ("body", "The bridge is closed.")],
        # Somebody else than the author.
        [TITLE, ("navigation", "Reviewed by"), ("navigation", "Ana Cruz"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "Fact checked by:"), ("navigation", "Ana Cruz"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "Ana Cruz / Reuters"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "Show Caption"), ("date", "10 July 2025"), TEXT],
        [TITLE, TEXT, *[MORE] * 9, ("byline", "By Ana Cruz"), ("byline", "By Tom Weber"), ("byline", "By Li Moss")],
        # Bylines in a list are of its articles, or of books, whatever they are labelled.
        [TITLE, TEXT, MORE, ("byline", "A column by Ana Cruz"), MORE, ("navigation", "A column by Tom Weber")],
        [
            TITLE,
            TEXT,
            MORE,
            ("byline", "by Ana Cruz"),
            MORE,
            ("related", "by Ana Cruz"),
            MORE,
            ("related", "by Ana Cruz"),
        ],
        [TITLE, *[TEXT] * 9, MORE, ("navigation", "By Ana Cruz")],
        # Some of the authors are not all of them.
        [TITLE, ("byline", "By Ana Cruz and 2 others"), TEXT],
        [TITLE, ("navigation", "박민수 기자 외 1명"), TEXT],
        # A job title on a line of its own belongs to a name, and introduces none.
        [TITLE, ("navigation", "기자"), ("navigation", "제보안내"), TEXT],
        # Capitals that are no name: a label, what is somebody's, words glued together, a kicker, a short sentence.
        [TITLE, ("navigation", "Fact Checked"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "Harbour’s Bridge"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "BridgesTidesStorms RiversPorts"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "RIVER FEARS:"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "Harbour Works."), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "Last Modified"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "Updated by Ana Cruz"), ("date", "10 July 2025"), TEXT],
        # A menu's entries, a team in the news or above the headline, a by-word with a word of templates below.
        [TITLE, ("navigation", "Meet the Team"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "Team wins at last"), ("date", "10 July 2025"), TEXT],
        [("navigation", "Harbour Staff"), TITLE, TEXT],
        [TITLE, ("navigation", "By"), ("navigation", "Updated"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("byline", "Staff Reporter"), TEXT],
        # A place, who translated, drew or read, what Korean says of reporters.
        [TITLE, ("navigation", "San Sebastián"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("byline", "Traducción de Luis Prado"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("byline", "Nuotr. Jonas Kazlauskas"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("byline", "Narrated by Tom Weber"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "기자 간담회"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("byline", "By Agencies"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "Редактор:"), ("navigation", "Анна Круз"), ("date", "10 July 2025"), TEXT],
    ],
)
def test_no_author(rows):
    assert authors_of(*rows) is None


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([TITLE, ("byline", "Ana Cruz"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("navigation", "By"), ("navigation", "Ana Cruz"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("navigation", "Ana Cruz"), ("date", "10 July 2025"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("navigation", "Ana Cruz | Staff Writer | 10 July 2025"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("related", "By Ana Cruz 10 July 2025"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("navigation", "Ana Cruz"), ("navigation", "Reporter"), TEXT], ("Ana Cruz",)),
        ([TITLE, TEXT, ("body", "By Ana Cruz in Harbour")], ("Ana Cruz",)),
        ([TITLE, *[TEXT] * 9, ("navigation", "Share"), ("navigation", "By Ana Cruz")], ("Ana Cruz",)),
        ([TITLE, ("byline", "By Ana Cruz"), ("byline", "and"), ("byline", "Tom Weber"), TEXT],
         ("Ana Cruz", "Tom Weber")),
        ([TITLE, TEXT, ("navigation", "Ana Cruz"),
          ("navigation", "Ana Cruz is a reporter who writes about rivers.")], ("Ana Cruz",)),
        ([TITLE, ("navigation", "By Associated Press"), TEXT], ("Associated Press",)),
        # Papers that set no by-word.
        ([TITLE, ("body", "Ana Cruz/Tom Weber"), TEXT], ("Ana Cruz", "Tom Weber")),
        ([TITLE, ("body", "ANA CRUZ"), TEXT], ("ANA CRUZ",)),
        ([TITLE, ("navigation", "Interview by Ana Cruz"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("navigation", "Ana Cruz | Tom Weber"), ("navigation", "2 hours ago"), TEXT],
         ("Ana Cruz", "Tom Weber")),
        ([TITLE, ("navigation", "By Ana Cruz Follow"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("byline", "Ana Cruz – Journalist"), ("related", "Tom Weber – Journalist in Harbour"), TEXT],
         ("Ana Cruz", "Tom Weber")),
        ([TITLE, ("body", "Ana Cruz"), ("navigation", "10 July 2025"), TEXT], ("Ana Cruz",)),
        ([TITLE, TEXT, *[MORE] * 9, ("byline", "By Ana Cruz")], ("Ana Cruz",)),
        ([TITLE, ("navigation", "Von dpa 10.07.2025, 18:58"), TEXT], ("dpa",)),
        # The agency beside a person is no author; it is credited as an agency.
        ([TITLE, ("byline", "By Ana Cruz, Associated Press"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("byline", "By Ana Cruz - Associated Press"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("byline", "By Ana Cruz and the Harbour Quartet"), TEXT], ("Ana Cruz",)),
        # One that the byline joins to a person has written as well; one that it writes with has not.
        ([TITLE, ("byline", "By Ana Cruz and Reuters"), TEXT], ("Ana Cruz", "Reuters")),
        ([TITLE, ("byline", "Von Ute Kern und dpa, 10.07.2025"), TEXT], ("Ute Kern", "dpa")),
        ([TITLE, ("navigation", "By Ana Cruz"), ("navigation", "and"), ("navigation", "AP"), TEXT], ("Ana Cruz", "AP")),
        ([TITLE, ("navigation", "von"), ("navigation", "Ute Kern ,"), ("navigation", "Deutsche Presse-Agentur"), TEXT],
         ("Ute Kern", "Deutsche Presse-Agentur")),
        ([TITLE, ("byline", "By Ana Cruz with Reuters"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("byline", "Par Ana Cruz avec AFP"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("byline", "By Ana Cruz (AP)"), TEXT], ("Ana Cruz",)),
        # A team, an account or a firm after a by-word, which may stand alone; a team needs none.
        ([TITLE, ("navigation", "By the Harbour Team"), TEXT], ("the Harbour Team",)),
        ([TITLE, ("navigation", "Written by"), ("navigation", "Harbour Editorial Staff"), TEXT],
         ("Harbour Editorial Staff",)),
        ([TITLE, ("navigation", "By"), ("navigation", "RiverGirl"), ("date", "10 July 2025"), TEXT], ("RiverGirl",)),
        ([TITLE, ("navigation", "* Harbour Staff"), ("date", "10 July 2025"), TEXT], ("Harbour Staff",)),
        ([TITLE, ("navigation", "Equipo Puerto"), ("date", "10 de julio de 2025"), TEXT], ("Equipo Puerto",)),
        # What is said of the date behind a name is not of the name; a job title may be long.
        ([TITLE, ("date", "Ana Cruz • Updated on July 10, 2025 • 5 min read"), TEXT], ("Ana Cruz",)),
        ([STORM, ("navigation", "Ana Cruz | Published 4 months ago"), TEXT], ("Ana Cruz",)),
        ([STORM, ("navigation", "Ana Cruz, Print Managing Editor"), ("date", "10 July 2025"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("navigation", "Ana Cruz (Managing Editor)"), ("date", "10 July 2025"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("navigation", "* Ana Cruz"), ("navigation", "* Jun 9"), ("date", "* 5 min read"), TEXT],
         ("Ana Cruz",)),
        ([TITLE, ("date", "Ana Cruz2 minutes ago"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("byline", "Von Ute Kern"), ("navigation", "Übersetzung: AFP Hafenstadt"), TEXT], ("Ute Kern",)),
        ([TITLE, ("byline", "By Ana Cruz"), ("byline", "The Associated Press"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("byline", "By Ana Cruz"), ("caption", "Photo: Reuters"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("byline", "By Ana Cruz"), ("navigation", "Read also: storm comes"), TEXT], ("Ana Cruz",)),
        # A job title with its field, a kind of article, an index of footnotes, and a heading below a dated byline.
        ([STORM, ("navigation", "Ana Cruz Parliamentary editor"), ("date", "10 July 2025"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("byline", "Kolumne von Ute Kern"), TEXT], ("Ute Kern",)),
        ([TITLE, ("navigation", "Kolumne von"), ("navigation", "Ute Kern"), TEXT], ("Ute Kern",)),
        ([TITLE, ("navigation", "By"), ("navigation", "• Ana Cruz^0,"), ("navigation", "• Tom Weber"), TEXT],
         ("Ana Cruz", "Tom Weber")),
        ([TITLE, ("navigation", "Ana Cruz, 10.07.2025"), ("navigation", "Grand Rapids for rowers"), TEXT],
         ("Ana Cruz",)),
        # Several authors, line by line, with what renderers leave of markup.
        ([TITLE, ("navigation", "By"), ("navigation", "* Ana Cruz1,"), ("navigation", "* Tom Weber &"),
          ("navigation", "* …"), ("navigation", "* Li Moss"), ("navigation", "Show authors"), TEXT],
         ("Ana Cruz", "Tom Weber", "Li Moss")),
        ([TITLE, ("navigation", "By"), ("navigation", "Ana CruzNews Reporter"),
          ("navigation", "Tom Weber News Reporter"), ("navigation", "Li Moss"), ("date", "10 July 2025"), TEXT],
         ("Ana Cruz", "Tom Weber", "Li Moss")),
        ([TITLE, ("navigation", "By"), ("navigation", "Ana Cruz"), ("navigation", "Regional Analytics Manager"), TEXT],
         ("Ana Cruz",)),
        ([TITLE, ("byline", "Ana Cruz – Journalist"), ("navigation", "[R0lGODlh]"),
          ("related", "Tom Weber – Journalist"), TEXT], ("Ana Cruz", "Tom Weber")),
        ([TITLE, TEXT, ("byline", "Reporting by Ana Cruz in Harbour, Tom Weber in The Mouth and Li Moss in Bridge; "
          "Editing by Max Dahl")], ("Ana Cruz", "Tom Weber", "Li Moss")),
        # The byline at the headline before any other: of a credit with more detail, and of other articles.
        ([TITLE, ("related", "By Ana Cruz and Tom Weber"), TEXT, ("byline", "Reporting by Anna Cruz; Editing by Moss")],
         ("Ana Cruz", "Tom Weber")),
        ([TITLE, ("navigation", "By Ana Cruz"), TEXT, ("related", "Storm comes"), ("byline", "by Tom Weber"),
          ("related", "Bridge closed"), ("navigation", "by Li Moss")], ("Ana Cruz",)),
        # A line that begins with its date, or has it in one of its parts.
        ([TITLE, ("date", "10 July 2025 Ana Cruz"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("date", "10 July 2025 | Ana Cruz | Tom Weber"), TEXT], ("Ana Cruz", "Tom Weber")),
        ([TITLE, ("date", "10 July 2025 · Ana Cruz on behalf of the town"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("date", "10/07/2025 • Harbour life • Ana Cruz"), TEXT], ("Ana Cruz",)),
        ([("navigation", "Ana Cruz 10 July 2025"), TITLE, TEXT], ("Ana Cruz",)),
        # A byline below the standfirst, though it looked like one of other articles.
        ([TITLE, ("lead", "The bridge is closed."), ("related", "Guide by Ana Cruz"), TEXT], ("Ana Cruz",)),
        # Who is credited right below the article, in more words than teasers have.
        ([TITLE, TEXT, ("related", "This post was written by Ana Cruz")], ("Ana Cruz",)),
        ([TITLE, TEXT, ("related", "Authors: Ana Cruz, Tom Weber")], ("Ana Cruz", "Tom Weber")),
        # The article says the name again where it ends, alone or in a note on the author.
        ([TITLE, ("byline", "Ana Cruz"), ("date", "10 July 2025"), TEXT, ("body", "Ana Cruz"), ("body", BODY)],
         ("Ana Cruz",)),
        ([TITLE, ("byline", "Ana Cruz"), ("date", "10 July 2025"), TEXT, ("body", f"Ana Cruz, a writer. {BODY}")],
         ("Ana Cruz",)),
        # Teams, with the date before them or the reading time behind; a name of one word.
        ([TITLE, ("navigation", "10 July 2025 By The Harbour Team"), TEXT], ("The Harbour Team",)),
        ([TITLE, ("navigation", "By the Harbour Team 2–3 minutes"), TEXT], ("the Harbour Team",)),
        ([TITLE, ("byline", "Penulis: Suharti"), TEXT], ("Suharti",)),
        # A degree that another line gives.
        ([TITLE, ("byline", "Written by Lea Ott"), TEXT, ("navigation", "Lea Ott, DVM")], ("Lea Ott, DVM",)),
        ([TITLE, ("byline", "Written by Lea Ott, MD*"), TEXT], ("Lea Ott, MD",)),
        ([TITLE, ("byline", "Written by Lea Ott"), TEXT, ("navigation", "Lea Ott, Tom Weber")], ("Lea Ott",)),
        ([TITLE, ("byline", "By Ana Maria CruzPublished: 10 July 2025"), TEXT], ("Ana Maria Cruz",)),
    ],
)  # fmt: skip
def test_author_of_a_text(rows, wanted):
    found = authors_of(*rows)
    assert found is not None
    assert (found.value, found.source) == (wanted, "text")


ROWS = [TITLE, TEXT]
PERSON = {"@type": "Person", "name": "Ana Cruz"}


@pytest.mark.parametrize(
    ("author", "meta", "wanted"),
    [
        ([{"name": ""}], {}, None),
        ([], {"twitter:creator": ("@harbour",)}, None),
        ([], {"author": ("https://harbour.example/ana",)}, None),
        ([], {"author": ("Harbour Welle (www.harbour.example)",)}, None),
        ("Ana Cruz", {}, ("Ana Cruz",)),
        (["By Ana Cruz", {"@type": "Person", "name": "Tom Weber"}], {}, ("Ana Cruz", "Tom Weber")),
        ([{"@type": "Organization", "name": "Harbour Times"}], {"author": ("Ana Cruz",)}, ("Ana Cruz",)),
        ([{"@type": "Organization", "name": "Harbour Times"}], {"author": ("dpa",)}, ("dpa",)),
        ([{"name": "Harbour Times"}], {}, ("Harbour Times",)),
        # Beside a person the publication and what is an organisation by type are no authors; other entries are, and
        # an agency's is of that type.
        ([PERSON, {"@type": "Organization", "name": "Reuters"}], {}, ("Ana Cruz", "Reuters")),
        ([PERSON, {"@type": "Organization", "name": "Reuters"}], {"og:site_name": ("Reuters",)}, ("Ana Cruz",)),
        ([PERSON, {"@type": "Person", "name": "AP"}], {}, ("Ana Cruz", "AP")),
        ([PERSON, "Harbour Times"], {}, ("Ana Cruz",)),
        ([PERSON, "harbourtimes.example"], {}, ("Ana Cruz",)),
        ([PERSON, {"@type": "NewsMediaOrganization", "name": "Bridge Media Group"}], {}, ("Ana Cruz",)),
        ([PERSON, {"@type": "Person", "name": "Bridge Team"}], {}, ("Ana Cruz", "Bridge Team")),
        ("Ana Cruz and AFP", {}, ("Ana Cruz", "AFP")),
        ("Ana Cruz, AFP", {}, ("Ana Cruz",)),
        ("Le Port et AFP", {"og:site_name": ("Le Port",)}, ("Le Port et AFP",)),
        # The publication's initials are no degree.
        ("Ana Cruz, HT", {}, ("Ana Cruz",)),
        ("Ana Cruz, MD", {}, ("Ana Cruz, MD",)),
        ([PERSON, "To\ud800m Weber"], {}, ("Ana Cruz", "To\ufffdm Weber")),  # half of a character
        # What templates put where nobody is named.
        ("Super User", {}, None),
        ({"@type": "Person", "name": "N/A"}, {}, None),
        ("Edited by Tom Weber", {"author": ("Ana Cruz",)}, ("Ana Cruz",)),
        ("Five Great Ideas For Bridges That You Can Build", {"author": ("Ana Cruz",)}, ("Ana Cruz",)),
        ([{"@type": "Person", "name": "undefined undefined"}], {}, None),
        ([], {"author": ("WordPress",)}, None),
        ([{"@id": "#nobody"}], {}, None),
        # Odd shapes of JSON-LD.
        ({"@type": "Person", "alternateName": "Ana Cruz"}, {}, ("Ana Cruz",)),
        ({"@type": "Person", "name": {"@language": "en", "@value": "Ana Cruz"}}, {}, ("Ana Cruz",)),
        ({"@list": [PERSON, "Tom Weber"]}, {}, ("Ana Cruz", "Tom Weber")),
        ({"@value": "Ana Cruz"}, {}, ("Ana Cruz",)),
        ([[PERSON], {"name": ["Tom Weber", "Li Moss"]}], {}, ("Ana Cruz", "Tom Weber", "Li Moss")),
        ([PERSON, {"@type": "Person", "name": "ANA CRUZ"}], {}, ("Ana Cruz",)),
        ([], {"citation_author": ("Cruz, Ana", "Weber, Tom")}, ("Ana Cruz", "Tom Weber")),
        ([], {"twitter:label1": ("Written by",), "twitter:data1": ("Ana Cruz",)}, ("Ana Cruz",)),
        ([], {"twitter:label1": ("Reading time",), "twitter:data1": ("Ten Minutes",)}, None),
        ([], {"twitter:label1": ("Skriven av:",), "twitter:data1": ("Ana Cruz",)}, ("Ana Cruz",)),
        ([], {"twitter:data1": ("Ana Cruz",), "twitter:data2": ("4 minuuttia",)}, ("Ana Cruz",)),
        ([], {"twitter:data1": ("Ana Cruz",), "twitter:data2": ("In stock",)}, None),
        ([], {"twitter:data1": ("River House",), "twitter:data2": ("$ 400",)}, None),
        # What content systems call it.
        ([], {"cxenseparse:hrb-author": ("Ana Cruz",)}, ("Ana Cruz",)),
        ([], {"article_author_name": ("Ana Cruz",)}, ("Ana Cruz",)),
        ([], {"book:author": ("Ana Cruz",)}, None),
        ([], {"smartbanner:author": ("Ana Cruz",)}, None),
        ([], {"author-image": ("Ana Cruz",)}, None),
    ],
)
def test_author_that_a_page_declares(author, meta, wanted):
    article = {"@type": "NewsArticle", "headline": "River rises", "author": author}
    head = Head(json_ld=(article,), meta={"og:site_name": ("Harbour Times",), **meta})
    found = authors_of(*ROWS, head=head)
    assert (found and found.value) == wanted


@pytest.mark.parametrize(("kind", "wanted"), [("Article", None), ("NewsArticle", ("Harbour Times",))])
def test_an_organisation_in_json_ld_signs_news_only(kind, wanted):
    author = {"@type": "Organization", "name": "Harbour Times"}
    found = authors_of(*ROWS, head=Head(json_ld=({"@type": kind, "headline": "River rises", "author": author},)))
    assert (found and found.value) == wanted


def test_an_organisation_that_signs_is_less_sure_than_a_person():
    person = authors_of(*ROWS, head=Head(json_ld=({"@type": "Article", "author": "Ana Cruz"},)))
    desk = authors_of(*ROWS, head=Head(json_ld=({"@type": "Article", "author": "News Desk"},)))
    assert desk.confidence <= 0.5 < person.confidence


def test_markup_that_calls_a_line_an_author():
    rows = [TITLE, ("navigation", "Ana Cruz"), TEXT]
    assert authors_of(*rows, head=Head()) is None
    assert authors_of(*rows, head=Head(), tokens={1: "post author"}).value == ("Ana Cruz",)
    assert authors_of(*rows, head=Head(), tokens={1: "related author"}) is None


@pytest.mark.parametrize(
    ("site", "byline", "wanted"),
    [
        # The site's own name, or an account called after it, is no author; where the site is a person's, it is.
        ("Harbour Times", "By Harbour Times", None),
        ("Harbour News", "By Harbour D", None),
        ("Harbour Times", "By Ana Cruz", ("Ana Cruz",)),
        ("Ana Cruz", "By Ana Cruz", ("Ana Cruz",)),
    ],
)
def test_the_site_s_own_name_on_a_byline(site, byline, wanted):
    found = authors_of(TITLE, ("byline", byline), TEXT, head=Head(meta={"og:site_name": (site,)}))
    assert (found and found.value) == wanted


def test_an_account_gives_way_to_the_names_below_it():
    article = {"@type": "Article", "headline": TITLE[1], "author": "Harbour D"}
    head = Head(meta={"og:site_name": ("Harbour News",)}, json_ld=(article,))
    rows = [TITLE, ("date", "by Harbour D | 5 July 2025"), ("body", "TOM WEBER"), TEXT]
    assert authors_of(*rows, head=head).value == ("TOM WEBER",)


def test_of_marked_people_in_several_places_the_first_is_the_author():
    rows = [TITLE, ("byline", "By Ana Cruz"), *[TEXT] * 9, MORE, ("related", "Tom Weber")]
    assert authors_of(*rows, head=Head(authors=("Ana Cruz", "Tom Weber"))).value == ("Ana Cruz",)


def test_an_article_among_what_a_page_is_about():
    page = {"@type": "WebPage", "mainEntity": [{"@type": "NewsArticle", "headline": "River rises", "author": PERSON}]}
    assert authors_of(*ROWS, head=Head(json_ld=(page,))).value == ("Ana Cruz",)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([TITLE, ("navigation", "Par Ana Cruz Publié le 10 juillet 2025"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("navigation", "Текст: Анна Круз. Фото: Иван Петренко"), TEXT], ("Анна Круз",)),
        ([TITLE, ("navigation", "기자 박민수"), TEXT], ("박민수",)),
        ([TITLE, ("navigation", "社会部 山田花子"), TEXT], ("山田花子",)),
        ([TITLE, ("navigation", "Ana Jónsdóttir skrifar"), TEXT], ("Ana Jónsdóttir",)),
        ([TITLE, ("body", "新港社7月10日电（记者 王小明 李华）旧桥星期一关闭，市长说。")], ("王小明", "李华")),
    ],
)
def test_bylines_in_the_words_of_their_languages(rows, wanted):
    assert authors_of(*rows).value == wanted


def test_a_section_is_no_author():
    article = {"@type": "Article", "headline": "River rises", "articleSection": "Regions", "author": "Regions"}
    assert authors_of(*ROWS, head=Head(json_ld=(article,))) is None
    article["author"] = ["Regions", "Ana Cruz"]
    assert authors_of(*ROWS, head=Head(json_ld=(article,))).value == ("Ana Cruz",)


def test_a_handle_is_less_sure_than_a_name():
    handle = authors_of(*ROWS, head=Head(json_ld=({"@type": "Article", "author": "ana.cruz"},)))
    assert (handle.value, handle.confidence) == (("ana.cruz",), 0.6)
    shown = [TITLE, ("byline", "By Ana Cruz"), TEXT]
    assert authors_of(*shown, head=Head(json_ld=({"@type": "Article", "author": "ana.cruz"},))).value == ("Ana Cruz",)


MARKED = [TITLE, ("navigation", "Ana Cruz"), ("navigation", "Tom Weber"), ("date", "10 July 2025"), TEXT]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # Names that do not stand in one place with the first author's are of other articles.
        (("Ana Cruz", "Li Moss"), ("Ana Cruz",)),
        (("Ana Cruz", "View all posts by Ana Cruz"), ("Ana Cruz",)),
        (("Tom Weber",), ("Ana Cruz",)),
        (("Ana Cruz", "Tom Weber"), ("Ana Cruz", "Tom Weber")),
        (("Tom Weber", "Ana Cruz"), ("Tom Weber", "Ana Cruz")),
    ],
)
def test_a_property_that_names_the_first_author_only_gives_way_to_a_fuller_one(marked, wanted):
    article = {"@type": "NewsArticle", "headline": TITLE[1], "author": "Ana Cruz"}
    rows = [*MARKED, *[MORE] * 9, ("related", "Li Moss")]
    assert authors_of(*rows, head=Head(json_ld=(article,), authors=marked)).value == wanted


URL = "https://harbour.example/river"
OTHERS = {
    "@type": "NewsArticle",
    "headline": "Storm comes",
    "url": "https://harbour.example/storm",
    "author": "Li Moss",
}


@pytest.mark.parametrize(
    ("articles", "wanted"),
    [
        # Objects about other articles do not count, nor does one about the page beside one about the article.
        ([{"headline": TITLE[1], "author": "Ana Cruz"}, OTHERS], ("Ana Cruz",)),
        ([OTHERS, {"headline": TITLE[1], "author": "Ana Cruz"}], ("Ana Cruz",)),
        ([OTHERS, {"headline": "Of tides", "url": f"{URL}/?from=feed", "author": "Ana Cruz"}], ("Ana Cruz",)),
        ([OTHERS, {"headline": "Of tides", "mainEntityOfPage": {"@id": URL}, "author": "Ana Cruz"}], ("Ana Cruz",)),
        ([{"headline": TITLE[1], "author": "Ana Cruz"}, {"@type": "WebPage", "author": "Tom Weber"}], ("Ana Cruz",)),
        ([{"@type": "WebPage", "author": "Tom Weber"}], ("Tom Weber",)),
        # Two objects about the same article.
        ([{"headline": TITLE[1], "author": "Ana Cruz"}, {"headline": TITLE[1], "author": ["Ana Cruz", "Tom Weber"]}],
         ("Ana Cruz", "Tom Weber")),
    ],
)  # fmt: skip
def test_only_objects_about_this_article_name_its_authors(articles, wanted):
    head = Head(json_ld=tuple({"@type": "NewsArticle", **o} for o in articles), title=TITLE[1])
    assert authors_of(*ROWS, head=head, url=URL).value == wanted


@pytest.mark.parametrize(
    ("declared", "byline", "wanted"),
    [
        # A byline with a by-word is believed before an account in a meta element, and before JSON-LD that nobody sees.
        ({"meta": {"author": ("Li Moss",)}}, "By Ana Cruz", (("Ana Cruz",), "text")),
        ({"json_ld": ({"@type": "NewsArticle", "author": "Li Moss"},)}, "By Ana Cruz", (("Ana Cruz",), "text")),
        ({"json_ld": ({"@type": "NewsArticle", "author": "Tom Weber"},)}, "By Ana Cruz", (("Tom Weber",), "json-ld")),
        ({"json_ld": ({"@type": "NewsArticle", "author": "Li Moss"},)}, "Ana Cruz", (("Li Moss",), "json-ld")),
        ({"meta": {"author": ("Ana M. Cruz",)}}, "By Ana Cruz", (("Ana M. Cruz",), "meta")),
        ({"meta": {"author": ("Ana Cruz",)}}, "By Ana Cruz", (("Ana Cruz",), "meta")),
        # The same name in another case, and a template without one.
        ({"meta": {"author": ("Νίκος Παππάς",)}}, "Του Νίκου Παππά", (("Νίκος Παππάς",), "meta")),
        ({"meta": {"author": (", Harbour Times",)}}, "Bridges", None),
        ({"meta": {"author": ("Li Moss",)}}, "Ana Cruz", (("Li Moss",), "meta")),
        # A handle that nobody sees gives way to a name that stands alone.
        ({"json_ld": ({"@type": "NewsArticle", "author": "limoss"},)}, "Ana Cruz", (("Ana Cruz",), "text")),
        ({"json_ld": ({"@type": "NewsArticle", "author": "tweber"},)}, "Ana Cruz", (("tweber",), "json-ld")),
        # Marked elements that stand elsewhere on the page, or that nobody sees.
        ({"authors": ("Tom Weber",)}, "Ana Cruz", (("Ana Cruz",), "text")),
        ({"authors": ("Tom Weber",)}, "Bridges", (("Tom Weber",), "text")),
        ({"authors": ("Li Moss",)}, "Bridges", None),
    ],
)
def test_a_byline_that_contradicts_what_the_page_declares(declared, byline, wanted):
    rows = [TITLE, ("navigation", byline), ("date", "10 July 2025"), TEXT, *[("related", "Storm comes")] * 20]
    rows.append(("related", "Tom Weber (tweber) is on the river again"))
    found = authors_of(*rows, head=Head(title=TITLE[1], **declared))
    assert (found and (found.value, found.source.replace("visible", "text"))) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("AFP", ("Harbour Times",)),
        ("Photo: AFP, BONN", ("Harbour Times",)),
        ("AFP, as it was told", ("Harbour Times",)),
        ("AFP, BONN", None),
    ],
)
def test_a_publication_is_not_the_author_of_what_an_agency_reports(line, wanted):
    article = {"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Harbour Times"}}
    head = Head(json_ld=(article,), meta={"og:site_name": ("Harbour Times",)})
    found = authors_of(TITLE, ("heading", line), TEXT, head=head)
    assert (found and found.value) == wanted


def test_an_agency_that_signs_beside_a_person_is_among_the_agencies_too():
    rows = [TITLE, ("navigation", "von"), ("navigation", "Ute Kern,"), ("navigation", "Deutsche Presse-Agentur"), TEXT]
    found = metadata_of(*rows)
    assert found.value("authors") == ("Ute Kern", "Deutsche Presse-Agentur")
    assert found.value("agencies") == ("DPA",)
    assert metadata_of(*rows[:3], ("navigation", "The DPA team and others"), TEXT).value("agencies") is None


def test_an_author_after_whom_the_page_names_a_section():
    head = Head(meta={"article:section": ("Ana Cruz",), "author": ("Li Moss",)})
    assert authors_of(TITLE, ("byline", "By Ana Cruz"), TEXT, head=head).value == ("Ana Cruz",)


def test_an_agency_that_json_ld_credits_is_among_the_agencies_too():
    author = [PERSON, {"@type": "Organization", "name": "Reuters"}]
    head = Head(json_ld=({"@type": "NewsArticle", "headline": TITLE[1], "author": author},))
    found = metadata_of(*ROWS, head=head)
    assert found.value("authors") == ("Ana Cruz", "Reuters")
    assert found.value("agencies") == ("Reuters",)
    quoted = metadata_of(TITLE, ("body", BODY + " The mayor told AFP so."), head=head)
    assert quoted.value("agencies") == ("Agence France-Presse", "Reuters")
    assert quoted["agencies"].line == 2


ARABIC, JAPANESE = ("title", "ارتفاع منسوب النهر"), ("title", "嵐の後に川が増水")
DUTCH = ("title", "De rivier stijgt na de storm")


@pytest.mark.parametrize(
    "rows",
    [
        # In scripts without capitals a section beside a date looks like a name, in Japanese two sections do.
        [ARABIC, ("navigation", "شؤون دولية"), ("date", "10.07.2025"), ("body", "ارتفع النهر " * 9)],
        [JAPANESE, ("navigation", "社会 経済"), ("date", "2025年7月10日"), ("body", "川の水位が上昇した。" * 9)],
        # A picture's credit, a comment's author, and products that share an abbreviation.
        [TITLE, ("navigation", "Foto: AGENTUR/Ana Cruz"), ("date", "10 July 2025"), TEXT],
        [TITLE, TEXT, ("byline", "Ana Cruz"), ("navigation", "says:"), ("comments", "A fine bridge.")],
        [TITLE, ("navigation", "Tide CLI"), ("date", "10 July 2025"), ("body", BODY + " The Wave CLI is new.")],
        [TITLE, ("navigation", "Approved by:"), ("navigation", "Ana Cruz"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "No Categories"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "Tidal Bridge"), ("date", "10 July 2025"), TEXT],
        [TITLE, ("navigation", "TIDAL BRIDGE"), ("date", "10 July 2025"), TEXT],
    ],
)  # fmt: skip
def test_what_stands_alone_and_is_no_author(rows):
    assert authors_of(*rows) is None


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([JAPANESE, ("navigation", "大川 花子"), ("date", "2025年7月10日"), ("body", "川が増水した。" * 9)],
         ("大川 花子",)),
        ([ARABIC, ("byline", "أحمد السيد"), ("date", "10.07.2025"), ("body", "ارتفع النهر " * 9)], ("أحمد السيد",)),
        # A particle that the article has as a word of its own.
        ([DUTCH, ("navigation", "Jan van den Berg"), ("date", "10 juli 2025"), ("body", "De brug van de stad. " * 9)],
         ("Jan van den Berg",)),
        # The picture's text before the name; an address that writes the name small.
        ([TITLE, ("navigation", "Ana Cruz Ana Cruz"), ("date", "10 July 2025"), TEXT], ("Ana Cruz",)),
        ([TITLE, ("navigation", "Iris Stone"), ("date", "10 July 2025"), TEXT, ("share", "iris.stone@news.example")],
         ("Iris Stone",)),
        # Below a by-word alone a name may have an everyday word in it.
        ([TITLE, ("navigation", "By"), ("navigation", "April Stone"), TEXT], ("April Stone",)),
        # A dated handle at the headline, and the author of the book that the article is about.
        ([TITLE, ("date", "by rivergirl | 5 July 2025"), TEXT, ("byline", "Author: Ana Cruz"), TEXT], ("rivergirl",)),
    ],
)  # fmt: skip
def test_who_stands_alone_and_is_the_author(rows, wanted):
    assert authors_of(*rows).value == wanted


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ([("lead", "The bridge is closed after the storm.")], ("Ana Cruz",)),
        # More than a standfirst: the article has begun, and a name alone inside it may be anybody's.
        ([("body", BODY), ("body", BODY), ("body", BODY)], None),
    ],
)
def test_a_name_by_a_date_below_the_standfirst_is_the_authors(above, expected):
    others = [("navigation", "Share"), ("navigation", "Save")]
    signed = [("navigation", "Ana Cruz"), ("date", "10 July 2025")]
    rows = [("title", "River rises after the storm"), *above, *others, *others, *signed, *others, *[("body", BODY)] * 4]
    assert metadata_of(*rows).value("authors") == expected
