"""The page of the sidecar's fields, made of its JSON Schema and of the Arrow types of rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pyarrow as pa

from cleaner import schema
from cleaner.sidecar import rows

_HEAD = """\
# The sidecar

<!-- Written by scripts/make_docs.py from src/cleaner/schema: change that. -->

Each body `page.txt` has a sidecar `page.meta.json`: one JSON object with the metadata, every line that was removed and
why, counts, flags, versions, and what is needed to restore the input. `cleaner schema` prints its JSON Schema.

Where many documents share a file (`--format jsonl`, `--format parquet`, the engines), the same fields are columns,
beside the body in `text`; the last column of the table gives their Arrow types. A field that is not known is null, or
empty where it is a list or an object. Dates are strings, since pages know days without a time and times without an
offset.

`removals[].text` is the text of each removal, and so on; names in angle brackets stand for any.

| field | type | meaning | source | Arrow |
|---|---|---|---|---|
"""

_FOOT = """
## Flags

| flag | what it says |
|---|---|
| `over_removed` | More words went than the setting `over_removed` allows (90 %), and among them enough prose for a \
short news item; or that much prose went, and nothing is left. Look at the document. |
| `mostly_boilerplate` | As much went, but hardly any prose: the page held little else. |
| `empty` | There is no body. |
| `non_article` | The page of HTML is a list or shows a product; it was cleaned as such. |
| `paywall` | The page of HTML declares that it is behind a paywall, so the body may be its beginning only. |
| `truncated` | The page of HTML is a shell that scripts would fill, so the article may not be in it. |
| `consent_page` | Most words are a consent dialogue's, and no article stays: the page was fetched before anybody \
agreed. |
| `encoding_repaired` | Wrongly decoded characters were mended, or characters that nobody sees were taken out. |
| `date_ambiguous` | The date is written in numbers of which either may be the month; see `date_published_raw`. |
| `duplicate`, `near_duplicate` | `cleaner duplicates --flag` found a copy: exact, or nearly so. |

## Versions

`schema_version` is {version}. It rises with every change that a reader could trip over: a field that is new, gone or
renamed, or has another type or meaning. The schemas of all versions stay in `src/cleaner/schema`.

`cleaner.sidecar.loads` and `cleaner.sidecar.rows.parts` read older versions as the current one, and refuse newer ones.
Version 2 added `line_languages`.

## Rows

`cleaner.sidecar.rows.row` makes a row. `cleaner.sidecar.rows.parts` makes body and sidecar of it again, so a document
can be restored from a table, too:

```python
>>> import cleaner
>>> from cleaner.sidecar import rows
>>> page = "Home | World | Sport\\n\\nThe river rose by two metres, the mayor said, and the old bridge was closed.\\n"
>>> row = rows.row(cleaner.clean(page), {{"crawl": 7, "title": "as it came"}})
>>> row["crawl"], row["original_title"]
(7, 'as it came')
>>> cleaner.restore(*rows.parts(row)) == page
True

```

A column of the input that has the name of a field comes out as `original_<name>`.
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
