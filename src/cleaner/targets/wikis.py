"""Links of other markup than Markdown, with text and target in one pair of brackets or quotation marks.

    [[/f][ferry]]    [[f/|ferry]]    [https://… ferry]    [ferry|https://…]    link:/f[ferry]    "ferry":/f

Org, MediaWiki and DokuWiki, MediaWiki's external links, Jira, AsciiDoc and Textile; their pictures alike. A text in one
of them has many such links; one or two are an article's about markup.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.once import compiled
from cleaner.targets.addresses import ADDRESS, FLAGS

_TEXT = r"( (?: [^\[\]|] | !\[ [^\[\]]* \]\(\#\) )* )"  # with pictures, which are Markdown's by then
_URL = r"(?: https?:// | mailto: | / )"
_FORMS = tuple(
    (compiled(opener, FLAGS), compiled(link, FLAGS), compiled(picture, FLAGS))
    for opener, link, picture in (
        (  # Org
            r"\[\[ [^\[\]]* (?: \]\[ [^\[\]]* )? $",
            rf"\[\[ [^\[\]]+ \]\[ {_TEXT} \]\]",
            r"\[\[ (?: data: | file: | https?:// | \.?/ ) [^\[\]]* \]\]",
        ),
        (  # MediaWiki, DokuWiki
            r"(?: \[\[ | \{\{ ) [^\[\]{}]* $",
            rf"\[\[ [^\[\]|]+ \| {_TEXT} \]\]",
            r"\[\[ (?: File | Image ): [^\[\]|]* (?: \| ( [^\[\]]* ) )? \]\] | \{\{ [^{}|]* (?: \| ( [^{}]* ) )? \}\}",
        ),
        (r"\[ https?:// [^\[\]]* $", r"\[ https?://[^\s\[\]]+ \s ( [^\[\]]+ ) \]", r"(?!)"),  # MediaWiki, elsewhere
        (  # Jira
            r"\[ [^\[\]|]* (?: \| [^\[\]]* )? $",
            rf"\[ {_TEXT} \| (?= {ADDRESS} ) [^\[\]|\s]+ \]",
            rf"! (?: data: | {_URL} ) [^!\s|]* (?: \| ( [^!]* ) )? !",
        ),
        (  # AsciiDoc
            r"[:/] [^\s\[\]]{0,200} \[ [^\[\]]* $",
            r"(?: link: | (?<![\[(\w:]) (?= https?:// | mailto: ) ) [^\s\[\]]{1,2000} \[" + _TEXT + r"\]",
            r"(?<! [^\s\[] ) image: [^\s\[\]]+ \[ ( [^\[\]]* ) \]",
        ),
        (  # Textile
            r"(?!)",
            rf'"(?! \s ) ( [^"]+ ) ": (?= {_URL} ) [^\s"\[\]]+',
            rf"! (?: \( ( [^()]* ) \) )? (?: data: | {_URL} ) [^!\s]* !",
        ),
    )
)  # fmt: skip
# What each link has, in the same order: cheap to count.
_SIGNS = (("][",), ("[[",), ("[http",), ("|/", "|h", "|#", "|m", "|."), ("link:", "://", "mailto:"), ('":',))

_LEAST = 10  # links


def may_have(text: str) -> bool:
    """Whether a text may have such links; cheap."""
    return ('":' in text and text.count('":') >= _LEAST) or (text.count("[") >= _LEAST and _form(text) is not None)


def is_open(text: str, form: int) -> bool:
    """Whether a text ends inside of such a link."""
    return _FORMS[form][0].search(text) is not None


def form(texts: Sequence[str]) -> int | None:
    """Which of the forms the links of a text have, if they are many.

    >>> form(["[[/ferry][Ferry]] and [[/bridge][bridge]]"] * 5), form(["[[/ferry][Ferry]]", "[[sic]]"])
    (0, None)
    """
    return _form("\n".join(texts))


def _form(text: str) -> int | None:
    for number, signs in enumerate(_SIGNS):
        if sum(map(text.count, signs)) >= _LEAST and len(_FORMS[number][1].findall(text)) >= _LEAST:
            return number
    return None


def resolved(text: str, form: int) -> str:
    """A line with its links and pictures as Markdown has them.

    >>> resolved("Take the [[/f][ferry]].", 0), resolved("[[f/|Ferry]][[File:f.jpg|A ferry]]", 1)
    ('Take the [ferry](#).', '[Ferry](#)![A ferry](#)')
    >>> resolved("Take the [https://example.org ferry].", 2), resolved("[Ferry|/f] !/f.jpg|alt=A ferry!", 3)
    ('Take the [ferry](#).', '[Ferry](#) ![alt=A ferry](#)')
    >>> resolved("Take the link:/f[ferry].", 4), resolved('"Ferry":/f !(A ferry)/f.jpg!', 5)
    ('Take the [ferry](#).', '[Ferry](#) ![A ferry](#)')
    """
    _, link, picture = _FORMS[form]
    text = picture.sub(lambda found: f"![{next(filter(None, found.groups()), '')}](#)", text)
    return link.sub(lambda found: f"[{found[1].strip()}](#)", text)
