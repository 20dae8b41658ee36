"""What did partners ask and plan? An assessment filled in at a hospital, and a plan with its goal, for a few of the made-up people."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.access.api import system
from homeward.demo.schedule import Arising
from homeward.directory.api import place
from homeward.grammar.api import Item, Questionnaire
from homeward.records.api import Received, take

PEOPLE = 6
AIM = "To walk to the corner shop and back"
STEPS = ("Chair exercises twice a day", "A walk with somebody every second day", "Weigh each morning and write it down")


def make_partners_say(*, year: Sequence[Arising], until: datetime) -> int:
    """For those whose needs arose last; how many."""
    whom = list(dict.fromkeys(one.person_id for one in reversed(year)))[:PEOPLE]
    trusts = sorted(each.code for each in place().organisations.values() if each.kind == "nhs_trust")
    source = (trusts or sorted(place().organisations))[-1]
    for number, person_id in enumerate(whom):
        at = until - timedelta(hours=2 + number)
        sent = [Received(kind=each["resourceType"], text=json.dumps(each)) for each in _told(person_id, number, at=at)]
        take(person_id=person_id, resources=sent, source=source, by=system("demo"), at=at)
    return len(whom)


def _told(person_id: UUID, number: int, *, at: datetime) -> Iterator[dict[str, Any]]:
    subject, day = {"reference": f"Patient/{person_id}"}, (at - timedelta(days=3)).replace(microsecond=0).isoformat()
    goal = f"aim-{person_id}"
    yield {
        "resourceType": "Goal", "id": goal, "lifecycleStatus": "active", "description": {"text": AIM}, "subject": subject,
        "target": [{"dueDate": (at + timedelta(days=60)).date().isoformat()}], "statusDate": day[:10],
    }  # fmt: skip
    yield {
        "resourceType": "CarePlan", "id": f"plan-{person_id}", "status": "active", "intent": "plan", "created": day,
        "title": "Getting stronger after hospital", "subject": subject, "author": {"display": "Ward physiotherapist"},
        "goal": [{"reference": f"Goal/{goal}"}],
        "activity": [
            {"detail": {"status": "in-progress", "description": step, "goal": [{"reference": f"Goal/{goal}"}]}} for step in STEPS
        ],
    }  # fmt: skip
    form = next((each for each in place().questionnaires.values() if each.assessment and not each.sensitivity), None)
    if form is not None and number % 2 == 0:
        yield {
            "resourceType": "QuestionnaireResponse", "id": f"asked-{person_id}", "status": "completed", "subject": subject,
            "questionnaire": f"https://hospital.example/Questionnaire/form-{form.code}", "authored": day,
            "author": {"display": "Ward physiotherapist"}, "item": list(_answers(form)),
        }  # fmt: skip


def _answers(form: Questionnaire) -> Iterator[dict[str, Any]]:
    for item in form.questions:
        if not item.enable_when and item.within is None and (answer := _answer(item)) is not None:
            yield {"linkId": item.link_id, "answer": [answer]}


def _answer(item: Item) -> dict[str, Any] | None:
    """The plainest answer there is; what is written in words is left to people."""
    if item.type == "boolean":
        return {"valueBoolean": True}
    if item.type == "choice" and item.options:
        return {"valueCoding": {"code": item.options[0].code, "display": item.options[0].title}}
    if item.type == "integer":
        return {"valueInteger": int(item.min or 1)}
    return None
