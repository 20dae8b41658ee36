"""What happens when a device's or a partner's measurement arrives about somebody on the ward? It becomes part of a set."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.access.api import app_named
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.foundation.ids import new_id
from homeward.grammar.api import MonitoringPolicy
from homeward.monitoring.actions.consider import consider
from homeward.monitoring.actions.held import happened, held, policy_of
from homeward.monitoring.models import ObservationSet, Stay
from homeward.monitoring.queries.person_of import person_of_stay
from homeward.monitoring.rules.from_fhir import signs_told
from homeward.monitoring.rules.scoring import Value, checked, scored
from homeward.records import api as records

AT_ONCE = 200
EARLIEST = timedelta(hours=24)


def stay_now(person_id: UUID) -> UUID | None:
    """The stay of somebody who is on a ward now; one quick question for every record that partners send."""
    with connection.cursor() as cursor:
        cursor.execute("select monitoring_stay_of(%s)", [person_id])
        found: UUID | None = cursor.fetchone()[0]
    return found


def minded(people: Collection[UUID]) -> list[UUID]:
    """Those of these people who have a stay that has not ended; asked once for a whole file of measurements."""
    with connection.cursor() as cursor:
        cursor.execute("select monitoring_stays_among(%s)", [list(people)])
        return [row[0] for row in cursor.fetchall()]


def measured_since(stay_id: UUID, *, person_id: UUID, by: Actor, at: datetime) -> int:
    """Take in the observations about this person that were kept at `at`; how many sets they made or filled."""
    kept = records.items(person_id=person_id, kinds=("Observation",), received_since=at, limit=AT_ONCE)
    stay = Stay.objects.get(id=stay_id)
    policy = policy_of(stay)
    made = 0
    since = max(
        at - EARLIEST, stay.started_at - policy.together
    )  # what was measured before they joined is not the ward's
    for moment, source, signs in _gathered(kept, policy, since):
        try:
            take_in(stay_id=stay_id, signs=signs, taken_at=moment, source=source, by=by, at=at)
            made += 1
        except Refused:  # a number that cannot be, or somebody who has just left: it stays in the record as it was sent
            continue
    return made


@action("monitoring.take_in", about=person_of_stay)
def take_in(
    *, stay_id: UUID, signs: Mapping[str, Value | None], taken_at: datetime, source: str, by: Actor, at: datetime
) -> Happening[UUID]:
    """Fill the source's set of these minutes, or begin one; it is scored once it is whole. Never overwrites a value."""
    stay = held(stay_id, by=by)
    policy = policy_of(stay)
    told = {name: value for name, value in checked(signs, score=policy.score).items() if value is not None}
    moment = min(taken_at, at)
    row = _set_to_fill(stay, policy, told, source=source, moment=moment)
    fresh = row is None
    if row is None:
        row = ObservationSet(
            id=new_id(), stay=stay, person_id=stay.person_id, taken_at=moment, source="device", actor_name=source,
            spo2_scale=stay.spo2_scale, recorded_at=at,
        )  # fmt: skip
    for name, value in told.items():
        setattr(row, name, value)
    every = {name: getattr(row, name) for name in checked({}, score=policy.score)}
    found = scored(every, score=policy.score, scale=row.spo2_scale)
    row.total, row.response, row.at_least, row.recorded_at = found.total, found.response, found.at_least, at
    row.save(force_insert=fresh)
    alert = consider(stay, policy, row, found, at=at)
    stay.save()
    facts = {
        "set": str(row.id), "source": "device", "whole": found.total is not None, "total": found.total,
        "missing": list(found.missing), "alert": str(alert) if alert else None, "happened_at": moment.isoformat(),
    }  # fmt: skip
    return happened(stay, row.id, facts)


def _set_to_fill(
    stay: Stay, policy: MonitoringPolicy, told: Mapping[str, Value], *, source: str, moment: datetime
) -> ObservationSet | None:
    near = (moment - policy.together, moment + policy.together)
    rows = ObservationSet.objects.filter(
        stay=stay, source="device", actor_name=source, total__isnull=True, struck_at=None, taken_at__range=near,
        spo2_scale=stay.spo2_scale, **{f"{name}__isnull": True for name in told},
    )  # fmt: skip
    return rows.order_by("-taken_at").first()


def _gathered(
    kept: list[records.ItemRow], policy: MonitoringPolicy, since: datetime
) -> list[tuple[datetime, str, dict[str, Value | None]]]:
    """(when, who sent it, signs): what one source measured within minutes stands together, oldest first."""
    organisations = directory.place().organisations
    found: list[tuple[datetime, str, dict[str, Value | None]]] = []
    for row in sorted(kept, key=lambda each: each.placed_at):
        signs = signs_told(json.loads(row.body), policy.signs)
        if not signs or row.placed_at < since:
            continue
        source = organisations[row.source].name if row.source in organisations else _app_or_code(row.source)
        last = next((each for each in reversed(found) if each[1] == source), None)
        if last and row.placed_at - last[0] <= policy.together and not last[2].keys() & signs.keys():
            last[2].update(signs)
        else:
            found.append((row.placed_at, source, dict(signs)))
    return found


def _app_or_code(source: str) -> str:
    client_id = records.app_of_source(source)
    return f"{app_named(client_id)} (sent by an app, not checked)" if client_id else source
