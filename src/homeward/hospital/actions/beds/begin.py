"""How does a stay in a recovery bed begin?"""

from datetime import date, datetime, timedelta
from uuid import UUID

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotPermitted
from homeward.foundation.ids import new_id
from homeward.foundation.moments import aware, london_day
from homeward.hospital.actions.beds import on_ledger, reserve
from homeward.hospital.actions.beds.keeping import barthel_fault, kept
from homeward.hospital.models import BedStay, Stay


@action("bed_stay.begin", about=lambda asked: asked["person_id"])
def begin_bed_stay(
    *, person_id: UUID, site: str, came_at: datetime, by: Actor, at: datetime, bed: str = "", barthel: int | None = None,
    expected_on: date | None = None, stay_id: UUID | None = None,
) -> Happening[UUID]:  # fmt: skip
    """They came to a bed at `site`; returns the bed stay's id. Raises Invalid, NotPermitted, Clash when they are in one.

    Where the site's beds are kept one by one, `bed` is one of them, and it is taken on the ledger of capacity.
    """
    found = directory.place().recovery_beds.get(site)
    if found is None:
        raise Invalid({"site": "Choose where the bed is."})
    stay = Stay.objects.filter(id=stay_id).first() if stay_id else None
    answering = {found.team, *((stay.hub_team,) if stay else ())}
    if by.kind == "staff" and not answering & set(by.teams):
        raise NotPermitted(f"Only {directory.team(found.team).name} and the hub do this.", next_step="Ring them.")
    errors = barthel_fault(barthel)
    if aware(came_at) > at:
        errors["came_at"] = "Record it once they are there."
    if expected_on is not None and expected_on < london_day(came_at):
        errors["expected_on"] = "They cannot be expected to leave before they came."
    if errors:
        raise Invalid(errors)
    other = BedStay.objects.filter(person_id=person_id, left_at=None).first()
    if other is not None:
        raise Clash(
            "They are in a recovery bed already.", who="A colleague", when=other.came_at, next_step="Open that stay."
        )
    row = BedStay.objects.create(
        id=new_id(), person_id=person_id, stay=stay, site_code=site, team_code=found.team, bed=bed.strip(),
        came_at=aware(came_at), barthel_in=barthel, expected_on=expected_on or london_day(came_at) + timedelta(days=28),
    )  # fmt: skip
    relationships.grant(person_id, found.team, kind="bed_stay", source_id=row.id, at=at)
    if stay is not None:
        reserve.over(stay.id, by=by, at=at, why="bed_stay.begin")
    on_ledger.take(row, by=by, at=at)
    return kept(row, {"site": site, "barthel": barthel, "happened_at": aware(came_at).isoformat()})
