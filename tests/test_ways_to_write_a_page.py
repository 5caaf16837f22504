"""One article, written in the ways in which pages are: the same body comes of each, and none of what is around it."""

import pytest

import cleaner
from cleaner import markup
from cleaner.config import Config
from cleaner.decode.kind import detect

SENTENCES = [
    "The council of Harwick voted on Monday to close the old bridge, which engineers had called unsafe in a report.",
    "“We had no choice,” said the mayor, who has governed the town for six years and opposed the closure until now.",
    "Traffic will be led over the northern road until a new bridge is built, which should take at least two years.",
    "Shop owners on the eastern bank fear for their trade; several of them came to the meeting with a petition.",
    "The ferry, which stopped running in the spring of last year, may come back if the county pays for it.",
    "Engineers found cracks in two of the five pillars, the report says, and rust in the cables of the roadway.",
]
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
ARTICLE = f"<article><h1>Bridge closed</h1>{PARAGRAPHS}</article>"
LINKS = "".join(f"<a href=/{name}>{name}</a>" for name in ("Home", "News", "Sport", "Weather", "Culture", "Contact"))
MENU = "<nav><ul>" + LINKS.replace("<a", "<li><a") + "</ul></nav>"
RELATED = "<div class=related><h3>More</h3><ul>{}</ul></div>".format(
    "".join(f"<li><a href=/{n}>Ferry number {n} runs again after repairs</a>" for n in range(5))
)
AMP = f"""<!doctype html><html ⚡ lang=en><head><style amp-boilerplate>body{{visibility:hidden}}</style>
<noscript><style amp-boilerplate>body{{visibility:visible}}</style></noscript>
<script async custom-element=amp-sidebar src=x></script></head>
<body><amp-sidebar id=side layout=nodisplay><ul>{LINKS.replace("<a", "<li><a")}</ul></amp-sidebar>
<header><a href=/><amp-img src=logo.png></amp-img></a></header>
<article><h1>Bridge closed</h1><amp-img src=a.jpg><noscript><img src=a.jpg></noscript></amp-img>
<p>{"</p><amp-ad type=x></amp-ad><p>".join(SENTENCES)}</p><amp-social-share type=mail></amp-social-share></article>
<amp-analytics><script type=application/json>{{"a": 1}}</script></amp-analytics></body></html>"""

PAGES = {
    # Near misses: what is there twice, or is no article, is not read
    "copied into noscript": f"{MENU}<article>{PARAGRAPHS}<noscript>{PARAGRAPHS}</noscript></article>",
    "beside a template": f"{MENU}{ARTICLE}<template><p>Hello {{name}}, {{n}} comments wait for you.</p></template>",
    "plain": MENU + ARTICLE + RELATED,
    "AMP": AMP,
    "parted by br": f"{MENU}<div id=text><h1>Bridge closed</h1>{'<br><br>'.join(SENTENCES)}</div>{RELATED}",
    "soup of div": "<div><div>{}</div><div>{}</div></div>{}".format(
        LINKS.replace("<a", "<div><a").replace("</a>", "</a></div>"),
        "".join(f"<div><div><span>{sentence}</span></div></div>" for sentence in SENTENCES),
        RELATED,
    ),
    "cells of a layout": f"<table><tr><td>{LINKS}<td>{PARAGRAPHS}<td>{RELATED}</table>",
    "in noscript only": f"{MENU}<div id=app></div><noscript>{ARTICLE}</noscript>",
    "in a template only": f"{MENU}<template>{ARTICLE}</template><script>show()</script>",
    "in a shadow root": f"{MENU}<my-story><template shadowrootmode=open>{ARTICLE}</template></my-story>",
    "in a shadow root beside much else": f"{MENU}<my-story><template shadowrootmode=open>{ARTICLE}<template><p>{{n}}"
    f"</template></template></my-story>{RELATED * 9}",
    "beside frames": f"<frameset><frame src=menu><frame src=text><noframes>{ARTICLE}</noframes></frameset>",
    "hidden until a script runs": f"{MENU}<div style='display:none'>{ARTICLE}</div><script>show()</script>",
    "custom elements": f"{MENU}<my-story>{PARAGRAPHS.replace('<p', '<my-text').replace('/p>', '/my-text>')}</my-story>",
    "tags left open": f"<ul>{LINKS.replace('<a', '<li><a')}</ul><article>{PARAGRAPHS.replace('</p>', '')}",
    "a fragment": PARAGRAPHS,
}


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_the_article_is_found_however_it_is_written(html: str) -> None:
    done = cleaner.clean(html, kind="html")
    assert [line for line in done.text.split("\n") if line and line != "Bridge closed"] == SENTENCES
    assert not {"empty", "truncated"} & set(done.flags)
    assert cleaner.restore(done.text, done.to_dict()) == html


def test_what_stands_in_for_an_amp_component_is_hidden() -> None:
    page = markup.read(
        "<p placeholder>Text</p><amp-list><p placeholder>Loading</p><p fallback>No list</p><p>List</p></amp-list>"
    )
    assert page.texts == ("Text", "Loading", "No list", "List")
    assert page.dom is not None
    assert page.dom.hidden == (False, True, True, False)


MARKDOWN = """<div id="page">

<div class="menu">

- [Home](/home)
- [News](/news)

</div>

# Bridge closed

<figure>
<img src="/bridge.jpg" alt="The old bridge" />
<figcaption>The old bridge</figcaption>
</figure>

{}

</div>
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Elements, however they are laid out.
        (f"<div>{PARAGRAPHS}</div>", "html"),
        (f"<div>\n\n{PARAGRAPHS}\n\n</div>", "html"),
        ("<div>\n\n<div>\n\n" + "\n\n".join(f"<p>{one}</p>" for one in SENTENCES) + "\n\n</div></div>", "html"),
        ("<div>\n\n<section>\n\n" + "\n\n".join(f"    {one}" for one in SENTENCES) + "\n\n</section></div>", "html"),
        ("<div><p>One.</p></div>\n\nTwo words.", "html"),
        ("<style>p { a: b }\n\nh1 { a: b }</style>\n\n<p>One.</p><p>Two.</p>\n\n" + "\n\n".join(SENTENCES), "html"),
        ("<!doctype html>\n\n" + MARKDOWN.format("\n\n".join(SENTENCES)), "html"),
        # Text between tags.
        (MARKDOWN.format("\n\n".join(SENTENCES)), "text"),
        (MARKDOWN.format("\r\n\r\n".join(SENTENCES)).replace("\n", "\r\n"), "text"),
        ("<div>\n\n<div>\n\n== Bridge ==\n\n" + "\n\n".join(SENTENCES) + "\n\n</div>\n\n</div>", "text"),
        ("<h2>Bridge</h2><br>\n\n" + "\n\n".join(SENTENCES), "text"),  # as editors of blogs take it
    ],
)
def test_text_with_tags_between_its_blocks_is_text(text: str, kind: str) -> None:
    assert detect(text) == kind


def test_the_article_in_markdown_between_tags_is_found() -> None:
    done = cleaner.clean(MARKDOWN.format("\n\n".join(SENTENCES)))
    assert done.text.endswith("\n\n".join(SENTENCES))
    assert "News" not in done.text


def test_the_caption_in_markdown_between_tags_is_none_of_the_article() -> None:
    done = cleaner.clean(MARKDOWN.format("\n\n".join(SENTENCES)))
    assert "The old bridge" not in done.text.split("\n\n")


CYRILLIC = "Мост закрыли в понедельник, сообщил мэр города после заседания совета."


@pytest.mark.parametrize(
    ("data", "config"),
    [
        (f"<article><p>{CYRILLIC}".encode("koi8-r"), Config(encoding="koi8-r")),
        (f"<meta charset=utf-8><article><p>{CYRILLIC}".encode("koi8-r"), Config(encoding="koi8-r")),  # the caller knows
        (f"<meta charset=koi8-r><article><p>{CYRILLIC}".encode("koi8-r"), Config()),
        (
            b"\xff\xfe" + f"<meta charset=koi8-r><article><p>{CYRILLIC}".encode("utf-16-le"),
            Config(),
        ),  # so does the mark
    ],
    ids=["header", "header against meta", "meta", "byte order mark against meta"],
)
def test_a_page_is_decoded_as_its_header_its_mark_or_its_meta_says(data: bytes, config: Config) -> None:
    assert CYRILLIC in cleaner.clean(data, kind="html", config=config).text
