from __future__ import annotations

_THREAD = """
    oakhand
    @ I have a chair from my grandmother and one of the legs is loose. How do I get the old glue out of it?
    Reply
    mary
    @ Hide glue. Always hide glue. Warm water and it lets go.
    Reply
    oakhand
    @ Thanks. Liquid or the kind you cook?
    Reply
    """

_ACCORDION = """<main>
<p>The old bridge was closed on Monday after engineers found cracks in two of its pillars, the mayor said.</p>
<h2><button>Cars and carts</button></h2>
<p>The ferry carries twelve cars an hour, and farmers may load their milk first.</p>
<h2><button>On foot</button></h2>
<p>Whoever walks or cycles may use the railway bridge until the end of May.</p>"""
_MARKED = "\n".join(line if "<main>" in line or "old" in line else f"@ {line}" for line in _ACCORDION.split("\n"))

NEAR = {
    "panels": (
        _ACCORDION.replace("<h2><button>On foot</button></h2>", "<h2>On foot</h2>"),
        _ACCORDION.replace("<button>", "").replace("</button>", ""),
        _ACCORDION.replace("<main>", "<nav>"),
        _ACCORDION.replace("<p>", "<button>").replace("</p>", "</button>").replace("h2", "span"),
        _ACCORDION.replace("On foot", "Cars and carts"),
        _ACCORDION.replace("On foot", "Whoever goes on foot must wait."),
        _ACCORDION.replace("Whoever walks or cycles may use the railway bridge", "Wait"),
        _ACCORDION.replace("end of May.", "end of May"),
        _ACCORDION.replace("the railway bridge", '<a href="/bridge">the railway bridge</a>'),
        _ACCORDION.replace("On foot", "Analytics cookies"),
        _ACCORDION.replace("Whoever walks or cycles may", "By accepting all you agree that we may"),
        _ACCORDION.replace("<h2><button>On foot</button></h2>", "<button>On foot</button>"),
    ),
    "posts": (
        "By Orla Finch\n{en}\nRosa\nMy cows swim.\nReply\nEmil\nWho pays?\nReply\nRosa\nNobody.\nReply",
        _THREAD.replace("@ ", "").replace("oakhand", "oak", 1),
        "3 comments\n" + _THREAD.replace("@ ", "").replace("    ", ""),
    ),
    "verse": (
        "Home\nWorld\nTides\nBoats\nOwls\nSnow\nRain\nWind\nMaps",
        "So much rain,\nso little light,\nso many boats",
        "<ul>\n"
        + "".join(f"<li><a href=/{n}>{line}</a>\n" for n, line in enumerate(["rain, no light,", "so many boats"] * 5))
        + "</ul>",
        "{en}",
    ),
    "speaker_turns": (
        """
        Photo: Ada Thornbury, Harlow
        Price: four crowns, or two.
        Photo: Orla Finch, Harlow
        Price: six crowns, or three.
        """,
        "MAYOR: The bridge is closed, and it stays closed until spring.\nFARMER: And our milk?\n{en}",
        "Note: the ferry, which is old, stops at night.\nHint: take a boat, if you have one.\n{en}",
    ),
    "song": (
        "{en}\n[Applause]\n{de}\n[Laughter]\n{fr}",
        "[views]\nHome\nWorld\n[views]\nTides\nOwls\n[views]\nBoats\nSnow\n{en}",
        "{en}\n[Image 1]\n[Image 2]\n[Image 3]",
    ),
    "signed_turns": (
        "{en}\n- Owls return\n▲ Bridge closed\n- Singer cancels\n▲ Ferry late\n- Snow falls\n▲ Rain stops",
        "{en}\n- We asked the owls.\n- They said nothing.\n- We asked again.\n- They flew.\n- We left.",
        "{en}\nQ. Who pays?\nA. The town pays.\n{de}",
    ),
    "interview": (
        "{en}\nWho will pay?\nWhat about the owls?\nWhere is the ferry?",
        "{en}\nWho will pay?\nThe town will pay for the bridge, she said.\n{de}",
        "Who will pay?\nYes.\nWhat now?\nNo.\nWhere is it?\nHere.",
    ),
    "timed_entries": (
        "{en}\n14:05\nSinger cancels all concerts\n13:40\nOwls return to the valley\n12:58\nBridge closed until spring",
        "14:05\n{en}",
        "{en}\nLatest\n14:05\n13:40\n12:58",
        "{en}\n14:05\nThe road to Corrow is closed.\n13:40\nThe school is shut.\n12:58\nIt rains.",
    ),
    "timeline": (
        "{en}\nArchive\n2024\n2023\n2022\n2021",
        "{en}\n1847\nA storm wrecks three ships.\n1856\nThe lamp is lit.",
        "{en}\n1856\nThe first lamp.\n1847\nThe second lamp.\n1911\nThe third lamp.",
    ),
}

FIRES = {
    "panels": (
        _MARKED,
        _MARKED.replace("<h2>", "").replace("</h2>", ""),
        _MARKED + "\n<h2><button>Show more</button></h2>\n<p>Ferries</p>",
    ),
    "signed_turns": (
        "{en}\n@ -첫 배는 언제 뜨나.\n@ ▲새벽 다섯 시에 뜬다.\n@ -누가 모나.\n@ ▲내가 몬다.\n@ -추운가.\n@ ▲춥다.",
        "{de}\n@ ― Who pays?\n@ ● The town does.\n@ ― And the owls?\n@ ● They fly.\n@ ― When?\n@ ● At night.",
        "@ Q. いつ渡れますか。\n@ A. 四月です。\n@ Q. 夜は。\n@ A. 閉めます。\n@ Q. 犬は。\n@ A. 渡れます。\n{en}",
    ),
    "timeline": (
        "{en}\n@ 1847\n@ A storm wrecks three ships.\n@ 1856\n@ The lamp is lit.\n@ 1911\n@ It shines.",
        "{de}\n@ 2019\n@ Ein Verein kauft den Turm.\n@ 1983\n@ Der Wärter geht.\n@ 1945\n@ Der Turm ist dunkel.",
        "{ja}\n@ 1847\n@ 嵐で船が沈んだ。\n@ 1856\n@ 灯台に火がともる。\n@ 1911\n@ 電気が通った。",
    ),
    "posts": (
        _THREAD,
        _THREAD.replace("Reply", "Antworten"),
        _THREAD.replace("oakhand\n", "oakhand\n    3 March 2019\n").replace("Reply", "Répondre"),
    ),
    "verse": (
        """
        @ So much rain upon the roof,
        @ so little light within the house,
        @ and none of us has any proof
        @ that there was ever such a mouse
        @ as that which ate the bread at night,
        @ the butter and the candle too,
        @ and left before the morning light
        @ a hole that someone else looked through
        """,
        """
        @ Der Regen fällt auf unser Dach,
        @ die Lampe flackert in der Nacht,
        @ und einer liegt noch immer wach,
        @ der an die alte Brücke dacht
        @ und an den Fluss, der unten zieht,
        @ und an das Lied vom Wassermann,
        @ das keiner singt und keiner sieht
        @ und keiner je vergessen kann
        """,
        """
        @ Дождь по крыше бьёт всю ночь,
        @ лампа еле-еле светит,
        @ сон уходит тихо прочь,
        @ и никто мне не ответит,
        @ отчего не спит река,
        @ отчего молчит дорога,
        @ и плывут издалека
        @ лодки мимо моего порога
        """,
    ),
    "speaker_turns": (
        """
        @ MAYOR: The bridge is closed, and it stays closed until spring.
        @ FARMER: And our milk, who will carry it across?
        @ MAYOR: The ferry will, twelve cars an hour, day and night.
        @ FARMER: Then we shall drink it ourselves, all of it.
        """,
        """
        @ Finch: Wann haben Sie die Risse zum ersten Mal gesehen, Frau Dornburg?
        @ Dornburg: Am Montag, als die Ingenieure mich anriefen, kurz nach acht.
        @ Finch: Und was haben Sie dann getan, wenn ich fragen darf?
        @ Dornburg: Ich bin hingegangen, zu Fuß, und habe das Schild selbst aufgestellt.
        """,
        """
        @ Мэр: Мост закрыт, и закрыт он до самой весны.
        @ Крестьянин: А молоко, кто его теперь повезёт в город?
        @ Мэр: Паром, двенадцать машин в час, днём и ночью.
        @ Крестьянин: Тогда мы выпьем его сами, всё до капли.
        """,
    ),
    "song": (
        """
        @ [Verse 1]
        @ I took the slow train out of town
        @ and nobody was there
        @ [Chorus]
        @ Oh, the slow train
        @ Oh, the slow train
        """,
        """
        {en}
        @ [Strophe 1]
        @ Die Fähre fährt nicht mehr
        @ der Fluss ist viel zu breit
        @ [Refrain]
        @ Oh Harle, oh Harle
        @ du hast ja alle Zeit
        """,
        """
        @ [Припев]
        @ Плыви, плыви, паром
        @ через реку домой
        @ [Куплет 2]
        @ А мост стоит один
        @ под снегом и луной
        """,
    ),
    "interview": (
        """
        @ Are you tired of the river?
        @ Nobody who lives beside it is ever tired of it.
        @ Even in spring?
        @ In spring we move the chairs to the first floor.
        @ And the cows?
        @ They know the way.
        {en}
        """,
        """
        @ Wann ist der Deich fertig?
        @ Ein Deich ist nie fertig, er wird nur nicht höher.
        @ Und was kostet das im Jahr?
        @ Viel Geld.
        @ Schlafen Sie gut?
        @ Nein.
        """,
        """
        @ ¿Quién paga el puente?
        @ Lo paga el pueblo, como siempre, y lo paga dos veces.
        @ ¿Y la barca?
        @ La barca se paga sola.
        @ ¿Hasta cuándo?
        @ Hasta la primavera.
        {es}
        """,
    ),
    "timed_entries": (
        """
        Flood in the valley
        @ 14:05
        @ The council has opened the sports hall, and two hundred beds are ready, a spokesman of the town says.
        @ 13:40
        @ Our reporter at the lower bridge says that the water, which is brown, has reached the railings.
        @ 12:58
        @ The weather service expects the rain, which began on Sunday, to stop by the evening at the latest.
        @ 11:30
        @ The road to Corrow is closed.
        """,
        """
        Hochwasser im Tal
        @ 14.05 Uhr
        @ Die Stadt hat die Turnhalle geöffnet, und zweihundert Betten stehen bereit, sagt ein Sprecher am Mittag.
        @ 13.40 Uhr
        @ An der unteren Brücke hat das Wasser, das braun und schnell ist, inzwischen das Geländer erreicht.
        @ 12.58 Uhr
        @ Der Wetterdienst rechnet damit, dass der Regen, der am Sonntag begann, bis zum Abend aufhört.
        """,
        """
        {en}
        @ 12:58
        @ The weather service expects the rain, which began on Sunday, to stop by the evening at the latest.
        @ 13:40
        @ Our reporter at the lower bridge says that the water, which is brown, has reached the railings.
        @ 14:05
        @ The council has opened the sports hall, and two hundred beds are ready, a spokesman of the town says.
        """,
    ),
}
