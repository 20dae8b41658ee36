"""What was measured of people who are watched at home, finding by finding, and what did each set add up to? Inside an open gate."""

from collections.abc import Iterator
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.directory import api as directory
from homeward.grammar.api import MonitoringPolicy
from homeward.monitoring.models import ObservationSet
from homeward.monitoring.rules.scoring import SCALE, parts_asked
from homeward.monitoring.vocabulary import KEY_OF_A_VISIT, PLACES
from homeward.plans.api import SCORES, Finding, totals_by_concept

_TOTAL = 0
_MOST = 8  # PLACES fit into three bits


def findings_of_sets(person_id: UUID, *, beside: UUID | None = None) -> list[Finding]:
    """Every sign and every total; or those of the set that `beside`, a finding or the set itself, is of. Of what a device or a partner measured only the total is ours: the signs
    are in the record as they were sent. What was measured at a visit is found there, on the visit's own form, and not here a second time."""
    rows = ObservationSet.objects.filter(person_id=person_id).exclude(key__startswith=KEY_OF_A_VISIT).select_related("stay").order_by("taken_at", "id")
    if beside is not None:
        rows = rows.filter(id__in=_sets_of(beside))
    concepts = {score: concept for concept, score in totals_by_concept(directory.place().questionnaires.values()).items()}

    @cache
    def score_of(fingerprint: str) -> str:
        policy: MonitoringPolicy = directory.version("MonitoringPolicy", fingerprint)
        return policy.score

    return [found for row in rows for found in _of_set(row, score_of(row.stay.fingerprint), concepts)]


def person_of_finding(id: UUID) -> UUID | None:
    """The person of a sign or a total; None when it is of no set. Asked before the record is open."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select monitoring_person_of('set', each) as person from unnest(%s::uuid[]) each order by person limit 1",
            [_sets_of(id)],
        )
        found: tuple[UUID | None] | None = cursor.fetchone()
    return found[0] if found else None


def finding_id(set_id: UUID, place: int) -> UUID:
    """The id of one finding of a set, from which the set's own id follows again in the same way; that of the total is the set's."""
    return UUID(int=set_id.int ^ place)


def _sets_of(id: UUID) -> list[UUID]:
    """The sets of which a finding may be; one of them is."""
    return [finding_id(id, place) for place in range(_MOST)]


def _of_set(row: ObservationSet, score: str, concepts: dict[str, str]) -> Iterator[Finding]:
    signs = [] if row.source == "device" else list(_signs(row, score))
    yield from signs
    if row.total is None:
        return
    scale = SCORES[score].part(SCALE)
    yield Finding(
        id=finding_id(row.id, _TOTAL), title=SCORES[score].title, value=float(row.total), score=score,
        concept=concepts.get(score, ""), note=(scale.choices or {}).get(row.spo2_scale, ""), of=tuple(each.id for each in signs),
        **_told(row),
    )  # fmt: skip


def _signs(row: ObservationSet, score: str) -> Iterator[Finding]:
    for part in parts_asked(score):
        value = getattr(row, part.column)
        if value is not None:
            yield Finding(
                id=finding_id(row.id, PLACES[part.column]), title=part.words, value=value, score=score, column=part.column,
                said=(part.choices or {}).get(str(value), ""), unit=part.unit, **_told(row),
            )  # fmt: skip


def _told(row: ObservationSet) -> dict[str, Any]:
    return {
        "person_id": row.person_id, "found_at": row.taken_at, "kept_at": row.recorded_at, "by_name": row.actor_name,
        "by_device": row.source == "device", "team_code": row.stay.team_code if row.source == "staff" else "", "struck_at": row.struck_at,
    }  # fmt: skip
