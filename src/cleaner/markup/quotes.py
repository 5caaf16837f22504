"""The marks around what is quoted in an element `q`: browsers write them, in the language of the element.

They know them from CLDR (44, `quotationStart` to `alternateQuotationEnd`): the outer pair, and the pair for a quotation
inside another. Languages that write as English does are not in the table.

Why not more: what style sheets put there instead is seen by browsers alone.
"""

from __future__ import annotations

from typing import Any

_OTHERS = "“”‘’"
_MARKS = {
    language: marks
    for marks, languages in {
        "„“‚‘": "bs-cyrl cs de dsb hr hsb is lb lt mk sk sl",
        "„“‘’": "bg sr",
        "„“«»": "et ka",
        "„”»«": "hu",
        "„”«»": "pl ro",
        "«»‹›": "am de-ch fa fr-ch gsw it-ch ti",
        "«»„“": "be os ru sah uk",
        "«»“”": "ast ca el es fr hy it mt pt-pt sq",
        "«»‘’": "nb nn no",
        "””’’": "fi he sv",
        "”“’‘": "ar ur",
        "‘’“”": "cy nl",
        "「」『』": "ja yue zh-hant zh-hk zh-mo zh-tw",
    }.items()
    for language in languages.split()
}
_WRITTEN = frozenset("".join(_MARKS.values()) + _OTHERS + "\"'")  # by the page itself
_FAR = 64  # elements around; what stands deeper is in no language, and quoted in nothing


def add_marks(node: Any) -> None:
    """Put marks into an element `q`, as its first and last text, unless the page has written them itself."""
    text, before = node.text().strip(), node.prev
    if not text or _WRITTEN.issuperset((text[0], text[-1])):
        return
    begins = before is not None and before.prev is None and node.parent.tag == "q"  # after marks that stand there now
    if before is not None and not begins and before.tag == "-text" and before.text()[-1:] in _WRITTEN:
        return
    language, depth = _around(node)
    marks, inner = _of(language), 2 * (depth % 2)
    node.first_child.insert_before(marks[inner])
    node.last_child.insert_after(marks[inner + 1])


def _around(node: Any) -> tuple[str, int]:
    """The language of an element, and how many quotations it stands in."""
    language, depth = "", 0
    for _ in range(_FAR):
        language = language or node.attributes.get("lang") or ""
        node = node.parent
        if node is None or not node.is_element_node:
            break
        depth += node.tag == "q"
    return language, depth


def _of(language: str) -> str:
    """Give the four marks of a language; those of the language at large where its region has none of its own.

    >>> _of("de-AT"), _of("de-CH"), _of("zh-Hant-TW"), _of("zh"), _of("")
    ('„“‚‘', '«»‹›', '「」『』', '“”‘’', '“”‘’')
    """
    tag = language.lower().replace("_", "-")
    while tag and tag not in _MARKS:
        tag = tag.rpartition("-")[0]
    return _MARKS.get(tag, _OTHERS)
