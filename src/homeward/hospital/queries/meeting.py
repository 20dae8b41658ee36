"""Who needs to do what next? Everybody who could leave, with every open step and its one owner, for the daily meeting."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor
from homeward.hospital.queries.board import FlowFilters, FlowRow, flow_board

MOST = 300  # a meeting that has more to say than this takes a hospital at a time


@dataclass(frozen=True, kw_only=True)
class ToDo:
    """One step of one person, for the team that owns it."""

    row: FlowRow
    step: episodes.TaskRow


@dataclass(frozen=True, kw_only=True)
class Owner:
    """One team and all that it has to do, what is due first at the head."""

    team: str
    name: str
    todo: Sequence[ToDo]
    late: int

    @property
    def people(self) -> Sequence[tuple[FlowRow, Sequence[episodes.TaskRow]]]:
        """The same by person, whose first step is due first at the head: a meeting talks about people one after another."""
        found: dict[UUID, tuple[FlowRow, list[episodes.TaskRow]]] = {}
        for each in self.todo:
            found.setdefault(each.row.id, (each.row, []))[1].append(each.step)
        return list(found.values())


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """`nobody` are the people who could leave and for whom nobody has a next step: they are talked about first."""

    total: int
    shown: int
    nobody: Sequence[FlowRow]
    undecided: Sequence[FlowRow]
    owners: Sequence[Owner]
    unlooked: int


def meeting(*, by: Actor, at: datetime, hospital: str = "", ward: str = "") -> Meeting:
    """The meeting of one hospital or ward, or of all that the actor's teams look after."""
    ready = flow_board(by=by, at=at, filters=FlowFilters(hospital=hospital, ward=ward, show="ready"), page_size=MOST)
    unlooked = flow_board(by=by, at=at, filters=FlowFilters(hospital=hospital, ward=ward, show="unlooked"), page_size=1)
    rows = {row.id: row for row in ready.rows}
    with gate.worklist(by=by, at=at, what="daily meeting"):
        steps = [task for task in episodes.tasks_about(rows, at=at) if task.done_at is None]
    owned: dict[str, list[ToDo]] = defaultdict(list)
    for step in steps:
        owned[step.owner_team].append(ToDo(row=rows[step.subject_id], step=step))
    stepped = {step.subject_id for step in steps}
    teams = directory.place().teams
    owners = [
        Owner(
            team=team,
            name=teams[team].name if team in teams else team,
            todo=todo,
            late=sum(each.step.overdue for each in todo),
        )
        for team, todo in owned.items()
    ]
    return Meeting(
        total=ready.total, shown=len(rows), nobody=[row for row in rows.values() if row.id not in stepped],
        undecided=[row for row in rows.values() if not row.pathway_agreed],
        owners=sorted(owners, key=lambda each: (-each.late, -len(each.todo), each.name)), unlooked=unlooked.total,
    )  # fmt: skip
