from __future__ import annotations

NEAR = {
    "folded_comments": (
        "{en}\nThe button to expand a full comment was as broken as the bridge, the mayor said.",
        "Comments\nThe bridge is closed again, and nobody told us.\nReply\nWho pays?\nReply",
        "{en}\nExpand",
    ),
    "reply_buttons": (
        "{en}\nReply\nTides",
        "{en}\nName\nTides\nName",
        "{en}\nWebsite:\nThe harbour has one.\nWebsite:\nThe ferry has none.\nWebsite:",
        "{en}\nReply\nReply",
        "Owls\nReply\nTides\nReply\nBoats\nReply\n{en}",
        "{en}\nOwls\nLike\nReply\nTides\nLike\nReply",
        "{en}\nIt rained.\nTides\nReply\nIt snowed.\nBoats\nReply",
        "{en}\nIt rained.\nLog in to leave a reply\nIt snowed.\nLog in to leave a reply",
        # the page's first line stands below none
        "Reply\nThe bridge is closed.\nReply\nIt rained.",
        "Like\nReply\nIt rained.\nReply\nIt snowed.",
    ),
    "comment_heading": (
        """
        {en}
        Comments
        The engineers declined to speak about the pillars, and the council has forbidden its members to do so in public.
        """,
        "{en}\nName",
        "{en}\nThe mayor leaves comments to others.",
        "{en}\nHave your say\n{de}",
    ),
    "comment_count": (
        "{en}\nThe 12 comments of the engineers",
        "{en}\n12",
        "{en}\n12 cars",
    ),
    "comment_thread": (
        "{en}\nReply\nThe mayor has not answered.\nReply",
        "{en}\nWebsite\nOwls\nSnow\nWebsite\nRain\nWind\nWebsite",
        "{en}\nThe council's reply came late\nOwls\nSnow\nIts second reply came later\nRain\nWind\nNo third came",
        "{en}\nAdd a comment\nOwls\nSnow\nAdd a comment\nTides\nBoats\nAdd a comment",
        "{en}\nLeave a reply\nReply\nOwls\nReply\nTides\nReply",
        # no second phrase: a word alone, and one inside a sentence
        "{en}\nComments\nRosa\nReply\nOwls\nSnow\nReply\nTides\nBoats\nReply",
        "{en}\nTides\nRosa\nMy cows swim and leave a comment.\nReply\nEmil\nWho pays?\nReply\nIda\nNobody.\nReply",
        # a thread: its posts are the page's own text
        """
        oakhand
        I have a chair from my grandmother and one of the legs is loose. How do I get the old glue out of it?
        Reply
        mary
        Hide glue. Always hide glue. Warm water and it lets go.
        Reply
        thumb
        Steam it first.
        Reply
        Log in to reply
        """,
    ),
    "told_comments": (
        # a play, a report of what three people say, an interview, two voices
        "{en}\nRosa says:\nMy cows swim.\nEmil says:\nWho pays?\nIda says:\nNobody.",
        "{en}\nWhat the farmer says\nMy cows swim.\nWhat the mayor says\nWho pays?\nWhat the law says\nNobody.",
        "{de}\nFrau Muster sagt:\n„Meine Kühe schwimmen.“\nHerr Probe sagt:\n„Wer zahlt?“\nEr sagt:\n„Keiner.“",
        "{en}\n2 comments\nRosa says:\nMy cows swim.\nEmil says:\nWho pays?",
        "3 comments\nRosa says:\nEmil says:\nIda says:\n{en}",
        "{en}\nRosa says:\n3 May 2024\nMy cows swim.\nEmil says:\n4 May 2024\nWho pays?",
        "{en}\n3 comments\nRosa says.\nMy cows swim.\nEmil says.\nWho pays?\nIda says.\nNobody.",
        "{en}\n3 comments\nRosa of the farm by the ferry says so\nMy cows swim.\n"
        "Emil of the farm by the ferry says so\nWho pays?\nIda of the farm by the ferry says so\nNobody.",
    ),
    "comments_on": (
        '{en}\n3 thoughts on "The long night", a film that nobody saw',
        'Old bridge closed\n{en}\n3 answers to "Old bridge closed"',
        'Why owls sleep\n12 comments on "Why owls sleep"\n{en}',
        '{en}\n12 comments on "Why owls sleep"',
    ),
    "numbered_comments": (
        "{en}\n2 comments\n1. What a lovely bridge it was.\n3. Who pays for the ferry, then?",
        "{en}\nComments\n1. Untie the boat from the landing.\n2. Row to the other bank and tie it up.",
        "12 comments\n1. Untie the boat from the landing.\n2. Row to the other bank.\n{en}",
        "{en}\n12 comments\nTides\nOwls\nBoats\nTrains\nSnow\nFerries\n1. Untie the boat.\n2. Row to the other bank.",
    ),
    "dated_comments": (
        "{en}\nTides\nIn 3 hours\nThe water rises.\nBoats\nFor 3 hours\nThey wait here.\nOwls\n3 hours\nThey hunt.",
        # cards of other articles, a diary, a report by the hour, a thread
        "{en}\nSinger cancels all concerts in the north\n4 June 2021\nShe is ill.\n"
        "Snow expected on the southern passes\n3 June 2021\nTake chains.\nWhy owls sleep\n2 June 2021\nThey hunt.",
        "{en}\n3 May 1904\nThe bridge fell.\n4 May 1904\nNobody came.\n5 May 1904\nThe ferry ran.",
        "{en}\n14:05\nThe bridge fell.\n14:40\nNobody came.\n15:10\nThe ferry ran.",
        "{en}\nRosa\n3 May 2024\nMy cows swim.",
        # nothing is said; figures that are no date; one person; no names; headlines and their days
        "{en}\nComments\nRosa\n3 May 2024\nTides\nEmil\n4 May 2024\nBoats\nIda\n5 May 2024\nOwls",
        "{en}\nRosa\n3 12 2024 17 cows\nMy cows swim.\nEmil\n4 12 2024 17 cows\nWho pays?\nIda\n5 12 2024 17 cows\nNo.",
        "{en}\nRosa\n3 May 2024\nMy cows swim.\nRosa\n4 May 2024\nWho pays?\nRosa\n4 May 2024\nNobody.",
        "{en}\n–\n3 May 2024\nMy cows swim.\n*\n4 May 2024\nWho pays?\n–\n4 May 2024\nNobody.",
        "{en}\nOne entry:\n3 May 2024\nMy cows swim.\nAnother:\n4 May 2024\nWho pays?\nA third:\n4 May 2024\nNobody.",
        "{en}\nRosa came.\n3 May 2024\nMy cows swim.\nEmil went.\n4 May 2024\nWho pays?\nIda sat.\n4 May 2024\nNobody.",
        "{en}\nRosa\n3 May 2024.\nMy cows swim.\nEmil\n4 May 2024.\nWho pays?\nIda\n4 May 2024.\nNobody.",
        "{en}\nMay 3, 2024\nMy cows swim.\nMay 4, 2024\nWho pays?\nMay 5, 2024\nNobody.",
        "{en}\nUpdated 3 May 2024\nMy cows swim.\nUpdated 4 May 2024\nWho pays?\nUpdated 5 May 2024\nNobody.",
        # a heading of comments that is too far above
        "{en}\nComments\n" + "Tides\nOwls\n" * 5 + "Rosa\n3 May 2024\nMy cows swim.\nEmil\n4 May 2024\nWho pays?",
        "{en}\nRosa\n3 May 2024\nMy cows swim.\nEmil\n4 May 2024\nWho pays?",
        # a thread of which each post has its date in the same element
        "<main>\n"
        + "".join(
            f"<div class=post><p class=author>by {who} » 3 March 2019</p>\n<p>{said}</p></div>\n"
            for who, said in [
                ("oakhand", "I have a chair from my grandmother and one of the legs is loose. How do I get it out?"),
                ("mary", "Hide glue was what they used, so warm water and patience are all that you need here."),
                ("thumb", "Steam it first, and hold a cloth around the leg so that the finish does not turn white."),
                ("oakhand", "It came out in one piece after ten minutes of steam, so thank you both for the advice."),
            ]
        )
        + "</main>",
        """
        oakhand
        3 March 2019
        I have a chair from my grandmother and one of the legs is loose. How do I get the old glue out of it?
        Reply
        mary
        3 March 2019
        Hide glue. Always hide glue. Warm water and it lets go.
        Reply
        thumb
        4 March 2019
        Steam it first.
        Reply
        """,
        # events, each with its place and date, without a comment section above
        "{en}\n"
        + "\n".join(
            f"{place}\n{day} June 2031, 7:30 pm\nThe town band plays old songs in the market square, and the bakers"
            " bring bread and cider for everybody who stays until the end of the evening."
            for day, place in enumerate(("Upper Ferry", "Millbrook", "Stone Hill", "Low Water", "Oakhand", "Tern"), 3)
        ),
        "Old bridge closed\nOrla Finch\n4 June 2021\n{en}",
    ),
}

FIRES = {
    "numbered_comments": (
        "{en}\n@ 124 Reader Comments\n@ 1. Truly the best bridge of the north.\n@ Nobody will miss the ferry.\n"
        "@ 4. Who pays for it, then?",
        "{de}\n@ Kommentare (3)\n@ Älteste zuerst\n@ 1) Meine Kühe schwimmen auch.\n"
        "@ 2) Und wer zahlt das am Ende?\nTeilen",
        'Old bridge closed\n{en}\n@ 12 comments on "Old bridge closed"\n@ 2. My cows swim.\n@ Emil\n@ 11. Who pays?',
    ),
    "folded_comments": (
        "@ Discussion about this post\n@ What a lovely read.\n@ Expand full comment\n@ Who pays?"
        "\n@ Expand full comment\nShare",
        "{de}\n@ Diskussion zu diesem Beitrag\n@ Emil\n@ Wer zahlt das?\n@ Ganzen Kommentar anzeigen",
        "{fr}\nEmil\nQui va payer ?\n@ Afficher le commentaire complet",
        "{en}\nComments\n" + "Tides\nOwls\n" * 7 + "@ Expand full comment\nLeave a comment",
    ),
    "reply_buttons": (
        "{en}\nRosa\nMy cows swim.\n@ Reply\nEmil\nWho pays?\n@ Reply",
        "{de}\nRosa\nMeine Kühe schwimmen.\n@ Antworten\nEmil\nWer zahlt?\n@ Antworten",
        "{ja}\n太郎\nうちの牛は泳ぎます。\n@ 返信\n花子\n誰が払うのですか。\n@ 返信",
        "{en}\nRosa\nMy cows swim.\nLike\n@ Reply\nEmil\nWho pays?\nLike\n@ Reply",
    ),
    "comment_heading": (
        "{en}\n@ Leave a reply",
        "{en}\n@ Have your say",
        "{de}\n@ Kommentar schreiben",
        "{en}\n@ Leave a reply\n@ Name\nTides",
    ),
    "comment_count": (
        "{en}\n@ 12 comments",
        "{en}\n@ Comments (12)",
        "{de}\n@ 3 Kommentare",
        "{zh}\n@ 2条评论",
        "{ja}\n@ コメント（2件）",
    ),
    "told_comments": (
        "{en}\n2 comments\n@ Rosa says:\n@ 3 May 2024\n@ My cows swim.\n@ Emil says:\n@ 4 May 2024\n@ Who pays?",
        "{en}\n3 comments\n@ Rosa says:\n@ My cows swim.\n@ Emil says:\n@ Who pays?\n@ Ida says:\n@ Nobody.",
        "{de}\n@ Rosa sagt:\n@ 3. Mai 2024 um 9:14\n@ Meine Kühe schwimmen.\n@ Emil sagt:\n@ 4. Mai 2024 um 8:02\n"
        "@ Wer zahlt?\n@ Ida sagt:\n@ 4. Mai 2024 um 9:30\n@ Keiner.",
        "{en}\n@ 1. Rosa Miller says\n@ My cows swim.\n@ Reply\n@ o Emil says\n@ Who pays?\n@ Reply\n@ 2. Ida says\n"
        "@ Nobody.\nReply",
        "{en}\n3 comments\n@ Rosa\n@ says:\n@ at\n@ My cows swim.\n@ Emil\n@ says:\n@ at\n@ Who pays?\n@ Ida\n@ says:\n"
        "@ at\n@ Nobody.",
    ),
    "comments_on": (
        'Old bridge closed\n{en}\n@ 3 thoughts on "Old bridge closed"',
        "Old bridge closed\n{en}\n@ 12 Comments on “Old bridge closed”",
        "Old bridge closed\n{en}\n@ 12 comments so far on “Old bridge closed”",
        "Alte Brücke gesperrt\n{de}\n@ 2 Gedanken zu „Alte Brücke gesperrt“",
    ),
    "dated_comments": (
        # how long ago, in the languages of CLDR and abbreviated
        "{en}\n@ Rosa\n@ 2 years ago\n@ My cows swim.\n@ Emil\n@ 1 year ago\n@ Reply to Rosa\n@ Who pays?\n@ Ida\n"
        "@ 5 mo. ago\n@ Nobody.",
        "{de}\n@ Rosa\n@ vor 3 Jahren\n@ Meine Kühe schwimmen.\n@ Emil\n@ vor 2 Monaten\n@ Wer zahlt?\n@ Ida\n"
        "@ vor 5 Tagen\n@ Niemand.",
        "{fr}\n@ Rosa\n@ il y a 3 ans\n@ Mes vaches nagent.\n@ Emile\n@ il y a 2 mois\n@ Qui va payer ?\n@ Ida\n"
        "@ 3mo\n@ Personne.",
        "{en}\n@ Rosa\n@ 3 May 2024\n@ My cows swim.\n@ Emil K.\n@ 4 May 2024\n@ Who pays?\n"
        "@ Ida\n@ 4 May 2024\n@ Nobody.",
        "{de}\n@ Rosa\n@ 3. Mai 2024\n@ Meine Kühe schwimmen.\n@ Antworten\n"
        "@ Emil\n@ 4. Mai 2024\n@ Wer zahlt?\nAntworten",
        "{en}\n@ Rosa 3 May 2024\n@ My cows swim.\n@ Reply\n@ Emil 4 May 2024\n@ Who pays?\nReply",
        "{en}\nComments\n@ Rosa\n@ 3 May 2024\n@ My cows swim.\n@ Emil\n@ 4 May 2024\n@ Who pays?",
        "{en}\n@ Rosa\n@ 3 hours ago\n@ My cows swim.\n@ Emil\n@ 4 hours ago\n@ Who pays?\n"
        "@ Ida\n@ 5 hours ago\n@ Nobody.",
        "{en}\n@ Rosa of Harlow town says\n@ 3 May 2024\n@ My cows swim.\n@ Emil of Harlow town says\n@ 4 May 2024\n"
        "@ Who pays?\n@ Ida of Harlow town says\n@ 4 May 2024\n@ Nobody.",
        "{de}\n2 Kommentare\n@ 1. Rosa K. 3. Mai 2024 um 10:17 Uhr\n@ Meine Kühe schwimmen.\n"
        "@ 2. Emil 4. Mai 2024 um 8:02 Uhr\n@ Wer zahlt?",
        "Low water\nOrla Finch\nThe river gives\nits stones away,\n2 comments\n@ Rosa\n@ 5 June 2021\n@ My cows swim.\n"
        "@ Reply\n@ Emil\n@ 6 June 2021\n@ Who pays?\nReply",
        # so many words that they outweigh the article
        "{en}\n6 comments\n"
        + "\n".join(
            f"@ {who}\n@ {day} June 2031, 7:30 pm\n@ I crossed the bridge last week and saw the cracks with my own"
            " eyes, but nobody in the town hall wanted to listen, and so we all waited until it was too late for the"
            " old stones."
            for day, who in enumerate(("Rosa", "Emil", "Ida", "Konrad", "Mina", "Tove"), 3)
        ),
        "By Orla Finch\n4 June 2021\nThe old bridge is closed.\nShare\n@ Rosa\n@ 5 June 2021\n@ My cows swim.\n"
        "@ Reply\n@ Emil\n@ 6 June 2021\n@ Who pays?\nReply",
    ),
    "comment_thread": (
        """
        {en}
        Leave a reply
        @ 3 comments
        @ Rosa
        @ I crossed the bridge last week and saw the cracks with my own eyes, but nobody in the town wanted to listen.
        @ Reply
        @ Emil
        @ The ferry is late every morning.
        @ Reply
        @ Ida
        @ My cows swim.
        @ Reply
        Tides
        """.replace("Leave a reply", "The council meets on Thursday and will speak about tractors, milk and stones."),
        """
        {de}
        Schnee
        @ Kommentar schreiben
        @ Rosa
        @ Ich bin vorige Woche über die Brücke gefahren und habe die Risse gesehen, aber keiner wollte es hören.
        @ Antworten
        @ Emil
        @ Die Fähre kommt jeden Morgen zu spät.
        @ Antworten
        @ Ida
        @ Meine Kühe schwimmen.
        @ Antworten
        """,
        """
        {fr}
        Neige
        @ 3 commentaires
        @ Rosa
        @ Le bac est en retard chaque matin.
        @ Répondre
        @ Émile
        @ Mes vaches savent nager, elles.
        @ Répondre
        @ Ida
        @ Et la mairie dort.
        @ Répondre
        """,
        # headed below, and above a page of nothing else
        "{en}\nTides\n@ Rosa\n@ My cows swim.\n@ Reply\n@ Emil\n@ Who pays?\n@ Reply\n@ Ida\n@ Nobody.\n@ Reply\n"
        "Log in to reply",
        "@ 3 comments\n@ Rosa\n@ I crossed the bridge last week and saw the cracks with my own eyes, too.\n"
        "@ Reply\n@ Emil\n@ Who pays?\n@ Reply\n@ Ida\n@ Nobody.\n@ Reply",
    ),
}
