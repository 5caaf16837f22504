"""Template books: counts that add up in any order, a file that is checked, evidence that leaves articles alone."""

import pickle
import random
import subprocess
import sys
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleaner
from cleaner import Config, plain, rules, templates
from cleaner.config.configfile import load
from cleaner.decide import decide, is_clean
from cleaner.features import Page
from cleaner.model import ConfigError
from cleaner.templates import Row, TemplateBook, Thresholds

HEAD = ["The Harlow Gazette", "Towns", "Rivers and harbours", "Weather on the pier"]
TAIL = ["More from the region", "Harbour tours", "The Gazette as a paper", "Imprint"]
WIRE = [
    "The province said on Tuesday that the ferries of all towns would be inspected, the first time in eleven years.",
    "“Nobody will have to swim,” said the minister.",
    "Rust",
    "Inspectors will look at the hulls, the engines and the boats, and publish what they find in the spring, she said.",
]
FORMULA = "The ferrymen are presumed innocent until a court of the province has found them guilty in a final judgment."
NAMES = "Anna Bert Cleo Dora Emil Fred Gina Hugo Ida Jon Kim Lea Max Nina Olaf Pia Quin Rosa Sven Tess".split()


def page(name: str, *inserted: str) -> list[str]:
    """A page of the site: its surroundings, and an article that no other page has."""
    own = [
        f"{name} opens a school for ferrymen",
        f"{name} Thornbury told the council of Harlow on Monday that the school would teach forty ferrymen a year.",
        f"The house in which {name} wants to teach stands on the eastern bank, beside the mill, and needs a new roof.",
        f"Whoever wants to learn must be able to swim, said {name}, and must not be afraid of cows, storms or snow.",
    ]
    return [*HEAD, *own[:3], *inserted, own[3], *TAIL]


PAGES = [
    page(name, *(WIRE if number < 12 else []), *([FORMULA] if number % 2 else [])) for number, name in enumerate(NAMES)
]
ROWS = [templates.observations(lines, "example.org") for lines in PAGES]
BOOK = templates.freeze(templates.merge(*ROWS))


def test_the_surroundings_recur_and_the_articles_do_not() -> None:
    recurring = set(BOOK.sites["example.org"].lines)
    assert recurring == set(templates.fold([*HEAD, *TAIL, *WIRE, FORMULA]))
    assert BOOK.sites["example.org"].documents == len(PAGES)


# Near misses first: what many articles share is theirs.


@pytest.mark.parametrize("line", [*WIRE, FORMULA])
def test_what_many_articles_share_gets_no_vote(line: str) -> None:
    lines = page("Zoe", *WIRE, FORMULA)
    assert line not in voted(lines)


def test_a_wire_story_at_the_end_of_the_body_gets_no_vote() -> None:
    body = [*HEAD, *page("Zoe")[4:8], *WIRE, FORMULA, *TAIL]
    assert set(voted(body)) == {*HEAD, *TAIL}


def test_a_page_that_is_a_copy_gets_no_votes() -> None:
    copies = templates.freeze(row for _ in range(20) for row in templates.observations(PAGES[0], "example.org"))
    assert voted(PAGES[0], copies) == {}


def test_the_surroundings_get_votes_with_a_readable_reason() -> None:
    found = voted(page("Zoe"))
    assert set(found) == {*HEAD, *TAIL}
    assert found["Imprint"] == 'on 20 of 20 pages of example.org: "Imprint"'


def voted(lines: list[str], book: TemplateBook = BOOK) -> dict[str, str]:
    """The lines that the book's rules find, with the evidence."""
    made = Page(plain.read("\n\n".join(lines)), book.sites["example.org"])
    own = [rule for rule in rules.rules().values() if rule.family == "templates"]
    return {made.texts[line]: because for rule in own for line, because in rule.find(made)}


def test_a_book_takes_out_what_nothing_else_would() -> None:
    text = "\n\n".join(page("Zoe"))
    without = cleaner.clean(text, url="https://example.org/zoe")
    with_book = cleaner.clean(text, url="https://www.example.org/zoe", config=Config(templates=BOOK))
    assert {*with_book.text.split("\n\n")} == {
        line for line in without.text.split("\n\n") if line not in {*HEAD, *TAIL}
    }
    assert "Whoever wants to learn" in with_book.text
    assert not {*HEAD, *TAIL} & {*with_book.text.split("\n\n")}
    assert with_book.to_dict()["cleaner"]["templates"] == BOOK.digest
    assert without.to_dict()["cleaner"]["templates"] is None
    assert with_book.restore() == text


@pytest.mark.parametrize(("below", "clean"), [([], True), (WIRE, True), (["Harbour tours"], False)])
def test_a_body_of_which_the_book_knows_nothing_is_left_alone(below: list[str], clean: bool) -> None:
    document = plain.read("\n\n".join([*page("Zoe")[5:8], *below]))
    assert document.body_like
    known = Page(document, BOOK.sites["example.org"])
    assert is_clean(known, rules.votes(known, Config()), Config()) is clean


@pytest.mark.parametrize(
    ("url", "site"), [(None, None), ("https://example.net/", None), ("https://example.org/", "other")]
)
def test_another_site_is_cleaned_as_without_a_book(url: str | None, site: str | None) -> None:
    text = "\n\n".join(page("Zoe"))
    config = Config(templates=BOOK)
    assert cleaner.clean(text, url=url, site=site, config=config).lines == cleaner.clean(text, url=url).lines


def test_a_named_site_comes_before_the_host() -> None:
    text = "\n\n".join(page("Zoe"))
    made = cleaner.Cleaner(Config(templates=BOOK)).clean(text, url="https://example.net/", site="example.org")
    assert "site_line" in {line.rule for line in made.lines}


def test_a_book_changes_no_score_of_a_line_that_it_does_not_name() -> None:
    document = plain.read("\n\n".join(page("Zoe", *WIRE)))
    bare, known = Page(document), Page(document, BOOK.sites["example.org"])
    before = decide(bare, list(rules.votes(bare, Config())), Config()).scores
    after = decide(known, list(rules.votes(known, Config())), Config()).scores
    named = {document.texts.index(line) for line in (*HEAD, *TAIL)}
    for line in range(len(document)):
        assert (after.first[line] < before.first[line]) == (line in named)
        if line not in named:
            assert (after.first[line], after.final[line]) == (before.first[line], before.final[line])


def test_what_another_rule_names_keeps_its_name() -> None:
    more = ["Share on Facebook", "© 2031 The Harlow Gazette"]
    book = templates.freeze(
        row for name in NAMES for row in templates.observations([*page(name), *more], "example.org")
    )
    text = "\n".join([*page("Zoe"), *more])
    made = cleaner.clean(text, url="https://example.org/", config=Config(templates=book))
    assert [line.label for line in made.lines[-2:]] == ["share", "legal"]
    assert all("site_line" in {vote.rule for vote in line.votes} for line in made.lines[-2:])


# The monoid.

lines = st.lists(st.sampled_from(["Home", "World", "Sport 7", "a storm", "the sea", "Imprint", "ÉTÉ", ""]), max_size=7)
documents = st.lists(st.tuples(lines, st.sampled_from(["", "a.example", "b.example"])), max_size=25)


@given(documents, st.randoms(use_true_random=False), st.integers(1, 5))
def test_any_split_and_order_gives_the_same_book(
    some: list[tuple[list[str], str]], rng: random.Random, parts: int
) -> None:
    whole = templates.merge(row for lines, site in some for row in templates.observations(lines, site))
    split: list[list[Row]] = [[] for _ in range(parts)]
    for lines, site in rng.sample(some, len(some)):
        rng.choice(split).extend(templates.observations(lines, site))
    merged = templates.merge(*(templates.merge(part) for part in split))
    assert merged == whole
    few = Thresholds(2, 0.3)
    assert templates.freeze(merged, few).dumps() == templates.freeze(whole, few).dumps()


@given(st.lists(documents, min_size=3, max_size=3))
def test_books_merge_in_any_order(some: list[list[tuple[list[str], str]]]) -> None:
    books = [
        templates.freeze(
            (row for lines, site in one for row in templates.observations(lines, site)), Thresholds(2, 0.3)
        )
        for one in some
    ]
    merged = {TemplateBook.merge(*order).dumps() for order in permutations(books)}
    merged.add(TemplateBook.merge(TemplateBook.merge(*books[:2]), books[2], TemplateBook()).dumps())
    assert len(merged) == 1
    assert TemplateBook.loads(merged.pop()) == TemplateBook.merge(*books)
    assert TemplateBook.merge(books[0]) == books[0]


def test_books_of_different_sites_merge_to_the_book_of_both() -> None:
    other = [row._replace(site="example.net") for rows in ROWS for row in rows]
    both = templates.freeze([*templates.merge(*ROWS), *other])
    assert TemplateBook.merge(templates.freeze(other), BOOK).dumps() == both.dumps()


@pytest.mark.parametrize(
    ("thresholds", "recurs"), [(Thresholds(6, 0), False), (Thresholds(5, 0), True), (Thresholds(2, 0.51), False)]
)
def test_thresholds(thresholds: Thresholds, recurs: bool) -> None:
    rows = [row for n in range(10) for row in templates.observations(["Home"] * (n < 5), "a")]
    assert ("home" in templates.freeze(rows, thresholds).sites["a"].lines) == recurs


@pytest.mark.parametrize(("documents", "share"), [(1, 0.1), (5, -0.1), (5, 1.1)])
def test_thresholds_that_cannot_be(documents: int, share: float) -> None:
    with pytest.raises(ConfigError, match="at least 2 documents and on a share between 0 and 1"):
        Thresholds(documents, share)


@pytest.mark.parametrize(
    ("lines", "folded"),
    [
        ([], []),
        (["  12 Comments\t(3)", "STRASSE", "Straße"], ["0 comments (0)", "strasse", "strasse"]),
        (["a\ud800b"], ["a?b"]),
        (["٣ تعليقات"], ["0 تعليقات"]),
    ],
)
def test_folding(lines: list[str], folded: list[str]) -> None:
    assert templates.fold(lines) == folded


def test_a_document_has_a_bounded_number_of_rows() -> None:
    rows = templates.observations([chr(0x4E00 + n % 200) + chr(0x4E00 + n // 200) for n in range(30_000)], "a")
    assert len(rows) == 20_001
    assert sum(row.below == 0 for row in rows) == 2


def test_a_row_has_a_bounded_size() -> None:
    one, other = templates.fold(["x" * 20_000_000, "x" * 20_000_000 + "y"])
    assert len(one) == len(other) == 200
    assert one != other
    assert len(templates.site_of(given="s" * 1000)) == 200


@pytest.mark.parametrize(
    ("url", "path", "given", "site"),
    [
        ("http://[bad", "a/b.txt", None, "a"),
        ("https://WWW.Example.org.:80/x", "a/b.txt", None, "example.org"),
        ("https://example.org/", None, "Mine\t1", "Mine 1"),
        ("mailto:a@b", "b.txt", None, ""),
    ],
)
def test_the_site_of_a_document(url: str | None, path: str | None, given: str | None, site: str) -> None:
    assert templates.site_of(url, path, given) == site


def test_each_line_counts_once_a_document_at_its_first_place() -> None:
    rows = templates.observations(
        ["Home", *(["A line of running text, long enough to be taken for it, ends so."] * 3), "Home"], "a"
    )
    assert [(row.line[:6], row.documents, row.head, row.tail) for row in rows] == [
        ("", 1, 0, 0),
        ("home", 1, 1, 0),
        ("a line", 1, 1, 0),
    ]


# The file.

GOOD = BOOK.dumps().decode()
FIRST = GOOD.index("example.org\t")


def test_a_book_reads_as_it_was_written() -> None:
    assert TemplateBook.loads(GOOD.encode()).dumps().decode() == GOOD
    assert repr(BOOK) == f"<TemplateBook {BOOK.digest}: 1 sites>"


def test_a_book_travels_by_value() -> None:
    assert pickle.loads(pickle.dumps(BOOK)) == BOOK
    assert {BOOK: 1}[TemplateBook.loads(BOOK.dumps())] == 1
    assert TemplateBook() != BOOK
    assert BOOK != GOOD


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no template book of version 1"),
        (GOOD.replace("book 1", "book 2", 1), "no template book of version 1"),
        (GOOD.replace("\tbeside\n", "\n", 1), "lacks its second line"),
        (GOOD[:FIRST] + "example.org\thome\t1\t0\t0\t0\n", "line 3: the row of the site itself"),
        (GOOD + "example.org\t\t4\t0\t0\t0\n", "sites must be in order"),
        (GOOD + "a.example\t\t4\t0\t0\t0\n", "sites must be in order"),
        (GOOD + GOOD.splitlines()[-1] + "\n", "each line once"),
        (GOOD + "example.org\thome\t1\n", "6 columns"),
        (GOOD + f"example.org\t{'x' * 201}\t1\t0\t0\t0\n", "at most 200 characters"),
        (GOOD + "example.org\thome\t-1\t0\t0\t0\n", "whole numbers"),
        (GOOD + "example.org\thome\t9999999999999999\t0\t0\t0\n", "whole numbers"),
        (GOOD + "example.org\thome\t21\t0\t0\t0\n", "greater than that of the documents"),
        (GOOD + "example.org\thome\t2\t2\t1\t0\n", "greater than that of the documents"),
        (GOOD + "\n", "6 columns"),
    ],
)
def test_a_damaged_book_is_refused(text: str, why: str) -> None:
    with pytest.raises(ConfigError, match=why):
        TemplateBook.loads(text.encode())


def test_other_files_are_refused(tmp_path) -> None:
    with pytest.raises(ConfigError, match="no UTF-8 text"):
        TemplateBook.loads(b"\xff\xfe")
    with pytest.raises(ConfigError, match="larger than 10 bytes"):
        TemplateBook.loads(GOOD.encode(), max_bytes=10)
    with pytest.raises(ConfigError, match="could not be read"):
        templates.load(tmp_path)


def test_the_digest_is_the_same_in_another_process() -> None:
    program = "import sys; from cleaner.templates import *; print(TemplateBook.loads(sys.stdin.buffer.read()).digest)"
    done = subprocess.run([sys.executable, "-c", program], input=BOOK.dumps(), capture_output=True, check=True)
    assert done.stdout.decode().strip() == BOOK.digest


# The setting.


def test_a_configuration_file_names_its_book(tmp_path) -> None:
    (tmp_path / "news.book").write_bytes(BOOK.dumps())
    file = tmp_path / "cleaner.toml"
    file.write_text('templates = "news.book"\n')
    assert load(file).templates == BOOK
    assert load(file, book=False) == Config()
    assert BOOK.digest not in load(file).digest
    (tmp_path / "news.book").write_text("anything")
    with pytest.raises(ConfigError, match=r"cleaner\.toml: .*news\.book: This is no template book"):
        load(file)


@pytest.mark.parametrize("value", ["news.book", 3, {}])
def test_a_setting_that_is_no_book(value: object) -> None:
    with pytest.raises(ConfigError, match="'templates' must be a template book"):
        Config.from_mapping({"templates": value})
