"""Body and sidecar give the decoded input back, whatever it was and whatever was made of it."""

from __future__ import annotations

import base64
import json
import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import plain, sidecar
from cleaner.assemble import undo
from cleaner.cleaned import Cleaned, restore
from cleaner.config import Config
from cleaner.model import LABELS, CleanerError, Document
from handmade import clean, page, read


@pytest.fixture(autouse=True, scope="module")
def alone() -> Iterator[None]:
    """Metadata and rules have tests of their own; here only what restoring needs is looked at."""
    from cleaner import metadata, rules

    class Nothing(dict[str, object]):
        flags = ()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(metadata, "fields", lambda *_, **__: Nothing())
        patch.setattr(rules, "VERSION", "1")
        yield


def from_files(cleaned: Cleaned) -> str:
    """Restore from the bytes that would lie on a disk."""
    body = cleaned.to_bytes().decode("utf-8")
    return restore(body, sidecar.loads(sidecar.dumps(cleaned.to_dict())))


def script(source: str | Document, labels: list[str]) -> dict[str, Any]:
    how = clean(source, labels).to_dict()["restore"]
    assert isinstance(how, dict)
    return how


ARTICLE = """Home | News | Weather

   The old bridge

   The bridge was closed\ton Monday.
   It  opens in May.

Share this
Related stories
Copyright, all rights reserved"""
ARTICLE_LABELS = ["navigation", "title", "body", "body", "share", "related", "legal"]


@pytest.mark.parametrize(
    "source",
    [
        ARTICLE,
        ARTICLE + "\n",
        ARTICLE + "\n\n  \n",
        ARTICLE.replace("\n", "\r\n"),
        ARTICLE.replace("\n", "\r"),
        ARTICLE.replace("\n\n", "\r\n\n\r"),
        "\ufeff" + ARTICLE,
        "\n \n\t" + ARTICLE,
        ARTICLE.replace("bridge", "bru\u0308cke"),
        ARTICLE.replace("bridge", "br\udc80\udcffdge"),
        ARTICLE.replace("bridge", "halves \ud83d\ude00"),
        ARTICLE.replace("bridge", "br\x00dge\x1b"),
        ARTICLE.replace("Share", '\\ud83d\ud83d\\ude00 "\udc80" \\\udc80'),
        ARTICLE.replace("Monday", "Mon\u2028day\u0085\x0b\x0c"),
        ARTICLE.replace("The", "🌉 𝔗𝔥𝔢"),
    ],
)
@pytest.mark.parametrize("config", [Config(), Config(keep=("title", "share")), Config(format="markdown")])
def test_text_comes_back(source: str, config: Config) -> None:
    cleaned = clean(source, ARTICLE_LABELS, config)
    assert from_files(cleaned) == source
    assert cleaned.restore() == source


@pytest.mark.parametrize("source", ["", "\n", "\ufeff", " \r\n\r", "\x00"])
def test_next_to_nothing_comes_back(source: str) -> None:
    assert from_files(clean(source, ["promo"] * len(read(source)))) == source
    assert from_files(clean(source, ["body"] * len(read(source)))) == source


def test_a_page_of_html_comes_back() -> None:
    document = page(("p", "The bridge was closed.", 0), ("nav", "Menu", 1), ("pre", "a  = 1", 0))
    document = replace(document, source="<!doctype html>\r\n<p>The bridge \udc80 \ud83d\ude00 was closed." * 50)
    cleaned = clean(document, ["body", "navigation", "body"])
    assert cleaned.to_dict()["restore"]["method"] == "zstd"
    assert from_files(cleaned) == document.source


@pytest.mark.parametrize("text", ["", "Menu", "The bridge was closed on Monday."])  # no dictionary, a short one, one
def test_an_early_sidecar_of_a_page_is_read(text: str) -> None:
    source = "<!doctype html>\r\n<p>The bridge \udc80 was closed on Monday." * 50
    packer = zlib.compressobj(zdict=text.encode())
    packed = packer.compress(source.encode("utf-8", "surrogatepass")) + packer.flush()
    script = {"method": "zlib", "data": base64.b64encode(packed).decode()}
    assert undo.replay(script, text, [], chars=len(source)) == source
    assert undo.replay(undo.packed(source, text), text, [], chars=len(source)) == source


raws = st.text(st.sampled_from('aeé\u0301 .\u00a0\n\r\t\u2028\x00\udc80\ud83d\ude00\\"ü東'), min_size=1, max_size=12)
whites = st.text(st.sampled_from(" \n\r\t\ufeff"), max_size=4)
MAKE_TEXT = {
    "fold": lambda raw: " ".join(raw.split()),
    "compose": lambda raw: unicodedata.normalize("NFC", " ".join(raw.split())),
    "repair": lambda raw: " ".join(raw.replace("a", "å").split()),
    "replace": lambda _: "something else",
    "verbatim": lambda raw: raw,
}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any lines: parts of a physical line, or several, with a text that is near what stands there or far from it."""
    source = draw(whites)
    texts, spans, numbers = [], [], []
    for raw in draw(st.lists(raws, max_size=8)):
        text = MAKE_TEXT[draw(st.sampled_from(sorted(MAKE_TEXT)))](raw)
        first = len(re.findall("\r\n|\r|\n", source)) + 1
        spans.append((len(source), len(source) + len(raw)))
        texts.append(text)
        numbers.append((first, first + len(re.findall("\r\n|\r|\n", raw))))
        source += raw + draw(whites)
    n = len(texts)
    gaps = tuple(draw(st.lists(st.integers(0, 1), min_size=n, max_size=n)))
    return Document("text", source, source, tuple(texts), tuple(spans), tuple(numbers), gaps, (0,) * n)


@settings(max_examples=400, deadline=None)
@given(documents(), st.data(), st.sampled_from([Config(), Config(keep=("caption",), format="markdown")]))
def test_any_lines_with_any_labels_come_back(document: Document, data: st.DataObject, config: Config) -> None:
    n = len(document)
    labels = data.draw(st.lists(st.sampled_from(["body", "body", "heading", *LABELS]), min_size=n, max_size=n))
    assert from_files(clean(document, labels, config)) == document.source


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec=None)), st.data())
def test_any_text_comes_back(source: str, data: st.DataObject) -> None:
    document = read(source)
    n = len(document)
    labels = data.draw(st.lists(st.sampled_from(LABELS), min_size=n, max_size=n))
    assert from_files(clean(document, labels)) == source


fragments = st.sampled_from(
    [
        "The council voted on Monday to close the old bridge near the",
        "harbour",
        "until the spring of next year, the mayor said on Tuesday.",
        ", and that was that.",
        "The engineers said \u00e2\u20ac\u0153yes\u00e2\u20ac\x9d. They will come back.",
        "Caf\u00c3\u00a9\u00a0: d\u00e9j\u00e0\u00a0vu &amp; nothing&nbsp;else",
        "Cafe\u0301",
        "\ufeffMenu",
        "\udc80\x00",
        "橋は閉鎖された。",
        " ".join(["It rained."] * 250),
    ]
)
breaks = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\n   \t", " \n"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(fragments, breaks), max_size=10), st.data())
def test_what_reading_joined_split_or_mended_comes_back(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    source = "".join(text + end for text, end in parts)
    document = plain.read(source)
    n = len(document)
    labels = data.draw(st.lists(st.sampled_from(["body", "body", "promo"]), min_size=n, max_size=n))
    assert from_files(clean(document, labels)) == source


def sentences(n: int, between: str) -> str:
    return between.join(f"This is sentence number {i} of a text." for i in range(n))


@pytest.mark.parametrize(
    ("source", "labels", "steps"),
    [
        # One way of separating lines makes one step of them, however many there are.
        (sentences(50, "\n"), ["body"] * 50, [{"body": [0, 1938]}]),
        (sentences(50, "\n\n"), ["body"] * 50, [{"body": [0, 1938]}]),
        (sentences(50, "\r\n\r\n    ") + "\r\n", ["body"] * 50, [{"body": [0, 1938]}, "\r\n"]),
        (sentences(50, "\n"), ["promo"] * 20 + ["legal"] * 30, [{"removals": [0, 1]}]),
        (
            sentences(50, "\n") + "\n",
            ["promo"] * 5 + ["body"] * 40 + ["legal"] * 5,
            [{"removals": [0, 0]}, {"body": [0, 1553]}, {"removals": [1, 1]}, "\n"],
        ),
        # What is separated in another way is told apart.
        (
            "\n\nMenu\nText one.\n\nText two.\n\n\nText three.",
            ["navigation", "body", "body", "body"],
            ["\n\n", {"removals": [0, 0]}, {"body": [0, 20]}, "\n\n\n", {"body": [22, 33]}],
        ),
    ],
)
def test_a_plain_document_has_a_short_script(source: str, labels: list[str], steps: list[object]) -> None:
    assert script(source, labels)["steps"] == steps
    assert from_files(clean(source, labels)) == source


def test_words_that_stayed_are_not_written_twice() -> None:
    words = [f"word{i}" for i in range(200)]
    source = " ".join(words).replace("word90 ", "word90\n   ").replace("word120", "wörd  120")
    document = replace(
        read(source), texts=(" ".join(words),), spans=((0, len(source)),), numbers=((1, 2),), gaps=(0,), indents=(0,)
    )
    literal = [step for step in script(document, ["body"])["steps"] if isinstance(step, str)]
    assert len("".join(literal)) < 30
    assert from_files(clean(document, ["body"])) == source


def damaged(**changes: Any) -> tuple[str, dict[str, Any]]:
    record = clean(ARTICLE, ARTICLE_LABELS).to_dict()
    record["restore"] |= changes
    return clean(ARTICLE, ARTICLE_LABELS).text, record


@pytest.mark.parametrize(
    "changes",
    [
        {"steps": None},
        {"steps": [1]},
        {"steps": [None]},
        {"steps": [{}]},
        {"steps": [{"body": [0, 1], "removals": [0, 1]}]},
        {"steps": [{"body": [0, 10_000]}]},
        {"steps": [{"body": [-2, 3]}]},
        {"steps": [{"body": [5, 3]}]},
        {"steps": [{"body": ["a", "b"]}]},
        {"steps": [{"body": [0, 1, 2]}]},
        {"steps": [{"removals": [0, 99]}]},
        {"steps": [{"elsewhere": [0, 1]}]},
        {"steps": []},
        {"steps": ["too short"]},
        {"between": 1},
        {"paragraph": None},
        {"method": "zstd"},
        {"method": "zstd", "data": "AAAA"},
        {"method": "zstd", "data": base64.b64encode(zstd.compress(b"x" * 10_000_000)).decode()},
        {"method": "zstd", "data": base64.b64encode(zstd.compress(b"cut in the middle")[:-3]).decode()},
        {"method": ["zstd"], "data": ""},
        {"method": "zlib"},
        {"method": "zlib", "data": 1},
        {"method": "zlib", "data": "no base64!"},
        {"method": "zlib", "data": "AAAA"},
        {"method": "zlib", "data": base64.b64encode(zlib.compress(b"x" * 10_000_000)).decode()},
        {"method": "magic"},
        {"method": None},
    ],
)
def test_a_damaged_script_is_refused_with_a_sentence(changes: dict[str, Any]) -> None:
    with pytest.raises(CleanerError, match=r"clean the document again|use the one that cleaned") as caught:
        restore(*damaged(**changes))
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("key", ["output", "input", "removals", "restore"])
def test_a_sidecar_that_lacks_something_is_refused(key: str) -> None:
    text, record = damaged()
    with pytest.raises(CleanerError, match="lacks what restoring needs"):
        restore(text, {name: value for name, value in record.items() if name != key})


@pytest.mark.parametrize("chars", [0, -1, 10**30, "many", None, 1.5])
def test_a_wrong_length_is_refused(chars: object) -> None:
    for document, labels in ((ARTICLE, ARTICLE_LABELS), (page(("p", "Text", 0)), ["body"])):
        cleaned = clean(document, labels)
        record = cleaned.to_dict()
        record["input"]["chars"] = chars
        with pytest.raises(CleanerError, match="clean the document again"):
            restore(cleaned.text, record)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text + "!",
        lambda text: text[1:],
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text + "\n\n",
        lambda _: "",
        lambda text: text + "\udc80",
    ],
)
def test_a_body_that_belongs_to_another_sidecar_is_refused(change: Any) -> None:
    cleaned = clean(ARTICLE, ARTICLE_LABELS)
    with pytest.raises(CleanerError, match="not the one that the sidecar describes"):
        restore(change(cleaned.text), cleaned.to_dict())


def test_the_text_restores_as_its_file_does() -> None:
    cleaned = clean(ARTICLE, ARTICLE_LABELS)
    record = json.loads(sidecar.dumps(cleaned.to_dict()))
    assert restore(cleaned.text, record) == restore(cleaned.text + "\n", record) == ARTICLE
