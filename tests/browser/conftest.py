"""A browser, a report to look at with it, and a page that must neither complain nor ask the network for anything."""

import json
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


class Window:
    """A page of the browser that tests share, what went wrong in it and what it asked for."""

    def __init__(self, browser, options):
        self.complaints, self.requests = [], []
        context = browser.new_context(accept_downloads=True, **{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(20_000)
        context.on("request", lambda request: self.requests.append(request.url.partition("#")[0]))
        self.page = context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.on("popup", lambda popup: self.complaints.append(f"popup: {popup.url}"))

    def leave(self):
        """Forget the report that it shows, with its marks; give complaints and requests since the last time."""
        self.page.evaluate("localStorage.clear()")
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)
        told = [*self.complaints], [url for url in self.requests if not url.startswith(("blob:", "about:"))]
        self.complaints.clear()
        self.requests.clear()
        return told


@pytest.fixture(scope="session")
def window(browser):
    """A window for each way of looking; to open one takes three times as long as to load a report."""
    opened = {}

    def call(options):
        key = json.dumps(options, sort_keys=True)
        if key not in opened:
            opened[key] = Window(browser, options)
        return opened[key]

    return call


@pytest.fixture
def look(window):
    """Open a page, by default as on a desk; afterwards nothing may have gone wrong in it."""
    used, opened = {}, set()

    def call(path, view="#/", *, expect="main article h1", **options):
        shown = window(options)
        used[id(shown)] = shown
        opened.add(path.as_uri())
        shown.page.goto(path.as_uri() + view)
        shown.page.wait_for_selector(expect)
        return shown.page

    yield call
    told = [shown.leave() for shown in used.values()]
    assert [complaint for complaints, _ in told for complaint in complaints] == []
    assert {url for _, requests in told for url in requests} <= opened


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
