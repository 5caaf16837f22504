from __future__ import annotations

NEAR = {
    "closing_biography": (
        "{en}\nThe ferry is kept by Orla Finch, who is a freelance journalist and likes to sing on it at night.",
        "{en}\nOrla Finch keeps the ferry over the Harlow, and she likes to sing on it when nobody listens.",
        "{en}\n{de}\nAda Thornbury is a freelance journalist again, since she lost her office as mayor in May.",
        "Orla Finch is a freelance journalist who lives on the western bank of the river Harlow.\n{en}",
        "Orla Finch is a freelance journalist who lives on the western bank of the river Harlow.",
        "About the author\n{en}\n{de}",
        "The bridge is closed, the council said on Monday in a letter.\nAbout the author\n{en}\n{de}",
    ),
    "headed_biography": (
        # a list of people
        "{en}\nOrla Finch\nOrla Finch rows the ferry over the Harlow and sings on it at night.\nTilda Osk\n"
        "Tilda Osk bakes the bread that the whole western bank eats.\nHanne Brandt\n"
        "Hanne Brandt mends the nets of the two villages.",
        "The ferry has a crew of two, and both have been on the river for many years.\nTilda Osk\nTilda Osk bakes"
        " the bread that the whole western bank eats.\n{en}\nOrla Finch\n"
        "Orla Finch rows the ferry and sings on it at night.",
        # whom the article has told of
        "The council thanked Orla Finch, who has kept the ferry over the river for thirty years.\n{en}\nOrla Finch\n"
        "Orla Finch was born on the western bank, and learnt to row before she could read.",
        # a thing
        "{en}\nWinter Ferry\nWinter Ferry runs every twenty minutes from six in the morning until midnight.",
        # another's paragraph
        "{en}\nOrla Finch\nNobody on the western bank of the river has ever seen Orla row the ferry by day.",
        "{en}\nOrla Finch\nNobody has seen the old ferry since the day on which it was sold to the north.",
        "Orla Finch\nOrla Finch rows the ferry over the Harlow, and she likes to sing on it at night.",
    ),
    "author_biography": (
        "By Orla Finch\n{en}\nOrla Finch",
        "By Orla Finch\n{en}\nOrla Finch\nHow long will the bridge be closed, and who will pay for it?\nAda Gale\n"
        "Until spring, the engineers say.\nOrla Finch\nAnd how will the people of the eastern bank get to work?",
        "By Orla Finch\n{en}\nNobody has seen it since, said Orla Finch\nThe town will build another ferry for her.",
        "By Orla Finch\n{en}\nThe ferryman Orla Finch told the council that he will miss the bridge.",
        "By Orla Finch\n{en}\nThe mayor thanked Orla Finch, who keeps the ferry, in a letter.\n"
        "Orla Finch said that nobody had ever written to her before that day.",
        "{en}\nOrla Finch keeps the ferry over the Harlow, and she likes to sing on it.",
        "Harbour Town\n{en}\nHarbour Town officials and the people of both banks will meet again in the spring.",
        "{en}\nBy Orla Finch\nThe ferry over the Harlow is the oldest boat of its kind in the whole of the north.",
        "{en}\nOrla Finch\nOrla Finch keeps the ferry over the Harlow, and she likes to sing on it at night.",
    ),
    "author_note": (
        """
        {en}
        A woman who is a staff writer covering rivers for the Gazette has counted the cars, and she came to eleven.
        {de}
        """,
        "{en}\nThe mayor writes to the farmers",
        "{en}\nStaff writer",
        # the teaser of a page about her; far below
        "{en}\nOrla Finch is a staff writer covering rivers and what stands in …",
        "{en}\n" + "Tides\n" * 7 + "Orla Finch is a staff writer covering rivers and what stands in them.",
    ),
}

FIRES = {
    "headed_biography": (
        "{en}\n@ Orla Finch\n@ Orla has rowed every river of the north and writes about what she sees.",
        "{de}\n@ Über Orla Finch\n@ Redaktion Flüsse\n@ Orla Finch lebt mit zwei Hunden am Westufer und rudert"
        " gern.\nTeilen",
        "{fr}\n@ Écrit par Orla Finch, correspondante\n@ Bonjour, je suis Orla et je rame depuis trente ans.\n"
        "@ Le soir, Orla aime chanter sur le bac, quand personne ne l'écoute.",
        "{en}\n@ Orla Finch\n@ As a rower, Orla knows every landing place between the two bridges.\n"
        "@ Tilda Osk (photos)\n@ Tilda Osk takes pictures of boats and of those who mend them.",
    ),
    "closing_biography": (
        "{en}\n@ Orla Finch is a freelance journalist who lives on the western bank of the river Harlow.",
        "{en}\n@ Orla Finch, MSc (she/her), is a contributing editor of a journal of bridges and ferries.\n"
        "@ Finch Gale is a writer, and both of them live on the western bank of the river.\nShare",
        "{de}\n@ Über die Autorin\n@ Sie lebt mit zwei Hunden am Westufer und schreibt über Flüsse und Brücken.",
        "{fr}\n@ Orla Finch est journaliste indépendante et vit sur la rive occidentale du fleuve.\n"
        "@ Orla aime chanter sur le bac, la nuit, quand personne ne l'écoute.",
        # other things follow below the first paragraph
        "{en}\n@ About the author\nOrla Finch\n@ She lives with two dogs on the western bank of the river.\n{de}\n{fr}",
        "{es}\n@ Sobre la autora\n@ Vive en la orilla occidental con dos perros y escribe sobre ríos y puentes.",
    ),
    "author_biography": (
        "By Orla Finch\n{en}\n@ Orla Finch has written about rivers and bridges for more than twenty years.",
        "Orla Finch\n4 May 2024\n{en}\n@ Orla Finch ist freie Journalistin und schreibt oft über Flüsse.\nShare",
        "{en}\nBy Orla Finch\n@ Orla has written about rivers and bridges for more than twenty years.",
        "By Orla Finch 4 May 2024\n{en}\nAbout Orla Finch\n@ Writer, baker and mother of three children, who keeps a"
        " wooden boat on the river.",
        "Par Orla Finch, à Harlow\n{fr}\nPartager\n@ Orla Finch est correspondante de notre journal dans le nord.",
    ),
    "author_note": (
        "{en}\n@ Orla Finch is a staff writer covering rivers and what stands in them.",
        "{en}\n@ Orla Finch is a freelance journalist based on the western bank.",
        "{en}\nTides\n@ Orla Finch is a senior reporter covering ferries for the Gazette.",
    ),
}
