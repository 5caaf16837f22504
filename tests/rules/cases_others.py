from __future__ import annotations

# Headlines with teasers about other things than the articles.
CARDS = """
@ Singer cancels all concerts in the north
@ The singer has cancelled all of her concerts in the north, her manager said on Tuesday evening in the capital.
@ Snow expected on the southern passes
@ Snow is expected on the southern passes by the weekend, and drivers should carry chains, the forecasters say.
@ Why owls sleep through the summer
@ Most owls of the lowlands sleep through the hottest weeks of the year, biologists found with small cameras.
"""
UNMARKED = CARDS.replace("@ ", "")
DATED = """\
4 June 2021
The singer has cancelled all of her concerts in the north, her manager said on Tuesday evening in the capital.
5 June 2021
Snow is expected on the southern passes by the weekend, and drivers should carry chains, the forecasters say.
6 June 2021
Most owls of the lowlands sleep through the hottest weeks of the year, biologists found with small cameras."""

NEAR = {
    "teaser_cards": (
        # below a box that ends in "Read more"; below a list of the article's own, without any button between
        "{en}\nRead more" + UNMARKED,
        "{en}\nFour tractors\nTwo boats\nOne ferry\nNo bridge" + UNMARKED,
        # two of them
        "{en}\nRelated articles" + "\n".join(UNMARKED.split("\n")[:5]),
        # below the article's buttons, but about its bridge, ferry and farmers
        "{en}\nShare\nPrint\nMail\nSave"
        """
        Old bridge over the Harlow closed by engineers
        The old bridge over the Harlow was closed on Monday after engineers found cracks in two pillars, the town said.
        Farmers use the ferry over the Harlow
        The farmers of the eastern bank use the ferry over the Harlow, since the old bridge was closed by the engineers.
        Engineers found cracks in old pillars
        The engineers found cracks in two of the pillars of the bridge, and the town closed it on Monday, farmers said.
        """,
    ),
    "dated_teasers": (
        # a timeline of the article's own, two dates under a heading, and dates at no regular distance
        """
        {en}
        4 June 2021
        The bridge was closed after engineers found cracks in two of its pillars, which is older than the town itself.
        5 June 2021
        The ferry carried its first tractors to the town, and the farmers of the eastern bank brought milk.
        6 June 2021
        The council met and said that it would pay for the ferry until the bridge can be crossed again by the farmers.
        """,
        """
        {en}
        Related articles
        4 June 2021
        The singer has cancelled all of her concerts in the north, her manager said on Tuesday evening in the capital.
        5 June 2021
        Snow is expected on the southern passes by the weekend, and drivers should carry chains, the forecasters say.
        """,
        """
        {en}
        Related articles
        4 June 2021
        Singer cancels all concerts
        The singer has cancelled all of her concerts in the north, her manager said on Tuesday evening in the capital.
        5 June 2021
        A week of snow
        Drivers
        Chains
        Passes
        7 June 2021
        Most owls of the lowlands sleep through the hottest weeks of the year, biologists found with small cameras.
        """,
        # a heading far above and one below, and dates that touch
        f"{{en}}\nRelated articles\nTides\nBoats\nOwls\nSnow\nRain\n{DATED}",
        f"{{en}}\n{DATED}\nRelated articles",
        "{en}\nRelated articles\n4 June 2021\n5 June 2021\n" + DATED.split("\n")[1] + "\n6 June 2021\nTides",
    ),
    "next_article": (
        # the article's own date again, a live blog's times, and another date with next to nothing below it
        """
        Published on 4 June 2021
        {en}
        Published on 4 June 2021
        The singer has cancelled all of her concerts in the north, her manager said on Tuesday evening in the capital.
        The concerts had been sold out for months, and those who hold a ticket may give it back until September.
        She has had no voice since the middle of May, when she sang in the rain for two hours before her guests.
        """,
        """
        Updated at 10:15
        {en}
        Updated at 11:40
        The singer has cancelled all of her concerts in the north, her manager said on Tuesday evening in the capital.
        The concerts had been sold out for months, and those who hold a ticket may give it back until September.
        She has had no voice since the middle of May, when she sang in the rain for two hours before her guests.
        """,
        """
        Published on 4 June 2021
        {en}
        Published on 3 June 2021
        The singer has cancelled all of her concerts in the north, her manager said on Tuesday evening in the capital.
        """,
        # letters that an article quotes
        """
        {en}
        Date: Thu, 7 February 2002
        The singer has cancelled all of her concerts in the north, her manager said on Tuesday evening in the capital.
        The concerts had been sold out for months, and those who hold a ticket may give it back until September.
        She has had no voice since the middle of May, when she sang in the rain for two hours before her guests.
        Date: Fri, 8 February 2002
        Snow is expected on the southern passes by the weekend, and drivers should carry chains, the forecasters say.
        The passes were closed for two days last year, after forty cars had got stuck in the snow before noon.
        Most owls of the lowlands sleep through the hottest weeks of the year, biologists found with small cameras.
        """,
    ),
}

FIRES = {
    "teaser_cards": (
        "{en}\nRelated articles" + CARDS,
        """
        {de}
        Das könnte Sie auch interessieren
        @ Sängerin sagt alle Konzerte im Norden ab
        @ 3 Min
        @ Die Sängerin hat alle Konzerte im Norden abgesagt, teilte ihr Manager am Dienstagabend in der Hauptstadt mit.
        @ Schnee auf den südlichen Pässen erwartet
        @ 1 Min
        @ Bis zum Wochenende wird auf den Pässen Schnee erwartet, Autofahrer sollten Ketten mitnehmen, rät man dort.
        @ Warum Eulen den halben Sommer verschlafen
        @ 2 Min
        @ Die meisten Eulen der Ebene verschlafen die heißesten Wochen des Jahres, wie Biologen mit Kameras fanden.
        """,
        "{en}\nShare\nPrint\nMail\nSave" + CARDS,
    ),
    "dated_teasers": (
        # and no more than as much below the last date
        "{en}\nRelated articles\n"
        + DATED.replace("\nThe", "\n@ The").replace("\nSnow", "\n@ Snow").replace("\nMost", "\n@ Most")
        + "\nThe old bridge was closed on Monday after engineers had found cracks in two of its pillars, they said.",
        """
        {en}
        You might also like
        Singer cancels all concerts
        2021-06-04
        NO VOICE:
        @ The singer has cancelled all of her concerts in the north, her manager said on Tuesday evening in the capital.
        @ The concerts had been sold out for months, and those who hold a ticket may give it back until September.
        Snow expected on the passes
        2021-06-03
        COLD WEEK:
        @ Snow is expected on the southern passes by the weekend, and drivers should carry chains, the forecasters say.
        @ The passes were closed for two days last year, after forty cars had got stuck in the snow before noon.
        Why owls sleep
        2021-06-02
        @ Most owls of the lowlands sleep through the hottest weeks of the year, biologists found with small cameras.
        """,
        """
        {de}
        Das könnte Sie auch interessieren
        04.06.2021
        @ Die Sängerin hat alle Konzerte im Norden abgesagt, teilte ihr Manager am Dienstagabend in der Hauptstadt mit.
        03.06.2021
        @ Bis zum Wochenende wird auf den Pässen Schnee erwartet, Autofahrer sollten Ketten mitnehmen, rät man dort.
        02.06.2021
        @ Die meisten Eulen der Ebene verschlafen die heißesten Wochen des Jahres, wie Biologen mit Kameras fanden.
        """,
        """
        Related articles
        4 June 2021
        @ The singer has cancelled all of her concerts in the north, her manager said on Tuesday evening in the capital.
        3 June 2021
        @ Snow is expected on the southern passes by the weekend, and drivers should carry chains, the forecasters say.
        2 June 2021
        @ Most owls of the lowlands sleep through the hottest weeks of the year, biologists found with small cameras.
        """,
    ),
    "next_article": (
        """
        Published on 4 June 2021
        {en}
        Share
        Singer cancels all concerts in the north
        Published on 3 June 2021
        @ The singer has cancelled all of her concerts in the north, her manager said on Tuesday evening in the capital.
        @ The concerts had been sold out for months, and those who hold a ticket may give it back until September.
        @ She has had no voice since the middle of May, when she sang in the rain for two hours before her guests.
        """,
        """
        Veröffentlicht am 04.06.2021, 10:15
        {de}
        Sängerin sagt alle Konzerte ab
        Veröffentlicht am 03.06.2021, 18:40
        @ Die Sängerin hat alle Konzerte im Norden abgesagt, teilte ihr Manager am Dienstagabend in der Hauptstadt mit.
        @ Die Konzerte waren seit Monaten ausverkauft, und wer eine Karte hat, kann sie bis September zurückgeben.
        @ Seit Mitte Mai hat sie keine Stimme mehr, nachdem sie zwei Stunden lang im Regen gesungen hatte.
        @ Ob sie im Herbst wieder singen kann, weiß auch ihre Ärztin noch nicht, die sie jeden zweiten Tag besucht.
        """,
        """
        Published: 4 June 2021
        {en}
        Published: 3 June 2021
        @ The singer has cancelled all of her concerts in the north, her manager said on Tuesday evening in the capital.
        @ The concerts had been sold out for months, and those who hold a ticket may give it back until September.
        @ She has had no voice since the middle of May, when she sang in the rain for two hours before her guests.
        Why owls sleep through the summer
        Published: 2 June 2021
        @ Most owls of the lowlands sleep through the hottest weeks of the year, biologists found with small cameras.
        @ Their young stay in the nest for longer than it was thought, as their parents bring nothing before dusk.
        @ Whoever finds a young owl on the ground should leave it where it is, the biologists say, and keep dogs away.
        """,
    ),
}
