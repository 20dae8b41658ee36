"""How is a visit or another contact shown as a FHIR Encounter (UK Core)? Hospital stays are Encounters too (`hospital_stay.py`)."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from homeward.fhir.door.route import Call
from homeward.fhir.resources import hospital_stay
from homeward.fhir.resources.pointing import period, to_patient, to_team, without_empty
from homeward.fhir.resources.shown import Shown
from homeward.foundation.errors import NotFound
from homeward.visits.api import NOT_SEEN, Encounter, person_of_encounter
from homeward.visits.vocabulary import FHIR_STATUS

KIND = "Encounter"
PROFILE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-Encounter"
ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
CLASSES = {"in_person": ("HH", "home health"), "telephone": ("VR", "virtual"), "video": ("VR", "virtual")}


def whose(id: UUID) -> UUID | None:
    """The person of a visit or of a hospital stay; None when there is no such one."""
    try:
        return person_of_encounter({"encounter_id": id})
    except NotFound:
        return hospital_stay.whose(id)


def get(id: UUID, call: Call) -> Shown | None:
    """One visit or stay, while its person's record is open."""
    return next(iter(history(id, call)), None)


def of_person(person_id: UUID, call: Call) -> Sequence[Shown]:
    """All visits to a person, and their stays in hospital."""
    return [*_shown(Encounter.objects.filter(person_id=person_id)), *hospital_stay.of_person(person_id, call)]


def history(id: UUID, call: Call) -> Sequence[Shown]:
    """A visit as it stands; of a stay that was entered in error also what it said before."""
    return _shown(Encounter.objects.filter(id=id)) or hospital_stay.history(id, call)


def _shown(rows: Iterable[Encounter]) -> list[Shown]:
    return [
        Shown(
            kind=KIND,
            id=str(row.id),
            updated=row.recorded_at or row.started_at or row.added_at,
            effective=row.contact_at or row.planned_at or row.added_at,
            person_id=row.person_id,
            profile=PROFILE,
            made=_made(row),
        )
        for row in rows
    ]


def _made(row: Encounter) -> dict[str, object]:
    code, words = CLASSES[row.way]
    reason = row.purpose or (NOT_SEEN[row.not_seen_code].title if row.not_seen_code in NOT_SEEN else "")
    return without_empty(
        {
            "status": FHIR_STATUS[row.state],  # type: ignore[index]  # held to the list by a check constraint
            "class": {"system": ACT, "code": code, "display": words},
            "subject": to_patient(row.person_id),
            "episodeOfCare": [{"reference": f"EpisodeOfCare/{row.episode_id}"}] if row.episode_id else None,
            "basedOn": [{"reference": f"ServiceRequest/{row.referral_id}"}],
            "participant": [{"individual": {"display": row.practitioner_name}}] if row.practitioner_name else None,
            "period": period(row.contact_at or row.started_at or row.planned_at, row.contact_at),
            "reasonCode": [{"text": reason}] if reason else None,
            "serviceProvider": to_team(row.team_code),
        }
    )
