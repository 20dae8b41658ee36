"""Whom does somebody new or put right resemble? Pairs that the policy sends to a reviewer are noted; what no longer fits is not."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from homeward.access.api import declare_job, gate, system
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id
from homeward.people.matching.policy import POLICY, MatchingPolicy
from homeward.people.matching.weighing import FIELDS, Weighed, weigh
from homeward.people.models import MatchPair

JOB = "linkage"
declare_job(JOB, words="looking for two records of one person", permits=("person.pair",))
MOST = 40
BATCH = 500


def match_new(*, person_ids: Sequence[UUID], at: datetime, policy: MatchingPolicy = POLICY) -> int:
    """Look for doubles of these people, by the policy; how many pairs were newly noted. Asks the database in batches."""
    new = 0
    for start in range(0, len(person_ids), BATCH):
        with transaction.atomic():
            weighed, known = _weighed(list(person_ids[start : start + BATCH]), at, policy)
            for each in weighed:
                worth = (each.sure or each.weight >= policy.review_weight) and not each.twins
                if worth and known.get((each.one, each.other)) != each.signs:
                    new += _note(pair=each, policy=policy, by=system(JOB), at=at)
    return new


def _weighed(
    person_ids: list[UUID], at: datetime, policy: MatchingPolicy
) -> tuple[list[Weighed], Mapping[tuple[UUID, UUID], str]]:
    """The pairs these people are in, weighed; and what is noted of them already. Waiting pairs that fit no more are dropped."""
    with gate.job(JOB, at=at), connection.cursor() as cursor:
        cursor.execute("select one, other from gate.resembling(%s, %s)", [person_ids, MOST])
        pairs = cursor.fetchall()
        people = sorted({each for pair in pairs for each in pair})
        cursor.execute("select * from gate.telling(%s)", [people])
        records = [
            {name: str(value or "") for name, value in zip(FIELDS, row, strict=True)} for row in cursor.fetchall()
        ]
        weighed = weigh(records, pairs, policy=policy)
        stands = {
            (each.one, each.other)
            for each in weighed
            if (each.sure or each.weight >= policy.review_weight) and not each.twins
        }
        noted = MatchPair.objects.filter(person_id__in=person_ids) | MatchPair.objects.filter(other_id__in=person_ids)
        known = {}
        for row in noted:
            if row.state == "waiting" and (row.person_id, row.other_id) not in stands:
                row.delete()
            else:
                known[row.person_id, row.other_id] = row.signs if row.state == "waiting" else _signs_kept(row, weighed)
    return weighed, known


def _signs_kept(row: MatchPair, weighed: Sequence[Weighed]) -> str:
    """A pair that was decided waits again only when something about it has changed since."""
    now = next((each.signs for each in weighed if (each.one, each.other) == (row.person_id, row.other_id)), row.signs)
    return now if row.state == "same" else row.signs


def _lower(told: Mapping[str, Any]) -> UUID:
    one: UUID = told["pair"].one
    return one


@action("person.pair", about=_lower)
def _note(*, pair: Weighed, policy: MatchingPolicy, by: Actor, at: datetime) -> Happening[int]:
    """Note the pair, or what has changed about it; 1 when it was not waiting before."""
    row = MatchPair.objects.filter(person_id=pair.one, other_id=pair.other).first()
    waited = row is not None and row.state == "waiting"
    row = row or MatchPair(id=new_id(), person_id=pair.one, other_id=pair.other, found_at=at)
    row.weight, row.signs, row.sure, row.policy = pair.weight, pair.signs, pair.sure, policy.version
    row.state = "waiting"
    row.save()
    facts = {"other_id": str(pair.other), "weight": pair.weight, "signs": pair.signs, "policy": policy.version}
    return Happening(
        result=int(not waited), subject_kind="match_pair", subject_id=row.id, person_id=pair.one, facts=facts
    )
