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
