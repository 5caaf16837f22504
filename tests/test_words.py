"""Counting words."""

import pytest

from cleaner.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # No word, however it looks.
        ("", 0),
        (" \n\t ", 0),
        ("—", 0),
        ("*** | » …", 0),
        # One word, whatever is in it.
        ("don't", 1),
        ("Anglo-Saxon", 1),
        ("3.5", 1),
        ("नमस्ते", 1),
        ("ich_bin", 1),
        # Several.
        ("One, two; three.", 3),
        ("first—second", 1),
        ("first — second", 2),
        ("Ночью шёл дождь", 3),
        ("शहर में बारिश हुई", 4),
        ("오늘 비가 왔다", 3),
        # No spaces between words: half a word a letter.
        ("今日雨", 2),
        ("東京", 1),
        ("GDPは東京", 3),
        ("ฝนตก", 2),
        ("한국 東京", 2),
    ],
)
def test_words(text: str, words: int) -> None:
    assert count_words(text) == words


def test_a_hostile_text_takes_linear_time() -> None:
    # A pattern that tried two ways to split these would not return.
    assert count_words("a" + "!!" * 200_000) == 1
    assert count_words("a!" * 200_000) == 1
    assert count_words("a!!!" * 50_000) == 50_000
