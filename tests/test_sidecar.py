"""Sidecars: complete, valid, the same bytes every time, and readable again."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cleaner import metadata, rules, sidecar
from cleaner.cleaned import UNKNOWN, Cleaned
from cleaner.config import Config
from cleaner.model import FLAGS, KEPT, LABELS, CleanerError, Field
from handmade import clean, page

SOURCE = """\
Home | News | Weather
Monday, 7 July 2025
The old bridge is closed
The bridge over the river was closed on Monday, the mayor of Lindenau said.
“It can wait until spring,” she added.
17:20 Ferry runs again
17:05 Rain on Tuesday
"""
LABELLED = ["navigation", "date", "title", "body", "body", "ticker", "ticker"]

FOUND = {
    "title": Field("The old bridge is closed", "text", 0.81234, line=3),
    "authors": Field(("Ada Ström", "Bo Li"), "given", 1.0),
    "date_published": Field("2025-07-07T13:06:00+02:00", "text", 0.9, line=2),
    "language": Field("en", "text", 0.99),
    "alternates": Field({"sv": "Den gamla bron är stängd"}, "visible", 0.7, path="html/body/a"),
}


class Found(dict[str, Field]):
    """Metadata as its module gives it."""

    flags = ("date_ambiguous",)


@pytest.fixture(autouse=True, scope="module")
def alone() -> Iterator[None]:
    """Metadata and rules have tests of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(metadata, "fields", lambda *_, **__: Found(FOUND))
        patch.setattr(rules, "VERSION", "7")
        yield


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(sidecar.schema())
    return Draft202012Validator(sidecar.schema())


def result(**more: Any) -> Cleaned:
    return clean(SOURCE, LABELLED, **more)


def test_the_whole_record() -> None:
    cleaned = result(source_path="local/bridge.txt", url="https://news.example/bridge")
    record = cleaned.to_dict()
    made_by = record.pop("cleaner")
    assert made_by == {
        "version": made_by["version"],
        "rules_version": "7",
        "config": Config().digest,
        "templates": None,
    }
    assert re.fullmatch(r"\d+\.\d+\.\d+", made_by["version"])
    provenance = record.pop("provenance")
    assert list(provenance) == sorted(FOUND)
    assert provenance["title"] == {"source": "text", "confidence": 0.812, "line": 3, "path": None}
    assert provenance["alternates"] == {"source": "visible", "confidence": 0.7, "line": None, "path": "html/body/a"}
    assert [(r["label"], r["lines"], r["text"]) for r in record["removals"]] == [
        ("navigation", [1, 1], "Home | News | Weather"),
        ("date", [2, 2], "Monday, 7 July 2025"),
        ("title", [3, 3], "The old bridge is closed"),
        ("ticker", [6, 7], "17:20 Ferry runs again\n17:05 Rain on Tuesday"),
    ]
    assert record.pop("removals")[0] == {
        "label": "navigation",
        "rule": "navigation_rule",
        "lines": [1, 1],
        "span": [0, 21],
        "text": "Home | News | Weather",
        "evidence": "it is navigation",
        "score": -2.5,
        "path": None,
    }
    assert record == {
        "schema_version": 2,
        "id": record["input"]["sha256"][:16],
        "source_path": "local/bridge.txt",
        "url": "https://news.example/bridge",
        "canonical_url": None,
        "site": None,
        "publisher": None,
        "title": "The old bridge is closed",
        "authors": ["Ada Ström", "Bo Li"],
        "date_published": "2025-07-07T13:06:00+02:00",
        "date_modified": None,
        "date_published_raw": None,
        "language": "en",
        "language_source": "text",
        "line_languages": [],
        "description": None,
        "section": None,
        "keywords": [],
        "agencies": [],
        "captions": [],
        "alternates": {"sv": "Den gamla bron är stängd"},
        "license": None,
        "input": {
            "kind": "text",
            "encoding": "utf-8",
            "sha256": cleaned.decoded.sha256,
            "chars": len(SOURCE),
            "words": 41,
            "lines": 7,
        },
        "output": {
            "kind": "text",
            "encoding": "utf-8",
            "sha256": "f51f99c6e593923b49079c61b518ca7948f276fef72b4d8f1f9f244ac71b0b54",
            "chars": 115,
            "words": 21,
            "lines": 2,
        },
        "stats": {
            "removed_share": 0.4878,
            "by_label": {"navigation": 3, "date": 4, "title": 5, "ticker": 8},
            "by_rule": {"navigation_rule": 3, "date_rule": 4, "title_rule": 5, "ticker_rule": 8},
        },
        "flags": ["date_ambiguous"],
        "duplicate_of": None,
        "restore": {
            "method": "steps",
            "between": "\n",
            "paragraph": "\n",
            "line": "\n",
            "steps": [{"removals": [0, 2]}, {"body": [0, 115]}, {"removals": [3, 3]}, "\n"],
        },
    }


CASES: dict[str, Cleaned] = {
    "text": clean(SOURCE, LABELLED),
    "named": clean(SOURCE, LABELLED, id="bridge", source_path="a/b.txt", url="https://news.example/"),
    "nothing": clean("", []),
    "no body": clean("Menu\nHome", ["navigation", "navigation"]),
    "everything": clean("One.\nTwo.", ["body", "lead"], Config(format="markdown")),
    "html": clean(page(("p", "A paragraph.", 0), ("nav", "Menu", 1)), ["body", "navigation"]),
    "strange": clean("Menu \udc80\nText \ud83d\ude00\x00.", ["navigation", "body"]),
    "all labels": clean("\n".join(LABELS), LABELS),
    "all flags": clean("One.", ["body"], notes=FLAGS),
}


@pytest.mark.parametrize("name", CASES)
def test_every_sidecar_is_valid(name: str, validator: Draft202012Validator) -> None:
    record = sidecar.loads(sidecar.dumps(CASES[name].to_dict()))
    assert [error.message for error in validator.iter_errors(record)] == []


@pytest.mark.parametrize("name", CASES)
def test_a_sidecar_is_written_and_read_without_loss(name: str) -> None:
    record = CASES[name].to_dict()
    data = sidecar.dumps(record)
    assert sidecar.loads(data) == record
    assert sidecar.dumps(sidecar.loads(data)) == data
    assert json.dumps(record) == json.dumps(record, sort_keys=True)


def without(record: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != key}


@pytest.mark.parametrize("key", sidecar.schema()["required"])
def test_the_schema_wants_every_key(key: str, validator: Draft202012Validator) -> None:
    record = CASES["text"].to_dict()
    assert key in record
    assert not validator.is_valid(without(record, key))


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"title": 1},
        {"authors": None},
        {"authors": [1]},
        {"date_published": "7 July 2025"},
        {"date_published": "2025-07-07T13:06"},
        {"language": "English, perhaps"},
        {"line_languages": None},
        {"line_languages": [{"lines": [3, 3], "language": "de", "confidence": 0.9}]},
        {"line_languages": [{"lines": [3], "language": "de", "confidence": 0.9, "source": "model"}]},
        {"line_languages": [{"lines": [3, 3], "language": "de", "confidence": 0.9, "source": "text"}]},
        {"source_path": "/home/someone/a.txt"},
        {"schema_version": 1},
        {"schema_version": 3},
        {"flags": ["strange"]},
        {"flags": ["empty", "empty"]},
        {"provenance": {"colour": {"source": "text", "confidence": 1, "line": None, "path": None}}},
        {"provenance": {"title": {"source": "guess", "confidence": 1, "line": None, "path": None}}},
        {"provenance": {"title": {"source": "text", "confidence": 2, "line": None, "path": None}}},
        {"removals": [{"label": "navigation"}]},
        {"restore": {"method": "magic"}},
        {"restore": {"method": "zlib", "data": "", "steps": []}},
        {"stats": {"removed_share": 0.5, "by_label": {"body": 3}, "by_rule": {}}},
        {"cleaner": {"version": "1", "rules_version": "1", "config": "x", "templates": None}},
    ],
)
def test_the_schema_refuses_what_is_no_sidecar(change: dict[str, Any], validator: Draft202012Validator) -> None:
    assert not validator.is_valid({**CASES["text"].to_dict(), **change})


def test_the_schema_knows_the_program_s_vocabulary() -> None:
    schema = sidecar.schema()
    assert schema["$defs"]["label"]["enum"] == [label for label in LABELS if label not in KEPT]
    assert schema["properties"]["flags"]["items"]["enum"] == list(FLAGS)
    assert schema["properties"]["provenance"]["propertyNames"]["enum"] == list(UNKNOWN)
    assert sorted(schema["properties"]) == sorted(schema["required"]) == sorted(CASES["text"].to_dict())


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


def test_the_schema_is_strict_and_explains_every_key() -> None:
    schema = sidecar.schema()
    assert all("additionalProperties" in found for found in objects(schema))
    for name, entry in schema["properties"].items():
        assert entry.get("description"), name


def test_a_sidecar_has_a_line_for_each_key_and_each_removal() -> None:
    lines = sidecar.dumps(CASES["text"].to_dict()).decode().split("\n")
    assert lines[0] == "{"
    assert lines[-2:] == ["}", ""]
    keys = [match.group(1) for line in lines if (match := re.match('"(\\w+)": ', line))]
    assert keys == sorted(CASES["text"].to_dict())
    tickers = [line for line in lines if '"label": "ticker"' in line]
    assert len(tickers) == 1
    assert json.loads(tickers[0].strip().rstrip(","))["lines"] == [6, 7]


def test_text_stays_readable() -> None:
    assert "Den gamla bron är stängd".encode() in sidecar.dumps(CASES["text"].to_dict())


def test_the_order_of_keys_does_not_matter() -> None:
    record = CASES["text"].to_dict()
    mixed = dict(reversed(record.items())) | {"stats": dict(reversed(record["stats"].items()))}
    assert list(mixed) != list(record)
    assert sidecar.dumps(mixed) == sidecar.dumps(record)


# Two halves of a character that stand together are the one thing that JSON cannot tell from the whole character.
texts = st.text(st.sampled_from('aé\\"/\n\r\t\u2028\x00\x7f\udc80\ud83dud8320東')).filter(
    lambda text: "\ud83d\udc80" not in text
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.text(st.sampled_from('ab\\"é\udc80'), max_size=4), values, max_size=5))
def test_anything_that_json_holds_is_written(record: dict[str, Any]) -> None:
    assert json.loads(sidecar.dumps(record)) == record


def test_what_json_cannot_hold_is_an_error() -> None:
    with pytest.raises(TypeError):
        sidecar.dumps({"score": object()})


def test_no_number_is_null() -> None:
    assert sidecar.dumps({"score": float("nan")}) == b'{\n"score": null\n}\n'


@pytest.mark.parametrize(
    "value",
    [
        '\x00\x1f\x7f\x80\u2028\ufeff\\"/\U0001f600',
        "a lone \ud800 surrogate",
        {"b": [1, {"z": None, "a": True}], "a": {}, "": []},
        [0.0, -0.001, 0.0001, 1.0, -123.456, 10**18],
        [[], [{}], ", : {"],
    ],
)
def test_a_value_is_written_as_python_writes_it(value: object) -> None:
    said = json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "backslashreplace")
    assert sidecar.dumps({"value": value}) == b'{\n"value": ' + said + b"\n}\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not valid JSON"),
        (b"{", "not valid JSON"),
        (b"\xff\xfe\x00", "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b"[]", "no sidecar of cleaner"),
        (b"null", "no sidecar of cleaner"),
        (b"{}", "no sidecar of cleaner"),
        (b'{"schema_version": "1"}', "no sidecar of cleaner"),
        (b'{"schema_version": true}', "no sidecar of cleaner"),
        (b'{"schema_version": 3}', "version 3, and this version reads 1 to 2; update cleaner"),
        (b'{"schema_version": 0}', "version 0, and this version reads 1 to 2; clean the document again"),
        (b'{"schema_version": 1' + b" " * 200 + b"}", "larger than 100 bytes"),
    ],
)
def test_what_is_no_sidecar_is_refused_with_a_sentence(data: bytes, message: str) -> None:
    limit = 100 if "larger" in message else sidecar.MAX_BYTES
    with pytest.raises(CleanerError, match=re.escape(message)) as caught:
        sidecar.loads(data, max_bytes=limit)
    assert str(caught.value).endswith(".")


def test_a_second_run_elsewhere_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = sidecar.dumps(result().to_dict())
    assert os.fsencode(Path.cwd()) not in one
    monkeypatch.chdir(tmp_path)
    assert sidecar.dumps(replace(result(), votes=lambda: []).to_dict()) == one
