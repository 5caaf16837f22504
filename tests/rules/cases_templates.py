"""`37/40 ` before a line says that it is in the book of the page's site (see cases.py)."""

from __future__ import annotations

_COOKIES = "We use cookies and similar technologies to make the Gazette better, and to count who reads it, and when."
_ABOUT = "The Harlow Gazette has been printed on the eastern bank since the year of the great flood, every day but one."
_FORMULA = "The ferrymen are presumed innocent until a court of the province has found them guilty in a final judgment."

NEAR = {
    "site_line": (
        "{en}\n37/40 What happened before\n{en}",
        "{en}\n12/40 Tides and ferries",
        "{en}\n37/40! Harlow in brief\n37/40! Tides",
        "{en}\n37/40? For four people\n37/40? Ready in an hour\n{en}",
        "37/40 The ferry is late, and nobody in Harlow knows why.\n37/40 It was late before.\n{en}",
    ),
    "site_sentence": (
        f"{{en}}\n39/40 {_FORMULA}\n{{en}}",
        f"{{en}}\n39/40 {_FORMULA}\n37/40 Home\n37/40 World",
        f"{{en}}\n37/40 Home\n24/40 {_FORMULA}\n24/40 {_ABOUT}\n37/40 Terms",
        f"39/40 {_FORMULA}\n39/40 {_ABOUT}\n39/40 {_COOKIES}",
    ),
}

FIRES = {
    "site_line": (
        """
        @ 37/40 Home
        @ 37/40 World
        Bridge over the Harlow closed
        {en}
        @ 12/40 Tides and ferries
        @ 40/40 Harlow Gazette
        """,
        "{de}\n@ 30/40 Mehr aus der Region",
        "{ja}\n@ 40/40 お問い合わせ\n@ 40/40 広告掲載",
    ),
    "site_sentence": (
        f"37/40 Home\n@ 39/40 {_COOKIES}\n37/40 World\n{{en}}",
        f"{{en}}\n37/40 Harlow Gazette\n@ 39/40 {_ABOUT}\n@ 32/40 {_COOKIES}",
        f"@ 40/40 {_COOKIES}\n37/40 Home\n37/40 World\n{{fr}}",
    ),
}
