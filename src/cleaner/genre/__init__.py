"""What kind of page it is, as far as that changes what its content is.

An article is one run of prose, and its readers' comments are no part of it. On other pages that is wrong: the posts of
a thread are its content, a listing is made of short linked cards, a reference of code and definitions. So the page as a
whole is judged before its lines are: by what it declares (JSON-LD's `@type`, Open Graph's `og:type`), by its address
and those below it that it links to, by what its class tokens speak of, and by how its prose, links, cards, prices and
code are spread (see `spread`). Small fitted forests (`tables/genre.*.tsv`, one a genre, written by
`scripts/fit_genre.py`) weigh that; without clear evidence a page is an article, and everything stays as it was.

A page of another genre has its lines' settled scores corrected by one more forest, `tables/settled.other.tsv`; a
product's, by a second opinion (see `peers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

import numpy as np

from cleaner import weights
from cleaner.characters import Bools, Floats
from cleaner.features import Page
from cleaner.genre import address, spread
from cleaner.model import Dom, Head, Vote

Other = Literal["listing", "product", "thread", "reference"]
Genre = Literal["article", Other]
OTHERS: tuple[Other, ...] = get_args(Other)

SURE = 0.25  # log-odds; a page is flagged as no article only beyond: of 915 articles of other publishers, two
LEANING: dict[Genre, float] = {"listing": 1.0, "product": 0.0, "thread": 0.5, "reference": 0.5}
"""Log-odds added to every line: these pages have no core that a line's surroundings could speak for."""
CLEAR = 3.0  # log-odds; an article's score counts no more than this on another page
_AGAIN = 4.0  # words; a card or a paragraph of this many that stands on a listing twice is a copy for small screens

_TYPE = re.compile(r'"@type"\s*:\s*(?:"([^"]{1,80})"|\[([^\]]{1,200})\])')
_NAME = re.compile(r"[A-Za-z]+")
_LEAST = 2.5  # log1p of twelve lines; a shorter document has no shape to judge by
_ENTRIES = 3.0  # log1p of twenty lines that lead somewhere; a menu and related articles have as many, a listing more
_MANUAL = 0.5  # share of the words under class tokens of documentation
_DECLARED = {
    "article": frozenset("article newsarticle blogposting reportagenewsarticle liveblogposting claimreview recipe"
                         " report techarticle scholarlyarticle analysisnewsarticle opinionnewsarticle".split()),
    "product": frozenset("product productgroup individualproduct productmodel offer aggregateoffer".split()),
    "list": frozenset("itemlist collectionpage searchresultspage offercatalog productcollection".split()),
    "thread": frozenset("discussionforumposting qapage answer comment".split()),
}  # fmt: skip
_TOKENS = {
    name: frozenset(words.split())
    for name, words in {
        "shop": "product products price prices cart sku swatch variant variants shop plp pdp quickview addtocart basket"
        " wishlist",
        "thread": "post posts message messages reply replies comment comments answer answers thread topic question"
        " discussion",
        "grid": "card cards grid tile tiles item items list listing listings results result collection facet facets"
        " filter filters sort",
        "article": "article story articlebody post entry",
        "reference": "docs documentation highlight sphinx toc toctree docutils codehilite rst doc markdown",
    }.items()
}
_SAYING = frozenset().union(*_TOKENS.values())


@dataclass(frozen=True, slots=True)
class Judgement:
    """The genre of a page and the log-odds of each genre but `article`, in the order of `OTHERS`."""

    genre: Genre
    scores: tuple[float, ...]

    @property
    def is_no_article(self) -> bool:
        """Whether the page is surely a product's or a list of things; threads and references are there to be read."""
        return self.genre in ("listing", "product") and max(self.scores) > SURE

    def heard(self, votes: Sequence[Vote]) -> Sequence[Vote]:
        """The votes that count: that a post of a thread is a comment says nothing."""
        return [vote for vote in votes if vote.label != "comments"] if self.genre == "thread" else votes

    def columns(self, page: Page, own: Floats, settled: Floats) -> dict[str, Floats]:
        """What the correction knows beyond the measures."""
        fixed = {f"genre_{name}": np.full(page.n, score) for name, score in zip(OTHERS, self.scores, strict=True)}
        return fixed | {"own": own, "settled": clipped(settled), "repeat": again(page).astype(np.float64)}

    def corrected(self, page: Page, columns: dict[str, Floats], own: Floats, settled: Floats) -> Floats:
        """The settled scores of a page that is no article."""
        score = settled + LEANING[self.genre]
        if self.genre != "product":  # too different from one another to learn from
            every = np.arange(page.n)
            score = clipped(score) + _correction().scores(columns | self.columns(page, own, settled), every)
        if self.genre in ("listing", "product"):
            score = np.where(again(page) & (page.words >= _AGAIN), -CLEAR, score)
        return score


ARTICLE = Judgement("article", (-CLEAR,) * len(OTHERS))


def judge(page: Page) -> Judgement:
    """Judge a page; text is always an article, as nothing in it says otherwise, and so is what has few lines."""
    dom, head = page.document.dom, page.document.head
    if dom is None or head is None or not page.n:
        return ARTICLE
    return weighed({name: _forest(name) for name in OTHERS}, measure(page, dom, head, address.of(page.document)))


def weighed(forests: Mapping[Other, weights.Forest], measures: Mapping[str, float]) -> Judgement:
    """Judge a page by its measures.

    A page of few entries is no listing: short articles look like one to the forest, which knows articles of pages with
    more running text. Nor is a manual's index, by its class tokens; fewer of them do where its address says so, too.
    Of the development pages no listing is so small or so marked up.
    """
    if measures["lines"] < _LEAST:
        return ARTICLE
    marked = measures["token_reference"] * (1 + measures["address_reference"])
    may_list = measures["entries"] >= _ENTRIES and marked <= _MANUAL
    scores = {name: forests[name].score(measures) for name in OTHERS}
    if not may_list:
        scores["listing"] = min(scores["listing"], -CLEAR)
    return of(tuple(scores.values()))


def of(scores: tuple[float, ...]) -> Judgement:
    """The judgement that follows from the log-odds of each genre, in the order of `OTHERS`.

    >>> of((0.4, -2.0, 0.6, -3.0)).genre, of((-1.0, -2.0, -1.0, -3.0)).genre
    ('thread', 'article')
    """
    best = int(np.argmax(scores))
    return Judgement(OTHERS[best] if scores[best] > 0 else "article", scores)


def clipped(score: Floats) -> Floats:
    """An article's scores as they count on another page."""
    return np.clip(score, -CLEAR, CLEAR)


def again(page: Page) -> Bools:
    """Whether each line stands further up on the page already."""
    seen: set[str] = set()
    found = np.zeros(page.n, dtype=np.bool_)
    for line, text in enumerate(page.texts):
        folded = text.lower()
        found[line] = folded in seen
        seen.add(folded)
    return found


def measure(page: Page, dom: Dom, head: Head, url: str | None) -> dict[str, float]:
    """Every measure of the page as a whole."""
    found = _declarations(head) | spread.measure(page, dom, head) | _vocabulary(page)
    found |= address.measure(url) | address.kin(url, page.document.source)
    # Rounded, as the order in which a sum was added up would else decide between two ranges of a table.
    return {name: value if value.is_integer() else round(value, 9) for name, value in found.items()}


def _declarations(head: Head) -> dict[str, float]:
    """What the page says of itself. The scripts are searched, not parsed: most pages' JSON-LD nobody asks for."""
    scripts: Iterable[str] = getattr(head.json_ld, "scripts", ())
    types = {n.lower() for s in scripts for m in _TYPE.finditer(s) for n in _NAME.findall(m[1] or m[2])}
    graph = [value.lower() for value in head.meta.get("og:type", ())]
    dated = ("article:published_time", "article:modified_time", "datepublished")
    return {f"declares_{name}": float(not types.isdisjoint(names)) for name, names in _DECLARED.items()} | {
        "declares_faq": float("faqpage" in types),
        "og_article": float("article" in graph),
        "og_site": float("website" in graph),
        "og_product": float(any("product" in value or value.endswith("item") for value in graph)),
        "og_group": float(any("group" in value or "collection" in value for value in graph)),
        "dated": float(any(name in head.meta for name in dated)),
        "authored": float(bool(head.authors or head.meta.get("author"))),
        "times": float(np.log1p(len(head.times))),
    }


def _vocabulary(page: Page) -> dict[str, float]:
    """The share of words, and of running text, under class tokens of each family."""
    which = page.companies["tokens"]
    under = np.frombuffer(b"".join([_families(tokens & _SAYING) for tokens in page.token_sets]), dtype=np.bool_)
    under = under.reshape(-1, len(_TOKENS))
    found: dict[str, float] = {}
    for kind, column in (("", page.words), ("_prose", page.prose_words)):
        shares = np.bincount(which, weights=column) @ under / (column.sum() + 1)
        found |= {f"token_{name}{kind}": float(share) for name, share in zip(_TOKENS, shares, strict=True)}
    return found


@lru_cache(maxsize=4096)
def _families(tokens: frozenset[str]) -> bytes:
    """Whether some tokens are of each of the families."""
    return bytes([not family.isdisjoint(tokens) for family in _TOKENS.values()])


@lru_cache(maxsize=len(OTHERS))
def _forest(name: Other) -> weights.Forest:
    return weights.forest(f"genre.{name}")


@lru_cache(maxsize=1)
def _correction() -> weights.Forest:
    return weights.forest("settled.other")
