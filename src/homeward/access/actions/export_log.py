"""How is a part of the access log taken out as a file? As an event of its own: who took what, and how much."""

from datetime import datetime
from typing import Any

from homeward.access.gate import ways
from homeward.access.queries.openings import Filters, Opening, openings_of
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id

MOST = 10_000


@action("access.export_log")
def export_log(*, filters: Filters, by: Actor, at: datetime) -> Happening[list[Opening]]:
    """The openings that fit, the newest first, no more than MOST at once."""
    with ways.audit(by=by, at=at, why="the access log as a file"):
        rows = openings_of(filters, most=MOST)
    asked: dict[str, Any] = {
        name: str(value) for name, value in vars(filters).items() if value not in (None, "", False)
    }
    return Happening(
        result=rows,
        subject_kind="access_log",
        subject_id=new_id(),
        person_id=None,
        facts={"rows": len(rows), "asked": asked},
    )
