"""Rules of one's own: what they find and leave, what is refused and where, that they vote, that they end."""

import json

import pytest

import cleaner
from articles import CLEAN, DIRTY, MENU, PARAGRAPHS, SHARE
from cleaner import plain
from cleaner.cli import main
from cleaner.config import Config, configfile, userrules
from cleaner.config.userrules import SlowRuleError, UserRule, votes
from cleaner.features import Page
from cleaner.guard.fixing import fix
from cleaner.guard.residue import find
from cleaner.model import ConfigError

RULE = {"id": "hotline", "label": "promo"}
TABLE = "[[rules]]\nid = 'hotline'\nlabel = 'promo'\n"
LINE = "Ticket hotline 0800 1234, every day from nine to five in the old bridge house."


@pytest.mark.parametrize(
    ("what", "line", "found"),
    [
        ({"phrases": ["hotline"]}, "Hotlines were busy.", None),
        ({"phrases": ["ticket hotline"]}, "The ticket-hotline was busy.", None),
        ({"phrases": ["^hotline"]}, "The hotline was busy.", None),
        ({"phrases": ["hotline$"]}, "The hotline was busy.", None),
        ({"phrases": ["^hotline$"]}, "The hotline", None),
        ({"patterns": ["hotline"]}, "Hotline", None),
        ({"patterns": [r"^\d+$"]}, "12 a", None),
        ({"phrases": ["a.b"]}, "axb", None),
        ({"phrases": ["ticket hotline"]}, "Our TICKET  hotline!", "TICKET  hotline"),
        ({"phrases": ["^hotline$"]}, "• Hotline:", "• Hotline:"),
        ({"phrases": ["hot", "hotline", "hotline open"]}, "hotline open", "hotline open"),
        ({"phrases": ["straße"]}, "An der STRASSE", None),
        ({"phrases": ["購読"]}, "今すぐ購読する", "購読"),
        ({"phrases": ["горячая линия"]}, "Наша Горячая линия", "Горячая линия"),
        ({"patterns": [r"(?i)hotline \d{2}"]}, "HOTLINE 0800", "HOTLINE 08"),
        ({"phrases": ["nothing"], "patterns": ["line"]}, "hotline", "line"),
    ],
)
def test_what_a_rule_finds(what, line, found):
    (rule,) = userrules.read([{**RULE, **what}])
    assert rule.search(line) == found


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ({"label": "promo", "phrases": ["a"]}, "The rule number 2 has no 'id'"),
        ({**RULE}, "The rule 'hotline' finds nothing; give it 'phrases' or 'patterns'"),
        ({**RULE, "phrases": []}, "finds nothing"),
        ({**RULE, "phrases": "a"}, "must be a list of texts"),
        ({**RULE, "phrases": [""]}, "must be a list of texts that are not empty"),
        ({**RULE, "phrases": ["^$"]}, "has the phrase '^$', which has no words"),
        ({**RULE, "phrase": ["a"]}, "has a key 'phrase' that is not known; did you mean 'phrases'?"),
        ({**RULE, "label": "promos", "phrases": ["a"]}, "has 'promos' as 'label'; did you mean 'promo'?"),
        ({**RULE, "strength": "hard", "phrases": ["a"]}, "has 'hard' as 'strength'; use one of certain, clear"),
        ({**RULE, "strength": 4, "phrases": ["a"]}, "has 4 as 'strength', which must be a text"),
        ({**RULE, "place": "top", "phrases": ["a"]}, "has 'top' as 'place'; use one of head, tail"),
        ({**RULE, "id": "Hot line", "phrases": ["a"]}, "has an 'id' that cannot be"),
        ({**RULE, "id": "promo", "phrases": ["a"]}, "and no label"),
        ({**RULE, "patterns": ["(a"]}, "has the pattern '(a', which is no regular expression: missing )"),
        ({**RULE, "patterns": ["a*"]}, "matches the empty line and so every line"),
        ({**RULE, "id": "first", "phrases": ["a"]}, "There are two rules 'first'; rename one"),
        ("hotline", "The rule number 2 must be a table"),
    ],
)
def test_a_bad_rule_is_refused_with_the_reason(rule, message):
    first = {"id": "first", "label": "promo", "phrases": ["a"]}
    with pytest.raises(ConfigError) as caught:
        Config(rules=[first, rule])
    assert message in str(caught.value)
    assert caught.value.number == 1


@pytest.mark.parametrize(
    ("file", "head", "row", "line"),
    [
        ("cleaner.toml", "[[rules]]", "patterns = [\n'a',\n'(b\\d']", 12),
        ("cleaner.toml", "[[rules]]", 'patterns = ["(b\\\\d"]', 10),
        ("cleaner.toml", "[[ rules ]]", "strength = 'hard'\nphrases = ['a']", 10),
        ("cleaner.toml", "[[rules]]", "", 7),
        ("pyproject.toml", "[[tool.cleaner.rules]]", "patterns = ['(b']", 10),
    ],
)
def test_a_bad_rule_is_refused_with_its_line(tmp_path, file, head, row, line):
    start = "[tool.cleaner]" if file == "pyproject.toml" else "# rules"
    first = f"{start}\n\n{head}\nid = 'first'\nlabel = 'promo'\nphrases = ['(b']\n"
    (tmp_path / file).write_text(f"{first}{head}\nid = 'second'\nlabel = 'promo'\n{row}\n")
    with pytest.raises(ConfigError) as caught:
        configfile.load(tmp_path / file)
    assert str(caught.value).startswith(f"{tmp_path / file}:{line}: The rule 'second' ")


def test_a_rule_must_have_a_name_of_its_own(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(CLEAN)
    (tmp_path / "cleaner.toml").write_text("[[rules]]\nid = 'menu_row'\nlabel = 'promo'\nphrases = ['a']\n")
    assert main(["check", "a.txt"]) == 2
    assert "'menu_row' is one of cleaner's own" in capsys.readouterr().err


def test_a_rule_is_evidence_for_every_command():
    text = f"{CLEAN}\n{LINE}\n"
    own = Config(rules=[{**RULE, "phrases": ["ticket hotline"], "strength": "certain"}])
    assert find(text, Config()) == ()
    (one,) = find(text, own)
    assert (one.line, one.label, one.rule, one.clear) == (11, "promo", "hotline", True)
    assert one.evidence == '"Ticket hotline" stands in it'
    assert fix(text.encode(), own).after.decode() == CLEAN
    assert LINE not in cleaner.clean(text, config=own).text
    assert LINE in cleaner.clean(text, config=Config(rules=own.rules, ignore=("hotline",))).text


def test_a_rule_may_protect_a_line():
    own = Config(rules=[{**RULE, "label": "body", "phrases": [SHARE], "strength": "certain"}])
    assert SHARE in fix(DIRTY.encode(), own).after.decode()
    assert MENU not in fix(DIRTY.encode(), own).after.decode()


@pytest.mark.parametrize(("place", "lines"), [(None, range(60)), ("head", range(12)), ("tail", range(48, 60))])
def test_place(place, lines):
    rule = UserRule(id="here", label="promo", phrases=("bridge",), place=place)
    page = Page(plain.read("\n\n".join(f"Bridge number {n} was closed on Monday." for n in range(60))))
    assert [vote.line for vote in votes(page, (rule,), ())] == list(lines)


def test_files(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cleaner.toml").write_text(
        f"{TABLE}phrases = ['ticket hotline']\nstrength = 'certain'\nfiles = ['city/**']\n"
    )
    for name in ("city/a.txt", "land/a.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(f"{CLEAN}\n{LINE}\n")
    assert main(["check", "."]) == 1
    assert [row.split(":")[0] for row in capsys.readouterr().out.splitlines()] == ["city/a.txt"]


def test_a_rule_for_certain_files_is_silent_where_the_file_is_not_known():
    own = Config(rules=[{**RULE, "phrases": ["ticket hotline"], "strength": "certain", "files": ["city/**"]}])
    text = f"{CLEAN}\n{LINE}\n"
    assert find(text, own) == find(text, own.for_file("land/a.txt")) == ()
    assert [one.rule for one in find(text, own.for_file("city/a.txt"))] == ["hotline"]


def test_a_slow_pattern_ends_and_is_named(monkeypatch):
    monkeypatch.setattr(userrules, "SECONDS", 0.02)
    (rule,) = userrules.read([{**RULE, "patterns": ["(a|aa)+$"]}])
    assert rule.search("aaaa") == "aaaa"
    with pytest.raises(SlowRuleError, match=r"'hotline' took more than 0\.02 s on a line of 61 characters; make"):
        rule.search("a" * 60 + "!")


def test_a_slow_pattern_fails_its_document_and_no_other(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cleaner.toml").write_text("[[rules]]\nid = 'slow'\nlabel = 'promo'\npatterns = ['(a|aa)+$']\n")
    (tmp_path / "a.txt").write_text("a" * 80 + "!\n")
    (tmp_path / "b.txt").write_text(DIRTY)
    assert main(["check", "--format", "json", "."]) == 3
    report = json.loads(capsys.readouterr().out)
    assert [failure["path"] for failure in report["failures"]] == ["a.txt"]
    assert {one["path"] for one in report["findings"]} == {"b.txt"}


@pytest.mark.parametrize(
    ("examples", "code", "said"),
    [
        ("finds = ['Hotline 1']\nleaves = ['Hotlines']", 0, "1 rule tried on 2 examples: all is as it should be."),
        ("finds = ['Hotlines']\nleaves = ['Call us']", 1, "hotline finds nothing in 'Hotlines', which stands"),
        ("finds = ['Hotline']\nleaves = ['A hotline']", 1, "hotline finds 'hotline' in 'A hotline', which"),
        ("finds = ['Hotline']", 1, "hotline has no examples under 'leaves'; write a line that it must leave."),
    ],
)
def test_rules_are_tried_on_their_examples(tmp_path, monkeypatch, capsys, examples, code, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cleaner.toml").write_text(f"{TABLE}phrases = ['hotline']\n{examples}\n")
    assert main(["rules", "--test"]) == code
    assert capsys.readouterr().out.startswith(said)


def test_rules_are_tried_where_the_measures_are_ignored(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cleaner.toml").write_text(f"ignore = ['shape']\n{TABLE}phrases = ['hotline']\nfinds = ['hotline']\n")
    (tmp_path / "a.txt").write_text(DIRTY)
    assert main(["rules", "--test"]) == main(["check", "a.txt"]) == 1


def test_without_rules_there_is_nothing_to_try(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "--test"]) == 2
    assert "no rules of your own" in capsys.readouterr().err


def test_paragraphs_are_left():
    assert not [line for line in PARAGRAPHS if UserRule(id="a", label="promo", phrases=("hotline",)).search(line)]
