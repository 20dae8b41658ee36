"""What is known of somebody who came to the door: what was meant, found and decided, and what came of it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.front_door.models import Arrival, Decision, Intention
from homeward.front_door.queries.declared import door_called
from homeward.front_door.queries.door_beds import DoorBedRow, bed_of
from homeward.front_door.queries.door_board import ArrivalRow, hospital_of, rows_of
from homeward.front_door.queries.free_beds import FreeBeds, free_beds, taking
from homeward.front_door.queries.outcomes_of import OutcomeView, outcomes_of
from homeward.front_door.queries.person_of import person_of_arrival
from homeward.front_door.rules.left_for import offered
from homeward.grammar.api import FrontDoor, Questionnaire
from homeward.people import api as people
from homeward.people.api import Banner


@dataclass(frozen=True, kw_only=True)
class DecisionView:
    """One decision in words."""

    title: str
    words: str
    decided_by: str
    by_name: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ArrivalView:
    """One arrival with all that hangs on it; the latest decision first."""

    row: ArrivalRow
    door: FrontDoor
    hospital: str
    banner: Banner
    forms: Sequence[Questionnaire]
    meant_by: str
    decisions: Sequence[DecisionView]
    outcomes: Sequence[OutcomeView]
    bed: DoorBedRow | None
    beds: Sequence[FreeBeds]
    left_for: Mapping[str, str]


def arrival_view(arrival_id: UUID, *, by: Actor, at: datetime) -> ArrivalView:
    """Opens the record. Raises NotFound, NotPermitted."""
    person_id = person_of_arrival({"arrival_id": arrival_id})
    with gate.person(person_id, by=by, at=at, why="front door"):
        code = Arrival.objects.filter(id=arrival_id).values_list("door_code", flat=True).first()
        if code is None:
            raise NotFound("There is no such arrival.", next_step="Go back to the door's list and choose it there.")
        door = door_called(code)
        meant = Intention.objects.filter(arrival_id=arrival_id).first()
        forms = directory.place().questionnaires
        return ArrivalView(
            row=rows_of(door, arrival_id, at=at)[0], door=door, hospital=hospital_of(door),
            banner=people.banner(person_id, by, at), forms=[forms[each] for each in door.forms],
            meant_by=meant.by_name if meant else "", outcomes=outcomes_of(arrival_id=arrival_id, at=at),
            bed=bed_of(arrival_id, at=at) if taking(door) else None, beds=free_beds(door, at=at, arrival_id=arrival_id),
            left_for=offered(directory.place().discharge),
            decisions=[
                DecisionView(title=each.title, words=each.words, decided_by=each.decided_by, by_name=each.by_name, at=each.at)
                for each in Decision.objects.filter(arrival_id=arrival_id).order_by("-at", "-id")
            ],
        )  # fmt: skip
