"""What each element is to the reader: how its text is read, and what it says of the lines inside."""

from __future__ import annotations

# What is done with a node; the order matters to `walk.Walk.run`. Up to BLOCK it is known at once how an element's text
# is read, up to READING its surroundings or what is inside decide.
IGNORED, TEXT, INLINE, LINK, BLOCK, CONTROL, CUSTOM, TYPED, QUOTED, READING = range(10)
BREAK, PICTURE, FRAME, FORMULA, NOTED = range(10, 15)

ACTIONS = {
    name: action
    for action, names in {
        TEXT: "-text",
        LINK: "a",
        CONTROL: "button label",
        TYPED: "code kbd samp tt",
        QUOTED: "q",
        READING: "rt",
        FRAME: "iframe",
        BREAK: "br",
        NOTED: "link meta script title",
        FORMULA: "math",
        IGNORED: "-comment -doctype base basefont bgsound col colgroup datalist frame noembed noframes param source"
        " style template track",
        PICTURE: "area audio canvas embed img input object select svg textarea video",
        INLINE: "abbr acronym b bdi bdo big blink cite data del dfn em font head i ins map mark meter nobr output"
        " picture progress rb rp ruby s slot small span strike strong sub sup time u var wbr",
        BLOCK: "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
        " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main marquee menu"
        " nav noscript ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul"
        " xmp",
    }.items()
    for name in names.split()
}


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = _tags("dl menu ol ul")
TIGHT = _tags("dd dt li")  # no blank line between two of these in one list
PREFORMATTED = _tags("listing plaintext pre xmp")
LISTINGS = _tags("code kbd samp tt")  # where they are blocks, with a line end where the page has a break or a block
SHAPING = frozenset({*HEADINGS, *PREFORMATTED, *LISTINGS, *LISTS, "dialog", "li", "noscript", "td", "th"})
PARAGRAPHS = frozenset({*HEADINGS, "caption", "dt", "figcaption", "legend", "p", "pre", "summary"})
SECTIONS = _tags(
    "article aside blockquote body details dialog dl figure footer form header main nav ol section table ul"
)
NO_CONTAINERS = _tags("p pre tbody tfoot thead tr")
TABLE, ROW, CELL, ITEM = _tags("table"), _tags("table tr"), _tags("td th"), _tags("li")

STRONG, EMPHASIS, CODE, HREF, RAW = "**", "*", "`", "[", ""
MARKS = {
    tag: mark
    for mark, tags in {STRONG: "b strong", EMPHASIS: "em i", CODE: "code kbd samp tt", HREF: "a"}.items()
    for tag in tags.split()
}
"""Elements that Markdown has a mark for."""
