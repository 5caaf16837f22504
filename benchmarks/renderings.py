"""How well text is cleaned that other programs made of the same pages, in ways that nothing was fitted on.

    python benchmarks/renderings.py [--bench FOLDER] [--every N] [--set news]

Needs the dependency group `bench`; lynx takes part where it is installed. The articles are those that the weights were
fitted on, in other renderings; so compare a row with those of the known renderings, not with another program.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from types import ModuleType

import html2text
import markdownify
from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning

import cleaner
from cleaner.decode import decode

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))
from fitting.pages import scorer

KNOWN = ("inscriptis", "resiliparse")


def nodes(html: str, between: str) -> str:
    """The text of all nodes that are shown, as BeautifulSoup's `get_text` gives it."""
    return _shown(html).get_text(between)


def filled(html: str) -> str:
    """Paragraphs filled to 78 columns, without links."""
    maker = html2text.HTML2Text(bodywidth=78)
    maker.ignore_links = maker.ignore_images = maker.ignore_emphasis = True
    return maker.handle(html)


def linked(html: str) -> str:
    """Markdown with links."""
    maker = html2text.HTML2Text(bodywidth=0)
    maker.ignore_images = True
    return maker.handle(html)


def illustrated(html: str) -> str:
    """Markdown with links and pictures."""
    return markdownify.markdownify(str(_shown(html)))


def terminal(html: str) -> str:
    """What lynx shows in a window of 120 columns."""
    command = ["lynx", "-stdin", "-dump", "-nolist", "-width=120", "-assume_charset=utf-8", "-display_charset=utf-8"]
    return subprocess.run(command, input=html.encode(), capture_output=True, check=False, timeout=60).stdout.decode(
        "utf-8", "replace"
    )


RENDERINGS: dict[str, Callable[[str], str]] = {
    "beautifulsoup, a line a node": lambda html: nodes(html, "\n"),
    "beautifulsoup, all glued": lambda html: nodes(html, ""),
    "html2text, 78 columns": filled,
    "html2text, Markdown": linked,
    "markdownify": illustrated,
} | ({"lynx, 120 columns": terminal} if shutil.which("lynx") else {})


def _shown(html: str) -> BeautifulSoup:
    soup = BeautifulSoup(html, "lxml")
    for hidden in soup(["script", "style", "noscript", "template"]):
        hidden.decompose()
    return soup


def rendered(score: ModuleType, name: str, every: int) -> Iterator[tuple[str, str, str]]:
    """Every n-th article of a set: the rendering, the text and the gold body."""
    taken = set()
    for _, gold, data in islice(score.load(name, "html", 0, True), 0, None, every):
        taken.add(gold["id"])
        html = decode(data, kind="html").text
        for rendering, render in RENDERINGS.items():
            yield rendering, render(html), gold["text"]
    for variant, gold, text in score.load(name, "text", 0, True):
        if variant in KNOWN and gold["id"] in taken:
            yield f"{variant} (fitted on)", text, gold["text"]


def main() -> int:
    """Print a row a set and rendering: shingle precision, recall and F1, before and after."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"), help="folder of the development pages")
    parser.add_argument("--set", default="news,web")
    parser.add_argument("--every", type=int, default=1, help="take one page of so many")
    args = parser.parse_args()
    for category in (MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning):
        warnings.simplefilter("ignore", category)
    score = scorer(args.bench)
    for name in args.set.split(","):
        rows: dict[str, list[tuple[object, object]]] = {}
        for rendering, text, gold in rendered(score, name, args.every):
            body = cleaner.clean(text, kind="text").text
            rows.setdefault(rendering, []).append((score.shingle(text, gold), score.shingle(body, gold)))
        for rendering, found in rows.items():
            before, after = (score.shingle_macro([pair[side] for pair in found]) for side in (0, 1))
            figures = "P {:.3f} R {:.3f} F1 {:.3f}"
            print(f"{name:5} {rendering:29} n {len(found):4} | as it comes {figures.format(*before)}", end="")
            print(f" | cleaned {figures.format(*after)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
