"""Files of records: each form read piece by piece, and what is damaged is told where it is."""

import gzip
import io
import json
import random
import tracemalloc
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from backports import zstd

from cleaner import formats
from cleaner.formats import Columns, Raw

LINES = [json.dumps({"id": i, "text": f"Line number {i} of the file."}).encode() for i in range(50)]
NOISE = random.Random(7).randbytes(400_000)


def read(data: bytes, form="jsonl", limit: int = 1000) -> list[Raw]:
    return list(formats.read(io.BufferedReader(io.BytesIO(data)), form, limit))


PACKED = [pytest.param(bytes, id="plain"), pytest.param(gzip.compress, id="gz"), pytest.param(zstd.compress, id="zst")]


@pytest.mark.parametrize("pack", PACKED)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_lines_of_json(pack, end):
    found = read(pack(b"\xef\xbb\xbf" + end.join(LINES[:3]) + end + end + LINES[3]))
    assert [(raw.number, raw.data, raw.error) for raw in found] == [
        (1, LINES[0], None),
        (2, LINES[1], None),
        (3, LINES[2], None),
        (5, LINES[3], None),
    ]
    assert len({raw.key for raw in found}) == 4


@pytest.mark.parametrize("pack", PACKED)
def test_nothing_is_no_record(pack):
    assert read(pack(b"")) == []
    assert read(pack(b"\n \n")) == []


def test_members_one_after_the_other():
    assert len(read(gzip.compress(LINES[0] + b"\n") + gzip.compress(LINES[1]))) == 2
    assert len(read(zstd.compress(LINES[0] + b"\n") + zstd.compress(LINES[1]))) == 2


@pytest.mark.parametrize("pack", PACKED)
def test_an_overlong_line_is_passed_over(pack):
    found = read(pack(LINES[0] + b"\n" + b"x" * 3_000_000 + b"\n" + LINES[1] + b"\n" + b"y" * 1001))
    assert [raw.number for raw in found] == [1, 2, 3, 4]
    assert [raw.error is None for raw in found] == [True, False, True, False]
    assert "larger than the 1,000 bytes that max_bytes allows a record" in found[1].error


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress], ids=["gz", "zst"])
def test_what_swells_costs_no_memory(pack):
    data = pack(b"0" * 64_000_000)
    assert len(data) < 100_000
    tracemalloc.start()
    try:
        (raw,) = read(data)
        assert tracemalloc.get_traced_memory()[1] < 16_000_000
    finally:
        tracemalloc.stop()
    assert "larger than" in raw.error


def cut(data: bytes) -> bytes:
    return data[:-40]


def scratch(data: bytes) -> bytes:
    return data[: len(data) // 2] + b"\x00\xff" * 20 + data[len(data) // 2 + 40 :]


@pytest.mark.parametrize(("pack", "spoil"), [(gzip.compress, cut), (gzip.compress, scratch), (zstd.compress, cut)])
def test_what_stands_before_the_damage_is_read(pack: Callable[[bytes], bytes], spoil):
    noisy = [json.dumps({"text": NOISE[i * 4000 : i * 4000 + 4000].hex()}).encode() for i in range(100)]
    *whole, last = read(spoil(pack(b"\n".join(noisy))), limit=10_000)
    assert 40 < len(whole) < 100
    assert [raw.data for raw in whole[:40]] == noisy[:40]  # gzip tells only some way behind the damage
    assert "ends in the middle or is damaged here" in last.error
    assert last.number > len(whole)


def write_table(path: Path, rows: int = 40) -> pa.Table:
    table = pa.table(
        {
            "content": [f"Row number {i} of the table." for i in range(rows)],
            "when": [datetime(2024, 1, 1, 6)] * rows,
            "tags": [["a", None]] * rows,
        }
    )
    pq.write_table(table, path, row_group_size=7)
    return table


def test_rows_of_parquet(tmp_path):
    path = tmp_path / "a.parquet"
    table = write_table(path)
    found = list(formats.read(str(path), "parquet", 1000))
    assert [raw.number for raw in found] == list(range(1, 41))
    assert [raw.data for raw in found] == table.to_pylist()
    assert [raw.position for raw in found] == sorted(raw.position for raw in found)
    record = formats.parse(found[3], Columns(text="content"))
    assert (record.data, dict(record.extra)) == (
        "Row number 3 of the table.",
        {"when": datetime(2024, 1, 1, 6), "tags": ["a", None]},
    )


def test_parquet_with_pages_as_bytes(tmp_path):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"html": [b"<p>caf\xe9", None, b"x" * 2000], "text": ["A", "B", "C"]}), path)
    one, two, three = formats.read(str(path), "parquet", 1000)
    assert formats.parse(one, Columns()).data == b"<p>caf\xe9"
    assert formats.parse(two, Columns()).data == "B"
    assert "larger than the 1,000 bytes" in three.error


@pytest.mark.parametrize("data", [b"", b"no parquet at all", b"PAR1" + bytes(100) + b"PAR1"])
def test_what_is_no_parquet(tmp_path, data):
    path = tmp_path / "a.parquet"
    path.write_bytes(data)
    (raw,) = formats.read(str(path), "parquet", 1000)
    assert "damaged here or cannot be read" in raw.error


def warc(kind: str, body: bytes, url: str, http: str = "", content_type: str = "application/http; msgtype=response"):
    block = (http.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body) if http else body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{url[-1] * 8}-0000-0000-0000-000000000000>\r\n"
        f"WARC-Date: 2024-05-06T07:08:09Z\r\nWARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


OK = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=windows-1251"
PAGE = warc("response", "<p>Вода".encode("windows-1251"), "http://e.example/a", OK)
ZIPPED = warc("response", gzip.compress(b"<p>Zipped."), "http://e.example/b", OK + "\nContent-Encoding: gzip")
TEXT = warc("conversion", b"Text of a page.", "http://e.example/c", content_type="text/plain")
PASSED_OVER = [
    warc("warcinfo", b"software: x", "http://e.example/d", content_type="application/warc-fields"),
    warc("request", b"", "http://e.example/e", "GET / HTTP/1.1\nHost: e.example"),
    warc("response", b"<p>Gone.", "http://e.example/f", "HTTP/1.1 404 Not Found\nContent-Type: text/html"),
    warc("response", b"\x89PNG", "http://e.example/g", "HTTP/1.1 200 OK\nContent-Type: image/png"),
    warc("response", b"10.0.0.1", "dns:e.example", content_type="text/dns"),
]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
def test_pages_of_a_warc(pack):
    found = read(b"".join(map(pack, [PASSED_OVER[0], PAGE, *PASSED_OVER[1:], ZIPPED, TEXT])), "warc")
    page, zipped, text = (formats.parse(raw, Columns()) for raw in found)
    assert (page.data, page.kind, page.url) == ("<p>Вода".encode("windows-1251"), "html", "http://e.example/a")
    assert (page.encoding, page.crawled, dict(page.extra)) == ("cp1251", "2024-05-06", {})
    assert page.id == "<urn:uuid:aaaaaaaa-0000-0000-0000-000000000000>"
    assert (zipped.data, text.data, text.kind) == (b"<p>Zipped.", b"Text of a page.", "text")


@pytest.mark.parametrize(
    ("data", "whole", "words"),
    [
        (PAGE + ZIPPED + TEXT[:-12], 2, "ends in the middle of this record"),
        (PAGE + ZIPPED[:-10], 1, "ends in the middle of this record"),
        (gzip.compress(PAGE) + gzip.compress(ZIPPED)[:-30], 1, "ends in the middle"),
        (b"no warc at all\n" * 10, 0, "damaged here"),
        (warc("response", gzip.compress(bytes(3_000_000)), "http://e.example/h", OK + "\nContent-Encoding: gzip"), 0,
         "larger than the 1,000 bytes"),
        (warc("response", b"no gzip", "http://e.example/i", OK + "\nContent-Encoding: gzip"), 0, "HTTP response"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_warc_is_said(data, whole, words):
    *good, bad = read(data, "warc")
    assert [raw.error for raw in good] == [None] * whole
    assert words in bad.error


class Pipe(io.BytesIO):
    """A stream that knows no places and cannot go back, as standard input may be."""

    def seekable(self):
        return False

    def seek(self, *_):
        raise io.UnsupportedOperation("seek")

    tell = seek


@pytest.mark.parametrize("pack", PACKED[:2])
def test_a_warc_from_a_pipe(pack):
    data = b"".join(map(pack, [PASSED_OVER[0], PAGE, TEXT]))
    assert list(formats.read(io.BufferedReader(Pipe(data)), "warc", 1000)) == read(data, "warc")


def test_a_large_page_in_a_warc():
    page = warc("response", b"x" * 2_000_000, "http://e.example/a", OK)
    large, text = read(page + TEXT, "warc")
    assert "larger than the 1,000 bytes" in large.error
    assert text.error is None
