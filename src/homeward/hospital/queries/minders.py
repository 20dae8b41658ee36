"""Which teams answer for a stay, and so for every task about it?"""

from collections.abc import Sequence
from uuid import UUID

from homeward.hospital.models import Stay


def teams_of_stay(stay_id: UUID) -> Sequence[str]:
    """The ward's flow team and the hub; nothing when it is no stay. Inside an open gate."""
    found = Stay.objects.filter(id=stay_id).values_list("flow_team", "hub_team").first()
    return tuple(found or ())
