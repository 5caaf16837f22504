"""A function for `map` of Hugging Face datasets.

    articles = pages.map(CleanPages(), batched=True, remove_columns=pages.column_names)

It is a value, so the fingerprint by which datasets finds results that it has made before is the same in every run and
changes with the settings. A dataset has no maps: `alternates`, `provenance` and the counts of `stats` are lists of
`key` and `value` there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaner.config import Config
from cleaner.engines import arrow
from cleaner.formats import require
from cleaner.formats.columns import Columns
from cleaner.model import Kind

if TYPE_CHECKING:
    import pyarrow as pa
    from datasets.formatting.formatting import LazyBatch


@dataclass(frozen=True, slots=True)
class CleanPages:
    """Cleans a batch of a dataset; other columns pass through, so the dataset's own ones are to be removed.

    `columns`, `config` and `kind` are those of `arrow.clean_batch`. Rows that cannot be cleaned say so in `error`.

    >>> import pyarrow as pa
    >>> made = CleanPages()(pa.table({"text": ["The bridge was closed on Monday, the mayor said."], "crawl": [7]}))
    >>> made["text"].to_pylist(), made["crawl"].to_pylist(), made["alternates"].to_pylist()
    (['The bridge was closed on Monday, the mayor said.'], [7], [[]])
    """

    columns: Columns = Columns()
    config: Config = Config()
    kind: Kind | None = None

    def __call__(self, batch: pa.Table | LazyBatch) -> pa.Table:
        """Give the cleaned batch."""
        pa = require("pyarrow", "datasets")
        table = getattr(batch, "pa_table", batch)  # it stands behind the lists of a batch
        made = arrow.clean_batch(table, columns=self.columns, config=self.config, kind=self.kind)
        return made.cast(pa.schema([field.with_type(_without_maps(field.type)) for field in made.schema]))


def _without_maps(kind: pa.DataType) -> pa.DataType:
    import pyarrow as pa

    if pa.types.is_map(kind):
        return pa.list_(pa.struct([("key", kind.key_type), ("value", _without_maps(kind.item_type))]))
    if pa.types.is_struct(kind):
        return pa.struct([field.with_type(_without_maps(field.type)) for field in kind])
    if pa.types.is_list(kind):
        return pa.list_(_without_maps(kind.value_type))
    return kind
