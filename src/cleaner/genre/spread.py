"""How a page's prose is spread among what leads somewhere: what a listing and an article differ in, in any language.

An article's prose stands in one run of paragraphs, whatever is linked around it. A listing's is broken by its entries'
titles, or by the link that leads to each, and divides among many runs of much the same length; its cards repeat one
make, and its heading names a section, where an article's says what happened. A run goes from one line in links to the
next.
"""

from __future__ import annotations

import re

import numpy as np

from cleaner.characters import DIGIT, Bools, Floats, Ints
from cleaner.features import Page
from cleaner.model import Dom, Head
from cleaner.words import count_words

LINKED = 0.5  # share of its characters; a line of more in links leads somewhere
_PRICE = re.compile(
    r"(?:[$€£¥₹₽₺₩]|\b(?:USD|EUR|GBP|CHF|Rs\.?))\s?[0-9]|[0-9]\s?(?:[€£₽]|zł|kr\b|Kč|\b(?:USD|EUR|GBP|CHF)\b)"
)
_TAG = 60  # characters; a longer line with a price or a year speaks of money or of history
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LABEL = 0.5  # words; a link of as many breaks a run
_TITLE = 3  # words; a link of fewer is a menu's or says "Read more"
_SEVERAL = 3  # lines of prose; a container of as many holds running text
_GOLDEN = (5**0.5 - 1) / 2  # its multiples are spread evenly between 0 and 1
_CARD = (2, 14)  # lines; a card has a title and something more
_CARD_WORDS = 150.0  # a longer container is a section of a text
_BESIDE = re.compile(r"\s[-–—•·:«»]\s|[|]")  # between a page's title and its site's


def measure(page: Page, dom: Dom, head: Head) -> dict[str, float]:
    """Every measure of how a page is spread."""
    links, shown = np.asarray(dom.link_density), ~np.asarray(dom.hidden)
    found = _amounts(page, dom, links) | _runs(page, links, shown) | _cards(page, links)
    return found | {"heading_words": _heading_words(page, dom), "title_words": title_words(head)}


def title_words(head: Head) -> float:
    """The words of the title that a page declares, without its site's name, as log2 of one more; -1 without one.

    >>> [title_words(Head(title=title)) for title in ("Boats | Our Courier", "Boats", None)]
    [1.585, 1.0, -1.0]
    """
    titles = (*head.meta.get("og:title", ()), head.title or "")
    title = next((one for one in titles if one.strip()), "")
    return _log2(count_words(max(map(str.strip, _BESIDE.split(title)), key=len))) if title else -1.0


def _heading_words(page: Page, dom: Dom) -> float:
    """The words of the longest main heading, likewise."""
    main = np.asarray(dom.heading) == 1
    return _log2(float(page.words[main].max())) if main.any() else -1.0


def _amounts(page: Page, dom: Dom, links: Floats) -> dict[str, float]:
    """How much prose, links, prices and code the page has."""
    words, prose = page.words, page.prose_words
    total, running = float(words.sum()) + 1, float(prose.sum()) + 1
    in_path = np.bincount(page.companies["path"], weights=prose)
    numbers = [page.texts[line] for line in np.flatnonzero((page.chars < _TAG) & (page.count(DIGIT) > 0)).tolist()]
    prices = sum(1 for text in numbers if _PRICE.search(text))
    return {
        "prose": _log(prose.sum()),
        "prose_share": running / total,
        "lines": _log(page.n),
        "prices": _log(prices),
        "price_share": prices / page.n,
        "years": _log(sum(1 for text in numbers if _YEAR.search(text))),
        "link_share": float((links * words).sum()) / total,
        "largest_path": float(in_path.max()) / running,
        "entries": _log(int(np.count_nonzero(links > LINKED))),
        "code": _log(dom.tag.count("pre")),
        "buttons": _log(dom.tag.count("button") + dom.tag.count("option")),
        "headings": _log(sum(map(bool, dom.heading))),
        "main_headings": float(dom.heading.count(1)),
        "repeated": float((words * (page.copies > 1)).sum()) / total,
        "longest": _log(np.sort(words)[-5:].mean()),
    }


def _runs(page: Page, links: Floats, shown: Bools) -> dict[str, float]:
    """How long the runs are, and how the page's prose divides among them.

    `run` breaks at every link, all others at titles only. `free_…` are of all words outside links, since a card may
    have but a price and a date; `free_runs` tells among how many runs they divide, were all of one length (Simpson's
    index inverted). `path_…` are of the path that most prose stands under; `pairs` is the share of the prose that has
    more beside it in the same run and container.
    """
    group, path = page.companies["group"], page.companies["path"]
    apart, leading = shown & (links < LINKED), shown & (links > LINKED)
    prose, free = page.prose_words * apart, page.words * apart
    is_prose = (prose > 0).astype(np.float64)
    runs: Ints = np.cumsum(leading & (page.words >= _TITLE))
    free_runs = np.bincount(runs, weights=free)
    column = path == np.bincount(path, weights=prose).argmax()
    column &= prose > 0
    cells: Ints = np.unique(runs * (int(group.max()) + 1) + group, return_inverse=True)[1]
    cell_prose = np.bincount(cells, weights=prose)
    lines = int(np.count_nonzero(column))
    return {
        "run": _mean_size(np.cumsum(leading & (page.words >= _LABEL)), prose),
        "title_run": _mean_size(runs, prose),
        "run_lines": _mean_size(runs, is_prose),
        "container_run": _mean_size(group, prose),
        "free_run": _mean_size(runs, free),
        "free_runs": _log(free.sum() ** 2 / ((free_runs * free_runs).sum() + 1)),
        "path_lines": _log(lines),
        "path_runs": len(np.unique(runs[column])) / max(lines, 1),
        "pairs": float(cell_prose[np.bincount(cells, weights=is_prose) > 1].sum()) / (float(prose.sum()) + 1),
    }


def _cards(page: Page, links: Floats) -> dict[str, float]:
    """How many cards of one make lead somewhere, and how much of the prose stands in a column, not in cards."""
    group, path = page.companies["group"], page.companies["path"]
    lines, linked = np.bincount(group), np.bincount(group, weights=links > LINKED)
    cards = (lines >= _CARD[0]) & (lines <= _CARD[1]) & (linked >= 1) & (linked < lines)
    cards &= np.bincount(group, weights=page.words) < _CARD_WORDS
    # Cards of one make have lines under the same paths, so the sum of a number for each path is the same for them
    numbers = np.modf(np.arange(1, len(page.paths) + 1) * _GOLDEN)[0]
    make = np.round(np.bincount(group, weights=numbers[path])[cards], 9)
    prose = np.bincount(group, weights=page.prose_words * (links < LINKED))
    column = np.bincount(group, weights=page.prose & (links < LINKED)) >= _SEVERAL
    return {
        "alike": _log(np.unique(make, return_counts=True)[1].max()) if len(make) else 0.0,
        "column": float(prose[column].sum()) / (float(prose.sum()) + 1),
    }


def _mean_size(parts: Ints, counts: Floats) -> float:
    """In how large a part a word or line stands, on the mean, by the part of each line; as a logarithm."""
    sizes = np.bincount(parts, weights=counts)
    return _log((sizes * sizes).sum() / (sizes.sum() + 1))


def _log(count: float) -> float:
    return float(np.log1p(count))


def _log2(count: float) -> float:
    return round(float(np.log2(1 + count)), 3)
