"""A browser, a report to look at with it, and a page that must neither complain nor ask the network for anything."""

import os
import shutil

import pytest
import showcase

from cleaner import report
from cleaner.cli import main

WHY = "There is no Chromium here to open the report with; install it (Debian: apt-get install chromium)."


@pytest.fixture(scope="session")
def browser():
    path = shutil.which("chromium")
    if not path:
        if os.environ.get("CI") == "true":
            pytest.fail(WHY)
        pytest.skip(WHY)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path)
        yield started
        started.close()


@pytest.fixture
def look(browser, tmp_path):
    """Open a page in a browser of its own, by default as on a desk; afterwards nothing may have gone wrong in it."""
    contexts, complaints, requests, opened = [], [], [], set()

    def call(path, view="#/", *, expect="main article h1", **options):
        context = browser.new_context(accept_downloads=True, **{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("popup", lambda popup: complaints.append(f"popup: {popup.url}"))
        context.on("request", lambda request: requests.append(request.url.partition("#")[0]))
        opened.add(path.as_uri())
        page.goto(path.as_uri() + view)
        page.wait_for_selector(expect)
        return page

    yield call
    for context in contexts:
        context.close()
    assert complaints == []
    assert {url for url in requests if not url.startswith("blob:")} <= opened


@pytest.fixture(scope="session")
def cleaned(tmp_path_factory):
    """A small corpus, cleaned: the directory of the results."""
    root = tmp_path_factory.mktemp("corpus")
    showcase.write(root / "pages", 40)
    assert main(["clean", str(root / "pages"), "-o", str(root / "out"), "--quiet", "--jobs", "1"]) == 0
    return root / "out"


@pytest.fixture(scope="session")
def small(cleaned, tmp_path_factory):
    """Its report, with the votes of every document."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    written = report.write(cleaned, path, title="A small corpus")
    assert (written.documents, written.listed, written.voted, written.unread) == (40, 40, 40, 0)
    return path
