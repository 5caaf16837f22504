from __future__ import annotations

_FILES = "[old-ferry-1]\n[bridge_at_night-300x200]"
_LONE = "a ferry on the river at night"

NEAR = {
    "picture_names": (
        # one alone, sections of an abstract, sounds, and parts of a configuration
        "{en}\n[old-ferry-1]\n{en}",
        "[Purpose]\n{en}\n[Results]\n{en}\n[Conclusion]\n{en}",
        "{en}\n[Applause]\n[Laughter]\n{de}",
        "{en}\n[build-system]\nrequires = []\n[tool-2.ferry]\nspeed = 4\n[on-board]\ncrew: 2\n{en}",
        "{en}\n[build-system2]\nrequires = []\n[tool-2.ferry]\nspeed = 4\n[Applause]\n{en}",
        "{en}\nThe ferry at nightThe ferry at night\n{en}\n[Harlow]\n{en}",
        # names beside other words, places for names, numbers of notes
        "{en}\nSee [old-ferry-1] and [bridge-2] for more.\n{en}",
        "{en}\n[12]\n[13-15]\n{en}",
        "{en}\n[your name here]\n[the day and the hour]\n{en}",
    ),
    "glued_copy": (
        # with a blank between, laughter, calls, and what is a word
        "{en}\nThe old ferry The old ferry\n{en}",
        "{en}\nhahahahahahahahahaha\n{en}",
        "{en}\nLa la la laLa la la la\n{en}",
        "{en}\nRow onRow on\n{en}",
        "{en}\nJo AdamJo Adam\n{en}",
        "{ja}\nわっしょいわっしょいわっしょいわっしょい\n{ja}",
        # twice, but for a letter
        "{en}\nThe ferry runsThe ferry run!\n{en}",
        "{en}\nA ferry at nightA ferry in night\n{en}",
    ),
    "described_picture": (
        # sentences, a figure of speech, what stands away from the article, and a line of two words
        "{en}\nA photo of the bridge was put up in the hall.\n{en}",
        "{en}\nThis image shows what the town has lost in the flood, the mayor said.\n{en}",
        "{de}\nEin Foto von der Fähre hing lange im Rathaus.\n{de}",
        "{en}\nA picture of better days\n{en}",
        "{en}\nThey kept a photo of the old ferry\n{en}",
        "Screenshot of the ferry's new web site\n{en}",
        "{en}\nScreenshot of\n{en}",
        f"{{en}}\nScreenshot of {'a ferry and a bridge and ' * 8}a mill\n{{en}}",
    ),
    "credited_description": (
        # sentences, a paragraph to which the credit was glued, a long entry of a list, and a credit by itself
        "{en}\nThe old ferry lies in the harbour. Photos by readers are welcome.\n{en}",
        "{en}\nThe old ferry lies in the harbour. Photograph by photograph the town came back to her.\n{en}",
        f"{{en}}\n{'The old ferry lies in the harbour of the town. ' * 5}Photograph by Ada Finch.\n{{en}}",
        f"{{en}}\n- {'The old ferry lies in the harbour of the town. ' * 3}Photograph by Ada Finch\n{{en}}",
        "{en}\nPhotograph by Ada Finch\n{en}",
        "{en}\nThe old ferry lies in the harbour; photograph by Ada Finch.\n{en}",
        "{en}\nThe old ferry lies in the harbour. photograph by Ada Finch\n{en}",
        # a word for a picture alone, twice
        "{en}\nThe Old Ferry, 1998. Photo Harlow Books.\nThe New Bridge, 2001. Photo Harlow Books.\n{en}",
    ),
    "signed_description": (
        # notices, outside the article, an item, a paragraph, small letters, and a name alone
        "{en}\n© 2024 Harlow Post\n{en}",
        "{en}\nThe Harlow Post © 2024 Harlow Post. All rights reserved.\n{en}",
        "{en}\n{de}\nThe old ferry of Harlow © Ada Finch",
        "{en}\n- The old ferry of Harlow © Ada Finch\n{en}",
        f"{{en}}\n{'The old ferry lies in the harbour of the town. ' * 5}© Ada Finch\n{{en}}",
        "{en}\nThe sign for such rights is the © and nothing else\n{en}",
        "{en}\nHarlow © Ada Finch\n{en}",
    ),
    "described_again": (
        # a refrain on a page without names of pictures, lines apart, a word that comes back
        "{en}\nRow the ferry over\nRow the ferry over\n{en}",
        f"{_FILES}\n{{en}}\nThe old ferry\n{{en}}\nThe old ferry",
        f"{_FILES}\n{{en}}\nFerry\nFerry\n{{en}}",
        "{en}\n[old-ferry-1]\nThe old ferry\nThe old ferry\n{en}",
    ),
    "lone_description": (
        # on a page without names of pictures, beside the line above or below, and after what goes on
        f"{{en}}\n\n{_LONE}\n\n{{en}}",
        f"{_FILES}\n\n{{en}}\n{_LONE}\n\n{{en}}",
        f"{_FILES}\n\n{{en}}\n\n{_LONE}\n{{en}}",
        f"{_FILES}\n\n{{en}}\n\nWhat they saw was:\n\n{_LONE}\n\n{{en}}",
        # headings, sentences, marked items, code and addresses, names, and what is too brief or too long
        f"{_FILES}\n\n{{en}}\n\nA ferry on the river at night\n\n{{en}}",
        f"{_FILES}\n\n{{fr}}\n\nÉlégant bac sur la rivière de nuit\n\n{{fr}}",
        f"{_FILES}\n\n{{en}}\n\n{_LONE}.\n\n{{en}}",
        f"{_FILES}\n\n{{en}}\n\na) the ferry on the river\n\n{{en}}",
        f"{_FILES}\n\n{{en}}\n\nferry = boats[0] or None\n\n{{en}}",
        f"{_FILES}\n\n{{en}}\n\neBoats and what they are for\n\n{{en}}",
        f"{_FILES}\n\n{{en}}\n\nthe ferry\n\n{{en}}",
        f"{_FILES}\n\n{{en}}\n\n{_LONE} and {'and '.join([_LONE + ' '] * 4)}\n\n{{en}}",
        # outside the article
        f"{_FILES}\n\n{_LONE}\n\n{{en}}",
    ),
}

FIRES = {
    "picture_names": (
        "{en}\n@ [old-ferry-1]\n{en}\n@ [bridge_at_night-300x200]\n{en}\n@ [mayor]",
        "@ [svg]\n{de}\n- [Fähre-an-der-Mühle]\n{de}".replace("- [", "@ - ["),
        "{fr}\n@ [svg][bac-de-nuit]\n{fr}\n@ [4f1c9a2-pont]\n@ [pont%202]",
        # beside a part of a configuration, and numbers of notes
        "{en}\n@ [old-ferry-1]\n@ [svg]\n{en}\n[build-2]\nspeed = 4\n[123]\n{en}",
        "{en}\n\n@ [old-ferry-1]\n\nFerry: it is closed on Monday.\n\n@ [svg]\n\n{en}",
        # what two descriptions for two screens show
        "{en}\nThe ferry at nightThe ferry at night\n{en}\nA bridge of woodA bridge of wood\n{en}\n@ [Harlow]\n{en}",
    ),
    "glued_copy": (
        "{en}\n@ The ferry at night.The ferry at night.\n{en}",
        "{de}\n@ - Eine Fähre auf dem FlussEine Fähre auf dem Fluss\n{de}",
        "{en}\n@ [ferry-2]The old ferryThe old ferry\n{en}",
        "{ja}\n@ 川を渡る古い渡し船の写真川を渡る古い渡し船の写真\n{ja}",
    ),
    "described_picture": (
        "{en}\n@ Screenshot of the ferry's new web site\n{en}",
        "{en}\n@ Above: the old ferry lies in the harbour, and nobody has painted it since.\n{en}",
        "{de}\n@ Nahaufnahme von einem Ruder auf der alten Fähre\n{de}",
        "{es}\n@ Captura de pantalla de la nueva página del puerto\n{es}",
        "{fr}\n@ Gros plan sur la rame d'un vieux bac\n{fr}",
    ),
    "credited_description": (
        "{en}\n@ The old ferry lies in the harbour. Photograph by Ada Finch.\n{en}",
        "{en}\n@ The old ferry lies in the harbour. Photo: riverBoat/Ada Finch\n{en}",
        "{de}\n@ Die alte Fähre liegt im Hafen. Foto: Ada Fink.\n{de}",
        "{en}\n@ - The old ferry lies in the harbour. Image courtesy of Harlow Museum\n{en}",
        # a word for a picture alone, three times
        "{en}\n@ The Old Ferry, 1998. Photo A. Finch.\n@ The New Bridge, 2001. Photo Jo Weber."
        "\n@ The Mill, 2004. Photo Ada Finch.\n{en}",
    ),
    "signed_description": (
        "{en}\n@ The old ferry lies in the harbour. © Ada Finch | Harlow Images\n{en}",
        "{de}\n@ Die alte Fähre | © 2019 Ada Fink\n{de}",
        "{fr}\n@ Le vieux bac au port. © hafen/A. Finch\n{fr}",
    ),
    "described_again": (
        f"{_FILES}\n{{en}}\n@ The old ferry of Harlow\nThe old ferry of Harlow\n{{en}}",
        f"{_FILES}\n{{en}}\n@ The old ferry\n@ The old ferry\n@ The old ferry\nThe old ferry\n{{en}}",
        f"{_FILES}\n{{de}}\n@ Die alte Fähre\nDIE ALTE FÄHRE\n{{de}}",
    ),
    "lone_description": (
        f"{_FILES}\n\n{{en}}\n\n@ {_LONE}\n\n{{en}}",
        f"{_FILES}\n\n{{de}}\n\n@ eine fähre auf dem fluss bei nacht\n\n{{de}}",
        f"{_FILES}\n\n{{fr}}\n\n@ le bac d'une rive à l'autre\n\n@ un pont\u00a0de bois 1998\n\n{{fr}}",
    ),
}
