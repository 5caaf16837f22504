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
    ),
}
