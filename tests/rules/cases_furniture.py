from __future__ import annotations

NEAR = {
    "advert_mark": (
        "{en}\nAdvertisement for the ferry",
        "{en}\nThe advertisement showed a cow on a bridge.",
        "{de}\nDie Anzeige zeigte eine Kuh.",
    ),
    "paid_links": (
        "{en}\nThe town may earn four crowns for each car on the ferry.\n{de}",
        '{en}\n"We may earn a commission," the ferryman said.\n{de}',
        "{en}\nSponsored by the ferry\n{de}",
        "We may earn a commission, wrote the shop to those who asked it about the boats that it sells.\n"
        "{en}\nWe may earn a commission, wrote another shop, and nobody in the town believed that it would.\n"
        "{de}\nWe may earn a commission, wrote the third, and then the council asked all of them to say it.",
    ),
    "price_button": (
        "{en}\n$60 at Example Store",
        "{en}\n$9 million from Dairies of the East\n{en}\n$20 at the door",
        "{de}\n20 € kostet die Fahrt bei Nacht\n12 € am Tag\n{de}",
        "{en}\n5 May at Example Hall\n7 May at Example Hall",
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
    "paid_links": (
        "@ When you buy a boat with us, we may earn a commission.\n{en}",
        "{en}\n@ This post may contain affiliate links, and we may earn a commission if you buy a boat.\n{de}",
        "{de}\n@ Kaufen Sie darüber ein Boot, erhalten wir eine Provision vom Händler.",
    ),
    "price_button": (
        "{en}\n@ $60 at Example Store\n@ $59.99 at Harlow Boats\n{en}",
        "{de}\n@ 1.199,00 € bei Boot Beispiel\n@ 989 € bei Fährladen",
        "{fr}\n@ 45 € chez Exemple\n{fr}\n@ £40 (was £50) from Harlow Boats\n{en}",
    ),
    "advert_line": (
        "{en}\n@ Brought to you by Dairies of the East",
        "@ Promoted by Dairies of the East\n{en}",
        "{en}\n@ This article contains affiliate links, for which the Gazette may be paid.",
    ),
    "more_link": ("{en}\n@ Read more", "{de}\n@ Weiterlesen", "{en}\n@ Continue reading\n{de}"),
}
