"""How do the open lists of a door hear that somebody there was screened, on whatever page that was answered?"""

from datetime import datetime
from uuid import UUID

from homeward.access.api import system
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.events import EventRow
from homeward.front_door.actions.held import held_arrival
from homeward.front_door.models import Arrival
from homeward.front_door.queries.declared import door_called
from homeward.front_door.queries.person_of import person_of_arrival
from homeward.front_door.vocabulary import SCREENING

MOST = 5  # nobody waits at more doors than this


@action("front_door.screened", about=person_of_arrival)
def screened(*, arrival_id: UUID, by: Actor, at: datetime) -> Happening[None]:
    """Frailty or delirium was asked of somebody who waits at a door. The answer itself stays where it was given."""
    arrival = held_arrival(arrival_id)
    door = door_called(arrival.door_code)
    return Happening(
        result=None, subject_kind="arrival", subject_id=arrival.id, person_id=arrival.person_id, facts={"door": door.code},
        teams=door.teams,
    )  # fmt: skip


def hear_of_answers(event: EventRow) -> None:
    """A finished form told of frailty or delirium: wherever its person waits for a decision, the list shows it."""
    concepts = set(event.facts.get("concepts", ()))
    doors = [each.code for each in directory.place().front_doors.values() if {each.frailty, each.delirium} & concepts]
    if not doors or event.person_id is None:
        return
    waiting = Arrival.objects.filter(person_id=event.person_id, door_code__in=doors, decided_at=None)
    for arrival_id in waiting.order_by("arrived_at").values_list("id", flat=True)[:MOST]:
        screened(arrival_id=arrival_id, by=system(SCREENING), at=event.at)
