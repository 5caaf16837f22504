from __future__ import annotations

_ONE = "The ferryman sings on the river at night, and nobody on the western bank has ever slept through it."
_TWO = "He has kept the boat for forty years, in which he fell into the water only once, on a Sunday in May."

NEAR = {
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
    "repeated_passage": (
        f"{_ONE}\n{_TWO}\n{{en}}\n@ {_ONE}\n@ {_TWO}",
        f"{{en}}\n{_ONE}\n@ {_ONE}\n{{de}}",
        f"{{en}}\n{_ONE}\n{_TWO}\nShare\n@ {_ONE}\n@ {_TWO}\n{{fr}}",
        # what stands in the article stays
        f"@ {_ONE}\n@ {_TWO}\nHome\nWorld\nSport\nCulture\nOpinion\nShops\nBoats\nTides\nOwls\nFish\nBread\nWine\nBooks"
        f"\nMaps\nFerries\nBridges\nMills\nRoads\nTrains\nBuses\nHarbours\n{_ONE}\n{_TWO}\n{{en}}",
    ),
}
