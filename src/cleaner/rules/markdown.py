"""What Markdown says of a text's links, pictures and code. The tables were fitted without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.plain import linked, targets
from cleaner.rules.groups import quoted
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page

NEEDED = frozenset(("link_target",))
"""Rules for lines that no article has, but which others need that stay in a file: links need their targets."""

_RUN = 3  # lines
_EMPTY = 2  # lines of brackets with nothing in them


def markdown_picture(page: Page) -> Iterator[tuple[int, str]]:
    """A line that is a picture, or a link in which nothing is to be seen, and no more.

    Why not more: a picture inside a sentence goes without the sentence. What stands in brackets is one only where empty
    brackets show that pictures are written so; `[laughter]` is a part of a transcript.
    """
    lines = shapes(page).links
    empty = sum(map(linked.is_empty, lines)) >= _EMPTY
    for i, line in enumerate(lines):
        if linked.is_picture(line) or (empty and (linked.is_empty(line) or linked.is_bracketed(line))):
            yield i, f"is a picture or an empty link: {quoted(line)}"


def link_target(page: Page) -> Iterator[tuple[int, str]]:
    """A line that is the target of a link in the text above, or heads a list of them.

    Why not more: a numbered list of addresses is an author's, unless links above it have its numbers.
    """
    for i in targets.lines(shapes(page).written):
        yield i, f"gives the targets of links: {quoted(page.texts[i])}"


def linked_run(page: Page) -> Iterator[tuple[int, str]]:
    """Three lines or more under each other, each of which is links and nothing else.

    Why not more: one such line may be a source or a table's cell, and two an article's own references.
    """
    run: list[int] = []
    lines = shapes(page).links
    for i, line in enumerate([*lines, ""]):
        if linked.is_link(line) and (not run or page.document.gaps[i] <= 1):
            run.append(i)
            continue
        if len(run) >= _RUN:
            for at in run:
                yield at, f"is one of {len(run)} lines that are links and nothing else: {quoted(page.texts[at])}"
        run = [i] if linked.is_link(line) else []


def linked_block(page: Page) -> Iterator[tuple[int, str]]:
    """The lines of a link that holds several paragraphs, as the card of another article does.

    Why not more: a link that a margin broke holds no blank line.
    """
    for first, last in linked.blocks(shapes(page).links):
        if page.document.gaps[first + 1 : last + 1].count(0) < last - first:
            for i in range(first, last + 1):
                yield i, f"stands in a link over {last - first + 1} lines: {quoted(page.texts[i])}"


def fenced_code(page: Page) -> Iterator[tuple[int, str]]:
    """The lines of a block of code between fences: names of commands, of keys and of tags are no menu there.

    Why not more: an open fence may be a stray one, and running text between fences is a page (see `linked.code`).
    """
    for first, last in shapes(page).fences:
        for i in range(first, last + 1):
            yield i, f"stands between fences of code: {quoted(page.texts[i])}"
