from __future__ import annotations

NEAR = {
    "timed_feed": (
        """
        {en}
        09:00
        Registration in the hall
        10:15
        Opening by the mayor
        11:30
        Talk on pillars and cracks
        13:00
        Lunch on the ferry
        """,
        """
        {en}
        17:50
        Ferry
        17:40
        Bridge
        """,
        """
        17:50
        The first tractors crossed the bridge at night, watched by half of the town, and nobody heard a stone fall.
        17:30
        The mayor has come down to the bank and speaks with the farmers, who have lit a fire beside the road.
        17:10
        Two engineers walked over the bridge with lamps, and after an hour they gave the sign that all waited for.
        16:50
        Rain has begun to fall, the ferry has stopped for today, and the queue on the bank is two kilometres long.
        """,
    ),
    "aged_feed": (
        "Bridge closed\n3 hours ago\n{en}",
        "{en}\n3 hours ago\nSinger cancels concerts\n5 hours ago\nSnow on the passes",
        "{en}\nTwenty years ago\nThe bridge was new\nTen years ago\nIt was old\nA year ago\nIt was ill\nToday\nClosed",
    ),
    "feed_heading": (
        "{en}\nLatest news\nThe museum keeps letters on the bridge, its director said, and shows them.",
        "{en}\nAll the latest news\nPrivacy",
        "{en}\nThe latest news from the bank is no better than yesterday",
    ),
    "feed_link": (
        "{en}\nLatest news\n17:50\nSinger cancels all concerts in the north",
        "Latest news\n{en}",
        "{en}\nLatest news\nSinger cancels all concerts in the north",
    ),
    "feed_foot": (
        "{en}\n09:00\nDoors\n10:15\nOpening\n11:30\nTalk\n13:00\nLunch\nAll events",
        "{en}\nSinger cancels all concerts in the north\nAll news",
        """
        {en}
        Latest news
        17:50
        Singer cancels all concerts in the north
        17:40
        Snow expected on the southern passes
        17:30
        Why owls sleep through the summer
        17:20
        Chess champion loses to a girl of eleven
        The editors wish all readers on both banks of the river a quiet night.
        """,
    ),
    "timed_headlines": (
        """
        {en}
        9:00 Registration in the hall of the town
        10:15 Opening by the mayor and the council
        11:30 Talk on pillars, cracks and stone
        13:00 Lunch on board of the ferry
        """,
        "{en}\n17:50 Singer cancels all concerts in the north\n17:40 Snow expected on the southern passes",
        """
        {en}
        17:50 The mayor said that the bridge would open.
        17:40 The farmers said that they would wait.
        17:30 The engineers said that nothing would fall.
        17:20 The ferryman said that he was tired of it.
        """,
    ),
}

FIRES = {
    "timed_feed": (
        """
        {en}
        Latest news
        @ 17:50
        @ Singer cancels all concerts in the north
        @ Music
        @ 17:40
        @ Snow expected on the southern passes
        @ Weather
        @ 17:35
        @ Why owls sleep through the summer
        @ Animals
        @ 17:20
        @ Chess champion loses to a girl of eleven
        @ Chess
        All the news
        """,
        """
        @ Sängerin sagt alle Konzerte im Norden ab
        @ 17.50 Uhr
        @ Schnee auf den südlichen Pässen erwartet
        @ 17.40 Uhr
        @ Warum Eulen den halben Sommer verschlafen
        @ 17.35 Uhr
        @ Schachmeister verliert gegen ein Mädchen
        @ 17.20 Uhr
        {de}
        """,
        """
        {ru}
        Совы
        @ 00:10
        @ Певица отменила все концерты на севере
        @ 23:55
        @ Снег на южных перевалах обещают к выходным
        @ 23:40
        @ Почему совы спят большую часть лета
        @ 23:31
        @ Чемпион по шахматам проиграл девочке
        @ 23:20
        @ Паром встал на ремонт до понедельника
        @ 23:05
        @ Мэр города уехала в отпуск на неделю
        """,
    ),
    "aged_feed": (
        """
        {en}
        Owls
        @ 3 hours ago
        @ Singer cancels all concerts in the north
        @ 5 hours ago
        @ Snow expected on the southern passes
        @ 7 hours ago
        @ Why owls sleep through the summer
        @ 9 hours ago
        @ Chess champion loses to a girl of eleven
        """,
        """
        {de}
        Eulen
        @ vor 3 Stunden
        @ Sängerin sagt alle Konzerte im Norden ab
        @ vor 5 Stunden
        @ Schnee auf den südlichen Pässen erwartet
        @ vor 7 Stunden
        @ Warum Eulen den Sommer verschlafen
        @ vor 9 Stunden
        @ Schachmeister verliert gegen ein Mädchen von elf Jahren
        """,
        """
        {en}
        Owls
        @ Singer cancels all concerts in the north
        @ 12 minutes ago
        @ Snow expected on the southern passes
        @ 20 minutes ago
        @ Why owls sleep through the summer
        @ 34 minutes ago
        @ Chess champion loses to a girl of eleven
        @ 50 minutes ago
        """,
        """
        @ 2 days ago
        @ Singer cancels all concerts in the north
        @ Music
        @ 3 days ago
        @ Snow expected on the southern passes
        @ Weather
        @ 4 days ago
        @ Why owls sleep through the summer
        @ Animals
        @ 5 days ago
        @ Chess champion loses to a girl of eleven
        @ Chess
        {en}
        """,
    ),
    "feed_heading": (
        "{en}\n@ Latest news\n17:50\nSinger cancels all concerts in the north",
        "{en}\n@ Just in\nSinger cancels all concerts in the north\nSnow expected on the southern passes",
        "{de}\n@ Newsticker\n17:50\nSängerin sagt alle Konzerte im Norden ab",
    ),
    "feed_link": (
        "{en}\n@ All the latest news",
        "{de}\nSchnee\n@ Newsticker",
        "{en}\n@ All news feed\nPrivacy",
    ),
    "feed_foot": (
        """
        {en}
        Latest news
        17:50
        Singer cancels all concerts in the north
        17:40
        Snow expected on the southern passes
        17:30
        Why owls sleep through the summer
        17:20
        Chess champion loses to a girl of eleven
        @ Everything else
        """,
        """
        {ru}
        Совы
        23:55
        Снег на южных перевалах обещают к выходным
        23:40
        Почему совы спят большую часть лета
        23:31
        Чемпион по шахматам проиграл девочке
        23:20
        Паром встал на ремонт до понедельника
        @ Вся лента
        """,
        """
        {ja}
        港
        17:50
        人気歌手が北部の公演をすべて取りやめ
        17:40
        南の峠では週末から雪になる見込み
        17:30
        ふくろうが夏を眠って過ごす理由とは
        17:20
        将棋の名人が十一歳の少女に敗れる
        @ もっと見る
        """,
    ),
    "timed_headlines": (
        """
        {en}
        @ 17:50 Singer cancels all concerts in the north
        @ 17:40 Snow expected on the southern passes
        @ 17:30 Why owls sleep through the summer
        @ 17:20 Chess champion loses to a girl of eleven
        """,
        """
        @ 17.50 | Sängerin sagt alle Konzerte im Norden ab
        @ 17.40 | Schnee auf den südlichen Pässen erwartet
        @ 17.35 | Warum Eulen den halben Sommer verschlafen
        @ 17.20 | Schachmeister verliert gegen ein Mädchen
        {de}
        """,
        """
        {ru}
        @ • 00:10 Певица отменила все концерты на севере
        @ • 23:55 Снег на южных перевалах обещают к выходным
        @ • 23:40 Почему совы спят большую часть лета
        @ • 23:31 Чемпион по шахматам проиграл девочке
        @ • 23:20 Паром встал на ремонт до понедельника
        @ • 23:05 Мэр города уехала в отпуск на неделю
        """,
    ),
}
