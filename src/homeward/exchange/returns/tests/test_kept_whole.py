"""Does a submitted return stay as it was, is every row from something that happened, and does every link meet?"""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.access.api import gate, system
from homeward.exchange.api import returns
from homeward.exchange.models import NationalReturn, ReturnRow
from homeward.exchange.returns.actions.prepare import prepare
from homeward.exchange.returns.spec.data_sets import COMMUNITY
from homeward.exchange.returns.tests.arranging import (
    ASKED,
    NUMBERS,
    analyst,
    broken,
    in_care,
    made,
    someone,
    table,
    visited,
)
from homeward.foundation.errors import Invalid, Refused
from homeward.people.api import Correction, correct, die
from homeward.referrals.tests.arranging import after, received

pytestmark = pytest.mark.django_db
LATER = ASKED + timedelta(days=20)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.lists(
        st.tuples(st.booleans(), st.booleans(), st.integers(min_value=5, max_value=2000)), min_size=1, max_size=4
    )
)
def test_every_row_rests_on_events_and_every_link_meets(people: list[tuple[bool, bool, int]]) -> None:
    with transaction.atomic():
        for number, (numbered, seen, minutes) in enumerate(people):
            referral = in_care(someone(NUMBERS[0] if numbered and not number else ""))
            if seen:
                visited(referral, minutes=minutes)
        row = made()
        assert not [rule for rule in broken(row) if rule.endswith((".orphan", ".none", ".twice"))]
        assert len(table(row, "CYP101Referral")) == len(people)
        assert len(table(row, "CYP201CareContact")) == sum(seen for _, seen, _ in people)
        with gate.job("returns", at=ASKED), connection.cursor() as cursor:
            cursor.execute(
                "select count(*) from exchange_returnrow r where r.national_return_id = %s and (cardinality(r.events) = 0 or exists "
                "(select from unnest(r.events) e (id) where not exists (select from foundation_event f where f.id = e.id)))",
                [row.id],
            )
            assert cursor.fetchone() == (0,)
        transaction.set_rollback(True)


@pytest.mark.hazard(
    "HZ-S73-172",
    hazard="A return that was given is changed afterwards, and what the nation holds is not what is kept here.",
    control="The database refuses any change to a submitted return or its rows; its digest stands in the sealed event log.",
)
def test_a_submitted_return_never_changes() -> None:
    visited(in_care(someone(NUMBERS[0])))
    row = made()
    by = analyst()
    returns.submit(return_id=row.id, why="", by=by, at=LATER)
    with gate.job("returns", at=LATER):
        for attempt in (
            lambda: ReturnRow.objects.filter(national_return=row).update(cells=["x"]),
            lambda: ReturnRow.objects.filter(national_return=row).delete(),
            lambda: NationalReturn.objects.filter(pk=row.id).update(sha256="0"),
            lambda: row.tables.all().delete(),
            lambda: ReturnRow.objects.create(
                national_return=row, table="CYP001MPI", number=99, key="x", subject_kind="person", cells=[], events=[]
            ),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                attempt()
    with gate.job("audit", by=system("audit"), at=LATER), connection.cursor() as cursor:
        cursor.execute(
            "select facts->>'sha256' from foundation_event where kind = 'returns.submit' and subject_id = %s", [row.id]
        )
        assert cursor.fetchall() == [(row.sha256,)]
    assert returns.take(return_id=row.id, reason="again", by=by, at=LATER).sha256 == row.sha256
    with pytest.raises(Refused, match="cannot be submitted"):
        returns.submit(return_id=row.id, why="", by=by, at=LATER)


def test_a_final_is_held_beside_the_provisional() -> None:
    ivy = someone(NUMBERS[0])
    visited(in_care(ivy))
    first = made()
    by = analyst()
    returns.submit(return_id=first.id, why="", by=by, at=ASKED)
    correct(person_id=ivy, correction=Correction(sex="other"), reason="She said so", by=system("demo"), at=after(60))
    in_care(someone(NUMBERS[1]))
    final = made(kind="final", at=LATER)
    found = {each.table: each for each in returns.differences(final.id, by=by, at=LATER).tables}
    assert (found["CYP001MPI"].came, found["CYP001MPI"].went, found["CYP001MPI"].changed) == (1, 0, 1)
    assert found["CYP001MPI"].columns == [("Gender", 1)]
    assert (found["CYP101Referral"].came, "CYP201CareContact" in found) == (1, False)


def test_records_that_would_be_rejected_are_given_only_with_a_reason() -> None:
    referral = in_care(someone(NUMBERS[0]))
    visited(referral, minutes=95)
    die(person_id=referral.person_id, source="family", died_at=after(-60 * 24), by=system("demo"), at=after(60 * 24))
    row = made()
    assert "CYP201CareContact.Contact_Date.after_death" in broken(row)
    with pytest.raises(Invalid, match="Say why"):
        returns.submit(return_id=row.id, why=" ", by=analyst(), at=ASKED)
    returns.submit(return_id=row.id, why="The day of death is being put right", by=analyst(), at=ASKED)


def test_a_person_without_a_number_or_a_practice_is_found() -> None:
    in_care(someone("", practice_code=""))
    found = broken(made())
    assert {"CYP001MPI.NHSNumber.missing", "CYP002GP.OrgID_GP.stands_in"} <= found.keys()


def test_only_the_newest_keeps_its_rows() -> None:
    in_care(someone(NUMBERS[0]))
    old, new = made(), made(at=LATER)
    old.refresh_from_db()
    assert (old.state, new.state) == ("replaced", "ready")
    with gate.job("returns", at=LATER):
        assert not ReturnRow.objects.filter(national_return=old).exists()


def test_each_open_window_is_prepared_once_a_day() -> None:
    first = prepare(at=ASKED)
    assert first == 2 * 3  # March provisional and February final, for each of three providers
    assert prepare(at=ASKED + timedelta(hours=5)) == 0
    assert prepare(at=ASKED + timedelta(days=1)) == first


def test_what_is_about_a_person_follows_them_into_their_copy_and_nobody_reads_it_outside_the_gate() -> None:
    ivy: UUID = someone(NUMBERS[0])
    in_care(ivy)
    row = made()
    assert not ReturnRow.objects.filter(national_return=row, person_id=ivy).exists()
    with gate.job("returns", at=ASKED):
        assert ReturnRow.objects.filter(national_return=row, person_id=ivy).count() == 4


def test_a_need_that_no_service_was_asked_for_is_in_no_return() -> None:
    received(person_id=someone(NUMBERS[0]))
    assert made().rows == 1
    assert {name for name in (each.name for each in COMMUNITY.tables)} >= {"CYP001MPI"}
