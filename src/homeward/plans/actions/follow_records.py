"""What follows for forms and plans when partners' records of a person were kept?"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from homeward.access.api import declare_job, system
from homeward.directory import api as directory
from homeward.foundation.events import EventRow
from homeward.plans.actions.receive_plan import receive_plan, to_say
from homeward.plans.actions.receive_response import news, receive_response
from homeward.plans.rules.as_fhir.form_meant import form_meant
from homeward.records import api as records
from homeward.records.api import ItemRow

JOB = "partners-plans"
FORMS = frozenset({"QuestionnaireResponse"})
PLANS = frozenset({"CarePlan", "Goal"})
PAGE = 200


def declare() -> None:
    """Called when Django is ready."""
    declare_job(
        JOB, words="reading partners' forms and plans into the record",
        permits=("plan.receive_form", "plan.receive"), pages=True,
    )  # fmt: skip


def read_into_the_record(event: EventRow) -> None:
    """Part of the same transaction, so that what was kept and what it tells us are one. What was read before is left."""
    kinds = set(event.facts.get("kinds") or ())
    if event.person_id is None or not kinds & (FORMS | PLANS):
        return
    if kinds & FORMS:
        _forms(event)
    if kinds & PLANS:
        sayings = to_say(list(_came(event, PLANS)))
        if sayings:
            receive_plan(person_id=event.person_id, sayings=sayings, by=system(JOB), at=event.at)


def _forms(event: EventRow) -> None:
    assert event.person_id is not None
    forms = directory.place().questionnaires
    for item, resource in _came(event, FORMS):
        form = form_meant(resource, forms)
        if form is not None and news(item):
            receive_response(
                person_id=event.person_id, item=item, resource=resource, form=form, by=system(JOB), at=event.at
            )


def _came(event: EventRow, kinds: frozenset[str]) -> Iterator[tuple[ItemRow, Mapping[str, Any]]]:
    """What was received at the moment of the event, page by page, with its text read."""
    before = None
    while True:
        page = records.items(person_id=event.person_id, kinds=kinds, received_since=event.at, limit=PAGE, before=before)
        for item in page:
            yield item, json.loads(item.body)
        if len(page) < PAGE:
            return
        before = (page[-1].placed_at, page[-1].id)
