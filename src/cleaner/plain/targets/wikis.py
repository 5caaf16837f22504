"""Links of other markup than Markdown, with text and target in one pair of brackets or quotation marks.

    [[/f][ferry]]    [[f/|ferry]]    [https://… ferry]    [ferry|https://…]    link:/f[ferry]    "ferry":/f

Org, MediaWiki and DokuWiki, MediaWiki's external links, Jira, AsciiDoc and Textile; their pictures alike. A text in one
of them has many such links; one or two are an article's about markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.once import compiled
from cleaner.plain.targets.addresses import ADDRESS, FLAGS

_TEXT = r"( (?: [^\[\]|] | !\[ [^\[\]]* \]\(\#\) )* )"  # with pictures, which are Markdown's by then
_URL = r"(?: https?:// | mailto: | / )"


@dataclass(frozen=True, slots=True)
class Form:
    """What links and pictures look like, `opener` what a line opens without closing it; `signs` are cheap to count."""

    opener: re.Pattern[str]
    link: re.Pattern[str]
    picture: re.Pattern[str]
    signs: tuple[str, ...]


def _form(opener: str, link: str, picture: str, *signs: str) -> Form:
    return Form(compiled(opener, FLAGS), compiled(link, FLAGS), compiled(picture, FLAGS), signs)


_NONE = "(?!)"
_FORMS = (
    _form(  # Org
        r"\[\[ [^\[\]]* (?: \]\[ [^\[\]]* )? $",
        rf"\[\[ [^\[\]]+ \]\[ {_TEXT} \]\]",
        r"\[\[ (?: data: | file: | https?:// | \.?/ ) [^\[\]]* \]\]",
        "][",
    ),
    _form(  # MediaWiki, DokuWiki
        r"(?: \[\[ | \{\{ ) [^\[\]{}]* $",
        rf"\[\[ [^\[\]|]+ \| {_TEXT} \]\]",
        r"\[\[ (?: File | Image ): [^\[\]|]* (?: \| ( [^\[\]]* ) )? \]\] | \{\{ [^{}|]* (?: \| ( [^{}]* ) )? \}\}",
        "[[",
    ),
    _form(  # MediaWiki, elsewhere
        r"\[ https?:// [^\[\]]* $",
        r"\[ https?://[^\s\[\]]+ \s ( [^\[\]]+ ) \]",
        _NONE,
        "[http",
    ),
    _form(  # Jira
        r"\[ [^\[\]|]* (?: \| [^\[\]]* )? $",
        rf"\[ {_TEXT} \| (?= {ADDRESS} ) [^\[\]|\s]+ \]",
        rf"! (?: data: | {_URL} ) [^!\s|]* (?: \| ( [^!]* ) )? !",
        *("|/", "|h", "|#", "|m", "|."),
    ),
    _form(  # AsciiDoc
        r"[:/] [^\s\[\]]{0,200} \[ [^\[\]]* $",
        r"(?: link: | (?<![\[(\w:]) (?= https?:// | mailto: ) ) [^\s\[\]]{1,2000} \[" + _TEXT + r"\]",
        r"(?<! [^\s\[] ) image: [^\s\[\]]+ \[ ( [^\[\]]* ) \]",
        *("link:", "://", "mailto:"),
    ),
    _form(  # Textile
        _NONE,
        rf'"(?! \s ) ( [^"]+ ) ": (?= {_URL} ) [^\s"\[\]]+',
        rf"! (?: \( ( [^()]* ) \) )? (?: data: | {_URL} ) [^!\s]* !",
        '":',
    ),
)

_LEAST = 10  # links


def may_have(text: str) -> bool:
    """Whether a text may have such links; cheap."""
    return ('":' in text and text.count('":') >= _LEAST) or (text.count("[") >= _LEAST and form([text]) is not None)


def is_open(text: str, form: Form) -> bool:
    """Whether a text ends inside of such a link."""
    return form.opener.search(text) is not None


def form(texts: Sequence[str]) -> Form | None:
    """Which of the forms the links of a text have, if they are many.

    >>> form(["[[/ferry][Ferry]] and [[/bridge][bridge]]"] * 5) is _FORMS[0], form(["[[/ferry][Ferry]]", "[[sic]]"])
    (True, None)
    """
    text = "\n".join(texts)
    likely = (form for form in _FORMS if sum(map(text.count, form.signs)) >= _LEAST)
    return next((form for form in likely if len(form.link.findall(text)) >= _LEAST), None)


def resolved(text: str, form: Form) -> str:
    """A line with its links and pictures as Markdown has them.

    >>> org, wiki, elsewhere, jira, asciidoc, textile = _FORMS
    >>> resolved("Take the [[/f][ferry]].", org), resolved("[[f/|Ferry]][[File:f.jpg|A ferry]]", wiki)
    ('Take the [ferry](#).', '[Ferry](#)![A ferry](#)')
    >>> resolved("Take the [https://example.org ferry].", elsewhere), resolved("[Ferry|/f] !/f.jpg|alt=A ferry!", jira)
    ('Take the [ferry](#).', '[Ferry](#) ![alt=A ferry](#)')
    >>> resolved("Take the link:/f[ferry].", asciidoc), resolved('"Ferry":/f !(A ferry)/f.jpg!', textile)
    ('Take the [ferry](#).', '[Ferry](#) ![A ferry](#)')
    """
    text = form.picture.sub(lambda found: f"![{next(filter(None, found.groups()), '')}](#)", text)
    return form.link.sub(lambda found: f"[{found[1].strip()}](#)", text)
