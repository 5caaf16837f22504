"""`python -m cleaner` is the command."""

import sys

from cleaner.cli import main

sys.exit(main())
