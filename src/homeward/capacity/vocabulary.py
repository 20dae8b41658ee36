"""Which words does capacity use?"""

from collections.abc import Mapping
from typing import Literal

from homeward.grammar.api import CapacityKind

BookingState = Literal["held", "booked", "released", "expired"]
ACTIVE: tuple[BookingState, ...] = ("held", "booked")

# One and many, as a screen says them.
UNITS: Mapping[CapacityKind, tuple[str, str]] = {
    "visits": ("visit", "visits"),
    "beds": ("bed", "beds"),
    "hours": ("hour", "hours"),
    "places": ("place", "places"),
    "slots": ("slot", "slots"),
    "calls": ("call", "calls"),
}

# Kinds whose number is for a day; the others stand until they change.
BY_THE_DAY: tuple[CapacityKind, ...] = ("visits", "hours", "slots", "calls")
