"""What is known of somebody that the line or the door asks about: how old, and what name?"""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.people import api as people

_NAMES = """
select person_id, concat_ws(' ', nullif(given, ''), family) from people_personname
where person_id = any (%s) and use = 'usual' and valid_to is null
"""


def age_of(person_id: UUID, *, by: Actor, at: datetime) -> int | None:
    """Whole years in London on the day; None when the birth date is not known. Opens the gate unless it is open."""
    born = people.banner(person_id, by, at).birth_date
    return age_on(london_day(at), born) if born else None


def age_on(day: date, born: date) -> int:
    """Whole years of somebody born on that day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def names_of(person_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Usual names of the people whom the open gate shows."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMES, [list(person_ids)])
        return dict(cursor.fetchall())
