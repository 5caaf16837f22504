from __future__ import annotations

NEAR = {
    "markdown_picture": (
        "{en}\nThe bridge ![from the west](/west.jpg) was closed on Monday, the town said.\n{de}",
        "{en}\n[The harbour](/harbour)\n{de}",
        "{en}\n!\n[]\n()\n{de}",
        "{en}\n[laughter]\n[music]\n[]\n{de}",
        "{en}\n[](){{}}();\n{de}",
        "<p>{en}<p>![A bridge](/bridge.jpg)",
    ),
    "linked_run": (
        "{en}\n[Tides](/tides)\n[Boats](/boats)\n{de}",
        "{en}\n- [Tides](/tides), a book on the sea\n- [Boats](/boats), a film\n- [Owls](/owls), a play\n{de}",
        "{en}\n[Tides](/tides)\n[Boats](/boats)\nThe ferry runs again.\n[Owls](/owls)\n{de}",
        "{en}\n[Tides]\n[Boats]\n[Owls]\n{de}",
        "{en}\n[Tides](/tides)\n\n\n[Boats](/boats)\n\n\n[Owls](/owls)\n{de}",
    ),
    "linked_block": (
        "{en}\n[Tides](/tides)\n\n[Boats](/boats)\n{de}",
        "{en}\n[unclear\n\nThe ferry runs again, said the mayor.\n\nNobody] knows",
        "{en}\nThe town said that [the bridge over the\nHarlow](/bridge) was closed.",
        "{en}\n[\n" + "\nThe ferry runs again, said the mayor.\n" * 14 + "\n](/ferry)",
    ),
    "link_target": (
        "{en}\n[1]: In the year of the flood.\n[Finch]: e.g. the ferry\n{de}",
        "{en}\n\nSources:\n1. https://example.org/a\n2. https://example.org/b\n3. https://example.org/c",
        "{en} [1]\n{de} [2]\n\n[1] https://example.org/a\n[2] https://example.org/b\n[3] https://example.org/c",
        "[1]Tides [2]Boats\n{en}\n1. https://example.org/a\n2. https://example.org/b",
        "<p>{en}<p>[1]: https://example.org/a",
    ),
    "fenced_code": (
        "{en}\n```\nHome\nNews\n{de}",
        "{en}\n~~~\nHome\nNews\n~~~\n{de}",
        "```\nHome\nNews\n\n{en}\n{de}\n```",
        "{en}\n``` is how code begins ```\nHome\n```\n{de}",
        "{en}\nType ```ferry``` to begin.\nType ```tides``` to end.\n{de}",
        "<p>{en}<p>```<p>Home<p>```<p>{de}",
    ),
}

FIRES = {
    "markdown_picture": (
        "{en}\n@ ![The bridge from the west](https://example.org/west.jpg)\n{de}",
        '{en}\n@ [![](/w.jpg "The bridge")](/west)\n{de}',
        "{en}\n@ * [ ](https://example.org/share?u=1)\n{de}",
        "@ []\n{en}\n@ [] []\n@ [The bridge from the west]\n[sic] is what he wrote.\n{de}",
    ),
    "linked_run": (
        "@ * [Tides](/tides)\n@ * [Boats](/boats)\n@ * [Owls](/owls)\n{en}",
        "{en}\n@ [Ferry runs again](/1)\n@ ![](/2.jpg) [Owls return](/2)\n@ [Milk is dear](https://example.org/3)\n{de}",
        "@ [News](/news) | [Sport](/sport)\n@ [Tides](/tides)\n@ [Boats](/boats) · [Owls](/owls)\n\n{en}",
    ),
    "linked_block": (
        "{en}\n\n@ [![](/owl.jpg)\n\n@ Owls return to the valley\n\n@ Yesterday](/owls)\n\n{de}",
        "{en}\n\n@ [\n\n@ ### Ferry runs again\n\n@ Twelve cars an hour, and no more.\n\n@ ](https://example.org/ferry)\n\n{de}",
        "@ [Boats\n\n@ A film by Ada Finch](/boats)\n\n@ [Tides\n\n@ A book](/tides)\n\n{en}",
    ),
    "link_target": (
        "{en}\nThe [bridge][b] is shut.\n@ [b]: https://example.org/bridge 'The bridge'\n{de}",
        "* [1]Tides\n* [2]Boats\n* [3]Owls\n\n{en}\n\n@ References\n  1. file:///t\n  2. file:///b\n  3. https://example.org/o",
        "Tides⟨1⟩ Boats⟨2⟩\n\n{en}\n\nOwls⟨3⟩ return\n\n@ ⟨1⟩ /t: Tides\n⟨2⟩ /b: Boats\n⟨3⟩ https://example.org/o",
    ),
    "fenced_code": (
        "{en}\n@ ```html\n@ <nav>\n@ Home\n@ News\n@ </nav>\n@ ```\n{de}",
        '@ ```ini\n@ [menu]\n@ sign_in = "/login"\n\n@ subscribe = false\n@ ```\n\n{en}\n{de}',
        "{en}\n@ ````\n@ ```\n@ Subscribe to our newsletter\n@ ```\n@ ````\n{de}\n@ ```\n@ Share\n@ ```",
    ),
}
