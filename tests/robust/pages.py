"""Pages that could be: articles with what stands around them, in several scripts, as text and as HTML."""

from html import escape

from hypothesis import strategies as st

SENTENCES = {
    "latin": (
        "The council voted on Monday to close the old bridge, which engineers had called unsafe in a report.",
        "Drivers will have to take the ferry, which runs every twenty minutes from six until midnight.",
        '"We had no choice," the harbour master said, and he asked for patience.',
        "Der Hafen bleibt bis Montag geschlossen, sagte der Bürgermeister; für Fähren gilt das nicht.",
    ),
    "cyrillic": (
        "Городской совет в понедельник решил закрыть старый мост, который инженеры назвали опасным.",
        "Водителям придётся пользоваться паромом, который ходит каждые двадцать минут до полуночи.",
    ),
    "han": (
        "市议会周一投票决定关闭旧桥，工程师在上周的报告中称其不安全。",
        "台風のため、港は月曜日から閉鎖されると港長が語った。",
    ),
    "arabic": ("صوت المجلس يوم الاثنين على إغلاق الجسر القديم الذي وصفه المهندسون بأنه غير آمن.",),
    "devanagari": ("नगर परिषद ने सोमवार को पुराने पुल को बंद करने का निर्णय लिया, जिसे इंजीनियरों ने असुरक्षित बताया था।",),
    "thai": ("สภาเมืองลงมติเมื่อวันจันทร์ให้ปิดสะพานเก่าซึ่งวิศวกรระบุว่าไม่ปลอดภัย",),
}
AROUND = (
    "Home | World | Sport | Culture", "Read also: The ferry that nobody wanted", "Subscribe to our newsletter",
    "© 2031 The Example Courier. All rights reserved.", "By Jane Example", "4 May 2031, 10:00", "17:52", "Latest news",
    "Share on Facebook", "Photo: Jane Example", "Новости", "Читайте также", "関連記事", "اقرأ أيضا", "• Ferry",
    "- tea", "1. Bridge", "North | 40.8", "Follow us", "…", "The bridge", "Donate", "Comments (12)",
)  # fmt: skip
ACCIDENTS = (
    "\u200b", "\u202eevil\u202c", "\x00", "\ufeff", "cafe\u0301", "CafÃ©", "&amp;nbsp;", "\udce9", "\x85", "\u2028",
    "<p>", "</div>", "<!--", "a" * 300, "\t", "\u00ad", "\ufffd", "]]>", "﷽", "👩‍🚀", "\x1b[31m",
)  # fmt: skip
MARKED = (  # what converters write into a text
    "[News](/news) [Sport](/sport)", "[![A ferry](/f.jpg)](/ferry)", "[1]: https://example.org/f",
    "See [the ferry][1].", "[[Category:Ferries]]", "`ferry </f>`__", "::: {.menu}", '<div class="menu">',
    r"It is shut.\n\nIt \"runs\".", "> She said so.",
)  # fmt: skip
SHOWN = ("{#a .b}", "<br/>", r"\n", r"\u00e9", "⟨1⟩", "[12]", "|", "\x0c", "> ")  # by pages about such marks, too
MARKS = ("[", "](/ferry)", "`", "```", *SHOWN)
ENDS = ("\n", "\r\n", "\r")

prose = (
    st.sampled_from(sorted(SENTENCES))
    .flatmap(lambda script: st.lists(st.sampled_from(SENTENCES[script]), min_size=1, max_size=3))
    .map(" ".join)
)
lines = st.one_of(prose, st.sampled_from(AROUND))


@st.composite
def texts(draw: st.DrawFn, accidents: bool = True) -> str:
    """The text of a page: runs of lines with gaps, indentation and, if wanted, accidents."""
    made = []
    for _ in range(draw(st.integers(0, 14))):
        line = draw(st.one_of(lines, st.sampled_from(MARKED)) if accidents else lines)
        if accidents and draw(st.integers(0, 5)) == 0:
            at = draw(st.integers(0, len(line)))
            line = line[:at] + draw(st.sampled_from((*ACCIDENTS, *MARKS))) + line[at:]
        made.append(draw(st.sampled_from(("", "", "    ", "\t"))) + line + "\n" * draw(st.integers(1, 3)))
    return "".join(made)


@st.composite
def shown(draw: st.DrawFn) -> str:
    """Lines with marks that a text would be read by, as code and what is about them show them."""
    mark = draw(st.sampled_from(SHOWN))
    between = draw(st.sampled_from((mark, f" {mark} ", f"{mark}\n", f"\n{mark}")))
    return between.join(draw(st.lists(lines, min_size=1, max_size=6, unique=True))) + draw(st.sampled_from(("", mark)))


@st.composite
def html(draw: st.DrawFn, depth: int = 0) -> str:
    """A page of HTML: containers, blocks and inline elements, some of them left open."""
    if depth == 0:
        return "<!doctype html><html><head><title>The bridge</title></head><body>" + draw(html(1)) + "</body></html>"
    made = []
    for _ in range(draw(st.integers(0, 6))):
        tag = draw(
            st.sampled_from(
                ("p", "p", "p", "div", "li", "h2", "article", "nav", "aside", "td", "pre", "figure", "a", "b")
            )
        )
        words = escape(draw(st.one_of(lines, shown()))) if draw(st.booleans()) else draw(st.sampled_from(ACCIDENTS))
        inner = draw(html(depth + 1)) if depth < 4 and draw(st.booleans()) else words
        name = draw(st.sampled_from(("", "", ' class="related-posts"', " hidden", " itemprop=articleBody", " class='")))
        close = f"</{tag}>" if draw(st.integers(0, 4)) else ""
        made.append(f"<{tag}{name}>{inner}{close}")
    return "".join(made)


@st.composite
def mutated(draw: st.DrawFn, made: st.SearchStrategy[str]) -> bytes:
    """A page's bytes with some of them changed, doubled, or gone."""
    data = bytearray(draw(made).encode("utf-8", "surrogatepass"))
    for _ in range(draw(st.integers(0, 6))):
        if not data:
            break
        at = draw(st.integers(0, len(data) - 1))
        to = min(len(data), at + draw(st.integers(1, 40)))
        match draw(st.integers(0, 3)):
            case 0:
                data[at] = draw(st.integers(0, 255))
            case 1:
                del data[at:to]
            case 2:
                data[at:at] = data[at:to]
            case _:
                data[at:to] = bytes(reversed(data[at:to]))
    return bytes(data)
