"""The encodings that an HTTP header or the head of a page declares."""

from __future__ import annotations

import re
from functools import cache

from cleaner.model import Kind

# The labels of the WHATWG Encoding Standard, by the Python codec that reads what browsers read under them: Latin-1 is
# Windows-1252, GBK is GB 18030, and so on. UTF-16 is missing because nobody believes that label, the encodings that
# the standard replaces are missing because they are a danger, and x-user-defined because it is no text.
_LABELS = """
utf-8: unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8
cp866: 866 cp866 csibm866 ibm866
iso-8859-2: csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
iso-8859-3: csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
iso-8859-4: csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
iso-8859-5: csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
iso-8859-6: arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i
iso-8859-6: iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
iso-8859-7: csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7
iso-8859-7: iso_8859-7:1987 sun_eu_greek
iso-8859-8: csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-8859-8-i iso-ir-138 iso8859-8
iso-8859-8: iso88598 iso_8859-8 iso_8859-8:1988 logical visual
iso-8859-10: csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6
iso-8859-13: iso-8859-13 iso8859-13 iso885913
iso-8859-14: iso-8859-14 iso8859-14 iso885914
iso-8859-15: csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9
iso-8859-16: iso-8859-16
koi8-r: cskoi8r koi koi8 koi8-r koi8_r
koi8-u: koi8-ru koi8-u
macintosh: csmacintosh mac macintosh x-mac-roman
cp874: dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874
windows-1250: cp1250 windows-1250 x-cp1250
windows-1251: cp1251 windows-1251 x-cp1251
windows-1252: ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591
windows-1252: iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252
windows-1253: cp1253 windows-1253 x-cp1253
windows-1254: cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5
windows-1254: windows-1254 x-cp1254
windows-1255: cp1255 windows-1255 x-cp1255
windows-1256: cp1256 windows-1256 x-cp1256
windows-1257: cp1257 windows-1257 x-cp1257
windows-1258: cp1258 windows-1258 x-cp1258
mac-cyrillic: x-mac-cyrillic x-mac-ukrainian
gb18030: chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk
big5hkscs: big5 big5-hkscs cn-big5 csbig5 x-x-big5
euc-jp: cseucpkdfmtjapanese euc-jp x-euc-jp
iso-2022-jp: csiso2022jp iso-2022-jp
cp932: csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis
cp949: cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949
"""

# The standard looks through the first 1024 bytes before it parses, but then obeys a meta element anywhere in the head.
_HEAD_BYTES = 2**14
_META = re.compile(rb"<!--.*?(?:-->|\Z)|<meta[\s/]([^>]{0,500})", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = re.compile(rb"""([a-z-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"'>]{1,40})""")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';]+)", re.IGNORECASE)


@cache
def _codecs() -> dict[str, str]:
    rows = (row.split(":", 1) for row in _LABELS.strip().split("\n"))
    return {label: codec for codec, labels in rows for label in labels.split()}


def labelled(data: bytes, kind: Kind | None, declared: str | None) -> list[str]:
    """The codecs that the HTTP header and the head of the page name."""
    labels = []
    if declared:
        header = _CHARSET.search(declared)
        labels.append(header[1] if header else declared)
    if kind != "text":
        labels.append(_prescan(data[:_HEAD_BYTES]))
    known = _codecs()
    return [known[name] for label in labels if (name := label.strip().lower()) in known]


def _prescan(head: bytes) -> str:
    """The encoding that a page's head declares, or an empty string: meta charset, http-equiv, XML declaration."""
    for meta in _META.finditer(head):
        found = {m[1].lower(): (m[2] or m[3] or m[4] or b"") for m in _ATTRIBUTE.finditer(meta[1] or b"")}
        label = found.get(b"charset", b"").decode("ascii", "ignore")
        if not label and found.get(b"http-equiv", b"").strip().lower() == b"content-type":
            content = _CHARSET.search(found.get(b"content", b"").decode("ascii", "ignore"))
            label = content[1] if content else ""
        if label:
            return label
    declaration = _XML_ENCODING.match(head)
    return declaration[1].decode("ascii", "ignore") if declaration else ""
