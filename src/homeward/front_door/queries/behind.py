"""Who stands behind a number? By name only those whom the asker's teams look after; the others are counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.access.api import gate, system
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.front_door.queries.figures import Figure, figure_called
from homeward.front_door.queries.known_of import names_of
from homeward.front_door.vocabulary import COUNTING

MOST = 200
STATUSES = {"met": "Counted", "not_met": "Not counted", "not_known": "Not known", "too_early": "Too early to say"}


@dataclass(frozen=True, kw_only=True)
class BehindRow:
    """One call or arrival behind a number."""

    kind: str
    id: UUID
    person_id: UUID | None
    name: str
    at: datetime
    status: str
    status_words: str


@dataclass(frozen=True, kw_only=True)
class Behind:
    """At most 200 rows, the newest first. `others`: how many more are behind the number, of people whom the asker's teams do not look after."""

    figure: Figure
    rows: Sequence[BehindRow]
    others: int


def behind(code: str, *, days: int, by: Actor, at: datetime, status: str = "") -> Behind:
    """Opens the gate for the people whom the actor's teams look after. Raises NotFound."""
    figure = figure_called(code)
    if figure is None:
        raise NotFound("There is no such number.", next_step="Go back to the results and choose one there.")
    values = {"since": at - timedelta(days=days), "until": at, "status": status, **figure.values}
    kept = f"from ({figure.sql}) as rows where %(status)s = '' or status = %(status)s"
    with gate.job(COUNTING, by=system(COUNTING), at=at, why=f"how many are behind {figure.title}, for {by.name}"):
        with connection.cursor() as cursor:
            cursor.execute(f"select count(*) {kept}", values)
            every = cursor.fetchone()[0]
    with gate.worklist(by=by, at=at, what=f"behind the number: {figure.title}"):
        with connection.cursor() as cursor:
            cursor.execute(
                f"select kind, id, person_id, at, status, count(*) over () {kept} order by at desc, id limit {MOST}",
                values,
            )
            found = cursor.fetchall()
        names = names_of(row[2] for row in found if row[2])
    rows = [
        BehindRow(kind=kind, id=id, person_id=person, name=names.get(person, "Somebody not known"), at=when, status=how, status_words=STATUSES[how])
        for kind, id, person, when, how, _ in found
    ]  # fmt: skip
    return Behind(figure=figure, rows=rows, others=every - (found[0][5] if found else 0))
