"""How is what was measured here, at home on a virtual ward, at a visit or on a form, given as FHIR Observations?"""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from homeward.access.api import may_see, sensitivity_of
from homeward.fhir.door.route import Call
from homeward.fhir.resources.observed import known_as, observation
from homeward.fhir.resources.shown import Shown
from homeward.monitoring.api import findings_of_sets, person_of_finding
from homeward.plans.api import Finding, findings_on_forms
from homeward.visits.api import person_of_told

KIND = "Observation"
_OURS = 7  # the version of the ids that are given here; what partners sent has another, and is not asked for


def whose(id: UUID) -> UUID | None:
    """The person it was found of; None when it was not found here."""
    return (person_of_finding(id) or person_of_told(id)) if id.version == _OURS else None


def get(id: UUID, call: Call) -> Shown | None:
    """One of them, while its person's record is open."""
    return next(iter(history(id, call)), None)


def of_person(person_id: UUID, call: Call) -> Sequence[Shown]:
    """Everything that was found of a person and that the asker may see."""
    found = _seen([*findings_of_sets(person_id), *findings_on_forms(person_id)], call)
    base, seen = call.address("").rstrip("/"), frozenset(each.id for each in found)
    return [_shown(each, base, seen) for each in found]


def history(id: UUID, call: Call) -> Sequence[Shown]:
    """What it says, and before that what it said until it was found to be wrong."""
    person_id = whose(id)
    found = _seen(_beside(id, person_id), call) if person_id else []
    one = next((each for each in found if each.id == id), None)
    if one is None:
        return ()
    base, seen = call.address("").rstrip("/"), frozenset(each.id for each in found)
    before = [_shown(one, base, seen, before=True)] if one.struck_at else []
    return [_shown(one, base, seen), *before]


def _beside(id: UUID, person_id: UUID) -> list[Finding]:
    """It, and what was measured with it."""
    return findings_of_sets(person_id, beside=id) or findings_on_forms(person_id)


def _seen(found: Sequence[Finding], call: Call) -> list[Finding]:
    """A finding is as closed as the form and the question that it stands on, and as its own codes make it."""

    @cache
    def sees(mark: str) -> bool:
        return may_see(call.partner, mark)

    @cache
    def mark_of(codes: tuple[str, ...]) -> str:
        return sensitivity_of(codes=codes)

    base = call.address("").rstrip("/")
    return [
        each
        for each in found
        if all(map(sees, each.marks)) and sees(mark_of(known_as(each, base=base).every))
    ]


def _shown(found: Finding, base: str, seen: frozenset[UUID], *, before: bool = False) -> Shown:
    """`before`: as it stood before it was struck."""
    struck_at = None if before else found.struck_at
    return Shown(
        kind=KIND, id=str(found.id), updated=struck_at or found.kept_at, effective=found.found_at, person_id=found.person_id,
        made=observation(found, base=base, struck=struck_at is not None, seen=seen),
    )  # fmt: skip
