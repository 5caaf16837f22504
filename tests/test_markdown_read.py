"""Markdown bodies as a program reads them that knows Markdown: the elements that it finds are those of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from cleaner import markup
from cleaner.assemble import assemble
from cleaner.config import Config

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SAME = {"b": "strong", "i": "em", "th": "td", "h1": "h2"}
INSIDE = frozenset("a blockquote br code em h2 h3 h4 li ol pre strong table td tr ul".split())


def elements(html: str) -> list[str]:
    """The elements that Markdown has a sign for, with their texts; paragraphs count outside items and cells."""
    body = LexborHTMLParser(html).body
    return [" ".join(part.split()) for part in "".join(parts(body)).replace("\n", " ").split("\0") if part.strip()]


def parts(node: Any) -> Iterator[str]:
    for child in node.iter(include_text=True):
        tag = SAME.get(child.tag, child.tag)
        if tag == "-text":
            yield child.text()
            continue
        shown = tag in INSIDE or (tag == "p" and node.tag not in ("li", "td"))
        number = f" {child.attributes.get('start') or 1}" if tag == "ol" else ""
        link = f" {child.attributes['href']}" if tag == "a" else ""
        if tag == "code" and node.tag == "pre":
            link = f" {child.attributes.get('class') or ''}".rstrip()
        yield f"\0<{tag}{number}{link}>\0" if shown else "\0" if tag in ("p", "thead", "tbody") else ""
        yield from parts(child)
        yield f"\0</{tag}>\0" if shown else "\0" if tag in ("p", "thead", "tbody") else ""


def markdown(html: str) -> str:
    page = markup.read(html)
    return assemble(page, ["body"] * len(page), Config(format="markdown")).text


@pytest.mark.parametrize(
    "html",
    [
        "<h1>The bridge</h1><p>It fell.</p><h3>The <em>ferry</em></h3><p>It runs.</p>",
        "<ul><li>Bread<ul><li>rye</li><li>wheat<ol><li>old</li><li>new</li></ol></li></ul></li><li>Milk</li></ul>",
        "<ol><li><p>Take it.</p><ul><li><p>Keep the seal.</p></li></ul></li><li><p>Put it back.</p></li></ol>",
        "<ol start='5'><li>Five</li><li>Six<p>and more of it,</p><pre><code>six()\n</code></pre><li>Seven</ol>",
        "<ul><li>One</li></ul><ul><li>Two</li></ul><ol><li>Three</li></ol><ol><li>Four</li></ol>",
        "<p>Verses:<br>the sea is grey,<br>the <b>wind</b> is up.</p>",
        "<blockquote><p>So it was.</p><ul><li>no fire</li><li>no songs</ul><p>And<br>no dogs</blockquote><p>Yes.",
        "<blockquote><p>One.</p></blockquote><blockquote><p>Two.</p><blockquote><p>Three.</p></blockquote></blockquote>",
        "<table><thead><tr><th>Day<th>Wind</thead><tbody><tr><td>Monday<td>a|b</tbody></table>",
        "<table><tr><td></td><td>North</td><td>South</td></tr><tr><td>Rain</td><td></td><td>9</td></tr></table>",
        "<p>Code:</p><pre><code class='language-python'>def go():\n    return '```'\n\n\n# end\n</code></pre><p>End.",
        "<p>See <a href='/a'>the <em>old</em> plan</a>, <code>a`b</code> and <strong>Jane</strong>.</p>",
        "<p>2031. was a year</p><p># not a heading</p><p>- not an item</p><p>+ nor this</p><p>&gt; nor a quote</p>",
        "<p>a * b * c, *d*, _e_, `f`, &lt;div&gt;, &amp;lt;, [g](h), ![i](j), ~~k~~, l_m_n</p><p>---</p><p>===</p>",
        "<p>Wow!<a href='/x'>[1] link</a></p><ul><li>1. one</li><li>- two</li></ul>",
        "<p>Before</p><ol start='3'><li>Three</li></ol><h2>4. Four</h2><p>1) Five</p>",
        "<ul><li>One<blockquote><p>quoted</p></blockquote></li><li><pre><code>two\n</code></pre></li></ul>",
    ],
)
def test_it_is_read_as_the_page_is(html: str) -> None:
    assert elements(GITHUB.render(markdown(html))) == elements(html), markdown(html)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li>A</li><ul><li>B</li></ul><li>C</li></ul>", "- A\n  - B\n- C"),  # a list beside the item it is of
        ("<ul><li>• One<li>Two</ul>", "- One\n- Two"),
        ("<ol><li>1. One<li>2) Two</ol>", "1. One\n2. Two"),
        ("<dl><dt>Quay<dd>A wall.<dd>Of stone.<dt>Slip<dd>A slope.</dl>",
         "Quay\n:   A wall.\n:   Of stone.\n\nSlip\n:   A slope."),
        ("<p>It fell.<sup id=r1><a href=#n1>1</a></sup><ol><li id=n1>Wick, 1804. <a href=#r1>↩</a></ol>",
         "It fell.[^1]\n\n[^1]: Wick, 1804."),
        ("<table><tr><th>Day<th>Boat<tr><td rowspan=2>Monday<td>Gannet<tr><td>Tern<tr><td>Total</table>",
         "| Day | Boat |\n| --- | --- |\n| Monday | Gannet |\n| | Tern |\n| Total |"),
        ("<p>So<pre class='brush: js'>go()</pre>", "So\n\n```js\ngo()\n```"),
        ("<p>a</p>", "a"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_only_some_programs_read(html: str, expected: str) -> None:
    assert markdown(html) == expected


words = st.sampled_from("rain,wind & sea,*,_x_,88.,77) a,# b,> c,- d,[e],<f>,`g`,h|i,j\\,!".split(","))
texts = st.lists(words, min_size=1, max_size=4).map(" ".join).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").strip()
)
inline = st.one_of(
    texts,
    st.builds("<b>{}</b>".format, texts),
    st.builds("said <a href='/x'>{}</a> so".format, texts),
    st.builds("so <code>{}</code>".format, texts),
)
blocks = st.recursive(
    st.one_of(st.builds("<p>{}</p>".format, inline), st.builds("<pre><code>{}\n</code></pre>".format, texts)),
    lambda inner: st.one_of(
        st.builds("<blockquote>{}{}</blockquote>".format, inner, inner),
        st.builds("<ul><li>{}</li><li><p>{}</p>{}</li></ul>".format, texts, inline, inner),
        st.builds("<ol><li>{}<ul><li>{}</li></ul></li><li><p>{}</p>{}</li></ol>".format, texts, texts, inline, inner),
        st.builds("<h3>{}</h3>{}".format, texts, inner),
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(blocks, min_size=1, max_size=3).map("".join))
def test_whatever_is_written_in_the_page(html: str) -> None:
    assert elements(GITHUB.render(markdown(html))) == elements(html), markdown(html)
