"""How often did the people of a team see a face they knew: all of them together, and each of them?"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.rounds.rules.continuity import Continuity, continuity, of_team

CONTINUITY_DAYS = timedelta(days=91)
MOST_VISITS = 20_000
MOST_PEOPLE = 50
_SEEN = """
select e.person_id, e.practitioner_user, concat_ws(' ', n.given, n.family)
from visits_encounter e
left join people_personname n on n.person_id = e.person_id and n.use = 'usual' and n.valid_to is null
where e.team_code = %s and e.state = 'seen' and e.practitioner_user is not null and e.contact_at >= %s
order by e.person_id, e.contact_at, e.id limit %s
"""


@dataclass(frozen=True, kw_only=True)
class Faces:
    """One person's figures."""

    person_id: UUID
    name: str
    figures: Continuity


@dataclass(frozen=True, kw_only=True)
class TeamFaces:
    """A team's figures (None when nobody had three visits), and those of the people who saw most strangers, worst first.

    `people` are the first fifty of `whole.people`.
    """

    whole: Continuity | None
    people: tuple[Faces, ...]


def faces_of(team: str, *, by: Actor, at: datetime) -> TeamFaces:
    """The team's familiar faces over the last three months. Opens the gate for a list."""
    came = defaultdict[UUID, list[str]](list)
    names: dict[UUID, str] = {}
    with gate.worklist(by=by, at=at, what="continuity"), connection.cursor() as cursor:
        cursor.execute(_SEEN, [team, at - CONTINUITY_DAYS, MOST_VISITS])
        for person_id, who, name in cursor.fetchall():
            came[person_id].append(str(who))
            names[person_id] = name
    each = [
        Faces(person_id=person_id, name=names[person_id] or "Name not known", figures=found)
        for person_id, visits in came.items()
        if (found := continuity(visits)) is not None
    ]
    each.sort(key=lambda one: (one.figures.upc, one.name, one.person_id))
    return TeamFaces(whole=of_team(came.values()), people=tuple(each[:MOST_PEOPLE]))
