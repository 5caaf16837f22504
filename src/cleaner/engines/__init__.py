"""The cleaner inside engines that work on tables: Arrow, Spark, datatrove and Hugging Face datasets.

`arrow` has the function that cleans a batch; the others are thin adapters over it, each the only door to its engine. A
row comes out for each row that goes in, the same bytes whatever engine, split or order, and what cannot be cleaned says
so in the column `error`. Each engine is an extra: `pip install 'boilerplate-cleaner[spark]'`.
"""

from __future__ import annotations
