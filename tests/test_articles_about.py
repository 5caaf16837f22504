"""An article about donations, cookies, newsletters, tickers or related stories keeps every line."""

from pathlib import Path

import pytest

import cleaner

TOPICS = sorted((Path(__file__).parent / "fixtures/topics").glob("*.txt"))


@pytest.mark.parametrize("path", TOPICS, ids=lambda path: path.stem)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n"], ids=["dense", "spaced", "wide"])
def test_the_topic_is_no_residue(path: Path, between: str) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    source = between.join(lines) + "\n"
    result = cleaner.clean(source, kind="text")
    lost = [(line.label, line.rule, line.text[:60]) for line in result.lines if not line.kept]
    assert lost == []
    assert result.restore() == source


def test_each_topic_has_three_languages() -> None:
    topics: dict[str, set[str]] = {}
    for path in TOPICS:
        topic, language, _ = path.name.split(".")
        topics.setdefault(topic, set()).add(language)
    assert len(topics) >= 5
    assert all(len(languages) >= 3 for languages in topics.values())
