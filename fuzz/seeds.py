"""What each search starts from: the seeds of the repository, and small inputs that reach each branch."""

import gzip
import hashlib
from pathlib import Path

from properties import PROPERTIES, SPLIT

ROOT = Path(__file__).parent.parent
NAMES = tuple(PROPERTIES)

PAGE = b"""<!doctype html><html lang=en><head><title>Storm closes port</title><meta charset=utf-8>
<meta property="og:title" content="Storm closes port"><meta name=author content="Ada Example">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Storm","datePublished":"2031-05-04T10:00:00Z",
"author":[{"@type":"Person","name":"Ada Example"}]}</script></head><body class=home><nav><ul><li><a href=/>Home</a>
<li><a href=/w>World</a></ul></nav><main><article itemprop=articleBody><h1>Storm closes port</h1>
<p class=byline>By Ada Example <time datetime=2031-05-04>4 May 2031</time><p>A storm closed the <a href=/p>port</a> on
Monday,<br>the harbour master said.</p><figure><img alt=x><figcaption>The port. Photo: A. Example</figcaption>
</figure><ol start=3><li>One<li value=9>Two</ol><table><tr><td>1<td>2<tr><th>a<td>b</table><pre> a
  b</pre>
<ruby>\xe6\xbc\xa2<rt>kan</rt></ruby><p hidden>Late</p><template><p>T</template>
<noscript>N</noscript></article>
<aside class="related-posts"><h3>Read more</h3><a href=/x>Another headline of the day</a></aside></main>
<footer>
&copy; 2031 Example &amp;amp; Sons <svg><title>s</title></svg><select><option>o</select></footer></body></html>"""

TEXTS = (
    b"Home | News | Sport\r\n\r\nStorm closes port\r\nBy Ada Example\r\n4 May 2031, 10:00\r\nA storm closed the port"
    b" on Monday, the harbour master said.\r\nRead also: Another storm"
    b"\r\n17:52\r\nLatest news\r\n\xc2\xa9 2031 Example\r\n",
    "Новости\nШторм закрыл порт\nВ понедельник шторм закрыл порт, сообщил капитан.\nЧитайте также:\n".encode(),
    "ホーム\n台風で港が閉鎖\n月曜日、台風のため港が閉鎖された、と港長が語った。\n関連記事\n".encode(),
    "الرئيسية\nأغلقت العاصفة الميناء يوم الاثنين، قال مدير الميناء.\nاقرأ أيضا\n".encode(),
    "\ufeffMenü\nDer Sturm schloÃŸ den Hafen &amp; die BrÃ¼cke.\ncafe\u0301 \u200b\u202e\x00\n".encode(),
    b"\xff\xfeH\x00o\x00m\x00e\x00\n\x00",
    "Вода в реке поднялась\n".encode("koi8-r"),
    b"\x1b$B%[!<%`\x1b(B\n",
    "台風".encode("shift_jis") + b"\x81\xad\n",
)

TOML = b"""threshold = 1.5
keep = ["caption"]
ignore = ["ticker"]
select = ["navigation"]
language = "pt-BR"
crawled = 2031-05-04
format = "markdown"
encoding = "utf-8"
exclude = ["a/**", "*.md"]
[per_file."legal/**"]
ignore = ["legal"]
[[rules]]
id = "hotline"
label = "promo"
phrases = ["^ticket hotline", "read more$"]
patterns = ["(?i)call \\\\d+", "(a+)+$"]
strength = "strong"
place = "tail"
files = ["*.txt"]
finds = ["Ticket hotline"]
leaves = ["A hotline"]
"""


def write(name: str, corpus: Path) -> None:
    """Put the seeds of one property into its corpus."""
    corpus.mkdir(parents=True, exist_ok=True)
    for data in of(name):
        (corpus / hashlib.sha256(data).hexdigest()).write_bytes(data)


def of(name: str) -> list[bytes]:
    """Give the seeds of one property."""
    if name == "sidecars_of_strangers":
        from cleaner import clean, sidecar

        return [
            sidecar.dumps(made.to_dict()) + SPLIT + made.to_bytes()
            for made in (clean(data) for data in (*TEXTS, PAGE[:400]))
        ]
    if name == "configurations_of_strangers":
        return [TOML, *TOML.splitlines(keepends=True)]
    if name == "books_of_strangers":
        from cleaner.templates import TemplateBook

        rows = [("a.example", "", 40, 0, 0, 0), ("a.example", "home", 37, 37, 0, 37), ("b.example", "", 9, 0, 0, 0)]
        return [TemplateBook.of(rows).dumps(), TemplateBook.of([]).dumps()]
    if name == "records_of_strangers":
        warc = b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 2\r\n\r\nhi"
        response = warc.replace(b"conversion", b"response") + b"\r\n\r\n"
        lines = b'{"id": 7, "text": "A storm.", "url": null}\n{"html": "<p>x", "date": 1.5}\n[1]\n\xff\n'
        return [
            lines,
            gzip.compress(lines),
            warc + b"\r\n\r\n",
            response,
            gzip.compress(warc),
            b"PAR1PAR1",
            b"\x28\xb5\x2f\xfd",
        ]
    if name == "baselines_of_strangers":
        return [b"# title\n8bf92fe7867c48c9 a.txt\r\n8bf92fe7867c48c0 b/c d.txt\n"]
    html = [PAGE, *PAGE.split(b"\n")]
    return html if name == "html_is_read" or name == "html_is_cleaned" else [*TEXTS, *html]
