"""Of which changes does a subscriber want to hear? A kind of resource and a simple search, in FHIR's words (R4 Subscription)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

from homeward.foundation.errors import Invalid

# What happens to these here is an event about one resource; of the others the record-keeping says what came.
OWN_KINDS: Mapping[str, str] = {
    "ServiceRequest": "referral",
    "Encounter": "visit",
    "EpisodeOfCare": "episode",
    "Task": "task",
    "Patient": "person",
}
# Of some kinds we hold a part ourselves: what changes it, and to which of them. (Not told: what is not whole yet.)
OWN_CHANGES: Mapping[str, str] = {
    "plan.write": "CarePlan",
    "plan.change_line": "CarePlan",
    "plan.end_line": "CarePlan",
    "plan.dispute": "CarePlan",
    "plan.settle": "CarePlan",
    "plan.agree": "CarePlan",
    "plan.answer": "QuestionnaireResponse",
    "sharing.record": "Consent",
}
# Of these a set of measurements tells what was measured, or struck.
MEASURED = frozenset(("monitoring.observe", "monitoring.take_in", "monitoring.strike"))
KEPT_KINDS = frozenset({
    "AllergyIntolerance", "CarePlan", "Condition", "Consent", "DocumentReference", "Encounter", "Flag", "Goal", "Immunization",
    "MedicationRequest", "MedicationStatement", "Observation", "Procedure", "QuestionnaireResponse",
})  # fmt: skip
_REQUEST_STATUSES = ("draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown")


@dataclass(frozen=True, kw_only=True)
class Criteria:
    """What was read: the kind, and the parameters that narrow it."""

    kind: str
    asked: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Change:
    """One changed resource. `status` is known for a ServiceRequest alone."""

    kind: str
    id: UUID
    person_id: UUID
    status: str = ""


def read_criteria(text: str) -> Criteria:
    """'ServiceRequest?patient=Patient/…&status=active'. Raises Invalid, naming what cannot be asked."""
    kind, _, query = text.strip().partition("?")
    if kind not in OWN_KINDS and kind not in KEPT_KINDS:
        known = ", ".join(sorted((*OWN_KINDS, *KEPT_KINDS)))
        raise Invalid({"criteria": f"Changes of '{kind}' are not told. Choose one of: {known}."})
    allowed = (
        {"_id"}
        | (set() if kind == "Patient" else {"patient", "subject"})
        | ({"status"} if kind == "ServiceRequest" else set())
    )
    asked: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name not in allowed:
            raise Invalid({"criteria": f"'{name}' cannot be asked of {kind} here. Use {', '.join(sorted(allowed))}."})
        asked["person" if name in ("patient", "subject") else name] = _value(kind, name, value)
    return Criteria(kind=kind, asked=asked)


def _value(kind: str, name: str, value: str) -> str:
    if name == "status":
        if value not in _REQUEST_STATUSES:
            raise Invalid({"criteria": f"'{value}' is no status of a ServiceRequest."})
        return value
    wanted = kind if name == "_id" else "Patient"
    try:
        return str(UUID(value.removeprefix(f"{wanted}/")))
    except ValueError:
        raise Invalid({"criteria": f"'{value}' is not the id of a {wanted} here."}) from None


def matches(asked: Mapping[str, Any], change: Change) -> bool:
    """Is this change one of those asked for?"""
    told = {"person": str(change.person_id), "_id": str(change.id), "status": change.status}
    return all(told[name] == value for name, value in asked.items())
