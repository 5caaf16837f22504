"""What each measure says, in words: the tables are to be read."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TESTED = re.compile(r"([^ &>]+)>")

_MEANINGS = {
    # the line's own shape
    "words": "length: log2 of one plus the words (half by spaces, half by letters)",
    "word_length": "letters a word, against the page's running text",
    "capitalised": "share of words that begin with a capital",
    "upper_case": "share of capitals among the letters",
    "brief_words": "share of words of at most three letters, against the page's running text",
    "digits": "share of digits among the characters",
    "stops": "sentence ends in the line",
    "stop_rate": "sentence ends a word",
    "comma_rate": "commas a word, against the page's running text",
    "quotes": "quotation marks, up to 4",
    "brackets": "brackets, up to 4",
    "separators": "bars, bullets, arrows and slashes, up to 4",
    "dashes": "dashes, up to 3",
    "begins_with": "class of the first character (characters.py numbers them: 0 lower case, 1 upper case, …)",
    "ends_with": "class of the last character, closing quotes aside (7 is a sentence end)",
    "ellipsis": "1 if it ends in an ellipsis",
    "question": "1 if it ends in a question mark",
    "colon": "1 if it ends in a colon",
    "copies": "how often the line stands on the page, up to 5",
    "gap_before": "blank lines above, against the page's running text",
    "gap_after": "blank lines below, against the page's running text",
    # what stands around it, and where it stands
    "unevenness": "how much the lengths of the lines around differ",
    "short_around": "share of short lines among the 5 on both sides",
    "stops_around": "share of lines that end as sentences do among the 5 on both sides",
    "short_run": "length of the run of short lines it stands in, as ln(1 + n)",
    "lines_since_prose": "lines since running text, as ln(1 + n)",
    "lines_to_prose": "lines to the next running text, as ln(1 + n)",
    "place": "share of the page's lines above it",
    "lines_from_top": "lines above, as ln(1 + n)",
    "lines_from_end": "lines below, as ln(1 + n)",
    "prose_passed": "words of running text above, as ln(1 + n)",
    "prose_left": "words of running text below, as ln(1 + n)",
    "share_passed": "share of the page's running text above",
    "share_left": "share of the page's running text below",
    "cohesion_prose": "share of its words that the running text has",
    "page_prose": "words of running text on the page, as ln(1 + n)",
    "page_prose_share": "share of the page's words that is running text",
    "page_lines": "lines on the page, as ln(1 + n)",
    "page_cased": "share of the page's letters that are of a script with capitals",
    "page_unspaced": "share of the page's letters that are of a script without spaces between words",
    "cues_share_20": "share of lines with phrases of residue among the 20 on both sides",
    "votes_kept": "log-odds that rules add to keeping it",
    "votes_dropped": "log-odds that rules add to dropping it",
    "votes_both": "log-odds that rules add to keeping lines, on the poorer of the sides of 3 lines",
    # once more, with first scores
    "score": "log-odds of the line's own verdict",
    "score_on_page": "the own verdict against the page's best lines",
    "from_core_begin": "lines after the first of the article's core (negative: before), as ln(1 + n)",
    "from_core_end": "lines after the last of the article's core (negative: before), as ln(1 + n)",
    "from_main_begin": "lines after the first of the article's main run (negative: before), as ln(1 + n)",
    "from_headline": "lines after the likeliest headline (negative: before), as ln(1 + n)",
    "mass_passed": "words of what looks like the article above, by their scores, as ln(1 + n)",
    "mass_both": "words of what looks like the article on the poorer side, by their scores, as ln(1 + n)",
    "mass_share_passed": "share of what looks like the article above",
    "mass_share_left": "share of what looks like the article below",
    "cohesion": "share of its words that the article's core has, against what is usual there",
    "cohesion_lead": "share of its words that the first third of the core has",
    "cohesion_foreign": "share of its words that stand on lines that are most likely no article",
    "lines_since_kept": "lines since one that looks like the article, as ln(1 + n)",
    "lines_to_kept": "lines to the next that looks like the article, as ln(1 + n)",
    "kept_run": "length of the run of lines it stands in that look like the article, as ln(1 + n)",
    "run_words": "words of that run, as ln(1 + n)",
    "run_mass": "words of the run bridged over short interruptions, by their scores, as ln(1 + n)",
    "run_share": "that, as a share of the page's largest",
    "words_against_main": "length against the usual one of the article's main run",
    "echo": "words that one other line shares with it, the one that has most of them",
    "to_named": "lines to the next title, byline, date or the like, as ln(1 + n)",
    "against_between": "what rules speak against between the line and the article's main run, as ln(1 + log-odds)",
    "chain_to_main": "the fewest words that reach over a gap on the way to the main run, against the usual (3 within)",
    "words_outside_6": "share of the words said again in the 6 lines on both sides that the article's main run has not",
    # what elements and containers say
    "depth": "elements around the line",
    "tag": "the line's element, from 0 (button) over 4 (division) to 8 (paragraph)",
    "link_density": "share of its characters that are links",
    "heading": "level of the heading that it is, 0 for none",
    "listed": "1 if it is an item of a list",
    "hidden": "1 if the page hides it",
    "declared_body": "1 if the page's declared text has it, 0 if not, 0.5 where none is declared",
    "declared_share": "share of the running text that the declared text covers, 0.5 where none is declared",
    "declared_title": "1 if the declared title has it",
    "declared_description": "1 if the declared description has it",
    "tokens_odd": "classes and ids that less than half of the article has, as ln(1 + n)",
    "tokens_missing": "share of the article's usual classes and ids that it lacks",
    "outer_links": "share of links in the container around the line's own",
    "box_score": "mean score of the box beside the article's container that it stands in",
    "box_lines": "lines of that box, as ln(1 + n)",
    "kind_score": "mean score of the lines with the same path, classes and ids",
    "section_links": "share of links from the heading above to the next",
    "section_lines": "lines from the heading above to the next, as ln(1 + n)",
}

_SIDES = {"above": "above", "below": "below", "around": "on both sides", "both": "on the poorer side"}
_COMPANIES = {
    "path": "under the same path",
    "tokens": "with the same classes and ids",
    "group": "in the same container",
}
_IN_A_WINDOW = {
    "prose": "words of running text in the {n} {side}, as ln(1 + n)",
    "words": "mean length of the {n} {side}",
    "votes": "log-odds that rules add to keeping the {n} {side}",
    "cues": "phrases of residue in the {n} {side}",
    "score": "mean score of the {n} {side}",
    "cohesion": "share of the words that the core has in the {n} {side}, against what is usual",
}
_OF_A_COMPANY = {
    "prose": "share of the page's running text {where}",
    "lines": "lines {where}, as ln(1 + n)",
    "links": "share of links in the lines {where}",
    "mass": "share of what looks like the article {where}",
    "density": "mean score of the words {where}",
}
_OF_A_FAMILY = {
    "cue": "phrases of the family {0}: 1 in the line, 2 the whole line",
    "hint": "classes and ids of the family {0}, up to 3",
    "beyond": "classes and ids of the family {0}, beyond those of the article",
    "inside": "1 inside an element of the kind {0}",
}
_PATTERNS = (
    (re.compile(r"since_(\w+)_head"), "lines since a whole line of the family {0}, as ln(1 + n)"),
    (re.compile(r"words_(above|below)_1"), "length of the line {0}"),
    (re.compile(r"words_(above|below)_2"), "length of the second line {0}"),
    (re.compile(r"stopped_(above|below)_1"), "1 if the line {0} ends as a sentence does"),
    (re.compile(r"stopped_(above|below)_2"), "1 if the second line {0} ends as a sentence does"),
    (re.compile(r"levels_outside_(\d+%)"), "containers between it and the one that holds {0} of the article"),
)


def meaning(name: str) -> str:
    """What a measure says, in words.

    Raises:
        LookupError: nobody wrote it down.

    >>> meaning("prose_above_4"), meaning("lines_of_path")
    ('words of running text in the 4 lines above, as ln(1 + n)', 'lines under the same path, as ln(1 + n)')
    """
    if name in _MEANINGS:
        return _MEANINGS[name]
    for pattern, text in _PATTERNS:
        if found := pattern.fullmatch(name):
            return text.format(*found.groups())
    stem, _, last = name.rpartition("_")
    what, _, where = stem.rpartition("_")
    if last.isdigit() and where in _SIDES and what in _IN_A_WINDOW:
        return _IN_A_WINDOW[what].format(n="line" if last == "1" else f"{last} lines", side=_SIDES[where])
    if last in _COMPANIES and where == "of":
        return _OF_A_COMPANY[what].format(where=_COMPANIES[last])
    kind, _, family = name.partition("_")
    if kind in _OF_A_FAMILY:
        return _OF_A_FAMILY[kind].format(family)
    raise LookupError(f"Say in {__name__} what the measure {name} means.")


def of_forest(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """What the measures say that the trees ask for, in alphabetical order.

    >>> of_forest([("", "+0.000"), ("stops>0.5 & listed>0.5", "+0.1 +0.2 +0.3 +0.4")])
    ['listed: 1 if it is an item of a list', 'stops: sentence ends in the line']
    """
    return [f"{name}: {meaning(name)}" for name in sorted({n for tests, *_ in rows for n in _TESTED.findall(tests)})]
