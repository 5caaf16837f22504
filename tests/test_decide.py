"""Settling a page's lines and naming them: what the shortcuts promise."""

from itertools import pairwise, product

import numpy as np
import pytest

from articles import ARTICLES
from cleaner import clean, decide, plain, rules, weights
from cleaner.config import Config
from cleaner.decide import SWITCH, settle, verdict
from cleaner.decide.ballot import Ballot
from cleaner.decide.decisions import Scores
from cleaner.decide.naming import labels
from cleaner.features import Page
from cleaner.model import Vote


def worth(kept: tuple[bool, ...], scores: list[float]) -> float:
    """What a sequence of kept and dropped lines earns, changes paid."""
    changes = sum(a != b for a, b in pairwise(kept))
    return sum(s / 2 if k else -s / 2 for k, s in zip(kept, scores, strict=True)) - SWITCH * changes


@pytest.mark.parametrize("size", [0.05, 0.15, 0.3, 1.0, 8.0])
def test_settling_finds_the_sequence_worth_most(size: float) -> None:
    draw = np.random.default_rng(1)
    for _ in range(40):
        scores = (draw.normal(size=8) * size).tolist()
        best = max(worth(kept, scores) for kept in product((False, True), repeat=8))
        found = tuple(settle(np.array(scores)).tolist())
        assert worth(found, scores) == pytest.approx(best)


@pytest.mark.parametrize(
    ("scores", "kept"),
    [
        ([0.0], [False]),
        ([2.0, -0.3, 2.0], [True, False, True]),  # outweighs two changes
        ([2.0, -0.15, 2.0], [True, True, True]),
        ([-0.05, 2.0], [True, True]),
        ([2.0, -0.06, -0.06, -0.06, -0.06, 2.0], [True, False, False, False, False, True]),
    ],
)
def test_a_doubtful_line_goes_with_its_neighbours(scores: list[float], kept: list[bool]) -> None:
    assert settle(np.array(scores)).tolist() == kept


def labelled(votes: dict[int, tuple[str, float]], kept: str) -> list[str]:
    page = Page(plain.read("\n\n".join(["Port"] * len(kept))))
    ballot = Ballot.of(page.n, [Vote(line, label, label, weight, "") for line, (label, weight) in votes.items()])
    return list(labels(page, ballot, np.array([k == "+" for k in kept])))


@pytest.mark.parametrize(
    ("votes", "kept", "named"),
    [
        ({}, "+-", ["body", "navigation"]),
        ({0: ("share", 2)}, "+-", ["body", "navigation"]),  # a label that does not agree with the line's fate
        ({0: ("date", 2)}, "--", ["date", "navigation"]),  # metadata does not spread
        ({1: ("share", 2)}, "+-+-", ["body", "share", "body", "navigation"]),  # nor does residue beyond a kept line
        ({0: ("share", 2)}, "------", ["share"] * 5 + ["navigation"]),
        ({5: ("share", 2)}, "------", ["navigation"] + ["share"] * 5),
        ({0: ("share", 2), 3: ("legal", 2)}, "-----", ["share", "share", "share", "legal", "legal"]),
        ({0: ("share", 2), 2: ("date", 2)}, "----", ["share", "share", "date", "navigation"]),
        ({1: ("heading", 2)}, "++", ["body", "heading"]),
    ],
)
def test_lines_are_named_by_votes_then_by_their_run(
    votes: dict[int, tuple[str, float]], kept: str, named: list[str]
) -> None:
    assert labelled(votes, kept) == named


def test_of_two_labels_the_one_more_votes_speak_for_wins() -> None:
    page = Page(plain.read("Port"))
    votes = [Vote(0, "share", "a", 2, ""), Vote(0, "legal", "b", 2, ""), Vote(0, "share", "c", 2, "")]
    assert labels(page, Ballot.of(1, votes), np.array([False])) == ("share",)
    assert labels(page, Ballot.of(1, votes[:2]), np.array([False])) == ("legal",)  # the first of equals


@pytest.mark.parametrize(
    ("end", "stays"),
    [
        ("More jobs", False),  # no sentence
        ("Subscribe to our newsletter.", False),  # a rule speaks against it
        ("She is over eighty.", True),
    ],
)
def test_a_short_article_s_last_sentence_goes_on_from_it(end: str, stays: bool) -> None:
    article = [
        "The baker of Harlow closes her shop for good on Saturday, after sixty years at the same oven in Mill Lane.",
        "Her bread was sold in four villages on the river, and on market days people stood in the lane from five.",
        "The town council wants to put a plaque on the house, and a photograph of her first loaf above the old door.",
    ]
    page = Page(plain.read("\n".join(("Home", "News", "Sport", "Subscribe now", *article, end))))
    first = np.array([-5.0, -5, -5, -5, 4, 4, 4, -1])
    forest = weights.parse_forest([{"tests": "score>-2 & score>2", "weights": "-4.0 -0.9 -4.0 +5.0"}])
    _, kept = verdict(page, forest, {"score": first}, first, Ballot.of(page.n, rules.votes(page, Config())))
    assert kept.tolist() == [*[False] * 4, *[True] * 3, stays]


_PARAGRAPHS = (
    "The council voted on Monday to close the old bridge, which engineers had called unsafe in a report last week.",
    "The mayor said that repairs would cost nine million and that the bridge should open again in spring.",
    "Drivers will have to take the ferry, which runs every twenty minutes from six in the morning until midnight.",
    "The harbour office expects long queues on both banks, and asks people to walk where they can.",
)


@pytest.mark.parametrize(
    ("times", "end", "stays"),
    [
        (1, ("Loading...", "Shopping Insurance"), True),  # near miss: no rule speaks against any line
        (25, ("Continue reading", "Loading..."), True),  # in a long text lines go by rules alone
        (1, ("Continue reading", "Loading..."), False),
    ],
)
def test_a_text_laid_out_as_a_body_is_looked_at_closely_where_a_rule_doubts_it(
    times: int, end: tuple[str, str], stays: bool
) -> None:
    cleaned = clean("\n\n".join((*_PARAGRAPHS * times, *end)))
    assert cleaned.decisions.ballot.dropped.any() == ("Continue reading" in end)
    assert cleaned.text.endswith(end[1] if stays else _PARAGRAPHS[-1])
    assert clean(cleaned.text).text == cleaned.text


def test_a_text_that_the_rules_show_to_be_clean_is_decided_as_any() -> None:
    config, shown = Config(), 0
    for article in ARTICLES.values():
        page = Page(plain.read(article.replace("\n", "\n\n")))
        votes = rules.votes(page, config)
        found, whole = decide.decided(page, votes, config), decide.spare(decide.decide(page, votes, config), config)
        shown += decide.is_clean(page, votes, config)
        assert found.labels == whole.labels
        assert list(found) == list(whole)
        assert found.scores.final.tobytes() == whole.scores.final.tobytes()
    assert shown > len(ARTICLES) / 2


def test_nothing_is_measured_of_a_text_that_the_rules_show_to_be_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    def measured(*_: object) -> tuple[Scores, None]:
        raise AssertionError("The measures of a clean text are asked for.")

    monkeypatch.setattr(decide, "_weighed", measured)
    text = "The bridge was closed on Monday, the mayor said.\n\nIt opens again in spring, when the works are done."
    assert clean(text, kind="text").text == text


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        # Near misses: a long line that no rule names, and a standfirst
        ("The old bridge of Harlow was closed on Monday after the rain, as the mayor had promised", True),
        ("Lead: the old bridge of Harlow was closed on Monday after the rain, as the mayor promised.", True),
        ("The old bridge of Harlow, seen from the western bank on Monday after rain. Photo: Ada Finch", False),
        ("The old bridge of Harlow, seen from the western bank on Monday after the rain. © Ada Finch", False),
    ],
)
def test_a_caption_as_long_as_a_standfirst_goes_from_a_body(line: str, stays: bool) -> None:
    paragraphs = ARTICLES["en"].split("\n")
    assert (line in clean("\n\n".join([paragraphs[0], line, *paragraphs[1:]])).text) is stays
