"""Are codes and tokens that are over forgotten, and those that tell of a theft remembered while it matters?"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django import app as jobs

from homeward.fhir.tests.an_app import AnApp
from homeward.fhir.tests.partner import partner
from homeward.fhir.tests.test_apps_attacked import reader
from homeward.fhir.tests.test_apps_attacked import user as user  # a fixture

pytestmark = pytest.mark.django_db
DAILY = "homeward.access.jobs.clear_sessions"


def forgotten_after(later: timedelta) -> int:
    swept: int = jobs.tasks[DAILY](timestamp=int((timezone.now() + later).timestamp()))
    return swept


def kept() -> dict[str, int]:
    counted = {}
    with connection.cursor() as cursor:
        for table in ("access_appcode", "access_apptoken", "access_apitoken"):
            cursor.execute(f"select count(*) from {table}")
            counted[table] = cursor.fetchone()[0]
    return counted


def test_what_is_over_is_forgotten_and_what_lives_goes_on(user: Client) -> None:
    app, ward = reader(), partner("system/Organization.rs")
    made = app.change(app.code(user)).json()
    app.code(user)  # never brought
    before = kept()
    assert forgotten_after(timedelta(0)) == 0 and kept() == before
    assert forgotten_after(timedelta(minutes=2)) == 1  # the code that nobody brought
    assert ward.get("Organization").status_code == 200
    assert forgotten_after(timedelta(hours=2)) == 2  # the tokens that read
    assert forgotten_after(timedelta(hours=2)) == 0
    assert kept() == {"access_appcode": 1, "access_apptoken": 1, "access_apitoken": 0}
    again = app.refresh(made["refresh_token"])
    assert again.status_code == 200
    assert app.get(again.json()["access_token"], "Organization").status_code == 200
    assert forgotten_after(timedelta(days=5000)) == 4 and not any(kept().values())


@pytest.mark.parametrize("stolen", ["code", "refresh"])
def test_a_used_one_is_remembered_so_that_a_theft_is_found(user: Client, stolen: str) -> None:
    app: AnApp = reader()
    code = app.code(user)
    made = app.change(code).json()
    following = app.refresh(made["refresh_token"]).json()
    forgotten_after(timedelta(minutes=2))
    brought = app.change(code) if stolen == "code" else app.refresh(made["refresh_token"])
    assert brought.json()["error"] == "invalid_grant"
    assert app.get(following["access_token"], "Organization").status_code == 401
    assert forgotten_after(timedelta(minutes=2)) == 5  # all of an allowance that has ended
    assert not kept()["access_apptoken"] and not kept()["access_appcode"]
