from __future__ import annotations

NEAR = {
    "appeal_letter": (
        """
        Dear readers, the mayor wrote in the parish paper on Tuesday, the bridge is closed, and I am sorry for it.
        {en}
        """,
        """
        {en}
        "If you can, please support us monthly," says the letter of the ferrymen, and the council has framed it.
        "No matter how small" the gift, it goes on, every contribution helps to keep the boat afloat until spring.
        The farmers have answered with a letter of their own, in which they ask for a bridge and for nothing else.
        """,
        """
        {en}
        Before you go
        The museum on the western bank stays open, its director said, and offers tea to those who wait for the ferry.
        """,
    ),
    "appeal_line": (
        """
        {en}
        Support the team
        The ferrymen, who work in three shifts, were given a stove by the town, and somebody brings them soup at noon.
        """,
        "{en}\nSupport us with stones, the farmers called to the council from the eastern bank.",
        "{en}\nThe council will support the project of the engineers until the stone arrives",
    ),
    "appeal_close": (
        "{en}\nRemind me later",
        "{en}\nNot now\nAllow notifications",
        "Maybe later\n{en}",
    ),
    "asking_sentence": (
        '{en}\n"Please support our journalism" is what the paper writes under every text on it, said the mayor.',
        "{en}\nThe town asked readers to support our museum, our bridge and our ferry with stones and with milk.",
        "{en}\nThe farmers support the work of the engineers and want to help us build the bridge, the mayor said.",
    ),
}

FIRES = {
    "appeal_letter": (
        """
        {en}
        @ A message from the Harlow Gazette:
        @ Dear readers,
        @ We are facing a hard winter. Our independent reporting is under threat, and our staff work without heating.
        @ We refuse to be silenced. But to continue our work, we need your help, and we ask you for it today.
        @ Your support, no matter how small, makes a world of difference. If you can, please support us monthly.
        @ By supporting the Gazette, you're defending open, independent journalism. Thank you for standing with us.
        @ Remind me later
        """,
        """
        @ Before you go: we need your help
        @ Our journalism is free to read because readers like you pay for it, and we have no shareholders.
        @ If you value our work, please consider supporting us with as little as one crown. Every contribution counts.
        {en}
        """,
        """
        {en}
        @ Dear readers,
        @ The Gazette is read in every house on the river, and it lives from what its readers give, no matter how small.
        @ Please support our journalism, because quality journalism costs money. Thank you for your support.
        """,
        """
        {ru}
        @ Дорогие читатели!
        @ Наша редакция работает без владельцев. Нам нужна ваша помощь, чтобы продолжать рассказывать о реке и о мосте.
        @ Поддержите независимую журналистику. Любая сумма важна, даже небольшое пожертвование поможет нам.
        """,
        """
        @ Chers lecteurs, chères lectrices,
        @ Notre rédaction est indépendante. Pour continuer notre travail, nous avons besoin de votre soutien.
        @ Chaque don compte, même le plus petit. Soutenez-nous dès aujourd'hui à partir de 2 euros par mois.
        {fr}
        """,
    ),
    "appeal_line": (
        "@ Support independent journalism\n{en}",
        "{en}\n@ Donate now",
        "{de}\n@ Jetzt spenden",
    ),
    "appeal_close": (
        """
        {en}
        Dear readers,
        The Gazette is read in every house on the river, and it lives from what its readers give, no matter how small.
        Please support our journalism, because quality journalism costs money. Thank you for your support.
        @ Remind me later
        """,
        """
        Before you go: we need your help
        Our journalism is free to read because readers like you pay for it, and we have no shareholders.
        If you value our work, please consider supporting us with as little as one crown. Every contribution counts.
        @ Maybe later
        {en}
        """,
        """
        {en}
        Dear readers,
        The Gazette is read in every house on the river, and it lives from what its readers give, no matter how small.
        Please support our journalism, because quality journalism costs money. Thank you for your support.
        Tides
        @ Not now
        """,
    ),
    "asking_sentence": (
        "{en}\n@ If you value our journalism, please consider supporting us with a monthly donation.",
        "{en}\n@ Please support our journalism today: every contribution makes a difference to the Gazette.",
        "@ The Gazette is funded by readers like you, and every donation keeps it free to read.\n{en}",
    ),
}
