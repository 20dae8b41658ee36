"""Do sessions end when idle or old, and do role and second factor come before any page?"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.test import Client

from homeward.access.api import add_membership, create_user, system
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.web.sign_in.limits import in_force
from tests.plumbing.people_at_work import LONG_AGO, account_id, signed_in, staff

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
PAGE = "/audit/"


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def governance() -> Actor:
    role = next(code for code, role in place().roles.items() if role.may("audit.view"))
    return staff(role=role, organisation="x")


def limits(by: Actor) -> tuple[timedelta, timedelta]:
    role = place().roles[by.role]
    return timedelta(minutes=role.idle_minutes), timedelta(minutes=role.session_minutes)


def ended(browser: Client, **headers: str) -> str:
    answer = browser.get(PAGE, headers=headers)
    return answer.headers.get("Location", "") if answer.status_code == 302 else ""


@pytest.mark.hazard(
    "HZ-S73-7",
    hazard="Somebody else uses a session left open on a shared computer.",
    control="Sessions end when idle and when old, by role; what a page fetches by itself does not count as somebody being there.",
)
def test_an_idle_session_ends_and_says_so(clock: time_machine.Traveller) -> None:
    by = governance()
    browser, (idle, _) = signed_in(by), limits(by)
    assert ended(browser) == ""
    clock.shift(idle - timedelta(minutes=1))
    assert ended(browser) == ""
    clock.shift(idle)
    assert ended(browser) == "/sign-in/?ended=idle&next=%2Faudit%2F"
    assert "nothing had happened for a while" in browser.get("/sign-in/?ended=idle").content.decode()
    assert ended(browser).startswith("/sign-in/")


def test_what_a_page_fetches_by_itself_does_not_keep_a_session_alive(clock: time_machine.Traveller) -> None:
    by = governance()
    browser, (idle, _) = signed_in(by), limits(by)
    assert ended(browser) == ""
    for _ in range(3):
        clock.shift(idle / 3)
        address = ended(browser, **{"X-Fragment": "1"})
    assert address.startswith("/sign-in/?ended=idle")


def test_a_busy_session_ends_when_it_is_old(clock: time_machine.Traveller) -> None:
    by = governance()
    browser, (idle, whole) = signed_in(by), limits(by)
    assert ended(browser) == ""
    step = idle / 2
    for _ in range(int(whole / step) - 1):
        clock.shift(step)
        assert ended(browser) == ""
    clock.shift(step)
    assert ended(browser).startswith("/sign-in/?ended=long")


def test_a_role_with_a_second_factor_leads_to_setting_one_up() -> None:
    browser = signed_in(governance(), second_factor=False)
    assert browser.get(PAGE).headers["Location"] == "/sign-in/second-factor/set-up/?next=%2Faudit%2F"


def test_two_roles_lead_to_a_choice_that_can_be_changed() -> None:
    by = governance()
    other = next(code for code, role in place().roles.items() if role.may("hub.view") and not role.machine)
    add_membership(
        user_id=account_id(by), organisation_code="x", role_code=other, team_codes=(), by=system("setup"), at=LONG_AGO
    )
    browser = Client()
    browser.force_login(get_user_model().objects.get(pk=account_id(by)))
    assert browser.get(PAGE).headers["Location"] == "/sign-in/role/?next=%2Faudit%2F"
    page = browser.get("/sign-in/role/?next=/audit/")
    assert page.status_code == 200 and place().roles[other].title in page.content.decode()
    assert browser.post("/sign-in/role/", {}).status_code == 422
    value = page.content.decode().split('type="radio" value="')[1].partition('"')[0]
    assert browser.post("/sign-in/role/", {"membership": value, "next": "/audit/"}).headers["Location"] == "/audit/"
    assert browser.get(PAGE).headers["Location"].startswith("/sign-in/second-factor/set-up/")


def test_an_account_without_a_role_is_told_whom_to_ask() -> None:
    user = create_user(email="new@example.org", name="New", by=system("setup"), at=LONG_AGO)
    browser = Client()
    browser.force_login(get_user_model().objects.get(pk=user.pk))
    assert browser.get(PAGE).headers["Location"].startswith("/sign-in/role/")
    assert "no role" in browser.get("/sign-in/role/").content.decode()


def test_what_is_in_force_for_a_page_is_in_force_for_its_pushes(clock: time_machine.Traveller) -> None:
    by = governance()
    browser, (idle, _) = signed_in(by), limits(by)
    browser.get(PAGE)
    request = HttpRequest()
    request.session, request.user = browser.session, get_user_model().objects.get(pk=account_id(by))
    assert in_force(request, NOW)
    assert not in_force(request, NOW + idle)
