from __future__ import annotations

NEAR = {
    "quotation": (
        '{ar}\n"Nobody will have to swim"',
        '{hi}\nTides\nBoats\nOwls\nSnow\n"The river gives and the river takes."',
        '{ar}\n"No."',
    ),
    "dash_speech": (
        "{en}\n— Singer cancels all concerts in the north",
        "— Nobody has to swim this year.",
        "{en}\n* The ferry is full until Sunday.",
    ),
    "list_after_colon": (
        "{ja}\n橋の修理は春まで続く。\n春川重工\n山瀬自動車",
        "{en}\nRead also:\nSinger cancels all concerts",
        "{en}\nShare:\nFacebook\nMail",
        "The council of the town named these three things:\nStone\nMilk",
    ),
    "goes_on": (
        # Below the last paragraph it may be a teaser, and so it may after a heading of other articles.
        "{en}\nADVERTISEMENT\nThe baker of the island has not been seen since the day of the storm, his sister says.",
        "{en}\nRelated articles\nThe baker of the island has not been seen since the storm, his sister says.\n{en}",
        # What a box says, and what stands without a mark of one.
        "{en}\nADVERTISEMENT\nSubscribe to our newsletter and get the news of the island every morning at seven.",
        "{en}\nThe baker\nThe baker of the island has not been seen since the storm, his sister says.\n{en}",
        # A headline and its teaser below an advertisement.
        "{en}\nADVERTISEMENT\nWinter holidays\nSnow has fallen on all southern passes, hotels say.\n{en}",
    ),
    "after_headlines": (
        # A headline and its teaser; a list below the article.
        "{en}\nRelated articles\nSinger cancels all concerts in the north\nShe lost her voice on Monday.\n{en}",
        "{en}\nRelated articles\nSinger cancels all concerts in the north\nSnow falls on all southern passes",
        # A newsletter's box after the list.
        """
        {en}
        Related articles
        Singer cancels all concerts in the north
        Snow falls on all southern passes
        Subscribe to our newsletter and get the news of the island every morning at seven, for free.
        {en}
        """,
        # Not below a sentence: a column beside the text.
        """
        {en}
        Weather and tides
        Related articles
        Singer cancels all concerts in the north
        Snow falls on all southern passes
        The baker of the island has not been seen since the day of the storm, his sister says.
        {en}
        """,
    ),
    "promised": (
        # What the page announces may be a box; a sentence tells of continuing.
        "{en}\nArticle continues below\nSubscribe to our newsletter and get the news of the island every morning.",
        "{en}\nThe story continues below the bridge, where the ferry company has its office and its cat.\n{en}",
        "{en}\nArticle continues below\nBridges\nFerries\nBoats",
        "{en}\nADVERTISEMENT\n{en}",
    ),
    "contents_list": (
        # A menu comes back in the footer, with no paragraph between its entries.
        "Bridges\nFerries\nBoats\n{en}\nBridges\nFerries\nBoats",
        # Two headings are no table; buttons come back again and again.
        "{en}\nThe bridge\nThe ferry\n{en}\nThe bridge\n{de}\nThe ferry\n{de}",
        "{en}\nOrder\nCall\nWrite\n{en}\nOrder\nCall\nWrite\n{de}\nOrder\nCall\nWrite\n{fr}",
    ),
    "asked_between": (
        "{en}\nWho will pay?",
        "Who will pay?\n{en}",
        "{en}\nWho?\n{de}",
    ),
    "on_topic": (
        "{en}\nThe ferry company said that readers should sign up for our newsletter, and the farmers laughed.\n{de}",
        "We use cookies and similar technologies on this site, by clicking accept you agree to that.\nAccept all\n{en}",
        "{en}",
    ),
}

FIRES = {
    "quotation": (
        '{hi}\n@ "Nobody has to swim," he said.',
        "{ar}\n@ „Niemand muss schwimmen.“",
        "@ «Вплавь никому не придётся», — сказала она.\n{hi}",
    ),
    "dash_speech": (
        "{ru}\n@ — Вплавь никому не придётся.",
        "{fr}\n@ — Personne ne devra nager, je vous le promets.",
        "{en}\n@ – The ferry carries twelve cars an hour.",
    ),
    "list_after_colon": (
        "{ja}\n主な銘柄の終値は次の通り。\n@ 春川重工\n@ 山瀬自動車",
        """
        {en}
        The council of the town named three things that it needs:
        @ stone from the hills
        @ money from the capital
        @ patience
        {de}
        """,
        """
        {de}
        Der Rat der Stadt hat drei Dinge genannt, die ihm noch fehlen:
        @ * Steine
        @ * Geld
        @ * Geduld
        {de}
        """,
        """
        {ja}
        町の議会は修理のために足りないものを三つ挙げている：
        @ 石
        @ 金
        @ 忍耐
        {ja}
        """,
    ),
    "goes_on": (
        """
        {en}
        ADVERTISEMENT
        @ The baker of the island has not been seen since the day of the storm, his sister says.
        {en}
        """,
        """
        {de}
        Anzeige
        Newsletter
        Der Morgen am Fluss
        Jetzt anmelden
        @ Der Bäcker der Insel wurde seit dem Sturm nicht mehr gesehen, wie seine Schwester erzählt.
        {de}
        """,
        """
        {fr}
        À lire aussi : Le boulanger de l'île
        Publicité
        @ Le pont et le bac
        @ Le pont restera fermé jusqu'au printemps, a dit la maire au conseil de la ville, et le bac est plein.
        {fr}
        """,
    ),
    "after_headlines": (
        """
        {en}
        Related articles
        Singer cancels all concerts in the north
        Snow falls on all southern passes
        @ The baker of the island has not been seen since the day of the storm, his sister says.
        {en}
        """,
        """
        {de}
        Mehr zum Thema
        Sängerin sagt alle Konzerte im Norden ab
        2. Mai 2031
        Schnee fällt auf alle Pässe im Süden
        28. April 2031
        @ Der Bäcker der Insel ist seit dem Tag des Sturms nicht mehr gesehen worden, sagt seine Schwester.
        {de}
        """,
        "{ru}\nЧитайте также\nПевица отменила все концерты на севере страны\n"
        "@ Пекаря острова не видели со дня бури, говорит его сестра, которая с тех пор сама месит тесто, топит"
        " печь и возит хлеб на другой берег, где его ждут трое рыбаков и смотритель маяка.\n{ru}",
    ),
    "promised": (
        "{en}\nStory continues below advertisement\n@ The baker of the island has not been seen since the storm.",
        """
        {de}
        ANZEIGE
        Artikel wird nach der Anzeige fortgesetzt
        ANZEIGE
        @ Was der Bäcker sagt
        @ Der Bäcker der Insel ist seit dem Tag des Sturms nicht mehr gesehen worden.
        """,
        "{ru}\nПродолжение после рекламы\n@ Пекаря острова не видели со дня бури, говорит его младшая сестра.",
    ),
    "contents_list": (
        """
        {en}
        @ * The bridge
        @ * The ferry
        @ * The boats
        {en}
        The bridge
        {en}
        The ferry
        {en}
        The boats
        {en}
        """,
        """
        @ 1. Die Brücke
        @ 2. Die Fähre
        @ 3. Die Boote
        {de}
        Die Brücke
        {de}
        Die Fähre
        {de}
        Die Boote
        {de}
        """,
        """
        {fr}
        @ Le pont
        @ Le bac
        @ Les barques
        {fr}
        Le pont :
        {fr}
        Le bac :
        {fr}
        Les barques :
        {fr}
        """,
    ),
    "asked_between": (
        "{en}\n@ Who will pay for the new pillars?\n{de}",
        "{ru}\n@ Кто заплатит за новые опоры моста?\n{ru}",
        "{ja}\n@ 費用は誰が払うのか？\n{ja}",
    ),
    "on_topic": (
        """
        @ Nobody in the town knew what to expect when the ferryman asked people to subscribe to our newsletter in March.
        The first letter was two pages long, it spoke of eels, and it was delivered by a boy who could not swim himself.
        @ "Sign up for our newsletter" stood on a board at the landing, and underneath, smaller, bring your own pen.
        The second letter spoke of eels again, and some of the farmers asked whether their names could be removed.
        @ The phrase straight to your inbox was painted over by somebody at night, and the boy has coughed ever since.
        The third letter has not come yet, and the ferryman says that he is waiting for the eels to do something new.
        """,
        """
        @ Every page in the country tells us that this site uses cookies, and a judge has now asked why that is.
        She counted for a week and came to four hundred boxes, of which she had read eleven from first to last.
        @ The line on how to manage your consent was grey in most of them, the judge writes, and in some absent.
        Her ruling has ninety pages, and a third of them describe the colours of a button on a telephone.
        @ A company that wrote need your consent to load in white on white must pay two million crowns for it.
        The company has appealed, and it has changed the colour of its letters to a yellow that is hard to see as well.
        """,
        """
        @ The radio of the island lives from people who listen and pay, and its motto is support our journalism or row.
        It has four employees and a transmitter in a lighthouse, whose keeper does the weather when somebody falls ill.
        @ If you value our work, the keeper used to say after the warnings, send us cheese, and people did send it.
        The ministry wants the cheese to be taxed, and an officer came over to weigh what lay in the cellar.
        @ Donate to support our transmitter, said a voice that night, and the officer missed his boat.
        The case will be heard in the autumn, the keeper says, if the officer has been found by then or has written.
        """,
    ),
}
