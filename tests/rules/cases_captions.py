from __future__ import annotations

NEAR = {
    "agency_credit": (
        "{en}\nThe ferry was full on Monday. AFP",  # below the article
        "{en}\nThe mayor asked AFP on Monday. Nobody answered\n{de}",
        "{en}\nThe ferry was full on Monday. Reporters swam\n{de}",
        "The boat sank on Monday. dpa\nThe mayor swam on Tuesday. dpa\nThe ferry came on Wednesday. dpa\n{en}",
    ),
    "photo_credit": (
        """
        {en}
        The photo by the ferryman shows two tractors on the bank, three cows, and behind them the bridge in the snow. It
        was taken in the year of the great flood and has hung in the town hall ever since, where the mayor looks at it.
        """,
        "{en}\n(Photo credit: J. Doe) The singer has cancelled all of her concerts in the north, her manager...",
        "{en}\n© 2024 The Harlow Gazette",
    ),
    "ending_credit": (
        "{en}\nShe put the photo: a wedding, on the wall\n{de}",
        "{en}\nThe ferry was full. Photo: the ferryman took it from the bank, with the snow behind him.\n{de}",
        "{en}\nThe ferry was full. Picture: a winter without snow\n{de}",
        # a credit that was glued to a paragraph
        "{en}\nThe ferry was full on Monday, since the bridge had been closed the night before and nobody had thought"
        " of a second boat; those who came late had to wait until noon, and some of them went home on foot through the"
        " snow. Photo: Ada Thornbury\n{de}",
        # an entry of a list that tells more than a picture shows
        "{en}\n• How deep is the river? Nobody knew, until the engineers of the bridge measured it and found three feet"
        " of water. Photo: Ada Thornbury\n{de}",
    ),
    "placed_people": (
        "{en}\nLoosen the screw (left) before you lift the lid, and hold the lever (right) with one hand.\n{de}",
        "{en}\nThe road from left to right on the map is closed until noon on Monday, the mayor said.\n{de}",
        "{en}\nThe ferry turned left, and the tractors on the right bank waited for it until Monday.\n{de}",
        # a paragraph
        "{en}\nThe mayor, Ada Thornbury (left), had promised a new bridge before the snow came; she has not done so,"
        " say the farmers on the eastern bank, who now wait for the ferry with their milk every morning, in rain and in"
        " snow, and who say that they will not vote for her again when the valley chooses in spring.\n{de}",
        "{de}\n1. Schraube (links) lösen\n2. Deckel (rechts) heben\n{en}",
    ),
    "beside_credit": (
        "{en}\nThe ferry at noon\nPhoto: Ada Thornbury\n{de}",
        "{en}\nTractors\nTractors\n{de}",
        "{en}\nTractors\nOwls\nSnow\nPhoto: Ada Thornbury\nRain\nWind\nTractors",
    ),
    "said_twice": (
        "Harlow Bridge\nHarlow Bridge\n1\n2\n3\n{en}",
        "{en}\nThe river\nThe river\n{de}",
        """
        {en}
        The tractors wait on the eastern bank
        Their drivers drink tea in the kitchen of the ferry house, and the milk in the cans grows warm, they complain.
        The tractors wait on the eastern bank
        {de}
        """,
    ),
    "image_placeholder": (
        "{en}\n[Applause]",
        "{en}\n[The mayor laughs.]",
        "{en}\n[Chorus]",
    ),
}

FIRES = {
    "agency_credit": (
        "{en}\n@ The ferry lay in the harbour of Harlow on Monday. (AP)\n{en}",
        "{en}\n@ The old bridge on Monday, seen from the western bank. Ada Thornbury/AFP\n{de}",
        "{de}\n@ Die alte Brücke am Montag, vom Westufer gesehen. © Ada Dornburg/dpa\n{en}",
        "{en}\n@ 시장이 월요일 다리 위에서 기자들에게 설명하고 있다. 뉴시스\n{de}",
        "{fr}\n@ Le vieux pont lundi, vu de la rive occidentale. Ada Dornbourg / AFP via Getty Images\n{en}",
    ),
    "photo_credit": (
        "{en}\n@ Photo: Ada Thornbury\n{de}",
        "{en}\n@ The ferry at noon on Monday. (Photo: Ada Thornbury)\n{de}",
        "{de}\n@ Foto: Ada Dornburg\n{en}",
    ),
    "ending_credit": (
        "{en}\n@ The old bridge on Monday. Photo: Ada Thornbury / HG\n{de}",
        "{de}\n@ Die alte Brücke am Montag. Foto: Ada Dornburg\n{en}",
        "{de}\n@ • Die alte Brücke am Montag. Foto: Ada Dornburg\n{en}",
        "{en}\n@ The Harlow ferry, model of 2021. Photo Credit: Ada Thornbury\n{de}",
        "{ja}\n@ 月曜日の古い橋。写真：山田太郎\n{en}",
    ),
    "placed_people": (
        "{en}\n@ Ada Thornbury (left) hands the key of the bridge to Tom Harlow\n{de}",
        "{de}\n@ Die Fährleute Ada Dornburg (l.) und Tom Haller auf der alten Brücke.\n{en}",
        "{en}\n@ From left, Ada Thornbury, Tom Harlow and Jane Doe on the ferry on Monday.\n{de}",
        "{ja}\n@ 鍵を受け取る山田太郎氏（左）と鈴木花子氏\n{en}",
        "{de}\n@ Ada Dornburg, Tom Haller und Jana Dorn (v.l.n.r.) am Ufer\n{en}",
    ),
    "beside_credit": (
        "{en}\n@ Tractors\nPhoto: Ada Thornbury\n@ Tractors\n{de}",
        "{en}\n@ The ferry at noon\n@ The ferry at noon\nPhoto: Ada Thornbury\n{de}",
        "{de}\nFoto: Ada Dornburg\n@ Die Fähre am Mittag\n@ Die Fähre am Mittag\n{en}",
    ),
    "said_twice": (
        """
        {en}
        @ The tractors wait on the eastern bank
        @ The tractors wait on the eastern bank
        {de}
        """,
        """
        @ Der Rat der Stadt auf der Fähre am Montag
        @ Der Rat der Stadt auf der Fähre am Montag
        {de}
        """,
        """
        {ja}
        @ 渡し船を待つトラクターの列
        @ 渡し船を待つトラクターの列
        {ja}
        """,
    ),
    "image_placeholder": ("{en}\n@ [Logo-1]\n{de}", "@ [image]\n{en}", "{ru}\n@ bridge_at-noon_2.jpg\n{ru}"),
}
