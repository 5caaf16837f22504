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
        "{en}\nRead also:\nSinger cancels all concerts",
        "{en}\nShare:\nFacebook\nMail",
        "The council of the town named these three things:\nStone\nMilk",
    ),
    "asked_between": (
        "{en}\nWho will pay?",
        "Who will pay?\n{en}",
        "{en}\nWho?\n{de}",
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
    "verse": (
        "Home\nWorld\nTides\nBoats\nOwls\nSnow\nRain\nWind\nMaps",
        "So much rain,\nso little light,\nso many boats",
        "{en}",
    ),
    "amounts": (
        "{en}\n12 comments\n3 comments\n7 comments\n1 comments",
        "{en}\n200 g flour\n2 eggs\n1 pinch of salt",
        "{en}\n1. Milk\n2. Stone\n3. Ferry\n4. Bridge",
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
    "asked_between": (
        "{en}\n@ Who will pay for the new pillars?\n{de}",
        "{ru}\n@ Кто заплатит за новые опоры моста?\n{ru}",
        "{ja}\n@ 費用は誰が払うのか？\n{ja}",
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
    "amounts": (
        "{en}\n@ 200 g flour\n@ 2 eggs\n@ 1 pinch of salt\n@ ½ litre of milk\n{de}",
        "{de}\n@ 300 g mehl\n@ 2 eier\n@ 1 prise salz\n@ 100 ml milch",
        "@ 2 стакана муки\n@ 3 яйца\n@ 1 щепотка соли\n@ 200 мл молока\n{ru}",
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
