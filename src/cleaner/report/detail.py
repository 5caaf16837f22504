"""A body and its sidecar -> every line of the original beside the clean body, for the view of one document.

The original comes back from body and sidecar, and is read again as it was read before; the sidecar tells of each line
whether it went and why. Votes, and the reasons for which lines stayed, are in no sidecar. Cleaning is pure, so they can
be had by cleaning the original once more: with the same settings and version it gives the same body, which is checked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cleaner import __version__, pipeline, sidecar, templates
from cleaner.cleaned import UNKNOWN, Cleaned
from cleaner.config import Config
from cleaner.model import CleanerError, Decoded, Document, Kind

_BLANKS = re.compile("[ \t\r\n]+")
Row = list[Any]
"""A line: first and last physical line, text, raw text or 0, label, kept 0 or 1, body or 0 or 1, reason or 0.

The raw text is 0 where only its white space differs. The label is empty when only the votes would tell which one it is.
The body is what the clean body has for the line, 1 for the line's text. A reason is rule, evidence, score, and with
votes also the line's own verdict and what settled it.
"""


def detail(body: str, record: Mapping[str, Any], config: Config, *, votes: bool) -> dict[str, Any]:
    """Give a document as the page shows it.

    `votes` asks for votes, for the reasons of lines that stayed, and for the page itself where it is HTML. `note` says
    in a sentence what could not be had. Raises CleanerError when the sidecar is damaged.
    """
    text = body.removesuffix("\n")
    try:
        shown: dict[str, Any] = {
            "metadata": list(_metadata(record)),
            "input": record["input"],
            "output": record["output"],
            "cleaner": record["cleaner"],
            "url": record["url"],
            "votes": None,
            "source": None,
            "note": None,
        }
        try:
            source = sidecar.restore(body, record)
        except CleanerError as error:
            return {**shown, "note": str(error), "lines": _unplaced(text, record["removals"])}
        kind = record["input"]["kind"]
        shown["source"] = source if kind == "text" or votes else None
        cleaned, shown["note"] = _again(source, record, config) if votes else (None, None)
        if cleaned:
            shown["votes"] = {
                i: [[vote.label, vote.rule, vote.weight, vote.because] for vote in line.votes]
                for i, line in enumerate(cleaned.lines)
                if line.votes
            }
            return {**shown, "lines": _decided(cleaned)}
        document = pipeline.read(Decoded(source, "utf-8", b""), kind, record["url"])
        return {**shown, "lines": _placed(document, text, record["removals"])}
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise CleanerError(f"The sidecar is damaged ({error!r}); clean the document again.") from error


def _again(source: str, record: Mapping[str, Any], config: Config) -> tuple[Cleaned | None, str | None]:
    """Clean the original again; None with the reason when that would not say how this body came about."""
    made = record["cleaner"]
    if made["version"] != __version__:
        return None, f"Version {made['version']} cleaned it and this is {__version__}, so its votes are not known here."
    # A run takes the settings of a record's own path, where there are some.
    same = (one for one in (config, config.for_file(str(record["source_path"]))) if sidecar.digests(one) == made)
    config_of_run = next(same, None)
    if config_of_run is None:
        return None, "It was cleaned with other settings, so its votes are not known here; give them with --config."
    kind: Kind = record["input"]["kind"]
    site = templates.site_of(record["url"], record["source_path"])
    cleaned = pipeline.clean(source, kind=kind, url=record["url"], config=config_of_run, site=site)
    if hashlib.sha256(cleaned.to_bytes()).hexdigest() != record["output"]["sha256"]:
        return None, "Cleaning it again gave another body, so its votes are not known here; clean the corpus again."
    return cleaned, None


def _decided(cleaned: Cleaned) -> list[Row]:
    """Give the lines of a document of which everything is known."""
    body = _Body(cleaned.text)
    document = cleaned.document
    return [
        [
            line.number,
            line.last,
            line.text,
            _raw(document, i),
            line.label,
            int(line.kept),
            body.take(line.text) if line.kept else 0,
            [line.rule, line.evidence, round(line.score, 2), line.own, line.settled_by],
        ]
        for i, line in enumerate(cleaned.lines)
    ]


def _placed(document: Document, text: str, removals: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Give the lines of a document by what its sidecar says of them: what no removal covers was kept."""
    if any(document.text[slice(*removal["span"])] != removal["text"] for removal in removals):
        return _unplaced(text, removals)
    body = _Body(text)
    left = iter(removals)
    removal = next(left, None)
    rows: list[Row] = []
    for i, ((start, _), (first, last)) in enumerate(zip(document.spans, document.numbers, strict=True)):
        while removal and removal["span"][1] <= start:
            removal = next(left, None)
        line = document.texts[i]
        gone = removal if removal and removal["span"][0] <= start else None
        label = gone["label"] if gone else ""
        rows.append(
            [first, last, line, _raw(document, i), label, int(not gone), 0 if gone else body.take(line), _reason(gone)]
        )
    return rows


def _unplaced(text: str, removals: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Give what there is when body and original do not fit together: the body, and then what was removed."""
    kept: list[Row] = [[0, 0, line, 0, "", 1, 1, 0] for line in text.split("\n") if line]
    return kept + [[*one["lines"], one["text"], 0, one["label"], 0, 0, _reason(one)] for one in removals]


def _reason(removal: Mapping[str, Any] | None) -> Row | int:
    return [removal["rule"], removal["evidence"], removal["score"]] if removal else 0


def _raw(document: Document, line: int) -> str | int:
    start, end = document.spans[line]
    raw = document.text[start:end]
    return 0 if _BLANKS.sub(" ", raw).strip(" ") == document.texts[line] else raw


class _Body:
    """Deals the body out to the lines that are in it, in order, so that together they have all of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def take(self, line: str) -> str | int:
        """Give the body up to the end of this line; 1 when that is the line itself."""
        found = self._text.find(line, self._at)
        end = found + len(line) if found >= 0 else self._text.find("\n\n", self._at)
        end = end if end >= 0 else len(self._text)
        piece = self._text[self._at : end].strip("\n")
        self._at = end
        return 1 if piece == line else piece


def _metadata(record: Mapping[str, Any]) -> Iterator[Row]:
    """Yield the metadata that is known: name, value, where it is from, how sure that is, line and path."""
    for name in UNKNOWN:
        value = record.get(name)
        if value in (None, [], {}) or name == "language_source":
            continue
        known = record["provenance"].get(name) or {}
        yield [name, value, *(known.get(key) for key in ("source", "confidence", "line", "path"))]
