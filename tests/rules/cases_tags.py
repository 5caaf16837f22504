from __future__ import annotations

NEAR = {
    "tag_cue": (
        "{en}\nTopics of the talks were stone, milk and money.",
        """
        {en}
        Topics
        The council speaks of nothing else, and even in the school the children draw bridges instead of animals now.
        """,
        "{en}\nTagged cows swim better",
    ),
    "hashtags": ("{en}\nThe farmers wrote #bridge on the wall", "{en}\n# 1", "{en}\nBridge", "{en}\n#!/bin/sh\n{en}"),
    "names_after_body": (
        "{en}\nThe bridge is old, said Ada Thornbury.",
        "{en}\nSinger Cancels Concerts",
        """
        {en}
        Harlow Council Mayor
        The members met at night, drank what was left of the milk, and came to no decision about the tractors.
        """,
    ),
}

FIRES = {
    "tag_cue": (
        "{en}\n@ Tags: bridge, ferry, Harlow",
        "{en}\n@ Topics\n@ Bridge\n@ Ferry\nThe mayor has gone home.",
        "{de}\n@ Themen: Brücke, Fähre",
    ),
    "hashtags": ("{en}\n@ #bridge #ferry #harlow", "{ru}\n@ #мост #паром", "@ #通行止め #渡し船\n{ja}"),
    "names_after_body": (
        "{en}\n@ Ada Thornbury Harlow Mayor Farmers",
        "{de}\n@ Ada Dornburg Brücke Fähre Bauern",
        "{ru}\n@ Ада Дорнбург Харлу Мост",
    ),
}
