"""The title of an article: what a page declares, or the likeliest line of a text."""
