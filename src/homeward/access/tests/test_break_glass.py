"""Does broken glass open one record to one account for its minutes, and is it always judged by somebody else?"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from homeward.access.api import (
    break_glass,
    consent,
    gate,
    glass_of,
    glass_one,
    glass_open,
    glass_queue,
    judge_glass,
    shut_by,
    system,
    who_looked,
)
from homeward.access.models import Glass, Relationship
from homeward.access.tests.arranging import AT, field_worker, hub_worker, looked_after_by, role_that, two_teams
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotPermitted, Refused
from tests.plumbing.people_at_work import account_id, citizen, staff

pytestmark = pytest.mark.django_db
WORDS = "Found on the floor, cannot speak."


def reason() -> str:
    return place().reasons_for("break_glass").reasons[0].code


def auditor() -> Actor:
    role = role_that(lambda role: role.may("audit.view") and role.may("access.judge_glass"))
    return staff(role=role, teams=(), organisation=place().card.owner, name="Priya Mistry")


def broken(person_id: UUID, by: Actor) -> Glass:
    return break_glass(person_id=person_id, reason_code=reason(), words=WORDS, by=by, at=AT)


@pytest.mark.hazard(
    "HZ-S73-14",
    hazard="In an emergency the record stays shut, or once opened out of turn it stays open for good.",
    control="Broken glass opens one person to one account for declared minutes; the database shuts it by itself.",
)
def test_it_opens_one_record_to_one_account_and_shuts_by_itself() -> None:
    team, other = two_teams()
    person_id, elsewhere = looked_after_by(other), looked_after_by(other)
    by, colleague = field_worker(team), field_worker(team)
    assert shut_by(person_id, by=by) == "related" and glass_open(person_id, by=by, at=AT) is None
    glass = broken(person_id, by)
    assert glass.owner_teams == [other] and glass_open(person_id, by=by, at=AT) == glass.id
    with gate.person(person_id, by=by, at=AT, why="person page"):
        assert Relationship.objects.count() == 1
        assert [row.id for row in glass_of(person_id)] == [glass.id]
    last = AT + timedelta(minutes=place().access_policy.glass_minutes)
    for shut_to, whose, at in ((colleague, person_id, AT), (by, elsewhere, AT), (by, person_id, last)):
        with pytest.raises(NotPermitted), gate.person(whose, by=shut_to, at=at):
            pass
    assert Glass.objects.count() == 0, "nothing is read without the gate"


def test_it_is_refused_without_a_reason_twice_or_where_the_record_opens_anyway() -> None:
    team, other = two_teams()
    person_id, mine, by = looked_after_by(other), looked_after_by(team), field_worker(team)
    wrongs: tuple[dict[str, Any], ...] = (
        {"reason_code": "curious", "words": WORDS},
        {"reason_code": reason(), "words": " "},
    )
    for wrong in wrongs:
        with pytest.raises(Invalid):
            break_glass(person_id=person_id, by=by, at=AT, **wrong)
    with pytest.raises(Refused, match="as it is"):
        broken(mine, by)
    with pytest.raises(NotPermitted):
        broken(person_id, citizen(person_id=None, role=role_that(lambda role: role.may("person.search"))))
    broken(person_id, by)
    with pytest.raises(Refused, match="already"):
        broken(person_id, by)


def test_the_look_is_marked_for_the_person_and_for_the_audit() -> None:
    team, other = two_teams()
    person_id, by = looked_after_by(other), field_worker(team)
    glass = broken(person_id, by)
    with gate.person(person_id, by=by, at=AT, why="person page"):
        pass
    looks = who_looked(person_id, by=citizen(person_id=person_id), at=AT)
    marked = [look for look in looks if look.actor_id == by.user_id and look.out_of_turn]
    assert marked and "out of turn" in marked[0].words and WORDS not in marked[0].words
    row, opened = glass_one(glass.id, by=auditor(), at=AT)
    assert (row.words, row.verdict) == (WORDS, "") and [why for _, why in opened] == ["person page"]


@pytest.mark.hazard(
    "HZ-S73-15",
    hazard="Somebody opens records out of turn and nobody asks why.",
    control="Each waits in a queue until it is judged with words by somebody else; the database refuses the opener.",
)
def test_it_is_judged_once_with_words_by_somebody_else() -> None:
    team, other = two_teams()
    person_id, by, judge = looked_after_by(other), field_worker(team), auditor()
    glass = broken(person_id, by)
    assert glass_queue(by=judge, at=AT, waiting_only=True).waiting == 1
    told: dict[str, Any] = {"glass_id": glass.id, "words": "The notes of the ambulance say so.", "at": AT}
    for wrong in ({"verdict": "fine"}, {"verdict": "right", "words": ""}):
        with pytest.raises(Invalid):
            judge_glass(by=judge, **{**told, **wrong})
    lead = role_that(lambda role: role.may("access.judge_glass") and not role.may("audit.view"))
    with pytest.raises(NotPermitted, match="a team that looked after"):
        judge_glass(by=staff(role=lead, teams=(team,)), verdict="right", **told)
    judged = judge_glass(by=staff(role=lead, teams=(other,)), verdict="right", **told)
    assert judged.judged_by and glass_queue(by=judge, at=AT, waiting_only=True).rows == ()
    with pytest.raises(Clash):
        judge_glass(by=judge, verdict="not_right", **told)


def test_the_opener_cannot_judge_not_even_past_the_action() -> None:
    team, other = two_teams()
    person_id = looked_after_by(other)
    role = role_that(
        lambda role: role.needs_relationship and role.may("access.judge_glass") and role.may("access.glass_broken")
    )
    by = staff(role=role, teams=(team,))
    glass = broken(person_id, by)
    with pytest.raises(NotPermitted, match="somebody else"):
        judge_glass(glass_id=glass.id, verdict="right", words="Of course.", by=by, at=AT)
    with gate.person(person_id, by=system("demo"), at=AT), pytest.raises(IntegrityError), transaction.atomic():
        Glass.objects.filter(id=glass.id).update(verdict="right", judged_at=AT, judged_by_id=account_id(by))


def test_an_objection_does_not_stand_in_the_way_of_an_emergency_but_is_shown() -> None:
    team, partners = next(
        (code, consent.partners_of(team.organisation))
        for code, team in place().teams.items()
        if consent.partners_of(team.organisation)
    )
    person_id, by = looked_after_by(team), hub_worker(team)
    own, care = citizen(person_id=person_id), consent.care_purpose()
    for partner in partners:
        consent.record(person_id=person_id, kind="objection", purpose=care, partner=partner, by=own, at=AT)
    with pytest.raises(NotPermitted), gate.person(person_id, by=by, at=AT):
        pass
    assert broken(person_id, by).objected
    with gate.person(person_id, by=by, at=AT):
        assert consent.standing(person_id)
