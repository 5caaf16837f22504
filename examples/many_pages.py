"""Cleans many pages in processes of your own program, and keeps what you want of each.

    python examples/many_pages.py corpus/*.txt > articles.jsonl

A page that is no text costs itself alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from cleaner import Cleaner, Config, UnreadableInputError

cleaner = Cleaner(Config(keep=["caption"], ignore={"cut_teasers"}, crawled="2025-07-10"))


def article(path: Path) -> dict[str, object]:
    """Clean one page: what becomes of it, or why nothing does."""
    try:
        cleaned = cleaner.clean(path.read_bytes())
    except UnreadableInputError as error:
        return {"path": str(path), "error": str(error)}
    return {"path": str(path), "title": cleaned.metadata["title"], "text": cleaned.text, "flags": cleaned.flags}


def articles(paths: Iterable[Path]) -> Iterator[dict[str, object]]:
    """Clean pages in as many processes as there are processors, in order."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(article, paths, chunksize=32)


if __name__ == "__main__":
    for one in articles(map(Path, sys.argv[1:])):
        print(json.dumps(one, ensure_ascii=False))
