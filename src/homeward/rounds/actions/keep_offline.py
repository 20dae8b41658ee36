"""How does what was written without a signal come in? First it is kept, whatever changed meanwhile; then it is taken into the record.

Kept and taken are two transactions: when the line breaks after the first, the telephone sends the same record again, finds
it kept, and it is taken then. The same record twice makes one.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.api import system
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotFound, Refused
from homeward.rounds.actions.hand_over import acknowledge, hand_over
from homeward.rounds.models import Carried, OfflineRecord
from homeward.rounds.queries.offline import Fate, fate_of
from homeward.rounds.rules.told import Told, Unread, told
from homeward.rounds.vocabulary import POCKET
from homeward.visits import api as visits


class _Taken(Exception):
    """Somebody took this record while we waited for it."""


def receive_offline(*, sent: Mapping[str, Any], device_id: UUID, by: Actor, at: datetime) -> Fate:
    """Keep the record and take it; what became of it. Raises Invalid when it cannot be read, NotFound for no visit of this phone's."""
    try:
        record = told(sent)
    except Unread as wrong:
        raise Invalid({"": f"The phone sent something that cannot be read: {wrong}."}) from wrong
    if by.user_id is None:
        raise NotFound("Only somebody with an account has a phone.")
    house = system(POCKET)
    state = _keep_offline(
        encounter_id=record.encounter_id, record=record, sent=dict(sent), device_id=device_id, doer=by, by=house, at=at
    )
    if state == "kept":
        take_offline(record, doer=by, at=at)
    return fate_of(record.id, encounter_id=record.encounter_id, at=at)


def take_offline(record: Told, *, doer: Actor, at: datetime) -> None:
    """Do what the record tells, as whoever wrote it; where that cannot be, say why and leave it to a person."""
    house = system(POCKET)
    try:
        _take_offline(encounter_id=record.encounter_id, record=record, doer=doer, by=house, at=at)
    except _Taken:
        return
    except Refused as refused:
        state = "refused" if isinstance(refused, Invalid) else "clash"
        why = " ".join(
            part for part in (refused.message, refused.next_step if isinstance(refused, Clash) else "") if part
        )
        _trouble(encounter_id=record.encounter_id, record_id=record.id, state=state, why=why, by=house, at=at)


@action("visit.keep_offline", about=visits.person_of_encounter)
def _keep_offline(
    *, encounter_id: UUID, record: Told, sent: dict[str, Any], device_id: UUID, doer: Actor, by: Actor, at: datetime
) -> Happening[str]:
    """Only for a visit that this telephone was given."""
    carried = Carried.objects.select_for_update().filter(encounter_id=encounter_id, device_id=device_id).first()
    if carried is None or carried.user_id != doer.user_id:
        raise NotFound("This phone was never given that visit.", next_step="Record it on the visit's own page.")
    found = OfflineRecord.objects.filter(id=record.id).first()
    if found is None:
        visit = visits.Encounter.objects.get(id=encounter_id)
        found = OfflineRecord.objects.create(
            id=record.id, person_id=carried.person_id, encounter_id=encounter_id, team_code=visit.team_code, device_id=device_id,
            user_id=carried.user_id, name=doer.name, kind=record.kind, happened_at=record.happened_at,
            written_at=min(record.written_at, at), arrived_at=at, told=sent,
        )  # fmt: skip
    return _happened(found, found.state)


@action("visit.take_offline", about=visits.person_of_encounter)
def _take_offline(*, encounter_id: UUID, record: Told, doer: Actor, by: Actor, at: datetime) -> Happening[str]:
    row = OfflineRecord.objects.select_for_update().get(id=record.id)
    if row.state != "kept":
        raise _Taken
    do(record, row, by=doer, at=at)
    if record.instead_of:
        _mended(record.instead_of, row, at)
    row.state = "taken"
    row.save(update_fields=["state"])
    return _happened(row, row.state)


def _mended(earlier: UUID, row: OfflineRecord, at: datetime) -> None:
    """The record that could not be as it was told is settled by the one that mends it. It stays to be read."""
    OfflineRecord.objects.filter(
        id=earlier, encounter_id=row.encounter_id, user_id=row.user_id, state__in=("refused", "clash")
    ).update(state="settled", settled_at=at, settled_by=row.name, settled_how="mended")


def do(record: Told, row: OfflineRecord, *, by: Actor, at: datetime, encounter_id: UUID | None = None) -> None:
    """What the record tells, done through the same actions as with a signal; for another visit if `encounter_id` says so."""
    visit = encounter_id or record.encounter_id
    offline = visits.Offline(written_at=row.written_at, user_id=row.user_id, name=row.name)
    match record.kind:
        case "contact":
            visits.record_contact(
                encounter_id=visit, contact_at=record.happened_at, way=record.way, words=record.words, outcome=record.outcome,  # type: ignore[arg-type]  # asked there
                answers=record.answers, key=str(record.id), offline=offline, by=by, at=at,
            )  # fmt: skip
        case "not_seen":
            visits.not_seen(encounter_id=visit, reason=record.reason, words=record.words, offline=offline, by=by, at=at)
        case "note":
            hand_over(person_id=row.person_id, team_code=row.team_code, words=record.words, by=by, at=at)
        case _:
            if record.note is None:
                raise Invalid({"": "It does not say which note was read."})
            acknowledge(handover_id=record.note, by=by, at=at)


@action("visit.trouble_offline", about=visits.person_of_encounter)
def _trouble(*, encounter_id: UUID, record_id: UUID, state: str, why: str, by: Actor, at: datetime) -> Happening[str]:
    row = OfflineRecord.objects.select_for_update().get(id=record_id)
    if row.state == "kept":
        row.state, row.why = state, why
        row.save(update_fields=["state", "why"])
    return _happened(row, row.state)


def _happened(row: OfflineRecord, result: str) -> Happening[str]:
    facts = {
        "record": str(row.id), "kind": row.kind, "state": row.state, "device": str(row.device_id), "by": row.name,
        "happened": row.happened_at.isoformat(), "written_at": row.written_at.isoformat(), "team": row.team_code,
    }  # fmt: skip
    return Happening(
        result=result,
        subject_kind="visit",
        subject_id=row.encounter_id,
        person_id=row.person_id,
        facts=facts,
        teams=(row.team_code,),
    )
