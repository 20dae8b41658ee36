"""Is everything carried when two records are one person, and put back exactly when they were not?"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from homeward.access.api import gate
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.people.api import (
    Correction,
    banner,
    correct,
    current_id,
    die,
    joined_into,
    likenesses,
    merge,
    move,
    movers,
    search,
    unmerge,
)
from homeward.people.models import Person
from homeward.people.tests.support import AMINA, AT, house, make, number

LATER = AT + timedelta(hours=1)
pytestmark = pytest.mark.django_db


def everything(*people: UUID) -> dict[str, list[Any]]:
    """Every row about these people in every table that has a person, as it stands."""
    found = {}
    with gate.job("demo", at=AT), connection.cursor() as cursor:
        for mover in movers():
            if mover.table in ("foundation_event", "access_opening", "people_merge", "people_carried"):
                continue
            cursor.execute(
                f"select to_jsonb(t)::text from {mover.table} t where person_id = any (%s) order by 1", [list(people)]
            )
            found[mover.table] = cursor.fetchall()
        cursor.execute(
            "select (to_jsonb(t) - 'changed_at')::text from people_person t where id = any (%s) order by id",
            [list(people)],
        )
        found["people_person"] = cursor.fetchall()
    return found


def two() -> tuple[Person, Person]:
    kept = make(nhs_number=number(1), phone="", language_code="", interpreter_needed=False)
    lost = make(
        given="Aminah",
        nhs_number=number(2),
        birth_date=date(1941, 3, 5),
        postcode="B13 8AA",
        address_lines=("4 Other Street",),
    )
    return kept, lost


def test_a_merge_carries_names_numbers_and_homes_and_the_lost_id_leads_on() -> None:
    kept, lost = two()
    merge(keep=kept.id, lose=lost.id, reason="One woman, seen twice", by=house(), at=LATER)
    assert current_id(lost.id) == kept.id
    assert list(joined_into(kept.id)) == [lost.id]
    shown = banner(kept.id, house(), LATER)
    assert (shown.name, shown.former_names) == ("Amina Khan", ("Aminah Khan",))
    assert shown.language == "Urdu, interpreter needed".split(",")[0] and shown.interpreter_needed, "a gap is filled"
    found = search(by=replace(house(), kind="system"), at=LATER, nhs_number=number(2))
    assert [row.person_id for row in found] == [kept.id], "found by the number that went along, once"
    assert len({each.person_id for each in likenesses(details=AMINA, by=house(), at=LATER)} & {lost.id}) == 0


@pytest.mark.hazard(
    "HZ-S37-3",
    hazard="Work goes on under the record that was joined, and nobody who looks after the person sees it.",
    control="A joined record opens no more for anybody; its address leads to the record kept.",
)
def test_a_joined_record_opens_no_more() -> None:
    kept, lost = two()
    merge(keep=kept.id, lose=lost.id, reason="One woman", by=house(), at=LATER)
    with gate.person(lost.id, by=house(), at=LATER, why="test"):
        assert not Person.objects.filter(id=lost.id).exists()
    with pytest.raises(Refused):
        banner(lost.id, house(), LATER)
    with pytest.raises(Refused):
        move(person_id=lost.id, since=LATER.date(), postcode="B1 1AA", by=house(), at=LATER)


@pytest.mark.hazard(
    "HZ-S37-2",
    hazard="Two people are taken for one, and one is treated by the other's record.",
    control="Nothing is joined but by a reviewer with a reason; a merge is taken back with everything where it was.",
)
def test_taken_back_everything_is_exactly_where_it_was() -> None:
    kept, lost = two()
    before = everything(kept.id, lost.id)
    done = merge(keep=kept.id, lose=lost.id, reason="One woman", by=house(), at=LATER)
    assert everything(kept.id, lost.id) != before
    unmerge(merge_id=done.id, reason="They are sisters", by=house(), at=LATER)
    assert everything(kept.id, lost.id) == before
    assert current_id(lost.id) == lost.id
    with pytest.raises(Refused, match="already"):
        unmerge(merge_id=done.id, reason="Again", by=house(), at=LATER)


def test_what_was_put_right_since_stays_with_the_kept_person() -> None:
    kept, lost = two()
    done = merge(keep=kept.id, lose=lost.id, reason="One woman", by=house(), at=LATER)
    move(person_id=kept.id, since=LATER.date(), postcode="B1 1AA", by=house(), at=LATER)
    correct(person_id=kept.id, correction=Correction(language_code="pl"), reason="Asked her", by=house(), at=LATER)
    unmerge(merge_id=done.id, reason="They are sisters", by=house(), at=LATER)
    with gate.job("demo", at=AT):
        assert Person.objects.get(id=kept.id).language_code == "pl"
        assert Person.objects.get(id=kept.id).addresses.get(valid_to=None).postcode == "B1 1AA"
        assert Person.objects.get(id=lost.id).addresses.get(valid_to=None).postcode == "B13 8AA"


def test_merges_nest_and_are_taken_back_from_the_last() -> None:
    kept, lost = two()
    third = make(given="Mina")
    first = merge(keep=lost.id, lose=third.id, reason="One woman", by=house(), at=LATER)
    after_first = everything(kept.id, lost.id, third.id)
    second = merge(keep=kept.id, lose=lost.id, reason="One woman", by=house(), at=LATER)
    assert current_id(third.id) == kept.id
    with pytest.raises(Refused, match="itself joined"):
        unmerge(merge_id=first.id, reason="No", by=house(), at=LATER)
    unmerge(merge_id=second.id, reason="No", by=house(), at=LATER)
    assert everything(kept.id, lost.id, third.id) == after_first


def test_the_dead_and_the_living_are_not_joined_and_a_hidden_address_stays_hidden() -> None:
    kept, lost = two()
    die(person_id=lost.id, died_on=AT.date(), source="family", by=house(), at=LATER)
    with pytest.raises(Refused, match="died"):
        merge(keep=kept.id, lose=lost.id, reason="One woman", by=house(), at=LATER)
    die(person_id=kept.id, died_on=AT.date(), source="family", by=house(), at=LATER)
    with gate.person(lost.id, by=house(), at=LATER):
        Person.objects.filter(id=lost.id).update(restricted=True)
    done = merge(keep=kept.id, lose=lost.id, reason="One woman", by=house(), at=LATER)
    assert banner(kept.id, house(), LATER).restricted
    unmerge(merge_id=done.id, reason="No", by=house(), at=LATER)
    assert not banner(kept.id, house(), LATER).restricted


def test_two_verified_numbers_that_differ_are_two_people() -> None:
    kept, lost = two()
    for each in (kept, lost):
        with gate.person(each.id, by=house(), at=LATER):
            Person.objects.filter(id=each.id).update(nhs_number_status="verified")
    with pytest.raises(Refused, match="verified"):
        merge(keep=kept.id, lose=lost.id, reason="One woman", by=house(), at=LATER)


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_merge_says_why(reason: str) -> None:
    kept, lost = two()
    with pytest.raises(Invalid):
        merge(keep=kept.id, lose=lost.id, reason=reason, by=house(), at=LATER)
    with pytest.raises(Invalid):
        merge(keep=kept.id, lose=kept.id, reason="The same", by=house(), at=LATER)


def test_nothing_is_carried_unless_both_are_open() -> None:
    kept, lost = two()
    with connection.cursor() as cursor:
        cursor.execute("select set_config('homeward.opening', '', true)")
    stranger = new_id()
    with gate.person(kept.id, by=house(), at=LATER), connection.cursor() as cursor:
        cursor.execute("select gate.both_open(%s, %s), gate.both_open(%s, %s)", [kept.id, kept.id, kept.id, stranger])
        assert cursor.fetchone() == (False, False)
        with pytest.raises(DatabaseError, match="both be open"), transaction.atomic():
            cursor.execute("select gate.carry('people_contact', %s, %s, null)", [kept.id, stranger])
        with pytest.raises(DatabaseError, match="is not carried"), transaction.atomic():
            cursor.execute("select gate.carry('foundation_event', %s, %s, null)", [kept.id, lost.id])


def test_a_number_that_somebody_else_was_given_since_is_said_in_a_sentence() -> None:
    kept, lost = two()
    joined = merge(keep=kept.id, lose=lost.id, reason="The same person", by=house(), at=LATER)
    make(family="Third", given="Thea", nhs_number=number(2), birth_date=date(1950, 1, 1))
    with pytest.raises(Refused, match="belongs to somebody else by now"):
        unmerge(merge_id=joined.id, reason="Two after all", by=house(), at=LATER + timedelta(hours=1))
    assert current_id(lost.id) == kept.id
