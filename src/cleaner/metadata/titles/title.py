"""The title of an article: among what a page says of itself, or among the lines above the text.

In HTML the sources are compared with each other. og:title is what publishers pass on as the headline, and on the open
web it is as often the search engine's title with the site's name at its end; the visible h1 is what a reader sees, and
on many pages the site's logo. So the site's name is taken off first, an h1 that is the site's name is passed over, and
where h1 and og:title still differ the page's declared type decides (see `of_page`).

In text there are only the lines: see `candidates` and `headline`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cleaner.metadata.names import key
from cleaner.metadata.titles import slugs
from cleaner.metadata.wordlists import listed

# What stands between a title and the site's name, its section or its author.
_SEPARATOR = re.compile(
    r"""\s+ [|\-–—·•»›«‹*~:/\\❘⋆★☆●▪►▶→⟩⟨¦⁞]+ \s+ | \s? [|ㅣ｜] \s? | \s::\s
      | \s < \s (?= [^<]{1,20} (?: < | $ ) )     # breadcrumbs, the last first
      | (?<=[\u3041-\u9fff”》！？]) _ (?=[\u3041-\u9fff])
      | (?<=\S) \s-(?=\S)                       # "title -Site"
      | \s? [–—] \s? (?= [^–—]{2,40} $ )
      | (?<=[가-힣"”'])-(?=[가-힣]{1,8}$)         # Korean sections are set without blanks
    """,
    re.VERBOSE,
)
_TAG = re.compile(r"</?[a-z][^<>]{0,80}>")
_TOP_LEVEL = re.compile(r"(?:com|org|net|de|uk|couk|news|online)$")
_WORD = re.compile(r"\w+")
# A date behind a title, breadcrumbs, and the number of a page.
_TAIL = re.compile(
    r"""\s* [|–—-] \s* \d{1,2}[./]\d{1,2}[./]\d{2,4} \s* $
      | (?: \s<\s [^\d<][^<]{0,39} ){2,5} $
      | \s* [|–—,(-] \s* (?: pages? | seite | página | pagina | pagină | strona | strana | stranica | sida | side
        | sivu | sayfa | oldal | стр(?:аница)?\.? | сторінка | σελίδα | halaman | trang | صفحة ) \s \d{1,3}
        (?: \s? (?: of | von | de | sur | di | van | af | av | z | / ) \s? \d{1,3} )? \)?
        (?= \s* (?: $ | [|–—] | -\s ) )""",
    re.VERBOSE | re.IGNORECASE,
)
_WRITTEN_TOGETHER = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
_QUOTED = re.compile(r"""\s+["']\w""")
_START = 20  # characters; what is shorter may be the name of a section or of the site
_PASSED = ("og:title", "twitter:title", "headline", "title")  # what a page passes on as its title, best first


@dataclass(frozen=True, slots=True)
class Title:
    """A title, where it was found (a property or an element) and how sure that is; `line` is an index into the page."""

    text: str
    source: str
    path: str | None
    confidence: float
    line: int | None = None


def tidy(text: str) -> str:
    r"""A title on one line, its entities read, soft hyphens and tags gone.

    >>> tidy("R&uuml;ckbau:  K&uuml;hlt\u00adürme &amp; mehr ")
    'Rückbau: Kühltürme & mehr'
    """
    text = html.unescape(html.unescape(text)) if "&" in text else text
    if "<" in text:
        text = _TAG.sub("", text)
    return " ".join(text.replace("\u00ad", "").replace("\u200b", "").split())


def words(text: str) -> list[str]:
    """The words of a title, lower case, for comparing.

    >>> words("What’s New? — Part 2")
    ['what', 's', 'new', 'part', '2']
    """
    return _WORD.findall(text.lower())


def without_site(title: str, names: Iterable[str], headline: str | None = None, told: str = "") -> str:
    """A title without the site's name, section, date and number of the page at the end, or its name at the start.

    A part is taken off only where it is the site's name, or where what is left is the page's visible headline and the
    part is not `told` elsewhere as the title's own. The headline itself stays whole.

    >>> without_site("River rises - National | Example News", ["Example News"], headline="River rises")
    'River rises'
    >>> without_site("River rises - what now? | example.org", ["Example", "example.org"])
    'River rises - what now?'
    >>> without_site("Example Blog: River rises", ["Example Blog"]), without_site("A - B", ["Example"])
    ('River rises', 'A - B')
    >>> without_site("River rises - what now?", [], headline="River rises", told="River rises - what now?")
    'River rises - what now?'
    >>> without_site("The Example at 100: a history", ["Example"], headline="The Example at 100: a history")
    'The Example at 100: a history'
    """
    title, wanted = _TAIL.sub("", title), key(headline or "")
    for part in _parts(title) if key(title) != key(told) else (title,):
        if wanted and key(part) == wanted:
            return part
    own = _own(names)
    for _ in range(3):  # a site's name and its owner's and its section's
        shorter = _without_part(title, own)
        if shorter is None:
            break
        title = shorter
    return title


def _parts(title: str) -> list[str]:
    """A title whole and up to each of its separators."""
    return [title, *(title[: cut.start()].strip() for cut in _SEPARATOR.finditer(title))]


def _without_part(title: str, own: frozenset[str]) -> str | None:
    """The title without its last or first part, if that is the site's name."""
    cuts = list(_SEPARATOR.finditer(title))
    if cuts and _is_site(title[cuts[-1].end() :], own):
        return title[: cuts[-1].start()].strip()
    if cuts and len(title) - cuts[0].end() > 8 and _is_site(title[: cuts[0].start()], own, whole=True):
        return title[cuts[0].end() :].strip()
    site, colon, rest = title.partition(": ")
    return rest.strip() if colon and _is_site(site, own, whole=True) else None


def _own(names: Iterable[str]) -> frozenset[str]:
    return frozenset(key(n).removeprefix("the") for n in names if len(key(n)) > 1)


def _is_site(part: str, own: frozenset[str], *, whole: bool = False) -> bool:
    """Whether a part of a title is the site's name, or little more, or (unless it must be `whole`) enough of it."""
    mine = key(part).removeprefix("the")
    return bool(mine) and any(
        name in (mine, _TOP_LEVEL.sub("", mine))
        or (not whole and len(mine) > 3 and mine in name and len(mine) * 3 > len(name))
        or (len(name) > 3 and name in mine and len(name) * 2 > len(mine))
        for name in own
    )


def similarity(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the shorter title's words that the other has, 0 to 1."""
    a, b = set(one), set(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _units(text: str) -> list[str]:
    """The words of a title, and the letters of one in Chinese or Japanese, which writes its words together.

    >>> _units("旧桥 2 关闭"), _units("Old bridge")
    (['旧', '桥', '2', '关', '闭'], ['old', 'bridge'])
    """
    return [unit for word in words(text) for unit in (word if _WRITTEN_TOGETHER.search(word) else (word,))]


def of_page(
    declared: Mapping[str, str],
    headings: Sequence[tuple[int, str]],
    names: Sequence[str],
    *,
    news: bool,
    slug: str,
    sections: Sequence[str] = (),
    lines: Sequence[tuple[int, str]] = (),
) -> Title | None:
    """The title of an HTML page.

    Args:
        declared: tidied titles by where they stand: `og:title`, `twitter:title`, `headline` (JSON-LD), `title`, ….
        headings: line and text of each h1, in order.
        names: the site's and publisher's names and host.
        news: whether the page calls itself a news article.
        slug: the words of the page's address.
        sections: those that the page says it belongs to.
        lines: index and text of each line that may be the headline of a page without an h1.
    """
    whole = declared.get("title", "")
    untitled = listed("untitled")
    headings = [heading for heading in headings if key(heading[1]) not in untitled]
    rough = {p: without_site(text, names) for p, text in declared.items() if not _is_cut(text, whole)}
    rough = {path: text for path, text in rough.items() if key(text) not in untitled}
    declared = {path: declared[path] for path in rough}
    heading = _heading(headings, [*rough.values(), slug], _own(names))
    if heading is None:
        return _said(declared.values(), lines) or _of_head(rough, sections)
    line, shown = heading
    bare = without_site(shown, names)
    shown = bare if shown.startswith(bare) else shown  # a kicker may be called like the site
    told = rough.get("headline", "")  # JSON-LD gives the article's title, not the page's: its end is no section
    stripped = {path: without_site(text, names, shown, told) for path, text in declared.items()}
    passed = next((path for path in (*_PASSED, *stripped) if stripped.get(path)), None)
    agreed = sum(key(text) == key(shown) for text in stripped.values())
    if passed is None or key(stripped[passed]) == key(shown):
        return Title(shown, "visible", "h1", round(min(0.99, 0.9 + 0.03 * agreed), 2), line)
    addressed = not (news or agreed) and slugs.is_made_of(slug.split(), stripped[passed], shown)
    if addressed or _prefer_declared(passed, stripped, shown, news):
        given = stripped[passed]
        head = given.rpartition(" | ")[0] if addressed else ""  # an owner whose name nothing else says
        return Title(head if _WORD.search(head) else given, _source(passed), passed, 0.7)
    return Title(shown, "visible", "h1", 0.7, line)


def _is_cut(text: str, whole: str) -> bool:
    """Whether a title ends where the whole one goes on with a quotation, whose mark has ended the attribute too early.

    >>> _is_cut("Mayor calls flood", 'Mayor calls flood "a warning"'), _is_cut("Mayor calls", "Mayor calls flood")
    (True, False)
    """
    return whole.startswith(text) and _QUOTED.match(whole, len(text)) is not None


def _without_section(title: str, sections: Iterable[str]) -> str:
    """A title without the section that stands behind it.

    >>> _without_section("River rises | Local", ["Local"]), _without_section("Local - River rises", ["Local"])
    ('River rises', 'Local - River rises')
    """
    cuts = list(_SEPARATOR.finditer(title))
    behind = cuts and key(title[cuts[-1].end() :]) in map(key, sections)
    return title[: cuts[-1].start()].strip() if behind else title


def _said(declared: Iterable[str], lines: Sequence[tuple[int, str]]) -> Title | None:
    """The line that says a declared title, whole or up to one of its separators: the longest that any says.

    >>> _said(["River rises - what now? - Local"], [(2, "River rises"), (3, "River rises - what now?")]).line
    3
    """
    shown = {key(text): (i, text) for i, text in reversed(lines) if len(text) >= _START}
    best = max((key(part) for title in declared for part in _parts(title) if key(part) in shown), key=len, default=None)
    return Title(shown[best][1], "visible", None, 0.85, shown[best][0]) if best else None


def _of_head(titles: Mapping[str, str], sections: Iterable[str]) -> Title | None:
    """The title of a page without a heading: the one that two places agree on, the shortest where a suffix is left."""
    titles = {path: _without_section(text, sections) for path, text in titles.items()}
    passed = next((path for path in (*_PASSED, *titles) if titles.get(path)), None)
    if passed is None:
        return None
    whole = key(titles[passed])
    begins = [p for p, t in titles.items() if len(t) > 12 and key(t) and whole.startswith(key(t))]
    path = min(begins, key=lambda p: len(titles[p]), default=passed)
    agreed = sum(key(t) == key(titles[path]) for t in titles.values())
    return Title(titles[path], _source(path), path, 0.85 if agreed > 1 else 0.65)


def _prefer_declared(passed: str, stripped: Mapping[str, str], shown: str, news: bool) -> bool:
    """Whether the title that a page passes on beats the h1 that it shows, where the two differ.

    Observed on news pages: og:title is a headline that publishers write for others to pass on, and what their own feeds
    carry, unless JSON-LD says the h1 and <title>, the search engine's, does not. Elsewhere it is mostly the search
    engine's title, and the h1 is what people call the page, unless the two have hardly a word in common.
    """
    other = stripped[passed]
    same = [path for path, text in stripped.items() if path != passed and key(text) == key(shown)]
    apart = similarity(_units(other), _units(shown)) < 0.3
    if passed != "og:title":
        return apart and not same
    whole = key(stripped.get("title", ""))
    if key(other).endswith(key(shown)) and ": " in other:
        return True  # a kicker stands before the headline
    if key(other).startswith(key(shown)) and key(stripped.get("headline", "")) == key(other):
        return True  # the h1 goes on in it
    if news:
        return "headline" not in same or "title" in same
    if not same and key(other) == whole and shown.endswith(other):
        kicker = words(shown)[: -len(words(other))]
        return not listed("articles").issuperset(kicker)  # a kicker or a date stands in the h1 as well
    if key(other) != whole and key(other) in whole:
        return True  # <title> is this title and something more, which is not the h1
    return apart and not same


def _heading(headings: Sequence[tuple[int, str]], others: Sequence[str], own: frozenset[str]) -> tuple[int, str] | None:
    """The h1 that is the article's: not the site's name, and most like what the page says elsewhere."""
    kept = [(i, t) for i, t in headings if len(key(t)) > 1 and len(t) < 300 and not _is_site(t, own)]
    if not kept:
        return None
    targets = [set(words(o)) for o in others if words(o)]

    def fit(text: str) -> float:
        mine = set(words(text))
        return max((len(mine & t) / len(mine | t) for t in targets), default=0.0)

    best = max(kept, key=lambda h: (fit(h[1]), -h[0]))
    return best if fit(best[1]) > 0.1 else kept[0]


def _source(path: str) -> str:
    return "json-ld" if path == "headline" else "meta"
