"""A page's plumbing in its text: scripts, style sheets, data, an editor's marks, filler text.

Tools that take the text of all nodes take that of scripts and styles as well. The renderings that the tables were
fitted on have none of it, so the votes add to what the tables say (see `rules.APART`). Code that an article shows looks
alike; an article that shows code speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner import frontmatter
from cleaner.characters import DIGIT
from cleaner.once import compiled
from cleaner.rules.groups import marked, quoted, runs
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page

# What scripts in pages do: find an element, load another script, count a visit; and what only scripts are written in.
_SCRIPT = compiled(
    r"""\b (?: window | document | navigator ) (?: \.\w+ )* (?: \.\w+ \s? \( | \s? = (?!=) | \[["'] )
      | \b (?: dataLayer | googletag | adsbygoogle | webpack\w* | __next_\w | _\w{2,12}q ) \b .{0,12} [=.(]
      | \b (?: gtag | fbq | ga | requirejs | define ) \( \s? ["'\[]
      | (?: \b jQuery | \$ ) \( (?: document | window | function | ["'] )
      | \b (?: addEventListener | setTimeout | JSON\.parse ) \( | \b new \s Date \( \) | \b typeof \s \w
      | [(!;] \s? function \s? \w* \s? \( [\w,$ ]* \) \s? \{
      | \} \s? \( .{0,60} \) \s? \) ;? $ | <!\[CDATA\[ | \]\]> | ["']use\ strict["']
    """,
    re.VERBOSE,
)
_STYLE = compiled(
    r"""^ @ (?: media | import | font-face | charset | (?:-webkit-)? keyframes | supports ) \b .* [{;}] $
      | (?: ^ | [{}] ) \s? [.\#@*]? [a-z] [\w.\#:\-\[\]="' >+~,*()]{0,200} \{ \s? (?: -- )? [a-z-]{3,40} \s? :
      | ! \s? important \s? [;}] | ^ [.\#] [a-zA-Z] [\w.\#:\- >+~,]{0,200} \{ $ | ^ /\*! .* \*/ $
    """,
    re.VERBOSE,
)
_DATA = compiled(
    r"""^ (?: \[ \s? )? \{ \s? "[\w@$:.-]{1,60}" \s? : .* [}\]] [,;]? $
      | (?: "[\w@-]{1,60}" : (?: "[^"]*" | [\d.]+ | \[ [^\]]* \] | true | false | null ) , ){3}""",
    re.VERBOSE,
)
_HINTS = ("{", "window.", "document.", "gtag(", "/*!")  # hardly a script or style sheet is without one of these
_ENDS = frozenset("{}()[];,:=")  # of a line of code
_COMMENTS = ("//", "/*", "*/", "<script", "</script>", "<style", "</style>")
_DENSE = 0.1  # share of signs in a line of code
# A shortcode with its values or its end, and the comments in which an editor keeps its blocks.
_MARK = compiled(
    r"""(?: \[ [a-z][a-z0-9]*(?:[_-][a-z0-9]+)* (?: \s+ [\w-]+ = (?: "[^"\]]*" | '[^'\]]*' | [\w.%-]+ ) )+ \s? /? \]
          | (?: \[ [a-z][\w-]* \] https?://[^\s\[\]]+ )? \[ / [a-z][\w-]* \]
          | <!-- (?: (?!-->) . )* (?: --> | $ ) | \{\{ [^{}]* \}\} | \{% [^{}%]* %\} ) \s*""",
    re.VERBOSE,
)
_NUMBERED = 4  # lines
_BRACKETS = frozenset("[<{")
_BEGUN = compiled(r"\[/?[a-z][\w-]*(?:\s+[\w-]+=|\]\S*$)|<!--|\{[{%]")
_ANNOUNCES = 6  # words of a line above code that ends in a colon; a label has fewer
_FILLER = ("lorem ipsum dolor", "consectetur adipis", "eiusmod tempor", "ut labore et dolore", "quis nostrud exerc")
_CODE = compiled(  # what an article on code names in every language, and words for it
    r"""\b(?: java\ ?script | typescript | js | css | s?html5? | xml | json | jquery | php | python | sql | bash
        | github | npm | node\.?js | rust | golang | kotlin | ruby | perl | wordpress | apis? | plug-?ins? | shortcodes?
        | snippets? | scripts? | stylesheets? | quellcode | quelltext | code | código | codice
        | kod\w{0,3} | koodi\w* | kód\w* | скрипт\w* | код\w{0,3} | κώδικ\w* | cod(?: ing | ers? )
        | program(?: ming | mers? | mier\w* | mation | azione | ación | ação | owani\w* ) ) \b
      | 代码 | 代碼 | 程式 | 程序 | コード | スクリプト | プログラ | 코드 | 프로그래밍
      | โค้ด | कोड | كود | برنامه‌نویسی | קוד
    """,
    re.VERBOSE,
)


def script_line(page: Page) -> Iterator[tuple[int, str]]:
    """Lines of a script or of a style sheet, and the lines of code beside them.

    Why not more: an article that shows code says so, in a word for code or for a language, or announces it in a line
    that ends in a colon; where it does, all code stays.
    """
    for i in shapes(page).once(scripts):
        yield i, f"is a page's own script or style: {quoted(page.texts[i])}"


def scripts(s: Shapes) -> list[int]:
    """The lines of scripts and style sheets that no article shows."""
    page = s.page
    hints = list(filter(page.holds, _HINTS)) if page.document.kind == "text" else []
    likely = {i for hint in hints for i, low in enumerate(page.lowered) if hint in low}
    own = {i for i in likely if _is_script(page.texts[i])}
    if not own or s.once(_speaks_of_code):
        return []
    near = [run for run in runs([i for i, text in enumerate(page.texts) if i in own or _is_code(text)]) if own & {*run}]
    if any(run[0] and page.colon[run[0] - 1] and s.sizes[run[0] - 1] >= _ANNOUNCES for run in near):
        return []
    return [i for run in near for i in run]


def data_line(page: Page) -> Iterator[tuple[int, str]]:
    """A line of data for a script: keys in quotation marks, with values.

    Why not more: as for scripts; and a quotation after a colon is no key, as no brace stands before it.
    """
    if page.document.kind != "text" or not page.holds('":'):
        return
    found = [i for i, text in enumerate(page.texts) if '":' in text and _DATA.search(text)]
    if found and not shapes(page).once(_speaks_of_code):
        for i in found:
            yield i, f"is data for a script: {quoted(page.texts[i])}"


def front_matter(page: Page) -> Iterator[tuple[int, str]]:
    """Fields above the text that say its title, author, address and the like, as files of Markdown have them.

    Why not more: they are the file's own head, in a fence, or give its title and address (see `frontmatter`). They are
    called a source, as no residue: who guards a corpus of such files wants them to stay.
    """
    for i in range(frontmatter.length(page.document)):
        yield i, f"is a field above the text: {quoted(page.texts[i])}"


def editor_mark(page: Page) -> Iterator[tuple[int, str]]:
    """A line that is nothing but marks of an editor: shortcodes with their values, comments, fields of a template.

    Why not more: a word in square brackets may be a remark ("[laughter]"), so one needs a value or to be an end.
    """
    begun = [i for i in page.beginning(_BRACKETS) if _BEGUN.match(page.texts[i])]
    marks = [i for i in begun if not _MARK.sub("", page.texts[i])]
    if marks and not shapes(page).once(_speaks_of_code):
        for i in marks:
            yield i, f"is an editor's mark: {quoted(page.texts[i])}"


def placeholder_text(page: Page) -> Iterator[tuple[int, str]]:
    """Filler that was never replaced: "Lorem ipsum dolor sit amet …".

    Why not more: who writes about it quotes it or goes on, so the line is these words alone, or has two of their
    phrases.
    """
    if not page.holds("lorem ipsum"):
        return
    for i, text in enumerate(page.lowered):
        if text.strip(" .…") == "lorem ipsum" or sum([words in text for words in _FILLER]) > 1:
            yield i, f"is filler text: {quoted(page.texts[i])}"


def line_numbers(page: Page) -> Iterator[tuple[int, str]]:
    """Four lines or more that are numbers and nothing else, from 1 upwards without a gap: those of a program's lines.

    A page shows them in a column beside the code; read one after the other, they stand above it. Why not more: a number
    above each of several texts counts them, and years in a row do not begin with 1.
    """
    if "1\n2\n3\n4" not in page.low:
        return
    run: list[int] = []
    for i in [*marked((page.letters == 0) & (page.count(DIGIT) > 0)), page.n]:
        number = page.texts[i].strip() if i < page.n else ""
        if number == str(len(run) + 1) and (not run or i == run[-1] + 1):
            run.append(i)
            continue
        if len(run) >= _NUMBERED:
            for at in run:
                yield at, f"is one of {len(run)} numbers in a row: {quoted(page.texts[at])}"
        run = [i] if number == "1" else []


def _is_script(text: str) -> bool:
    return _SCRIPT.search(text) is not None or _STYLE.search(text) is not None


def _is_code(text: str) -> bool:
    """Whether a line ends as code does and has its many signs, or is a comment in code.

    >>> _is_code("j.async=true;"), _is_code("})();"), _is_code("color: #fff;"), _is_code("// open the menu")
    (True, True, True, True)
    >>> _is_code("It is closed (again, and for good);")
    False
    """
    if text.startswith(_COMMENTS):
        return True
    signs = sum(map(text.count, "{}()[];=<>:\"'|&$_.#+"))
    return text[-1] in _ENDS and signs >= _DENSE * len(text)


def _speaks_of_code(s: Shapes) -> bool:
    """Whether there is a word for code from the page's first sentence to its last, or no sentence."""
    texts, low = s.page.texts, s.page.lowered
    first = next((i for i in s.paragraphs if not _is_own(texts[i])), s.n)
    last = next((i for i in reversed(s.paragraphs) if not _is_own(texts[i])), -1)
    return last < 0 or any(_CODE.search(low[i]) and not _is_own(texts[i]) for i in range(first, last + 1))


def _is_own(text: str) -> bool:
    return _is_code(text) or _is_script(text)
