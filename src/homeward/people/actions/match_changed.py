"""Who was new or put right, a slice at a time: whom do they resemble? Bounded, to be gone on with, and fair to who came last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

from homeward.access.api import gate
from homeward.people.actions.note_pairs import JOB, match_new
from homeward.people.matching.policy import MatchingPolicy
from homeward.people.models import MatchRun, Walk

SLICE = 250
FIRST, AGAIN = "doubles", "doubles-again"
# A slow transaction may commit a change some time after the moment it bears; whoever was changed is met once more then.
SETTLED = timedelta(hours=1)
BEGINNING = datetime(1900, 1, 1).astimezone()
LAST_ID = UUID(int=2**128 - 1)
_NEXT = """
select id, changed_at from people_person
where (changed_at, id) > (%s, %s) and changed_at <= %s and joined_to is null
order by changed_at, id limit %s
"""
_NEWEST = """
select id from people_person
where changed_at > %s and changed_at <= %s and joined_to is null order by changed_at desc, id desc limit %s
"""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """How far a walk by (changed_at, id) has come."""

    at: datetime
    id: UUID


@dataclass(kw_only=True)
class Looked:
    """What one job did: people met for the first time, and pairs newly noted."""

    people: int = 0
    new: int = 0


def match_changed(*, at: datetime, policy: MatchingPolicy, most: int, enough: Callable[[], bool]) -> Looked:
    """Go on with both walks until `most` people were looked at, `enough` says so, or nobody is left.

    Each slice commits its pairs and its mark together, so a job that is killed is gone on with where it stopped, and
    a slice done twice notes nothing twice. While a great load is worked through, whoever changed last is met as well.
    """
    done, room = Looked(), most
    while room > 0 and (taken := _slice(FIRST, upto=at, at=at, policy=policy, size=min(SLICE, room), done=done)):
        done.people += taken
        room -= taken
        if enough():
            break
    if room <= 0 or enough():
        done.new += match_new(person_ids=_newest(at), at=at, policy=policy)
        return done
    while room > 0 and not enough():
        taken = _slice(AGAIN, upto=at - SETTLED, at=at, policy=policy, size=min(SLICE, room), done=done)
        if not taken:
            break
        room -= taken
    return done


@transaction.atomic
def _slice(name: str, *, upto: datetime, at: datetime, policy: MatchingPolicy, size: int, done: Looked) -> int:
    """The next people of this walk, matched, and the mark put after them; how many there were."""
    Walk.objects.get_or_create(name=name)
    walk = Walk.objects.select_for_update().get(name=name)
    mark = _mark(walk)
    with gate.job(JOB, at=at, why="whom to match"), connection.cursor() as cursor:
        cursor.execute(_NEXT, [mark.at, mark.id, upto, size])
        found: list[tuple[UUID, datetime]] = cursor.fetchall()
    if not found:
        return 0
    done.new += match_new(person_ids=[id for id, _ in found], at=at, policy=policy)
    walk.last_id, walk.last_at = found[-1]
    walk.save(update_fields=["last_id", "last_at"])
    return len(found)


def _mark(walk: Walk) -> Mark:
    """Where the walk stands: never before what a look at everybody has covered."""
    whole = MatchRun.objects.filter(everyone=True).order_by("-upto").values_list("upto", flat=True).first()
    if walk.last_at is None or walk.last_id is None:
        walked = Mark(at=BEGINNING, id=LAST_ID)
    else:
        walked = Mark(at=walk.last_at, id=walk.last_id)
    return Mark(at=whole, id=LAST_ID) if whole is not None and whole > walked.at else walked


def _newest(at: datetime) -> list[UUID]:
    """Who changed in the last minutes, whom the walk will reach later: the latest first, and few."""
    with gate.job(JOB, at=at, why="whom to match"), connection.cursor() as cursor:
        cursor.execute(_NEWEST, [at - timedelta(minutes=3), at, SLICE])
        return [row[0] for row in cursor.fetchall()]
