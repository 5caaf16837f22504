"""What an article shows in `pre` stays or goes as one, and stays where it is brief; what is not the article's goes."""

import html

import numpy as np
import pytest

from articles import ARTICLES
from cleaner import clean, markup
from cleaner.ballot import Ballot
from cleaner.features import Page
from cleaner.model import Vote
from cleaner.preformatted import whole

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
