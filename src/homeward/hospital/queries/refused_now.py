"""Which acts on this stay would be refused as things stand, so that no page leads to them?"""

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.hospital.models import BedStay, HomeCare
from homeward.hospital.queries.stays import StayView


def refused_now(stay: StayView, *, by: Actor) -> frozenset[str]:
    """The names of those actions, such as 'stay.agree'. Inside an open gate."""
    refused = {
        "stay.agree": not stay.recommended,
        "stay.delay": stay.ready_at is None and not stay.delay_code,
        "home_care.ask": HomeCare.objects.filter(stay=stay.id, ended_at=None).exists(),
        "bed_stay.begin": not _may_have_come(stay, by),
    }
    return frozenset(name for name, so in refused.items() if so)


def _may_have_come(stay: StayView, by: Actor) -> bool:
    """Not when they have left for somewhere else, not twice, and only their hub and the teams of the beds can say so."""
    beds = {site.team for site in directory.place().recovery_beds.values()}
    if by.kind == "staff" and not {stay.hub_team, *beds} & set(by.teams):
        return False
    if not stay.open and stay.destination_kind != "community_bed":
        return False
    came = BedStay.objects.filter(person_id=stay.person_id)
    return not came.filter(left_at=None).exists() and not came.filter(stay=stay.id).exists()
