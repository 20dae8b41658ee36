"""How is an episode of care shown in FHIR (UK Core EpisodeOfCare)?"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from homeward.episodes.api import EpisodeOfCare, person_of_episode
from homeward.fhir.door.route import Call
from homeward.fhir.resources.pointing import period, to_patient, to_service, to_team, without_empty
from homeward.fhir.resources.shown import Shown
from homeward.fhir.search.elements import Tree
from homeward.foundation.errors import NotFound

KIND = "EpisodeOfCare"
PROFILE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-EpisodeOfCare"


def whose(id: UUID) -> UUID | None:
    """The person of an episode; None when there is no such episode."""
    try:
        return person_of_episode({"episode_id": id})
    except NotFound:
        return None


def get(id: UUID, call: Call) -> Shown | None:
    """One episode, while its person's record is open."""
    return next(iter(_shown(EpisodeOfCare.objects.filter(id=id))), None)


def of_person(person_id: UUID, call: Call) -> Sequence[Shown]:
    """All episodes of a person."""
    return _shown(EpisodeOfCare.objects.filter(person_id=person_id))


def _keyworker(row: EpisodeOfCare) -> Tree | None:
    """Who holds it by name. Only the app of that colleague may read the Practitioner itself."""
    if row.keyworker_user is None:
        return None
    return {"reference": f"Practitioner/{row.keyworker_user}", "type": "Practitioner", "display": row.keyworker_name}


def _shown(rows: Iterable[EpisodeOfCare]) -> list[Shown]:
    return [
        Shown(
            kind=KIND,
            id=str(row.id),
            updated=row.closed_at or max(row.opened_at, row.keyworker_since or row.opened_at),
            effective=row.opened_at,
            person_id=row.person_id,
            profile=PROFILE,
            made=without_empty(
                {
                    "status": "finished" if row.closed_at else "active",
                    "type": [{"text": to_service(row.service_code)["display"]}],
                    "patient": to_patient(row.person_id),
                    "managingOrganization": to_team(row.team_code),
                    "careManager": _keyworker(row),
                    "period": period(row.opened_at, row.closed_at),
                    "referralRequest": [{"reference": f"ServiceRequest/{row.referral_id}"}],
                }
            ),
        )
        for row in rows
    ]
