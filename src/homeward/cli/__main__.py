"""What does `python -m homeward.cli` do? The same as `homeward`."""

import sys

from homeward.cli import main

sys.exit(main())
