"""How well text is cleaned that other programs made of the same pages, in ways that nothing was fitted on.

    python benchmarks/renderings.py [--bench FOLDER] [--every N] [--set news]

Needs the dependency group `bench`; lynx, elinks and pandoc take part where they are installed. The articles are those
that the weights were fitted on, in other renderings; so compare a row with those of the known renderings, not with
another program.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import textwrap
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from types import ModuleType

import html2text
import markdownify
import trafilatura
from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning

import cleaner
from cleaner.decode import decode

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))
from fitting.pages import scorer

KNOWN = ("inscriptis", "resiliparse")
BLOCKS = """address article aside blockquote body br caption dd div dl dt fieldset figcaption figure footer form h1 h2
h3 h4 h5 h6 header hr li main nav ol option p pre section table title tr ul""".split()


def nodes(html: str, between: str, *, strip: bool = False) -> str:
    """The text of all nodes that are shown, as BeautifulSoup's `get_text` gives it."""
    return _shown(html).get_text(between, strip=strip)


def blocks(html: str) -> str:
    """A line a block and no blank line, as in the WET files of Common Crawl."""
    soup = _shown(html)
    for block in soup(BLOCKS):
        block.insert_before("\0")
        block.insert_after("\0")
    return "\n".join(filter(None, (" ".join(line.split()) for line in soup.get_text().split("\0"))))


def wrapped(html: str) -> str:
    """A block after another, each filled to 72 columns."""
    return "\n".join(textwrap.fill(line, 72) for line in blocks(html).split("\n"))


def targeted(html: str, brackets: str) -> str:
    """Blocks filled to 80 columns, each link's target in brackets behind its text, as html-to-text writes them."""
    soup = _shown(html)
    for link in soup("a", href=True):
        link.append(f" {brackets[0]}{link['href']}{brackets[1]}" if link.get_text(strip=True) else str(link["href"]))
    return "\n".join(_filled(line) for line in blocks(str(soup)).split("\n"))


def _filled(line: str) -> str:
    return textwrap.fill(line, 80, break_long_words=False, break_on_hyphens=False)


def quoted(html: str) -> str:
    """Blocks filled to 72 columns, as a mail quotes them."""
    return "\n".join(f"> {line}" for line in wrapped(html).split("\n"))


def markdown(html: str, width: int, **settings: bool) -> str:
    """What html2text makes of a page, filled to so many columns; 0 for a line a paragraph."""
    maker = html2text.HTML2Text(bodywidth=width)
    for name, value in settings.items():
        setattr(maker, name, value)
    return maker.handle(html)


def illustrated(html: str) -> str:
    """Markdown with links and pictures."""
    return markdownify.markdownify(str(_shown(html)))


def piped(html: str, command: Sequence[str]) -> str:
    """What a command writes of a page that it reads from its standard input."""
    done = subprocess.run(command, input=html.encode("utf-8", "replace"), capture_output=True, check=False, timeout=60)
    return done.stdout.decode("utf-8", "replace")


_BARE = dict.fromkeys(("ignore_links", "ignore_images", "ignore_emphasis"), True)
_ELINKS = ("elinks", "-dump", "-force-html", "-dump-charset", "utf-8", "-eval", 'set document.codepage.assume="utf-8"')
_LYNX = ("lynx", "-stdin", "-dump", "-assume_charset=utf-8", "-display_charset=utf-8")
RENDERINGS: dict[str, Callable[[str], str]] = {
    "beautifulsoup, a line a node": lambda html: nodes(html, "\n"),
    "beautifulsoup, all glued": lambda html: nodes(html, ""),
    "beautifulsoup, bars between": lambda html: nodes(html, "|", strip=True),
    "a line a block": blocks,
    "blocks filled to 72 columns": wrapped,
    "the same, quoted in a mail": quoted,
    "targets in brackets": lambda html: targeted(html, "[]"),
    "targets in parentheses": lambda html: targeted(html, "()"),
    "targets in angle brackets": lambda html: targeted(html, "<>"),
    "html2text, 78 columns": lambda html: markdown(html, 78, **_BARE),
    "html2text, Markdown": lambda html: markdown(html, 0, ignore_images=True),
    "html2text, as it comes": lambda html: markdown(html, 78),
    "html2text, references": lambda html: markdown(html, 0, inline_links=False),
    "markdownify": illustrated,
    "trafilatura, all text": lambda html: trafilatura.html2txt(html) or "",
}
if shutil.which("lynx"):
    RENDERINGS["lynx, 120 columns"] = lambda html: piped(html, (*_LYNX, "-nolist", "-width=120"))
    RENDERINGS["lynx, numbered links"] = lambda html: piped(html, _LYNX)
if shutil.which("elinks"):
    RENDERINGS["elinks, numbered links"] = lambda html: piped(html, _ELINKS)
if shutil.which("pandoc"):
    for form in ("plain", "gfm", "markdown", "org", "mediawiki", "asciidoc"):
        command = ("pandoc", "-f", "html", "-t", form, *(["--wrap=none"] if form == "gfm" else []))
        RENDERINGS[f"pandoc, {form}"] = partial(piped, command=command)


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
