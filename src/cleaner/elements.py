"""What the page's elements say of a line: the columns that only HTML has.

Class and id tokens are hints, never verdicts: each family of tokens is one measure among many, its weight fitted. The
path is used in two ways: what it says (inside `nav`, inside `article`) and whom it is shared with, since the paragraphs
of an article are siblings whatever a site calls them (the observation behind template-based extraction, Kohlschütter
2010).
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence

import numpy as np

from cleaner.features import Floats, Page
from cleaner.model import Dom, Head

_HINTS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "content": "article content body entry post story main text richtext prose articlebody postbody copy paragraph",
        "navigation": "nav navbar navigation menu breadcrumb breadcrumbs header masthead topbar dropdown tabs "
        "pagination pager",
        "footer": "footer foot bottom colophon copyright",
        "aside": "aside sidebar rail widget widgets complementary secondary col",
        "related": "related recommend recommended recommendations more teaser teasers card cards latest trending "
        "popular read also next similar list feed",
        "comments": "comment comments disqus reply replies respond discussion forum thread",
        "share": "share sharing social follow facebook twitter whatsapp toolbar print buttons",
        "caption": "caption captions figcaption figure credit credits image gallery media video slideshow "
        "photo picture",
        "byline": "byline author authors meta date time timestamp published dateline info",
        "tags": "tag tags topics keywords category categories label",
        "advert": "ad ads advert advertisement advertising sponsor sponsored promo promotion newsletter subscribe "
        "signup subscription banner cta",
        "legal": "cookie cookies consent gdpr privacy modal popup overlay paywall dialog notice legal disclaimer",
        "title": "title headline heading hed",
        "lead": "lead standfirst dek deck intro summary excerpt subtitle teasertext abstract",
        "bio": "bio profile about vcard avatar",
        "post": "post message msg answer question blockquote quote",
    }.items()
}

_FAMILIES: dict[str, tuple[int, ...]] = {
    word: tuple(at for at, words in enumerate(_HINTS.values()) if word in words)
    for word in sorted(frozenset().union(*_HINTS.values()))
}  # of each token the numbers of the families that it is in
_TOKENS = frozenset(_FAMILIES)

_INSIDE = tuple("article main nav header footer aside figure form table section blockquote button".split())
_TAG_ORDER = {
    "button": 0, "label": 0, "option": 0, "figcaption": 1, "li": 2, "dt": 2, "tr": 3, "td": 3, "th": 3, "div": 4,
    "span": 4, "section": 4, "article": 4, "pre": 5, "h1": 6, "h2": 6, "h3": 6, "h4": 6, "h5": 6, "h6": 6,
    "blockquote": 7, "dd": 7, "p": 8,
}  # fmt: skip

Columns = dict[str, Floats]

_OTHER = re.compile(r"[^\w\n]+")
_SOME = 200  # characters; a shorter articleBody is a teaser


def _numbers(values: Sequence[Hashable]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """A number for each distinct value."""
    seen: dict[Hashable, int] = {}
    return np.fromiter((seen.setdefault(v, len(seen)) for v in values), np.int64, count=len(values))


def _share(numbers: np.ndarray[tuple[int], np.dtype[np.int64]], mass: Floats) -> Floats:
    """For each line the share of the mass that lines of the same number carry."""
    sums = np.bincount(numbers, weights=mass)
    shares: Floats = sums[numbers] / max(float(mass.sum()), 1.0)
    return shares


def first(page: Page, dom: Dom) -> Columns:
    """The element a line stands in, its tokens and its company."""
    by_tokens = {tokens: at for at, tokens in enumerate(dict.fromkeys(dom.tokens))}
    hits = [at * len(_HINTS) + n for t, at in by_tokens.items() for token in t & _TOKENS for n in _FAMILIES[token]]
    hints = np.bincount(hits, minlength=len(by_tokens) * len(_HINTS)).reshape(-1, len(_HINTS)).astype(np.float64)
    by_path = {path: at for at, path in enumerate(dict.fromkeys(dom.path))}
    steps = [path.split("/") for path in by_path]
    inside = np.array([[float(tag in step) for tag in _INSIDE] for step in map(set, steps)])
    which = np.fromiter((by_tokens[t] for t in dom.tokens), np.int64, count=page.n)
    where = np.fromiter((by_path[p] for p in dom.path), np.int64, count=page.n)
    columns = {f"hint_{name}": np.minimum(hints[which, at], 3) for at, name in enumerate(_HINTS)}
    columns |= {f"inside_{name}": inside[where, at] for at, name in enumerate(_INSIDE)}
    columns["depth"] = np.array([len(step) for step in steps], dtype=np.float64)[where]
    columns["tag"] = np.array([_TAG_ORDER.get(tag, 4) for tag in dom.tag], dtype=np.float64)
    columns["link_density"] = np.asarray(dom.link_density, dtype=np.float64)
    columns["heading"] = np.asarray(dom.heading, dtype=np.float64)
    columns["listed"] = np.asarray(dom.listed, dtype=np.float64)
    columns["hidden"] = np.asarray(dom.hidden, dtype=np.float64)
    columns |= _declared(page)
    for name, numbers in _companies(dom).items():
        columns[f"prose_of_{name}"] = _share(numbers, page.prose_words)
        columns[f"lines_of_{name}"] = np.log1p(np.bincount(numbers)[numbers].astype(np.float64))
        links = np.bincount(numbers, weights=columns["link_density"] * page.chars)[numbers]
        columns[f"links_of_{name}"] = links / np.maximum(np.bincount(numbers, weights=page.chars)[numbers], 1)
    return columns


def _letters(text: str) -> str:
    """A text's letters, digits and line ends, lower case: spaces, quotes and dashes differ from place to place."""
    return _OTHER.sub("", text.lower()).replace("_", "")


def _run_on(texts: Sequence[str]) -> str:
    return _letters(" ".join(texts)).replace("\n", "")


def _declared(page: Page) -> Columns:
    """What the page declares in its head to be the article, its title and its description, line by line.

    `declared_body` is 1 for a line that stands in JSON-LD's articleBody, 0 for one that does not, and 0.5 where the
    page declares none; `declared_share` is the share of the running text that it covers, since some pages declare only
    a first part.
    """
    head = page.document.head
    body = title = description = ""
    if head is not None:
        body = _run_on(declared_bodies(head))
        title = _run_on(_said(head, "og:title", "twitter:title", "headline"))
        description = _run_on(_said(head, "description", "og:description", "twitter:description"))
    letters = _letters("\n".join(page.texts)).split("\n") if page.n else []
    inside = np.array([float(len(own) > 3 and own in body) for own in letters]) if body else np.full(page.n, 0.5)
    covered = float((inside * page.prose_words).sum()) / max(float(page.prose_words.sum()), 1.0)
    return {
        "declared_body": inside,
        "declared_share": np.full(page.n, covered if body else 0.5),
        "declared_title": np.array([float(len(own) > 7 and own in title) for own in letters]),
        "declared_description": np.array([float(len(own) > 25 and own in description) for own in letters]),
    }


def declared_bodies(head: Head) -> list[str]:
    """Every articleBody of the page's JSON-LD, which is parsed only if it has one."""
    scripts = getattr(head.json_ld, "scripts", None)
    if scripts is not None and not any("articleBody" in script for script in scripts):
        return []
    bodies = (item.get("articleBody") for item in head.json_ld)
    return [body for body in bodies if isinstance(body, str) and len(body) > _SOME]


def _said(head: Head, *names: str) -> list[str]:
    return [value for name in names for value in head.meta.get(name, ())]


def second(page: Page, dom: Dom, mass: Floats) -> Columns:
    """The company once more, now by the mass of what looks like the article."""
    columns: Columns = {}
    for name, numbers in _companies(dom).items():
        columns[f"mass_of_{name}"] = _share(numbers, mass)
        words = np.bincount(numbers, weights=np.minimum(page.words + 1, 60))
        columns[f"density_of_{name}"] = np.bincount(numbers, weights=mass)[numbers] / words[numbers]
    return columns


def _companies(dom: Dom) -> dict[str, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """Lines by the same path, by the same tokens, by the same container."""
    return {"path": _numbers(dom.path), "tokens": _numbers(dom.tokens), "group": _numbers(dom.group)}
