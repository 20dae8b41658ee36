"""What does each worker of a team carry over the next seven days, and the team?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.grammar.api import RoundPolicy
from homeward.rounds.models import Shift

AHEAD = timedelta(days=7)
NOBODY = "nobody"
SHIFTS = 2_000


@dataclass(frozen=True, kw_only=True)
class Load:
    """One worker's load, nobody's (`user_id` None) or the team's. `gone`: no longer of the team. Minutes are of the next seven days.

    `visit_minutes` is None where the place declares no minutes; `on_duty` None where nobody said when they are at work.
    """

    user_id: UUID | None
    name: str
    role: str
    gone: bool
    held: int
    visits: int
    visit_minutes: int | None
    on_duty: int | None
    tasks: int
    overdue: int

    @property
    def over(self) -> bool:
        """Are more minutes of visits planned than are on duty?"""
        return bool(self.visit_minutes) and (self.visit_minutes or 0) > (self.on_duty or 0)


def loads(
    team: str, rows: Mapping[str, Sequence[Mapping[str, Any]]], staff: Mapping[UUID, tuple[str, str]],
    holders: Sequence[UUID | None], how: RoundPolicy | None, at: datetime,
) -> list[Load]:  # fmt: skip
    """Nobody first, then who has gone, then everybody who makes visits or has something, by name."""
    ahead = [each for each in rows["visits"] if each["planned_at"] and at <= each["planned_at"] < at + AHEAD]
    minutes, visits, tasks, overdue = Counter[UUID | None](), Counter[UUID | None](), Counter[UUID | None](), Counter[UUID | None]()
    names: dict[UUID, str] = {each["practitioner_user"]: each["practitioner_name"] for each in rows["visits"] if each["practitioner_user"]}
    for each in ahead:
        visits[each["practitioner_user"]] += 1
        minutes[each["practitioner_user"]] += each["minutes"] or (how.kind_of(each["need_code"]).minutes if how else 0)
    for each in rows["tasks"]:
        tasks[each["owner_user"]] += 1
        overdue[each["owner_user"]] += bool(each["due_at"] and each["due_at"] < at)
    held, duty = Counter(holders), on_duty(team, at)
    going = {user for user, (_, role) in staff.items() if how and how.ability_of(role)}
    known = {user for user in {*going, *held, *visits, *tasks, *duty} if user}
    titles = directory.place().roles
    found = [
        Load(
            user_id=user, name=staff[user][0] if user in staff else names.get(user) or "Somebody no longer in this team",
            role=titles[staff[user][1]].title if user in staff and staff[user][1] in titles else "", gone=user not in staff, held=held[user],
            visits=visits[user], visit_minutes=minutes[user] if how else None, on_duty=duty.get(user), tasks=tasks[user], overdue=overdue[user],
        )
        for user in known
    ]  # fmt: skip
    nobody = Load(
        user_id=None, name="Nobody by name", role="", gone=False, held=held[None], visits=visits[None],
        visit_minutes=minutes[None] if how else None, on_duty=None, tasks=tasks[None], overdue=overdue[None],
    )  # fmt: skip
    return [nobody, *sorted(found, key=lambda each: (not each.gone, each.name, str(each.user_id)))]


def load_of(each_of: Sequence[Load]) -> Load:
    """The team's: all of theirs together."""
    duty = [each.on_duty for each in each_of if each.on_duty is not None]
    minutes = [each.visit_minutes for each in each_of if each.visit_minutes is not None]
    return Load(
        user_id=None, name="The team", role="", gone=False, held=sum(each.held for each in each_of),
        visits=sum(each.visits for each in each_of), visit_minutes=sum(minutes) if minutes else None, on_duty=sum(duty) if duty else None,
        tasks=sum(each.tasks for each in each_of), overdue=sum(each.overdue for each in each_of),
    )  # fmt: skip


def on_duty(team: str, at: datetime) -> dict[UUID, int]:
    """Minutes on duty from now for seven days, of those for whom hours are given; who said that they will not come has none."""
    until, today = at + AHEAD, london_day(at)
    found = Shift.objects.filter(team_code=team, day__gte=today, day__lte=today + AHEAD, off_at__gt=at, on_at__lt=until)
    minutes = Counter[UUID]()
    for user, on_at, off_at, away_at in found.values_list("user_id", "on_at", "off_at", "away_at")[:SHIFTS]:
        minutes[user] += 0 if away_at else int((min(off_at, until) - max(on_at, at)).total_seconds() // 60)
    return dict(minutes)
