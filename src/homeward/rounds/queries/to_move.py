"""What of one person's work can a team give to a colleague: which tasks, which visits, and which not and why?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.foundation.moments import london, london_day
from homeward.rounds.queries.asked import policy
from homeward.rounds.queries.caseload import name_of, require_own, staff_of
from homeward.rounds.queries.caseload_load import Load, loads
from homeward.rounds.queries.caseload_rows import caseload_rows, on_rounds


@dataclass(frozen=True, kw_only=True)
class Movable:
    """One task or visit. `why_not` says why it stays; `now_with` whose it is. A visit keeps `moment` and `notice`."""

    kind: str
    id: UUID
    words: str
    moment: datetime | None
    now_with: str
    now_user: UUID | None
    notice: str
    why_not: str


@dataclass(frozen=True, kw_only=True)
class ToMove:
    """One person's open work in a team, and the colleagues who make visits, each with their load."""

    person_id: UUID
    name: str
    found: Sequence[Movable]
    colleagues: Sequence[Load]


def to_move(*, person_id: UUID, team: str, by: Actor, at: datetime) -> ToMove:
    """As it stands now. Opens the gate. Raises NotFound when the person is not on the team's caseload, or has died."""
    require_own(team, by)
    with gate.worklist(by=by, at=at, what="a team's caseload"):
        rows, staff = caseload_rows(team, at), staff_of(team, at)
        row = next((each for each in rows["held"] if each["person_id"] == person_id), None)
        if row is None or row["died"]:
            raise NotFound("This person is not on the team's caseload.", next_step="Go back to the caseload and choose there.")
        visits = [each for each in rows["visits"] if each["person_id"] == person_id]
        rounds = on_rounds(team, [each["id"] for each in visits])
    tasks = [each for each in rows["tasks"] if each["person_id"] == person_id]
    name = {user: name_of(user, staff) for user in {each["owner_user"] for each in tasks} if user}
    found = [
        Movable(
            kind="task", id=each["id"], words=each["title"], moment=each["due_at"], now_user=each["owner_user"],
            now_with=name.get(each["owner_user"], ""), notice="", why_not="",
        )
        for each in tasks
    ] + [
        Movable(
            kind="visit", id=each["id"], words=each["purpose"] or "Visit", moment=each["planned_at"], now_user=each["practitioner_user"],
            now_with=each["practitioner_name"], notice=each["notice"], why_not=_why_not(each, rounds.get(each["id"]), at),
        )
        for each in visits
    ]  # fmt: skip
    carried = loads(team, rows, staff, [], policy(), at)
    return ToMove(
        person_id=person_id, name=" ".join(part for part in (row["given"], row["family"]) if part) or "Name not known",
        found=found, colleagues=[each for each in carried if each.user_id and not each.gone],
    )  # fmt: skip


def _why_not(visit: dict[str, Any], on_round: Any, at: datetime) -> str:
    if visit["state"] == "started":
        return "Somebody is already on the way."
    if visit["planned_at"] is None:
        return "It has no hour yet: plan its day first."
    if visit["kept_by"]:
        return "It is kept with somebody: let it go on the page of its day first."
    if on_round and london_day(visit["planned_at"]) == on_round:
        day = london(visit["planned_at"])
        return f"It is on the round in use on {day.day} {day:%B}: mend that round instead."
    return "" if visit["planned_at"] >= at else "Its hour has passed: record it, or put it off."
