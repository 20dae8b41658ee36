"""Is every sign that was taken a finding of its own, whose id leads back to its set, and is what was not taken none?"""

from datetime import timedelta
from itertools import combinations, product
from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.foundation.ids import new_id
from homeward.monitoring.api import findings_of_sets, person_of_finding, strike
from homeward.monitoring.models.observation_set import SIGNS
from homeward.monitoring.queries.findings import finding_id
from homeward.monitoring.rules.scoring import parts_asked
from homeward.monitoring.tests.arranging import MORNING, WELL, hours, now, on_the_ward, seen, ward_nurse
from homeward.monitoring.vocabulary import PLACES
from homeward.plans.api import Finding


def found(person_id: UUID, *, beside: UUID | None = None) -> list[Finding]:
    with gate.job("demo", by=system("demo"), at=MORNING):
        return findings_of_sets(person_id, beside=beside)


@pytest.mark.parametrize(("place", "other"), list(product(range(8), repeat=2)))
def test_an_id_leads_back_to_its_set_and_is_no_other_findings(place: int, other: int) -> None:
    set_id = new_id()
    made = finding_id(set_id, place)
    assert finding_id(made, place) == set_id and (made == finding_id(set_id, other)) == (place == other)
    assert made.version == set_id.version == 7


def test_every_sign_has_a_place_of_its_own_for_good() -> None:
    assert set(PLACES) == set(SIGNS) == {part.column for part in parts_asked("news2")}
    assert sorted(PLACES.values()) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.django_db
def test_what_was_taken_is_found_and_a_total_only_of_a_whole_set() -> None:
    stay = on_the_ward()
    person = now(stay).person_id
    left_out = [(), *combinations(SIGNS, 1), *combinations(SIGNS, 6)]
    for number, without in enumerate(left_out):
        at = MORNING + hours(1 + number)
        kept = seen(stay, at=at, **dict.fromkeys(without))
        told = found(person, beside=kept.set_id)
        signs = {each.column: each.value for each in told if each.column}
        assert signs == {name: value for name, value in WELL.items() if name not in without}
        totals = [each for each in told if not each.column]
        assert [each.value for each in totals] == ([] if without else [0.0])
        assert {each.found_at for each in told} == {at} and len({each.id for each in told}) == len(told)
        assert {person_of_finding(each.id) for each in told} == {person}
        assert all(found(person, beside=each.id) == told for each in told)
    assert len(found(person)) == 8 + 7 * 6 + 7 * 1
    assert person_of_finding(new_id()) is None


@pytest.mark.django_db
def test_a_struck_set_says_when_and_keeps_what_it_said() -> None:
    stay = on_the_ward()
    person, at = now(stay).person_id, MORNING + hours(1)
    kept = seen(stay, at=at)
    before = found(person)
    strike(set_id=kept.set_id, why="Another person's", by=ward_nurse(), at=at + timedelta(minutes=5))
    after = found(person)
    assert {each.struck_at for each in after} == {at + timedelta(minutes=5)}
    assert [(each.id, each.value, each.kept_at) for each in after] == [(each.id, each.value, each.kept_at) for each in before]
