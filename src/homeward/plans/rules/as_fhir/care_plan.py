"""How are a plan and its goals written as FHIR CarePlan and Goal?"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from typing import Any, Protocol, TypeAlias
from uuid import UUID

from homeward.foundation.moments import london_day
from homeward.plans.vocabulary import ACTIVITY_STATUS, GOAL_STATUS, HEADINGS

Resource: TypeAlias = dict[str, Any]
PLAN_CATEGORY = {"text": "Personalised care and support plan"}


class Line(Protocol):
    """What is read of a line of a plan."""

    @property
    def id(self) -> UUID: ...
    @property
    def kind(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def owner_words(self) -> str: ...
    @property
    def due_on(self) -> Any: ...
    @property
    def state(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def changed_at(self) -> datetime: ...
    @property
    def author_name(self) -> str: ...
    @property
    def author_kind(self) -> str: ...
    @property
    def written_at(self) -> datetime: ...
    @property
    def actions(self) -> Any: ...
    @property
    def dispute(self) -> Any: ...


class Part(Protocol):
    """What is read of one heading."""

    @property
    def code(self) -> str: ...
    @property
    def lines(self) -> Any: ...


class Plan(Protocol):
    """What is read of a plan."""

    @property
    def id(self) -> UUID: ...
    @property
    def person_id(self) -> UUID: ...
    @property
    def version(self) -> int: ...
    @property
    def begun_at(self) -> datetime: ...
    @property
    def changed_at(self) -> datetime: ...
    @property
    def parts(self) -> Any: ...
    @property
    def ended(self) -> Any: ...
    @property
    def agreed(self) -> Any: ...


def care_plan(plan: Plan) -> Resource:
    """The plan: goals by reference, actions as activities, every line in the narrative and as a note with its author."""
    parts = [(part.code, own_lines(part)) for part in plan.parts]
    goals = [line for _, lines in parts for line in lines if line.kind == "goal"]
    made: Resource = {
        "resourceType": "CarePlan", "id": str(plan.id), "meta": {"versionId": str(plan.version), "lastUpdated": plan.changed_at.isoformat()},
        "text": {"status": "generated", "div": _narrative(parts)}, "status": "active", "intent": "plan",
        "category": [PLAN_CATEGORY], "title": "Care and support plan", "subject": {"reference": f"Patient/{plan.person_id}"},
        "created": plan.begun_at.isoformat(),
    }  # fmt: skip
    if goals:
        made["goal"] = [{"reference": f"Goal/{line.id}"} for line in goals]
    activities = [_activity(action) for goal in goals for action in goal.actions]
    if activities:
        made["activity"] = activities
    notes = [_note(code, line) for code, lines in parts for line in lines if line.kind != "goal"]
    notes += [_dispute(line) for _, lines in parts for each in lines for line in (each, *each.actions) if line.dispute]
    if notes:
        made["note"] = notes
    return made


def goals(plan: Plan) -> list[Resource]:
    """Each goal of the plan, those that ended last."""
    standing = [line for part in plan.parts for line in own_lines(part)]
    return [_goal(plan, line) for line in (*standing, *_ours(plan.ended)) if line.kind == "goal"]


def own_lines(part: Part) -> list[Line]:
    """The lines of a heading but for those that partners sent: theirs are given back as they sent them."""
    return _ours(part.lines)


def _ours(lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if line.author_kind != "partner"]


def _goal(plan: Plan, line: Line) -> Resource:
    made: Resource = {
        "resourceType": "Goal", "id": str(line.id), "meta": {"versionId": str(line.number), "lastUpdated": line.changed_at.isoformat()},
        "lifecycleStatus": GOAL_STATUS[line.state], "description": {"text": line.words},
        "subject": {"reference": f"Patient/{plan.person_id}"}, "startDate": london_day(line.written_at).isoformat(),
        "expressedBy": {"reference": f"Patient/{plan.person_id}"} if line.author_kind == "citizen" else {"display": line.author_name},
    }  # fmt: skip
    if line.due_on:
        made["target"] = [{"dueDate": line.due_on.isoformat()}]
    return made


def _activity(line: Line) -> Resource:
    detail: Resource = {"status": ACTIVITY_STATUS[line.state], "description": line.words}
    if line.due_on:
        detail["scheduledPeriod"] = {"end": line.due_on.isoformat()}
    if line.owner_words:
        detail["performer"] = [{"display": line.owner_words}]
    return {"detail": detail}


def _note(code: str, line: Line) -> Resource:
    due = f" ({line.due_on.isoformat()})" if line.due_on else ""
    title = HEADINGS[code].standard if code in HEADINGS else code
    return {
        "authorString": line.author_name,
        "time": line.written_at.isoformat(),
        "text": f"{title}: {line.words}{due}",
    }


def _dispute(line: Line) -> Resource:
    said = line.dispute
    return {
        "authorString": said.by_name,
        "time": said.at.isoformat(),
        "text": f"Does not agree with '{line.words}': {said.words}",
    }


def _narrative(parts: Iterable[tuple[str, Sequence[Line]]]) -> str:
    written = "".join(
        f"<h2>{escape(HEADINGS[code].standard)}</h2><ul>{''.join(f'<li>{escape(line.words)}</li>' for line in lines)}</ul>"
        for code, lines in parts
        if lines
    )
    return f'<div xmlns="http://www.w3.org/1999/xhtml">{written}</div>'
