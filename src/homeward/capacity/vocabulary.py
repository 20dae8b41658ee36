"""Which words does capacity use?"""

from collections.abc import Mapping
from typing import Literal

from homeward.grammar.api import CapacityKind

JOB = "capacity"  # what the ledger acts as when it acts by itself

# held: kept for a while. booked: kept until given back. occupied: somebody is in it. promised: next in line for it.
# left: somebody was in it. outside: taken by somebody whom the ledger does not know, as the last report says.
BookingState = Literal["held", "booked", "occupied", "promised", "left", "released", "expired", "outside"]
ACTIVE: tuple[BookingState, ...] = ("held", "booked", "occupied")
KEPT: tuple[BookingState, ...] = ("held", "booked", "promised")  # for somebody who has not come yet
TAKING: tuple[BookingState, ...] = ("held", "booked", "occupied", "left", "outside")  # two of these never overlap

UnitState = Literal["open", "closed", "cleaning", "infection"]
UNIT_STATES: Mapping[UnitState, str] = {
    "open": "Open",
    "closed": "Closed",
    "cleaning": "Being cleaned",
    "infection": "Closed for infection",
}

Taken = Literal["free", "held", "booked", "occupied", "outside"]
TAKEN_WORDS: Mapping[Taken, str] = {
    "free": "Free",
    "held": "Held",
    "booked": "Booked",
    "occupied": "Somebody is in it",
    "outside": "Taken, says its team",
}

# One and many, as a screen says them.
UNITS: Mapping[CapacityKind, tuple[str, str]] = {
    "visits": ("visit", "visits"),
    "beds": ("bed", "beds"),
    "hours": ("hour a week", "hours a week"),
    "places": ("place", "places"),
    "slots": ("slot", "slots"),
    "calls": ("call", "calls"),
}

# Kinds whose number is for a day; the others (beds, places, hours a week) stand until they change.
BY_THE_DAY: tuple[CapacityKind, ...] = ("visits", "slots", "calls")
