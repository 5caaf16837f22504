"""Runs one rule over a small page.

A case is text, or HTML when it begins with a tag. In it `{en}` stands for an invented article in that language, and a
line that begins with `@ ` is one that the rule has to find; in a near miss no line is marked. Blank lines do not count,
so a case may be written as one block.
`37/40 ` before a line says that it stands on 37 of the 40 pages in the book of the page's site, in their heads or tails
and beside other such lines; `37/40! ` that it stands there among lines that recur nowhere else, `37/40? ` inside.
"""

from __future__ import annotations

import re
from textwrap import dedent

from articles import ARTICLES
from cleaner import markup, plain
from cleaner.features import Page
from cleaner.rules import asked, rules
from cleaner.templates import Recurrence, Template, fold


def unfold(text: str) -> tuple[str, set[int]]:
    """The page's text and the numbers of its marked lines, counted from 1."""
    lines = []
    for line in dedent(text).strip("\n").split("\n"):
        language = line.strip().strip("{}")
        lines += ARTICLES[language].split("\n") if line.strip() == f"{{{language}}}" else [line]
    marked = {n for n, line in enumerate(lines, 1) if line.startswith("@ ")}
    return "\n".join(line.removeprefix("@ ") for line in lines), marked


def found(rule: str, text: str) -> dict[int, str]:
    """What a rule finds if it is asked, by line number; in HTML the first line shows nothing, each other one line."""
    html = text.startswith("<")
    document = markup.read(text) if html else plain.read(_BOOKED.sub("", text))
    page = Page(document, template(text))
    numbers = [line + 2 if html else document.numbers[line][0] for line in range(page.n)]
    mine = rules()[rule]
    return {numbers[line]: because for line, because in mine.find(page)} if mine in asked(page) else {}


_BOOKED = re.compile(r"^(\d+)/(40)([!?]?) ", re.MULTILINE)


def template(text: str) -> Template | None:
    """The book's page of the site, of the lines that say that they are in it; None where none does."""
    lines = {}
    for line in text.split("\n"):
        if said := _BOOKED.match(line):
            documents = int(said[1])
            edge, beside = (0 if said[3] == "?" else documents), (0 if said[3] == "!" else documents)
            lines[fold([line[said.end() :]])[0]] = Recurrence(documents, edge, 0, beside)
    return Template("example.org", 40, lines) if lines else None
