from __future__ import annotations

NEAR = {
    "translated_title": (
        "Bridge over the Harlow closed\n{en}\nРусский",
        "{en}\nDie Brücke über die Harle ist gesperrt\n{de}",
        """
        {en}
        Мост закрыт, сказали крестьяне с восточного берега, и никто в городе не понял, что они имеют в виду.
        {en}
        """,
    ),
}

FIRES = {
    "translated_title": (
        """
        Harlow: bridge closed until spring
        {en}
        @ Harlo: köprü ilkbahara kadar kapalı kalacağı için çiftçiler üzgün
        @ Харлоу: мост закрыт до весны
        """,
        """
        Мост через Харлу закрыли до весны
        {ru}
        @ Bridge over the Harlow closed until spring
        """,
        """
        @ The bridge over the Harlow stays closed until spring
        橋が春まで通行止めに
        {ja}
        """,
    ),
}
