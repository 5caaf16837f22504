"""Marks that are made in the page come out as files that cleaner takes."""

import tomllib

import pytest

import cleaner
import golden
from cleaner import report
from cleaner.cli import main
from cleaner.config import configfile, userrules
from cleaner.guard import baseline, residue

DOCUMENT = "courier/00000.txt"


@pytest.fixture
def page(look, small):
    shown = look(small, f"#/documents?q={DOCUMENT}", expect=".documents-table")
    shown.locator(".documents-table th a").click()
    shown.wait_for_selector("table.lines")
    return shown


def mark(page, selector):
    """Mark a line by its button, and give its text."""
    row = page.locator(selector).first
    row.hover()
    row.locator("button.mark").click()
    assert row.locator("button.mark").get_attribute("aria-pressed") == "true"
    return row.locator("td.original").inner_text()


def exported(page, name, tmp_path):
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download {name}").click()
    path = tmp_path / name
    download.value.save_as(path)
    return path


def marked(page):
    """A removed line that should have stayed, and a paragraph that should have gone as an appeal."""
    lost = mark(page, "tr[data-label=related] >> nth=1")
    left = mark(page, "tr[data-label=body] >> nth=2")
    page.locator("tr[data-mark=kept] button.chip").click()
    page.get_by_label("It should have been taken out as").select_option("appeal")
    page.get_by_role("link", name="Marks").click()
    page.wait_for_selector(".exports")
    return lost, left


def test_rules_and_golden_cases_are_what_cleaner_takes(page, tmp_path):
    lost, left = marked(page)
    settings = exported(page, "cleaner-rules.toml", tmp_path)
    own = configfile.load(settings)
    assert {(rule.id, rule.label) for rule in own.rules} == {("marked_body", "body"), ("marked_appeal", "appeal")}
    assert [fault for rule in own.rules for fault in userrules.failures(rule)] == []
    assert main(["rules", "--test", "--config", str(settings)]) == 0
    (case,) = golden.load(exported(page, "golden.jsonl", tmp_path))
    assert (case.status, case.keep, dict(case.drop)) == ("known_failure", (lost,), {left: "appeal"})
    assert len(golden.faults(case)) == 2
    assert golden.faults(case, own) == []


def test_baseline_entries_are_what_check_takes(page, tmp_path, cleaned, monkeypatch, capsys):
    lost, _ = marked(page)
    page.get_by_label("Folder").fill("corpus")
    kept = baseline.load(exported(page, "cleaner-baseline.txt", tmp_path))
    assert dict(kept.kept) == {f"corpus/{DOCUMENT}": {residue.fingerprint(lost)}}
    assert baseline.loads(kept.dumps()) == kept
    (tmp_path / ".cleaner-baseline").write_text((tmp_path / "cleaner-baseline.txt").read_text())
    path = tmp_path / "corpus" / DOCUMENT
    path.parent.mkdir(parents=True)
    assert main(["restore", str(cleaned / DOCUMENT), "-o", str(path)]) == 0
    (tmp_path / "cleaner.toml").write_text("threshold = 0.0\n")
    monkeypatch.chdir(tmp_path)
    number = path.read_text().split("\n").index(lost) + 1
    capsys.readouterr()
    main(["check", "corpus"])
    with_baseline = capsys.readouterr().out
    (tmp_path / "empty").write_text(baseline.Baseline().dumps())
    main(["check", "corpus", "--baseline", "empty"])
    without = capsys.readouterr().out
    row = f"corpus/{DOCUMENT}:{number}: related"
    assert row in without
    assert row not in with_baseline
    assert len(with_baseline.splitlines()) == len(without.splitlines()) - 1


def test_marks_stay_until_they_are_lifted(page):
    lost, left = marked(page)
    page.reload()
    page.wait_for_selector(".exports")
    assert page.locator("#mark-count").inner_text() == "2"
    shown = page.locator(".marks tbody th").all_inner_texts()
    assert sorted(text.rstrip("…")[:150] for text in shown) == sorted(text[:150] for text in (lost, left))
    page.get_by_role("button", name="Look at it").first.click()
    assert tomllib.loads(page.locator("pre").first.inner_text())["rules"][0]["strength"] == "certain"
    page.get_by_role("button", name="Lift", exact=True).first.click()
    page.wait_for_function("document.querySelectorAll('.marks tbody tr').length === 1")
    page.get_by_role("button", name="Lift", exact=True).click()
    page.wait_for_selector("text=Nothing is marked yet")
    page.reload()
    page.wait_for_selector("text=Nothing is marked yet")


def test_a_mark_by_key(page):
    page.locator("tr[data-label=title] button.chip").focus()
    page.keyboard.press("m")
    assert page.locator("tr[data-label=title]").get_attribute("data-mark") == "removed"
    assert page.locator("[role=status]").inner_text() == "Marked: should have stayed."
    page.keyboard.press("m")
    assert page.locator("tr[data-label=title]").get_attribute("data-mark") is None
    assert page.locator("#mark-count").is_hidden()


def test_what_toml_and_regular_expressions_could_trip_over(look, tmp_path):
    odd = [
        'Subscribe "now" \\ $5 ^a$',
        "Subscribe\u202e to our newsletter\u200b",
        "Share on Facebook (.*)",
        "© 2031 [B]",
    ]
    body = "The old bridge over the Harlow was closed on Monday after engineers found cracks in it, the town said."
    (tmp_path / "in").mkdir()
    (tmp_path / "in/odd.txt").write_text("\n\n".join([body, body.replace("Monday", "Tuesday"), *odd]))
    assert main(["clean", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--quiet"]) == 0
    report.write(tmp_path / "out", tmp_path / "report.html")
    page = look(tmp_path / "report.html", "#/document/0", expect="table.lines")
    for i in range(page.locator("tr[data-i]").count()):
        mark(page, f"tr[data-i='{i}']")
    page.get_by_role("link", name="Marks").click()
    page.wait_for_selector(".exports")
    path = exported(page, "cleaner-rules.toml", tmp_path)
    own = configfile.load(path)
    texts = {text for rule in own.rules for text in rule.finds}
    assert "\u202e" not in path.read_text()
    assert texts >= set(texts_of(tmp_path / "in/odd.txt"))
    assert all(rule.search(text) for rule in own.rules for text in rule.finds)


def texts_of(path):
    return [line.text for line in cleaner.clean(path.read_bytes()).lines]
