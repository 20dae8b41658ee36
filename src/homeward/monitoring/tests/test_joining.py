"""Does somebody join only where a place is free and every declared check is met, and without a new referral?"""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.capacity.api import offers
from homeward.episodes.api import close_episode, episodes_of, open_episode
from homeward.foundation.errors import Invalid, Refused
from homeward.monitoring.api import admit
from homeward.monitoring.tests.arranging import (
    MORNING,
    WARD,
    WARD_TEAM,
    after,
    needing,
    now,
    on_the_ward,
    person,
    places,
    ward_nurse,
    yes,
)  # fmt: skip
from homeward.people.api import DEATH_SOURCES, die
from homeward.referrals.tests.arranging import TEAM
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db


def join(person_id: UUID, referral_id: UUID, **words: Any) -> UUID:
    given: dict[str, Any] = {"checks": yes(), "senior_name": "Dr Nwosu", "by": ward_nurse(), "at": MORNING} | words
    return admit(person_id=person_id, referral_id=referral_id, service_code=WARD, team_code=WARD_TEAM, **given)


def test_joining_takes_a_place_and_observations_are_due_at_once() -> None:
    stay = now(on_the_ward())
    assert (stay.state, stay.next_due_at, stay.team_code) == ("on", MORNING, WARD_TEAM)
    assert offers([WARD], at=after(1))[WARD][0].free == 4


@pytest.mark.hazard(
    "HZ-S13-3",
    hazard="A virtual ward takes more people than its staff can watch.",
    control="Joining takes a place of the ledger; with none free, or none reported, it is refused and the need keeps its owner.",
)
def test_a_full_ward_says_so_in_the_ledgers_words() -> None:
    person_id, referral_id = needing()
    with pytest.raises(Refused, match="nobody has said yet"):
        join(person_id, referral_id)
    places(free=0)
    with pytest.raises(Refused, match="no places free, reported just now") as told:
        join(person_id, referral_id)
    assert "stays open with its owner" in told.value.next_step
    places(free=1, at=after(1))
    join(person_id, referral_id, at=after(2))
    with pytest.raises(Refused, match="no places free"):
        join(*needing(), at=after(3))


def test_every_check_must_be_met_and_the_score_must_fit_their_age() -> None:
    places()
    person_id, referral_id = needing()
    with pytest.raises(Invalid) as wrong:
        join(person_id, referral_id, checks={}, senior_name=" ", spo2_scale="2")
    assert set(wrong.value.errors) == {*yes(), "senior_name", "scale_why"}
    young = needing(person_id=person(birth_date=date(2012, 1, 1)))
    with pytest.raises(Invalid, match="under 16"):
        join(*young)


def test_another_teams_need_joins_without_a_new_referral() -> None:
    places()
    person_id, referral_id = needing(team=TEAM)
    responder = staff(role="community-nurse", teams=(TEAM,))
    with gate.person(person_id, by=system("demo"), at=MORNING, why="arranging"):
        open_episode(
            person_id=person_id, referral_id=referral_id, service_code="urgent-community-response", team_code=TEAM,
            by=system("demo"), at=MORNING,
        )  # fmt: skip
    stay = now(join(person_id, referral_id, by=responder, came_from="team"))
    with gate.job("demo", by=system("demo"), at=MORNING):
        services = {each.service_code: each.id for each in episodes_of([referral_id])[referral_id]}
    assert set(services) == {"urgent-community-response", WARD} and stay.episode_id == services[WARD]
    with pytest.raises(Refused, match="already"):
        join(person_id, referral_id, at=after(1))


def test_death_and_the_end_of_care_end_the_stay_and_give_the_place_back() -> None:
    places(at=after(-1))
    first, second = (now(join(*needing())) for _ in range(2))
    assert offers([WARD], at=after(1))[WARD][0].free == 3
    die(person_id=first.person_id, died_at=after(60), source=next(iter(DEATH_SOURCES)), by=system("demo"), at=after(60))
    assert second.episode_id is not None
    close_episode(episode_id=second.episode_id, outcome="at-home", by=system("demo"), at=after(61))
    for stay in (first, second):
        ended = now(stay.id)
        assert (ended.state, ended.next_due_at, ended.review_due_at) == ("ended", None, None)
    assert offers([WARD], at=after(62))[WARD][0].free == 5
