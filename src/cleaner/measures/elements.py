"""What the page's elements say of a line: the columns that only HTML has.

Class and id tokens are hints, never verdicts: each family of tokens is one measure among many, its weight fitted. The
path is used in two ways: what it says (inside `nav`, inside `article`) and whom it is shared with, since the paragraphs
of an article are siblings whatever a site calls them (the observation behind template-based extraction, Kohlschütter
2010).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from cleaner.characters import LOWER, UPPER, Columns, Floats, Ints
from cleaner.features import Page
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
        "contents": "toc contents jump anchors index",
        "box": "box callout factbox infobox fact facts highlight highlights takeaways takeaway key summary tldr panel "
        "note tip tips alert",
        "notes": "footnote footnotes citation citations references reference sources source bibliography endnotes "
        "resources attribution disclaimer disclosure",
        "form": "form field input button btn submit cta checkbox select option options search tooltip modal popover "
        "popup tab",
        "questions": "faq faqs accordion expandable collapse collapsible toggle expander",
        "praise": "testimonial testimonials review reviews rating ratings quote pullquote",
        "unseen": "hidden hide fade sr screen reader visually only invisible fallback clamp truncated mobile tablet",
        "aligned": "center centered align justify middle small xs sm uppercase muted gray grey",
        "embedded": "embed embedded iframe twitter tweet instagram youtube player attachment wp",
        "below": "below after end bottom under footer post",
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

_PLANE = 0x10000  # characters, of which others than the first so many are rare
_UNIT = 1000  # shares are counted in thousandths
_HEAD = 12  # characters, of which mostly eight are letters
_SOME = 200  # characters; a shorter articleBody is a teaser
_NAMED, _TITLED, _DESCRIBED = 3, 7, 25  # letters; what is as short stands in a body, title or description by chance


def _share(numbers: Ints, mass: Floats) -> Floats:
    """For each line the share of the mass that lines of the same number carry."""
    sums = np.bincount(numbers, weights=mass) / max(float(mass.sum()), 1.0)
    return sums.take(numbers)


@lru_cache(maxsize=4096)
def _hinted(tokens: frozenset[str]) -> bytes:
    """How many of some known tokens are in each family, three at most; many sites share a vocabulary."""
    found = bytearray(len(_HINTS))
    for token in tokens:
        for family in _FAMILIES[token]:
            found[family] += found[family] < 3
    return bytes(found)


def hints(tokens: frozenset[str], family: str) -> list[str]:
    """The words of a family that are among some classes and ids.

    >>> hints(frozenset({"site", "nav", "menu"}), "navigation")
    ['menu', 'nav']
    """
    return sorted(tokens & _HINTS[family])


@lru_cache(maxsize=4096)
def _around(path: str) -> bytes:
    """Whether a path leads through each of the elements of `_INSIDE`."""
    steps = path.split("/")
    return bytes([tag in steps for tag in _INSIDE])


def _rows(found: list[bytes], width: int) -> Floats:
    """A row for each of some things, of numbers that were found together."""
    return np.frombuffer(b"".join(found), dtype=np.uint8).reshape(-1, width).T.astype(np.float64)


def _hints(page: Page) -> Floats:
    """For each family a row: how many of its tokens each of the page's sets of tokens has."""
    return _rows([_hinted(tokens & _TOKENS) for tokens in page.token_sets], len(_HINTS))


def first(page: Page, dom: Dom) -> Columns:
    """The element a line stands in, its tokens and its company."""
    paths = page.paths
    inside = _rows([_around(path) for path in paths], len(_INSIDE))
    hints = page.once(_hints).take(page.companies["tokens"], axis=1)
    inside = inside.take(page.companies["path"], axis=1)
    columns = {f"hint_{name}": column for name, column in zip(_HINTS, hints, strict=True)}
    columns |= {f"inside_{name}": column for name, column in zip(_INSIDE, inside, strict=True)}
    columns["depth"] = np.array([path.count("/") + 1.0 for path in paths]).take(page.companies["path"])
    columns["tag"] = np.array([_TAG_ORDER.get(tag, 4) for tag in dom.tag], dtype=np.float64)
    columns["link_density"] = np.asarray(dom.link_density, dtype=np.float64)
    columns["heading"] = np.asarray(dom.heading, dtype=np.float64)
    columns["listed"] = np.asarray(dom.listed, dtype=np.float64)
    columns["hidden"] = np.asarray(dom.hidden, dtype=np.float64)
    columns |= _declared(page)
    linked = columns["link_density"] * page.chars
    for name, numbers in page.companies.items():
        columns[f"prose_of_{name}"] = _share(numbers, page.prose_words)
        columns[f"lines_of_{name}"] = np.log1p(np.bincount(numbers)).take(numbers)
        links = np.bincount(numbers, weights=linked) / np.maximum(np.bincount(numbers, weights=page.chars), 1)
        columns[f"links_of_{name}"] = links.take(numbers)
    return columns


@lru_cache(maxsize=1)
def _kept() -> NDArray[np.bool_]:
    """Whether each character of Unicode's first plane is a letter, a digit or a line's end."""
    characters = map(chr, range(_PLANE))
    return np.fromiter((c.isalnum() or c == "\n" for c in characters), dtype=np.bool_, count=_PLANE)


def _letters(lowered: Sequence[str]) -> list[str]:
    """Texts' letters and digits: spaces, quotes and dashes differ from place to place.

    >>> _letters(["“no”, he said", "a-b_c", "a🙂𝒳"])
    ['nohesaid', 'abc', 'a𝒳']
    """
    if not lowered:
        return []
    codes = np.frombuffer("\n".join(lowered).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kept = _kept().take(codes, mode="clip")
    if len(codes) and codes.max() >= _PLANE:
        beyond = np.flatnonzero(codes >= _PLANE)
        kept[beyond] = [chr(code).isalnum() for code in codes[beyond].tolist()]
    return codes[kept].tobytes().decode("utf-32-le").split("\n")


def _run_on(texts: Sequence[str]) -> str:
    return "".join(_letters(" ".join(texts).lower().split("\n"))) if texts else ""


def _begun(declared: str, lowered: Sequence[str]) -> list[int]:
    """Which of the texts may stand in what is declared: all but those whose first or next four letters do not.

    Most lines of a page do not, and looking for each in a whole article would take longer than all other measures.
    """
    letters = _letters([low[:_HEAD] for low in lowered])
    known = np.sort(_fours(declared))
    if not len(known):
        return []
    asked = _fours("".join([own[:8].ljust(8) for own in letters]))[::4]
    met = known.take(known.searchsorted(asked), mode="clip") == asked
    lengths = np.fromiter(map(len, letters), np.int64, count=len(letters))
    begun: list[int] = np.flatnonzero((lengths < 4) | met[::2] & (met[1::2] | (lengths < 8))).tolist()
    return begun


def _fours(text: str) -> NDArray[np.uint32]:
    """A hash of every four characters in a row."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    pairs = codes[:-1] * np.uint32(0x9E3779B1) + codes[1:]
    fours: NDArray[np.uint32] = pairs[:-2] * np.uint32(0x85EBCA77) + pairs[2:]
    return fours


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
    # Only lines are asked that are long enough, and of which the first letters stand in what is declared.
    cased = page.count(LOWER) + page.count(UPPER)
    may = page.chars > _NAMED if body else (page.chars > _TITLED) & (cased <= max(len(title), len(description)))
    lines = np.flatnonzero(may)
    lowered = [page.lowered[line] for line in lines.tolist()]
    begun = _begun(f"{body}\n{title}\n{description}", lowered)
    letters = _letters([lowered[at] for at in begun])
    stands = [
        (
            len(own) > _NAMED and own in body,
            len(own) > _TITLED and own in title,
            len(own) > _DESCRIBED and own in description,
        )
        for own in letters
    ]
    found = np.zeros((3, page.n))
    found[:, lines[begun]] = np.array(stands, dtype=np.float64).reshape(-1, 3).T
    inside, titles, descriptions = found
    covered = float((inside * page.prose_words).sum()) / max(float(page.prose_words.sum()), 1.0)
    return {
        "declared_body": inside if body else np.full(page.n, 0.5),
        "declared_share": np.full(page.n, covered if body else 0.5),
        "declared_title": titles,
        "declared_description": descriptions,
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


def second(page: Page, mass: Floats) -> Columns:
    """The company once more, now by the mass of what looks like the article."""
    columns: Columns = {}
    size = np.minimum(page.words + 1, 60)
    for name, numbers in page.companies.items():
        columns[f"mass_of_{name}"] = _share(numbers, mass)
        # Numbers that no line has divide nothing.
        words = np.maximum(np.bincount(numbers, weights=size), 1)
        columns[f"density_of_{name}"] = (np.bincount(numbers, weights=mass) / words).take(numbers)
    return columns | _beyond(page, mass)


def _beyond(page: Page, mass: Floats) -> Columns:
    """What a line's tokens say beyond those of the article's lines, since a page may call all that it shows a widget.

    `tokens_odd` grows with the tokens that less than half of the article has; `tokens_missing` is the share of the
    others that the line lacks. Shares of the article are whole thousandths, so that no sum depends on a set's order.
    """
    numbers, sets = page.companies["tokens"], page.token_sets
    shares = np.rint(_UNIT / max(float(mass.sum()), 1.0) * np.bincount(numbers, weights=mass))
    hints = page.once(_hints)
    beyond = (hints - (hints @ shares)[:, None] / _UNIT).take(numbers, axis=1)
    usual = _usual(sets, shares)
    shared = np.fromiter([len(usual & tokens) for tokens in sets], np.float64, count=len(sets))
    odd = np.log1p(np.fromiter(map(len, sets), np.float64, count=len(sets)) - shared)
    missing = 1 - shared / max(len(usual), 1)
    columns = {f"beyond_{name}": column for name, column in zip(_HINTS, beyond, strict=True)}
    return columns | {"tokens_odd": odd.take(numbers), "tokens_missing": missing.take(numbers)}


def _usual(sets: Iterable[frozenset[str]], shares: Floats) -> frozenset[str]:
    """The tokens that at least half of the article has."""
    had: defaultdict[str, float] = defaultdict(float)
    for tokens, share in zip(sets, shares.tolist(), strict=True):
        for token in tokens if share else ():
            had[token] += share
    return frozenset([token for token, share in had.items() if share >= _UNIT / 2])
