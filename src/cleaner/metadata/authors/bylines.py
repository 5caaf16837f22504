"""Who wrote an article: what the page declares, and what its lines say.

People come first. An organisation counts only where the article's own byline or author property credits it and no
person is named anywhere: the name of the publication in a site-wide element is no author.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from cleaner.metadata import agencies, authors
from cleaner.metadata import names as naming
from cleaner.metadata.authors import declared, signatures
from cleaner.metadata.authors.continued import MOST
from cleaner.metadata.authors.declared import Credit
from cleaner.metadata.page import Page, host_of
from cleaner.metadata.text import View, is_picture
from cleaner.model import Field

_SITE_WIDE = "meta/author"  # which templates fill for all pages alike
_MARKED = "microdata/author"  # elements, which stand on section pages and in teasers too
_ELSEWHERE = frozenset(("related", "ticker", "comments"))  # labels of lines whose marked authors are of other articles
_INITIAL = 2  # characters of an initial and its stop
_STEM = 4  # characters of a name that its cases leave as they are
_JOINED = 5  # characters between two names: a joiner and its blanks
_BETWEEN = " ,;|•·⋅∙●–—-"  # characters between a byline and its date
_WORDS = 5  # words of a name with a title or a degree
_PLACE = 30  # characters of a place's name
_ALONE = 0.65  # the confidence of a name that stands alone where bylines do
_BY_WORD = 0.8  # the confidence of a byline that a by-word introduces


def find(view: View, page: Page | None, headline: int | None, url: str | None, *, sure: bool = True) -> Field | None:
    """The authors of an article, as a field whose value is a tuple of names.

    Args:
        view: the lines and their labels.
        page: what an HTML page declares.
        headline: index of the title's line.
        url: the address, whose host may be the name of the publication.
        sure: whether that line is sure enough to be reported as the title.
    """
    own = page.names if page else tuple(filter(None, (host_of(url),)))
    credits = list(declared.credits(page, MOST)) if page else []
    people = _declared(view, credits, (*own, *(page.sections if page else ())))
    if people and any(map(_is_full, people.value)) and (head := _said_at_head(view, headline, people)):
        return _fuller(view, head, people) or people
    shown = _shown(view, headline, own, sure=sure)
    several = people is not None and people.path == _MARKED and page is not None and len(page.head.authors) > 1
    said = people is not None and _is_said(view, people.value, but=_ELSEWHERE if several else ())
    if people and any(map(_is_full, people.value)):
        if shown and _contradicts(shown, people, said=said):
            return shown
        if said or people.path != _MARKED:
            return people
    elif people and not (shown and shown.confidence > (0.7 if said else 0.6)):
        return people  # a handle, but there is nothing better
    if shown and shown.confidence > 0.5:
        return shown
    credited = _credited(view, page, credits) if page else None
    if credited and any(naming.is_site(name, own) for name in credited.value) and _is_wired(view, headline):
        credited = None  # the publication is not the author of what it has from an agency
    return credited or shown or _signed(view, headline)


def _said_at_head(view: View, headline: int | None, people: Field) -> list[int]:
    """The lines where bylines stand that say one of these names."""
    texts = view.document.texts
    return [i for i in signatures.window(view, headline) if any(name in texts[i] for name in people.value)]


def _fuller(view: View, lines: Sequence[int], people: Field) -> Field | None:
    """The byline on one of these lines, if it names the declared people and others beside them: templates often declare
    the first alone. A by-word introduces it, or it holds nothing but names, before its date if it has one.
    """
    for i in lines:
        text, when = view.document.texts[i], view.dated(i)
        credit = text[: when.start].rstrip(_BETWEEN) if when else text
        said = (view.introduced(i) or _only_names(credit)) if len(text) > len(people.value[0]) + _INITIAL else ()
        keys = [naming.key(name) for name in said if not agencies.is_agency(name)]
        if len(people.value) < len(keys) <= MOST and all(
            any(naming.key(name) in key for key in keys) for name in people.value
        ):
            return Field(tuple(said), "visible", _BY_WORD, line=view.number(i))
    return None


def _only_names(text: str) -> Sequence[str]:
    """The names on a line that holds nothing else but what joins them.

    >>> _only_names("Ana Cruz, Tom Weber & Li Moss"), _only_names("Ana Cruz, Tom Weber and the river")
    (['Ana Cruz', 'Tom Weber', 'Li Moss'], [])
    """
    names = authors.in_line(text, labelled=True)
    return names if len(text) - sum(map(len, names)) <= _JOINED * (len(names) - 1) else []


def _is_said(view: View, names: Sequence[str], *, but: Collection[str] = ()) -> bool:
    """Whether the page shows one of these names on any line, but not on those with some labels."""
    text = view.document.text
    if but:
        text = "\n".join(line for line, label in zip(view.document.texts, view.labels, strict=True) if label not in but)
    text = text.lower()
    return any(name.lower() in text for name in names)


def declared_agencies(page: Page) -> dict[str, str]:
    """The agencies that the page's properties credit as authors, each with the property."""
    found: dict[str, str] = {}
    for credit in declared.credits(page, 0):
        if not agencies.find(credit.text, credit=True):
            continue
        for name in filter(agencies.is_agency, authors.split(credit.text)):
            for agency in agencies.find(name, credit=True):
                found.setdefault(agency, credit.path)
    return found


def _contradicts(shown: Field, people: Field, *, said: bool) -> bool:
    """Whether a byline names others than the declared people, of whom none stands at the headline.

    A marked element elsewhere on the page is another article's. A meta element then holds the name of an account, and
    so does JSON-LD if the page never shows it: else templates fill that with the byline itself.
    """
    least = _ALONE if people.path == _MARKED else _BY_WORD
    if shown.confidence < least or (said and people.source == "json-ld"):
        return False
    ours, theirs = (
        {naming.key(word)[:_STEM] for name in field.value for word in name.split() if len(word) > _INITIAL}
        for field in (shown, people)
    )
    return ours.isdisjoint(theirs)


def _declared(view: View, credits: Sequence[Credit], own: Sequence[str]) -> Field | None:
    """The people of the first property that names any, and whom JSON-LD credits beside them.

    A section, the publication, an organisation by type or an agency in a person's byline is no author beside a person.
    What has an entry of its own and no such type stays, be it a team or an agency: the page says that it wrote.
    """
    whole = {said for credit in credits for said in (credit.text, agencies.joined(credit.text))}
    by_path: dict[str, list[str]] = {}
    firms: set[str] = set()
    for credit in credits:
        said = [_without_own(n, own) for n in authors.split(credit.text)]
        known = by_path.setdefault(credit.path, [])
        known.extend(n for n in said if naming.key(n) not in _keys(known))
        if credit.is_signed_by_a_site or (credit.organisation and not all(map(naming.is_name, said))):
            firms.update(n for n in said if not agencies.is_agency(n) or naming.is_site(n, own))
    for path, credited in by_path.items():
        people = [n for n in credited if n not in firms and not _is_group(n, own) and not _is_sentence(n)]
        if not people:
            continue
        if path == _MARKED and not _stand_together(view, people):
            people = people[:1]  # the others are of other articles
        fullest, names = _fullest(view, by_path, path, people, own)
        agreed = sum(not _keys(names).isdisjoint(_keys(others)) for others in by_path.values())
        if fullest == path and path.startswith("json-ld"):
            firms.update(n for n in credited if agencies.is_agency(n) and n not in whole)
            names = [n for n in credited if n in people or not (n in firms or naming.is_site(n, own))]
        sure = 0.6 if not any(map(_is_full, people)) else 0.95 if agreed > 1 else 0.85
        return Field(tuple(names), Credit(fullest, "").source, sure, path=fullest)
    return None


def _fullest(
    view: View, by_path: Mapping[str, Sequence[str]], path: str, people: Sequence[str], own: Sequence[str]
) -> tuple[str, Sequence[str]]:
    """The property that names these people and most others: one may name the first author only."""
    for other, credited in by_path.items():
        more = [n for n in credited if naming.is_name(n) and not _is_group(n, own)]
        if _keys(people) < _keys(more) and len(more) <= MOST and _stand_together(view, more):
            path, people = other, more
    return path, people


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


def _is_sentence(name: str) -> bool:
    """Whether a template has put a title or a motto where the author's name belongs."""
    return len(name.split()) > _WORDS and not naming.is_name(name.split(",")[0])


def _without_own(name: str, own: Sequence[str]) -> str:
    """A name without the publication's initials behind it, which look like a degree."""
    head, comma, tail = name.rpartition(", ")
    if not comma:
        return name
    letters = {naming.key(site) for site in own} | {"".join(w[0] for w in site.split()).lower() for site in own}
    return head if naming.key(tail) in letters else name


def _credited(view: View, page: Page, credits: Sequence[Credit]) -> Field | None:
    """An agency, desk or publication that the article's own author property credits.

    What JSON-LD calls an organisation comes last, and counts on news pages only, where a newsroom may sign: elsewhere
    templates put the publisher where the author is missing. A firm that the page neither belongs to nor shows has made
    the site.
    """
    others = {naming.key(name) for name in (*page.sections, *page.titles.values())}
    for credit in sorted(credits, key=lambda c: c.organisation):
        if (credit.organisation and not page.news) or credit.path == _MARKED:
            continue
        names = [n for n in authors.split(credit.text, whole=True) if naming.key(n) not in others]
        known = any(agencies.is_agency(n) or naming.is_site(n, page.names) for n in names)
        if credit.path == _SITE_WIDE and not known and not _is_said(view, names):
            continue
        if names and not credit.is_signed_by_a_site:
            return Field(tuple(names), credit.source, 0.5, path=credit.path)
    return None


def _shown(view: View, headline: int | None, own: Sequence[str], *, sure: bool) -> Field | None:
    """The people whom the lines name: of the likeliest line that names any."""
    namesake: Field | None = None
    for names, index, likely in signatures.in_lines(view, headline, sure=sure):
        credited = [n for n in names if not agencies.is_agency(n)]
        people = [n for n in credited if likely <= 0.5 or not naming.is_organisation(n, own)]
        signing = [n for n in names if n in people or n not in credited]  # an agency beside them has written as well
        source = "visible" if view.document.dom else "text"
        if people and authors.is_partial(view.document.texts[index]):
            return None  # some of the authors are not all of them
        if people:
            return Field(tuple(_with_degrees(view, n) for n in signing), source, likely, line=view.number(index))
        if namesake is None and likely >= 0.8 and credited and all(map(_is_person, credited)):
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


def _is_wired(view: View, headline: int | None) -> bool:
    """Whether a line where bylines stand is an agency and the place from where it reports: `AFP, BONN`.

    An agency alone may be a picture's credit.
    """
    for i in signatures.window(view, headline):
        name, _, place = view.document.texts[i].partition(", ")
        if 0 < len(place) < _PLACE and agencies.is_agency(name) and all(map(naming.is_capital, place.split())):
            return not is_picture(view.document.texts[i])
    return False


def _signed(view: View, headline: int | None) -> Field | None:
    """The agency that a byline names in place of a person."""
    for i in signatures.window(view, headline):
        if name := authors.signed(view.document.texts[i]):
            return Field((name,), "visible" if view.document.dom else "text", 0.5, line=view.number(i))
    return None
