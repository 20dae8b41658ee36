"""What if the place had forty services? The declared place with copies of its services, for this process only."""

import sys
from dataclasses import replace
from types import ModuleType

from django.conf import settings

from homeward.directory.api import place

NAME = "homeward_bench_larger_place"


def with_services(count: int) -> int:
    """Make this process's place one with `count` services (never fewer than it has); returns how many."""
    here = place()
    services = list(here.services.values())
    copies = [
        replace(services[number % len(services)], code=f"copy-{number}", title=f"{services[number % len(services)].title} {number}")
        for number in range(max(0, count - len(services)))
    ]
    module = ModuleType(NAME)
    module.declared = (*here.all_declarations(), *copies)  # type: ignore[attr-defined]  # what the loader looks for
    sys.modules[NAME] = module
    settings.HOMEWARD_PLACE = NAME
    return len(place().services)
