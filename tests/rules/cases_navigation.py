from __future__ import annotations

SINGER = "The singer has cancelled all of her concerts in the north, her manager said on Tuesday."

NEAR = {
    "menu_word": (
        """
        {en}
        Culture
        The museum on the western bank stays open, its director said, and is free for those who wait for the ferry.
        """,
        """
        Health
        {en}
        """,
        """
        {de}
        Politik
        Der Rat will am Donnerstag entscheiden, ob nachts Traktoren fahren dürfen, und lädt dazu die Bauern ein.
        """,
        """
        def warn(wind):
        search()
        close()
        back()
        {en}
        """,
        """
        Services
        - Ferry at night
        - Cars and tractors
        {en}
        """,
        """
        {en}
        What to bring
        Coat
        Entertainment
        Bread
        Candles
        {en}
        """,
    ),
    "menu_row": (
        "Sport and culture feel the loss\n{en}",
        "{en}\nWorld leaders discuss health, culture and sport at the meeting on the island.",
        "{en}\nBusiness as usual for the ferry and the market",
    ),
    "section_row": (
        "Harlow Bridge Closed After Cracks\n{en}",
        "{en}\nCouncil Ferry Tractor Milk Harlow Bridge Cracks",
        "The Council Of The Town And Its Ferry\n{en}",
    ),
    "repeated_menu": (
        "Bridge over the Harlow closed\nBridge over the Harlow closed\n{en}",
        "{en}\nWeather Maps Tides\nWeather Maps Tides",
        "{en}\nthe river takes,\nthe river takes,\nthe river gives.\n{de}",
    ),
    "separated_menu": (
        "{en}\nServes 4 | 20 min | easy\nBoil the milk in a pan, stir it with a wooden spoon, and let it cool.",
        "https://example.org/a/b/c/d\n{en}",
        "{en}\nThe ferry / the bridge",
        "Orla Finch | River reporter | 4 June 2021\n{en}",
        "{en}\nBoat | Oars | Seats\nFerry | None | Forty\nRaft | One | Three\nKayak | One | One",
        "{en}\nBoat | Oars | Seats\nFerry | None | Forty+\nRaft | One, or two | Three+",  # other marks in its cells
        "{en}\nMode [wind | tide | stream] Show the ferry",
    ),
    "breadcrumb": (
        "{en}\nClick on Home » Settings » Sound, and the noise of the ferry disappears, the manual says.",
        "Harlow » closed\n{en}",
        "{en}\nHome » World » Europe",
    ),
    "nav_element": (
        "nav\nHome\nWorld\n{en}",
        "<div class=nav>Home <a href=/w>World</a></div>\n<p>The bridge is closed, the mayor said.</p>",
        "<nav>\n<p>The bridge over the Harlow is closed, and nobody knows when it will be open again.</p></nav>",
    ),
    "lone_separator": ("{en}\n* * *\n{de}", "{en}\n—\n{de}", "{en}\n42\n{de}", "{en}\n▼\n{de}\n↓\n{de}"),
    "paging": ("{en}\n1 2", "{en}\n3 2 1 go", "{en}\n1 2 3 testing, said the ferryman and blew into the microphone"),
    "menu_run": (
        "Home\nWorld\n{en}",
        """
        Two roads
        and a river
        a bridge
        of stone
        and no
        ferry
        """,
        "{en}\nRed\nBlue\nGreen\nYellow\nWhite\nBlack",
        "Home\nWorld\nRed\n# Old bridge closed\nBlue\nGreen\n{en}",
        "{en}\nYours faithfully,\nOrla Finch\nThe Old Ferry House\nHarlow\nWestshire\nHome",
    ),
    "page_top": (
        "Bridge\n{en}",
        "4 June 2021\nThe mayor of Harlow and the ferry\n12:30\n4\n5\n6\n{en}\nHarbour",
        "Bridge over the Harlow\nCouncil\nRepairs\n4\n5\n6\n{en}",
        # its author, its headline of three words, what heads a paragraph, what stands below one
        "Bridge over the Harlow closed\nOrla Finch\n3\n4\n5\n6\n{en}",
        f"Thoughts on Rivers\nOrla Finch\n{SINGER}\n4\n5\n6\n{{en}}",
        f"Summary\n{SINGER}\n3\n4\n5\n6\n{{en}}",
        f"{SINGER}\nTides\n3\n4\n5\n6\n{{en}}",
    ),
}

FIRES = {
    "menu_word": (
        """
        @ Home
        Valley tides
        @ Contact us
        @ About us
        Boats
        {en}
        """,
        """
        {de}
        Wetterkarten
        @ Impressum
        @ Kontakt
        Boote
        """,
        """
        Marées
        @ Accueil
        @ Politique
        @ Culture
        Bateaux
        {fr}
        """,
    ),
    "menu_row": (
        "@ News World Politics Business Sport Culture\n{en}",
        "{en}\n@ Home News Sport Harbour Weather",
        "@ Politik Wirtschaft Kultur Sport Wissen\n{de}",
    ),
    "section_row": (
        "@ date 2023-04-11 World Tides Society Harbours Science Boats\n{en}",
        "@ Tides Harbours Boats Society Lighthouses Wind\n{en}",
        "@ 12 мая 2023 Мир Общество Наука Гавань Лодки\n{ru}",
    ),
    "repeated_menu": (
        """
        @ Orla Finch Road to the Cup Lake Parade
        @ Orla Finch Road to the Cup Lake Parade
        Bridge over the Harlow closed
        {en}
        """,
        """
        @ Гавань и лодки сегодня
        @ Гавань и лодки сегодня
        Мост через Харлу закрыт до весны
        {ru}
        """,
        """
        @ 天気図と港の案内
        @ 天気図と港の案内
        橋が通行止めに
        {ja}
        """,
    ),
    "separated_menu": (
        "@ Tides | Boats | Harbours | Wind\n{en}",
        "{de}\n@ Gezeiten • Boote • Häfen • Wind • Karten",
        "@ البحر | القوارب | الموانئ | الرياح\n{ar}",
    ),
    "breadcrumb": (
        "@ Home » World » Europe\n{en}",
        "@ News > Harbours > Ferries\nBridge closed\n{en}",
        "@ Startseite › Politik › Verkehr\n{de}",
    ),
    "nav_element": (
        "<main>\n@ <nav><a href=/>Home</a> <a href=/w>World</a></nav>\n<p>The bridge is closed, the mayor said.</p>",
        "<header>\n@ <nav aria-label=Menu><ul><li>Boote</ul></nav>\n<p>Die Brücke ist gesperrt.</p></header>",
        "<body>\n<p>Мост закрыт, сказала мэр.</p>\n@ <nav><div><a href=/>Домой</a></div></nav>",
    ),
    "lone_separator": ("@ /\n{en}", "Tides\n@ |\nBoats\n{de}", "{ru}\n@ »"),
    "paging": ("{en}\n@ 1 2 3 4 5 … 12 Next", "@ 1 2 3 4\n{de}", "{ru}\n@ 1 2 3"),
    "menu_run": (
        "@ Home\n@ Tides\n@ Boats\n@ Wind\n@ Rain\n@ World\n{en}",
        "{de}\n@ Impressum\n@ Boote\n@ Kontakt\n@ Karten\n@ Wind\n@ Regen",
        # what stands between the article and the menu: title and date, a signature, results
        "@ Home\n@ Tides\n@ World\nBridge closed\nOrla Finch\n4 June 2021\n{en}",
        "{en}\nYours faithfully,\nOrla Finch\nHarlow\n@ Home\n@ Tides\n@ World\n@ Boats",
        "{en}\nHarlow 3, Tern 1\nCorrow 0, Linnet 0\nAbsent: Gale\n@ Home\n@ Tides\n@ World\n@ Boats",
        "@ Home\n@ Tides\n@ World\nOld bridge\nOrla Finch\n4 June 2021\nIt is closed.",
        "@ Accueil\n@ Marées\n@ Bateaux\n@ Vent\n@ Pluie\n@ Politique\n{fr}",
    ),
    "page_top": (
        "@ Tides\n@ Boats\n@ Maps\n2 June 2021\nThe council and the milk of the farmers\n1\n2\n3\n{en}",
        "@ Гавань\n@ Лодки\nМэр Ада Дорнбург\n1\n2\n3\n{ru}",
        "@ 天気図\n@ 港案内\n橋の修理は春まで\n1\n2\n3\n{ja}",
    ),
}
