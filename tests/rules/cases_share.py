from __future__ import annotations

NEAR = {
    "share_button": (
        "{en}\nPrint\n{de}",
        "{en}\nShare prices of the ferry company fell.",
        "{en}\nMail\n{de}",
    ),
    "share_count": ("{en}\n12 cars share the deck", "{en}\n12", "{en}\nOwls 12"),
    "share_line": (
        "{en}\nShare this article of faith with nobody, the ferryman said, for the river hears what is said.",
        "{en}\nCopy link\n{de}",
        "{en}\nThe farmers share milk on the bank",
        "{en}\nShare this page 4 times with farmers",
    ),
    "reader_count": (
        "{en}\n312 cars",
        "{en}\n412 votes were cast for the bridge",
        """
        {en}
        412 votes
        The ballot was held in the boathouse, and the farmers, who had come over by ferry, counted twice that night.
        {en}
        """,
    ),
    "rating": (
        "Rating: 4/5\n{en}",
        "{en}\nFarmers take 3 seats with 112 votes",
        "{en}\n4 out of 5 stars",
        "{en}\n0.10 – 0.30 per view",
        """
        {en}
        Ferry café: 4.6 from 112 votes
        The café on the ferry is the only one in the valley, and its owner says that she reads what her guests write.
        {en}
        """,
    ),
}

FIRES = {
    "share_button": (
        "{en}\n@ Share this article\n{de}",
        "@ Facebook\n@ WhatsApp\n{en}",
        "{de}\n@ Teilen",
    ),
    "share_count": ("{en}\n@ 12 shares", "{en}\n@ Facebook 3", "{de}\n@ 4 Likes"),
    "share_line": (
        "{en}\n@ Share this story on Facebook",
        "{en}\n@ Share on Facebook Share on X",
        "{en}\n@ Click to share on Reddit (new window)",
        "@ Artikel anhören (8 Minuten)\n{de}",
    ),
    "reader_count": (
        "@ 312 views\n{en}",
        "{de}\n@ 312 Aufrufe",
        "@ 312 просмотров\n{ru}",
        "@ 阅读 312\n{zh}",
        "@ 312 बार देखा गया\nपुल बंद।",
    ),
    "rating": (
        "@ 4.6 from 112 votes\n{en}",
        "@ Rated 4.9 out of 5 (2,604 reviews)\nServes 4\n{en}",
        "{es}\n@ 4,8/5 - (37 votos)",
        "@ Оценка: 4,6 (112 голосов)\n{ru}",
        "@ 评分：4.6（112人评价）\n{zh}",
        "@ रेटिंग: 4.6 (112 वोट)\nपुल बंद।",
    ),
}
