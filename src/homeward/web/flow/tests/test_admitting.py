"""Is nobody written down twice, nor taken for somebody else, when they are admitted by hand?"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from homeward.access.api import gate, system
from homeward.hospital.tests.arranging import days, ward
from homeward.people.api import holder_of
from homeward.referrals.tests.arranging import person
from homeward.web.hub.tests.at_work import text
from tests.plumbing.people_at_work import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_days_on")]
NUMBER = "9990000018"


@pytest.fixture
def three_days_on() -> Iterator[None]:
    with time_machine.travel(days(3) + timedelta(hours=1), tick=False):
        yield


@pytest.fixture
def client() -> Client:
    return signed_in(ward())


def told(**changed: str) -> dict[str, str]:
    return {
        "given": "Ivy", "family": "Cole", "birth_date": "6/5/1941", "ward": "heartlands-hospital|stroke",
        "method": "emergency", "day": days(3).date().isoformat(), "time": "8am", "key": "k-1",
    } | changed  # fmt: skip


def stays() -> list[UUID]:
    return counted("select person_id from hospital_stay order by added_at")


def people() -> int:
    return len(counted("select id from people_person"))


def counted(question: str) -> list[UUID]:
    with gate.job("demo", by=system("demo"), at=days(3)), connection.cursor() as cursor:
        cursor.execute(question)
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.hazard(
    "HZ-S4-6",
    hazard="Somebody admitted by hand without an NHS number becomes a second person, and their admission reaches nobody at home.",
    control="Whoever is like them is shown with the reason, and nobody is admitted until a human has chosen one or none of them.",
)
def test_a_namesake_is_shown_with_the_reason_and_nobody_is_admitted_until_a_human_chooses(client: Client) -> None:
    ivy = person()
    asked = client.post("/flow/admit/", told())
    page = text(asked)
    assert asked.status_code == 422 and stays() == [] and people() == 1
    assert "Is it one of these?" in page and "Same birth date" in page
    assert 'href="#known"' in page and 'id="known"' in page and "Choose which of these people it is" in page
    assert f'value="{ivy}"' in page and not re.search(r'name="known"[^>]* checked', page)
    assert 'value="heartlands-hospital|stroke" selected' in page
    assert "In Heartlands Hospital" in text(client.post("/flow/admit/", told(known=str(ivy)), follow=True))
    assert stays() == [ivy] and people() == 1


def test_a_twin_is_shown_as_one_and_becomes_a_person_of_their_own_when_it_is_none_of_them(client: Client) -> None:
    ivy = person()
    asked = text(client.post("/flow/admit/", told(given="Rose")))
    assert "May be a twin" in asked and stays() == []
    assert client.post("/flow/admit/", told(given="Rose", known="none", none_of="cole, rose, 1941-05-06, ")).status_code == 302
    assert people() == 2 and len(stays()) == 1 and ivy not in stays()


def test_none_of_these_pressed_twice_adds_one_person_and_one_stay(client: Client) -> None:
    person()
    first, again = (client.post("/flow/admit/", told(known="none", none_of="cole, ivy, 1941-05-06, ")) for _ in range(2))
    assert first["Location"] == again["Location"] and people() == 2 and len(stays()) == 1


def test_nobody_alike_is_admitted_at_once(client: Client) -> None:
    person()
    assert client.post("/flow/admit/", told(given="Amir", family="Khan", birth_date="1 2 1950")).status_code == 302
    assert people() == 2 and len(stays()) == 1


def test_an_nhs_number_with_the_same_name_and_birth_date_needs_no_question(client: Client) -> None:
    ivy = person(nhs_number=NUMBER)
    person(birth_date=date(1941, 5, 7))
    assert client.post("/flow/admit/", told(nhs_number=NUMBER)).status_code == 302
    assert stays() == [ivy]


def test_a_number_of_somebody_with_another_birth_date_is_asked_about_and_never_given_to_a_second_person(client: Client) -> None:
    person(nhs_number=NUMBER)
    wrong = told(nhs_number=NUMBER, birth_date="1 2 1950")
    assert "Is it one of these?" in text(client.post("/flow/admit/", wrong))
    refused = client.post("/flow/admit/", wrong | {"known": "none", "none_of": f"cole, ivy, 1950-02-01, {NUMBER}"})
    assert refused.status_code == 422 and "Somebody here already has this NHS number" in text(refused)
    assert stays() == [] and people() == 1


def test_whoever_was_chosen_does_not_stand_for_details_typed_since(client: Client) -> None:
    ivy = person()
    changed = client.post("/flow/admit/", told(given="Amir", family="Khan", birth_date="1 2 1950", known=str(ivy)))
    assert changed.status_code == 422 and "is not like the details typed" in text(changed) and stays() == []


def test_looking_up_admits_nobody_and_keeps_what_was_typed(client: Client) -> None:
    person()
    page = text(client.post("/flow/admit/", told(step="check", bed="9")))
    assert "Is it one of these?" in page and 'value="9"' in page and "There is a problem" not in page
    fragment = text(client.post("/flow/admit/", told(step="check"), headers={"X-Fragment": "1"}))
    assert "Is it one of these?" in fragment and "<html" not in fragment and stays() == []


def test_a_row_of_a_ward_about_somebody_like_a_person_here_is_settled_on_its_page(client: Client) -> None:
    ivy = person()
    row = "encounter_id,family,given,birth_date,hospital,ward,admitted_at\nE1,Cole,Ivy,1941-05-06,RRK97,Stroke and rehabilitation,2026-03-02 08:30\n"
    sent = {"source": "pas", "file": SimpleUploadedFile("rows.csv", row.encode())}
    page = text(client.post("/flow/ward-systems/", sent, follow=True))
    assert "0 rows taken, 0 known already, 0 refused, 1 to say who it is" in page and stays() == []
    assert "1 person in a ward" in text(client.get("/flow/"))
    address = re.search(r"/flow/ward-systems/[0-9a-f-]{36}/", page)
    assert address and "Same birth date" in text(client.get(address[0]))
    asked = client.post(address[0], {})
    assert asked.status_code == 422 and "Choose which of these people it is" in text(asked)
    assert "In Heartlands Hospital" in text(client.post(address[0], {"known": str(ivy)}, follow=True))
    assert stays() == [ivy] and people() == 1
    assert client.post(address[0], {"known": "none"})["Location"].startswith("/flow/") and people() == 1
    assert "Say who" not in text(client.get("/flow/"))
    elsewhere = signed_in(ward(name="Una Field", team="flow-good-hope"))
    assert elsewhere.get(address[0]).status_code == 404


def test_a_number_typed_for_somebody_chosen_without_one_is_kept(client: Client) -> None:
    ivy = person()
    assert client.post("/flow/admit/", told(known=str(ivy), nhs_number=NUMBER)).status_code == 302
    with gate.job("demo", by=system("demo"), at=days(3)):
        holder = holder_of(NUMBER)
    assert holder is not None and holder.id == ivy and holder.nhs_number_status == "not_verified"


def test_a_number_that_is_not_that_of_whoever_was_chosen_is_asked_about_again(client: Client) -> None:
    ivy = person(nhs_number=NUMBER)
    asked = client.post("/flow/admit/", told(known=str(ivy), nhs_number="9990000026"))
    assert asked.status_code == 422 and "The person chosen has another NHS number" in text(asked) and stays() == []
    other = person(given="Iva", birth_date=date(1941, 5, 6))
    taken = client.post("/flow/admit/", told(known=str(other), given="Iva", nhs_number=NUMBER))
    assert taken.status_code == 422 and "that of somebody else here" in text(taken) and stays() == []


def test_a_ward_systems_own_number_is_listed_once_said_and_taken_back_with_a_reason(client: Client) -> None:
    ivy = person()
    head = "encounter_id,family,given,birth_date,hospital,ward,admitted_at,local_number\n"
    rows = head + "E1,Cole,Ivy,1941-05-06,RRK97,Stroke and rehabilitation,2026-03-02 08:30,H42\nE2,Bay,Rose,1939-02-01,RRK97,Moon,2026-03-02 08:30,\n"
    sent = {"source": "pas", "file": SimpleUploadedFile("rows.csv", rows.encode())}
    page = text(client.post("/flow/ward-systems/", sent, follow=True))
    assert "0 rows taken, 0 known already, 1 refused, 1 to say who it is" in page and "Answered by a later row" not in page
    address = re.search(r"/flow/ward-systems/[0-9a-f-]{36}/", page)
    assert address and "the next row of pas with the number H42 is taken without asking" in text(client.get(address[0]))
    client.post(address[0], {"known": str(ivy)})
    mended = head + "E2,Bay,Rose,1939-02-01,RRK97,Stroke and rehabilitation,2026-03-02 08:30,\n"
    sent = {"source": "pas", "file": SimpleUploadedFile("rows.csv", mended.encode())}
    page = text(client.post("/flow/ward-systems/", sent, follow=True))
    assert "Nothing was refused" in page and "Answered by a later row" in page and "no ward known as" in page
    assert "pas number H42, said by" in page and f"{address[0]}number/" in page
    page = text(client.get(f"{address[0]}number/"))
    assert "1 stay told by this number" in page and "still in hospital" in page and "a discharge that never was" in page
    asked = client.post(f"{address[0]}number/", {"reason": ""})
    assert asked.status_code == 422 and "Say why this number is not theirs." in text(asked)
    gone = text(client.post(f"{address[0]}number/", {"reason": "Her sister"}, follow=True))
    assert "Taken back. The next row with this number is asked about." in gone and "pas number H42" not in gone
    assert "1 stay told by it stands as before" in gone and "they may have been told of a stay that was not theirs" in gone
    assert signed_in(ward(name="Una Field", team="flow-good-hope")).get(f"{address[0]}number/").status_code == 404
