"""Do calls and arrivals go with the person, and does the team's right to look end when all is over?"""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection

from homeward.access.api import gate, relationships, system
from homeward.front_door.api import call_view, check_back, decide, find_outcomes, intend
from homeward.front_door.jobs import every_five_minutes
from homeward.front_door.tests.arranging import FELL, TEAM, advised, after, at_the_door, came, clinician
from homeward.front_door.tests.test_outcomes import THREE, somebody_else_is_admitted
from homeward.people.api import merge, unmerge
from homeward.referrals.tests.arranging import person

pytestmark = pytest.mark.django_db
HOUSE = system("demo")
HANGING = ("call", "advice", "safetycheck", "arrival", "intention", "decision", "outcomecheck")


def test_all_of_it_goes_with_the_person_and_back() -> None:
    keep, lose, by = person(), person(given="Iva", birth_date=date(1941, 5, 7)), at_the_door()
    call = advised(lose)
    check_back(call_id=call, heard="as-hoped", by=clinician(), at=after(60))
    made = came(lose, by=by)
    intend(arrival_id=made, code="admit", by=by, at=after(61))
    decide(arrival_id=made, code="home", decided_by="Dr Bose", by=by, at=after(62))
    somebody_else_is_admitted(THREE + timedelta(hours=1))
    find_outcomes(at=THREE + timedelta(hours=1))
    joined = merge(keep=keep, lose=lose, reason="The same person", by=HOUSE, at=THREE + timedelta(hours=2))
    assert whose() == {table: {keep} for table in HANGING}
    assert call_view(call, by=clinician(), at=THREE + timedelta(hours=3)).advice[0].whole
    unmerge(merge_id=joined.id, reason="They are two", by=HOUSE, at=THREE + timedelta(hours=4))
    assert whose() == {table: {lose} for table in HANGING}


def whose() -> dict[str, set[UUID]]:
    found: dict[str, set[UUID]] = {}
    with gate.job("demo", at=FELL), connection.cursor() as cursor:
        for table in HANGING:
            cursor.execute(f"select distinct person_id from front_door_{table}")
            found[table] = {row[0] for row in cursor.fetchall()}
    return found


def test_the_right_to_look_ends_when_all_is_found_and_nobody_is_to_be_rung() -> None:
    open_net, over = person(), person()
    advised(open_net)
    done = advised(over)
    check_back(call_id=done, heard="as-hoped", by=clinician(), at=after(600))
    seven = after(8) + timedelta(days=7)
    somebody_else_is_admitted(seven)
    find_outcomes(at=seven)
    every_five_minutes(timestamp=int((FELL + timedelta(days=59)).timestamp()))
    assert relationships.with_team(over, [TEAM])
    every_five_minutes(timestamp=int((FELL + timedelta(days=61)).timestamp()))
    assert not relationships.with_team(over, [TEAM]) and relationships.with_team(open_net, [TEAM])
