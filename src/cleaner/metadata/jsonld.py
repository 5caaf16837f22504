"""What single objects of JSON-LD say of themselves, and what tells whether two say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_AROUND_ADDRESS = re.compile(r"^(?:https?:)?//(?:www\.)?|[?#].*$|/+(?=$|[?#])", re.IGNORECASE)
_START = 20  # characters; titles that begin alike for so long are one


def types(o: Mapping[str, Any]) -> str:
    """The types of a JSON-LD object in one string.

    >>> types({"@type": ["Article", "BlogPosting"]}), types({})
    ('Article BlogPosting', '')
    """
    value = o.get("@type", "")
    return " ".join(str(v) for v in value) if isinstance(value, list) else str(value)


def name_of(o: Mapping[str, Any]) -> Any:
    """What a JSON-LD object is called.

    >>> name_of({"name": "", "alternateName": "Ana Cruz"}), name_of({"givenName": "Ana", "familyName": "Cruz"})
    ('Ana Cruz', 'Ana Cruz')
    """
    parts = [o[k] for k in ("givenName", "familyName") if isinstance(o.get(k), str)]
    return o.get("name") or o.get("byline") or " ".join(parts) or o.get("alternateName")


def addresses(o: Mapping[str, Any]) -> Iterator[str]:
    """The addresses that a JSON-LD object gives as its own, and as that of its page.

    >>> list(addresses({"url": "//harbour.example/a", "mainEntityOfPage": {"@id": "//harbour.example/b"}}))
    ['//harbour.example/a', '//harbour.example/b']
    """
    main = o.get("mainEntityOfPage")
    main = main.get("@id") or main.get("url") if isinstance(main, Mapping) else main
    yield from (address for address in (o.get("url"), o.get("@id"), main) if isinstance(address, str))


def plain_address(url: str) -> str:
    """An address without what may differ between two ways to write it.

    >>> plain_address("https://www.harbour.example/a/?x=1"), plain_address("//harbour.example/a#top")
    ('harbour.example/a', 'harbour.example/a')
    """
    return _AROUND_ADDRESS.sub("", url[:2_000]).lower()


def are_one_title(one: str, other: str) -> bool:
    """Whether two titles are one by their letters and digits (`names.key`), whatever a template cut off or put behind.

    >>> are_one_title("oldbridgeclosedtilltuesday", "oldbridgeclosedtilltuesdayharbour"), are_one_title("a", "ab")
    (True, False)
    """
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= _START and longer.startswith(shorter))
