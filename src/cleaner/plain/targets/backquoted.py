r"""Links of reStructuredText, `` `bridge <https://…>`__ ``, and pictures that are defined elsewhere, `|bridge|`.

docutils' reStructuredText Markup Specification: embedded URIs, substitution references, escaped white space (`\ `).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SIGN = ">`_"
_LINK = re.compile(r"(?<!`)`([^`<>]*)<[^<>`]*>`__?(?!`)")
_DEFINITION = re.compile(r"\.\. \|([^|]+)\| image::")
_LEAST = 3  # links; fewer are a text's about such markup


def may_have(text: str) -> bool:
    """Whether a text may have such links; cheap."""
    return "`" in text and text.count(_SIGN) >= _LEAST


def is_open(text: str) -> bool:
    """Whether a text ends inside of such a link.

    >>> is_open("Take the `ferry to"), is_open("Take the `ferry </f>`__ to")
    (True, False)
    """
    return text.count("`") % 2 == 1 and "``" not in text


def resolved(texts: Sequence[str]) -> list[str]:
    """Lines with their links and pictures as Markdown has them.

    >>> resolved(["Take the `ferry </f>`__.", "|A ferry|", ".. |A ferry| image:: /f.jpg", "a |x| b"])
    ['Take the [ferry](#).', '![A ferry](#)', '.. |A ferry| image:: /f.jpg', 'a |x| b']
    """
    names = [name for text in texts if text.startswith(".. |") for name in _DEFINITION.findall(text)]
    picture = re.compile("|".join([rf"\|{re.escape(name)}\|" for name in names]) or "(?!)")
    return [text if text.startswith(".. ") else _resolved(text, picture) for text in texts]


def _resolved(text: str, picture: re.Pattern[str]) -> str:
    if "|" in text:
        text = picture.sub(lambda name: f"![{name[0][1:-1]}](#)", text)
    if "`" in text:
        text = _LINK.sub(lambda link: f"[{link[1].strip()}](#)", text)
    return text.replace("\\ ", "")
