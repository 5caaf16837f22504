"""Which pages full of links are listings, and which are articles beside which much is linked."""

import json

import pytest

from articles import ISLAND as SENTENCES
from cleaner import genre, markup
from cleaner.features import Page

TOWNS = (
    "Alder Birch Cedar Dogwood Elder Fir Gorse Hazel Ivy Juniper Kapok Larch Maple Nettle Oak Pine Quince Rowan".split()
)
HOST = "https://www.courier.example.org"


def title(n: int) -> str:
    return f"{TOWNS[n % len(TOWNS)]} Harbour opens its quay number {n} to the boats of the island"


def page(main: str, heading: str, head: str = "") -> str:
    menu = "".join(
        f"<li><a href=/{name.lower()}>{name}</a></li>" for name in "Home News Boats Fares Weather Contact".split()
    )
    foot = "<footer><p>© 2031 The Example Courier. All rights reserved.</p></footer>"
    return (
        f"<html><head><title>{heading} - The Example Courier</title>{head}</head><body><nav><ul>{menu}</ul></nav>"
        f"<main><h1>{heading}</h1>{main}</main>{foot}</body></html>"
    )


def declared() -> str:
    told = json.dumps({"@type": "NewsArticle", "headline": "Two new boats for the island"})
    published = '<meta property="article:published_time" content="2031-05-12T10:00">'
    return f'<script type="application/ld+json">{told}</script><meta property="og:type" content="article">{published}'


def teasers(count: int, text: str = "", below: str = "/news") -> str:
    more = "<p>{} Quay {}.</p>" if text else ""
    return "".join(
        f'<article class="card"><h2><a href="{below}/{TOWNS[n % len(TOWNS)].lower()}-quay-{n}">{title(n)}</a></h2>'
        f'<span class="date">May {n % 28 + 1}, 2031</span>{more.format(text, n)}</article>'
        for n in range(count)
    )


def prose(times: int = 1) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in SENTENCES * times)


def pages(path: str) -> str:
    return '<nav class="pagination">' + "".join(f'<a href="{path}?page={n}">{n}</a> ' for n in range(2, 6)) + "</nav>"


def judged(html: str, path: str) -> genre.Judgement:
    return genre.judge(Page(markup.read(html, url=HOST + path)))


SLUG = "/news/2031/05/12/two-new-boats-for-the-island"
HEADING = "Two new boats for the island before the end of May"
LINKED = "".join(f'<p>{s} <a href="/news/{n}">{title(n)[:30]}</a></p>' for n, s in enumerate(SENTENCES * 2))
PLACES = "".join(f"<h2>{n}. {town}</h2>{prose()}" for n, town in enumerate(TOWNS[:8], 1))
BRIEF = "<article>" + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:4]) + "</article>"
SHORT = (
    "The ferry to the island has stopped.",
    '"We are tired," said the captain, Ada Brook, on Monday.',
    "She is 81.",
    "The boat goes to the school.",
    "Nobody knows what will become of the quay.",
)
SHORTEST = "<p>By Jane Example</p><p>12 May 2031</p>" + "".join(f"<p>{sentence}</p>" for sentence in SHORT)
RELATED = "<h3>Related</h3><ul>" + "".join(f"<li><a href=/news/{n}>{title(n)}</a></li>" for n in range(5)) + "</ul>"
ARTICLES = {
    "a few short sentences": page(f"<div>{SHORTEST}</div><div>{RELATED}</div>", HEADING, declared()),
    "undeclared": page(f"<div>{SHORTEST}</div><div>{RELATED}</div>", HEADING),
    "related below": page(f"<article>{prose(2)}</article><section>{teasers(40)}</section>", HEADING),
    "related with texts": page(
        f"<article>{prose(2)}</article><section>{teasers(12, SENTENCES[0])}</section>", HEADING, declared()
    ),
    "a brief among teasers": page(
        f"{BRIEF}<aside class=grid>{teasers(30, 'Read it here.')}</aside>", HEADING, declared()
    ),
    "a list of places": page(f"<article>{PLACES}</article>", "Eight harbours that are worth a day", declared()),
    "in several pages": page(f"<article>{prose(3)}</article>{pages(SLUG)}", HEADING, declared()),
    "full of links": page(f"<article>{LINKED}</article>", HEADING, declared()),
}
LISTINGS = {
    "titles": page(f"<div class=list>{teasers(30)}</div>{pages('/news')}", "News"),
    "teasers": page(f"<div class=list>{teasers(20, SENTENCES[0])}</div>{pages('/news')}", "News"),
    "long teasers": page(f"<div class=list>{teasers(20, ' '.join(SENTENCES[:3]))}</div>{pages('/news')}", "News"),
    "elsewhere": page(f"<div class=list>{teasers(30, SENTENCES[0], 'https://example.net')}</div>", "News"),
}


@pytest.mark.parametrize("html", ARTICLES.values(), ids=ARTICLES.keys())
@pytest.mark.parametrize("path", [SLUG, None], ids=["address", "none"])
def test_an_article_beside_much_that_is_linked_is_none(html: str, path: str | None) -> None:
    found = judged(html, path) if path else genre.judge(Page(markup.read(html)))
    assert found.genre == "article"
    assert not found.is_no_article


@pytest.mark.parametrize("html", LISTINGS.values(), ids=LISTINGS.keys())
def test_a_listing_is_one_whatever_its_teasers_say(html: str) -> None:
    found = judged(html, "/news")
    assert (found.genre, found.is_no_article) == ("listing", True)


def test_an_index_of_a_manual_is_no_listing() -> None:
    entries = "".join(
        f'<li class="toctree-l1"><a href="/docs/stable/{t.lower()}.html">{t} module</a></li>' for t in TOWNS
    )
    main = f"<div class=document><p>{SENTENCES[0]}</p><ul>{entries}</ul><pre>import boats</pre></div>"
    assert not judged(page(main, "boats 3.1 documentation"), "/docs/stable/index.html").is_no_article


@pytest.mark.parametrize(("entries", "kind"), [(5, "article"), (30, "listing")])
def test_a_listing_has_entries(entries: int, kind: str) -> None:
    html = page(f"<div class=list>{teasers(entries)}</div>", "News")
    assert judged(html, "/news").genre == kind
