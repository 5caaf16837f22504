from __future__ import annotations

NEAR = {
    "translated_title": (
        "Bridge over the Harlow closed\n{en}\nРусский",
        "{en}\nDie Brücke über die Harle ist gesperrt\n{de}",
        "{ja}\n港町の朝市に若者の列\n新しい蒸気船が初航海へ",
        "{ja}\n潮風FC：GK小川、DF西田、MF大西、FW新井\n山城SC：GK佐野、DF黒木、MF石橋、FW谷口",
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
