"""What single objects of JSON-LD say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


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
