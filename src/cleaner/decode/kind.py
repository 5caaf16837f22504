"""Tells HTML from plain text when nobody has said which it is."""

from __future__ import annotations

import re

from cleaner.model import Kind

_HEAD = 4_096  # characters; a page declares itself early, and text about markup quotes it later
_DOCUMENT = re.compile(
    r"\s*(?:\ufeff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_BLOCK = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|article|section|main|br|meta|title|script)\b[^<>]{0,500}>", re.I)
_OF_PAGE = re.compile(r"<(?:script|style|link|meta|title|body)\b", re.I)  # no converter leaves these in a text
_PARTED = re.compile(r"\n[ \t\r]*\n")
_ENDS = re.compile(r"</(?:p|li|h[1-6])\s*>", re.I)  # of what every markup has a word for
_TAG = re.compile(r"<[^<>]*>")
_MOST = 200_000  # characters


def detect(text: str) -> Kind:
    r"""Judge by the beginning: a document element, or a fragment that begins with a tag and has several block elements.

    An article that mentions `<p>` in its prose is text, and so is one in Markdown or wiki markup that begins with tags.

    >>> detect("<!doctype html><p>Hello"), detect("<p>One.</p><p>Two.</p>"), detect("Write <p> before a paragraph.")
    ('html', 'html', 'text')
    >>> detect("<div>\n\n# The ferry\n\nIt runs [daily](/f).\n\n</div>\n\n<div>\n\n</div>")
    'text'
    """
    head = text[:_HEAD]
    if _DOCUMENT.match(head):
        return "html"
    if head.lstrip("\ufeff \t\r\n").startswith("<") and len(_BLOCK.findall(head)) >= 2:
        return "text" if _is_between_tags(text[:_MOST]) else "html"
    return "text"


def _is_between_tags(text: str) -> bool:
    """Whether more words stand in blocks of their own, with a blank line before and after them, than beside tags.

    So converters write what their language has no word for, tags alone between blank lines (CommonMark 0.31, section
    4.6), and so do editors that make paragraphs of blank lines. Why not more: what is indented may be a template's, and
    where paragraphs, headings and items are elements, what stands between them is something else.
    """
    if _OF_PAGE.search(text):
        return False
    blocks = _PARTED.split(text)
    own = [len(block.split()) for block in blocks if block[:1].strip(" \t\r\n<")]
    beside = sum([len(_TAG.sub(" ", block).split()) for block in blocks if block.lstrip().startswith("<")])
    return sum(own) > beside and len(own) > len(_ENDS.findall(text))
