"""A clear vote of the user's own rule is the last word on its line, in the first reading and in the second."""

from __future__ import annotations

import pytest

import cleaner
from articles import COPYRIGHT, DIRTY, DOUBTFUL, MENU, PARAGRAPHS, SHARE
from cleaner.assemble.again import SETTLED_BY
from cleaner.config import Config

ENGINEERS, BUSES, RESIDENTS = PARAGRAPHS[1:4]
FOOT = "\n\n".join([MENU, *PARAGRAPHS, SHARE, "Contact", "Imprint", DOUBTFUL, "Jobs", COPYRIGHT]) + "\n"
"""A doubtful line in the foot of a page, where no rule speaks of it."""

CLEAN = "\n\n".join(PARAGRAPHS) + "\n"
"""A text that is laid out as a body, and would be left alone."""

CREDIT = "Reported by:"
CREDITED = (
    "<html><body><ul>" + 60 * "<li><a href=/all>Harbour</a></li>" + "</ul><h1>A river without a bridge</h1>"
    f"<article><h2>Old bridge closed until spring</h2><p>{CREDIT}</p>"
    + "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:3])
    + "</article></body></html>"
)
"""A page of many lines, one of which nothing drops before the body is read again."""

TALL = (
    "\n".join(["Home", "World", "Sport", "Culture", "Opinion", "Video", "Audio"] * 6) + "\n\n" + "\n\n".join(PARAGRAPHS)
)
"""An article that stands at the head of its body, and at the foot of its page."""


def own(*votes: tuple[str, str], line: str, place: str | None = None) -> Config:
    """Rules that find this line, one for each pair of label and strength."""
    where = {"place": place} if place else {}
    return Config(
        rules=[
            {"id": f"own_{i}", "label": label, "strength": strength, "phrases": [f"^{line}$"], **where}
            for i, (label, strength) in enumerate(votes)
        ]
    )


def keeps(page: str, line: str, config: Config) -> bool:
    """Whether the line is in the body; the body's own cleaning must change nothing."""
    body = cleaner.clean(page, config=config).text
    assert cleaner.clean(body, kind="text", config=config).text == body
    return line in body.split("\n")


@pytest.mark.parametrize(
    ("page", "line", "votes", "kept"),
    [
        pytest.param(FOOT, DOUBTFUL, [], False, id="no rule, and the page around it drops it"),
        pytest.param(FOOT, DOUBTFUL, [("body", "weak")], False, id="too weak to keep"),
        pytest.param(FOOT, DOUBTFUL, [("body", "clear")], False, id="a hint is no last word"),
        pytest.param(DIRTY, SHARE, [("body", "strong")], False, id="another rule says as much against it"),
        pytest.param(DIRTY, MENU, [("body", "strong")], False, id="two others say more against it"),
        pytest.param(FOOT, DOUBTFUL, [("body", "strong"), ("promo", "strong")], False, id="one's own rules cancel out"),
        pytest.param(DIRTY, ENGINEERS, [], True, id="no rule, and it is a paragraph"),
        pytest.param(DIRTY, ENGINEERS, [("promo", "weak")], True, id="too weak to drop"),
        pytest.param(DIRTY, ENGINEERS, [("promo", "clear")], True, id="a hint drops no paragraph"),
        pytest.param(DIRTY, ENGINEERS, [("promo", "strong"), ("body", "strong")], True, id="another speaks for it"),
        pytest.param(DIRTY, ENGINEERS, [("promo", "strong"), ("body", "certain")], True, id="another outweighs it"),
        pytest.param(FOOT, DOUBTFUL, [("body", "strong")], True, id="kept"),
        pytest.param(FOOT, DOUBTFUL, [("heading", "strong")], True, id="kept as a heading"),
        pytest.param(FOOT, DOUBTFUL, [("body", "certain"), ("promo", "strong")], True, id="kept by the stronger one"),
        pytest.param(DIRTY, SHARE, [("body", "certain")], True, id="kept against another rule"),
        pytest.param(DIRTY, ENGINEERS, [("promo", "strong")], False, id="dropped"),
        pytest.param(DIRTY, ENGINEERS, [("caption", "strong")], False, id="dropped as metadata"),
        pytest.param(DIRTY, BUSES, [("title", "strong")], False, id="dropped as a title"),
        pytest.param(CLEAN, BUSES, [("title", "weak")], True, id="too weak to drop from a body"),
        pytest.param(CLEAN, BUSES, [("title", "strong")], False, id="dropped as a title from a body"),
        pytest.param(
            DIRTY, ENGINEERS, [("promo", "certain"), ("body", "strong")], False, id="dropped by the stronger one"
        ),
    ],
)
def test_in_the_first_reading(page, line, votes, kept):
    assert keeps(page, line, own(*votes, line=line)) is kept


def test_a_line_that_goes_when_the_body_is_read_again():
    (line,) = [line for line in cleaner.clean(CREDITED).lines if line.text == CREDIT]
    assert (line.kept, line.settled_by) == (False, SETTLED_BY)


@pytest.mark.parametrize(("strength", "kept"), [("weak", False), ("strong", True), ("certain", True)])
def test_it_stays_where_a_strong_rule_keeps_it(strength, kept):
    assert keeps(CREDITED, CREDIT, own(("body", strength), line=CREDIT)) is kept


@pytest.mark.parametrize(
    ("votes", "place", "kept"),
    [
        ([("promo", "weak")], "head", True),
        ([("promo", "strong"), ("body", "certain")], "head", True),
        ([("promo", "strong")], "head", False),
        ([("promo", "strong")], "tail", False),
    ],
)
def test_a_rule_that_finds_its_line_only_when_the_body_is_read_again(votes, place, kept):
    config = own(*votes, line=RESIDENTS, place=place)
    assert keeps(TALL, RESIDENTS, config) is kept
    (line,) = [line for line in cleaner.clean(TALL, config=config).lines if line.text == RESIDENTS]
    assert bool(line.votes) is (place == "tail")
    assert (line.settled_by == SETTLED_BY) is (place == "head" and not kept)
