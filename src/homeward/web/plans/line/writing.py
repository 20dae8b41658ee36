"""What happens when a line is sent in? The same for the person and for whoever helps them: one call, or the words of what is wrong."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotFound, Refused
from homeward.plans import api as plans
from homeward.web.page import blame
from homeward.web.plans.line.form import EndForm, LineForm


def line_of(person_id: UUID, line_id: UUID, *, by: Actor, at: datetime) -> tuple[plans.PlanPage, plans.LineView]:
    """The plan's page and one of its lines. Raises NotFound."""
    page = plans.plan_page(person_id, by=by, at=at)
    every = (
        [each for part in page.plan.parts for line in part.lines for each in (line, *line.actions)] if page.plan else []
    )
    found = next((each for each in every if each.id == line_id), None)
    if found is None:
        raise NotFound("This line is no longer part of the plan.", next_step="Go back to the plan.")
    return page, found


def form_for(posted: Any, line: plans.LineView, *, mine: bool = False) -> LineForm:
    """The form that changes a line, holding what it says now."""
    held = {"words": line.words, "owner_words": line.owner_words, "due_on": line.due_on, "seen": line.number}
    return LineForm(posted, heading=line.heading, action=line.kind == "action", mine=mine, initial=held, auto_id="f-%s")


def added(form: LineForm, *, person_id: UUID, heading: str, goal_id: UUID | None, by: Actor, at: datetime) -> bool:
    """Write the line; False with the form's errors set."""
    if not form.is_valid():
        return False
    try:
        plans.write_line(person_id=person_id, heading=heading, goal_id=goal_id, by=by, at=at, **form.typed())
    except Invalid as wrong:
        blame(form, wrong)
        return False
    return True


def changed(form: LineForm, line: plans.LineView, *, by: Actor, at: datetime) -> bool:
    """Say the line anew; False with the form's errors set. A clash says who was first and keeps what was typed."""
    if not form.is_valid():
        return False
    try:
        plans.change_line(line_id=line.id, seen=form.cleaned_data["seen"] or 0, by=by, at=at, **form.typed())
    except Refused as wrong:
        blame(form, wrong)
        return False
    return True


def ended(form: EndForm, line: plans.LineView, posted: Mapping[str, Any], *, by: Actor, at: datetime) -> bool:
    """End the line; False with the form's errors set."""
    if not form.is_valid():
        return False
    seen = str(posted.get("seen", ""))
    try:
        plans.end_line(
            line_id=line.id, state=form.cleaned_data["state"], why=form.cleaned_data["why"],
            seen=int(seen) if seen.isdecimal() else line.number, by=by, at=at,
        )  # fmt: skip
    except Refused as wrong:
        blame(form, wrong)
        return False
    return True
