"""A cleaned document as one row of a table: its text, every field of its sidecar, and what else its record held.

The row is a dictionary as JSON holds it; `arrow_schema` gives the same as Arrow types, made from the sidecar's JSON
Schema, so that the two cannot differ. There an object with names of its own is a map, `removals` is a list of structs,
and `restore` is JSON text, since its steps are of several types. `parts` makes body and sidecar of a row again, so that
a document can be restored from a table as from files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from cleaner import schema, sidecar
from cleaner.assemble import undo
from cleaner.model import CleanerError

if TYPE_CHECKING:
    import pyarrow as pa

    from cleaner.cleaned import Cleaned

_ENCODER = msgspec.json.Encoder()

ERROR = "error"
"""Column of an engine's output that says why a row could not be cleaned; null for the others."""

FIELDS = (
    "id text url canonical_url source_path site publisher title authors date_published date_modified "
    "date_published_raw language language_source line_languages description section keywords agencies captions "
    "alternates license flags duplicate_of stats input output removals provenance cleaner restore schema_version"
).split()
"""Columns of a row in their order: `text` and the sidecar's fields, what is asked for most first."""


def row(cleaned: Cleaned, extra: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Give a document as one row.

    `extra` are the other columns of its record; they follow under their own names, or under those that `pass_through`
    gives where a name is taken.

    >>> import cleaner
    >>> page = cleaner.clean("The bridge was closed on Monday, the mayor said.")
    >>> made = row(page, {"crawl": 7, "title": "as it came"})
    >>> made["text"], made["title"], made["crawl"], made["original_title"]
    ('The bridge was closed on Monday, the mayor said.', None, 7, 'as it came')
    """
    record = {"text": cleaned.text, **cleaned.to_dict()}
    made = {name: record[name] for name in FIELDS}
    if extra:
        made.update((name, extra[old]) for old, name in pass_through(extra).items())
    return made


def pass_through(columns: Iterable[str], taken: Iterable[str] = (*FIELDS, ERROR)) -> dict[str, str]:
    """Say under which names columns come out, by those under which they came: none takes the place of another.

    A column whose name is `taken` gets `original_` before it, as often as it needs.

    >>> pass_through(["crawl", "title"])
    {'crawl': 'crawl', 'title': 'original_title'}
    """
    given = list(columns)
    used = {*taken}
    names = {}
    for column in given:
        name = column
        while name in used or (name != column and name in given):
            name = f"original_{name}"
        used.add(name)
        names[column] = name
    return names


def parts(row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    r"""Give body and sidecar of a row, as `row` makes it or as an Arrow table gives it back.

    A row of an older version needs the columns that it had then; the sidecar is one of today's.

    >>> import cleaner
    >>> text = "Home | World | Sport\n\nThe river rose by two metres, the mayor said, and the bridge was closed.\n"
    >>> cleaner.restore(*parts(row(cleaner.clean(text)))) == text
    True
    """
    version = row.get("schema_version")
    types = nodes(version) if type(version) is int and version in schema.UPGRADES else nodes()
    missing = [name for name in types if name not in row]
    if missing:
        raise CleanerError(f"The row lacks {', '.join(missing)}; read it with all of its columns.")
    record = {name: _plain(types[name], row[name]) for name in types if name != "text"}
    if isinstance(record["restore"], str):
        record["restore"] = json.loads(record["restore"])
    return row["text"], schema.upgrade(record)


def dumps(record: Mapping[str, Any]) -> bytes:
    r"""Write a row or an export as a line of JSON: UTF-8, in its own order, with a line end.

    Lone surrogates, which UTF-8 cannot hold, become JSON's own escapes. Raises CleanerError for what JSON cannot hold.

    >>> dumps({"text": "Grüße", "n": 1})
    b'{"text": "Gr\xc3\xbc\xc3\x9fe", "n": 1}\n'
    """
    names = list(record)
    if names[: len(FIELDS)] != FIELDS:
        return _json(record) + b"\n"
    try:  # the fields of a row are known to be what JSON holds, and this takes a third of the time
        line = msgspec.json.format(_ENCODER.encode({name: record[name] for name in FIELDS}), indent=0)
    except UnicodeEncodeError:
        return _json(record) + b"\n"
    if others := names[len(FIELDS) :]:
        line = line[:-1] + b", " + _json({name: record[name] for name in others})[1:]
    return line + b"\n"


def _json(record: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(record, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace")
    except (TypeError, ValueError) as error:
        raise CleanerError(f"A column holds what JSON cannot hold ({error}); leave that column out.") from error


def well_formed(value: Any) -> Any:
    r"""Put U+FFFD in place of each lone surrogate, which neither Arrow nor many readers of JSON accept.

    >>> well_formed({"text": "a\udc80", "n": [1, "b"]})
    {'text': 'a�', 'n': [1, 'b']}
    """
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, Mapping):
        return {well_formed(key): well_formed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [well_formed(item) for item in value]
    return value


def arrow_schema(extra: Iterable[pa.Field] = (), *, errors: bool = False) -> pa.Schema:
    """Give the Arrow schema of rows.

    `extra` are the fields of the other columns, already under the names of `pass_through`; `errors` adds the column
    that says why a row could not be cleaned. Every column may be null, as all but the others are where a row failed.

    >>> arrow_schema().field("alternates").type
    MapType(map<string, string>)
    """
    import pyarrow as pa

    last = [pa.field(ERROR, pa.string())] if errors else []
    return pa.schema([*_arrow_fields(), *last, *extra])


def arrow_batch(rows: Sequence[Mapping[str, Any]], types: pa.Schema) -> pa.RecordBatch:
    """Make an Arrow batch of rows with this schema; what a row lacks is null there.

    Where a lone surrogate becomes U+FFFD, the row is restored from the whole input, not from its removals. A batch
    holds at most 2 GiB of text, so give it few rows when they are large.
    """
    import pyarrow as pa

    try:
        return pa.RecordBatch.from_pylist([_cells(one) for one in rows], schema=types)
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist([_cells(_mended(one)) for one in rows], schema=types)


def _cells(row: Mapping[str, Any]) -> Mapping[str, Any]:
    if "restore" not in row:
        return row
    return {**row, "restore": json.dumps(row["restore"], ensure_ascii=False, sort_keys=True)}


def _mended(row: Mapping[str, Any]) -> Mapping[str, Any]:
    mended: dict[str, Any] = well_formed(row)
    if mended != row and "restore" in row:
        mended["restore"] = undo.packed(sidecar.restore(row["text"], row), mended["text"])
    return mended


@cache  # a pure function of a file of the package
def nodes(version: int = schema.VERSION) -> Mapping[str, Mapping[str, Any]]:
    """Give the JSON Schema of each column of a version, with references replaced by what they name.

    The columns of today's rows come first, in their order.
    """
    record = schema.load(version)
    known = {"text": {"type": "string"}, **_resolved(record["properties"], record["$defs"])}
    return {name: known[name] for name in (*FIELDS, *known) if name in known}


def _resolved(node: Any, defs: Mapping[str, Any]) -> Any:
    if isinstance(node, list):
        return [_resolved(item, defs) for item in node]
    if not isinstance(node, dict):
        return node
    own = {key: _resolved(value, defs) for key, value in node.items() if key != "$ref"}
    if "$ref" not in node:
        return own
    named = _resolved(defs[node["$ref"].removeprefix("#/$defs/")], defs)
    properties = {  # a reference's own properties say more of those that it names
        key: {**named["properties"].get(key, {}), **own.get("properties", {}).get(key, {})}
        for key in named.get("properties", ())
    }
    return {**named, **own, **({"properties": properties} if properties else {})}


def _arrow_fields() -> Iterator[pa.Field]:
    import pyarrow as pa

    for name, node in nodes().items():
        yield pa.field(name, pa.string() if name == "restore" else _arrow_type(node))


def _arrow_type(node: Mapping[str, Any]) -> pa.DataType:
    import pyarrow as pa

    match _json_type(node):
        case "array":
            return pa.list_(_arrow_type(node["items"]))
        case "object" if "properties" in node:
            return pa.struct([(name, _arrow_type(item)) for name, item in node["properties"].items()])
        case "object":
            return pa.map_(pa.string(), _arrow_type(node["additionalProperties"]))
        case "integer":
            return pa.int64()
        case "number":
            return pa.float64()
        case _:
            return pa.string()


def _json_type(node: Mapping[str, Any]) -> str:
    """Name the type of a value that is not null."""
    if "type" not in node:
        return "integer" if type(node.get("const")) is int else "string"
    types: list[str] = node["type"] if isinstance(node["type"], list) else [node["type"]]
    return next(name for name in types if name != "null")


def _plain(node: Mapping[str, Any], value: Any) -> Any:
    """Make dictionaries of the maps, which Arrow gives as lists of pairs."""
    if value is None or not isinstance(value, list | Mapping):
        return value
    if isinstance(value, list) and node.get("type") == "array":
        return [_plain(node["items"], item) for item in value]
    properties = node.get("properties")
    if properties:
        return {name: _plain(properties.get(name, {}), item) for name, item in dict(value).items()}
    if node.get("type") == "object":
        return {name: _plain(node["additionalProperties"], item) for name, item in dict(value).items()}
    return value
