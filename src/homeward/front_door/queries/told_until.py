"""Up to when has each hospital with a front door told of its stays? What it has not told of, nobody may call 'not admitted'."""

from collections.abc import Mapping
from datetime import datetime

from django.db import connection

from homeward.directory import api as directory

# Both parts follow an index of the stays: those who left, by hospital and moment; those still in, by hospital.
_TOLD = """
select greatest(
    (select max(s.left_at) from hospital_stay s where s.hospital_code = %(code)s and s.struck_at is null),
    (select max(s.admitted_at) from hospital_stay s where s.hospital_code = %(code)s and s.left_at is null and s.struck_at is null)
)
"""


def told_until() -> Mapping[str, datetime | None]:
    """By the hospital's name; None for one that has never told. Read inside a job's gate."""
    place = directory.place()
    doors = {door.hospital for door in place.front_doors.values()}
    hospitals = {each.organisation: each for each in place.hospitals.values()}
    found: dict[str, datetime | None] = {}
    with connection.cursor() as cursor:
        for code in sorted(doors):
            known = hospitals.get(code)
            if known is None:
                found[place.organisations[code].name] = None
                continue
            cursor.execute(_TOLD, {"code": known.code})
            found[known.name] = cursor.fetchone()[0]
    return found
