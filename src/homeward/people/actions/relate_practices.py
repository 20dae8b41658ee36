"""How does a general practice come to look after people who were registered without its knowing? A few thousand at a time."""

from datetime import datetime, timedelta

from homeward.access.api import gate, relationships, system
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id
from homeward.foundation.moments import at_london, london_day
from homeward.people.models import Person, PracticeRegistration, Walk
from homeward.people.vocabulary import REGISTERED

JOB = "registrations"
MOST = 2000
SETTLED = timedelta(minutes=10)  # whoever is being registered just now is met the next time


def relate_practices(*, at: datetime, most: int = MOST) -> int:
    """Look at the next people by id and give their practice its relationship; returns how many were looked at."""
    with gate.job(JOB, at=at):
        last = Walk.objects.filter(name=JOB).values_list("last_id", flat=True).first()
        people = Person.objects.filter(registered_at__lt=at - SETTLED).order_by("id")
        if last is not None:
            people = people.filter(id__gt=last)
        waiting = people.values_list("id", flat=True)[:most]
        if not waiting:
            return 0
    return len(_relate(by=system(JOB), at=at, most=most))


@action("person.relate_practices")
def _relate(*, by: Actor, at: datetime, most: int) -> Happening[list[object]]:
    with gate.job(JOB, by=by, at=at):
        walk, _ = Walk.objects.select_for_update().get_or_create(name=JOB)
        people = Person.objects.filter(registered_at__lt=at - SETTLED).order_by("id")
        if walk.last_id is not None:
            people = people.filter(id__gt=walk.last_id)
        looked = list(people.values_list("id", "practice_code", "joined_to", "registered_at")[:most])
        wanted = {id: (code, since) for id, code, joined, since in looked if code and joined is None}
        days = PracticeRegistration.objects.filter(person_id__in=list(wanted), valid_to__isnull=True)
        began = dict(days.values_list("person_id", "valid_from"))
        grounds = [
            (id, code, id, at_london(began.get(id) or london_day(since))) for id, (code, since) in wanted.items()
        ]
        given = relationships.grant_many(grounds, kind=REGISTERED)
        walk.last_id = looked[-1][0] if looked else walk.last_id
        walk.save(update_fields=["last_id"])
    return Happening(
        result=[id for id, *_ in looked], subject_kind="job", subject_id=new_id(), person_id=None,
        facts={"looked_at": len(looked), "related": given},
    )  # fmt: skip
