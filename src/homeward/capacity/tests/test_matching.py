"""Is each bed that is likely to free proposed to whoever has waited longest for one?"""

from datetime import UTC, datetime, timedelta

import pytest

from homeward.access.api import system
from homeward.capacity.api import count_unmet, keep_units, likely_free, matches, occupy, promise, units
from homeward.capacity.rules.matching import Opening, Want, paired
from homeward.directory import api as directory
from homeward.foundation.ids import new_id

AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DEMO = system("demo")


def test_longest_wait_first_own_team_before_others_soonest_bed() -> None:
    free, soon, other = (
        Opening(unit_id=new_id(), service_code="beds", team_code=team, at=at)
        for team, at in (("a", None), ("a", AT), ("b", AT + HOUR))
    )
    long, middle, short, elsewhere = (
        Want(subject_id=new_id(), service_code=service, team_code=team, since=AT - hours * HOUR)
        for service, team, hours in (("beds", "b", 9), ("beds", "a", 5), ("beds", "c", 2), ("visits", "a", 20))
    )
    found = paired([other, soon, free], [short, middle, long, elsewhere])
    assert found == [(other, long), (free, middle), (soon, short)]


@pytest.mark.django_db
def test_beds_that_are_likely_to_free_are_matched_to_needs_without_room() -> None:
    service = next(each for each in directory.place().services.values() if each.capacity_kind == "beds")
    team = service.providers[0].team
    keep_units(service_code=service.code, team_code=team, labels=("Bed 1", "Bed 2", "Bed 3"), by=DEMO, at=AT)
    one, two, three = (each.id for each in units(service_code=service.code, at=AT))
    for bed, hours in ((one, 30), (two, 4), (three, 200)):
        occupy(unit_id=bed, stay_id=new_id(), start=AT, by=DEMO, at=AT)
        likely_free(unit_id=bed, expected_at=AT + hours * HOUR, by=DEMO, at=AT)
    first, second = new_id(), new_id()
    for need, hours in ((second, 1), (first, 3)):
        count_unmet(service_code=service.code, team_code=team, need_code="n", subject_id=need, at=AT - hours * HOUR)
    found = matches(at=AT)
    assert [(each.unit.label, each.need.subject_id if each.need else None) for each in found] == [
        ("Bed 2", first),
        ("Bed 1", second),
    ]
    promise(unit_id=two, need_id=first, by=DEMO, at=AT)
    found = matches(at=AT)
    assert [(each.unit.promised_to, each.need.subject_id if each.need else None) for each in found] == [
        (first, None),
        (None, second),
    ]
