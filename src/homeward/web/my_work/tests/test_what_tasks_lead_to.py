"""Does a task on my work lead to what it is about, for whoever may open that, and to nowhere else?"""

from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from uuid import UUID

import pytest
import time_machine
from django.db import connection

from homeward.access.api import gate, system
from homeward.episodes.api import Task
from homeward.foundation.actions import Actor
from homeward.foundation.ids import new_id
from homeward.front_door.tests.arranging import advised, clinician
from homeward.hospital.api import add_step, admit, criteria, leave, recommend
from homeward.hospital.tests.arranging import HOSPITAL, WARD, days, hub, ward
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import TEAM, accepted, placed, received, triaged
from homeward.web.hub.tests.at_work import text
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_days_on")]


@pytest.fixture
def three_days_on() -> Iterator[None]:
    with time_machine.travel(days(3) + timedelta(hours=1), tick=False):
        yield


@pytest.fixture
def need() -> ServiceRequest:
    return accepted(placed(triaged(received())))


def nurse() -> Actor:
    return staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks")


def stay_of(need: ServiceRequest) -> UUID:
    return admit(person_id=need.person_id, hospital=HOSPITAL, ward=WARD, admitted_at=days(1), method="emergency", by=ward(), at=days(1))


def gone_home(stay: UUID) -> None:
    """Home with support, so that somebody asks on day 91 where they are."""
    criteria(stay_id=stay, meets=False, from_at=days(1.5), by=ward(), at=days(1.5))
    recommend(stay_id=stay, pathway="p1", by=ward(), at=days(1.5))
    leave(stay_id=stay, left_at=days(2), destination="own-home", by=ward(), at=days(2))


def work(by: Actor) -> str:
    return text(signed_in(by).get("/work/?kind=task"))


def test_a_step_leads_to_the_stay_for_whoever_opens_it_and_to_nowhere_for_others(need: ServiceRequest) -> None:
    stay = stay_of(need)
    for team in (TEAM, *ward().teams):
        add_step(stay_id=stay, title="Order the medicines", owner_team=team, due_at=days(5), by=hub(), at=days(2))
    assert f'<a href="/flow/{stay}/">Order the medicines</a>' in work(ward())
    theirs = work(nurse())
    assert "<span>Order the medicines</span>" in theirs and f"/flow/{stay}/" not in theirs
    opened = signed_in(ward()).get(f"/flow/{stay}/")
    assert opened.status_code == 200


def test_the_question_of_day_91_leads_to_its_answer(need: ServiceRequest) -> None:
    gone_home(stay_of(need))
    with gate.job("demo", by=system("demo"), at=days(3)):
        asked = Task.objects.get(person_id=need.person_id, subject_kind="follow_up").subject_id
    assert f'<a href="/flow/day-91/{asked}/">Find out where they are' in work(hub())
    assert signed_in(hub()).get(f"/flow/day-91/{asked}/").status_code == 200


def test_a_ring_back_leads_to_its_call(need: ServiceRequest) -> None:
    call = advised(need.person_id, at=days(2))
    assert f'<a href="/front-door/line/{call}/">' in work(clinician())


def test_a_form_to_fill_in_leads_to_that_form_from_the_care(need: ServiceRequest) -> None:
    with gate.job("demo", by=system("demo"), at=days(3)):
        Task.objects.filter(person_id=need.person_id, subject_id=need.id).update(done_on_kind="questionnaire:first-visit", title="Fill in: First visit")
    page = text(signed_in(nurse()).get(f"/care/{need.id}/"))
    assert f'<a href="/people/{need.person_id}/forms/first-visit/">Fill in: First visit</a>' in page
    assert signed_in(nurse()).get(f"/people/{need.person_id}/forms/first-visit/").status_code == 200


def test_tasks_of_before_are_set_right_where_it_can_be_known(need: ServiceRequest) -> None:
    stay = stay_of(need)
    add_step(stay_id=stay, title="Order the medicines", owner_team=TEAM, due_at=days(5), by=hub(), at=days(2))
    gone_home(stay)
    advised(need.person_id, at=days(2))
    with gate.job("demo", by=system("demo"), at=days(3)):
        lost = Task.objects.create(
            id=new_id(), person_id=need.person_id, subject_id=new_id(), title="Ring", owner_team=TEAM, added_at=days(1), added_by="Nia Brooks"
        )
        made = dict(Task.objects.values_list("id", "subject_kind"))
        assert set(made.values()) == {"referral", "stay", "follow_up", "call", ""}
        Task.objects.update(subject_kind="")
        for name in ("referrals.migrations.0006", "hospital.migrations.0010", "front_door.migrations.0006"):
            with connection.cursor() as cursor:
                cursor.execute(import_module(f"homeward.{name}_tasks_about")._ABOUT)
        assert dict(Task.objects.values_list("id", "subject_kind")) == made and made[lost.id] == ""
    assert "<span>Ring</span>" in work(nurse())
