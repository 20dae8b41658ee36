"""Does the gate hold in real transactions: forgetting it, reusing an old key, links, and reading without an open one?"""

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

import pytest
from django.db import connection, connections, transaction

from homeward.access.api import gate, issue_link, open_link, system
from homeward.access.gate import frame
from homeward.access.models import Relationship
from homeward.access.tests.arranging import AT, field_worker, looked_after_by
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotPermitted
from homeward.foundation.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.fixture
def letters() -> Iterator[None]:
    """A table of a higher package, put behind the gate as a migration does it."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("create table letters (id uuid primary key, person_id uuid, referral_id uuid)")
        cursor.execute("select gate.protect('letters', 'person_id', 'referral_id', true, false)")
    yield


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {table}")
        return int(cursor.fetchone()[0])


def test_a_key_of_an_earlier_transaction_opens_nothing() -> None:
    person_id = looked_after_by("north")
    with gate.person(person_id, by=system("demo"), at=AT):
        key = frame.opening.get()
        assert Relationship.objects.count() == 1
    assert frame.opening.get() == ""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select set_config('homeward.opening', %s, true), pg_current_xact_id()", [key])
        assert Relationship.objects.count() == 0


def a_verb(person_id: UUID) -> Callable[[], int]:
    """An action about this person that counts who looks after them."""

    @action("referral.note", about=lambda given: person_id)
    def look(*, by: Actor, at: datetime) -> Happening[int]:
        seen = Relationship.objects.count()
        return Happening(result=seen, subject_kind="person", subject_id=person_id, person_id=person_id)

    return lambda: look(by=system("demo"), at=AT)


def test_what_an_action_opened_is_shut_after_it_alone_or_among_others() -> None:
    person_id, other = looked_after_by("north"), looked_after_by("north")
    assert a_verb(person_id)() == 1
    assert (frame.opening.get(), frame.opened.get()[0], Relationship.objects.count()) == ("", "", 0)
    with transaction.atomic():
        assert (a_verb(person_id)(), Relationship.objects.count()) == (1, 0)
        with gate.person(other, by=system("demo"), at=AT):
            assert (a_verb(person_id)(), frame.holds(other)) == (1, True)
            assert [each.person_id for each in Relationship.objects.all()] == [other]
        assert Relationship.objects.count() == 0


def test_the_access_row_stays_when_the_reading_is_over() -> None:
    person_id = looked_after_by("north")
    with gate.job("audit"), connection.cursor() as cursor:
        cursor.execute("select count(*) from access_opening where person_id = %s", [person_id])
        assert cursor.fetchone() == (1,)


@pytest.mark.hazard(
    "HZ-S73-3",
    hazard="A link sent about one referral opens more than that referral.",
    control="A link opens the rows of one subject of one person, until its day, its uses or its revocation.",
)
def test_a_link_sees_one_subject_of_one_person(letters: None) -> None:
    person_id, other, subject = new_id(), new_id(), new_id()
    with gate.job("demo"), connection.cursor() as cursor:
        for person, referral in ((person_id, subject), (person_id, new_id()), (other, subject), (None, None)):
            cursor.execute("insert into letters values (%s, %s, %s)", [new_id(), person, referral])
    issued = issue_link(
        kind="track", person_id=person_id, subject_id=subject, organisation="x", expires_at=AT.replace(day=9),
        held_by="A neighbour", uses=2, by=system("links"), at=AT,
    )  # fmt: skip
    holder = open_link(issued.token, AT)
    with gate.link(by=holder, at=AT):
        assert count("letters where person_id is not null") == 1
    with gate.person(person_id, by=holder, at=AT):
        assert count("letters where person_id is not null") == 1
    with pytest.raises(NotPermitted, match="not for that person"), gate.person(other, by=holder, at=AT):
        pass
    assert count("letters") == 1  # the row about nobody, which this table leaves open


def test_rows_cannot_be_written_about_somebody_else(letters: None) -> None:
    person_id = new_id()
    with pytest.raises(Exception, match="row-level security"), gate.person(person_id, by=system("demo"), at=AT):
        connection.cursor().execute("insert into letters values (%s, %s, %s)", [new_id(), new_id(), new_id()])
    with pytest.raises(Exception, match="permission denied"):
        connection.cursor().execute("delete from letters")


def test_an_attempt_that_was_refused_is_written_down_and_shows_nothing() -> None:
    person_id, nurse = looked_after_by("somebody else"), field_worker()
    with pytest.raises(NotPermitted, match="not looking after"), gate.person(person_id, by=nurse, at=AT, why="curious"):
        pass
    with gate.job("audit"), connection.cursor() as cursor:
        cursor.execute("select mode, why from access_opening where actor_id = %s", [nurse.user_id])
        assert cursor.fetchall() == [("refused", "curious")]
