"""What template books are worth, and what learning one costs.

    python benchmarks/templates.py [--bench ../shared/bench] [--sites 20] [--pages 15]
    python benchmarks/templates.py --memory [--documents 100000]

The first makes synthetic sites: the real surroundings of one development page, as text and as HTML, around the bodies
of other pages in its language. On each page of text a tenth of the lines around is missing, and a tenth is replaced by
other headlines. Each site is cleaned without and with the book that is learned from it, both without a second
opinion. Exit code 1 when books do not raise precision, or cost more than 0.002 of recall.

The second learns a book of made-up documents, of a hundred sites and some 60 lines each, in a process of its own, and
judges its greatest resident set: at most 1 GiB.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from cleaner import Config, clean, markup, plain, templates
from cleaner.decode import decode
from fitting import pages as development

LOSS = 0.002  # of recall, that books may cost at most
VARIED = 0.1  # of the surrounding lines missing, and as many replaced
LIMIT = 1 << 30  # bytes


@dataclass(frozen=True)
class Site:
    """The pages of one synthetic site, each with its true body."""

    name: str
    kind: str
    pages: tuple[tuple[str, str], ...]


def sites(bench: Path, kind: str, count: int, size: int) -> Iterator[Site]:
    """Make the sites of a kind from pages of languages that have bodies enough."""
    score = development.scorer(bench)
    loaded = list(score.load("news", kind, 0, True))
    rng = random.Random(7)
    rng.shuffle(loaded)
    gold = {g["id"]: g for _, g, _ in loaded}
    made, used = 0, set()
    for _, own, data in loaded:
        others = [g for g in gold.values() if g["language"] == own["language"] and g["id"] != own["id"]]
        if made == count or len(others) < size or own["publisher"] in used:
            continue
        around = (_around_text if kind == "text" else _around_html)(data, own["text"])
        if around is None:
            continue
        used.add(own["publisher"])
        made += 1
        chosen = rng.sample(others, size)
        build = _text_page if kind == "text" else _html_page
        yield Site(f"site{made}.example", kind, tuple((build(around, g, others, rng), g["text"]) for g in chosen))


def _around_text(data: str, body: str) -> tuple[list[str], list[str]] | None:
    """The lines above and below the article."""
    texts = plain.read(data).texts
    kept = np.flatnonzero(development.label(texts, body)[0])
    if len(kept) < 3:
        return None
    above, below = list(texts[: kept[0]]), list(texts[kept[-1] + 1 :])
    return (above, below) if len(above) + len(below) >= 10 else None


def _text_page(around: tuple[list[str], list[str]], own: dict, others: list[dict], rng: random.Random) -> str:
    above, below = (list(_varied(lines, others, rng)) for lines in around)
    body = "\n\n".join(line for line in own["text"].split("\n") if line.strip())
    return "\n".join([*above, "", own["title"] or "", "", body, "", *below])


def _varied(lines: list[str], others: list[dict], rng: random.Random) -> Iterator[str]:
    for line in lines:
        chance = rng.random()
        if chance >= 2 * VARIED:
            yield line
        elif chance >= VARIED:
            yield rng.choice(others)["title"] or ""


def _around_html(data: bytes, body: str) -> tuple[str, str] | None:
    """The page up to and from the inside of the element that holds the article."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(decode(data, kind="html").text)
    wanted = [line.strip() for line in body.split("\n") if len(line.strip()) > 40]
    best = None
    for node in tree.css("article, main, section, div"):
        text = " ".join(node.text(separator=" ").split())
        share = sum(" ".join(line.split())[:40] in text for line in wanted) / max(len(wanted), 1)
        if share >= 0.8:
            best = node  # in document order, so the last one is the innermost
    whole = tree.html or ""
    if best is None or not best.html or whole.count(best.html) != 1:
        return None
    start, end = whole.split(best.html)
    opening = best.html[: best.html.index(">") + 1]
    return start + opening, f"</{best.tag}>" + end


def _html_page(around: tuple[str, str], own: dict, others: list[dict], rng: random.Random) -> str:
    from html import escape

    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in own["text"].split("\n") if line.strip())
    return f"{around[0]}<h1>{escape(own['title'] or '')}</h1>\n{paragraphs}{around[1]}"


def measure(some: list[Site], metric: ModuleType) -> tuple[list[tuple[float, float, float]], ...]:
    """Precision and recall without and with books."""
    without, with_book = [], []
    for site in some:
        read = plain.read if site.kind == "text" else markup.read
        rows = [row for page, _ in site.pages for row in templates.observations(read(page).texts, site.name)]
        book = templates.freeze(templates.merge(rows))
        config = Config(second_opinion=False)
        for page, body in site.pages:
            url = f"https://{site.name}/page"
            for found, settings in ((without, config), (with_book, replace(config, templates=book))):
                found.append(metric.shingle(clean(page, kind=site.kind, url=url, config=settings).text, body))
        show(site.name, metric, without[-len(site.pages) :], with_book[-len(site.pages) :])
    return without, with_book


def show(name: str, metric: ModuleType, *both: list[tuple[float, float, float]]) -> None:
    """Print one row of figures."""
    row = [" R ".join(f"{x:.4f}" for x in metric.shingle_macro(found)[:2]) for found in both]
    print(f"  {name:16} without: P {row[0]}   with: P {row[1]}", flush=True)


def memory(documents: int) -> int:
    """Learn a book of made-up documents; 1 when it takes more memory than it may."""
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as directory:
        corpus, book = Path(directory, "corpus.jsonl"), Path(directory, "corpus.book")
        with corpus.open("w", encoding="utf-8") as file:
            for number in range(documents):
                file.write(json.dumps(_made_up(number % 100, rng)) + "\n")
        command = [sys.executable, "-m", "cleaner", "learn", str(corpus), "-o", str(book)]
        started = time.monotonic()
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        seconds = time.monotonic() - started
        if done.returncode:
            raise SystemExit(done.stderr)
        size, lines = corpus.stat().st_size, book.read_bytes().count(b"\n") - 102
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(f"{documents:,} documents, {size / (1 << 20):,.0f} MiB, {lines:,} lines recur: {documents / seconds:,.0f}/s")
    print(f"greatest resident set {most / (1 << 20):,.0f} MiB, the limit is {LIMIT >> 20:,} MiB")
    return int(most > LIMIT)


def _made_up(site: int, rng: random.Random) -> dict[str, str]:
    """Make up a document: twenty lines of its site around forty of its own."""
    menu = [f"Section {_word(site * 31 + i)} {_word(i)}" for i in range(20)]
    own = [" ".join(_word(rng.randrange(50_000)) for _ in range(rng.randint(3, 14))) + "." for _ in range(40)]
    return {"url": f"https://site{site}.example/{rng.random()}", "text": "\n".join([*menu[:12], *own, *menu[12:]])}


def _word(number: int) -> str:
    """A made-up word."""
    syllables = "ba den for gil han ker lim mor nas pel rin sto tur vel wan zig".split()
    return "".join(syllables[number >> shift & 15] for shift in (0, 4, 8, 12))


def main() -> int:
    """Measure, print and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"), help="folder of the development pages")
    parser.add_argument("--kind", choices=("text", "html"), action="append")
    parser.add_argument("--sites", type=int, default=20)
    parser.add_argument("--pages", type=int, default=15)
    parser.add_argument("--memory", action="store_true", help="measure the memory of learning instead")
    parser.add_argument("--documents", type=int, default=100_000)
    args = parser.parse_args()
    if args.memory:
        return memory(args.documents)
    metric = development.scorer(args.bench)
    wrong = False
    for kind in args.kind or ("text", "html"):
        print(kind)
        without, with_book = measure(list(sites(args.bench, kind, args.sites, args.pages)), metric)
        show("all", metric, without, with_book)
        before, after = metric.shingle_macro(without), metric.shingle_macro(with_book)
        wrong |= after[0] <= before[0] or after[1] < before[1] - LOSS
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
