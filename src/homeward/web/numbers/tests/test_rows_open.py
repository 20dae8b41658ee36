"""Does every row behind a number open the page of what it is, and only for those who may open it?"""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client

from homeward.access.api import system
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.grammar.api import MEASURE_ROWS
from homeward.hospital.api import admit, begin_bed_stay, criteria, end_bed_stay, leave
from homeward.hospital.tests.arranging import FLOW, HOSPITAL, WARD, days
from homeward.measures.api import refresh_lake
from homeward.plans.api import finish, save_progress, share, write_line
from homeward.plans.tests.arranging import FIRST_VISIT, FORM, WHOLE, nurse, therapist, visited
from homeward.records.api import Received, take
from homeward.records.tests.arranging import SOURCE, resource
from homeward.referrals.tests.arranging import HUB, MORNING, TEAM, after, person, received
from homeward.visits.api import record_contact
from homeward.visits.tests.test_contacts import accepted
from homeward.web.numbers.behind.opens import PAGES
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db
DAYS = "from=2026-03-01&to=2026-04-30"
LINK = re.compile(r'<td role="cell"><a href="([^"]+)">')
PRESSURE = {"coding": [{"system": "http://snomed.info/sct", "code": "38341003"}]}


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


def lead() -> Actor:
    return staff(role="team-lead", teams=(TEAM, HUB, FLOW, "recovery-beds"), name="Leon Ward")


def listed(client: Client, code: str) -> str:
    """The list behind a number, over the days of the stories here."""
    answer = client.get(f"/numbers/{code}/people/?{DAYS}")
    assert answer.status_code == 200, code
    return answer.content.decode()


def followed(code: str, *, by: Actor) -> str:
    """The list says what its rows are, links each, and every link opens; returns the first one."""
    client = signed_in(by)
    page = listed(client, code)
    one, many = MEASURE_ROWS[directory.place().measures[code].row]
    assert re.search(rf"[1-9]\d* (?:{one}|{many}) from", page), code
    assert '<th scope="col" role="columnheader">When</th>' in page
    links = LINK.findall(page)
    assert links, code
    for link in links:
        assert client.get(link).status_code == 200, link
    return links[0]


def seen_at_home() -> None:
    _, _, first = accepted()
    record_contact(
        encounter_id=first, contact_at=after(60), by=nurse(), at=after(65), answers={"first-visit": FIRST_VISIT}
    )  # fmt: skip


def assessed() -> UUID:
    """Somebody visited, assessed at home, with a line in their plan, and an assessment given on."""
    who = visited()
    kept = save_progress(person_id=who, code=FORM, seen=0, answers=WHOLE, by=therapist(), at=after(120))
    response = finish(response_id=kept.response_id, by=therapist(), at=after(130))
    write_line(person_id=who, heading="what-matters", words="My garden", by=therapist(), at=after(140))
    share(
        response_id=response, provider="made-up-home-team", words="She comes on Friday", by=therapist(), at=after(140)
    )
    return who


def told_by_a_partner(who: UUID) -> None:
    """A partner's record says that they live with high blood pressure."""
    text = resource(
        "Condition",
        f"c-{who}",
        code=PRESSURE,
        recordedDate="2025-05-01",
        clinicalStatus={"coding": [{"code": "active"}]},
    )
    take(
        person_id=who, resources=[Received(kind="Condition", text=text)], source=SOURCE, by=system("demo"), at=after(150)
    )  # fmt: skip


def left_hospital() -> None:
    who, by = person(at=MORNING), system("demo")
    stay = admit(
        person_id=who, hospital=HOSPITAL, ward=WARD, admitted_at=MORNING, method="emergency", by=by, at=MORNING
    )
    criteria(stay_id=stay, meets=False, from_at=days(1), by=by, at=days(1))
    leave(stay_id=stay, left_at=days(2), destination="own-home", by=by, at=days(2))
    received(at=days(3), person_id=who)  # asked for help since, so a team looks after them again


def left_a_recovery_bed() -> None:
    who = person(at=MORNING)
    stay = begin_bed_stay(
        person_id=who, site="norman-power", came_at=MORNING, barthel=9, expected_on=days(20).date(),
        by=system("demo"), at=MORNING,
    )  # fmt: skip
    end_bed_stay(
        bed_stay_id=stay, left_at=days(14), outcome="goals-met", destination="own-home", barthel=16, goals={},
        by=system("demo"), at=days(14),
    )  # fmt: skip
    received(at=days(15), person_id=who)


@pytest.mark.hazard(
    "HZ-S72-5",
    hazard="A row behind a number opens another record than the one that was counted, or none, and the number is taken for wrong or the wrong person is seen.",
    control="Each measure declares what one row of it stands for; a row opens the page of that kind only, for those whose role opens it.",
)
def test_each_kind_of_row_opens_its_own_page() -> None:
    who = assessed()
    seen_at_home()
    left_hospital()
    left_a_recovery_bed()
    told_by_a_partner(who)
    refresh_lake(at=days(30), everything=True)
    by = lead()
    found = {
        "person": followed("hypertension-found", by=by),
        "referral": followed("two-hour-response", by=by),
        "visit": followed("new-faces", by=by),
        "stay": followed("left-on-ready-day", by=by),
        "bed_stay": followed("home-not-long-term-care", by=by),
        "plan": followed("plan-in-own-words", by=by),
        "form": followed("assessed-twice", by=by),
        "answer": followed("asked-again", by=by),
        "assessment": followed("trusted-assessments-used", by=by),
    }
    assert found["plan"] == f"/people/{who}/plan/" and str(who) in found["form"]
    assert set(found) == set(PAGES) and found["person"] == f"/people/{who}/"
    analyst = signed_in(staff(role="analyst", organisation="bsol-icb", teams=("place-office",)))
    for code in ("two-hour-response", "left-on-ready-day", "plan-in-own-words"):
        assert not LINK.findall(listed(analyst, code)), "an analyst opens nobody's record"
    stranger = signed_in(staff(role="team-lead", teams=("dn-east",)))
    assert not LINK.findall(listed(stranger, "left-on-ready-day")), "another team does not look after them"
    assert "Need</th>" in listed(analyst, "two-hour-response") and "Minutes</th>" in listed(
        analyst, "two-hour-response"
    )
    assert "Need</th>" not in listed(analyst, "plan-in-own-words")
    assert "Minutes</th>" not in listed(analyst, "plan-in-own-words")
    waited = listed(analyst, "discharge-delay")
    assert "Value</th>" in waited and re.search(r'<td role="cell">1 day</td>', waited)
    assert "Value</th>" not in listed(analyst, "left-on-ready-day")


def test_a_number_of_one_moment_says_why_it_has_no_chart() -> None:
    for _ in range(2):
        told_by_a_partner(assessed())
    refresh_lake(at=days(30), everything=True)
    analyst = signed_in(staff(role="analyst", organisation="bsol-icb", teams=("place-office",)))
    once = listed(analyst, "blood-pressure-to-target")
    assert once.count("2 people, each as things stood") == 1 and "When</th>" not in once
    for code, measure in directory.place().measures.items():
        if measure.no_series:
            page = analyst.get(f"/numbers/{code}/?{DAYS}").content.decode()
            assert "There is no chart over time" in page or "Nobody was counted" in page, code
            assert "spc-wide" not in page
    page = analyst.get(f"/numbers/hypertension-found/?{DAYS}").content.decode()
    assert "would be made up" in page and "There is no chart over time" in page
    assert "There is no chart over time" not in analyst.get(f"/numbers/two-hour-response/?{DAYS}").content.decode()
