"""Whatever is done between merges and un-merges: does every need, with all that hangs on it, end where it belongs?"""

import random
from datetime import date
from uuid import UUID

import pytest
from django.db import connection

from homeward.access.api import gate, system
from homeward.episodes.api import clocks_of
from homeward.foundation.errors import Refused
from homeward.foundation.events import of_subject
from homeward.people.api import current_id, merge, movers, unmerge, written_under
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import MORNING, accepted, after, now_is, person, placed, received, triaged
from homeward.visits.api import visits_of

pytestmark = pytest.mark.django_db
HOUSE = system("demo")
# By which column does each table hang on a need?
HANGING = {
    "referrals_move": "referral_id", "referrals_ownerperiod": "referral_id", "referrals_notice": "referral_id",
    "referrals_informationrequest": "referral_id", "referrals_advice": "referral_id", "referrals_externalid": "referral_id",
    "episodes_episodeofcare": "referral_id", "episodes_clock": "subject_id", "episodes_task": "subject_id",
    "visits_encounter": "referral_id", "access_relationship": "source_id",
}  # fmt: skip


def whose(referral: UUID) -> dict[str, set[UUID]]:
    """In each table, under whom do the rows of this need stand?"""
    found = {}
    with gate.job("demo", at=MORNING), connection.cursor() as cursor:
        for table, column in HANGING.items():
            cursor.execute(f"select distinct person_id from {table} where {column} = %s", [referral])
            found[table] = {row[0] for row in cursor.fetchall()}
    return {table: people for table, people in found.items() if people}


def a_need(person_id: UUID, draw: random.Random, minutes: float) -> ServiceRequest:
    """A need that has come as far as chance has it."""
    need = received(person_id=person_id, at=after(minutes))
    for step in (triaged, placed, accepted)[: draw.randrange(4)]:
        need = step(need, at=after(minutes + 1))
    return need


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happens_between_a_merge_and_its_taking_back(seed: int) -> None:
    draw = random.Random(seed)
    people = [
        person(given=given, birth_date=date(1940 + place, 3, 4)) for place, given in enumerate(("Ivy", "Iva", "Eve"))
    ]
    belongs: dict[UUID, UUID] = {}
    needs: list[ServiceRequest] = []
    standing: list[UUID] = []
    for turn in range(12):
        at = after(10 * turn)
        chance = draw.random()
        if chance < 0.4:
            chosen = current_id(draw.choice(people))
            need = a_need(chosen, draw, 10 * turn)
            belongs[need.id] = chosen
            needs.append(need)
        elif chance < 0.6 and needs:
            need = now_is(draw.choice(needs))
            if need.state == "received":
                triaged(need, at=at)
        elif chance < 0.85:
            keep, lose = draw.sample(people, 2)
            if current_id(keep) == keep and current_id(lose) == lose:
                standing.append(merge(keep=keep, lose=lose, reason="Looks like one", by=HOUSE, at=at).id)
        elif standing:
            unmerge(merge_id=standing.pop(), reason="Two after all", by=HOUSE, at=at)
        for need_id, home in belongs.items():
            assert {current_id(home)} == set().union(*whose(need_id).values())
    while standing:
        unmerge(merge_id=standing.pop(), reason="Two after all", by=HOUSE, at=after(300))
    for need_id, home in belongs.items():
        assert all(under == {home} for under in whose(need_id).values()), whose(need_id)


def test_work_on_a_need_that_came_along_goes_back_with_it_and_new_work_stays() -> None:
    kept, lost = person(given="Ivy"), person(given="Iva", birth_date=date(1941, 6, 5))
    theirs = placed(triaged(received(person_id=lost)))
    done = merge(keep=kept, lose=lost, reason="One woman", by=HOUSE, at=after(20))
    taken = accepted(
        now_is(theirs), at=after(30)
    )  # the team that was asked still reaches the person, under the kept id
    assert taken.person_id == kept
    with gate.person(kept, by=HOUSE, at=after(31)):
        visit = visits_of([theirs.id])[0].id
        clocks = clocks_of([theirs.id], after(31))[theirs.id]
        assert clocks, "clocks run on across the join"
        assert len({event.person_id for event in of_subject(theirs.id)}) == 2, (
            "events stay where they were written, and are read"
        )
    new = received(person_id=kept, at=after(40), need_code="fall")
    unmerge(merge_id=done.id, reason="Two sisters", by=HOUSE, at=after(50))
    assert (now_is(theirs).person_id, now_is(new).person_id) == (lost, kept)
    with gate.person(lost, by=HOUSE, at=after(51)):
        assert [each.id for each in visits_of([theirs.id])] == [visit], "the visit that came of it went back with it"
        assert len(clocks_of([theirs.id], after(51))[theirs.id]) == len(clocks)
        read = [event.kind for event in of_subject(theirs.id, person_ids=written_under(lost))]
        assert "referral.accept" in read, "what was done to it meanwhile is read under its own person again"
        assert not of_subject(new.id), "and nothing of the other's"
    with gate.person(kept, by=HOUSE, at=after(52)):
        assert of_subject(new.id, person_id=kept)


def test_nobody_merges_whom_they_may_not_open() -> None:
    from homeward.referrals.tests.arranging import lead

    kept, lost = person(given="Ivy"), person(given="Iva", birth_date=date(1941, 6, 5))
    with pytest.raises(Refused):
        merge(keep=kept, lose=lost, reason="Looks like one", by=lead(), at=after(5))
    assert current_id(lost) == lost and movers()
