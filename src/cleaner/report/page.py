"""The page itself: assets, data and the policy under which a browser shows them.

No text of the corpus is ever markup. All of it is JSON, compressed and in base64, inside blocks that a browser does not
run, and the page's script puts it into the document as text nodes alone. The Content-Security-Policy allows that script
and that style sheet, by their hashes, and nothing else: no request, no other script, no attribute that runs, and
(trusted types) no string that becomes markup.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import zlib
from collections.abc import Iterator
from importlib import resources
from string import Template
from typing import Any

SCRIPTS = "text pieces charts overview rules filters table tooltip lines view marks main".split()
"""The page's scripts in the order in which they are joined; each only uses what stands above it when it is loaded."""

MARK = "<!doctype html><!-- a report of cleaner -->"
"""How every report begins, by which one is told from another file that must not be overwritten."""


def piece(name: str, value: Any) -> str:
    r"""Write data as a block of the page.

    >>> block = piece("rows", ["</script><script>alert(1)</script>"])
    >>> block.count("<"), block.startswith('<script type="application/json" id="rows">')
    (2, True)
    """
    data = json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False).encode("ascii")
    packed = base64.b64encode(zlib.compress(data, 6)).decode("ascii")
    return f'<script type="application/json" id="{name}">{packed}</script>\n'


def head(title: str, overview: Any) -> Iterator[str]:
    """Yield the page up to where its documents begin: what the first view needs, and the script."""
    style, script = style_sheet(), program()
    policy = (
        f"default-src 'none'; script-src 'sha256-{_hash(script)}'; style-src 'sha256-{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    shell = Template(_asset("page.html"))
    yield MARK + shell.substitute(
        title=html.escape(title), policy=policy, style=style, overview=piece("overview", overview), script=script
    )


def tail() -> str:
    """End the page."""
    return "</body></html>\n"


def style_sheet() -> str:
    """Give the page's style sheet."""
    return _asset("report.css")


def program() -> str:
    """Give the page's script: its parts, joined."""
    return '"use strict";\n' + "".join(_asset(f"{name}.js") for name in SCRIPTS)


def _asset(name: str) -> str:
    return (resources.files("cleaner.report") / "assets" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
