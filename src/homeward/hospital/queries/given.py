"""Which stays are ours to give to partners' systems, those entered in error too, and when did each last change?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.foundation import events
from homeward.hospital.models import Stay, WardPeriod
from homeward.hospital.queries.policy import hospital_name, policy, ward_name
from homeward.hospital.vocabulary import FHIR_CLOSED, FHIR_OPEN, FHIR_STRUCK
from homeward.records import api as records

CHANGES = ("stay.admit", "stay.move", "stay.leave", "stay.strike")
MOST = 1000


@dataclass(frozen=True, kw_only=True)
class GivenWard:
    """One time on one ward, by name."""

    name: str
    from_at: datetime
    to_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class GivenStay:
    """One stay as partners are given it. `status` is FHIR's; `struck_at`: it was never theirs, and until then it said `before`.

    `sensitivity` is that of the partner's own Encounter of it, if one is held here; '' otherwise.
    """

    id: UUID
    person_id: UUID
    hospital_code: str
    hospital: str
    wards: Sequence[GivenWard]
    admitted_at: datetime
    left_at: datetime | None
    destination: str
    source: str
    source_id: str
    status: str
    before: str
    changed_at: datetime
    changed_before: datetime
    struck_at: datetime | None
    sensitivity: str


def given_stays(person_id: UUID, *, stay_id: UUID | None = None) -> list[GivenStay]:
    """The person's stays (or this one), oldest first. Inside an open gate.

    What a partner's own Encounter tells stands there already, and is not given twice; unless it is struck out here, and
    that Encounter does not say so itself.
    """
    asked = Stay.told.filter(person_id=person_id) if stay_id is None else Stay.told.filter(person_id=person_id, id=stay_id)
    rows = list(asked.order_by("admitted_at", "id")[:MOST])
    if not rows:
        return []
    theirs = _encounters_of(rows)
    kept = [row for row in rows if (item := theirs.get(row.id)) is None or (row.struck_at and item.status != FHIR_STRUCK)]
    wards, moments = _wards_of(kept), _changes_of(person_id)
    return [_given(row, wards.get(row.id, ()), moments.get(row.id, ()), theirs.get(row.id)) for row in kept]


def _given(
    row: Stay, wards: Sequence[WardPeriod], moments: Sequence[tuple[str, datetime]], theirs: records.ItemRow | None
) -> GivenStay:
    changed = max((at for kind, at in moments if kind != "stay.strike"), default=row.added_at)
    before = FHIR_OPEN if row.left_at is None else FHIR_CLOSED
    ended = policy().destination(row.destination_code)
    return GivenStay(
        id=row.id, person_id=row.person_id, hospital_code=row.hospital_code, hospital=hospital_name(row.hospital_code),
        wards=[GivenWard(name=ward_name(row.hospital_code, each.ward_code), from_at=each.from_at, to_at=each.to_at) for each in wards],
        admitted_at=row.admitted_at, left_at=row.left_at, destination=ended.title if ended else "", source=row.source,
        source_id=row.source_id, status=FHIR_STRUCK if row.struck_at else before, before=before,
        changed_at=row.struck_at or changed, changed_before=changed, struck_at=row.struck_at,
        sensitivity=theirs.sensitivity if theirs else "",
    )  # fmt: skip


def _encounters_of(rows: Iterable[Stay]) -> Mapping[UUID, records.ItemRow]:
    """By stay, the partner's Encounter that tells of it, if one is held here."""
    named = {records.item_id(row.source, "Encounter", row.source_id): row.id for row in rows if row.source_id}
    return {named[each.id]: each for each in records.items_by_id(list(named))} if named else {}


def _wards_of(rows: Iterable[Stay]) -> Mapping[UUID, list[WardPeriod]]:
    found: dict[UUID, list[WardPeriod]] = {}
    for each in WardPeriod.objects.filter(stay__in=[row.id for row in rows]).order_by("from_at", "id"):
        found.setdefault(each.stay_id, []).append(each)
    return found


def _changes_of(person_id: UUID) -> Mapping[UUID, list[tuple[str, datetime]]]:
    """By stay, what changed it and when that was written down."""
    found: dict[UUID, list[tuple[str, datetime]]] = {}
    for event in events.of_person(person_id, kinds=CHANGES, limit=MOST, under_every_id=True):
        found.setdefault(event.subject_id, []).append((event.kind, event.at))
    return found
