"""When may the line's or the door's team no longer open somebody's record? When all is long found and nobody is to be rung."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate, relationships, system
from homeward.foundation.actions import Actor, Happening, action
from homeward.front_door.vocabulary import CALLED, CAME, CHECKING, LET_GO_AFTER

MOST = 500
# What began so long ago, whose outcomes are all found or given up, and about which nobody waits to be rung.
_OVER = """
select r.person_id, r.kind, r.source_id
from access_relationship r
left join front_door_call c on c.id = r.source_id
where r.kind = any (%(kinds)s) and r.ended_at is null and r.started_at < %(before)s and c.safety_due_at is null
  and not exists (select from front_door_outcomecheck o
                  where (o.call_id = r.source_id or o.arrival_id = r.source_id) and o.state = 'waiting')
order by r.started_at limit %(most)s
"""


def let_all_go(at: datetime) -> int:
    """End what rests on calls and arrivals that are over, at most 500 at a time; returns how many."""
    house = system(CHECKING)
    values: dict[str, Any] = {"kinds": [CALLED, CAME], "before": at - LET_GO_AFTER, "most": MOST}
    with gate.job(CHECKING, by=house, at=at), connection.cursor() as cursor:
        cursor.execute(_OVER, values)
        over = cursor.fetchall()
    for person_id, kind, source_id in over:
        let_go(person_id=person_id, kind=kind, source_id=source_id, by=house, at=at)
    return len(over)


@action("outcome.let_go", about=lambda asked: asked["person_id"])
def let_go(*, person_id: UUID, kind: str, source_id: UUID, by: Actor, at: datetime) -> Happening[int]:
    """The team's right to open the record, which rested on this call or arrival, ends; returns how many ended."""
    ended = relationships.end(source_id, at=at)
    return Happening(result=ended, subject_kind=kind, subject_id=source_id, person_id=person_id, facts={"ended": ended})
