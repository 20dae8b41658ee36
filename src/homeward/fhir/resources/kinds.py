"""Which kinds of resource are served, and where does each come from? The one table behind routes, searches and metadata."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from homeward.fhir.door.route import Call
from homeward.fhir.resources import (
    care_plan,
    consent,
    encounter,
    episode_of_care,
    goal,
    observation,
    patient,
    questionnaire_response,
    service_request,
    task,
)
from homeward.fhir.resources.declared import KINDS as DECLARED
from homeward.fhir.resources.declared import Declared
from homeward.fhir.resources.practitioner import OwnPractitioner
from homeward.fhir.resources.received import Received
from homeward.fhir.resources.shown import Shown
from homeward.fhir.resources.slot import Schedules, Slots
from homeward.fhir.search.parameters import Parameter
from homeward.fhir.search.table import PARAMETERS, PERSONAL


class OfPeople(Protocol):
    """Resources about people: whose one is, one of them, all of a person's. The last two inside an open gate."""

    def whose(self, id: UUID, /) -> UUID | None: ...
    def get(self, id: UUID, call: Call, /) -> Shown | None: ...
    def of_person(self, person_id: UUID, call: Call, /) -> Sequence[Shown]: ...


class OfNobody(Protocol):
    """Resources of the place itself, by id."""

    def by_id(self, call: Call, /) -> Mapping[str, Shown]: ...


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of resource. `received` are partners' resources of it; `own` and `place` are ours.

    `taken`: partners may send it. A Patient's earlier wordings are kept but not numbered, so it has no history here.
    """

    name: str
    searches: Mapping[str, Parameter]
    personal: bool
    own: OfPeople | None = None
    place: OfNobody | None = None
    received: Received | None = None

    @property
    def sources(self) -> tuple[OfPeople, ...]:
        """Where resources about people come from."""
        found = (self.own, self.received) if self.personal else ()
        return tuple(each for each in found if each is not None)

    @property
    def taken(self) -> bool:
        """May a partner create one?"""
        return self.received is not None or self.name == patient.KIND

    @property
    def interactions(self) -> tuple[str, ...]:
        """What the CapabilityStatement says of it."""
        written = ("create", "update") if self.taken else ()
        return ("read", "vread", "history-instance", "history-type", "search-type", *written)


_OWN: Mapping[str, OfPeople] = {
    "Patient": patient,
    "ServiceRequest": service_request,
    "EpisodeOfCare": episode_of_care,
    "Task": task,
    "Encounter": encounter,
    "CarePlan": care_plan,
    "Goal": goal,
    "Observation": observation,
    "QuestionnaireResponse": questionnaire_response,
    "Consent": consent,
}
_PLACE: Mapping[str, OfNobody] = {
    **{kind: Declared(kind) for kind in DECLARED},
    "Slot": Slots(),
    "Schedule": Schedules(),
    "Practitioner": OwnPractitioner(),
}

KINDS: Mapping[str, Kind] = {
    name: Kind(
        name=name,
        searches=PARAMETERS[name],
        personal=name in PERSONAL,
        own=_OWN.get(name),
        place=_PLACE.get(name),
        received=None if name == patient.KIND else Received(name),
    )
    for name in sorted(PARAMETERS)
}
