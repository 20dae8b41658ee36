"""Do a form and a plan that a partner posts over the API become facts and lines, and are they read back as the partner's?"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from homeward.access.api import gate
from homeward.access.api import system as house
from homeward.fhir.tests.test_bundles import PERSON, posting
from homeward.fhir.tests.test_records_api import ADA, system
from homeward.plans.api import plan_of
from homeward.visits.api import facts_known

pytestmark = pytest.mark.django_db
FORM = "https://homeward.example/fhir/R4/Questionnaire/form-home-assessment"
AIM = "urn:uuid:0d5f2f4e-6a3b-4a52-9f3c-0000000000aa"


def answered(person: str, lives_alone: bool) -> dict[str, Any]:
    return {
        "resourceType": "QuestionnaireResponse", "status": "completed", "questionnaire": FORM, "authored": "2026-11-02T10:00:00Z",
        "subject": {"reference": person}, "item": [{"linkId": "lives-alone", "answer": [{"valueBoolean": lives_alone}]}],
    }  # fmt: skip


def known(person_id: UUID) -> dict[str, Any]:
    at = datetime.now(UTC) + timedelta(minutes=1)
    with gate.person(person_id, by=house("demo"), at=at, why="test"):
        plan = plan_of(person_id, at=at)
        facts = facts_known(person_id, ["lives-alone"], by=house("demo"), at=at)
    lines = [line for part in plan.parts for each in part.lines for line in (each, *each.actions)] if plan else []
    return {"facts": {each: fact.value for each, fact in facts.items()}, "lines": [line.words for line in lines]}


def test_a_transaction_with_a_form_a_goal_and_a_plan() -> None:
    ward = system()
    goal = {
        "resourceType": "Goal", "lifecycleStatus": "active", "description": {"text": "Walk to the shop"},
        "subject": {"reference": PERSON},
    }  # fmt: skip
    plan = {
        "resourceType": "CarePlan", "status": "active", "intent": "plan", "subject": {"reference": PERSON},
        "title": "Getting stronger", "goal": [{"reference": AIM}],
        "activity": [{"detail": {"status": "in-progress", "description": "Chair exercises", "goal": [{"reference": AIM}]}}],
    }  # fmt: skip
    entries = [posting("", answered(PERSON, True)), posting("", plan), posting(AIM, goal), posting(PERSON, ADA)]
    done = ward.post("", {"resourceType": "Bundle", "type": "transaction", "entry": entries})
    assert done.status_code == 200, done.content
    where = [each["response"]["location"].split("/_history")[0] for each in json.loads(done.content)["entry"]]
    person_id = UUID(where[3].rpartition("/")[2])
    assert known(person_id) == {
        "facts": {"lives-alone": True}, "lines": ["Walk to the shop", "Chair exercises", "Getting stronger"],
    }  # fmt: skip
    kept = json.loads(ward.get(where[0]).content)
    corrected = answered(f"Patient/{person_id}", False) | {"id": kept["id"]}
    assert ward.put(where[0], corrected).status_code == 200
    assert known(person_id)["facts"] == {"lives-alone": False}
    found = json.loads(ward.get(f"QuestionnaireResponse?patient={person_id}").content)
    assert found["total"] == 1  # the partner's own, once
