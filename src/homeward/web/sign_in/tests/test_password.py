"""Can staff come in by password and second factor, and can nobody without?"""

from datetime import UTC, datetime

import pytest
from django.test import Client

from homeward.access.api import DEMO_PASSWORD, Post, make_demo_account
from homeward.directory.api import place
from tests.plumbing.people_at_work import LONG_AGO

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 5, 9, tzinfo=UTC)


def hub_team() -> str:
    return next(code for code, team in place().teams.items() if team.hub)


def account(handle: str = "asha", role: str = "hub-coordinator") -> None:
    team = hub_team()
    post = Post(organisation_code=place().teams[team].organisation, role_code=role, team_codes=(team,))
    make_demo_account(handle=handle, name="Asha Patel", posts=[post], at=LONG_AGO)


def test_password_then_code_then_in() -> None:
    account()
    client = Client()
    page = client.get("/sign-in/?next=/hub/")
    assert page.status_code == 200 and "Asha Patel" in page.content.decode()
    answer = client.post("/sign-in/", {"email": "asha@demo.example", "password": DEMO_PASSWORD, "next": "/hub/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sign-in/second-factor/")
    page = client.get("/sign-in/second-factor/").content.decode()
    code = page.split('id="demonstration-code">')[1][:6]
    assert "not right" in client.post("/sign-in/second-factor/", {"code": "000000"}).content.decode()
    answer = client.post("/sign-in/second-factor/", {"code": code})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/hub/")
    assert client.get("/sign-in/role/").status_code == 200
