"""Are a person's own plan, what was answered here and what they said about sharing given to partners who ask, and to nobody else?"""

import json
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from homeward.access.api import consent
from homeward.access.api import system as house
from homeward.directory.api import place
from homeward.fhir.tests.partner import Partner, partner
from homeward.fhir.tests.test_records_api import system
from homeward.foundation.actions import Actor
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate
from homeward.plans.api import agree, change_line, dispute, end_line, finish, save_progress, write_line
from homeward.plans.tests.arranging import FORM, WHOLE, nurse, therapist, visited
from homeward.referrals.tests.arranging import after
from tests.plumbing.people_at_work import citizen

pytestmark = pytest.mark.django_db
OWN = ("CarePlan", "Goal", "QuestionnaireResponse", "Consent")


def found(by: Partner, path: str) -> list[dict[str, Any]]:
    answer = by.get(path)
    assert answer.status_code == 200, answer.content
    return [each["resource"] for each in json.loads(answer.content).get("entry", ())]


def planned() -> tuple[UUID, UUID, Actor]:
    """Somebody with a plan in their own words and a goal that stands; who they are when they sign in."""
    person = visited()
    ivy = citizen(person_id=person)
    goal = write_line(person_id=person, heading="goals", words="To walk to the shop.", by=ivy, at=after(200))
    given_up = write_line(person_id=person, heading="goals", words="To drive again.", by=ivy, at=after(201))
    end_line(line_id=given_up, state="stopped", why="Eyesight", seen=1, by=ivy, at=after(202))
    write_line(
        person_id=person, heading="goals", words="Order a frame", goal_id=goal, owner_words="Maya", due_on=date(2026, 4, 1),
        by=nurse(), at=after(203),
    )  # fmt: skip
    line = write_line(person_id=person, heading="contingency", words="Ring us first.", by=nurse(), at=after(204))
    dispute(line_id=line, words="I ring my sister.", by=ivy, at=after(205))
    return person, goal, ivy


@pytest.mark.hazard(
    "HZ-S37-43",
    hazard="A partner's system asks for somebody's care plan, is told that there is none, and acts against what the person wants.",
    control="The plan, its goals and what the person disputes in it are given by the API beside what partners sent.",
)
def test_the_plan_of_a_person_is_given_with_what_they_dispute() -> None:
    person, goal, ivy = planned()
    ward = system()
    (plan,) = found(ward, f"CarePlan?patient={person}")
    assert isinstance(validate(json.dumps(plan).encode()), Resource), plan
    said = " ".join(each["text"] for each in plan["note"])
    assert "Ring us first." in said and "I ring my sister." in said
    goals = {each["description"]["text"]: each for each in found(ward, f"Goal?patient={person}")}
    assert {words: each["lifecycleStatus"] for words, each in goals.items()} == {
        "To walk to the shop.": "active", "To drive again.": "cancelled",
    }  # fmt: skip
    for path in (f"CarePlan?patient={person}&_include=CarePlan:goal", f"Goal?_id={goal}&_revinclude=CarePlan:goal"):
        assert {each["resourceType"] for each in found(ward, path)} == {"CarePlan", "Goal"}, path
    read = ward.get(f"CarePlan/{plan['id']}")
    assert json.loads(read.content) == plan and read["ETag"] == f'W/"{plan["meta"]["versionId"]}"'
    change_line(line_id=goal, words="To walk to the park.", seen=1, by=ivy, at=after(210))
    assert json.loads(ward.get(f"CarePlan/{plan['id']}").content)["meta"]["versionId"] != plan["meta"]["versionId"]
    assert json.loads(ward.get(f"Goal/{goal}").content)["meta"]["versionId"] == "2"
    refused = ward.put(f"CarePlan/{plan['id']}", {**plan, "title": "Ours"})
    assert (refused.status_code, b"kept by Homeward" in refused.content) == (422, True)


def test_what_was_answered_here_is_given_once_as_it_was_said() -> None:
    person = visited()
    kept = save_progress(person_id=person, code=FORM, seen=0, answers=WHOLE, by=therapist(), at=after(120))
    ward = system()
    (at_the_visit,) = found(ward, f"QuestionnaireResponse?patient={person}")  # a draft is nobody's answer yet
    assert isinstance(validate(json.dumps(at_the_visit).encode()), Resource), at_the_visit
    assert at_the_visit["questionnaire"].endswith("/Questionnaire/form-first-visit")
    (visit,) = found(ward, f"Encounter?_id={at_the_visit['encounter']['reference'].partition('/')[2]}")
    assert visit["subject"]["reference"] == f"Patient/{person}"
    finish(response_id=kept.response_id, by=therapist(), at=after(130))
    whole, first = found(ward, f"QuestionnaireResponse?patient={person}&_sort=-authored")
    assert (whole["id"], first["id"]) == (str(kept.response_id), at_the_visit["id"])
    assert json.loads(ward.get(f"QuestionnaireResponse/{first['id']}").content) == first
    by_form = found(ward, f"QuestionnaireResponse?patient={person}&questionnaire={whole['questionnaire']}")
    assert [each["id"] for each in by_form] == [whole["id"]]


def test_what_a_person_said_about_sharing_is_given_and_what_was_taken_back_is_inactive() -> None:
    person = visited()
    by, purpose = nurse(), consent.care_purpose()
    theirs = consent.partners_of(by.organisation)
    code, declared = next(each for each in place().sharing_partners.items() if each[0] not in theirs)
    for kind, minutes in (("objection", 300), ("withdrawn", 310), ("objection", 320)):
        consent.record(
            person_id=person, kind=kind, purpose=purpose, partner=code, words="Private reasons", said_by="the person",
            by=by, at=after(minutes),
        )  # fmt: skip
    ward = system()
    told = found(ward, f"Consent?patient={person}&status=active")
    assert len(found(ward, f"Consent?patient={person}")) == 3 and len(told) == 1
    (stands,) = told
    assert isinstance(validate(json.dumps(stands).encode()), Resource), stands
    assert stands["provision"]["type"] == "deny"
    assert len(stands["provision"]["actor"]) == len(declared.organisations)
    assert "Private reasons" not in json.dumps(stands)
    assert json.loads(ward.get(f"Consent/{stands['id']}").content) == stands


def test_all_of_it_is_part_of_everything_and_of_no_token_that_does_not_reach_it() -> None:
    person, goal, _ = planned()
    ward = system()
    bundle = json.loads(ward.get(f"Patient/{person}/$everything").content)
    assert {"CarePlan", "Goal", "QuestionnaireResponse"} <= {each["resource"]["resourceType"] for each in bundle["entry"]}
    narrow = partner("system/Observation.rs", name="Reader")
    follower = partner("system/ServiceRequest.rs", name="Ambulance control")
    for kind in OWN:
        for asking in (narrow, follower):
            assert asking.get(f"{kind}?patient={person}").status_code == 403
    assert ward.get(f"Goal/{UUID(int=7)}").status_code == 404


def versions(by: Partner, path: str) -> list[dict[str, Any]]:
    """What its history says, the latest first; each is read by its number too."""
    listed = found(by, f"{path}/_history")
    for each in listed:
        read = by.get(f"{path}/_history/{each['meta']['versionId']}")
        assert (read.status_code, json.loads(read.content)) == (200, each)
        assert isinstance(validate(read.content), Resource), read.content
    return listed


def test_every_version_of_a_plan_and_of_a_goal_is_kept_and_read_by_its_number() -> None:
    person, goal, ivy = planned()
    change_line(line_id=goal, words="To walk to the park.", seen=1, by=ivy, at=after(210))
    agree(person_id=person, words="", by=ivy, at=after(220))
    ward = system()
    (plan,) = found(ward, f"CarePlan?patient={person}")
    kept = versions(ward, f"CarePlan/{plan['id']}")
    assert [each["meta"]["versionId"] for each in kept] == ["8", "7", "6", "5", "4", "3", "2", "1"] and kept[0] == plan
    moments = [each["meta"]["lastUpdated"] for each in kept]
    assert moments == sorted(moments, reverse=True) and len(set(moments)) == 8  # agreement is a change of its own
    assert "I ring my sister." in str(kept[2]["note"]) and "I ring my sister." not in str(kept[3]["note"])
    assert "Ring us first." not in str(kept[4]) and len(kept[6]["goal"]) == 2 and len(kept[0]["goal"]) == 1
    assert [each["description"]["text"] for each in versions(ward, f"Goal/{goal}")] == ["To walk to the park.", "To walk to the shop."]
    assert ward.get(f"CarePlan/{plan['id']}/_history/9").status_code == 404
    consent.record(
        person_id=person, kind="objection", purpose=consent.care_purpose(), partner=consent.partners_of("uhb")[0], words="Not them",
        said_by="herself", by=house("demo"), at=after(230),
    )  # fmt: skip
    refused = partner("system/*.cruds", name="Hospital", organisation="uhb")
    for path in (f"CarePlan/{plan['id']}/_history", f"CarePlan/{plan['id']}/_history/3", f"Goal/{goal}/_history/1"):
        assert refused.get(path).status_code == 404, path
