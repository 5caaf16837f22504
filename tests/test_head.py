import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import markup
from cleaner.markup.head import Evidence, JsonLd, parse


def head(html):
    return markup.read(html).head


@pytest.mark.parametrize(
    ("script", "values"),
    [
        # Near misses: more than one reading, or none
        ("", []),
        ("not JSON", []),
        ('{"a": "says "no", "yes" or", "b"}', []),
        ('{"a": "b /* c', []),
        ('{"a": ["b"}', []),
        ("{'a': 'b'}", []),
        ("[" * 100_000, []),
        ("1" * 5_000, []),
        # What is right stays
        ('{"a": "b"}', [{"a": "b"}]),
        ('{"a": "x, ]y &quot;z&quot; <!-- w -->"}', [{"a": "x, ]y &quot;z&quot; <!-- w -->"}]),
        (r'{"a": "\u00e9 \" \\ \/"}', [{"a": 'é " \\ /'}]),
        ("[1, null]", [[1, None]]),
        # Mended
        ('{"a": "two\nlines\tand a tab"}', [{"a": "two\nlines\tand a tab"}]),
        ('{"a": [1, 2, ], }', [{"a": [1, 2]}]),
        ('{"a": "x,}", }', [{"a": "x,}"}]),
        ('<!-- {"a": 1} -->', [{"a": 1}]),
        ('//<![CDATA[\n{"a": 1}\n//]]>', [{"a": 1}]),
        ('/*<![CDATA[*/ {"a": 1} /*]]>*/', [{"a": 1}]),
        ('\ufeff{"a": 1};', [{"a": 1}]),
        ('{"a": 1}\n{"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": 1}, {"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": 1} trailing', [{"a": 1}]),
        (r'{"a": "it\'s \d \u12"}', [{"a": "it's d u12"}]),
        ("{&quot;a&quot;: &quot;b &amp;amp; c&quot;}", [{"a": "b &amp; c"}]),
        ("[{&#34;a&#34;: 1}]", [[{"a": 1}]]),
        ('{"a": "Bridge "closed" again", "b": ["c "d" e"]}', [{"a": 'Bridge "closed" again', "b": ['c "d" e']}]),
        ('/* ours */ {"a": "http://x", // theirs\n "b": 1}', [{"a": "http://x", "b": 1}]),
        ('{"a": "the <a href="http://x">end</a>", "c": 1}', [{"a": 'the <a href="http://x">end</a>', "c": 1}]),
    ],
)
def test_parse(script, values):
    assert parse(script) == values


@pytest.mark.parametrize(
    ("script", "objects"),
    [
        ('"text"', []),
        ("[1, null, []]", []),
        ('{"@type": "A"}', [{"@type": "A"}]),
        ('[{"a": 1}, [{"b": 2}]]', [{"a": 1}, {"b": 2}]),
        ('{"@context": "c", "@graph": [{"a": 1}, {"b": {"c": 2}}]}', [{"a": 1}, {"b": {"c": 2}}]),
        ('{"@id": "x", "@graph": {"a": 1}}', [{"@id": "x"}, {"a": 1}]),
        ('{"author": [{"name": "Jane Poe"}]}', [{"author": [{"name": "Jane Poe"}]}]),
    ],
)
def test_json_ld_is_flat(script, objects):
    assert list(JsonLd([script])) == objects


def test_json_ld_is_parsed_when_asked_for():
    page = head(
        '<script type="application/ld+json">{"a": 1}</script><script TYPE="APPLICATION/LD+JSON">{"b": 2</script>'
    )
    assert page.json_ld.scripts == ('{"a": 1}', '{"b": 2')
    assert len(page.json_ld) == 1
    assert page.json_ld[0] == {"a": 1}
    assert page.json_ld[:] == ({"a": 1},)
    assert page.json_ld == [{"a": 1}]
    assert page.json_ld != 3
    assert pickle.loads(pickle.dumps(page)) == page
    assert repr(JsonLd(["1"])) == "JsonLd(['1'])"


def test_the_body_of_the_article_can_be_reached():
    page = markup.read(
        '<div id=app></div><script type="application/ld+json">{"articleBody": "The river rose."}</script>'
    )
    assert page.notes == ("empty", "truncated")
    assert page.texts == ()
    assert page.head.json_ld[0]["articleBody"] == "The river rose."


def test_meta():
    page = head(
        """<meta charset=utf-8><meta name=Author content="Jane Poe"><meta name=author content=" Max  Roe ">
        <meta name=author content="Jane Poe"><meta property="og:title" name=title content="Tom &amp; Jane">
        <meta http-equiv=Content-Language content=de><meta name=empty content=""><meta name=none>
        <body><meta itemprop=datePublished content=2024-05-01><link itemprop=image href=/a.jpg>"""
    )
    assert page.meta == {
        "author": ("Jane Poe", "Max Roe"),
        "title": ("Tom & Jane",),
        "og:title": ("Tom & Jane",),
        "content-language": ("de",),
        "datepublished": ("2024-05-01",),
        "image": ("/a.jpg",),
    }


def test_links():
    page = head(
        """<link rel=canonical href=" https://example.org/a "><link rel="author license" href=/jane>
        <link rel=AMPHTML href=/amp><link rel=canonical><link href=/x>"""
    )
    assert page.links == {
        "canonical": ("https://example.org/a",),
        "author": ("/jane",),
        "license": ("/jane",),
        "amphtml": ("/amp",),
    }


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<p>x", None),
        ("<title> </title>", None),
        ("<svg><title>Icon</title></svg>", None),
        ("<title> The\n river </title><title>Other</title>", "The river"),
        ("<p>x</p><title>Late</title>", "Late"),
    ],
)
def test_title(html, title):
    assert head(html).title == title


@pytest.mark.parametrize(
    ("html", "language"),
    [("<p>x", None), ("<html lang=''>x", None), ("<html lang=de-AT>x", "de-AT"), ("<html xml:lang=pl>x", "pl")],
)
def test_language(html, language):
    assert head(html).language == language


def test_times():
    page = head(
        """<time>Monday</time><time datetime=""></time><ins datetime=2020-01-01>x</ins>
        <time datetime=2024-05-01T08:00Z>May</time><time datetime=2024-05-02></time><time datetime=2024-05-02>2"""
    )
    assert page.times == ("2024-05-01T08:00Z", "2024-05-02")


@pytest.mark.parametrize(
    ("html", "authors"),
    [
        ("<a rel=nofollow href=/>Jane Poe</a>", ()),
        ("<a rel=noauthor href=/>Jane Poe</a>", ()),
        ("<p itemprop=name>Jane Poe</p>", ()),
        (f"<p itemprop=author>{'Jane wrote many books. ' * 20}</p>", ()),
        ("<p itemprop=author> </p>", ()),
        ("<a rel='nofollow Author' href=/>Jane\n Poe</a>", ("Jane Poe",)),
        ("<p itemprop='creator author'>Jane Poe</p><p itemprop=author>Max Roe</p>", ("Jane Poe", "Max Roe")),
        ("<p itemprop=author itemscope><b itemprop=name>Jane Poe</b>, reporter</p>", ("Jane Poe",)),
        ("<p itemprop=author itemscope><meta itemprop=name content='Jane Poe'>JP</p>", ("Jane Poe",)),
        ("<p itemprop=author><i>Jane</i><b>Poe</b></p>" * 2, ("Jane Poe",)),
    ],
)
def test_authors(html, authors):
    assert head(html).authors == authors


def test_microdata_of_the_article_is_meta():
    page = head(
        """<h1 itemprop="headline name">The <i>river</i></h1><time itemprop=datePublished datetime=2024-05-01>May</time>
        <span itemprop=dateModified content=2024-05-02>later</span><p itemprop=price>3</p>"""
    )
    assert page.meta == {"headline": ("The river",), "datepublished": ("2024-05-01",), "datemodified": ("2024-05-02",)}


@given(st.text(alphabet='{}[]":,\\nu0&quot;<!->/* \n'))
def test_any_script_can_be_parsed(script):
    assert isinstance(parse(script), list)
    assert isinstance(list(JsonLd([script])), list)


def test_thousands_of_authors_are_not_read():
    evidence = Evidence()
    for i in range(2_000):
        evidence.note("p", {"itemprop": "author"}, lambda i=i: f"Author {i}")
    assert len(evidence.head().authors) < 1_000


def test_json_ld_in_a_meta_element():
    page = '<meta name="script:ld+json" content="{&quot;headline&quot;: &quot;River rises&quot;}">'
    assert list(head(page).json_ld) == [{"headline": "River rises"}]
    assert list(head('<meta name="note" content="{&quot;a&quot;: 1}">').json_ld) == []


@pytest.mark.parametrize(
    ("html", "licences"),
    [
        ("<a rel=nofollow href=/licence>CC BY</a>", ()),
        ("<a rel=license>CC BY</a>", ()),
        ("<a rel=licensee href=/licence>CC BY</a>", ()),
        ("<p>See <a rel='License noopener' href=' /licence'>CC BY</a>", ("/licence",)),
        ("<link rel=license href=/a><p><a rel=license href=/b>CC BY</a> <a rel=license href=/b>!</a>", ("/a", "/b")),
    ],
)
def test_a_visible_link_to_the_licence(html, licences):
    assert head(html).links.get("license", ()) == licences
