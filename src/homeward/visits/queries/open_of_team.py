"""Which visits of a team are planned and not yet made?"""

from uuid import UUID

from homeward.visits.models import Encounter


def open_of_team(team: str, *, limit: int) -> list[tuple[UUID, bool]]:
    """Ids of the planned visits, oldest first, and whether each is in person. The gate must be open."""
    found = Encounter.objects.filter(team_code=team, state="planned").order_by("added_at", "id").values_list("id", "way")[:limit]
    return [(each, way == "in_person") for each, way in found]
