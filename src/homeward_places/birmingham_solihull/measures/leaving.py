"""Who has left a hospital, and was it alive and for good?"""

from typing import Any

from homeward_places.birmingham_solihull.discharge.endings import DESTINATIONS


def left_alive(tables: Any) -> Any:
    """Stays that are over, with `died` and `gone_on` (to another hospital), which no number about going home counts."""
    left = tables.stays.filter(tables.stays.left_at.notnull())
    return left.mutate(
        died=left.destination.isin([each.code for each in DESTINATIONS if each.kind == "died"]),
        gone_on=left.destination.isin([each.code for each in DESTINATIONS if each.kind == "hospital"]),
    )
