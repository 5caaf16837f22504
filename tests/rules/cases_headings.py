NEAR = {
    "named_heading": (
        "{en}\nResults\nMenu\nFacts",
        "FAQ\nResults\nConclusion\nSymptoms\n{en}\n{de}\n{en}".replace("{en}\n{de}", "Menu\nHelp\n{en}\n{de}"),
        "{en}\nIn conclusion the ferry will run until May, the mayor said, and nobody will have to swim.\n{de}",
        "{en}\nThe results\n{de}",
    ),
    "subheading": (
        "{en}\nBridge and ferry",
        "{en}\nOwls sleep all summer\n{de}",
        "{en}\nThe ferry is full.\n{de}",
        "{en}\nRead also: The ferry and the bridge\n{en}",
        "{ja}\n▶ 港町の朝市\n{ja}\n関連記事\n{ja}",
        "{en}\n■ Owls sleep all summer\n{de}",
    ),
}

FIRES = {
    "named_heading": (
        "{en}\n@ Conclusion\n{en}".replace("{en}\n@", "{de}\n{en}\n@"),
        "{de}\n@ Häufige Fragen\nFährt die Fähre auch nachts?\n{de}",
        "{ja}\n@ まとめ\n{ja}",
        "{ru}\n@ Вывод:\n{ru}",
        "{en}\n@ FAQ\nWho pays?\nThe town pays for half of the new bridge, and nobody knows who pays for the rest.",
    ),
    "subheading": (
        "{en}\n@ Bridge and ferry\n{en}".replace("{en}\n@", "{de}\n{en}\n@"),
        "{ru}\n@ Паром вместо моста\n{ru}",
        "{de}\n@ Die Bauern und ihre Milch\n{de}",
        "{ja}\n@ 港町の朝市\n{ja}",
        "{en}\n@ ◆Owls sleep all summer\n{de}\n@ ◆Snow falls\n{fr}",
    ),
}
