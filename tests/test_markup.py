import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import markup
from cleaner.markup import tags
from cleaner.model import FLAGS

LONG = "The river rose by two metres on Monday, and the old bridge was closed to all traffic until further notice. "


def texts(html):
    return list(markup.read(html).texts)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        # Near misses: what must stay one line
        ("<p>The <b>mayor</b> said <a href=/x>no</a>.</p>", ["The mayor said no."]),
        ("<p>un<b>believ</b>able</p>", ["unbelievable"]),
        ("<p>one\n   two\ttwo&nbsp;&#8195;three</p>", ["one two two three"]),
        ("<h1>Two metres<br>of water</h1>", ["Two metres of water"]),
        ("<p>a <!-- note --> b</p>", ["a b"]),
        ("<p>word<script>x()</script>s and<style>p{}</style> more</p>", ["words and more"]),
        ("<p>H<sub>2</sub>O in May<sup>3</sup></p>", ["H2O in May3"]),
        ("<p>a <x-term>custom</x-term> word</p>", ["a custom word"]),
        ("<p>a <o:p>namespaced</o:p> word</p>", ["a namespaced word"]),
        ("<p>press <button>this</button> now</p>", ["press this now"]),
        ("<p>soft<wbr>ware</p>", ["software"]),
        ("<h2>[Monday] in <a href=/h>Harwick</a></h2>", ["[Monday] in Harwick"]),
        ("<p>See <a href=#n1>[1]</a> and <a href=/x>→</a>.</p>", ["See [1] and →."]),
        ("<p>five <i aria-hidden=true>*</i> stars</p>", ["five * stars"]),
        # Signs that lead somewhere, and what stands for a formula
        ("<h2>Bridge<a href=#bridge>¶</a></h2><h3><a href=/p#f>#</a> Ferry</h3>", ["Bridge", "Ferry"]),
        ("<ol><li>As in 1263. <a href=#r1>↩︎</a></ol>", ["As in 1263."]),
        ("<h2>Bridge<span class=e>[<a href=/e>edit</a>]</span></h2>", ["Bridge"]),
        (
            "<p>Let <span><span><math><mi>x</mi></math></span><span aria-hidden=true>x</span></span> be one.</p>",
            ["Let x be one."],
        ),
        (
            "<p>Let <x-f><x-g aria-hidden=true>x</x-g><x-h><math><mi>x</mi></math></x-h></x-f> be one.</p>",
            ["Let x be one."],
        ),
        # Blocks
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
        ("<div>One<hr>Two<div></div>Three</div>", ["One", "Two", "Three"]),
        ("One<p>Two</p>Three", ["One", "Two", "Three"]),
        ("<p>One<br>Two<br/><br>Three", ["One", "Two", "Three"]),
        ("<a href=/><h3>Head</h3><p>Text</p></a>", ["Head", "Text"]),
        ("<ul><li>One<li>Two<ul><li>Three</ul></ul>", ["One", "Two", "Three"]),
        ("<dl><dt>Term<dd>Meaning</dl>", ["Term", "Meaning"]),
        ("<blockquote>Said.<cite> By her</cite></blockquote>", ["Said. By her"]),
        ("<figure><img alt=none><figcaption>The bridge</figcaption></figure>", ["The bridge"]),
        ("<form><label>Name</label><button>Send</button></form>", ["Name", "Send"]),
        ("<div><x-author>Jane Poe</x-author><x-date>Monday</x-date></div>", ["Jane Poe", "Monday"]),
        ("<details><summary>More</summary>Text</details>", ["More", "Text"]),
        ("<p>Text<p>More</div></span></p>end", ["Text", "More", "end"]),
        # No text
        ("<head><title>T</title></head><body><svg><text>x</text></svg><iframe>y</iframe><p>Text", ["Text"]),
        ("<select><option>a</option></select><textarea>b</textarea><p>Text", ["Text"]),
        ("<video>no video</video><object>no object</object><canvas>c</canvas><p>Text", ["Text"]),
        ("<math><mi>x</mi><annotation>x_y</annotation></math>", ["x"]),
        ("<p>a<img src=x>b</p>", ["a b"]),
        # Characters
        ("<p>Tom &amp; Jerry &lt;3 caf&eacute;</p>", ["Tom & Jerry <3 café"]),
        ("<p>cafe\u0301</p>", ["café"]),
        ("<p>cafÃ©</p>", ["café"]),
        ("<p>a\x00b \udc80</p>", ["ab \ufffd"]),
        ("<p>\u200b</p><p>Text</p>", ["Text"]),
        # Readings of characters
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>", ["漢(kan)字"]),
        ("<p><ruby>漢<rt>kan</rt></ruby>字</p>", ["漢字"]),
        # Not HTML, or hardly
        ("", []),
        ("Just a line", ["Just a line"]),
        ("\ufeff<title>T</title><p>Text", ["Text"]),
        ("a < b and b > c", ["a < b and b > c"]),
        ("<", ["<"]),
        ("<frameset><frame src=a></frameset>", []),
        (
            "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p/>a<div/>b</body></html>",
            ["a", "b"],
        ),
    ],
)
def test_lines(html, lines):
    assert texts(html) == lines


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<b>T</b><span>he</span>", "The"),
        ("<b>T</b><i>HE</i>", "THE"),
        ("<i>un</i><b>seen</b>", "unseen"),
        ("<b>Mac</b>Donald", "MacDonald"),
        ("<i>x</i><sub>2</sub>", "x2"),
        ("<i>3</i><b>14</b>", "314"),
        ("<i>Jane Poe</i><b>Monday</b>", "Jane Poe Monday"),
        ("<span>Jane Poe</span><span>21 July</span>", "Jane Poe 21 July"),
        ("<span><a href=/>2 p.m.</a></span><b>By Jane</b>", "2 p.m. By Jane"),
    ],
)
def test_elements_that_touch(html, line):
    assert texts(f"<div>{html}</div>") == [line]


@pytest.mark.parametrize(
    ("html", "gaps"),
    [
        ("<p>a<p>b", (0, 1)),
        ("<p>a<br>b<br><br>c<br> <br>d", (0, 0, 1, 1)),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul><p>e", (0, 0, 0, 0, 1)),
        ("<ul><li>a</ul><ul><li>b</ul>", (0, 1)),
        ("<ul><li><p>a<li><p>b</ul>", (0, 0)),
        ("<dl><dt>a<dd>b</dl>", (0, 0)),
        ("<p>x<table><tr><td>a<td>b<tr><td>c<td>d</table><p>e", (0, 1, 0, 1)),
        ("<pre>a\n\n\nb\nc</pre><pre>d</pre>", (0, 2, 0, 1)),
        ("<p>a<p hidden>b", (0, 1)),
    ],
)
def test_gaps(html, gaps):
    assert markup.read(html).gaps == gaps


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        (
            "<table><tr><td>Water<td>two  metres<tr><th>Bridge<td>closed</table>",
            ["Water | two metres", "Bridge | closed"],
        ),
        ("<table><tr><td><p>Water</p><td><div>high</div></table>", ["Water | high"]),
        ("<table><tr><td>a<td><td>b</table>", ["a | b"]),
        ("<table><tr><td>one cell</table>", ["one cell"]),
        ("<table><tr><td>menu<td><p>One.</p><p>Two.</p></table>", ["menu", "One.", "Two."]),
        (f"<table><tr><td>menu<td>{LONG * 3}</table>", ["menu", (LONG * 3).strip()]),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", ["a", "b | c"]),
    ],
)
def test_rows(html, lines):
    assert texts(html) == lines


def test_a_row_is_a_line_of_its_own():
    dom = markup.read("<table><tr class=r><td><a href=/>ab</a><td>cd<tr><td>e<td>f</table>").dom
    assert dom.tag == ("tr", "tr")
    assert dom.path[0] == "html/body/table/tbody/tr"
    assert dom.tokens[0] == frozenset()  # one letter says nothing
    assert dom.link_density[0] == pytest.approx(2 / 7)
    assert dom.group[0] == dom.group[1]


def test_code_keeps_its_white_space():
    page = markup.read("<p>See:<pre><code>if x:\n\tgo( <b>1</b> )  \n\n  end<br>last</code></pre>")
    assert page.texts == ("See:", "if x:", "\tgo( 1 )", "  end", "last")
    assert page.dom.tag == ("p", "pre", "pre", "pre", "pre")
    assert page.gaps == (0, 1, 0, 1, 0)


def test_code_in_blocks_stays_together():
    page = markup.read("<pre><div>one</div>\n<div>  two</div></pre>")
    assert page.texts == ("one", "  two")
    assert page.gaps == (0, 0)


@pytest.mark.parametrize(
    ("html", "hidden"),
    [
        ("<div style='color:red;overflow:hidden'>a</div>", False),
        ("<span aria-hidden=true>a</span>", False),
        ("<div aria-hidden=false>a</div>", False),
        ("<body style='display:none'>a", False),
        ("<div hidden id='S:1f'>a</div>", False),  # React streams it hidden and puts it in its place
        ("<dialog open>a</dialog>", False),
        ("<details>a</details>", False),
        ("<div hidden>a</div>", True),
        ("<div hidden=until-found><p>a</div>", False),
        ("<section aria-hidden=true><p>a</section>", True),
        ("<div style='DISPLAY : none'>a</div>", True),
        ("<span style='visibility:hidden'>a</span>", True),
        ("<dialog>a</dialog>", True),
    ],
)
def test_hidden(html, hidden):
    page = markup.read(html)
    assert page.texts == ("a",)
    assert page.dom.hidden == (hidden,)


def test_hidden_words_leave_the_sentence_whole():
    page = markup.read("<p>The river<span class=tip hidden>a <i>stream</i></span> rose.</p><p>End.</p>")
    assert page.texts == ("The river rose.", "a stream", "End.")
    assert page.dom.hidden == (False, True, False)
    assert page.dom.tokens[1] == {"tip"}


def test_a_hidden_beginning_is_a_line_before():
    page = markup.read("<p><span hidden>Updated</span>The river rose.</p>")
    assert page.texts == ("Updated", "The river rose.")
    assert page.dom.hidden == (True, False)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>Text</p><noscript>Please enable JavaScript.</noscript>", ["Text"]),
        (f"<p>{LONG}</p><noscript><p>{LONG}</p><p>{LONG}</p></noscript>", [LONG.strip()]),
        (f"<p>Text</p><noscript><p>{LONG}</p><p>{LONG * 2}</p></noscript>", ["Text", LONG.strip(), (LONG * 2).strip()]),
    ],
)
def test_noscript_is_text_if_said_nowhere_else(html, lines):
    assert texts(html) == lines


def test_template_is_text_if_there_is_nothing_else():
    assert texts(f"<p>Text</p><template><p>{LONG}</p></template>") == ["Text", LONG.strip()]
    assert texts(f"<p>{LONG * 6}</p><TEMPLATE><p>Row</p></TEMPLATE>") == [(LONG * 6).strip()]


def test_tokens_are_those_of_the_element_and_around_it():
    html = """<body class=page><div class="PostBody__text-2 isNOTPaid" id=main><p>a</p><p class=lead-in>b</p>
    <p aria-label="Related news" data-testid=x-y itemprop=articleBody role=note>c</p></div><p>d</p>"""
    tokens = markup.read(html).dom.tokens
    around = {"post", "body", "text", "is", "not", "paid", "main"}
    assert tokens[0] == around
    assert tokens[1] == around | {"lead", "in"}
    assert tokens[2] == around | {"related", "news", "article", "body", "note"}
    assert tokens[3] == frozenset()


def test_tokens_of_inline_elements_count_if_they_hold_the_whole_line():
    html = "<div class=meta><span class=byline>By <a class=author>Jane</a></span></div><p><i class=up>A</i> river</p>"
    tokens = markup.read(html).dom.tokens
    assert tokens == ({"meta", "byline"}, frozenset())


def test_equal_tokens_are_one_object():
    tokens = markup.read("<ul class=menu>" + "<li class=entry>a" * 9 + "</ul>").dom.tokens
    assert len({id(each) for each in tokens}) == 1


def test_tokens_and_paths_stay_small():
    html = (
        "".join(f"<div class='{chr(97 + i % 26)}x{chr(97 + i // 26)}y{'q' * 3000} z' id=w>" for i in range(600)) + "x"
    )
    dom = markup.read(html).dom
    assert len(dom.tokens[0]) < 200
    assert len(dom.path[0]) < 600


@pytest.mark.parametrize(
    ("html", "groups"),
    [
        ("<p>a<p>b", [0, 0]),
        ("<div><p>a<p>b</div><div><p>c<p>d</div>", [0, 0, 1, 1]),
        ("<div><div><p>a</div><div><p>b</div></div><p>c", [0, 0, 1]),
        ("<div><div>a</div><div></div></div><p>b", [0, 0]),
        ("<ul><li>a<li>b</ul><p>c", [0, 0, 1]),
        ("<ul><li><h3>a</h3><p>b</p><li><h3>c</h3><p>d</p></ul>", [0, 0, 1, 1]),
        ("<article><p>a</article><aside>b</aside>", [0, 1]),
        ("<p>a<br>b<p>c", [0, 0, 0]),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", [0, 0]),
        ("<div>a<p>b</p>c</div><div><p>d</div>", [0, 0, 0, 0]),
    ],
)
def test_groups(html, groups):
    found = markup.read(html).dom.group
    order = {number: i for i, number in enumerate(dict.fromkeys(found))}
    assert [order[number] for number in found] == groups


@pytest.mark.parametrize(
    ("html", "density"),
    [
        ("<p>abcd", 0),
        ("<p><a name=x>abcd</a>", 0),
        ("<p><a href=/>ab</a>cd", 0.5),
        ("<p>\n <a href=/>\n  <b>abcd</b>\n </a>", 1),
        ("<a href=/><div>abcd</div></a>", 1),
        ("<p><a href=/>ab</a> <a href=/>cd</a>", 0.8),
        ("<pre>ab<a href=/>cd</a>", 0.5),
    ],
)
def test_link_density(html, density):
    assert markup.read(html).dom.link_density == (pytest.approx(density),)


def test_headings_and_lists():
    dom = markup.read("<h2>a <i>b</i></h2><ul><li><h3>c</h3>d</ul><p>e<h7>f</h7>").dom
    assert dom.heading == (2, 3, 0, 0)
    assert dom.listed == (False, True, True, False)
    assert dom.path[1] == "html/body/ul/li/h3"


@pytest.mark.parametrize(
    ("html", "items"),
    [
        ("<p>a", (-1,)),
        ("<ul><li>a<li>b</ul>", (0, 0)),
        ("<ol><li>a<p>b</p><li>c</ol>", (1, -1, 2)),
        ("<ol start=5><li>a<li value=9>b<li>c</ol>", (5, 9, 10)),
        ("<ol start=x><li>a<li value=y>b</ol>", (1, 2)),
        ("<ol reversed><li>a<li>b</ol>", (2, 1)),
        ("<ol><li>a<ol><li>b</ol><li><li>c</ol>", (1, 1, 3)),
    ],
)
def test_items(html, items):
    assert markup.read(html).dom.item == items


APP = "<html><body><div id=root></div><script src=/app.js></script></body></html>"


@pytest.mark.parametrize(
    ("html", "notes"),
    [
        (f"<p>{LONG}", ()),
        (f"<p>{LONG}</p><div id=root><p>{LONG}</p></div>", ()),
        (f"<p>{LONG * 6}</p><noscript>Enable JavaScript</noscript><div id=app></div>", ()),
        (f"<p>{LONG}</p><script>{'x()' * 100}</script>", ()),
        ('<p>x<script type=application/ld+json>{"isAccessibleForFree": true}</script>', ()),
        ('<p>x<script>"isAccessibleForFree": false</script>', ()),
        ("<p>x<meta property=article:content_tier content=metered>", ()),
        ("", ("empty",)),
        ("<img src=x>", ("empty",)),
        (APP, ("empty", "truncated")),
        (f"<p>Loading</p>{APP}", ("truncated",)),
        ("<p>You need to enable JavaScript to run this app.</p>", ("truncated",)),
        (f"<p>x</p><script>{'x()' * 9_000}</script>", ("truncated",)),
        ('<p>x<script type="application/ld+json">{"isAccessibleForFree" : "False"}</script>', ("paywall",)),
        ('<p>x<script type="application/ld+json">[{"a": [{"isAccessibleForFree":false}]}]</script>', ("paywall",)),
        ("<p>x<meta property=article:content_tier content=locked>", ("paywall",)),
        ("<p itemscope>x<meta itemprop=isAccessibleForFree content=False>", ("paywall",)),
    ],
)
def test_notes(html, notes):
    page = markup.read(html)
    assert page.notes == notes
    assert set(page.notes) <= set(FLAGS)


def test_columns_of_a_page():
    html = "<html lang=en><title>T</title><body><h1>Water</h1>\r\n<p>It &amp; rose.</p></body></html>"
    page = markup.read(html, url="https://example.org/water")
    assert page.kind == "html"
    assert page.source == html
    assert page.text == "Water\nIt & rose."
    assert page.spans == ((0, 5), (6, 16))
    assert page.numbers == ((1, 1), (2, 2))
    assert page.indents == (0, 0)
    assert page.url == "https://example.org/water"
    assert page.head.language == "en"
    assert page.lines[1].path == "html/body/p"
    assert not page.repaired


@pytest.mark.parametrize(("html", "repaired"), [("<p>café", False), ("<p>&amp;lt;b>", False), ("<p>cafÃ©", True)])
def test_repaired(html, repaired):
    assert markup.read(html).repaired is repaired


def test_pages_can_be_sent_to_another_process():
    page = markup.read('<p class=lead>Text</p><script type="application/ld+json">{"headline": "T"}</script>')
    again = pickle.loads(pickle.dumps(page))
    assert again == page
    assert again.head.json_ld[0]["headline"] == "T"


TAGS = [*(tag for tag in tags.ACTIONS if tag[0] != "-"), "x-y", "o:p", "html"]
ATTRIBUTES = [
    "",
    " class='a Bc-d'",
    " hidden",
    " style='display:none'",
    " href=/",
    " id=x",
    " itemprop=author",
    " start=3",
]
pieces = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.sampled_from(
        ["text", " ", "\n", "&amp;", "&#0;", "<!--", "-->", "<", "é", "e\u0301", "\0", "\udc9f", "<a b='", '">']
    ),
    st.text(max_size=5),
)


@given(st.lists(pieces, max_size=40).map("".join))
def test_no_soup_is_too_wild(html):
    page = markup.read(html)
    n = len(page)
    dom = page.dom
    assert page.source == html
    assert page.texts == tuple(page.text[start:end] for start, end in page.spans)
    assert page.text == "\n".join(page.texts)
    assert all(len(column) == n for column in (page.numbers, page.gaps, page.indents))
    assert all(len(getattr(dom, name)) == n for name in dom.__slots__ if name != "around")
    assert all(outer < group for group, outer in enumerate(dom.around))
    assert max(dom.group, default=-1) < len(dom.around)
    assert all(text.strip() and unicodedata.is_normalized("NFC", text) for text in page.texts)
    assert all(text == " ".join(text.split()) for text, tag in zip(page.texts, dom.tag, strict=True) if tag != "pre")
    assert all(0 <= density <= 1 for density in dom.link_density)
    assert min(page.gaps, default=0) >= 0
    assert markup.read(html) == page


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<div>" * 100_000 + "x" + "</div>" * 100_000, 1),
        ("<span class=a>" * 100_000 + "x", 1),
        ("<ul><li>x" * 30_000, 30_000),
        ("".join(f"<p><font size={i}>x" for i in range(5_000)), 5_000),
        ("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x", 1),
        ("<div itemprop=author itemscope>x" * 5_000, 5_000),
        ("<p>" + "word <tr class=row>" * 100_000, 1),
        ("<p>x<span hidden>y</span>" * 5_000, 10_000),
    ],
)
def test_time_is_linear(html, lines):
    assert len(markup.read(html)) == lines  # where it is not, this takes minutes


TEX = '<annotation encoding="application/x-tex">{}</annotation>'


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        # Near misses: what a sentence says stays in it.
        ("<p>4<sup>th</sup> of May, CO<sub>2</sub> on 9 km<sup>2</sup>", ("4th of May, CO2 on 9 km2",)),
        ("<p>See <a href='#map'>12</a> or <a href='/b'><sup>3</sup></a>", ("See 12 or 3",)),
        ("<p>The <span class=not-sr-only>old</span> <span class=screen-play>bridge</span>", ("The old bridge",)),
        ("<p>The <img alt='A bridge'> bridge <img alt='[1]'>, <img alt=''>shut", ("The bridge, shut",)),
        ("<pre><span class=number>1</span> + 2</pre>", ("1 + 2",)),
        ("<table><tr><td>Monday<br>Tuesday<td>shut</table>", ("Monday", "Tuesday", "shut")),
        # Formulas.
        (f"<p>So <math><mi>c</mi>{TEX.format('E=mc^2')}</math>.", ("So E=mc^2.",)),
        (f"<p>So <span style='display:none'><math><mi>c</mi>{TEX.format('c')}</math></span>"
         "<img class=mwe-math-fallback-image-inline alt=c>.", ("So c.",)),
        (r"<p>So <script type='math/tex'>\frac{a}{b}</script>.", (r"So $\frac{a}{b}$.",)),
        ("<p>So <span class=MathJax><math><mi>a</mi></math></span><script type='math/tex'>a</script>.", ("So a.",)),
        (r"<p>So <img class=latex alt='$\pi$'> is", (r"So $\pi$ is",)),
        ("<p>So <math><msqrt><mi>a</mi><mo>+</mo><mn>1</mn></msqrt></math>", ("So √(a+1)",)),
        ("<math>" + "<mrow>" * 5000 + "x", ("x",)),
        ("<math>" + "<mrow>" * 200 + "<mi>x</mi><mo>=</mo><mn>1</mn>", ("x=1",)),
        ("<p>So <math alttext='a/b'><mi>a</mi></math>", ("So a/b",)),
        (r"<p>So \(x\) <img class=tex alt='\(\pi\)'>", (r"So \(x\) $\pi$",)),
        ("<p><script type='math/tex'>a</script> is", ("a is",)),
        ("<p><img class=latex alt=a> is", ("a is",)),
        ("<p>So <math><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover></math>", ("So ∑_i^n",)),
        ("<p>So <math><msup><mi>a</mi></msup><msubsup><mi>b</mi><mi>i</mi></msubsup></math>", ("So abi",)),
        ("<p>So <math><mrow><mi>a</mi><mi>b</mi></mrow></math>", ("So ab",)),
        # Figures that are raised.
        ("<p>10<sup>6</sup> boats, 1<sup>1</sup>/<sub>2</sub> in 1804<sup>2</sup>", ("10^6 boats, 1 1/2 in 1804^2",)),
        ("<p>It fell.<sup><a href=#n1>1</a></sup><a href='/x#n2'><sup>[b]</sup></a>", ("It fell.1[b]",)),
        # What is only read aloud.
        ("<p>The <a href=/p>plan<span class=sr-only> (new tab)</span></a> is", ("The plan is", "(new tab)")),
        ("<p><span aria-hidden=true>£4</span><span class=u-visually-hidden>£4</span> each", ("£4 each",)),
        ("<p>A <span style='position:absolute;left:-9999px'>b</span>c", ("A c", "b")),
        # Pictures of signs.
        ("<p>Rain <img class=emoji alt='☔'>, he said", ("Rain ☔, he said",)),
        ("<p><img alt='☔'>Rain <img alt='('><img alt='é'><img alt='☔a'><img alt='" + "☔" * 12 + "'>", ("Rain",)),
        # Numbers of lines beside code.
        ("<table><tr><td class=gutter><pre>1\n2</pre><td><pre>a()\nb()</pre></table>", ("a()", "b()")),
        ("<pre><span class=lineno>1 </span>a()\n<span class=lineno>2 </span>b()</pre>", ("a()", "b()")),
        # Cells that hold nothing keep their place, columns that hold nothing do not.
        ("<table><tr><td><td>N<td>S<tr><td>Rain<td><td>9</table>", ("| N | S", "Rain | | 9")),
        ("<table><tr><td>N<td>&nbsp;<td>S<tr><td>1<td><td>9</table>", ("N | S", "1 | 9")),
        ("<table><tr><td>N<td>S<tr><td>1<td></table>", ("N | S", "1")),
        ("<table><tr><th colspan=2>Boats<th>Crew<tr><td>a<td>b<td>4</table>", ("Boats | | Crew", "a | b | 4")),
        ("<table><tr><td rowspan=2>Mo<td>a<tr><td>b<tr><td>Tu<td>c</table>", ("Mo | a", "| b", "Tu | c")),
        ("<table><tr><th>Boat<th>Crew<tr><td>a<td>Jo<br>Al</table>", ("Boat | Crew", "a | Jo Al")),
        ("<table><tr><td rowspan=999999999 colspan=999999999>a<td>b<tr><td>c<td>d</table>", ("a | b", "| c | d")),
    ],
)  # fmt: skip
def test_what_stands_for_what_is_seen(html: str, texts: tuple[str, ...]) -> None:
    assert markup.read(html).texts == texts


LINKED = "The [old bridge](https://town.example/bridge) was closed on Monday, and nobody knows when it opens again."
SEEN = "The old bridge was closed on Monday, and nobody knows when it opens again."


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        # Near misses: what the page means to show, and what is no link.
        ("<p>Write <code>[bridge](/bridge)</code> for a link.", ("Write [bridge](/bridge) for a link.",)),
        ("<pre>  [bridge](/bridge)\n  [ferry](/ferry)</pre>", ("  [bridge](/bridge)", "  [ferry](/ferry)")),
        ("<p>He said [sic](see below) so.", ("He said [sic](see below) so.",)),
        (f"<p>{LINKED}<p>[](/b)", (SEEN, "[](/b)")),
        (f"<p>{LINKED}<pre>[a](/a)</pre>", (SEEN, "[a](/a)")),
        (f"<pre>  {LINKED}\n* {LINKED}</pre>", (f"  {SEEN}", f"* {SEEN}")),
    ],
)
def test_links_that_a_page_shows_as_markdown_are_read_as_what_is_seen_of_them(
    html: str, texts: tuple[str, ...]
) -> None:
    page = markup.read(html)
    assert page.texts == texts
    assert [page.text[start:end] for start, end in page.spans] == list(texts)


def test_a_line_that_the_page_shows_as_markdown_is_markdown() -> None:
    page = markup.read(f"<p>{LINKED}<p>Write <code>[bridge](/bridge)</code>")
    assert markup.marked(page).texts == (LINKED, "Write `[bridge](/bridge)`")
