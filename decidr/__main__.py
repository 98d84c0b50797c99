"""``python -m decidr``: the same as the command ``decidr``."""

import sys

from decidr.cli import main

if __name__ == "__main__":
    sys.exit(main())
