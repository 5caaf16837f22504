r"""Characters that nobody sees: those that no text needs, and how they come back into a body on request.

They are taken out of every line before it is read (`repair.repair`), so that no rule and no reader is misled by them:
`sub<U+200B>scribe` is the word that it looks like. `Config.invisible` may put them back into the body, and the sidecar
always restores them.

What goes, and why no text needs it:

- control characters other than white space, and byte order marks within a text: left by broken tools;
- soft hyphens and zero-width spaces: places where a line may break, which a body has no more;
- U+2060 to U+206F: the word joiner, which forbids a break; signs between factors, for formulas; bidi isolates and
  deprecated formats. U+202A to U+202E: bidi embeddings and overrides, which make a text read other than it is;
- tag characters (U+E0000 to U+E007F), in which whole sentences can be written that a model reads and a person does not,
  but for the flag of a region: a black flag, three to seven letters or digits, and the end (UTS #51, ED-14a).

What stays, because a writing needs it: ZWJ and ZWNJ (Persian, Hindi, emoji), the direction marks LRM, RLM and ALM,
variation selectors (emoji, Han), the fillers and vowel separators of Hangul, Khmer and Mongolian.
"""

from __future__ import annotations

import re

SIGNS = "\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\ufeff\u202a-\u202e\u2060-\u206f"
"""Those of the Basic Multilingual Plane that go, as a character class; U+0085 is among them (see `decode.LINE_END`)."""

_SIGN = re.compile(f"[{SIGNS}]")
_TAG = re.compile("(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,7}\U000e007f)|[\U000e0000-\U000e007f]")
_UNSEEN = re.compile(f"[{SIGNS}\U000e0000-\U000e007f]")


def without(text: str) -> str:
    r"""Give a text without the characters that nobody sees and no text needs.

    >>> without("sub\u200bscribe\U000e0041\U000e0042"), without("می\u200cخواهم")
    ('subscribe', 'می\u200cخواهم')
    >>> wales = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    >>> without(wales) == wales
    True
    """
    if text.isascii():
        return text if text.isprintable() else _SIGN.sub("", text)
    return _TAG.sub(lambda tag: tag[1] or "", _SIGN.sub("", text))


def put_back(text: str, raw: str) -> str:
    r"""Give a text with the unseen characters that `raw` has and it has not; white space may differ between the two.

    Where they differ in more than that, because a letter was composed across such a character, the text stays as it is.

    >>> put_back("The ferry runs.", "The  fer\u200bry\n runs\x00.")
    'The fer\u200bry runs\x00.'
    >>> put_back("café", "cafe\u200b\u0301")
    'café'
    """
    if not _UNSEEN.search(raw):
        return text
    made: list[str] = []
    at = 0
    for character in raw:
        while at < len(text) and text[at].isspace() and text[at] != character:
            made.append(text[at])
            at += 1
        if at < len(text) and text[at] == character:
            made.append(character)
            at += 1
        elif _UNSEEN.match(character):
            made.append(character)
        elif not character.isspace():
            return text
    return "".join(made) + text[at:]
