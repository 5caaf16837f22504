"""Cleaned -> JSON and back: the record that lies beside a body.

One JSON object, the same bytes for the same input and configuration on any machine: sorted keys, no clock, no absolute
path. Each top-level key has a line of its own, and so has each removal, so that line tools can read it and a diff shows
what changed:

    grep '"label": "ticker"' *.meta.json

`schema()` is its JSON Schema. A sidecar of an older version is read as one of today's (see `cleaner.schema`); one of a
newer version is refused rather than half understood.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from cleaner import schema as versions
from cleaner.assemble import undo
from cleaner.model import CleanerError, Field
from cleaner.words import count_words

if TYPE_CHECKING:
    from cleaner.cleaned import Cleaned
    from cleaner.config import Config
    from cleaner.sidecar.removals import Run

SCHEMA_VERSION = versions.VERSION
MAX_BYTES = 1 << 29  # 512 MiB: the default limit of an input, of which each character may be an escape of six

_ENCODER = msgspec.json.Encoder(order="sorted")
_ID_DIGITS = 16  # hexadecimal digits: 64 bits, so among a billion documents two share an id by a chance of 1 in 37


def to_dict(cleaned: Cleaned) -> dict[str, Any]:
    """Give the sidecar of a cleaned document as JSON holds it, keys sorted.

    `id` is the one given, or the beginning of the input's hash. Words are counted by `words.count_words`, lines are the
    ones that are not blank.
    """
    record = {
        "schema_version": SCHEMA_VERSION,
        "id": cleaned.id if cleaned.id is not None else cleaned.decoded.sha256[:_ID_DIGITS],
        "source_path": cleaned.source_path,
        **{name: _plain(value) for name, value in cleaned.metadata.items()},
        "line_languages": [run.to_dict() for run in cleaned.line_languages] if cleaned.config.line_languages else [],
        "provenance": {name: _provenance(cleaned.fields[name]) for name in sorted(cleaned.fields)},
        "input": _input(cleaned),
        "output": _output(cleaned),
        "stats": _stats(cleaned),
        "removals": [_removal(run, cleaned.document.text) for run in cleaned.runs],
        "flags": list(cleaned.flags),
        "duplicate_of": None,  # which takes the other documents to know; see `duplicates.flag`
        "cleaner": digests(cleaned.config),
        "restore": undo.script(cleaned.document, cleaned.body, [run.span for run in cleaned.runs]),
    }
    return dict(sorted(record.items()))


def dumps(record: Mapping[str, Any]) -> bytes:
    """Write a sidecar: UTF-8, sorted keys, a line for each key and each removal, a line end at the end.

    Lone surrogates, which UTF-8 cannot hold, become JSON's own escapes. Raises TypeError for what JSON cannot hold.

    >>> print(dumps({"stats": {"b": 1, "a": 2}, "removals": [{"text": "Menu"}, {"text": "Home"}]}).decode())
    {
    "removals": [
     {"text": "Menu"},
     {"text": "Home"}
    ],
    "stats": {"a": 2, "b": 1}
    }
    <BLANKLINE>
    """
    entries = [_key(key) + _rows(value) for key, value in sorted(record.items())]
    return b"{\n" + b",\n".join(entries) + b"\n}\n"


def loads(data: bytes | str, *, max_bytes: int = MAX_BYTES) -> dict[str, Any]:
    """Read a sidecar, of this version or made into it from an older one.

    Raises CleanerError when it is larger than `max_bytes`, no JSON object, or of a version that is not known here.
    """
    if len(data) > max_bytes:
        raise CleanerError(f"The sidecar is larger than {max_bytes} bytes; give a higher limit if it is to be trusted.")
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise CleanerError(f"The sidecar is not valid JSON ({error}); clean the document again.") from error
    version = record.get("schema_version") if isinstance(record, dict) else None
    if type(version) is not int:
        raise CleanerError("The file is no sidecar of cleaner: it has no `schema_version`; give the .meta.json file.")
    return versions.upgrade(record)


def restore(body: str, record: Mapping[str, Any]) -> str:
    """Give the decoded input back, exactly, from a body and its sidecar.

    The body may be the text, or what its file holds (with a line end at the end). Raises CleanerError when the two do
    not belong together or the sidecar is damaged, TypeError when they are no text and no mapping.
    """
    if not isinstance(body, str):
        raise TypeError(f"Give the body as str, such as its file's text in UTF-8, not {type(body).__name__}.")
    if not isinstance(record, Mapping):
        raise TypeError(f"Give the sidecar as `sidecar.loads` reads it, not {type(record).__name__}.")
    try:
        wanted = record["output"]["sha256"]
        chars = record["input"]["chars"]
        removed = [removal["text"] for removal in record["removals"]]
        script = record["restore"]
    except (KeyError, TypeError) as error:
        raise CleanerError("The sidecar lacks what restoring needs; clean the document again.") from error
    text = body.removesuffix("\n")
    if hashlib.sha256(body_bytes(text)).hexdigest() != wanted:
        raise CleanerError(
            "The body is not the one that the sidecar describes (their hashes differ): one of the two was changed or "
            "moved. Find the matching one, or clean the document again."
        )
    return undo.replay(script, text, removed, chars=chars)


def body_bytes(text: str) -> bytes:
    r"""Give a body as its file holds it: UTF-8 with a line end at the end, or nothing when it is empty.

    >>> body_bytes("Grüße."), body_bytes("")
    (b'Gr\xc3\xbc\xc3\x9fe.\n', b'')
    """
    return (text + "\n").encode("utf-8", "surrogatepass") if text else b""


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a sidecar."""
    return versions.load()


@lru_cache(maxsize=256)  # sidecars share theirs
def _key(name: str) -> bytes:
    return _json(name) + b": "


def _json(value: Any) -> bytes:
    try:
        made = _ENCODER.encode(value)
        # In one row, with spaces as json puts them.
        return msgspec.json.format(made, indent=0) if isinstance(value, dict | list) else made
    except UnicodeEncodeError:  # a lone surrogate
        return json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "backslashreplace")


def _rows(value: Any) -> bytes:
    """Write a list of objects, or an object of objects, with a line for each."""
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        return b"[\n " + b",\n ".join(map(_json, value)) + b"\n]"
    if isinstance(value, dict) and value and all(isinstance(item, dict) for item in value.values()):
        return b"{\n " + b",\n ".join([_key(key) + _json(value[key]) for key in sorted(value)]) + b"\n}"
    return _json(value)


def _plain(value: Any) -> Any:
    """Give a frozen value as JSON holds it."""
    if isinstance(value, Mapping):
        return {key: _plain(value[key]) for key in sorted(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def _provenance(field: Field) -> dict[str, Any]:
    return {
        "confidence": round(field.confidence, 3),
        "line": field.line,
        "path": field.path,
        "source": field.source,
    }


def _removal(run: Run, text: str) -> dict[str, Any]:
    label, rule, lines, (start, end), evidence, score, path = run
    return {
        "evidence": evidence,
        "label": label,
        "lines": list(lines),
        "path": path,
        "rule": rule,
        "score": round(score, 3),
        "span": [start, end],
        "text": text[start:end],
    }


def _input(cleaned: Cleaned) -> dict[str, Any]:
    return {
        "chars": len(cleaned.document.source),
        "encoding": cleaned.decoded.encoding,
        "kind": cleaned.document.kind,
        "lines": len(cleaned.document),
        "sha256": cleaned.decoded.sha256,
        "words": sum(cleaned.words),
    }


def _output(cleaned: Cleaned) -> dict[str, Any]:
    return {
        "chars": len(cleaned.text),
        "encoding": "utf-8",
        "kind": cleaned.config.format,
        "lines": sum(1 for line in cleaned.text.split("\n") if line),
        "sha256": hashlib.sha256(cleaned.to_bytes()).hexdigest(),
        "words": count_words(cleaned.text),
    }


def _stats(cleaned: Cleaned) -> dict[str, Any]:
    by_label: Counter[str] = Counter()
    by_rule: Counter[str] = Counter()
    for decision in cleaned.dropped:
        words = cleaned.words[decision.line]
        by_label[decision.label] += words
        by_rule[decision.rule] += words
    return {
        "by_label": dict(sorted(by_label.items())),
        "by_rule": dict(sorted(by_rule.items())),
        "removed_share": round(cleaned.removed_share, 4),
    }


def digests(config: Config) -> dict[str, Any]:
    """Name all that a result depends on beside its input: two of one input with the same digests are the same."""
    from cleaner import __version__, rules  # numpy comes with the rules, and reading a sidecar needs neither

    return {
        "config": _digest(config),
        "rules_version": rules.VERSION,
        "templates": config.templates.digest if config.templates else None,
        "version": __version__,
    }


@lru_cache(maxsize=64)  # the documents of a run share theirs
def _digest(config: Config) -> str:
    return config.digest
