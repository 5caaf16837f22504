"""The language of a text, without a network: by script where a script has one language, else by a model.

The model is py3langid's (Naive Bayes over byte n-grams, 4.5 MB, loaded at first use). `scripts/measure_language.py`
holds it against others, and docs/metadata.md has the figures: it was chosen because it is right as often as any on
lines as short as a headline, knows the most languages, and is pure Python. Two kinds of answers are corrected here:
languages that hardly any page is written in give way to the next best, and Norwegian, which the model calls `no` beside
`nn`, is reported as `nb`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

Source = Literal["script", "model"]

_READ = 300  # characters; twice as many find the same languages and take twice the time
_BRIEF = 80  # characters; less is a headline, in which names may outweigh words
_SAMPLE = 250  # characters looked at to tell the script

# Unicode blocks as runs of one script: where a run begins, and its script ("" is none that tells).
_BLOCKS: tuple[tuple[int, str], ...] = (
    (0x0000, ""), (0x0041, "Latn"), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"), (0x0590, "Hebr"),
    (0x0600, "Arab"), (0x0700, ""), (0x0750, "Arab"), (0x0780, ""), (0x08A0, "Arab"), (0x0900, "Deva"),
    (0x0980, "Beng"), (0x0A00, "Guru"), (0x0A80, "Gujr"), (0x0B00, "Orya"), (0x0B80, "Taml"), (0x0C00, "Telu"),
    (0x0C80, "Knda"), (0x0D00, "Mlym"), (0x0D80, "Sinh"), (0x0E00, "Thai"), (0x0E80, "Laoo"), (0x0F00, "Tibt"),
    (0x1000, "Mymr"), (0x10A0, "Geor"), (0x1100, "Hang"), (0x1200, "Ethi"), (0x13A0, ""), (0x1780, "Khmr"),
    (0x1800, ""), (0x1C80, "Cyrl"), (0x1C90, "Geor"), (0x1CC0, ""), (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, ""),
    (0x2D00, "Geor"), (0x2D30, ""), (0x2DE0, "Cyrl"), (0x2E00, ""), (0x3041, "Kana"), (0x3100, ""), (0x3130, "Hang"),
    (0x3190, ""), (0x3400, "Hani"), (0xA000, ""), (0xAC00, "Hang"), (0xD7B0, ""), (0xF900, "Hani"), (0xFB00, ""),
    (0xFB50, "Arab"), (0xFE00, ""), (0xFE70, "Arab"), (0xFF00, ""), (0xFF21, "Latn"), (0xFF5B, ""), (0xFF66, "Kana"),
    (0xFFA0, ""), (0x20000, "Hani"), (0x30000, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _BLOCKS]

# Scripts of one language each, as far as pages of the web are concerned.
_ONE = {
    "Grek": "el", "Armn": "hy", "Hebr": "he", "Guru": "pa", "Gujr": "gu", "Orya": "or", "Taml": "ta", "Telu": "te",
    "Knda": "kn", "Mlym": "ml", "Sinh": "si", "Thai": "th", "Laoo": "lo", "Tibt": "bo", "Mymr": "my", "Geor": "ka",
    "Hang": "ko", "Ethi": "am", "Khmr": "km", "Kana": "ja", "Hani": "zh",
}  # fmt: skip
_MANY = {
    "Cyrl": frozenset("ba be bg kk ky mk mn ru sr tg tt uk".split()),
    "Arab": frozenset("ar fa ku ps sd ug ur".split()),
    "Deva": frozenset("hi mr ne sa".split()),
    "Beng": frozenset("as bn".split()),
    "Latn": frozenset(
        """af az bs ca cs cy da de en eo es et eu fi fr ga gl ha hr hu id ig is it jv ku la lb lt lv mg ms mt nl nn
        no om pl pt ro rw sk sl sn so sq sr st su sv sw tk tl tr uz vi xh yo zu""".split()
    ),
}
_TAG = {"no": "nb"}
_FAMILY = {"no": "nb", "sh": "sr", "iw": "he", "in": "id", "tl": "fil", "cmn": "zh", "yue": "zh"}
_CLOSE = (
    {"nb", "nn", "da", "sv"},
    {"hr", "bs", "sr", "cnr"},
    {"id", "ms", "jv", "su"},
    {"cs", "sk"},
    {"pt", "gl"},
    {"fil", "tl"},
)


@dataclass(frozen=True, slots=True)
class Detected:
    """A language (BCP 47), how sure that is, from 0 to 1, and what told it: a script of one language, or the model."""

    tag: str
    confidence: float
    source: Source = "model"


def detect(text: str, expected: Iterable[str] = ()) -> Detected | None:
    """The language of a text; None where it has too few letters to tell.

    Args:
        text: any text; the first 300 characters count.
        expected: languages that something else speaks for, such as the page's own declaration. Between close
            languages (Norwegian and Danish, Croatian and Serbian, …) an expected one is believed.

    >>> detect("Лавров: Москва готова обсуждать подготовку саммита").tag, detect("오늘 서울에 비가 내렸다").tag
    ('ru', 'ko')
    >>> detect("The river rose by two metres on Monday").tag, detect("12:45 — 13:00")
    ('en', None)
    """
    text = " ".join(text[:_READ].split())
    written, letters = script(text)
    if letters < 2:
        return None
    if written in _ONE:
        return Detected(_ONE[written], 0.99 if letters > 8 else 0.8, "script")
    if letters < 4:
        return None
    ranked = _rank(text, _MANY.get(written))
    if not ranked:
        return None
    tag, confidence = ranked[0]
    wanted = {primary(e) for e in expected}
    if tag not in wanted:
        for other, weight in ranked[1:4]:
            if other in wanted and any({tag, other} <= close for close in _CLOSE):
                return Detected(other, max(weight, 0.5))
    return Detected(tag, round(confidence, 3))


def settle(sample: str, declared: Sequence[tuple[str, str]]) -> tuple[str, float, str | None] | None:
    """The language of a page by its text and by what it declares: tag, confidence, and the declaring property.

    The text decides where it is long and clear. A declaration that agrees confirms it; templates declare the wrong
    language often enough that one alone is believed only where the text says too little.

    >>> english = "The river rose by two metres on Monday, the mayor said, and the old bridge was closed."
    >>> settle(english, [("html/@lang", "de")])
    ('en', 0.8, None)
    >>> settle("Hallo Welt", [("html/@lang", "de")])
    ('de', 0.98, 'html/@lang')
    """
    seen = detect(sample, [tag for _, tag in declared])
    path, tag = declared[0] if declared else (None, None)
    if seen is None:
        return (tag, 0.6, path) if tag else None
    if agreed := next((p for p, t in declared if t == seen.tag), None):
        return seen.tag, 0.98, agreed
    brief = len(sample) < _BRIEF
    if tag and (brief or seen.confidence < 0.7):
        return tag, 0.6, path
    sure = min(seen.confidence, 0.7) if brief else seen.confidence
    return seen.tag, round(sure * (0.8 if tag else 1.0), 3), None


def primary(tag: str) -> str:
    """The language of a BCP 47 tag or locale as it is reported: lower case, without region, Norwegian as `nb`.

    >>> primary("en_GB.UTF-8"), primary("no-NO"), primary("zh-Hant-TW"), primary("")
    ('en', 'nb', 'zh', '')
    """
    first = tag.strip().lower().replace("_", "-").split(".")[0].split("-")[0]
    first = _FAMILY.get(first, first)
    return first if first.isalpha() and first.isascii() and 2 <= len(first) <= 3 else ""


def scripts_of(tag: str) -> frozenset[str]:
    """The scripts that a language is written in, as far as they are told apart here (ISO 15924).

    >>> sorted(scripts_of("sr")), sorted(scripts_of("ja")), sorted(scripts_of("en"))
    (['Cyrl', 'Latn'], ['Hani', 'Kana'], ['Latn'])
    """
    name = {"nb": "no", "fil": "tl"}.get(tag, tag)
    scripts = {script for script, one in _ONE.items() if one == tag} | {s for s, many in _MANY.items() if name in many}
    return frozenset(scripts | {"Hani"} if "Kana" in scripts or "Hang" in scripts else scripts or {"Latn"})


def script(text: str) -> tuple[str, int]:
    """The script that most letters are in, and the number of letters in the sample.

    Japanese is told from Chinese by its kana, however few, since headlines may have hardly any.
    """
    step = max(1, len(text) // _SAMPLE)
    if text.isascii():
        letters = sum(map(str.isalpha, text[::step]))
        return ("Latn" if letters else "", letters)
    counts = Counter(map(_script_of, text[::step]))
    counts.pop("", None)
    letters = counts.total()
    if counts["Kana"] and counts["Kana"] + counts["Hani"] > letters / 2 and counts["Kana"] * 20 > counts["Hani"]:
        return "Kana", letters
    return (counts.most_common(1)[0][0] if counts else "", letters)


@lru_cache(maxsize=1 << 14)  # a text has few letters, each many times
def _script_of(char: str) -> str:
    """The script of a letter; "" for what is none, or in no script that tells."""
    return _BLOCKS[bisect_right(_STARTS, ord(char)) - 1][1] if char.isalpha() else ""


def _rank(text: str, allowed: frozenset[str] | None) -> list[tuple[str, float]]:
    """The model's languages by likelihood, those of the script only, their shares adding up to one."""
    model = _model()
    if text.isupper():
        text = text.lower()
    ranked = [(tag, p) for tag, p in model.rank(text)[:40] if allowed is None or tag in allowed]
    total = sum(p for _, p in ranked) or 1.0
    return [(_TAG.get(tag, _FAMILY.get(tag, tag)), p / total) for tag, p in ranked[:5]]


@cache
def _model() -> LanguageIdentifier:
    """The model, loaded once a process: it is read-only and takes a third of a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
