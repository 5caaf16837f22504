"""What holds for every input of `fix`: a second run has nothing to do, and every line that stays is as it was."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import COPYRIGHT, DOUBTFUL, MENU, PARAGRAPHS, SHARE
from cleaner.config import Config
from cleaner.decode import decode
from cleaner.guard.fixing import diff, fix
from cleaner.model import UnreadableInputError

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
LINES = [
    *PARAGRAPHS, MENU, SHARE, COPYRIGHT, DOUBTFUL, "", "", " \t", "12:40", "Most read", "Read more", "1. Ferry to stop",
    "2. Bridge to open", "Subscribe to our newsletter", "By Anna Brook", "4 May 2024", "Новости", "今日のニュース。",
    "“", "<p>Text</p>", "Advertisement", "Follow us", "…", "Home", "Contact", "\u2028", "\x85", "e\u0301",
    "caf\udce9", "\x00",
]  # fmt: skip
ENDS = ["\n", "\r\n", "\r"]
EAGER = Config(
    fix_margin=0, threshold=-2, fix_limit=1, select=("navigation", "related", "legal", "date", "byline", "title")
)


@st.composite
def documents(draw) -> bytes:
    """Lines of articles, of residue and of accidents, with any line ends, in several encodings."""
    lines = draw(st.lists(st.sampled_from(LINES), max_size=25))
    text = "".join(line + draw(st.sampled_from(ENDS)) for line in lines)
    if draw(st.booleans()):
        text = text.rstrip("\r\n")
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "windows-1251", "shift_jis", "iso-2022-jp"]))
    data = text.encode(encoding, "surrogateescape" if encoding == "utf-8" else "ignore")
    return data[: draw(st.sampled_from([len(data), max(0, len(data) - 1)]))]


def holds(data: bytes, config: Config, *, allow_over: bool = True) -> None:
    """Fix twice, and compare what stays with what was."""
    try:
        once = fix(data, config, allow_over=allow_over)
    except UnreadableInputError:
        return
    twice = fix(once.after, config, allow_over=allow_over)
    assert twice.after == once.after
    assert twice.removed == ()
    assert twice.left == once.left
    if not once.changed:
        assert once.after == data
        assert diff(once, b"a") == b""
        return
    encoding = decode(data).encoding
    before, after = (physical(side, encoding) for side in (data, once.after))
    rest = iter(before)
    assert all(any(kept == line for line in rest) for kept in after[:-1])
    assert not after or any(after[-1].rstrip("\r\n") == line.rstrip("\r\n") for line in rest)
    gone = {number for one in once.removed for number in range(one.line, one.last + 1)}
    stay = [line.strip() for number, line in enumerate(before, 1) if number not in gone and line.strip()]
    assert stay == [line.strip() for line in after if line.strip()]
    assert not after or ends(before) == ends(after)
    assert data.startswith(once.after[:2]) or not data.startswith((b"\xef\xbb", b"\xff\xfe"))


def physical(data: bytes, encoding: str) -> list[str]:
    text = decode(data, declared=encoding).text.removeprefix("\ufeff")
    return re.findall(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z", text)


def ends(lines: list[str]) -> bool:
    return lines[-1].endswith(("\r", "\n"))


@pytest.mark.parametrize("config", [Config(), EAGER], ids=["as it is", "eager"])
def test_documents(config):
    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(documents(), st.booleans())
    def check(data, allow_over):
        holds(data, config, allow_over=allow_over)

    check()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_anything(data):
    holds(data, EAGER)


@pytest.mark.parametrize("config", [Config(), EAGER], ids=["as it is", "eager"])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_seeds_in_parts(path, config):
    data = path.read_bytes()
    lines = data.split(b"\n")
    for part in (lines, lines[::-1], lines[::2], lines[len(lines) // 2 :], lines[: len(lines) // 2]):
        holds(b"\n".join(part), config)
