"""The program as a sentence: decode, read, measure, find, decide, assemble, and read the body again.

Nothing is deleted before `assemble`. Metadata and the sidecar come from the same decisions when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cleaner import consent, declared, genre, peers, plain, reasons, rules, templates
from cleaner.assemble import Body, assemble
from cleaner.assemble.again import parted, stable, widened
from cleaner.cleaned import Cleaned
from cleaner.config import Config
from cleaner.decide import decide, decided
from cleaner.decide.decisions import Decisions
from cleaner.decode import decode
from cleaner.decode.kind import detect
from cleaner.features import Page
from cleaner.model import KEPT, Decoded, Document, Flag, Kind, Vote
from cleaner.plain import walls


@dataclass(frozen=True, slots=True)
class Cleaner:
    """The reusable form of `clean`: one configuration for many documents.

    >>> cleaner = Cleaner(Config(keep=("caption",)))
    >>> cleaner.clean("The bridge was closed on Monday, the mayor said.").text
    'The bridge was closed on Monday, the mayor said.'
    """

    config: Config = Config()

    def __post_init__(self) -> None:
        _check(self.config)

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
        CleanerError: a pattern of `config.rules` takes too long on a line.
        ConfigError: `config.ignore` or `config.select` names no rule or label, or a rule of `config.rules` is called as
            one of cleaner's own.
        TypeError: an argument is of another type.
    """
    _check(config)
    for name, value in (("url", url), ("site", site)):
        if not isinstance(value, str | None):
            raise TypeError(f"Give {name} as str, or None where it is not known, not {value!r}.")
    url, site = url or None, site or None  # as tables have it where nothing is known
    decoded = decode(data, kind=kind, declared=config.encoding, max_bytes=config.max_bytes)
    document = read(decoded, kind or detect(decoded.text), url)
    book = config.templates
    template = book.sites.get(templates.site_of(url, given=site)) if book else None
    narrow = replace(config, keep=()) if config.keep else config  # what is kept besides judges no other line
    judged = _informed(_Judged.of(Page(document, template), narrow))
    decisions, body = _settled(judged)
    for _ in range(_PARTINGS if judged.judgement.genre == "article" else 0):
        if not (places := parted(decisions, body, narrow)):
            break
        judged = judged.anew(_cut(judged.page.document, places))
        decisions, body = _settled(judged)
    document = judged.page.document
    return Cleaned(
        document=document,
        decisions=decisions,
        votes=judged.votes,
        body=widened(document, decisions, body, config),
        config=config,
        decoded=decoded,
        url=url,
        notes=(*document.notes, *_notes(judged, body)),
    )


_PARTINGS = 4  # of a wall of text, each finer; more than two were never needed on the development pages


def _cut(document: Document, places: Mapping[int, Sequence[int]]) -> Document:
    """Cut lines of a document at places of their texts."""
    for line in sorted(places, reverse=True):
        document = walls.cut(document, line, places[line])
    return document


_Others = Callable[[Page, genre.Judgement], Iterable[Vote]]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A page, all votes on its lines, what kind of page it is, and what was decided; `others` vote beside the rules."""

    page: Page
    config: Config
    judgement: genre.Judgement
    votes: Sequence[Vote]
    decisions: Decisions
    others: _Others | None = None

    @classmethod
    def of(cls, page: Page, config: Config, others: _Others | None = None) -> _Judged:
        """Ask the rules and the others, and decide."""
        votes: Sequence[Vote] = rules.votes(page, config)
        judgement = genre.judge(page)
        if others:
            votes = (*votes, *others(page, judgement))
        return cls(page, config, judgement, votes, decided(page, votes, config, judgement), others)

    def anew(self, document: Document, others: _Others | None = None) -> _Judged:
        """Judge the page again, read in another way."""
        return _Judged.of(Page(document, self.page.template), self.config, others or self.others)

    def beside(self, others: _Others) -> _Judged:
        """Decide again, with more votes."""
        votes = (*self.votes, *others(self.page, self.judgement))
        decisions = decide(self.page, votes, self.config, self.judgement)
        return replace(self, votes=votes, decisions=decisions, others=others)


def _informed(judged: _Judged) -> _Judged:
    """Hear who else knows the article: the page, where it declares more than it shows, or another extractor."""
    page, decisions = judged.page, judged.decisions
    if page.document.kind == "html" and (told := declared.missing(page.document, _kept(page.document, decisions))):
        return judged.anew(declared.added(page.document, told), declared.votes)
    if judged.config.second_opinion and peers.wanted(page, decisions, judged.judgement):
        return judged.beside(peers.votes)
    return judged


def _settled(judged: _Judged) -> tuple[Decisions, Body]:
    """Put the body together; that of an article is read again."""
    document, config, decisions = judged.page.document, judged.config, judged.decisions
    if judged.judgement.genre == "article":
        return stable(document, decisions, config)
    return decisions, assemble(document, decisions.labels, config)  # a thread's posts would be an article's comments


def _notes(judged: _Judged, body: Body) -> Iterator[Flag]:
    """What kind of page it is, where that is no article's."""
    if judged.judgement.is_no_article:
        yield "non_article"
    if consent.is_wall(judged.page, judged.votes, body.lines):
        yield "consent_page"


def _check(config: Config) -> None:
    """Refuse what is no configuration, and one that names rules that are not there."""
    if not isinstance(config, Config):
        raise TypeError(f"Give config as a cleaner.Config, such as Config(keep=['caption']), not {config!r}.")
    if config.ignore or config.select or config.rules or config.per_file:
        config.require_rules(reasons.ids())


def _kept(document: Document, decisions: Decisions) -> list[str]:
    return [text for text, label in zip(document.texts, decisions.labels, strict=True) if label in KEPT]


def read(decoded: Decoded, kind: Kind, url: str | None) -> Document:
    """Read decoded text as what it is; the reader of HTML is loaded only when it is needed."""
    if kind == "html":
        from cleaner import markup

        return markup.read(decoded.text, url=url, utf8=decoded.raw if decoded.is_utf8 else None)
    return plain.read(decoded.text, url=url)
