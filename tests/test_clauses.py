"""Every measure that may be the reason of a removal is said in words, whatever its value."""

import numpy as np
import pytest

from cleaner import markup, measures, plain, weights
from cleaner.features import Page
from cleaner.reasons import clauses

TEXT = "Home\nWorld\n\nThe river rose by two metres on Monday, the mayor said.\n"
HTML = '<nav class="top-menu"><a href="/">Home</a></nav><p>The river rose by two metres on Monday, the mayor said.</p>'


@pytest.mark.parametrize("page", [Page(plain.read(TEXT)), Page(markup.read(HTML))], ids=["text", "html"])
def test_every_measure_has_a_clause(page: Page) -> None:
    nothing = np.zeros(page.n)
    columns = measures.first(page, nothing, nothing)
    assert set(weights.first(page.document.kind).measures) <= set(columns)
    for name, column in columns.items():
        for value in column.tolist():
            clause = clauses.of(name, value)
            assert clause
            assert "_" not in clause  # nothing is called as the program calls it


def test_a_measure_that_nobody_wrote_down() -> None:
    with pytest.raises(LookupError, match="moon_phase"):
        clauses.of("moon_phase", 1.0)


@pytest.mark.parametrize(
    ("measure", "value", "clause"),
    [
        ("lines_since_prose", 0.0, "is running text"),
        ("lines_since_prose", np.log1p(3), "3 lines below running text"),
        ("lines_to_prose", np.log1p(60), "no running text in the 60 lines below"),
        ("since_comments_head", np.log1p(1), "1 line below a heading (comments)"),
        ("since_comments_head", np.log1p(60), "no heading (comments) in the 60 lines above"),
        ("begins_with", 14.0, "begins with a sign"),
        ("tag", 8.0, "is a paragraph"),
        ("stop_rate", 0.05, "a sentence end every 20 words"),
        ("gap_before", -1.0, "fewer blank lines above it than running text"),
        ("comma_rate", 0.0, "as many commas as running text"),
        ("quotes", 4.0, "4 or more quotation marks"),
        ("declared_body", 0.5, "the page declares no article"),
        ("votes_around_3", -2.0, "rules give the 3 lines on both sides -2"),
        ("hint_unseen", 0.0, "no class or id speaks of what is hidden"),
    ],
)
def test_what_a_measure_tells(measure: str, value: float, clause: str) -> None:
    assert clauses.of(measure, value) == clause


def test_classes_are_named_by_the_words_of_the_page() -> None:
    tokens = frozenset({"site", "menu", "nav", "footer"})
    assert clauses.of("hint_navigation", 2.0, tokens) == 'a class or id speaks of navigation ("menu", "nav")'
