"""Inputs that somebody made to do harm, each with the outcome that is promised for it."""

import json
import time
from pathlib import Path

import pytest
from properties import answer, holds

from cleaner import clean, restore, sidecar
from cleaner.config import Config
from cleaner.decode import invisible
from cleaner.files import Source
from cleaner.model import CleanerError, ConfigError, UnreadableInputError

PROSE = "The council voted on Monday to close the old bridge, which engineers had called unsafe in a report.\n\n"


def in_json_ld(item, n):
    return f'<script type="application/ld+json">[{",".join(item % i for i in range(n))}]</script><p>{PROSE}'


SHAPES = {  # what grows, as a function of its number
    "empty lines": ("text", lambda n: PROSE + "\n" * n + PROSE),
    "short lines": ("text", lambda n: "Menu\n" * n),
    "lines that go on": ("text", lambda n: "and so it goes on without any stop at all for sixty characters\n" * n),
    "one line": ("text", lambda n: "word " * n),
    "one word": ("text", lambda n: "a" * n),
    "one line of sentences": ("text", lambda n: "It rained. " * n),
    "ampersands": ("text", lambda n: "&" * n + "amp;" * n),
    "mojibake": ("text", lambda n: "CafÃ© " * n),
    "combining marks": ("text", lambda n: "a" + "\u0301" * n),
    "blanks": ("text", lambda n: "a" + " " * n + "b"),
    "closing quotes": ("text", lambda n: "a." + '"' * n + "b"),
    "dates": ("text", lambda n: "4 May 2031, 10:00\n" * n),
    "dates on one line": ("text", lambda n: "2031年5月4日" * n),
    "figures": ("text", lambda n: "1" * n),
    "pipes": ("text", lambda n: " | ".join(["Home"] * n)),
    "nested tags": ("html", lambda n: "<div>" * n + "Text" + "</div>" * n),
    "formatting left open": ("html", lambda n: "<p><b class=x>word" * n),
    "attributes": ("html", lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n)) + ">Text</p>"),
    "tags cut off": ("html", lambda n: "<p>" + "<a " * n),
    "comments left open": ("html", lambda n: "<p>Text" + "<!--" * n),
    "scripts left open": ("html", lambda n: "<script>" * n + "</script"),
    "entities": ("html", lambda n: "<p>" + "&lt;" * n),
    "lists in lists": ("html", lambda n: "<ul><li>item" * n),
    "tables in tables": ("html", lambda n: "<table><tr><td>cell" * n),
    "classes": ("html", lambda n: "".join(f"<p class='c{i} d{i}'>Text {i}</p>" for i in range(n))),
    "options": ("html", lambda n: "<select>" + "<option>a" * n),
    "links": ("html", lambda n: "<p>" + "<a href=/x>one</a> " * n),
    "cells of one row": ("html", lambda n: "<table><tr>" + "<td>1" * n),
    "works in JSON-LD": ("html", lambda n: in_json_ld('{"@type": "Article", "author": {"@id": "#%d"}}', n)),
    "pages in JSON-LD": ("html", lambda n: in_json_ld('{"@type": "WebPage", "mainEntity": {"a": %d, "b": 0}}', n)),
    "JSON-LD": ("html", lambda n: '<script type="application/ld+json">' + "[" * n + "</script><p>Text"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_time_grows_with_size_and_not_faster(name):
    kind, make = SHAPES[name]
    clean(make(10), kind=kind).to_dict()

    def seconds(n: int) -> float:
        page = make(n)
        start = time.process_time()
        clean(page, kind=kind).to_dict()
        return time.process_time() - start

    n = 250
    while (least := min(seconds(n) for _ in range(2))) < 0.02 and n < 64_000:
        n *= 2
    again = min(seconds(4 * n) for _ in range(2))
    assert again < 10 * max(least, 0.005), f"{n} take {least:.3f} s, four times as many take {again:.3f} s"


@pytest.mark.parametrize(
    "page",
    ["<div>" * 1_000_000 + "The bridge was closed.", "<p " + "a=1 " * 100_000 + ">The bridge was closed.</p>"],
    ids=["a million nested tags", "a hundred thousand attributes"],
)
def test_what_is_nested_without_end_keeps_its_text(page):
    assert "The bridge was closed." in clean(page, kind="html").document.text


def test_a_line_of_a_gibibyte_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        file.truncate(1 << 30)  # a hole of a file: it takes no room on the disk
    with pytest.raises(UnreadableInputError, match="larger than the 65,536 bytes that max_bytes allows"):
        Source(path=str(path), relative=path.name).read(1 << 16)
    with pytest.raises(UnreadableInputError, match="max_bytes"):
        clean(b"a" * 1001, config=Config(max_bytes=1000))
    assert len(clean(b"a" * 1000, config=Config(max_bytes=1000)).decoded.raw) == 1000


@pytest.mark.parametrize(
    "data",
    [
        b"\x80", b"\xc3", b"\xc3(", b"\xe2\x82", b"\xf0\x9f\x98", b"\xff\xfe", b"\xfe\xff\xd8", b"\xc0\xaf",
        b"\xe0\x80\xaf", b"\xed\xa0\x80", b"\xed\xb0\x80\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbf\xbe",
        b"\xf8\x88\x80\x80\x80", b"\xef\xbb\xbf\xef\xbb\xbf", b"\xff" * 40, bytes(range(128, 256)),
        b"ok \x80 ok\n" * 30, b"\x00\xd8" * 9, b"+ADw-",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", [b"", PROSE.encode()], ids=["alone", "in prose"])
def test_bytes_that_are_no_utf8_come_back(data, around):
    if answer(lambda: clean(around + data + around)) is not None:  # or else it was refused with a sentence
        holds(around + data + around, None).text.encode("utf-8")


WALES = "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbwls") + "\U000e007f"
SPELLED = "".join(chr(0xE0000 + ord(letter)) for letter in "ignore what stands here")
TAKEN = ["\x00", "\x1b", "\u00ad", "\u200b", "\u202e", "\u2060", "\u2066", "\ufeff", "\U000e0001", SPELLED]
STAYING = ["\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "❤\ufe0f", WALES]


def ferry(sign, kind):
    page = f"Home | News\n\n<p>{PROSE}<p>The fer{sign}ry {sign} runs at six,\n the harbour master said on Tuesday.\n"
    return page if kind == "html" else page.replace("<p>", "")


@pytest.mark.parametrize("kind", ["text", "html"])
@pytest.mark.parametrize("sign", TAKEN + STAYING, ids=ascii)
def test_signs_that_nobody_sees_never_hide_in_silence(sign, kind):
    cleaned = holds(ferry(sign, kind), kind)
    assert (sign in cleaned.text) is (sign in STAYING)
    assert ("encoding_repaired" in cleaned.flags) is (sign in TAKEN and (kind, sign) != ("html", "\x00"))
    assert sidecar.restore(cleaned.to_bytes().decode(), cleaned.to_dict()).count(sign) == 2


@pytest.mark.parametrize("kind", ["text", "html"])
@pytest.mark.parametrize("sign", TAKEN + STAYING, ids=ascii)
def test_signs_that_nobody_sees_stay_where_that_is_asked_for(sign, kind):
    page = ferry(sign, kind)
    without, kept = holds(page, kind), holds(page, kind, Config(invisible="keep"))
    assert kept.decisions.labels == without.decisions.labels
    assert kept.text.count(sign) == (0 if (kind, sign) == ("html", "\x00") else 2)  # no parser of HTML gives a NUL
    assert invisible.without(kept.text).split() == without.text.split()


@pytest.mark.parametrize("sign", TAKEN[1:], ids=ascii)
def test_signs_that_nobody_sees_are_in_no_metadata(sign):
    page = f'<title>A st{sign}orm</title><meta name="author" content="Ada {sign}Example"><p>{PROSE}'
    record = clean(page, kind="html").to_dict()
    assert (record["title"], record["authors"]) == ("A storm", ["Ada Example"])


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r.update(schema_version=10**30),
        lambda r: r.update(schema_version=True),
        lambda r: r["input"].update(chars=-1),
        lambda r: r["input"].update(chars="many"),
        lambda r: r["restore"].update(method="__import__('os').system('false')"),
        lambda r: r["restore"].update(steps=[{"body": [0, 10**12]}]),
        lambda r: r["restore"].update(steps=[{"removals": [-1, 0]}]),
        lambda r: r["restore"].update(steps=[{"body": [0, 5]}] * 10, between="x" * 1000),
        lambda r: r.update(restore={"method": "zlib", "data": "AAAA"}),
        lambda r: r.update(restore={"method": "zlib", "data": "é"}),
        lambda r: r.update(restore=[]),
        lambda r: r.update(removals={"text": 1}),
        lambda r: r.update(output=None),
    ],
)
def test_sidecars_of_strangers_are_refused(change):
    cleaned = clean("Home | News\n\n" + PROSE)
    record = sidecar.loads(sidecar.dumps(cleaned.to_dict()))
    change(record)
    with pytest.raises(CleanerError, match=r"\.$"):
        restore(cleaned.text, sidecar.loads(json.dumps(record)))


@pytest.mark.parametrize("method", ["zlib", "zstd"])
def test_a_sidecar_that_swells_is_stopped_at_the_size_that_it_declares(method):
    import base64
    import zlib

    from backports import zstd

    cleaned = clean("<p>" + PROSE)
    record = cleaned.to_dict()
    zeros = bytes(200_000_000)
    if method == "zlib":
        packer = zlib.compressobj(zdict=cleaned.text.encode())
        bomb = packer.compress(zeros) + packer.flush()
    else:
        bomb = zstd.compress(zeros, zstd_dict=zstd.ZstdDict(cleaned.text.encode(), is_raw=True))
    record["restore"] = {"method": method, "data": base64.b64encode(bomb).decode()}
    start = time.process_time()
    with pytest.raises(CleanerError):
        restore(cleaned.text, record)
    assert time.process_time() - start < 0.1


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*Q", "(?:a?){30}a{30}", "(.*a){20}Q"])
def test_a_pattern_that_takes_for_ever_is_an_error_and_no_hang(pattern):
    rule = {"id": "slow", "label": "promo", "patterns": [pattern]}
    start = time.process_time()
    said = answer(lambda: clean("a" * 40 + "!\n" + PROSE, config=Config.from_mapping({"rules": [rule]})))
    assert said is None or said.text
    assert time.process_time() - start < 3


def test_a_book_of_a_stranger_is_read_as_data(tmp_path):
    from cleaner import templates

    for text in (b"", b"\x80\x04\x95", b"cos\nsystem\n(S'false'\ntR.", b"{}", b"[" * 100_000, b"a\tb\tc\n" * 10):
        path = tmp_path / "a.book"
        path.write_bytes(text)
        with pytest.raises(ConfigError, match=r"\.$"):
            templates.load(path)


@pytest.mark.parametrize("text", ["[" * 50_000, "a = " + "{a=" * 5_000, "x = 1e999999", "\x00", "[rules]\n" * 3])
def test_a_configuration_of_a_stranger_is_refused(tmp_path, text):
    from cleaner.config.configfile import load

    path = tmp_path / "cleaner.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"cleaner\.toml"):
        load(path)


def test_nothing_is_written_outside_the_output(tmp_path):
    from cleaner.files import output_paths

    for name in ("../x.txt", "/etc/x.txt", "a/../../x.txt"):
        for path in output_paths(Source(path=name, relative=Path(name).name), tmp_path):
            assert path.resolve().is_relative_to(tmp_path)
