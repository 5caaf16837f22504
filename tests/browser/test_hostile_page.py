"""Documents that want to run, to call home or to hide are shown as the text that they are."""

import json
import re

import pytest

from cleaner import report
from cleaner.cli import main

ARTICLE = (
    "The old bridge over the Harlow was closed on Monday after engineers found cracks in two pillars, the town said.",
    "Mayor Ada Thornbury told the council that repairs would take until spring and cost about four million crowns.",
    "Farmers on the eastern bank, who sell their milk in the town, asked the council to let tractors cross at night.",
)
ATTACKS = (
    "<script>window.ran = 1; alert(1)</script>",
    "</script><script>window.ran = 1</script><!--",
    "<img src=x onerror='window.ran=1'><svg onload=window.ran=1>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "javascript:window.ran=1//",
    "'\"--></style></template></title><script src=https://evil.example/x.js></script>",
    "<base href=https://evil.example/><link rel=stylesheet href=https://evil.example/a.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<a href=javascript:window.ran=1 onfocus=window.ran=1 autofocus>Subscribe</a>",
    "${window.ran=1}{{constructor.constructor('window.ran=1')()}}",
    "@import url(https://evil.example/b.css); </style><style>body{display:none}</style>",
    "<form action=https://evil.example><input name=q><button>Donate now</button></form>",
)
UNSEEN = {
    "U+202E": "Subscribe \u202erettelswen",
    "U+2066": "Share \u2066on\u2069 Facebook",
    "U+200B": "Sub\u200bscribe to our newsletter",
    "U+FEFF": "Home\ufeff | World | Sport",
    "U+00AD": "Dona\u00adte now",
    "U+200D": "Read\u200d also",
    "U+E0041": "Follow us\U000e0041",
    "U+001B": "\x1b[31mSubscribe to our newsletter\x1b[0m",
}
LETTERS = ("می‌خواهم به خانه بروم", "क्‍ष", "👩‍🚀 reports")
"""Joiners that are part of how words and emoji are written, and stay so."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A report of documents whose every part is hostile: text, title, address, metadata, path, evidence, sidecar."""
    root = tmp_path_factory.mktemp("hostile")
    source = root / "in"
    source.mkdir()
    lines = [*ATTACKS, *UNSEEN.values(), *LETTERS]
    page = "\n\n".join([ARTICLE[0], *lines[:10], *ARTICLE[1:], *lines[10:]])
    (source / "lines.txt").write_text(page, encoding="utf-8")
    (source / "<img src=x onerror=ran=1> & \u202etxt.txt").write_text("\n\n".join(ARTICLE))
    for at, attack in enumerate(ATTACKS):
        quoted = attack.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;").replace('"', "&quot;")
        (source / f"page{at}.html").write_text(
            f"<html><head><title>{quoted}</title><meta property='og:site_name' content='{quoted}'>"
            f"<meta name=author content='{quoted}'><link rel=canonical href='javascript:window.ran=1//{at}'></head>"
            f"<body><h1>{quoted}</h1>{''.join(f'<p>{part}</p>' for part in ARTICLE)}<pre>{quoted}</pre></body></html>"
        )
    assert main(["clean", str(source), "-o", str(root / "out"), "--quiet"]) == 0
    for path in list((root / "out").glob("page0*.meta.json")):  # a sidecar that somebody else wrote
        record = json.loads(path.read_bytes())
        record |= {"site": ATTACKS[0], "language": "<b>", "date_published": "2031</a>"}
        record["flags"] = [ATTACKS[2], "__proto__"]
        record["stats"]["by_label"] = {ATTACKS[1]: 3, "constructor": 1}
        record["removals"][0] |= {"label": ATTACKS[2], "rule": ATTACKS[0], "evidence": ATTACKS[5]}
        path.write_text(json.dumps(record))
    (root / "out/failures.jsonl").write_text(json.dumps({"source_path": ATTACKS[0], "error": ATTACKS[2]}) + "\n")
    written = report.write(root / "out", root / "report.html", title="</title><script>window.ran=1</script>")
    assert written.documents == len(ATTACKS) + 2
    return root / "report.html"


def harmless(page):
    assert page.evaluate("window.ran") is None
    assert page.locator("script[src]").count() == 0
    assert page.locator("script:not([type])").count() == 1
    strange = "img,iframe,svg,object,embed,base,style ~ style,form[action],[onload],[onerror],[onfocus],[style*=url]"
    assert page.locator(strange).count() == 0
    links = page.eval_on_selector_all("a", "links => links.map(link => link.getAttribute('href'))")
    assert [href for href in links if not re.match(r"#(/|main$)", href)] == []


@pytest.mark.parametrize("view", ["#/", "#/documents", "#/rules", "#/marks"])
def test_lists_run_nothing(look, hostile, view):
    page = look(hostile, view)
    page.wait_for_timeout(50)
    harmless(page)
    if view == "#/documents":
        assert ATTACKS[0] in page.locator("table").inner_text()


def test_documents_run_nothing_and_show_what_they_hold(look, hostile):
    page = look(hostile, "#/documents", expect=".documents-table")
    for at in range(len(ATTACKS) + 2):
        page.evaluate(f"location.hash = '#/document/{at}'")
        page.wait_for_function("at => document.querySelector('table.lines')?.dataset.at === String(at)", arg=at)
        for chip in page.locator("button.chip").all()[:4]:
            chip.click()
        page.locator("summary").first.click()
        harmless(page)


def test_what_nobody_can_see_is_written_out(look, hostile):
    page = look(hostile, "#/documents?q=lines.txt", expect=".documents-table")
    page.locator(".documents-table th a").click()
    page.wait_for_selector("table.lines")
    shown = page.locator("td.original").all_inner_texts()
    for code, text in UNSEEN.items():
        hidden = re.search(r"[\x1b\u00ad\u200b-\u200d\u202e\u2066\ufeff\U000e0041]", text)[0]
        assert not [line for line in shown if hidden in line and hidden != "\u200d"]
        assert [line for line in shown if code in line], code
    for text in (*ATTACKS, *LETTERS):
        assert [line for line in shown if text in line], text
    page.locator("tr", has_text="U+202E").locator("button.chip").hover()
    assert "\u202e" not in page.locator("#tip").inner_text()


def test_the_policy_stops_what_the_page_itself_would_not(browser, hostile):
    """Were there a hole in the page's own care, nothing could come of it."""
    context = browser.new_context()
    page = context.new_page()
    requests = []
    context.on("request", lambda request: requests.append(request))
    page.goto(hostile.as_uri())
    page.wait_for_selector("main article h1")
    policy = page.locator("meta[http-equiv]").get_attribute("content")
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    attempts = {
        "document.body.innerHTML = '<b>x</b>'": "TypeError",
        "document.write('<b>x</b>')": "TypeError",
        "document.createElement('script').text = 'window.ran = 1'": "TypeError",
        "document.body.setAttribute('onclick', 'window.ran = 1')": "TypeError",
        "fetch('https://evil.example/')": "TypeError",
        "document.body.append(Object.assign(new Image(), {src: 'https://evil.example/a.png'}))": None,
        "navigator.sendBeacon('https://evil.example/')": None,
    }
    for code, error in attempts.items():
        run = f"async () => {{ try {{ await ({code}); }} catch (error) {{ return error.name; }} return null; }}"
        assert page.evaluate(run) == error, code
    assert page.evaluate("window.ran") is None
    # What the page began was never sent.
    assert {request.failure for request in requests if "evil" in request.url} == {"csp"}
    context.close()
