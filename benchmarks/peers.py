"""The other programs, each as a function from a page to the text that it calls the article.

Each is imported when it is asked for, so that a missing one costs its own row alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.metadata import version

_LANGUAGES = "ar bg ca cs da de el en es et fa fi fr he hi hr hu id it ko lt lv nl pl pt ro ru sk sl sv tr uk".split()
_DECLARED = re.compile(r"<html[^>]*\blang\s*=\s*[\"']?([A-Za-z]{2})")

Extract = Callable[[str | bytes, str | None], str]
"""From a page and its URL to the text of the article."""


def cleaner_html() -> Extract:
    """Give cleaner with its defaults, on HTML."""
    import cleaner

    return lambda page, url: cleaner.clean(page, kind="html", url=url).text


def cleaner_text() -> Extract:
    """Give cleaner with its defaults, on text."""
    import cleaner

    return lambda page, url: cleaner.clean(page, kind="text", url=url).text


def trafilatura_as(**options: bool) -> Callable[[], Extract]:
    """Give trafilatura with some options."""

    def make() -> Extract:
        import trafilatura

        return lambda page, url: trafilatura.extract(page, include_comments=False, **options) or ""

    return make


def readability() -> Extract:
    """Give readability-lxml, its HTML turned into text."""
    from lxml import html
    from readability import Document

    def extract(page: str | bytes, url: str | None) -> str:
        body = Document(_text(page)).summary(html_partial=True)
        return _lines(html.fromstring(body)) if body.strip() else ""

    return extract


def resiliparse() -> Extract:
    """Give resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def extract(page: str | bytes, url: str | None) -> str:
        text = page if isinstance(page, str) else bytes_to_str(page, detect_encoding(page))
        return str(extract_plain_text(text, main_content=True, alt_texts=False))

    return extract


def justext() -> Extract:
    """Give jusText with the stop list of the language that the page declares, else the English one."""
    import justext as peer
    from babel import Locale

    known = {Locale(code).english_name: code for code in _LANGUAGES}
    stoplists = {code: peer.get_stoplist(name) for name, code in known.items() if name in peer.get_stoplists()}

    def extract(page: str | bytes, url: str | None) -> str:
        declared = _DECLARED.search(_text(page)[:20_000])
        code = declared[1].lower() if declared else "en"
        paragraphs = peer.justext(page, stoplists.get(code, stoplists["en"]))
        return "\n".join(p.text for p in paragraphs if not p.is_boilerplate)

    return extract


def newspaper4k() -> Extract:
    """Give newspaper4k's text."""
    from newspaper import Article

    def extract(page: str | bytes, url: str | None) -> str:
        article = Article(url or "https://example.org/", fetch_images=False)
        article.download(input_html=_text(page))
        article.parse()
        return str(article.text)

    return extract


def everything() -> Extract:
    """Give the text as it comes."""
    return lambda page, url: _text(page)


def c4_lines() -> Extract:
    """Give datatrove's C4 line filter."""
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter

    lines = C4QualityFilter(filter_no_terminal_punct=True)

    def extract(page: str | bytes, url: str | None) -> str:
        document = Document(text=_text(page), id="")
        lines.filter(document)
        return str(document.text)

    return extract


HTML: dict[str, tuple[str, Callable[[], Extract]]] = {
    "cleaner": ("boilerplate-cleaner", cleaner_html),
    "trafilatura": ("trafilatura", trafilatura_as()),
    "trafilatura, fast": ("trafilatura", trafilatura_as(fast=True)),
    "trafilatura, precision": ("trafilatura", trafilatura_as(favor_precision=True)),
    "readability-lxml": ("readability-lxml", readability),
    "resiliparse": ("resiliparse", resiliparse),
    "newspaper4k": ("newspaper4k", newspaper4k),
    "jusText": ("jusText", justext),
}
"""What reads HTML: name -> (distribution, maker)."""

TEXT: dict[str, tuple[str, Callable[[], Extract]]] = {
    "cleaner": ("boilerplate-cleaner", cleaner_text),
    "as it comes": ("", everything),
    "C4 line filter (datatrove)": ("datatrove", c4_lines),
}
"""What reads text."""


def versions() -> dict[str, str]:
    """Give the version of every distribution whose program is measured."""
    names = sorted({name for name, _ in (*HTML.values(), *TEXT.values()) if name})
    return {name: version(name) for name in names}


def _text(page: str | bytes) -> str:
    return page if isinstance(page, str) else page.decode("utf-8", "replace")


def _lines(tree: object) -> str:
    """Text of an lxml tree, a line a block."""
    blocks = tree.xpath("//p|//li|//h1|//h2|//h3|//h4|//h5|//h6|//blockquote|//pre|//td|//th")  # type: ignore[attr-defined]
    leaves = [block for block in blocks if not block.xpath(".//p|.//li|.//blockquote|.//pre")]
    texts = (re.sub(r"\s+", " ", block.text_content()).strip() for block in leaves or [tree])
    return "\n".join(text for text in texts if text)
