"""Does a stay in a recovery bed have goals, a Barthel index at both ends, an outcome, and is a long one seen?"""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotPermitted
from homeward.foundation.moments import at_london
from homeward.hospital.api import BedView, bed_stay, beds, begin_bed_stay, end_bed_stay, plan_bed_stay, set_goal, sites
from homeward.hospital.tests.arranging import days, ward
from homeward.referrals.tests.arranging import MORNING, person
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
SITE = "norman-power"


def therapist() -> Actor:
    return staff(role="therapist", teams=("recovery-beds",), name="Maya Sharma")


def there(site: str = SITE, barthel: int | None = 9) -> tuple[UUID, UUID]:
    person_id = person()
    return person_id, begin_bed_stay(
        person_id=person_id,
        site=site,
        came_at=MORNING,
        barthel=barthel,
        expected_on=days(20).date(),
        by=system("demo"),
        at=MORNING,
    )


def seen(person_id: UUID, bed_stay_id: UUID, day: float = 1) -> BedView:
    with gate.person(person_id, by=system("demo"), at=MORNING, why="looking"):
        found = bed_stay(bed_stay_id, at=days(day))
    assert found is not None
    return found


@pytest.mark.hazard(
    "HZ-S7-6",
    hazard="Somebody stays in a recovery bed for months because nobody looks at the day they were to leave.",
    control="Days beyond the expected day and beyond the limit stand on the row, longest first, and beside each site.",
)
def test_a_long_stay_is_seen_with_its_drift_and_the_sites_stand_side_by_side() -> None:
    there()
    there(site="west-heath")
    rows = beds(by=therapist(), at=days(50))
    assert [(row.days, row.drift, row.long) for row in rows] == [(50, 30, True)] * 2
    found = {site.code: site for site in sites(by=therapist(), at=days(50))}
    assert len(found) == 5 and (found[SITE].there, found[SITE].long_there, found[SITE].past_expected) == (1, 1, 1)
    assert (found["perry-trees"].there, found["perry-trees"].median_days) == (0, None)
    assert len({site.offer for site in found.values()}) == 1, "the same offer at every site"


def test_goals_barthel_outcome_and_destination_at_the_end() -> None:
    person_id, stay_id = there()
    goal = set_goal(bed_stay_id=stay_id, words="Walk to the shop", by=therapist(), at=days(1))
    other = set_goal(bed_stay_id=stay_id, words="Climb the stairs", by=therapist(), at=days(1))
    plan_bed_stay(bed_stay_id=stay_id, expected_on=days(15).date(), by=therapist(), at=days(2))
    end_bed_stay(
        bed_stay_id=stay_id, left_at=days(14), outcome="goals-partly-met", destination="own-home", barthel=16, goals={goal: True},
        by=therapist(), at=days(14),
    )  # fmt: skip
    found = seen(person_id, stay_id, 30)
    assert (found.days, found.outcome, found.destination) == (14, "Goals partly met", "Own home")
    assert {each.id: each.state for each in found.goals} == {goal: "met", other: "not_met"}
    site = next(each for each in sites(by=therapist(), at=days(30)) if each.code == SITE)
    assert (site.left, site.home, site.gain, site.both_barthel, site.median_days) == (1, 1, 7.0, 1, 14.0)
    with pytest.raises(Clash):
        set_goal(bed_stay_id=stay_id, words="Dance", by=system("demo"), at=days(15))


def test_days_in_a_bed_are_londons_also_just_after_midnight_in_summer() -> None:
    came = at_london(date(2026, 7, 2), 0, 30)  # the second of July in London, the first in UTC
    with pytest.raises(Invalid, match="before they came"):
        begin_bed_stay(person_id=person(), site=SITE, came_at=came, barthel=9, expected_on=date(2026, 7, 1), by=system("demo"), at=came)
    stay_id = begin_bed_stay(person_id=person(), site=SITE, came_at=came, barthel=9, by=system("demo"), at=came)
    assert [row.expected_on for row in beds(by=therapist(), at=came)] == [date(2026, 7, 30)]
    left = at_london(date(2026, 7, 9), 12)
    end_bed_stay(
        bed_stay_id=stay_id, left_at=left, outcome="goals-met", destination="own-home", barthel=16, by=therapist(), at=left
    )  # fmt: skip
    assert next(each for each in sites(by=therapist(), at=left) if each.code == SITE).median_days == 7.0


def test_nobody_is_in_two_recovery_beds_at_once_now_or_in_what_is_written_down() -> None:
    person_id, stay_id = there()
    again: dict[str, Any] = {"person_id": person_id, "site": "west-heath", "barthel": 9, "by": system("demo")}
    with pytest.raises(Clash, match="already"):
        begin_bed_stay(**again, came_at=days(1), at=days(1))
    end_bed_stay(
        bed_stay_id=stay_id, left_at=days(6), outcome="goals-met", destination="own-home", barthel=16, by=therapist(), at=days(6)
    )  # fmt: skip
    for came in (days(-2), days(3)):
        with pytest.raises(Invalid, match="were in a recovery bed until"):
            begin_bed_stay(**again, came_at=came, at=days(7))
    begin_bed_stay(**again, came_at=days(6), at=days(7))
    assert [(row.site, row.days) for row in beds(by=therapist(), at=days(7))] == [("West Heath Hospital", 1)]


def test_an_end_without_outcome_destination_or_barthel_is_refused_in_words() -> None:
    _, stay_id = there(barthel=None)
    with pytest.raises(Invalid) as refused:
        end_bed_stay(
            bed_stay_id=stay_id,
            left_at=days(3),
            outcome="",
            destination="own-home",
            barthel=None,
            by=therapist(),
            at=days(3),
        )
    assert set(refused.value.errors) == {"outcome", "words"}
    with pytest.raises(Invalid, match="from 0 to 20"):
        plan_bed_stay(bed_stay_id=stay_id, expected_on=days(9).date(), barthel=21, by=therapist(), at=days(3))
    with pytest.raises(NotPermitted):
        end_bed_stay(
            bed_stay_id=stay_id, left_at=days(3), outcome="goals-met", destination="own-home", barthel=20,
            by=staff(role="therapist", teams=("eict-east",)), at=days(3),
        )  # fmt: skip
    assert not beds(by=ward(), at=days(3))
