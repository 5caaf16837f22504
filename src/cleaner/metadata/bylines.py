"""Who wrote an article: what the page declares, and what its lines say.

People come first. An organisation counts only where the article's own byline or author property credits it and no
person is named anywhere: the name of the publication in a site-wide element is no author.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.metadata import agencies, authors, signatures
from cleaner.metadata import names as naming
from cleaner.metadata.page import Page, host_of
from cleaner.metadata.text import View, is_picture
from cleaner.model import Field


def find(view: View, page: Page | None, headline: int | None, url: str | None) -> Field | None:
    """The authors of an article, as a field whose value is a tuple of names.

    Args:
        view: the lines and their labels.
        page: what an HTML page declares.
        headline: index of the title's line.
        url: the address, whose host may be the name of the publication.
    """
    own = (*page.names, *page.sections) if page else tuple(filter(None, (host_of(url),)))
    declared = _declared(view, page, own) if page else None
    if declared and any(map(_is_full, declared.value)):
        return declared
    shown = _shown(view, headline, own)
    if declared and not (shown and shown.confidence > 0.7):
        return declared  # a handle, but there is nothing better
    if shown and shown.confidence > 0.5:
        return shown
    return (_credited(page) if page else None) or shown or _signed(view, headline)


def _declared(view: View, page: Page, own: Sequence[str]) -> Field | None:
    """The people of the first property that names any; an agency beside them stays as JSON-LD credits it."""
    by_path: dict[str, list[str]] = {}
    firms: set[str] = set()
    for path, credit in page.declared_authors():
        names = authors.split(credit)
        by_path.setdefault(path.split(" ")[0], []).extend(names)
        if _is_address(credit):
            firms.update(names)
    marked = page.head.authors
    if len(marked) <= signatures.MOST:
        by_path["microdata/author"] = [n for a in marked if len(a) < 100 for n in authors.split(a)]
    for path, credited in by_path.items():
        names = list(dict.fromkeys(credited))
        people = [n for n in names if n not in firms and not _is_group(n, own)]
        if people:
            for other, credits in by_path.items():  # a property may name the first author only
                more = [n for n in dict.fromkeys(credits) if naming.is_name(n) and not _is_group(n, own)]
                if _keys(people) < _keys(more) and len(more) <= signatures.MOST and _stand_together(view, more):
                    path, names, people = other, more, more
            keys = _keys(people)
            agreed = sum(not keys.isdisjoint(_keys(others)) for others in by_path.values())
            source = path.split("/")[0].replace("microdata", "visible")
            kept = names if source == "json-ld" else people
            sure = 0.6 if not any(map(_is_full, people)) else 0.95 if agreed > 1 else 0.85
            return Field(tuple(kept), source, sure, path=path)
    return None


def _stand_together(view: View, people: Sequence[str]) -> bool:
    """Whether the page names these people in one place, as a byline does."""
    texts = ["" if is_picture(text) else text for text in view.document.texts]
    for i, text in enumerate(texts):
        if people[0] in text:
            near = " ".join(texts[max(0, i - len(people)) : i + 2 * len(people)])
            if all(name in near for name in people):
                return True
    return False


def _keys(names: Sequence[str]) -> set[str]:
    return set(map(naming.key, names))


def _is_full(name: str) -> bool:
    """Whether a name is more than a handle: of several words, or in a script that needs no blank."""
    return " " in name or not name.isascii()


def _is_group(name: str, own: Sequence[str]) -> bool:
    return naming.is_organisation(name, own) or agencies.is_agency(name)


def _is_address(credit: str) -> bool:
    """Whether a credit holds a web address: so a site signs, and no author."""
    return re.search(r"\bwww\.|https?:", credit) is not None


def _credited(page: Page) -> Field | None:
    """An agency, desk or publication that the article's own author property credits.

    What JSON-LD calls an organisation comes last, and counts on news pages only, where a newsroom may sign: elsewhere
    templates put the publisher where the author is missing.
    """
    credits = sorted(page.declared_authors(), key=lambda c: c[0].endswith("(organization)"))
    if not page.news:
        credits = [c for c in credits if not c[0].endswith("(organization)")]
    sections = {naming.key(name) for name in page.sections}
    for path, credit in credits:
        names = [n for n in authors.split(credit) if naming.key(n) not in sections]
        if names and not _is_address(credit):
            return Field(tuple(names), path.split("/")[0], 0.5, path=path)
    return None


def _shown(view: View, headline: int | None, own: Sequence[str]) -> Field | None:
    """The people whom the lines name: of the likeliest line that names any."""
    namesake: Field | None = None
    for names, index, sure in signatures.in_lines(view, headline):
        credited = [n for n in names if not agencies.is_agency(n)]
        people = [n for n in credited if sure <= 0.5 or not naming.is_organisation(n, own)]
        source = "visible" if view.document.dom else "text"
        if people and authors.is_partial(view.document.texts[index]):
            return None  # some of the authors are not all of them
        if people:
            return Field(tuple(_with_degrees(view, n) for n in people), source, sure, line=view.number(index))
        if namesake is None and sure >= 0.8 and credited and all(map(_is_person, credited)):
            namesake = Field(tuple(credited), source, 0.6, line=view.number(index))
    return namesake  # a site may be called after its only author


def _with_degrees(view: View, name: str) -> str:
    """A name as another line gives it with the degrees that belong to it: `Lea Ott, DVM`."""
    start, least = f"{name}, ", len(name) + 4
    for text in view.document.texts if " " in name and "," not in name else ():
        if least <= len(text) <= least + 40 and start in text:
            found = authors.split(text)
            if len(found) == 1 and found[0].startswith(start):
                return found[0]
    return name


def _is_person(name: str) -> bool:
    """Whether a name is a person's by its shape, whatever the site is called."""
    return naming.is_name(name) and not naming.is_organisation(name) and len(name.split()[-1].strip(".")) > 1


def _signed(view: View, headline: int | None) -> Field | None:
    """The agency that a byline names in place of a person."""
    for i in signatures.window(view, headline):
        if name := authors.signed(view.document.texts[i]):
            return Field((name,), "visible" if view.document.dom else "text", 0.5, line=view.number(i))
    return None
