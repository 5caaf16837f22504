"""The report in a browser: what it shows is what the sidecars say."""

import json
from collections import Counter

import pytest
from axe_playwright_python.sync_playwright import Axe

from cleaner import report
from cleaner.model import KEPT

DARK = {"color_scheme": "dark"}
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
VIEWS = ["#/", "#/documents", "#/document/0", "#/rules", "#/marks"]


@pytest.fixture(scope="session")
def records(cleaned):
    return {record["source_path"]: record for record in map(json.loads, map(bytes.decode, sidecars(cleaned)))}


def sidecars(out):
    return [path.read_bytes() for path in sorted(out.rglob("*.meta.json"))]


def paths(page):
    """The documents of the table, in its order."""
    return page.eval_on_selector_all(
        ".documents-table tbody th", "rows => rows.map(row => (row.querySelector('small') ?? row).textContent)"
    )


def body_of(page):
    """The clean body as it is shown."""
    return page.eval_on_selector_all("tr[data-group=kept] td.clean", "cells => cells.map(cell => cell.textContent)")


def test_the_overview_counts_what_the_sidecars_count(look, small, records):
    page = look(small)
    words = Counter()
    documents = Counter()
    for record in records.values():
        words.update(record["stats"]["by_label"])
        documents.update(record["stats"]["by_label"].keys())
    shown = page.eval_on_selector_all(
        ".overview > section:nth-of-type(1) tbody tr",
        "rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))",
    )
    kept = sum(record["output"]["words"] for record in records.values())
    assert shown[0][:2] == ["kept", f"{kept:,}"]
    assert {row[0]: (row[1], row[3]) for row in shown[1:]} == {
        label: (f"{count:,}", f"{documents[label]}") for label, count in words.items()
    }
    assert page.locator("h1").inner_text() == "A small corpus"
    assert page.locator("ol.columns").first.locator("li").count() == 20


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", lambda record: True),
        ("label=ticker", lambda record: "ticker" in record["stats"]["by_label"]),
        ("rule=read_also", lambda record: any(one["rule"] == "read_also" for one in record["removals"])),
        ("language=de", lambda record: record["language"] == "de"),
        ("site=wire.example", lambda record: record["canonical_url"] is not None),
        ("from=50&to=70", lambda record: 0.5 <= record["stats"]["removed_share"] < 0.7),
        ("q=SWIFTS+amble/", lambda record: "swifts" in str(record["title"]) and "amble/" in record["source_path"]),
        ("label=ticker&to=50", lambda r: "ticker" in r["stats"]["by_label"] and r["stats"]["removed_share"] < 0.5),
        ("flag=any", lambda record: record["flags"]),
        ("q=nowhere", lambda record: False),
    ],
)
def test_filters_find_what_the_sidecars_say(look, small, records, query, wanted):
    page = look(small, f"#/documents?{query}", expect=".told")
    assert sorted(paths(page)) == sorted(path for path, record in records.items() if wanted(record))


def test_filtering_and_sorting_by_hand(look, small, records):
    page = look(small, "#/documents", expect=".documents-table")
    shares = {path: record["stats"]["removed_share"] for path, record in records.items()}
    assert [shares[path] for path in paths(page)] == sorted(shares.values(), reverse=True)
    assert page.locator("th[aria-sort=descending]").all_inner_texts() == ["Removed"]
    page.get_by_role("button", name="Words").click()
    page.wait_for_selector("th[aria-sort=descending]:has-text('Words')")
    sizes = {path: record["input"]["words"] for path, record in records.items()}
    assert [sizes[path] for path in paths(page)] == sorted(sizes.values(), reverse=True)
    page.get_by_label("Language").select_option("ja")
    page.wait_for_selector("ul.held")
    assert {records[path]["language"] for path in paths(page)} == {"ja"}
    page.get_by_role("button", name="language: ja").click()
    page.wait_for_selector("ul.held", state="detached")
    assert len(paths(page)) == len(records)
    page.get_by_label("Search").fill("petition")
    page.wait_for_selector("text=No document fits")
    page.get_by_label("also in the texts").check()
    page.wait_for_selector(".documents-table")
    assert 0 < len(paths(page)) < len(records)
    assert page.locator("[role=status]").inner_text() == page.locator(".told").inner_text()


def test_numbers_lead_to_their_documents(look, small):
    page = look(small)
    cells = page.locator(".overview > section:nth-of-type(1) tr:has(.chip[data-label=appeal]) td").all_inner_texts()
    page.locator(".overview > section:nth-of-type(1) a:has(.chip[data-label=appeal])").click()
    page.wait_for_selector(".documents-table")
    assert len(paths(page)) == int(cells[2])
    page.go_back()
    page.wait_for_selector(".overview")
    assert page.evaluate("document.activeElement.tagName") == "H1"


def test_every_document_is_its_body_and_every_removal_has_its_label(look, small, cleaned, records):
    page = look(small, "#/documents", expect=".documents-table")
    for at in range(len(records)):
        page.evaluate(f"location.hash = '#/document/{at}'")
        page.wait_for_function("at => document.querySelector('table.lines')?.dataset.at === String(at)", arg=at)
        path = page.evaluate("document.querySelector('table.lines').dataset.path")
        record = records[path]
        body = (cleaned / path).with_suffix(".txt").read_text(encoding="utf-8")
        assert body_of(page) == [line for line in body.split("\n") if line]
        shown = Counter(page.eval_on_selector_all("tr[data-i]", "rows => rows.map(row => row.dataset.label)"))
        assert shown.keys() - KEPT == record["stats"]["by_label"].keys()


def test_a_reason_comes_by_pointer_and_by_key(look, small):
    page = look(small, "#/documents?q=courier/00008.txt", expect=".documents-table")
    page.locator(".documents-table th a").first.click()
    page.wait_for_selector("table.lines")
    tip = page.locator("#tip")
    page.mouse.move(0, 0)
    tip.wait_for(state="hidden")
    page.locator("tr[data-label=ticker] td.original").nth(1).hover()
    assert "timed_feed" in tip.inner_text()
    assert page.locator("[aria-describedby=tip]").count() == 1
    page.keyboard.press("Escape")
    assert tip.is_hidden()
    page.mouse.move(0, 0)
    while page.evaluate("document.activeElement.className") != "chip":
        page.keyboard.press("Tab")
    assert "menu_row" in tip.inner_text()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("ArrowDown")
    assert "title" in tip.inner_text()
    page.keyboard.press("Enter")
    assert page.locator(".votes th code").all_inner_texts() == ["title_above"]
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"


def test_without_votes_the_page_says_so(look, cleaned, tmp_path):
    written = report.write(cleaned, tmp_path / "few.html", documents=7, votes=0)
    assert (written.documents, written.listed, written.voted) == (40, 7, 0)
    page = look(tmp_path / "few.html", "#/document/0", expect="table.lines")
    page.locator("tr[data-group=kept] button.chip").first.click()
    assert "make it with --votes" in page.locator(".more-of-line").inner_text()
    page.get_by_role("link", name="Overview").click()
    page.wait_for_selector(".overview")
    assert "40 documents" in page.locator(".lede").inner_text()
    assert "the 7 that lost most can be opened" in page.locator(".lede").inner_text()
    page.get_by_role("link", name="Rules", exact=True).click()
    page.wait_for_selector(".rules")
    assert "No document's votes are at hand" in page.locator(".lede").inner_text()


@pytest.mark.parametrize(
    ("view", "options"),
    [*((view, {}) for view in VIEWS), *((view, DARK) for view in VIEWS[:3]), *((view, PHONE) for view in VIEWS[:3])],
)
def test_people_can_read_it(look, small, view, options):
    page = look(small, view, **options)
    found = Axe().run(page).response
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []
    assert {"color-contrast", "landmark-one-main"} <= {one["id"] for one in found["passes"]}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_moves_for_those_who_do_not_want_it(look, small):
    page = look(small, "#/", reduced_motion="reduce")
    moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration !== '0s').length"
    assert page.evaluate(moving) == 0
    assert look(small, "#/", reduced_motion="no-preference").evaluate(moving) > 0
