"""Whose account does a sign-in service open? Staff who were invited, citizens who proved who they are, nobody else."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from homeward.access.api import close_user, system
from homeward.people.api import PersonDetails, register
from homeward.web.sign_in.oidc.tests.visiting import come_in, invited, known, signed_in_as
from tests.plumbing.people_at_work import LONG_AGO

pytestmark = pytest.mark.django_db
NUMBER = "9449306621"


def test_invited_staff_come_in_and_their_account_is_bound_to_the_subject(issuer: str, services: None) -> None:
    user = invited()
    known(issuer, "asha", email="Asha@Trust.example", email_verified=True)
    browser = Client()
    assert "Sign in as staff" in browser.get("/sign-in/").content.decode()
    answer = come_in(browser, "staff", "asha")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/help/")
    assert signed_in_as(browser) == str(user.id)
    user.refresh_from_db()
    assert user.subject == f"{issuer} asha"
    known(issuer, "asha", email="married@trust.example", email_verified=True)
    assert come_in(Client(), "staff", "asha").status_code == 302  # by the subject, whatever the address is now
    assert browser.get("/audit/").headers["Location"].startswith("/sign-in/second-factor/set-up/")


def test_a_service_that_asks_for_a_second_factor_is_trusted_with_it(issuer: str, services: None, settings: Any) -> None:
    settings.HOMEWARD_SIGN_IN_SERVICES[0]["second_factor"] = True
    invited()
    known(issuer, "asha", email="asha@trust.example", email_verified=True)
    browser = Client()
    come_in(browser, "staff", "asha")
    assert browser.get("/audit/").status_code == 403  # in, in a role without that page


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "asha@trust.example", "email_verified": False},
        {"email": "asha@trust.example"},
        {"email": "stranger@trust.example", "email_verified": True},
        {},
    ],
)
def test_staff_who_were_not_invited_get_no_account(claims: dict[str, Any], issuer: str, services: None) -> None:
    invited()
    known(issuer, "other", **claims)
    browser, before = Client(), get_user_model().objects.count()
    answer = come_in(browser, "staff", "other")
    assert answer.status_code == 403 and "You do not have a Homeward account yet." in answer.content.decode()
    assert signed_in_as(browser) == "" and get_user_model().objects.count() == before


def test_an_account_bound_to_one_subject_or_closed_is_opened_by_no_other(issuer: str, services: None) -> None:
    user = invited()
    for sub in ("asha", "impostor"):
        known(issuer, sub, email="asha@trust.example", email_verified=True)
    assert come_in(Client(), "staff", "asha").status_code == 302
    assert come_in(Client(), "staff", "impostor").status_code == 403
    close_user(user_id=user.id, by=system("setup"), at=datetime.now(UTC))
    assert come_in(Client(), "staff", "asha").status_code == 403


def citizen_person() -> Any:
    details = PersonDetails(
        family="Cole", given="Ivy", birth_date=date(1941, 3, 2), sex="female", nhs_number=NUMBER,
        address_lines=("1 High Street",), postcode="B31 1AA",
    )  # fmt: skip
    return register(details=details, by=system("demo"), at=LONG_AGO)


def test_a_citizen_comes_in_by_a_verified_nhs_number_and_keeps_one_account(issuer: str, services: None) -> None:
    person = citizen_person()
    known(
        issuer,
        "ivy",
        name="Ivy Cole",
        nhs_number=NUMBER,
        identity_proofing_level="P9",
        email="ivy@home.example",
        email_verified=True,
    )
    browser = Client()
    assert come_in(browser, "citizen", "ivy").headers["Location"] == "/help/"
    user = get_user_model().objects.get(pk=signed_in_as(browser))
    assert (user.kind, user.person_id, user.email) == ("citizen", person.id, "ivy@home.example")
    again = Client()
    come_in(again, "citizen", "ivy")
    assert signed_in_as(again) == str(user.pk)


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ({"nhs_number": NUMBER, "identity_proofing_level": "P5"}, "sure who you are"),
        ({"nhs_number": NUMBER}, "sure who you are"),
        ({"nhs_number": "1234567890", "identity_proofing_level": "P9"}, "sure who you are"),
        ({"nhs_number": "9434765919", "identity_proofing_level": "P9"}, "do not hold a record"),
    ],
)
def test_other_citizens_are_refused_kindly(claims: dict[str, Any], words: str, issuer: str, services: None) -> None:
    citizen_person()
    known(issuer, "guest", name="Guest", **claims)
    browser = Client()
    answer = come_in(browser, "citizen", "guest")
    assert answer.status_code == 403 and words in answer.content.decode() and signed_in_as(browser) == ""
