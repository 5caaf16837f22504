from __future__ import annotations

_ONE = "The ferryman sings on the river at night, and nobody on the western bank has ever slept through it."
_TWO = "He has kept the boat for forty years, in which he fell into the water only once, on a Sunday in May."
_THREE = "The town has paid him for it since 1987, though nobody can say who decided that or what the fare should be."

NEAR = {
    "hidden_copy": (
        # more than what is shown, less than a passage, copies that are both shown, and text
        f"<article>\n<p>{_ONE}\n<div hidden>\n<p>{_ONE}\n<p>{_TWO}\n<p>{_THREE}\n</div>",
        f"<article>\n<p>{_ONE}\n<p>{_TWO}\n<div hidden>\n<p>{_TWO}\n</div>",
        f"<article>\n<p>{_ONE}\n<p>{_TWO}\n<div>\n<p>{_ONE}\n<p>{_TWO}\n</div>",
        f"{_ONE}\n{_TWO}\n{{en}}\n{_ONE}\n{_TWO}",
    ),
    "credited_again": (
        "{en}\nThe ferry leaves at midnight\nThe ferry leaves at midnight and is back at six, they said.\n{en}",
        "{de}\nDie Fähre fährt im Sommer\nDie Fähre fährt im Sommer!\n{de}",
        "{fr}\nLe bac quitte la rive\nLe bac quitte la rive\n{fr}",
        "{en}\nBoats\nBoats (12)\n{en}",
    ),
    "running_head": (
        # headings that come back, scores, and chapters, one on each page
        "Boats\n{en}\nBoats\n{de}\nBoats\n{fr}",
        "{en}\nFinch - Weber 1/2\n{de}\nOtter - Weber 2/2\n{fr}",
        "Chapter one\n{en}\n\fChapter two\n{de}\n\fChapter three\n{fr}",
    ),
    "repeated_passage": (
        # a refrain, a sentence for effect, and short lines
        f"{_ONE}\n{_TWO}\n{{en}}\n{_ONE}\n{_TWO}\n{{de}}\n{_ONE}\n{_TWO}",
        f"{_ONE}\n{{en}}\n{_ONE}",
        f"{_ONE}\n{_TWO}\n{{en}}\n{_TWO}\n{_ONE}",
        "{en}\nRow the boat.\nRow it slowly.\nRow the boat.\nRow it slowly.",
        f"{{en}}\n- {_ONE}\n- {_TWO}\n{{de}}\n- {_ONE}\n- {_TWO}",
        "Tides and boats of the river Harlow in the month of May"
        "\nOwls and bridges of the river Harlow in the month of May"
        "\n{en}\nTides and boats of the river Harlow in the month of May"
        "\nOwls and bridges of the river Harlow in the month of May",
    ),
}

FIRES = {
    "hidden_copy": (
        # as Markdown, in a passage of one's own, and before what is shown
        f"<article>\n<p>{_ONE}\n<p>{_TWO}</article><pre hidden>\n@ ## Boats\n@ {_ONE}\n@ > {_TWO}\n</pre>",
        f"<article>\n<p>{_ONE}\n<p>{_TWO}<div style='display:none'>\n@ <p>Harlow\n@ <p>{_ONE}\n@ <p>{_TWO}\n</div>",
        f"<div hidden>\n@ <p>{_ONE}\n@ <p>{_TWO}</div><article>\n<p>{_ONE}\n<p>{_TWO}\n<p>{_THREE}",
    ),
    "credited_again": (
        "{en}\n@ The ferry leaves the western bank\n@ The ferry leaves the western bank © Ada Finch | Harlow\n{en}",
        "{de}\n@ Die Fähre verlässt das Ufer.\n@ Die Fähre verlässt das Ufer. (Foto: Ada Fink)\n{de}",
        "{fr}\n@ Le bac quitte la rive ouest\n@ Le bac quitte la rive ouest — © Ada Pinson",
        "{en}\n@ The ferry leaves the western bank.\n@ The ferry leaves the western bank. | Photo: Ada Finch\n{en}",
    ),
    "running_head": (
        "@ Old bridge\n{en}\n@ 1/3\n@ Old bridge\n{de}\n@ 2/3\n@ Old bridge\n{fr}\n@ 3/3",
        "@ Alte Brücke\n{de}\nEnde.\f\n@ Alte Brücke\n{fr}\nFin.\f\n@ Alte Brücke\n{en}",
        "{fr}\n@ https://example.org/pont 1 sur 3\n{de}\n@ https://example.org/pont 2 sur 3\n{en}"
        "\n@ https://example.org/pont 3 sur 3",
    ),
    "repeated_passage": (
        f"{_ONE}\n{_TWO}\n{{en}}\n@ {_ONE}\n@ {_TWO}",
        f"{{en}}\n{_ONE}\n@ {_ONE}\n{{de}}",
        # what is hidden goes
        f"<article><div hidden>\n@ <p>{_ONE}\n@ <p>{_TWO}</div>\n<p>{_ONE}\n<p>{_TWO}\n<p>{_THREE}</article>",
        f"{{en}}\n{_ONE}\n{_TWO}\nShare\n@ {_ONE}\n@ {_TWO}\n{{fr}}",
        # what stands in the article stays
        f"@ {_ONE}\n@ {_TWO}\nHome\nWorld\nSport\nCulture\nOpinion\nShops\nBoats\nTides\nOwls\nFish\nBread\nWine\nBooks"
        f"\nMaps\nFerries\nBridges\nMills\nRoads\nTrains\nBuses\nHarbours\n{_ONE}\n{_TWO}\n{{en}}",
    ),
}
