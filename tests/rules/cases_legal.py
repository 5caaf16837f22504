from __future__ import annotations

NEAR = {
    "copyright_line": (
        "{en}\nCopyright expired in 1998, the mayor said.",
        "{en}\nPhoto © Ada Thornbury\n{de}",
        "{en}\nThe copyright of the engineers' drawings ends in the year in which the stone is laid, said the mayor.",
        "{en}\nIn 1904 the first bridge fell",
    ),
    "legal_link": (
        """
        {en}
        Privacy
        The ferrymen have hung a curtain before the bench on deck, so that farmers can change their boots unseen.
        """,
        "{en}\nThe terms of the loan are secret.",
        "{en}\nDisclaimers of the engineers fill two pages",
    ),
    "legal_line": (
        "{en}\nThe terms of the loan are secret, but the mayor named the sum.",
        """
        {en}
        All rights reserved, it says on the drawing, and reproduction without permission costs a hundred crowns.
        {de}
        """,
        "{en}\nPrivacy policy",
    ),
    "consent_button": (
        "{en}\nOK",
        "{en}\nStatistics\nThe town counted the cars on the ferry, and twelve an hour was the best that it could note.",
        "{en}\nAccept all",
    ),
    "consent_text": (
        "{en}\nThe baker on the bank gives cookies to those who wait, and nobody has declined them so far.",
        """
        {en}
        "We use cookies" says the page of the ferry company, which the farmers took for an invitation to tea.
        {de}
        """,
        "{en}\nYour consent\n{de}",
    ),
}

FIRES = {
    "copyright_line": (
        "{en}\n@ © 2024 The Harlow Gazette. All rights reserved.",
        "{de}\n@ © Harle-Bote 2019",
        "@ © 2001–2024 港新聞\n{ja}",
        "{en}\n@ Copyright 2002 Harlow Online",
    ),
    "legal_link": (
        "{en}\n@ Privacy policy\n@ Terms of use",
        "{de}\n@ Datenschutz",
        "{fr}\n@ Mentions légales",
    ),
    "legal_line": (
        "{en}\n@ Reproduction in whole or in part without permission is prohibited. All rights reserved.",
        "{en}\n@ By using this site, you agree to our terms of use and privacy policy, which may change.",
        "{en}\n@ The opinions expressed in the letters are those of the farmers alone.",
    ),
    "consent_button": (
        "We use cookies to improve your experience.\n@ Accept all\n@ Reject all\n{en}",
        "{en}\n@ Manage preferences\n@ Accept cookies",
        "{de}\n@ Alle akzeptieren\n@ Alle ablehnen",
    ),
    "consent_text": (
        """
        @ We use cookies and similar technologies on this site to show you tides, boats and advertising that suits you.
        Accept all
        {en}
        """,
        """
        {en}
        @ We value your privacy. We and our partners store and/or access information on a device, such as cookies.
        """,
        """
        @ Wir verwenden Cookies, um Ihnen auf dieser Seite Gezeiten, Boote und passende Werbung zeigen zu können.
        Alle akzeptieren
        {de}
        """,
    ),
}
