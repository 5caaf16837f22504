"""Markdown bodies: headings, lists, quotes, tables, code, links and emphasis of a page of HTML."""

import pytest

import cleaner
from cleaner import markup, plain
from cleaner.assemble import assemble
from cleaner.config import Config

MARKDOWN = Config(format="markdown")
BASE = "https://example.org/news/storm"


def line(html: str) -> str:
    (only,) = markup.marked(markup.read(html, url=BASE)).texts
    return only


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # Near misses: marks that would say nothing, or something else.
        ("<p>The bridge was shut.", "The bridge was shut."),
        ("<p>The <span>bridge</span> was shut.", "The bridge was shut."),
        ("<p>The <b> </b>bridge was shut.", "The bridge was shut."),
        ("<p>The <a>bridge</a> was shut.", "The bridge was shut."),
        ("<p>The <a href>bridge</a> was shut.", "The bridge was shut."),
        ("<p>The <a href='#top'>bridge</a> was shut.", "The bridge was shut."),
        ("<p>The <a href='javascript:go()'>bridge</a> was shut.", "The bridge was shut."),
        ("<p>“<b>No!</b>”<b>(shut)</b>now", "“**No!**”(shut)now"),
        ("<p>A <b>big <strong>old</strong> bridge</b>.", "A **big old bridge**."),
        ("<p>Type <code>go <b>now</b></code> here.", "Type `go now` here."),
        ("<h2><b>The bridge</b></h2>", "The bridge"),
        ("<pre>if <b>x</b>:</pre>", "if x:"),
        # What the text itself has is not taken for a mark.
        ("<p>It is <b>5 * 3</b> metres, snake_case and ~5.", "It is **5 * 3** metres, snake_case and ~5."),
        ("<p>*not* _so_ &lt;b> `x` &amp;lt; [a](b) ~~c~~", r"\*not\* \_so\_ \<b> \`x\` \&lt; \[a\](b) \~\~c\~\~"),
        ("<p>Look!<a href=/b>[bridge]</a>", r"Look\![\[bridge\]](https://example.org/b)"),
        ("<table><tr><td>a|b<td><code>c|d</code></table>", r"a\|b | `c\|d`"),
        # What is marked.
        ("<p>Type <code>a`b</code> or <code>`c</code>.", "Type ``a`b`` or `` `c ``."),
        ("<p>So <math><mi>a</mi><annotation encoding=tex>\\pi_1*</annotation></math>", r"So $\pi_1*$"),
        ("<p>It fell.<sup><a href='#n1'>1</a></sup>", "It fell.[^1]"),
        ("<p>The <b>bridge</b> was <em>shut</em>.", "The **bridge** was *shut*."),
        ("<p>The<b> bridge </b>was shut.", "The **bridge** was shut."),
        ("<p><strong>Monday</strong><i>Jane</i> said.", "**Monday** *Jane* said."),
        ("<p>Type <kbd>make test</kbd>.", "Type `make test`."),
        ("<p>The <a href=/b>old <i>bridge</i></a>.", "The [old *bridge*](https://example.org/b)."),
        ("<p>A <a href='x y(1).html'>map</a>.", "A [map](https://example.org/news/x%20y%281%29.html)."),
        ("<p>A <a href='//[x'>map</a>.", "A [map](//[x)."),
        ("<h2>The <i>next</i> storm</h2>", "The *next* storm"),
        ("<p>A <b>bold <a href=/x>link</a></b><i>now</i>", "A **bold [link](https://example.org/x)***now*"),
        ("<table><tr><td><b>Day</b><td>Wind<td><i>Rain</i></table>", "**Day** | Wind | *Rain*"),
    ],
)
def test_marks_of_a_line(html: str, expected: str) -> None:
    assert line(html) == expected


def test_a_mark_that_goes_over_a_line_end_is_made_on_both_lines() -> None:
    page = markup.read("<div><b>One bridge<br>and another</b> here</div>")
    assert markup.marked(page).texts == ("**One bridge**", "**and another** here")


def test_mended_lines_have_no_marks_and_a_page_without_an_address_keeps_its_links() -> None:
    page = markup.read("<p>The <b>cafÃ©</b> is open.<p>A <a href=/x>map</a>.")
    assert page.repaired
    assert markup.marked(page).texts == ("The café is open.", "A [map](/x).")


def test_marks_change_no_letter_of_any_line() -> None:
    html = "<p>a<b>b<i>c</i></b> <a href=/x>d<br>e</a><ul><li><em>f</em> g<li>h</ul><td>i</td><blockquote><b>j" * 5
    page = markup.read(html)
    bare = [text.replace("*", "").replace("](/x)", "").replace("[", "") for text in markup.marked(page).texts]
    assert bare == list(page.texts)


PAGE = """
<main><h2>What is <i>next</i></h2>
<p>The council wants <a href="/three">three things</a> to be done before the bridge can be opened again:</p>
<ol start=2><li>Engineers look at the <b>pillar</b>.<li>The council votes.<p>It takes a month at the least.</p></ol>
<ul><li>Boats go around.<li>Cars take the tunnel.</ul>
<blockquote><p>We have seen nothing like it in forty years, said the keeper.</p></blockquote>
<table><tr><th>Day<th>Wind<tr><td>Monday<td>90 km/h</table>
<pre><code>def warn(wind):
    if wind  &gt; 80:
        close()

    return wind</code></pre><p>The end of a long story.</p></main>"""

AS_TEXT = """What is next

The council wants three things to be done before the bridge can be opened again:

2. Engineers look at the pillar.
3. The council votes.

It takes a month at the least.

- Boats go around.
- Cars take the tunnel.

We have seen nothing like it in forty years, said the keeper.

Day | Wind
Monday | 90 km/h

def warn(wind):
    if wind  > 80:
        close()

    return wind

The end of a long story."""

AS_MARKDOWN = """## What is *next*

The council wants [three things](/three) to be done before the bridge can be opened again:

2. Engineers look at the **pillar**.
3. The council votes.

   It takes a month at the least.

- Boats go around.
- Cars take the tunnel.

> We have seen nothing like it in forty years, said the keeper.

| Day | Wind |
| --- | --- |
| Monday | 90 km/h |

```
def warn(wind):
    if wind  > 80:
        close()

    return wind
```

The end of a long story."""


@pytest.mark.parametrize(("config", "expected"), [(Config(), AS_TEXT), (MARKDOWN, AS_MARKDOWN)])
def test_structure_keeps_its_order_and_its_line_breaks(config: Config, expected: str) -> None:
    page = markup.read(PAGE)
    labels = ["heading", *["body"] * (len(page) - 1)]
    body = assemble(page, labels, config).text
    assert body == expected
    if config is MARKDOWN:
        return  # which is no text to be read again
    again = plain.read(body + "\n")
    assert assemble(again, ["body"] * len(again), config).text == expected


def test_a_quotation_heads_nothing() -> None:
    page = markup.read("<blockquote><p>It rained</p><cite>The keeper</cite></blockquote><p>The ferry<p>It runs.")
    assert assemble(page, ["heading", "heading", "heading", "body"], MARKDOWN).text == (
        "> It rained\n>\n> The keeper\n\n## The ferry\n\nIt runs."
    )


def test_a_heading_read_again_has_its_mark_once() -> None:
    again = plain.read("## What is next\n\nThe bridge is shut.\n")
    assert assemble(again, ["heading", "body"], MARKDOWN).text == "## What is next\n\nThe bridge is shut."


def test_page_and_body_come_back() -> None:
    html = f"<title>T</title><nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav>{PAGE}"
    done = cleaner.clean(html, kind="html", config=MARKDOWN)
    assert "[three things](/three)" in done.text
    assert cleaner.restore(done.text, done.to_dict()) == done.restore() == html
    assert {removal.path for removal in done.removed if removal.label == "navigation"} == {"html/body/nav/ul/li"}


@pytest.mark.parametrize(
    "html",
    [
        "<a href=/x>y " * 20_000,
        "<b>" * 20_000 + "x",
        "<p><b>x" * 5_000,
        "<p>" + "<i>x</i> y " * 20_000,
        "<b><p>x" * 5_000,
    ],
)
def test_marks_take_linear_time(html: str) -> None:
    page = markup.read(html)
    assert len(markup.marked(page).texts) == len(page)  # where it is not, this takes minutes
