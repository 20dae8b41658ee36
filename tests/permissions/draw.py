"""How is docs/generated/permissions.md written anew? `python -m tests.permissions.draw`."""

import os
import sys

import django


def main() -> int:
    """Write it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.plumbing.settings")
    django.setup()
    from tests.permissions.addresses import DRAWN, render

    DRAWN.write_text(render(), encoding="utf-8")
    sys.stdout.write(f"{DRAWN} is written.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
