"""What software says of its own accord: forms, players, themes, frames of embedded posts.

Pages have these lines in every language, and few of them in what the tables were fitted on, so the votes add to what
the tables say (see `rules.APART`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.once import compiled
from cleaner.rules.groups import quoted
from cleaner.rules.phrased import in_quotes
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page
    from cleaner.features.cues import Cue

_MOST = 0.5  # share of a line's characters
_LONGEST = 25  # words
_ASK = 16  # words
_TELLING = 20  # bytes: as many letters of Latin script, seven characters of Chinese
_SIGNED = compiled(r"^[—–-]{1,2} ?[^@]{1,80}\(@\w{1,30}(?:@[\w.-]+)?\),? [^@]{2,40}\b\d{4}\W*$")
_SHARED = compiled(r"\(@[\w.]{1,30}\)$")
_POSTED = compiled(r"^(?:https?://)?(?:pic\.(?:twitter|x)\.com|t\.co)/\w+$")
# Controls of forms and frames as terminal browsers draw them: a choice, a box, a field, a button, what has no text.
_DRAWN = compiled(
    r"""^ (?: \( [ ] \) \s? \S.*
            | (?: \( [ *] \) | \[ [ xX*] \] | \[ \s? _{3,} \s? \] | _{10,} \s (?= \[ )
                | \[ [ ] [^\[\]]{1,30} [ ] \] | \s )+
            | \( BUTTON \) (?: \s .{0,60} )?
            | I (?: FRAME | Frame ) : \s \S+
            | \[ (?: IMG | OBJ | EMBED | IFRAME | APPLET | INPUT | SUBMIT | BUTTON | gif ) \] ) $""",
    re.VERBOSE,
)

_FOOT = 3  # lines at a text's end
# What WordPress and its plug-ins set below each entry of a feed, as they are translated, around the entry's title.
_FEED = (
    ("a", "bejegyzés először"),
    ("articolul", "apare prima dată în"),
    ("artikel", "pertama kali muncul di"),
    ("artikel", "pertama kali tampil pada"),
    ("artikkeli", "ilmestyi ensimmäisen"),
    ("artikkeli", "julkaistiin ensimmäisen"),
    ("artykuł", "pochodzi z serwisu"),
    ("cet article", "est apparu en premier sur"),
    ("der beitrag", "erschien zuerst auf"),
    ("el artículo", "apareció primero en"),
    ("el artículo", "se publicó primero en"),
    ("het bericht", "verscheen eerst op"),
    ("indlægget", "blev først udgivet på"),
    ("indlægget", "vises først på"),
    ("inlägget", "dök först upp på"),
    ("inlägget", "visades först på"),
    ("innlegget", "ble først publisert på"),
    ("innlegget", "dukket først opp på"),
    ("l'articolo", "proviene da"),
    ("l'entrada", "ha aparegut primer a"),
    ("la entrada", "apareció primero en"),
    ("la entrada", "se publicó primero en"),
    ("l’article", "est apparu en premier sur"),
    ("l’articolo", "proviene da"),
    ("o artigo", "aparece primeiro em"),
    ("o conteúdo", "aparece primeiro em"),
    ("o post", "apareceu primeiro em"),
    ("objava", "je bila najprej objavljena na"),
    ("objava", "pojavila se prvi put na"),
    ("příspěvek", "pochází z"),
    ("the article", "appeared first on"),
    ("the post", "appeared first on"),
    ("članak", "se pojavljuje prvo na"),
    ("článok", "zobrazený najskôr"),
    ("το άρθρο", "εμφανίστηκε πρώτα στο"),
    ("допис", "спершу з’явився на"),
    ("запис", "вперше з’явився"),
    ("запись", "впервые появилась"),
    ("публикацията", "се появи първо на"),
    ("сообщение", "появились сначала на"),
    ("чланак", "се појавио први пут на"),
    ("הפוסט", "הופיע לראשונה ב"),
    ("ظهرت المقالة", "أولاً على"),
    ("نوشته", "اولین بار در"),
    ("投稿", "に最初に表示されました"),
)
_BEGINS = tuple(begin for begin, _ in _FEED)


def interface_text(page: Page) -> Iterator[tuple[int, str]]:
    """A line that is, or for the most part says, what software says ("Your browser does not support the video tag").

    One signal is enough: nobody writes these sentences but the makers of forms, players and themes. Why not more: a
    sentence that goes on is somebody's own, a manual quotes them, and an article about such software speaks of them
    all over.
    """
    s = shapes(page)
    if s.topic("interface"):
        return
    for i, cues in s.pleas("interface").items():
        said = sum([c.end - c.start for c in cues]) >= _MOST * len(page.texts[i])
        if any(c.whole for c in cues) or (s.sizes[i] <= _LONGEST and (said or any(map(_begins, cues)))):
            yield i, f"is what software says: {quoted(cues[0].text)}"


def _begins(cue: Cue) -> bool:
    """Whether a phrase that tells enough begins the line."""
    return cue.phrase.head and len(cue.text.encode()) >= _TELLING


def feed_entry_foot(page: Page) -> Iterator[tuple[int, str]]:
    """What is set below an entry of a feed: "The post Old bridge closed appeared first on The Courier."

    Why not more: an article may say where another one appeared first, so only the last lines are looked at, and the
    sentence must be the one that software writes, from its first word on.
    """
    for i in range(max(0, page.n - _FOOT), page.n):
        low = page.lowered[i]
        likely = low[-1] in ".。" and low.startswith(_BEGINS)
        if likely and any(low.startswith(begin) and end in low[len(begin) :] for begin, end in _FEED):
            yield i, f"is set below the entries of a feed: {quoted(page.texts[i])}"


def embedded_post(page: Page) -> Iterator[tuple[int, str]]:
    """What stands around an embedded post: who shared it, a name with its account and a date, the link of a picture.

    Why not more: what the post says is often part of the article; a quotation's source has no account, and a sentence
    about somebody who shared a post does not end in one.
    """
    if not any(map(page.holds, ("(@", "pic.", "t.co/"))):
        return
    told = shapes(page).cue_lines("interface")
    for i, text in enumerate(page.texts):
        signed = "(@" in text and (_SIGNED.match(text) or (i in told and _SHARED.search(text)))
        if signed or ("/" in text and _POSTED.match(text)):
            yield i, f"belongs to an embedded post: {quoted(text)}"


def drawn_control(page: Page) -> Iterator[tuple[int, str]]:
    """What terminal browsers draw of a form or a frame: `( ) Yes`, `[ Send ]`, `(BUTTON) Search`, `IFrame: ad-2`.

    A poll's question stands right above its first choice.

    Why not more: a box with words behind it may be an item of an article's check list, a gap of underscores is one to
    be filled in, and "(*)" is a note's sign.
    """
    if page.document.kind != "text":
        return
    frames = [i for i, low in enumerate(page.lowered) if low.startswith("iframe:")] if page.holds("iframe:") else []
    for i in sorted({*shapes(page).bracketed, *frames}):
        text = page.texts[i]
        if _DRAWN.match(text) and text != "(*)":
            yield i, f"is a control of a form or a frame: {quoted(text)}"
            if i and page.question[i - 1] and text.startswith("( )"):
                yield i - 1, f"asks for a choice from a form: {quoted(page.texts[i - 1])}"


def comment_ask(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line that asks for comments, or speaks of their form: "What do you think? Write in the comments".

    Why not more: somebody may say so in quotation marks, and an article may be about comments.
    """
    s = shapes(page)
    for i, cues in s.cue_lines("comments").items():
        if s.sizes[i] > _ASK or s.topic("comments"):
            continue
        for cue in cues:
            if not (cue.phrase.head or cue.phrase.tail or in_quotes(page.texts[i], cue.start)):
                yield i, f"is brief and says {quoted(cue.text)}: {quoted(page.texts[i])}"
                break
