"""An invented corpus: outlets that do not exist, their menus, tickers and appeals, and articles about small towns.

Everything follows from the document's number, so any number of documents can be had, always the same ones.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

TOWNS = ("Harlow", "Amblemouth", "Kestrel Bay", "Sundholm", "Orley", "Dornby", "Velm", "Tarn Cross")
PEOPLE = ("Ada Thornbury", "Emil Varga", "Ines Okonjo", "Noor Halvorsen", "Tomas Ek", "Lia Brandt")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

STORIES = (
    ("Old bridge in {town} closed until spring", "bridge", "engineers found cracks in two of its arches", "ferry"),
    ("{town} votes to keep its last cinema", "cinema", "its owner said that he would close it", "library hall"),
    ("Storm takes the roof off the {town} market hall", "market hall", "gusts reached 130 km an hour", "school yard"),
    ("{town} counts its swifts, and finds more", "church tower", "volunteers put up sixty nesting boxes", "town gate"),
    ("Night train will stop in {town} again", "station", "the railway had removed it from the timetable", "bus depot"),
    ("Drought empties the reservoir above {town}", "reservoir", "no rain had fallen for eleven weeks", "old well"),
)
PARAGRAPHS = (
    "The {thing} of {town} will stay closed for the time being after {cause}, the council said on {day} evening.",
    "Mayor {person} told the council that the work would take until spring and cost about {number} million crowns, of "
    "which the town has to pay half.",
    "“Nobody will be left without a way across,” {person} said, but the {other} that has to serve instead is open only "
    "from six in the morning until nine at night.",
    "Farmers on the eastern bank, who sell their milk in {town}, asked for an exception and were told to wait for a "
    "second report, which is due in {number} weeks.",
    "Residents who came to the meeting said that they had warned of it for years. A petition that {person} handed "
    "over carries more than {number} hundred signatures.",
    "The {thing} was built ninety years ago and repaired twice since. Its plans were lost in a fire, so that engineers "
    "had to measure every stone again before they could say anything about it.",
    "A decision about the {other} will be made after the holidays. Until then the council meets every {day}.",
)
FOREIGN = list(tomllib.loads(Path(__file__).with_name("foreign.toml").read_text(encoding="utf-8")).items())
OUTLETS = (
    ("The Riverside Courier", "courier.example"),
    ("Amble Daily", "amble.example"),
    ("Kestrel Post", "kestrelpost.example"),
    ("Northern Wire", "wire.example"),
)
MENU = "Home | World | Region | Business | Sport | Culture"
TICKER = (
    ("17:52", "Harbour master reports record catch"),
    ("17:40", "Two cars collide on the coast road, nobody hurt"),
    ("17:31", "School choir of Orley wins the northern prize"),
    ("17:18", "Bakers ask for an earlier market"),
    ("16:55", "Lighthouse lamp to be replaced by diodes"),
    ("16:40", "Council of Velm publishes its budget"),
    ("16:22", "Ferry timetable changes on Sunday"),
)
TEASERS = (
    "The ferry that nobody wanted and everybody takes",
    "Why the swifts came back to the church tower",
    "Ten walks along the coast, and one that we regret",
    "What is left of the old railway",
    "A baker, a lighthouse and a very long winter",
)
APPEAL = (
    "Dear readers,",
    "The Riverside Courier has no owner who could pay for it. It lives on what its readers give.",
    "If you value our work, please support independent journalism with a small monthly donation.",
    "Donate now",
)


def title(number: int) -> str:
    """Give the headline of a document."""
    return STORIES[number % len(STORIES)][0].format(town=TOWNS[number // 2 % len(TOWNS)])


def paragraphs(number: int) -> list[str]:
    """Give the article of a document, of three to seven paragraphs."""
    _, thing, cause, other = STORIES[number % len(STORIES)]
    words = {
        "thing": thing,
        "cause": cause,
        "other": other,
        "town": TOWNS[number // 2 % len(TOWNS)],
        "person": PEOPLE[number % len(PEOPLE)],
        "day": DAYS[number % len(DAYS)],
        "number": ("two", "three", "four", "nine", "twelve")[number % 5],
    }
    count = 3 + number * 7 % 5
    return [text.format(**words) for text in PARAGRAPHS[:count]]


def text(number: int) -> str:
    """Give a document as an extractor left it: article and residue, line by line."""
    outlet = OUTLETS[number % len(OUTLETS)][0]
    date = f"{1 + number * 7 % 28} {('March', 'April', 'May', 'September')[number % 4]} {2029 + number % 3}"
    lines = [MENU, "", title(number), f"By {PEOPLE[number * 3 % len(PEOPLE)]}", date, ""]
    body = paragraphs(number)
    for at, paragraph in enumerate(body):
        lines += [paragraph, ""]
        if at == 1 and number % 3 == 0:
            lines += [f"Read also: {TEASERS[number % len(TEASERS)]}", ""]
    if number % 4 == 0:
        lines += [*APPEAL, ""]
    if number % 5 != 1:
        lines += ["Related articles", *TEASERS[: 2 + number % 4], ""]
    if number % 6 == 2:
        lines += ["Latest news", *(part for row in (TICKER * 3)[: 4 + number % 13] for part in row), ""]
    lines += ["Share on Facebook", "Subscribe to our newsletter", f"© 2031 {outlet}. All rights reserved.", ""]
    return "\n".join(lines)


def foreign(number: int) -> str:
    """Give a document in another language."""
    page = FOREIGN[number % len(FOREIGN)][1]
    body = [paragraph + "\n" for paragraph in page["body"]]
    return "\n".join([page["menu"], "", page["title"], "", *body, page["promo"], page["legal"], ""])


def html(number: int) -> str:
    """Give a document as a page."""
    outlet, host = OUTLETS[number % len(OUTLETS)]
    body = "".join(f"<p>{part}</p>" for part in paragraphs(number))
    links = "".join(f"<li><a href=/{i}>{name}</a></li>" for i, name in enumerate(MENU.split(" | ")))
    related = "".join(f"<li><a href=/r{i}>{name}</a></li>" for i, name in enumerate(TEASERS))
    day = f"{2029 + number % 3}-{1 + number % 12:02}-{1 + number * 7 % 28:02}"
    return (
        f"<!doctype html><html lang=en><head><title>{title(number)} - {outlet}</title>"
        f'<meta property="og:site_name" content="{outlet}"><meta property="og:title" content="{title(number)}">'
        f'<link rel=canonical href="https://www.{host}/{number}"><meta name=author content="{PEOPLE[number % 6]}">'
        f'<meta property="article:published_time" content="{day}T08:00:00Z"></head><body><nav><ul>{links}</ul></nav>'
        f"<article><h1>{title(number)}</h1>{body}</article><aside><h2>Related articles</h2><ul>{related}</ul></aside>"
        f"<footer><p>© 2031 {outlet}. All rights reserved.</p></footer></body></html>"
    )


def listing(number: int) -> str:
    """Give a page of headlines, which is no article."""
    heads = [title(at) for at in range(number, number + 24)]
    return "\n".join([MENU, "", "Most read", *heads[:12], "", "More news", *heads[12:], "", APPEAL[-1], ""])


def brief(number: int) -> str:
    """Give a page with one sentence of its own."""
    feed = [part for row in TICKER * 3 for part in row]
    return "\n".join(
        [MENU, "", "The market stays closed today.", "", "Latest news", *feed, "", "Subscribe to our newsletter", ""]
    )


def misread(number: int) -> str:
    """Give a document whose quotation marks somebody decoded wrongly."""
    return text(number).replace("“", "â€œ").replace("”", "â€\x9d")


def page(number: int) -> tuple[str, str]:
    """Give a document's name and content: mostly text, some pages, some in other languages, some without an article."""
    for every, at, make in ((19, 11, listing), (29, 9, brief), (37, 13, misread)):
        if number % every == at:
            return f"courier/{number:05}.txt", make(number)
    if number % 9 == 7:
        lang = FOREIGN[number % len(FOREIGN)][0]
        return f"{lang}/{number:05}.txt", foreign(number)
    host = OUTLETS[number % len(OUTLETS)][1].split(".")[0]
    return (f"{host}/{number:05}.html", html(number)) if number % 4 == 3 else (f"{host}/{number:05}.txt", text(number))


def pages(count: int) -> Iterator[tuple[str, str]]:
    """Give that many documents."""
    return (page(number) for number in range(count))


def write(root: Path, count: int) -> Path:
    """Write that many documents below a directory."""
    for name, content in pages(count):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return root
