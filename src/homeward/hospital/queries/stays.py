"""Which stays has this person had, and are they in hospital now? For those who hold the record open."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.hospital.models import Criterion, Stay, WardPeriod
from homeward.hospital.queries.policy import hospital_name, ward_name
from homeward.hospital.rules.ready import Run, days_ready, runs
from homeward.hospital.vocabulary import STANDINGS

MOST = 200


@dataclass(frozen=True, kw_only=True)
class StayView:
    """One stay in words. `days_ready` counts from the date they were ready to `at`, or to the day they left."""

    id: UUID
    person_id: UUID
    hospital_code: str
    hospital: str
    ward_code: str
    ward: str
    bed: str
    admitted_at: datetime
    method: str
    reason_words: str
    from_care_home: bool
    expected_on: date | None
    standing: str
    standing_words: str
    ready_at: datetime | None
    ready_on: date | None
    days_ready: int | None
    recommended: str
    agreed: str
    actual: str
    delay_code: str
    left_at: datetime | None
    destination_code: str
    destination_kind: str
    flow_team: str
    hub_team: str
    open: bool
    struck_at: datetime | None = None
    struck_by: str = ""
    struck_words: str = ""


@dataclass(frozen=True, kw_only=True)
class SaidRow:
    """One row of the criteria history. `void`: it was found to be an error, by a later row."""

    number: int
    meets: bool
    reasons: tuple[str, ...]
    words: str
    from_at: datetime
    said_at: datetime
    said_by: str
    voids: int | None
    void: bool


@dataclass(frozen=True, kw_only=True)
class History:
    """Everything that was said, every run of being ready, and every ward."""

    said: Sequence[SaidRow]
    runs: Sequence[Run]
    wards: Sequence[tuple[str, str, datetime, datetime | None]]


def admissions_of(*, person_id: UUID, since: datetime, until: datetime, at: datetime | None = None) -> list[StayView]:
    """The person's stays that began in [since, until), oldest first. Inside an open gate."""
    rows = Stay.objects.filter(person_id=person_id, admitted_at__gte=since, admitted_at__lt=until)
    return [view_of(row, at or until) for row in rows.order_by("admitted_at", "id")[:MOST]]


def stays_of(person_id: UUID, *, at: datetime, limit: int = 20) -> list[StayView]:
    """The person's stays, the latest first. Inside an open gate."""
    return [view_of(row, at) for row in Stay.objects.filter(person_id=person_id).order_by("-admitted_at", "id")[:limit]]


def open_stay(person_id: UUID, *, at: datetime) -> StayView | None:
    """The stay they are in now, if any. Inside an open gate."""
    row = Stay.objects.filter(person_id=person_id, left_at=None).order_by("-admitted_at").first()
    return view_of(row, at) if row else None


def lately_in(people: Collection[UUID], *, since: datetime, at: datetime) -> dict[UUID, StayView]:
    """The last stay of each of these people who is in hospital now or left after `since`. Inside an open gate."""
    rows = Stay.objects.filter(Q(left_at=None) | Q(left_at__gte=since), person_id__in=list(people))
    return {row.person_id: view_of(row, at) for row in rows.order_by("admitted_at", "id")}


def stay(stay_id: UUID, *, at: datetime) -> StayView | None:
    """One stay, if the open gate shows it; one that was entered in error too, which says so."""
    row = Stay.told.filter(id=stay_id).first()
    return view_of(row, at) if row else None


def struck(stay_ids: Iterable[UUID]) -> dict[UUID, StayView]:
    """Those of these stays that were entered in error. Inside an open gate."""
    rows = Stay.told.filter(id__in=list(stay_ids), struck_at__isnull=False)
    return {row.id: view_of(row, row.struck_at or row.added_at) for row in rows}


def history(stay_id: UUID) -> History:
    """What was said of one stay, in the order it was written down. Inside an open gate."""
    rows = list(Criterion.objects.filter(stay=stay_id).order_by("number"))
    left_at = Stay.told.filter(id=stay_id).values_list("left_at", flat=True).first()
    void = {row.voids for row in rows if row.voids is not None}
    hospital = Stay.told.filter(id=stay_id).values_list("hospital_code", flat=True).first() or ""
    return History(
        said=[
            SaidRow(
                number=row.number, meets=row.meets, reasons=tuple(row.reasons), words=row.words, from_at=row.from_at,
                said_at=row.said_at, said_by=row.said_by, voids=row.voids, void=row.number in void,
            )
            for row in rows
        ],
        runs=runs(rows, until=left_at),
        wards=[
            (ward_name(hospital, each.ward_code), each.bed, each.from_at, each.to_at)
            for each in WardPeriod.objects.filter(stay=stay_id).order_by("from_at", "id")[:MOST]
        ],
    )  # fmt: skip


def view_of(row: Stay, at: datetime) -> StayView:
    """A row in words."""
    policy = directory.place().discharge
    method = next((each.title for each in policy.methods if each.code == row.method_code), "") if policy else ""
    destination = policy.destination(row.destination_code) if policy else None
    return StayView(
        id=row.id, person_id=row.person_id, hospital_code=row.hospital_code, hospital=hospital_name(row.hospital_code),
        ward_code=row.ward_code, ward=ward_name(row.hospital_code, row.ward_code), bed=row.bed, admitted_at=row.admitted_at,
        method=method, reason_words=row.reason_words, from_care_home=row.from_care_home, expected_on=row.expected_on,
        standing=row.standing, standing_words=STANDINGS[row.standing],
        ready_at=row.ready_at, ready_on=london_day(row.ready_at) if row.ready_at else None,
        days_ready=days_ready(row.ready_at, row.left_at or at), recommended=row.recommended, agreed=row.agreed,
        actual=row.actual, delay_code=row.delay_code, left_at=row.left_at, destination_code=row.destination_code,
        destination_kind=destination.kind if destination else "", flow_team=row.flow_team, hub_team=row.hub_team,
        open=row.left_at is None and row.struck_at is None,
        struck_at=row.struck_at, struck_by=row.struck_by, struck_words=row.struck_words,
    )  # fmt: skip
