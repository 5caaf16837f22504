"""Measures how well lines in another language are found: one paragraph of another article is put into each article.

    python scripts/measure_line_languages.py TEXTS.jsonl [TEXTS.jsonl.gz ...] [--each 6]

Each line of the input is a JSON object with `text`, an article of several lines, and `language` (BCP 47, the primary
subtag counts); others are passed over. Every article gets one paragraph of 60 to 600 characters in each of so many
other languages, chosen and placed by a fixed seed. Prints by length of the paragraph the share that was found under its
language, and the share of the articles' own lines that were reported, with each of those lines, since an article may
hold such lines of its own.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from cleaner import plain
from cleaner.metadata.language import primary
from cleaner.metadata.multilingual import line_languages

BANDS = (120, 300, 600)  # characters; the longest paragraph of each


def articles(paths: Iterable[Path]) -> list[tuple[str, list[str]]]:
    """Read the articles: language and paragraphs of each."""
    found = []
    for path in paths:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for record in map(json.loads, data.splitlines()):
            tag = primary(str(record.get("language") or ""))
            paragraphs = [line.strip() for line in str(record.get("text") or "").split("\n") if line.strip()]
            if tag and paragraphs:
                found.append((tag, paragraphs))
    return found


def reported(paragraphs: list[str], own: str) -> dict[int, str]:
    """Give the languages that are found, by number of the paragraph."""
    runs = line_languages(plain.read("\n\n".join(paragraphs)), own)
    return {number // 2: run.language for run in runs for number in range(run.first, run.last + 1, 2)}


def main() -> None:
    """Put them together and print what is found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--each", type=int, default=6, help="paragraphs that every article gets, one at a time")
    args = parser.parse_args()
    chance = random.Random(7)
    given = articles(args.texts)
    donors: defaultdict[str, list[str]] = defaultdict(list)
    for tag, paragraphs in given:
        donors[tag] += [line for line in paragraphs if 60 <= len(line) <= BANDS[-1]]
    asked, right, own_lines = Counter[int](), Counter[int](), 0
    false: Counter[tuple[str, str, str]] = Counter()
    for own, paragraphs in given:
        for _ in range(args.each):
            other = chance.choice([tag for tag in sorted(donors) if tag != own and donors[tag]])
            line, place = chance.choice(donors[other]), chance.randrange(len(paragraphs) + 1)
            found = reported([*paragraphs[:place], line, *paragraphs[place:]], own)
            band = next(band for band in BANDS if len(line) <= band)
            asked[band] += 1
            right[band] += found.pop(place, None) == other
            own_lines += len(paragraphs)
            false.update((own, tag, paragraphs[at - (at > place)][:100]) for at, tag in found.items())
    for band in BANDS:
        print(f"to {band} characters: {right[band] / max(asked[band], 1):.3f} of {asked[band]}")
    print(f"all: {right.total() / max(asked.total(), 1):.3f} of {asked.total()}")
    print(f"own lines reported: {false.total()} of {own_lines}")
    for (own, tag, line), times in sorted(false.items()):
        print(f"  {own} {tag} {times} {line}")


if __name__ == "__main__":
    main()
