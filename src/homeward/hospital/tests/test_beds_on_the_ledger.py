"""Is a recovery bed taken on the ledger when somebody came, likely to free on their day, and free once they have left?"""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from homeward.access.api import system
from homeward.capacity.api import UnitRow, keep_units, ledger, set_state, units
from homeward.foundation.errors import Clash, Invalid
from homeward.hospital.api import begin_bed_stay, end_bed_stay, plan_bed_stay
from homeward.hospital.tests.arranging import days
from homeward.hospital.tests.test_beds import SITE, therapist
from homeward.people.api import die
from homeward.referrals.tests.arranging import MORNING, person
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
TEAM, SERVICE = "recovery-beds", "recovery-beds"


@pytest.fixture(autouse=True)
def _three_beds() -> None:
    keep_units(
        service_code=SERVICE, team_code=TEAM, site="Norman Power Centre", labels=("Bed 1", "Bed 2", "Bed 3"), by=system("demo"),
        at=MORNING - timedelta(days=1),
    )  # fmt: skip


def came(bed: str, *, at: datetime = MORNING, person_id: UUID | None = None) -> UUID:
    return begin_bed_stay(
        person_id=person_id or person(), site=SITE, came_at=at, bed=bed, barthel=9, expected_on=days(20).date(), by=system("demo"), at=at
    )  # fmt: skip


def bed(label: str, at: datetime) -> UnitRow:
    return next(each for each in units(at=at, team_code=TEAM) if each.label == label)


def free(at: datetime) -> int | None:
    return ledger(at=at)[SERVICE][0].free


@pytest.mark.hazard(
    "HZ-S7-7",
    hazard="A recovery bed is offered to the next person while somebody is still in it, or is kept empty after they have left.",
    control="Coming to a bed takes it on the ledger and leaving frees it, cleaned first; the day they are expected frees nothing.",
)
def test_a_bed_is_taken_while_somebody_is_in_it_and_free_once_they_have_left() -> None:
    stay = came("2")
    assert (bed("Bed 2", MORNING).taken, free(MORNING)) == ("occupied", 2)
    plan_bed_stay(bed_stay_id=stay, expected_on=days(9).date(), by=therapist(), at=days(1))
    expected = bed("Bed 2", days(1)).expected_at
    assert expected is not None and expected.date() == days(9).date()
    assert bed("Bed 2", days(12)).taken == "occupied", "a day that has gone frees nothing"
    end_bed_stay(
        bed_stay_id=stay,
        left_at=days(13),
        outcome="goals-met",
        destination="own-home",
        barthel=15,
        by=therapist(),
        at=days(13),
    )
    left = bed("Bed 2", days(13))
    assert (left.state, left.taken, free(days(13))) == ("cleaning", "free", 2)
    set_state(unit_id=left.id, state="open", by=staff(role="community-nurse", teams=(TEAM,)), at=days(13))
    assert free(days(13)) == 3


def test_a_bed_is_likely_to_free_at_noon_also_on_the_day_the_clocks_go_back() -> None:
    stay = came("2")
    plan_bed_stay(bed_stay_id=stay, expected_on=date(2026, 10, 25), by=therapist(), at=days(1))
    assert bed("Bed 2", days(1)).expected_at == datetime(2026, 10, 25, 12, tzinfo=UTC)


def test_a_bed_that_is_taken_or_not_there_is_said_with_those_that_are_free() -> None:
    came("Bed 1")
    with pytest.raises(Clash, match="Bed 1 is taken. Free now: Bed 2, Bed 3"):
        came("bed 01")
    with pytest.raises(Invalid, match="no such bed here. Free now: Bed 2, Bed 3"):
        came("17")
    with pytest.raises(Invalid, match="Enter which bed it is"):
        came("")
    assert free(MORNING) == 2


def test_a_death_ends_the_stay_and_the_bed_is_cleaned_for_the_next() -> None:
    who = person()
    came("3", person_id=who)
    die(person_id=who, source="family", died_on=days(2).date(), by=system("demo"), at=days(2))
    assert (bed("Bed 3", days(2)).state, bed("Bed 3", days(2)).taken) == ("cleaning", "free")


def test_a_site_that_only_counts_its_beds_has_none_to_be_in() -> None:
    begin_bed_stay(person_id=person(), site="west-heath", came_at=MORNING, bed="9", by=system("demo"), at=MORNING)
    assert free(MORNING) == 3
