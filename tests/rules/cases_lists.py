from __future__ import annotations

_PARAGRAPH = (
    "The ferry to Harlow carries cars,  tractors and milk from the farms on the eastern bank to the dairy in the town, "
    "and it takes back all that the farmers have bought in the shops or ordered from the capital, even their owls and "
    "their boats."
)

NEAR = {
    "code_lines": (
        "{en}\nHome (12)\nWorld [4]\nSport = fun\nTides",
        "{en}\nCall (555) 0100\nWrite: desk@example.org\nPay = win",
        "{en}\nprint(total)\n{de}",
        "The function f (x) is continuous; the function g (x) is not; nobody in the council knew why.\n{en}",
    ),
    "table_rows": (
        "Home | World | Sport\nTides | Boats | Owls\nSnow | Rain | Wind\n{en}",
        "{en}\nBoat | 12\nFerry | 9\nOwl | 3\n{de}",
        "{en}\nBy Ada Finch | 4 May\nBy Ada Finch | 4 May\nBy Ada Finch | 4 May",
        "<table>\n<tr><td><a href=/1>All boats</a><td>12\n<tr><td><a href=/2>All owls</a><td>9\n"
        "<tr><td><a href=/3>All rain</a><td>7\n</table>",
    ),
    "columned_rows": (
        "{en}\nName  [      ]\nStreet  [      ]\nTown  [      ]\n{de}",
        "{en}\nCookie\tDuration\nferry_id\t1 year\nowl_id\t2 years\n{de}",
        "{en}\n•\tFlour\n•\tEggs\n•\tMilk\n{de}",
        "{en}\nShare\nTides\nOwls\nSnow\nHarlow   3\nTern   1\nCorrow   0\nBexley   2",
        "{en}\nHarlow   3\nTern   1\n{de}",
        "{en}\nHarlow   3\nHarlow   3\nHarlow   3\nTern   4\n{de}",
        "{en}\nThe bridge\tAda Finch\nThe ferry\tOrla Finch\nThe owl\t© Jon Brook\n{de}",
        # two blanks after a sentence, as some type them
        "{en}\nIt rained.  Nobody came.\nThe ferry ran.  It was full.  So?\nCows swam.  Owls flew.  Ice.  So?\n{de}",
        "{en}\n" + "\n".join(_PARAGRAPH.replace("Harlow", town) for town in ("Harlow", "Tern", "Corrow")) + "\n{de}",
        # above the article; of a page of HTML
        "It rained, and the ferry stopped.\nTern   3 pm\nCorrow   5 pm\nBexley   8 pm\nMap\nBoats\nShop\n{en}",
        "<p>{en}\n<pre>\nHarlow   3\nTern   1\nCorrow   0\n</pre>\n<p>{en}",
    ),
    "numbered_steps": (
        "{en}\n1. Singer cancels all concerts\n2. Bridge closed until spring\n3. Owls return to the valley",
        "{en}\n1. Rinse the barley and leave it in water.\n2. Fry the onion until it is soft.",
        "{en}\n3. Rinse the barley in water.\n1. Fry the onion until soft.\n2. Serve the soup hot.",
    ),
    "measured_things": (
        "{en}\nコメント 12\n返信 4\nいいね 31\n閲覧 512",
        "{en}\n간장 2큰술\n설탕 1큰술\n물 2컵\n{de}",
        "{en}\nHarlow 3\nTern 1\nCorrow 0\nBexley 2",
    ),
    "amounts": (
        "{en}\n12 comments\n3 comments\n7 comments\n1 comments",
        "{en}\n200 g flour\n2 eggs\n1 pinch of salt",
        "{en}\n1. Milk\n2. Stone\n3. Ferry\n4. Bridge",
    ),
}

FIRES = {
    "code_lines": (
        """
        {en}
        @ import sys
        @ total = 0
        @ for line in lines:
        @ total += len(line.split())
        @ print(total)
        {de}
        """,
        """
        {en}
        @ $ make boats
        @ $ make owls
        @ boats.c:12
        @ $ ./ferry --slow
        {de}
        """,
        """
        {ru}
        @ function cross(boat) {
        @ return boat.cross();
        @ }
        {ru}
        """,
    ),
    "table_rows": (
        """
        {en}
        @ Boat | Time | Points
        @ Marigold | 2:14 | 24
        @ Kittiwake | 2:15 | 19
        @ Tern | 2:19 | 11
        {de}
        """,
        "<table>\n@ <tr><td>Boats<td>12\n@ <tr><td>Owls<td>9\n@ <tr><td>Rain<td>7 mm\n</table>",
        "{de}\n@ Brücke | Harle | 1912\n@ Fähre | Harle | 1931\n@ Steg | Teich | 1954\n{de}",
        "{en}\n@ | 4 May | 12 cars | dry |\n@ | 5 May | 9 cars | rain |\n@ | 6 May | 17 cars | dry |",
    ),
    "columned_rows": (
        "{en}\n@ Prices\n@ Boat\tPrice\n@ Ferry\t12 €\n@ Rowing boat\t3 €\n{de}",
        # by one blank where the longest cell ends
        "{en}\n@ Ferry                14 €\n@ A night at the hotel 32 €\n@ Bread                4 €\n@ All        "
        "          50 €\n{de}",
        "{de}\n@ Modell | Preis\n@ Tern | billig\n@ Harle | teuer\n@ Kauz | mittel\n{en}",
        "{en}\n@ Area        Day       First time\n@ Harlow      Monday    8 April\n@ The marshes Tuesday   9 April\n"
        "{en}",
        # right below a heading of the article, and with brief lines around
        "{en}\n@ In numbers\n@ Harlow ¦ 3\n@ Tern ¦ 1\n@ Corrow ¦ 0",
        "{en}\nA\nTable 2\nHarlow and its neighbours in the north\n@ Boats of each\n@ Harlow   3\n@ Tern   1\n"
        "@ Corrow   0\nWithout rafts\nSource: the town of Harlow\n{de}",
        "The cookies of Harlow are famous.\n{en}\n@ Harlow   3\n@ Tern   1\n@ Corrow   0\n{de}",
    ),
    "numbered_steps": (
        "{en}\n@ 1. Rinse the barley in cold water.\n@ 2. Fry the onion until soft.\n@ 3. Serve the soup with bread.",
        "{de}\n@ 1) Den Kürbis waschen und entkernen.\n@ 2) Die Eier mit Milch verquirlen.\n@ 3) Alles im Ofen backen.",
        "@ 1. Nettoyez le bac avec soin.\n@ 2. Séchez les rames au soleil.\n@ 3. Rangez le tout au sec.\n{fr}",
    ),
    "measured_things": (
        "{en}\n@ 材料\n@ 菜の花…1束（200g）\n@ 鶏むね肉…1枚\n@ 酒…大さじ1\n@ 塩…少々\n{en}",
        "{en}\n@ 간장 2큰술\n@ 설탕 1큰술\n@ 물 2컵\n@ 대파 1/2대\n{de}",
        "{de}\n@ мука - 200 г\n@ молоко - 1/2 л\n@ масло: 50 г\n@ сахар: 30 г\n{de}",
    ),
    "amounts": (
        "{en}\n@ 200 g flour\n@ 2 eggs\n@ 1 pinch of salt\n@ ½ litre of milk\n{de}",
        "Soup\n@ Ingredients\n@ 500 g barley\n@ 2 cups of milk\n@ 12 small plums\n@ 80 ml oil\n@ salt\nBoil it.",
        "{de}\n@ 300 g mehl\n@ 2 eier\n@ 1 prise salz\n@ 100 ml milch",
        "@ 2 стакана муки\n@ 3 яйца\n@ 1 щепотка соли\n@ 200 мл молока\n{ru}",
    ),
}
