"""What is taken from the file system, where results go, and that nothing is ever half written."""

import errno
import os
import re
import stat
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest

from cleaner import files
from cleaner.files import Listing, PlanError, Source, WriteError
from cleaner.files import source as reading
from cleaner.model import UnreadableInputError

LIMIT = 1000


def find(*inputs: object, stdin: bytes | None = None) -> Listing:
    return files.find([str(name) for name in inputs], None if stdin is None else BytesIO(stdin), LIMIT)


def plant(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"text")
    return root


def relatives(listing: Listing) -> list[str]:
    return [source.relative for source in listing.sources]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["b.txt", "a.html", "c.htm"], ["a.html", "b.txt", "c.htm"], id="by name"),
        pytest.param(["a.TXT", "b.Html", "c.xhtml", "d.text", "e.md"], None, id="every extension, any case"),
        pytest.param(["b/a.txt", "a.txt", "b.txt", "b/c/d.txt"], ["a.txt", "b/a.txt", "b/c/d.txt", "b.txt"], id="deep"),
        pytest.param(["with space.txt", "-dash.txt", "Ünïcode.txt", "новости.txt", "line\nbreak.txt"], None, id="odd"),
        pytest.param(["a.txt", ".hidden.txt", ".git/b.txt"], ["a.txt"], id="hidden ones are left out"),
        pytest.param(["a.txt", "b.json", "c", "d.png"], ["a.txt"], id="other files are left out"),
    ],
)
def test_a_directory_gives_its_documents_in_order(tmp_path, names, expected):
    listing = find(plant(tmp_path, *names))
    assert relatives(listing) == (sorted(names) if expected is None else expected)
    assert listing.skipped == sum(not name.startswith(".") and name not in relatives(listing) for name in names)
    assert not listing.unreadable


def test_directories_may_be_as_deep_as_paths_are_long(tmp_path):
    below = [Path(tmp_path, "d/" * depth) for depth in range(1, 1500)]
    for directory in below:
        directory.mkdir()
    plant(below[-1], "a.txt")
    try:
        assert relatives(find(tmp_path)) == ["d/" * len(below) + "a.txt"]
    finally:  # what clears away later goes down by recursion
        (below[-1] / "a.txt").unlink()
        for directory in reversed(below):
            directory.rmdir()


def test_a_named_file_is_taken_whatever_its_name(tmp_path):
    plant(tmp_path, "deep/page.2024", ".hidden")
    assert relatives(find(tmp_path / "deep/page.2024", tmp_path / ".hidden")) == ["page.2024", ".hidden"]


def test_inputs_come_in_the_order_of_the_arguments(tmp_path):
    plant(tmp_path, "b/x.txt", "a/y.txt")
    listing = find(tmp_path / "b", "-", tmp_path / "a", stdin=b"hello")
    assert relatives(listing) == ["x.txt", "stdin", "y.txt"]
    assert listing.sources[1] == Source(path="-", relative="stdin", data=b"hello")
    assert [source.name for source in listing.sources] == ["x.txt", None, "y.txt"]


def test_links(tmp_path):
    root = plant(tmp_path / "in", "a.txt", "sub/b.txt")
    (root / "linked.txt").symlink_to(root / "a.txt")
    (root / "broken.txt").symlink_to(root / "gone")
    (root / "ring").symlink_to(root)
    os.mkfifo(root / "pipe.txt")
    assert relatives(find(root)) == ["a.txt", "broken.txt", "linked.txt", "sub/b.txt"]


def test_a_directory_that_cannot_be_listed_is_told_and_the_others_go_on(tmp_path, monkeypatch):
    root = plant(tmp_path, "a.txt", "closed/b.txt", "open/c.txt")
    scandir = os.scandir

    def refuse(path):
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    listing = find(root)
    assert relatives(listing) == ["a.txt", "open/c.txt"]
    ((name, why),) = listing.unreadable
    assert name == str(root / "closed")
    assert why == f"Could not list {name!r}: permission denied; change its permissions."


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        pytest.param(["gone.txt"], ["no file or directory", "'gone.txt'", "spelling"], id="missing"),
        pytest.param(["full", "gone", "lost"], ["'gone', 'lost'"], id="all that are missing are named"),
        pytest.param([""], ["no file or directory"], id="an empty name is not the current directory"),
        pytest.param(["full/a.txt/b.txt"], ["no file or directory"], id="below a file"),
        pytest.param(["x" * 300], ["no file or directory"], id="too long a name"),
        pytest.param(["empty"], ["'empty' holds no document", ".html", "Nothing was done"], id="empty directory"),
        pytest.param(["pictures"], ["(other files in it: 2)", "Name other files"], id="directory without documents"),
        pytest.param(["-", "-"], ["only once"], id="standard input twice"),
        pytest.param(["-"], ["not available"], id="no standard input"),
    ],
)
def test_what_cannot_be_found_is_said(tmp_path, monkeypatch, inputs, words):
    plant(tmp_path, "full/a.txt", "pictures/a.png", "pictures/b.png")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PlanError) as error:
        find(*inputs)
    assert [word for word in words if word not in str(error.value)] == []


@pytest.mark.parametrize(
    ("inputs", "out", "refused"),
    [
        pytest.param(["in"], "out", None, id="beside"),
        pytest.param(["in"], "in2", None, id="a name that only begins alike"),
        pytest.param(["in/a.txt"], "in/out", None, id="a file's directory is not the input"),
        pytest.param(["-"], ".", None, id="standard input is nowhere"),
        pytest.param(["in"], "in", "is", id="the same"),
        pytest.param(["in"], "in/deep/out", "lies inside", id="inside"),
        pytest.param(["."], "out", "lies inside", id="inside the current directory"),
        pytest.param(["in"], "x/../in/out", "lies inside", id="inside by a detour"),
        pytest.param(["in"], "link/out", "lies inside", id="inside by a link"),
        pytest.param(["in"], ".", "holds", id="around"),
        pytest.param(["in/a.txt"], "in", "holds", id="around a file"),
        pytest.param(["other", "in"], "in", "is", id="the second input"),
    ],
)
def test_output_and_input_stay_apart(tmp_path, monkeypatch, inputs, out, refused):
    plant(tmp_path, "in/a.txt", "other/b.txt")
    (tmp_path / "link").symlink_to(tmp_path / "in")
    monkeypatch.chdir(tmp_path)
    if refused is None:
        assert files.check_apart(inputs, Path(out)) is None
        return
    with pytest.raises(PlanError) as error:
        files.check_apart(inputs, Path(out))
    assert f"{str(Path(out))!r} {refused} the input {inputs[-1]!r}" in str(error.value)
    assert "choose a directory beside" in str(error.value)


def test_an_output_that_is_a_file_is_refused(tmp_path):
    plant(tmp_path, "in/a.txt", "out")
    with pytest.raises(PlanError, match="is a file; give a directory"):
        files.check_apart([str(tmp_path / "in")], tmp_path / "out")


@pytest.mark.parametrize(
    ("one", "other", "collide"),
    [
        ("a.txt", "b.txt", False),
        ("a/x.txt", "b/x.txt", False),
        ("a.txt", "a.2.txt", False),
        ("a.txt", "a.meta.json", False),
        ("a.b", "a.c", False),
        ("a.html", "ab/c.txt", False),
        ("a.txt", "a.html", True),
        ("a", "a.txt", True),
        ("a/x.txt", "a/x.HTM", True),
        ("page.txt", "Page.txt", True),
        ("straße.txt", "STRASSE.txt", True),
        (unicodedata.normalize("NFC", "é.txt"), unicodedata.normalize("NFD", "é.txt"), True),
        ("a.html", "a.txt/b.html", True),
        ("d/a.txt/b/c.html", "d/a.html", True),
        ("stdin.html", "stdin", True),
    ],
)
def test_never_two_inputs_onto_one_output(one, other, collide):
    sources = [Source(path=f"in1/{one}", relative=one), Source(path=f"in2/{other}", relative=other)]
    for pair in (sources, sources[::-1]):
        if not collide:
            assert files.check_outputs(pair, Path("out")) is None
            continue
        with pytest.raises(PlanError) as error:
            files.check_outputs(pair, Path("out"))
        assert all(repr(source.path) in str(error.value) for source in pair)
        assert "rename one of them" in str(error.value)


def test_reading(tmp_path):
    plant(tmp_path, "a.txt")
    assert Source(path=str(tmp_path / "a.txt"), relative="a.txt").read(LIMIT) == b"text"
    assert Source(path="-", relative="stdin", data=b"given").read(LIMIT) == b"given"
    with pytest.raises(UnreadableInputError, match=r"Could not read .*gone.*: no such file"):
        Source(path=str(tmp_path / "gone"), relative="gone").read(LIMIT)
    for source in find(tmp_path, "-", stdin=b"text").sources:
        assert source.read(4) == b"text"
        with pytest.raises(UnreadableInputError, match="larger than the 3 bytes that max_bytes allows"):
            source.read(3)


def test_a_name_that_is_not_utf8_is_told_in_unicode(tmp_path):
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(raw)).write_bytes(b"text")
    (source,) = find(tmp_path).sources
    assert source.name == "caf\\xe9.txt"
    assert source.read(LIMIT) == b"text"
    body, _ = files.output_paths(source, tmp_path / "out")
    assert os.fsencode(body.name) == b"caf\xe9.txt"


def test_writing_makes_directories_and_obeys_the_umask(tmp_path):
    path = tmp_path / "a" / "b" / "c.txt"
    before = os.umask(0o027)
    try:
        files.write_files({path: b"one", path.with_suffix(".json"): b"two"})
    finally:
        os.umask(before)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == {"c.txt": b"one", "c.json": b"two"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_the_sidecar_is_renamed_last(tmp_path, monkeypatch):
    renamed = []
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda self, target: renamed.append(target.name) or replace(self, target))
    files.write_files({tmp_path / "z.txt": b"body", tmp_path / "a.meta.json": b"sidecar"})
    assert renamed == ["z.txt", "a.meta.json"]


def test_a_name_as_long_as_the_file_system_allows(tmp_path):
    path = tmp_path / ("x" * 251 + ".txt")
    files.write_files({path: b"text"})
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("full_at", [1, 2])
def test_a_full_disk_leaves_what_was_there_and_nothing_else(tmp_path, monkeypatch, full_at):
    body, sidecar = tmp_path / "a.txt", tmp_path / "a.meta.json"
    files.write_files({body: b"old body", sidecar: b"old sidecar"})
    written = []
    write = os.write

    def fill(handle, data):
        written.append(bytes(data))
        if len(written) < full_at:
            return write(handle, data)
        write(handle, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", fill)
        with pytest.raises(WriteError) as error:
            files.write_files({body: b"new body", sidecar: b"new sidecar"})
    wanted = body if full_at == 1 else sidecar
    assert str(error.value) == f"Could not write {str(wanted)!r}: no space left on device; make room and run again."
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.txt": b"old body",
        "a.meta.json": b"old sidecar",
    }


@pytest.mark.parametrize(("stem", "in_the_way"), [("x" * 251, ()), ("a", ("a.meta.json/inside",))])
def test_a_sidecar_that_cannot_have_its_name_leaves_no_body_alone(tmp_path, stem, in_the_way):
    plant(tmp_path, *in_the_way)
    with pytest.raises(WriteError):
        files.write_files({tmp_path / f"{stem}.txt": b"body", tmp_path / f"{stem}.meta.json": b"sidecar"})
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / name for name in in_the_way]


def test_an_interruption_leaves_nothing_partial(tmp_path, monkeypatch):
    def interrupt(self, target):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write_files({tmp_path / "a.txt": b"text"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("there", "target", "advice"),
    [
        ("a.txt/inside", "a.txt", "move the directory"),
        ("a", "a/b.txt", "move the file that has the name of its directory"),
        ("a", "x" * 300, "shorten the name"),
    ],
)
def test_what_cannot_be_written_is_said(tmp_path, there, target, advice):
    plant(tmp_path, there)
    with pytest.raises(WriteError) as error:
        files.write_files({tmp_path / target: b"text"})
    assert repr(str(tmp_path / target)) in str(error.value)
    assert advice in str(error.value)
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_directory_gives_its_records_when_they_are_wanted(tmp_path):
    plant(tmp_path, "a.txt", "b.jsonl", "c.warc.gz", "d/failures.jsonl", "d/e.parquet", "f.jsonl.bz2", "g.json")
    listing = files.find([str(tmp_path)], None, LIMIT, records=True)
    assert [(source.relative, source.form) for source in listing.sources] == [
        ("a.txt", None),
        ("b.jsonl", "jsonl"),
        ("c.warc.gz", "warc"),
        ("d/e.parquet", "parquet"),
    ]
    assert listing.skipped == 3
    assert relatives(find(tmp_path)) == ["a.txt"]
    (named,) = files.find([str(tmp_path / "b.jsonl")], None, LIMIT, records=True).sources
    assert (named.relative, named.form) == ("b.jsonl", "jsonl")


def test_links_that_lead_to_themselves(tmp_path):
    root = plant(tmp_path / "in", "a.txt")
    (root / "self.txt").symlink_to("self.txt")
    (root / "one").symlink_to("two")
    (root / "two").symlink_to("one")
    listing = find(root)
    assert relatives(listing) == ["a.txt", "self.txt"]
    with pytest.raises(UnreadableInputError, match="Could not read"):
        listing.sources[1].read(LIMIT)


def test_a_named_device_is_read_to_the_limit():
    with pytest.raises(UnreadableInputError, match="larger than the 1,000 bytes"):
        Source("/dev/zero", "zero").read(LIMIT)


def test_a_file_that_grows_while_it_is_read(tmp_path, monkeypatch):
    plant(tmp_path, "a.txt")
    states = iter([(4, 1), (5, 2)])
    monkeypatch.setattr(reading, "version", lambda handle: next(states))
    with pytest.raises(UnreadableInputError, match="written to while it was read"):
        Source(str(tmp_path / "a.txt"), "a.txt").read(LIMIT)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("web/*.jsonl", ["a.jsonl"]),
        ("web/**/*.jsonl", ["2024/b.jsonl", "a.jsonl"]),
        ("w*/a.*", ["web/a.jsonl"]),
        ("web/[ab].jsonl", ["a.jsonl"]),
        ("web/*", ["a.jsonl"]),
    ],
)
def test_patterns_mirror_what_is_below_them(tmp_path, monkeypatch, pattern, expected):
    plant(tmp_path, "web/a.jsonl", "web/2024/b.jsonl", "other/c.jsonl")
    monkeypatch.chdir(tmp_path)
    for given in (pattern, str(tmp_path / pattern)):
        assert [(found.relative, found.form) for found in files.expand(given).sources] == [
            (name, "jsonl") for name in expected
        ]


@pytest.mark.parametrize(
    ("path", "relative"),
    [
        ("a.txt", "a.txt"),
        ("./sub/a.txt", "sub/a.txt"),
        ("sub/../a.txt", "a.txt"),
        ("{here}/sub/a.txt", "{here}/sub/a.txt"),
    ],
)
def test_a_list_mirrors_the_paths_as_written(tmp_path, monkeypatch, path, relative):
    plant(tmp_path, "a.txt", "sub/a.txt")
    monkeypatch.chdir(tmp_path)
    (found,) = files.listed([path.format(here=tmp_path), ""], "list").sources
    assert found.relative == relative.format(here=str(tmp_path).lstrip("/"))


def test_what_a_list_names_in_vain_is_told(tmp_path, monkeypatch):
    plant(tmp_path, "sub/a.txt")
    monkeypatch.chdir(tmp_path)
    listing = files.listed(["gone.txt", "sub", "sub/a.txt"], "list")
    assert relatives(listing) == ["sub/a.txt"]
    assert [name for name, _ in listing.unreadable] == ["gone.txt", "sub"]
    assert "is a directory; list its files" in listing.unreadable[1][1]
    for wrong in ([], [""], ["../a.txt"], ["sub/../../a.txt"]):
        with pytest.raises(PlanError):
            files.listed(wrong, "list")


def test_standard_input_that_cannot_be_read():
    class Broken(BytesIO):
        def read(self, size=-1):
            raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(PlanError, match="Could not read 'standard input': input/output error; look at"):
        files.find(["-"], Broken(), LIMIT)


def test_patterns_follow_no_links_in_rings_and_see_nothing_hidden(tmp_path):
    (tmp_path / "a/.hidden").mkdir(parents=True)
    for name in ("a/one.txt", "a/.two.txt", "a/.hidden/three.txt"):
        (tmp_path / name).write_text("x")
    for ring in ("a/ring", "a/other"):
        (tmp_path / ring).symlink_to(tmp_path / "a")
    for pattern, names in {
        "**/*.txt": ["a/one.txt"],
        "a/**": ["one.txt"],
        "a/**.txt": ["one.txt"],
        "*/ring/*.txt": ["a/ring/one.txt"],
        "a/**/.t*": [".two.txt"],
    }.items():
        assert [found.relative for found in files.expand(str(tmp_path / pattern)).sources] == names, pattern


def test_a_directory_that_cannot_be_made_is_an_error_of_its_own(tmp_path, monkeypatch):
    def refused(self, *_, **__):
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", refused)
    sentence = f"Could not make {str(tmp_path / 'out')!r}: permission denied; change its permissions."
    with pytest.raises(WriteError, match=re.escape(sentence)), files.lock(tmp_path / "out"):
        pass


def test_a_lock_is_free_again_however_it_ends(tmp_path):
    for _ in range(2):
        with pytest.raises(RuntimeError), files.lock(tmp_path / "out"):
            raise RuntimeError
    with files.lock(tmp_path / "out"), pytest.raises(PlanError, match="Another run"), files.lock(tmp_path / "out"):
        pass
    plant(tmp_path, "file")
    with pytest.raises(WriteError), files.lock(tmp_path / "file"):
        pass


def test_unfinished_files_stand_where_they_are_told_to(tmp_path, monkeypatch):
    places = []
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda self, to: places.append(self.parent.name) or replace(self, to))
    files.write_files({tmp_path / "deep/a.txt": b"text"}, tmp_path / "staging")
    assert set(places) == {"staging"}  # tried again when the directory was made
    assert (tmp_path / "deep/a.txt").read_bytes() == b"text"
