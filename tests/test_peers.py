"""The second opinion: asked when little was kept of much, where it speaks for keeping, and of products."""

from dataclasses import replace

import pytest

import cleaner
from cleaner import peers
from cleaner.cli import main
from cleaner.config import Config
from cleaner.features import Page
from cleaner.genre import ARTICLE, Genre, Judgement

SENTENCES = [
    f"Visitor number {n} said that the museum, which opened in spring, had been worth the long journey north."
    for n in range(12)
]
PRODUCT = Judgement("product", (0.0, 1.0, 0.0, 0.0))
SURE = "<article>" + "".join(f"<p>{s}</p>" for s in SENTENCES) + "</article>"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    calls: list[int] = []
    votes = peers.votes

    def counted(page: Page, genre: Judgement) -> object:
        calls.append(page.n)
        return votes(page, genre)

    monkeypatch.setattr(peers, "votes", counted)
    return calls


def test_a_page_that_is_clear_does_not_pay(asked: list[int]) -> None:
    assert cleaner.clean(SURE, kind="html").text.count("museum") == len(SENTENCES)
    assert cleaner.clean(" ".join(SENTENCES), kind="text").text
    assert asked == []


@pytest.mark.parametrize(("kept", "unsure"), [(12, False), (5, False), (3, True), (0, True)])
def test_little_kept_of_much_running_text_is_unsure(kept: int, unsure: bool) -> None:
    decisions = cleaner.clean(SURE, kind="html").decisions
    labels = ("body",) * kept + ("related",) * (len(SENTENCES) - kept)
    assert peers.wanted(decisions.page, replace(decisions, labels=labels), ARTICLE) is unsure


@pytest.mark.parametrize(("bound", "value"), [("MOST_LINES", len(SENTENCES) - 1), ("LARGEST", len(SURE) - 1)])
def test_a_page_that_is_too_large_for_it_is_not_unsure(monkeypatch: pytest.MonkeyPatch, bound: str, value: int) -> None:
    decisions = cleaner.clean(SURE, kind="html").decisions
    none = replace(decisions, labels=("related",) * len(SENTENCES))
    monkeypatch.setattr(peers, bound, value + 1)
    assert peers.wanted(decisions.page, none, ARTICLE)
    monkeypatch.setattr(peers, bound, value)
    assert not peers.wanted(decisions.page, none, ARTICLE)
    assert not peers.wanted(decisions.page, none, PRODUCT)


@pytest.mark.parametrize(("genre", "wanted"), [("listing", False), ("thread", False), ("product", True)])
def test_of_pages_that_are_no_article_a_product_alone_asks_for_it(genre: Genre, wanted: bool) -> None:
    decisions = cleaner.clean(SURE, kind="html").decisions
    assert peers.wanted(decisions.page, decisions, Judgement(genre, PRODUCT.scores)) is wanted


def test_a_text_never_asks_for_it() -> None:
    decisions = cleaner.clean(" ".join(SENTENCES), kind="text").decisions
    assert not peers.wanted(decisions.page, decisions, PRODUCT)


def test_its_votes_are_weighed_with_the_others(asked: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "wanted", lambda *_: True)
    silent = cleaner.clean(SURE, kind="html", config=Config(second_opinion=False))
    assert asked == []
    heard = cleaner.clean(SURE, kind="html")
    assert asked == [len(SENTENCES)]
    for without, with_it in zip(silent.lines, heard.lines, strict=True):
        assert with_it.score == pytest.approx(without.score + peers.WEIGHT, abs=1.5)
        assert peers.RULE in [vote.rule for vote in with_it.votes]


def test_its_votes_have_evidence() -> None:
    page = cleaner.clean(SURE, kind="html").decisions.page
    votes = list(peers.votes(page, ARTICLE))
    assert {vote.line for vote in votes} == set(range(len(SENTENCES)))
    assert all((vote.label, vote.rule) == ("body", peers.RULE) and "Visitor" in vote.because for vote in votes)


@pytest.mark.parametrize("name", ["second_opinion", "shape"])
def test_reasons_that_are_no_rules_are_explained_too(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", name]) == 0
    assert capsys.readouterr().out.startswith(f"{name}\n\n")


def test_of_a_product_it_speaks_against_what_it_leaves_out() -> None:
    menu = "".join(f"<li><a href=/{n}>Shelf {n}</a></li>" for n in range(8))
    page = cleaner.clean(f"<nav><ul>{menu}</ul></nav>{SURE}", kind="html").decisions.page
    votes = {vote.line: vote for vote in peers.votes(page, PRODUCT)}
    assert len(votes) == page.n
    for line, text in enumerate(page.texts):
        assert votes[line].label == ("body" if "Visitor" in text else "navigation")


def test_of_a_product_of_which_it_finds_nothing_it_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    page = cleaner.clean(SURE, kind="html").decisions.page
    monkeypatch.setattr("trafilatura.extract", lambda *_, **__: None)
    assert list(peers.votes(page, PRODUCT)) == []
