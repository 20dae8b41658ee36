"""Who was new or put right since the last look, and whom do they resemble? Or everybody, when asked."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import declare_job, gate, system
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id
from homeward.people.actions.note_pairs import BATCH, match_new
from homeward.people.matching.policy import POLICY, MatchingPolicy
from homeward.people.models import MatchRun, Person

JOB = "linkage-runs"
declare_job(JOB, words="keeping account of the looks for doubles", permits=("person.look_for_doubles",))
# A slow transaction may commit a change some minutes after the moment it bears.
OVERLAP = timedelta(minutes=10)
Progress = Callable[[int, int], None]


def look_for_doubles(
    *, at: datetime, everyone: bool = False, policy: MatchingPolicy = POLICY, progress: Progress = lambda done, of: None
) -> MatchRun | None:
    """Match everybody changed since the last look, or everybody; None when nobody was. Safe to repeat."""
    last = None if everyone else MatchRun.objects.order_by("-upto").first()
    with gate.job(JOB, at=at):
        changed = Person.objects.filter(joined_to__isnull=True).order_by("changed_at", "id")
        if last is not None:
            changed = changed.filter(changed_at__gt=last.upto - OVERLAP, changed_at__lte=at)
        ids: list[UUID] = list(changed.values_list("id", flat=True))
        newest = Person.objects.order_by("-changed_at").values_list("changed_at", flat=True).first()
    if not ids or newest is None or (last is not None and newest <= last.upto):
        return None
    new = 0
    for start in range(0, len(ids), BATCH):
        new += match_new(person_ids=ids[start : start + BATCH], at=at, policy=policy)
        progress(min(start + BATCH, len(ids)), len(ids))
    return _keep(
        upto=max(newest, last.upto if last else newest),
        everyone=everyone,
        people=len(ids),
        new=new,
        policy=policy,
        by=system(JOB),
        at=at,
    )


@action("person.look_for_doubles")
def _keep(
    *, upto: datetime, everyone: bool, people: int, new: int, policy: MatchingPolicy, by: Actor, at: datetime
) -> Happening[MatchRun]:
    run = MatchRun.objects.create(
        id=new_id(), at=at, upto=upto, everyone=everyone, people=people, new_pairs=new, policy=policy.version
    )
    facts = {"people": people, "new_pairs": new, "policy": policy.version}
    return Happening(result=run, subject_kind="match_run", subject_id=run.id, person_id=None, facts=facts)
