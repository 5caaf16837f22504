from __future__ import annotations

NEAR = {
    "date_line": (
        """
        {en}
        3 May 1904
        The first bridge fell on a day without wind, and the council of that time blamed the cattle that stood on it.
        {de}
        {fr}
        {es}
        """,
        "May it hold\n{en}",
        "June 2021 was dry on the river\n{en}",
        # brief articles: dates inside and after their sentences, and no sentences at all
        "One\nTwo\nThree\nThe bridge was closed on Monday.\n3 May 1904\nThe ferry ran.",
        "Minutes\nPresent: Finch\nAbsent: Gale\nThe minutes were read and signed.\nNext meeting\n4 April 2024",
        "Owls\nTides\nBoats\nWind\n4 June 2021",
        "Date of next meeting\n4 April 2024\nSigned: E. Marrow, chair",
    ),
    "clock_beside_date": (
        "17:50\nBridge closed\n{en}",
        "4 June 2021\nBridge closed\n17:50\n{en}",
        "4 June 2021\n17:50 from the eastern bank\n{en}",
    ),
    "date_cue": (
        "Published in 2019, the report was never read.\n{en}",
        "{en}\n{de}\n{fr}\nUpdated 4 June 2021\n{es}\n{en}\n{de}",
        "Updated drawings of the bridge\n{en}",
        "Published 3 books about the river\n{en}",
        "{de}\nEnde der Sitzung: 21:15 Uhr",
        "Posted on the boatmen's forum of the Harlow on 4 June 2021:\n{en}",
    ),
    "dated_credits": (
        "4 June 2021\n{en}",
        "Bridge of 4 June 2021 closed\n{en}",
        "{en}\nTides | 4 June 2021 | Boats",
        "The bridge was closed on Monday.\nTides | 4 June 2021 | Boats",
    ),
    "byline_cue": (
        "{en}\nBy Monday the water had fallen, and by Tuesday the farmers drove their tractors through the river bed.",
        "By no means closed\n{en}",
        "{de}\nVon der Brücke aus sieht man weit",
    ),
    "byline": (
        "{en}\nBy Monday evening",
        "Von der Brücke\n{de}",
        "By Orla Finch\n1\n2\n3\n4\n5\n6\n7\n8\n9\n{en}",
        "The bridge was closed on Monday.\nBy Orla Finch",
        "By Orla Finch",
        "By the river\nThe bridge was closed on Monday.",
        "记者 调查显示桥梁不安全\n{zh}",
    ),
    "name_beside_date": (
        "4 June 2021\nOther countries\n{en}",
        "4 June 2021\nHARLOW NEWS\n{en}",
        "4 June 2021\nBridge\n{en}",
        "The bridge was closed on Monday.\n4 June 2021\nOrla Finch",
        "Yours faithfully,\nOrla Finch\n4 June 2021",
    ),
    "source_brackets": (
        "{en}\n(laughs)",
        "{en}\n(continued on the next page of this paper)",
        """
        {en}
        (Ferry)
        The boat has carried nobody since noon, because the wind came up and the ferryman would not leave his kitchen.
        """,
    ),
    "source_below": (
        "Source: Harlow Gazette\n{en}",
        """
        {en}
        Source: Harlow Gazette
        {de}
        """,
        "{en}\nSources of the river: a spring, a ditch and a well",
        "{en}\n© 2021 Harlow Gazette",
        "{en}\nQuelle: Die Zahlen stammen aus dem Buch der Schleuse.",
    ),
    "domain_line": (
        """
        {en}
        harlow-ferry.org
        The company that keeps this page has no telephone, and letters to it come back with a cow stamped on them.
        """,
        "{en}\nbridge.jpg",
        "{en}\nmilk.and tractors",
    ),
}

FIRES = {
    "date_line": (
        "Bridge closed\n@ 10 Jul 2021, 13:06 GMT+10\n{en}",
        "@ • 11 Haziran, 2021\n{tr}",
        "橋が通行止めに\n@ 2021年7月10日 13時06分\n{ja}",
        "Home\nWorld\nOld bridge closed\nOrla Finch\n@ 4 June 2021\nThe bridge was closed on Monday.",
        "首页\n体育\n老桥关闭\n记者 王小明\n@ 2024年6月4日\n市议会周一关闭了老桥，司机须改乘渡船。",
    ),
    "clock_beside_date": (
        "• 4 June 2021\n@ • 17:50\nBridge closed\n{en}",
        "@ 17.50 Uhr\n04.06.2021\n{de}",
        "4 июня 2021 года\n@ 17:50\n{ru}",
    ),
    "date_cue": (
        "Bridge closed\n@ Updated 4 June 2021, 17:50\n{en}",
        "Bridge closed\n@ Posted 4 June 2021:\n{en}",
        "@ 3 min read\n{en}",
        "@ Veröffentlicht am 04.06.2021\n{de}",
        "@ Lesezeit: 3 Minuten\n{de}",
        "@ Aktualizováno 9:12\n{de}",
        "@ Temps de lecture : 3 min\n{fr}",
        "@ 阅读时间：3分钟\n{zh}",
    ),
    "dated_credits": (
        "@ 4 June 2021 | Ada Thornbury | Harlow\n{en}",
        "@ Harle · 04.06.2021 · Verkehr\n{de}",
        "@ Мосты / 4 июня 2021 / Харла\n{ru}",
    ),
    "byline_cue": (
        "Bridge closed\n@ Written by Orla Finch\n{en}",
        "@ Text: Hanne Diercks\n{de}",
        "{en}\n@ Reporting by Orla Finch",
    ),
    "byline": (
        "@ By Orla Finch and J. P. Doe\n{en}",
        "Brücke gesperrt\n@ Von Hanne Diercks\n{de}",
        "{fr}\n@ Par Hélène d’Harcourt Martin",
        "Home\nOld bridge closed\n@ By Orla Finch\nThe bridge was closed on Monday.",
        "老桥关闭\n@ 记者 王小明\n市议会周一关闭了老桥，司机须改乘渡船。",
    ),
    "name_beside_date": (
        "4 June 2021\n@ Orla Finch\n{en}",
        "@ Hanne von Diercks\n04.06.2021\n{de}",
        "4 июня 2021\n@ Нина Оршанская\n{ru}",
        "Köprü kapalı\n@ Selin Akça\n4 Haziran 2024\nEski köprü pazartesi günü kapatıldı.",
    ),
    "source_brackets": (
        "@ Harlow-Gazette.com\n4 June 2021\n{en}\n@ (Harlow-Gazette.com)",
        "{de}\n@ (Harlebote)",
        "@ Речной вестник\n{ru}\n@ (Речной вестник)",
    ),
    "source_below": (
        "{en}\n@ Source: Harlow Gazette",
        "{de}\n@ Quelle: Harlebote / ej",
        "{ru}\n@ © Речной вестник",
    ),
    "domain_line": ("@ harlow-gazette.com\n{en}", "{de}\n@ www.harlebote.de", "@ river-news.co.uk\n{ru}"),
}
