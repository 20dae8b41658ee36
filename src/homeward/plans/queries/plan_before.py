"""What did the plan say in each of its versions? Put together from what was kept of every line and of everything said about it."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from homeward.plans.models import CarePlan, Line, LineChange, Stance
from homeward.plans.queries.plan import PlanView, put_together, views_of


def plan_before(person_id: UUID, *, at: datetime, most: int | None = None) -> list[PlanView]:
    """The plan in every version (the last `most`), the latest first; `changed_at` is when that version came about. Read inside an open gate.

    Of a second plan, which came with another record of the same person, each version has what it said at that moment.
    """
    plan = CarePlan.objects.filter(person_id=person_id).order_by("-version").first()
    if plan is None:
        return []
    rows = list(Line.objects.filter(person_id=person_id).order_by("written_at", "id"))
    changes = list(LineChange.objects.filter(person_id=person_id).select_related("line").order_by("line_id", "number"))
    stances = list(Stance.objects.filter(person_id=person_id).order_by("plan_version", "at"))
    moments: dict[int, datetime] = {}
    for of, version, moment in (
        *((each.line.plan_id, each.plan_version, each.at) for each in changes),
        *((each.plan_id, each.plan_version, each.at) for each in stances),
    ):
        if of == plan.id:
            moments[version] = max(moment, moments.get(version, moment))
    found = (_as_of(plan, version, moments[version], rows, changes, stances, at) for version in sorted(moments, reverse=True)[:most])
    return [each for each in found if each is not None]


def _as_of(
    plan: CarePlan, version: int, moment: datetime, rows: list[Line], changes: list[LineChange], stances: list[Stance], at: datetime
) -> PlanView | None:
    def was(of: UUID, made: int, when: datetime) -> bool:
        return made <= version if of == plan.id else when <= moment

    said = {each.line_id: each for each in changes if was(each.line.plan_id, each.plan_version, each.at)}
    told = [each for each in stances if was(each.plan_id, each.plan_version, each.at)]
    lines = views_of([row for row in rows if row.id in said], said, {each.line_id: each for each in told if each.line_id}, at)
    agreed = [each for each in told if each.kind == "agree"]
    if not lines:
        return None
    return replace(put_together(plan, lines, version=version, agreed=agreed[-1] if agreed else None), changed_at=moment)
