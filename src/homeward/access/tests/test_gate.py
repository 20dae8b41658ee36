"""Does the database itself keep a record shut until an access row of this very transaction has opened it?"""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, ProgrammingError
from django.test.utils import CaptureQueriesContext

from homeward.access.api import gate, relationships, system
from homeward.access.models import Relationship
from homeward.access.tests.arranging import AT, field_worker, hub_worker, looked_after_by, two_teams
from homeward.foundation.errors import NotPermitted
from homeward.foundation.ids import new_id

pytestmark = pytest.mark.django_db


def seen() -> int:
    return Relationship.objects.count()


def openings(where: str = "true") -> int:
    with gate.job("audit"), connection.cursor() as cursor:
        cursor.execute(f"select count(*) from access_opening where {where}")
        return int(cursor.fetchone()[0])


@pytest.mark.hazard(
    "HZ-S73-1",
    hazard="A page or job reads a record without anybody knowing that it did.",
    control="The database shows no row of a person unless this transaction has written an access row that opened them.",
)
def test_only_an_opened_persons_rows_are_seen_and_the_gate_shuts_again() -> None:
    first, _ = looked_after_by("north"), looked_after_by("north")
    assert seen() == 0
    with gate.person(first, by=system("demo"), at=AT, why="reading"):
        assert seen() == 1
        with gate.job("clocks"):
            assert seen() == 2
        assert seen() == 1
    assert seen() == 0


def test_every_opening_is_written_down_with_who_and_why() -> None:
    team = two_teams()[0]
    person_id, by = looked_after_by(team), field_worker(team)
    with gate.person(person_id, by=by, at=AT, why="planning a visit"):
        pass
    assert openings(f"actor_id = '{by.user_id}' and person_id = '{person_id}' and why = 'planning a visit'") == 1


@pytest.mark.hazard(
    "HZ-S73-2",
    hazard="Somebody reads the record of a person they do not look after.",
    control="A role that needs a relationship opens only people whom one of its teams looks after now.",
)
def test_a_role_that_needs_a_relationship_is_refused_without_one_and_after_its_end() -> None:
    team, other = two_teams()
    source, by = new_id(), field_worker(team)
    person_id = looked_after_by(other)
    with pytest.raises(NotPermitted, match="not looking after this person"), gate.person(person_id, by=by, at=AT):
        pass
    with gate.person(person_id, by=system("demo"), at=AT, why="arranging"):
        relationships.grant(person_id, team, kind="referral", source_id=source, at=AT)
        relationships.grant(person_id, team, kind="referral", source_id=source, at=AT)
    with gate.person(person_id, by=by, at=AT):
        assert seen() == 2
    with gate.person(person_id, by=system("demo"), at=AT, why="arranging"):
        assert relationships.end(source, at=AT) == 1
    assert not relationships.with_team(person_id, [team])
    with pytest.raises(NotPermitted), gate.person(person_id, by=by, at=AT):
        pass


def test_several_teams_are_given_their_relationship_in_one_statement_and_lose_it_in_one() -> None:
    team, other = two_teams()
    source, person_id = new_id(), new_id()
    with gate.person(person_id, by=system("demo"), at=AT, why="arranging"):
        relationships.grant(person_id, team, kind="referral", source_id=source, at=AT)
        with CaptureQueriesContext(connection) as asked:
            relationships.grant(person_id, team, other, kind="referral", source_id=source, at=AT)
        assert len(asked) == 1
    assert relationships.with_team(person_id, [team]) and relationships.with_team(person_id, [other])
    with gate.person(person_id, by=system("demo"), at=AT, why="arranging"):
        assert relationships.end(source, teams=[other], at=AT) == 1
        assert relationships.end(source, teams=[team, other], at=AT) == 1


def test_nothing_ends_before_it_began_for_whoever_waited_while_a_colleague_began_it() -> None:
    team, _ = two_teams()
    source, person_id = new_id(), new_id()
    with gate.person(person_id, by=system("demo"), at=AT, why="arranging"):
        relationships.grant(person_id, team, kind="referral", source_id=source, at=AT)
        assert relationships.end(source, at=AT - timedelta(seconds=2)) == 1
    assert not relationships.with_team(person_id, [team])


def test_a_worklist_shows_the_teams_people_and_changes_none_of_them() -> None:
    team, other = two_teams()
    mine = looked_after_by(team)
    looked_after_by(other)
    with gate.worklist(by=hub_worker(team), at=AT, what="hub board"):
        assert list(Relationship.objects.values_list("person_id", flat=True)) == [mine]
        assert Relationship.objects.filter(person_id=mine).update(kind="changed") == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            relationships.grant(mine, team, kind="carer", source_id=new_id(), at=AT)


def test_an_account_that_does_not_work_there_opens_nothing() -> None:
    team, other = two_teams()
    by = hub_worker(team)
    for forged in (
        {"role": "someone-else"},
        {"teams": (team, other)},
        {"organisation": "elsewhere"},
        {"user_id": new_id()},
    ):
        actor = type(by)(**{**vars(by), **forged})
        with pytest.raises(NotPermitted), gate.worklist(by=actor, at=AT, what="hub board"):
            pass


def test_a_forged_setting_opens_nothing() -> None:
    person_id = looked_after_by("north")
    with connection.cursor() as cursor:
        cursor.execute("select set_config('homeward.opening', '999999999 2026-01-01 00:00:00+00', true)")
        assert seen() == 0
        cursor.execute("select gate.person(), gate.teams(), gate.is_job(), gate.is_audit()")
        assert cursor.fetchone() == (None, None, False, False)
    assert person_id


@pytest.mark.parametrize(
    "statement",
    [
        "insert into access_opening (at, mode, actor_name, actor_kind, organisation, role, purpose, session, why)"
        " values (now(), 'job', 'x', 'staff', 'x', 'x', 'x', 'x', 'x')",
        "update access_opening set why = 'another reason'",
        "delete from access_opening",
        "select * from access_opening_other",
        "delete from access_relationship",
        "delete from foundation_event",
        "insert into foundation_block (number, first_xid, first_position, last_xid, last_position, events, digest)"
        " values (1, 1, 1, 1, 1, 1, 'x')",
        "alter table access_relationship disable row level security",
        "create table gate.mine (id int)",
    ],
)
def test_the_application_may_not_touch_the_logs_or_the_gate(statement: str) -> None:
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_partitions_cannot_be_read_past_their_parents() -> None:
    looked_after_by("north")
    with connection.cursor() as cursor, gate.job("audit"):
        cursor.execute(
            "select c.oid::regclass::text, c.relrowsecurity from pg_inherits i join pg_class c on c.oid = i.inhrelid"
            " where i.inhparent in ('access_opening'::regclass, 'foundation_event'::regclass)"
        )
        partitions = cursor.fetchall()
        assert len(partitions) >= 8 and all(secured for _, secured in partitions)
        for name, _ in partitions:
            if not name.endswith("_other"):
                cursor.execute(f"select count(*) from {name}")
                assert cursor.fetchone() == (0,)


def test_a_failure_inside_shuts_the_gate_and_leaves_the_outer_one_open() -> None:
    first, second = looked_after_by("north"), looked_after_by("south")
    by = system("demo")
    with gate.person(first, by=by, at=AT):
        with pytest.raises(RuntimeError), gate.person(second, by=by, at=AT):
            raise RuntimeError
        with pytest.raises(DatabaseError), transaction.atomic(), gate.person(second, by=by, at=AT):
            connection.cursor().execute("select 1 / 0")
        assert list(Relationship.objects.values_list("person_id", flat=True)) == [first]
    assert seen() == 0


def test_a_search_needs_the_gate_open_for_a_search() -> None:
    with connection.cursor() as cursor:
        with pytest.raises(ProgrammingError, match="not open for search"), transaction.atomic():
            cursor.execute("select gate.require('search')")
        with gate.search(by=hub_worker(), at=AT, what="people"):
            cursor.execute("select gate.require('search')")
            assert seen() == 0


def test_jobs_are_declared_and_pages_run_only_those_meant_for_pages() -> None:
    with pytest.raises(NotPermitted, match="declared"), gate.job("whatever"):
        pass
    with gate.during_a_page():
        with pytest.raises(NotPermitted, match="background job"), gate.job("clocks"):
            pass
        with gate.job("numbers"):
            assert seen() == 0
