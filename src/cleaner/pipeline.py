"""The program as a sentence: decode, read, measure, find, decide, assemble, and read the body again.

Nothing is deleted before `assemble`. Metadata and the sidecar come from the same decisions when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from cleaner import declared, genre, peers, plain, rules, templates
from cleaner.again import stable, wall
from cleaner.assemble import Body, assemble
from cleaner.cleaned import Cleaned
from cleaner.config import Config
from cleaner.decide import Decisions, decide, spare
from cleaner.decode import decode
from cleaner.features import Page
from cleaner.kind import detect
from cleaner.model import KEPT, Decoded, Document, Kind, Vote


@dataclass(frozen=True, slots=True)
class Cleaner:
    """The reusable form of `clean`: one configuration for many documents.

    >>> cleaner = Cleaner(Config(keep=("caption",)))
    >>> cleaner.clean("The bridge was closed on Monday, the mayor said.").text
    'The bridge was closed on Monday, the mayor said.'
    """

    config: Config = Config()

    def __post_init__(self) -> None:
        self.config.require_rules(rules.rules())

    def clean(
        self, data: str | bytes, *, kind: Kind | None = None, url: str | None = None, site: str | None = None
    ) -> Cleaned:
        """Clean one document; see `clean`."""
        return clean(data, kind=kind, url=url, config=self.config, site=site)


def clean(
    data: str | bytes,
    *,
    kind: Kind | None = None,
    url: str | None = None,
    config: Config = Config(),
    site: str | None = None,
) -> Cleaned:
    """Find the article in a page, as HTML or as text.

    Args:
        data: the page; bytes are decoded as `config.encoding`, the page itself or its content says.
        kind: "html" or "text"; None looks for markup.
        url: where the page came from, evidence for metadata.
        config: what to keep and how sure to be.
        site: whose template `config.templates` is asked for; None for the host of `url` (see `templates.site_of`).

    Returns:
        The body as `.text`, and on demand metadata, reasons, flags and the sidecar.

    Raises:
        UnreadableInputError: the data is no text, or larger than `config.max_bytes`.
    """
    decoded = decode(data, kind=kind, declared=config.encoding, max_bytes=config.max_bytes)
    document = read(decoded, kind or detect(decoded.text), url)
    book = config.templates
    template = book.sites.get(templates.site_of(url, given=site)) if book else None
    judged = _judged(Page(document, template), config)
    others: _Asked | None = None
    if document.kind == "html" and (told := declared.missing(document, _kept(document, judged.decisions))):
        others = declared.votes
        judged = _judged(Page(declared.added(document, told), template), config, others)
    elif config.second_opinion and peers.wanted(judged.page, judged.decisions, judged.judgement):
        others = peers.votes
        judged = judged.beside(others(judged.page, judged.judgement), config)
    decisions, body = _settled(judged, config)
    if (line := wall(decisions, body, config)) is not None and judged.judgement.genre == "article":
        judged = _judged(Page(plain.cut(judged.page.document, line), template), config, others)
        decisions, body = _settled(judged, config)
    document = judged.page.document
    return Cleaned(
        document=document,
        decisions=decisions,
        votes=judged.votes,
        body=body,
        config=config,
        decoded=decoded,
        url=url,
        notes=(*document.notes, *(["non_article"] if judged.judgement.is_no_article else [])),
    )


_Asked = Callable[[Page, genre.Judgement], Iterable[Vote]]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A page, all votes on its lines, what kind of page it is, and what was decided."""

    page: Page
    votes: Sequence[Vote]
    judgement: genre.Judgement
    decisions: Decisions

    def beside(self, votes: Iterable[Vote], config: Config) -> _Judged:
        """Decide anew with further votes."""
        every = (*self.votes, *votes)
        return replace(self, votes=every, decisions=decide(self.page, every, config, self.judgement))


def _judged(page: Page, config: Config, others: _Asked | None = None) -> _Judged:
    """Ask the rules, and others that vote, and decide."""
    votes: Sequence[Vote] = rules.votes(page, config)
    judgement = genre.judge(page)
    if others:
        votes = (*votes, *others(page, judgement))
    return _Judged(page, votes, judgement, decide(page, votes, config, judgement))


def _settled(judged: _Judged, config: Config) -> tuple[Decisions, Body]:
    """Put the body together; that of an article is read again."""
    document, decisions = judged.page.document, spare(judged.decisions, config)
    if judged.judgement.genre == "article":
        return stable(document, decisions, config)
    return decisions, assemble(document, decisions.labels, config)  # a thread's posts would be an article's comments


def _kept(document: Document, decisions: Decisions) -> list[str]:
    return [text for text, label in zip(document.texts, decisions.labels, strict=True) if label in KEPT]


def read(decoded: Decoded, kind: Kind, url: str | None) -> Document:
    """Read decoded text as what it is; the reader of HTML is loaded only when it is needed."""
    if kind == "html":
        from cleaner import markup

        return markup.read(decoded.text, url=url, utf8=decoded.raw if decoded.is_utf8 else None)
    return plain.read(decoded.text, url=url)
