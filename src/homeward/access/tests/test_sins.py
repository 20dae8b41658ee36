"""What must never open a record? Each sin is committed on purpose: no gate, a closed relationship, a role without a purpose."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from homeward.access.api import gate, may, relationships, system
from homeward.access.models import Consent, Export, Glass, Proxy, Relationship
from homeward.access.queries.own_rows import tables_about_people
from homeward.access.tests.arranging import AT, field_worker, looked_after_by, role_that, two_teams
from homeward.directory.api import place
from homeward.foundation.errors import NotPermitted
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db

# Read before anybody's record may be open (see test_every_table).
BEFORE_THE_GATE = {"access_user", "access_link"}


@pytest.mark.hazard(
    "HZ-S73-19",
    hazard="A query written without the gate shows somebody's record.",
    control="Every table with a person's id shows no row at all without an opening; a test asks each of them.",
)
def test_a_query_without_the_gate_returns_no_rows_from_any_table() -> None:
    looked_after_by(two_teams()[0])
    names = [table.name for table in tables_about_people() if table.name not in BEFORE_THE_GATE]
    assert {"access_relationship", "access_opening", "foundation_event", "people_person"} <= set(names)
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f'select count(*) from "{name}" where {_person_of(name)} is not null')
            assert cursor.fetchone() == (0,), name
    for model in (Consent, Export, Glass, Proxy, Relationship):
        assert model._default_manager.count() == 0


def test_a_closed_relationship_opens_nothing_not_even_a_list() -> None:
    team = two_teams()[0]
    source, by = new_id(), field_worker(team)
    person_id = looked_after_by(team, source=source)
    with gate.person(person_id, by=by, at=AT):
        pass
    with gate.person(person_id, by=system("demo"), at=AT):
        relationships.end(source, at=AT)
    with pytest.raises(NotPermitted), gate.person(person_id, by=by, at=AT + timedelta(minutes=1)):
        pass
    with gate.worklist(by=by, at=AT, what="hub board"), connection.cursor() as cursor:
        for table in ("people_person", "referrals_servicerequest", "foundation_event"):
            cursor.execute(f"select count(*) from {table} where {_person_of(table)} = %s", [person_id])
            assert cursor.fetchone() == (0,), table


def test_a_role_without_purpose_reads_nothing() -> None:
    team = two_teams()[0]
    person_id = looked_after_by(team)
    clerk = role_that(
        lambda role: not role.may("person.view") and not role.may("audit.view") and role.needs_relationship
    )
    without = staff(role=clerk, organisation=place().card.owner)
    assert not may(without, "person.view")
    for by in (without, replace(without, role="made-up"), replace(field_worker(team), role="made-up")):
        with pytest.raises(NotPermitted), gate.person(person_id, by=by, at=AT):
            pass
        assert not may(replace(by, role="made-up"), "person.view")
    with pytest.raises(NotPermitted), gate.audit(by=without, at=AT, why="curious"):
        pass


def _person_of(table: str) -> str:
    return next(each.person_column for each in tables_about_people() if each.name == table)
