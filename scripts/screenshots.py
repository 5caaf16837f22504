"""Makes the pictures of the documentation: a report of an invented corpus, on a desk and on a phone, light and dark.

    python scripts/screenshots.py docs/images

Needs Chromium, and Inter and Noto for the letters of the pictures (Debian: chromium fonts-inter fonts-noto-core
fonts-droid-fallback), and Pillow. Pictures are reduced to a palette, since a page of text has few colours.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from cleaner import report
from cleaner.cli import main as cleaner

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = 240
DESK = {"viewport": {"width": 1200, "height": 1040}, "device_scale_factor": 1.5}
DARK = {**DESK, "color_scheme": "dark"}
PHONE = {"viewport": {"width": 390, "height": 800}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
ARTICLE = "courier/00008.txt"  # with an appeal, related headlines and a ticker


def main(argv: list[str] | None = None) -> int:
    """Write every picture into a directory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("images", type=Path)
    images = parser.parse_args(argv).images
    images.mkdir(parents=True, exist_ok=True)
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        page = make_report(Path(place))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        shoot(browser, page, images)
        browser.close()
    return 0


def make_report(place: Path) -> Path:
    """Clean the invented corpus of the browser's tests, and give its report."""
    sys.path.insert(0, str(ROOT / "tests/browser"))
    import showcase

    showcase.write(place / "pages", DOCUMENTS)
    cleaner(["clean", str(place / "pages"), "-o", str(place / "out"), "--quiet"])
    report.write(place / "out", place / "report.html", title="Small towns, 2029 to 2031")
    return place / "report.html"


def shoot(browser: Browser, page: Path, images: Path) -> None:
    """Take every picture."""
    shown = opened(browser, page, "#/", DESK)
    save(shown, images / "overview.png", clip=(1200, 1100))
    for name, options in {"document": DESK, "document-dark": DARK}.items():
        shown = opened(browser, page, f"#/documents?q={ARTICLE}", options)
        shown.locator(".documents-table th a").click()
        shown.wait_for_selector("table.lines")
        shown.locator("tr[data-label=appeal] td.original").nth(1).hover()
        save(shown, images / f"{name}.png")
    shown = opened(browser, page, "#/documents", DARK)
    save(shown, images / "documents-dark.png")
    shown = opened(browser, page, f"#/documents?q={ARTICLE}", DESK)
    shown.locator(".documents-table th a").click()
    shown.locator("tr[data-label=related] button.chip").first.click()
    shown.locator("tr[data-label=related] button.mark").nth(1).click()
    shown.locator("tr[data-label=related]").first.scroll_into_view_if_needed()
    shown.evaluate("document.querySelector('tr[data-label=related]').scrollIntoView({block: 'center'})")
    save(shown, images / "votes.png")
    for name, view in {"phone-overview": "#/", "phone-document": f"#/documents?q={ARTICLE}"}.items():
        shown = opened(browser, page, view, PHONE)
        if "document" in name:
            shown.locator(".documents-table th a").click()
            shown.wait_for_selector("table.lines")
        save(shown, images / f"{name}.png")


def opened(browser: Browser, page: Path, view: str, options: dict[str, object]) -> Page:
    """Open a view of the report in a window of its own."""
    shown = browser.new_context(**options).new_page()
    shown.goto(page.as_uri() + view)
    shown.wait_for_selector("main article h1")
    return shown


def save(shown: Page, path: Path, *, clip: tuple[int, int] | None = None) -> None:
    """Write a picture with a palette of 255 colours."""
    from PIL import Image

    if clip:
        shown.set_viewport_size({"width": clip[0], "height": clip[1]})
    shown.wait_for_timeout(300)  # until a change of colour has ended
    image = Image.open(io.BytesIO(shown.screenshot())).convert("RGB")
    image.quantize(255, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
