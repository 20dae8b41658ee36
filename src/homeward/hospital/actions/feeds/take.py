"""How does one telling of a ward's system become what it says? Whole, once; what cannot be is kept with the reason."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.grammar.api import Hospital
from homeward.hospital.actions.admit import admit, admits_there
from homeward.hospital.actions.criteria import criteria
from homeward.hospital.actions.feeds.answer import answer_earlier
from homeward.hospital.actions.leave import leave
from homeward.hospital.actions.move import move
from homeward.hospital.models import FeedRow, Stay
from homeward.hospital.queries.person_of import stay_told, struck_told
from homeward.hospital.queries.policy import hospital_known_as, policy, ward_known_as
from homeward.hospital.rules.news import News, Unreadable, from_row
from homeward.people.api import (
    GivenIdentifier,
    PersonDetails,
    check_details,
    doubtful,
    find_or_register,
    keep_number,
    local_system,
    numbered,
)

JOB = "ward-feed"


IN_DOUBT = "Somebody here is very like this person. Say whether it is one of them."


class InDoubt(Exception):
    """Nobody can say from the row alone whom it is about. `team` is the one that is asked."""

    def __init__(self, team: str, why: str = IN_DOUBT) -> None:
        super().__init__(why)
        self.team = team


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What became of one telling."""

    line: int
    outcome: str
    reason: str
    stay_id: UUID | None


def take_row(*, row: Mapping[str, str], line: int, source: str, by: Actor, at: datetime) -> Heard:
    """One row of a CSV file. The same row again is 'unchanged'; a bad one is kept as 'refused' with what to mend."""
    return hear(
        told=dict(row), line=line, way="csv", source=source, by=by, at=at, person_id=None, read=lambda: from_row(row)
    )


def hear(
    *,
    told: Mapping[str, Any],
    line: int,
    way: str,
    source: str,
    by: Actor,
    at: datetime,
    person_id: UUID | None,
    read: Any,
    asked: bool = False,
) -> Heard:
    """Read one telling by `read`, do what it says and keep what became of it. Never raises for what a partner told.

    `asked`: a human has said that it is about `person_id`.
    """
    digest = hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    with gate.job(JOB, by=by, at=at):
        done = ("applied", "unchanged", "answered") if person_id is None else ("applied", "unchanged")
        known = FeedRow.objects.filter(source=source, digest=digest, outcome__in=done).first()
    if known is not None:
        return Heard(line=line, outcome="unchanged", reason="", stay_id=known.stay_id)
    stay_id, team, outcome, reason = None, "", "refused", ""
    try:
        with transaction.atomic():
            news = read()
            person_id, stay_id, team, changed = _do(news, source=source, by=by, at=at, person_id=person_id, asked=asked)
            outcome = "applied" if changed else "unchanged"
    except InDoubt as doubt:
        person_id, team, outcome, reason = None, doubt.team, "waiting", str(doubt)
    except Unreadable as wrong:
        reason = str(wrong)
    except Refused as refused:
        reason = f"{refused.message} {refused.next_step}".strip()
    _keep(
        told,
        line,
        way,
        source,
        digest,
        outcome,
        reason,
        team or next(iter(by.teams), ""),
        person_id if outcome != "refused" else None,
        stay_id,
        by,
        at,
    )
    return Heard(line=line, outcome=outcome, reason=reason, stay_id=stay_id)


def _do(
    news: News, *, source: str, by: Actor, at: datetime, person_id: UUID | None, asked: bool
) -> tuple[UUID, UUID, str, bool]:  # fmt: skip
    place = hospital_known_as(news.hospital)
    if place is None:
        raise Unreadable(f"No hospital here is known as '{news.hospital}'.")
    ward = ward_known_as(place, news.ward)
    if ward is None:
        raise Unreadable(f"{place.name} has no ward known as '{news.ward}'.")
    found = stay_told(source, news.source_id)
    changed = found is None
    if found is not None:
        stay_id, person_id = found
    else:
        known = person_id is not None
        person_id = person_id or _person(news, source, place, by, at)
        _not_struck(news, source, place, person_id, known=known, asked=asked)
        method = next((each.code for each in policy().methods if each.code == news.method), "")
        stay_id = admit(
            person_id=person_id, hospital=place.code, ward=ward.code, bed=news.bed, admitted_at=news.admitted_at,
            method=method, source=source, source_id=news.source_id, by=by, at=at,
        )  # fmt: skip
    with gate.job(JOB, by=by, at=at):
        stay = Stay.objects.get(id=stay_id)
    if stay.left_at is None:
        if (stay.hospital_code, stay.ward_code, stay.bed) != (place.code, ward.code, news.bed or stay.bed):
            move(
                stay_id=stay_id,
                hospital=place.code,
                ward=ward.code,
                bed=news.bed,
                moved_at=_moved(news, at),
                by=by,
                at=at,
            )
            changed = True
        changed = _criteria(news, stay, by, at) or changed
        if news.left_at is not None:
            leave(stay_id=stay_id, left_at=news.left_at, destination=_destination(news), by=by, at=at)
            changed = True
    return person_id, stay_id, place.flow_team, changed


def _not_struck(news: News, source: str, place: Hospital, person_id: UUID, *, known: bool, asked: bool) -> None:
    """A stay that was struck out is not begun again for the same person unasked; for another it is what puts it right."""
    struck = struck_told(source, news.source_id)
    if asked or struck is None or struck[0] != person_id:
        return
    why = f"This stay was struck out on {london_day(struck[1]):%-d %B}: it was entered in error for the person it tells of."
    if known:
        raise Unreadable(f"{why} {source} has to say whose it is.")
    raise InDoubt(place.flow_team, f"{why} Say whose it is.")


def _moved(news: News, at: datetime) -> datetime:
    """A whole state says where they are, not since when: since it was told, or since just before they left."""
    return min(at, news.left_at - timedelta(minutes=1)) if news.left_at else at


def _criteria(news: News, stay: Stay, by: Actor, at: datetime) -> bool:
    if news.meets is None or stay.standing == ("meets" if news.meets else "no_longer_meets"):
        return False
    since = news.meets_from or (news.left_at if news.left_at else at)
    criteria(
        stay_id=stay.id, meets=news.meets, reasons=news.reasons, from_at=max(since, stay.admitted_at), by=by, at=at
    )
    return True


def _destination(news: News) -> str:
    if policy().destination(news.destination) is None:
        raise Unreadable(f"Nowhere is known as '{news.destination or 'nothing'}'. Give where they went.")
    return news.destination


def details_of(news: News) -> PersonDetails:
    """What the telling says of the person."""
    return PersonDetails(
        family=news.family, given=news.given, birth_date=news.birth_date, nhs_number=news.nhs_number
    )


def number_in(source: str, local_number: str) -> GivenIdentifier | None:
    """The number by which the system `source` knows the person, if it told one."""
    value = " ".join(local_number.split())
    return GivenIdentifier(system=local_system(source), value=value) if value else None


def _person(news: News, source: str, place: Hospital, by: Actor, at: datetime) -> UUID:
    """By the system's own number, where it is known whose that is and what is told fits; else by all else that is told."""
    details = details_of(news)
    check_details(details, today=london_day(at))
    number = number_in(source, news.local_number) if admits_there(place, by) else None
    if number is not None:
        held = numbered(number=number, details=details, by=by, at=at)
        if held is not None and held.doubt:
            raise InDoubt(place.flow_team, f"{held.doubt} Say again who it is.")
        if held is not None:
            keep_number(person_id=held.person_id, nhs_number=news.nhs_number, by=by, at=at)
            return held.person_id
        details = replace(details, identifiers=(number,))
    if admits_there(place, by) and doubtful(details=details, by=by, at=at):
        raise InDoubt(place.flow_team)
    return find_or_register(details=details, by=by, at=at)[0].id


def _keep(
    told: Mapping[str, Any], line: int, way: str, source: str, digest: str, outcome: str, reason: str, team: str,
    person_id: UUID | None, stay_id: UUID | None, by: Actor, at: datetime,
) -> None:  # fmt: skip
    with transaction.atomic(), gate.job(JOB, by=by, at=at):
        row, _ = FeedRow.objects.update_or_create(
            source=source, digest=digest,
            defaults={
                "way": way, "line": line, "told": told, "outcome": outcome, "reason": reason, "team_code": team,
                "person_id": person_id, "stay_id": stay_id, "received_at": at, "answered_by": None, "answered_at": None,
            },
            create_defaults={
                "id": new_id(), "way": way, "line": line, "told": told, "outcome": outcome, "reason": reason, "team_code": team,
                "person_id": person_id, "stay_id": stay_id, "received_at": at,
                "local_number": str(told.get("local_number", "")).strip(),
            },
        )  # fmt: skip
        answer_earlier(row, at=at)
