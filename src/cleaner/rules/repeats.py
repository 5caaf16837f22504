"""What a page says twice over: passages that it shows again.

How pages repeat themselves depends on who built them, so a fit would learn it of few publishers. These votes add to
what the tables say (see `rules.APART`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from typing import TYPE_CHECKING

from cleaner.plain import paged
from cleaner.rules.groups import quoted, runs
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_SENTENCE = 8  # words; shorter lines come back in any list
_PARAGRAPH = 12  # words of a line that comes back alone, right below itself
_BESIDE = 2  # lines from a line to its copy
_CAPTION = 20  # characters
_CREDIT = 8  # words
_SIGNS = ".,:;!?…\"'”’»)"  # end a sentence, and are no credit
_NEARLY = 0.6  # of the words of a passage; rows of tables and headings are written in another way in a copy
_PASSAGE = 30  # words that come back in the same order, two lines of them at least


def repeated_passage(page: Page) -> Iterator[tuple[int, str]]:
    """Two or more sentences in a row that the page has said before in the same order, or one right below itself.

    A page may hold a passage for wide and for narrow screens, or in a tab of its own. One copy stays: that in the
    article, else the first. Why not more: a single sentence may come back for effect, and short lines do in any song,
    form or list; what stands three times or more is rather a refrain or a rule of a form.
    """
    s = shapes(page)
    likely = [i for i in s.copied if s.sizes[i] >= _SENTENCE and s.is_stopped[i] and not s.listed[i]]
    if len(likely) < 2:
        return
    before = {}
    for lines in s.twins(likely).values():
        if len(lines) == 2:
            before[lines[1]] = lines[0]
    for run in _passages(before):
        first = [before[i] for i in run]
        again = len(run) > 1 and sum([s.sizes[i] for i in run]) >= _PASSAGE
        if not again and (s.sizes[run[0]] < _PARAGRAPH or run[0] - first[0] > _BESIDE):
            continue
        gone, stays = (first, run) if _is_apart(s, first) and not _is_apart(s, run) else (run, first)
        for i, other in zip(gone, stays, strict=True):
            yield i, f"says again what line {other + 1} says: {quoted(page.texts[i])}"


def hidden_copy(page: Page) -> Iterator[tuple[int, str]]:
    """What a page hides of which it shows nearly all elsewhere: the article again, to be copied or printed.

    Its headings and items are written in another way there, so its lines go together. Why not more: where a page shows
    only a part, the rest waits for a script or a subscriber.
    """
    dom = page.document.dom
    if dom is None or True not in dom.hidden:
        return
    said = {_letters(text) for text, hidden in zip(page.texts, dom.hidden, strict=True) if not hidden}
    for run in runs(compress(range(page.n), dom.hidden)):
        sizes = {i: int(page.words[i]) for i in run}
        again = sum([sizes[i] for i in run if _letters(page.texts[i]) in said])
        if again >= max(_PASSAGE, _NEARLY * sum(sizes.values())):
            for i in run:
                yield i, f"is hidden, with {again} words that the page shows elsewhere: {quoted(page.texts[i])}"


def credited_again(page: Page) -> Iterator[tuple[int, str]]:
    """A line that the next one says again with a credit behind it: a picture's caption, once bare and once credited.

    Why not more: a heading may begin the sentence below it, which then goes on in words; a credit is brief and begins
    with a sign or a bracket, or with a word for who took a picture.
    """
    texts = page.texts
    found = [i for i in range(page.n - 1) if len(texts[i]) >= _CAPTION and texts[i + 1].startswith(texts[i])]
    s = shapes(page)
    for i in found:
        begins = len(texts[i])
        rest = texts[i + 1][begins:].strip()
        cued = any(cue.start >= begins for cue in s.cue_lines("credit").get(i + 1, ()))
        if rest and len(rest.split()) <= _CREDIT and (not rest[0].isalnum() or cued) and rest.strip(_SIGNS):
            for line in (i, i + 1):
                yield line, f"is a caption that stands there twice, once with its credit {quoted(rest)}"


def running_head(page: Page) -> Iterator[tuple[int, str]]:
    """What stands again at the top or foot of each printed page: its title, address, date and number.

    Why not more: the pages must be told apart, by form feeds or by numbers up to their total (see `paged`).
    """
    document = page.document
    for i in paged.running(document.source, page.texts, document.spans) if document.kind == "text" else ():
        yield i, f"stands at the edge of most of the printed pages: {quoted(page.texts[i])}"


def _passages(before: dict[int, int]) -> Iterator[list[int]]:
    """Lines that say again what others said, in runs in which both follow one another."""
    run: list[int] = []
    for i in sorted(before):
        if run and (i - run[-1] > _BESIDE or not 0 < before[i] - before[run[-1]] <= _BESIDE or before[i] >= run[0]):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _is_apart(s: Shapes, lines: list[int]) -> bool:
    dom = s.page.document.dom
    return all(s.is_outside[i] or (dom is not None and dom.hidden[i]) for i in lines)


def _letters(text: str) -> str:
    """A line's letters and figures, without the number of an item or a heading."""
    return "".join(filter(str.isalnum, text)).lstrip("0123456789")
