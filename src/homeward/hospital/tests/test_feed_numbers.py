"""Is a ward system without NHS numbers asked about each person once, and does a later row answer the earlier ones of its stay?"""

from typing import Any
from uuid import UUID

import pytest

from homeward.access.api import gate
from homeward.foundation.errors import Invalid, NotFound
from homeward.hospital.api import (
    answered_rows,
    forget_number,
    refused_rows,
    settle_row,
    settled_rows,
    stays_told,
    take_row,
    waiting_rows,
    who_may_be,
)
from homeward.hospital.models import Stay
from homeward.hospital.tests.arranging import days, ward
from homeward.hospital.tests.test_feeds import FEED, hear, told
from homeward.referrals.tests.arranging import MORNING, person

pytestmark = pytest.mark.django_db
IVY: dict[str, Any] = {"family": "Cole", "given": "Ivy", "birth_date": "1941-05-06", "local_number": "H 0042"}
GONE: dict[str, Any] = {"left_at": "2026-03-03 16:00", "destination": "home"}


def settled(ivy: UUID | None) -> None:
    """She came in without an NHS number, somebody said who she is, and she has left again."""
    assert hear(MORNING, by=ward(), **IVY) == "waiting"
    settle_row(row_id=waiting_rows(by=ward(), at=MORNING)[0].id, person_id=ivy, by=ward(), at=MORNING)
    assert hear(days(2), by=ward(), **IVY | GONE) == "applied"


def whose() -> list[UUID]:
    with gate.job("demo", by=FEED, at=MORNING):
        return list(Stay.objects.order_by("admitted_at").values_list("person_id", flat=True))


@pytest.mark.hazard(
    "HZ-S4-9",
    hazard="A ward's system gives the number of one patient to another, and the second one's admission is written into the first one's record unasked.",
    control="A number is taken without asking only while the name, the birth date and the NHS number told fit whoever it was said to mean; else a human is asked, with the reason.",
)
def test_a_ward_system_that_sends_no_nhs_number_is_asked_about_one_person_once() -> None:
    ivy = person()
    settled(ivy)
    assert hear(days(9), by=ward(), encounter_id="E2", admitted_at="2026-03-10 08:30", **IVY) == "applied"
    assert whose() == [ivy, ivy] and not waiting_rows(by=ward(), at=days(9))
    (kept,) = settled_rows(by=ward(), at=days(9))
    assert (kept.local_number, kept.settled_by) == ("H 0042", ward().name)
    assert not settled_rows(by=ward(team="flow-good-hope"), at=days(9))


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"given": "Rose"}, "the name told is different"),
        ({"birth_date": "1950-01-02"}, "another birth date"),
        ({"nhs_number": "9990000026"}, "not that of the person"),
    ],
)
def test_a_known_number_with_other_details_is_asked_about_again_with_the_reason(other: dict[str, str], why: str) -> None:
    ivy = person(nhs_number="9990000018")
    settled(ivy)
    again: dict[str, Any] = IVY | {"encounter_id": "E2", "admitted_at": "2026-03-10 08:30"} | other
    assert hear(days(9), by=ward(), **again) == "waiting" and whose() == [ivy]
    (row,) = waiting_rows(by=ward(), at=days(9))
    assert why in row.reason and row.reason.endswith("Say again who it is.")
    likely = who_may_be(row, by=ward(), at=days(9))
    assert ivy in {each.person_id for each in likely}
    settle_row(row_id=row.id, person_id=None, by=ward(), at=days(9))
    assert whose()[1] != ivy
    assert hear(days(10), by=ward(), **again | GONE | {"left_at": "2026-03-11 09:00"}) == "applied"
    assert hear(days(19), by=ward(), **again | {"encounter_id": "E3", "admitted_at": "2026-03-20 08:30"}) == "applied"
    assert whose()[1] == whose()[2], "the number goes with whoever was said last"


def test_another_system_with_the_same_number_knows_nobody_by_it() -> None:
    settled(person())
    row = told(encounter_id="E2", admitted_at="2026-03-10 08:30", **IVY)
    assert take_row(row=row, line=2, source="other", by=ward(), at=days(9)).outcome == "waiting"


def test_what_was_said_of_a_number_is_taken_back_with_a_reason() -> None:
    ivy = person()
    settled(ivy)
    (row,) = settled_rows(by=ward(), at=days(3))
    with pytest.raises(Invalid):
        forget_number(row_id=row.id, reason=" ", by=ward(), at=days(3))
    with pytest.raises(NotFound):
        forget_number(row_id=row.id, reason="No", by=ward(team="flow-good-hope"), at=days(3))
    hear(days(3), by=ward(), encounter_id="E3", admitted_at="2026-03-04 08:30", **IVY)
    assert [each.left_at is None for each in stays_told(row.id, by=ward(), at=days(3))] == [True, False], "what was told by it is shown"
    with pytest.raises(NotFound):
        stays_told(row.id, by=ward(team="flow-good-hope"), at=days(3))
    assert forget_number(row_id=row.id, reason="Her sister", by=ward(), at=days(3))
    assert not forget_number(row_id=row.id, reason="Her sister", by=ward(), at=days(3)) and not settled_rows(by=ward(), at=days(3))
    assert hear(days(9), by=ward(), encounter_id="E2", admitted_at="2026-03-10 08:30", **IVY) == "waiting" and whose() == [ivy, ivy]


def test_somebody_new_whom_nobody_resembles_is_known_by_the_number_from_then_on() -> None:
    assert hear(MORNING, by=ward(), **IVY) == "applied" and hear(days(2), by=ward(), **IVY | GONE) == "applied"
    assert hear(days(9), by=ward(), encounter_id="E2", admitted_at="2026-03-10 08:30", **IVY) == "applied"
    assert len(set(whose())) == 1


@pytest.mark.hazard(
    "HZ-S4-10",
    hazard="Rows of a ward's file that were corrected long ago stay on the list of refused ones, and nobody sees the one that is not.",
    control="A later row about the same stay answers the earlier ones, which keep their reason and name it; one that cannot be done answers only those it takes the place of.",
)
def test_a_corrected_row_answers_the_refused_and_waiting_ones_before_it() -> None:
    assert hear(MORNING, by=ward(), ward="Moon") == "refused" and hear(days(1), by=ward(), ward="Sun") == "refused"
    (row,) = refused_rows(by=ward(), at=days(1))
    assert "Sun" in row.reason and ["Moon" in each.was.reason for each in answered_rows(by=ward(), at=days(1))] == [True]
    assert hear(days(2), by=ward()) == "applied" and not refused_rows(by=ward(), at=days(2))
    assert {(each.by_outcome, each.by_line) for each in answered_rows(by=ward(), at=days(2))} >= {("applied", 2)}
    assert hear(days(3), by=ward(), ward="Moon") == "unchanged", "an old state told again lists nobody anew"
    assert not refused_rows(by=ward(), at=days(3))


def test_a_row_that_waits_is_answered_by_one_with_the_nhs_number() -> None:
    ivy = person(nhs_number="9990000018")
    like = {name: value for name, value in IVY.items() if name != "local_number"}
    assert hear(MORNING, by=ward(), **like) == "waiting"
    assert hear(days(1), by=ward(), ward="Moon", **like) == "refused" and len(waiting_rows(by=ward(), at=days(1))) == 1
    assert hear(days(2), by=ward(), nhs_number="9990000018", **like) == "applied" and whose() == [ivy]
    assert not waiting_rows(by=ward(), at=days(2)) and not refused_rows(by=ward(), at=days(2))
    assert len(answered_rows(by=ward(), at=days(2))) == 2


def test_a_row_without_an_id_is_answered_by_the_same_person_and_admission_and_by_no_other() -> None:
    assert hear(MORNING, by=ward(), encounter_id="") == "refused"
    assert hear(days(1), by=ward(), encounter_id="E7", given="Roy", birth_date="1950-01-01") == "applied"
    assert len(refused_rows(by=ward(), at=days(1))) == 1
    assert hear(days(1), by=ward(), encounter_id="E8") == "applied" and not refused_rows(by=ward(), at=days(1))


def test_what_another_team_was_refused_answers_nothing_of_ours() -> None:
    assert hear(MORNING, by=ward(), ward="Moon") == "refused"
    assert hear(days(1), by=ward(team="flow-good-hope"), bed="9") == "refused"
    assert len(refused_rows(by=ward(), at=days(1))) == 1
