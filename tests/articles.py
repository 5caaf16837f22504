"""Invented articles, clean and with residue that no reader would take for their text."""

PARAGRAPHS = (
    "The council voted on Monday to reopen the old bridge, after two years in which the town had been cut in half.",
    "Engineers of the council had found cracks in three arches of the bridge, and the repairs took longer than hoped.",
    "The first buses will cross the bridge again in May, the mayor said, and shops in the old town hope for customers.",
    "Residents who used the ferry while the bridge was closed told the council that they will miss the ferryman.",
    "The repairs of the arches cost the town two million crowns, of which the council paid half, the mayor said.",
)
CLEAN = "\n\n".join(PARAGRAPHS) + "\n"
MENU = "Home | World | Sport | Culture | Opinion"
SHARE = "Share on Facebook"
COPYRIGHT = "© 2024 The Riverside Courier. All rights reserved."
DOUBTFUL = "Ferry to stop in June"
"""A line that may be a headline of another article."""

DIRTY = "\n\n".join([MENU, *PARAGRAPHS, SHARE, COPYRIGHT]) + "\n"
RESIDUE = {1: "navigation", 13: "share", 15: "legal"}
"""The labels of the residue in `DIRTY` by line."""
