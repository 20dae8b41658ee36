"""What does the FHIR API serve of a person's forms and plan? The resources, made from what the actor may see. Read inside an open gate."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.plans.models import QuestionnaireResponse
from homeward.plans.queries.answered import answers_of, responses_of
from homeward.plans.queries.forms import sees
from homeward.plans.queries.plan import PlanView, plan_of
from homeward.plans.queries.plan_before import plan_before
from homeward.plans.rules.as_fhir.care_plan import care_plan, goals, own_lines
from homeward.plans.rules.as_fhir.response import questionnaire_response
from homeward.plans.rules.computed import computed
from homeward.visits import api as visits


def care_plans_as_fhir(person_id: UUID, *, at: datetime) -> list[dict[str, Any]]:
    """The CarePlan, or none."""
    return _written(plan_before(person_id, at=at, most=1))


def care_plan_before_as_fhir(person_id: UUID, *, at: datetime) -> list[dict[str, Any]]:
    """The CarePlan in every version, the latest first."""
    return _written(plan_before(person_id, at=at))


def _written(versions: Sequence[PlanView]) -> list[dict[str, Any]]:
    return [care_plan(plan) for plan in versions if any(own_lines(part) for part in plan.parts)]


def goals_as_fhir(person_id: UUID, *, at: datetime) -> list[dict[str, Any]]:
    """The Goals of the plan."""
    plan = plan_of(person_id, at=at)
    return goals(plan) if plan else []


def goals_before_as_fhir(person_id: UUID, *, at: datetime) -> list[dict[str, Any]]:
    """The Goals of the plan in every version of each, the latest first."""
    every = [each for plan in plan_before(person_id, at=at) for each in goals(plan)]
    return list({(each["id"], each["meta"]["versionId"]): each for each in every}.values())


def responses_as_fhir(person_id: UUID, *, base: str, by: Actor, at: datetime) -> list[dict[str, Any]]:
    """A QuestionnaireResponse for each finished form; `base` is the address of the FHIR server, without a slash at its end."""
    forms = directory.place().questionnaires
    found = []
    for row in responses_of(person_id, by=by, at=at):
        form = forms.get(row.code)
        if form is None or row.state != "finished" or row.received:
            continue
        kept = QuestionnaireResponse.objects.get(id=row.id)
        answers = {
            each.item.link_id: each.fact.value for each in answers_of(kept, by=by, at=at) if each.fact is not None
        }
        found.append(
            questionnaire_response(
                form, answers, id=str(row.id), person=str(person_id), canonical=f"{base}/Questionnaire/form-{row.code}",
                state=row.state, author=row.finished_by, authored=row.finished_at,
            )
        )  # fmt: skip
    return found


def visit_forms_as_fhir(person_id: UUID, *, base: str, by: Actor) -> list[dict[str, Any]]:
    """A QuestionnaireResponse for each form filled in at a visit, what it adds up to worked out; `base` as above."""
    forms = directory.place().questionnaires
    found = []
    for row in visits.forms_recorded(person_id, by=by):
        form = forms.get(row.code)
        if form is None:
            continue
        seen = {item.link_id for item in form.items if sees(item, by=by)}
        totals = {link: each.total for link, each in computed(form, row.answers).items() if each.total is not None}
        answers = {link: value for link, value in {**totals, **row.answers}.items() if link in seen}
        made = questionnaire_response(
            form, answers, id=str(row.id), person=str(person_id), canonical=f"{base}/Questionnaire/form-{row.code}",
            state="finished", author=row.answered_by, authored=row.answered_at,
        )  # fmt: skip
        found.append({**made, "encounter": {"reference": f"Encounter/{row.encounter_id}"}})
    return found
