"""Does the database refuse what no action would do: a lost owner, a skipped move, a rewritten past?"""

from collections.abc import Iterator

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError

from homeward.access.api import gate, system
from homeward.foundation.ids import new_id
from homeward.referrals.models import Move, OwnerPeriod, ServiceRequest
from homeward.referrals.tests.arranging import MORNING, TEAM, after, placed, received
from homeward.referrals.tests.committing import commits

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_gate() -> Iterator[None]:
    with gate.job("demo", by=system("demo"), at=MORNING):
        yield


def changed(referral: ServiceRequest, **values: object) -> None:
    with transaction.atomic():
        ServiceRequest.objects.filter(id=referral.id).update(**values)
        commits()


@pytest.mark.hazard(
    "HZ-S12-2",
    hazard="A referral is left with no owner, or with two, and each team thinks that another has it.",
    control="The owner is a column that cannot be empty and names a declared team; its history has no gap and no overlap, by constraint.",
)
def test_there_is_never_no_owner_and_never_an_unknown_one(open_gate: None) -> None:
    referral = received()
    for nobody in (None, "no-such-team"):
        with pytest.raises(IntegrityError):
            changed(referral, owner_team_id=nobody, version=2, latest_move_kind="carry", latest_move_at=after(1))


def test_a_state_changes_only_by_a_move_of_the_table(open_gate: None) -> None:
    referral = received()
    with pytest.raises(IntegrityError, match="stands still"):
        changed(referral, state="accepted", service_code="x")
    with pytest.raises(IntegrityError, match="no move leads"):
        changed(referral, state="accepted", service_code="x", version=2, latest_move_kind="accept")
    with pytest.raises(IntegrityError, match="no move leads"):
        changed(referral, state="triaged", version=3, latest_move_kind="triage")


def test_no_version_without_its_move(open_gate: None) -> None:
    with pytest.raises(IntegrityError, match="has no move"):
        changed(received(), state="triaged", version=2, latest_move_kind="triage")


def test_a_referral_keeps_its_person_and_its_beginning(open_gate: None) -> None:
    referral = received()
    with pytest.raises(IntegrityError, match="keeps its person"):
        changed(referral, received_at=after(60))
    with pytest.raises(IntegrityError, match="keeps its person"):
        changed(referral, person_id=new_id())  # only a merge, which opens both people, carries it along


def test_only_the_database_writes_ownership(open_gate: None) -> None:
    referral = placed()
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        OwnerPeriod.objects.filter(referral=referral).update(team_id=TEAM)
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        OwnerPeriod.objects.create(
            referral=referral, person_id=referral.person_id, team_id=TEAM, during=(after(5), after(6))
        )


def test_moves_are_only_added_to(open_gate: None) -> None:
    move = Move.objects.get(referral=received())
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        Move.objects.filter(id=move.id).update(words="never said")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("delete from referrals_move where id = %s", [move.id])


def test_nothing_is_seen_while_the_gate_is_shut() -> None:
    received()
    assert ServiceRequest.objects.count() == Move.objects.count() == OwnerPeriod.objects.count() == 0
