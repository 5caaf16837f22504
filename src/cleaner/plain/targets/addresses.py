"""How the target of a link begins: by its scheme, as a path, or as the name of a page."""

from __future__ import annotations

import re

FLAGS = re.VERBOSE | re.IGNORECASE
ADDRESS = r"(?: [a-z][a-z0-9+.-]*:\S | www\. | \.{0,2}/ | [#?] | [\w%+.-]+/ | [\w%+-]+\.(?:html?|php|aspx?|jsp)\b )"
TARGET = re.compile(ADDRESS, FLAGS)
