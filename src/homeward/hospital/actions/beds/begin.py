"""How does a stay in a recovery bed begin?"""

from datetime import date, datetime, timedelta
from uuid import UUID

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotPermitted
from homeward.foundation.ids import new_id
from homeward.foundation.moments import aware, clock_face, london, london_day
from homeward.foundation.one_at_a_time import one_at_a_time
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
    _in_no_other(person_id, aware(came_at))
    row = BedStay.objects.create(
        id=new_id(), person_id=person_id, stay=stay, site_code=site, team_code=found.team, bed=bed.strip(),
        came_at=aware(came_at), barthel_in=barthel, expected_on=expected_on or london_day(came_at) + timedelta(days=28),
    )  # fmt: skip
    relationships.grant(person_id, found.team, kind="bed_stay", source_id=row.id, at=at)
    if stay is not None:
        reserve.over(stay.id, by=by, at=at, why="bed_stay.begin")
    on_ledger.take(row, by=by, at=at)
    return kept(row, {"site": site, "barthel": barthel, "happened_at": aware(came_at).isoformat()})


def _in_no_other(person_id: UUID, came_at: datetime) -> None:
    """Nobody is in two beds at once, whoever says so first, and not in a past that is written down either. Raises Clash, Invalid."""
    one_at_a_time("recovery bed", person_id)
    others = BedStay.objects.filter(person_id=person_id)
    here = others.filter(left_at=None).first()
    if here is not None:
        raise Clash(
            "They are in a recovery bed already.", who="A colleague", when=here.came_at, next_step="Open that stay."
        )
    until = others.filter(left_at__gt=came_at).order_by("-left_at").values_list("left_at", flat=True).first()
    if until is not None:
        words = f"They were in a recovery bed until {clock_face(until)} on {london(until):%-d %B %Y}. Enter when they came after that."
        raise Invalid({"came_at": words})
