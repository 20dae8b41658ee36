"""Who was new or put right since the last look, and whom do they resemble? Or everybody, when asked."""

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

from homeward.access.api import declare_job, gate, system
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id
from homeward.people.actions.match_changed import Looked, match_changed
from homeward.people.actions.note_pairs import BATCH, match_new
from homeward.people.matching.policy import POLICY, MatchingPolicy
from homeward.people.models import MatchRun, Person

JOB = "linkage-runs"
MOST = 20_000  # people in one job; the clock of the job stops it earlier
declare_job(JOB, words="keeping account of the looks for doubles", permits=("person.look_for_doubles",))
Progress = Callable[[int, int], None]


def look_for_doubles(
    *,
    at: datetime,
    everyone: bool = False,
    policy: MatchingPolicy = POLICY,
    progress: Progress = lambda done, of: None,
    most: int = MOST,
    enough: Callable[[], bool] = lambda: False,
) -> MatchRun | None:
    """Match whoever changed since the last look, at most so many, or everybody; None when nobody was. Safe to repeat."""
    done = (
        _everybody(at, policy, progress) if everyone else match_changed(at=at, policy=policy, most=most, enough=enough)
    )
    if not done.people and not done.new:
        return None
    return _keep(upto=at, everyone=everyone, people=done.people, new=done.new, policy=policy, by=system(JOB), at=at)


def _everybody(at: datetime, policy: MatchingPolicy, progress: Progress) -> Looked:
    done = Looked()
    with gate.job(JOB, at=at):
        of = Person.objects.filter(joined_to__isnull=True).count()
    for ids in _batches(at):
        done.new += match_new(person_ids=ids, at=at, policy=policy)
        done.people += len(ids)
        progress(min(done.people, of), of)
    return done


def _batches(at: datetime) -> Iterator[list[UUID]]:
    """Everybody by id, a batch at a time."""
    last = UUID(int=0)
    while True:
        with gate.job(JOB, at=at):
            people = Person.objects.filter(joined_to__isnull=True, id__gt=last).order_by("id")
            ids: list[UUID] = list(people.values_list("id", flat=True)[:BATCH])
        if not ids:
            return
        yield ids
        last = ids[-1]


@action("person.look_for_doubles")
def _keep(
    *, upto: datetime, everyone: bool, people: int, new: int, policy: MatchingPolicy, by: Actor, at: datetime
) -> Happening[MatchRun]:
    run = MatchRun.objects.create(
        id=new_id(), at=at, upto=upto, everyone=everyone, people=people, new_pairs=new, policy=policy.version
    )
    facts = {"people": people, "new_pairs": new, "policy": policy.version}
    return Happening(result=run, subject_kind="match_run", subject_id=run.id, person_id=None, facts=facts)
