"""Pages that a converter wrote in the markup of Org, MediaWiki or AsciiDoc: its marks are no words of the article."""

import pytest

import cleaner
from cleaner.plain import read

PARAGRAPH = "The council of Harwick voted on Monday to close the old bridge, which engineers had called unsafe."
ORG = "".join(
    f"<<part-{n}>>\n\n** Part {n}\n:PROPERTIES:\n:CUSTOM_ID: part-{n}\n:CLASS: menu-part\n:END:\n"
    f"See [[/b][bridge {n}]].\n\n"
    for n in range(10)
)
WIKI = "".join(
    f"== Part {n} ==\n\nSee [[b/|bridge {n}]] and [https://example.org/{n} the ferry].\n\n" for n in range(10)
)
ASCIIDOC = "".join(
    f"[[part-{n}]]\n== Part {n}\n\n[.lead .first]#See# link:/b[[.name]##bridge {n}##].\n\n" for n in range(10)
)


@pytest.mark.parametrize("markup", [ORG, WIKI, ASCIIDOC], ids=["Org", "MediaWiki", "AsciiDoc"])
def test_marks_are_not_seen(markup: str) -> None:
    text = f"{markup}{PARAGRAPH}\n"
    texts = read(text).texts
    assert "## Part 3" in texts
    assert any(line.startswith("See bridge 3") for line in texts)
    assert not [line for line in texts if ":" in line or "[" in line or "<<" in line or "part-" in line]
    done = cleaner.clean(text, kind="text")
    assert PARAGRAPH in done.text
    assert cleaner.restore(done.text, done.to_dict()) == text


@pytest.mark.parametrize(
    "line",
    [
        "== Ferry ==",
        "** Ferry",
        "h2. Ferry",
        "if a == b or b == c",
        "See [https://example.org the ferry] and [[f/|the bridge]].",
        "[[sic]]",
        "<<Ferry>>",
        "[.5]",
        ":PROPERTIES:",
        "The ferry [.item]#runs#, as note [1] says.",
    ],
)
def test_what_an_article_has_of_such_marks_stays(line: str) -> None:
    assert read(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}\n").texts[1] == line
