"""Front matter of files: it goes from the body, is no residue, and its fields are the article's."""

import pytest

import cleaner
from articles import CLEAN, PARAGRAPHS
from cleaner import frontmatter, markup, plain
from cleaner.metadata import prefaced

HEADS = {
    "YAML": """\
---
title: "Old bridge to open: at last"
author: Ada Finch and Tom Weber
url: https://example.org/bridge
sitename: The Riverside Courier
date: 2031-03-12
tags: ['bridges', "towns"]
---
""",
    "YAML with lists": """\
---
title: >-
  Old bridge to open:
  at last
source: "https://example.org/bridge"
author:
  - "[[Ada Finch]]"
  - "[[Tom Weber]]"
site: The Riverside Courier
published: 2031-03-12
tags:
  - bridges
  - towns
---
""",
    "TOML": """\
+++
title = "Old bridge to open: at last"
authors = ["Ada Finch", "Tom Weber"]
permalink = "https://example.org/bridge"
publisher = "The Riverside Courier"
date = 2031-03-12
tags = ["bridges", "towns"]
draft = false
+++
""",
    "fields": """\
Title: Old bridge to open: at last
Author: Ada Finch, Tom Weber
URL: https://example.org/bridge
Site name: The Riverside Courier
Date: 2031-03-12
Tags: [bridges, towns]
""",
    "a reader's": """\
Title: Old bridge to open: at last

URL Source: https://example.org/bridge

Author: Ada Finch, Tom Weber

Publisher: The Riverside Courier

Published Time: 2031-03-12

Tags: [bridges, towns]

Markdown Content:
""",
}
TOLD = {
    "title": "Old bridge to open: at last",
    "authors": ["Ada Finch", "Tom Weber"],
    "canonical_url": "https://example.org/bridge",
    "publisher": "The Riverside Courier",
    "date_published": "2031-03-12",
    "keywords": ["bridges", "towns"],
}


@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_front_matter_is_metadata(head: str, blank: str) -> None:
    page = head + blank + CLEAN
    done = cleaner.clean(page, kind="text")
    sidecar = done.to_dict()
    assert done.text.split("\n\n") == list(PARAGRAPHS)
    assert {name: sidecar[name] for name in TOLD} == TOLD
    assert {removal["label"] for removal in sidecar["removals"]} == {"source"}
    assert cleaner.restore(done.text, sidecar) == page


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Old bridge\n",
        "---\ntitle: Old bridge\n---\n",
        "---\nOld bridge to open\ntitle: a word\ndate: another\n---\n",
        "Title: Mayor of the town\nAuthor: Ada Finch\n",
        "Title: Mayor of the town\nSource: Ada Finch\n",  # no address
        "Title: Old bridge\nThe bridge is shut.\nURL: https://example.org/bridge\n",
        "Title = Old bridge\nURL = https://example.org/bridge\n",
        "Author: Ada Finch\nURL: https://example.org/bridge\n",  # no title
        "---\ntitle = Old bridge\ndate = 2031-03-12\n---\n",
        "---\nowl: sleeps by day\nferry: runs by day\n---\n",  # no known names
        "",
    ],
)
def test_what_only_looks_alike_is_none(text: str) -> None:
    assert frontmatter.length(plain.read(text)) == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Title: Old bridge\nLang: en\nURL: https://example.org/b", {"title": 1, "canonical_url": 1}),
        # A list at the margin, with an item that is empty, and remarks.
        ("---\n# note\ntitle: Old bridge\n# note\ntags:\n-\n- towns\n---", {"title": 1, "keywords": 1}),
        ("---\n- note\ntitle: Old bridge\ntags: [towns, , rivers]\n---", {"title": 1, "keywords": 2}),
        ('+++\ntitle = "Old bridge"\ndate = 2031-03-12\n[extra]\nid = 7\n+++', {"title": 1, "date_published": 1}),
        ('---\ntitle: "Old" bridge\ndate: \'\n---', {"title": 1, "date_published": 1}),
    ],
)
def test_what_else_a_file_may_say_is_no_value_of_a_field(text: str, told: dict[str, int]) -> None:
    document = plain.read(text)
    assert frontmatter.length(document) == len(document)
    found = list(frontmatter.fields(document))
    assert {one.name: len(one.values) for one in found} == told
    assert found[0].values[0] in ("Old bridge", '"Old" bridge')
    assert not any("note" in value or "extra" in value for one in found for value in one.values)


def test_a_page_of_html_has_none() -> None:
    page = markup.read("<p>---<p>title: Old bridge<p>date: 2031-03-12<p>---<p>The bridge is shut.")
    assert page.texts[0] == "---"
    assert frontmatter.length(page) == 0


def test_no_article_is_published_after_its_crawl() -> None:
    page = '---\ntitle: "Old bridge"\ndate: 2031-03-12\n---\n' + CLEAN
    for day, expected in (("2031-03-12", "2031-03-12"), ("2031-03-11", None)):
        done = cleaner.clean(page, kind="text", config=cleaner.Config(crawled=day))
        assert done.metadata["date_published"] == expected


def test_dates_are_those_of_the_fields() -> None:
    page = plain.read("---\ntitle: Old bridge\ndate: 2031-03-12T10:05Z\nmodified: soon\n---\n")
    assert {name: field.value for name, field in prefaced.known(page, None).items()} == {
        "title": "Old bridge",
        "date_published": "2031-03-12T10:05:00+00:00",
        "date_published_raw": "2031-03-12T10:05Z",
    }


def test_only_quotation_marks_are_taken_off() -> None:
    page = plain.read("---\ntitle: \"Old bridge\"\ntags: [radar, 'towns']\n---\n")
    assert [told.values for told in frontmatter.fields(page)] == [["Old bridge"], ["radar", "towns"]]
