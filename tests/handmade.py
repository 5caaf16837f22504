"""Documents, decisions and results made by hand, so that a step is tested without the steps before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.assemble import assemble
from cleaner.cleaned import Cleaned
from cleaner.config import Config
from cleaner.model import KEPT, Decision, Decoded, Document, Dom


def read(source: str) -> Document:
    """Read text the simplest way: each line that is not blank, with white space folded."""
    texts, spans, numbers, gaps, indents = [], [], [], [], []
    gap = at = 0
    for number, raw in enumerate(re.split("(?<=\n)|(?<=\r)(?!\n)", source), 1):
        inner = raw.strip()
        if inner:
            start = at + raw.index(inner)
            texts.append(" ".join(inner.split()))
            spans.append((start, start + len(inner)))
            numbers.append((number, number))
            gaps.append(gap)
            indents.append(start - at)
        gap = 0 if inner else gap + 1
        at += len(raw)
    return Document("text", source, source, tuple(texts), tuple(spans), tuple(numbers), tuple(gaps), tuple(indents))


def page(*rows: tuple[str, str, int], listed: Sequence[int] = (), heading: dict[int, int] | None = None) -> Document:
    """Make a page of HTML of rows (element path, text, blank lines before it)."""
    rendered, spans, numbers = "", [], []
    for _, text, gap in rows:
        rendered += "\n" * (gap + bool(rendered))
        number = rendered.count("\n") + 1
        spans.append((len(rendered), len(rendered) + len(text)))
        numbers.append((number, number + text.count("\n")))
        rendered += text
    n = len(rows)
    paths = tuple("html/body/" + path for path, _, _ in rows)
    dom = Dom(
        tag=tuple(path.split("/")[-1] for path in paths),
        path=paths,
        tokens=(frozenset(),) * n,
        link_density=(0.0,) * n,
        heading=tuple((heading or {}).get(i, 0) for i in range(n)),
        listed=tuple(i in listed for i in range(n)),
        group=(0,) * n,
        hidden=(False,) * n,
    )
    return Document(
        kind="html",
        source="".join(f"<{path}>{text}" for path, text, _ in rows),
        text=rendered,
        texts=tuple(" ".join(text.split()) for _, text, _ in rows),
        spans=tuple(spans),
        numbers=tuple(numbers),
        gaps=tuple(gap for _, _, gap in rows),
        indents=(0,) * n,
        dom=dom,
    )


def decide(labels: Sequence[str]) -> list[Decision]:
    """Decide each line by its label; equal labels have one reason."""
    return [
        Decision(i, label, label, 2.5 if label in KEPT else -2.5, f"{label}_rule", f"it is {label}", f"{label}_rule")
        for i, label in enumerate(labels)
    ]


DEFAULT = Config()


def clean(document: Document | str, labels: Sequence[str], config: Config = DEFAULT, **more: object) -> Cleaned:
    """Go the whole way from labels to a result."""
    if isinstance(document, str):
        document = read(document)
    decisions = decide(labels)
    data = document.source.encode("utf-8", "surrogatepass")
    decoded = Decoded(document.source, "utf-8", data)
    body = assemble(document, labels, config)
    return Cleaned(document=document, decisions=decisions, body=body, config=config, decoded=decoded, **more)  # type: ignore[arg-type]
