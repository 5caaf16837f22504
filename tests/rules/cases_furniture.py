from __future__ import annotations

NEAR = {
    "advert_mark": (
        "{en}\nAdvertisement for the ferry",
        "{en}\nThe advertisement showed a cow on a bridge.",
        "{de}\nDie Anzeige zeigte eine Kuh.",
    ),
    "advert_line": (
        """
        {en}
        Sponsored by the dairies of the eastern bank, the ferry will run all night, and milk will be sold on its deck.
        {de}
        """,
        "{en}\nThe bridge, sponsored by nobody, has five pillars.",
        "{en}\nSponsored",
    ),
    "more_link": (
        "{en}\nDetails\n{de}",
        "{en}\nRead more in the report of the engineers, which lies in the town hall.",
        "{en}\nMore milk",
    ),
}

FIRES = {
    "advert_mark": ("{en}\n@ Advertisement\n{de}", "{de}\n@ Anzeige", "@ Publicité\n{fr}"),
    "advert_line": (
        "{en}\n@ Brought to you by Dairies of the East",
        "@ Promoted by Dairies of the East\n{en}",
        "{en}\n@ This article contains affiliate links, for which the Gazette may be paid.",
    ),
    "more_link": ("{en}\n@ Read more", "{de}\n@ Weiterlesen", "{en}\n@ Continue reading\n{de}"),
}
