"""Does what partners write about a person become facts and plan lines, once, dated as they were said, and nobody else's words?"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.db.utils import DatabaseError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.access.api import gate, system
from homeward.directory import api as directory
from homeward.foundation.errors import Refused
from homeward.foundation.events import of_person
from homeward.people.api import Person
from homeward.plans.api import (
    PlanView,
    care_plans_as_fhir,
    change_line,
    plan_of,
    read_response,
    responses_as_fhir,
    responses_of,
    write_line,
)  # fmt: skip
from homeward.plans.models import LineChange
from homeward.plans.rules.as_fhir.partners_plan import partners_plan
from homeward.plans.tests.arranging import FORM
from homeward.records.tests.arranging import AT, somebody, took
from homeward.records.tests.delivering import kept, lines, patient, sent
from homeward.visits.api import Fact, facts_known
from tests.plumbing.people_at_work import citizen

HOUSE = system("demo")
LATER = AT + timedelta(hours=1)
SAID = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
CANONICAL = f"https://anywhere.example/fhir/R4/Questionnaire/form-{FORM}|2"


def response(id: str = "r1", **changes: Any) -> str:
    told = {
        "resourceType": "QuestionnaireResponse", "id": id, "questionnaire": CANONICAL, "status": "completed",
        "subject": {"reference": "Patient/p1"}, "authored": SAID.isoformat(), "author": {"display": "Jo Ward"},
        "item": [
            {"linkId": "what-matters", "answer": [{"valueString": "Her cat"}]},
            {"linkId": "lives-alone", "answer": [{"valueBoolean": True}]},
            {"linkId": "falls", "answer": [{"valueInteger": 1}]},
            {"linkId": "unheard-of", "answer": [{"valueString": "?"}]},
        ],
    }  # fmt: skip
    return json.dumps({**told, **changes})


def care_plan(id: str = "c1", **changes: Any) -> str:
    told = {
        "resourceType": "CarePlan", "id": id, "status": "active", "intent": "plan", "title": "Heart failure plan",
        "subject": {"reference": "Patient/p1"}, "created": "2026-11-02", "author": {"display": "Dr Lee"},
        "goal": [{"reference": "Goal/g1"}],
        "activity": [
            {"id": "a", "detail": {"status": "in-progress", "description": "Weigh every morning", "goal": [{"reference": "Goal/g1"}]}},
            {"detail": {"status": "scheduled", "code": {"text": "Low-salt diet"}, "performer": [{"display": "Dietician"}]}},
        ],
    }  # fmt: skip
    return json.dumps({**told, **changes})


def goal(id: str = "g1", **changes: Any) -> str:
    told = {
        "resourceType": "Goal", "id": id, "lifecycleStatus": "active", "description": {"text": "Breathe easily at night"},
        "subject": {"reference": "Patient/p1"}, "target": [{"dueDate": "2027-01-31"}],
    }  # fmt: skip
    return json.dumps({**told, **changes})


def facts(person: Person, *concepts: str, at: datetime = LATER) -> dict[str, Fact]:
    with gate.person(person.id, by=HOUSE, at=at, why="test"):
        return facts_known(person.id, concepts, by=HOUSE, at=at)


def plan(person: Person) -> PlanView:
    with gate.person(person.id, by=HOUSE, at=LATER, why="test"):
        found = plan_of(person.id, at=LATER)
    assert found is not None
    return found


def said(person: Person) -> dict[str, list[str]]:
    return {part.code: [line.words for line in part.lines] for part in plan(person).parts if part.lines}


@pytest.mark.django_db
@pytest.mark.hazard(
    "HZ-S37-41",
    hazard="What a partner asked is asked again, or an old answer is taken for today's.",
    control="A partner's finished form is facts with the author, moment and place it was said at, and their shelf-life from then.",
)
def test_a_partners_form_is_facts_with_who_when_where_and_shelf_life() -> None:
    person = somebody()
    took(person, response())
    items = {item.concept: item for item in directory.place().questionnaires[FORM].questions if item.concept}
    known = facts(person, "lives-alone", "what-matters", "falls-in-a-year")
    assert {concept: fact.value for concept, fact in known.items()} == {
        "lives-alone": True, "what-matters": "Her cat", "falls-in-a-year": 1.0,
    }  # fmt: skip
    fact = known["lives-alone"]
    shelf_life = items["lives-alone"].shelf_life
    assert (fact.answered_by, fact.answered_at) == ("Jo Ward", SAID) and "ospital" in fact.where
    assert fact.valid_until == (SAID + shelf_life if shelf_life else None)
    with gate.person(person.id, by=HOUSE, at=LATER, why="test"):
        (row,) = responses_of(person.id, by=HOUSE, at=LATER)
        assert (row.received, row.finished_at) == (True, SAID)
        assert (
            responses_as_fhir(person.id, base="https://here.example", by=HOUSE, at=LATER) == []
        )  # theirs is given back
        (told,) = of_person(person.id, kinds=["plan.receive_form"], limit=9)
    assert [words.split(":")[0] for words in told.facts["unread"]] == ["unheard-of"]


@pytest.mark.django_db
def test_what_comes_twice_is_read_once_and_a_correction_replaces() -> None:
    person = somebody()
    took(person, response())
    took(person, response(), at=LATER)
    with gate.person(person.id, by=HOUSE, at=LATER, why="test"):
        assert len(of_person(person.id, kinds=["plan.receive_form"], limit=9)) == 1
    mended = [{"linkId": "lives-alone", "answer": [{"valueBoolean": False}]}]
    took(person, response(status="amended", item=mended), at=LATER)
    known = facts(person, "lives-alone", "what-matters")
    assert {concept: fact.value for concept, fact in known.items()} == {"lives-alone": False}
    took(person, response(status="entered-in-error", item=mended), at=LATER + timedelta(hours=1))
    assert facts(person, "lives-alone") == {}
    with gate.person(person.id, by=HOUSE, at=LATER, why="test"):
        assert responses_of(person.id, by=HOUSE, at=LATER) == []


@pytest.mark.django_db
def test_an_unfinished_or_unknown_form_tells_nothing() -> None:
    person = somebody()
    took(
        person,
        response(status="in-progress"),
        response("r2", questionnaire="https://elsewhere.example/Questionnaire/phq"),
    )
    assert facts(person, "lives-alone", "what-matters") == {}


@pytest.mark.django_db
def test_a_partners_plan_stands_beside_the_persons_own_words() -> None:
    person = somebody()
    own = write_line(
        person_id=person.id, heading="goals", words="To sleep in my own bed.", by=citizen(person_id=person.id), at=AT
    )
    took(person, care_plan(), goal())
    assert said(person) == {
        "goals": ["To sleep in my own bed.", "Breathe easily at night"],
        "planned-elsewhere": ["Heart failure plan", "Low-salt diet"],
    }
    (aim,) = [line for line in plan(person).part("goals").lines if line.partners]
    assert [each.words for each in aim.actions] == ["Weigh every morning"] and str(aim.due_on) == "2027-01-31"
    version = plan(person).version
    took(person, care_plan(title="Heart failure plan, winter"), goal(), at=LATER)
    assert plan(person).version == version + 1
    assert "Heart failure plan, winter" in said(person)["planned-elsewhere"]
    took(person, care_plan(status="revoked"), goal(lifecycleStatus="completed"), at=LATER + timedelta(hours=1))
    assert said(person) == {"goals": ["To sleep in my own bed."]}
    (mine,) = plan(person).part("goals").lines
    assert (mine.id, mine.own_words) == (own, True)


@pytest.mark.django_db
def test_nobody_here_changes_a_partners_line_nor_a_partner_ours() -> None:
    person = somebody()
    took(person, goal())
    (line,) = plan(person).part("goals").lines
    with pytest.raises(Refused), gate.person(person.id, by=HOUSE, at=LATER, why="test"):
        change_line(line_id=line.id, words="Ours", seen=1, by=HOUSE, at=LATER)
    with pytest.raises(DatabaseError), transaction.atomic(), gate.person(person.id, by=HOUSE, at=LATER, why="test"):
        LineChange.objects.create(
            line_id=line.id, person_id=person.id, number=2, plan_version=9, words="Ours", by_kind="staff",
            by_name="Nia", at=LATER,
        )  # fmt: skip
    with gate.person(person.id, by=HOUSE, at=LATER, why="test"):
        assert care_plans_as_fhir(person.id, at=LATER) == []  # the partner's plan is given back as it was sent


@pytest.mark.django_db
def test_a_delivery_is_read_as_well(tmp_path: Path) -> None:
    resources = [patient(), *map(json.loads, (response(), care_plan(), goal()))]
    sent(tmp_path, lines(*resources))
    person_id = kept()["Patient", "p1"].person_id
    assert person_id
    with gate.person(person_id, by=HOUSE, at=LATER, why="test"):
        known = facts_known(person_id, ["lives-alone"], by=HOUSE, at=LATER)
        found = plan_of(person_id, at=LATER)
    assert known["lives-alone"].value is True and found is not None
    assert [line.words for line in found.part("goals").lines] == ["Breathe easily at night"]
    sent(tmp_path, lines(*resources), name="again.ndjson")
    with gate.person(person_id, by=HOUSE, at=LATER, why="test"):
        again = plan_of(person_id, at=LATER)
    assert again is not None and again.version == found.version


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["item", "linkId", "answer", "valueCoding", "code", "display", "valueString", "activity", "detail", "goal", "note",
             "contained", "resourceType", "status", "description", "text", "reference", "performer", "scheduledPeriod", "end"]
        ), inner, max_size=5,
    ),
    max_leaves=8,
)  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of ours
@given(
    tree=st.dictionaries(st.sampled_from(["item", "activity", "note", "goal", "contained", "title"]), ANY, max_size=4)
)
def test_no_shape_of_resource_stops_a_delivery(tree: dict[str, Any]) -> None:
    read_response(tree, directory.place().questionnaires[FORM])
    for kind in ("CarePlan", "Goal"):
        partners_plan({**tree, "resourceType": kind, "status": "active", "lifecycleStatus": "active"})


@pytest.mark.django_db
@pytest.mark.hazard(
    "HZ-S37-42",
    hazard="What only few may see is told by another form that asks the same.",
    control="A fact keeps the mark of the form it came on; whoever may not see it is shown what stands behind it.",
)
def test_what_is_sensitive_is_no_fact_for_those_who_may_not_see_it() -> None:
    person = somebody()
    took(person, response())
    declared = next(each for each in directory.place().sensitivities.values() if each.labels and not each.person_sees)
    system_, _, code = declared.labels[0].rpartition("|")
    sensitive = [{"linkId": "what-matters", "answer": [{"valueString": "Hidden"}]}]
    meta = {"security": [{"system": system_, "code": code}]}
    took(person, response("r2", authored=AT.isoformat(), meta=meta, item=sensitive), at=LATER)
    themselves = citizen(person_id=person.id)
    with gate.person(person.id, by=themselves, at=LATER, why="test"):
        seen = facts_known(person.id, ["what-matters"], by=themselves, at=LATER)
    assert seen["what-matters"].value == "Her cat"  # what stands behind what is hidden
    assert facts(person, "what-matters")["what-matters"].value == "Hidden"
