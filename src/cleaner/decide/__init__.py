"""Votes -> decisions: the line's own verdict, then the one that the sequence settles.

1. The line alone: what its measures say (`weights.first`) plus the rules' votes.
2. The line in the page: the measures once more with all first scores in hand (`weights.settled`), plus the votes again.
3. The sequence: changing between kept and dropped costs something, so that a doubtful line goes with its neighbours
   (Viterbi's algorithm over two states; Viterbi 1967).
4. A dropped line's label is what its votes say, else what the dropped run around it says, else its shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from cleaner import measures, rules, weights
from cleaner.characters import Bools, Columns, Floats
from cleaner.config import Config
from cleaner.decide import preformatted
from cleaner.decide.ballot import CLEAR, Ballot
from cleaner.decide.decisions import Decisions, Scores
from cleaner.decide.naming import labels
from cleaner.features import Page
from cleaner.genre import ARTICLE, Judgement
from cleaner.model import KEPT, METADATA, Vote
from cleaner.rules.templates import OF_THE_SITE

SWITCH = 0.1  # log-odds that a change between kept and dropped costs; chosen on held-out development pages
CLEAN = 0.85  # share of words; a document of which more is article, and where no rule finds residue, is left alone
SCRAPS = 0.1  # of the words of a page's sentences; if no more stays, and none of these, they stay instead
DOUBT = 0.7  # log-odds for a line that by itself could well be article and that no rule speaks against; likewise
BRIEF = 50  # lines; a document of fewer has too little around a sentence to speak against it
RELUCTANCE = 2.0  # log-odds for such a document's sentences that no rule speaks against; chosen likewise, for recall
GOING_ON = 1.5  # log-odds against a short sentence there that goes on from a line that stays; likewise
SCORED = 80  # lines; in a body-like document of more, tables and lists look like menus, and lines go by rules alone
HEEDED = 1.0  # log-odds against a line of a shorter one with which it goes; likewise
SURE = -6.0  # log-odds; a line whose own verdict is lower is not asked again
_STANDFIRST = 12  # words


def decide(page: Page, votes: Sequence[Vote], config: Config, genre: Judgement = ARTICLE) -> Decisions:
    """Weigh the votes of each line, then settle the sequence.

    Args:
        page: the document and its measures.
        votes: what the rules found, in any order.
        config: `threshold` is added to every line's log-odds of being kept.
        genre: what kind of page it is; of one that is no article the settled scores are corrected.
    """
    ballot = Ballot.of(page.n, genre.heard(votes))
    scores, kept = _weighed(page, ballot, config, genre)
    return Decisions(page, ballot, labels(page, ballot, kept), lambda: scores)


def decided(page: Page, votes: Sequence[Vote], config: Config, genre: Judgement = ARTICLE) -> Decisions:
    """Decide, and `spare` what looks like a body; where the votes alone show that all stays, nothing is measured."""
    if not is_clean(page, votes, config):
        return spare(decide(page, votes, config, genre), config)
    ballot = Ballot.of(page.n, votes)
    every = labels(page, ballot, np.ones(page.n, dtype=np.bool_))
    return Decisions(page, ballot, every, lambda: _weighed(page, ballot, config, genre)[0])


def _weighed(page: Page, ballot: Ballot, config: Config, genre: Judgement) -> tuple[Scores, Bools]:
    """The scores of every line, and whether it stays."""
    if not page.n:
        return Scores(np.zeros(0), np.zeros(0), {}), np.zeros(0, dtype=np.bool_)
    kind, votes = page.document.kind, ballot.votes
    # The tables see the page as if the rules that they were fitted without had found nothing; the votes of these then
    # add to the lines that they name, and no other line's score changes with them.
    known = rules.fitted(votes)
    own = ballot if known is votes else Ballot.of(page.n, known)
    columns = measures.first(page, own.kept, own.dropped)
    alone = weights.first(kind).scores(columns)
    columns = columns | measures.second(page, alone + own.net, own.dropped, own.named)
    first = alone + ballot.net
    final, kept = verdict(page, weights.settled(kind), columns, first, ballot, config.threshold)
    if genre.genre != "article":
        fixed = ballot.named.copy()
        fixed[[vote.line for vote in ballot.votes if vote.rule in OF_THE_SITE]] = True
        final = np.where(fixed, final, genre.corrected(page, columns, first, final))
        corrected = settle(final)
        kept = corrected if corrected.any() else kept
    kept = preformatted.whole(page, ballot, kept)
    told = _told(ballot, config)
    final[told], kept[told] = ballot.net[told], ballot.net[told] > 0
    return Scores(first, final, columns), kept


def _told(ballot: Ballot, config: Config) -> list[int]:
    """Lines on which the user's own rules speak clearly, and no other vote outweighs them: their word goes."""
    own = {rule.id for rule in config.rules}
    clear = np.abs(ballot.net) >= CLEAR
    return [vote.line for vote in (ballot.votes if own else ()) if vote.rule in own and clear[vote.line]]


def spare(decisions: Decisions, config: Config) -> Decisions:
    """Leave a text alone that is laid out as a body and in which no rule finds clear residue: most likely it is one.

    Lines that are metadata go, as from any page, and those that the user's own rules clearly speak against. Where a
    rule speaks against any line of a short one, so do those that are clearly none of the article, sentences excepted.
    """
    page, ballot = decisions.page, decisions.ballot
    if not _may_be_body(page, ballot.votes):
        return decisions
    kept = np.array([label in KEPT for label in decisions.labels], dtype=np.bool_)
    if (~kept & ballot.residue).any():
        return decisions
    metadata = np.array([label in METADATA for label in decisions.labels], dtype=np.bool_)
    spared = kept | _stays(page, ballot, metadata)
    if _is_doubtful(page, ballot):
        spared &= kept | metadata | (decisions.scores.final > -HEEDED) | _sentences(page, ballot, least=3)
    told = _told(ballot, config)
    spared[told] = kept[told]
    return replace(decisions, labels=labels(page, ballot, spared)) if (spared != kept).any() else decisions


def is_clean(page: Page, votes: Sequence[Vote], config: Config) -> bool:
    """Whether the votes alone show that `spare` would leave every line of a page."""
    if not _may_be_body(page, votes):
        return False
    if not votes:
        return True
    ballot = Ballot.of(page.n, votes)
    if ballot.residue.any() or _is_doubtful(page, ballot) or (ballot.net[_told(ballot, config)] < 0).any():
        return False
    return bool(_stays(page, ballot, ballot.metadata > 0).all())


def _is_doubtful(page: Page, ballot: Ballot) -> bool:
    """Whether there is reason to look closer at a text that is laid out as a body; of long ones the scores err more."""
    return page.n <= SCORED and bool((ballot.net < 0).any())


def _may_be_body(page: Page, votes: Sequence[Vote]) -> bool:
    if page.template and any(vote.rule in OF_THE_SITE for vote in votes):
        return False  # of which lines recur on the site, its book knows better
    return page.document.body_like


def _stays(page: Page, ballot: Ballot, metadata: Bools) -> Bools:
    """All but metadata; a long line of it is a standfirst, now that nothing stands above it, or one of the `asides`.

    A body's first line that touches the second is a heading (see `again`): titles stand apart, or beside metadata.
    """
    stays: Bools = ~metadata | ((page.words >= _STANDFIRST) & ~ballot.asides)
    stays[:1] |= page.n > 1 and page.document.gaps[1] == 0 and not metadata[1]
    return stays


def verdict(
    page: Page, forest: weights.Forest, columns: Columns, first: Floats, ballot: Ballot, threshold: float = 0.0
) -> tuple[Floats, Bools]:
    """The settled score of each line, and whether it stays."""
    final = reconsider(forest, columns, first, ballot) + DOUBT * _unopposed(page, first, ballot) + threshold
    if page.n <= BRIEF:
        final += RELUCTANCE * _sentences(page, ballot, least=8)
    kept = settle(final)
    if page.n <= BRIEF:
        brief = _sentences(page, ballot, least=3)
        kept = _gone_on(kept, brief & (final > -GOING_ON)) | (brief & (ballot.kept >= CLEAR))
        if page.document.kind == "html":  # left in, they would have the body read again, and more would go
            kept &= ~((ballot.residue | ballot.named) & (ballot.net <= -CLEAR))
    sentences = _sentences(page, ballot)
    if not (kept & sentences).any() and page.words[kept].sum() < SCRAPS * page.words[sentences].sum():
        kept = sentences
    elif not ballot.dropped.any() and page.words[kept].sum() >= CLEAN * page.words.sum():
        kept = np.ones_like(kept)
    if not kept.any():  # no sentence either: what by itself looks like article, such as a wall that ends in a button
        kept = (first > 0) & (ballot.dropped == 0)
    return final, kept


def _sentences(page: Page, ballot: Ballot, least: int = 5) -> Bools:
    """Sentences of so many words that no rule speaks against: what stays of a page of which scraps would be left.

    A one-line document gives the measures nothing to compare with; losing it is worse than leaving a stray sentence.
    """
    sentences: Bools = (page.words >= least) & (page.stopped | page.stopless) & (ballot.dropped == 0)
    return sentences


def _gone_on(kept: Bools, may: Bools) -> Bools:
    """What stays, and the lines that `may` below it, up to the first that may not.

    The last sentences of a short article have little in common with it: "She is over eighty." Items of menus are none.

    >>> _gone_on(np.array([False, True, False, False, False]), np.array([True, True, True, False, True])).tolist()
    [False, True, True, False, False]
    """
    begins = np.maximum.accumulate(np.where(may & ~kept, -1, np.arange(len(kept))))
    return kept | (may & (begins >= 0) & kept.take(np.maximum(begins, 0)))


def _unopposed(page: Page, first: Floats, ballot: Ballot) -> Bools:
    """Lines that only their surroundings speak against: long whole sentences, and what looks much like article."""
    sentence = (page.words >= 12) & page.stopped
    unopposed: Bools = (first > np.where(sentence, -1.0, 1.0)) & (ballot.dropped == 0)
    return unopposed


def reconsider(forest: weights.Forest, columns: Columns, first: Floats, ballot: Ballot) -> Floats:
    """Score the lines once more in the light of all first scores; those beyond doubt keep their own verdict."""
    final = first.copy()
    doubtful = ((first > SURE) & ~ballot.named).nonzero()[0]
    if len(doubtful):
        final[doubtful] = forest.scores(columns, doubtful) + ballot.net[doubtful]
    return final


def settle(score: Floats) -> Bools:
    """The likeliest sequence of kept and dropped, where a change costs `SWITCH`.

    >>> settle(np.array([2.0, -0.1, 3.0, -2.0, -2.0])).tolist()
    [True, True, True, False, False]
    """
    # A line whose score outweighs two changes goes its own way; only near others is there something to settle.
    settled: Bools = score > 0
    doubtful = np.abs(score) <= 3 * SWITCH
    if doubtful.any():
        near = doubtful.copy()
        near[1:] |= doubtful[:-1]
        near[:-1] |= doubtful[1:]
        settled[near] = _settle(score[near].tolist())
    return settled


def _settle(scores: list[float]) -> list[bool]:
    # Of the two states' scores only the difference matters; a change is worth it where that is more than its cost.
    lead = 0.0  # of kept over dropped
    leads: list[float] = []
    for gain in scores:
        leads.append(lead)
        lead = (SWITCH if lead > SWITCH else -SWITCH if lead < -SWITCH else lead) + gain
    state = lead > 0
    settled: list[bool] = []
    for lead in reversed(leads):
        settled.append(state)
        state = lead >= -SWITCH if state else lead > SWITCH
    return settled[::-1]
