"""What the fit makes of the development pages: pages that nobody published."""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))
from cleaner import markup, measures, plain, weights
from cleaner.features import Page
from fitting import foreign, meanings, mixed, shortened
from fitting.pages import Sample, given, label

PAGE = """\
Home
News
Sport

Bridge closed for a month

2 May 2031

The council voted last night to close the old bridge near the harbour until summer, the mayor said.
Drivers will have to take the road through the valley, which is twice as long and often full.

Engineers found cracks in two of its pillars. "We have no choice," said one of them last week.

Share this article
Read more
"""
BODY = range(5, 8)


def sample(text: str = PAGE, *, name: str = "a", kind: str = "text", set_: str = "news") -> Sample:
    document = plain.read(text) if kind == "text" else markup.read(text)
    kept = np.array([len(line.split()) > 12 for line in document.texts])
    return Sample(set_, kind, "plain", name, 1, document, kept, np.ones(len(kept)), "", 2)


def written(script: str, page: Sample) -> Sample:
    often = dict.fromkeys(("news", "web"), 1.0)
    only = {script: foreign.SCRIPTS[script]._replace(often=often)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(foreign, "SCRIPTS", only)
        (made,) = foreign.foreign([page])
    return made


@pytest.mark.parametrize("script", foreign.SCRIPTS)
def test_a_page_in_another_script_has_the_same_lines_and_labels(script):
    page = sample()
    made = written(script, page)
    assert (made.mode, made.variant, made.id, made.fold, made.part) == ("foreign", script, "a", 1, 2)
    assert made.document.texts != page.document.texts
    assert made.kept.tolist() == page.kept.tolist()
    assert list(made.document.gaps) == list(page.document.gaps)
    assert np.flatnonzero(made.kept).tolist() == list(BODY)
    assert made.gold == "\n".join(made.document.texts[line] for line in BODY)
    assert len(made.words) == len(page.words)
    assert made.document.texts == written(script, page).document.texts


@pytest.mark.parametrize(
    ("script", "letters"), [("uncased", "[\u0590-\u05ff]"), ("cased", "[А-я]"), ("spaceless", "[\u4e00-\u9fff]")]
)
def test_prose_is_in_the_script_s_letters_alone(script, letters):
    made = written(script, sample())
    for line in BODY:
        text = made.document.texts[line]
        assert not re.search("[A-Za-z]", text)
        assert len(re.findall(letters, text)) > 20


def test_capitals_stay_where_the_alphabet_has_them():
    page = sample()
    cased, uncased = (written(script, page).document.texts[5] for script in ("cased", "uncased"))
    was = page.document.texts[5]
    assert [c.isupper() for c in cased] == [c.isupper() for c in was]
    assert not any(c.isupper() for c in uncased)


def test_only_names_and_figures_stand_apart_where_words_do_not():
    made = written("spaceless", sample())
    assert not any(" " in made.document.texts[line] for line in BODY[:2])
    assert made.document.texts[6].endswith("。")


@pytest.mark.parametrize("script", foreign.SCRIPTS)
def test_what_is_read_in_every_language_stays(script):
    texts = written(script, sample()).document.texts
    assert "2 May 2031" in texts


def test_a_page_of_another_script_is_no_page_to_write_again():
    page = sample(PAGE.translate({ord(c): "ж" for c in "abcdefghijklmnopqrstuvwxyz"}))
    assert list(foreign.foreign([page])) == []


@pytest.mark.parametrize("mode", ["cut", "residue", "small", "few"])
def test_only_whole_pages_are_written_again(mode):
    assert list(foreign.foreign([replace(sample(), mode=mode)])) == []


def test_a_page_of_html_keeps_its_elements():
    page = sample(f"<nav><a href=/>Home</a></nav><article><p>{'Rain fell on the old bridge. ' * 5}</p></article>",
                  kind="html")  # fmt: skip
    made = written("uncased", page)
    assert made.document.kind == "html"
    assert made.document.dom == page.document.dom
    assert not re.search("[A-Za-z]", made.document.texts[1])


def test_a_mixed_page_has_one_page_s_article_in_the_other_s_surroundings():
    other = sample(PAGE.replace("bridge", "market").replace("Home", "Begin").replace("Sport", "Culture"), name="b")
    page = sample()
    found = list(mixed.mixed([page, other]))
    assert found
    for made in found:
        body = [text for text, kept in zip(made.document.texts, made.kept, strict=True) if kept]
        outer = sample() if made.id.startswith("a ") else other
        inner = other if outer.id == "a" else page
        assert body == [inner.document.texts[line] for line in BODY]
        assert made.gold == "\n".join(body)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_lines_are_found_in_a_gold_body_however_its_accents_are_written(form):
    line = "Die Brücke über die schöne Würm blieb bis Jänner für Fußgänger geöffnet."
    rows = [("plain", {"id": "a", "text": unicodedata.normalize(form, line)}, "page")]
    [(variant, gold, data)] = given(SimpleNamespace(load=lambda *_: rows), "news", "text")
    kept, _ = label(plain.read(f"{line}\nEin ganz anderer Satz, der nicht im Artikel steht.").texts, gold["text"])
    assert (variant, gold["id"], data, kept.tolist()) == ("plain", "a", "page", [True, False])


@pytest.mark.parametrize("kind", ["text", "html"])
def test_every_measure_says_what_it_means(kind: str) -> None:
    page = Page(plain.read(PAGE) if kind == "text" else markup.read(f"<main><p>{PAGE}</p></main>"))
    nothing = np.zeros(page.n)
    columns = measures.first(page, nothing, nothing)
    columns |= measures.second(page, nothing, nothing, nothing > 0)
    said = {meanings.meaning(name) for name in columns}
    assert len(said) == len(columns)  # no two say the same
    with pytest.raises(LookupError, match="what the measure no_such_thing means"):
        meanings.meaning("no_such_thing")


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_forest_says_what_it_asks_for(kind: str) -> None:
    table = (Path(weights.__file__).parent / f"tables/settled.{kind}.tsv").read_text(encoding="utf-8").splitlines()
    told = [line[2:].partition(":")[0] for line in table if line.startswith("# ")][1:]
    assert told == sorted(weights.settled(kind).measures)


def test_a_shortened_page_keeps_the_first_sentences_and_all_that_stands_around():
    page = sample()
    around = [text for text, kept in zip(page.document.texts, page.kept, strict=True) if not kept]
    sizes = set()
    for number in range(40):
        (made,) = shortened.shortened([replace(page, id=str(number))])
        texts = made.document.texts
        stays = [text for text, kept in zip(texts, made.kept, strict=True) if kept]
        assert [text for text, kept in zip(texts, made.kept, strict=True) if not kept] == around
        assert all(page.document.texts[line].startswith(text) for line, text in zip(BODY, stays, strict=False))
        assert made.gold == "\n".join(stays)
        assert (made.mode, made.fold, made.part) == ("short", 1, 2)
        sizes.add((len(stays), len(stays[-1])))
    assert {count for count, _ in sizes} == {1, 2, 3}
    assert len({size for count, size in sizes if count == 3}) == 2  # the last paragraph has two sentences


def test_lines_between_paragraphs_go_with_those_that_are_cut_off(monkeypatch):
    monkeypatch.setattr(shortened, "_LINES", (1,))
    page = sample(PAGE.replace("\n\nEngineers", "\n\nAdvertisement\n\nEngineers"))
    (made,) = shortened.shortened([page])
    assert "Advertisement" not in made.document.texts
    monkeypatch.setattr(shortened, "_LINES", (3,))
    (made,) = shortened.shortened([page])
    assert "Advertisement" in made.document.texts


def test_only_whole_pages_of_text_with_something_around_the_article_are_shortened():
    page = sample()
    assert list(shortened.shortened([replace(page, mode="cut")])) == []
    assert list(shortened.shortened([replace(page, kept=np.zeros(page.kept.shape, dtype=np.bool_))])) == []
    assert list(shortened.shortened([replace(page, kept=np.ones(page.kept.shape, dtype=np.bool_))])) == []


def test_what_stays_of_a_shortened_article_counts_more_than_what_stands_around_it():
    size, kept = np.array([4.0, 1.0, 6.0]), np.array([False, True, False])
    assert shortened.weighed(size, kept).tolist() == [4.0, 15.0, 6.0]
