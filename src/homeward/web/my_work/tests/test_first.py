"""Does the first page after signing in answer the question of each kind of person?"""

import pytest
from django.test import Client

from homeward.access.api import add_membership, create_user, system
from homeward.referrals.tests.arranging import gp, received
from homeward.web.hub.tests.at_work import browser, ten_past, text
from tests.plumbing.people_at_work import LONG_AGO, citizen, staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]
FIRST = {
    "hub-coordinator": ("hub-east", "/hub/"),
    "hub-clinician": ("hub-east", "/hub/"),
    "gp": ("place-office", "/track/"),
    "care-home-manager": ("made-up-home-team", "/residents/"),
    "paramedic": ("wmas-crews", "/people/"),
    "ward-flow": ("flow-heartlands", "/flow/"),
    "analyst": ("place-office", "/numbers/"),
    "locality-chair": ("place-office", "/numbers/"),
    "place-owner": ("place-office", "/handbook/"),
    "clinical-safety": ("place-office", "/handbook/safety/"),
    "information-governance": ("place-office", "/audit/"),
}
AT_WORK = ("community-nurse", "team-lead", "therapist", "social-worker", "link-worker", "mental-health-practitioner")


@pytest.mark.parametrize("role", FIRST)
def test_the_first_page_is_the_roles_own(role: str) -> None:
    team, address = FIRST[role]
    client = browser(staff(role=role, teams=(team,)))
    assert client.get("/")["Location"] == address
    page = client.get(address)
    assert page.status_code == 200
    assert text(page).count('aria-current="page"') or f'href="{address}" aria-current' in text(page)


@pytest.mark.parametrize("role", AT_WORK)
def test_a_team_member_begins_with_their_work(role: str) -> None:
    client = browser(staff(role=role, teams=("ucr-east",)))
    for address in ("/", "/work/"):
        page = text(client.get(address))
        assert '<h1 class="nhsuk-heading-l">My work</h1>' in page and 'href="/work/" aria-current' in page


def test_a_citizen_begins_with_their_care_and_a_stranger_with_the_start_page() -> None:
    assert browser(citizen(person_id=None, role="carer")).get("/")["Location"] == "/me/"
    assert Client().get("/")["Location"] == "/start/"
    assert Client().get("/work/")["Location"].startswith("/sign-in/")


def test_whoever_has_two_roles_chooses_one_first() -> None:
    by = system("setup")
    user = create_user(email="two@example.org", name="Two Hats", by=by, at=LONG_AGO)
    for role in ("gp", "analyst"):
        add_membership(user_id=user.id, organisation_code="bsol-icb", role_code=role, team_codes=(), by=by, at=LONG_AGO)
    client = Client()
    client.force_login(user)
    assert client.get("/")["Location"].startswith("/sign-in/")


def test_whoever_refers_finds_asking_first_then_where_each_is_and_my_work_one_press_away() -> None:
    by = gp()
    received(by=by)
    page = text(browser(by).get("/track/"))
    assert page.index("Make a referral</a></div>") < page.index("Ivy Cole") < page.index("With East locality hub")
    assert 'href="/work/"' in page and browser(by).get("/work/").status_code == 200
