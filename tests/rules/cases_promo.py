from __future__ import annotations

NEAR = {
    "promo_button": (
        "{en}\nSign up at the town hall for a place on the ferry, the mayor said.",
        "{en}\nThe newsletter of the ferrymen costs nothing and has eleven readers, most of them on the bank.",
        "{en}\nThe app of the ferry",
        """
        {en}
        Mobile apps
        Most mobile apps of ferry companies show the times, but the apps of the Harlow ferry show the river, too.
        {en}
        """,
    ),
    "promo_line": (
        """
        {en}
        The ferry company said that its weekly newsletter would list the times, and a boy would carry it around.
        {de}
        """,
        """
        {en}
        "Subscribe to our newsletter" stood on the side of the ferry, and a farmer had painted a cow beside it.
        {de}
        """,
        """
        {en}
        People can follow us on foot over the ice, the ferryman said, if the winter is as cold as the last one was.
        {de}
        """,
        """
        {en}
        Publish news of your ferry on the door of the town hall, the mayor told them, and all of Harlow will read it.
        {de}
        """,
    ),
    "paywall_line": (
        """
        {en}
        Whoever is already a subscriber of the paper crosses for half the price, which the council calls unfair.
        {de}
        """,
        "{en}\nThe ferry is free for subscribers.",
        "{en}\nThe content of the milk cans",
    ),
}

FIRES = {
    "promo_button": (
        "{en}\n@ Sign up",
        "@ Newsletter\n{de}",
        "{en}\n@ Download our app\n{de}",
    ),
    "promo_line": (
        """
        {en}
        @ Get a daily dose of river news through our daily email, it costs nothing and keeps you fully up to date.
        @ Publish news of your farm, ferry or club by submitting a news release to the Gazette.
        """,
        "{en}\n@ Sign up for our newsletter and read the Gazette in your inbox every morning",
        "@ Follow us on Instagram and Facebook\n{en}",
    ),
    "paywall_line": (
        "{en}\n@ Subscribe to continue reading",
        "{en}\n@ Already a subscriber? Log in",
        "@ This article is for subscribers only\n{en}",
    ),
}
