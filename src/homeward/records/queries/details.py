"""Which details do partners tell otherwise than they are known here, and what was done about them?"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from homeward.access.api import gate
from homeward.directory.api import area_names
from homeward.foundation.actions import Actor
from homeward.grammar.api import DETAIL_FIELDS
from homeward.people import api as people
from homeward.people.api import SEXES, language_name
from homeward.records.models import Detail
from homeward.records.vocabulary import IMPORTS_JOB

DETAIL_STATES = {
    "waiting": "Waits for a decision", "applied": "Taken over", "refused": "Ours was kept", "settled": "Both agree now",
}  # fmt: skip
Cursor = tuple[datetime, UUID]


@dataclass(frozen=True, kw_only=True)
class DetailRow:
    """One detail with its person, in words."""

    id: UUID
    person_id: UUID
    name: str
    birth_date: date | None
    field: str
    field_words: str
    stood: str
    told: str
    seen: str
    source: str
    state: str
    state_words: str
    fault: str
    noted_at: datetime
    decided_at: datetime | None
    decided_by: str
    words: str
    asks_day: bool


def details_told(
    *, state: str, by: Actor, at: datetime, after: Cursor | None = None, limit: int = 25
) -> list[DetailRow]:
    """Up to `limit` details in this state, the oldest first; of those that were decided the newest."""
    house = replace(by, kind="system", role=IMPORTS_JOB, teams=(), purpose="reviewing what partners sent")
    rows = Detail.objects.filter(state=state)
    order = ("noted_at", "id") if state == "waiting" else ("-noted_at", "-id")
    if after is not None:
        further = "gt" if state == "waiting" else "lt"
        rows = rows.filter(
            Q(**{f"noted_at__{further}": after[0]}) | Q(**{"noted_at": after[0], f"id__{further}": after[1]})
        )
    with gate.job(IMPORTS_JOB, by=house, at=at):
        found = list(rows.order_by(*order)[:limit])
        banners = {each: people.banner(each, house, at) for each in {row.person_id for row in found}}
    return [_view(row, banners[row.person_id]) for row in found]


def details_waiting(*, by: Actor, at: datetime, most: int = 1000) -> int:
    """How many wait, counted up to `most`."""
    house = replace(by, kind="system", role=IMPORTS_JOB, teams=(), purpose="reviewing what partners sent")
    with gate.job(IMPORTS_JOB, by=house, at=at):
        return Detail.objects.filter(state="waiting").order_by()[:most].count()


def _view(row: Detail, banner: people.Banner) -> DetailRow:
    return DetailRow(
        id=row.id, person_id=row.person_id, name=banner.name, birth_date=banner.birth_date, field=row.field,
        field_words=DETAIL_FIELDS[row.field], stood=_said(row.field, row.stood), told=_said(row.field, row.told),  # type: ignore[index]  # a check of the table keeps to these
        seen=row.told, source=row.source, state=row.state, state_words=DETAIL_STATES[row.state], fault=row.fault, noted_at=row.noted_at,
        decided_at=row.decided_at, decided_by=row.decided_by, words=row.words,
        asks_day=row.field == "death" and not row.told.startswith("Died on"),
    )  # fmt: skip


def _said(field: str, value: str) -> str:
    if field == "practice":
        return area_names().get(value, value)
    if field == "language":
        return language_name(value) if value else ""
    return SEXES.get(value, value) if field == "sex" else value
