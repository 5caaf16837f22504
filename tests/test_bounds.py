import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaner.markup.bounds import MAX_ATTRIBUTES, MAX_DEPTH, MAX_FORMATTING, bounded

MANY = 21_000  # tags, more than any page that is not searched


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Hello",
        "<p class='a' id=b>Hello</p>" * MANY,
        "<ul>" + "<li>an item" * MANY,
        "<p>a<br>b<img src=x>" * MANY,
        "<table>" + "<tr><td>a<td>b" * MANY,
        "<svg>" + "<path d='M0 0'/>" * MANY + "</svg>",
        "<script>" + "if (a<b) { '</i>' } <div>" * MANY + "</script>",
        "<!--" + "<div>" * MANY + "-->",
        "<p title='>" + "<div>" * 10 + "'>" + "<b>x</b>" * MANY,
        "<p title=don't>x</p>" * MANY,
        "<i class=a></i>" * 2_000,
        "<div data-state='" + "{a: b} " * 20_000 + "'>x</div>",
        "<script>" + "a = 1; " * 20_000 + "</script>",
    ],
)
def test_pages_that_stay_as_they_are(html):
    assert bounded(html) == html.encode()


def test_tags_that_may_be_ignored_part_the_text():
    assert bounded("word <TR class=a>" * MANY).count(b"<!---->") == MANY
    long = "<td class=a>" + "word " * 1_000
    assert bounded(long * 1_000).count(b"<!---->") == 1_000  # few tags, but each copies a long text
    assert bounded(long) == long.encode()


def test_lone_surrogates_are_replaced():
    assert bounded("a\udc80b") == "a\ufffdb".encode()


def test_deep_nesting_is_cut_and_text_stays():
    page = bounded("<div>" * MANY + "<p>Hello</p>" + "</div>" * MANY)
    assert page.count(b"<div>") == page.count(b"</div>") == MAX_DEPTH
    assert b"<p>Hello</p>" in page


def test_what_was_apart_stays_apart():
    page = bounded("<div>" * MANY + "<div>one</div><div>two</div>")
    assert b"one<br><br>two" in page


def test_nesting_in_svg_counts():
    page = bounded("<svg>" + "<td>" * MANY + "x")
    assert page.count(b"<td>") == MAX_DEPTH - 1


def test_open_formatting_is_cut():
    page = bounded("".join(f"<p><font size={i}>x" for i in range(2_000)))
    assert page.count(b"<font") == MAX_FORMATTING
    assert page.count(b"<p>") == 2_000


def test_options_of_one_select_are_cut():
    options = "<option>one</option>" * 1_000
    assert bounded(f"<select>{options}</select>" * 30).count(b"<option>") == 30_000
    page = bounded(f"<select>{options * 3}</select><datalist>{options * 3}</datalist><p>Hello")
    assert page.count(b"<option>") == page.count(b"</option>") == 4_000
    assert page.count(b"one") == 6_000


def test_closed_formatting_stays():
    html = "<p><font size=1>x</font></p>" * 2_000
    assert bounded(html) == html.encode()


@pytest.mark.parametrize("name", ["p", "font", "x-y"])
def test_attributes_are_cut(name):
    page = bounded(f"<{name} " + " ".join(f"a{i}='x y'" for i in range(50_000)) + ">Hello")
    element = LexborHTMLParser(page).body.first_child
    assert element.tag == name
    assert len(element.attributes) == MAX_ATTRIBUTES
    assert element.text() == "Hello"
