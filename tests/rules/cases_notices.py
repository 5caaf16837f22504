from __future__ import annotations

_NEWS = "The bridge was closed on Monday, and the ferry runs again."

_BRIEF = "The bridge is shut.\nAds\nA pillar cracked.\nNobody was hurt.\nRead also\nOwls leave\nThe ferry runs again."
_FOUND = "\n".join(f"@ {line}" if line.endswith(".") else line for line in _BRIEF.splitlines())

NEAR = {
    "brief_sentences": (
        _BRIEF,  # neither date nor name
        "4 May 2026\nThe bridge is shut.\nAds\nA pillar cracked.\nRead also\nOwls leave\nThe ferry runs again.",
        "4 May 2026\nOwls leave\nThey hunt.\nSinger cancels\nShe is ill.\nSnow on passes\nTake chains.\n"
        "Price of wheat\nIt fell again.",
        "4 May 2026\n{en}\n{de}\n{fr}\n{es}",
    ),
    "named_lists": (
        f"{_NEWS}\nPros\nFast\nQuiet\nCheap",
        f"{_NEWS}\nIngredients of a good bridge\nStone\nMethods of the engineers\nPatience",
        "{en}\n{de}\n{fr}\n{es}\nPros\nFast\nQuiet\nCons\nHeavy",
        f"{_NEWS}\nPros\nFast\nPros\nQuiet",
        f"{_NEWS}\nPros\nFast\nQuiet\nCheap\nShare\nThe bell is a joke.",
    ),
    "figures": (
        f"{_NEWS}\nComments 120\nLikes 340\nShares 560",
        f"{_NEWS}\nHarlow 230 kr\nTern 415 kr",
        f"{_NEWS}\nHarlow 230 kr\nTern 415 votes\nLinnet 318 cows",
        "{en}\n{de}\n{fr}\n{es}\nHarlow 230 kr\nTern 415 kr\nLinnet 318 kr",
        f"{_NEWS}\nBoats\nHarlow 230 kr\nTern 415 kr\nLinnet 318 kr",
    ),
    "letter": (
        f"{_NEWS}\nYours is a strange bridge, she said.\nOrla Finch",
        f"{_NEWS}\nSir Emil Gale\nHarlow",
        f"{_NEWS}\nSincerely Yours: a song\nTides",
        "Sir\nHome\nWorld",
        f"{_NEWS}\n@ Thank you for your understanding.\nBoats".replace("@ Thank you", "They thank you"),
        "{en}\n{de}\n{fr}\n{es}\n{en}\n{de}\nOrla Finch\nHarlow",
    ),
    "facts": (
        f"{_NEWS}\nAuthor: Orla Finch\nTags: bridges, ferries",
        f"{_NEWS}\nFacebook: gazette\nInstagram: gazette",
        f"{_NEWS}\nFire: council blames the farmers of both banks\nStorm: owls leave the valley for the winter",
        f"{_NEWS}\nAbsent: Gale",
        f"{_NEWS}\nTicket: https://example.org\nMap: www.example.org",
        f"{_NEWS}\nScreen: 9/16",
        "Absent: Gale\nPresent: Finch",
    ),
    "scores": (
        f"{_NEWS}\nHarlow 3, Tern 1",
        f"{_NEWS}\nHarlow – Tern 14:30\nTern – Linnet 16:30",
        f"{_NEWS}\nIn News, Harlow - 02-02-2025\nIn News, Tern - 03-02-2025",
        "Harlow 3, Tern 1\nCorrow 0, Linnet 0",
    ),
    "headed_sentences": (
        f"{_NEWS}\nRosa\nMy cows swim.\nReply\nEmil\nWho pays?\nReply\nIda\nNobody.\nReply",
        f"{_NEWS}\nNorth\nShowers.\nSouth\nDry.",
        f"{_NEWS}\nSinger cancels all concerts in the north\nShe is ill.\nSnow is expected on passes\nTake chains.\n"
        "Why owls sleep all through the summer\nThey hunt.",
        "North\nSouth\nIslands",
    ),
    "programme": (
        f"{_NEWS}\nMonday\nHome\nTuesday\nWorld",
        f"{_NEWS}\nMonday\n7:00 - 17:00\nTuesday\n7:00 - 17:00",
        f"{_NEWS}\n4 May 2024\nSinger cancels all concerts\n3 May 2024\nOwls sleep",
        f"{_NEWS}\nSunday\nChoir practice, town hall",
    ),
}

FIRES = {
    "brief_sentences": (
        f"4 May 2026\n{_FOUND}\n@ Who pays?\n@ The town pays.\n@ 2. The boats\n@ They wait here.\n@ Some leave us.",
        f"Share\n{_FOUND}\nMost read\n1\nOwls leave the valley",
        f"Bridge shut\n4 May 2026, 7:30\n{_FOUND}\nTags\nbridges\nComments are closed.",
        "2026-05-04\n@ 桥已经关闭了。\n广告\n@ 一根柱子裂开了。\n@ 没有人受伤。\n推荐阅读\n猫头鹰飞了\n@ 渡轮恢复了。",
    ),
    "named_lists": (
        f"{_NEWS}\n@ Pros\n@ Fast\n@ Quiet\n@ Cons\n@ Heavy\n@ The bell is a joke\nShare",
        f"{_NEWS}\n@ Zutaten\n@ Mehl\nLesen Sie auch: Brot\n@ Salz\n@ Zubereitung\n@ Alles verrühren und backen.",
        "La soupe de la grand-mère est bonne.\n@ Ingrédients\n@ du pain\n@ du lait\n@ Préparation\n@ Tremper le pain.",
        f"{_NEWS}\n@ What you'll need\n@ Two planks\n@ A rope\nThe ferry brings the planks on Monday.\n{_NEWS}",
    ),
    "figures": (
        f"{_NEWS}\n@ Harlow Ferries 1,230 kr (+45 kr)\n@ Tern Mills 415 kr (-5 kr)\n@ Linnet 318 kr (+2 kr)",
        "Der Markt war gut besucht.\n@ Brot 3,50 €\n@ Honig 7,00 €\n@ Käse 12,20 €\nTeilen",
        "市場は反発した。\n@ 春川重工 1,230円\n@ 山瀬自動車 2,815円\n@ 北浜銀行 640円",
    ),
    "letter": (
        f"{_NEWS}\n@ Press contact\n@ Moira Kestrel\n@ Telephone +99 555 0142\n@ press@ternvalley.example\nShare",
        f"@ Sir,\n{_NEWS}\n@ Yours faithfully,\n@ Orla Finch\n@ Harlow, Westshire\nHome\nWorld",
        "{de}\n@ Mit freundlichen Grüßen\n@ Hanne Diercks\n@ Varnau\nImpressum",
        "{es}\n@ Atentamente,\n@ Ana Orrín\nInicio",
        "{ru}\n@ С уважением,\n@ Нина Оршанская\n© 2031",
        f"{_NEWS}\n@ Thank you for your understanding.\nBoats",
    ),
    "facts": (
        f"{_NEWS}\n@ Absent: Gale\n@ Scorers: Finch (2), Marrow; Pell.\nHome",
        f"@ Present: Mrs Marrow (chair), Mr Finch\n@ Apologies: Mr Gale\n{_NEWS}",
        "{de}\n@ Zuschauer: 412\n@ Schiedsrichter: Orlamünd\nImpressum",
        "{zh}\n@ 进球：芬奇（2）、马罗\n@ 缺席：佩尔",
        f"{_NEWS}\n@ Our verdict: 4/5\nHome",
    ),
    "scores": (
        f"{_NEWS}\n@ Results\n@ Harlow 3, Tern 1\n@ Corrow 0, Linnet 0\nHome",
        "{de}\n@ Varnau – Harle 1:3 (0:2)\n@ Linnet – Corrow 2:2\nImpressum",
        "{tr}\n@ Harle 3 - 1 Dene\n@ Corrow 0 - 0 Linnet",
    ),
    "headed_sentences": (
        f"{_NEWS}\n@ North\n@ Showers.\n@ South\n@ Dry at first.\n@ Islands\n@ Gales.\nHome",
        "{ru}\n@ Овен\n@ Не спешите.\n@ Телец\n@ День хорош для покупок.\n@ Рак\n@ Останьтесь дома.\n© 2031",
        "{fr}\n@ Nord\n@ Averses.\n@ Sud\n@ Temps sec.\n@ Îles\n@ Grand vent.",
    ),
    "programme": (
        f"{_NEWS}\n@ Monday\n@ Choir practice, town hall\n@ Free\n@ Sunday\n@ Cup final, Dene\n@ Adults £5\nHome",
        "{fr}\n@ Samedi\n@ Chorale, salle des fêtes, 19 h\n@ Dimanche\n@ Marché aux fleurs\nAccueil",
        "{tr}\n@ Pazartesi\n@ Koro, belediye salonu\n@ Pazar\n@ Çiçek pazarı",
        f"{_NEWS}\n@ Saturday 13/7\n@ Choir practice, town hall\n@ Sunday 14/7\n@ Cup final, Dene\nHome",
    ),
}
