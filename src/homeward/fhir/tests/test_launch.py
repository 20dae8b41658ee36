"""Does another system's user land on the right person's page, once, signed in, and nobody by an old or made-up address?"""

import json
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from homeward.fhir.tests.test_records_api import ADA, system

pytestmark = pytest.mark.django_db


def launched() -> tuple[str, str]:
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    answer = ward.post(f"Patient/{person}/$launch", {"resourceType": "Parameters"})
    assert answer.status_code == 200, answer.content
    return person, json.loads(answer.content)["parameter"][0]["valueUrl"].removeprefix("http://testserver")


@pytest.mark.hazard(
    "HZ-S73-32",
    hazard="A link that opens a person's page from another system is kept, passed on or guessed, and opens a record.",
    control="The link is signed, works once and for a minute, and leads to a page that asks for sign-in and the gate's leave.",
)
def test_once_and_only_to_somebody_signed_in() -> None:
    person, address = launched()
    first = Client().get(address)
    assert (first.status_code, first["Location"]) == (302, f"/people/{person}/")
    assert Client().get(first["Location"]).status_code in (302, 403)  # nobody is signed in by it
    assert Client().get(address).status_code == 410
    assert Client().get(address[:-3] + "xxx").status_code == 410


def test_not_after_a_minute() -> None:
    _, address = launched()
    with time_machine.travel(timezone.now() + timedelta(seconds=90)):
        assert Client().get(address).status_code == 410


def test_a_system_launches_only_people_it_may_read() -> None:
    assert system().post("Patient/nobody/$launch", {"resourceType": "Parameters"}).status_code == 404
