"""Pages that are no news article: threads, listings, products, references, stubs and shells."""

import json

import pytest

import cleaner
from articles import ISLAND as SENTENCES
from cleaner import declared, genre, markup
from cleaner.config import Config
from cleaner.features import Page
from cleaner.model import Vote

ARTICLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
MENU = "<nav class=menu><ul>" + "".join(f"<li><a href=/{n}>{n}</a>" for n in "Home Boats Fares Contact".split())
MENU += "</ul></nav>"
FOOT = "<footer class=footer><p>© 2031 The Example Courier. All rights reserved.</p></footer>"


def script(**declaration: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(declaration)}</script>'


def page(main: str, head: str = "") -> str:
    return f"<html><head><title>Boats of the island</title>{head}</head><body>{MENU}{main}{FOOT}</body></html>"


def news() -> str:
    cards = "".join(
        f'<div class="card"><a href=/{n}>Another story number {n} of the island</a></div>' for n in range(9)
    )
    head = script(**{"@type": "NewsArticle", "headline": "Two boats"}) + '<meta property="og:type" content="article">'
    body = f"<main><article class=article><h1>Two new boats</h1>{ARTICLE}<p>Each costs $4.5 million.</p></article>"
    return page(f"{body}<aside class=related>{cards}</aside></main>", head)


def listing(count: int = 24) -> str:
    cards = "".join(
        f'<li class="grid-item product-card"><a href=/p/{n}><h3>Rowing boat {n} of red oak</h3></a>'
        f'<span class="price">${n}99.00</span><button>Add to cart</button></li>'
        for n in range(1, count + 1)
    )
    head = script(**{"@type": "CollectionPage"}) + '<meta property="og:type" content="product.group">'
    intro = "<p>Boats for the lake and for the sea, made by hand of wood from the island.</p>"
    grid = f'<ul class="product-grid collection">{cards}</ul>'
    return page(f"<main class=collection><h1>Rowing boats</h1>{intro}{grid}</main>", head)


def product() -> str:
    head = script(**{"@type": "Product", "name": "Rowing boat"}) + '<meta property="og:type" content="product">'
    specs = "".join(f"<tr><th>Part {n}<td>{n} kg of oak</tr>" for n in range(6))
    text = "<p>A light boat for two, made of oak and sewn with hemp, that one person can carry to the water.</p>"
    more = "<div class=product-price>$899.00</div><button>Add to cart</button><select><option>Red<option>Blue</select>"
    return page(f'<main class="product"><h1>Rowing boat</h1>{more}{text}<table>{specs}</table></main>', head)


def thread() -> str:
    said = (
        "I have had mine for ten years now and never painted it, so I would not worry about the colour of the wood.",
        "You should ask at the harbour, they lend you the right brush and show you how it is done, it is quite easy.",
        "Mine went soft below the water line after two winters, because I had used the cheap oil that they sell there.",
        "That is what I would have said too, but it depends on whether you row in salt water or only on the lake.",
    )
    posts = "".join(
        f'<article class="message message--post" itemprop="comment"><div class="message-user">rower{n}</div>'
        f'<time datetime="2031-05-0{n + 1}T10:00">May {n + 1}, 2031</time><div class="message-body">{said[n % 4]} '
        f"It took me {n + 2} days.</div><div class=actions><a href=#>Reply</a></div></article>"
        for n in range(8)
    )
    head = script(**{"@type": "DiscussionForumPosting", "headline": "Which oil?"})
    return page(
        f'<main class="thread"><h1>Which oil for a rowing boat?</h1><div class=posts>{posts}</div></main>', head
    )


def judged(html: str) -> str:
    return genre.judge(Page(markup.read(html))).genre


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (page(f"<main><h1>Boats</h1>{ARTICLE}</main>"), "article"),
        (news(), "article"),
        (page(ARTICLE, script(**{"@type": "Review", "itemReviewed": {"@type": "Product"}})), "article"),
        ("<p>Hello", "article"),
        ("", "article"),
        (listing(), "listing"),
        (product(), "product"),
        (thread(), "thread"),
    ],
    ids=["bare", "news", "review", "brief", "empty", "listing", "product", "thread"],
)  # fmt: skip
def test_a_page_is_judged_as_a_whole(html: str, expected: str) -> None:
    assert judged(html) == expected


def test_text_is_an_article() -> None:
    from cleaner import plain

    assert genre.judge(Page(plain.read("Price: $5\n" * 40))) is genre.ARTICLE


@pytest.mark.parametrize(
    ("html", "flagged"),
    [(news(), False), (thread(), False), (page(ARTICLE), False), (listing(), True), (product(), True)],
    ids=["news", "thread", "bare", "listing", "product"],
)
def test_only_listings_and_products_are_flagged_as_no_article(html: str, flagged: bool) -> None:
    assert ("non_article" in cleaner.clean(html, kind="html", config=Config(second_opinion=False)).flags) is flagged


def test_the_posts_of_a_thread_are_its_content_and_the_comments_of_an_article_are_not() -> None:
    text = cleaner.clean(thread(), kind="html").text
    assert text.count("It took me") == 8
    assert "All rights reserved" not in text
    comments = "".join(f"<li class=comment>What a fine boat that is, says reader {n}.<a>Reply</a>" for n in range(6))
    under = page(
        f"<article>{ARTICLE}</article><section class=comments><h3>6 comments</h3><ul>{comments}</ul></section>"
    )
    body = cleaner.clean(under, kind="html").text
    assert SENTENCES[-1] in body
    assert "says reader" not in body


def test_a_listing_keeps_its_entries_once() -> None:
    intro = "<p>Boats for the lake and for the sea, made by hand of wood from the island.</p>"
    html = listing().replace(intro, intro * 2)
    done = cleaner.clean(html, kind="html")
    assert done.text.count("made by hand") == 1
    assert done.text.count("of red oak") >= 20
    assert done.restore() == html


def test_of_a_thread_only_votes_for_comments_go_unheard() -> None:
    votes = [Vote(0, label, "r", 4.0, "because") for label in ("comments", "legal")]
    scores = (0.0,) * len(genre.OTHERS)
    assert [vote.label for vote in genre.Judgement("thread", scores).heard(votes)] == ["legal"]
    assert genre.ARTICLE.heard(votes) is votes


# --- An article that stands in the head only ------------------------------------------------------------------------

BODY = "\n".join(SENTENCES)
TOLD = script(**{"@type": "NewsArticle", "articleBody": BODY})


@pytest.mark.parametrize(
    "html",
    [
        page("<div id=root></div><p>Please switch JavaScript on.</p>", TOLD),
        page("", TOLD),
        page("<p>Loading, please wait …</p>", TOLD),
        page("<p>読み込み中...</p>", TOLD),
        page("<p>Loading</p>", script(**{"@graph": [{"@type": "Article", "articleBody": ARTICLE}]})),
    ],
    ids=["shell", "nothing", "waiting", "waiting in Japanese", "markup"],
)
def test_what_only_the_head_says_is_read(html: str) -> None:
    done = cleaner.clean(html, kind="html")
    assert [sentence for sentence in SENTENCES if sentence not in done.text] == []
    assert not any(line.endswith(("…", "...")) for line in done.text.split("\n"))
    assert not {"truncated", "empty"} & set(done.flags)
    paths = done.document.dom.path if done.document.dom else ()
    told = [(line, path) for line, path in zip(done.lines, paths, strict=True) if line.text in SENTENCES]
    reasons = {(line.rule, path) for line, path in told}
    assert reasons == {(declared.RULE, declared.PATH)}
    assert cleaner.restore(done.text, done.to_dict()) == html


@pytest.mark.parametrize(
    "html",
    [
        page(f"<article>{ARTICLE}</article>", script(**{"@type": "Article", "articleBody": BODY + " And more." * 20})),
        page(f"<article>{ARTICLE}</article>", TOLD),
        page("<div id=root></div>", script(**{"@type": "Article", "articleBody": "A teaser."})),
        page("<div id=root></div>", TOLD + TOLD.replace("Monday", "Friday")),
        page("<div id=root></div>", script(**{"@type": "Article", "articleBody": 7, "headline": "articleBody"})),
    ],
    ids=["longer", "the same", "teaser", "two articles", "a number"],
)
def test_where_the_page_shows_it_or_the_head_does_not_tell_the_page_is_believed(html: str) -> None:
    done = cleaner.clean(html, kind="html", config=Config(second_opinion=False))
    assert done.document.dom is not None
    assert declared.PATH not in done.document.dom.path
    assert "And more" not in done.text


def test_what_the_page_shows_is_not_said_again() -> None:
    html = page(f"<article><p>{SENTENCES[0]}</p></article>", TOLD.replace("\\n", " "))
    assert cleaner.clean(html, kind="html").text.count(SENTENCES[0]) == 1


@pytest.mark.parametrize(
    ("html", "flag"),
    [
        (page("<div id=__next></div><noscript>This page needs JavaScript.</noscript>"), "truncated"),
        ("<html><head><title>Boats</title></head><body><div id=app></div></body></html>", "empty"),
        (page(f"<p>{SENTENCES[0]}</p>", script(**{"@type": "NewsArticle", "isAccessibleForFree": False})), "paywall"),
        (page(f"<p>{SENTENCES[0]}</p>", '<meta property="article:content_tier" content="locked">'), "paywall"),
    ],
    ids=["shell", "nothing", "declared", "tier"],
)
def test_a_page_without_its_article_says_so(html: str, flag: str) -> None:
    done = cleaner.clean(html, kind="html")
    assert flag in done.flags
    assert set(done.text.split()) <= set(markup.read(html).text.split())
