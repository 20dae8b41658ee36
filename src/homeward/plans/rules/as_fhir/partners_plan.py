"""Which lines does a partner's CarePlan or Goal bring into the plan, under which headings, and how do they stand?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any

from homeward.plans.vocabulary import HEADINGS, PLANNED_ELSEWHERE

LONGEST = 4000
_PLAN = {
    "active": "stands",
    "on-hold": "stands",
    "completed": "done",
    "revoked": "stopped",
    "entered-in-error": "stopped",
}
_GOAL = {
    "planned": "stands", "accepted": "stands", "active": "stands", "on-hold": "stands", "completed": "done",
    "cancelled": "stopped", "rejected": "stopped", "entered-in-error": "stopped",
}  # fmt: skip
_ACTIVITY = {"completed": "done", "cancelled": "stopped", "stopped": "stopped", "entered-in-error": "stopped"}
_HEADED = {f"{heading.standard}: ": code for code, heading in HEADINGS.items() if heading.kind == "text"}


@dataclass(frozen=True, kw_only=True)
class PlanPart:
    """One line. `key` tells it from the others of its resource; `goal` is the reference ('Goal/id' or '#id') it works towards."""

    key: str
    heading: str
    kind: str
    words: str
    state: str
    owner_words: str = ""
    due_on: date | None = None
    goal: str = ""


def partners_plan(resource: Mapping[str, Any]) -> list[PlanPart]:
    """What a CarePlan or Goal says, line by line, each key once; nothing for a draft or proposal. Never raises."""
    found = _of_goal(resource, "goal") if resource.get("resourceType") == "Goal" else _of_plan(resource)
    return list({part.key: part for part in found if part.words}.values())


def author_of(resource: Mapping[str, Any]) -> str:
    """Who wrote it, where they are named."""
    return _text(_tree(resource.get("author")).get("display")) or _text(
        _tree(resource.get("expressedBy")).get("display")
    )


def _of_goal(goal: Mapping[str, Any], key: str) -> Iterator[PlanPart]:
    state = _GOAL.get(_text(goal.get("lifecycleStatus")))
    if state is not None:
        targets = [_tree(each) for each in _list(goal.get("target"))]
        due = next((day for each in targets if (day := _day(each.get("dueDate")))), None)
        yield PlanPart(
            key=key, heading="goals", kind="goal", words=_said(goal.get("description")), state=state, due_on=due
        )


def _of_plan(plan: Mapping[str, Any]) -> Iterator[PlanPart]:
    state = _PLAN.get(_text(plan.get("status")))
    if state is None or plan.get("intent") == "proposal":
        return
    for goal in map(_tree, _list(plan.get("contained"))):
        if goal.get("resourceType") == "Goal":
            yield from _of_goal(goal, f"goal:#{_text(goal.get('id'))}")
    title = _text(plan.get("title")) or next(filter(None, map(_said, _list(plan.get("category")))), "")
    headline = ": ".join(filter(None, (title, _text(plan.get("description")))))
    yield PlanPart(key="plan", heading=PLANNED_ELSEWHERE, kind="text", words=_cut(headline), state=state)
    for activity in map(_tree, _list(plan.get("activity"))):
        yield _activity(activity, state)
    for note in map(_tree, _list(plan.get("note"))):
        yield _note(_text(note.get("text")), _text(note.get("id")), state)


def _activity(activity: Mapping[str, Any], plan_state: str) -> PlanPart:
    detail = _tree(activity.get("detail"))
    words = (
        _text(detail.get("description")) or _said(detail.get("code")) or _said(detail.get("productCodeableConcept"))
        or _text(_tree(activity.get("reference")).get("display"))
    )  # fmt: skip
    when = _text(detail.get("scheduledString"))
    due = _day(_tree(detail.get("scheduledPeriod")).get("end"))
    owners = [_text(_tree(each).get("display")) for each in _list(detail.get("performer"))]
    goals = [_text(_tree(each).get("reference")) for each in _list(detail.get("goal"))]
    own = _ACTIVITY.get(_text(detail.get("status")), "stands")
    return PlanPart(
        key=_key("activity", _text(activity.get("id")), words), heading=PLANNED_ELSEWHERE, kind="text",
        words=_cut(f"{words} ({when})" if words and when else words), due_on=due, goal=next(filter(None, goals), ""),
        owner_words=", ".join(filter(None, owners)), state=own if plan_state == "stands" else plan_state,
    )  # fmt: skip


def _note(text: str, id: str, state: str) -> PlanPart:
    """What was headed as our plans are stands under that heading again."""
    lead = next((each for each in _HEADED if text.startswith(each)), "")
    heading = _HEADED.get(lead, PLANNED_ELSEWHERE)
    return PlanPart(
        key=_key("note", id, text), heading=heading, kind="text", words=_cut(text[len(lead) :]), state=state
    )


def _key(what: str, id: str, words: str) -> str:
    """By the id it was given, else by what it says: then other words are another line."""
    return f"{what}:{id}" if id else f"{what}={blake2b(words.encode(), digest_size=8).hexdigest()}"


def _said(concept: Any) -> str:
    """A CodeableConcept in words."""
    tree = _tree(concept)
    displays = (_text(_tree(each).get("display")) for each in _list(tree.get("coding")))
    return _cut(_text(tree.get("text")) or next(filter(None, displays), ""))


def _day(written: Any) -> date | None:
    try:
        return date.fromisoformat(_text(written)[:10])
    except ValueError:
        return None


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _tree(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
