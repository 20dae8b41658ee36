"""Which stay in a recovery bed is meant, is it the actor's, and what does the log keep of it?"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening
from homeward.foundation.errors import Clash, NotFound, NotPermitted
from homeward.hospital.models import BedStay

MOST = 20  # the Barthel index in its 20-point form (Collin and others, 1988)


def held_bed(bed_stay_id: UUID, *, by: Actor) -> BedStay:
    """The stay, locked, if they are still there and the actor's team looks after the bed."""
    row = BedStay.objects.select_for_update().filter(id=bed_stay_id).first()
    if row is None:
        raise NotFound("There is no such stay.", next_step="Go back to the recovery beds and choose it from the list.")
    if by.kind == "staff" and row.team_code not in by.teams:
        raise NotPermitted(f"Only {directory.team(row.team_code).name} can do this.", next_step="Ring them.")
    if row.left_at is not None:
        raise Clash("They have left this bed.", who="A colleague", when=row.left_at, next_step="Go back to the beds.")
    return row


def kept(row: BedStay, facts: Mapping[str, Any]) -> Happening[UUID]:
    """The event of what happened."""
    return Happening(
        result=row.id,
        subject_kind="bed_stay",
        subject_id=row.id,
        person_id=row.person_id,
        facts=facts,
        teams=(row.team_code,),
    )


def barthel_fault(score: int | None) -> dict[str, str]:
    """Nothing when the Barthel index can be so; not having one is no fault here."""
    return {} if score is None or 0 <= score <= MOST else {"barthel": f"The Barthel index is from 0 to {MOST}."}
