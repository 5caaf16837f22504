"""Links of other markup than Markdown, with text and target in one pair of brackets or quotation marks.

    [[/f][ferry]]    [[f/|ferry]]    [https://… ferry]    [ferry|https://…]    link:/f[ferry]    "ferry":/f

Org, MediaWiki and DokuWiki with the links of MediaWiki to elsewhere, Jira, AsciiDoc and Textile; their pictures alike.
A text in one of them has many such links; one or two are an article's about markup. Where it has, its headings are read
as well: `* Ferry` of Org, `= Ferry =` of MediaWiki, `== Ferry` of AsciiDoc, `h2. Ferry` of Jira and Textile.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.once import compiled
from cleaner.plain.targets.addresses import ADDRESS, FLAGS

_TEXT = r"( (?: [^\[\]|] | !\[ [^\[\]]* \]\(\#\) )* )"  # with pictures, which are Markdown's by then
_WORDS = _TEXT.replace("|]", "]", 1)  # among them a bar, which parts nothing here
_URL = r"(?: https?:// | mailto: | / )"


@dataclass(frozen=True, slots=True)
class Form:
    """What links, pictures and headings look like, `opener` what a line opens without closing it.

    The `signs` are cheap to count.
    """

    opener: re.Pattern[str]
    link: re.Pattern[str]
    picture: re.Pattern[str]
    heading: re.Pattern[str]
    signs: tuple[str, ...]


def _form(opener: str, link: str, picture: str, heading: str, *signs: str) -> Form:
    return Form(
        compiled(opener, FLAGS), compiled(link, FLAGS), compiled(picture, FLAGS), compiled(heading, FLAGS), signs
    )


_NONE = "(?!)"
_NAMED = r"^ h (?P<level> [1-6] ) (?: \([^()]*\) )? \. \s (?P<text> \S.* )"
_FORMS = (
    _form(  # Org
        r"\[\[ [^\[\]]* (?: \]\[ [^\[\]]* )? $",
        rf"\[\[ [^\[\]]+ \]\[ {_TEXT} \]\]",
        r"\[\[ (?: data: | file: | https?:// | \.?/ ) [^\[\]]* \]\]",
        r"^ (?P<marks> \*{2,} ) \s (?P<text> \S.* )",  # one alone is Markdown's mark of an item as well
        "][",
    ),
    _form(  # MediaWiki, DokuWiki
        r"(?: \[\[ | \{\{ ) [^\[\]{}]* $ | \[ https?:// [^\[\]]* $",
        rf"\[\[ [^\[\]|]+ \| {_TEXT} \]\] | (?<!\[) \[ https?://[^\s\[\]]+ \s {_WORDS} \]",
        r"\[\[ (?: File | Image ): [^\[\]|]* (?: \| ( [^\[\]]* ) )? \]\] | \{\{ [^{}|]* (?: \| ( [^{}]* ) )? \}\}",
        r"^ (?P<marks> ={1,6} ) \s? (?P<text> [^\s=] .* [^\s=] ) \s? (?P=marks) $",
        *("[[", "[http"),
    ),
    _form(  # Jira
        r"\[ [^\[\]|]* (?: \| [^\[\]]* )? $",
        rf"\[ {_TEXT} \| (?= {ADDRESS} ) [^\[\]|\s]+ \]",
        rf"! (?: data: | {_URL} ) [^!\s|]* (?: \| ( [^!]* ) )? !",
        _NAMED,
        *("|/", "|h", "|#", "|m", "|."),
    ),
    _form(  # AsciiDoc
        r"[:/] [^\s\[\]]{0,200} \[ [^\[\]]* $",
        r"(?: link: | (?<![\[(\w:]) (?= https?:// | mailto: ) ) [^\s\[\]]{1,2000} \[" + _TEXT + r"\]",
        r"(?<! [^\s\[] ) image: [^\s\[\]]+ \[ ( [^\[\]]* ) \]",
        r"^ (?P<marks> ={1,6} ) \s (?P<text> [^\s=] .* )",
        *("link:", "://", "mailto:"),
    ),
    _form(  # Textile
        _NONE,
        rf'"(?! \s ) ( [^"]+ ) ": (?= {_URL} ) [^\s"\[\]]+',
        rf"! (?: \( ( [^()]* ) \) )? (?: data: | {_URL} ) [^!\s]* !",
        _NAMED,
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
    """A line with its links, pictures and headings as Markdown has them.

    >>> org, wiki, jira, asciidoc, textile = _FORMS
    >>> resolved("Take the [[/f][ferry]].", org), resolved("[[f/|Ferry]][[File:f.jpg|A ferry]]", wiki)
    ('Take the [ferry](#).', '[Ferry](#)![A ferry](#)')
    >>> resolved("Take the [https://example.org ferry].", wiki), resolved("[Ferry|/f] !/f.jpg|alt=A ferry!", jira)
    ('Take the [ferry](#).', '[Ferry](#) ![alt=A ferry](#)')
    >>> resolved("Take the link:/f[ferry].", asciidoc), resolved('"Ferry":/f !(A ferry)/f.jpg!', textile)
    ('Take the [ferry](#).', '[Ferry](#) ![A ferry](#)')
    >>> [resolved("== Ferry ==", wiki), resolved("*** Ferry", org), resolved("h2. Ferry", jira), resolved("==", wiki)]
    ['## Ferry', '### Ferry', '## Ferry', '==']
    """
    text = form.picture.sub(lambda found: f"![{_said(found)}](#)", text)
    text = form.link.sub(lambda found: f"[{_said(found).strip()}](#)", text)
    return form.heading.sub(_heading, text) if text.startswith(("*", "=", "h")) else text


def _said(found: re.Match[str]) -> str:
    """The text of a link or picture, in whichever of its forms."""
    return next(filter(None, found.groups()), "")


def _heading(found: re.Match[str]) -> str:
    named = found.groupdict()
    level = int(named["level"]) if "level" in named else len(named["marks"])
    return f"{'#' * level} {named['text']}"
