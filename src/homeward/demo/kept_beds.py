"""For whom is a recovery bed kept in the demonstration? Two people who are still in hospital: one team said yes, one has not yet."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.hospital import api as hospital

ASKED, SAID = timedelta(hours=2), timedelta(hours=1)  # before the demonstration's end


def keep_for(stays: Sequence[tuple[UUID, str]], *, who: Callable[[str, str], Actor], until: datetime) -> None:
    """Keep a bed for each stay (with its hub's code); the first is booked. `who` finds somebody of a team who may do something."""
    sites = list(place().recovery_beds.items())
    for number, (stay_id, hub) in enumerate(stays if sites else ()):
        code, site = sites[number % len(sites)]
        with suppress(Refused), transaction.atomic():
            kept = hospital.keep_bed(stay_id=stay_id, site=code, by=who("stay.keep_bed", hub), at=until - ASKED)
            if kept and number == 0:
                hospital.accept_bed(stay_id=stay_id, by=who("bed_stay.accept", site.team), at=until - SAID)
