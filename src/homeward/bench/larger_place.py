"""What if the place had forty services? The declared place with copies of its services, for this process only."""

import sys
from types import ModuleType

from django.conf import settings

from homeward.bench.served_place import with_copies
from homeward.directory.api import place

NAME = "homeward_bench_larger_place_here"


def with_services(count: int) -> int:
    """Make this process's place one with `count` services (never fewer than it has); returns how many."""
    module = ModuleType(NAME)
    module.declared = with_copies(place(), count)  # type: ignore[attr-defined]  # what the loader looks for
    sys.modules[NAME] = module
    settings.HOMEWARD_PLACE = NAME
    return len(place().services)
