"""A block for pipelines of datatrove: pages in, articles out.

    LocalPipelineExecutor([WarcReader("crawl"), CleanArticles(), JsonlWriter("articles")])

It stands where an extractor such as `Trafilatura` would, or behind one that left residue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cleaner.cleaned import UNKNOWN
from cleaner.config import Config
from cleaner.decode.kind import detect
from cleaner.engines import arrow
from cleaner.formats import require
from cleaner.model import Kind
from cleaner.sidecar import rows

require("datatrove", "datatrove")
from datatrove.pipeline.filters.base_filter import BaseFilter  # noqa: E402 (the line before says what to install)

if TYPE_CHECKING:
    from datatrove.data import Document
    from datatrove.pipeline.writers.disk_base import DiskWriter

BATCH = 64
"""Documents that are cleaned at once."""

_NEW = (*UNKNOWN, "flags", "removed_share", "cleaner")


class CleanArticles(BaseFilter):  # type: ignore[misc]  # the package has no types
    """Puts the article in the place of each document's text, and what is known of it into its metadata.

    The document's own metadata stay; where a name is taken, ours is not put in, unless it is null or empty there. A
    document that cannot be read, or in which there is no article, is dropped; `exclusion_writer` gets it as it came,
    with the reason `unreadable` (and `cleaner_error`) or `empty`.

    Args:
        config: settings, and the templates in them.
        kind: what all documents are; None goes by the content.
        url_key: where the metadata hold the address.
        exclusion_writer: takes what is dropped.
        batch_size: documents that are cleaned at once.
    """

    name = "🧹 Clean articles"

    def __init__(
        self,
        config: Config = Config(),
        *,
        kind: Kind | None = None,
        url_key: str = "url",
        exclusion_writer: DiskWriter | None = None,
        batch_size: int = BATCH,
    ) -> None:
        super().__init__(exclusion_writer, batch_size)
        self.config = config
        self.kind = kind
        self.url_key = url_key

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Clean a document; say whether it stays."""
        return self.filter_batch([doc])[0]

    def filter_batch(self, batch: list[Document]) -> list[bool | tuple[bool, str]]:
        """Clean documents; say of each whether it stays."""
        import pyarrow as pa

        pages = [{self.kind or detect(doc.text): doc.text} for doc in batch]
        table = pa.table(
            {
                "html": pa.array([page.get("html") for page in pages], pa.string()),
                "text": pa.array([page.get("text") for page in pages], pa.string()),
                "url": pa.array([_text(doc.metadata.get(self.url_key)) for doc in batch], pa.string()),
            }
        )
        made = arrow.clean_batch(table, config=self.config).to_pylist()
        return [_take(doc, row) for doc, row in zip(batch, made, strict=True)]


def _take(doc: Document, row: dict[str, Any]) -> bool | tuple[bool, str]:
    """Put into a document what was made of it."""
    if row[rows.ERROR] is not None:
        doc.metadata["cleaner_error"] = row[rows.ERROR]
        return False, "unreadable"
    if not row["text"]:
        return False, "empty"
    body, record = rows.parts(row)
    record["removed_share"] = record["stats"]["removed_share"]
    doc.text = body
    doc.metadata.update((name, record[name]) for name in _NEW if not doc.metadata.get(name))
    return True


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
