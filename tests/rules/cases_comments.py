from __future__ import annotations

NEAR = {
    "comment_heading": (
        """
        {en}
        Comments
        The engineers declined to speak about the pillars, and the council has forbidden its members to do so in public.
        """,
        "{en}\nName",
        "{en}\nThe mayor leaves comments to others.",
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
    ),
}

FIRES = {
    "comment_heading": (
        "{en}\n@ Leave a reply",
        "{en}\n@ Have your say",
        "{de}\n@ Kommentar schreiben",
    ),
    "comment_count": ("{en}\n@ 12 comments", "{en}\n@ Comments (12)", "{de}\n@ 3 Kommentare"),
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
    ),
}
