"""Can an app read for whoever let it in: what they may read, about whom they said, as long as they said, and written down?"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import jwt
import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from homeward.access.api import (
    allowed_apps,
    end_membership,
    gate,
    launch_token,
    memberships_of,
    relationships,
    system,
    who_looked,
)
from homeward.directory.api import place
from homeward.fhir.tests.an_app import BACK, AnApp, entries, sentences, told
from homeward.fhir.tests.test_records_api import pressure
from homeward.fhir.tests.test_records_api import system as ward_system
from homeward.foundation.actions import Actor
from homeward.foundation.moments import aware
from homeward.people.api import PersonDetails, register
from tests.plumbing.people_at_work import LONG_AGO, account_id, citizen, signed_in, staff

pytestmark = pytest.mark.django_db
AT = aware(LONG_AGO.replace(year=2026))


def nurse() -> Actor:
    """Somebody whose role opens only records of people their team looks after."""
    role = next(
        each.code for each in place().roles.values()
        if each.needs_relationship and not each.machine and each.may("app.allow") and each.may("person.search") and each.may("person.view")
        and "me" not in each.sections
    )  # fmt: skip
    team = next(code for code, each in place().teams.items() if not each.hub)
    return staff(role=role, teams=(team,))


def known(number: str, family: str, by: Actor | None = None, *, source: UUID | None = None) -> UUID:
    """A person, looked after by the team of `by`, with one measurement."""
    details = PersonDetails(family=family, given="Ada", birth_date=date(1938, 5, 17), sex="female", nhs_number=number)
    id: UUID = register(details=details, by=system("demo"), at=AT).id
    if by is not None:
        with gate.person(id, by=system("demo"), at=AT, why="arranging"):
            relationships.grant(id, by.teams[0], kind="referral", source_id=source or uuid4(), at=AT)
    ward_system().post("Observation", pressure(str(id)))
    return id


def test_an_app_reads_for_a_nurse_the_one_person_they_chose_and_it_is_written_down() -> None:
    by = nurse()
    ada, eve = known("9990000018", "Brook", by), known("9990000115", "Other", by)
    app = AnApp()
    made = app.tokens(signed_in(by), person=ada)
    assert (made["patient"], made["token_type"], made["expires_in"]) == (str(ada), "Bearer", 900)
    token = made["access_token"]
    assert [each["id"] for each in entries(app.get(token, f"Patient?_id={ada}"))] == [str(ada)]
    assert len(entries(app.get(token, f"Observation?patient={ada}"))) == 1
    assert (
        len(entries(app.get(token, "Observation?patient.identifier=https://fhir.nhs.uk/Id/nhs-number|9990000018"))) == 1
    )
    # somebody else, whom the nurse may open themself: not with this token
    assert app.get(token, f"Patient/{eve}").status_code == 404
    assert entries(app.get(token, f"Observation?patient={eve}")) == []
    assert entries(app.get(token, "Observation?patient.identifier=https://fhir.nhs.uk/Id/nhs-number|9990000115")) == []
    assert app.get(token, f"Patient/{eve}/$everything").status_code == 404
    looks = who_looked(ada, by=_auditor(), at=timezone.now())
    mine = [each for each in looks if each.actor_id == by.user_id]
    assert any("with the app Growth chart" in each.why for each in mine), [each.why for each in looks]


def _auditor() -> Actor:
    role = next(each.code for each in place().roles.values() if each.may("audit.view") and not each.machine)
    return staff(role=role, organisation=next(iter(place().organisations)))


def test_who_signed_in_is_said_in_a_token_that_can_be_checked() -> None:
    by = nurse()
    app = AnApp()
    made = app.tokens(signed_in(by), person=known("9990000018", "Brook", by))
    keys = app.browser.get("/.well-known/jwks.json").json()["keys"]
    key: Any = jwt.PyJWK(keys[0]).key
    claims = jwt.decode(made["id_token"], key, algorithms=["RS256"], audience=app.client_id, issuer="http://testserver")
    assert (claims["nonce"], claims["sub"]) == ("n-1", str(by.user_id))
    path = claims["fhirUser"].removeprefix("http://testserver/fhir/R4/")
    assert app.get(made["access_token"], path).status_code in (200, 403)
    reader = AnApp(scopes="user/*.rs openid fhirUser")
    token = reader.tokens(signed_in(by))["access_token"]
    assert reader.get(token, path).json()["name"][0]["text"] == by.name


def test_a_user_scope_opens_whom_the_user_may_open_and_nobody_else() -> None:
    by, source = nurse(), uuid4()
    ada, stranger = known("9990000018", "Brook", by, source=source), known("9990000115", "Other")
    app = AnApp(scopes="user/*.rs")
    made = app.tokens(signed_in(by))
    assert "patient" not in made and "refresh_token" not in made and "id_token" not in made
    assert app.get(made["access_token"], f"Patient/{ada}").status_code == 200
    assert app.get(made["access_token"], f"Patient/{stranger}").status_code == 404
    assert app.get(made["access_token"], "Subscription").status_code == 403
    with gate.person(ada, by=system("demo"), at=AT, why="arranging"):
        relationships.end(source, at=timezone.now())
    assert app.get(made["access_token"], f"Patient/{ada}").status_code == 404  # their team looks after her no more


def test_a_citizen_lets_an_app_read_their_own_record_only() -> None:
    ada, eve = known("9990000018", "Brook"), known("9990000115", "Other")
    by = citizen(person_id=ada, role=_citizen())
    app = AnApp(scopes="launch/patient patient/Observation.rs", given="launch/patient patient/*.rs")
    asked = signed_in(by).get("/oauth/authorize", app.asks())
    words = sentences(asked)
    assert "Read measurements in your record." in words and "everything" not in words and "1 hour" in words
    assert "https://app.example" in asked["Content-Security-Policy"].split("form-action")[1].split(";")[0]
    made = app.tokens(signed_in(by), person=eve)  # a person slipped into the form changes nothing
    assert made["patient"] == str(ada)
    assert len(entries(app.get(made["access_token"], f"Observation?patient={ada}"))) == 1
    assert app.get(made["access_token"], f"Patient/{ada}").status_code == 403  # not among its scopes
    assert entries(app.get(made["access_token"], f"Observation?patient={eve}")) == []


def _citizen() -> str:
    return next(each.code for each in place().roles.values() if each.may("me.view") and each.may("app.allow"))


def test_a_record_system_launches_an_app_in_the_context_of_whom_its_user_has_open() -> None:
    by = nurse()
    ada = known("9990000018", "Brook", by)
    app = AnApp(scopes="launch patient/*.rs")
    ward = ward_system()
    said: Any = ward.post(f"Patient/{ada}/$launch", {"resourceType": "Parameters", "parameter": [
        {"name": "app", "valueString": app.client_id}, {"name": "page", "valueCode": "crisis"}]})  # fmt: skip
    named = {each["name"]: each for each in said.json()["parameter"]}
    follow = Client().get(named["url"]["valueUrl"].removeprefix("http://testserver"))
    assert follow["Location"] == f"/people/{ada}/crisis/"
    launch = named["launch"]["valueString"]
    user = signed_in(by)
    assert "Ada Brook" in sentences(user.get("/oauth/authorize", app.asks(launch=launch)))
    made = app.tokens(user, launch=launch)
    assert made["patient"] == str(ada)
    again = app.sent(user, launch=launch)
    assert told(again)["error"] == "invalid_request"  # once
    other = AnApp(scopes="launch patient/*.rs")
    assert (
        told(other.sent(user, launch=launch_token(person_id=ada, client_id=app.client_id)))["error"]
        == "invalid_request"
    )
    wrong = launch_token(person_id=ada, client_id=app.client_id, user_id=uuid4())
    assert told(app.sent(user, launch=wrong))["error"] == "invalid_request"
    old = launch_token(person_id=ada)
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert told(app.sent(signed_in(by), launch=old))["error"] == "invalid_request"


def test_our_person_page_launches_an_app_for_its_own_user() -> None:
    by = nurse()
    ada = known("9990000018", "Brook", by)
    app = AnApp(scopes="launch patient/*.rs")
    user = signed_in(by)
    assert "Growth chart" in sentences(user.get(f"/people/{ada}/apps/"))
    sent: Any = user.post(f"/people/{ada}/apps/", {"app": app.client_id})
    assert (
        sent["Location"].startswith("https://app.example/launch?") and told(sent)["iss"] == "http://testserver/fhir/R4"
    )
    assert app.tokens(user, launch=told(sent)["launch"])["patient"] == str(ada)


@pytest.mark.hazard(
    "HZ-S73-60",
    hazard="An app that somebody let in goes on reading after they ended it, left their post, or lost the person from their team.",
    control="Every reading asks anew: is the allowance alive, does the user still work in that role, and does the gate open for them.",
)
def test_it_ends_when_the_user_says_so_and_when_they_leave() -> None:
    by = nurse()
    ada = known("9990000018", "Brook", by)
    app = AnApp()
    user = signed_in(by)
    made = app.tokens(user, person=ada)
    grant = allowed_apps(account_id(by))[0]
    page = sentences(user.get("/apps/"))
    assert "Growth chart" in page and "End Growth chart" in page
    assert user.post("/apps/", {"app": str(grant.id)}).status_code == 302
    assert app.get(made["access_token"], f"Patient/{ada}").status_code == 401
    assert app.refresh(made["refresh_token"]).json()["error"] == "invalid_grant"
    made = app.tokens(user, person=ada)
    assert app.get(made["access_token"], f"Patient/{ada}").status_code == 200
    (member,) = memberships_of(account_id(by))
    end_membership(membership_id=member.id, by=system("setup"), at=timezone.now())
    assert app.get(made["access_token"], f"Patient/{ada}").status_code == 401


def test_a_no_and_a_stranger_get_nothing() -> None:
    by = nurse()
    app = AnApp()
    assert told(app.sent(signed_in(by), answer="no")) == {
        "error": "access_denied",
        "error_description": "The user said no.",
        "state": "s-1",
    }
    stranger: Any = Client().get("/oauth/authorize", app.asks())
    assert stranger.status_code == 302 and stranger["Location"].startswith("/sign-in/?next=")
    stopped = app.sent(signed_in(by), person=known("9990000115", "Other"))
    assert stopped.status_code == 403 and BACK not in stopped.get("Location", "")
