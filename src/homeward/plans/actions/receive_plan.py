"""How do a partner's plans and goals stand in the person's plan? As lines of the partner's own, beside everybody else's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id
from homeward.plans.actions.held_plan import last_saying, next_version
from homeward.plans.models import CarePlan, Line, LineChange
from homeward.plans.queries.person_of import about_person
from homeward.plans.queries.where import called
from homeward.plans.rules.as_fhir.partners_plan import PlanPart, author_of, partners_plan
from homeward.records.api import ItemRow, item_id

GONE = "It is not in what was sent last."


@dataclass(frozen=True, kw_only=True)
class _Saying:
    """What must be added: to a line that stands (`line`) or as a new one."""

    item: ItemRow
    part: PlanPart
    line: Line | None
    author: str
    why: str = ""


@action("plan.receive", about=about_person)
def receive_plan(*, person_id: UUID, sayings: Sequence[_Saying], by: Actor, at: datetime) -> Happening[int]:
    """Write what is new or changed as one version of the plan. `sayings` come from `to_say`, in this transaction."""
    plan = next_version(person_id, by=by, at=at)
    fresh = sum(each.line is None for each in sayings)
    for each in sayings:
        _say(each, plan, at=at)
    return Happening(
        result=plan.version, subject_kind="plan", subject_id=plan.id, person_id=person_id,
        facts={
            "version": plan.version, "new": fresh, "changed": len(sayings) - fresh,
            "sources": sorted({each.item.source for each in sayings}),
        },
    )  # fmt: skip


def to_say(items: Sequence[tuple[ItemRow, Mapping[str, Any]]]) -> list[_Saying]:
    """What these resources say that the plan does not say yet; nothing when all of it was taken before. Goals come first.

    What is sensitive stays in the record, where fewer people see it.
    """
    found: list[_Saying] = []
    lines = Line.objects.filter(item_id__in=[item.id for item, _ in items])
    standing: dict[UUID, dict[str, Line]] = {}
    for line in lines:
        assert line.item_id is not None
        standing.setdefault(line.item_id, {})[line.part] = line
    for item, resource in sorted(items, key=lambda each: each[0].kind != "Goal"):
        author = author_of(resource) or called(item.source)
        mine = standing.get(item.id, {})
        parts = [] if item.sensitivity else partners_plan(resource)
        found += [_Saying(item=item, part=part, line=mine.get(part.key), author=author) for part in _news(parts, mine)]
        for key in set(mine) - {part.key for part in parts}:
            last = last_saying(mine[key])
            if last.state == "stands":
                gone = PlanPart(
                    key=key, heading=mine[key].heading, kind=mine[key].kind, words=last.words, state="stopped"
                )
                found.append(_Saying(item=item, part=gone, line=mine[key], author=author, why=GONE))
    return found


def _news(parts: Sequence[PlanPart], mine: Mapping[str, Line]) -> list[PlanPart]:
    """What differs from what stands; what was over before it was first heard of brings no line."""
    found = []
    for part in parts:
        if part.key not in mine:
            found += [part] if part.state == "stands" else []
            continue
        last = last_saying(mine[part.key])
        if (part.words, part.owner_words, part.due_on, part.state) != (
            last.words, last.owner_words, last.due_on, last.state,
        ):  # fmt: skip
            found.append(part)
    return found


def _say(saying: _Saying, plan: CarePlan, *, at: datetime) -> None:
    part, item, place = saying.part, saying.item, called(saying.item.source)
    line = saying.line or _new_line(saying, plan, place, at=at)
    number = 1 if saying.line is None else last_saying(line).number + 1
    LineChange.objects.create(
        line=line, person_id=plan.person_id, number=number, plan_version=plan.version, words=part.words,
        owner_words=part.owner_words, due_on=part.due_on, state=part.state, why=saying.why, by_kind="partner",
        by_name=saying.author, place_words=place, at=min(item.recorded_at or item.received_at, at),
    )  # fmt: skip


def _new_line(saying: _Saying, plan: CarePlan, place: str, *, at: datetime) -> Line:
    part, item = saying.part, saying.item
    goal = _goal(part, item)
    return Line.objects.create(
        id=new_id(), plan=plan, person_id=plan.person_id, heading="goals" if goal else part.heading,
        kind="action" if goal else part.kind, within=goal, author_kind="partner", author_name=saying.author,
        place_words=place, written_at=min(item.recorded_at or item.placed_at, at), item_id=item.id, part=part.key,
    )  # fmt: skip


def _goal(part: PlanPart, item: ItemRow) -> Line | None:
    """The partner's own goal that an activity works towards, where it stands in the plan."""
    if not part.goal:
        return None
    if part.goal.startswith("#"):
        return Line.objects.filter(item_id=item.id, part=f"goal:{part.goal}", kind="goal").first()
    named = part.goal.rpartition("/")[2]
    ids = [item_id(item.source, "Goal", named)]
    try:
        ids.append(UUID(named))
    except ValueError:
        pass
    return Line.objects.filter(item_id__in=ids, kind="goal").first()
