"""Do forms, answers, plans and goals survive the way to FHIR R4 and back, and do forms made by others read whole or say why not?"""

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from homeward.access.api import gate, system
from homeward.directory import api as directory
from homeward.grammar.as_fhir.questionnaire import questionnaire
from homeward.plans.api import (
    care_plans_as_fhir,
    dispute,
    finish,
    goals_as_fhir,
    responses_as_fhir,
    save_progress,
    write_line,
)
from homeward.plans.rules.as_fhir.read_questionnaire import NotAQuestionnaire, read_questionnaire
from homeward.plans.rules.as_fhir.read_response import read_response
from homeward.plans.tests.arranging import FORM, WHOLE, nurse, therapist, visited
from homeward.referrals.tests.arranging import after
from tests.plumbing.people_at_work import citizen

EXAMPLES = Path(os.environ.get("HOMEWARD_EXAMPLES", "nowhere"))
PUBLISHED = [
    *sorted(EXAMPLES.glob("questionnaires/*.json")),
    *sorted(EXAMPLES.glob("advance-care-plan/Questionnaire-*.json")),
]
WHOSE = {"owner": "somebody", "review_by": date(2027, 4, 30)}


@pytest.mark.parametrize("code", ["home-assessment", "observations", "transfer-of-care", "wound-assessment"])
def test_a_declared_form_is_read_back_as_it_was(code: str) -> None:
    form = directory.place().questionnaires[code]
    found = read_questionnaire(questionnaire(form, "https://here.example"), **WHOSE)  # type: ignore[arg-type]  # two plain words
    assert found.whole
    kept = {item.link_id: item for item in found.form.items}
    for item in form.items:
        back = kept[item.link_id]
        assert (back.text, back.type, back.required, back.repeats, back.options) == (
            item.text,
            item.type,
            item.required,
            item.repeats,
            item.options,
        )
        assert (back.within, back.enable_when, back.min, back.max, back.unit) == (
            item.within,
            item.enable_when,
            item.min,
            item.max,
            item.unit,
        )


@pytest.mark.django_db
def test_answers_are_read_back_as_they_were_given() -> None:
    person = visited()
    kept = save_progress(person_id=person, code=FORM, seen=0, answers=WHOLE, by=therapist(), at=after(120))
    finish(response_id=kept.response_id, by=therapist(), at=after(130))
    with gate.person(person, by=system("demo"), at=after(140), why="looking"):
        (made,) = responses_as_fhir(person, base="https://here.example", by=system("demo"), at=after(140))
    assert made["status"] == "completed" and made["subject"] == {"reference": f"Patient/{person}"}
    assert made["questionnaire"] == "https://here.example/Questionnaire/form-home-assessment"
    read = read_response(json.loads(json.dumps(made)), directory.place().questionnaires[FORM])
    assert not read.unread
    assert read.by_link == {
        "what-matters": "My garden", "moving-about": "with-aid", "lives-alone": True, "way-in": "Daughter has a key", "falls": 2.0,
        "why-falls": "The rug", "would-help": "A rail",
    }  # fmt: skip


def test_what_is_no_answer_is_named() -> None:
    sent = {
        "item": [
            {"linkId": "falls", "answer": [{"valueString": "often"}]},
            {"linkId": "odd", "answer": [{"valueBoolean": True}]},
        ]
    }
    read = read_response(sent, directory.place().questionnaires[FORM])
    assert read.by_link == {} and [words.split(":")[0] for words in read.unread] == ["falls", "odd"]


@pytest.mark.django_db
def test_a_goal_starts_on_the_day_that_london_shows() -> None:
    person = visited()
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    write_line(person_id=person, heading="goals", words="To walk.", by=citizen(person_id=person), at=late)
    with gate.person(person, by=system("demo"), at=late, why="looking"):
        (aim,) = goals_as_fhir(person, at=late)
    assert aim["startDate"] == "2026-07-02"


@pytest.mark.django_db
def test_a_plan_is_a_care_plan_with_its_goals() -> None:
    person = visited()
    ivy = citizen(person_id=person)
    goal = write_line(person_id=person, heading="goals", words="To walk to the shop.", by=ivy, at=after(200))
    write_line(
        person_id=person, heading="goals", words="Order a frame", goal_id=goal, owner_words="Maya", due_on=date(2026, 4, 1), by=nurse(), at=after(201)
    )  # fmt: skip
    line = write_line(person_id=person, heading="contingency", words="Ring <us> first.", by=nurse(), at=after(202))
    dispute(line_id=line, words="I ring my sister.", by=ivy, at=after(203))
    with gate.person(person, by=system("demo"), at=after(240), why="looking"):
        (made,), (aim,) = care_plans_as_fhir(person, at=after(240)), goals_as_fhir(person, at=after(240))
    assert (
        made["goal"] == [{"reference": f"Goal/{goal}"}]
        and aim["id"] == str(goal)
        and aim["lifecycleStatus"] == "active"
    )
    assert aim["expressedBy"] == {"reference": f"Patient/{person}"}
    assert made["activity"] == [
        {
            "detail": {
                "status": "in-progress",
                "description": "Order a frame",
                "scheduledPeriod": {"end": "2026-04-01"},
                "performer": [{"display": "Maya"}],
            }
        }
    ]
    assert [note["text"] for note in made["note"]] == [
        "Contingency plans: Ring <us> first.",
        "Does not agree with 'Ring <us> first.': I ring my sister.",
    ]
    assert "&lt;us&gt;" in made["text"]["div"]


@pytest.mark.parametrize(
    ("resource", "element"),
    [
        ({"resourceType": "Patient"}, "resourceType"),
        ({"resourceType": "Questionnaire"}, "item"),
        ({"resourceType": "Questionnaire", "item": [{"type": "string"}]}, "item.linkId"),
        (
            {
                "resourceType": "Questionnaire",
                "item": [{"linkId": "a", "type": "string"}, {"linkId": "a", "type": "string"}],
            },
            "item.linkId",
        ),
    ],
)
def test_what_is_no_form_is_refused_with_the_element_named(resource: dict[str, object], element: str) -> None:
    with pytest.raises(NotAQuestionnaire, match=f"^{element}:"):
        read_questionnaire(resource, **WHOSE)  # type: ignore[arg-type]  # two plain words


@pytest.mark.skipif(not PUBLISHED, reason="HOMEWARD_EXAMPLES names no folder with published questionnaires")
@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_published_forms_are_read_whole_or_say_what_cannot_be_drawn(path: Path) -> None:
    resource = json.loads(path.read_text(encoding="utf-8"))
    found = read_questionnaire(resource, **WHOSE)  # type: ignore[arg-type]  # two plain words
    links: list[str] = []

    def walk(items: list[dict[str, object]]) -> None:
        for item in items:
            links.append(str(item["linkId"]))
            walk(item.get("item", []))  # type: ignore[arg-type]  # nested items

    walk(resource["item"])
    assert [item.link_id for item in found.form.items] == links
    for words in found.undrawn:
        assert words.split(":")[0] in " ".join(links) and "here" in words
