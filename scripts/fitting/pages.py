"""The development pages as documents with a gold label for each line."""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import random
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from cleaner import markup, plain
from cleaner.model import Document, Dom

FOLDS = 3
WALLS = 0.5  # of the pages, also without line breaks
LONG = (10, 30, 80)  # articles in one
Gold = dict[str, str]
SMALL = {"text": "small", "html": "few"}
"""The mode of short documents that are made of the pages of another mode."""
_WORD = re.compile(r"\w+")
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
_LONG = 6  # words; shorter lines stand in the gold text by chance, so their neighbours are asked


@dataclass(frozen=True)
class Sample:
    """A page in one rendering: its lines, which of them are in the gold body, and how many words each has."""

    set: str
    mode: str
    variant: str
    id: str
    fold: int
    document: Document
    kept: NDArray[np.bool_]
    words: NDArray[np.float64]
    gold: str
    part: int = 0  # of another division of the publishers; see `fit._first_scores`


def scorer(bench: Path) -> ModuleType:
    """The bench's own score.py as a module, so that pages are read exactly as they are scored."""
    sys.path.insert(0, str(bench))
    spec = importlib.util.spec_from_file_location("bench_score", bench / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"There is no score.py in {bench}; name the development pages' folder with --bench.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def given(score: ModuleType, name: str, mode: str, *, articles: bool = True) -> Iterator[tuple[str, Gold, Any]]:
    """The pages of a set in one mode: variant, gold and input; its articles, or pages of every kind.

    Golds are composed (NFC), as bodies are: a decomposed one has another word for each word with an accent, and of its
    page hardly a line would be found in it.
    """
    for variant, gold, data in score.load(name, mode, 0, articles):
        yield variant, gold | {"text": unicodedata.normalize("NFC", gold["text"])}, data


def options(description: str | None) -> argparse.ArgumentParser:
    """What every script that fits can be told."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"), help="folder of the development pages")
    parser.add_argument("--held-out", action="store_true", help="do not write; fit on two thirds, score the others")
    return parser


def publisher(gold: dict[str, str]) -> str:
    """Who published a page: pages of one publisher never stand on both sides of a split."""
    host = urlsplit(gold.get("url") or "").hostname or gold["id"]
    return gold.get("publisher") or ".".join(host.split(".")[-2:])


def fold(name: str) -> int:
    """The third that a publisher belongs to; a name with something before it has another third."""
    return int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def words(text: str) -> list[str]:
    """Lower-case words; scripts without spaces give characters."""
    found: list[str] = []
    for token in _WORD.findall(text.lower()):
        if _SPACELESS.search(token):
            found.extend(token)
        else:
            found.append(token)
    return found


def label(texts: tuple[str, ...], gold: str) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Which lines are in the gold body.

    A line of six words or more is, if six tenths of its word 3-grams are. A shorter one must stand in the body word for
    word, and so must the long lines on both sides of it, or on one side where it is a line of the gold body by itself.
    """
    gold_words = words(gold)
    gold_text = " " + " ".join(gold_words) + " "
    gold_lines = {" ".join(words(line)) for line in gold.split("\n")}
    grams = {tuple(gold_words[i : i + 3]) for i in range(len(gold_words) - 2)}
    tokens = [words(text) for text in texts]
    kept = np.zeros(len(texts), dtype=np.bool_)
    for i, line in enumerate(tokens):
        if len(line) >= _LONG:
            hits = sum(tuple(line[j : j + 3]) in grams for j in range(len(line) - 2))
            kept[i] = hits >= 0.6 * (len(line) - 2)
    long = np.flatnonzero([len(line) >= _LONG for line in tokens])
    sides = kept.copy()
    for i, line in enumerate(tokens):
        text = " ".join(line)
        if len(line) >= _LONG or not line or f" {text} " not in gold_text:
            continue
        at = int(np.searchsorted(long, i))
        above = at > 0 and sides[long[at - 1]]
        below = at < len(long) and sides[long[at]]
        kept[i] = (above and below) or (text in gold_lines and (above or below))
    return kept, np.array([len(line) for line in tokens], dtype=np.float64)


def load(bench: Path, kind: str, *, every: bool = False) -> Iterator[Sample]:
    """The articles of both sets, in all modes of a kind of input.

    Args:
        bench: the folder of the development pages.
        kind: "text" or "html".
        every: all renderings of a page; else two of four (one of three in `cut`), drawn by a fixed seed.
    """
    score = scorer(bench)
    if kind == "text":
        yield from _clean(score)
        yield from _long(score)
    modes = ("html",) if kind == "html" else ("text", "cut", "residue")
    for name in ("news", "web"):
        for mode in modes:
            drawn: dict[str, list[str]] = {}
            for variant, gold, data in given(score, name, mode):
                if not every and kind == "text":
                    if gold["id"] not in drawn:
                        variants = score.INPUTS[mode]
                        seed = f"{name} {mode} {gold['id']}"
                        drawn[gold["id"]] = random.Random(seed).sample(variants, 1 if mode == "cut" else 2)
                    if variant not in drawn[gold["id"]]:
                        continue
                document = _read(data, kind, gold.get("url"))
                if not len(document):
                    continue
                kept, count = label(document.texts, gold["text"])
                own, part = _split(gold)
                sample = Sample(name, mode, variant, gold["id"], own, document, kept, count, gold["text"], part)
                yield sample
                if mode in SMALL:
                    yield from _small(sample)
                if mode == "text":
                    yield from _wall(sample)


def _small(page: Sample) -> Iterator[Sample]:
    """The same page as a short document: up to four lines above the article, a few paragraphs, up to six lines below.

    Whole pages have hundreds of lines; what users hand in often has ten.
    """
    draw = random.Random(f"small {page.variant} {page.id}")
    article = np.flatnonzero(page.kept)
    if len(article) < 2:
        return
    at = draw.randrange(len(article) - 1)
    chosen = range(article[at], article[min(at + draw.choice((1, 2, 3, 5)), len(article) - 1)] + 1)
    before = range(max(0, article[0] - draw.choice((0, 1, 2, 4))), article[0])
    after = range(article[-1] + 1, min(len(page.kept), article[-1] + 1 + draw.choice((0, 2, 4, 6))))
    if page.mode == "html":  # a page's first and last lines are what a small page has, too
        before = draw.choice((before, range(min(len(before), article[0]))))
        after = draw.choice((after, range(max(article[-1] + 1, len(page.kept) - len(after)), len(page.kept))))
    lines = [*before, *chosen, *after]
    texts = tuple([page.document.texts[line] for line in lines])
    if page.mode == "html":
        document = _without_others(page.document, lines)
    else:
        document = _read(draw.choice(("\n", "\n\n")).join(texts), "text", None)
    if document.texts == texts:  # nothing that stood apart was joined
        gold = "\n".join(page.document.texts[line] for line in chosen if page.kept[line])
        yield Sample(
            page.set, SMALL[page.mode], page.variant, page.id, page.fold,
            document, page.kept[lines], page.words[lines], gold, page.part,
        )  # fmt: skip


def _without_others(document: Document, lines: Sequence[int]) -> Document:
    """A page of HTML with only some of its lines."""

    def some(whole: Document | Dom, *names: str) -> dict[str, tuple[Any, ...]]:
        return {name: tuple([getattr(whole, name)[line] for line in lines]) for name in names}

    dom = document.dom
    if dom is None:
        raise ValueError("Lines are taken out of a page of HTML only.")
    columns = (field.name for field in fields(dom) if field.name != "around")
    return replace(
        document,
        **some(document, "texts", "spans", "numbers", "gaps", "indents"),
        dom=replace(dom, **some(dom, *columns)),
    )


def _wall(page: Sample) -> Iterator[Sample]:
    """The same page without its line breaks, of every other page: sentences in which the menu runs into the headline.

    Some programs hand a page's text over in one line. Publishers held out gain 0.03 to 0.06 of F1 in such a rendering,
    and in the others 0 to 0.003 on news, 0.001 more or less on the open web.
    """
    if random.Random(f"wall {page.id} {page.variant}").random() < WALLS:
        document = _read(" ".join(page.document.source.split()), "text", None)
        kept, words = label(document.texts, page.gold)
        yield replace(page, mode="wall", document=document, kept=kept, words=words)


def _clean(score: ModuleType) -> Iterator[Sample]:
    """Bodies with nothing around them, whole and as excerpts of one to three lines: a clean document stays as it is."""
    for name in ("news", "web"):
        for variant, gold, _ in given(score, name, "html"):
            draw = random.Random(f"{name} {gold['id']}")
            lines = [line for line in gold["text"].split("\n") if line.strip()]
            at, count = draw.randrange(len(lines)), draw.choice((1, 2, 3))
            for mode, some in (("clean", lines), ("brief", lines[at : at + count])):
                document = _read(draw.choice(("\n", "\n\n")).join(some), "text", gold.get("url"))
                if len(document):
                    size = label(document.texts, gold["text"])[1]
                    kept = np.ones(len(document), dtype=np.bool_)
                    body = "\n".join(some)
                    yield Sample(name, mode, variant, gold["id"], fold(publisher(gold)), document, kept, size, body)


def _long(score: ModuleType) -> Iterator[Sample]:
    """Articles of many in one: of whole pages the fit would learn that nothing is so long but comments."""
    for name in ("news", "web"):
        golds = [gold for _, gold, _ in given(score, name, "html")]
        for fold_, part in product(range(FOLDS), repeat=2):
            own = [gold["text"] for gold in golds if _split(gold) == (fold_, part)]
            for number, count in enumerate(LONG):
                draw = random.Random(f"long {name} {fold_} {part} {number}")
                body = "\n".join(draw.choices(own, k=count))
                lines = [line for line in body.split("\n") if line.strip()]
                document = _read(draw.choice(("\n", "\n\n")).join(lines), "text", None)
                kept = np.ones(len(document), dtype=np.bool_)
                words = label(document.texts, "")[1]
                yield Sample(name, "long", "html", f"long {number}", fold_, document, kept, words, body, part)


def _split(gold: dict[str, str]) -> tuple[int, int]:
    """The third that a page's publisher belongs to, and its part in the other division."""
    name = publisher(gold)
    return fold(name), fold(f"part {name}")


def _read(data: str | bytes, kind: str, url: str | None) -> Document:
    from cleaner.decode import decode

    text = decode(data, kind="html" if kind == "html" else "text").text
    return markup.read(text, url=url) if kind == "html" else plain.read(text, url=url)
