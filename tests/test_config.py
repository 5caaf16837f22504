"""Settings: defaults, checks, files, digest."""

from __future__ import annotations

import dataclasses
import datetime
import inspect
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cleaner.config import Config, PerFile
from cleaner.config.configfile import find, load
from cleaner.config.names import suggest
from cleaner.config.userrules import UserRule
from cleaner.model import LABELS, CleanerError, ConfigError
from cleaner.templates import TemplateBook

FIELDS = [field.name for field in dataclasses.fields(Config)]

# One other value for each setting.
OTHERS: dict[str, Any] = {
    "threshold": 0.5,
    "ignore": ("ticker",),
    "keep": ("caption",),
    "over_removed": 0.5,
    "max_bytes": 1,
    "second_opinion": False,
    "encoding": "windows-1251",
    "language": "pt-BR",
    "line_languages": True,
    "crawled": "2025-07-10",
    "format": "markdown",
    "invisible": "keep",
    "select": ("date",),
    "exclude": ("raw/**",),
    "baseline": "looked-at.txt",
    "fix_margin": 3.0,
    "fix_limit": 0.25,
    "per_file": (PerFile("legal/**", (("ignore", ("legal",)),)),),
    "templates": TemplateBook.of([("example.org", "", 40, 0, 0, 0), ("example.org", "home", 37, 37, 0, 37)]),
    "rules": (UserRule(id="our_footer", label="promo", phrases=("our own footer",)),),
}


@pytest.mark.parametrize("name", FIELDS)
def test_every_setting_is_explained(name: str) -> None:
    assert re.search(rf"^        {name}: \S", Config.__doc__ or "", re.MULTILINE)


def test_every_setting_is_tested() -> None:
    assert sorted(OTHERS) == sorted(FIELDS)


@pytest.mark.parametrize("name", FIELDS)
def test_every_setting_changes_the_digest(name: str) -> None:
    changed = Config(**{name: OTHERS[name]})
    assert getattr(changed, name) == OTHERS[name]
    assert changed.digest != Config().digest
    assert re.fullmatch("[0-9a-f]{16}", changed.digest)


def test_equal_settings_have_equal_digests() -> None:
    one = Config(keep=("caption", "date", "caption"), threshold=1, over_removed=1)
    other = Config(over_removed=1.0, threshold=1.0, keep=("date", "caption"))
    assert one == other
    assert one.digest == other.digest
    assert hash(one) == hash(other)
    assert Config(threshold=-0.0).digest == Config().digest


def test_the_digest_is_the_same_in_another_process() -> None:
    program = "from cleaner import Config; print(Config(keep=['date', 'caption'], ignore=['b', 'a']).digest)"
    seen = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, text=True, check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    assert seen == {Config(keep=("caption", "date"), ignore=("a", "b")).digest}


def test_a_configuration_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Config().threshold = 1.0  # type: ignore[misc]


@pytest.mark.parametrize("label", LABELS)
def test_every_label_may_be_kept_and_ignored(label: str) -> None:
    Config(keep=(label,), ignore=(label,)).require_rules([])


def test_what_stays_anyway_needs_no_keeping() -> None:
    assert Config(keep=("body", "lead", "caption")) == Config(keep=("caption",))


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"threshold": "high"}, "'threshold' must be a number, not 'high'"),
        ({"threshold": True}, "'threshold' must be a number"),
        ({"threshold": float("nan")}, "'threshold' must be a number, not nan"),
        ({"threshold": float("inf")}, "'threshold' must be a number, not inf"),
        ({"over_removed": 1.01}, "'over_removed' must be a share between 0 and 1, not 1.01"),
        ({"over_removed": -0.1}, "share between 0 and 1"),
        ({"max_bytes": 0}, "at least 1, not 0"),
        ({"max_bytes": 1.5}, "whole number of bytes"),
        ({"max_bytes": True}, "whole number of bytes"),
        ({"second_opinion": "no"}, "'second_opinion' must be true or false, not 'no'"),
        ({"second_opinion": 0}, "must be true or false"),
        ({"keep": "caption"}, "'keep' must be a list of names, not 'caption'"),
        ({"keep": [1]}, "'keep' must be a list of names"),
        ({"keep": ["captoin"]}, "'captoin', which is no label; did you mean 'caption'"),
        ({"keep": ["zzz"]}, "'zzz', which is no label; use one of advert, alternate"),
        ({"ignore": ["no such rule!"]}, "'no such rule!', which cannot be a rule or a label"),
        ({"ignore": "ticker"}, "'ignore' must be a list of names"),
        ({"encoding": "utf-88"}, "'encoding' must be a character encoding such as .*, not 'utf-88'"),
        ({"encoding": "base64"}, "must be a character encoding"),
        ({"encoding": 8}, "must be a character encoding"),
        ({"encoding": "a\0b"}, "must be a character encoding"),
        ({"language": "English, I think"}, "'language' must be a language tag"),
        ({"language": 1}, "must be a language tag"),
        ({"crawled": "10.07.2025"}, "'crawled' must be a day such as '2025-07-10', not '10.07.2025'"),
        ({"crawled": "2025-02-30"}, "must be a day"),
        ({"crawled": "20250710"}, "must be a day"),
        ({"crawled": datetime.datetime(2025, 7, 10, 1)}, "must be a day"),
        ({"format": "html"}, "'format' cannot be 'html'; use one of markdown, text"),
        ({"format": "markdwon"}, "did you mean 'markdown'"),
        ({"format": ["text"]}, "'format' cannot be"),
        ({"select": ["body"]}, "'select' names 'body', which is the article itself"),
        ({"exclude": "raw"}, "'exclude' must be a list of names"),
        ({"baseline": ""}, "'baseline' must be a file name"),
        ({"fix_margin": -1}, "'fix_margin' must be at least 0, not -1"),
        ({"fix_limit": 2}, "'fix_limit' must be a share between 0 and 1"),
        ({"per_file": ["a"]}, "'per_file' must be tables by path pattern"),
        ({"per_file": {"a": {"treshold": 1}}}, "In 'per_file' 'a': There is no setting 'treshold'; did you mean"),
        ({"per_file": {"a": {"baseline": "b"}}}, "'baseline' cannot differ by file; move it out of 'per_file' 'a'"),
        ({"rules": {"id": "a"}}, "'rules' must be a list of tables; write [[rules]] above each"),
        ({"treshold": 1}, "There is no setting 'treshold'; did you mean 'threshold'"),
        ({"max-bytes": 1}, "There is no setting 'max-bytes'; did you mean 'max_bytes'"),
        ({"colour": 1}, "There is no setting 'colour'; use one of baseline, crawled, encoding"),
    ],
)
def test_a_wrong_setting_is_refused_with_a_sentence(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(message).replace(r"\.\*", ".*")) as caught:
        Config.from_mapping(settings)
    assert isinstance(caught.value, CleanerError)
    assert str(caught.value).endswith((".", "?"))


def test_type_checkers_know_every_setting() -> None:
    """They are told in an `__init__` of their own that lists may be lists; at run time there is the dataclass's."""
    (told,) = re.findall(r"def __init__\(\s+self,\s+\*,(.*?)\) -> None", inspect.getsource(Config), re.DOTALL)
    assert re.findall(r"(\w+): .* = \.\.\.,", told) == FIELDS


def test_names_that_are_rules_and_labels_are_suggested_once() -> None:
    assert suggest("x", ["tags", "byline", "byline"]) == "use one of byline, tags."
    with pytest.raises(ConfigError, match=r"'ignore' names 'nope', not a rule or label; use a label, or a rule that"):
        Config(ignore=("nope",)).require_rules(["byline"])


def test_an_error_of_a_rule_travels_between_processes() -> None:
    with pytest.raises(ConfigError) as caught:
        Config.from_mapping({"rules": [{"id": "a", "label": "promo", "phrases": ["b"]}, {"id": "a"}]})
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (type(copy), str(copy), vars(copy)) == (type(caught.value), str(caught.value), vars(caught.value))


def test_a_name_that_is_no_rule_is_refused_by_whoever_knows_the_rules() -> None:
    config = Config(ignore=("dated_line", "ticker"))
    config.require_rules(["dated_line", "clock_line"])
    with pytest.raises(ConfigError, match="'dated_line', not a rule or label; did you mean 'dates_line'"):
        config.require_rules(["dates_line"])


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


SETTINGS = """
threshold = -1
ignore = ["ticker"]
keep = ["caption"]
crawled = 2025-07-10
"""
EXPECTED = Config(threshold=-1.0, ignore=("ticker",), keep=("caption",), crawled="2025-07-10")


def test_a_cleaner_toml_holds_settings_at_the_top(tmp_path: Path) -> None:
    assert load(write(tmp_path / "cleaner.toml", SETTINGS)) == EXPECTED


def test_a_pyproject_holds_settings_in_its_table(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n[tool.other]\nthreshold = 9\n[tool.cleaner]' + SETTINGS
    assert load(write(tmp_path / "pyproject.toml", text)) == EXPECTED


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    assert load(write(tmp_path / "cleaner.toml", "\ufeff" + SETTINGS)) == EXPECTED


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("cleaner.toml", "treshold = 1", "There is no setting 'treshold'; did you mean 'threshold'?"),
        ("cleaner.toml", "[keep]\ncaption = true", "The setting 'keep' must be a list of names"),
        ("cleaner.toml", "threshold =", "is not valid TOML"),
        ("cleaner.toml", "[tool.cleaner]\nthreshold = 1", "[tool.cleaner] is for a pyproject.toml"),
        ("pyproject.toml", "[tool.cleaner]\nmax_bytes = -1", "The setting 'max_bytes' must be"),
        ("pyproject.toml", "[tool.other]\nx = 1", "has no table [tool.cleaner]"),
        ("pyproject.toml", "tool = 1", "has no table [tool.cleaner]"),
        ("pyproject.toml", "[tool]\ncleaner = 1", "has no table [tool.cleaner]"),
    ],
)
def test_an_error_names_the_file(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = write(tmp_path / name, text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cleaner.toml"
    path.write_bytes(b"keep = ['\xff']")
    with pytest.raises(ConfigError, match="is not UTF-8, as TOML must be \\(byte 10\\)"):
        load(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="could not be read"):
        load(tmp_path / "cleaner.toml")


def test_the_nearest_file_above_is_found(tmp_path: Path) -> None:
    outer = write(tmp_path / "cleaner.toml", "")
    inner = write(tmp_path / "a" / "pyproject.toml", "[tool.cleaner]\n")
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    assert find(deep) == inner
    assert find(write(deep / "page.txt", "")) == inner
    assert find(tmp_path / "a") == inner
    assert find(tmp_path) == outer


def test_a_pyproject_of_others_does_not_hide_ours(tmp_path: Path) -> None:
    outer = write(tmp_path / "cleaner.toml", "")
    write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "cleaner"\n')
    write(tmp_path / "a" / "b" / "pyproject.toml", "broken = and not about the cleaner")
    (tmp_path / "a" / "b" / "cleaner.toml").mkdir()
    assert find(tmp_path / "a" / "b") == outer


def test_a_broken_table_of_ours_is_found_so_that_it_is_reported(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", "[tool.cleaner]\nthreshold =\n")
    assert find(tmp_path) == path
    with pytest.raises(ConfigError, match="not valid TOML"):
        load(path)


def test_our_own_file_wins_in_one_directory(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.cleaner]\n")
    own = write(tmp_path / "cleaner.toml", "")
    assert find(tmp_path) == own


def test_nothing_found_is_none(tmp_path: Path) -> None:
    found = find(tmp_path)  # nothing is known of the directories above
    assert found is None or tmp_path not in found.parents
