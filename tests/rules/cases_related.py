from __future__ import annotations

NEAR = {
    "numbered_headlines": (
        """
        {en}
        The council named three steps:
        1. Clear the eastern bank of trees and of parked boats
        2. Inspect the three pillars that showed no cracks so far
        3. Order the stone that the engineers asked for in January
        The stone comes from a quarry in the hills, which has supplied the town for two hundred years, the mayor said.
        """,
        """
        1. Clear the eastern bank.
        2. Inspect the pillars of the bridge.
        3. Order the stone.
        {en}
        """,
        """
        1. The old bridge over the Harlow and its engineers
        2. The cracks in two of its pillars, and the town
        3. The farmers who sell their milk in the town at night
        {en}
        """,
        # sources, a table, and steps in whole sentences
        """
        {en}
        1. https://example.org/library/papers/2031/0452/frost-in-wood
        2. https://example.org/library/papers/2029/1127/tides-of-the-north
        3. https://example.org/library/papers/2030/0093/owls-and-men
        """,
        """
        1 Upper Tern School of Music 12% 38% 700 336
        2 Low Water College for Singers 21% 30% 691 307
        3 Stone Hill Academy of Owls 11% 30% 664 228
        {en}
        """,
        "1. Unfold the tent: it has two poles, six pegs, a rope of ten ells and a bag to put it all in when you go on,"
        " which nobody ever does\n2. Set up the poles: push each one of them in at the red end of its seam till it is"
        " out at the far end, which takes two people\n3. Tie up the rope: put it on the ring at the top, go ten steps"
        " to the wind and hit a peg into the dry ground, with a stone if need be\n{en}",
    ),
    "numbered_apart": (
        "{en}\n1\nmilk\n2\nferry\n3\nbridge",
        "1\nBridge over the Harlow closed after cracks\n2\nMayor says that repairs take until spring\n{en}",
        "{en}\n12\nSinger cancels all concerts in the north\n7\nSnow expected on the passes\n3\nWhy owls sleep",
    ),
    "repeated_headline": (
        "Bridge over the Harlow closed by engineers\n{en}\nBridge over the Harlow closed by engineers",
        "Why owls sleep through the summer months\n{en}\nWhy owls sleep through the summer months\n{en}",
        "{en}\nSinger cancels all concerts in the north",
        "Nobody will have to learn swimming\nOrla Finch\nNobody will have to learn swimming\n{en}",
        "{en}\nSwim | Rest | Two easy miles | Climb\nRow | Rest | Climb\nSwim | Rest | Two easy miles | Climb",
    ),
    "cut_teasers": (
        # two previews, and three among as many other lines
        "Many farmers of the valley dream of a bridge, and often the greatest...\n"
        "Letting the ferry do the heavy work for the farmers on the eastern...",
        "Bridge\nMany farmers of the valley dream of a bridge, and often the greatest...\nFerry\n"
        "Letting the ferry do the heavy work for the farmers on the eastern...\nOwls\n"
        "Every May the owls of the valley promise themselves that this year...",
        "{en}\nThe singer has cancelled all of her concerts in the north, her manager said on Tuesday, because of...",
        """
        {en}
        I do not know...
        Perhaps the river...
        Who can tell...
        """,
        """
        {en}
        "I stood on the bridge when it began to shake, and then I thought of the children and of ..."
        He looked at the ferry, at the tractors on the bank, and at the old stones that had carried him for years.
        {de}
        """,
    ),
    "between_teasers": (
        "{en}\nSinger cancels\nThe singer has cancelled all of her concerts in the north, her manager said on...",
        "{en}\nI do not know...\nPerhaps\nWho can tell...\nNobody\nAsk the ferryman...",
        "{en}\nOwls\nSnow",
    ),
    "wire_teaser": (
        "OLDHAVEN, June 4 (XNW): The ferry over the Harlow will carry twelve cars an hour, it said on Monday.\n{en}",
        "{en}\n(laughs) I have never seen so many tractors waiting in front of a ferry, and I have been here for...",
        "{en}\nThe ferry, June 4, and the bridge...",
    ),
    "related_heading": (
        "{en}\nRelated articles\nThe museum keeps all letters on the bridge, its head said, and shows them in July.",
        "{en}\nRelated articles appeared in the paper of the eastern bank.",
        "{en}\nMost read of all letters",
    ),
    "under_related": (
        "{en}\nRelated articles\nThe museum keeps all letters on the bridge, its head said, and shows them in July.",
        "{en}\nThe ferryman and his dog\nSinger cancels all concerts in the north\nSnow expected on the passes",
        "{en}\nRelated articles\nOwls\nSnow",
    ),
    "read_also": (
        "{en}\nRead also the letters of the engineers, which the museum has put on its walls for the summer.",
        "{de}\nLesen Sie auch morgen wieder unsere Seite.",
        "{en}\nSee also",
        "{en}\nSee also | Sport | Weather",
    ),
    "after_link": (
        "{en}\nRead also: Singer cancels all concerts in the north\nOwls sleep through the summer",
        "{en}\nRead also: Singer cancels all concerts\nSign up for our newsletter and read it at breakfast.",
        "{en}\nOwls\nRead also: Singer cancels all concerts\nThe singer has lost her voice, her manager said.",
    ),
    "headline_list": (
        """
        So much rain upon the roof and the yard tonight
        so little light behind the wooden window frame
        so many boats that nobody will ever sail again
        so few of us who listen to the distant water
        """,
        "{en}\nSinger cancels all her concerts in the northern towns\nSnow is expected on all of the southern passes",
        """
        {en}
        Snow of all the southern passes in 2019: 117 inches
        Owls of all the southern woods in 2020: 206 pairs
        Skiers of all the southern towns in 2021: 3190 guests
        Singers of all the northern choirs in 2022: 415 voices
        """,
        """
        {en}
        Council and mayor speak of the old bridge
        Engineers found cracks in the old pillars
        Farmers sell their milk in the old town
        Ferry carries twelve cars over the Harlow
        """,
        """
        {en}
        - A warm coat and boots against the snow and rain
        - Two candles, matches, and a blanket made of wool
        - Bread and cheese enough for three hungry people
        - Something to read aloud while everybody waits there
        """,
        """
        {en}
        Sources
        https://example.org/owls/summer/sleep-of-the-owl/42
        https://example.org/snow/passes/southern-passes/17
        https://example.org/chess/girl/champion-loses-to-girl
        https://example.org/singer/concerts/north-cancelled
        """,
    ),
    "dated_cards": (
        "Bridge over the Harlow closed\n4 June 2021\nUpdated\n5 June 2021\n{en}",
        "{en}\n4 June 2021\nSinger cancels all concerts\n2 June 2021",
        "{en}\n1 June 2021\n2 June 2021\n3 June 2021\n4 June 2021",
        "Old bridge over the Harlow closed\n4 June 2021\nThe bridge was closed on Monday.\n5 June 2021\n"
        "My cows swim.\n6 June 2021\nWho pays?",
    ),
}

FIRES = {
    "numbered_headlines": (
        """
        @ 1. Singer cancels all of her concerts in the north
        @ 2. Snow expected on the southern passes by the weekend
        @ 3. Why owls sleep through most of the summer
        @ 4. Chess champion loses to a girl of eleven
        {en}
        """,
        """
        {de}
        @ 1. Sängerin sagt alle Konzerte im Norden wieder ab
        @ 2. Schnee auf den südlichen Pässen schon am Wochenende
        @ 3. Warum Eulen den halben Sommer lang schlafen
        """,
        """
        Главное
        @ 1. Певица отменила все концерты на севере страны
        @ 2. Почему совы спят большую часть лета
        @ 3. Снег на южных перевалах обещают уже к выходным
        @ 1. Певица отменила все концерты на севере страны
        @ 2. Почему совы спят большую часть лета
        @ 3. Снег на южных перевалах обещают уже к выходным
        {ru}
        """,
    ),
    "numbered_apart": (
        """
        {en}
        @ 1
        @ Singer cancels all concerts in the north
        @ 2
        @ Snow expected on the southern passes
        @ 3
        @ Why owls sleep through the summer
        """,
        """
        @ 1.
        @ Sängerin sagt alle Konzerte im Norden ab
        @ 2.
        @ Schnee auf den südlichen Pässen erwartet
        @ 3.
        @ Warum Eulen im Sommer schlafen
        {de}
        """,
        """
        {ja}
        @ 1
        @ 歌手が北部の公演をすべて取りやめ
        @ 2
        @ 南の峠に週末から雪の見込み
        @ 3
        @ 夏のあいだ眠るふくろうの秘密
        """,
    ),
    "repeated_headline": (
        "Home\n@ Singer cancels all concerts in the north\n{en}\nOwls\n@ Singer cancels all concerts in the north",
        "{de}\n@ Schnee auf den südlichen Pässen erwartet\nEulen\n@ Schnee auf den südlichen Pässen erwartet",
        "{ru}\n@ Почему совы спят большую часть лета\nСнег\n@ Почему совы спят большую часть лета\nДождь",
    ),
    "cut_teasers": (
        "@ Many farmers of the valley dream of a bridge, and often the greatest...\n"
        "@ Letting the ferry do the heavy work for the farmers on the eastern...\n"
        "@ Every May the owls of the valley promise themselves that this year...",
        """
        {en}
        @ The singer has cancelled all of her concerts in the north, her manager said on...
        @ Snow is expected on the southern passes by the weekend, and drivers have been asked to...
        @ Owls sleep through most of the summer, researchers have found, and nobody knew until...
        """,
        """
        @ Die Sängerin hat alle Konzerte im Norden abgesagt, wie ihr Manager am Dienstag …
        Eulen
        @ Auf den südlichen Pässen wird am Wochenende Schnee erwartet, Autofahrer sollen …
        Schnee
        @ Eulen schlafen den größten Teil des Sommers, haben Forscher jetzt entdeckt, und …
        {de}
        """,
        """
        {tr}
        @ Şarkıcı kuzeydeki bütün konserlerini iptal etti, menajeri salı günü yaptığı açıklamada...
        @ Güney geçitlerinde hafta sonu kar bekleniyor, sürücülerden zincir taşımaları istendi ve...
        @ Baykuşların yazın büyük bölümünü uyuyarak geçirdiği ortaya çıktı, araştırmacılar bunu...
        """,
    ),
    "between_teasers": (
        """
        {en}
        @ Singer cancels all concerts
        The singer has cancelled all of her concerts in the north, her manager said on...
        @ Snow on the passes
        Snow is expected on the southern passes by the weekend, and drivers have been asked to...
        @ Owls asleep
        Owls sleep through most of the summer, researchers have found, and nobody knew until...
        """.replace("@ Singer cancels all concerts\n", "@ Singer cancels all her concerts\n"),
        """
        {de}
        Die Sängerin hat alle Konzerte im Norden abgesagt, wie ihr Manager am Dienstag …
        @ Eulen
        Auf den südlichen Pässen wird am Wochenende Schnee erwartet, Autofahrer sollen …
        @ Schnee
        Eulen schlafen den größten Teil des Sommers, haben Forscher jetzt entdeckt, und …
        """,
        """
        Певица отменила все концерты на севере страны, сообщил во вторник её директор…
        Снег на южных перевалах обещают уже к выходным, водителей просят взять цепи…
        @ Совы
        Совы спят большую часть лета, выяснили учёные, и никто об этом не догадывался…
        {ru}
        """,
    ),
    "wire_teaser": (
        "{en}\n@ Oldhaven [Westland], June 4 (XNW): The singer has cancelled all of her concerts in the north, her...",
        "{en}\n@ (Photo credit: J. Doe) The singer has cancelled all of her concerts in the north, her manager...",
        "{de}\n@ Althafen, Juni 4 (XNW): Die Sängerin hat alle Konzerte im Norden abgesagt, wie ihr Manager...",
    ),
    "related_heading": (
        "{en}\n@ Related articles\nSinger cancels all concerts in the north",
        "{de}\n@ Lesen Sie auch\nSchnee auf den südlichen Pässen erwartet",
        "{fr}\n@ À lire aussi :\nLa chanteuse annule ses concerts",
    ),
    "under_related": (
        "{en}\nRelated articles\n@ Singer cancels all concerts in the north\n@ Snow expected on the passes\nOwls",
        "{de}\nLesen Sie auch\n@ Sängerin sagt alle Konzerte ab im Norden\n@ Schnee auf den südlichen Pässen erwartet",
        "{en}\nRelated articles\n@ Singer cancels all concerts in the north\n{de}",
    ),
    "read_also": (
        "{ja}\n@ 【関連記事】橋の修理、来春まで",
        "{en}\n@ Կարդալ նաև. Ցորենի գինը",
        "{en}\n@ Read also: Singer cancels all concerts in the north",
        "{de}\n@ Lesen Sie auch: Schnee auf den südlichen Pässen erwartet",
        "{fr}\n@ Lire aussi : La chanteuse annule tous ses concerts",
        "{en}\n@ Also read | Singer cancels all concerts in the north",
    ),
    "after_link": (
        "{en}\nRead also: Singer cancels all concerts in the north\n@ Nobody has drowned in the river so far.\nShare",
        "{de}\nLesen Sie auch: Schnee auf den Pässen erwartet\n@ Ertrunken ist bisher niemand im Fluss.",
        "{ru}\nЧитайте также: Певица отменила концерты\n@ Утонуть в реке пока ещё никто не успел.\n{ru}",
    ),
    "headline_list": (
        """
        {en}
        @ Singer cancels all her concerts in the northern towns
        @ Snow is expected on all of the southern passes
        @ Researchers say that owls sleep through the summer
        @ Chess champion loses a game against a girl of eleven
        """,
        """
        @ Sängerin sagt überraschend alle Konzerte im Norden wieder ab
        @ Schnee auf allen südlichen Pässen schon am Wochenende erwartet
        @ Forscher entdecken, warum Eulen den halben Sommer verschlafen
        @ Schachmeister verliert gegen ein Mädchen von elf Jahren
        {de}
        """,
        """
        {ja}
        @ 人気歌手が北部で予定していた公演をすべて取りやめ
        @ 南の峠では週末から本格的な雪になる見込み
        @ ふくろうが夏の大半を眠って過ごす理由が明らかに
        @ 将棋の名人が十一歳の少女との対局に敗れる
        """,
    ),
    "dated_cards": (
        """
        {en}
        @ 4 June 2021
        @ Singer cancels all concerts in the north
        @ 3 June 2021
        @ Snow expected on the southern passes
        @ 2 June 2021
        @ Why owls sleep through the summer
        """.replace("{en}\n", "{en}\n        Owls\n"),
        """
        {de}
        Eulen
        @ 04.06.2021
        Musik
        @ Sängerin sagt alle Konzerte im Norden ab
        @ 03.06.2021
        Wetter
        @ Schnee auf den südlichen Pässen erwartet
        @ 02.06.2021
        Tiere
        @ Warum Eulen den halben Sommer verschlafen
        """,
        """
        {ja}
        港
        @ 2021年6月4日
        @ 人気歌手が北部の公演をすべて取りやめ
        @ 2021年6月3日
        @ 南の峠では週末から雪になる見込み
        @ 2021年6月2日
        @ ふくろうが夏を眠って過ごす理由とは
        """,
    ),
}
