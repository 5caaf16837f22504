from __future__ import annotations

_PAGE = """<main>
{}
<p>The old bridge was closed on Monday after engineers found cracks in two of its pillars, the town said.</p>
{}
<p>Nobody will have to swim, the mayor said, but the ferry carries only twelve cars an hour to the other bank.</p>"""

_HEADED = """<html><head><title>A winter without a bridge | The Harlow Gazette</title></head><main>
{}
<p>The old bridge was closed on Monday after engineers found cracks in two of its pillars, the mayor said.</p>
<h2>Ferry</h2>
<p>Nobody will have to swim, the mayor said, but the ferry carries only twelve cars an hour to the other bank.</p>"""

NEAR = {
    "title_twice": (
        "Orla Finch Road to the Cup\nOrla Finch Road to the Cup\n1\n{en}",
        "Bridge over the Harlow closed by engineers\n{en}",
        "{en}\nBridge over the Harlow closed by engineers\nBridge over the Harlow closed by engineers",
        # a table of contents
        """
        Engineers found cracks in the bridge
        The ferry
        Farmers on the eastern bank of the Harlow
        What the mayor told the council
        {en}
        Engineers found cracks in the bridge
        {en}
        Farmers on the eastern bank of the Harlow
        {en}
        What the mayor told the council
        {en}
        """,
    ),
    "only_h1": (
        "Storm\n{en}",
        _PAGE.format("<h2>Storm</h2>", ""),
        _PAGE.format("<h1>Storm</h1>", "<h1>Ferry</h1>"),
        _PAGE.format("", "<h1>Storm</h1>"),
    ),
    "title_above": (
        "Singer cancels all concerts in the north\n{en}",
        """
        1. Engineers found cracks in the pillars of the bridge
        2. Farmers on the eastern bank sell their milk
        3. Mayor told the council about the repairs
        {en}
        """,
        """
        4 June 2021
        The mayor has confirmed that engineers found cracks in the pillars of the old bridge over the Harlow on Monday
        {en}
        """,
        # headings of a part: set directly above it, or of a level that comes back while the title names something else
        "Engineers found cracks in the pillars of the bridge\n"
        "The old bridge was closed on Monday after engineers found cracks in two of its pillars, the mayor said.\n\n"
        "Nobody will have to swim, the mayor said, but the ferry carries only twelve cars an hour to the other bank.",
        _HEADED.format("<h2>Engineers found cracks in the pillars of the bridge</h2>"),
    ),
    "title_above_date": (
        "The bridge was closed on Monday.\nOrla Finch\n4 June 2021",
        "Home\nWorld\nSport\nThe bridge was closed on Monday.",
        "Share this article\n4 June 2021\nThe bridge was closed on Monday.",
        "Bridge over the Harlow closed\n4 June 2021\n{en}",
        "so little light,\n4 June 2021",
    ),
    "lead_above": (
        "The mayor has confirmed that engineers found cracks in the pillars of the old bridge on Monday\n{en}",
        "4 June 2021\nBridge over the Harlow closed after engineers found cracks\n{en}",
        "4 June 2021\nSnow is expected on all of the southern passes, and drivers should take chains with them\n{en}",
    ),
    "standfirst": (
        # Without a date or a name below, a teaser; below the date, a caption; below a brief line, a slogan.
        "Bridge over the Harlow closed by engineers\nNobody will have to swim, the mayor has told the council.\n{en}",
        "Bridge over the Harlow closed\n4 June 2021\nThe old bridge on Monday, before the cracks were found.\n{en}",
        "Harlow News\nThe voice of the valley and of all who live in it.\n4 June 2021\n{en}",
        "Bridge over the Harlow closed by engineers\nSubscribe to our newsletter and read on.\n4 June 2021\n{en}",
    ),
    "section_by_date": (
        "Orla Finch\n4 June 2021\n{en}",
        "Harlow\nBridge closed\n4 June 2021\n{en}\nHarlow",
        "{en}\nHarlow\n4 June 2021\nHarlow",
    ),
}

FIRES = {
    "title_twice": (
        """
        @ Bridge over the Harlow closed by engineers
        4 June 2021
        @ Bridge over the Harlow closed by engineers
        {en}
        """,
        """
        @ Старый мост через Харлу закрыли до весны
        Гавань
        @ Старый мост через Харлу закрыли до весны
        {ru}
        """,
        """
        @ ハーレ川の古い橋が通行止めに
        2021年6月4日
        @ ハーレ川の古い橋が通行止めに
        {ja}
        """,
    ),
    "only_h1": (
        _PAGE.format("@ <h1>Storm</h1>", ""),
        _PAGE.format("@ <h1>Old bridge closed</h1>\n<p>4 May 2024</p>", "<h2>Ferry</h2>"),
        _PAGE.format("<nav>Home</nav>\n@ <h1>Brücke</h1>", ""),
    ),
    "title_above": (
        "@ Bridge over the Harlow closed after engineers found cracks\n4 June 2021\n{en}",
        "@ Engineers close bridge over the Harlow\nThe mayor and the farmers of the bank\n{en}",
        "@ Alte Brücke über die Harle wegen Rissen gesperrt\nVon Hanne Diercks\n{de}",
        "@ Bridge over the Harlow closed after engineers found cracks\n4 June 2021\nShare\nPrint\nSave\n3 min read\n"
        "Farmers on the eastern bank cannot sell their milk to the dairy\n{en}",
    ),
    "title_above_date": (
        "Home\n@ Old bridge closed\n4 June 2021\nThe bridge was closed on Monday.",
        "@ Alte Brücke gesperrt\nVon Hanne Diercks\nDie Brücke ist seit Montag gesperrt.",
        "@ Köprü bahara kadar kapalı\nSelin Akça\n4 Haziran 2024\nEski köprü pazartesi günü kapatıldı.",
        "@ 老桥关闭至春天\n记者 王小明\n市议会周一关闭了老桥，司机须改乘渡船。",
    ),
    "lead_above": (
        """
        4 June 2021
        @ The mayor has confirmed that engineers found cracks in the pillars of the old bridge over the Harlow on Monday
        {en}
        """,
        """
        Engineers close bridge over the Harlow
        @ The mayor has confirmed that engineers found cracks in the pillars of the old bridge over the Harlow on Monday
        {en}
        """,
        """
        4 июня 2021
        @ Мэр сказала совету, что ремонт моста через реку Харлу продлится до весны и обойдётся в четыре миллиона крон
        {ru}
        """,
    ),
    "standfirst": (
        """
        Bridge over the Harlow closed by engineers
        @ Nobody will have to swim, the mayor has told the council. But the ferry is full until Sunday.
        4 June 2021
        {en}
        """,
        """
        Die alte Brücke bleibt bis Frühjahr zu
        @ Der Rat streitet über die Kosten, und die Fähre ist bis Sonntag ausgebucht.
        Von Karla Wendt
        Teilen
        Merken
        Facebook
        WhatsApp
        {de}
        """,
        """
        Le vieux pont restera fermé jusqu'au printemps
        @ Le conseil se dispute sur le prix des travaux, et le bac est plein jusqu'à dimanche.
        Publié le 4 juin 2021
        {fr}
        """,
    ),
    "section_by_date": (
        "Tides\nBridge closed\n@ Harlow\n4 June 2021\n{en}\nHarlow",
        "Мост закрыли\n@ Другие страны\n• 4 июня 2021\n{ru}\nДругие страны",
        "04.06.2021\n@ Verkehr\n{de}\nVerkehr",
    ),
}
