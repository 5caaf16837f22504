"""How often `cleaner check` cries wolf, with and without lines that only their shape speaks against.

    python benchmarks/guard.py --bench ../shared/bench [--paragraphs 3]

Clean articles are the gold bodies of the development pages with headline and authors above them: whatever is reported
there is a false alarm. Of what four extractors returned of the same pages, a line that is in the gold body is the
article's own, and any other one is residue.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cleaner.config import Config
from cleaner.guard.residue import find
from cleaner.model import RESIDUE

SETTINGS = {"as it is": Config(), "with shapes": Config(select=[*RESIDUE, "shape"])}
EACH = 6  # of the extractors' texts, every so manieth


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Read JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def article(gold: dict[str, Any], paragraphs: int | None) -> str:
    """Put a gold body below its headline and its authors."""
    authors = gold.get("author") or ", ".join(gold.get("authors") or ())
    body = [line for line in gold["text"].split("\n") if line.strip()]
    return "\n\n".join(filter(None, [gold["title"], authors, *body[:paragraphs]]))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--paragraphs", type=int, help="of each clean article, the first so many")
    options = parser.parse_args()
    gold = {
        (name, one["id"]): one for name in ("news", "web") for one in rows(options.bench / f"data/{name}/gold.jsonl.gz")
    }
    clean = [
        article(one, options.paragraphs)
        for one in gold.values()
        if one.get("type", "article") == "article" and one.get("title")
    ]
    texts = [
        (name, one)
        for name in ("news", "web")
        for path in sorted(options.bench.glob(f"data/{name}/residue/*.gz"))
        for one in rows(path)
    ]
    for name, config in SETTINGS.items():
        alarms = sum(bool(find(text, config)) for text in clean)
        print(f"{name}: {alarms} of {len(clean)} clean articles are reported ({alarms / len(clean):.1%})")
        own: Counter[bool] = Counter()
        for of, one in texts[::EACH]:
            body = " ".join(gold[of, one["id"]]["text"].split())
            own.update(" ".join(found.text.split()) in body for found in find(one["text"] or "", config))
        share = own[True] / own.total()
        print(f"{name}: of {own.total():,} lines reported in extractors' texts {share:.0%} are the article's own")


if __name__ == "__main__":
    main()
