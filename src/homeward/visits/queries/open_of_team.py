"""Which visits of a team are planned and not yet made?"""

from uuid import UUID

from homeward.visits.models import Encounter


def open_of_team(team: str, *, limit: int) -> list[tuple[UUID, bool]]:
    """Ids of the visits in person that are planned, oldest first, and whether each has no hour yet. The gate must be open."""
    found = Encounter.objects.filter(team_code=team, state="planned", way="in_person").order_by("added_at", "id")
    return [(each, planned_at is None) for each, planned_at in found.values_list("id", "planned_at")[:limit]]
