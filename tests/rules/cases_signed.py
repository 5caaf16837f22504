"""Cases of the rules in `rules/signed.py`."""

from __future__ import annotations

_PARAGRAPH = (
    "The old bridge over the Harlow was closed on Monday after engineers found cracks in two of its pillars, the town "
    "council said. Repairs will last until spring, and the ferry runs every hour until then, on Sundays as well."
)

NEAR = {
    "signed_comments": (
        # a diary, letters to the editor, a programme, a report by the hour, with nothing that heads comments
        "{en}\n3 May 1904\nThe bridge fell.\n4 May 1904\nNobody came.\n5 May 1904\nThe ferry ran.",
        "{en}\nMy cows swim.\nRosa Miller, Harlow, 3 May 2024\nWho pays?\nEmil Marsh, Tern, 4 May 2024\nNobody.\n"
        "Ida Crane, Harlow, 5 May 2024",
        "{en}\nUpper Ferry, 3 June 2031\nThe wheel turns.\nMillbrook, 10 June 2031\nBring boots.\n"
        "Stone Hill, 17 June 2031\nNothing grinds.",
        "{en}\nRosa Miller, 3 May 2024, 10:15\nIt turns.\nEmil Marsh, 3 May 2024, 10:40\nIt stands.\n"
        "Rosa Miller, 3 May 2024, 11:05\nIt turns again.",
        # cards of other articles with their ages, and a count at the article's head
        "{en}\nTides\n2 days ago\nWhy owls sleep in the old barn\nThey hunt.\nBoats\n3 days ago\n"
        "Snow falls on the southern passes\nTake chains.\nTrains\n4 days ago\nNobody waits for the ferry now\nTrue.",
        "12 comments\nRosa\n3 May 2024\nMy cows swim.\nEmil\n4 May 2024\nWho pays?\n{en}",
        "{en}\n2 comments\nRosa\n3 May 2024",
        "{en}\n2 comments\n3 May 2024\n4 May 2024\nPrivacy policy",
        "{en}\nComments\nTides\n3 May 2024\nWhy owls sleep in the old barn\nThey hunt.\nBoats\n4 May 2024\n"
        "Snow falls on the southern passes\nTake chains.\nTrains\n5 May 2024\nNobody waits for the ferry now\nTrue.",
        # letters right below an article of one paragraph, whose comments are counted at its head
        "12 comments\n" + _PARAGRAPH + "\nMy cows swim.\nRosa Miller, Harlow, 3 May 2024\nWho pays?\n"
        "Emil Marsh, Tern, 4 May 2024",
        # two that are signed with their age, three above the article, and three entries of a log
        "{en}\nRosa • 2 days ago\nMy cows swim.\nEmil • 3 days ago\nWho pays?",
        "Rosa • 2 days ago\nMy cows swim.\nEmil • 3 days ago\nWho pays?\nIda • 4 days ago\nNobody.\n{en}",
        "{en}\n2 days ago\nThe ferry ran.\n3 days ago\nNobody came.\n4 days ago\nIt turned.",
        # rooms and what is said of them, below a count
        "{en}\n3 comments\nRoom 31 20\nIt is small.\nRoom 42 15\nIt is big.",
    ),
}

FIRES = {
    "signed_comments": (
        "{en}\n2 comments\n@ My cows swim.\n@ Posted by: Rosa at 3 May 2024 10:15\n@ Who pays?\n"
        "@ Posted by: Emil at 4 May 2024 22:48\nThe harbour keeps a map of every mill.",
        "{de}\n3 Kommentare\n@ Meine Kühe schwimmen.\n@ - Rosa K., Harlow, 3. Mai 2024\n@ Wer zahlt?\n"
        "@ - Emil, Tern, 4. Mai 2024\n@ Keiner.\n@ - Ida, Harlow, 5. Mai 2024",
        "{fr}\n@ Rosa • il y a 2 jours\n@ Mes vaches nagent.\n@ Emile • il y a 3 jours\n"
        "@ Qui va payer le nouveau pont de Harlow ?\n@ Ida • il y a 4 jours\n@ Personne.",
        "{en}\nMy cows swim.\n@ Rosa | 3 May 2024 | Reply\n@ Who pays?\n@ Emil | 4 May 2024 | Reply\n@ Nobody.\n"
        "@ Ida | 5 May 2024 | Reply\nPrivacy policy",
        "{en}\nMy cows swim.\n@ Rosa\n@ 2 days ago\n@ Who pays?\n@ Emil K.\n@ 3 days ago\n@ Nobody.\n@ Ida\n"
        "@ 4 days ago\nPrivacy policy",
        "{en}\nMy cows swim.\n@ Posted by: Rosa at 3 May 2024 10:15\n@ Who pays?\n"
        "@ Posted by: Emil at 4 May 2024 22:48\n@ Nobody.\n@ Posted by: Ida at 5 May 2024 08:02\nPrivacy policy",
        "{de}\n2 Kommentare\n@ 1. Rosa schrieb am 3.05.2024 um 10:15 Uhr:\n@ Meine Kühe schwimmen.\n"
        "@ 2. Emil schrieb am 4.05.2024 um 9:14 Uhr:\n@ Wer zahlt?",
    ),
}
