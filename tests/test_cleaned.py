"""Results: lines, removals, metadata, flags; worked out on demand."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, replace
from datetime import date
from typing import Any

import pytest

from cleaner import metadata, pipeline
from cleaner.cleaned import UNKNOWN, restore
from cleaner.config import Config
from cleaner.model import ConfigError, Field, Vote
from cleaner.sidecar.removals import Removal
from handmade import DEFAULT, clean, decide, read

PROSE = "The council voted on Monday to close the old bridge over the river until engineers have seen it."  # 18 words
MENU = "Home News Weather Sport Money Travel Food Letters Archive Contact"


class Found(dict[str, Field]):
    flags: tuple[str, ...] = ()


@pytest.fixture(autouse=True, scope="module")
def alone() -> Iterator[None]:
    """Metadata has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(metadata, "fields", lambda *_, **__: Found(title=Field("Bridge", "text", 0.8)))
        yield


def test_every_line_has_its_label_reason_votes_and_span() -> None:
    votes = [Vote(1, "body", "prose", 2.0, "a sentence"), Vote(1, "promo", "plea", 0.5, "your help")]
    cleaned = clean(f"Home\n\n  {PROSE}\n", ["navigation", "body"], votes=votes)
    menu, prose = cleaned.lines
    assert (menu.number, menu.last, menu.span, menu.text, menu.kept, menu.votes) == (1, 1, (0, 4), "Home", False, ())
    assert menu.label == menu.own == "navigation"
    assert (menu.rule, menu.evidence) == ("navigation_rule", "it is navigation")
    assert (prose.number, prose.text, prose.kept, prose.votes) == (3, PROSE, True, tuple(votes))
    assert cleaned.document.text[slice(*prose.span)] == PROSE


def test_votes_are_asked_for_only_when_lines_are() -> None:
    asked: list[str] = []

    def votes() -> list[Vote]:
        asked.append("once")
        return [Vote(0, "body", "prose", 2.0, "a sentence")]

    cleaned = clean(PROSE, ["body"], votes=votes)
    assert cleaned.text == PROSE
    assert cleaned.to_dict()["flags"] == []
    assert cleaned.restore() == PROSE
    assert asked == []
    assert [vote.rule for vote in cleaned.lines[0].votes] == ["prose"]
    assert cleaned.lines is cleaned.lines
    assert asked == ["once"]


def test_neighbours_with_one_reason_are_one_removal() -> None:
    source = f"One\n\n Two\n{PROSE}\nThree\nFour\nFive"
    decisions = decide(["ticker", "ticker", "body", "ticker", "ticker", "ticker"])
    decisions[1] = replace(decisions[1], score=-0.5)
    decisions[4] = replace(decisions[4], evidence="something else")
    cleaned = replace(clean(source, ["ticker"] * 2 + ["body"] + ["ticker"] * 3), decisions=decisions)
    assert cleaned.removed == (
        Removal("ticker", "ticker_rule", (1, 3), (0, 9), "One\n\n Two", "it is ticker", -0.5),
        Removal("ticker", "ticker_rule", (5, 5), (107, 112), "Three", "it is ticker", -2.5),
        Removal("ticker", "ticker_rule", (6, 6), (113, 117), "Four", "something else", -2.5),
        Removal("ticker", "ticker_rule", (7, 7), (118, 122), "Five", "it is ticker", -2.5),
    )


def test_every_line_is_in_the_body_or_removed() -> None:
    cleaned = clean("a\nb\nc\nd\ne", ["title", "body", "caption", "lead", "legal"], Config(keep=("caption",)))
    assert [removal.text for removal in cleaned.removed] == ["a", "e"]
    assert [line.text for line in cleaned.lines if line.kept] == cleaned.text.split("\n\n") == ["b", "c", "d"]


def test_metadata_has_every_field() -> None:
    cleaned = clean(PROSE, ["body"], url="https://news.example/bridge")
    assert list(cleaned.metadata) == list(UNKNOWN)
    assert cleaned.metadata["title"] == "Bridge"
    assert cleaned.metadata["url"] == "https://news.example/bridge"
    assert (cleaned.metadata["publisher"], cleaned.metadata["authors"]) == (None, ())
    assert cleaned.metadata["language_source"] is None
    assert cleaned.fields == {"title": Field("Bridge", "text", 0.8)}


def test_the_language_says_how_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Found(language=Field("sv", "given", 1.0))
    monkeypatch.setattr(metadata, "fields", lambda *_, **__: found)
    assert clean(PROSE, ["body"]).metadata["language_source"] == "given"


def test_a_result_cannot_be_changed() -> None:
    cleaned = clean(PROSE, ["body"])
    with pytest.raises(FrozenInstanceError):
        cleaned.config = Config()  # type: ignore[misc]
    with pytest.raises(TypeError):
        cleaned.metadata["title"] = "Other"  # type: ignore[index]


def flags(lines: list[str], labels: list[str], config: Config = DEFAULT, **more: object) -> list[str]:
    return list(clean("\n".join(lines), labels, config, **more).flags)


@pytest.mark.parametrize(
    ("lines", "labels", "config", "expected"),
    [
        # Near misses.
        ([PROSE], ["body"], Config(), []),
        ([PROSE] * 10, ["body"] + ["related"] * 9, Config(), []),  # nine tenths, and no more
        ([MENU] * 5 + [PROSE], ["navigation"] * 5 + ["body"], Config(), []),
        ([PROSE] * 3 + [MENU], ["related"] * 3 + ["body"], Config(), []),
        # Prose went.
        ([PROSE] * 11, ["body"] + ["related"] * 10, Config(), ["over_removed"]),
        ([PROSE] * 5, ["body"] + ["related"] * 4, Config(over_removed=0.5), ["over_removed"]),
        (["今日は" * 9 + "。"] * 11, ["body"] + ["related"] * 10, Config(), ["over_removed"]),
        ([PROSE] * 4, ["comments"] * 4, Config(), ["empty", "over_removed"]),
        ([PROSE] * 4, ["comments"] * 4, Config(over_removed=1.0), ["empty", "over_removed"]),
        # Hardly any prose was there.
        ([MENU] * 20 + [PROSE], ["navigation"] * 20 + ["body"], Config(), ["mostly_boilerplate"]),
        ([MENU] * 3 + [PROSE] * 2, ["navigation"] * 3 + ["legal"] * 2, Config(), ["empty", "mostly_boilerplate"]),
        ([MENU], ["navigation"], Config(over_removed=1.0), ["empty"]),
        # There was nothing.
        ([""], [], Config(), ["empty"]),
        (["***"], ["advert"], Config(), ["empty"]),
    ],
)
def test_flags_say_how_much_went(lines: list[str], labels: list[str], config: Config, expected: list[str]) -> None:
    assert flags(lines, labels, config) == expected


def test_flags_of_other_steps_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    class Doubtful(Found):
        flags = ("date_ambiguous",)

    monkeypatch.setattr(metadata, "fields", lambda *_, **__: Doubtful())
    document = replace(read(PROSE), repaired=True, notes=("truncated",))
    cleaned = clean(document, ["body"], notes=("paywall", "truncated"))
    assert cleaned.flags == ("date_ambiguous", "encoding_repaired", "paywall", "truncated")


def test_metadata_is_asked_with_what_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, object] = {}

    def fields(document: object, decisions: object, **more: object) -> Found:
        seen.update(more)
        return Found()

    monkeypatch.setattr(metadata, "fields", fields)
    config = Config(language="sv", crawled="2025-07-10")
    assert clean(PROSE, ["body"], config, url="https://news.example/").metadata["title"] is None
    assert seen["url"] == "https://news.example/"
    assert seen["crawled"] == date(2025, 7, 10)
    assert seen["given"] == {"language": "sv"}


@pytest.mark.parametrize(
    "data",
    [
        f"{MENU}\n\nBridge closed\n\n{PROSE}\n\nShare this\n",
        f'<html lang=en><script type=\'application/ld+json\'>{{"headline": "Bridge"}}</script><nav>{MENU}</nav>'
        f"<p>{PROSE}</p><p>{PROSE}</p></html>",
    ],
    ids=["text", "html"],
)
@pytest.mark.parametrize("looked_at", [False, True])
def test_a_result_travels_to_another_process(data: str, looked_at: bool) -> None:
    """As `ProcessPoolExecutor.map(cleaner.clean, pages)` sends it."""
    cleaned = pipeline.clean(data, url="https://example.org/bridge")
    if looked_at:
        assert cleaned.lines
        assert cleaned.metadata
    copy = pickle.loads(pickle.dumps(cleaned))
    assert copy == cleaned == pipeline.clean(data, url="https://example.org/bridge")
    assert copy != pipeline.clean(data)
    assert (copy.lines, copy.removed, copy.flags) == (cleaned.lines, cleaned.removed, cleaned.flags)
    assert copy.to_dict() == cleaned.to_dict()
    assert copy.restore() == data


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"config": {"keep": ["caption"]}}, "Give config as a cleaner.Config, such as Config(keep=['caption']), not {"),
        ({"config": None}, "Give config as a cleaner.Config"),
        ({"url": float("nan")}, "Give url as str, or None where it is not known, not nan."),
        ({"site": b"example.org"}, "Give site as str, or None"),
    ],
)
def test_arguments_of_another_type_are_refused(arguments: dict[str, Any], sentence: str) -> None:
    with pytest.raises(TypeError, match=re.escape(sentence)):
        pipeline.clean(PROSE, **arguments)
    with pytest.raises(TypeError, match="Give config"):
        pipeline.Cleaner({"keep": ["caption"]})  # type: ignore[arg-type]


def test_an_empty_address_is_none() -> None:
    assert pipeline.clean(PROSE, url="") == pipeline.clean(PROSE)


def test_a_rule_that_is_not_there_is_told_of_at_once() -> None:
    for call in (pipeline.Cleaner, lambda config: pipeline.clean(PROSE, config=config)):
        with pytest.raises(ConfigError, match="names 'tickr', not a rule or label; did you mean 'ticker'"):
            call(Config(ignore=["tickr"]))
    assert pipeline.clean(PROSE, config=Config(ignore=["ticker", "shape"])).text == PROSE


@pytest.mark.parametrize(
    ("body", "sidecar", "sentence"),
    [(b"x", {}, "Give the body as str, such as"), ("x", "{}", "Give the sidecar as `sidecar.loads` reads it, not str")],
)
def test_restoring_says_what_it_takes(body: Any, sidecar: Any, sentence: str) -> None:
    with pytest.raises(TypeError, match=re.escape(sentence)):
        restore(body, sidecar)


def test_the_package_names_all_of_itself() -> None:
    import cleaner

    assert {*cleaner.__all__} <= {*dir(cleaner)}
