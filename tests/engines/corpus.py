"""An invented crawl: two sites with menus of their own, text and HTML, and rows that cannot be cleaned."""

import pyarrow as pa

HARBOUR = "Home | News | Weather\nHarbour Herald since 1882\n\n{}\n\nMore from the quay\nTides for sailors\n"
VALLEY = "<nav><a href=/>Valley Voice</a> <a href=/farms>Farms</a></nav><article><p>{}</p></article><p>Ask a farmer</p>"
STORY = (
    "The {0} bridge over the river was closed on Monday, the mayor said, since {1} of its piers have cracks that "
    "nobody had seen before. Drivers are sent through the tunnel, and a ferry carries walkers every {1} minutes."
)
WORDS = "old new long short stone iron wooden upper lower western".split()


def _rows() -> list[dict[str, object]]:
    rows = []
    for number, word in enumerate(WORDS):
        story = STORY.format(word, number + 2)
        rows.append({"html": None, "text": HARBOUR.format(story), "url": f"https://harbour.example/{number}"})
        rows.append({"html": VALLEY.format(story), "text": None, "url": f"https://www.valley.example/{number}"})
    rows.append({"html": None, "text": None, "url": "https://harbour.example/lost"})
    rows.append({"html": None, "text": STORY, "url": None, "id": "../up"})
    return [{"id": f"{number:02}", "title": f"crawl {number}", **row} for number, row in enumerate(rows)]


TABLE = pa.Table.from_pylist(
    _rows(), schema=pa.schema([(name, pa.string()) for name in ("id", "html", "text", "url", "title")])
)
