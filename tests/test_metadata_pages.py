"""Metadata of whole HTML pages as publishing systems write them."""

from __future__ import annotations

import json

import pytest

from cleaner import clean

URL = "https://www.harbour.example/local/old-bridge-over-the-harlow-closed"
TITLE = "Old bridge over the Harlow closed until spring"
BODY = """<p>The old bridge over the Harlow was closed on Monday after engineers found cracks in two of its pillars.</p>
<p>Mayor Ada Thornbury told the council that repairs would take until spring and cost about four million crowns.</p>
<p>Farmers on the eastern bank, who sell their milk in the town, asked the council to let tractors cross at night.</p>
"""
SITE = '<meta property="og:site_name" content="Harbour Herald">'
COMMENT = '<div class="comment"><cite>Max Dahl</cite> <time datetime="{day}T10:00">{day}</time><p>I saw it.</p></div>'


def page(under: str = "", below: str = "", head: str = "", heading: str = f"<h1>{TITLE}</h1>") -> dict[str, object]:
    """The metadata of a page with some lines under its headline and some below the article."""
    html = f"""<!doctype html><html lang="en"><head>{head}</head><body><nav><a href="/">Home</a> <a href="/a">Sport</a>
        </nav><article>{heading}{under}{BODY}</article>{below}<footer><p>© Harbour Herald</p></footer></body></html>"""
    return clean(html, kind="html", url=URL).metadata


def meta(author: str) -> str:
    """The meta element of an author."""
    return f'<meta name="author" content="{author}">'


@pytest.mark.parametrize(
    "below",
    [
        f'<section id="comments">{COMMENT.format(day="2025-07-10")}</section>',
        f'<section class="comments"><h3>2 comments</h3>{COMMENT.format(day="2025-07-10")}'
        f"{COMMENT.format(day='2025-07-12')}</section>",
        '<aside><h3>Related</h3><ul><li><a href="/a">Ferry to stop in June</a> <time datetime="2025-06-01">June 1, 2025'
        '</time></li><li><a href="/b">Mill sold to a baker</a> <time datetime="2025-05-02">May 2, 2025</time></li></ul>'
        "</aside>",
    ],
)
def test_the_day_of_a_comment_or_of_another_article(below):
    assert page(below=below).get("date_published") is None


@pytest.mark.parametrize(
    "below",
    [
        '<div class="stamp"><time datetime="2025-07-10">July 10, 2025</time></div>',
        '<div class="stamp">Page last touched <time datetime="2025-07-10">July 10, 2025</time></div>',
        '<div class="stamp"><time datetime="2025-07-10T08:00">Thursday</time></div>',
    ],
)
def test_the_day_of_a_time_element_below_the_article(below):
    assert str(page(below=below)["date_published"]).startswith("2025-07-10")


def test_a_comment_between_kept_lines_does_not_date_a_text():
    lines = [TITLE, *(line[3:-4] for line in BODY.splitlines()), "2 comments", "Max Dahl April 1, 2025 at 10:00"]
    lines += ["I will miss the ferryman, he always waved.", "Li Moss April 2, 2025 at 9:00"]
    lines += ["So will I, and so will all the cows and the calves of the eastern bank of the river, I think."]
    assert clean("\n\n".join(lines), kind="text").metadata.get("date_published") is None


@pytest.mark.parametrize(
    ("under", "wanted"),
    [
        ("Ana Cruz, Tom Weber • July 10, 2025 • 3 min read", ["Ana Cruz", "Tom Weber"]),
        ("Ana Cruz and Tom Weber, July 10, 2025", ["Ana Cruz", "Tom Weber"]),
        ("Ana Cruz & Tom Weber | 10.07.2025, 09:12", ["Ana Cruz", "Tom Weber"]),
        ("Ana Cruz and the river, July 10, 2025", ["Ana Cruz"]),
        ("Ana Cruz met Tom Weber on July 10, 2025", ["Ana Cruz"]),
        ("July 10, 2025 Ana Cruz, Tom Weber", ["Ana Cruz"]),
    ],
)
def test_names_before_a_date_beside_the_first_that_is_declared(under, wanted):
    assert list(page(f"<p>{under}</p>", head=meta("Ana Cruz"))["authors"]) == wanted


@pytest.mark.parametrize(
    ("author", "below", "wanted"),
    [
        ("Sunset Web Studio", "", []),
        ("Weir Media GmbH", "", []),
        ("Harbour Web Agency", "", []),
        ("Sunset Web Studio", "<p>A text of the Sunset Web Studio.</p>", ["Sunset Web Studio"]),
        ("Harbour Herald", "", ["Harbour Herald"]),  # the site
        ("Associated Press", "", ["Associated Press"]),
        ("Ana Cruz", "", ["Ana Cruz"]),
    ],
)
def test_who_made_the_site_is_no_author(author, below, wanted):
    assert list(page("<p>July 10, 2025</p>", below, head=meta(author) + SITE)["authors"]) == wanted


@pytest.mark.parametrize("heading", ["<h2>{}</h2>", '<div class="headline">{}</div>', "<h3 class=post-title>{}</h3>"])
@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ("Old bridge over the Harlow closed - News - Harbour Herald", "Old bridge over the Harlow closed"),
        ("Old bridge over the Harlow closed | HH", "Old bridge over the Harlow closed"),
        ("The Harbour Herald at 100: how the paper began", "The Harbour Herald at 100: how the paper began"),
        ("Closed till spring – and then? – Local", "Closed till spring – and then?"),
    ],
)
def test_a_line_that_says_the_declared_title(heading, declared, said):
    known = page(heading=heading.format(said), head=f"<title>{declared}</title>{SITE}")
    assert known["title"] == said


@pytest.mark.parametrize(
    ("declared", "line", "wanted"),
    [
        ("Harlow - Old bridge closed | Harbour Herald", "Harlow", "Harlow - Old bridge closed"),  # a section
        ("Old bridge closed | Harbour Herald", "What we know of it all", "Old bridge closed"),
        ("Harbour Herald: Old bridge closed", "Harbour Herald", "Old bridge closed"),
    ],
)
def test_a_line_that_says_too_little_of_the_declared_title(declared, line, wanted):
    assert page(heading=f"<h2>{line}</h2>", head=f"<title>{declared}</title>{SITE}")["title"] == wanted


@pytest.mark.parametrize(
    ("declared", "heading", "wanted"),
    [
        ("The Harbour Herald at 100: a history", "The Harbour Herald at 100: a history", None),
        ("Harbour Herald: how the paper began", "Harbour Herald: how the paper began", None),
        ("Old bridge closed | Harbour Herald", "Old bridge closed", "Old bridge closed"),
        ("Old bridge closed | Harbour Herald", "Old bridge closed | Harbour Herald", "Old bridge closed"),
    ],
)
def test_a_headline_that_names_the_site_stays_whole(declared, heading, wanted):
    head = f'<title>{declared}</title><meta property="og:title" content="{declared}">{SITE}'
    assert page(heading=f"<h1>{heading}</h1>", head=head)["title"] == (wanted or heading)


def articles(*written: tuple[str, str, str]) -> str:
    """JSON-LD of articles by headline, author and day."""
    objects = [
        {"@type": "NewsArticle", "headline": title, "author": {"@type": "Person", "name": name}, "datePublished": day}
        for title, name, day in written
    ]
    return "".join(f'<script type="application/ld+json">{json.dumps(o)}</script>' for o in objects)


FERRY = ("Ferry to stop in June", "Max Dahl", "2025-06-01")
MILL = ("Mill sold to a baker", "Li Moss", "2025-05-02")
BRIDGE = (TITLE, "Ana Cruz", "2025-07-10")


@pytest.mark.parametrize("written", [(FERRY, BRIDGE), (BRIDGE, FERRY), (FERRY, MILL, BRIDGE)])
def test_of_several_articles_in_json_ld_the_page_s_own(written):
    known = page(head=f"<title>{TITLE}</title>" + articles(*written))
    assert (known["title"], *known["authors"], known["date_published"]) == BRIDGE


def test_of_several_articles_in_json_ld_none_by_name_or_address():
    known = page(head=f"<title>{TITLE}</title>" + articles(FERRY, MILL))
    assert known["date_published"] == "2025-06-01"  # the first, as a page mostly describes itself first


def test_an_article_s_title_is_no_author():
    assert list(page(head=f"<title>{TITLE}</title>{meta(TITLE)}")["authors"]) == []


@pytest.mark.parametrize(
    ("below", "wanted"),
    [
        (
            '<aside><h3>Latest</h3><div><a href="/a">Ferry to stop in June</a> <a rel="author" href="/m">Max Dahl</a>'
            '</div><div><a href="/b">Mill sold to a baker</a> <a rel="author" href="/l">Li Moss</a></div></aside>',
            [],
        ),
        ('<p class="byline">By <a rel="author" href="/a">Ana Cruz</a></p>', ["Ana Cruz"]),
    ],
)
def test_marked_authors_of_other_articles(below, wanted):
    assert list(page("<p>10 July 2025</p>", below)["authors"]) == wanted


def test_names_in_dublin_core_as_journals_write_them():
    names = "".join(f'<meta name="DC.Creator.PersonalName" content="{name}">' for name in ("Ana Cruz", "Tom Weber"))
    known = page("<ul><li>Ana Cruz</li><li>Tom Weber</li></ul>", head=names)
    assert list(known["authors"]) == ["Ana Cruz", "Tom Weber"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("This is a guest post by Lena Vogt.", ["Lena Vogt"]),
        ("This article was written by Lena Vogt, who farms on the eastern bank.", ["Lena Vogt"]),
        ("Cet article a été écrit par Léa Petit", ["Léa Petit"]),
        ("This article was written by the people of the river.", []),
        ("This is a guest post by a farmer.", []),
    ],
)
def test_a_line_that_says_who_wrote_this(line, wanted):
    assert list(page(f"<p><em>{line}</em></p>")["authors"]) == wanted
