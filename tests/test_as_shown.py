"""What a browser shows and the markup alone does not say: marks of quotations, breaks of lines, what is embedded."""

import time

import pytest

import cleaner
from cleaner import markup

REST = "he ferry runs every twenty minutes from six in the morning until midnight."
CLOSED = "The council voted on Monday to close the old bridge, which engineers had called unsafe in a report."


def texts(html):
    return list(markup.read(html).texts)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        # Near misses: the page writes the marks itself, or there is nothing to quote
        ("<p>He said “<q>no</q>” twice.", ["He said “no” twice."]),
        ("<p>He said <q>“no”</q> twice.", ["He said “no” twice."]),
        ("<p>He said <q> </q>nothing.", ["He said nothing."]),
        ("<p>He said <cite>no</cite>.", ["He said no."]),
        # By language: the element's, or that of the nearest around it
        ("<p>He said <q>no</q>, twice.", ["He said “no”, twice."]),
        ("<html lang=de-AT><p>Er sagte <q>nein</q>.", ["Er sagte „nein“."]),
        ("<html lang=de-CH><p>Er sagte <q>nein</q>.", ["Er sagte «nein»."]),
        ("<html lang=en><p>He said <q lang=fr>non</q>.", ["He said «non»."]),
        ("<html lang=en><div lang=pl><p>Mówi <q>nie</q>.</div>", ["Mówi „nie”."]),
        ("<html lang=ja><p>彼は<q>いいえ</q>と言った。", ["彼は「いいえ」と言った。"]),
        ("<html lang=sv><p>Han sade <q>nej</q>.", ["Han sade ”nej”."]),
        # One inside another
        ("<p>He: <q>she said <q>no</q> to us</q>.", ["He: “she said ‘no’ to us”."]),
        ("<p lang=de>Er: <q><q>Nein</q>, sagte sie</q>.", ["Er: „‚Nein‘, sagte sie“."]),
        ("<p>He: <q>she: <q>they: <q>no</q></q></q>", ["He: “she: ‘they: “no”’”"]),
        ("<p>He said <q><a href=/x>no</a></q>.", ["He said “no”."]),
    ],
)
def test_marks_of_quotations(html, lines):
    assert texts(html) == lines


def test_quotations_nest_at_no_cost():
    depth = 400
    assert texts("<p>" + "<q>a " * depth + "</q>" * depth)[0].count("a") == depth


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        # Near misses: a register, a quiz, a heading, an item, a word of one letter
        (f"<div>T</div><p>to: t{REST}</p>", ["T", f"to: t{REST}"]),
        (f"<div>A</div><p>t{REST}</p><div>B</div><p>t{REST}</p>", ["A", f"t{REST}", "B", f"t{REST}"]),
        (f"<h2>T</h2><p>{REST}", ["T", REST]),
        (f"<ul><li>T<li>{REST}</ul>", ["T", REST]),
        ("<div>T</div><p>he ferry.", ["T", "he ferry."]),
        (f"<pre>T</pre><p>{REST}", ["T", REST]),
        (f"<div>T</div><p>ⓐ{'–' * 40}", ["T", f"ⓐ{'–' * 40}"]),
        (f"<div>T</div><p>T{REST}", ["T", f"T{REST}"]),
        (f"<div>A</div><p>boat and t{REST} A boat it is.", [f"A boat and t{REST} A boat it is."]),
        # A letter in a block of its own
        (f"<div class=dropcap>T</div><p>{REST}</p>", [f"T{REST}"]),
        (f"<p class=initial>T</p><p>{REST}</p>", [f"T{REST}"]),
        (f"<div><div><span>“T</span></div></div><div><p>{REST}”</p></div>", [f"“T{REST}”"]),
        ("<div>И</div><p>стория этого моста началась двести лет назад, говорит мэр.</p>",
         ["История этого моста началась двести лет назад, говорит мэр."]),
        (f"<div>A</div><p>bout a boat: t{REST} About it.", [f"About a boat: t{REST} About it."]),
    ],
)  # fmt: skip
def test_drop_caps(html, lines):
    assert texts(html) == lines


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        # Near misses: a word of its own, a blank, one word, a small letter, a word, no letter, inside a sentence
        (f"<p><img alt=T>T{REST}", [f"T{REST}"]),
        (f"<p><img alt=T>t{REST}", [f"t{REST}"]),
        (f"<p><img alt=T> {REST}", [REST]),
        ("<p><img alt=X>share", ["share"]),
        (f"<p><img alt=t>{REST}", [REST]),
        (f"<p><img alt=TV>{REST}", [REST]),
        (f"<p><img alt=1>{REST}", [REST]),
        (f"<p>So t<img alt=T>{REST}", [f"So t {REST}"]),
        ("<p><img alt=T><br>he ferry<p><img alt=T>", ["he ferry"]),
        # A letter that is a picture, and goes on as text
        (f"<p><img alt=T>{REST}", [f"T{REST}"]),
        (f"<p> <img class=dropcap src=t.png alt='T '><b><i>he ferry</i></b>{REST[8:]}", [f"T{REST}"]),
        ("<p><img alt=И>стория этого моста началась давно.", ["История этого моста началась давно."]),
    ],
)  # fmt: skip
def test_drop_caps_that_are_pictures(html, lines):
    assert texts(html) == lines


def test_a_hidden_letter_is_no_drop_cap():
    page = markup.read(f"<div style='display:none'>T</div><p>{REST}</p>")
    assert (page.texts, page.dom.hidden) == (("T", REST), (True, False))


def test_a_drop_cap_stands_as_far_from_the_line_above_as_its_letter():
    page = markup.read(f"<p>One<br>T<div>{REST}</div>")
    assert (page.texts, page.gaps) == (("One", f"T{REST}"), (0, 0))


def test_marks_of_the_line_below_a_drop_cap_stay_in_place():
    page = markup.read(f"<div>T</div><p>he <b>ferry</b>{REST[8:]}</p>")
    assert markup.marked(page).texts == (f"The **ferry**{REST[8:]}",)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        # Near misses: other values, no style, code
        ("<div style='white-space: nowrap'>One\nTwo</div>", ["One Two"]),
        ("<div style='white-space: normal'>One\nTwo</div>", ["One Two"]),
        ("<div>One\nTwo</div>", ["One Two"]),
        ("<pre style='white-space: pre-wrap'>if x:\n    <b style='white-space: pre'>go()\n    stop()</b>\n</pre>",
         ["if x:", "    go()", "    stop()"]),
        ("<div style='white-space: pre-wrap'>One\n<pre>if x:\n    go()</pre>Two\nThree</div>",
         ["One", "if x:", "    go()", "Two", "Three"]),
        # Prose
        (f"<div style='white-space:pre-line'>{CLOSED}\n\n{CLOSED}\n</div>", [CLOSED, CLOSED]),
        (f"<div style='WHITE-SPACE: pre-wrap'>{CLOSED}\n{CLOSED}</div>", [CLOSED, CLOSED]),
        (f"<p style='color: red; white-space: break-spaces'>{CLOSED}\r\n{CLOSED}", [CLOSED, CLOSED]),
        ("<div style='white-space: pre-line'>The <b>ferry</b> runs.\n<i>It\nis late.</i></div>",
         ["The ferry runs.", "It", "is late."]),
    ],
)  # fmt: skip
def test_white_space_that_is_kept(html, lines):
    assert texts(html) == lines


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        # Near misses: what is embedded by its address, a frame's own words
        ("<p>One</p><iframe src=/x>no frames</iframe><p>Two", ["One", "Two"]),
        ("<p>One</p><iframe srcdoc></iframe><p>Two", ["One", "Two"]),
        ("<p>One</p><iframe srcdoc='<title>T</title><script>x()</script>'></iframe><p>Two", ["One", "Two"]),
        (f"<p>One</p><iframe srcdoc='<a href=/v>▶ Play</a><script>play({'0, ' * 40})</script>'></iframe>", ["One"]),
        # Documents
        (f"<p>One</p><iframe srcdoc='<p>{CLOSED}'></iframe><p>Two", ["One", CLOSED, "Two"]),
        (f"<p>One</p><iframe srcdoc='<!doctype html><title>T</title><body><p>&lt;b&gt;<x-a>{CLOSED}</x-a>'></iframe>",
         ["One", CLOSED]),
        (f"""<iframe srcdoc="<p>Two<iframe srcdoc='<p>{CLOSED}'></iframe><p>T{REST}"></iframe>""",
         ["Two", CLOSED, f"T{REST}"]),
    ],
)  # fmt: skip
def test_embedded_documents(html, lines):
    assert texts(html) == lines


def test_an_embedded_document_is_judged_by_the_names_of_its_frame():
    page = markup.read(f"<iframe class=ad-slot style='display:none' srcdoc='<p>{CLOSED}'></iframe>")
    assert page.dom.tokens == (frozenset({"ad", "slot"}),)
    assert page.dom.hidden == (True,)


def test_an_advert_in_a_frame_is_no_article():
    menu = "<nav><a href=/>Home</a> <a href=/n>News</a></nav>"
    inside = "<p>Advertisement</p><p>Boats for all the family</p><a href=/buy>Buy now</a>"
    advert = f"<iframe class=advert srcdoc='{inside}'></iframe>"
    page = f"{menu}<article><h1>Bridge closed</h1>{f'<p>{CLOSED}' * 2}{advert}<p>T{REST}</article>"
    body = cleaner.clean(page, kind="html").text
    assert body.rstrip().endswith(f"\n\nT{REST}")
    assert "Buy now" not in body


def drawn(*writings, names="", around=("", "")):
    foreign = "".join(f"<foreignObject>{writing}</foreignObject>" for writing in writings)
    return f"<p>One</p><svg {names}><g>{around[0]}{foreign}{around[1]}</g></svg><p>Two"


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        # Near misses: labels of a diagram, a drawing's own words, an element of this name outside of a drawing
        (drawn("<div>Start</div>", "<div>Ask the council</div>"), ["One", "Two"]),
        (f"<p>One</p><svg><text>{CLOSED}</text></svg><p>Two", ["One", "Two"]),
        (f"<p>One</p><foreignObject>{CLOSED}</foreignObject><p>Two", ["One", CLOSED, "Two"]),
        # Writing, in its order, and once where drawings stand in one another
        (drawn(f"<p>{CLOSED}</p>"), ["One", CLOSED, "Two"]),
        (drawn(f"<p>{CLOSED}</p>").replace("foreignObject", "foreignobject"), ["One", CLOSED, "Two"]),
        (drawn(f"<p>{CLOSED}</p>", "<p>Start</p>", f"<p>T{REST}</p>"), ["One", CLOSED, f"T{REST}", "Two"]),
        (drawn(f"<p>{CLOSED}</p>", around=("<svg>", "</svg>")), ["One", CLOSED, "Two"]),
        (drawn(f"<p>{CLOSED}</p>{drawn(f'<p>T{REST}</p>')}</p>"), ["One", CLOSED, "One", "Two", "Two"]),
    ],
)  # fmt: skip
def test_what_a_drawing_writes(html, lines):
    assert texts(html) == lines


def test_what_a_drawing_writes_is_judged_by_the_names_of_the_drawing():
    page = markup.read(drawn(f"<p>{CLOSED}</p>", names="class=ad-slot style='display:none'"))
    assert page.dom.tokens[1] == frozenset({"ad", "slot"})
    assert page.dom.hidden == (False, True, False)


def test_drawings_that_write_much_are_read_in_bounded_time():
    began = time.process_time()
    assert CLOSED in texts("<svg>" * 20_000 + f"<foreignObject>{CLOSED}</foreignObject>" * 20_000)
    assert len(texts(drawn(*[f"<p>{CLOSED}</p>"] * 2_000))) < 300
    assert time.process_time() - began < 5


def test_an_embedded_document_may_be_nested_deep():
    began = time.process_time()
    assert CLOSED in texts(f"<iframe srcdoc='{'<div>' * 100_000}{CLOSED}'></iframe>")
    assert time.process_time() - began < 5  # without bounds, some twenty seconds


def test_documents_that_embed_many():
    frame = f"<iframe srcdoc='<p>{CLOSED}'></iframe>"
    assert 100 < texts(frame * 5_000).count(CLOSED) < 1_000


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        # Near misses: nothing to put there, no slot for it, text that is only blank
        ("<template shadowrootmode=open><p>One<slot>else</slot></template>", ["Oneelse"]),
        ("<slot>Two</slot>", ["Two"]),
        ("<x-a><template shadowrootmode=open><slot>One</slot></template> </x-a>", ["One"]),
        # Slots
        ("<x-a><template shadowrootmode=open><p>One</p><slot></slot><p>Three</p></template><p>Two</x-a>",
         ["One", "Two", "Three"]),
        ("<x-a><template shadowrootmode=open><slot name=t>No</slot><slot></slot></template><p>Two<h2 slot=t>One</x-a>",
         ["One", "Two"]),
        ("<x-a><template shadowrootmode=open><slot></slot><p>Two</p></template>One</x-a>", ["One", "Two"]),
        ("<x-a><template shadowrootmode=open><slot>No</slot></template><p>One<p>Two</x-a>", ["One", "Two"]),
    ],
)  # fmt: skip
def test_slots_of_shadow_roots(html, lines):
    assert texts(html) == lines


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        # Near misses
        ("<p>A <span class=tooltips>ferry</span> runs", "A ferry runs"),
        ("<p>A <span class=tooltip>ferry</span> runs", "A ferry runs"),
        # Words for who points
        ("<p>A <span>ferry<span class=tooltip-text>a boat</span></span> runs", "A ferry runs"),
        ("<p>A <span>ferry<span class=tooltiptext>a boat</span></span> runs", "A ferry runs"),
    ],
)
def test_words_that_are_not_seen_at_once(html, shown):
    page = markup.read(html)
    assert [text for text, hidden in zip(page.texts, page.dom.hidden, strict=True) if not hidden] == [shown]
