"""What an article shows in `pre` stays or goes as one, and stays where it is brief; what is not the article's goes."""

import html
import re

import numpy as np
import pytest

from articles import ARTICLES
from cleaner import clean, markup
from cleaner.config import Config
from cleaner.decide.ballot import Ballot
from cleaner.decide.preformatted import whole
from cleaner.features import Page
from cleaner.model import Vote

SHELL = "#!/bin/sh\ntar czf /mnt/nas/home-$(date +%F).tar.gz /home\necho done"
PLAN = "+------+   +----+\n| shed |   |pond|\n+------+   +----+"
WAYS = {
    "plain": "<pre>{}</pre>",
    "code": '<div class="highlight"><pre><code class="language-sh">{}</code></pre></div>',
    "figure": "<figure><pre><span>{}</span></pre></figure>",
    "a button to copy": "<div><span>bash</span><button>Copy code</button></div><pre>{}</pre>",
    "numbers beside": "<table><tr><td><pre>1\n2\n3</pre></td><td><pre>{}</pre></td></tr></table>",
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("language", ["en", "de", "ja", "ru"])
@pytest.mark.parametrize("code", [SHELL, "git reset --soft HEAD~1", PLAN], ids=["shell", "one line", "plan"])
def test_code_between_the_paragraphs_of_a_brief_article_stays(code: str, language: str, way: str) -> None:
    paragraphs = [f"<p>{line}</p>" for line in ARTICLES[language].split("\n") if line]
    paragraphs.insert(1, way.format(html.escape(code)))
    menu = "".join(f"<li><a href=/{word}>{word}</a></li>" for word in ("Home", "News", "Sport", "Culture"))
    page = f"<html><body><nav><ul>{menu}</ul></nav><main><h1>A note</h1>{''.join(paragraphs)}</main></body></html>"
    done = clean(page, kind="html")
    assert code in done.text
    assert "Culture" not in done.text
    assert clean(done.text, kind="text").text == done.text


LINES = ("def fare(age):", "    if age < 6:", "        return 0", "", "    return 4.5  # crowns")
LISTING = "\n".join(LINES)


def shown(page: str) -> str:
    """Write what stands in `[[ ]]` for each line: its number `{n}`, its text `{line}` or, with `&nbsp;`, `{typed}`."""

    def each(form: re.Match[str]) -> str:
        made = []
        for number, line in enumerate(LINES, 1):
            text = html.escape(line.lstrip())
            indent = len(line) - len(line.lstrip())
            made.append(form[1].format(n=number, line=" " * indent + text, typed="&nbsp;" * indent + text))
        return "".join(made)

    return re.sub(r"\[\[(.*?)\]\]", each, page, flags=re.DOTALL)


SHOWN = {
    "rows": "<pre><code><table class=hljs-ln>[[<tr><td class=hljs-ln-numbers><div>{n}</div><td>{line} </tr>]]"
    "</table></code></pre>",
    "numbered rows": "<table class='blob-wrapper data'>[[<tr><td class=blob-num data-line-number={n}></td>\n"
    "<td class=blob-code><span>{line}</span></td></tr>\n]]</table>",
    "rows with a pre": "<pre><code><table>[[<tr class=lineno><td class=gl><pre class=lineno>{n}</pre>"
    "<td><pre>{line}</pre></tr>]]</table></code></pre>",
    "columns": "<div class=syntaxhighlighter><table><tr><td class=gutter>[[<div class=line>{n}</div>]]"
    "<td class=code><div>[[<div class=line><code>{typed}</code></div>]]</div></table></div>",
    "columns of blocks": "<div class=crayon-syntax><table><tr><td>[[<div class=crayon-num>{n}</div>]]"
    "<td class=crayon-code><div class=crayon-pre>[[<div>{typed}</div>]]</div></table></div>",
    "items": "<pre class='prettyprint linenums'><ol class=linenums>[[<li><span>{line}</span>]]</ol></pre>",
    "items of blocks": "<div class=geshi><ol>[[<li><div>{typed}</div>]]</ol></div>",
    "numbers in the line": "<pre class=chroma>[[<span class=line><span class=ln>{n}</span>{line}\n</span>]]</pre>",
    "numbers in blocks": "<pre>[[<div><div class=gutter><div class=ln>{n}</div></div><div>{line}\n</div></div>]]</pre>",
    "an editor": "<div class=CodeMirror-code>[[<div><div class=CodeMirror-gutter-wrapper><div>{n}</div></div>"
    "<pre><span>{line}</span></pre></div>]]</div>",
    "breaks": "<div class=code>\n[[{typed}<br>\n]]</div>",
    "typed": "<p><code>[[{typed}<br>]]</code></p>",
    "spaced": "<div style='white-space: pre-wrap'>[[{line}\n]]</div>",
    "copied": "<div style='font-family: Menlo; white-space: pre'>[[<div><span>{line}</span></div>]]</div>",
}


@pytest.mark.parametrize("way", SHOWN.values(), ids=SHOWN)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_code_keeps_its_lines_and_loses_their_numbers(language: str, way: str) -> None:
    paragraphs = [f"<p>{line}</p>" for line in ARTICLES[language].split("\n") if line]
    paragraphs.insert(1, shown(way))
    done = clean(f"<html><body><main><h1>A note</h1>{''.join(paragraphs)}</main></body></html>", kind="html")
    assert f"\n\n{LISTING}\n\n" in done.text
    assert clean(done.text, kind="text").text == done.text
    assert f"```\n{LISTING}\n```" in clean(done.document.source, kind="html", config=Config(format="markdown")).text


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        # Elements that have such a name and are something else.
        ("<div class=code>SAVE20</div>", ["SAVE20"]),
        ("<div class='code-block'><p>  The bridge</p> <p>is shut.</p></div>", ["The bridge", "is shut."]),
        ("<div class='code-block code-block-1'>More: <a href=/a>a</a>\n <b>b</b></div>", ["More: a b"]),
        (f"<div class=code>{'The  bridge over the river is shut, ' * 3}<br>again</div>",
         [("The bridge over the river is shut, " * 3).strip(), "again"]),
        ("<div style='white-space:pre-line'>Two  words</div>", ["Two words"]),
        ("<p>Write <code>a  =\n1</code> or <tt>b</tt>", ["Write a = 1 or b"]),
        ("<div class=num>350</div><div class=ln>4</div>", ["350", "4"]),
        # What is numbered is no number.
        ("<pre class=line-numbers>42</pre>", ["42"]),
        ("<pre><table><tr class=lineno><td>1<td>2</table></pre>", ["1 | 2"]),
    ],
)  # fmt: skip
def test_what_is_no_code_is_read_as_ever(page: str, lines: list[str]) -> None:
    assert list(markup.read(page).texts) == lines


def test_code_of_a_comment_goes_with_it() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLES["en"].split("\n"))
    comment = (
        '<section class="comments"><h2>2 comments</h2><div class="comment"><p>reader5</p><p>12 May at 10:14</p>'
        "<p>That failed here.</p><pre>sudo ferry --force</pre><a href=#>Reply</a></div></section>"
    )
    done = clean(f"<html><body><article>{paragraphs}</article>{comment}</body></html>", kind="html")
    assert "ferry --force" not in done.text


@pytest.mark.parametrize(
    ("lines", "kept", "against", "stays"),
    [
        ("p=== p", "+---.+", (), "++++.+"),  # brief, below a paragraph
        (".===.p", ".---.+", (), ".+++.+"),  # above one, with a label between
        ("r===r", "-----", (), "-----"),  # nothing that stays touches it
        ("p" + "=" * 13 + "p", "+" + "-" * 13 + "+", (), "+" + "-" * 13 + "+"),  # long
        ("p" + "=" * 13 + "p", "+" + "+-" * 6 + "++", (), "+" * 15),  # of which half stays
        ("p==#=p", "+----+", (1,), "+-+-++"),  # a rule speaks against one line; a number alone
        ("pp", "+-", (), "+-"),
    ],
)
def test_lines_of_one_listing_are_decided_together(
    lines: str, kept: str, against: tuple[int, ...], stays: str
) -> None:
    texts = {"p": "<p>The bridge is shut.", "r": "<p>Ferry nobody wanted.", ".": "<p>Copy", "=": "a = b", "#": "12"}
    made, lines = [], lines.replace(" ", ".")
    for at, kind in enumerate(lines):
        inside = kind in "=#"
        made.append("<pre>" * (inside and lines[at - 1] not in "=#") + texts[kind] + "\n")
        made.append("</pre>" * (inside and lines[at + 1] not in "=#"))
    page = Page(markup.read("".join(made)))
    assert page.n == len(lines)
    ballot = Ballot.of(page.n, [Vote(line, "legal", "a", 2, "") for line in against])
    was = np.array([sign == "+" for sign in kept])
    assert whole(page, ballot, was).tolist() == [sign == "+" for sign in stays]
    assert was.tolist() == [sign == "+" for sign in kept]
