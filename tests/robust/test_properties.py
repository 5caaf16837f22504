"""What holds for every page, asked of generated and mutated ones. `make fuzz` asks for longer, guided by coverage."""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pages
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from properties import PROPERTIES, holds, settled

from cleaner import clean, sidecar
from cleaner.config import Config

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
EXAMPLES = int(os.environ.get("CLEANER_EXAMPLES", "40"))  # `make fuzz` asks for more
few = settings(
    max_examples=EXAMPLES,
    phases=[Phase.explicit, Phase.generate],  # a failing page is short enough to read, and shrinking takes minutes
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=EXAMPLES <= 40,
)
CONFIGS = (
    Config(),
    Config(threshold=-3, keep=("title", "caption"), second_opinion=False, invisible="keep"),
    Config(threshold=3, format="markdown", ignore=("navigation",)),
)


@few
@given(pages.mutated(pages.texts()), st.sampled_from(CONFIGS))
def test_text(data, config):
    holds(data.decode("utf-8", "surrogateescape"), "text", config)


@few
@given(pages.mutated(pages.html()), st.sampled_from(CONFIGS[:2]))
def test_html(data, config):
    holds(data.decode("utf-8", "surrogateescape"), "html", config)


@few
@given(st.one_of(st.binary(max_size=300), pages.mutated(pages.texts()), pages.mutated(pages.html())))
def test_any_bytes(data):
    """All properties of the same bytes, since it takes longer to think of a page than to ask."""
    for name, check in PROPERTIES.items():
        if name not in ("text_is_cleaned", "html_is_cleaned"):
            check(data)


@few
@given(pages.texts(accidents=False), st.sampled_from(["\r\n", "\r"]), st.sampled_from(["", " ", "\t", " \u3000"]))
def test_how_lines_end_does_not_matter(text, end, blanks):
    assert kept(text.replace("\n", blanks + end)) == kept(text)


@few
@given(pages.texts(accidents=False), st.sampled_from(["NFC", "NFD"]))
def test_how_letters_are_composed_does_not_matter(text, form):
    assert kept(unicodedata.normalize(form, text)) == kept(text)


@few
@given(pages.texts(accidents=False))
def test_a_byte_order_mark_does_not_matter(text):
    assert kept("\ufeff" + text) == kept(text)
    assert clean(text.encode("utf-8-sig"), kind="text").text == clean(text.encode(), kind="text").text


def kept(text: str) -> list[tuple[int, bool]]:
    return [(line.number, line.kept) for line in clean(text, kind="text").lines]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_cleaning_the_body_of_a_seed_again_changes_nothing(path):
    settled(clean(path.read_bytes()))


@few
@given(st.one_of(pages.texts(), pages.mutated(pages.texts())))
def test_cleaning_the_body_of_a_text_again_changes_nothing(data):
    settled(clean(data, kind="text"))


@few
@given(st.one_of(pages.html(), pages.mutated(pages.html())))
def test_cleaning_the_body_of_a_page_again_changes_nothing(data):
    settled(clean(data, kind="html"))


@few
@given(st.sampled_from(["latin", "cyrillic", "devanagari"]), st.data())
def test_prose_is_left_alone(script, data):
    paragraphs = data.draw(st.lists(st.sampled_from(pages.SENTENCES[script]), min_size=1, max_size=4, unique=True))
    text = "\n\n".join(unicodedata.normalize("NFC", paragraph) for paragraph in paragraphs)
    assert clean(text, kind="text").text == text


ELSEWHERE = """
import sys
from pathlib import Path
from cleaner import clean, sidecar
for path in sys.argv[1:]:
    made = clean(Path(path).read_bytes())
    sys.stdout.buffer.write(made.to_bytes() + sidecar.dumps(made.to_dict()))
"""


@pytest.mark.parametrize(("seed", "locale"), [("0", "C"), ("4242", "tr_TR.UTF-8")])
def test_hash_seed_locale_and_directory_do_not_change_a_byte(tmp_path, seed, locale):
    here = b""
    for path in SEEDS:
        made = clean(path.read_bytes())
        here += made.to_bytes() + sidecar.dumps(made.to_dict())
    environment = dict(os.environ, PYTHONHASHSEED=seed, LC_ALL=locale, LANG=locale, TZ="Asia/Tokyo")
    command = [sys.executable, "-c", ELSEWHERE, *map(str, SEEDS)]
    there = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True).stdout
    assert there == here
