"""Tells HTML from plain text when nobody has said which it is."""

from __future__ import annotations

import re

from cleaner.model import Kind

_HEAD = 4_096  # characters; a page declares itself early, and text about markup quotes it later
_DOCUMENT = re.compile(
    r"\s*(?:\ufeff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_BLOCK = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|article|section|main|br|meta|title|script)\b[^<>]{0,500}>", re.I)


def detect(text: str) -> Kind:
    """Judge by the beginning: a document element, or a fragment that begins with a tag and has several block elements.

    An article that mentions `<p>` in its prose is text.

    >>> detect("<!doctype html><p>Hello"), detect("<p>One.</p><p>Two.</p>"), detect("Write <p> before a paragraph.")
    ('html', 'html', 'text')
    """
    head = text[:_HEAD]
    if _DOCUMENT.match(head):
        return "html"
    if head.lstrip("\ufeff \t\r\n").startswith("<") and len(_BLOCK.findall(head)) >= 2:
        return "html"
    return "text"
