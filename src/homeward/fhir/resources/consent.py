"""How is what a person said about handing on their record shown as a FHIR Consent?"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from homeward.access.api import consent as sayings
from homeward.directory.api import place
from homeward.fhir.door.route import Call
from homeward.fhir.resources.pointing import moment, to_patient, without_empty
from homeward.fhir.resources.shown import Shown
from homeward.grammar.as_fhir.parts import concept, reference

KIND = "Consent"
_TERMS = "http://terminology.hl7.org/CodeSystem"
_SCOPE = concept("Privacy Consent", system=f"{_TERMS}/consentscope", code="patient-privacy")
_CATEGORY = concept("Information disclosure", system=f"{_TERMS}/v3-ActCode", code="IDSCL")
_RULE = concept("opt-out", system=f"{_TERMS}/v3-ActCode", code="OPTOUT")
_AGREED = concept("opt-in", system=f"{_TERMS}/v3-ActCode", code="OPTIN")
_RECIPIENT = concept("information recipient", system=f"{_TERMS}/v3-ParticipationType", code="IRCP")
_REASON = f"{_TERMS}/v3-ActReason"


def whose(id: UUID) -> UUID | None:
    """Who said it; None when there is no such saying."""
    return sayings.person_of_consent(id)


def get(id: UUID, call: Call) -> Shown | None:
    """One saying, while its person's record is open."""
    row = sayings.consent(id)
    return _shown(row) if row else None


def of_person(person_id: UUID, call: Call) -> Sequence[Shown]:
    """All that a person ever said, the latest first; what was said anew or taken back is inactive."""
    return [_shown(each) for each in sayings.history(person_id)]


def _shown(row: sayings.ConsentRow) -> Shown:
    stands = row.superseded_at is None and row.kind != "withdrawn"
    return Shown(
        kind=KIND,
        id=str(row.id),
        updated=row.superseded_at or row.recorded_at,
        effective=row.recorded_at,
        person_id=row.person_id,
        made={
            "status": "active" if stands else "inactive",
            "scope": _SCOPE,
            "category": [_CATEGORY],
            "patient": to_patient(row.person_id),
            "dateTime": moment(row.recorded_at),
            "performer": [{"display": row.said_by}],
            "policyRule": _AGREED if row.kind == "consent" else _RULE,
            "provision": _provision(row),
        },
    )


def _provision(row: sayings.ConsentRow) -> dict[str, Any]:
    """Nobody named is everybody: a provision without an actor. Whoever the partner stands for is named one by one."""
    here = place()
    purpose, partner = here.sharing_purposes.get(row.purpose), here.sharing_partners.get(row.partner)
    named = [
        reference("Organization", "organisation", each, here.organisations[each].name)
        for each in (partner.organisations if partner else ())
        if each in here.organisations
    ] or ([{"display": row.partner_title}] if row.partner else [])
    return without_empty(
        {
            "type": "deny" if row.kind == "objection" else "permit",
            "actor": [{"role": _RECIPIENT, "reference": each} for each in named],
            "purpose": [
                without_empty(
                    {"system": _REASON, "code": purpose.fhir if purpose else "", "display": row.purpose_title}
                )
            ],
        }
    )
