"""The page of the sidecar's fields, made of its JSON Schema and of the Arrow types of rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pyarrow as pa

from cleaner import rows, schema

_HEAD = """\
# The sidecar

<!-- Written by scripts/make_docs.py from src/cleaner/schema: change that. -->

Beside each body lies its sidecar, one JSON object. `cleaner schema` prints its JSON Schema. The same fields are the
columns of a row, beside `text`, where many documents share a file (`--format jsonl`, `--format parquet`, the engines).
The last column gives their Arrow types there; a date is a string, since pages know days without a time and times
without an offset. A field that is not known is null, or empty where it is a list or an object.

| field | type | meaning | source | Arrow |
|---|---|---|---|---|
"""

_FOOT = """
What stands in a list or an object follows below its name: `removals[].text` is the text of each removal. Names in
angle brackets stand for any.

## Versions

`schema_version` is {version}. A change that a reader could trip over (a field new, gone, renamed, of another type
or meaning) makes a new version; its schema is a file of its own in `src/cleaner/schema`, where the older ones stay.
Whoever reads a sidecar by `cleaner.sidecar.loads` or a row by `cleaner.rows.parts` gets an older one as one of today's,
and a newer one is refused. Version 2 has `line_languages`, which 1 had not.

## Rows

A row is made by `cleaner.rows.row`. `parts` makes body and sidecar of it again, so that a document can be restored from
a table too:

```python
>>> import cleaner
>>> from cleaner import rows
>>> page = "Home | World | Sport\\n\\nThe river rose by two metres, the mayor said, and the old bridge was closed.\\n"
>>> row = rows.row(cleaner.clean(page), {{"crawl": 7, "title": "as it came"}})
>>> row["crawl"], row["original_title"]
(7, 'as it came')
>>> cleaner.restore(*rows.parts(row)) == page
True

```

Columns of the input that have a name of ours come out as `original_<name>`.
"""


class _Field(NamedTuple):
    name: str
    type: str
    meaning: str
    source: str
    arrow: str


def fields_page() -> str:
    """Make the whole page."""
    types = rows.arrow_schema()
    text = "The body, in rows only; beside a sidecar it is a file."
    fields = [_Field("text", "string", text, "The decisions.", "string")]
    for name, node in rows.nodes().items():
        if name != "text":
            fields += _fields(name, node, types.field(name).type)
    lines = map(_line, fields)
    return _HEAD + "\n".join(lines) + "\n" + _FOOT.format(version=schema.VERSION)


def _line(field: _Field) -> str:
    name, *others = (part.replace("|", "\\\\|") for part in field)
    return f"| `{name}` | {' | '.join(others)} |".replace("|  |", "| |")


def _fields(name: str, node: Mapping[str, Any], arrow: pa.DataType | None) -> Iterator[_Field]:
    """Give a field and those below it."""
    nested = pa.types.is_nested(arrow) if arrow is not None else False
    shown = "" if arrow is None else _arrow(arrow)
    yield _Field(name, _type(node), node.get("description", ""), node.get("x-source", ""), shown)
    if not nested:
        return
    if node.get("type") == "array" and "properties" in node["items"]:
        yield from _below(f"{name}[]", node["items"], arrow.value_type)
    elif "properties" in node:
        yield from _below(name, node, arrow)
    elif node.get("type") == "object" and "properties" in node["additionalProperties"]:
        yield from _below(f"{name}.<field>", node["additionalProperties"], arrow.item_type)


def _below(name: str, node: Mapping[str, Any], arrow: pa.DataType) -> Iterator[_Field]:
    for key, item in node["properties"].items():
        yield from _fields(f"{name}.{key}", item, arrow.field(key).type)


def _type(node: Mapping[str, Any]) -> str:
    """Say what type a value has in JSON."""
    if "enum" in node:
        return "one of " + ", ".join(f"`{value}`" for value in node["enum"])
    if "const" in node:
        return f"`{node['const']}`"
    named = node.get("type", "object")
    names = [named] if isinstance(named, str) else named
    if names == ["array"]:
        return f"list of {_plural(node['items'])}"
    if names == ["object"] and "properties" not in node and "additionalProperties" in node:
        return f"object of {_plural(node['additionalProperties'])}"
    return " or ".join(names)


def _plural(node: Mapping[str, Any]) -> str:
    if "enum" in node:
        return "names: " + ", ".join(f"`{value}`" for value in node["enum"])
    return f"{node['type']}s"


def _arrow(kind: pa.DataType) -> str:
    """Name an Arrow type; what is in a struct has lines of its own."""
    if pa.types.is_list(kind):
        return f"list of {_arrow(kind.value_type)}"
    if pa.types.is_map(kind):
        return f"map to {_arrow(kind.item_type)}"
    return "struct" if pa.types.is_struct(kind) else str(kind)
